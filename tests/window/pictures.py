#!/usr/bin/python3
"""Every view, light and dark, English and French: the canvas is painted, and the language is that of the window."""
import scenario
from milieu import Milieu
from person import wait_until

VIEWS = {"en": ("Map", "Network", "Both"), "fr": ("Carte", "Réseau", "Les deux")}
EMPTY = 200  # colours of a canvas on which there is next to nothing


def show(language, scheme):
    with Milieu(LANGUAGE=language, ADW_DEBUG_COLOR_SCHEME=scheme) as person:
        for view in VIEWS[language]:
            person.press("push button", name=view)
            name = f"{language}-{scheme}-{view.lower().replace(' ', '-')}"
            canvases = wait_until(lambda: [image for image in person.look("image") if person.box(image)[2] > 300], "no canvas")
            wait_until(lambda: person.colours_on(canvases[-1]) > EMPTY, f"{name} is blank")
            person.rest()
            person.picture(name)


def english_light():
    show("en", "prefer-light")


def french_dark():
    show("fr", "prefer-dark")


scenario.run(english_light, french_dark)
