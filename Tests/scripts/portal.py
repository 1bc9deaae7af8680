#!/usr/bin/env python3
"""Opens every page of the portal as a visitor would: both languages, light and dark, narrow and wide, without scripts.
axe finds nothing on them, nothing runs out of the window, every link leads somewhere, and the API is what it says."""
import json
import os
import re
import shutil
import subprocess
import sys
import urllib.error
import urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
import feedparser
from axe_playwright_python.sync_playwright import Axe
from openapi_spec_validator import OpenAPIV31SpecValidator
from playwright.sync_api import sync_playwright

from checks import ENTENTE, Workshop, check, finish, need, run

PAGES = [
    "/", "/?as_of=2010-09-22", "/partners", "/areas", "/areas/gold", "/areas/supply?as_of=2010-09-22", "/activities",
    "/activities?mode=capacity-building", "/governance?as_of=2010-09-22", "/options?as_of=2010-09-22", "/options", "/options/add?as_of=2010-09-22",
    "/options/switch?to=3&since=2018-01-01", "/requests", "/report", "/report/2009-2010",
    "/models", "/models/gmp", "/models/fsc",
    "/about/data", "/sources/A6b", "/sources/unep-who-we-are", "/records/post/p3-partnership", "/records/area/gold",
    "/formations", "/formations/mercury-free-gold", "/motions", "/motions?state=open", "/motions/counted", "/motions/open",
    "/log", "/log?kind=area&capacity=system", "/log/12",
    "/records/request/nothing", "/nowhere",
]
WIDTHS = [320, 375, 768, 1024, 1440]
# A list may be longer; these pages are what is read on a bad line.
HEAVIEST = 60_000


def get(address, accept="text/html"):
    request = urllib.request.Request(address, headers={"Accept": accept})
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def start(store, cwd=None):
    server = subprocess.Popen(
        [ENTENTE, "serve", "--database", store, "--port", "0"], cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    for line in server.stdout:
        found = re.search(rb"http://[0-9.]+:[0-9]+", line)
        if found:
            return server, found.group().decode()
    sys.exit("the server did not say where it is")


def put_motions(store, workshop):
    """Two made-up motions, one of them counted: the partnership is founded without any."""
    rows = "".join(f"\nseat-{name},advisory-group,member,Example {name},2020,exact,recalled,unverified" for name in "ab")
    seats = workshop.write("seats.csv", "id,body,role,holder,since,qualifier,source,verification" + rows)
    steps = [("import", "seats", seats)]
    for motion in ("counted", "open"):
        steps += [("motion", "propose", motion, "--subject", "structure", "--by", "seat-a", "--text-en", "Meet twice a year.",
                   "--text-fr", "Se r\u00e9unir deux fois par an.", "--on", "2024-11-02"),
                  ("motion", "open", motion, "--on", "2024-11-02"),
                  ("motion", "vote", motion, "seat-a", "yes", "--on", "2024-11-03")]
    steps += [("motion", "vote", "counted", "seat-b", "objects", "--on", "2024-11-03"),
              ("motion", "count", "counted", "--on", "2024-11-04")]
    refused = [done.said for done in (run(*step, "--database", store, "--as", "ana:secretariat") for step in steps) if done.code]
    check("two motions are put and one is counted", not refused, refused)


def in_language(path, language):
    return f"{path}{'&' if '?' in path else '?'}lang={language}"


def look(base):
    """axe at two widths and in both colour schemes; nothing wider than its window at any width."""
    violations, overflowing, small = [], [], []
    axe = Axe()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for scheme in ("light", "dark"):
            page = browser.new_context(color_scheme=scheme, bypass_csp=True).new_page()
            for path in PAGES:
                for language in ("en", "fr"):
                    page.set_viewport_size({"width": 1280 if scheme == "light" else 375, "height": 800})
                    page.goto(base + in_language(path, language))
                    found = axe.run(page).response["violations"]
                    violations += [f"{path} {language} {scheme}: {v['id']}: {v['nodes'][0]['html'][:200]}" for v in found]
                    if scheme == "dark":
                        continue
                    for width in WIDTHS:
                        page.set_viewport_size({"width": width, "height": 800})
                        wide = page.evaluate("document.documentElement.scrollWidth")
                        if wide > width:
                            overflowing.append(f"{path} {language}: {wide} at {width}")
        quiet = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800}).new_page()
        for path in PAGES[:-2]:
            quiet.goto(base + path)
            if len(quiet.inner_text("main")) < 150:
                small.append(path)
        browser.close()
    check("axe finds nothing on any page, in English and French, light and dark", not violations, "\n".join(violations[:12]))
    check("no page is wider than its window from 320 to 1440", not overflowing, "\n".join(overflowing[:12]))
    check("every page reads without scripts", not small, small)


# What readers set for themselves: letters twice as large, or as far apart as WCAG 1.4.12 has it; and the widest usual letters.
WIDER = {
    "letters apart at 320": (320, ':root{--sans:"DejaVu Sans"}*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}'),
    "letters twice as large": (1280, "html{font-size:200%!important}"),
}


def narrow(base):
    """No page scrolls sideways, whatever letters its reader has chosen."""
    wide = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_context(bypass_csp=True).new_page()
        for name, (width, style) in WIDER.items():
            page.set_viewport_size({"width": width, "height": 800})
            for path in PAGES:
                page.goto(base + in_language(path, "fr"))
                page.add_style_tag(content=style)
                found = page.evaluate("document.documentElement.scrollWidth")
                if found > width:
                    wide.append(f"{path}, {name}: {found}")
        page.add_style_tag(content="main{inline-size:90rem}")
        check("a page that is too wide would be noticed", page.evaluate("document.documentElement.scrollWidth") > width)
        browser.close()
    check("no page scrolls sideways with letters apart or twice as large", not wide, "\n".join(wide[:12]))


def own_option(base):
    """A country officer builds an option on the form, without scripts, and looks at what a switch to it would move."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800}).new_page()
        page.goto(base + in_language("/options?as_of=2010-09-22", "en"))
        page.get_by_role("link", name="Add an option of your own").click()
        page.get_by_label("Its name").fill("Gold & results; apart + formal")
        page.get_by_label("How it is tied").select_option(label="Option 2: Partnership independent of the instrument")
        page.locator("select[name='tie.results']").select_option("memorandum:cop")
        page.get_by_role("button", name="Compare").click()
        told = page.locator("#compare thead").inner_text()
        check("the option of one's own stands in the comparison", "Gold & results; apart + formal" in told, told)
        link = page.url
        page.get_by_role("link", name="Change Option 4").click()
        kept = (page.get_by_label("Its name").input_value(), page.locator("select[name='tie.results']").input_value())
        check("the form holds what was chosen", kept == ("Gold & results; apart + formal", "memorandum:cop"), kept)
        page.goto(link)
        page.get_by_role("link", name="What a switch would move").click()
        page.get_by_label("Switch to").select_option("4")
        page.get_by_role("button", name="Look").click()
        result = page.locator("#result").inner_text()
        check("a look at a switch says that nothing has been changed", "Option 4" in result and "Nothing has been changed" in result, result)
        page.goto(link)
        page.get_by_role("link", name="Take out Option 4").click()
        check("an option that was taken out is gone", "own=" not in page.url and "apart" not in page.locator("#compare thead").inner_text(), page.url)
        browser.close()


def follow(base):
    """Every link on every page, each once, and their own links one step further."""
    seen, dead, waiting = set(), [], ["/", "/?as_of=2010-09-22"]
    heavy = []
    while waiting and len(seen) < 400:
        path = waiting.pop(0)
        if path in seen:
            continue
        seen.add(path)
        status, headers, body = get(base + path)
        if status != 200:
            dead.append(f"{path}: {status}")
            continue
        if "html" in headers["Content-Type"]:
            if len(body) > HEAVIEST:
                heavy.append(f"{path}: {len(body)} bytes")
            found = re.findall(r'href="(/[^"#]*)', body.decode())
            waiting += [link.replace("&amp;", "&") for link in found]
    check(f"every link leads somewhere ({len(seen)} followed)", len(seen) > 200 and not dead, "\n".join(dead[:12]))
    check(f"no page is heavier than {HEAVIEST} bytes", not heavy, "\n".join(heavy[:12]))


def programs(base):
    status, headers, body = get(base + "/api/openapi.json", "application/json")
    document = json.loads(body)
    faults = [str(error)[:300] for error in OpenAPIV31SpecValidator(document).iter_errors()]
    check("the OpenAPI document is valid 3.1", document["openapi"].startswith("3.1") and not faults, "\n".join(faults[:5]))
    for day, count in (("2010-09-22", 7), ("", 8)):
        _, _, body = get(f"{base}/api/v1/areas" + (f"?as_of={day}" if day else ""), "application/json")
        areas = json.loads(body)["items"]
        check(f"{count} areas {'as of ' + day if day else 'today'}", len(areas) == count, [a["id"] for a in areas])
    _, headers, _ = get(base + "/api/v1/areas/gold", "application/json")
    request = urllib.request.Request(base + "/api/v1/areas/gold", headers={"If-None-Match": headers["ETag"]})
    try:
        urllib.request.urlopen(request, timeout=10)
        check("an unchanged record is not sent again", False)
    except urllib.error.HTTPError as answer:
        check("an unchanged record is not sent again", answer.code == 304, answer.code)
    pages, items, cursor = 0, [], ""
    while cursor is not None and pages < 100:
        _, _, body = get(f"{base}/api/v1/sources?limit=20{cursor and '&cursor=' + cursor}", "application/json")
        answer = json.loads(body)
        pages, items, cursor = pages + 1, items + [i["id"] for i in answer["items"]], answer["next"]
    check("pages of twenty give each source once", pages > 2 and len(items) == len(set(items)), (pages, len(items)))
    for path, expected in (("/api/v1/people", 404), ("/api/v1/areas?as_of=never", 400), ("/api/v1/areas?limit=0", 400),
                           ("/api/v1/areas?cursor=%00", 400), ("/%2e%2e/%2e%2e/etc/passwd", 404), ("/api/v1/areas/%ff", 404),
                           ("/areas?as_of=2010-02-30", 400), ("/areas?lang=xx", 400)):
        status, headers, body = get(base + path, "application/json")
        sentence = json.loads(body).get("detail", "")
        check(f"{path} is refused in one sentence with {expected}", status == expected and len(sentence) > 15, (status, body))


def both_stores(store, base):
    """The same journal on PostgreSQL gives the same pages and the same data, byte for byte."""
    server = os.environ.get("ENTENTE_TEST_POSTGRES", "")
    check("./test started a PostgreSQL server for this", server.startswith("postgres://"), server)
    if not server:
        return
    made = subprocess.run(["psql", "-q", server, "-c", "DROP DATABASE IF EXISTS portal", "-c", "CREATE DATABASE portal"],
                          capture_output=True, text=True)
    check("a database of its own", made.returncode == 0, made.stderr)
    other = server.rsplit("/", 1)[0] + "/portal"
    lines = store + ".jsonl"
    run("journal", "export", lines, "--database", store)
    taken = run("journal", "import", lines, "--database", other)
    check("the journal moves to PostgreSQL", taken.code == 0, taken.said)
    # The key of a store on a server lies in the folder where stores usually are.
    folder = os.path.dirname(store)
    place = re.search(r"no key at (\S+\.key)", run("doctor", "--database", other, cwd=folder).out)
    check("doctor says where its key would lie", place)
    os.makedirs(os.path.dirname(os.path.join(folder, place[1])), exist_ok=True)
    shutil.copy2(store + ".key", os.path.join(folder, place[1]))
    process, there = start(other, folder)
    try:
        kinds = [item["href"] for item in json.loads(get(base + "/api/v1")[2])["items"]]
        paths = [in_language(path, language) for path in PAGES for language in ("en", "fr")]
        paths += ["/areas.csv?as_of=2010-09-22", "/report/2009-2010.json", "/activities?mode=capacity-building",
                  "/api/v1/activities?areas=gold", "/api/v1/areas/gold/history", "/healthz",
                  "/log/checkpoint", "/log/tile/0/000", "/log/tile/entries/000", "/log/tile/lines/000", "/log/proof/12"]
        paths += kinds + [f"{href}?as_of=2010-09-22&limit=500" for href in kinds]
        different = [path for path in paths if get(base + path)[0] != get(there + path)[0] or get(base + path)[2] != get(there + path)[2]]
        check(f"{len(paths)} answers are the same on both stores", len(paths) > 150 and not different, different)
    finally:
        process.terminate()
        process.wait(timeout=20)
    doctor = run("doctor", "--database", other)
    check("doctor finds the PostgreSQL store sound", doctor.code == 0 and "BAD" not in doctor.out, doctor.said)


def feed(base):
    """The newest acts, as a reader of feeds takes them; one that is cut in two is none."""
    status, headers, body = get(base + "/log/feed?lang=en")
    place = {"content-type": headers["Content-Type"], "content-location": base + "/log/feed"}
    read = feedparser.parse(body, response_headers=place)
    check("a reader of feeds takes the journal's", status == 200 and not read.bozo and read.version == "atom10",
          f"{status} {read.get('bozo_exception')} {read.version}")
    entries = read.entries
    check("its entries have a name of their own, a title, a moment, an author and a page",
          len(entries) == 50 == len({entry.id for entry in entries})
          and all(entry.title and entry.updated_parsed and entry.author for entry in entries)
          and get(entries[0].link)[0] == 200, entries[:1])
    check("a feed that lacks an end is noticed",
          feedparser.parse(body.replace(b"</entry>", b"", 1), response_headers=place).bozo)


def main():
    need(ENTENTE)
    with Workshop() as workshop:
        store = workshop.path("portal.sqlite")
        made = run("init", "--database", store)
        check("init makes the mercury partnership", made.code == 0, made.said)
        put_motions(store, workshop)
        server, base = start(store)
        try:
            programs(base)
            both_stores(store, base)
            follow(base)
            look(base)
            feed(base)
            own_option(base)
            narrow(base)
        finally:
            server.terminate()
            code = server.wait(timeout=20)
        check("the server ends when it is told to", code == 0, code)
    finish()


main()
