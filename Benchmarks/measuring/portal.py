"""The portal: its pages beside datasette's, its start, its memory, and how both grow."""
import csv
import os
import re
import statistics
import subprocess
import sys
import time

from .places import ENTENTE, datasette, folder, run, scale, serve

# Categories of the charter, each with its sector.
CATEGORIES = {"government": "public", "igo": "public", "ngo": "civil-society", "industry": "private", "academia": "universities"}
COUNTRIES = ["KG", "GH", "JP", "BR", "FR", "SN", "IN", "CA"]
AREAS = ["gold", "coal", "chlor-alkali", "products", "fate-and-transport", "waste", "supply"]


def partner(n):
    """One partner of many; different for every n, and always the same for the same."""
    return {
        "id": f"partner-{n:07}", "name_en": f"Institute No. {n} for the Sound Management of Mercury",
        "name_fr": f"Institut n° {n} pour la gestion rationnelle du mercure",
        "category": list(CATEGORIES)[n % 5], "sector": list(CATEGORIES.values())[n % 5], "country": COUNTRIES[n % 8],
        "areas": "; ".join(AREAS[n % 6:n % 6 + 1 + n % 2]), "states_support": "true", "states_commitment": "true",
        "contribution": f"Measures, trains and reports in district {n % 311}, and shares what it learns.",
        "membership_since": f"{2005 + n % 15}-{1 + n % 12:02}", "qualifier": "exact", "source": "",
        "verification": "unverified", "state": "admitted",
    }


def write_partners(path, numbers):
    with open(path, "w", newline="") as file:
        table = csv.DictWriter(file, list(partner(0)))
        table.writeheader()
        table.writerows(partner(n) for n in numbers)


def import_partners(database, place, start, end):
    """Seconds to take partners in, in files of at most 100,000."""
    seconds = 0
    for first in range(start, end, 100_000):
        path = os.path.join(place, "partners.csv")
        write_partners(path, range(first, min(first + 100_000, end)))
        begun = time.perf_counter()
        run(ENTENTE, "--database", database, "import", "partners", path, "--as", "bench:secretariat")
        seconds += time.perf_counter() - begun
        os.remove(path)
    return seconds


def founded(place):
    database = os.path.join(place, "entente.sqlite")
    run(ENTENTE, "--database", database, "init", "--charter", "gmp")
    return database


def anew(page):
    """The same page under an address of more than 400 bytes, whose answer is not kept (see ReplyBook)."""
    return page + ("&" if "?" in page else "?") + "&".join(["lang=en"] * 55)


def ask(server, page, connections, seconds):
    """Requests a second and the 99th percentile in milliseconds, by wrk; any wrong answer ends everything."""
    status, body = server.get(page)
    if status != 200 or not body:
        sys.exit(f"{page} answers {status}")
    out = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "60s", "--latency", f"http://127.0.0.1:{server.port}{page}"],
        capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in out or "Requests/sec" not in out:
        sys.exit(f"{page}:\n{out}")
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", out).groups()
    return float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1]), float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def pages():
    count = scale(100_000)
    one = f"partner-{count // 2:07}"
    asked = [
        ("partner list", "/partners", "/entente/partner?_size=100"),
        ("partner list, JSON", "/api/v1/partners?limit=100", "/entente/partner.json?_size=100&_shape=objects"),
        ("partner record", f"/partners/{one}", f"/entente/partner/{one}"),
        ("partner record, JSON", f"/api/v1/partners/{one}", f"/entente/partner/{one}.json?_shape=objects"),
    ]
    ours, unkept, peer, sizes = {}, {}, {}, {}
    with folder() as place:
        database = founded(place)
        import_partners(database, place, 0, count)
        for _ in range(3):
            with serve(database) as server:
                for what, page, _ in asked:
                    ask(server, page, 32, 1)
                    ours.setdefault(what, []).append(ask(server, page, 32, 3))
                    sizes[what] = [len(server.get(page)[1])]
                for what, page, _ in asked:
                    unkept.setdefault(what, []).append(ask(server, anew(page), 32, 2)[0])
                after = server.megabytes()
            with datasette(database) as server:
                for what, _, page in asked:
                    ask(server, page, 32, 1)
                    # It may need several seconds for 32 pages; a shorter look would count none.
                    peer.setdefault(what, []).append(ask(server, page, 32, 12))
                    sizes[what].append(len(server.get(page)[1]))
    entries = []
    for what, _, _ in asked:
        rate = [statistics.median(found[0] for found in side[what]) for side in (ours, peer)]
        slowest = [statistics.median(found[1] for found in side[what]) for side in (ours, peer)]
        weight = " and ".join(f"{size / 1000:.0f}" for size in sizes[what])
        entries.append({
            "what": f"{what} ({weight} kB)", "ours": f"{rate[0]:,.0f} req/s", "peer": f"{rate[1]:,.0f} req/s (datasette)",
            "ratio": f"{rate[0] / rate[1]:.1f}", "bar": "≥ 20", "met": rate[0] / rate[1] >= 20})
        entries.append({
            "what": f"{what}, 99th percentile", "ours": f"{slowest[0]:.1f} ms", "peer": f"{slowest[1]:.1f} ms (datasette)",
            "ratio": f"{slowest[0] / slowest[1]:.3f}", "bar": "≤ 0.1", "met": slowest[0] / slowest[1] <= 0.1})
        fresh = statistics.median(unkept[what])
        entries.append({"what": f"{what}, made anew each time", "ours": f"{fresh:,.0f} req/s",
                        "peer": f"{rate[1]:,.0f} req/s (datasette)", "ratio": f"{fresh / rate[1]:.1f}"})
    entries.append({"what": "memory at 100,000 partners, after all of it", "ours": f"{after} MB", "bar": "≤ 150 MB",
                    "met": after <= 150})
    return entries


def start():
    with folder() as place:
        database = founded(place)
        seconds, idle = [], []
        for _ in range(11):
            with serve(database) as server:
                seconds.append(server.seconds_to_first_page)
                time.sleep(0.5)
                idle.append(server.megabytes())
    first, resting = statistics.median(seconds), round(statistics.median(idle))
    return [
        {"what": "cold start to the first page", "ours": f"{first:.3f} s, the slowest of 11 {max(seconds):.3f} s",
         "bar": "≤ 0.3 s", "met": first <= 0.3},
        {"what": "memory idle, after the first page", "ours": f"{resting} MB", "bar": "≤ 60 MB", "met": resting <= 60},
    ]


def growth():
    sizes = [scale(size) for size in (1_000, 10_000, 100_000, 1_000_000)]
    if len(set(sizes)) < 4:
        sizes = [1_000, 2_000, 4_000, 8_000]
    times = {"partner list": [], "partner list, JSON": [], "partner record": []}
    writes, first = [], 0
    with folder() as place:
        database = founded(place)
        there = 0
        for size in sizes:
            writes.append((size - there) / import_partners(database, place, there, size))
            there = size
            addresses = [anew(page) for page in ("/partners", "/api/v1/partners?limit=100", f"/partners/partner-{size // 2:07}")]
            with serve(database) as server:
                begun = time.perf_counter()
                server.get("/partners")
                first = time.perf_counter() - begun
                for what, page in zip(times, addresses):
                    ask(server, page, 1, 1)
                    rates = [ask(server, page, 1, 2)[0] for _ in range(3)]
                    times[what].append(1000 / statistics.median(rates))
                at_most = server.megabytes("VmHWM")
    entries = []
    for what, found in times.items():
        ratio = found[-1] / found[0]
        entries.append({
            "what": f"{what}, made anew", "ours": f"{found[-1]:.2f} ms at {sizes[-1]:,} partners",
            "peer": ", ".join(f"{ms:.2f} ms at {size:,}" for ms, size in zip(found, sizes[:-1])) + " (itself)",
            "ratio": f"{ratio:.2f}", "bar": "≤ 1.2", "met": ratio <= 1.2})
    # The first file is too small to tell: starting the program is most of it.
    linear = writes[-1] / writes[-2]
    entries.append({
        "what": "partners taken in", "ours": f"{writes[-1]:,.0f} rows/s up to {sizes[-1]:,}",
        "peer": f"{writes[-2]:,.0f} rows/s up to {sizes[-2]:,} (itself)", "ratio": f"{linear:.2f}", "bar": "≥ 0.8",
        "met": linear >= 0.8})
    entries.append({"what": f"the first partner list after an act, {sizes[-1]:,} partners counted", "ours": f"{first:.2f} s"})
    entries.append({"what": f"peak memory of the portal at {sizes[-1]:,} partners", "ours": f"{at_most} MB"})
    return entries
