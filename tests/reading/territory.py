"""A made-up territory of a hundred actors, as tables that `milieu import` takes.

It is written with whole numbers and its own generator of chance, so that it is
the same on any machine.
"""
import csv

KINDS = ["organisation", "company", "association", "community", "place", "school", "scheme", "event", "infrastructure", "person"]
GROUNDS = ["upperground", "emerging", "middleground", "underground", ""]
INTERACTION = ["member_of", "collaborates", "participates", "boundary_spans", "hosts", "produces"]
INSTITUTION = ["founds", "funds", "part_of", "succeeds"]
TOWNS = [("Amiens", "80021", 49.894, 2.302), ("Arras", "62041", 50.291, 2.777), ("Lens", "62498", 50.432, 2.833),
         ("Calais", "62193", 50.948, 1.858), ("Laon", "02408", 49.564, 3.624)]
BASES = ["seed", "implied", "verified", "recalled"]
ACTOR = ["id", "name_fr", "kind", "ground", "sector", "start_year", "end_year", "municipality", "insee_code", "lat", "lon",
         "coord_basis", "radius_m", "source", "seed_quote", "note_fr"]
TIE = ["id", "source", "target", "type", "directed", "start_year", "end_year", "weight", "basis", "evidence"]


class Chance:
    """Knuth's MMIX generator, its high bits."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        return (self.state >> 33) % n

    def pick(self, things):
        return things[self.below(len(things))]


def make_actors(chance, n):
    actors = []
    for i in range(n):
        town = chance.pick(TOWNS + TOWNS[:1] * 2)
        start, precise = 1990 + chance.below(30), chance.below(3) > 0
        placed = chance.below(10) > 0
        actors.append({
            "id": f"a{i:03}", "name_fr": f"Acteur {i}", "kind": KINDS[i] if i < len(KINDS) else chance.pick(KINDS),
            "ground": chance.pick(GROUNDS[:4] + GROUNDS), "sector": chance.pick(["culture", "numérique", ""]),
            "start_year": start if chance.below(8) else "", "end_year": start + chance.below(25) if chance.below(4) == 0 else "",
            "municipality": town[0] if placed else "", "insee_code": town[1] if placed else "",
            "lat": f"{town[2] + chance.below(400) / 10000:.4f}" if placed else "",
            "lon": f"{town[3] + chance.below(400) / 10000:.4f}" if placed else "",
            "coord_basis": ("verified" if precise else "municipality-centroid") if placed else "none", "radius_m": "",
            "source": "seed", "seed_quote": "", "note_fr": ""})
    return actors


def make_ties(chance, actors, m):
    """Near numbers tie more often, so that there are triangles; some pairs come twice, one actor meets himself."""
    ties = []
    for i in range(m):
        source = chance.below(len(actors))
        step = 1 + chance.below(9) if chance.below(3) else 1 + chance.below(len(actors) - 1)
        target = (source + step) % len(actors) if i else source
        kind = chance.pick(INTERACTION * 2 + INSTITUTION)
        events = [j for j, actor in enumerate(actors) if actor["kind"] == "event" and j != source]
        year = 2000 + chance.below(20) if chance.below(5) else ""
        if kind == "participates":  # two editions of few events, so that people meet
            target, year = chance.pick(events[:2]), chance.pick([2006, 2010])
        ties.append({"id": f"t{i:03}", "source": actors[source]["id"], "target": actors[target]["id"], "type": kind,
                     "directed": chance.below(2), "start_year": year,
                     "end_year": "", "weight": chance.pick(["", "", "2", "0.5"]), "basis": chance.pick(BASES[:1] * 2 + BASES),
                     "evidence": "seed: « … »"})
    return ties


def write(path, fields, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, fields, lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


def make(folder, seed=2026, n=100, m=210):
    chance = Chance(seed)
    actors = make_actors(chance, n)
    ties = make_ties(chance, actors, m)
    write(folder / "actors.csv", ACTOR, actors)
    write(folder / "ties.csv", TIE, ties)
    suggestions = [{"id": actor["id"], "suggested_ground": chance.pick(GROUNDS[:4]), "basis": "implied", "rationale_fr": "…"}
                   for actor in actors if not actor["ground"] and chance.below(3)]
    write(folder / "suggestions.csv", ["id", "suggested_ground", "basis", "rationale_fr"], suggestions)
    write(folder / "scope.csv", ["id", "scope"], [{"id": actor["id"], "scope": "core"} for actor in actors])
