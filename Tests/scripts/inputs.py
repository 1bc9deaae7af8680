#!/usr/bin/env python3
"""Inputs of the kinds that people report of other systems, on both stores: what spreadsheets save, files with columns
missing, days that have passed, votes out of time, a file put back beside an old log. Each kind is ended where it arises;
here is what a person sees of it."""
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
from checks import ENTENTE, ROOT, Workshop, check, finish, need, run

COLUMNS = ("id,name_en,name_fr,category,sector,country,areas,states_support,states_commitment,contribution,"
           "membership_since,confidential_note,state,qualifier,source,verification")
ACME = "acme,Acme Ltd,Acme SA,industry,private,DE,gold; waste,true,true,Know-how,2011-02-01,call first,admitted,exact,A6d,stated"
ANA = ("--as", "ana:secretariat")


class Store:
    """One partnership at an address, and commands on it."""

    def __init__(self, address, name, *founding):
        self.address, self.name = address, name
        made = run("init", "--database", address, *founding)
        assert made.code == 0, made.said

    def __call__(self, *words):
        return run(*words, "--database", self.address)

    def took(self, workshop, kind, name, text, *more):
        return self("import", kind, workshop.write(f"{self.name}/{name}", text), *ANA, *more)


def claim(store, sentence, holds, seen=""):
    check(f"{store.name}: {sentence}", holds, seen)


def spreadsheets(store, workshop):
    store.took(workshop, "partners", "first.csv", f"{COLUMNS}\n{ACME}\n")
    out = workshop.path(f"{store.name}.csv")
    store("export", "partners", out)
    with open(out, "rb") as file:
        text = file.read()
    claim(store, "a CSV file opens with its accents in a spreadsheet", text.startswith(b"\xef\xbb\xbf"), text[:8])
    plain = workshop.path(f"{store.name}-plain.csv")
    store("export", "partners", plain, "--no-mark")
    with open(plain, "rb") as file:
        claim(store, "or begins with its headings where the mark is not wanted", file.read(3) == b"id,")
    for what, change in {
        "in capitals": (b",true,true,", b",TRUE,TRUE,"), "in French": (b",true,true,", b",VRAI,VRAI,"),
        "with the day first": (b"2011-02-01", b"01/02/2011"),
    }.items():
        saved = text.replace(*change)
        if what == "with the day first":
            # Another date of the file shows the order.
            saved += text.splitlines()[1].replace(b"acme", b"beta").replace(b"2011-02-01", b"28/02/2011") + b"\r\n"
        ran = store.took(workshop, "partners", "saved.csv", saved, "--preview")
        claim(store, f"a file saved again {what} is read", ran.code == 0 and "1 unchanged" in ran.out, ran.said)
    open_order = store.took(workshop, "partners", "open.csv", text.replace(b"2011-02-01", b"03/02/2011"), "--preview")
    claim(store, "a date that may begin with the day or the month is refused, not guessed",
          open_order.code == 2 and "may begin with the day or with the month" in open_order.err, open_order.said)
    semicolons = "sep=;\n" + f"{COLUMNS}\n{ACME}\n".replace("; ", "~").replace(",", ";").replace("~", "| ").replace("gold| waste", '"gold; waste"')
    ran = store.took(workshop, "partners", "sep.csv", semicolons, "--preview")
    claim(store, "a line that names the separator is read as that", ran.code == 0 and "1 unchanged" in ran.out, ran.said)
    wide = ",".join(["id"] + [f"column{n}" for n in range(30_000)]) + "\n"
    begin = time.monotonic()
    ran = store.took(workshop, "partners", "wide.csv", wide)
    claim(store, "30,000 columns are refused in one sentence, at once",
          ran.code == 2 and ran.err.count("\n") == 1 and "columns" in ran.err and time.monotonic() - begin < 20, ran.said[:300])
    some = store.took(workshop, "partners", "some.csv", "id,name_en\nacme,Acme Limited\n")
    record = json.loads(store("show", "partner", "acme", "--json").out)
    claim(store, "a column that is not in the file leaves its field as it is",
          some.code == 0 and record["name"]["en"] == "Acme Limited" and record["name"]["fr"] == "Acme SA"
          and record["areas"] == ["gold", "waste"] and record["confidential_note"] == "call first", record)
    store.took(workshop, "partners", "empty.csv", "id,confidential_note\nacme,\n")
    record = json.loads(store("show", "partner", "acme", "--json").out)
    claim(store, "an empty cell empties it", record["confidential_note"] is None, record)


def previews(store, workshop):
    rows = "".join(ACME.replace("acme", name).replace("Acme", name.title()) + "\n" for name in ("ok1", "rle", "ok2"))
    rows = rows.replace("Rle Ltd", "\u202bRle\u202c")
    before = store.took(workshop, "partners", "hidden.csv", f"{COLUMNS}\n{rows}", "--preview")
    after = store.took(workshop, "partners", "hidden.csv", f"{COLUMNS}\n{rows}")
    claim(store, "preview and import say the same, row by row, and good rows go in",
          before.code == after.code == 2 and "2 add, 0 change, 0 unchanged, 0 conflict, 1 refused" in before.out
          and "2 add, 0 change, 0 unchanged, 0 conflict, 1 refused" in after.out and ":3: name.en:" in after.err, after.said)
    money = ("id,donor,sector,amount_minor,amount_currency,amount_kind,window,cycle,received,qualifier,source,verification\n"
             + "".join(f"g{n},Trust,private,400000,{code},cash,unep-extrabudgetary,cycle-2009-2010,2010-05-01,exact,A36,stated\n"
                       for n, code in enumerate(["USD", "usd", "US Dollar", "€", "XTS"])))
    ran = store.took(workshop, "contributions", "money.csv", money)
    claim(store, "a currency that is none is refused in every record",
          ran.code == 2 and "1 add" in ran.out and "4 refused" in ran.out and ran.err.count("ISO 4217") == 4, ran.said)
    seat = "id,body,role,holder,since,until,qualifier,source,verification\nb1,advisory-group,member,p1,2026-05,2026-03,exact,A6c,stated\n"
    ran = store.took(workshop, "seats", "seats.csv", seat)
    claim(store, "a period that ends before it begins is refused", ran.code == 2 and "before it begins" in ran.err, ran.said)
    pledges = ("id,donor,amount_minor,amount_currency,amount_kind,promised,paid,window,cycle,qualifier,source,verification,state\n"
               "kwd,State,1234567,KWD,cash,2010-04,0,unep-extrabudgetary,cycle-2009-2010,exact,A36,stated,agreed\n")
    store.took(workshop, "pledges", "pledges.csv", pledges)
    told = store("list", "pledges").out + store("show", "pledge", "kwd").out
    claim(store, "lists show amounts as people write them", "1234.567 KWD" in told and "1234567" not in told, told)


def memberships(store, workshop):
    left = store("move", "partner", "acme", "withdraw", "--on", "2015-06-30", *ANA)
    back = store("act", "partner", "apply", "acme", "--set", "on=2024-01-01", "--as", "x:focal-point:acme")
    store("act", "partner", "screen", "acme", *ANA)
    admitted = store("act", "partner", "admit", "acme", "--set", "on=2024-03-01", "--as", "x:member:advisory-group", "--reason", "meeting")
    admitted = admitted if admitted.code == 0 else store("act", "partner", "admit", "acme", "--set", "on=2024-03-01", *ANA, "--reason", "meeting")
    members = {day: "acme" in store("list", "partners", "--as-of", day).out for day in ("2013-01-01", "2020-01-01", "2025-01-01")}
    claim(store, "who left can come back, and both memberships stay visible",
          (left.code, back.code, admitted.code) == (0, 0, 0)
          and members == {"2013-01-01": True, "2020-01-01": False, "2025-01-01": True},
          f"{members} {back.said} {admitted.said}")
    kept = store("list", "earlier-memberships", "--as-of", "2013-01-01").out
    claim(store, "the earlier one is a record", "2011-02-01" in kept and "2015-06-30" in kept, kept)


def main():
    need(ENTENTE)
    with Workshop() as workshop:
        stores = [("sqlite", workshop.path("inputs.sqlite"))]
        server = os.environ.get("ENTENTE_TEST_POSTGRES")
        if server:
            base = f"inputs{os.getpid()}"
            subprocess.run(["psql", "-q", server, "-c", f"CREATE DATABASE {base}"], check=True)
            stores.append(("postgres", server.rsplit("/", 1)[0] + "/" + base))
        for name, address in stores:
            store = Store(address, name)
            spreadsheets(store, workshop)
            previews(store, workshop)
            memberships(store, workshop)
            numbers(store)
            one_file(store, workshop)
        check("both stores were tried", len(stores) == 2, "ENTENTE_TEST_POSTGRES is not set: start with ./test")
        if server:
            subprocess.run(["psql", "-q", server, "-c", f"DROP DATABASE {base} WITH (FORCE)"], check=False)
        put_back(workshop)
        checker(workshop)
        served(workshop)
    finish()


def numbers(store):
    eighth = store("list", "areas", "--where", "number=8")
    claim(store, "records are found by a number", eighth.code == 0 and "cement" in eighth.out, eighth.said)
    flags = [store("list", "activities", "--where", f"is_priority={value}").code for value in ("0", "1", "true", "false")]
    claim(store, "and by a flag", flags == [0, 0, 0, 0], flags)


def one_file(store, workshop):
    backup = workshop.path(f"{store.name}-backup.sqlite")
    made = store("backup", backup)
    beside = [name for name in os.listdir(workshop.folder) if name.startswith(os.path.basename(backup)) and name != os.path.basename(backup)]
    off = workshop.path(f"{store.name}-off")
    os.mkdir(off)
    shutil.copy(backup, off)
    back = run("restore", os.path.join(off, os.path.basename(backup)), "--database", os.path.join(off, "back.sqlite"))
    claim(store, "a backup is one file, readable by its owner alone, and comes back from elsewhere",
          made.code == 0 and not beside and os.stat(backup).st_mode & 0o777 == 0o600 and back.code == 0, f"{beside} {back.said}")
    if store.name == "sqlite":
        beside = [name for name in os.listdir(workshop.folder) if name.startswith("inputs.sqlite") and name not in ("inputs.sqlite", "inputs.sqlite.key")]
        claim(store, "after every command all is in the one file", not beside, beside)


def put_back(workshop):
    """The log of a killed program lies beside a file that was put in its place."""
    store = workshop.path("log.sqlite")
    run("init", "--database", store)
    run("backup", workshop.path("log-backup.sqlite"), "--database", store)
    shutil.copy(store, workshop.path("old.sqlite"))
    # What a killed program leaves: the file says that a log belongs to it, and the log is there.
    left = sqlite3.connect(store)
    left.execute("PRAGMA journal_mode = WAL")
    left.execute("UPDATE upkeep SET generation = generation + 1")
    left.commit()
    shutil.copy(store + "-wal", workshop.path("left-wal"))
    left.close()
    for name in ("log-backup.sqlite", "old.sqlite"):
        shutil.copy(workshop.path(name), store)
        shutil.copy(workshop.path("left-wal"), store + "-wal")
        ran = run("journal", "verify", "--database", store)
        check(f"a log that belonged to another file is noticed beside {name}",
              ran.code == 1 and "the log of another file" in ran.err, ran.said)
        os.remove(store + "-wal")
    ran = run("journal", "verify", "--database", store)
    check("without that log the file that was put back is read", ran.code == 0, ran.said)


def checker(workshop):
    with open(os.path.join(ROOT, "Charters", "gmp", "2020.yaml"), encoding="utf-8") as file:
        text = file.read()
    assert "partners: {value: 260," in text
    path = workshop.write("comma.yaml", text.replace("partners: {value: 260,", "partners: {value: 1,260,"))
    ran = run("charter", "check", path)
    check("a comma in a number of a charter is a fault of the file", ran.code == 2 and "knows no key “260”" in ran.err, ran.said[-300:])
    bombs = {
        "plain": "a: &a [x, x]\nb: [*a, *a]\n", "behind a tab": "a:\t&a [x, x]\nb: [*a, *a]\n",
        "behind a stray quote": "t: it's 5\" wide\na: &a [x]\nb: [*a]\n", "behind a quote over lines": "t: \"one\n  two\"\na: &a [x]\nb: [*a]\n",
        "behind a tag": "a: !!seq &a [x]\nb: [*a]\n", "before a block": "a: &a\n  - x\nb: *a\n", "as a key": "? &a x\n: y\nb: *a\n",
    }
    for name, bomb in bombs.items():
        ran = run("charter", "check", workshop.write("bomb.yaml", "charter: x\n" + bomb))
        check(f"an anchor {name} is refused", ran.code == 2 and "anchors (&) and aliases (*)" in ran.err, ran.said[-300:])
    levels = "".join(f"{chr(97 + n)}: &{chr(97 + n)} [{', '.join(['*' + chr(96 + n)] * 9)}]\n" for n in range(1, 12))
    ran = run("charter", "check", workshop.write("laughs.yaml", "a:\t&a [x, x, x]\n" + levels), timeout=20)
    check("a file that would grow a billion times is refused at once", ran.code == 2, ran.said[-300:])
    fine = workshop.write("stars.yaml", text.replace("partners: {value: 260,", "# R&D *bold* &co\n  partners: {value: 260,"))
    ran = run("charter", "check", fine)
    check("signs within texts and comments are no anchors", ran.code == 0, ran.said[-400:])


def get(address, **headers):
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=20) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def served(workshop):
    store = workshop.path("served.sqlite")
    run("init", "--database", store)
    server = subprocess.Popen([ENTENTE, "serve", "--database", store, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        line = server.stdout.readline().decode()
        at = re.search(r"http://[0-9.]+:[0-9]+", line)[0]
        for wish, wanted in {"en;q=0.1, fr;q=0.9": "fr", "en;q=0, fr": "fr", "de, fr;q=0.8, en;q=0.9": "en", "FR": "fr", "fr-CH": "fr"}.items():
            found = re.search(r'<html lang="(..)"', get(at + "/", **{"Accept-Language": wish})[1])
            check(f"Accept-Language: {wish} gives {wanted}", found and found[1] == wanted, found)
        for path in ("/activities?area=gold&lang=en", "/activities?area=&mode=capacity-building&nature=&lang=en", "/partners?area=gold&lang=en"):
            page = get(at + path)[1]
            link = re.search(r'href="(/[a-z]+\.csv[^"]*)"', page)[1].replace("&amp;", "&")
            status, data = get(at + link)
            kind = path[1:].split("?")[0]
            shown = set(re.findall(rf'href="/{kind}/([a-z0-9-]+)', page))
            rows = {row.split(",")[0] for row in data.lstrip("\ufeff").split("\r\n")[1:] if row}
            check(f"the data link of {path} gives the records on the page", status == 200 and rows == shown, (status, rows ^ shown))
        for query, status in {"as_of=2010-09-22": 404, "as_of=soon": 400, "colour=red": 400, "as_of=2015-01-01": 200}.items():
            found = get(f"{at}/api/v1/areas/cement?{query}")
            check(f"one record with {query} is answered {status}", found[0] == status, found)
        page = get(f"{at}/areas/cement?as_of=2010-09-22&lang=en")
        check("a page as of a day on which its record did not hold says so", page[0] == 404 and "2010-09-22" in page[1], page[1][:300])
        page = get(f"{at}/areas/cement?as_of=2010-09-22&lang=en", Accept="text/html")
        check("to a reader with the way to the page of today", page[0] == 404 and "Not on that day" in page[1] and "2010-09-22" in page[1]
              and 'href="/areas/cement?lang=en"' in page[1] and get(at + "/areas/cement?lang=en")[0] == 200, page[1][-900:])
        noisy = get(at + "/areas?utm_source=letter&lang=en")
        check("what means nothing is in no link of a page", noisy[0] == 200 and "utm_source" not in noisy[1])
        crowd = get(at + "/api/v1/areas?" + "&".join(["a=1"] * 1000))
        check("a thousand filters are refused in a sentence", crowd[0] == 400 and "parameters" in crowd[1], crowd[1][:200])
        long = get(at + "/api/v1/areas?number=" + "8" * 12_000)
        check("an address longer than any of ours is refused", long[0] in (400, 414), long[0])
    finally:
        server.terminate()
        server.wait(10)


main()
