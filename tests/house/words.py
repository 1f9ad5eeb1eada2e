#!/usr/bin/env python3
"""The French translation is complete and typeset as French is, as TAP.

words.py ROOT KEYWORD…   KEYWORDs are those that po/meson.build gives xgettext.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

CALL = re.compile(r"(?<!\w)(?:_|N_|C_|NC_|g_dgettext|g_dngettext|g_dpgettext2|ngettext|milieu_words_plural|milieu_phrase_new_plural|NP_) ?\(\s*(?:\w+,\s*)*\"|translatable=\"(?:yes|true)\"")
# what French typography asks for: a complaint for each breach
TYPOGRAPHY = [
    (re.compile(r"(?<![\u00a0\u202f]):(?=\s|$)"), "a colon without its no-break space (U+00A0)"),
    (re.compile(r"(?<![\u00a0\u202f\s!?(])[;!?](?=[\s»)]|$)"), "; ! ? without their narrow no-break space (U+202F)"),
    (re.compile(r"(?<=\w) [:;!?]"), "a plain space before : ; ! ?"),
    (re.compile(r"\u00ab(?![\u00a0\u202f])|(?<![\u00a0\u202f])\u00bb"), "« » without no-break spaces inside"),
    (re.compile(r"(?<=\w)'(?=\w)"), "a straight apostrophe"),
    (re.compile(r"\.\.\."), "three full stops instead of …"),
    (re.compile(r'"'), "straight quotation marks"),
]
# what is no prose: options, markup, file names, formats of a command
NO_PROSE = re.compile(r"<[^>]*>|--?[a-z-]+|%[\w.*$'-]*|https?:\S*|\w+:\w+")


def potfiles(root):
    return [line for line in (root / "po/POTFILES").read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


def listed(root):
    """POTFILES names every file that has words, and no file that is gone."""
    names = potfiles(root)
    for path in sorted([*root.glob("app/**/*.[ch]"), *root.glob("ui/**/*.ui"), *root.glob("app/*/*.ui")]):
        name = str(path.relative_to(root))
        if name not in names and path.name != "words.h" and CALL.search(path.read_text(encoding="utf-8")):
            yield f"po/POTFILES lacks {name}"
    for name in names:
        if not (root / name).exists():
            yield f"po/POTFILES names {name}, which is gone"
    if names != sorted(names):
        yield "po/POTFILES is not sorted"


def plurals(root):
    """Singular and plural are marked as a pair: N_() on each would make two messages of them."""
    for name in potfiles(root):
        if name.endswith((".c", ".h")) and (root / name).exists():
            for match in re.finditer(r"(\w*plural|\w*ngettext) \([^\";]*\bN_ \(", (root / name).read_text(encoding="utf-8").replace("N_(", "N_ (")):
                yield f"{name}: N_() within {match[1]} ()"


def well_formed(root):
    """msgfmt -c accepts every translation: headers, formats, plurals."""
    for language in (root / "po/LINGUAS").read_text(encoding="utf-8").split():
        done = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", root / f"po/{language}.po"], capture_output=True, text=True)
        if done.returncode or done.stderr:
            yield f"{language}: {done.stderr.strip()}"


def complete(root):
    """Every message of the sources is translated, and none is fuzzy."""
    with tempfile.TemporaryDirectory() as folder:
        template = f"{folder}/milieu.pot"
        subprocess.run(["xgettext", "--from-code=UTF-8", "--package-name=milieu", *sys.argv[2:], "-f", "po/POTFILES", "-o", template],
                       cwd=root, check=True, capture_output=True)
        done = subprocess.run(["msgcmp", "po/fr.po", template], cwd=root, capture_output=True, text=True)
    if done.returncode:
        yield from done.stderr.splitlines()


def translations(root):
    """The (msgid, msgstr) pairs of fr.po, plural forms one by one."""
    done = subprocess.run(["msgattrib", "--no-wrap", "--no-obsolete", root / "po/fr.po"], check=True, capture_output=True, text=True)
    msgid = ""
    for keyword, text in re.findall(r'^(msgid|msgid_plural|msgstr(?:\[\d\])?) ((?:"(?:[^"\\]|\\.)*"\n?)+)', done.stdout, re.M):
        plain = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', text)).replace("\\n", "\n").replace('\\"', '"')
        if keyword.startswith("msgid"):
            msgid = plain
        elif msgid:
            yield msgid, plain


def typography(root):
    for msgid, french in translations(root):
        if re.fullmatch(r"\S+;", msgid):
            continue  # keywords of the desktop file
        prose = NO_PROSE.sub("", french)
        for pattern, complaint in TYPOGRAPHY:
            if pattern.search(prose) and not (pattern.pattern == '"' and '"' in msgid):
                yield f"{complaint}: {french!r}"


def typography_can_fail(root):
    for wrong in ("a : b", "a: b", "a!", "a ?", "« a »", "l'acteur", "a...", 'le "lien"'):
        if not any(pattern.search(NO_PROSE.sub("", wrong)) for pattern, _ in TYPOGRAPHY):
            yield f"accepted: {wrong!r}"
    for right in ("a\u00a0: b", "a\u202f!", "«\u00a0a\u00a0»", "l’acteur…", "12:30", "milieu --help"):
        if any(pattern.search(NO_PROSE.sub("", right)) for pattern, _ in TYPOGRAPHY):
            yield f"refused: {right!r}"


RULES = [listed, plurals, well_formed, complete, typography, typography_can_fail]


def main():
    root = pathlib.Path(sys.argv[1])
    print(f"1..{len(RULES)}")
    broken = 0
    for number, rule in enumerate(RULES, 1):
        complaints = list(rule(root))
        for complaint in complaints:
            print(f"# {complaint}")
        print(f"{'not ok' if complaints else 'ok'} {number} {rule.__name__.replace('_', ' ')}")
        broken += bool(complaints)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
