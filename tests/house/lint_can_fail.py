#!/usr/bin/env python3
"""Each rule of lint.py refuses what it is there to refuse, and passes what is right."""
import pathlib
import sys
import tempfile

import lint

GOOD = '#include "model/record.h"\n#include <glib.h>\n'
# rule, file, content that breaks it
PLANTED = [
    (lint.layers, "app/model/actor.c", '#include "window/canvas.h"\n'),
    (lint.layers, "app/model/actor.c", "#include <gio/gio.h>\n"),
    (lint.layers, "app/figure/legend.c", "#include <gtk/gtk.h>\n"),
    (lint.layers, "app/reading/gap.c", "#include <igraph/igraph.h>\n"),
    (lint.layers, "app/network/graph.c", '#include "format/table.h"\n'),
    (lint.layers, "app/edit/actor.c", "#  include <cairo/cairo.h>\n"),
    (lint.layers, "app/edit/actor.c", '#include "actor.h"\n'),
    (lint.layers, "app/misc/actor.c", GOOD),
    (lint.length, "app/edit/actor.c", "\n" * (lint.LONGEST + 1)),
    (lint.white_space, "app/edit/actor.c", "\tint a;\n"),
    (lint.white_space, "app/edit/actor.c", "int a; \n"),
    (lint.unfinished, "app/edit/actor.c", "/* " + "TO" + "DO: undo */\n"),
    (lint.machine_paths, "app/edit/actor.c", '"' + "/ho" + 'me/someone/map.milieu"\n'),
    (lint.documented, "app/edit/actor.h", "void milieu_actor_add (void);\n"),
    (lint.documented, "app/edit/actor.h", "/** one */\nint milieu_one (void);\n\nint milieu_two (void);\n"),
]
PASSING = [
    ("app/edit/actor.c", GOOD),
    ("app/edit/actor.h", "/** milieu_actor_add: adds */\nvoid\nmilieu_actor_add (int a,\n                  int b);\nGType milieu_actor_get_type (void);\n"),
    ("app/edit/tie.h", "/* for ties */\n\nint milieu_tie_add (void); /* adds */\nint milieu_tie_cut (void);\n"),
]


def tree(folder, path, content):
    root = pathlib.Path(folder)
    (root / "HACKING.md").write_text((pathlib.Path(sys.argv[1]) / "HACKING.md").read_text(encoding="utf-8"), encoding="utf-8")
    (root / "dev").write_text("", encoding="utf-8")
    (root / path).parent.mkdir(parents=True)
    (root / path).write_text(content, encoding="utf-8")
    return root


def main():
    results = []
    for rule, path, content in PLANTED:
        with tempfile.TemporaryDirectory() as folder:
            results.append((len(list(rule(tree(folder, path, content)))) == 1, f"{rule.__name__} refuses {content[:40]!r}"))
    for path, content in PASSING:
        with tempfile.TemporaryDirectory() as folder:
            root = tree(folder, path, content)
            results.append((not any(list(rule(root)) for rule in lint.RULES), f"nothing wrong with {path}"))
    print(f"1..{len(results)}")
    for number, (good, name) in enumerate(results, 1):
        print(f"{'ok' if good else 'not ok'} {number} {name}")
    return 0 if all(good for good, _ in results) else 1


if __name__ == "__main__":
    sys.exit(main())
