#!/usr/bin/env python3
"""The description of the API and what the API answers, judged by a program that is not ours: schemathesis reads the
description, asks by it for everything in many ways, right and wrong, and says where answer and description part. It is shown
a planted fault that it must find."""
import json
import os
import re
import shutil
import subprocess
import sys
import urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
from checks import ENTENTE, Workshop, check, finish, need, run

JUDGE = "schemathesis"


def judged(description, address, folder, *more):
    done = subprocess.run(
        [shutil.which(JUDGE), "run", description, "--url", address, "--phases", "coverage,fuzzing", "--max-examples", "3",
         "--generation-database", "none", "--seed", "2010", "--no-color", *more],
        cwd=folder, capture_output=True, text=True, timeout=600)
    summary = done.stdout[done.stdout.rfind("SUMMARY"):]
    return done.returncode, summary


def main():
    need(ENTENTE)
    with Workshop() as workshop:
        store = workshop.path("api.sqlite")
        run("init", "--database", store)
        server = subprocess.Popen([ENTENTE, "serve", "--database", store, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        try:
            address = re.search(r"http://[0-9.]+:[0-9]+", server.stdout.readline().decode())[0]
            with urllib.request.urlopen(address + "/api/openapi.json") as answer:
                described = json.load(answer)
            path = workshop.write("openapi.json", json.dumps(described))
            code, said = judged(path, address, workshop.folder)
            asked = re.search(r"(\d+) generated", said)
            check("what the API answers is what its description says", code == 0, said)
            check("and it was asked for in many ways", asked and int(asked[1]) > 500, said)
            described["components"]["schemas"]["area"]["required"].append("planted")
            described["components"]["schemas"]["area"]["properties"]["planted"] = {"type": "string"}
            described["paths"] = {path: what for path, what in described["paths"].items() if path == "/api/v1/areas"}
            path = workshop.write("planted.json", json.dumps(described))
            code, said = judged(path, address, workshop.folder)
            check("a member that is described and not answered is found", code == 1 and "violates schema" in said.lower(), said)
        finally:
            server.terminate()
            server.wait(10)
    finish()


main()
