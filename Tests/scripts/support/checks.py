"""What the scripts share: where the executables are, and how a check is counted and told."""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
# Another build is tried by naming it: ENTENTE_EXECUTABLE=.build/release/entente
ENTENTE = os.path.abspath(os.environ.get("ENTENTE_EXECUTABLE") or os.path.join(ROOT, ".build", "debug", "entente"))
BENCH = os.path.join(ROOT, ".build", "debug", "entente-bench")

_passed = 0
_failed = 0


def check(claim, holds, seen=""):
    """Counts one claim; a claim that does not hold is told with what was seen instead."""
    global _passed, _failed
    if holds:
        _passed += 1
        print(f"  holds: {claim}")
    else:
        _failed += 1
        print(f"  FAILS: {claim}")
        if seen != "":
            print("         seen: " + str(seen).replace("\n", "\n               ")[:1500])
    sys.stdout.flush()
    return bool(holds)


def finish():
    """The last line, and the exit code."""
    print(f"{_passed} passed, {_failed} failed")
    sys.exit(1 if _failed or not _passed else 0)


def need(*executables):
    for path in executables:
        if not os.path.exists(path):
            print(f"{path} is not there; build it with: swift build")
            print("0 passed, 1 failed")
            sys.exit(1)


class Workshop:
    """A folder of its own, removed at the end."""

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="entente-test-")
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, content):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        return path


class Ran:
    """One finished command: its exit code and what it said."""

    def __init__(self, done):
        self.code = done.returncode
        self.out = done.stdout.decode("utf-8", "replace")
        self.err = done.stderr.decode("utf-8", "replace")
        self.said = f"exit code {self.code}\n{self.out}{self.err}"

    def refusals(self):
        """Standard error as the list of refusals that --json promises; None if it is no such list."""
        try:
            found = json.loads(self.err)
        except ValueError:
            return None
        return found if isinstance(found, list) else None


def clean():
    """The environment without settings of Entente."""
    return {name: value for name, value in os.environ.items() if not name.startswith("ENTENTE_")}


def run(*arguments, cwd=None, env=None, program=ENTENTE, timeout=120):
    return Ran(subprocess.run([program, *arguments], cwd=cwd, env={**clean(), **(env or {})}, capture_output=True, timeout=timeout))


def commands():
    """Every command of the program, as the words that call it, read from its own help."""
    def below(*words):
        told = run(*words, "--help").out.split("SUBCOMMANDS:")
        return re.findall(r"^  ([a-z]+(?:-[a-z]+)*) ", told[1], re.M) if len(told) > 1 else []

    def leaves(*words):
        return [leaf for name in below(*words) for leaf in (leaves(*words, name) or [(*words, name)])]
    return leaves()
