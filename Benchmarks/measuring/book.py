"""What was measured, kept from run to run, and the page made of it."""
import datetime
import json
import os
import platform
import subprocess

from .places import ROOT

# In the repository, so that a row that is not run again keeps what was measured.
KEPT = os.path.join(ROOT, "Benchmarks", "results.json")
PAGE = os.path.join(ROOT, "docs", "benchmarks.md")
WHY = os.path.join(ROOT, "Benchmarks", "why.json")
NOTICED = "## Tests that notice\n"

TITLES = {
    "append": ("Acts appended", "Rules checked, canonical JSON, SHA-256 chain, row and act in one transaction. The records "
               "stand ready in memory, as the rows of the C program do; both write the same bytes into the same tables, in turn."),
    "rebuild": ("All tables made anew from the journal", "One transaction, three acts to a record, references checked at its end, "
                "while a reader asks on. The C program only inserts the finished rows."),
    "verify": ("The chain verified", "For information."),
    "tree": ("The journal's signed state", "A hash is kept for each 256 acts and for each 256 of those; whoever asks for the state or for a proof waits for the rest. The longest of 200 proofs is told."),
    "postgres": ("The same on PostgreSQL", "`COPY` checks no rule, hashes nothing and takes the finished rows as text: the most "
                 "that server can take. No bar was set."),
    "pages": ("Pages from 100,000 partners", "`wrk -t1 -c32`, the same SQLite file, in turn. datasette runs immutable and without suggested facets, its fastest way. "
              "Between two acts Entente keeps its answers, and the bars are for those; what an answer costs that is made anew stands beside."),
    "start": ("Start and memory", "`entente serve` on the mercury partnership until the first `200` of `/`."),
    "options": ("Options compared", "`entente options --format json` as a whole process: opening the store, reading the facts, deriving every "
                "cell of every part under every option, and writing them."),
    "acts": ("Pages while acts are recorded", "`wrk -t1 -c256` on the home page; a program beside the server records fifty acts a second, each in a transaction "
             "of its own. Every act changes the page: it is made once, and all who ask meanwhile wait for that."),
    "attack": ("Six attackers at once", "For half a minute: addresses of 75 KB with 9,000 filters, addresses that differ each time, 200 half-open connections that send "
               "a letter now and then, the file of 50,000 partners again and again, options of one's own, records that are not there. "
               "Somebody asks for `/healthz` ten times a second."),
    "growth": ("Growth", "One store, filled through `entente import partners` in files of at most 100,000 rows; one page asked at a time, each made anew. What is counted over all partners is counted once after each act and kept."),
    "faults": ("Commands that are killed", "Each command that writes is killed (SIGKILL) again and again while it is at work: while it has its store open, and most of "
               "the time while it writes. Afterwards the store or the file is as it was before the command or as the command leaves it, `entente doctor` "
               "finds nothing, what was said to be done is done, and the same command goes through over what the kills left. A kill before a command has "
               "opened its store is not counted. Which commands, and why the others are not: `Tests/scripts/support/writing.py`. It shows the death "
               "of a process, not the loss of power. The build is the optimised one that people run; `./test` kills the other."),
    "beside CHECKOUT": ("Beside an earlier build", "Two builds of Entente on the same records, in turn; a ratio above 1 is in favour of this one, and is the median "
               "of the ratios of the rounds (least to greatest). Pages are asked for under addresses whose answers are not kept."),
}


def load():
    try:
        with open(KEPT) as file:
            return json.load(file)
    except FileNotFoundError:
        return {}


def keep(name, entries):
    kept = load()
    kept[name] = {"entries": entries, "on": datetime.date.today().isoformat(), "load": f"{os.getloadavg()[0]:.1f}"}
    with open(KEPT, "w") as file:
        json.dump(kept, file, indent=1, ensure_ascii=False)


def line(entry):
    words = [entry["what"] + ":", entry["ours"]]
    if entry.get("peer"):
        words.append(f"beside {entry['peer']}")
    if entry.get("ratio"):
        words.append(f"= {entry['ratio']} ×")
    if entry.get("bar"):
        words.append(f"(bar {entry['bar']}: {'met' if entry['met'] else 'MISSED'})")
    return " ".join(words)


def machine():
    model = "unknown processor"
    with open("/proc/cpuinfo") as file:
        for row in file:
            if row.startswith("model name"):
                model = row.split(":")[1].strip()
                break
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 30
    try:
        with open("/etc/os-release") as file:
            system = dict(row.rstrip().split("=", 1) for row in file if "=" in row)["PRETTY_NAME"].strip('"')
    except (OSError, KeyError):
        system = platform.system()
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout.split("\n")[0]
    return f"{os.cpu_count()} cores ({model}), {memory + 1} GB, {system}, {swift}"


def write():
    kept = load()
    with open(WHY) as file:
        why = json.load(file)
    text = ["# Benchmarks", "", "Written by `./bench`; do not edit by hand (reasons: `Benchmarks/why.json`). "
            "Ratios travel from machine to machine, figures do not. Each side runs in turn, medians of 3 to 5 rounds, release build.",
            "", f"Machine: {machine()}.", "",
            "To repeat: `./bench` (about 20 minutes, installs the peers), or `./bench NAME` for one row: "
            + ", ".join(f"`{name}`" for name in TITLES) + ".", ""]
    for name, (title, how) in TITLES.items():
        if name not in kept:
            continue
        row = kept[name]
        text += [f"## {title}", "", f"{how} Measured on {row['on']}, load {row['load']} at the end (`./bench {name}`).", "",
                 "| What | Ours | Peer | Ratio | Bar | |", "|---|---|---|---|---|---|"]
        reasons = []
        for entry in row["entries"]:
            met = {True: "met", False: "missed", None: ""}[entry.get("met")]
            if entry.get("met") is False and entry["what"] in why:
                met = f"missed: {why[entry['what']]}"
            cells = [entry["what"], entry["ours"], entry.get("peer", ""), entry.get("ratio", ""), entry.get("bar", ""), met]
            text.append("| " + " | ".join(cells) + " |")
        if why.get(name):
            reasons.append(why[name])
        text += ["", *reasons, ""] if reasons else [""]
    page = "\n".join(text).rstrip() + "\n"
    # What `scripts/mutants` measured stands at the end and is not ours to write.
    try:
        with open(PAGE) as file:
            before = file.read()
        if NOTICED in before:
            page += "\n" + before[before.index(NOTICED):]
    except FileNotFoundError:
        pass
    with open(PAGE, "w") as file:
        file.write(page)
