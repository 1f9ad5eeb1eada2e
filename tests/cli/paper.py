#!/usr/bin/env python3
"""A paper's figures, as an author makes them, and what may go wrong on the way.

paper.py PROGRAM [POINT…]: a figure of the map, map beside network, a series of
years; then vanished folders, full disks, fonts that are not there, pages out
of range, names in other scripts.
"""
import json
import os
import pty
import re
import resource
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

PROGRAM = os.path.abspath(sys.argv[1])
EXAMPLE = os.path.join(os.environ["MILIEU_DATADIR"], "example", "hauts-de-france.milieu")
SVG = "{http://www.w3.org/2000/svg}"


def milieu(*words, **more):
    return subprocess.run([PROGRAM, *words], capture_output=True, text=True, **more)


def draw(folder, name, *options, file=EXAMPLE):
    path = os.path.join(folder, name)
    done = milieu("export", file, "-o", path, *options)
    assert done.returncode == 0, done.stderr
    return path


def parsed(path):
    return tree.parse(path).getroot()


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def texts(root):
    return [plain(item.text or "") for item in root.iter(f"{SVG}text")]


def groups(root, actor):
    """the symbols of an actor, panel by panel"""
    return [item for item in root.iter(f"{SVG}g") if re.fullmatch(rf"actor-{actor}(-\d+)?", item.get("id") or "")]


def place(group):
    """px of a symbol"""
    move = next(item.get("transform") for item in group.iter() if "translate" in (item.get("transform") or ""))
    return tuple(float(value) for value in re.match(r"translate\(([-\d.]+) ([-\d.]+)\)", move).groups())


def size(group):
    move = next(item.get("transform") for item in group.iter() if "scale" in (item.get("transform") or ""))
    return float(re.search(r"scale\(([\d.]+)\)", move)[1])


def map_with(folder, name, change):
    path = os.path.join(folder, name)
    with open(EXAMPLE, encoding="utf-8") as file:
        text = change(file.read())
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def with_figure(figures):
    return lambda text: text.replace("</milieu>", figures + "</milieu>")


# ---- what an author does ----

def test_map_of_the_metropolis(folder):
    """The Lille metropolis at 170 mm, as SVG and PDF, twice the same."""
    svg = draw(folder, "b1.svg", "--frame", "lille", "--width", "170mm", "--lang", "fr")
    pdf = draw(folder, "b1.pdf", "--frame", "lille", "--width", "170mm", "--lang", "fr")
    words = texts(parsed(svg))
    for word in ("Strates", "Upperground (19)", "Vérifié", "Implicite", "Précision du lieu", "N", "commune seule : dans le disque",
                 "3,05° E", "0,5", "1 km", "MEL", "11 acteurs"):
        assert word in words, word
    assert any(word.startswith("Projection Lambert-93") and "IGN" in word for word in words)
    assert not any("3.05" in word for word in words), "a decimal point in French"
    assert "« POP Man »" in words and not list(parsed(svg).iter(f"{SVG}image"))
    for path in (svg, pdf):
        first = open(path, "rb").read()
        assert first == open(draw(folder, "again." + path[-3:], "--frame", "lille", "--width", "170mm", "--lang", "fr"), "rb").read()


def test_map_beside_network(folder):
    """One selection in two panels; a label that changes moves nobody."""
    options = ("--view", "both", "--lang", "en", "--caption")
    path = os.path.join(folder, "b2.svg")
    done = milieu("export", EXAMPLE, "-o", path, *options)
    caption = plain(done.stdout)
    for words in ("Map and network of 46 actors.", "8 have no place.", "56 ties, of which 41 verified, 13 stated, 2 implied.",
                  "Ties established by the document or by a verified source; suggested grounds included.",
                  "Year of reference: 2018.", "Layout: strata, seed 42."):
        assert words in caption, f"{words} in {caption}"
    renamed = map_with(folder, "renamed.milieu", lambda text: text.replace('name="MutuaLab"', 'name="MutuaLob"'))
    other = draw(folder, "b2-renamed.svg", *options, file=renamed)

    def spots(file):
        found = re.findall(r'<g id="(actor-[\w-]+)".*?<(?:path|g|use)[^>]*?transform="([^"]*)"', open(file, encoding="utf-8").read(), re.S)
        return sorted(found)
    assert "MutuaLob" in texts(parsed(other)) and len(spots(path)) >= 84 and spots(path) == spots(other)


def test_years(folder):
    """Who appears when; the undated apart; who ended fades; dates in dispute are named."""
    seen = {}
    for year in (1986, 1987, 2001, 2010, 2015):
        path = draw(folder, f"b4-{year}.svg", "--years", str(year), "--lang", "en")
        seen[year] = texts(parsed(path))
    assert "Supinfocom" not in seen[1986]
    assert "Supinfocom" in seen[1987] and "Ankama" not in seen[1987]
    assert "Supinfogames" in seen[2001] and "Ankama" in seen[2001] and "La Plaine Images" not in seen[2001]
    assert "La Plaine Images" in seen[2010] and "Serre Numérique" not in seen[2010]
    root = parsed(draw(folder, "b4.svg", "--years", "2001,2010,2015,2018", "--lang", "en"))
    words = texts(root)
    assert [word for word in words if re.fullmatch(r"(2001|2010|2015|2018)", word)] == ["2001", "2010", "2015", "2018"]
    assert "No start year (12)" in words and "No place (8)" in words
    for name in ("Serre Numérique", "Arenberg"):
        assert any(word.startswith(name) for word in words), name
    # in 2001 by name, in 2010 too, in 2015 faded and by name, in 2018 no more
    crrav = groups(root, "crrav")
    assert words.count("CRRAV") == 2 and len(crrav) == 3
    assert [any(part.get("stroke-dasharray") for part in group.iter()) for group in crrav] == [False, False, True]
    # everybody stands where he stood
    shifts = set()
    for actor in ("crrav", "ankama", "pictanovo", "supinfocom"):
        (x0, y0), (x1, y1) = (place(group) for group in groups(root, actor)[:2])
        shifts.add((round(x1 - x0, 1), round(y1 - y0, 1)))
    assert len(shifts) == 1, shifts
    assert any(word.startswith("Dates in dispute") and "Supinfocom 1987 or 1988" in word for word in words)


def test_labels_by_hand(folder):
    """Where somebody put a label it stays, to the tenth of a millimetre, on map and network."""
    kept = map_with(folder, "hand.milieu", with_figure(
        '  <figure id="m" name="M" view="map">\n    <drawing insets="none" labels="map:devisu@-21.5,9 network:devisu@4,-6"/>\n  </figure>\n'
        '  <figure id="n" name="N" view="network">\n    <drawing labels="map:devisu@-21.5,9 network:devisu@4,-6"/>\n  </figure>\n'))
    for name, dx, dy in (("M", -21.5, 9), ("N", 4, -6)):
        x, y = place(groups(parsed(draw(folder, "hand.svg", "--figure", name, file=kept)), "devisu")[0])
        html = subprocess.run(["pdftotext", "-bbox", draw(folder, "hand.pdf", "--figure", name, file=kept), "-"], capture_output=True, text=True).stdout
        box = re.search(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">DeVisu<', html)
        a, b, c, d = (float(value) * 25.4 / 72 for value in box.groups())
        # what poppler calls the height of a letter is not centred to the last tenth
        assert abs((a + c) / 2 - x * 25.4 / 96 - dx) < 0.15 and abs((b + d) / 2 - y * 25.4 / 96 - dy) < 0.6, (name, a, b, c, d, x, y)


def test_sizes(folder):
    """√(9² + (24² − 9²) · value / largest) px of 0.85: of betweenness among all 43 actors that are measured, as networkx has it."""
    root = parsed(draw(folder, "sizes.svg", "--view", "network", "--size", "betweenness", "--lang", "en"))
    told = milieu("read", EXAMPLE, "--format", "json").stdout
    values = {item["actor"]: item["betweenness"] for item in json.loads(told)["measures"] if item["graph"] == "all"}
    largest = max(values.values())
    for actor in ("mel", "pop-man", "rubika", "mutualab", "speechi"):
        expected = 0.85 * (81 + (576 - 81) * values[actor] / largest) ** 0.5
        assert abs(size(groups(root, actor)[0]) - expected) < 0.02, (actor, expected)
    words = texts(root)
    at = words.index("Size: Betweenness")
    assert words[at + 1:at + 5] == ["0", *(f"{largest * share:.1f}" for share in (0.25, 0.5, 1))], words[at:at + 5]


# ---- what goes wrong ----

def refused(folder, name, *options, status=1, file=EXAMPLE, **more):
    """an export that fails leaves its folder as it was; Returns: its words"""
    before = sorted(os.listdir(folder))
    done = milieu("export", file, "-o", os.path.join(folder, name), *options, **more)
    assert done.returncode == status, f"{done.returncode}: {done.stderr}"
    assert sorted(os.listdir(folder)) == before, os.listdir(folder)
    assert done.stderr.startswith("milieu export: ") and len(done.stderr) > 30, done.stderr
    return done.stderr


def test_vanished_folder(folder):
    assert "gone" in refused(folder, "gone/a.pdf")


def test_taken_name(folder):
    os.mkdir(os.path.join(folder, "taken.pdf"))
    refused(folder, "taken.pdf")
    path = draw(folder, "file.svg", "--lang", "en")
    old = open(path, "rb").read()
    assert open(draw(folder, "file.svg", "--lang", "fr"), "rb").read() != old, "a file of one's own is written anew"


def test_full_disk(folder):
    """A file that may not grow beyond 8 kB stands for a disk that is full."""
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
    for suffix in ("pdf", "svg", "png", "tex"):
        refused(folder, "full." + suffix, "--dpi", "60", preexec_fn=limit)
    whole = draw(folder, "kept.pdf")
    old = open(whole, "rb").read()
    refused(folder, "kept.pdf", "--style", "grey", preexec_fn=limit)
    assert open(whole, "rb").read() == old, "the old file is damaged"


def test_full_disk_for_all(folder):
    kept = map_with(folder, "two.milieu", with_figure('  <figure id="a" name="A" view="map"/>\n  <figure id="b" name="B" view="network"/>\n'))

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
    out = os.path.join(folder, "all")
    done = milieu("export", kept, "--all", "-o", out, preexec_fn=limit)
    assert done.returncode == 1 and os.listdir(out) == [], (done.stderr, os.listdir(out))


def test_pages(folder):
    for option in ("--width", "--height"):
        for length in ("10mm", "5m", "5000mm", "-3", "nan", "1e9"):
            words = refused(folder, "p.pdf", f"{option}={length}", status=2)
            assert length in words and "30" in words and "2000" in words, words
    draw(folder, "small.pdf", "--width", "30mm", "--height", "30mm")
    draw(folder, "large.svg", "--width", "2000mm")
    assert "“-4”" in refused(folder, "p.pdf", "--columns=-4", status=2)
    for wrong in (("--years", "2001,20x"), ("--smallest", "900"), ("--size", "fame"), ("--inset", "Atlantis"), ("--view", "moon")):
        refused(folder, "p.pdf", *wrong, status=1 if wrong[0] == "--inset" else 2)


def test_font(folder):
    path = os.path.join(folder, "font.svg")
    done = milieu("export", EXAMPLE, "-o", path, "--font", "No Such Font", "--preflight")
    assert done.returncode == 0 and "No Such Font" in done.stderr and "No Such Font" in done.stdout, done.stderr
    other = draw(folder, "serif.pdf", "--font", "DejaVu Serif", "--lang", "en")
    fonts = subprocess.run(["pdffonts", other], capture_output=True, text=True).stdout
    assert "DejaVu-Serif" in fonts or "DejaVuSerif" in fonts, fonts
    done = milieu("rebuild", other, "--map", EXAMPLE, "-o", os.path.join(folder, "serif-again.pdf"))
    assert done.returncode == 0, done.stderr


def test_smallest(folder):
    path = draw(folder, "nine.svg", "--smallest", "9")
    sizes = [float(item.get("font-size")) * 0.75 for item in parsed(path).iter(f"{SVG}text")]
    assert 8.99 <= min(sizes) <= 9.6, min(sizes)


def test_nobody(folder):
    """A map without anybody, and a figure that hides them all: a page that says so."""
    nobody = os.path.join(folder, "nobody.milieu")
    with open(nobody, "w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<milieu xmlns="urn:milieu:map" version="1">\n</milieu>\n')
    for view in ("map", "network", "both", "years", "slope", "verdict"):
        words = texts(parsed(draw(folder, f"nobody-{view}.svg", "--view", view, "--lang", "en", file=nobody)))
        assert view in ("slope", "verdict") or "No actors." in words, (view, words)
    hidden = map_with(folder, "hidden.milieu", with_figure(
        '  <figure id="h" name="H" view="both" language="en">\n    <question hide="ground:none ground:upperground ground:emerging '
        'ground:middleground ground:underground"/>\n  </figure>\n'))
    assert "No actors." in texts(parsed(draw(folder, "hidden.svg", "--figure", "H", file=hidden)))


NAMES = ("Une très longue dénomination " * 11)[:300], "مؤسسة الابتكار الرقمي", "数字创新研究所", "E\u0301cole de l\u2019inge\u0301nierie a\u0300 Lille", "שלום עולם"


def test_names(folder):
    """300 letters, Arabic, Chinese, combining accents, from right to left: nothing overlaps, leaves the page or is lost unsaid."""
    def rename(text):
        for actor, name in zip(("mutualab", "anis", "coroutine", "mel", "speechi"), NAMES):
            text, n = re.subn(rf'(<actor id="{actor}" name=")[^"]*', lambda found: found[1] + name, text)
            assert n == 1, actor
        return text
    odd = map_with(folder, "odd.milieu", rename)
    for view in ("map", "network"):
        for suffix in ("svg", "pdf", "png", "tex"):
            path = draw(folder, f"odd-{view}.{suffix}", "--view", view, "--lang", "en", file=odd)
        words = texts(parsed(os.path.join(folder, f"odd-{view}.svg")))
        assert any("مؤسسة" in word for word in words) and any("数字" in word for word in words)
        done = milieu("export", odd, "--view", view, "--lang", "en", "--preflight")
        assert done.returncode == 0 and "Une très" in done.stdout, "a name is cut and nobody says so"


def test_progress(folder):
    """A bar on a terminal, nothing where there is none."""
    kept = map_with(folder, "three.milieu", with_figure("".join(f'  <figure id="f{i}" name="F{i}" view="verdict"/>\n' for i in range(3))))
    done = milieu("export", kept, "--all", "-o", os.path.join(folder, "quiet"))
    assert done.returncode == 0 and done.stderr == "" and len(os.listdir(os.path.join(folder, "quiet"))) == 3
    ours, theirs = pty.openpty()
    child = subprocess.Popen([PROGRAM, "export", kept, "--all", "-o", os.path.join(folder, "loud")], stderr=theirs, stdout=subprocess.DEVNULL)
    assert child.wait() == 0
    os.close(theirs)
    shown = os.read(ours, 65536).decode()
    assert "1/3" in shown and "2/3" in shown and "[" in shown and shown.endswith("\r\033[K"), repr(shown)


# ---- TAP ----

def main():
    tests = [test for name, test in globals().items() if name.startswith("test_") and (not sys.argv[2:] or name[5:] in sys.argv[2:])]
    failed = 0
    print(f"1..{len(tests)}", flush=True)
    for number, test in enumerate(tests, 1):
        name = test.__name__[5:].replace("_", " ")
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(folder)
                print(f"ok {number} {name}", flush=True)
            except AssertionError as why:
                failed += 1
                print(f"not ok {number} {name}\n# " + str(why).replace("\n", "\n# "), flush=True)
    sys.exit(failed > 0)


main()
