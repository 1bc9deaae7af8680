#!/usr/bin/env python3
"""What happens to people who are interrupted: commands killed again and again, a disk that fills, an output that is closed, a
store that was tampered with, a file swapped under the server. Nothing is lost, nothing half made stands under its final name,
and the doctor tells the truth.

Usage: faults.py [KILLS of each command while it is at work, 3 if left out; `./bench faults` takes 200] [a file for the figures]
                 [ROW of support/writing.py]...   only these are killed, and nothing else is tried
The commands that are killed stand in support/writing.py, each with words that make it write."""
import json
import os
import random
import re
import shlex
import shutil
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from concurrent.futures import ProcessPoolExecutor

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
from checks import ENTENTE, Workshop, check, commands, finish, need, run
from killing import Killed, contents, log_of_opening
from writing import FORGETS, KILLED, SPARED, furnish

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


def kills(workshop, store, materials, count, only):
    """Every row of writing.KILLED, or those named, as many at once as there are cores. - Returns: what came of each."""
    done = []
    log = log_of_opening(store, workshop.folder)
    with ProcessPoolExecutor() as pool:
        rows = [pool.submit(kill, (name, shlex.split(words), changes, workshop.path(f"killed-{number}"), materials.get(changes, store), log, materials, FORGETS.get(name)), count)
                for number, (name, words, changes) in enumerate(KILLED) if not only or name in only]
        for row in rows:
            told = row.result()
            done.append(told)
            check(f"{told['name']}: all of it or nothing, after {told['landed']} kills at work, {told['writing']} of them while it wrote",
                  not told["wrong"], "\n".join(told["wrong"]))
            check(f"{told['name']}: {count} kills met it at work", told["landed"] >= count, told)
    return done


def kill(row, count):
    """In a process of its own. - Returns: what came of it, for the page as well."""
    killed = Killed(*row)
    try:
        killed.times(count)
    except Exception as error:
        killed.fault(f"{type(error).__name__}: {error}")
    return killed.told()


def none_forgotten(workshop, store, materials):
    """A command that the program has stands in one list or the other, and those that are not killed write nothing."""
    here = {" ".join(words) for words in commands()}
    killed = {name.split(",")[0] for name, _, _ in KILLED}
    check("every command is killed, or is named with the reason why not", here == killed | set(SPARED) and not killed & set(SPARED),
          f"in neither list: {sorted(here - killed - set(SPARED))}; not there: {sorted((killed | set(SPARED)) - here)}; "
          f"in both: {sorted(killed & set(SPARED))}")
    good, said = sound(store)
    check("the store that the commands are tried on is sound", good, said)
    before = contents(store)
    folder = workshop.path("read")
    os.mkdir(folder)
    for name, (reason, words) in SPARED.items():
        if words is not None:
            ran = run(*name.split(), *shlex.split(words.format(**materials)), "--database", store, cwd=folder)
            check(f"{name} is not killed, as it {reason}", ran.code == 0 and contents(store) == before and not os.listdir(folder),
                  f"{os.listdir(folder)} {ran.said[:600]}")


def killed_server(workshop, store):
    path = workshop.path("served.sqlite")
    shutil.copy(store, path)
    for _ in range(3):
        server = Server(path)
        pages = [threading.Thread(target=server.try_page, args=(page,)) for page in ("/", "/areas", "/options", "/report/2009-2010")]
        for page in pages:
            page.start()
        time.sleep(random.uniform(0, 0.2))
        server.process.kill()
        server.process.wait()
        for page in pages:
            page.join()
    good, said = sound(path)
    check("a server that is killed leaves the store as it was", good and contents(path) == contents(store), said)


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

    def try_page(self, path):
        try:
            self.get(path)
        except OSError:
            pass

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
    """Connections that keep a server waiting: idle, with half a request, with a letter now and then. Each is watched on a
    thread of its own, as what is tried beside it takes its time."""

    def __init__(self, store):
        self.server = Server(store)
        self.begun = time.monotonic()
        self.closed = {}
        self.watches = []
        for name, text in {"idle": b"", "half a request": b"GET / HTTP/1.1\r\nHost: a\r\nX-", "answered and idle": b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"}.items():
            line = socket.create_connection(("127.0.0.1", self.server.port), timeout=40)
            line.sendall(text)
            if name == "answered and idle":
                line.recv(65536)
            line.settimeout(1)
            self.watches.append(threading.Thread(target=self.watch, args=(name, line), daemon=True))
            self.watches[-1].start()

    def watch(self, name, line):
        """Notes when the connection is closed; half a request gets a letter each second for 18 of them."""
        while time.monotonic() - self.begun < 60:
            try:
                if name == "half a request" and time.monotonic() - self.begun < 18:
                    line.sendall(b"a")
                if line.recv(4096) == b"":
                    break
            except (ConnectionResetError, BrokenPipeError):
                break
            except TimeoutError:
                continue
        else:
            return
        self.closed[name] = time.monotonic() - self.begun
        line.close()

    def judge(self):
        for watch in self.watches:
            watch.join()
        for name in ("idle", "half a request", "answered and idle"):
            check(f"a connection that is {name} is closed in the end", name in self.closed, self.closed)
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
    words = [word for word in sys.argv[1:] if word != "inside"]
    count = int(words[0]) if words else 3
    if "inside" not in sys.argv:
        own = ["unshare", "--user", "--map-root-user", "--mount"]
        sys.exit(subprocess.run([*own, sys.executable, os.path.abspath(__file__), *words, "inside"]).returncode)
    with Workshop() as workshop:
        store = founded(workshop)
        furnished = workshop.path("furnished.sqlite")
        shutil.copy(store, furnished)
        shutil.copy2(store + ".key", furnished + ".key")
        materials = furnish(workshop, furnished)
        none_forgotten(workshop, furnished, materials)
        figures = kills(workshop, furnished, materials, count, words[2:])
        if len(words) > 1:
            with open(words[1], "w", encoding="utf-8") as file:
                json.dump(figures, file)
        if len(words) > 2:
            finish()
        waited = workshop.path("waited.sqlite")
        shutil.copy(store, waited)
        waiting = Waiting(waited)
        killed_server(workshop, store)
        half_states(workshop, store)
        outputs(workshop, store)
        full_disk(workshop, store)
        swapped(workshop, store)
        protocol(workshop, store)
        secrets(workshop)
        waiting.judge()
    finish()


main()
