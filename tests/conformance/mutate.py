#!/usr/bin/env python3
"""Takes each check of the sign-in out, one at a time, and asks its tests whether they notice.

    tests/conformance/mutate.py [ITEM…]      all, or those of these items

Works in a copy below target/mutants. Ends with the survivors; status 1 when there is one.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[2]
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")).resolve()
COPY = TARGET / "mutants" / "tree"
TEST = ["cargo", "test", "-q", "--locked", "-p", "card-core", "--test", "adapters", "--test", "machine", "--"]
# Seconds for compiling the core and running a few tests.
PATIENCE = 240
NAME = re.compile(r"fn (item_((?:\d+_)+)\w*)\(")


def copy():
    shutil.rmtree(COPY, ignore_errors=True)
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\n")
    for name in filter(None, files):
        if name.endswith((".rs", ".toml", ".lock", ".json", ".sql", ".yaml", ".otf")) and not (ROOT / name).is_symlink():
            (COPY / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, COPY / name)


def tests():
    found = {}
    for path in (COPY / "core" / "tests").rglob("*.rs"):
        for name, numbers in NAME.findall(path.read_text()):
            for number in numbers.split("_")[:-1]:
                found.setdefault(int(number), set()).add(name)
    return found


def run(names):
    environment = {**os.environ, "CARGO_TARGET_DIR": str(TARGET / "mutants" / "target")}
    command = TEST + sorted(names)
    try:
        return subprocess.run(command, cwd=COPY, env=environment, capture_output=True, text=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:  # a test that never ends has noticed as well
        return subprocess.CompletedProcess(command, 1, "", "")


def main():
    wanted = {int(item) for item in sys.argv[1:]}
    table = tomllib.loads((ROOT / "tests/conformance/mutations.toml").read_text())
    copy()
    by_item = tests()
    killed, bad = 0, []
    for place, mutations in table["mutations"].items():
        path = COPY / table["files"][place]
        whole = path.read_text()
        for mutation in mutations:
            items = mutation["items"]
            if wanted and not wanted & set(items):
                continue
            what = f"{items} {place}: {mutation['old'].strip()[:70]!r}"
            if whole.count(mutation["old"]) != 1:
                bad.append(f"doesn't fit: {what}")
                continue
            path.write_text(whole.replace(mutation["old"], mutation["new"]))
            result = run(set().union(*(by_item.get(item, set()) for item in items)))
            path.write_text(whole)
            if "could not compile" in result.stderr:
                bad.append(f"doesn't compile: {what}\n{result.stderr[:600]}")
            elif result.returncode == 0:
                bad.append(f"survived: {what}")
            else:
                killed += 1
            print(("killed " if not bad or what not in bad[-1] else "ALIVE  ") + what, flush=True)
    print("\n".join(bad))
    print(f"{killed} passed, {len(bad)} failed, 0 skipped")
    return 1 if bad else 0


sys.exit(main())
