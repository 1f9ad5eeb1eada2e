#!/usr/bin/python3
"""The readings: charts and their twins, tables and reports that leave the window, participants that come in."""
import csv
import io
import pathlib
import subprocess
import tempfile
import unicodedata

from milieu import Milieu, PROGRAM
from person import name_of, text_of, wait_until
from scenario import run, same


def command(*arguments):
    return subprocess.run([PROGRAM, *arguments], check=True, capture_output=True).stdout


def in_menu(person, item):
    """Presses an entry of the menu at the head of the readings."""
    person.click(person.find("push button", name="Copy, Export, Report", within=person.readings()))
    person.press(person.find("menu item", name=item))


def save_as(person, path):
    """Names a file in the chooser that has opened."""
    person.write(person.find("text", name="Name:"), str(path))
    person.gone("text", name="Name:")


def written(path):
    wait_until(lambda: path.exists() and path.stat().st_size > 0, f"{path} is not written", 120)
    return path.read_bytes()


def every_number_has_its_card_and_its_doubts():
    with Milieu() as person:
        person.press(person.find("push button", containing="Interactionist, Across grounds (E-I)", within=person.readings()))
        page = person.find(name="MilieuBasisPage")
        for words in ("Formula", "Source", "Reservation", "If some of the ties were hidden (95% of the draws)", "10% hidden: from "):
            person.find("label", containing=words, within=page)
        person.press("push button", name="Copy as Sentence", within=page)
        person.press("push button", name="Copy as Table", within=page)
        person.press("push button", name="Back to the Readings", within=page)


def any_value_has_its_band():
    with Milieu() as person:
        person.press("push button", name="Six levers", within=person.readings())
        person.press(person.find("push button", containing="L4b ", within=person.readings()))
        page = person.find(name="MilieuBasisPage")
        person.find("label", containing="If some of the ties were hidden", within=page)
        for share in (10, 20, 30):
            person.find("label", containing=f"{share}% hidden: from 0.", within=page)
        person.find("label", name="ties by which institutions found or fund: 16", within=page)


def the_window_decides_whether_places_are_clustered():
    with Milieu() as person:
        person.press("push button", name="Landscape and space", within=person.readings())
        person.press(person.find("push button", containing="S8 ", within=person.readings()))
        page = person.find(name="MilieuBasisPage")
        person.find("label", containing="window: bounding box", within=page)
        person.find("label", name="1.067", within=page)
        # the third of the choices is the region
        choices = person.find("combo box", name="The window decides", within=page)
        person.click_until(choices, lambda: person.first("label", name="What the map shows now", within=person.find("list", within=choices)), "no choices")
        person.key("Down", "Down", "Return")
        person.find("label", containing="window: Hauts-de-France", within=page)
        person.find("label", name="0.331", within=page)
        person.undo()
        person.find("label", name="1.067", within=page)
        person.press("push button", name="Back to the Readings", within=page)
        person.press(person.find("push button", containing="S7 ", within=person.readings()))
        person.find("label", name="Métropole Européenne de Lille: 29", within=page)


def the_slope_chart_is_walked_by_keyboard():
    with Milieu() as person:
        chart = person.find("image", containing="Rank against rank", within=person.readings())
        person.find("label", containing="Giants that broker nothing", within=person.readings())
        # a person is told by its roles, and ranked only when asked
        person.find("label", containing="liaison of 10 pairs", within=person.readings())
        person.click((1100, 500), button=5, times=14)
        person.rest()
        x, y, width, height = person.box(chart)
        person.click((x + 60, y + 33))
        person.key("Down")
        wait_until(lambda: "with all ties" in name_of(chart), "the chart does not tell the line")
        told = name_of(chart)
        person.key("Down")
        wait_until(lambda: name_of(chart) != told, "the arrow goes nowhere")
        person.press(person.find("push button", name="As a list", within=person.readings()))
        person.find("push button", containing="rank 1 with all ties", within=person.readings())
        ranked = person.look("push button", containing="with all ties", within=person.readings())
        same(any("POP Man" in name_of(button) for button in ranked), False, "a person is ranked unasked")


def b3_the_table_is_that_of_the_command_line():
    with Milieu() as person, tempfile.TemporaryDirectory() as folder:
        for suffix, form in (("csv", "csv"), ("json", "json"), ("md", "markdown")):
            path = pathlib.Path(folder, f"table.{suffix}")
            in_menu(person, "Export Table…")
            save_as(person, path)
            table = written(path)
            same(table, command("read", str(person.file), "--format", form, "--lang", "en"), f"the {form} table")
            if suffix == "csv":
                rows = list(csv.DictReader(io.StringIO(table.decode())))
                gap = next(row for row in rows if row["id"] == "L1b")
                same([gap[name] for name in ("status", "evidence", "grounds", "n", "m", "seed")],
                     ["value", "verified", "suggested", "43", "49", "42"], "the gap")
                same(abs(float(gap["value"]) - 18 / 43) < 1e-9, True, "the value of the gap")
                missing = [row["value"] for row in rows if row["status"] != "value"]
                same(missing, [""] * len(missing), "what has no value")


def b5_sources_with_their_quotes_and_the_same_report():
    with Milieu() as person, tempfile.TemporaryDirectory() as folder:
        in_menu(person, "Sources…")
        dialog = person.find("frame", name="Sources")
        person.find("label", containing="Réseau Catalyst innovation sociale et numérique", within=dialog)
        person.key("Escape")
        person.gone("frame", name="Sources")
        in_menu(person, "Report…")
        person.press("push button", containing="Write…")
        path = pathlib.Path(folder, "report.pdf")
        save_as(person, path)
        report = written(path)
        command("report", str(person.file), "-o", f"{folder}/other.pdf", "--lang", "en")
        same(report, pathlib.Path(folder, "other.pdf").read_bytes(), "the report")


def plain(name):
    """Small letters without accents, as they are typed."""
    return "".join(letter for letter in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(letter))


def enter_edition(person, year, names):
    dialog = person.find("frame", name="Participants")
    for words in names:
        person.click(person.find("push button", name="Find a Participant", within=dialog))
        found = person.find("list", name="Actors found", within=dialog)
        person.type(words)
        wait_until(lambda: (first := person.first("list item", within=found)) and words in plain(name_of(first)), f"{words} is not found")
        person.key("Return")
    person.find("label", name=f"{len(names)} participants", within=dialog)
    person.write(person.find("text", name="Year of the edition", within=dialog), str(year), enter=False)
    person.press("push button", containing="Add to the Map", within=dialog)
    person.find("label", containing=f"{len(names)} participations added", within=dialog)


def c5_participants_of_two_editions():
    with Milieu() as person:
        question = person.find("push button", name="Why so little dynamism?", within=person.readings())
        person.press(question)
        person.find("label", containing="No participation was entered", within=person.readings())
        person.press("push button", name="Enter Participants…", within=person.readings())
        enter_edition(person, 2017, ["metropole", "mutualab", "la coroutine", "ecole robot", "speechi"])
        enter_edition(person, 2018, ["metropole", "mutualab", "ecole robot", "hdfid", "nfid", "ordi"])
        person.key("Escape")
        person.gone("frame", name="Participants")
        # the answer that was open stays so while it is computed anew
        answer = person.find("label", containing="whether meeting makes ties is not evaluable: 0 conversions", within=person.readings())
        same("5 and 30 needed" in text_of(answer), True, "the counts that are missing")
        person.press("push button", name="Six levers", within=person.readings())
        # by ground: 16/25 and 22/36, their mean times 4/3
        person.find("push button", name="L4a Device diversity, Interactionist: 0.834", within=person.readings())
        # 10 + 15 pairs, of which 3 twice
        person.press("push button", name="Interactions", within=person.readings())
        person.press(person.find("push button", containing="4.8 ", within=person.readings()))
        page = person.find(name="MilieuBasisPage")
        for words in ("pairs that met at least once: 22", "pairs that met twice or more: 3", "repeat co-attendance: 0.136"):
            person.find("label", name=words, within=page)


run(every_number_has_its_card_and_its_doubts, any_value_has_its_band, the_window_decides_whether_places_are_clustered, the_slope_chart_is_walked_by_keyboard,
    b3_the_table_is_that_of_the_command_line, b5_sources_with_their_quotes_and_the_same_report, c5_participants_of_two_editions)
