"""Someone in front of the real program.

A Person sees what a screen reader sees, presses what can be pressed, types,
and takes pictures of the screen. Everything goes through AT-SPI, so that a
test says what a person would do and notices what a person could not find.
"""
import os
import pathlib
import subprocess
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

Atspi.set_timeout(15000, 30000)  # milliseconds; a loaded machine answers late
PATIENCE = 30 * float(os.environ.get("MILIEU_TEST_PATIENCE", "1"))  # seconds


class NotThere(AssertionError):
    """What the test looked for did not show in time."""


def name_of(widget):
    try:
        return (widget.get_name() or "").strip()
    except GLib.Error:
        return ""  # gone while we looked


def text_of(widget):
    """What stands in a label, an entry or a button."""
    try:
        interface = widget.get_text_iface()
        if interface:
            return Atspi.Text.get_text(interface, 0, Atspi.Text.get_character_count(interface)) or name_of(widget)
    except GLib.Error:
        pass
    return name_of(widget)


def showing(widget):
    """GTK 4.8 says "showing" of windows only; of the rest it says whether it is hidden, and how large it is."""
    if not widget.get_state_set().contains(Atspi.StateType.VISIBLE):
        return False
    component = widget.get_component_iface()
    size = component.get_extents(Atspi.CoordType.WINDOW) if component else None
    return size is None or size.width > 0 and size.height > 0


def is_on(widget, state):
    """is_on (widget, "checked"): "pressed", "selected", "sensitive", "focused" … as AT-SPI names them."""
    return widget.get_state_set().contains(getattr(Atspi.StateType, state.upper()))


LEAVES = ("label", "separator", "scroll bar")  # every question is a journey over the bus: none is asked in vain


def walk(widget):
    """The widget and all within it that still stand, depth first, each with its role."""
    waiting = [widget]
    while waiting:
        current = waiting.pop()
        try:
            role = current.get_role_name()
            yield current, role
            children = [] if role in LEAVES else [current.get_child_at_index(i) for i in range(min(current.get_child_count(), 500))]
        except GLib.Error:
            continue  # gone while we looked
        waiting.extend(child for child in reversed(children) if child is not None)


def fits(widget, found_role, role, name, containing):
    try:
        if role and found_role not in ([role] if isinstance(role, str) else role):
            return False
        if name is not None and name_of(widget) != name:
            return False
        if containing is not None and containing not in name_of(widget) and containing not in text_of(widget):
            return False
        return showing(widget)
    except GLib.Error:
        return False


def wait_until(condition, what, patience=None):
    """Returns what condition () gives once it is true; NotThere when patience runs out."""
    end = time.monotonic() + (patience or PATIENCE)
    while True:
        try:
            found = condition()
        except GLib.Error:
            found = None  # a widget went while we looked: look again
        if found:
            return found
        if time.monotonic() > end:
            raise NotThere(what)
        time.sleep(0.05)


class Person:
    def __init__(self, *command, environment=None):
        self.home = tempfile.TemporaryDirectory(prefix="milieu-person-")
        self.pictures = pathlib.Path(os.environ.get("MILIEU_TEST_PICTURES", self.home.name))
        self.pictures.mkdir(parents=True, exist_ok=True)
        folders = {f"XDG_{kind}_HOME": f"{self.home.name}/{kind.lower()}" for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
        self.said = open(f"{self.home.name}/said", "w+", encoding="utf-8")
        self.program = subprocess.Popen(command, stdout=self.said, stderr=subprocess.STDOUT, cwd=self.home.name,
                                        env={**os.environ, **folders, "HOME": self.home.name, "GTK_A11Y": "atspi", **(environment or {})})
        self.landmarks = {}
        self.application = wait_until(self._application, f"{command[0]} on the accessibility bus")

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind:
            self.picture("failed")
            for line in [*self.outline()[:400], *self.words_on_terminal().splitlines()[-40:]]:
                print(f"# {line}")
        complaints = [line for line in self.words_on_terminal().splitlines() if "CRITICAL" in line or "WARNING" in line]
        self.leave()
        if complaints and not kind:
            raise AssertionError(f"the program complained: {complaints[:5]}")

    def _application(self):
        if self.program.poll() is not None:
            raise NotThere(f"the program ended ({self.program.returncode}): {self.words_on_terminal()}")
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            try:
                if application and application.get_process_id() == self.program.pid and application.get_child_count():
                    return application
            except GLib.Error:
                continue
        return None

    # --- seeing ---

    def look(self, role=None, name=None, containing=None, within=None):
        """All that shows now and fits."""
        return [widget for widget, found in walk(within or self.application) if fits(widget, found, role, name, containing)]

    def first(self, role=None, name=None, containing=None, within=None):
        """The first of them, or None: what comes after is not looked at."""
        return next((widget for widget, found in walk(within or self.application) if fits(widget, found, role, name, containing)), None)

    def find(self, role=None, name=None, containing=None, within=None, patience=None):
        """The first that fits, waited for."""
        what = f"{role or 'anything'} {name or containing or ''} does not show"
        return wait_until(lambda: self.first(role, name, containing, within), what, patience)

    def landmark(self, role=None, name=None, containing=None):
        """What stays where it is as long as the window does: looked for once, remembered."""
        key = (role, name, containing)
        if key not in self.landmarks:
            self.landmarks[key] = self.find(role, name, containing)
        return self.landmarks[key]

    def gone(self, role=None, name=None, containing=None, within=None):
        wait_until(lambda: not self.first(role, name, containing, within), f"{role or 'anything'} {name or containing} still shows")

    def outline(self, within=None):
        """What shows, a line each: for whoever reads a failing test or writes a new one."""
        lines = []

        def add(widget, depth):
            try:
                if not showing(widget) and depth > 1:
                    return
                words = text_of(widget)
                lines.append("  " * depth + f"{widget.get_role_name()}: {name_of(widget)!r}" + (f" {words!r}" if words != name_of(widget) else ""))
                for index in range(min(widget.get_child_count(), 500)):
                    child = widget.get_child_at_index(index)
                    if child is not None:
                        add(child, depth + 1)
            except GLib.Error:
                pass

        add(within or self.application, 0)
        return lines

    def box(self, widget):
        """Where it is on the screen: x, y, width, height."""
        extents = widget.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        return extents.x, extents.y, extents.width, extents.height

    def picture(self, name):
        """A picture of the screen, kept in the folder of pictures; its path."""
        path, raw = self.pictures / f"{name}.png", self.pictures / f"{name}.xwd"
        subprocess.run(["xwd", "-root", "-silent", "-out", raw], check=True)
        # without the time of day, so that the same screen is the same file
        subprocess.run(["convert", f"xwd:{raw}", "-define", "png:exclude-chunks=date,time", path], check=True)
        raw.unlink()
        return path

    def colours_on(self, widget):
        """How many colours a widget shows: few where nothing was painted."""
        x, y, width, height = self.box(widget)
        path = self.picture("now")
        return int(subprocess.run(["convert", path, "-crop", f"{width}x{height}+{x}+{y}", "-format", "%k", "info:"],
                                  check=True, capture_output=True, text=True).stdout)

    def rest(self):
        """Until two pictures in a row are the same: motion and painting have come to rest."""
        pictures = []

        def same():
            pictures.append(self.picture("now").read_bytes())
            time.sleep(0.2)
            return len(pictures) > 1 and pictures[-1] == pictures[-2]
        wait_until(same, "the window does not come to rest")

    def words_on_terminal(self):
        if self.said.closed:
            return ""
        return pathlib.Path(self.said.name).read_text(encoding="utf-8")

    # --- doing ---

    def press(self, widget, **found):
        """Presses a widget, or the first that look () finds by role and name and that can be pressed."""
        def pressed():
            for candidate in self.look(widget, **found) if isinstance(widget, str) else [widget]:
                actions = candidate.get_action_iface()
                if actions and Atspi.Action.get_n_actions(actions) > 0:
                    Atspi.Action.do_action(actions, 0)
                    return candidate
            return None
        what = f"{widget} {found}" if isinstance(widget, str) else f"{widget.get_role_name()} {name_of(widget)!r}"
        return wait_until(pressed, f"{what} cannot be pressed")

    def click(self, widget_or_point, button=1, times=1, held=()):
        """The pointer on the middle of a widget that has come to rest, or on a point (x, y) of the screen."""
        if not isinstance(widget_or_point, tuple):
            self.stands(widget_or_point)
        x, y = self.middle(widget_or_point)
        self._hands("mousemove", str(x), str(y))
        for modifier in held:
            self._hands("keydown", modifier)
        self._hands("click", "--repeat", str(times), "--delay", "60", str(button))
        for modifier in held:
            self._hands("keyup", modifier)

    def drag(self, start, end, steps=12):
        """From one widget or point to another with the first button held."""
        (x, y), (to_x, to_y) = self.middle(start), self.middle(end)
        self._hands("mousemove", str(x), str(y), "mousedown", "1")
        for step in range(1, steps + 1):
            self._hands("mousemove", str(x + (to_x - x) * step // steps), str(y + (to_y - y) * step // steps))
            time.sleep(0.02)
        self._hands("mouseup", "1")

    def stands(self, widget):
        """Until a widget stays where it is: what shows for the first time may still be scrolled."""
        boxes = []

        def same():
            boxes.append(self.box(widget))
            time.sleep(0.05)
            return len(boxes) > 2 and boxes[-1] == boxes[-2] == boxes[-3]
        wait_until(same, f"{name_of(widget)!r} does not stay where it is")

    def middle(self, widget_or_point):
        if isinstance(widget_or_point, tuple):
            return widget_or_point
        x, y, width, height = self.box(widget_or_point)
        return x + width // 2, y + height // 2

    def key(self, *combinations):
        """key ("ctrl+shift+z", "Return"), in xdotool's words, wherever the focus is."""
        self._hands("key", "--delay", "40", *combinations)

    def type(self, text):
        """Types where the focus is."""
        self._hands("type", "--delay", "20", text)

    def click_until(self, widget, condition, what):
        """Clicks, and again where the click met nothing: what has just appeared may move under the hand."""
        def happens():
            self.click(widget)
            try:
                return wait_until(condition, what, 3)
            except NotThere:
                return None
        return wait_until(happens, what)

    def write(self, widget, text, enter=True):
        """Replaces what stands in an entry, and leaves it with Enter, for which it must have the keyboard."""
        if enter:
            self.click_until(widget, lambda: any(is_on(part, "focused") for part, _ in walk(widget)), f"{name_of(widget)!r} does not take the keyboard")
        else:
            self.click(widget)
        editable = widget.get_editable_text_iface()
        if editable:
            Atspi.EditableText.set_text_contents(editable, text)
        else:
            self.key("ctrl+a")
            self.type(text)
        wait_until(lambda: text_of(widget) == text, f"{name_of(widget)!r} does not take {text!r}")
        if enter:
            self.key("Return")

    def _hands(self, *arguments):
        subprocess.run(["xdotool", *arguments], check=True, capture_output=True)

    def leave(self):
        """Ends the program if it still runs; its exit status."""
        if self.said.closed:
            return self.program.returncode
        if self.program.poll() is None:
            self.program.terminate()
        try:
            status = self.program.wait(10)
        except subprocess.TimeoutExpired:
            self.program.kill()
            status = self.program.wait()
        self.said.close()
        self.home.cleanup()
        return status
