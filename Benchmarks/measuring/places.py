"""Where things are, and how programs are run and stopped."""
import contextlib
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TOOLS = os.path.join(ROOT, ".build-tools")
BUILD = os.path.join(ROOT, ".build", os.environ.get("ENTENTE_BENCH_BUILD", "release"))
ENTENTE = os.path.join(BUILD, "entente")
BENCH = os.path.join(BUILD, "entente-bench")
DATASETTE = os.path.join(TOOLS, "datasette", "bin", "datasette")


def say(text):
    print(text, file=sys.stderr, flush=True)


def scale(number):
    """A size, made smaller by ENTENTE_BENCH_SCALE for trying the measurements themselves."""
    return max(1000, int(number * float(os.environ.get("ENTENTE_BENCH_SCALE", "1"))))


@contextlib.contextmanager
def folder():
    """A folder on the disk of the project (a memory disk would flatter), removed at the end."""
    os.makedirs(TOOLS, exist_ok=True)
    path = tempfile.mkdtemp(prefix="work-", dir=TOOLS)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def environment():
    return {name: value for name, value in os.environ.items() if not name.startswith("ENTENTE_")}


def run(*command):
    """Runs to the end; what it printed. Ends everything with its words if it failed."""
    done = subprocess.run(command, capture_output=True, env=environment(), cwd=ROOT)
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr.decode()[-2000:]}")
    return done.stdout.decode()


class Server:
    """A program that serves on a port of this machine, from its start to its first answer to its end."""

    def __init__(self, command, port, page):
        self.port = port
        begun = time.perf_counter()
        self.process = subprocess.Popen(
            command, env=environment(), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        while self.status(page) != 200:
            if self.process.poll() is not None or time.perf_counter() - begun > 60:
                self.process.kill()
                sys.exit(f"{' '.join(command)} does not answer {page}:\n{self.process.stderr.read().decode()[-2000:]}")
            time.sleep(0.002)
        self.seconds_to_first_page = time.perf_counter() - begun

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stderr.close()

    def get(self, page):
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            link.request("GET", page)
            answer = link.getresponse()
            return answer.status, answer.read()
        finally:
            link.close()

    def status(self, page):
        try:
            return self.get(page)[0]
        except (OSError, http.client.HTTPException):
            return None

    def megabytes(self, name="VmRSS"):
        with open(f"/proc/{self.process.pid}/status") as file:
            for line in file:
                if line.startswith(name + ":"):
                    return round(int(line.split()[1]) / 1024)
        return 0


def serve(database):
    port = free_port()
    return Server([ENTENTE, "--database", database, "serve", "--port", str(port)], port, "/")


def datasette(database):
    port = free_port()
    # Immutable and without suggested facets: datasette then counts and inspects once, which is its fastest way. With
    # the suggestions, 32 readers at once got no page of 100,000 partners within twelve seconds.
    return Server([DATASETTE, "serve", "-i", database, "-p", str(port), "-h", "127.0.0.1",
                   "--setting", "suggest_facets", "off"], port, "/-/versions.json")


@contextlib.contextmanager
def postgres():
    """The address of a PostgreSQL server of its own, with the settings Debian gives it."""
    binaries = sorted(os.path.join(base, "bin") for base, names, _ in os.walk("/usr/lib/postgresql") if "bin" in names)[-1]
    place = tempfile.mkdtemp(prefix="entente-bench-pg-", dir="/var/tmp")
    port = free_port()
    # The server refuses to run as root.
    prefix = []
    if os.geteuid() == 0:
        shutil.chown(place, "postgres")
        prefix = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    data = os.path.join(place, "data")

    def control(*command):
        done = subprocess.run([*prefix, *command], cwd=place, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if done.returncode:
            sys.exit(f"{command[0]} failed: {done.stderr.decode()[-1000:]}")

    control(f"{binaries}/initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8")
    control(f"{binaries}/pg_ctl", "-D", data, "-l", os.path.join(place, "log"), "-w", "-o",
            f"-k {place} -p {port} -c listen_addresses=127.0.0.1", "start")
    try:
        yield f"postgres://postgres@127.0.0.1:{port}/postgres"
    finally:
        control(f"{binaries}/pg_ctl", "-D", data, "-m", "fast", "-w", "stop")
        shutil.rmtree(place, ignore_errors=True)
