#!/usr/bin/env python3
"""Opens what `milieu export` writes with other people's tools.

outputs.py PROGRAM [POINT…]: PDF by poppler, SVG by xmllint, librsvg and Inkscape, TikZ
by pdflatex. Sizes, fonts, words, overlaps and ink are measured on the files
themselves; a tool that is not installed is told as a skipped point.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as tree

PROGRAM = os.path.abspath(sys.argv[1])
DATA = os.environ["MILIEU_DATADIR"]
EXAMPLE = os.path.join(DATA, "example", "hauts-de-france.milieu")
SVG = "{http://www.w3.org/2000/svg}"
MM = 72 / 25.4    # points
SMALLEST = 5.5    # points of the look's smallest text
# what a page shows, and the words that say so
KINDS = {
    "map": ("--view map", 170, None),
    "network": ("--view network --style contrast --width 174mm", 174, None),
    "both": ("--view both --page double", 174, None),
    "column": ("--view map --page single --style grey", 84, None),
    "lille": ("--view map --frame lille --page medium --style light", 129, None),
    "metropolis": ("--view map --frame lille --page single --style contrast", 84, None),
    "insets": ("--view map --inset Lille,Valenciennes", 170, None),
    "years": ("--years 2001,2010,2015,2018", 170, None),
    "sizes": ("--view network --size betweenness --style dark", 170, None),
    "slope": ("--view slope", 170, None),
    "verdict": ("--view verdict", 170, None),
    "slide": ("--view network --page slide", 339, 191),
}


def run(*words, check=True, **more):
    done = subprocess.run(words, capture_output=True, text=True, **more)
    if check and done.returncode != 0:
        raise AssertionError(f"{' '.join(words)}: {done.returncode}: {done.stderr.strip()}")
    return done


def export(out, options, file=EXAMPLE, check=True, **more):
    return run(PROGRAM, "export", file, "-o", out, *options.split(), check=check, **more)


def has(tool):
    return shutil.which(tool) is not None


class Skip(Exception):
    pass


def need(*tools):
    missing = [tool for tool in tools if not has(tool)]
    if missing:
        raise Skip(f"without {', '.join(missing)}")


# ---- PDF ----

def info(path):
    text = run("pdfinfo", "-isodates", path, env=dict(os.environ, TZ="UTC")).stdout
    return dict(re.findall(r"^([^:]+):\s*(.*)$", text, re.M))


def page_mm(path):
    width, height = re.match(r"([\d.]+) x ([\d.]+) pts", info(path)["Page size"]).groups()
    return float(width) / MM, float(height) / MM


def words_of(path):
    """(x0, y0, x1, y1, word) in points, as poppler finds them on the page"""
    html = run("pdftotext", "-bbox", path, "-").stdout
    found = re.findall(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', html)
    return [(float(a), float(b), float(c), float(d), word) for a, b, c, d, word in found]


def test_pdf(folder, name, options, width, height):
    path = f"{folder}/{name}.pdf"
    w, h = page_mm(path)
    assert abs(w - width) <= 0.1, f"{w} mm wide, not {width}"
    assert height is None or abs(h - height) <= 0.1, f"{h} mm high, not {height}"
    facts = info(path)
    assert facts["Title"].startswith("L’innovation numérique"), facts["Title"]
    assert facts["CreationDate"] == "1970-01-01T00:00:00Z", facts["CreationDate"]
    fonts = run("pdffonts", path).stdout.splitlines()[2:]
    assert fonts and all(re.search(r"\s+yes yes (yes|no)\s+\d+", font) for font in fonts), fonts
    assert "Type 3" not in "".join(fonts) and "image" not in run("pdfimages", "-list", path).stdout.split("\n", 2)[-1]


def test_words(folder):
    text = run("pdftotext", "-layout", f"{folder}/map.pdf", "-").stdout
    for words in ("Strates", "Émergents (7)", "École", "Précision du lieu", "Vérifié", "Sans lieu (8)", "« POP Man »",
                  "Forum mondial de l’éco. sociale", "La CoRoutine", "2,5° E", "Projection Lambert-93 (EPSG:2154)"):
        assert words in re.sub(r"[\u00a0\u202f]", " ", text), words


def test_no_overlap(folder):
    """No word on another: boxes of poppler, of the letters' own height (theirs have room above and below)."""
    for name in KINDS:
        boxes = [(a, b + 0.28 * (d - b), c, d - 0.28 * (d - b), word) for a, b, c, d, word in words_of(f"{folder}/{name}.pdf")]
        for i, p in enumerate(boxes):
            for q in boxes[:i]:
                dx, dy = min(p[2], q[2]) - max(p[0], q[0]), min(p[3], q[3]) - max(p[1], q[1])
                # the names of seas and rivers are slanted, letter by letter
                if dx > 0.3 and dy > 0.3 and len(p[4]) > 1 and len(q[4]) > 1:
                    raise AssertionError(f"{name}: “{p[4]}” on “{q[4]}” at {p[0] / MM:.0f}, {p[1] / MM:.0f} mm")


def test_no_word_on_a_symbol(folder):
    """The middles of the symbols, as the SVG has them, are in no word of the PDF."""
    for name in KINDS:
        svg = open(f"{folder}/{name}.svg", encoding="utf-8").read()
        middles = [(float(x) * 0.75, float(y) * 0.75, actor) for actor, x, y in
                   re.findall(r'<g id="actor-([^"]*)">(?:<title>[^<]*</title>)?\s*<g transform="translate\(([-\d.]+) ([-\d.]+)\)', svg)]
        assert middles or name == "verdict", name
        for a, b, c, d, word in words_of(f"{folder}/{name}.pdf"):
            for x, y, actor in middles:
                if a < x < c and b + 0.2 * (d - b) < y < d - 0.2 * (d - b):
                    raise AssertionError(f"{name}: “{word}” on {actor} at {x / MM:.0f}, {y / MM:.0f} mm")


def test_inside(folder):
    for name in KINDS:
        w, h = page_mm(f"{folder}/{name}.pdf")
        for a, b, c, d, word in words_of(f"{folder}/{name}.pdf"):
            assert a >= -0.3 and b >= -1.5 and c <= w * MM + 0.3 and d <= h * MM + 1.5, f"{name}: “{word}” is beyond the page"


# ---- SVG ----

def test_svg(folder, name):
    path = f"{folder}/{name}.svg"
    run("xmllint", "--noout", "--nonet", path)
    root = tree.parse(path).getroot()
    colours = {value for item in root.iter() for key, value in item.attrib.items() if key in ("fill", "stroke", "stop-color")}
    assert all(re.fullmatch(r"#[0-9a-f]{6}|none|url\(#[\w-]+\)", colour) for colour in colours), colours
    texts = [item for item in root.iter(f"{SVG}text")]
    assert texts and not list(root.iter(f"{SVG}image"))
    smallest = min(float(item.get("font-size")) for item in texts) * 0.75
    assert smallest >= (9 if name == "slide" else SMALLEST) - 0.01, f"{smallest} pt"
    if name not in ("slope", "verdict"):
        assert [item for item in root.iter(f"{SVG}g") if item.get("id", "").startswith("actor-")]


def picture(words, out):
    run(*words)
    return out


def test_no_ink_outside(folder):
    """The page with 20 mm more on each side, drawn by librsvg: nothing is painted there."""
    need("rsvg-convert", "convert")
    for name in KINDS:
        path = f"{folder}/{name}.svg"
        text = open(path, encoding="utf-8").read()
        width, height = map(float, re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', text).groups())
        text = re.sub(r'width="[\d.]+mm" height="[\d.]+mm" viewBox="[^"]*"',
                      f'width="{width + 150}" height="{height + 150}" viewBox="-75 -75 {width + 150} {height + 150}"', text, count=1)
        # the paper itself is painted to its edge
        open(f"{folder}/wide.svg", "w", encoding="utf-8").write(text)
        run("rsvg-convert", f"{folder}/wide.svg", "-o", f"{folder}/wide.png")
        run("convert", f"{folder}/wide.png", "-alpha", "extract", f"{folder}/ink.png")
        box = run("convert", f"{folder}/ink.png", "-trim", "-format", "%w %h %X %Y", "info:").stdout.split()
        w, h, x, y = (int(value) for value in box)
        assert x >= 74 and y >= 74 and x + w <= 77 + width and y + h <= 77 + height, f"{name}: ink in {box} of {width} × {height}"


def difference(a, b, folder):
    """the share of pixels that differ by more than a quarter once both are softened by two pixels"""
    run("convert", a, b, "-background", "white", "-alpha", "remove", "-blur", "0x2", "-compose", "difference", "-composite",
        "-colorspace", "Gray", "-threshold", "25%", f"{folder}/difference.png")
    return float(run("convert", f"{folder}/difference.png", "-format", "%[fx:mean]", "info:").stdout)


def test_same_picture(folder):
    """PDF by poppler, SVG by librsvg and our own PNG, pixel by pixel."""
    need("pdftocairo", "rsvg-convert", "convert")
    for name in ("map", "network", "column", "years", "verdict"):
        own = f"{folder}/{name}.png"
        export(own, f"{KINDS[name][0]} --lang fr --dpi 96")
        size = run("convert", own, "-format", "%w %h", "info:").stdout.split()
        run("pdftocairo", "-png", "-singlefile", "-scale-to-x", size[0], "-scale-to-y", size[1], f"{folder}/{name}.pdf", f"{folder}/pdf")
        run("rsvg-convert", "-w", size[0], "-h", size[1], f"{folder}/{name}.svg", "-o", f"{folder}/svg.png")
        for other in ("pdf", "svg"):
            share = difference(own, f"{folder}/{other}.png", folder)
            assert share < 0.004, f"{name}: {share:.2%} of the pixels of the {other} differ"


def test_inkscape(folder):
    need("inkscape", "rsvg-convert", "convert")
    run("inkscape", "--export-type=png", f"--export-filename={folder}/ink-map.png", "-w", "642", f"{folder}/map.svg")
    run("rsvg-convert", "-w", "642", f"{folder}/map.svg", "-o", f"{folder}/rsvg-map.png")
    share = difference(f"{folder}/ink-map.png", f"{folder}/rsvg-map.png", folder)
    assert share < 0.004, f"{share:.2%} of the pixels differ"


# ---- TikZ ----

def test_latex(folder):
    need("pdflatex", "kpsewhich")
    if run("kpsewhich", "tikz.sty", check=False).returncode != 0:
        raise Skip("without TikZ")
    for name in ("map", "years"):
        export(f"{folder}/{name}.tex", f"{KINDS[name][0]} --lang fr")
        run("pdflatex", "-interaction=nonstopmode", "-halt-on-error", f"-jobname=tikz-{name}", f"{name}.tex", cwd=folder,
            env=dict(os.environ, HOME=folder))
        w, h = page_mm(f"{folder}/tikz-{name}.pdf")
        width, height = page_mm(f"{folder}/{name}.pdf")
        assert abs(w - width) <= 0.2 and abs(h - height) <= 0.2, f"{w} × {h} mm, not {width} × {height}"
        # LaTeX's own fonts put accents beside their letters
        text = unicodedata.normalize("NFC", run("pdftotext", f"{folder}/tikz-{name}.pdf", "-").stdout)
        for words in ("Strates", "MutuaLab", "Émergents"):
            assert words in text, f"{name}: {words} in {text}"


# ---- the same bytes ----

def test_anywhere(folder):
    """Neither locale, time zone, processors nor folder get into a file."""
    here = {"LC_ALL": "C.UTF-8", "TZ": "UTC"}
    there = {"LC_ALL": "fr_FR.UTF-8", "LANGUAGE": "fr", "TZ": "Pacific/Auckland", "G_SLICE": "always-malloc"}
    for name, suffixes in (("both", ("pdf", "svg", "png")), ("years", ("svg",))):
        for suffix in suffixes:
            files = []
            for i, more in enumerate((here, there)):
                out = f"{folder}/anywhere-{i}.{suffix}"
                words = [PROGRAM, "export", EXAMPLE, "-o", out, *KINDS[name][0].split(), "--lang", "en", "--dpi", "72"]
                run(*(["taskset", "-c", "0"] if i and has("taskset") else []), *words, env=dict(os.environ, **more))
                files.append(open(out, "rb").read())
            assert files[0] == files[1], f"{name}.{suffix} differs"


def test_rebuild(folder):
    for name in ("insets", "years", "sizes", "slope", "slide"):
        run(PROGRAM, "rebuild", f"{folder}/{name}.pdf", "--map", EXAMPLE, "-o", f"{folder}/again.pdf")
        assert open(f"{folder}/{name}.pdf", "rb").read() == open(f"{folder}/again.pdf", "rb").read(), name


# ---- TAP ----

def cases(folder):
    for name, (options, width, height) in KINDS.items():
        yield f"pdf {name}", lambda n=name, o=options, w=width, h=height: test_pdf(folder, n, o, w, h)
        yield f"svg {name}", lambda n=name: test_svg(folder, n)
    for test in (test_words, test_no_overlap, test_no_word_on_a_symbol, test_inside, test_no_ink_outside, test_same_picture, test_inkscape, test_latex,
                 test_anywhere, test_rebuild):
        yield test.__name__[5:].replace("_", " "), lambda t=test: t(folder)


def main():
    failed = 0
    only = sys.argv[2:]
    with tempfile.TemporaryDirectory() as folder:
        for name, (options, _, _) in KINDS.items():
            export(f"{folder}/{name}.pdf", f"{options} --lang fr")
            export(f"{folder}/{name}.svg", f"{options} --lang fr")
        every = [case for case in cases(folder) if not only or case[0] in only]
        print(f"1..{len(every)}", flush=True)
        for number, (name, test) in enumerate(every, 1):
            try:
                test()
                print(f"ok {number} {name}", flush=True)
            except Skip as why:
                print(f"ok {number} {name} # SKIP {why}", flush=True)
            except AssertionError as why:
                failed += 1
                print(f"not ok {number} {name}\n# " + str(why).replace("\n", "\n# "), flush=True)
    sys.exit(failed > 0)


main()
