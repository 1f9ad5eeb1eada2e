#!/usr/bin/python3
"""The program dies while someone works; what was done is there at the next start."""
import pathlib
import shutil
import signal
import tempfile
import time

import scenario
from milieu import EXAMPLE, Milieu
from person import name_of, wait_until


def journals_in(state):
    return list(pathlib.Path(state, "milieu", "journals").glob("*"))


def die(person, state):
    """The edit is on the disk, then the program is killed."""
    journals = pathlib.Path(state, "milieu", "journals")
    wait_until(lambda: any("EuraTechnologies" in file.read_text() for file in journals.glob("*/changes")), "no journal of the edit")
    time.sleep(1)  # what the promise allows: the last second
    person.program.send_signal(signal.SIGKILL)
    person.program.wait()


def recover_undo_and_save():
    with tempfile.TemporaryDirectory(prefix="milieu-lost-") as folder:
        file, state = pathlib.Path(shutil.copy(EXAMPLE, f"{folder}/map.milieu")), f"{folder}/state"
        before = file.read_bytes()
        with Milieu(file, XDG_STATE_HOME=state) as person:
            person.open_inspector()
            person.add_actor("EuraTechnologies")
            die(person, state)
        scenario.same(file.read_bytes(), before, "the file after the death")
        with Milieu(file, XDG_STATE_HOME=state) as person:
            person.find("label", containing="1 edit, the last on")
            person.press("push button", name="Recover 1 edit of “L’innovation numérique dans les Hauts-de-France”")
            person.gone(name="Recover Edits")
            person.open_inspector()
            person.counts(44)
            scenario.same(name_of(person.landmark("frame")).startswith("•"), True, "the title says that there are changes")
            person.undo()
            person.counts(43)
            person.redo()
            person.counts(44)
            person.save()
            scenario.same(file.read_bytes() != before and "EuraTechnologies" in file.read_text(encoding="utf-8"), True, "saved")
            wait_until(lambda: not journals_in(state), "a journal stays after saving")


def discard():
    with tempfile.TemporaryDirectory(prefix="milieu-lost-") as folder:
        state = f"{folder}/state"
        with Milieu(XDG_STATE_HOME=state) as person:
            person.open_inspector()
            person.add_actor("EuraTechnologies")
            die(person, state)
        with Milieu(XDG_STATE_HOME=state) as person:
            person.press("push button", containing="for good")
            person.gone(name="Recover Edits")
            scenario.same(journals_in(state), [], "journals after discarding")


scenario.run(recover_undo_and_save, discard)
