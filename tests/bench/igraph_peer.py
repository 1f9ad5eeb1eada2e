#!/usr/bin/env python3
"""The peer of the network measures: python3-igraph on the same graph.

igraph_peer.py measures|draws|removals EDGES ROUNDS
prints one line "NAME<tab>SECONDS<tab>PROCESSOR SECONDS" a run, after one that warms up; what is
short is done again and again in a run, as in stopwatch.h.
"""
import random
import sys
import time

import igraph

SWAPS_PER_TIE = 10
REWIRINGS = 500
BOOTSTRAPS = 200
PERMUTATIONS = 2000
LEAST = 0.02  # seconds of a run
SEED = 42


def read(path):
    with open(path, encoding="ascii") as lines:
        n = int(next(lines))
        return igraph.Graph(n=n, edges=[tuple(map(int, line.split())) for line in lines])


def communities(graph):
    igraph.set_random_number_generator(random.Random(SEED))
    graph.community_leiden(objective_function="modularity", n_iterations=2)


def draws(graph):
    for _ in range(REWIRINGS):
        graph.copy().rewire(n=SWAPS_PER_TIE * graph.ecount())
    for _ in range(BOOTSTRAPS):
        graph.betweenness()


def removals(graph):
    """What the verdict asks of the graph with every actor and without each in turn: the largest component, betweenness,
    robustness by degree, and how mixed the ties are when grounds change places; python3-igraph for each."""
    grounds = [v % 4 for v in range(graph.vcount())]
    for without in [None, *range(graph.vcount())]:
        left, labels = graph.copy(), list(grounds)
        if without is not None:
            left.delete_vertices(without)
            del labels[without]
        left.connected_components().giant()
        left.betweenness()
        for _ in range(PERMUTATIONS):
            random.shuffle(labels)
            left.assortativity_nominal(labels, directed=False)
        while left.vcount() > 0:
            degrees = left.degree()
            left.delete_vertices(degrees.index(max(degrees)))
            max(left.connected_components().sizes(), default=0)


def everything(graph):
    for measure in MEASURES.values():
        if measure not in (everything, communities):
            measure(graph)


MEASURES = {
    "betweenness": lambda graph: graph.betweenness(),
    "constraint": lambda graph: graph.constraint(),
    "coreness": lambda graph: graph.coreness(),
    "communities": communities,
    "articulation points": lambda graph: graph.articulation_points(),
    "all measures": everything,
}


def run(name, measure, graph, rounds):
    times = 1
    if rounds > 1:
        warm = time.process_time()
        measure(graph)
        warm = time.process_time() - warm
        times = int(LEAST / max(warm, 1e-5)) + 1 if warm < LEAST else 1
    for _ in range(rounds):
        wall, processor = time.perf_counter(), time.process_time()
        for _ in range(times):
            measure(graph)
        wall, processor = time.perf_counter() - wall, time.process_time() - processor
        print(f"{name}\t{wall / times:.8f}\t{processor / times:.8f}", flush=True)


def main():
    what, path, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
    graph = read(path)
    asked = {"measures": MEASURES, "draws": {"draws": draws}, "removals": {"removals": removals}}[what]
    for name, measure in asked.items():
        run(name, measure, graph, rounds)


if __name__ == "__main__":
    main()
