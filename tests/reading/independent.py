"""The indicators of a territory computed from its tables with networkx: no line of Milieu's own code."""
import collections
import csv
import itertools
import math

import networkx as nx

INTERACTION = "member_of collaborates participates boundary_spans hosts produces".split()
INSTITUTION = "founds funds part_of succeeds".split()
LEVELS = {"seed": 1, "implied": 2, "verified": 3, "recalled": 4}
ELEMENTS = {"place": "places", "community": "spaces", "scheme": "projects", "event": "events"}
WINDOW = 5


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


class Territory:
    def __init__(self, folder, level, suggested, year):
        self.year = year
        self.actors = {row["id"]: row for row in rows(folder / "actors.csv")}
        self.ground = {name: row["ground"] for name, row in self.actors.items()}
        for row in rows(folder / "suggestions.csv") if suggested else []:
            self.ground[row["id"]] = self.ground[row["id"]] or row["suggested_ground"]
        self.ties = [row for row in rows(folder / "ties.csv")
                     if LEVELS[row["basis"]] <= level and row["source"] != row["target"]]
        self.interaction, self.all = self.graph(INTERACTION), self.graph(INTERACTION + INSTITUTION)

    def graph(self, types):
        graph = nx.Graph()
        graph.add_nodes_from(sorted(self.actors))
        for tie in self.ties:
            if tie["type"] in types:
                a, b = tie["source"], tie["target"]
                weight = graph[a][b]["weight"] if graph.has_edge(a, b) else 0
                graph.add_edge(a, b, weight=weight + float(tie["weight"] or 1))
        return graph

    def of(self, ground):
        return [name for name in sorted(self.actors) if self.ground[name] == ground]

    def known(self, graph):
        return [(a, b) for a, b in graph.edges if self.ground[a] and self.ground[b]]

    # L1, 4.6
    def dyads(self, graph):
        known = self.known(graph)
        external = sum(self.ground[a] != self.ground[b] for a, b in known)
        return external, len(known) - external, graph.number_of_edges() - len(known)

    def assortativity(self, graph):
        mix = collections.Counter()
        for a, b in self.known(graph):
            mix[self.ground[a], self.ground[b]] += 1
            mix[self.ground[b], self.ground[a]] += 1
        share = lambda ground: sum(c for (g, _), c in mix.items() if g == ground) / mix.total()
        trace = sum(c for (g, h), c in mix.items() if g == h) / mix.total()
        square = sum(share(g) ** 2 for g in {g for g, _ in mix})
        return (trace - square) / (1 - square)

    def modularity(self, graph):
        part = graph.edge_subgraph(self.known(graph))
        groups = collections.defaultdict(set)
        for name in part:
            groups[self.ground[name]].add(name)
        return nx.algorithms.community.modularity(part, groups.values(), weight="weight")

    def analytic(self, graph):
        mass = collections.Counter(self.ground[end] for pair in self.known(graph) for end in pair)
        return 1 - sum((d / mass.total()) ** 2 for d in mass.values())

    # L2
    def first_years(self):
        first = {}
        for tie in self.ties:
            if tie["type"] in INTERACTION and tie["start_year"]:
                pair = frozenset((tie["source"], tie["target"]))
                first[pair] = min(first.get(pair, 9999), int(tie["start_year"]))
        return first

    def novelty(self):
        first = self.first_years()
        earliest, distant, dyads = min(first.values()), 0, 0
        for pair, year in first.items():
            if self.year - WINDOW < year <= self.year and year >= earliest + WINDOW:
                before = nx.Graph(tuple(other) for other, y in first.items() if y < year)
                before.add_nodes_from(pair)
                a, b = pair
                dyads += 1
                distant += not nx.has_path(before, a, b) or nx.shortest_path_length(before, a, b) >= 3
        return dyads, distant

    def opportunity(self):
        sizes = nx.effective_size(self.interaction)
        return mean([sizes[v] / k for v, k in self.interaction.degree if k >= 2])

    # L3
    def elements(self):
        counts = collections.Counter(ELEMENTS[row["kind"]] for row in self.actors.values() if row["kind"] in ELEMENTS)
        return counts, -sum(c / counts.total() * math.log(c / counts.total()) for c in counts.values()) / math.log(4)

    def mediation(self, middle=("middleground",)):
        pairs, shares = 0, []
        for u, d in itertools.product(self.of("upperground"), self.of("underground")):
            pairs += 1
            if nx.has_path(self.interaction, u, d):
                paths = list(nx.all_shortest_paths(self.interaction, u, d))
                through = sum(any(self.ground[v] in middle for v in path[1:-1]) for path in paths)
                shares.append(through / len(paths))
        return len(shares) / pairs, mean(shares)

    # L4, S2 to S4
    def fiat(self):
        upper = lambda name: self.ground[name] == "upperground"
        decided = sum(tie["type"] in ("founds", "funds") and upper(tie["source"]) for tie in self.ties)
        together = sum(tie["type"] in INTERACTION and (upper(tie["source"]) or upper(tie["target"])) for tie in self.ties)
        return decided, together

    def visibility(self):
        sent = [tie for tie in self.ties if self.ground[tie["source"]] == "upperground"
                and tie["type"] in ("founds", "funds", "hosts", "produces")]
        return sum(self.actors[tie["target"]]["kind"] in ("infrastructure", "event", "scheme") for tie in sent) / len(sent)

    def density(self):
        upper = set(self.of("upperground"))
        pairs = {frozenset((tie["source"], tie["target"])) for tie in self.ties
                 if tie["type"] in INSTITUTION and {tie["source"], tie["target"]} <= upper}
        return 2 * len(pairs) / (len(upper) * (len(upper) - 1))

    # 4.8
    def editions(self):
        there = collections.defaultdict(set)
        for tie in self.ties:
            if tie["type"] == "participates" and self.actors[tie["target"]]["kind"] == "event":
                there[tie["target"], int(tie["start_year"])].add(tie["source"])
        return there

    def became(self, pair, year):
        years = [tie["start_year"] for tie in self.ties if tie["type"] in INTERACTION
                 and {tie["source"], tie["target"]} == set(pair)]
        if any(y and int(y) < year for y in years):
            return "before"
        if any(not y or int(y) == year for y in years):
            return "ambiguous"
        return "after" if any(int(y) <= year + 2 for y in years) else "never"

    def conversion(self):
        there, met = self.editions(), collections.Counter()
        seen = collections.Counter()
        for (_, year), people in there.items():
            for pair in itertools.combinations(sorted(people), 2):
                met[pair] += 1
                seen[self.became(pair, year)] += 1
        elsewhere = collections.Counter()
        for year in {year for _, year in there}:
            groups = [people for (_, y), people in there.items() if y == year]
            for pair in itertools.combinations(sorted(set().union(*groups)), 2):
                if not any(set(pair) <= people for people in groups):
                    elsewhere[self.became(pair, year)] += 1
        return met, seen, elsewhere

    # L5
    def arrivals(self):
        newcomers = [name for name, row in self.actors.items()
                     if row["start_year"] and self.year - WINDOW < int(row["start_year"]) <= self.year]
        exits = sum(bool(row["end_year"]) and self.year - WINDOW < int(row["end_year"]) <= self.year for row in self.actors.values())
        return len(newcomers), exits, sum(self.interaction.degree[name] > 0 for name in newcomers)

    def entry_rate(self):
        number = lambda text: int(text) if text else None
        spans = [(number(row["start_year"]), number(row["end_year"])) for row in self.actors.values()]
        active = sum((s is None or s < self.year) and (e is None or e >= self.year - 1) for s, e in spans)
        return (sum(s == self.year for s, _ in spans) - sum(e == self.year for _, e in spans)) / active

    # L6
    def robustness(self, graph, rank):
        left, total, n = graph.copy(), 0, graph.number_of_nodes()
        for _ in range(n):
            left.remove_node(rank(left))
            total += largest(left) / n
        return total / n

    def cross_pairs(self, graph, without=None):
        left = graph.subgraph(set(graph) - {without})
        pairs = 0
        for component in nx.connected_components(left):
            counts = collections.Counter(self.ground[name] for name in component if self.ground[name])
            pairs += (counts.total() ** 2 - sum(c * c for c in counts.values())) // 2
        return pairs

    def redundancy(self):
        together = set()
        for block in nx.biconnected_components(self.interaction):
            if len(block) > 2:
                together |= {pair for pair in itertools.combinations(sorted(block), 2)
                             if self.ground[pair[0]] and self.ground[pair[1]] and self.ground[pair[0]] != self.ground[pair[1]]}
        return len(together), self.cross_pairs(self.interaction)

    # 4.4, 4.5
    def roles(self):
        found = collections.Counter()
        for v in self.interaction:
            for a, b in itertools.combinations(self.interaction[v], 2):
                x, y, z = self.ground[a], self.ground[v], self.ground[b]
                if not (x and y and z) or self.interaction.has_edge(a, b):
                    continue
                found["coordinator" if x == y == z else "itinerant" if x == z else "gatekeeper" if y in (x, z) else "liaison"] += 1
        return found

    def participation(self, graph, v):
        counts = collections.Counter(self.ground[w] for w in graph[v] if self.ground[w])
        return 1 - sum((c / counts.total()) ** 2 for c in counts.values()) if counts else None

    def own_index(self, graph, v):
        others = [self.ground[w] for w in graph[v] if self.ground[w]] if self.ground[v] else []
        return sum(1 if g != self.ground[v] else -1 for g in others) / len(others) if others else None

    # S7
    def concentration(self):
        counts = collections.Counter(row["insee_code"] for row in self.actors.values() if row["lat"] and row["insee_code"])
        x, n = sorted(counts.values()), len(counts)
        gini = 2 * sum(i * v for i, v in enumerate(x, 1)) / (n * sum(x)) - (n + 1) / n
        return sum((v / sum(x)) ** 2 for v in x), gini


def mean(values):
    return sum(values) / len(values)


def largest(graph):
    return max(map(len, nx.connected_components(graph)), default=0)


def by_degree(graph):
    return min(graph, key=lambda v: (-graph.degree[v], v))


def by_betweenness(graph):
    between = nx.betweenness_centrality(graph, normalized=False)
    most = max(between.values())
    return min((v for v in graph if between[v] >= most - 1e-9), key=lambda v: (-graph.degree[v], v))
