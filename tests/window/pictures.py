#!/usr/bin/python3
"""Every view, light and dark, English and French: the canvas is painted, and the language is that of the window."""
import scenario
from milieu import Milieu
from person import wait_until

VIEWS = {"en": ("Map", "Network", "Both"), "fr": ("Carte", "Réseau", "Les deux")}
EMPTY = 200  # colours of a canvas on which there is next to nothing


def largest(person):
    """The canvas: the panel has pictures too, which are smaller."""
    images = [(width * height, image) for image in person.look("image") for x, y, width, height in [person.box(image)] if width > 300]
    return max(images, key=lambda found: found[0])[1] if images else None


def is_painted(canvas, person):
    return canvas is not None and person.colours_on(canvas) > EMPTY


def show(language, scheme):
    with Milieu(LANGUAGE=language, ADW_DEBUG_COLOR_SCHEME=scheme) as person:
        for view in VIEWS[language]:
            person.press("push button", name=view)
            name = f"{language}-{scheme}-{view.lower().replace(' ', '-')}"
            wait_until(lambda: is_painted(largest(person), person), f"{name} is blank")
            person.rest()
            person.picture(name)


def english_light():
    show("en", "prefer-light")


def french_dark():
    show("fr", "prefer-dark")


scenario.run(english_light, french_dark)
