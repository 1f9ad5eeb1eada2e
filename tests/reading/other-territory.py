#!/usr/bin/python3
"""Another territory, read by Milieu and by networkx from the same tables, as TAP.

other-territory.py MILIEU
"""
import json
import math
import pathlib
import subprocess
import sys
import tempfile

import networkx as nx

import independent
import independent_places
import territory

MILIEU = sys.argv[1]
YEAR = 2018
TOLERANCE = 1e-4
QUESTIONS = [("stated", 1, False), ("implied", 2, True), ("verified", 3, False), ("verified", 3, True), ("recalled", 4, True)]


def run(*arguments):
    return subprocess.run([MILIEU, *map(str, arguments)], check=True, stdout=subprocess.PIPE, text=True).stdout


def import_map(folder, name):
    run("import", "--actors", folder / "actors.csv", "--ties", folder / "ties.csv", "--grounds", folder / "suggestions.csv",
        "--scope", folder / "scope.csv", "--year", YEAR, "-o", folder / name)
    return folder / name


def expected_of_graph(t, graph, end):
    external, internal, left_out = t.dyads(graph)
    between = nx.betweenness_centrality(graph, normalized=False)
    return {
        f"4.0{end}": sum(k == 0 for _, k in graph.degree), f"4.1.dyads{end}": graph.number_of_edges(),
        f"4.1{end}": 2 * graph.number_of_edges() / len(graph), f"4.1.density{end}": nx.density(graph),
        f"4.2{end}": max(between.values()), f"4.6{end}": (external - internal) / (external + internal),
        f"4.6.external{end}": external, f"4.6.internal{end}": internal, f"4.6.left_out{end}": left_out,
        f"4.6.assortativity{end}": t.assortativity(graph), f"4.7.modularity_of_grounds{end}": t.modularity(graph),
        f"4.7.components{end}": nx.number_connected_components(graph), f"4.7.largest{end}": independent.largest(graph),
        f"4.7.max_core{end}": max(nx.core_number(graph).values()), f"4.7.bridges{end}": len(list(nx.bridges(graph))),
        f"4.7.cut_points{end}": len(list(nx.articulation_points(graph))),
        f"L6a.R{end}": t.robustness(graph, independent.by_degree),
        f"L6a.R_betweenness{end}": t.robustness(graph, independent.by_betweenness),
    }


def expected_levers(t):
    n, interaction = len(t.actors), t.interaction
    external, internal, _ = t.dyads(interaction)
    shares = [independent.largest(graph) / n for graph in (t.all, interaction)]
    dyads, distant = t.novelty()
    counts, evenness = t.elements()
    reach, mediation = t.mediation()
    decided, together = t.fiat()
    entries, exits, integrated = t.arrivals()
    redundant, connected = t.redundancy()
    without = t.all.subgraph(set(t.all) - set(t.of("upperground")))
    robust = t.robustness(interaction, independent.by_degree)
    return {
        "L1a": external / (external + internal), "L1a.analytic": t.analytic(interaction), "L1b": shares[0] - shares[1],
        "L1b.lambda_all": shares[0], "L1b.lambda_interaction": shares[1], "L1c.modularity": max(0, t.modularity(interaction)),
        "L2a.dyads": dyads, "L2a.distant": distant, "L2b": t.opportunity(), "L3a": sum(c > 0 for c in counts.values()),
        "L3a.evenness": evenness, **{f"L3a.{name}": counts[name] for name in counts},
        "L3b": reach * mediation, "L3b.reach": reach, "L3b.mediation": mediation,
        "L3b.mediation_with_emerging": t.mediation(("middleground", "emerging"))[1],
        "L4b": decided / (decided + together), "L4b.decided": decided, "L5a": t.entry_rate(),
        "L5a.entries_window": entries, "L5a.exits_window": exits, "L5b": integrated / entries,
        "L6a": robust * 2 * n / (n - 1), "L6c": redundant / connected, "L6c.redundant": redundant, "L6c.connected": connected,
        "L6d": shares[1], "L6d.without_upperground": independent.largest(without) / len(without),
    }


def expected_rest(t):
    met, seen, elsewhere = t.conversion()
    constraint = nx.constraint(t.interaction, weight="weight")
    tied = [v for v, k in t.interaction.degree if k > 0]
    hhi, gini = t.concentration()
    between = nx.betweenness_centrality(t.interaction, normalized=False)
    top = max(sorted(between), key=lambda v: round(between[v], 9))
    before, roles = t.cross_pairs(t.interaction), t.roles()
    return {
        "S1": len(t.actors), "S2": t.density(), "S3": len(t.of("upperground")) / sum(bool(g) for g in t.ground.values()),
        "S4": t.visibility(), "S7": hhi, "S7.gini": gini, "L6b.before": before,
        "L6b": 1 - t.cross_pairs(t.interaction, top) / before,
        "4.3": independent.mean([constraint[v] for v in tied]), **{f"4.4.{name}": roles[name] for name in roles},
        "4.4": roles["liaison"] + roles["gatekeeper"],
        "4.5": independent.mean([p for v, k in t.interaction.degree if k >= 2
                                 and (p := t.participation(t.interaction, v)) is not None]),
        "4.8.present_once": len(met), "4.8.present_twice": sum(c > 1 for c in met.values()),
        "4.8.pairs": seen["after"] + seen["never"], "4.8.conversions": seen["after"], "4.8.ambiguous": seen["ambiguous"],
        "4.8.baseline": elsewhere["after"] / (elsewhere["after"] + elsewhere["never"])
        if seen["after"] >= 5 and elsewhere["after"] + elsewhere["never"] else None,
    }


def said(reading):
    """Every value, part and cell under one flat name."""
    flat = {}
    for one in reading["indicators"]:
        flat[one["id"]] = one["value"]
        for name, value in one["parts"].items():
            key = f"{one['id']}_all" if name == "all" else f"{one['id']}.{name}"
            flat[key] = value
            if isinstance(value, dict):
                flat |= {f"{key}/{row}": cell for row, cell in value.items()}
    return flat


def check_chance(t, flat):
    """What draws give, within three standard errors; communities at least as good as another search finds."""
    expected = independent_places.by_chance(t)
    error = 3 * math.sqrt(expected * (1 - expected) / len(t.known(t.interaction)) / 2000)
    if abs(flat["L1a.by_chance"] - expected) > error:
        yield f"by chance: Milieu {flat['L1a.by_chance']}, {expected} ± {error}"
    if abs(flat["L1a.lift"] - flat["L1a"] / flat["L1a.by_chance"]) > TOLERANCE:
        yield f"lift: {flat['L1a.lift']}"
    if flat["4.7"] < independent_places.louvain(t) - 0.01:
        yield f"communities: Milieu {flat['4.7']}, Louvain {independent_places.louvain(t)}"


def verdict_of(t, flat):
    """The six tests and their outcome by the convention, from independent values: True, False, None for not evaluable."""
    known = sum(t.dyads(t.interaction)[:2])
    dyads, distant = t.novelty()
    reach, mediation = t.mediation()
    counts, _ = t.elements()
    entries, exits, integrated = t.arrivals()
    _, seen, _ = t.conversion()
    whole, alone = independent_places.shares(t)
    robust = t.robustness(t.interaction, independent.by_degree) * 2 * len(t.actors) / (len(t.actors) - 1)
    between = nx.betweenness_centrality(t.interaction, normalized=False)
    top = max(sorted(between), key=lambda v: round(between[v], 9))
    lost = 1 - t.cross_pairs(t.interaction, top) / t.cross_pairs(t.interaction)
    enough = seen["after"] >= 5 and seen["after"] + seen["never"] >= 30
    tests = [
        flat["L1a.percentile"] >= 0.5 and whole - alone <= 0.25 if known >= 10 else None,
        distant / dyads >= 0.25 if dyads >= 10 else None,
        len(counts) == 4 and reach >= 0.5 and mediation >= 1 / 3 if len(t.of("upperground")) * len(t.of("underground")) >= 9 else None,
        flat["4.8"] is not None and flat["4.8"] >= 1.5 and flat["4.8.low"] > 1 if enough else None,
        entries > exits and integrated / entries >= 0.5 if entries >= 10 else None,
        robust >= 0.4 and lost <= 0.25 if t.interaction.number_of_edges() >= 10 else None,
    ]
    made = [test for test in tests if test is not None]
    if len(t.actors) < 20 or known < 10 or len(made) < 4:
        return tests, "undecidable"
    share = sum(made) / len(made)
    return tests, "ecosystem" if share >= 2 / 3 else "accumulation" if share <= 1 / 3 else "coupling"


def check_verdict(t, reading, flat):
    tests, outcome = verdict_of(t, flat)
    said_tests = [{"pass": True, "fail": False, "not-evaluable": None}[test["status"]] for test in reading["verdict"]["tests"]]
    if said_tests != tests or reading["verdict"]["outcome"] != outcome:
        yield f"verdict: Milieu {said_tests} {reading['verdict']['outcome']}, by the tables {tests} {outcome}"


def compare(name, value, expected):
    if expected is None:
        return
    if value is None or abs(value - expected) > TOLERANCE:
        yield f"{name}: Milieu {value}, networkx {expected}"


def compare_measures(t, reading):
    for graph, end in ((t.interaction, "interaction"), (t.all, "all")):
        between, cores = nx.betweenness_centrality(graph, normalized=False), nx.core_number(graph)
        constraint, size = nx.constraint(graph, weight="weight"), nx.effective_size(graph)
        before = t.cross_pairs(graph)
        for one in (one for one in reading["measures"] if one["graph"] == end):
            v = one["actor"]
            isolate = graph.degree[v] == 0
            expected = {"degree": graph.degree[v], "strength": graph.degree(v, weight="weight"), "betweenness": between[v],
                        "core": cores[v], "constraint": None if isolate else constraint[v],
                        "effective_size": None if isolate else size[v], "participation": t.participation(graph, v),
                        "external_internal": t.own_index(graph, v), "reach_before": before,
                        "reach_after": t.cross_pairs(graph, v)}
            for name, value in expected.items():
                if value is None and one[name] is not None:
                    yield f"{v} {end} {name}: {one[name]} where nothing can be said"
                yield from compare(f"{v} {end} {name}", one[name], value)


def check(folder, path, evidence, level, suggested):
    reading = json.loads(run("read", path, "--evidence", evidence, "--grounds", "suggested" if suggested else "strict",
                             "--format", "json", "--lang", "en"))
    t = independent.Territory(folder, level, suggested, YEAR)
    flat = said(reading)
    expected = {**expected_of_graph(t, t.interaction, ""), **expected_of_graph(t, t.all, "_all"), **expected_levers(t),
                **expected_rest(t), **independent_places.places(t), **independent_places.decay(t), **independent_places.devices(t),
                **independent_places.weak_points(t), **independent_places.degrees(t)}
    yield from compare("actors", reading["actors"], len(t.actors))
    yield from compare("ties", reading["ties"], len(t.ties))
    for name, value in expected.items():
        if name not in flat:
            yield f"{name} is missing"
        else:
            yield from compare(name, flat[name], value)
    yield from compare_measures(t, reading)
    yield from check_chance(t, flat)
    yield from check_verdict(t, reading, flat)


def main():
    failed = False
    print(f"1..{len(QUESTIONS)}")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        territory.make(folder)
        path = import_map(folder, "territory.milieu")
        for number, question in enumerate(QUESTIONS, 1):
            complaints = list(check(folder, path, *question))
            failed |= bool(complaints)
            for complaint in complaints[:30]:
                print("#", complaint)
            print("not ok" if complaints else "ok", number, *question[:1], "suggested" if question[2] else "strict")
    return failed


sys.exit(main())
