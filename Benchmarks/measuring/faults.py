"""The long form of Tests/scripts/faults.py: each command that writes is killed so many times while it is at work."""
import json
import os
import subprocess
import sys
import tempfile

from .places import ROOT


def faults(kills, only, kept):
    """- Parameters:
      - only: the rows to kill anew; all if empty.
      - kept: the entries of the last time, which stay for the rows that are not killed anew.
    - Returns: an entry for each row and one for all, and whether the whole script passed."""
    with tempfile.TemporaryDirectory() as folder:
        figures = os.path.join(folder, "figures.json")
        ran = subprocess.run([sys.executable, os.path.join(ROOT, "Tests", "scripts", "faults.py"), str(kills), figures, *only])
        with open(figures, encoding="utf-8") as file:
            told = json.load(file)
    rows = {entry["row"]["name"]: entry["row"] for entry in kept if only and "row" in entry}
    rows.update((row["name"], row) for row in told)
    landed, writing, amiss = (sum(row[key] for row in rows.values()) for key in ("landed", "writing", "amiss"))
    return [*map(entry, rows.values()),
            {"what": f"all {len(rows)} of them", "ours": f"{landed:,} kills at work, {writing:,} of them while it wrote", "bar": "0 amiss",
             "met": amiss == 0}], ran.returncode == 0


def entry(row):
    return {"what": row["name"], "row": row, "bar": "0 amiss", "met": row["amiss"] == 0,
            "ours": f"{row['landed']} kills at work, {row['writing']} of them while it wrote; {row['done']} left all of it"
            + (f"; {row['amiss']} amiss" if row["amiss"] else "")}
