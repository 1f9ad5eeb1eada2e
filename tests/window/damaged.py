#!/usr/bin/python3
"""A file is cut in the middle: what can be read of it is offered as a copy, and the file stays as it is."""
import pathlib
import tempfile

import scenario
from milieu import EXAMPLE, Milieu
from person import name_of, wait_until


class Refused(Milieu):
    """A person whose file cannot be opened."""

    def settle(self):
        self.find("label", name="This Map Cannot Be Opened")


def damaged(folder, damage):
    file = pathlib.Path(folder, "map.milieu")
    file.write_bytes(damage(EXAMPLE.read_bytes()))
    return file, file.read_bytes()


def cut_in_the_middle():
    def cut(text):
        return text[:text.index(b'<actor id="mutualab"') + 60]
    with tempfile.TemporaryDirectory(prefix="milieu-damaged-") as folder:
        file, before = damaged(folder, cut)
        left = before.count(b"</actor>")
        with Refused(file) as person:
            person.find("label", containing="the rest of it is lost")
            person.picture("damaged-page")
            person.press("push button", name="Open What Can Be Read")
            person.find("label", containing=f"{left} actors and 0 ties could be read")
            person.find("label", containing="the file ends here in the middle")
            person.picture("damaged-list")
            person.key("Escape")
            person.open_inspector()
            person.find("label", containing=f"{left} actors", within=person.page("map"))
            scenario.same(name_of(person.landmark("frame")).startswith("•"), True, "the title says that the copy is not saved")
            # as any change, it is in the journal
            journals = pathlib.Path(person.home.name, "state", "milieu", "journals")
            wait_until(lambda: any("mel" in changes.read_text() for changes in journals.glob("*/changes")), "no journal of the copy")
        scenario.same(file.read_bytes(), before, "the damaged file")


def nothing_can_be_read():
    with tempfile.TemporaryDirectory(prefix="milieu-damaged-") as folder:
        file, _ = damaged(folder, lambda text: b"no map\n")
        with Refused(file) as person:
            person.find("push button", name="Back to the Map")
            person.rest()
            scenario.same(person.look("push button", name="Open What Can Be Read"), [], "an offer of nothing")


scenario.run(cut_in_the_middle, nothing_can_be_read)
