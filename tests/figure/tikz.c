/* TikZ: by its structure always, and through pdflatex where there is one. */
#include <glib/gstdio.h>
#include <string.h>

#include "figure/export.h"
#include "handmade.h"

#define NASTY "A&B %50 $x# _{y}~^z \\w \"q\" <i> |j| `k' a--b [l] «\302\240été\302\240» œuvre Ñandú čß 中 ا e\314\201\314\243 ’… − λ © €"

static char *
written (const char *name, MilieuStyleName style)
{
  g_autoptr (MilieuFigure) figure = handmade_figure (name, "50 % & plus\nde _titre_");
  g_autoptr (GBytes) bytes = milieu_figure_to_tikz (figure, milieu_style (style));
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

static guint
count (const char *text, const char *words)
{
  guint n = 0;

  for (const char *p = strstr (text, words); p != NULL; p = strstr (p + 1, words))
    n++;
  return n;
}

static gboolean
holds (const char *text, const char *words)
{
  return strstr (text, words) != NULL;
}

static void
test_structure (void)
{
  g_autofree char *text = written ("Anis", MILIEU_STYLE_PRINT);

  g_assert_cmpuint (count (text, "\\begin{scope}"), ==, count (text, "\\end{scope}"));
  g_assert_cmpuint (count (text, "\\begin{tikzpicture}"), ==, 1);
  g_assert_cmpuint (count (text, "\\end{tikzpicture}"), ==, 1);
  /* the page, 200 × 100 px, and the three symbols and their tie, by name */
  g_assert_true (holds (text, "(0,0) rectangle (200,100)"));
  g_assert_true (holds (text, "\n% actor-pop man\n"));
  g_assert_true (holds (text, "\n% actor-anis\n"));
  g_assert_true (holds (text, "\n% tie-t3\n"));
  g_assert_true (holds (text, "\n% ---- ties\n"));
  g_assert_cmpuint (count (text, "\\def\\milieuschool{"), ==, 1);
  g_assert_true (holds (text, "{Anis}"));
  /* the quadratic curve (40,50) (55,37) (70,50) as a cubic: (40 + 2 · 55) / 3 = 50 */
  g_assert_true (holds (text, "(40,50) .. controls (50,41.333) and (60,41.333) .. (70,50)"));
}

/* each colour that is worn is defined, once, with the style's value */
static void
test_colours (void)
{
  g_autofree char *text = written ("Anis", MILIEU_STYLE_GREY);
  g_autoptr (GRegex) regex = g_regex_new ("milieu-[a-z-]+", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n = 0;

  g_assert_true (holds (text, "\\definecolor{milieu-upperground-fill}{RGB}{22,22,22}"));
  g_assert_true (holds (text, "\\definecolor{milieu-underground-tint}{RGB}{255,255,255}"));
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL), n++)
    {
      g_autofree char *name = g_match_info_fetch (match, 0), *defined = g_strdup_printf ("\\definecolor{%s}", name);

      g_assert_cmpuint (count (text, defined), ==, 1);
    }
  g_assert_cmpuint (n, >, 60);
}

static void
test_escapes (void)
{
  static const char *const words[] = {
    "A\\&B \\%50 \\char36{}x\\# \\_\\{y\\}\\~{}\\^{}z \\textbackslash{}w", "\\textless{}i\\textgreater{} \\textbar{}j\\textbar{}",
    "a{-}{-}b", "\\'{e}t\\'{e}", "\\oe{}uvre \\~{N}and\\'{u} \\v{c}\\ss{}", "\\milieuchar{4E2D}", "\\milieuchar{627}",
    "{'}\\dots{} $-$ $\\lambda$" };
  g_autofree char *text = written (NASTY, MILIEU_STYLE_PRINT);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (!holds (text, words[i]))
      g_error ("no %s", words[i]);
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_true (lines[i][0] == '%' || g_str_is_ascii (lines[i]));
  /* a title of two lines stays one comment */
  g_assert_true (holds (lines[0], "50 % & plus de _titre_"));
}

static void
test_twice (void)
{
  g_autofree char *once = written (NASTY, MILIEU_STYLE_DARK), *again = written (NASTY, MILIEU_STYLE_DARK);

  g_assert_cmpstr (once, ==, again);
}

/* ---- pdflatex ---- */

static void
set_in (const char *folder, const char *name, const char *text)
{
  static const char *const suffixes[] = { ".tex", ".pdf", ".aux", ".log", NULL };
  g_autofree char *file = g_strconcat (name, ".tex", NULL), *path = g_build_filename (folder, file, NULL);
  const char *argv[] = { "pdflatex", "-interaction=nonstopmode", "-halt-on-error", file, NULL };
  g_autofree char *said = NULL;
  int status;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_true (g_spawn_sync (folder, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &said, NULL, &status, NULL));
  if (!g_spawn_check_wait_status (status, NULL))
    g_error ("%s", said);
  g_assert_true (holds (said, "(1 page"));
  for (guint i = g_str_equal (name, "figure"); suffixes[i] != NULL; i++)
    {
      g_autofree char *left = g_strconcat (folder, "/", name, suffixes[i], NULL);

      g_remove (left);
    }
}

/* alone, and inside a paper, with everything that a name may hold */
static void
test_latex (void)
{
  g_autofree char *latex = g_find_program_in_path ("pdflatex"), *folder = NULL, *text = written (NASTY, MILIEU_STYLE_GREY), *left = NULL;
  const char *kpsewhich[] = { "kpsewhich", "tikz.sty", NULL };
  int status = 1;

  if (latex != NULL)
    g_spawn_sync (NULL, (char **) kpsewhich, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, NULL);
  if (status != 0)
    {
      g_test_skip ("no pdflatex with TikZ here: install texlive-latex-base and texlive-pictures");
      return;
    }
  folder = g_dir_make_tmp ("milieu-XXXXXX", NULL);
  set_in (folder, "figure", text);
  set_in (folder, "paper", "\\documentclass{article}\\usepackage{tikz}\\begin{document}Words.\n\\input{figure}\nMore words.\\end{document}\n");
  left = g_build_filename (folder, "figure.tex", NULL);
  g_remove (left);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tikz/structure", test_structure);
  g_test_add_func ("/tikz/colours", test_colours);
  g_test_add_func ("/tikz/escapes", test_escapes);
  g_test_add_func ("/tikz/twice", test_twice);
  g_test_add_func ("/tikz/latex", test_latex);
  return g_test_run ();
}
