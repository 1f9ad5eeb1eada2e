#!/usr/bin/env python3
"""The scripts beside the basemap compile, and their plane geometry holds by hand, as TAP."""
import py_compile
import sys
import tempfile

folder = sys.argv[1]
sys.path.insert(0, folder)
import shapes  # noqa: E402

tests = []


def compiles(name):
    with tempfile.TemporaryDirectory() as scratch:
        py_compile.compile(f"{folder}/{name}", cfile=f"{scratch}/out.pyc", doraise=True)


def simplifies():
    # the bump of 1 goes at tolerance 2 and stays at 0.5
    line = [(0, 0), (5, 1), (10, 0)]
    assert shapes.simplify(line, 2) == [(0, 0), (10, 0)]
    assert shapes.simplify(line, 0.5) == line


def keeps_borders_shared():
    # two squares side by side with a crooked border between them
    border = [(10, 0), (11, 5), (10, 10)]
    left = [(0, 0)] + border + [(0, 10), (0, 0)]
    right = border[::-1] + [(20, 0), (20, 10), (10, 10)]
    simple = shapes.Topology({"l": [[left]], "r": [[right]]}).simplify(2)
    assert (11, 5) not in simple["l"][0][0] and (11, 5) not in simple["r"][0][0]
    ring, = shapes.Topology({"l": [[left]], "r": [[right]]}).outline(["l", "r"], 0)
    assert (11, 5) not in ring and {(0, 0), (20, 0), (20, 10), (0, 10)} <= set(ring)


def clips():
    square = [(-5, -5), (5, -5), (5, 5), (-5, 5), (-5, -5)]
    ring = shapes.clip_ring(square, (0, 0, 10, 10))
    assert set(ring) == {(0, 0), (5, 0), (5, 5), (0, 5)}, ring
    assert shapes.clip_ring(square, (6, 6, 10, 10)) == []
    assert shapes.clip_line([(-10, 5), (20, 5)], (0, 0, 10, 10)) == [[(0, 5), (10, 5)]]
    assert shapes.clip_line([(-10, 11), (20, 11)], (0, 0, 10, 10)) == []


def nests():
    outer = [(0, 0), (9, 0), (9, 9), (0, 9), (0, 0)]
    hole = [(2, 2), (4, 2), (4, 4), (2, 4), (2, 2)]
    island = [(20, 0), (21, 0), (21, 1), (20, 0)]
    assert shapes.nest([island, hole, outer]) == [[outer, hole], [island]]


for script in ("regenerate.py", "shapes.py", "r_data.py"):
    tests.append((script, lambda script=script: compiles(script)))
tests += [(f.__name__, f) for f in (simplifies, keeps_borders_shared, clips, nests)]

print(f"1..{len(tests)}")
for number, (name, test) in enumerate(tests, 1):
    try:
        test()
        print(f"ok {number} {name}")
    except Exception as why:  # noqa: BLE001: a test reports whatever went wrong
        print(f"not ok {number} {name}: {why!r}")
