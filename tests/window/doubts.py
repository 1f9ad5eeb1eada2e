#!/usr/bin/python3
"""Someone doubts: what one list made, dates in dispute, ties that nobody looked for, a convention that was changed."""
import pathlib
import tempfile

from milieu import Milieu
from person import name_of, text_of, wait_until
from scenario import run, same


def one_list_makes_one_actor():
    with Milieu() as person:
        person.open_inspector()
        person.meet("pop man", "« POP Man » (rôle : boundary spanner)")
        page = person.page("actor")
        person.find("label", containing="All 6 ties come from one list of quotes", within=page)
        person.press("push button", name="Read Without This Actor", within=page)
        person.find("label", containing="The project is not changed")
        person.press(person.landmark("push button", name="Readings"))
        person.find("label", containing="42 actors ·", within=person.readings())
        person.press("push button", name="Restore")
        # half of its ties stand in the same document, not in one list
        person.open_inspector()
        person.meet("metropole", "Métropole Européenne de Lille (MEL)")
        person.find("label", name="Documentation", within=person.page("actor"))
        person.gone("push button", name="Read Without This Actor", within=person.page("actor"))


def a2_the_tie_tells_the_dates_in_dispute():
    with Milieu() as person:
        person.open_inspector()
        person.meet("cci du valen", "CCI du Valenciennois (auj. CCI Grand Hainaut)")
        person.press("push button", containing="Founds – Supinfocom", within=person.page("actor"))
        page = person.page("tie")
        person.find("push button", name="Supinfocom, Start: 1987 ≠ 1988 (verified)", within=page)
        person.picture("dispute")


def looked_for_and_not_found():
    with Milieu() as person:
        person.open_inspector()
        person.meet("ordi", "Ordi Rétro (OrdiRétro)")
        page = person.page("actor")
        person.press("push button", name="Its Ties Were Looked For, None Found", within=page)
        person.find("label", containing="its ties were looked for and none was found", within=page)
        person.find("push button", containing="Undo “Ties of")
        person.picture("none-found")
        person.press("push button", name="Its Ties Were Not Looked For", within=page)
        person.find("push button", name="Its Ties Were Looked For, None Found", within=page)


def the_emerging_ground_is_marked():
    with Milieu() as person:
        person.press("push button", name="What Each Tie Counts As", within=person.readings())
        page = person.find(name="MilieuVerdictPage")
        box = person.find("combo box", name="The emerging ground counts", within=page)
        wait_until(lambda: person.box(box)[1] > 0, "the choice is not where one can see it")
        person.find("label", containing="Exploratory: 4 of 6 tests could be made.", within=page)
        # by keyboard: past the types of ties, of which the first has the focus
        person.focused_within(page)
        person.key(*["Tab"] * len(person.look("combo box", containing="” counts as", within=page)), "space", "Down", "Return")
        person.find("label", name="◆ changed from On its own", within=page)
        person.find("label", containing="the emerging ground counts with the upperground instead of on its own", within=page)
        person.find("push button", containing="Undo “Count the Emerging Ground with the Upperground”")
        person.picture("emerging")


def answers_tell_more_than_a_sentence():
    with Milieu() as person:
        for question, words in (("Who are the boundary spanners?", "Collectif Catalyst: 4 pairs across grounds, betweenness 23.0"),
                                ("What lets communities grow?", "First Tie of Each Type"),
                                ("Is the dispersion of third places a brake?", "17 pairs have neither a documented tie nor a common partner")):
            person.press("push button", name=question, within=person.readings())
            person.find("label", containing=words, within=person.readings())
        person.click((1100, 500), button=5, times=14)
        person.rest()
        person.picture("answers")
        same([name_of(button) for button in person.look("push button", within=person.readings())
              if name_of(button) in ("Choose the Communities", "Choose the Places")],
             ["Choose the Communities", "Choose the Places"], "the ways to what the answers lack")


def cells(person):
    return [name_of(cell) for cell in person.look("push button", containing=": ", within=person.readings())]


def b5_carried_elsewhere():
    with tempfile.TemporaryDirectory() as elsewhere:
        with Milieu() as person:
            person.press("push button", name="Network")
            before, canvas = cells(person), person.landmark(name="Network of the actors").get_description()
            # a quote as typographers space it
            text = person.file.read_text().replace("<quote>Réseau Catalyst", "<quote>Réseau\u00a0Catalyst")
            file = pathlib.Path(elsewhere, "other name.milieu")
            file.write_text(text)
        with Milieu(file) as person:
            person.press("push button", name="Network")
            same(cells(person), before, "the numbers")
            same(person.landmark(name="Network of the actors").get_description(), canvas, "the network")
            person.click(person.find("push button", name="Copy, Export, Report", within=person.readings()))
            person.press(person.find("menu item", name="Sources…"))
            dialog = person.find("frame", name="Sources")
            wait_until(lambda: any("Réseau\u00a0Catalyst innovation sociale et numérique" in text_of(label)
                                   for label in person.look("label", within=dialog)), "the quote lost its no-break space")
            same(file.read_text(), text, "the file")


run(one_list_makes_one_actor, a2_the_tie_tells_the_dates_in_dispute, looked_for_and_not_found, the_emerging_ground_is_marked,
    answers_tell_more_than_a_sentence, b5_carried_elsewhere)
