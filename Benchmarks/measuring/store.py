"""The store: acts appended, tables made anew, the chain walked; beside raw C and beside COPY."""
import json
import os
import subprocess
import sys

from .places import BENCH, ROOT, environment, folder, postgres as server, scale


def measured(*arguments):
    """The results of one command of entente-bench."""
    with folder() as place:
        done = subprocess.run(
            [BENCH, *arguments], env={**environment(), "ENTENTE_BENCH_DIR": place}, cwd=ROOT, stdout=subprocess.PIPE)
    if done.returncode:
        sys.exit(f"entente-bench {' '.join(arguments)} failed")
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def entry(result, bar=None):
    """A comparison as an entry of the book; the bar is the least ratio."""
    made = {
        "what": result["what"], "ours": f"{result['ours']:,} {result['unit']}",
        "peer": f"{result['peer']:,} ({result['peer_name']})", "ratio": f"{result['ratio']:.2f}",
    }
    if bar:
        made.update(bar=f"≥ {bar}", met=result["ratio"] >= bar)
    return made


def append():
    # The bar is for batches of 100; the other sizes show how it depends on them.
    return [entry(found, 0.45 if "batches of 100," in found["what"] else None) for found in measured("append")]


def memory(results):
    return next(found for found in results if found["what"].startswith("rebuild memory"))


def rebuild():
    few, many = scale(200_000), scale(1_000_000)
    small, large = measured("rebuild", str(few), "--rounds", "1"), measured("rebuild", str(many))
    entries = [entry(found, None if "like for like" in found["what"] else 0.3) for found in large if "ratio" in found]
    first, last = memory(small), memory(large)
    flat = last["peak_megabytes"] / first["peak_megabytes"]
    entries.append({
        "what": "rebuild, peak memory", "ours": f"{last['peak_megabytes']} MB at {many:,} acts",
        "peer": f"{first['peak_megabytes']} MB at {few:,} acts (itself)", "ratio": f"{flat:.2f}", "bar": "≤ 1.2",
        "met": flat <= 1.2,
    })
    entries.append({
        "what": "rebuild, a reader meanwhile",
        "ours": f"{last['reads_meanwhile']:,} reads, the longest {last['longest_read_ms']:.0f} ms",
    })
    return entries


def verify():
    found = measured("verify", str(scale(1_000_000)))[-1]
    return [{
        "what": "verify the chain", "ours": f"{found['per_second']:,} acts/s, {found['megabytes_per_second']} MB/s hashed, "
        f"peak {found['peak_megabytes']} MB",
    }]


def tree():
    acts = scale(1_000_000)
    found = measured("tree", str(acts))[-1]
    return [
        {"what": f"hashes of the tree over {acts:,} acts, kept once", "ours": f"{found['seconds']:.1f} s, peak {found['peak_megabytes']} MB",
         "bar": "≤ 5 s", "met": found["seconds"] <= 5},
        {"what": "the state signed then", "ours": f"{found['state_ms']:.1f} ms", "peer": f"{found['unkept_ms']:,.0f} ms (with nothing kept)",
         "ratio": f"{found['unkept_ms'] / found['state_ms']:.0f}"},
        {"what": "proof of one act", "ours": f"{found['proof_ms']:.1f} ms, {found['proof_bytes']:,} bytes", "bar": "≤ 3,000 bytes",
         "met": found["proof_bytes"] <= 3000},
    ]


def postgres():
    few, many = scale(200_000), scale(1_000_000)
    with server() as address:
        entries = [entry(found) for found in measured("append", "--postgres", address)]
        small = measured("rebuild", str(few), "--rounds", "1", "--postgres", address)
        large = measured("rebuild", str(many), "--postgres", address)
    entries += [entry(found) for found in large if "ratio" in found]
    entries.append({
        "what": "rebuild on PostgreSQL, peak memory", "ours": f"{memory(large)['peak_megabytes']} MB at {many:,} acts",
        "peer": f"{memory(small)['peak_megabytes']} MB at {few:,} acts (itself)",
    })
    return entries
