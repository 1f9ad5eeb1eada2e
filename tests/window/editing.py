#!/usr/bin/python3
"""Someone adds an actor and a tie, takes it back, corrects the source, saves and comes again."""
import subprocess

import scenario
from milieu import EXAMPLE, PROGRAM, Milieu

TECHSHOP = "TechShop de Lille (Ateliers Leroy Merlin)"


def add_undo_redo_save_and_reopen():
    with Milieu() as person:
        person.open_inspector()
        person.add_actor("EuraTechnologies")
        person.counts(44)
        person.in_tray(9)
        person.tie_to("techshop", TECHSHOP)
        person.filters("Interaction", 29)
        person.undo()
        person.filters("Interaction", 28)
        person.counts(44)
        person.undo()
        person.counts(43)
        person.in_tray(8)
        person.redo(2)
        person.counts(44)
        person.filters("Interaction", 29)
        person.save()
        said = subprocess.run([PROGRAM, "check", person.file], capture_output=True, text=True)
        scenario.same(said.returncode, 0, f"check of the saved map: {said.stderr}")
        before, after = EXAMPLE.read_text(encoding="utf-8"), person.file.read_text(encoding="utf-8")
        gone = [line for line in before.splitlines() if line not in after.splitlines()]
        scenario.same(gone, [], "lines that saving lost")
        with_file = person.file.read_bytes()
        person.leave_open_for(lambda file: reopen(file, with_file))


def reopen(file, saved):
    with Milieu(file) as person:
        person.counts(44)
        person.open_inspector()
        person.meet("eurat", "EuraTechnologies")
        person.find("label", name="Ties (1)", within=person.page("actor"))
        scenario.same(file.read_bytes(), saved, "the file after opening it")


def correct_the_source_and_keep_the_trace():
    """An actor that the deck leaves out, a tie and its source, a ground, a date: what each view says of it."""
    with Milieu() as person:
        person.key("ctrl+3")  # both views, so that both say what they show
        person.open_inspector()

        def agree(n, ties, middleground):
            """Readings, list, map and network tell the same; the three works are shown, and not in n."""
            facts = f"{n + 3} actors", f"{ties} ties", f"Middleground {middleground}"
            person.counts(n)
            person.lists(n + 3)
            person.shows("Map", *facts, "8 have no place")
            person.shows("Network", *facts)

        agree(43, 56, 7)
        person.add_actor("EuraTechnologies")
        person.choose("Kind", "Company")
        person.show_place()
        person.set_field("Municipality", "Lille")
        agree(44, 56, 7)
        person.tie_to("techshop", TECHSHOP, start="2017", source="La Voix du Nord, 12 octobre 2017")
        person.holds("Start", "2017", kind="tie")
        person.find("label", name="1 claim about this tie…")
        agree(44, 57, 7)
        person.meet("mutualab", "MutuaLab")
        person.stands_at("Ground", "Underground")
        person.choose("Ground", "Middleground")
        agree(44, 57, 8)
        person.last_change("Change Ground of “MutuaLab”", "Ground: Underground → Middleground")
        person.meet("mutualab", "MutuaLab")
        person.undo()
        person.stands_at("Ground", "Underground")
        agree(44, 57, 7)
        person.undo()
        agree(44, 56, 7)
        person.redo()
        agree(44, 57, 7)
        # a date that a source disputes: the deck’s value stays as a claim
        person.meet("rubika", "Rubika")
        person.holds("Start", "2007")
        person.set_field("Start", "2013")
        person.find("push button", containing="2007", within=person.page("actor"))
        person.last_change("Change Start of “Rubika”", "Start: 2007 → 2013")
        person.save()
        text = person.file.read_text(encoding="utf-8")
        scenario.same([year for year in ("2007", "2013") if year in claims(text, "actor:rubika", "start")], ["2007", "2013"],
                      "the years that are claimed of Rubika")


def claims(text, subject, field):
    """The lines of a map file that claim something of a field."""
    return "\n".join(line for line in text.splitlines() if f'subject="{subject}"' in line and f'field="{field}"' in line)


scenario.run(add_undo_redo_save_and_reopen, correct_the_source_and_keep_the_trace)
