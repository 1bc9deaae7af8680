#!/usr/bin/env python3
"""What happens to people who are interrupted: commands killed again and again, a disk that fills, an output that is closed, a
store that was tampered with, a file swapped under the server. Nothing is lost, nothing half made stands under its final name,
and the doctor tells the truth.

Usage: faults.py [KILLS of each command, 8 if left out; `./bench faults` takes 200]"""
import json
import os
import random
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
from checks import ENTENTE, Workshop, check, finish, need, run

ANA = ("--as", "ana:secretariat")


def sound(store):
    told = run("doctor", "--database", store, "--json")
    return told.code == 0 and json.loads(told.out)["sound"], told.said


def founded(workshop):
    store = workshop.path("store.sqlite")
    run("init", "--database", store)
    people = workshop.write("people.csv", "id,partner,body,role,is_erased\n" + "".join(f"p{n},,,clerk,false\n" for n in range(5)))
    assert run("import", "people", people, "--database", store, *ANA).code == 0
    for n in range(5):
        assert run("person", "reach", f"p{n}", "--name", f"Person {n}", "--email", f"p{n}@example.org", "--database", store).code == 0
    return store


def killed(arguments, seconds):
    """Starts a command and kills it; whether it was still running."""
    process = subprocess.Popen([ENTENTE, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(seconds)
        return False
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return True


def kills(workshop, store, count):
    chance = random.Random(2010)
    begin = time.monotonic()
    backup = workshop.path("whole.sqlite")
    assert run("backup", backup, "--database", store).code == 0
    usual = time.monotonic() - begin
    folder = workshop.path("killed")
    os.mkdir(folder)
    target = os.path.join(folder, "target.sqlite")
    wrong = {name: [] for name in ("init", "backup", "restore", "export", "journal export", "journal import")}
    journal = workshop.path("journal.jsonl")
    assert run("journal", "export", journal, "--database", store).code == 0
    commands = {
        "init": (["init", "--database", target], True), "backup": (["backup", target, "--database", store], True),
        "restore": (["restore", backup, "--database", target], True),
        "export": (["export", "areas", os.path.join(folder, "target.csv"), "--database", store], False),
        "journal export": (["journal", "export", os.path.join(folder, "target.jsonl"), "--database", store], False),
        "journal import": (["journal", "import", journal, "--database", target], True),
    }
    cut = 0
    for name, (arguments, isStore) in commands.items():
        span = max(usual, 0.05) * (6 if name in ("init", "restore", "journal import") else 1)
        for number in range(count):
            was = killed(arguments, chance.uniform(0, span))
            cut += was
            named = [entry for entry in os.listdir(folder) if not re.search(r"\.part(-wal|-shm|-journal|\.jsonl(\.part)?)?$", entry)]
            for entry in named:
                path = os.path.join(folder, entry)
                if isStore and entry == "target.sqlite":
                    good, said = sound(path)
                    contacts = 5 if name in ("backup", "restore") else 0
                    if not good:
                        wrong[name].append(f"{number}: {said[-200:]}")
                    elif contacts and run("person", "contact", "p4", "--database", path).code != 0:
                        wrong[name].append(f"{number}: contacts are gone")
                elif entry == "target.jsonl" and open(path, encoding="utf-8").read() != open(journal, encoding="utf-8").read():
                    wrong[name].append(f"{number}: the file is not whole")
            readable = [entry for entry in os.listdir(folder) if os.stat(os.path.join(folder, entry)).st_mode & 0o077
                        and not entry.endswith(("-wal", "-shm"))]
            if readable:
                wrong[name].append(f"{number}: others may read {readable}")
            if not was or number == count - 1:
                for entry in os.listdir(folder):
                    if not entry.endswith(".part") or number == count - 1:
                        os.remove(os.path.join(folder, entry))
        # What the kills left behind is no obstacle.
        again = run(*arguments)
        if again.code != 0:
            wrong[name].append(f"after the kills: {again.said}")
        left = [entry for entry in os.listdir(folder) if ".part" in entry]
        if left:
            wrong[name].append(f"after the kills {left} still lie there")
        shutil.rmtree(folder)
        os.mkdir(folder)
        check(f"{name}: whole or not there, after {count} kills", not wrong[name], "\n".join(wrong[name]))
    check("commands were cut off", cut > count, cut)
    good, said = sound(store)
    check("and the store they read from is as it was", good, said)


def half_states(workshop, store):
    def planted(name, statement):
        path = workshop.path("planted.sqlite")
        shutil.copy(store, path)
        base = sqlite3.connect(path)
        base.executescript(statement)
        base.commit()
        base.close()
        told = run("doctor", "--database", path)
        bad = [line for line in told.out.splitlines() if "BAD" in line]
        check(f"the doctor finds {name}", told.code == 1 and bad, told.said)
        os.remove(path)

    planted("contacts that are gone", "DELETE FROM contact")
    planted("a contact that is gone", "DELETE FROM contact WHERE person = 'p3'")
    planted("a store without acts", "DELETE FROM act; DELETE FROM partner;")
    planted("a table that was changed", "UPDATE area SET number = 99 WHERE id = 'gold'")
    planted("a row that is gone", "DELETE FROM \"area-event\"")
    planted("an act that was changed", "UPDATE act SET basis = 'x' WHERE seq = 9")
    planted("an act of a kind that nobody knows", "UPDATE act SET kind = 'ghost' WHERE seq = (SELECT max(seq) FROM act)")
    path = workshop.path("shape.sqlite")
    shutil.copy(store, path)
    base = sqlite3.connect(path)
    base.execute("DELETE FROM shape WHERE kind = 'area'")
    base.commit()
    base.close()
    told = run("doctor", "--database", path)
    check("a shape that is gone is noticed: the table is made anew, and it is said", "Making tables anew" in told.err or told.code == 1, told.said)


def outputs(workshop, store):
    for command in (["list", "areas"], ["report", "cycle-2009-2010"], ["options"], ["show", "area", "gold"], ["charter", "keys"]):
        arguments = [*command] + ([] if command[0] == "charter" else ["--database", store])
        for name, shell in {"full": '"$@" > /dev/full', "closed": '"$@" >&-'}.items():
            ran = subprocess.run(["bash", "-c", shell, "bash", ENTENTE, *arguments], capture_output=True)
            check(f"{command[0]} into an output that is {name} ends with a code that tells",
                  ran.returncode == 74 and b"could not be written" in ran.stderr, (ran.returncode, ran.stderr[-200:]))


def full_disk(workshop, store):
    disk = workshop.path("disk")
    os.mkdir(disk)
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=9m", "tmpfs", disk])
    if made.returncode != 0:
        check("a small disk can be mounted", False, "run as root or with user namespaces")
        return
    try:
        backup = workshop.path("for-disk.sqlite")
        run("backup", backup, "--database", store)

        def fill():
            with open(os.path.join(disk, "fill"), "wb") as file:
                try:
                    for _ in range(100):
                        file.write(bytes(100_000))
                        file.flush()
                except OSError:
                    pass

        fill()
        for name, arguments in {
            "backup": ["backup", os.path.join(disk, "b.sqlite"), "--database", store],
            "restore": ["restore", backup, "--database", os.path.join(disk, "r.sqlite")],
            "journal export": ["journal", "export", os.path.join(disk, "j.jsonl"), "--database", store],
        }.items():
            ran = run(*arguments)
            check(f"{name} on a full disk says so and leaves nothing", ran.code == 1 and ("full" in ran.err or "No space" in ran.err)
                  and os.listdir(disk) == ["fill"], f"{os.listdir(disk)} {ran.said}")
            os.remove(os.path.join(disk, "fill"))
            again = run(*arguments)
            check(f"{name} goes through once there is room", again.code == 0, again.said)
            for entry in os.listdir(disk):
                os.remove(os.path.join(disk, entry))
            fill()
    finally:
        subprocess.run(["umount", disk], check=False)


class Server:
    def __init__(self, store):
        self.process = subprocess.Popen([ENTENTE, "serve", "--database", store, "--port", "0"],
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        line = self.process.stdout.readline().decode()
        self.port = int(re.search(r":(\d+) ", line)[1])

    def get(self, path, timeout=20):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=timeout) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def raw(self, text):
        """What is answered to these bytes: the first line."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as line:
            line.sendall(text)
            return line.recv(4096).decode("latin-1").split("\r\n")[0]

    def memory(self):
        with open(f"/proc/{self.process.pid}/status", encoding="utf-8") as file:
            return int(re.search(r"VmRSS:\s+(\d+)", file.read())[1]) / 1024

    def stop(self):
        self.process.terminate()
        self.process.wait(20)


def swapped(workshop, store):
    path = workshop.path("swapped.sqlite")
    shutil.copy(store, path)
    server = Server(path)
    try:
        check("the server answers", server.get("/healthz")[0] == 200)
        os.remove(path)
        shutil.copy(store, path)
        for suffix in ("-wal", "-shm"):
            if os.path.exists(path + suffix):
                os.remove(path + suffix)
        status, body = server.get("/")
        check("after its file was removed and put back the server does not go on with the old one", status == 503, (status, body[:200]))
        check("and tells nobody where it is", path not in body, body[:200])
        told = run("doctor", "--database", path)
        check("the doctor names the program that goes on with the removed file",
              told.code == 1 and str(server.process.pid) in told.out, told.said)
    finally:
        server.stop()


def protocol(workshop, store):
    server = Server(store)
    try:
        ask = {
            "one host": (b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n", "200"),
            "two hosts": (b"GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "400"),
            "no host": (b"GET /healthz HTTP/1.1\r\n\r\n", "400"),
            "an odd transfer coding": (b"GET /healthz HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n", "400"),
            "two lengths": (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400"),
        }
        for name, (request, status) in ask.items():
            line = server.raw(request)
            check(f"a request with {name} is answered {status}", f" {status} " in line + " ", line)
    finally:
        server.stop()


class Waiting:
    """Connections that keep a server waiting: idle, with half a request, with a letter now and then."""

    def __init__(self, store):
        self.server = Server(store)
        self.begun = time.monotonic()
        self.lines = {}
        for name, text in {"idle": b"", "half a request": b"GET / HTTP/1.1\r\nHost: a\r\nX-", "answered and idle": b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"}.items():
            self.lines[name] = socket.create_connection(("127.0.0.1", self.server.port), timeout=40)
            self.lines[name].sendall(text)
        self.lines["answered and idle"].recv(65536)

    def judge(self):
        while time.monotonic() - self.begun < 18:
            self.lines["half a request"].sendall(b"a")
            time.sleep(1)
        for name, line in self.lines.items():
            try:
                closed = line.recv(4096) == b""
            except ConnectionResetError:
                closed = True
            except OSError:
                closed = False
            check(f"a connection that is {name} is closed in the end", closed and time.monotonic() - self.begun < 60, time.monotonic() - self.begun)
            line.close()
        check("and the server goes on", self.server.get("/healthz")[0] == 200)
        self.server.stop()


def secrets(workshop):
    """No way of writing an address prints the password, or makes a file of it."""
    folder = workshop.path("secrets")
    os.mkdir(folder)
    for address in ("postgres://u:TOPSECRET@127.0.0.1:1/x", "POSTGRES://u:TOPSECRET@127.0.0.1:1/x", " postgres://u:TOPSECRET@127.0.0.1:1/x",
                    "postgresql://u:TOP/SECRET@127.0.0.1:1/x", "host=127.0.0.1 port=1 password=TOPSECRET dbname=x",
                    "password=TOPSECRET host=127.0.0.1 port=1", "psotgres://u:TOPSECRET@127.0.0.1/x", "mysql://u:TOPSECRET@h/x"):
        for command in (["init"], ["list", "areas"], ["doctor"], ["serve", "--port", "0"]):
            ran = run(*command, "--database", address, cwd=folder, timeout=60)
            if "SECRET" in ran.out + ran.err or ran.code == 0:
                check(f"{command[0]} {address.replace('SECRET', '…')}", False, ran.said[:300])
                break
        else:
            check(f"{address.replace('SECRET', '…')} is refused without its password", True)
    check("and no file was made", os.listdir(folder) == [], os.listdir(folder))


def main():
    need(ENTENTE)
    count = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else 8
    if "inside" not in sys.argv:
        own = ["unshare", "--user", "--map-root-user", "--mount"]
        sys.exit(subprocess.run([*own, sys.executable, os.path.abspath(__file__), str(count), "inside"]).returncode)
    with Workshop() as workshop:
        store = founded(workshop)
        waited = workshop.path("waited.sqlite")
        shutil.copy(store, waited)
        waiting = Waiting(waited)
        kills(workshop, store, count)
        half_states(workshop, store)
        outputs(workshop, store)
        full_disk(workshop, store)
        swapped(workshop, store)
        protocol(workshop, store)
        secrets(workshop)
        waiting.judge()
    finish()


main()
