#!/usr/bin/env python3
"""The journal judged by programs that are not ours: Go's own (golang.org/x/mod, as its checksum database is checked), and the
lines of docs/reference/journal.md. They read the signed state, the tiles and the proofs; each is shown journals that the one
who runs the server has rewritten, signed with the true key, and must find it."""
import hashlib
import json
import os
import re
import shutil
import stat
import subprocess
import sys
import urllib.error
import urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
from checks import ENTENTE, ROOT, Workshop, check, clean, finish, need, run

REWRITES = 10_000


def built(workshop):
    """The judge in Go, made of Debian's packages and nothing of ours."""
    source = os.path.join(ROOT, "Tests", "scripts", "support", "judge.go")
    made = subprocess.run(["go", "build", "-o", workshop.path("judge"), source], cwd=workshop.folder, capture_output=True, text=True,
                          env={**os.environ, "GOPATH": "/usr/share/gocode", "GO111MODULE": "off", "GOCACHE": workshop.path("go")})
    check("the judge in Go is made of Debian's packages", made.returncode == 0, made.stderr)
    return lambda *words: subprocess.run([workshop.path("judge"), *words], capture_output=True, text=True, timeout=300)


def of_the_reference(address, key, kept):
    with open(os.path.join(ROOT, "docs", "reference", "journal.md"), encoding="utf-8") as file:
        code = file.read().split("```python\n")[2].split("```")[0]
    return subprocess.run([sys.executable, "-c", code, address, key, kept], capture_output=True, text=True, timeout=120)


class Served:
    def __init__(self, store):
        self.process = subprocess.Popen([ENTENTE, "serve", "--database", store, "--port", "0"], env=clean(),
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.address = re.search(r"http://[0-9.]+:[0-9]+", self.process.stdout.readline().decode())[0]

    def get(self, path):
        try:
            with urllib.request.urlopen(self.address + path, timeout=60) as answer:
                return answer.status, answer.read(), answer.headers
        except urllib.error.HTTPError as error:
            return error.code, error.read(), error.headers

    def stop(self):
        self.process.terminate()
        return self.process.communicate(timeout=20)[1].decode()


def rehashed(lines, changed):
    """The journal as someone who holds it can make it anew: lines changed, and every hash behind them made to fit."""
    made, prev = [], "0" * 64
    for number, line in enumerate(changed(list(lines)), 1):
        body, _, rest = line.partition(',"prev":"')
        body = re.sub(r'^{"v":2,"seq":\d+', f'{{"v":2,"seq":{number}', body) + f',"prev":"{prev}"'
        behind = rest[rest.index('"hash":"') + 8 + 64 + 1:]
        prev = hashlib.sha256((body + "}").encode()).hexdigest()
        made.append(f'{body},"hash":"{prev}"{behind}')
    return made


def edited(lines):
    lines[4] = lines[4].replace('"basis":"charter"', '"basis":"Charter"')
    return lines


def swapped(lines):
    """The last two, at the same moment: a journal never goes back in time."""
    at = re.search(r'"at":"[^"]+"', lines[-1])[0]
    return lines[:-2] + [lines[-1], re.sub(r'"at":"[^"]+"', at, lines[-2])]


REWRITTEN = {
    "an act that says otherwise": edited,
    "acts that are missing at the end": lambda lines: lines[:-3],
    # The last acts are on records of their own, so that a journal without one of them is still whole.
    "an act that was taken out": lambda lines: lines[:-2] + lines[-1:],
    "acts that changed places": swapped,
}


def signing(workshop, store, judge):
    key_file = store + ".key"
    mode = stat.S_IMODE(os.stat(key_file).st_mode)
    check("init makes a key that its owner alone can read", mode == 0o600, oct(mode))
    key = run("journal", "key", "--database", store).out.strip()
    check("and shows by what it is checked, not the key itself", re.fullmatch(r"localhost/gmp/log\+[0-9a-f]{8}\+\S{44}", key)
          and open(key_file).read().strip() not in run("journal", "key", "--json", "--database", store).out, key)
    folder = workshop.path("log")
    told = run("journal", "tiles", folder, "--database", store)
    acts = json.loads(run("journal", "verify", "--json", "--database", store).out)["acts"]
    state = judge("state", folder, key)
    check("Go's programs open the state, and every tile and entry leads to it", told.code == 0 and state.stdout.startswith(f"yes: {acts} acts"),
          told.said + state.stdout)
    hashes = [json.loads(line)["hash"] for line in exported(workshop, store)]
    for act in (1, 2, 256, 257, acts):
        proof = workshop.path(f"{act}.tlog-proof")
        made = run("journal", "prove", str(act), proof, "--database", store)
        size = os.path.getsize(proof)
        fits = judge("proof", proof, key, str(act), hashes[act - 1])
        check(f"the proof of act {act} has {size} bytes and holds", made.code == 0 and size <= 3000 and fits.stdout.startswith("yes"), fits.stdout)
        other = judge("proof", proof, key, str(act), hashes[act % acts])
        check("and not for another act", other.stdout.startswith("no"), other.stdout)
    spoilt = workshop.path("spoilt")
    for name, path in {"a tile": ("tile", "0", "000"), "entries": ("tile", "entries", "000"), "the state": ("checkpoint",)}.items():
        shutil.copytree(folder, spoilt)
        place = os.path.join(spoilt, *path)
        content = bytearray(open(place, "rb").read())
        content[len(content) // 2] ^= 1
        open(place, "wb").write(content)
        found = judge("state", spoilt, key)
        check(f"a bit of {name} that was changed is found", found.returncode == 1 and found.stdout.startswith("no"), found.stdout)
        shutil.rmtree(spoilt)
    kept = workshop.path("kept")
    shutil.copy(os.path.join(folder, "checkpoint"), kept)
    again = run("journal", "tiles", folder, "--database", store)
    whole = sum(len(files) for _, _, files in os.walk(folder)) - 1
    check("a second time only what is not whole is written", again.code == 0 and re.search(rf"in {whole} tiles, of which (\d+) are new", again.out)
          and int(re.search(r"which (\d+)", again.out)[1]) < whole, again.said)
    return key, folder, kept, acts


def exported(workshop, store):
    path = workshop.path("exported.jsonl")
    run("journal", "export", path, "--database", store)
    return open(path, encoding="utf-8").read().splitlines()


def grown(workshop, store):
    """Some acts more, each on a record of its own."""
    heads = "id,name_en,category,sector,areas,states_support,states_commitment,contribution,state,qualifier,source,verification"
    row = "late-{0},Late partner {0},ngo,civil-society,gold,true,true,time,applied,exact,test,stated".format
    rows = "".join(line + "\n" for line in [heads, *map(row, range(5))])
    return run("import", "partners", workshop.write("late.csv", rows), "--database", store, "--as", "ana:secretariat")


def reading(workshop, store, key, folder, kept, judge, acts):
    added = grown(workshop, store)
    told = run("journal", "tiles", folder, "--database", store)
    now = json.loads(run("journal", "verify", "--json", "--database", store).out)["acts"]
    goes_on = judge("extends", folder, key, kept)
    check("after more acts Go's programs find the older state in the newer", added.code == 0 and now > acts
          and goes_on.stdout.startswith(f"yes: {now} acts follow {acts}"), added.said + told.said + goes_on.stdout)
    check("by less than 64 KB", int(re.search(r"by (\d+)", goes_on.stdout)[1]) <= 65_536, goes_on.stdout)
    served = Served(store)
    try:
        page = served.get("/log?lang=en")[1].decode()
        check("the page of the journal shows the key and leads to the state", key in page and "/log/checkpoint" in page)
        same = [path for path, _, files in os.walk(folder) for name in files
                if served.get("/log/" + os.path.relpath(os.path.join(path, name), folder))[1] != open(os.path.join(path, name), "rb").read()]
        # What the first writing left of a tile that has more by now stands there still, as it was.
        check("what is served is what was written, to the byte", not same, same)
        found = of_the_reference(served.address + "/log", key, kept)
        check("the lines of the reference find that it goes on", found.returncode == 0 and f"from the {acts} that were kept" in found.stdout, found.stderr)
        status, proof, headers = served.get("/log/proof/7")
        path = workshop.write("served.tlog-proof", proof)
        line = json.loads(served.get("/log/tile/lines/000")[1].splitlines()[6])
        fits = judge("proof", path, key, "7", line["hash"])
        check("the server gives the proof of an act", status == 200 and fits.stdout.startswith("yes")
              and 'filename="act-7.tlog-proof"' in headers["Content-Disposition"], fits.stdout)
        check("the page of an act leads to it", "/log/proof/7" in served.get("/log/7?lang=en")[1].decode())
        check("a whole tile may be kept for ever, the state not", "immutable" in served.get("/log/tile/0/000")[2]["Cache-Control"]
              and served.get("/log/checkpoint")[2]["Cache-Control"] == "no-cache")
        for path in ("tile", "tile/0", "tile/0/999", "tile/9/000", "tile/0/000.p/0", "tile/0/x999/x999/x999/x999/999", "tile/0/-01",
                     "proof/0", "proof/99999", "proof/99999999999999999999", "proof/-1", "proof/a", "proof/07", "proof"):
            status, body, _ = served.get("/log/" + path)
            check(f"/log/{path} is not there, and it is said", status == 404 and b"detail" in body, (status, body[:200]))
    finally:
        served.stop()


def rewriting(workshop, store, key, folder, kept, judge):
    lines = exported(workshop, store)
    shutil.copy(os.path.join(folder, "checkpoint"), kept)
    for number, (name, changed) in enumerate(REWRITTEN.items()):
        journal = workshop.write(f"rewritten-{number}.jsonl", "".join(line + "\n" for line in rehashed(lines, changed)))
        other, place = workshop.path(f"rewritten-{number}.sqlite"), workshop.path(f"rewritten-{number}")
        taken = run("journal", "import", journal, "--database", other)
        shutil.copy2(store + ".key", other + ".key")
        told = run("journal", "tiles", place, "--database", other)
        sound = run("journal", "verify", "--database", other)
        ours = judge("state", place, key)
        check(f"{name}: the chain fits, the state is signed, nothing in it shows", taken.code == 0 and sound.code == 0
              and ours.stdout.startswith("yes"), taken.said + told.said + ours.stdout)
        found = judge("extends", place, key, kept)
        check("and who kept a state finds it with Go's programs", found.returncode == 1 and found.stdout.startswith("no"), found.stdout)
        served = Served(other)
        try:
            found = of_the_reference(served.address + "/log", key, kept)
            check("and with the lines of the reference", found.returncode == 1 and "does not go on" in found.stderr, found.stderr)
        finally:
            served.stop()
    planted = judge("rewrites", folder, key, kept, str(REWRITES))
    check(f"{REWRITES} rewrites of the journal are found, every one", planted.stdout.startswith(f"yes: {REWRITES} of {REWRITES}"), planted.stdout)


def bad_keys(workshop, store):
    copy = workshop.path("copy.sqlite")
    backup = workshop.path("backup")
    run("backup", backup, "--database", store)
    secret = open(store + ".key").read().strip()
    check("no backup holds the key", secret.encode() not in open(backup, "rb").read() and secret[-40:].encode() not in open(backup, "rb").read())
    run("restore", backup, "--database", copy)
    for words in (["checkpoint"], ["key"], ["prove", "1", workshop.path("none")], ["tiles", workshop.path("none")]):
        told = run("journal", *words, "--database", copy)
        check(f"journal {words[0]} without a key says what to do", told.code == 2 and "journal key make" in told.err, told.said)
    doctor = run("doctor", "--database", copy)
    check("doctor says that nobody signs", doctor.code == 0 and "nobody signs for the journal" in doctor.out, doctor.said)
    served = Served(copy)
    status, body, _ = served.get("/log/checkpoint")
    page = served.get("/log?lang=en")[1].decode()
    log = served.stop()
    check("a server without a key says so, to who asks and in its log", status == 404 and b"no key" in body and "Nobody signs" in page
          and "unsigned journal" in log, (status, body, log))
    made = run("journal", "key", "make", "--origin", "mercury.example.org/gmp/log", "--database", copy)
    check("journal key make makes one", made.code == 0 and made.out.startswith("mercury.example.org/gmp/log+"), made.said)
    twice = run("journal", "key", "make", "--origin", "mercury.example.org/gmp/log", "--database", copy)
    check("and not over another", twice.code == 2 and "exists already" in twice.err, twice.said)
    for name in ("", "a b", "a+b", "a" * 300):
        os.remove(copy + ".key") if os.path.exists(copy + ".key") else None
        refused = run("journal", "key", "make", "--origin", name, "--database", copy)
        check(f"a name like “{name[:10]}” is none", refused.code == 2 and "cannot name a log" in refused.err and not os.path.exists(copy + ".key"), refused.said)
    for content in ("", "PRIVATE+KEY+x", secret[:-4], secret.replace("PRIVATE+KEY+", ""), "\0" * 5000):
        with open(copy + ".key", "w") as file:
            file.write(content)
        os.chmod(copy + ".key", 0o600)
        refused = run("journal", "checkpoint", "--database", copy)
        check("what is no key is refused and not quoted", refused.code == 2 and secret[-20:] not in refused.said and ".key" in refused.err, refused.said)
    shutil.copy(store + ".key", copy + ".key")
    os.chmod(copy + ".key", 0o644)
    refused = run("journal", "checkpoint", "--database", copy)
    check("a key that others can read signs nothing", refused.code == 2 and "can be read by others" in refused.err, refused.said)
    for act in ("0", "-1", "999999"):
        refused = run("journal", "prove", "--database", store, "--", act, workshop.path("none"))
        check(f"there is no proof of act {act}", refused.code == 2 and "no act" in refused.err and not os.path.exists(workshop.path("none")), refused.said)
    taken = run("init", "--origin", "other.example.org/log", "--database", workshop.path("new.sqlite"))
    check("a partnership is given the name of its log", taken.code == 0
          and run("journal", "key", "--database", workshop.path("new.sqlite")).out.startswith("other.example.org/log+"), taken.said)
    failed = run("init", "--charter", "nothing", "--database", workshop.path("failed.sqlite"))
    check("a founding that fails leaves no key", failed.code != 0 and not os.path.exists(workshop.path("failed.sqlite.key")), failed.said)


def main():
    need(ENTENTE)
    with Workshop() as workshop:
        judge = built(workshop)
        store = workshop.path("store.sqlite")
        run("init", "--database", store)
        key, folder, kept, acts = signing(workshop, store, judge)
        reading(workshop, store, key, folder, kept, judge, acts)
        rewriting(workshop, store, key, folder, kept, judge)
        bad_keys(workshop, store)
    finish()


main()
