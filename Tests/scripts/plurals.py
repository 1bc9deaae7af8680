#!/usr/bin/env python3
"""The plural forms of numbers, judged by Babel, which has the rules of CLDR: every number in every language, and a planted
fault that must be found."""
import os
import subprocess
import sys
import tempfile
from decimal import Decimal

from babel import Locale


ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def differing(rows):
    """Rows whose form is not the one that Babel gives."""
    return [row for row in rows if Locale.parse(row[0]).plural_form(Decimal(row[1])) != row[2]]


def main():
    with tempfile.TemporaryDirectory() as place:
        path = os.path.join(place, "plurals.csv")
        done = subprocess.run(["swift", "test", "--skip-build", "--filter", "PluralTableTests"], cwd=ROOT,
                              env={**os.environ, "ENTENTE_PLURALS": path}, capture_output=True, text=True)
        if done.returncode or not os.path.exists(path):
            sys.exit(f"the table was not written:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
        with open(path, encoding="utf-8") as file:
            rows = [tuple(line.strip().split(",")) for line in file]
    found = differing(rows)
    checks = [
        (f"{len(rows)} numbers in {len({row[0] for row in rows})} languages take the form that Babel gives",
         len(rows) > 1000 and not found, found[:10]),
        ("a planted fault is found", differing([("ru", "21", "many"), *rows[:3]]) == [("ru", "21", "many")], ""),
    ]
    for what, holds, seen in checks:
        print(f"  {'holds' if holds else 'FAILS'}: {what}{'' if holds else f'; {seen}'}")
    failed = sum(not holds for _, holds, _ in checks)
    print(f"{len(checks) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
