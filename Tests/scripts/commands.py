#!/usr/bin/env python3
"""The command line as people and programs use it: exit codes, sentences, previews, and the journal that tells when a
byte was changed. Every command runs as its own process on stores of its own."""
import csv
import hashlib
import html
import json
import os
import re
import shlex
import sqlite3
import subprocess
import sys

from openapi_spec_validator import OpenAPIV31SpecValidator

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
from checks import ENTENTE, ROOT, Workshop, check, commands, finish, need, run
from first_form import turn_back
from killing import contents

CHARTER = os.path.join(ROOT, "Charters", "gmp", "2010.yaml")


def founding(store):
    made = run("init", "--database", store, "--json")
    check("init says what it made, for a program", made.code == 0 and json.loads(made.out)["acts"] > 500, made.said)
    again = run("init", "--database", store)
    check("init on a store that is there is refused and changes nothing", again.code == 2 and "there" in again.err, again.said)
    doctor = run("doctor", "--database", store)
    check("doctor finds nothing wrong", doctor.code == 0 and "BAD" not in doctor.out and doctor.out.count("good") >= 3, doctor.said)
    sound = run("doctor", "--database", store, "--json")
    check("doctor says so to a program", sound.code == 0 and json.loads(sound.out)["sound"] is True, sound.said)
    verify = run("journal", "verify", "--database", store)
    check("journal verify passes", verify.code == 0 and "follow from one another" in verify.out, verify.said)


def charters(workshop):
    with open(CHARTER, encoding="utf-8") as file:
        text = file.read()
    fine = run("charter", "check", CHARTER)
    check("the shipped charter is fine", fine.code == 0 and "can be used" in fine.out, fine.said)
    check("a key that nothing reads is remarked on, and changes nothing else",
          "remark: " in fine.err and "accepted, and nothing follows from it yet" in fine.err, fine.said)
    keys = run("charter", "keys", "--language", "fr")
    check("every key is told with what it may be", keys.code == 0 and "| `mention` |" in keys.out and "`supporting-mechanism`" in keys.out,
          keys.said)
    spoilt = {
        "unknown key": ("\nmembership:\n", "\nmembreship: {}\nmembership:\n", "did you mean “membership”?"),
        "dangling body": ("bodies: [inc, cop, subsidiary-body]", "bodies: [inc, cop, subsidary-body]", "did you mean “subsidiary-body”?"),
        "missing share": ("  benefits:         {fr", "  # {fr", "shares does not say how benefits are shared"),
        "part without addressee": ("reports-to: {value: unep-ed, source: A28b}", "reports-to: not-stated", "names no addressee"),
        "shares of 19 + 80": ("  budget:                                     # no",
                              "  shares: {must-total: 100, of: [{window: environment-fund, percent: 19}, {window: in-kind, percent: 80}]}\n"
                              "  budget:                                     # no", "19 + 80 is 99; shares of a whole total 100"),
    }
    for name, (old, new, sentence) in spoilt.items():
        assert old in text, name
        path = workshop.write("charter of a ministry/2010.yaml", text.replace(old, new, 1))
        ran = run("charter", "check", path)
        faults = [line for line in ran.err.splitlines() if line.startswith(path) and not line.startswith("warning")]
        check(f"{name}: one sentence with file and line, exit code 2",
              ran.code == 2 and len(faults) == 1 and sentence in faults[0] and faults[0][len(path):].split(":")[1].isdigit(), ran.said)
        asked = run("charter", "check", path, "--json")
        refusals = asked.refusals()
        check(f"{name}: the same for a program", asked.code == 2 and refusals and len(refusals) == 1 and refusals[0]["line"] > 1
              and refusals[0]["file"] == path, asked.said)
    told = run("charter", "explain", CHARTER)
    french = run("charter", "explain", CHARTER, "--language", "fr")
    check("explain tells it in sentences with their source", told.code == 0 and "Creation: 2005. [A36; line" in told.out
          and told.out.count("\n") > 50, told.said)
    check("and in French", french.code == 0 and "Ce que c’est" in french.out, french.said)
    check("what nothing reads yet is told with that remark", "; nothing follows from it yet]" in told.out
          and "; encore sans effet]" in french.out, told.said)
    said = json.loads(run("charter", "explain", CHARTER, "--json").out)
    check("and for a program, with what stands under each sentence",
          any(sentence["details"] and not sentence["waiting"] for part in said["sections"] for sentence in part["sentences"]))
    editions = ("charter", "compare", "fsc/2010", "fsc/2017")
    changed = run(*editions, "--language", "fr")
    check("two editions are told apart in words", changed.code == 0
          and "Décisions › règles › recevabilité des motions › de chambres différentes : « non » → « oui »" in changed.out, changed.said)
    found = [one for one in json.loads(run(*editions, "--json").out)["differences"] if one["path"] == "decisions.rules.motion.different-chambers"]
    check("a program is given path, lines and the words of the files besides", len(found) == 1 and (found[0]["before"], found[0]["after"]) ==
          ("false", "true") and (found[0]["told_before"], found[0]["told_after"]) == ("no", "yes") and found[0]["line_after"] > 1, str(found))
    gone = run("charter", "check", "no such file.yaml")
    check("a file that is not there is a sentence", gone.code == 2 and "cannot be read" in gone.err, gone.said)


def records(store, workshop):
    seven = run("list", "areas", "--as-of", "2010-09-22", "--format", "json", "--database", store)
    eight = run("list", "areas", "--as-of", "2026-11-25", "--format", "json", "--database", store)
    check("seven areas in 2010 and eight now", [len(json.loads(r.out)) for r in (seven, eight)] == [7, 8], seven.said)
    table = run("list", "areas", "--as-of", "2010-09-22", "--database", store)
    check("a table has a heading and a line each", table.code == 0 and len(table.out.splitlines()) == 8, table.said)
    csv = run("list", "areas", "--format", "csv", "--database", store)
    check("CSV has the version of each", csv.out.splitlines()[0].endswith(",version"), csv.out[:300])
    one = run("show", "area", "gold", "--json", "--database", store)
    check("show gives a record", json.loads(one.out)["id"] == "gold", one.said)
    for arguments, code in ((("show", "area", "nothing"), 2), (("list", "nothings"), 2), (("list", "areas", "--as-of", "soon"), 2),
                            (("nonsense",), 64), (("list",), 64), (("list", "areas", "--where", "colour=red"), 2)):
        ran = run(*arguments, "--database", store) if code == 2 else run(*arguments)
        check(f"{' '.join(arguments)}: exit code {code} and a sentence", ran.code == code and len(ran.err) > 20, ran.said)

    good = ("id,name_en,category,sector,country,states_support,states_commitment,contribution,since,qualifier,source,verification,state\n"
            "kenya,Kenya,government,public,KE,true,true,Data,2011-01-01,exact,unep-who-we-are,verified,admitted\n"
            "acme,\"Acme, Ltd\",industry,private,DE,true,true,Know-how,2011-02-01,exact,unep-who-we-are,verified,applied\n")
    path = workshop.write("partners.csv", good.replace("since,", "membership_since,", 1))
    bad = workshop.write("bad.csv", open(path).read()
                         + "x,No one,government,army,KE,true,true,,2011,exact,A6d,stated,admitted\n"
                         + "y,Nowhere,government,public,XX,true,true,,2011,exact,A6d,stated,admitted\n"
                         + "kenya,Kenya twice,government,public,KE,true,true,,2011,exact,A6d,stated,admitted\n")
    acts = json.loads(run("journal", "verify", "--json", "--database", store).out)["acts"]
    preview = run("import", "partners", path, "--preview", "--database", store)
    check("a preview says what would be added and writes nothing", preview.code == 0 and "2 add" in preview.out
          and "Nothing was written" in preview.out
          and json.loads(run("journal", "verify", "--json", "--database", store).out)["acts"] == acts, preview.said)
    nobody = run("import", "partners", path, "--database", store)
    check("nobody imports without saying who they are", nobody.code == 2 and "--as" in nobody.err, nobody.said)
    other = run("import", "partners", path, "--as", "bo:applicant", "--database", store)
    check("an applicant takes in no file of partners", other.code == 2 and "may not take in a file of partners" in other.err, other.said)
    mixed = run("import", "partners", bad, "--as", "ana:secretariat", "--database", store)
    check("of five rows two are added and three refused, each with its line",
          mixed.code == 2 and "2 add" in mixed.out and "3 refused" in mixed.out
          and all(f"bad.csv:{line}" in mixed.err for line in (4, 5, 6)), mixed.said)
    again = run("import", "partners", path, "--as", "ana:secretariat", "--database", store)
    check("the same file again changes nothing", again.code == 0 and "2 unchanged" in again.out, again.said)
    out = workshop.path("out.csv")
    run("export", "partners", out, "--database", store)
    changed = workshop.write("changed.csv", open(out, newline="").read().replace("Know-how", "Know-how and money"))
    run("import", "partners", changed, "--as", "ana:secretariat", "--database", store)
    stale = workshop.write("stale.csv", open(out, newline="").read().replace("Know-how", "Nothing"))
    conflict = run("import", "partners", stale, "--preview", "--database", store)
    check("a row that someone changed meanwhile is a conflict and shows both texts", "1 conflict" in conflict.out
          and "Know-how and money" in conflict.out and "Nothing" in conflict.out, conflict.said)

    early = run("move", "partner", "acme", "admit", "--as", "ana:secretariat", "--database", store)
    check("admission before screening is refused with what is possible", early.code == 2 and "possible: screen" in early.err, early.said)
    run("move", "partner", "acme", "screen", "--as", "ana:secretariat", "--database", store)
    stranger = run("move", "partner", "acme", "admit", "--as", "carl:focal-point:acme", "--database", store)
    check("only the secretariat admits", stranger.code == 2 and "may not admit" in stranger.err, stranger.said)
    admitted = run("move", "partner", "acme", "admit", "--on", "2012-03-04", "--as", "ana:secretariat", "--reason", "decision of 3 May",
                   "--database", store)
    member = json.loads(run("show", "partner", "acme", "--json", "--database", store).out)
    check("admission sets the first day of membership", admitted.code == 0 and member["state"] == "admitted"
          and member["membership"]["since"] == "2012-03-04", admitted.said)
    history = run("show", "partner", "acme", "--history", "--database", store)
    check("history says who, in what capacity, on which ground", "ana" in history.out and "decision of 3 May" in history.out, history.said)
    left = run("move", "partner", "acme", "withdraw", "--as", "carl:focal-point:acme", "--database", store)
    check("a partner may always leave", left.code == 0, left.said)
    unended = run("move", "area", "supply", "absorb", "--as", "ana:secretariat", "--database", store)
    check("an area is not absorbed into nothing", unended.code == 2 and "names the area, body or treaty" in unended.err, unended.said)


def verbs(workshop):
    """What can be done is listed, looked at, done and put right; what may not be done is refused by whichever door."""
    store = workshop.path("verbs.sqlite")
    run("init", "--database", store)

    def entente(*arguments, by="ana:secretariat"):
        return run(*arguments, "--database", store, *(("--as", by) if by else ()))
    acts = lambda: json.loads(run("journal", "verify", "--json", "--database", store).out)["acts"]
    listed = json.loads(entente("verbs", "request", "--json", by=None).out)
    check("the verbs of a kind are listed with what they ask for and who may", [v["verb"] for v in listed] == [
        "submit", "consider", "route", "answer", "withdraw", "add", "correct", "take-back"]
        and all(v["may"] and "right." not in v["may"] for v in listed), listed)
    mine = json.loads(entente("verbs", "request", "prop-interim-priorities", "--json", by="jo:member:inc").out)
    check("a member of the body that asks may submit and withdraw it, and nothing else",
          sorted(v["verb"] for v in mine) == ["submit", "withdraw"], mine)
    before = acts()
    looked = entente("act", "request", "submit", "prop-interim-priorities", "--preview", "--json", by="jo:member:inc")
    told = json.loads(looked.out)
    check("a preview says which field would change, what could follow, and writes nothing", looked.code == 0 and acts() == before
          and told["effects"][0]["fields"] == [{"field": "state", "before": "proposed", "after": "open"}]
          and "answer" in told["next"], looked.said)
    done = entente("act", "request", "submit", "prop-interim-priorities", by="jo:member:inc")
    routed = entente("act", "request", "route", "prop-interim-priorities", "--set", "to=gold")
    lost = entente("act", "request", "route", "prop-interim-priorities", "--set", "to=nowhere")
    check("a request is submitted and routed, to whoever exists", done.code == 0 and routed.code == 0 and lost.code == 2
          and "nowhere" in lost.err, done.said + routed.said + lost.said)
    empty = entente("act", "request", "answer", "prop-interim-priorities")
    answered = entente("act", "request", "answer", "prop-interim-priorities", "--set", "text_en=Yes.", by="mia:lead:gold")
    after = json.loads(run("show", "request", "prop-interim-priorities", "--json", "--database", store).out)
    given = run("show", "answer", "prop-interim-priorities-answer", "--database", store)
    check("whoever it was routed to answers it, and it is closed", answered.code == 0 and after["state"] == "answered"
          and empty.code == 2 and given.code == 0, empty.said + answered.said + given.said)
    sent = entente("act", "report-sent", "send", "--set", "cycle=cycle-2009-2010", "--set", "on=2010-10-01",
                   by="jo:member:advisory-group")
    soon = entente("act", "report-sent", "acknowledge", "cycle-2009-2010-default-to-unep-ed", "--set", "on=2010-09-30",
                   by="ed:member:unep-ed")
    received = entente("act", "report-sent", "acknowledge", "cycle-2009-2010-default-to-unep-ed", "--set", "on=2010-10-04",
                       by="ed:member:unep-ed")
    check("a report is sent by its line and acknowledged, in that order", sent.code == 0 and soon.code == 2
          and received.code == 0, sent.said + soon.said + received.said)
    made = entente("act", "milestone", "add", "--set", "id=m-1", "--set", "date=2026", "--set", "subject=launch", "--set", "text_en=A start.", "--set", "qualifier=exact", "--set", "verification=stated",
                   "--set", "source=test")
    check("a record is added by hand", made.code == 0, made.said)
    groundless = entente("act", "milestone", "correct", "m-1", "--set", "text_en=The start.")
    corrected = entente("act", "milestone", "correct", "m-1", "--set", "text_en=The start.", "--reason", "letter of 2 June")
    gone = entente("act", "milestone", "take-back", "m-1", "--reason", "never happened")
    again = entente("act", "milestone", "add", "--set", "id=m-1", "--set", "date=2026", "--set", "subject=launch", "--set", "text_en=A start.", "--set", "qualifier=exact", "--set", "verification=stated")
    history = run("show", "milestone", "m-1", "--history", "--database", store)
    check("it is put right on a ground, and taken back; its history stays and its id is not used again",
          groundless.code == 2 and corrected.code == 0 and gone.code == 0 and again.code == 2 and "take-back" in history.out
          and run("show", "milestone", "m-1", "--database", store).code == 2,
          groundless.said + corrected.said + gone.said + again.said + history.said)
    needed = entente("act", "body", "take-back", "advisory-group", "--reason", "a mistake")
    check("what others refer to is not taken back", needed.code == 2 and "refers to body advisory-group" in needed.err, needed.said)
    sound = run("doctor", "--database", store)
    rebuilt = run("rebuild", "--database", store)
    check("the tables still follow from the journal", sound.code == 0 and rebuilt.code == 0
          and run("show", "milestone", "m-1", "--database", store).code == 2, sound.said + rebuilt.said)
    doors = [
        (("move", "partner", "x", "withdraw"), "bo:focal-point:other"), (("act", "request", "close", "prop-interim-priorities"), None),
        (("act", "request", "submit", "prop-interim-priorities", "--as-if", "1"), None),
        (("act", "decision", "take", "dec-inc-2-takes-note"), "bo:member:advisory-group"), (("act", "area", "close", "gold"), "x:system"),
        (("act", "charter-edition", "add"), None), (("act", "area", "correct", "gold", "--set", "state=closed", "--reason", "x"), None),
    ]
    opened = [words for words, by in doors if entente(*words, by=by or "ana:secretariat").code not in (2, 64)]
    check("no other door is open", opened == [], opened)
    described = json.loads(run("verbs", "--openapi").out)
    faults = [fault.message for fault in OpenAPIV31SpecValidator(described).iter_errors()]
    operations = [entry["operationId"] for path in described["paths"].values() for entry in path.values()]
    check("the verbs are a valid OpenAPI document", not faults, "\n".join(faults[:5]))
    check("every verb that somebody may do stands in it once",
          len(operations) == len(set(operations)) > 250 and {"partner-admit", "ballot-vote", "area-correct"} <= set(operations),
          str(len(operations)))
    described["paths"]["/api/v1/areas"]["post"]["parameters"][0].pop("name")
    check("a planted fault is found in it", any(OpenAPIV31SpecValidator(described).iter_errors()), "")
    rights = run("verbs", "--reference")
    kept = open(os.path.join(ROOT, "docs/reference/rights.md"), encoding="utf-8").read()
    check("the reference of rights is the one that the program prints", rights.code == 0 and rights.out == kept,
          "make it anew: entente verbs --reference > docs/reference/rights.md")


def persons(store, workshop):
    people = workshop.write("people.csv", "id,partner,body,role,is_erased\nben,,advisory-group,member,false\n")
    run("import", "people", people, "--as", "ana:secretariat", "--database", store)
    reached = run("person", "reach", "ben", "--name", "Ben Example", "--email", "ben@example.org", "--database", store)
    shown = run("person", "contact", "ben", "--json", "--database", store)
    check("a person can be reached", reached.code == 0 and json.loads(shown.out)["email"] == "ben@example.org", reached.said)
    journal = workshop.path("journal.jsonl")
    run("journal", "export", journal, "--database", store)
    check("the journal does not know how", b"example.org" not in open(journal, "rb").read())
    erased = run("person", "erase", "ben", "--as", "ana:secretariat", "--database", store)
    check("erased for good", erased.code == 0 and run("person", "contact", "ben", "--database", store).code == 2, erased.said)
    with open(store, "rb") as file:
        kept = b"ben@example.org" in file.read()
    wal = store + "-wal"
    kept = kept or (os.path.exists(wal) and b"ben@example.org" in open(wal, "rb").read())
    check("not a byte of the address is left in the file", not kept)


def report(store):
    asked = run("report", "2009-2010", "--format", "json", "--database", store)
    report = json.loads(asked.out)
    check("the report names its addressee and the rule", report["addressees"][0]["body"] == "unep-ed"
          and "A28b" in report["addressees"][0]["rule"]["en"], report["addressees"])
    check("P-4 for 43 months and P-3 for 16 on 22 September 2010",
          [(p["grade"], p["tenure"]["value"]) for p in report["posts"]] == [("P-4", 43), ("P-3", 16)] and report["as_of"] == "2010-09-22",
          report["posts"])
    finance = {line["record"]: line for line in report["finance"]["statements"]}
    check("donors up, funding down, with the causes", finance["fs-donors-diversified"]["direction"] == "up"
          and finance["fs-funding-fell"]["direction"] == "down" and len(finance["fs-funding-fell"]["causes"]) == 3, finance)
    check("the first weakness is money, stated by the advisory group", report["weaknesses"][0]["record"] == "unc-funding"
          and report["weaknesses"][0]["stated_by"] == "advisory-group", report["weaknesses"][0])
    check("activities stand by mode", [mode["mode"] for mode in report["modes"]] == ["capacity-building", "information-sharing"])
    page = run("report", "2009-2010", "--format", "html", "--database", store)
    check("the page links each figure to its record and source", '<base href="http://127.0.0.1:8080">' in page.out and 'href="/records/post/p3-partnership' in page.out
          and "/sources/A35" in page.out, page.out[:400])
    wrong = run("report", "2009-2010", "--to", "cop", "--database", store)
    check("a body that no rule names gets none", wrong.code == 2 and "it goes to unep-ed" in wrong.err, wrong.said)
    twice = run("report", "2009-2010", "--format", "json", "--database", store)
    check("the same report twice is the same bytes", twice.out == asked.out)


def journal(store, workshop):
    lines = workshop.path("acts.jsonl")
    run("journal", "export", lines, "--database", store)
    # The lines of docs/reference/journal.md, as they stand there.
    with open(os.path.join(ROOT, "docs", "reference", "journal.md"), encoding="utf-8") as file:
        code = file.read().split("```python\n")[1].split("```")[0]
    ten = subprocess.run([sys.executable, "-c", code, lines], capture_output=True, text=True, timeout=60)
    head = json.loads(run("journal", "verify", "--json", "--database", store).out)["head"]
    check("anyone can verify the export with the lines of the reference", ten.returncode == 0 and head in ten.stdout, ten.stdout + ten.stderr)
    public = workshop.path("public.jsonl")
    run("journal", "export", "--public", public, "--database", store)
    alone = subprocess.run([sys.executable, "-c", code, public], capture_output=True, text=True, timeout=60)
    check("and the public one, which holds no person and nothing that is sealed", alone.returncode == 0 and head in alone.stdout
          and not any(word in open(public, "rb").read() for word in (b'"kind":"person"', b'"salt"', b'"confidential_note"')), alone.stdout + alone.stderr)
    flat = open(public, "rb").read()
    for name, planted in {"a changed basis": flat.replace(b'"basis":"charter"', b'"basis":"Charter"', 1),
                          "an act that is gone": b"\n".join(flat.split(b"\n")[:40] + flat.split(b"\n")[41:])}.items():
        spoilt = workshop.write("planted.jsonl", planted)
        found = subprocess.run([sys.executable, "-c", code, spoilt], capture_output=True, text=True, timeout=60)
        check(f"which find {name}", planted != flat and found.returncode == 1 and "is not as it was recorded" in found.stderr, found.stderr)
    not_taken = run("journal", "import", public, "--database", workshop.path("fourth.sqlite"))
    check("public lines are not taken in, and it is said why", not_taken.code == 2 and "public lines" in not_taken.err, not_taken.said)
    lifted(workshop)
    other = workshop.path("other.sqlite")
    taken = run("journal", "import", lines, "--database", other)
    back = workshop.path("back.jsonl")
    run("journal", "export", back, "--database", other)
    check("a journal moves to another store byte for byte", taken.code == 0
          and hashlib.sha256(open(lines, "rb").read()).digest() == hashlib.sha256(open(back, "rb").read()).digest(), taken.said)
    check("and its tables are those of the first", run("export", "--all", workshop.path("a"), "--database", store).out
          == run("export", "--all", workshop.path("b"), "--database", other).out)
    rebuilt = run("rebuild", "--database", other)
    check("rebuild makes every record anew", rebuilt.code == 0 and run("doctor", "--database", other).code == 0, rebuilt.said)
    copy = workshop.path("backup.sqlite")
    saved = run("backup", copy, "--database", store)
    restored = workshop.path("restored.sqlite")
    put = run("restore", copy, "--database", restored)
    check("a backup is restored, checked first", saved.code == 0 and put.code == 0
          and run("journal", "verify", "--json", "--database", restored).out == run("journal", "verify", "--json", "--database", store).out, put.said)

    victim = workshop.path("flipped.sqlite")
    run("restore", copy, "--database", victim)
    connection = sqlite3.connect(victim)
    seq, body = connection.execute("SELECT seq, body FROM act WHERE kind = 'area' AND record = 'gold'").fetchone()
    flipped = bytearray(body if isinstance(body, bytes) else body.encode())
    flipped[len(flipped) // 2] ^= 1
    connection.execute("UPDATE act SET body = ? WHERE seq = ?", (bytes(flipped) if isinstance(body, bytes) else flipped.decode("utf-8", "replace"), seq))
    connection.commit()
    connection.close()
    verify = run("journal", "verify", "--database", victim)
    check("after one byte of one act is changed, verify fails and names the act", verify.code == 1
          and f"act {seq} (found area gold)" in verify.err, verify.said)
    doctor = run("doctor", "--database", victim)
    check("and doctor says so", doctor.code == 1 and "BAD" in doctor.out, doctor.said)
    emptied = workshop.path("emptied.sqlite")
    run("restore", copy, "--database", emptied)
    connection = sqlite3.connect(emptied)
    seq, record = connection.execute("SELECT seq, record FROM act WHERE kind = 'partner' AND part IS NOT NULL ORDER BY seq LIMIT 1").fetchone()
    connection.execute("UPDATE act SET part = NULL WHERE seq = ?", (seq,))
    connection.commit()
    connection.close()
    doctor = run("doctor", "--database", emptied)
    check("what is sealed and gone without an act that erased it is found", doctor.code == 1
          and f"act {seq} sealed of partner {record} is gone" in doctor.out, doctor.said)
    spoilt = workshop.write("spoilt.jsonl", open(lines, "rb").read().replace(b'"gold"', b'"Gold"', 1))
    refused = run("journal", "import", spoilt, "--database", workshop.path("third.sqlite"))
    check("a changed export is not taken in", refused.code in (1, 2) and "act" in refused.err, refused.said)


def lifted(workshop):
    """A store that a program of before left, in which the hashed line held all of a record."""
    old = workshop.path("first-form.sqlite")
    run("init", "--database", old)
    people = workshop.write("kept.csv", "id,partner,body,role,is_erased\nben,,advisory-group,member,false\n")
    run("import", "people", people, "--as", "ana:secretariat", "--database", old)
    run("export", "--all", workshop.path("before"), "--database", old)
    head = turn_back(old)
    for command in (["list", "areas"], ["doctor"], ["journal", "verify"], ["journal", "export", workshop.path("old.jsonl")]):
        refused = run(*command, "--database", old)
        check(f"{' '.join(command[:2])} of a journal of the first form says what to do", refused.code == 2 and "entente journal lift" in refused.err, refused.said)
    kept = contents(old)
    preview = run("journal", "lift", "--preview", "--database", old)
    check("a lift says first what it would do", preview.code == 0 and head in preview.out and "would be sealed" in preview.out
          and contents(old) == kept, preview.said)
    done = run("journal", "lift", "--json", "--database", old)
    told = json.loads(done.out) if done.code == 0 else {}
    check("and does it", told.get("old_head") == head and told["sealed"] == {"person": 1} and run("doctor", "--database", old).code == 0, done.said)
    run("export", "--all", workshop.path("after"), "--database", old)
    before, after = ({name: open(workshop.path(f"{folder}/{name}"), "rb").read() for name in os.listdir(workshop.path(folder))}
                     for folder in ("before", "after"))
    new = after.pop("journal-lifts.csv", None)
    check("every record is what it was, and one is new", new is not None and after == before, sorted(after.keys() ^ before.keys()))
    last = json.loads(run("journal", "log", "--limit", "1", "--json", "--database", old).out)
    check("the first act behind it holds the old chain's last hash", last["body"]["head"] == head and last["verb"] == "lift", last)
    again = run("journal", "lift", "--database", old)
    check("it is done once", again.code == 2 and "nothing to lift" in again.err, again.said)


def word(workshop):
    """The account of the options as a Word file; pandoc makes it, and where there is none a sentence says so."""
    import io
    import zipfile
    store = workshop.path("word.sqlite")
    run("init", "--database", store)
    asked = ["options", "--format", "docx", "--language", "fr", "--as-of", "2010-09-22", "--database", store]
    made = subprocess.run([ENTENTE, *asked], capture_output=True, timeout=120)
    inside = zipfile.ZipFile(io.BytesIO(made.stdout)).read("word/document.xml").decode() if made.stdout[:2] == b"PK" else ""
    told = [s["text"]["fr"] for s in json.loads(run("options", "--json", "--as-of", "2010-09-22", "--database", store).out)["narrative"]]
    plain = re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", inside)))
    missing = [s for s in told if re.sub(r"\s+", " ", s) not in plain]
    check(f"the Word file holds all {len(told)} sentences of the account", made.returncode == 0 and len(told) > 20 and not missing,
          made.stderr.decode() + "\n".join(missing[:3]))
    bare = run(*asked, env={"PATH": workshop.path("nowhere")})
    check("without pandoc a sentence says what to do", bare.code == 2 and "apt install pandoc" in bare.err, bare.said)


def own_options(workshop):
    """An option of one's own stands in the comparison, goes into a charter, and cannot be switched to."""
    store = workshop.path("own.sqlite")
    run("init", "--database", store)
    line, at = "default=2; results=memorandum:cop; name=Results by memorandum", ["--as-of", "2010-09-22", "--database", store]
    table = run("options", "--add", line, *at)
    check("an option of one's own stands in the comparison", table.code == 0 and "Option 4: Results by memorandum" in table.out, table.said)
    lines = run("options", "--add", line, "--format", "charter", *at).out
    shelf = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Charters", "gmp", "2010.yaml")
    draft = workshop.write("draft.yaml", open(shelf, encoding="utf-8").read().replace("\noptions:\n", "\noptions:\n" + lines).encode())
    checked = run("charter", "check", draft)
    check("its lines stand in a charter that checks clean", checked.code == 0, checked.said)
    from_charter = run("options", "--charter-file", draft, *at)
    check("and have the same figures there", from_charter.out == table.out, from_charter.said)
    looked = run("options", "switch", "own-1", "--dry-run", "--add", line, "--database", store)
    check("a switch to it can be looked at", looked.code == 0 and "Memorandum of understanding" in looked.out, looked.said)
    switched = run("options", "switch", "own-1", "--decision", "d", "--add", line, "--database", store)
    check("and not made", switched.code == 2 and "can only be looked at" in switched.err, switched.said)
    bad = run("options", "--add", "default=2; resluts=none; name=x", "--database", store)
    check("a slip in a part is met with the nearest one", bad.code == 2 and "did you mean \u201cresults\u201d" in bad.err, bad.said)


def motions(workshop):
    """A motion from the first word to the log of decisions, as delegates and the secretariat type it."""
    store = workshop.path("motions.sqlite")
    run("init", "--database", store, "--empty")
    rows = ["id,name_en,name_fr,category,sector,states_support,states_commitment,contribution,membership_since,state,qualifier,source,verification"]
    rows += [f"{name},{name},{name},ngo,civil-society,true,true,time,2020,admitted,exact,test,stated" for name in ("acme", "fern", "gaia")]
    run("import", "partners", workshop.write("members.csv", "\n".join(rows) + "\n"), "--database", store, "--as", "ana:secretariat")

    def motion(*words, by="jo:member:advisory-group"):
        return run("motion", *words, "--database", store, "--on", "2026-11-02", "--as", by)
    text = ("--text-en", "Adopt the framework.", "--text-fr", "Adopter le cadre.")
    put = motion("propose", "m-1", "--subject", "framework", "--by", "acme", *text, by="ana:focal-point:acme")
    check("a member puts a motion", put.code == 0 and "proposed" in put.out, put.said)
    wrong = motion("propose", "m-2", "--subject", "weather", "--by", "acme", *text)
    check("a subject of nobody is refused with those there are", wrong.code == 2 and "framework, guidelines" in wrong.err, wrong.said)
    early = motion("vote", "m-1", "acme", "yes")
    check("before it is open nobody votes", early.code == 2 and "only an open one takes votes" in early.err, early.said)
    opened = motion("open", "m-1")
    register = motion("register", "m-1")
    check("the register is the partners of the day", opened.code == 0 and all(n in register.out for n in ("acme", "fern", "gaia")), register.said)
    votes = [motion("vote", "m-1", who, what, by=f"x:focal-point:{who}") for who, what in (("acme", "yes"), ("fern", "abstain"))]
    twice = motion("vote", "m-1", "acme", "no")
    foreign = motion("vote", "m-1", "gaia", "no", by="x:focal-point:fern")
    odd = motion("vote", "m-1", "gaia", "maybe")
    check("votes are taken once, from whoever they belong to, in words that are votes",
          all(v.code == 0 for v in votes) and twice.code == 2 and "has voted" in twice.err and foreign.code == 2
          and "the focal point of gaia" in foreign.err and odd.code == 2 and "one of yes, no" in odd.err, twice.said + foreign.said + odd.said)
    ballots = "id,motion,round,voter,choice,day,qualifier,source,verification\n{0},m-1,1,gaia,yes,2026-11-02,exact,minutes,stated\n"
    free = run("import", "ballots", workshop.write("free.csv", ballots.format("b-1")), "--preview", "--database", store)
    stranger = run("import", "ballots", workshop.write("stranger.csv", ballots.format("m-1-1-gaia")), "--database", store,
                   "--as", "x:focal-point:fern")
    outsider = run("import", "ballots", workshop.write("outsider.csv", ballots.format("m-1-1-gaia").replace("gaia", "ghost")),
                   "--preview", "--database", store)
    check("a file of minutes is held to what a vote by hand is held to", stranger.code == 2 and "the focal point of gaia" in stranger.err
          and outsider.code == 2 and "not on the register" in outsider.err, stranger.said + outsider.said)
    taken = run("import", "ballots", workshop.write("taken.csv", ballots.format("m-1-1-gaia")), "--database", store, "--as", "ana:secretariat")
    check("minutes come from a file, one vote a member", "MOTION-BALLOT-VOTER" in free.said and taken.code == 0, free.said + taken.said)
    preview = motion("count", "m-1", "--preview")
    check("a count is looked at before it is kept", preview.code == 0 and "carried" in preview.out
          and '"open"' in run("show", "motion", "m-1", "--json", "--database", store).out, preview.said)
    before = workshop.path("motions.csv")
    run("export", "motions", before, "--database", store)
    with open(before, newline="", encoding="utf-8") as file:
        kept = [{k: v for k, v in row.items() if k != "version"} for row in csv.DictReader(file)]
    with open(before, "w", newline="", encoding="utf-8") as file:
        # Without its version a row is no conflict, so that the rule itself is asked.
        writer = csv.DictWriter(file, kept[0])
        writer.writeheader()
        writer.writerows(kept)
    counted = motion("count", "m-1")
    back = run("import", "motions", before, "--database", store, "--as", "ana:secretariat")
    check("a file does not open again what was counted", back.code == 2 and "motion m-1 is decided" in back.err, back.said)
    log = run("show", "decision", "m-1", "--json", "--database", store)
    check("what is carried stands in the log of decisions", counted.out == preview.out and log.code == 0
          and "decisions.who-decides.framework" in log.out and "2026-11-02" in log.out, counted.said + log.said)


def money(workshop):
    store = workshop.path("money.sqlite")
    run("init", "--database", store)
    def act(*arguments):
        return run(*arguments, "--database", store, "--as", "ana:secretariat")
    def allocate(area, amount, *more):
        return act("allocate", "special-trust-fund", "--area", area, "--amount", amount, "--cycle", "2022-2023", "--on", "2022-05-03", *more)
    heads = "currency,amount_kind,window,cycle,earmark,qualifier,source,verification"
    gifts = workshop.write("gifts.csv", f"id,donor,sector,amount_minor,amount_{heads}\n"
                           "free,Trust,private,4000,USD,cash,special-trust-fund,cycle-2022-2023,,exact,recalled,unverified\n")
    pledges = workshop.write("pledges.csv", f"id,donor,promised,paid,state,amount_minor,amount_{heads}\n"
                             "promise,State,2022-04,0,agreed,6000,USD,cash,special-trust-fund,cycle-2022-2023,gold,exact,recalled,unverified\n")
    taken = [act("import", kind, file) for kind, file in (("contributions", gifts), ("pledges", pledges))]
    check("gifts and promises are taken from files", all(t.code == 0 for t in taken), taken[1].said)
    finer = act("pledge", "pay", "promise", "0.005")
    check("an amount finer than a cent is refused", finer.code == 2 and "no amount of USD" in finer.err, finer.said)
    paid = act("pledge", "pay", "promise", "60", "--on", "2022-05-01")
    check("a payment says what is outstanding and which contribution it is", paid.code == 0
          and "received, 60.00 USD paid, 0.00 USD outstanding; contribution promise-payment-2" in paid.out, paid.said)
    rehearsed = allocate("gold", "70.00 USD", "--dry-run")
    check("a dry run says what is held, set aside and left, and writes nothing", rehearsed.code == 0
          and "before: 100.00 USD held, 0.00 USD allocated, 40.00 USD free, 60.00 USD set aside" in rehearsed.out
          and "after: 100.00 USD held, 70.00 USD allocated, 30.00 USD free, 0.00 USD set aside" in rehearsed.out
          and len(run("list", "allocations", "--database", store).out.splitlines()) < 2, rehearsed.said)
    elsewhere = allocate("waste", "40.01 USD")
    check("what is set aside for gold does not go to waste: one sentence, exit code 2", elsewhere.code == 2
          and "has 40.00 USD free and set aside 60.00 USD for gold; waste can have 40.00 USD" in elsewhere.err
          and len(elsewhere.err.strip().splitlines()) == 1, elsewhere.said)
    told = json.loads(allocate("gold", "100 USD", "--json").out)
    check("to a program an allocation says the same", told["after"]["free"] == 0 and told["after"]["set_aside"][0]["left"] == 0, told)
    again = allocate("gold", "0.01 USD", "--id", "more")
    back = act("move", "allocation", told["id"], "withdraw", "--on", "2022-05-03")
    third = allocate("waste", "40.00 USD")
    check("what is withdrawn is there again", again.code == 2 and back.code == 0 and third.code == 0, third.said)


def formations(workshop):
    """A need becomes a partnership: each step from the command line, with what it refuses before it is ready."""
    store = workshop.path("formations.sqlite")
    run("init", "--database", store)

    def formation(*words, on=None):
        return run("formation", *words, *(("--on", on) if on else ()), "--database", store, "--as", "ana:secretariat")
    need = formation("need", "lake", "--name-en", "Lake Partnership", "--name-fr", "Partenariat des lacs", "--need-en",
                     "Nobody measures lakes.", "--need-fr", "Personne ne mesure les lacs.", "--source", "A34", on="2026-01-10")
    early = formation("join", "lake", "kenya", "--sector", "public", "--agreed", "2026-03-01")
    check("a need is recorded, and nobody joins before there is a proposal", need.code == 0 and early.code == 2, need.said + early.said)
    formation("propose", "lake", "--by", "gold", "--text-en", "Sample ten lakes.", "--text-fr", "Sonder dix lacs.", "--goal-en", "Know the load.",
              "--goal-fr", "Connaître la charge.", on="2026-02-01")
    formation("join", "lake", "kenya", "--name-en", "Kenya", "--name-fr", "Kenya", "--sector", "public", "--agreed", "2026-03-01")
    few = formation("charter", "lake", "mercury-free-gold", on="2026-04-01")
    check("one partner of one sector is not enough", few.code == 2 and "so far: 1" in few.err, few.said)
    formation("join", "lake", "watch", "--name-en", "Lake Watch", "--name-fr", "Lake Watch", "--sector", "civil-society", "--agreed", "2026-03-01")
    spoilt = formation("charter", "lake", workshop.write("spoilt.yaml", "charter: lake\n"), on="2026-04-01")
    drafted = formation("charter", "lake", "mercury-free-gold", on="2026-04-01")
    check("a charter with faults is refused, a clean one is taken", spoilt.code == 2 and drafted.code == 0, spoilt.said + drafted.said)
    bare = run("move", "formation", "lake", "launch", "--database", store, "--as", "ana:secretariat")
    unknown = formation("launch", "lake", "--decision", "nowhere", on="2026-06-01")
    shown = run("formation", "show", "lake", "--database", store)
    check("without a decision nothing is launched, by whatever command", bare.code == 2 and unknown.code == 2
          and shown.code == 0 and "decision" in shown.out, bare.said + unknown.said + shown.said)


def surroundings(workshop):
    for shell in ("bash", "zsh", "fish"):
        script = run("--generate-completion-script", shell)
        check(f"completions for {shell}", script.code == 0 and "charter" in script.out and len(script.out) > 1000, script.said[:300])
    for command in ([], ["charter"], ["journal"], ["person"], ["import"], ["serve"]):
        told = run(*command, "--help")
        check(f"help of {' '.join(command) or 'entente'}", told.code == 0 and len(told.out) > 200, told.said)
    check("help lists the exit codes", "Exit codes: 0 done; 1 failed while working; 2 the input was refused; 64" in run("--help").out)
    folder = workshop.path("a folder with spaces")
    os.makedirs(folder)
    made = run("init", "--database", os.path.join(folder, "my store.sqlite"), cwd=folder)
    check("it works in a folder with spaces", made.code == 0, made.said)
    setting = run("doctor", cwd=folder, env={"ENTENTE_DATABASE": os.path.join(folder, "my store.sqlite")})
    check("doctor says which setting came from where", "ENTENTE_DATABASE" in setting.out, setting.said)
    workshop.write("a folder with spaces/entente.yaml", "databse: x\n")
    typo = run("doctor", cwd=folder)
    check("a slip in entente.yaml is a sentence", typo.code == 2 and "is no setting; there are" in typo.err, typo.said)


def documented():
    """Every command and setting stands in the reference, and the README's commands are ones that run."""
    def read(name):
        with open(os.path.join(ROOT, name), encoding="utf-8") as file:
            return file.read()
    reference = read("docs/reference/commands.md")
    words = commands()
    missing = [" ".join(c) for c in words if f"entente {' '.join(c)}" not in reference]
    check(f"all {len(words)} commands are in the reference", len(words) > 20 and not missing, missing)
    options = {option for c in words for option in re.findall(r"^  (--[a-z-]+)", run(*c, "--help").out, re.M)} 
    unknown = [option for option in re.findall(r"(--[a-z][a-z-]+)", reference) if option not in options | {"--help", "--generate-completion-script"}]
    check("the reference names no option that does not exist", not unknown, unknown)
    settings = re.findall(r"^  (\w+)  ", run("doctor", "--database", "/nonexistent/x").out, re.M) or ["database", "charters", "language", "host", "port", "log"]
    check("every setting is in the reference", all(f"ENTENTE_{name.upper()}" in reference for name in settings), settings)
    readme = re.findall(r"^    \.build/release/entente (.*?)(?: +#.*)?$", read("README.md"), re.M)
    with Workshop() as workshop:
        store = workshop.path("readme.sqlite")
        run("init", "--database", store)
        failing = [line for line in readme if run(*shlex.split(line), cwd=ROOT, env={"ENTENTE_DATABASE": store}).code]
    check(f"the README's {len(readme)} commands run", len(readme) > 3 and not failing, failing)


def main():
    need(ENTENTE)
    with Workshop() as workshop:
        store = workshop.path("partnership.sqlite")
        founding(store)
        charters(workshop)
        report(store)
        records(store, workshop)
        verbs(workshop)
        persons(store, workshop)
        journal(store, workshop)
        word(workshop)
        own_options(workshop)
        motions(workshop)
        money(workshop)
        formations(workshop)
        surroundings(workshop)
    documented()
    finish()


main()
