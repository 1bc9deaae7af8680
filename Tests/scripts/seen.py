#!/usr/bin/env python3
"""Goes to every place that docs/requirements.md names in its column "Seen at", as a person would: types the commands,
opens the pages, and looks for the facts that are said to stand there. Everything runs on copies of partnerships that are
founded here, so a row holds for whoever has the product and nothing else."""
import concurrent.futures
import html
import os
import re
import shutil
import subprocess
import sys
import threading
import urllib.error
import urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
from checks import ENTENTE, ROOT, Workshop, check, finish, need, run

TABLE = os.path.join(ROOT, "docs", "requirements.md")
FIRST = "gmp"
# Inside a line of text these part no words.
INLINE = "a|abbr|b|bdi|cite|code|data|em|i|mark|q|small|span|strong|sub|sup|time"


class Item:
    """One place of a cell: steps of a person, one after the other, and what is found at the last."""

    def __init__(self, partnership, steps, outcome, facts, absent):
        self.partnership, self.steps, self.outcome, self.facts, self.absent = partnership, steps, outcome, facts, absent

    def __str__(self):
        return f"{self.partnership}: {' then '.join(self.steps)}"


class Unreadable(Exception):
    pass


def items(cell):
    """`command` then `/address` finds “fact” and “fact”, not “fact”; …"""
    words = re.findall(r"`[^`]+`|“[^“”]+”|[a-z-]+:|;|,|[a-z]+|\S", cell)
    found, at = [], 0

    def take(*wanted):
        nonlocal at
        if words[at:at + len(wanted)] != list(wanted):
            return False
        at += len(wanted)
        return True

    def quoted(mark, joint):
        nonlocal at
        these = []
        while at < len(words) and words[at].startswith(mark):
            these.append(words[at][1:-1])
            at += 1
            if not take(joint):
                return these
        raise Unreadable(f"{mark} is awaited before “{' '.join(words[at:at + 4])}”")

    while True:
        partnership = FIRST
        if at < len(words) and words[at].endswith(":"):
            partnership = words[at][:-1]
            at += 1
        steps = quoted("`", "then")
        if take("finds"):
            outcome = "finds"
        elif take("is", "refused", "with"):
            outcome = "is refused with"
        else:
            raise Unreadable(f"“finds” or “is refused with” is awaited after {steps[-1]}")
        facts = quoted("“", "and")
        absent = quoted("“", "and") if take(",", "not") else []
        found.append(Item(partnership, steps, outcome, facts, absent))
        if at == len(words):
            return found
        if not take(";"):
            raise Unreadable(f"“;” is awaited before “{' '.join(words[at:at + 4])}”")


def plain(text):
    """Any space is a space: where a line breaks is no fact."""
    return re.sub(r"\s+", " ", text)


def words_of(page):
    """What is read on a page: no tags, no attributes, nothing of the head."""
    page = re.sub(r"(?s)<(head|script|style|svg)\b.*?</\1>", " ", page)
    page = re.sub(rf"</?(?:{INLINE})\b[^>]*>", "", page)
    return html.unescape(re.sub(r"<[^>]*>", " ", page))


def get(address):
    request = urllib.request.Request(address, headers={"Accept": "text/html"})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            status, kind, body = answer.status, answer.headers.get_content_type(), answer.read()
    except urllib.error.HTTPError as error:
        status, kind, body = error.code, error.headers.get_content_type(), error.read()
    text = body.decode("utf-8", "replace")
    return status, words_of(text) if kind == "text/html" else text


class Served:
    """The portal of one or several stores, for as long as it is needed."""

    def __init__(self, **stores):
        names = [part for name, store in stores.items() for part in ("--partnership", f"{name}={store}")]
        clean = {name: value for name, value in os.environ.items() if not name.startswith("ENTENTE_")}
        self.server = subprocess.Popen([ENTENTE, "serve", "--port", "0", *names], env=clean, stdout=subprocess.PIPE,
                                       stderr=subprocess.DEVNULL)
        for line in self.server.stdout:
            said = re.search(rb"http://[0-9.]+:[0-9]+", line)
            if said:
                self.base = said.group().decode()
                return
        self.server.wait()
        sys.exit("the server did not say where it is")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait(timeout=30)
        self.server.stdout.close()

    def open(self, partnership, address):
        return get(f"{self.base}/{partnership}{address}")


class Person:
    """Someone with the product, the partnerships that come with it, and a folder to work in."""

    def __init__(self, workshop, founded, served):
        self.workshop, self.founded, self.served = workshop, founded, served
        self.count, self.lock, self.taken_in = 0, threading.Lock(), {}
        commands = workshop.path("commands")
        os.mkdir(commands)
        os.symlink(ENTENTE, os.path.join(commands, "entente"))
        self.search = commands + os.pathsep + os.environ["PATH"]

    def folder(self):
        """An empty folder beside the project's own, with nothing that a step may spoil."""
        with self.lock:
            self.count += 1
            folder = self.workshop.path(f"place-{self.count}")
        os.mkdir(folder)
        for name in ("Charters", "Data", "Tests"):
            os.symlink(os.path.join(ROOT, name), os.path.join(folder, name))
        return folder

    def goes(self, item):
        """What is read at the last step, and whether every step before it went well; the sentence says what did not."""
        folder = self.folder()
        store = os.path.join(folder, "store.sqlite")
        shutil.copyfile(self.founded[item.partnership], store)
        environment = {name: value for name, value in os.environ.items() if not name.startswith("ENTENTE_")}
        environment.update(ENTENTE_DATABASE=store, PATH=self.search)
        said, code = "", 0
        for number, step in enumerate(item.steps):
            # Many begin with the same records: what they make of the store is kept and taken up again.
            first = (item.partnership, step) if number == 0 and len(item.steps) > 1 and "entente import" in step else None
            if first in self.taken_in:
                shutil.copyfile(self.taken_in[first], store)
            elif step.startswith("/"):
                if number == 0:
                    status, said = self.served.open(item.partnership, step)
                else:
                    with Served(**{item.partnership: store}) as served:
                        status, said = served.open(item.partnership, step)
                code = 0 if status == 200 else status
            else:
                done = subprocess.run(["bash", "-c", step], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                                      capture_output=True, timeout=180)
                code = done.returncode
                said = (done.stdout + done.stderr).decode("utf-8", "replace")
            if code and number + 1 < len(item.steps):
                return code, f"{step} ended with {code}: {said}"
            if first and first not in self.taken_in:
                with self.lock:
                    kept = self.workshop.path(f"kept-{len(self.taken_in)}.sqlite")
                    shutil.copyfile(store, kept)
                    self.taken_in[first] = kept
        shutil.rmtree(folder, ignore_errors=True)
        return code, said

    def misses(self, item):
        """What is not as the table says, one sentence each; none if all is."""
        typed = plain(" ".join(item.steps))
        missed = [f"“{fact}” is only what was typed" for fact in item.facts if item.outcome == "finds" and plain(fact) in typed]
        code, said = self.goes(item)
        if item.outcome == "finds" and code:
            missed.append(f"it ended with {code}")
        if item.outcome != "finds" and code not in (2, 64, 400, 404):
            missed.append(f"it was not refused: {code}")
        read = plain(said)
        missed += [f"“{fact}” is not found" for fact in item.facts if plain(fact) not in read]
        missed += [f"“{fact}” is found" for fact in item.absent if plain(fact) in read]
        if missed:
            missed.append(read if len(read) < 1200 else read[:600] + " … " + read[-600:])
        return missed


def rows():
    found = []
    with open(TABLE, encoding="utf-8") as file:
        for line in file:
            if line.startswith("| R"):
                cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip())[1:-1]]
                found.append((cells[0], cells[4] if len(cells) == 5 else ""))
    return found


def looked_at(person, cell):
    """What is missed at each place of a cell; None for a cell that is open and says why."""
    if re.match(r"open: \S.{9,}", cell):
        return None
    try:
        return [(str(item), person.misses(item)) for item in items(cell)]
    except Unreadable as error:
        return [("the cell", [str(error)])]
    except subprocess.TimeoutExpired as error:
        return [("the cell", [str(error)])]


def controls(person):
    """The script must see what is not there."""
    fails = {
        "a fact that a page does not hold": "`/areas?lang=en` finds “Partnership for herring”",
        "a fact that a command does not print": "`entente list areas` finds “herring”",
        "a fact that is found and should not be": "`entente list areas` finds “chlor-alkali”, not “gold”",
        "a refusal of what is done": "`entente list areas` is refused with “gold”",
        "something done that is refused": "`entente list nothings` finds “there is no kind”",
        "a fact that is only typed": "`entente list areas; echo herring` finds “herring”",
        "a page that is not there": "`/nowhere?lang=en` finds “UNEP Global Mercury Partnership”",
        "a step that fails before the last": "`entente list nothings` then `/areas?lang=en` finds “Mercury in products”",
        "a cell that cannot be read": "`entente list areas` shows “gold”",
        "an empty cell": "",
        "an open cell without a reason": "open",
    }
    for name, cell in fails.items():
        seen = looked_at(person, cell)
        check(f"control: {name} is told", seen is not None and any(missed for _, missed in seen), seen)


def chrome(person, table):
    """A fact that stands on a page without content says nothing about the page that is named."""
    empty = {}
    for number, cell in table:
        try:
            these = items(cell)
        except Unreadable:
            continue
        for item in these:
            if item.steps[-1].startswith("/"):
                language = "fr" if "lang=fr" in item.steps[-1] else "en"
                key = (item.partnership, language)
                if key not in empty:
                    empty[key] = plain(person.served.open(item.partnership, f"/nowhere?lang={language}")[1])
                for fact in item.facts:
                    if plain(fact) in empty[key]:
                        check(f"{number}: “{fact}” stands on every page", False)


def main():
    only = set(sys.argv[1:])
    need(ENTENTE)
    with Workshop() as workshop:
        table = rows()
        check("the table has 164 rows, in order", [number for number, _ in table] == [f"R{n}" for n in range(1, 165)],
              len(table))
        if only:
            table = [row for row in table if row[0] in only]
        named = {FIRST}
        for _, cell in table:
            named.update(re.findall(r"(?:^|; )([a-z-]+): `", cell))
        founded = {name: workshop.path(f"{name}.sqlite") for name in sorted(named - {"open"})}
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            made = list(pool.map(lambda name: run("init", "--charter", name, "--database", founded[name]), founded))
        if not check("every partnership that is named can be founded", all(one.code == 0 for one in made),
                     [one.said for one in made if one.code]):
            finish()
        # What is served is a copy too, so nobody copies a store while it is open.
        shown = {name: shutil.copyfile(path, workshop.path(f"shown-{name}.sqlite")) for name, path in founded.items()}
        with Served(**shown) as served, concurrent.futures.ThreadPoolExecutor(2) as pool:
            person = Person(workshop, founded, served)
            controls(person)
            chrome(person, table)
            opened = 0
            for (number, cell), seen in zip(table, pool.map(lambda row: looked_at(person, row[1]), table)):
                if seen is None:
                    opened += 1
                    print(f"  open:  {number}, {cell[6:]}")
                    continue
                check(f"{number} at {len(seen)} place{'s' if len(seen) > 1 else ''}", all(not missed for _, missed in seen),
                      "\n".join([place, *missed][i] for place, missed in seen if missed for i in range(len(missed) + 1)))
            print(f"{opened} rows are open")
    finish()


if __name__ == "__main__":
    main()
