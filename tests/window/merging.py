#!/usr/bin/python3
"""Another program writes the file that is open: its changes are merged, and what both changed is chosen."""
import scenario
from milieu import Milieu


def rewrite(person, before, after):
    """As another program would."""
    text = person.file.read_text(encoding="utf-8")
    scenario.same(text.count(before), 1, f"{before} in the file")
    person.file.write_text(text.replace(before, after), encoding="utf-8")


def refused_merged_and_saved():
    with Milieu() as person:
        person.open_inspector()
        person.meet("mutualab", "MutuaLab")
        person.set_field("Name", "MutuaLab Lille")
        # theirs: another name for the same actor, and a date that nobody touched here
        rest = 'kind="place" ground="underground" scope="core" sector="ess-communs" start="{}"'
        rewrite(person, f'name="MutuaLab" {rest}'.format(2010), f'name="MutuaLab coworking" {rest}'.format(2011))
        person.find("label", name="Another program has changed this file.")
        person.key("ctrl+s")
        person.find("label", name="The Map Was Not Saved")
        person.rest()
        person.key("Return")  # Merge… is the answer that it stands on
        what = "Actor “MutuaLab Lille”, Name, "
        person.find("radio button", name=f"{what}Here: MutuaLab Lille")
        person.click(person.find("radio button", name=f"{what}In the file: MutuaLab coworking"))
        person.press("push button", name="Merge")
        person.gone("label", name="Another program has changed this file.")
        person.holds("Name", "MutuaLab coworking")
        person.holds("Start", "2011")
        person.undo()
        person.holds("Name", "MutuaLab Lille")
        person.redo()
        person.save()
        saved = person.file.read_text(encoding="utf-8")
        scenario.same(saved.count("MutuaLab coworking"), 1, "the name in the saved file")


scenario.run(refused_merged_and_saved)
