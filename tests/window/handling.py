#!/usr/bin/python3
"""Someone finds, places, takes several, and carries maps and figures in and out; and what the window says when it cannot."""
import pathlib
import shutil
import subprocess
import tempfile

import scenario
from milieu import EXAMPLE, PROGRAM, Milieu, name_of
from person import NotThere, Person, is_on, wait_until, walk

MEL = "Métropole Européenne de Lille (MEL)"


def undo_says(person, words):
    wait_until(lambda: name_of(person.landmark("push button", containing="Undo")) == f"Undo “{words}”", f"undo does not say {words!r}")


def find_in_capitals_and_without_accents():
    with Milieu() as person:
        person.meet("METROPOLE EUR", MEL)
        person.key("ctrl+d")
        wait_until(lambda: name_of(person.landmark("push button", containing="Undo")).startswith("Undo “Duplicate “Métropole"), "no copy was made")
        person.undo()


def delete_everybody_at_once():
    with Milieu() as person:
        before = EXAMPLE.read_bytes()
        person.click(person.landmark(name="Map of the actors"))
        person.key("ctrl+a")
        person.open_inspector()
        person.find("label", containing="46 actors", within=person.inspector())
        person.key("Delete")
        undo_says(person, "Delete 46 Actors")
        person.undo()
        person.counts(43)
        person.key("ctrl+shift+s")
        target = person.file.parent / "again.milieu"
        save_as(person, target)
        wait_until(lambda: target.exists() and target.read_bytes() == before, "undone and saved, the map is not as it was")


def save_as(person, path):
    """Names a file in the chooser that has opened."""
    person.write(person.find("text", name="Name:"), str(path))
    person.gone("text", name="Name:")


def from_the_tray_onto_the_map():
    with Milieu() as person:
        tray = person.landmark("panel", name="Actors without a place")
        scenario.same(len(person.tray()), 8, "actors in the tray")
        person.rest()
        chip = person.look("push button", within=tray)[0]
        name = name_of(chip)
        person.drag(chip, person.middle(person.landmark(name="Map of the actors")))
        wait_until(lambda: len(person.tray()) == 7 and name not in person.tray(), f"{name} stays in the tray")
        person.undo()
        wait_until(lambda: name in person.tray(), f"{name} does not come back to the tray")


def the_window_writes_what_the_command_writes():
    with Milieu() as person:
        folder = person.file.parent
        for number, view in enumerate(("map", "network"), 1):
            person.key(f"ctrl+{number}")
            person.rest()
            person.key("ctrl+e")
            person.press("push button", name="Export…")
            save_as(person, folder / f"window-{view}.pdf")
            wait_until((folder / f"window-{view}.pdf").exists, f"no figure of the {view}")
            person.gone("push button", name="Export…")
            subprocess.run([PROGRAM, "export", person.file, "--view", view, "--lang", "en", "-o", folder / f"command-{view}.pdf"], check=True)
            scenario.same((folder / f"window-{view}.pdf").read_bytes() == (folder / f"command-{view}.pdf").read_bytes(), True,
                          f"the same bytes of the {view}")


def buttons_are_called_what_they_say():
    """GTK 4.8 would call them "_Export… Export…"."""
    with Milieu() as person:
        for key, button in (("ctrl+e", "Export…"), ("ctrl+i", "Read the Tables")):
            person.key(key)
            person.find("push button", name=button)
            odd = [name_of(widget) for widget, role in walk(person.application) if role == "push button" and "_" in name_of(widget)]
            scenario.same(odd, [], "names with an underline")
            person.key("Escape")
            person.gone("push button", name=button)


def choose_table(person, dialog, table, path):
    """Names a file in the chooser that opens for a table."""
    person.press("push button", name=f"Choose the table: {table}", within=dialog)
    chooser = person.find(name="Choose a Table")
    person.key("ctrl+l")
    person.type(str(path))
    person.find("text", containing=str(path), within=chooser)

    def opened():
        button = person.first("push button", containing="Open", within=chooser)
        if button:
            person.press(button)
        try:
            return wait_until(lambda: person.first("label", name=path.name, within=dialog), "", 4)
        except NotThere:
            return None
    wait_until(opened, f"{path.name} is not chosen")  # while it completes what is typed the chooser hears no button
    person.gone(name="Choose a Table")  # else the next one is taken for this one


def tables_become_one_change():
    """The report is that of the command; what was read is added at once, and taken back at once."""
    tables = {"Actors": "actors.csv", "Ties": "ties.csv"}
    with Milieu() as person:
        person.key("ctrl+n")
        person.find("label", name="An Empty Map")
        person.key("ctrl+i")
        dialog = person.find("frame", name="Import Tables")
        for table, name in tables.items():
            choose_table(person, dialog, table, EXAMPLE.parent / name)
        person.press("push button", name="Read the Tables", within=dialog)
        person.find("label", containing="181 rows added · 0 merged · 0 refused", within=dialog)
        person.press("push button", containing="Make the Map", within=dialog)
        undo_says(person, "Import Tables")
        person.open_inspector()
        person.find("label", name="93 actors, 88 ties", within=person.page("map"))
        person.undo()
        person.find("label", name="0 actors, 0 ties", within=person.page("map"))


def a_broken_map_opens_nothing_and_says_where():
    with tempfile.TemporaryDirectory(prefix="milieu-broken-") as folder:
        broken = pathlib.Path(folder) / "broken.milieu"
        lines = EXAMPLE.read_text(encoding="utf-8").splitlines(keepends=True)
        at = next(number for number, line in enumerate(lines, 1) if "<tie " in line)
        lines[at - 1] = lines[at - 1].replace('target="', 'target="nobody-')
        broken.write_text("".join(lines), encoding="utf-8")
        with Person(PROGRAM, str(broken)) as person:
            person.find("label", name="This Map Cannot Be Opened")
            person.find("label", containing=f"broken.milieu:{at}: ")
            person.find("label", containing="nobody-")
            scenario.same(is_on(person.find("push button", containing="Undo"), "sensitive"), False, "something to undo")


def a_folder_that_is_gone_keeps_the_map_open():
    with Milieu() as person:
        person.add_actor("EuraTechnologies")
        folder = person.file.parent
        away = shutil.move(folder, f"{folder}-away")
        try:
            person.key("ctrl+s")
            person.find("label", containing=str(person.file))
            person.key("Escape")
            scenario.same(name_of(person.landmark("frame"))[0], "•", "the mark of changes")
        finally:
            shutil.move(away, folder)
        person.save()
        scenario.same("EuraTechnologies" in person.file.read_text(encoding="utf-8"), True, "saved once the folder is back")


scenario.run(find_in_capitals_and_without_accents, delete_everybody_at_once, from_the_tray_onto_the_map,
             the_window_writes_what_the_command_writes, buttons_are_called_what_they_say,
             tables_become_one_change, a_broken_map_opens_nothing_and_says_where, a_folder_that_is_gone_keeps_the_map_open)
