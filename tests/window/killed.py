#!/usr/bin/python3
"""Someone adds actors and saves in the real window, which is killed at any instant: the file is a map, and what was
done a second before is there after recovery. MILIEU_WINDOW_KILLS says how often."""
import os
import pathlib
import random
import re
import shutil
import subprocess
import tempfile
import threading
import time

import scenario
from milieu import EXAMPLE, PROGRAM, Milieu
from person import name_of, wait_until

KILLS = int(os.environ.get("MILIEU_WINDOW_KILLS", "2"))


class Dead(Exception):
    """The program was killed while we waited."""


class Hand:
    """Adds actors by keyboard and saves every fourth, until the program dies."""

    def __init__(self, person):
        self.person, self.done, self.killed = person, [], None
        self.undo = person.landmark("push button", containing="Undo")

    def kill_after(self, seconds):
        def kill():
            self.killed = time.monotonic()
            self.person.program.kill()
        threading.Timer(seconds, kill).start()

    def wait(self, condition, what):
        def alive():
            if self.person.program.poll() is not None:
                raise Dead
            return condition()
        return wait_until(alive, what)

    def add(self, name):
        self.person.key("ctrl+Return")
        self.wait(lambda: self.person.first("label", name="New Actor"), "nothing asks for the new actor")
        self.person.type(name)
        self.person.key("Return")
        self.wait(lambda: name in name_of(self.undo), f"{name} was not added")
        self.done.append((name, time.monotonic()))

    def work(self, seconds):
        """@seconds: until the death, from the first actor on."""
        try:
            for number in range(1, 1000):
                self.add(f"Killed {number}")
                if number == 1:
                    self.kill_after(seconds)
                if number % 4 == 0:
                    self.person.key("ctrl+s")
        except Dead:
            pass
        if self.killed is None:
            raise AssertionError(f"the program ended by itself: {self.person.program.wait()} {self.person.words_on_terminal()[-2000:]}")
        self.person.program.wait()

    def safe(self):
        return [name for name, when in self.done if when < self.killed - 1]


def names_in(file):
    return set(re.findall(r'name="(Killed \d+)"', file.read_text(encoding="utf-8")))


def is_whole(file):
    scenario.same(subprocess.run([PROGRAM, "check", file], capture_output=True).returncode, 0, f"milieu check {file}")


def recover_and_save(file, state):
    with Milieu(file, XDG_STATE_HOME=state) as person:
        person.press("push button", containing="Recover ")
        person.gone(name="Recover Edits")
        person.find("push button", containing="“Killed ")
        person.save()


def one(number, chance):
    with tempfile.TemporaryDirectory(prefix="milieu-killed-") as folder:
        file, state = pathlib.Path(shutil.copy(EXAMPLE, f"{folder}/map.milieu")), f"{folder}/state"
        with Milieu(file, XDG_STATE_HOME=state) as person:
            hand = Hand(person)
            hand.work(chance.uniform(0, 8))
        is_whole(file)
        saved = names_in(file)
        if any(pathlib.Path(state, "milieu", "journals").glob("*/changes")) and not set(hand.safe()) <= saved:
            recover_and_save(file, state)
            is_whole(file)
        lost = [name for name in hand.safe() if name not in names_in(file)]
        print(f"# killed {number}: {len(hand.done)} edits, {len(saved)} saved, {len(hand.safe())} safe, {len(lost)} lost", flush=True)
        scenario.same(lost, [], "edits lost")
        return len(hand.done), len(hand.safe())


def any_instant():
    chance = random.Random(42)
    counts = [one(number, chance) for number in range(1, KILLS + 1)]
    print(f"# {KILLS} windows killed, {sum(done for done, _ in counts)} edits, "
          f"{sum(safe for _, safe in counts)} of them older than a second, none lost", flush=True)


scenario.run(any_instant)
