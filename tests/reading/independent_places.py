"""Places, devices and weak points of a territory, computed from its tables: IGN's formulas and networkx, no line of Milieu's own code."""
import collections
import itertools
import math

import networkx as nx

from independent import INTERACTION, INSTITUTION, LEVELS, largest, mean

SHARP = ("verified", "recalled-high", "recalled-medium")
DEVICES = ("event", "scheme", "infrastructure")


def lambert(lon, lat):
    """Lambert-93 on GRS80, as IGN's note NTG 71 gives it."""
    flat = 1 / 298.257222101
    e = math.sqrt(2 * flat - flat * flat)
    zero, one, two, middle = map(math.radians, (46.5, 44, 49, 3))
    narrow = lambda p: math.cos(p) / math.sqrt(1 - (e * math.sin(p)) ** 2)
    t = lambda p: math.tan(math.pi / 4 - p / 2) / ((1 - e * math.sin(p)) / (1 + e * math.sin(p))) ** (e / 2)
    n = math.log(narrow(one) / narrow(two)) / math.log(t(one) / t(two))
    radius = lambda p: 6378137 * narrow(one) / (n * t(one) ** n) * t(p) ** n
    turn, far = n * (math.radians(lon) - middle), radius(math.radians(lat))
    return 700000 + far * math.sin(turn), 6600000 + radius(zero) - far * math.cos(turn)


def located(t):
    return {name: lambert(float(row["lon"]), float(row["lat"])) for name, row in sorted(t.actors.items()) if row["lat"]}


def sites(t):
    """Precise places, one an address."""
    found = []
    for name, point in located(t).items():
        if t.actors[name]["coord_basis"] in SHARP and all(math.dist(point, other) > 1 for other in found):
            found.append(point)
    return found


def ripley(points, r):
    xs, ys = zip(*points)
    width, height, n = max(xs) - min(xs), max(ys) - min(ys), len(points)
    total = sum(2 * width * height / ((width - abs(a[0] - b[0])) * (height - abs(a[1] - b[1])))
                for a, b in itertools.combinations(points, 2) if math.dist(a, b) <= r)
    return math.sqrt(width * height * total / (n * (n - 1)) / math.pi) - r


def places(t):
    where, points = located(t), sites(t)
    n, k = len(where), len(points)
    centre = [sum(p[i] for p in where.values()) / n for i in (0, 1)]
    spread = math.sqrt(sum(math.dist(p, centre) ** 2 for p in where.values()) / n)
    xs, ys = zip(*points)
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    near = mean([min(math.dist(a, b) for b in points if b is not a) for a in points])
    chance = math.sqrt(width * height / k) / 2
    edge = (0.0514 + 0.0412 / math.sqrt(k)) * 2 * (width + height) / k
    quarter = min(width, height) / 4
    return {
        "S6": spread / 1000, "S8": near / chance, "S8.corrected": near / (chance + edge), "S8.n": k,
        "S8.z": (near - chance) / (math.sqrt((4 - math.pi) * width * height / (4 * math.pi)) / k),
        "S9": ripley(points, quarter) / 1000, "S9.r": quarter / 1000, "S10.located": n,
        "S10": sum(t.actors[name]["coord_basis"] in SHARP for name in where) / n,
    }


def median(values):
    values = sorted(values)
    return (values[(len(values) - 1) // 2] + values[len(values) // 2]) / 2 if values else None


def decay(t):
    """Pearson's r of ln (metres + 1) and being tied, over the pairs of located actors."""
    where = located(t)
    pairs = list(itertools.combinations(where, 2))
    distances = [math.dist(where[a], where[b]) for a, b in pairs]
    tied = [t.interaction.has_edge(a, b) for a, b in pairs]
    logs = [math.log(d + 1) for d in distances]
    x, y = mean(logs), mean(tied)
    r = sum((a - x) * (b - y) for a, b in zip(logs, tied)) / math.sqrt(
        sum((a - x) ** 2 for a in logs) * sum((b - y) ** 2 for b in tied))
    return {"4.9": r, "4.9.ties": sum(tied), "4.9.tied_km": median([d / 1000 for d, b in zip(distances, tied) if b]),
            "4.9.untied_km": median([d / 1000 for d, b in zip(distances, tied) if not b])}


# --- devices ---

def owner(t, device):
    counts = collections.Counter(t.ground[tie["source"]] for tie in t.ties if tie["target"] == device
                                 and tie["type"] in ("founds", "funds", "produces") and t.ground[tie["source"]])
    best = [g for g, c in counts.items() if c == max(counts.values())]
    return best[0] if len(best) == 1 else None


def attendance(t, kinds):
    there = collections.defaultdict(set)
    for tie in t.ties:
        device = t.actors[tie["target"]]
        if tie["type"] == "participates" and device["kind"] in kinds:
            there[tie["target"], int(tie["start_year"] or device["start_year"] or 0)].add(tie["source"])
    return there


def blau(names):
    counts = collections.Counter(name for name in names if name)
    return 1 - sum((c / counts.total()) ** 2 for c in counts.values()) if counts.total() >= 3 else None


def known_mean(values):
    values = [value for value in values if value is not None]
    return mean(values) if values else None


def devices(t):
    there = attendance(t, DEVICES)
    scaled = {}
    for part, of, k in (("", lambda a: t.ground[a], 4), (".by_kind", lambda a: t.actors[a]["kind"], None),
                        (".by_municipality", lambda a: t.actors[a]["municipality"], None),
                        (".by_sector", lambda a: t.actors[a]["sector"], None)):
        k = k or len({of(a) for a in t.actors} - {""})
        index = known_mean([blau(map(of, people)) for people in there.values()])
        scaled[f"L4a{part}"] = None if index is None else index * k / (k - 1)
    crossing = [(t.ground[tie["source"]], owner(t, tie["target"])) for tie in t.ties
                if tie["type"] == "participates" and t.actors[tie["target"]]["kind"] in DEVICES]
    a, b = crossing.count(("underground", "upperground")), crossing.count(("upperground", "underground"))
    makers = collections.defaultdict(list)
    for tie in t.ties:
        if tie["type"] == "produces" and t.actors[tie["target"]]["kind"] in ("work", "scheme", "event"):
            makers[tie["target"]].append(t.ground[tie["source"]])
    both = sum(len(set(grounds) - {""}) > 1 for grounds in makers.values())
    events = attendance(t, ("event",))
    following = [(events[d, y], events[d, max(before)]) for d, y in events if (before := [z for e, z in events if e == d and 0 < z < y])]
    return {**scaled, "L3c.underground_in_upperground": a, "L3c.upperground_in_underground": b,
            "L3c": (a - b) / (a + b) if a + b >= 5 else None, "L2c.outputs": len(makers),
            "L2c": both / len(makers) if len(makers) >= 3 else None,
            "4.8.returning": known_mean([len(x & y) / len(x | y) for x, y in following])}


# --- weak points ---

def arcs(t, types):
    return {(tie["source"], tie["target"]) for tie in t.ties if tie["type"] in types and tie["directed"] == "1"}


def weak_points(t):
    graph, flat = t.interaction, {}
    whole = t.cross_pairs(graph)
    for name in nx.articulation_points(graph):
        flat[f"4.7.carried_by_actor/{name}"] = whole - t.cross_pairs(graph, name)
    for a, b in nx.bridges(graph):
        left = graph.copy()
        left.remove_edge(a, b)
        flat[f"4.7.carried_by_bridge/{min(a, b)} – {max(a, b)}"] = whole - t.cross_pairs(left)
    cores = nx.core_number(graph)
    innermost = [t.ground[v] or "none" for v, k in cores.items() if k == max(cores.values())]
    flat["4.7.core_members"] = len(innermost)
    for ground, count in collections.Counter(innermost).items():
        flat[f"4.7.core_grounds/{ground}"] = count
    directed = arcs(t, INTERACTION)
    flat["4.7.reciprocity_directed"] = sum((b, a) in directed for a, b in directed) / len(directed)
    loose = {(x, y) for tie in t.ties if tie["type"] in INTERACTION and tie["directed"] != "1"
             for x, y in ((tie["source"], tie["target"]), (tie["target"], tie["source"]))}
    every = directed | loose
    flat["4.7.reciprocity"] = sum((b, a) in every for a, b in every) / len(every)
    return flat


def degrees(t):
    flat = {}
    for graph, end, types in ((t.interaction, "", INTERACTION), (t.all, "_all", INTERACTION + INSTITUTION)):
        ways = collections.defaultdict(set)
        for tie in t.ties:
            if tie["type"] in types:
                ways[frozenset((tie["source"], tie["target"]))].add(tie["type"])
        most, n = max(k for _, k in graph.degree), len(graph)
        between = nx.betweenness_centrality(graph, normalized=True)
        flat |= {f"4.1.multiplex{end}": sum(len(w) > 1 for w in ways.values()), f"4.1.highest{end}": most,
                 f"4.1.highest_normalised{end}": most / (n - 1), f"4.2.normalised{end}": max(between.values()),
                 f"4.1.mean_strength{end}": mean([s for _, s in graph.degree(weight="weight")])}
    return flat


# --- chance and the convention ---

def by_chance(t):
    """Mean of CL when the grounds of the tied change places: each pair is then any two of them."""
    bearers = collections.Counter(t.ground[v] for v, k in t.interaction.degree if k and t.ground[v])
    n = bearers.total()
    return 1 - sum(c * (c - 1) for c in bearers.values()) / (n * (n - 1))


def louvain(t):
    """Another search for the same communities: the best of ten."""
    find = nx.algorithms.community
    return max(find.modularity(t.interaction, find.louvain_communities(t.interaction, weight="weight", seed=seed), weight="weight")
               for seed in range(10))


def shares(t):
    return [largest(graph) / len(graph) for graph in (t.all, t.interaction)]


__all__ = ["LEVELS", "by_chance", "decay", "degrees", "devices", "louvain", "places", "shares", "weak_points"]
