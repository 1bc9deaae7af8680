"""This build beside another of the same program: each row in turn, the same records, ratios of medians.

The other is a checkout built in release mode: ./bench beside /path/to/checkout
"""
import contextlib
import json
import os
import re
import statistics
import subprocess
import sys
import time

from .options import large_charter
from .portal import anew, import_partners
from .places import ROOT, TOOLS, Server, environment, folder, free_port, scale

ROUNDS = 7


def programs(checkout):
    build = os.path.join(checkout, ".build", "release")
    found = [os.path.join(build, name) for name in ("entente", "entente-bench")]
    for path in found:
        if not os.path.exists(path):
            sys.exit(f"{path} is not there; build that checkout first: swift build -c release --static-swift-stdlib --product entente, and entente-bench")
    return found


def timed(command, cwd):
    begun = time.perf_counter()
    done = subprocess.run(command, capture_output=True, env=environment(), cwd=cwd)
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr.decode()[-2000:]}")
    return time.perf_counter() - begun, done.stdout


def entry(what, unit, ours, theirs, more_is_better, bar=None):
    """Medians of rounds taken in turn, and the median of the rounds' own ratios: a slow minute slows both sides."""
    a, b = statistics.median(ours), statistics.median(theirs)
    ratios = [x / y if more_is_better else y / x for x, y in zip(ours, theirs)]
    ratio = statistics.median(ratios)
    made = {"what": what, "ours": f"{a:,.4g} {unit}", "peer": f"{b:,.4g} {unit} (the other build)",
            "ratio": f"{ratio:.3f} ({min(ratios):.2f} to {max(ratios):.2f})"}
    if bar:
        made.update(bar=f"≥ {bar}", met=ratio >= bar)
    return made


def append(ours, theirs):
    """The ratio of each build to raw C in the same run, so that the disk's moods fall out."""
    found = ([], [])
    for _ in range(3):
        for side, bench in enumerate((ours[1], theirs[1])):
            with folder() as place:
                done = subprocess.run([bench, "append"], env={**environment(), "ENTENTE_BENCH_DIR": place}, cwd=ROOT,
                                      stdout=subprocess.PIPE, check=True)
            rows = {row["what"]: row["ratio"] for row in map(json.loads, done.stdout.decode().splitlines())}
            found[side].append(rows)
    return [entry(f"{what}, of raw C", "", [r[what] for r in found[0]], [r[what] for r in found[1]], True,
                  0.98 if "batches of 100," in what else None) for what in found[0][0]]


def options(ours, theirs):
    with folder() as place:
        charters = os.path.join(place, "charters")
        os.makedirs(os.path.join(charters, "gmp"))
        with open(os.path.join(charters, "gmp", "2020.yaml"), "w", encoding="utf-8") as file:
            file.write(large_charter())
        sides = []
        for side, (program, _) in enumerate((ours, theirs)):
            database = os.path.join(place, f"{side}.sqlite")
            timed([program, "--database", database, "--charters", charters, "init", "--charter", "gmp"], ROOT)
            with standing_in(program):
                import_partners(database, place, 0, scale(5_000))
            sides.append((program, database))
        seconds = ([], [])
        for _ in range(ROUNDS):
            for side, (program, database) in enumerate(sides):
                seconds[side].append(timed([program, "--database", database, "options", "--format", "json"], ROOT)[0])
    return [entry("options compared, the whole command", "s", *seconds, False, 1)]


@contextlib.contextmanager
def standing_in(program):
    """The measurements of the portal call the program of this build by its place; here it is another's turn."""
    from . import portal
    kept = portal.ENTENTE
    portal.ENTENTE = program
    try:
        yield
    finally:
        portal.ENTENTE = kept


def requests_per_second(port, page, seconds=3):
    out = subprocess.run(["wrk", "-t1", "-c8", f"-d{seconds}s", f"http://127.0.0.1:{port}{page}"], capture_output=True,
                         text=True, check=True).stdout
    return float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1))


def pages(ours, theirs):
    paths = ["/", "/partners", "/areas/gold", "/activities", "/governance", "/treaties", "/options", "/report/2009-2010",
             "/records/area/gold", "/api/v1/partners", "/about/data"]
    entries = []
    with folder() as place, contextlib.ExitStack() as stack:
        servers = []
        for side, (program, _) in enumerate((ours, theirs)):
            database = os.path.join(place, f"{side}.sqlite")
            timed([program, "--database", database, "init", "--charter", "gmp"], ROOT)
            with standing_in(program):
                import_partners(database, place, 0, scale(2_000))
            port = free_port()
            servers.append(stack.enter_context(
                Server([program, "--database", database, "serve", "--port", str(port)], port, "/")))
        for path in paths:
            found = ([], [])
            for _ in range(3):
                for side, server in enumerate(servers):
                    found[side].append(requests_per_second(server.port, anew(path)))
            entries.append(entry(f"{path}, made anew", "req/s", *found, True, 1))
        entries.append({"what": "memory after them", "ours": f"{servers[0].megabytes()} MB",
                        "peer": f"{servers[1].megabytes()} MB (the other build)"})
    return entries


def start(ours, theirs):
    with folder() as place:
        seconds, idle = ([], []), [0, 0]
        for side, (program, _) in enumerate((ours, theirs)):
            timed([program, "--database", os.path.join(place, f"{side}.sqlite"), "init", "--charter", "gmp"], ROOT)
        for _ in range(ROUNDS):
            for side, (program, _) in enumerate((ours, theirs)):
                port = free_port()
                with Server([program, "--database", os.path.join(place, f"{side}.sqlite"), "serve", "--port", str(port)],
                            port, "/") as server:
                    seconds[side].append(server.seconds_to_first_page)
                    idle[side] = server.megabytes()
    first = entry("start to the first page", "s", *seconds, False)
    first.update(bar="≤ 0.3 s", met=statistics.median(seconds[0]) <= 0.3)
    return [first, {"what": "idle memory", "ours": f"{idle[0]} MB", "peer": f"{idle[1]} MB (the other build)",
                    "bar": "≤ 60 MB", "met": idle[0] <= 60}]


def beside(checkout):
    os.makedirs(TOOLS, exist_ok=True)
    ours, theirs = programs(ROOT), programs(os.path.abspath(checkout))
    return [found for row in (append, options, pages, start) for found in row(ours, theirs)]
