"""One command killed again and again while it is at work, and what is then there: all of what it does, or nothing of it."""
import hashlib
import json
import os
import random
import re
import shutil
import sqlite3
import statistics
import subprocess
import time

from checks import ENTENTE, clean, run

# Columns that differ from one run to the next: the time, what nobody can guess, and what follows from them.
OF_THE_MOMENT = {"act": {"id", "at", "seal", "part", "prev", "hash"}}
# A file on its way to its name, and what SQLite and a restore keep beside one.
ON_ITS_WAY = re.compile(r"\.part(-wal|-shm|-journal|\.jsonl(\.part)?)?$")
LIFT = "entente journal lift"
BESIDE_A_STORE = re.compile(r"-(wal|shm|journal)$")
# The key that lies beside a store is another each time; one that an unfinished store left is taken by the next.
KEY = re.compile(r"\.key$")
# What a server makes of the acts meanwhile, and how far it has come.
OF_FOLLOWERS = {"follower", "tree_hash"}


def contents(path):
    """A store, all of it, as one text that is the same whenever it says the same."""
    base = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        digest = hashlib.sha256()
        tables = [row[0] for row in base.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        for table in (table for table in tables if table not in OF_FOLLOWERS):
            columns = [row[1] for row in base.execute(f'PRAGMA table_info("{table}")')]
            told = ", ".join(f'"{column}"' for column in columns if column not in OF_THE_MOMENT.get(table, ()))
            rows = sorted(repr(row) for row in base.execute(f'SELECT {told} FROM "{table}"'))
            digest.update(f"{table} {told}\n".encode())
            for row in rows:
                digest.update(row.encode() + b"\n")
        return digest.hexdigest()
    finally:
        base.close()


def is_store(path):
    with open(path, "rb") as file:
        return file.read(15) == b"SQLite format 3"


def named(folder):
    """The files of a folder that stand under their final name, with the folders in it."""
    found = []
    for at, _, names in os.walk(folder):
        found += [os.path.relpath(os.path.join(at, name), folder) for name in names
                  if not any(mark.search(name) for mark in (ON_ITS_WAY, BESIDE_A_STORE, KEY))]
    return sorted(found)


def log_of_opening(store, folder):
    """How long the log of a store becomes when it is opened and nothing is written: what is longer, a command wrote."""
    path = os.path.join(folder, "opened")
    shutil.copy(store, path)
    process = subprocess.Popen([ENTENTE, "list", "areas", "--database", path], stdout=subprocess.DEVNULL, env=clean())
    longest = 0
    while process.poll() is None:
        try:
            longest = max(longest, os.stat(path + "-wal").st_size)
        except FileNotFoundError:
            pass
    return longest


class Killed:
    """A command, killed.

    Its name may go on behind a comma, to tell apart what is done with it. `words` stand behind it, and may name {store}, a store to read from, and {target}, a name in a folder where nothing else lies; with
    `changes` a store stands at {target} already, and the command changes it."""

    # What a kill met: the command was not at work yet, had its store open, was writing.
    BEFORE, OPEN, WRITING = range(3)
    # And what ten kills aim at, in turn.
    MOMENTS = (WRITING, OPEN, WRITING, WRITING, BEFORE, WRITING, OPEN, WRITING, WRITING, OPEN)

    def __init__(self, name, words, changes, folder, store, log, materials, forgets=None):
        self.name, self.changes, self.log, self.store = name, changes, log, os.path.join(folder, "source.sqlite")
        self.fresh, self.forgets = store, forgets
        self.place, self.judging = (os.path.join(folder, part) for part in ("place", "judged"))
        for made in (folder, self.place, self.judging):
            os.makedirs(made)
        shutil.copy(store, self.store)
        if os.path.exists(store + ".key"):
            shutil.copy(store + ".key", self.store + ".key")
        self.target = os.path.join(self.place, "target")
        command = name.split(",")[0].split()
        self.arguments = command + [word.format(store=self.store, target=self.target, **materials) for word in words]
        self.chance = random.Random(name)
        self.judged, self.wrong = {}, []
        self.met = [0, 0, 0]
        self.tries, self.whole = 0, 0
        # How long it takes to open a store, from there to begin writing, and from there to end; rehearsed below.
        self.opens = self.reads = self.writes = 0

    # The places

    def lay(self):
        """Everything as it is before the command."""
        shutil.rmtree(self.place)
        os.mkdir(self.place)
        if self.changes:
            shutil.copy(self.fresh, self.target)

    def state(self, folder):
        """What stands there under a final name, each with what it says."""
        found = {}
        for name in named(folder):
            path = os.path.join(folder, name)
            if is_store(path):
                found[name] = contents(path)
            else:
                with open(path, "rb") as file:
                    found[name] = hashlib.sha256(file.read()).hexdigest()
        return found

    # The clock

    def start(self):
        self.known = self.on_disk()
        self.process = subprocess.Popen([ENTENTE, *self.arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=clean())
        self.begun = time.monotonic()
        self.stage = self.BEFORE

    def on_disk(self):
        """What writing changes: of a store that is there its log, where it is longer than opening makes it; else everything."""
        if self.changes:
            paths = [self.target + "-wal"]
        else:
            paths = [os.path.join(at, name) for at, _, names in os.walk(self.place) for name in names if not name.endswith("-shm")]
        found = {}
        for path in paths:
            try:
                told = os.stat(path)
            except FileNotFoundError:
                continue
            if not self.changes or told.st_size > self.log:
                found[path] = (told.st_ino, told.st_size, told.st_mtime_ns)
        return found

    def holds_a_file(self):
        folder = os.path.dirname(self.place)
        try:
            for number in os.listdir(f"/proc/{self.process.pid}/fd"):
                if os.readlink(f"/proc/{self.process.pid}/fd/{number}").startswith(folder):
                    return True
        except FileNotFoundError:
            pass
        return False

    def look(self):
        """How far the command is."""
        if self.stage < self.WRITING and any(self.known.get(name) != told for name, told in self.on_disk().items()):
            self.stage = self.WRITING
        elif self.stage < self.OPEN and self.holds_a_file():
            self.stage = self.OPEN
        return self.stage

    def is_running(self):
        return self.process.poll() is None

    def until(self, moment):
        """Waits, to a tenth of a millisecond, unless the command ends first."""
        while (rest := moment - time.monotonic()) > 0 and self.is_running():
            if rest > 0.002:
                time.sleep(min(rest - 0.001, 0.02))

    def reach(self, stage):
        """Waits until the command is so far; it looks so often that it sees the fiftieth part of what follows.

        - Returns: whether it came there."""
        pause = min(max(self.writes / 50, 0.00005), 0.001)
        while self.is_running():
            if self.look() >= stage:
                return True
            time.sleep(pause)
        return False

    def rehearse(self, times=2):
        """Lets the command end: what it leaves, and how long it takes to open a store, to begin writing, to end."""
        seen = []
        for _ in range(times):
            self.lay()
            before = self.state(self.place)
            self.start()
            opened = self.begun if not self.reach(self.OPEN) else time.monotonic()
            writes = self.reach(self.WRITING)
            written = time.monotonic()
            out = self.process.stdout.read()
            code = self.process.wait()
            ended = time.monotonic()
            if code != 0 or not out:
                raise AssertionError(f"{self.name} does not go through: exit code {code}; {run(*self.arguments).said[-600:]}")
            seen.append((opened - self.begun, (written if writes else ended) - opened, ended - written if writes else 0))
        self.opens, self.reads, self.writes = (statistics.median(span) for span in zip(*seen))
        self.before, self.after = before, self.state(self.place)
        self.day = time.localtime().tm_yday

    # The kills

    def kill(self):
        """Starts the command and kills it by chance, within the part of its work that it is the turn of.

        - Returns: what it was doing, or nil if it had ended; and whether it had said that it is done."""
        moment = self.MOMENTS[self.tries % len(self.MOMENTS)]
        self.start()
        if moment == self.BEFORE:
            self.until(self.begun + self.chance.uniform(0, self.opens))
        elif moment == self.OPEN or not self.writes:
            self.reach(self.OPEN)
            self.until(time.monotonic() + self.chance.uniform(0, self.reads))
        else:
            self.reach(self.WRITING)
            self.until(time.monotonic() + self.chance.uniform(0, self.writes))
        stage = self.look()
        self.process.kill()
        out, _ = self.process.communicate()
        return (stage if self.process.returncode == -9 else None), bool(out)

    def judge(self, saidItIsDone):
        """What is there after a kill. It is looked at in a copy, so that the next command meets what lies there as it lies."""
        shutil.rmtree(self.judging)
        shutil.copytree(self.place, self.judging, ignore=lambda at, names: [name for name in names if name.endswith("-shm")])
        readable = [name for at, _, names in os.walk(self.place) for name in names
                    if not BESIDE_A_STORE.search(name) and os.stat(os.path.join(at, name)).st_mode & 0o077]
        if readable:
            self.fault(f"others may read {readable}")
        state = {}
        for name in named(self.judging):
            path = os.path.join(self.judging, name)
            if not is_store(path):
                with open(path, "rb") as file:
                    state[name] = hashlib.sha256(file.read()).hexdigest()
                continue
            known = hashlib.sha256()
            for beside in ("", "-wal", "-journal"):
                if os.path.exists(path + beside):
                    with open(path + beside, "rb") as file:
                        known.update(beside.encode() + file.read())
            # The same bytes get the same answer; every other state is put to the doctor.
            key = (name, known.hexdigest())
            if key not in self.judged:
                told = run("doctor", "--database", path, "--json")
                # One of the first form is looked at by nothing but the command that lifts it, and that checks its chain.
                if not (told.code == 2 and LIFT in told.err) and (told.code != 0 or not json.loads(told.out)["sound"]):
                    self.fault(f"the doctor: {told.said[-600:]}")
                self.judged[key] = contents(path)
            state[name] = self.judged[key]
        for name, said in state.items():
            if said not in (self.before.get(name), self.after.get(name)):
                self.fault(f"{name} is neither as it was before the command nor as the command leaves it")
        for name in self.before:
            if name not in state:
                self.fault(f"{name} is gone")
        if self.forgets and state == self.after:
            for name in os.listdir(self.judging):
                with open(os.path.join(self.judging, name), "rb") as file:
                    if self.forgets.encode() in file.read():
                        self.fault(f"{self.forgets} still stands in {name}")
        if saidItIsDone and state != self.after:
            self.fault("it had said that it is done, and it is not")
        return state

    def fault(self, sentence):
        self.wrong.append((self.tries, sentence))

    def times(self, count):
        """Kills until so many met the command at work."""
        self.rehearse()
        self.lay()
        state = self.before
        while self.met[self.OPEN] + self.met[self.WRITING] < count and self.tries < 4 * count + 20:
            if self.day != time.localtime().tm_yday:
                # What is dated today is dated otherwise now.
                self.rehearse()
                self.lay()
            stage, saidItIsDone = self.kill()
            self.tries += 1
            amiss = self.amiss()
            if stage is not None:
                self.met[stage] += 1
            state = self.judge(saidItIsDone)
            if state == self.after != self.before:
                self.whole += stage is not None
            if state == self.after != self.before or self.amiss() > amiss:
                self.lay()
        # What the kills left behind is no obstacle.
        self.tries += 1
        again = run(*self.arguments)
        if again.code != 0:
            self.fault(f"after them: {again.said[-600:]}")
        if self.judge(True) != self.after:
            self.fault("after them the command does not do what it did before")
        left = [name for _, _, names in os.walk(self.place) for name in names
                if ON_ITS_WAY.search(name) or BESIDE_A_STORE.search(name)]
        if left:
            self.fault(f"after them {left} still lie there")
        if not self.changes:
            told = run("doctor", "--database", self.store, "--json")
            if told.code != 0 or contents(self.store) != contents(self.fresh):
                self.fault(f"the store it read from is not as it was: {told.said[-600:]}")

    def amiss(self):
        """How many kills left something that may not be."""
        return len({number for number, _ in self.wrong})

    def told(self):
        before, opened, writing = self.met
        return {"name": self.name, "tries": self.tries, "before": before, "landed": opened + writing, "writing": writing,
                "done": self.whole, "doctor": len(self.judged), "amiss": self.amiss(),
                "wrong": [f"kill {number}: {sentence}" for number, sentence in self.wrong[:20]]}
