#!/usr/bin/python3
"""Someone tells facts from interpretation, holds the two readings against each other, and argues with the verdict."""
import json
import re
import subprocess

import scenario
from milieu import PROGRAM, Milieu
from person import Atspi, is_on, name_of, showing, text_of, wait_until

GAP = "gap between the two readings, at most"


class Judge(Milieu):
    """Who opens the verdict and what it rests on."""

    def open_verdict(self):
        self.press("push button", name="The Six Tests and Their Thresholds", within=self.readings())
        return self.find(name="MilieuVerdictPage")

    def click_on(self, role, **found):
        self.click(self.find(role, **found))

    def verdict(self):
        return self.landmark(name="MilieuVerdictPage")

    def test(self, start):
        """The line of a test: "T1 Coupling"."""
        return self.find("push button", containing=start, within=self.verdict())

    def test_says(self, start, words):
        wait_until(lambda: words in name_of(self.test(start)), f"{start} does not say {words!r}: {name_of(self.test(start))}")

    def says(self, words):
        self.find("label", containing=words, within=self.verdict())

    def says_not(self, words):
        self.gone("label", containing=words, within=self.verdict())

    def ask(self, cell):
        """Presses one of the eight cells: "Stated, Strict grounds"."""
        self.press("push button", containing=f"{cell}: ", within=self.verdict())

    def set_threshold(self, name, value):
        spin = self.find("spin button", name=name, within=self.verdict())
        Atspi.Value.set_current_value(spin, value)
        self.find("push button", containing=f"Undo “Change Threshold “{name}””")

    def holds_threshold(self, name, text):
        wait_until(lambda: text_of(self.find("spin button", name=name, within=self.verdict())) == text, f"{name} is not {text}")

    def class_of(self, tie):
        return self.standing_at(f"“{tie}” counts as", self.verdict())


def tell_facts_from_interpretation():
    with Judge() as person:
        person.click_on("check box", name="Core Actors Only")
        counts = {"Stated": 38, "Implied": 7, "Verified": 41, "Recalled": 2}
        for evidence, count in counts.items():
            person.filters(evidence, count)
        person.click_on("check box", containing="Stated, ")
        person.find("label", containing="evidence: stated", within=person.readings())
        person.click_on("check box", name="Verified, 41")
        person.find("label", containing="evidence: verified", within=person.readings())
        person.click_on("check box", name="Core Actors Only")
        person.meet("pop man", "« POP Man » (rôle : boundary spanner)")
        person.press("push button", containing="Member of – Collectif Catalyst", within=person.page("actor"))
        page = person.page("tie")
        person.find("label", containing="Réseau Catalyst innovation sociale et numérique", within=page)
        person.find("label", containing="stated", within=page)
        person.meet("cci du valen", "CCI du Valenciennois (auj. CCI Grand Hainaut)")
        person.press("push button", containing="Founds – Supinfocom", within=person.page("actor"))
        page = person.page("tie")
        person.holds("Start", "1988", kind="tie")
        person.stands_at("Evidence", "Verified", kind="tie")
        person.find("label", containing="la CCI de Valenciennes crée Supinfocom", within=page)
        # the deck says another year of the school: neither is lost
        person.meet("supinfocom", "Supinfocom")
        person.holds("Start", "1987")
        person.find("push button", containing="1988", within=person.page("actor"))


def contrast_the_two_readings():
    with Judge() as person:
        person.reads("Structural", "What holds together", "λ 0.8140")
        person.reads("Interactionist", "What holds together", "λ 0.3953")
        person.reads("Structural", "Who is at the centre", "MEL")
        person.reads("Interactionist", "Who is at the centre", "« POP Man »")
        person.reads("Structural", "Deciding or doing with", "0.533")
        person.reads("Structural", "Showing, linking", "0.579")
        person.reads("Interactionist", "Across grounds (E-I)", "0.20, 15 between, 10 within")
        person.reads("Interactionist", "Isolated", "20")
        gap = person.find("push button", containing="0.4186, gap", within=person.readings())
        person.press(gap)
        person.find("label", name="18 actors", within=person.readings())
        person.press("push button", name="Back to the Readings", within=person.readings())
        every_number_opens_what_is_behind_it(person)


def every_number_opens_what_is_behind_it(person):
    """Cells of both columns, one in five: definition, reservation, and the actors or ties that it rests on (reading/words asks all)."""
    cells = [name_of(cell) for cell in person.look("push button", within=person.readings())
             if name_of(cell).startswith(("Structural, ", "Interactionist, ")) and "not evaluable" not in name_of(cell)]
    scenario.same(len(cells), 15, "cells with a number")
    for cell in cells[::5]:
        person.press("push button", name=cell, within=person.readings())
        page = person.find(name="MilieuBasisPage")
        for words in ("What it is", "Formula", "Source", "Reservation"):
            person.find("label", name=words, within=page)
        said = [text_of(label) for label in person.look("label", within=page)]
        scenario.same(any(re.fullmatch(r"\d+ (actor|tie)s?", words) for words in said), True, f"what is behind {cell}")
        person.press("push button", name="Back to the Readings", within=page)


def ask_and_challenge_the_answer():
    with Judge() as person:
        person.open_verdict()
        person.says("Accumulation of systems")
        person.says("1 test passed of 4 that could be made")
        person.says("Unchanged in 300 of 300 draws of the thresholds and in 43 of 43 removals")
        person.says("exploratory")
        person.says("it cannot prove that source right")
        person.test_says("T2 Ideas", "not evaluable: 6 new dated interactions, 10 needed")
        person.test_says("T4 Devices", "not evaluable: no participation was entered")
        person.test_says("T5 Attraction", "passed: 11 entries, 1 exit")
        # the deck alone: undecidable, and why; by a cell, which stays pressed
        person.ask("Stated, Suggested grounds")
        person.says("Undecidable (6 interacting pairs with both grounds known, 10 needed, 2 evaluable tests, 4 needed)")
        person.filters("Stated", 13)
        wait_until(lambda: is_on(person.find("push button", containing="Stated, Suggested grounds: ", within=person.verdict()), "pressed"),
                   "the cell that is asked for is not pressed")
        person.ask("Verified, Strict grounds")
        person.says("? Undecidable")
        person.test_says("T1 Coupling", "not evaluable")
        person.ask("Verified, Suggested grounds")
        person.test_says("T1 Coupling", "failed: coupling 0.60, 0.75 by chance: percentile 0.06 (at least 0.50); gap 0.42 (at most 0.25)")
        # the gap alone leaves T1 failing
        person.press(person.test("T1 Coupling"))
        person.set_threshold(GAP, 0.5)
        person.test_says("T1 Coupling", "failed: coupling 0.60, 0.75 by chance: percentile 0.06 (at least 0.50); gap 0.42 (at most 0.50)")
        person.says("✓ 0.42")
        person.says("◆ changed from 0.25")
        person.says(f"Changed from the convention: {GAP} 0.50 instead of 0.25.")
        person.save()
        said = json.loads(subprocess.run([PROGRAM, "read", person.file, "--format", "json", "--lang", "en"], capture_output=True,
                                         check=True).stdout)["verdict"]
        held = [threshold for threshold in said["thresholds"] if threshold["changed"]]
        scenario.same([(one["id"], one["value"], one["standard"]) for one in held], [("threshold.T1.gap", 0.5, 0.25)], "the saved thresholds")
        person.leave_open_for(reopen)


def reopen(file):
    with Judge(file) as person:
        person.find("label", containing=f"◆ Changed from the convention: {GAP} 0.50 instead of 0.25.", within=person.readings())
        person.open_verdict()
        person.press(person.test("T1 Coupling"))
        person.holds_threshold(GAP, "0.50")
        person.press("push button", name=f"Back to the convention: {GAP}", within=person.verdict())
        person.holds_threshold(GAP, "0.25")
        person.says_not("◆ changed")
        person.undo()
        person.holds_threshold(GAP, "0.50")
        person.press("push button", name="All Thresholds Back to the Convention", within=person.verdict())
        person.holds_threshold(GAP, "0.25")


def type_a_threshold_in_french():
    with Judge(LANGUAGE="fr") as person:
        person.press("push button", name="Les six tests et leurs seuils", within=person.readings())
        person.press(person.test("T5 "))
        spin = person.find("spin button", name="nouveaux venus qui interagissent, au moins", within=person.verdict())
        scenario.same(text_of(spin), "0,50", "the threshold in French")
        person.write(spin, "0,8")
        # 8 of 11 newcomers, 0.727
        person.test_says("T5 ", "échoué")
        wait_until(lambda: text_of(spin) == "0,80", "what was typed is not written as numbers are")


def light_what_a_test_rests_on():
    with Judge() as person:
        person.open_verdict()
        person.press(person.test("T6 Resilience"))
        person.press("push button", containing="Spanner dependence", within=person.verdict())
        person.find("label", name="0.584", within=person.readings())
        # back to the verdict, where the line is still open
        person.press("push button", name="Back to the Readings", within=person.find(name="MilieuBasisPage"))
        person.find("spin button", name="robustness R*, at least", within=person.verdict())
        person.press("push button", name="Back to the Readings", within=person.verdict())
        wait_until(lambda: not showing(person.verdict()), "the verdict still shows")


def move_funding_to_interactions():
    with Judge() as person:
        person.press("push button", name="What Each Tie Counts As", within=person.readings())
        page = person.find(name="MilieuVerdictPage")
        wait_until(lambda: person.class_of("Funds") == "Institution", "funding is not institutional")
        box = person.find("combo box", name="“Funds” counts as", within=page)
        toggle = person.find("push button", within=box)
        wait_until(lambda: person.box(toggle)[1] > 0, "the tie classes are not where one can see them")
        # by keyboard: from the first type, which has the focus, to the fourth
        person.focused_within(page)
        person.key("Tab", "Tab", "Tab", "space", "Up", "Return")
        wait_until(lambda: person.class_of("Funds") == "Interaction", "funding did not become an interaction")
        person.says("“Funds” counts as an interaction instead of an institutional tie")
        person.says("◆ changed from Institution")
        # 29 of 43 actors in one piece by networkx, 35 with all ties: a gap of 6 in 43
        person.test_says("T1 Coupling", "gap 0.14")
        person.press("push button", name="All Classes Back to the Convention", within=page)
        person.test_says("T1 Coupling", "gap 0.42")
        scenario.same(person.class_of("Funds"), "Institution", "what funding counts as after all")


scenario.run(tell_facts_from_interpretation, contrast_the_two_readings, ask_and_challenge_the_answer, type_a_threshold_in_french,
             light_what_a_test_rests_on, move_funding_to_interactions)
