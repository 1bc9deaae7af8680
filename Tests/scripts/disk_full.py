#!/usr/bin/env python3
"""Fills a small disk of its own (a tmpfs in a mount namespace, so no rights are needed) until the store is refused room.
The refusal says so, every acknowledged act is there, and once there is room the store goes on."""
import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
from checks import BENCH, Workshop, check, finish, need, run


def fill(store):
    """Writes until the writer ends; the last acknowledged act, and how it ended."""
    ended = run("crash-writer", store, program=BENCH)
    lines = ended.out.split("\n")[:-1]
    return (int(lines[-1]) if lines else 0), ended


def main():
    need(BENCH)
    if "inside" not in sys.argv:
        own = ["unshare", "--user", "--map-root-user", "--mount"]
        sys.exit(subprocess.run([*own, sys.executable, os.path.abspath(__file__), "inside"]).returncode)
    with Workshop() as workshop:
        disk = workshop.path("disk")
        os.mkdir(disk)
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk], check=True)
        try:
            store = os.path.join(disk, "full.sqlite")
            promised, ended = fill(store)
            check("acts were acknowledged before the disk was full", promised > 100, promised)
            check("the writer is refused, exit code 1", ended.code == 1, ended.said[-300:])
            check("the refusal says that the disk is full and nothing was written",
                  "the disk is full; nothing was written" in ended.err, ended.err)
            verified = run("crash-verify", store, program=BENCH)
            check("on the full disk the store opens and verifies", verified.code == 0, verified.said)
            check("every acknowledged act is there", verified.code == 0 and int(verified.out) >= promised,
                  f"{promised} acknowledged; {verified.said}")
            again, ended = fill(store)
            check("a second writer on the full disk is refused with the same sentence",
                  ended.code == 1 and "the disk is full" in ended.err, ended.said[-300:])
            subprocess.run(["mount", "-o", "remount,size=12m", disk], check=True)
            more, ended = fill(store)
            check("with more room writing goes on where it stopped", more > max(promised, again), (promised, again, more))
            verified = run("crash-verify", store, program=BENCH)
            check("and every act is there again", verified.code == 0 and int(verified.out) >= more, verified.said)
        finally:
            subprocess.run(["umount", disk], check=False)
    finish()


main()
