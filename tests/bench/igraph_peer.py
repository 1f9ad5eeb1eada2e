#!/usr/bin/env python3
"""The peer of the network measures: python3-igraph on the same graph.

igraph_peer.py measures|draws EDGES ROUNDS
prints one line "NAME<tab>SECONDS<tab>PROCESSOR SECONDS" a run, after one that warms up.
"""
import random
import sys
import time

import igraph

SWAPS_PER_TIE = 10
REWIRINGS = 500
BOOTSTRAPS = 200
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


def main():
    what, path, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
    graph = read(path)
    for name, measure in (MEASURES if what == "measures" else {"draws": draws}).items():
        if rounds > 1:
            measure(graph)
        for _ in range(rounds):
            wall, processor = time.perf_counter(), time.process_time()
            measure(graph)
            print(f"{name}\t{time.perf_counter() - wall:.6f}\t{time.process_time() - processor:.6f}", flush=True)


if __name__ == "__main__":
    main()
