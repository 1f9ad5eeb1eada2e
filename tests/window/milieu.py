"""What a person does in Milieu, in the words of its window."""
import os
import pathlib
import shutil
import sys
import tempfile

from person import Person, is_on, name_of, text_of, wait_until, walk

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "data" / "example" / "hauts-de-france.milieu"
os.environ.setdefault("MILIEU_DATADIR", str(ROOT / "data"))
PROGRAM = os.path.abspath(sys.argv[1])


class Milieu(Person):
    """A person with a map open; without a file, a copy of the example in a folder of its own."""

    def __init__(self, file=None, **environment):
        self.folder = None
        if file is None:
            self.folder = tempfile.TemporaryDirectory(prefix="milieu-map-")
            file = shutil.copy(EXAMPLE, f"{self.folder.name}/map.milieu")
        self.file = pathlib.Path(file)
        super().__init__(PROGRAM, str(file), environment=environment)
        self.settle()

    def leave(self):
        status = super().leave()
        if self.folder:
            self.folder.cleanup()
        return status

    def leave_open_for(self, then):
        """Leaves the window, and calls then (file) while the map's folder is still there."""
        folder, self.folder = self.folder, None
        try:
            self.leave()
            then(self.file)
        finally:
            folder.cleanup()

    def settle(self):
        """Until the readings are there, which come last after every change."""
        self.find("label", containing=" · ", within=self.readings())

    # --- the side panel ---

    def readings(self):
        return self.landmark(name="MilieuReadingsPage")

    def focused_within(self, page):
        """Waits until the keyboard is somewhere in there."""
        wait_until(lambda: any(is_on(widget, "focused") for widget, role in walk(page) if role != "panel"), "the keyboard is elsewhere")

    def open_inspector(self):
        self.press(self.landmark("push button", name="Inspector"))
        return self.inspector()

    def inspector(self):
        return self.landmark(name="MilieuInspectorPage")

    def cell(self, side, question):
        """What a cell of the readings says after its question: "MEL, betweenness 310.7"."""
        start = f"{side}, {question}: "
        return name_of(self.find("push button", containing=start, within=self.readings())).removeprefix(start)

    def reads(self, side, question, beginning):
        """Waits until a cell says so: readings are computed beside the window."""
        wait_until(lambda: self.cell(side, question).replace("\u00a0", " ").startswith(beginning),
                   f"{side}, {question}: not {beginning!r}")

    def counts(self, actors):
        """Waits until the readings rest on so many actors; the inspector is then open again."""
        self.press(self.landmark("push button", name="Readings"))
        self.find("label", containing=f"{actors} actors ·", within=self.readings())
        self.open_inspector()

    def page(self, kind):
        """The inspector's page for an actor, a tie or the map; those of before stay in the tree, unseen."""
        mark = {"actor": "Tie to Another Actor", "tie": "Delete This Tie", "map": "The Map"}[kind]

        def find_page():
            pages = self.look("panel", name="GtkStackPage", within=self.inspector())
            return next((page for page in pages if self.first(containing=mark, within=page)), None)
        return wait_until(find_page, f"no page of the inspector with {mark!r}")

    def field(self, name, kind="actor"):
        """The entry of a field in the inspector."""
        return self.find("text", name=name, within=self.page(kind))

    def holds(self, name, value, kind="actor"):
        wait_until(lambda: text_of(self.field(name, kind)) == value, f"{name} is not {value!r}")

    def set_field(self, name, value, kind="actor"):
        self.write(self.field(name, kind), value)
        self.holds(name, value, kind)

    def standing_at(self, name, page):
        """What a list stands at; its words are made anew with every change."""
        def words():
            button = self.first("push button", within=self.find("combo box", name=name, within=page))
            return [text_of(label) for label in self.look("label", within=button)][-1:] if button else None
        return wait_until(words, f"{name} stands at nothing")[0]

    def stands_at(self, name, value, kind="actor"):
        wait_until(lambda: self.standing_at(name, self.page(kind)) == value, f"{name} is not {value}")

    def choose(self, name, value, kind="actor"):
        """Chooses from a list of the inspector with the pointer."""
        box = self.find("combo box", name=name, within=self.page(kind))
        label = self.click_until(box, lambda: self.first("label", name=value, within=self.find("list", within=box)), f"{name} does not offer {value}")
        self.click(label)
        self.stands_at(name, value, kind)

    def shows(self, view, *words):
        """Waits until a canvas tells those who do not see it all of these words; view: "Map" or "Network"."""
        canvas = self.landmark(name=f"{view} of the actors")
        wait_until(lambda: all(word in canvas.get_description() for word in words), f"{view}: not {words}")

    def lists(self, actors):
        """Waits until the list of what is shown holds so many; the inspector is then open again."""
        self.press(self.landmark("push button", name="List"))
        self.find("label", name=f"{actors} actors shown")
        self.open_inspector()

    def last_change(self, verb, words):
        """Waits until the map's page tells this of the history's last change; nothing is selected any more."""
        self.key("ctrl+shift+a")

        def told():
            history = self.first("panel", name="Changes", within=self.page("map"))
            return [text_of(label) for label in self.look("label", within=history)][:3:2] if history else None
        wait_until(lambda: told() == [verb, words], f"the last change is not {verb!r}, {words!r}")

    # --- the filters ---

    def filters(self, label, count):
        """Waits until a row of the filters counts so many."""
        self.find("check box", name=f"{label}, {count}", within=self.landmark(name="MilieuFilters"))

    # --- the map ---

    def tray(self):
        """The names of the actors without a place."""
        tray = self.landmark("panel", name="Actors without a place")
        return [name_of(button) for button in self.look("push button", within=tray)]

    def search(self, words, name, within=None):
        """Types into the search that has opened and takes the first that is found."""
        found = self.find("list", name="Actors found", within=within)
        self.type(words)
        wait_until(lambda: name_of(self.find("list item", within=found)) == name, f"{name} is not the first to be found")
        self.key("Return")

    def in_tray(self, count):
        """Waits until so many actors have no place."""
        wait_until(lambda: len(self.tray()) == count, f"not {count} actors in the tray")

    def meet(self, words, name):
        """Finds an actor by some letters and selects it."""
        self.key("ctrl+f")
        self.search(words, name)
        self.open_inspector()
        self.holds("Name", name)

    def tie_to(self, words, name, start="", source=""):
        """Ties the actor in the inspector to another, in one change; the tie is then in the inspector."""
        self.press("push button", name="Tie to Another Actor", within=self.page("actor"))
        self.search(words, name, within=self.page("actor"))
        self.describe_tie(start, source)

    def describe_tie(self, start="", source=""):
        """Answers by keyboard what is asked of a new tie: its usual type, then start and source; Enter confirms."""
        asked = self.find("filler", name="New Tie", within=self.landmark("frame"))
        wait_until(lambda: any(is_on(button, "focused") for button in self.look("push button", within=asked)),
                   "the keyboard is not in the new tie")
        self.key("Tab")
        self.type(start)
        self.key("Tab")
        self.type(source)
        self.key("Return")
        self.gone("filler", name="New Tie")
        self.page("tie")

    def show_place(self):
        """Unfolds the place of the actor in the inspector."""
        self.press("push button", name="Place", within=self.page("actor"))

    def add_actor(self, name):
        """By keyboard: it comes without a place, and is then in the inspector."""
        self.key("ctrl+Return")
        self.find("label", name="New Actor")
        self.type(name)
        self.key("Return")
        self.open_inspector()
        self.holds("Name", name)

    def _step(self, word, key, times):
        button = self.landmark("push button", containing=word)
        for _ in range(times):
            wait_until(lambda: is_on(button, "sensitive"), f"{word} is grey")
            before = name_of(button)
            self.key(key)
            wait_until(lambda: name_of(button) != before, f"{word} does nothing")

    def undo(self, times=1):
        self._step("Undo", "ctrl+z", times)

    def redo(self, times=1):
        self._step("Redo", "ctrl+shift+z", times)

    def save(self):
        """Saves, and waits until the title bears no mark of changes."""
        frame = self.landmark("frame")
        self.key("ctrl+s")
        wait_until(lambda: not name_of(frame).startswith("•"), "the title still says that there are changes")
