"""Makes numbers of each class, asks the core and two other validators, and fails on any difference that is not expected.

The numbers live in memory and pipes only and are never printed. Those that look like a real kind carry birth years that no
holder of a number can have (see README.md). Control digits are worked out here, independently of the core.
"""

import random
import subprocess
import sys
from calendar import monthrange

from stdnum.no import fodselsnummer

KIND = 100_000  # numbers of each kind that people have, and of those that are none
OTHER = 10_000  # numbers of every other class
K1 = (3, 7, 6, 1, 8, 9, 4, 5, 2)
K2 = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
YES, NO = True, False

# class: (kind or "no", does python-stdnum accept it); fnrvalidator has to agree with us on every number.
# A "no" counts with the other "no"s: together they are KIND.
EXPECTED = {
    "fnr": ("fnr", YES),
    "dnr": ("dnr", YES),
    "hnr": ("hnr", YES),
    "dnr-and-hnr": ("dnr-and-hnr", YES),
    "tnr": ("tnr", NO),  # difference 2
    "dnr-and-tnr": ("dnr-and-tnr", NO),  # difference 2
    "fnr, 2032": ("fnr", NO),  # difference 1
    "dnr, 2032": ("dnr", NO),  # difference 1
    "hnr, 2032": ("hnr", NO),  # difference 1
    "dnr-and-hnr, 2032": ("dnr-and-hnr", NO),  # difference 1
    "tnr, 2032": ("tnr", NO),  # differences 1, 2
    "dnr-and-tnr, 2032": ("dnr-and-tnr", NO),  # differences 1, 2
    "fnr, unused serial": ("fnr", NO),  # difference 3
    "remainder 4 to 10": ("no", NO),
    "wrong k2": ("no", NO),
    "one digit wrong": ("no", NO),
    "no such date": ("no", NO),
}
MARKS = {"fnr": (0, 0), "dnr": (40, 0), "hnr": (0, 40), "dnr-and-hnr": (40, 40), "tnr": (0, 80), "dnr-and-tnr": (40, 80)}

dice = random.Random(2032)


def remainder(weights, digits):
    return sum(w * int(d) for w, d in zip(weights, digits)) % 11


def close(nine, k1_remainder=0, k2_remainder=0):
    """The eleven digits with the given remainders, or None where a control digit would be ten."""
    for weights, wanted in ((K1, k1_remainder), (K2, k2_remainder)):
        control = (wanted - remainder(weights, nine)) % 11
        if control == 10:
            return None
        nine += str(control)
    return nine


def nine_digits(kind, years=(1854, 1899), serials=(500, 749)):
    year, month = dice.randint(*years), dice.randint(1, 12)
    day = dice.randint(1, monthrange(year, month)[1])
    on_day, on_month = MARKS[kind]
    return f"{day + on_day:02}{month + on_month:02}{year % 100:02}{dice.randint(*serials):03}"


def impossible_date():
    day, month, year = dice.randint(0, 99), dice.randint(0, 99), dice.randint(1854, 1899)
    for on_day, on_month in MARKS.values():
        plain_day, plain_month = day - on_day, month - on_month
        if 1 <= plain_month <= 12 and 1 <= plain_day <= monthrange(year, plain_month)[1]:
            return None
    return close(f"{day:02}{month:02}{year % 100:02}{dice.randint(500, 749):03}")


def make(name):
    kind = name.split(",")[0]
    if name == "remainder 4 to 10":
        return close(nine_digits(dice.choice(list(MARKS))), k1_remainder=dice.randint(4, 10))
    if name == "wrong k2":
        return close(nine_digits(dice.choice(list(MARKS))), k2_remainder=dice.randint(1, 10))
    if name == "one digit wrong":
        number = close(nine_digits(dice.choice(list(MARKS))), k1_remainder=dice.randint(0, 3))
        at = dice.randrange(11)
        return number and number[:at] + str((int(number[at]) + dice.randint(1, 9)) % 10) + number[at + 1 :]
    if name == "no such date":
        return impossible_date()
    if name == "fnr, unused serial":
        return close(nine_digits("fnr", years=(1940, 1953), serials=(500, 899)))
    if name.endswith("2032"):
        return close(nine_digits(kind), k1_remainder=dice.randint(1, 3))
    years = (2000, 2099) if kind.endswith("tnr") else (1854, 1899)
    return close(nine_digits(kind, years=years))


def size(name):
    if EXPECTED[name][0] == "no":
        return KIND // sum(kind == "no" for kind, _ in EXPECTED.values())
    return KIND if name in ("fnr", "dnr", "tnr") else OTHER


def batch(name):
    numbers = []
    while len(numbers) < size(name):
        number = make(name)
        if number:
            numbers.append(number)
    return numbers


def ask(command, numbers):
    answer = subprocess.run(command, input="\n".join(numbers) + "\n", capture_output=True, text=True, check=True)
    verdicts = answer.stdout.split()
    assert len(verdicts) == len(numbers), f"{command[0]} gave {len(verdicts)} verdicts for {len(numbers)} numbers"
    return verdicts


def main():
    peer, core = sys.argv[1], sys.argv[2:]
    batches = {name: batch(name) for name in EXPECTED}
    everything = [number for numbers in batches.values() for number in numbers]
    ours = iter(ask(core, everything))
    nav = iter(ask(["node", peer], everything))
    failures = 0
    for name, (kind, stdnum_accepts) in EXPECTED.items():
        wrong = {"core": 0, "fnrvalidator": 0, "python-stdnum": 0}
        for number in batches[name]:
            wrong["core"] += next(ours) != kind
            wrong["fnrvalidator"] += next(nav) != kind
            wrong["python-stdnum"] += fodselsnummer.is_valid(number) != stdnum_accepts
        failures += sum(wrong.values())
        unexpected = ", ".join(f"{who} {count}" for who, count in wrong.items() if count)
        print(f"{name:20} {len(batches[name]):6} numbers: {'UNEXPECTED: ' + unexpected if unexpected else 'as expected'}")
    print(f"{len(everything)} numbers, {failures} unexpected verdicts")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
