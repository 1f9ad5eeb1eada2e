#!/usr/bin/python3
"""Someone asks what would be lost if others left, and who could meet; the map stays as it is."""
import subprocess

import scenario
from milieu import Milieu
from person import name_of, text_of, wait_until

GHOST = "#7A4FA3"


class Asking(Milieu):
    """A person who simulates."""

    def cells(self):
        """What all cells of the two columns say."""
        return [name_of(cell) for cell in self.look("push button", containing=": ", within=self.readings())]

    def read(self):
        self.press(self.landmark("push button", name="Readings"))

    def banner(self, words):
        self.says(f"Simulation: without {words}. The project is not changed.")

    def no_banner(self):
        self.gone("label", containing="The project is not changed")

    def says(self, words):
        """Somewhere in the window, whatever the spaces."""
        wait_until(lambda: any(words in text_of(label).replace("\u00a0", " ") for label in self.look("label")), f"{words!r} is not said")

    def what_if(self, *names):
        """Through the menu above the readings."""
        self.read()
        self.click(self.find("push button", name="What If"))
        for name in names:
            self.press(self.find("menu item", name=name))

    def ghosts(self):
        """How many pixels of the screen have the colour of proposals."""
        path = self.picture("ghosts")
        mean = subprocess.run(["convert", path, "-fill", "black", "+opaque", GHOST, "-fill", "white", "-opaque", GHOST,
                               "-format", "%[fx:mean*w*h]", "info:"], check=True, capture_output=True, text=True).stdout
        return float(mean)


def what_if_the_connector_leaves():
    with Asking() as person:
        file, before = person.file.read_bytes(), person.cells()
        person.open_inspector()
        person.meet("pop man", "« POP Man » (rôle : boundary spanner)")
        person.press("push button", name="Simulate Its Departure")
        person.banner("« POP Man »")
        person.read()
        person.says("113 → 47 (−58%)")
        person.says("6 actors drop out of the largest component")
        person.says("others may hold what seems to fall apart")
        person.says("All 6 ties come from one list of quotes")
        person.find("label", containing="42 actors ·", within=person.readings())
        for view in ("Network", "Both", "Map"):
            person.press("push button", name=view)
            person.banner("« POP Man »")
        # one more leaves, and comes back
        person.press("push button", name="What if it left: Mairie de Lille")
        person.banner("Mairie de Lille, « POP Man »")
        person.find("label", containing="41 actors ·", within=person.readings())
        person.press("push button", name="Take back: Mairie de Lille")
        person.banner("« POP Man »")
        person.press("push button", name="Restore")
        person.no_banner()
        person.find("label", containing="43 actors ·", within=person.readings())
        wait_until(lambda: person.cells() == before, "the readings are not those of before")
        scenario.same(name_of(person.landmark("frame")).startswith("•"), False, "changes to save")
        scenario.same(person.file.read_bytes(), file, "the file")


def what_if_institutional_ties_went():
    with Asking() as person:
        before = person.cells()
        person.what_if("All Institutional Ties Went")
        person.banner("all institutional ties")
        person.says("35 → 17")
        person.says("18 actors drop out of the largest component")
        person.reads("Structural", "What holds together", "λ 0.3953")
        person.key("Escape")
        person.no_banner()
        person.reads("Structural", "What holds together", "λ 0.8140")
        wait_until(lambda: person.cells() == before, "the readings are not those of before")


def where_are_the_missing_links():
    with Asking() as person:
        file = person.file.read_bytes()
        person.rest()
        scenario.same(person.ghosts(), 0.0, "pixels of ghosts before")
        person.key("ctrl+m")
        person.says("20 of 579 pairs are tied directly")
        person.rest()
        scenario.same(person.ghosts() > 100, True, "ghosts are drawn")
        person.press("push button", name="Meeting Places")
        person.says("0 of 21 pairs are tied directly, 4 more share a partner")
        pairs = [name_of(pair) for pair in person.look("push button", containing="No tie recorded")]
        shared = [pair for pair in pairs if "both tied to" in pair and "institutional" not in pair]
        scenario.same(len(shared), 4, f"pairs with a partner in common among {pairs}")
        # what nobody recorded is not absent
        scenario.same([words for label in person.look("label") if "absent" in (words := text_of(label)).lower()
                       and "not an absent" not in words.lower()], [], "ties said to be absent")
        person.press("push button", containing="Record This Tie: La CoRoutine and MutuaLab")
        person.describe_tie()
        person.page("tie")
        person.filters("Interaction", 29)
        person.undo()
        person.filters("Interaction", 28)
        scenario.same(person.file.read_bytes(), file, "the file")
        person.read()
        person.rest()
        scenario.same(person.ghosts(), 0.0, "pixels of ghosts once the list is closed")


scenario.run(what_if_the_connector_leaves, what_if_institutional_ties_went, where_are_the_missing_links)
