#!/usr/bin/python3
"""A figure is kept, composed by keyboard, exported, undone, and found again as it was."""
import subprocess

import scenario
from milieu import PROGRAM, Milieu
from person import NotThere, is_on, wait_until


def card(person, name):
    return person.find(containing=f"{name}, Map", within=person.find("table", name="Figures"))


def part(person, name):
    """A part of the page, as those know it who do not see it."""
    return person.find("panel", name=name, within=person.find("panel", name="Page of the figure"))


def stands(person, name, words):
    wait_until(lambda: words in part(person, name).get_description(), f"{name} does not stand at {words}")


def focus(person, name):
    """Tab goes from part to part."""
    for _ in range(60):
        if is_on(part(person, name), "focused"):
            return
        person.key("Tab")
    raise AssertionError(f"Tab does not come to {name}")


def escape_until(person, happens):
    """As people do who do not see at once what they left."""
    def escapes():
        person.key("Escape")
        try:
            return wait_until(happens, "", 5)
        except NotThere:
            return None
    wait_until(escapes, "Escape does not lead out")


def composed_exported_undone_and_found_again():
    with Milieu() as person:
        person.key("ctrl+shift+e")
        person.find("label", name="No Figures")
        person.key("ctrl+n")
        stands(person, "Title", "0 mm from the left, 0 mm from the top, 170 ×")
        focus(person, "Title")
        person.key("Right", "shift+Down", "ctrl+Right")
        stands(person, "Title", "1.1 mm from the left, 5 mm from the top")
        focus(person, "Legend")
        person.key("Delete")
        person.gone("panel", name="Legend")
        person.key("ctrl+z")
        part(person, "Legend")
        person.key("ctrl+e")
        target = person.file.parent / "composed.svg"
        person.write(person.find("text", name="Name:"), str(target))
        wait_until(target.exists, "the figure is not written")
        person.gone("text", name="Name:")
        # the first lets go of the part
        escape_until(person, lambda: person.first("table", name="Figures"))
        card(person, "Figure")
        escape_until(person, lambda: not person.first("table", name="Figures"))
        person.save()
        # the map keeps what the screen showed, and the command writes the same bytes
        saved = person.file.read_text(encoding="utf-8")
        assert 'title-at="1.1 5 170 ' in saved, "the title's place is not in the file"
        other = person.file.parent / "command.svg"
        subprocess.run([PROGRAM, "export", person.file, "--figure", "Figure", "-o", other], check=True)
        scenario.same(target.read_bytes() == other.read_bytes(), True, "the window's file and the command's are the same")
        person.leave_open_for(reopened_as_it_was)


def reopened_as_it_was(file):
    with Milieu(file) as person:
        person.key("ctrl+shift+e")
        card(person, "Figure")
        person.key("Tab")
        person.click(card(person, "Figure"), times=2)
        stands(person, "Title", "1.1 mm from the left, 5 mm from the top")


def renamed_copied_deleted_and_back():
    with Milieu() as person:
        person.key("ctrl+shift+e")
        person.find("label", name="No Figures")
        person.key("ctrl+n")
        part(person, "Map")
        person.key("alt+Left")
        person.click(card(person, "Figure"))
        person.key("F2")
        person.find("text", name="Name")
        person.key("ctrl+a")
        person.type("Lille")
        person.key("Return")
        card(person, "Lille")
        person.key("ctrl+d")
        card(person, "Lille (copy)")
        person.key("Delete")
        person.gone(containing="Lille (copy), Map")
        person.key("ctrl+z")
        card(person, "Lille (copy)")


def what_is_wrong_is_shown_and_mended():
    with Milieu() as person:
        person.key("ctrl+e")
        part(person, "Map")
        person.click(person.find("page tab", name="Check"))
        rows = person.find("list", name="Findings")
        wait_until(lambda: person.first("push button", name="Use Greys", within=rows), "no finding can be mended")
        person.press(person.first("push button", name="Use Greys", within=rows))
        person.gone("push button", name="Use Greys")
        person.press("push button", name="Copy Caption")
        person.find("push button", name="Copied")


if __name__ == "__main__":
    scenario.run(composed_exported_undone_and_found_again, renamed_copied_deleted_and_back, what_is_wrong_is_shown_and_mended)
