#!/usr/bin/env python3
"""count.py counts single test points, and no failure escapes it."""
import sys

import count

GLIB = "TAP version 13\n# Start of date tests\nok 1 /date/parse\nok 2 /date/order # SKIP no zone\nnot ok 3 /date/print\n1..3\n"
CASES = [
    ("single points", {"result": "FAIL", "stdout": GLIB}, (1, 1, 1)),
    ("all good", {"result": "OK", "stdout": "1..2\nok 1 a\nok 2 b\n"}, (2, 0, 0)),
    ("died half way", {"result": "ERROR", "stdout": "1..3\nok 1 a\n"}, (1, 1, 0)),
    ("ran out of time", {"result": "TIMEOUT", "stdout": None}, (0, 1, 0)),
    ("no TAP, good", {"result": "OK", "stdout": "all fine\n"}, (1, 0, 0)),
    ("no TAP, bad", {"result": "FAIL", "stdout": ""}, (0, 1, 0)),
    ("skipped whole", {"result": "SKIP", "stdout": "1..0 # SKIP no screen\n"}, (0, 0, 1)),
    ("words with ok in them", {"result": "OK", "stdout": "1..1\n# ok 7 is no point\nok 1 it is ok\n"}, (1, 0, 0)),
]

print(f"1..{len(CASES)}")
wrong = 0
for number, (name, test, expected) in enumerate(CASES, 1):
    found = count.count(test)
    wrong += found != expected
    print(f"{'ok' if found == expected else 'not ok'} {number} {name}" + ("" if found == expected else f": {found}"))
sys.exit(1 if wrong else 0)
