#!/usr/bin/env python3
"""The rules of HACKING.md that a script can check, as TAP.

lint.py ROOT   checks the tree under ROOT; one test point for each rule.
"""
import pathlib
import re
import sys

LONGEST = 450
LIBRARIES = {
    "gtk": r"g[td]k/|gsk/|graphene",
    "adwaita": r"adwaita",
    "cairo": r"cairo",
    "pango": r"pango",
    "libpng": r"png\.h",
    "igraph": r"igraph",
    "proj": r"proj(_\w+)?\.h",
    "libxml2": r"libxml",
    "json-glib": r"json-glib",
    "gio": r"gio/|glib-unix|gio-unix",
}
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.M)
COMMENT = re.compile(r"/\*.*?\*/", re.S)
PUBLIC = re.compile(r"^(?!typedef|static|#|G_)[A-Za-z_][\w *]*?\b(milieu_\w+)\s*\(", re.M)
OBVIOUS = re.compile(r"_(get_type|ref|unref|free|error_quark)$")
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)(?=[:( ]|$)|/\*<? *stubs?\b|\bnot (yet )?implemented\b")
MACHINE = re.compile(r"(?<![\w.$}])/(work|wt|root|home|tmp)/")


def rooms(root):
    """The table of HACKING.md: room → (rooms it may include, libraries)."""
    table = {}
    for line in (root / "HACKING.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.split("|")[1:-1]]
        if len(cells) == 4 and re.fullmatch(r"[a-z]+", cells[0]):
            table[cells[0]] = tuple(set(filter(None, re.split(r",\s*", cell))) for cell in cells[2:])
    return table


def files(root, *patterns):
    """The source files under app/, tests/, data/, ui/ and po/ that match."""
    found = []
    for top in ("app", "tests", "data", "ui", "po"):
        for pattern in patterns:
            found += (root / top).rglob(pattern)
    return sorted(set(found))


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def check_include(room, quoted, header, table):
    may_include, libraries = table[room]
    if quoted:
        folder = header.split("/")[0] if "/" in header else None
        if header == "milieu-config.h" or folder == room or folder in may_include:
            return None
        return f"{room}/ may not include \"{header}\""
    for library, pattern in LIBRARIES.items():
        if re.match(pattern, header) and library not in libraries:
            return f"{room}/ may not use {library} (<{header}>)"
    return None


def layers(root):
    table = rooms(root)
    for path in sorted((root / "app").glob("*/*.[ch]")):
        room, text = path.parent.name, path.read_text(encoding="utf-8")
        if room not in table:
            yield f"{path}: the table of HACKING.md has no room {room}"
            continue
        for match in INCLUDE.finditer(text):
            wrong = check_include(room, match[1] == '"', match[2], table)
            if wrong:
                yield f"{path}:{line_of(text, match.start())}: {wrong}"


def length(root):
    for path in files(root, "*.c", "*.h", "*.py"):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > LONGEST:
            yield f"{path}: {lines} lines, more than {LONGEST}: divide it"


def white_space(root):
    for path in files(root, "*.c", "*.h", "*.py", "*.sh", "*.ui", "*.css", "meson.build") + [root / "dev"]:
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if "\t" in line or line != line.rstrip():
                yield f"{path}:{number}: a tab or a trailing blank"


def words(root, pattern, complaint):
    own = pathlib.Path(__file__).name
    for path in files(root, "*.c", "*.h", "*.py", "*.sh", "*.ui", "meson.build"):
        text = path.read_text(encoding="utf-8")
        for match in pattern.finditer(text if path.name != own else ""):
            yield f"{path}:{line_of(text, match.start())}: {complaint}: {match[0].strip()}"


def unfinished(root):
    return words(root, UNFINISHED, "unfinished work")


def machine_paths(root):
    return words(root, MACHINE, "a path of one machine")


def documented(root):
    """A comment stands before a public function in its paragraph, on its line, or alone in the paragraph above."""
    for path in sorted((root / "app").glob("*/*.h")):
        text = path.read_text(encoding="utf-8")
        bare = COMMENT.sub(lambda match: "@" + "\n@" * match[0].count("\n"), text)
        alone = False
        for paragraph in re.finditer(r"(?:.+\n?)+", bare):
            for match in PUBLIC.finditer(paragraph[0]):
                before = paragraph[0][:paragraph[0].find("\n", match.end())]
                if not (alone or "@" in before or OBVIOUS.search(match[1])):
                    number = line_of(bare, paragraph.start() + match.start())
                    yield f"{path}:{number}: {match[1]} has no doc comment"
            alone = not re.search(r"[^@\s]", paragraph[0])


RULES = [layers, length, white_space, unfinished, machine_paths, documented]


def main():
    root = pathlib.Path(sys.argv[1])
    print(f"1..{len(RULES)}")
    broken = 0
    for number, rule in enumerate(RULES, 1):
        complaints = list(rule(root))
        for complaint in complaints:
            print(f"# {complaint.replace(str(root) + '/', '')}")
        print(f"{'not ok' if complaints else 'ok'} {number} {rule.__name__.replace('_', ' ')}")
        broken += bool(complaints)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
