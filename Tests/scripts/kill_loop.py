#!/usr/bin/env python3
"""Kills a writer with SIGKILL again and again, on one store. After each kill every act that was acknowledged is there,
the chain holds, and the tables are what the journal says. Usage: kill_loop.py [ROUNDS, 40 if left out]

It shows the death of a process, not the loss of power: the machine stays up."""
import os
import random
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
from checks import BENCH, Workshop, check, finish, need, run


def acknowledged(out):
    """The last whole number the writer said; a line that was cut is no promise."""
    lines = out.decode().split("\n")[:-1]
    return int(lines[-1]) if lines else None


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    need(BENCH)
    chance = random.Random(2010)
    lost, broken, ahead, promised, acts, early = [], [], 0, 0, 0, 0
    with Workshop() as workshop:
        store = workshop.path("killed.sqlite")
        for number in range(1, rounds + 1):
            before = acts
            writer = subprocess.Popen([BENCH, "crash-writer", store], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            # The clock starts with the first acknowledged act; every fifth writer is killed while it opens the store.
            first = writer.stdout.readline() if number % 5 else b""
            time.sleep(chance.uniform(0.020, 0.120) if number % 5 else chance.uniform(0, 0.020))
            writer.kill()
            out, err = writer.communicate()
            if writer.returncode != -9:
                broken.append(f"round {number}: the writer ended by itself: {err.decode()}")
            said = acknowledged(first + out)
            early += said is None
            promised = max(promised, said or 0)
            if not os.path.exists(store) or os.path.getsize(store) == 0:
                continue
            verified = run("crash-verify", store, program=BENCH)
            if verified.code != 0:
                if "no such table" in verified.err and promised == 0:
                    continue
                broken.append(f"round {number}: {verified.said}")
                continue
            acts = int(verified.out)
            if acts < max(promised, before):
                lost.append(f"round {number}: {promised} acknowledged, {acts} there")
            ahead += acts > promised
    print(f"{rounds} kills, {acts} acts; {early} before the first acknowledgement, "
          f"{ahead} with acts on the disk that were not acknowledged yet")
    check("the writer wrote between the kills", acts > rounds and promised > 0, acts)
    check("no acknowledged act was lost", not lost, "\n".join(lost))
    check("the chain held and the tables were what the journal says, after every kill", not broken, "\n".join(broken))
    finish()


main()
