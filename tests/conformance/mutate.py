#!/usr/bin/env python3
"""Takes each check of the sign-in out, one at a time, and asks its tests whether they notice.

    tests/conformance/mutate.py [ITEM…]      all, or those of these items

Works in a copy below target/mutants. Ends with the survivors; status 1 when there is one. A whole run without survivors
writes results.toml: for each item its tests, which passed on the code as it is, and how many mutations they noticed. What was
noticed once isn't tried again while the mutated file and the files of its tests are the same.
"""
import hashlib
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[2]
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")).resolve()
COPY = TARGET / "mutants" / "tree"
RESULTS = ROOT / "tests/conformance/results.toml"
# Where tests stand and whose they are, the quickest first.
PLACES = {
    "core/tests": "card-core",
    "tests/sandbox/tests": "card-sandbox",
    "tests/arch/tests": "card-arch",
    "tests/journeys/tests": "card-journeys",
}
NOTICED = TARGET / "mutants" / "noticed.json"
# Seconds for compiling and running a few tests.
PATIENCE = 400
NAME = re.compile(r"fn (item_((?:\d+_)+)\w*)\(")
KEPT = (".rs", ".toml", ".lock", ".json", ".sql", ".yaml", ".otf", ".css", ".kt", ".swift", ".md")


def copy():
    """What is the same stays as it is and what isn't gets a new time, by which cargo knows it."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\n")
    wanted = {name for name in listed if name.endswith(KEPT) and not (ROOT / name).is_symlink()}
    for path in [path for path in COPY.rglob("*") if path.is_file() and str(path.relative_to(COPY)) not in wanted]:
        path.unlink()
    for name in wanted:
        here, there = ROOT / name, COPY / name
        if not there.exists() or there.read_bytes() != here.read_bytes():
            there.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(here, there)


def tests():
    """{item: {(place, binary): {names}}}, and {(place, binary): bytes of the files that hold them}"""
    found, texts = {}, {}
    for place in PLACES:
        for path in sorted((COPY / place).rglob("*.rs")):
            binary = (place, path.relative_to(COPY / place).parts[0].removesuffix(".rs"))
            named = NAME.findall(path.read_text())
            if named:
                texts[binary] = texts.get(binary, b"") + path.read_bytes()
            for name, numbers in named:
                for number in numbers.split("_")[:-1]:
                    found.setdefault(int(number), {}).setdefault(binary, set()).add(name)
    return found, texts


def run(binary, names):
    environment = {**os.environ, "CARGO_TARGET_DIR": str(TARGET / "mutants" / "target")}
    place, target = binary
    command = ["cargo", "test", "-q", "--locked", "-p", PLACES[place], "--test", target, "--", *sorted(names)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    process = subprocess.Popen(command, cwd=COPY, env=environment, text=True, start_new_session=True, **pipes)
    try:
        out, err = process.communicate(timeout=PATIENCE)
        return subprocess.CompletedProcess(command, process.returncode, out, err)
    except subprocess.TimeoutExpired:  # a test that never ends has noticed as well; it ends with its whole family
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return subprocess.CompletedProcess(command, 1, "", "")


def binaries(items, by_item):
    """The names of those items' tests by binary, the quickest place first."""
    names = {}
    for item in items:
        for binary, some in by_item.get(item, {}).items():
            names.setdefault(binary, set()).update(some)
    return sorted(names.items(), key=lambda pair: (list(PLACES).index(pair[0][0]), pair[0][1]))


def outcome(items, by_item):
    """`killed`, `survived` or `doesn't compile`, and what the compiler said."""
    for binary, names in binaries(items, by_item):
        result = run(binary, names)
        if "could not compile" in result.stderr:
            return "doesn't compile", result.stderr[:600]
        if result.returncode:
            return "killed", ""
    return "survived", ""


def write(by_item, noticed):
    lines = ["# Written by mutate.py after a whole run without survivors; ../arch holds it to the tests and mutations.", ""]
    for item in range(1, 81):
        names = sorted(set().union(*by_item.get(item, {}).values()))
        lines += ["[[item]]", f"n = {item}", f"mutations = {noticed[item]}", "tests = ["]
        lines += [f'  "{name}",' for name in names]
        lines += ["]", ""]
    RESULTS.write_text("\n".join(lines).rstrip() + "\n")


def main():
    wanted = {int(item) for item in sys.argv[1:]}
    table = tomllib.loads((ROOT / "tests/conformance/mutations.toml").read_text())
    copy()
    by_item, texts = tests()
    before = set(json.loads(NOTICED.read_text())) if NOTICED.exists() else set()
    bad, killed, noticed = [], 0, dict.fromkeys(range(1, 81), 0)
    for binary, names in binaries([item for item in by_item if not wanted or item in wanted], by_item):
        if run(binary, names).returncode:  # as it is, everything passes
            bad.append(f"fails without a mutation: {binary}")
    for place, mutations in table["mutations"].items():
        path = COPY / table["files"][place]
        whole = path.read_text()
        for mutation in mutations:
            items = mutation["items"]
            if bad and bad[0].startswith("fails") or wanted and not wanted & set(items):
                continue
            what = f"{items} {place}: {mutation['old'].strip()[:70]!r}"
            if whole.count(mutation["old"]) != 1:
                bad.append(f"doesn't fit: {what}")
                continue
            parts = [whole, mutation["old"], mutation["new"]]
            parts += [text for binary, _ in binaries(items, by_item) for text in (str(binary), texts[binary].decode())]
            key = hashlib.sha256("\0".join(parts).encode()).hexdigest()
            if key in before:
                said, why = "killed", ""
            else:
                path.write_text(whole.replace(mutation["old"], mutation["new"]))
                said, why = outcome(items, by_item)
                path.write_text(whole)
            if said == "killed":
                killed += 1
                before.add(key)
                NOTICED.write_text(json.dumps(sorted(before)))
                for item in items:
                    noticed[item] += 1
            else:
                bad.append(f"{said}: {what}\n{why}".rstrip())
            print(f"{said}: {what}", flush=True)
    if not bad and not wanted:
        write(by_item, noticed)
    print("\n".join(bad))
    print(f"{killed} passed, {len(bad)} failed, 0 skipped")
    return 1 if bad else 0


sys.exit(main())
