#!/usr/bin/env python3
"""Measures Milieu beside its peers, on made-up territories and the example.

bench.py ROOT BUILD [--processor] [--rounds N] [NAME…]

Every figure stands beside that of its peer on the same input in the same run;
both take turns, and what counts is the median of all runs. Prints a table and
writes BUILD/bench.json. NAMEs are those of the parts.
`--processor` counts seconds of the processor, of all threads (when a window
starts, of its main thread), instead of those on the wall: for a machine that
has other work.
"""
import argparse
import collections
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import time

SEED = 42
TURNS = 3
QUIET = 8  # seconds without work
PATIENCE = 180  # seconds: readings of a large map go on for longer, and hold little more
Row = collections.namedtuple("Row", "name value unit peer peer_value ratio")


class Bench:
    def __init__(self, root, build, rounds, processor):
        self.root, self.build, self.rounds, self.processor = root, build, rounds, processor
        self.folder = build / "bench"
        self.folder.mkdir(exist_ok=True)
        self.example = root / "data/example/hauts-de-france.milieu"
        self.milieu = build / "app/milieu"
        self.rows = []

    def program(self, name):
        return self.build / "tests/bench" / f"bench-{name}"

    def territory(self, actors, ties, kind="communities"):
        path = self.folder / f"{kind}-{actors}-{ties}.milieu"
        subprocess.run([self.program("generate"), kind, str(actors), str(ties), str(SEED), path], check=True)
        return path

    def add(self, name, value, unit, peer=None, peer_value=None):
        ratio = round(value / peer_value, 3) if peer_value else None
        self.rows.append(Row(name, value, unit, peer, peer_value, ratio))
        print(line(self.rows[-1]), flush=True)

    def run(self, *command):
        """What a program says: name → seconds of each run."""
        said = subprocess.run(list(map(str, command)), check=True, stdout=subprocess.PIPE, text=True).stdout
        seconds = collections.defaultdict(list)
        for name, *both in (entry.split("\t") for entry in said.splitlines()):
            seconds[name].append(float(both[1 if self.processor else 0]))
        return seconds

    def turns(self, *commands, turns=TURNS):
        """The medians of programs that take turns, one dictionary a program."""
        all_runs = [collections.defaultdict(list) for _ in commands]
        for _ in range(turns):
            for runs, command in zip(all_runs, commands):
                for name, seconds in self.run(*command).items():
                    runs[name] += seconds
        return [{name: statistics.median(seconds) for name, seconds in runs.items()} for runs in all_runs]

    def timed(self, *command):
        """Seconds of a whole program, and what it said."""
        before = os.times()
        said = subprocess.run(list(map(str, command)), check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
        after = os.times()
        if self.processor:
            return after.children_user + after.children_system - before.children_user - before.children_system, said
        return after.elapsed - before.elapsed, said

    def peer(self, what, edges):
        return [DEBIAN_PYTHON, self.root / "tests/bench/igraph_peer.py", what, edges, self.rounds]


DEBIAN_PYTHON = "/usr/bin/python3"  # the one that Debian's python3-igraph belongs to


def line(row):
    def cell(value):
        return "" if value is None else f"{value:.4g}"
    return f"{row.name:<44}{cell(row.value):>10} {row.unit:<4}{cell(row.peer_value):>10}  {cell(row.ratio):>7}  {row.peer or ''}"


def network(bench):
    path, edges = bench.territory(2000, 10000), bench.folder / "edges"
    ours, theirs = bench.turns([bench.program("network"), path, edges, bench.rounds], bench.peer("measures", edges))
    for name, seconds in ours.items():
        bench.add(f"{name}, 2 000/10 000", seconds, "s", "igraph", theirs.get(name))


def readings(bench):
    edges = bench.folder / "edges"
    ours, theirs = bench.turns([bench.program("readings"), bench.example, edges, bench.rounds],
                               bench.peer("draws", edges))
    [removals] = bench.turns(bench.peer("removals", edges)[:-1] + ["1"], turns=1)
    peers = {"readings with bootstraps": ("igraph, 500 rewirings, 200 betweenness", theirs["draws"]),
             "verdict": ("igraph, the same of 44 graphs, each permuted 2 000 times", removals["removals"])}
    for name, seconds in ours.items():
        bench.add(f"{name}, example", seconds, "s", *peers.get(name, ()))


def files(bench):
    for actors, ties in ((10000, 20000), (100000, 200000)):
        path = bench.territory(actors, ties)
        [seconds] = bench.turns([bench.program("files"), path, bench.rounds], turns=1)
        bound = 64 + 8 * path.stat().st_size / 2**20
        bench.add(f"memory of opening, {actors}/{ties}", seconds["memory"] / 2**20, "MB", "64 MB + 8 × the file", bound)
        for name in ("open", "save"):
            bench.add(f"{name}, {actors}/{ties}", seconds[name], "s", "bare xmlTextReader", seconds["bare reader"])


def start(bench):
    first_frame, empty = bench.program("first-frame"), bench.program("empty-window")
    if not first_frame.exists() or not os.environ.get("DISPLAY"):
        print("start: needs libXdamage and a display", file=sys.stderr)
        return
    commands = [[first_frame, bench.milieu, bench.example], [first_frame, empty]]
    bench.turns(*commands, turns=1)
    ours, theirs = bench.turns(*commands, turns=2 * TURNS + 1)
    bench.add("window to first frame, example", ours["first frame"], "s", "empty Adwaita window", theirs["first frame"])


def sfdp(bench, edges, positions):
    """Positions by sfdp; its seconds."""
    names = edges.read_text(encoding="ascii").splitlines()
    dot = "graph {\n" + "\n".join(map(str, range(int(names[0])))) + "\n"
    (bench.folder / "edges.dot").write_text(dot + "\n".join(name.replace(" ", "--") for name in names[1:]) + "\n}\n")
    seconds, drawn = bench.timed("sfdp", "-Tplain", bench.folder / "edges.dot")
    spots = {}
    for words in map(str.split, drawn.splitlines()):
        if words[0] == "node":
            spots[int(words[1])] = f"{words[2]} {words[3]}\n"
    positions.write_text("".join(spots[v] for v in sorted(spots)))
    return seconds


def drawing(bench, edges, positions):
    """How good the drawing is: its stress, neighbours kept, crossings."""
    told = subprocess.run([bench.program("drawing"), edges, positions], check=True, stdout=subprocess.PIPE, text=True)
    return {name: float(value) for name, value in map(str.split, told.stdout.splitlines())}


def layout(bench, territory, actors, ties, kinds):
    """Ours beside sfdp: how long, and how good."""
    path, edges, words = bench.territory(actors, ties, territory), bench.folder / "edges", f"{actors}/{ties}"
    places, theirs = bench.folder / "positions", None
    if territory != "communities":
        words += f" {territory}"
    for kind in kinds:
        [ours] = bench.turns([bench.program("layouts"), path, edges, kind, places, 1], turns=1)
        if theirs is None:
            seconds = sfdp(bench, edges, bench.folder / "sfdp")
            theirs = seconds, drawing(bench, edges, bench.folder / "sfdp")
        bench.add(f"{kind}, {words}", ours[kind], "s", "sfdp", theirs[0])
        for measure, value in drawing(bench, edges, places).items():
            bench.add(f"{measure} of {kind}, {words}", value, "", "sfdp", theirs[1][measure])


def layouts(bench, sizes=((100, 200), (1000, 2000), (2000, 10000), (10000, 20000))):
    if not shutil.which("sfdp"):
        print("layouts: needs graphviz", file=sys.stderr)
        return
    for actors, ties in sizes:
        layout(bench, "communities", actors, ties, ("organic", "communities", "strata", "circle"))
        layout(bench, "attachment", actors, ties, ("organic",))


def spread(seconds, share):
    return sorted(seconds)[min(len(seconds) - 1, int(share * len(seconds)))]


def frames(bench):
    """Frames of the canvas: its own code, and the whole beside a bare widget with as many textures."""
    if not os.environ.get("DISPLAY"):
        print("frames: needs a display", file=sys.stderr)
        return
    for actors, ties, view in ((2000, 10000, "network"), (10000, 20000, "network"), (100000, 200000, "network")):
        times, size = bench.run(bench.program("frames"), bench.territory(actors, ties), view), f"{actors}/{ties}"
        bench.add(f"frames at rest, {size}", times["frames at rest"][0], "")
        for deed in ("drag",) if actors == 10000 else ("pan", "zoom"):
            bench.add(f"{deed}, own code, p99, {size}", spread(times[f"{deed} own"], 0.99), "s")
            for share in (0.5, 0.99):
                bench.add(f"{deed}, whole frame, p{100 * share:.0f}, {size}", spread(times[deed], share), "s",
                          "bare widget, as many textures", spread(times[f"{deed} bare"], share))


def sharp(bench):
    """From a jump to the last sharp tile; memory with the largest map shown."""
    [times] = bench.turns([bench.program("sharp"), bench.territory(2000, 10000), "network", bench.rounds], turns=1)
    bench.add("first sharp picture, 2000/10000", times["first sharp picture"], "s", "two threads, plain cairo", times["two threads"])
    for view, actors, ties in (("network", 100000, 200000), ("map", 10000, 20000)):
        [times] = bench.turns([bench.program("sharp"), bench.territory(actors, ties), view, 1], turns=1)
        bench.add(f"first sharp picture of a {view}, {actors}/{ties}", times["first sharp picture"], "s",
                  "two threads, plain cairo", times["two threads"])
        bench.add(f"memory of a {view}, {actors}/{ties}", times["memory"] / 2**20, "MB", "600 MB", 600)


def large(bench):
    if shutil.which("sfdp"):
        layout(bench, "communities", 100000, 200000, ("organic", "communities"))
        layout(bench, "attachment", 100000, 200000, ("organic",))


def memory(bench):
    """The most that a window ever held, once what it computes has come to rest or PATIENCE is over."""
    if not os.environ.get("DISPLAY"):
        print("memory: needs a display", file=sys.stderr)
        return
    window = subprocess.Popen([bench.milieu, bench.territory(100000, 200000)])
    process, busy, quiet = pathlib.Path(f"/proc/{window.pid}"), None, 0
    end = time.monotonic() + PATIENCE
    while quiet < QUIET and time.monotonic() < end:
        time.sleep(1)
        ticks = (process / "stat").read_text(encoding="ascii").split()[13:15]
        quiet, busy = (quiet + 1 if ticks == busy else 0), ticks
    [most] = re.findall(r"VmHWM:\s*(\d+) kB", (process / "status").read_text(encoding="ascii"))
    window.terminate()
    window.wait()
    bench.add("memory, 100000/200000 open and shown", int(most) / 1024, "MB", "600 MB", 600)


def write_dot(places, svg, dot):
    """What a figure shows, for neato: its spots, its ties, the labels that found room."""
    map_file = places.read_text(encoding="utf-8")
    shown = set(re.findall(r'<g id="label-([^"]+)"', svg.read_text(encoding="utf-8")))
    names = dict(re.findall(r'<actor id="([^"]+)" name="([^"]*)"', map_file))
    lines = [f'{actor} [pos="{x},{-float(y):.3f}",label="{names[actor] if actor in shown else ""}"];'
             for actor, x, y in re.findall(r'<spot id="([^"]+)" x="([^"]+)" y="([^"]+)"', map_file)]
    lines += [f"{a} -- {b};" for a, b in re.findall(r'<tie id="[^"]+" source="([^"]+)" target="([^"]+)"', map_file)]
    dot.write_text("graph { node [shape=circle,width=.1,fixedsize=true];\n" + "\n".join(lines) + "\n}\n", encoding="utf-8")


def figures(bench):
    if not shutil.which("neato"):
        print("figures: needs graphviz", file=sys.stderr)
        return
    places, dot, out = (bench.folder / name for name in ("figure.milieu", "figure.dot", "figure.svg"))
    bench.timed(bench.milieu, "layout", bench.territory(2000, 10000), "--kind", "organic", "-o", places)
    bench.timed(bench.milieu, "export", places, "--view", "network", "-o", out)
    write_dot(places, out, dot)
    for kind in ("svg", "pdf"):
        out = bench.folder / f"figure.{kind}"
        runs = [(bench.timed(bench.milieu, "export", places, "--view", "network", "-o", out)[0],
                 bench.timed("neato", "-n2", f"-T{kind}", dot, "-o", out)[0]) for _ in range(2 * TURNS + 1)]
        ours, theirs = map(statistics.median, zip(*runs))
        bench.add(f"export {kind.upper()}, 2 000/10 000", ours, "s", f"neato -n2 -T{kind}", theirs)


PARTS = {part.__name__: part for part in (network, readings, files, start, memory, figures, frames, sharp, layouts, large)}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("root", type=pathlib.Path)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(PARTS))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--processor", action="store_true")
    options = parser.parse_intermixed_args()
    unknown = set(options.names) - set(PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))} (there are: {', '.join(PARTS)})")
    bench = Bench(options.root, options.build, options.rounds, options.processor)
    load = os.getloadavg()[0]
    if load > 0.5 * os.cpu_count() and not options.processor:
        print(f"The machine has other work (load {load:.1f}): ratios stray; --processor counts without it.", file=sys.stderr)
    clock = "processor" if options.processor else "wall"
    print(f"{'median seconds, ' + clock:<44}{'Milieu':>10} {'':<4}{'peer':>10}  {'ratio':>7}")
    for name in options.names or PARTS:
        PARTS[name](bench)
    (options.build / "bench.json").write_text(json.dumps([row._asdict() for row in bench.rows], indent=1) + "\n")


if __name__ == "__main__":
    main()
