#!/usr/bin/env python3
"""Counts the test points of meson's testlog.json files.

One line per failing test, with where its output is; the last line is
`N passed, N failed`, and `, N skipped` if any. A program that does not speak
TAP is one point, and one that dies without saying `not ok` is one failure.
"""
import json
import os
import re
import sys

POINT = re.compile(r"^(not )?ok\b(?: (?!#)[^\n]*?)?(# *skip\b[^\n]*)?$", re.M | re.I)
PLAN = re.compile(r"^1\.\.(\d+)", re.M)
GOOD, BAD, SKIPPED = "OK", ("FAIL", "TIMEOUT", "INTERRUPT", "ERROR", "UNEXPECTEDPASS"), "SKIP"


def count(test):
    """The points of one program, as (passed, failed, skipped)."""
    output = test.get("stdout") or ""
    points = list(POINT.finditer(output)) if PLAN.search(output) or POINT.search(output) else []
    failed = sum(1 for point in points if point[1])
    skipped = sum(1 for point in points if point[2] and not point[1])
    passed = len(points) - failed - skipped
    if test["result"] in BAD and failed == 0:
        failed = 1
    elif not points:
        passed, skipped = (0, 1) if test["result"] == SKIPPED else (1, 0)
    return passed, failed, skipped


def keep_output(log, number, test):
    """Writes what a failing program said beside the log, and says where."""
    stem = re.sub(r"[^a-z0-9]+", "-", test["name"].split(" / ")[-1].lower()).strip("-")
    path = os.path.join(os.path.dirname(log), f"failed-{number}-{stem}.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write(" ".join(test["command"]) + "\n\n" + (test.get("stdout") or "") + (test.get("stderr") or ""))
    return path


def report(log):
    total = [0, 0, 0]
    if not os.path.exists(log):
        print(f"FAILED: no test ran, {log} is missing")
        return [0, 1, 0]
    with open(log, encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            test = json.loads(line)
            points = count(test)
            total = [a + b for a, b in zip(total, points)]
            if points[1]:
                where = os.path.relpath(keep_output(log, number, test))
                names = re.findall(r"^not ok \d+(?: -)? ?(.*)$", test.get("stdout") or "", re.M)
                print(f"FAILED {test['name'].split(' / ')[-1]} ({test['result'].lower()}) {' '.join(names)}: {where}")
    return total


def main():
    passed, failed, skipped = (sum(column) for column in zip(*(report(log) for log in sys.argv[1:])))
    if passed + failed == 0:
        failed = 1
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
