#!/usr/bin/env python3
"""Runs the rows of docs/benchmarks.md, each against its peer, and writes that page. Called by ./bench, which builds
and installs first. Results of rows that are not run again are kept from the last time."""
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from measuring import beside, book, crowd, faults, options, portal, store
from measuring.places import say

ROWS = {
    "append": (store.append, "acts appended beside raw C sqlite"),
    "rebuild": (store.rebuild, "tables made anew from 1,000,000 acts beside raw C sqlite"),
    "verify": (store.verify, "the chain walked, for information"),
    "tree": (store.tree, "the tree over 1,000,000 acts, its signed state and the proof of one act"),
    "postgres": (store.postgres, "append and rebuild on PostgreSQL beside COPY"),
    "pages": (portal.pages, "partner list and record from 100,000 partners beside datasette"),
    "start": (portal.start, "cold start to the first page, and idle memory"),
    "options": (options.options, "20 options compared on 200 areas and 5,000 partners"),
    "acts": (crowd.acts, "the home page at 256 connections while 50 acts a second are recorded"),
    "attack": (crowd.attack, "/healthz and memory while six attackers are at work"),
    "growth": (portal.growth, "pages and writes from 1,000 to 1,000,000 partners"),
}


def main():
    names = sys.argv[1:]
    if names[:1] == ["beside"] and len(names) == 2:
        say(f"beside {names[1]}")
        book.keep("beside CHECKOUT", beside.beside(names[1]))
        book.write()
        return
    if names[:1] == ["faults"]:
        kept = book.load().get("faults", {}).get("entries", [])
        entries, passed = faults.faults(int(names[1]) if len(names) > 1 else 200, names[2:], kept)
        book.keep("faults", entries)
        book.write()
        sys.exit(0 if passed else 1)
    unknown = [name for name in names if name not in ROWS]
    if unknown:
        print("./bench [NAME]...  measures every row, or those named:")
        print("  beside CHECKOUT  this build beside another checkout, built in release mode")
        print("  faults [KILLS [ROW]...]  every command that writes, killed 200 times at work; or so many times, or those rows alone")
        for name, (_, what) in ROWS.items():
            print(f"  {name:9} {what}")
        sys.exit(0 if unknown in (["--help"], ["-h"]) else 64)
    missed = 0
    for name in names or ROWS:
        begun = time.time()
        say(f"{name}: {ROWS[name][1]}")
        entries = ROWS[name][0]()
        book.keep(name, entries)
        for entry in entries:
            say("  " + book.line(entry))
            missed += entry.get("met") is False
        say(f"  ({time.time() - begun:.0f} s)")
    book.write()
    say(f"docs/benchmarks.md is written; {missed} bars missed." if missed else "docs/benchmarks.md is written.")


main()
