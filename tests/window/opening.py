#!/usr/bin/python3
"""Someone opens the example, looks at it, and reads what it says of POP Man."""
import scenario
from milieu import Milieu, name_of
from person import text_of

POP_MAN = "« POP Man » (rôle : boundary spanner)"


def the_example_opens_without_a_question():
    with Milieu() as person:
        person.find("frame", containing="L’innovation numérique dans les Hauts-de-France")
        scenario.same(person.look("dialog"), [], "dialogues to dismiss first")
        # 46 core actors: 38 on the map, 8 in the tray; none is dropped
        person.in_tray(8)
        person.find("label", name="8 actors")
        person.shows("Map", "46 actors", "8 have no place")
        person.lists(46)
        person.open_inspector()
        person.find("label", name="93 actors, 88 ties", within=person.page("map"))
        evidence = person.find("panel", name="Ties by evidence", within=person.page("map"))
        words = [text_of(label) for label in person.look("label", within=evidence)]
        scenario.same(words, ["Stated", "38", "Implied", "7", "Verified", "41", "Recalled", "2"], "ties by evidence")
        # one switch brings the context: 48 of all 93 have no place
        person.press("check box", name="Core Actors Only")
        person.in_tray(48)
        person.shows("Map", "93 actors", "48 have no place")
        person.lists(93)


def the_two_readings_stand_side_by_side():
    with Milieu() as person:
        person.find("label", containing="43 actors · evidence: verified", within=person.readings())
        for question, structural, interactionist in (
                ("Who is at the centre", "MEL, betweenness 310.7", "« POP Man », betweenness 80.5"),
                ("What holds together", "λ 0.8140", "λ 0.3953"),
                ("Across grounds (E-I)", "−0.18", "0.20, 15 between, 10 within"),
                ("What would be lost", "35 → 17", "113 → 47"),
                ("Deciding or doing with", "0.533", "14"),
                ("Showing, linking", "0.579", "not evaluable"),
                ("Isolated", "6", "20")):
            person.reads("Structural", question, structural)
            person.reads("Interactionist", question, interactionist)
        person.find("push button", containing="Δ\u00a00.4186", within=person.readings())
        # fewer ties count as the evidence asked for grows stricter
        person.click(person.find("check box", containing="Stated, "))
        person.find("label", containing="evidence: stated", within=person.readings())


def a_number_opens_what_lies_behind_it():
    with Milieu() as person:
        person.press("push button", containing="Interactionist, Isolated", within=person.readings())
        person.find("label", name="20 actors", within=person.readings())


def pop_man_in_the_inspector():
    with Milieu() as person:
        person.open_inspector()
        person.press("push button", name=POP_MAN)
        person.holds("Name", POP_MAN)
        person.holds("Sector", "connecteur")
        person.find("label", name="Ties (6)", within=person.page("actor"))
        ties = person.find("panel", name="Ties", within=person.page("actor"))
        names = [name_of(tie) for tie in person.look("push button", within=ties)]
        scenario.same(len([name for name in names if name.endswith("Collectif Catalyst (Réseau Catalyst)")]), 1, "ties to Catalyst")
        person.find("label", name="80.5", within=person.page("actor"))
        # the person behind the role stays unnamed, here as on the map
        scenario.same([name for name in names if "POP Man" not in name], [], "other names of POP Man")
        # the exact quote of a tie, and how it is known
        person.press("push button", containing="Collectif Catalyst", within=ties)
        person.find("label", containing="Réseau Catalyst innovation sociale et numérique", within=person.page("tie"))


scenario.run(the_example_opens_without_a_question, the_two_readings_stand_side_by_side,
             a_number_opens_what_lies_behind_it, pop_man_in_the_inspector)
