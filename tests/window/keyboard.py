#!/usr/bin/python3
"""Without a mouse and without eyes: F6 goes round the parts of the window, Tab stays nowhere, and every control has a name."""
import subprocess

import scenario
from milieu import Milieu
from person import is_on, name_of, showing, wait_until, walk

CONTROLS = ("push button", "toggle button", "radio button", "check box", "menu button", "combo box", "entry", "text",
            "slider", "switch", "image", "spin button", "list item")


def nameless(person):
    """GTK gives those without a name that of their class; an icon beside words needs none."""
    return [f"{role} {name_of(widget)}" for widget, role in walk(person.application)
            if role in CONTROLS and name_of(widget) != "GtkImage" and showing(widget) and (not name_of(widget) or name_of(widget).startswith(("Gtk", "Adw", "Milieu")))]


def focus_of(person):
    return next((name_of(widget) for widget, role in walk(person.application)
                 if role in CONTROLS and is_on(widget, "focused")), "")


def every_control_has_a_name():
    with Milieu() as person:
        for place, keys in (("the readings", ()), ("the inspector", ("alt+2",)), ("the list", ("alt+3",))):
            for key in keys:
                person.key(key)
            person.rest()
            found = nameless(person)
            assert not found, f"{place}: {found}"


def f6_goes_round_and_back():
    with Milieu() as person:
        seen = [focus_of(person)]
        for _ in range(4):
            person.key("F6")
            wait_until(lambda: focus_of(person) not in ("", seen[-1]), f"F6 does not leave {seen[-1]}")
            seen.append(focus_of(person))
        assert len(set(seen[:4])) == 4, f"four parts, not {seen}"
        assert seen[4] == seen[0], f"not back after four: {seen}"
        person.key("shift+F6")
        wait_until(lambda: focus_of(person) == seen[3], f"Shift+F6 does not go back to {seen[3]}")


def step(person, key, *stops):
    """Each press of the key comes to the next stop."""
    for stop in stops:
        person.key(key)
        wait_until(lambda: stop in focus_of(person), f"{key} does not come to {stop}, but stays at {focus_of(person)}")


def tab_stays_nowhere():
    with Milieu() as person:
        step(person, "F6", "Readings", "Leroy Merlin", "Verified")
        step(person, "shift+Tab", "Menu", "Side Panel", "Export a Figure", "Find an Actor", "Both", "Network", "Map", "Open a Map", "Filters")
        step(person, "shift+Tab", "Interactions", "Six levers", "Landscape and space", "Rank persons too", "As a list", "Rank against rank",
             "Is the dispersion of third places a brake?", "Why so little dynamism?")
        step(person, "Tab", "Is the dispersion of third places a brake?", "Rank against rank", "As a list")


def the_years_are_set_by_keyboard():
    with Milieu() as person:
        step(person, "shift+Tab", "With Those Undated", "Last year shown", "First year shown", "Location,")


def one_tab_leaves_the_list_of_actors():
    with Milieu() as person:
        person.key("alt+3")
        wait_until(lambda: "ADICODE" in focus_of(person), "the list does not take the focus")
        step(person, "Tab", "Filters")
        person.key("alt+3")
        step(person, "shift+Tab", "What If")


def a_menu_and_the_search_give_the_focus_back():
    with Milieu() as person:
        step(person, "F6", "Readings", "Leroy Merlin")
        for key in ("F10", "ctrl+f"):
            person.key(key)
            wait_until(lambda: "Leroy Merlin" not in focus_of(person), f"{key} opens nothing")
            person.key("Escape")
            wait_until(lambda: "Leroy Merlin" in focus_of(person), f"the focus does not come back after {key}")


def the_search_takes_what_was_typed_however_fast():
    with Milieu() as person:
        person.key("ctrl+f")
        person.find("list", name="Actors found")
        person._hands("type", "--delay", "1", "rubika")
        person.key("Return")
        person.open_inspector()
        person.holds("Name", "Rubika")


def digits_of_a_french_keyboard_do_the_same():
    """There the keys of 1, 2, 3 write & é " without Shift."""
    with Milieu() as person:
        subprocess.run(["setxkbmap", "fr"], check=True)
        try:
            for held, keycode, word in (("Control_L", "11", "Network"), ("Control_L", "12", "Both"), ("Control_L", "10", "Map"),
                                        ("Alt_L", "11", "Inspector"), ("Alt_L", "12", "List"), ("Alt_L", "10", "Readings")):
                person._hands("keydown", held, "key", keycode, "keyup", held)
                wait_until(lambda: is_on(person.landmark("push button", name=word), "pressed"), f"{held} and key {keycode} do not show {word}")
        finally:
            subprocess.run(["setxkbmap", "us"], check=True)


scenario.run(every_control_has_a_name, f6_goes_round_and_back, tab_stays_nowhere, the_years_are_set_by_keyboard,
             one_tab_leaves_the_list_of_actors, a_menu_and_the_search_give_the_focus_back,
             the_search_takes_what_was_typed_however_fast, digits_of_a_french_keyboard_do_the_same)
