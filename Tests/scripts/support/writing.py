"""Every command of the program: those that write, each with words that make it write, to be killed; and those that are not
killed, each with the reason and words by which it shows that it writes nothing. A command that stands in neither fails
the check, so whoever adds one says here what becomes of it when it is killed."""
import os
import shlex
import shutil

from checks import ROOT, run
from first_form import turn_back

ANA = ("--as", "ana:secretariat")
TEXT = '--text-en "Adopt it." --text-fr "L’adopter."'
LAKE = '--name-en "Lake Partnership" --name-fr "Partenariat des lacs"'
TARGET = "--database {target}"
MOTION = f"--on 2026-11-02 {TARGET} --as jo:member:advisory-group"
STEP = f"{TARGET} --as ana:secretariat"

# What is killed: the command, the words behind it, and whether it changes a store that is there; a name there is that of a
# store among the materials, in place of the furnished one. {target} is that store, or a name where nothing lies yet; {store} is a store to read from. A command may be killed in several of its ways: what stands
# behind a comma tells them apart.
KILLED = (
    # Stores that are made
    ("init", TARGET, False),
    ("init, from a model", f"--from fsc --charter lake {LAKE} {TARGET}", False),
    ("restore", f"{{backup}} {TARGET}", False),
    ("journal import", f"{{journal}} {TARGET}", False),
    # Files that are made
    ("backup", "{target} --database {store}", False),
    ("export", "areas {target} --database {store}", False),
    ("export, every kind", "--all {target} --database {store}", False),
    ("journal export", "{target} --database {store}", False),
    ("journal prove", "1 {target} --database {store}", False),
    ("charter new", f"--from fsc --id lake {LAKE} {{target}}", False),
    # Stores that are changed
    ("act", f"partner screen acme {STEP}", True),
    ("move", f"partner fern admit --on 2012-03-04 --reason \"decision of 3 May\" {STEP}", True),
    ("partner place", f"gaia --sector private --reason \"letter of 2 June\" {STEP}", True),
    ("partner join", f"gaia waste {STEP}", True),
    ("pledge pay", f"promise 25.50 --on 2022-05-01 --reason \"bank statement of 3 May\" {STEP}", True),
    ("allocate", f"special-trust-fund --area gold --amount \"40.00 USD\" --cycle 2022-2023 --on 2022-05-03 {STEP}", True),
    ("import", f"partners {{partners}} {STEP}", True),
    ("journal import, into a store that is there", f"{{ahead}} {TARGET}", True),
    ("journal lift", TARGET, "first"),
    ("act, to erase", f"partner erase gaia --reason \"an order\" {STEP}", True),
    ("rebuild", TARGET, True),
    ("options switch", f"3 --decision dec-unea --decision dec-cop --since 2024-06-01 {STEP}", True),
    ("charter adopt", f"{{edition}} --decision dec-charter --since 2027-01-01 {STEP}", True),
    ("motion propose", f"m-new --subject framework --by gaia {TEXT} {MOTION}", True),
    ("motion second", f"m-put --by terra {MOTION}", True),
    ("motion open", f"m-put {MOTION}", True),
    ("motion change", f"m-open {TEXT} {MOTION}", True),
    ("motion vote", f"m-open gaia yes {MOTION}", True),
    ("motion count", f"m-voted {MOTION}", True),
    ("formation need", f"new {LAKE} --need-en \"Nobody measures lakes.\" --need-fr \"Personne ne mesure les lacs.\" --source A34 --on 2026-01-10 {STEP}", True),
    ("formation propose", f"needed --by gold --text-en \"Sample lakes.\" --text-fr \"Sonder des lacs.\" --goal-en \"Know.\" --goal-fr \"Savoir.\" --on 2026-02-01 {STEP}", True),
    ("formation join", f"proposed stream --name-en Stream --name-fr Stream --sector public --agreed 2026-03-01 {STEP}", True),
    ("formation leave", f"proposed kenya --on 2026-03-05 {STEP}", True),
    ("formation charter", f"proposed {{draft}} --on 2026-04-01 {STEP}", True),
    ("formation launch", f"drafted --decision dec-lake --on 2026-06-01 {STEP}", True),
    ("formation abandon", f"needed --reason-en \"Others do it.\" --reason-fr \"D’autres le font.\" --on 2026-02-01 {STEP}", True),
    ("person reach", f"p3 --name \"Another name\" --email new@example.org {TARGET}", True),
    ("person erase", f"p4 {STEP}", True),
    # Whoever opens a store to read it writes in its first bytes that a log belongs to it, and takes that away again.
    ("list", f"areas {TARGET}", True),
)

# What is in no byte of the store any more once the command is done.
FORGETS = {"person erase": "p4@example.org", "act, to erase": "told in confidence"}

READS = "reads, and shows what it read"
# What is not killed: why, and words with which it leaves everything as it is.
SPARED = {
    "serve": ("goes on until it is stopped, and writes no act; that it is killed while pages are asked for is tried apart", None),
    "show": (READS, "area gold"),
    "verbs": (READS, "partner acme"),
    "report": (READS, "2009-2010"),
    "options compare": (READS, "--as-of 2010-09-22"),
    "motion register": (READS, "m-open --on 2026-11-02"),
    "check": (READS, "--as-of 2010-09-22"),
    "charter check": (READS, "{edition}"),
    "charter explain": (READS, "{edition}"),
    "charter keys": (READS, ""),
    "charter compare": (READS, "fsc/2010 fsc/2017"),
    "journal log": (READS, ""),
    "journal verify": (READS, ""),
    "journal checkpoint": (READS, ""),
    "journal key show": (READS, ""),
    "journal key make": ("writes one file of a line, which takes its name when it is whole, as that of journal prove does", None),
    "journal tiles": ("writes files, each of which takes its name when it is whole, and the state of them last; the next goes on from there", None),
    "person contact": (READS, "p4"),
    "duties": (READS, "gaia --as-of 2020-01-01"),
    "roll-up": (READS, "--as-of 2015-12-31"),
    "formation show": (READS, "drafted"),
    "doctor": ("reads; the tables it makes to compare with are its own and gone with it", ""),
}


def furnish(workshop, store):
    """Puts into a store what the rows above work on, and makes the files that they name."""
    def entente(words, *, by="ana:secretariat"):
        ran = run(*shlex.split(words), "--database", store, "--as", by)
        assert ran.code == 0, f"{words}: {ran.said}"

    def take(kind, *rows):
        entente(f"import {kind} {workshop.write(f'{kind}.csv', chr(10).join(rows) + chr(10))} --reason test")

    heads = "currency,amount_kind,window,cycle,earmark,qualifier,source,verification"
    partner = "id,name_en,name_fr,category,sector,areas,states_support,states_commitment,contribution,membership_since,state,qualifier,source,verification"
    one = "{0},{0},{0},ngo,civil-society,gold,true,true,time,2020,{1},exact,test,stated".format
    take("partners", partner, *(one(id, "admitted") for id in ("gaia", "terra", "luna")), one("acme", "applied"), one("fern", "applied"))
    entente("move partner fern screen")
    entente("act partner correct gaia --set \"confidential_note=told in confidence\" --reason \"a call\"")
    take("contributions", f"id,donor,sector,amount_minor,amount_{heads}",
         "free,Trust,private,4000,USD,cash,special-trust-fund,cycle-2022-2023,,exact,recalled,unverified")
    take("pledges", f"id,donor,promised,paid,state,amount_minor,amount_{heads}",
         "promise,State,2022-04,0,agreed,6000,USD,cash,special-trust-fund,cycle-2022-2023,gold,exact,recalled,unverified")
    take("decisions", "id,body,proposer,outcome,subject,clause,date,text_en,qualifier,source,verification,state",
         *(f"dec-{id},{body},unep-chemicals,decides,{subject},{clause},{date},Example.,exact,test,stated,taken" for id, body, subject, clause, date in (
             ("unea", "unea", "option-in-force", "A29", "2024-03-01"), ("cop", "cop", "option-in-force", "A29", "2024-03-01"),
             ("charter", "advisory-group", "framework", "5", "2020-01-01"), ("lake", "advisory-group", "new-area", "A33", "2026-05-01"))))
    for motion in ("put", "open", "voted"):
        entente(f"motion propose m-{motion} --subject framework --by gaia {TEXT} --on 2026-11-01")
        if motion != "put":
            entente(f"motion open m-{motion} --on 2026-11-01")
    for member in ("gaia", "terra"):
        entente(f"motion vote m-voted {member} yes --on 2026-11-01")
    steps = ("propose {0} --by gold --text-en S. --text-fr S. --goal-en K. --goal-fr K. --on 2026-02-01",
             "join {0} kenya --name-en Kenya --name-fr Kenya --sector public --agreed 2026-03-01",
             "join {0} watch --name-en Watch --name-fr Watch --sector civil-society --agreed 2026-03-01",
             "charter {0} mercury-free-gold --on 2026-04-01")
    for formation, taken in (("needed", 0), ("proposed", 3), ("drafted", 4)):
        entente(f"formation need {formation} {LAKE} --need-en N. --need-fr N. --source A34 --on 2026-01-10")
        for step in steps[:taken]:
            entente("formation " + step.format(formation))

    def charter(edition, *changes):
        with open(os.path.join(ROOT, "Charters", *edition), encoding="utf-8") as file:
            text = file.read()
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new, 1)
        return workshop.write(f"{edition[0]}-changed.yaml", text)

    materials = {
        "partners": workshop.write("more.csv", "\n".join([partner, *(one(f"more-{n}", "admitted") for n in range(400))]) + "\n"),
        "edition": charter(("gmp", "2020.yaml"), ('edition: "2020"', 'edition: "2027"')),
        "draft": "mercury-free-gold",
        "first": workshop.path("first.sqlite"), "backup": workshop.path("backup"), "journal": workshop.path("journal"), "ahead": workshop.path("ahead"),
    }
    entente(f"backup {materials['backup']}")
    shutil.copy(store, materials["first"])
    turn_back(materials["first"])
    entente(f"journal export {materials['journal']}")
    ahead = workshop.path("ahead.sqlite")
    shutil.copy(store, ahead)
    for words in (f"import partners {materials['partners']}", f"journal export {materials['ahead']}"):
        ran = run(*shlex.split(words), "--database", ahead, *ANA)
        assert ran.code == 0, ran.said
    return materials
