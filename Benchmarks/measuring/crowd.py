"""The portal while acts are recorded, and while it is attacked."""
import http.client
import os
import socket
import statistics
import subprocess
import threading
import time

from .places import BENCH, ENTENTE, folder, run, serve
from .portal import ask, founded, write_partners


def acts():
    """Every act changes what the page says, which shows the journal's last act at its foot."""
    with folder() as place:
        database = founded(place)
        with serve(database) as server:
            ask(server, "/", 256, 1)
            quiet = [ask(server, "/", 256, 3) for _ in range(3)]
            writer = Writer(database)
            try:
                busy = [ask(server, "/", 256, 5) for _ in range(3)]
            finally:
                writer.stop()
            made = writer.made / writer.seconds
    rate = [statistics.median(found[0] for found in side) for side in (busy, quiet)]
    slowest = [statistics.median(found[1] for found in side) for side in (busy, quiet)]
    return [
        {"what": f"home, 256 connections, {made:.0f} acts a second", "ours": f"{rate[0]:,.0f} req/s",
         "peer": f"{rate[1]:,.0f} req/s without acts (itself)", "ratio": f"{rate[0] / rate[1]:.2f}", "bar": "≥ 5,000 req/s", "met": rate[0] >= 5000},
        {"what": "the same, 99th percentile", "ours": f"{slowest[0]:.1f} ms", "peer": f"{slowest[1]:.1f} ms without acts (itself)",
         "bar": "≤ 100 ms", "met": slowest[0] <= 100},
    ]


class Writer:
    """Fifty acts a second, each a transaction of its own, by a program beside the server."""

    def __init__(self, database, pace=50):
        self.begun = time.perf_counter()
        self.process = subprocess.Popen([BENCH, "steady-writer", database, str(pace)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.made = self.seconds = 0

    def stop(self):
        self.seconds = time.perf_counter() - self.begun
        self.process.terminate()
        self.made = int((self.process.communicate()[0].split() or ["0"])[-1])


def flood(stop, port, what):
    """One attacker, until it is told to stop."""
    number = 0
    while not stop.is_set():
        try:
            what(port, number)
        except OSError:
            pass
        number += 1


def get(port, path, timeout=30):
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    try:
        link.request("GET", path)
        answer = link.getresponse()
        return answer.status, answer.read()
    finally:
        link.close()


def attack():
    """Six at once, for half a minute; somebody asks for /healthz all along."""
    seconds = 30

    def filters(port, _):
        get(port, "/api/v1/areas?" + "&".join(["number=8"] * 9000))

    def addresses(port, number):
        link = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        for other in range(500):
            link.request("GET", f"/areas?lang=en&q={number}-{other}")
            link.getresponse().read()
        link.close()

    held = []

    def half_open(port, _):
        if len(held) < 200:
            line = socket.create_connection(("127.0.0.1", port), timeout=30)
            line.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nX-")
            held.append(line)
        else:
            for line in list(held):
                try:
                    line.sendall(b"a")
                except OSError:
                    held.remove(line)
            time.sleep(0.5)

    def rows(port, _):
        get(port, "/partners.csv")

    def options(port, number):
        get(port, f"/options?lang=en&own=mine{number}%3Bdefault%3D2")

    def nowhere(port, number):
        get(port, f"/records/partner/x{number}?as_of=2010-09-22")

    with folder() as place:
        database = founded(place)
        path = os.path.join(place, "partners.csv")
        write_partners(path, range(50_000))
        run(ENTENTE, "--database", database, "import", "partners", path, "--as", "bench:secretariat")
        with serve(database) as server:
            stop = threading.Event()
            threads = [threading.Thread(target=flood, args=(stop, server.port, what))
                       for what in (filters, addresses, half_open, rows, options, nowhere)]
            for thread in threads:
                thread.start()
            waits, begun = [], time.perf_counter()
            while time.perf_counter() - begun < seconds:
                asked = time.perf_counter()
                status, _ = get(server.port, "/healthz")
                waits.append(time.perf_counter() - asked if status == 200 else 60)
                time.sleep(0.1)
            stop.set()
            for thread in threads:
                thread.join(60)
            for line in held:
                line.close()
            most = server.megabytes("VmHWM")
    waits.sort()
    return [
        {"what": f"/healthz under six attackers, the slowest of {len(waits)}", "ours": f"{1000 * waits[-1]:.0f} ms, the middle {1000 * waits[len(waits) // 2]:.0f} ms",
         "bar": "≤ 200 ms", "met": waits[-1] <= 0.2},
        {"what": "memory at its most, 50,000 partners", "ours": f"{most} MB", "bar": "≤ 150 MB", "met": most <= 150},
    ]
