/* TikZ: a file that pdflatex sets alone, and that a paper can \input. Colours are
 * defined once, text is text in the paper's own font, groups are named in
 * comments. */
#include "milieu-config.h"

#include <math.h>
#include <string.h>

#include "figure/describe.h"
#include "figure/export.h"
#include "figure/symbols.h"
#include "figure/text.h"
#include "figure/tikz.h"

#define POINTS_A_LINE 6

static const char *const layer_names[MILIEU_N_LAYERS] = { "ground", "ties", "symbols", "labels", "furniture" };

/* ---- head ---- */

/* Known to be in a document: LaTeX has met \begin{document}. Text is squeezed to the
 * room it had; its halo is the same text with a thick outline, where the engine can. */
static const char preamble[] =
  "\\expandafter\\ifx\\csname @nodocument\\endcsname\\relax\n"
  "  \\def\\milieubegin{}\\def\\milieuend{}\n"
  "\\else\n"
  "  \\RequirePackage{fix-cm}\n"
  "  \\documentclass{article}\n"
  "  \\usepackage[paperwidth=%sbp,paperheight=%sbp,margin=0pt]{geometry}\n"
  "  \\usepackage{tikz}\n"
  "  \\pagestyle{empty}\\topskip=0pt\\parindent=0pt\n"
  "  \\begin{document}\n"
  "  \\def\\milieubegin{\\vbox to 0pt\\bgroup\\noindent}\\def\\milieuend{\\vss\\egroup\\end{document}}\n"
  "\\fi\n"
  "\\providecommand{\\milieuchar}[2]{\\ifdefined\\directlua\\char\"#1\\else\\ifdefined\\XeTeXversion\\char\"#1\\else#2\\fi\\fi}\n"
  "\\providecommand{\\milieufont}{\\sffamily}\n"
  "\\ifdefined\\pdfliteral\\def\\milieupdf#1{\\pdfliteral direct{#1}}\\else\n"
  "  \\ifdefined\\directlua\\def\\milieupdf#1{\\pdfextension literal direct{#1}}\\fi\\fi\n"
  "\\providecommand{\\milieufit}[2]{\\setbox0\\hbox{#2}\\ifdim\\wd0>#1\\resizebox{#1}{\\height}{\\box0}\\else\\box0\\fi}\n"
  "\\providecommand{\\milieuhalo}[3]{\\ifdefined\\milieupdf\\color{#1}\\milieupdf{1 j #2 w 1 Tr}#3\\milieupdf{0 Tr}\\fi}\n";

static void
add_preamble (MilieuTikz *tikz, const MilieuFigure *figure)
{
  char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *description = milieu_figure_describe (figure);

  milieu_tikz_comment (tikz, "Milieu " MILIEU_VERSION ": ", milieu_figure_title (figure));
  milieu_tikz_comment (tikz, "", description);
  milieu_tikz_comment (tikz, "", milieu_figure_recipe (figure));
  milieu_tikz_comment (tikz, "Run pdflatex on it, or \\input it in a document that uses the package tikz;", NULL);
  milieu_tikz_comment (tikz, "\\newcommand{\\milieufont}{...} before that chooses another font.", NULL);
  g_ascii_formatd (width, sizeof width, "%.3f", milieu_figure_width (figure) * 0.75);
  g_ascii_formatd (height, sizeof height, "%.3f", milieu_figure_height (figure) * 0.75);
  g_string_append_printf (tikz->text, preamble, width, height);
}

/* those that marks wear, and those that painters take by themselves */
static void
add_colours (MilieuTikz *tikz)
{
  for (guint c = 1; c < MILIEU_N_COLOURS; c++)
    {
      guint32 rgb = milieu_style_rgb (tikz->style, c);

      g_string_append_printf (tikz->text, "\\definecolor{milieu-%s}{RGB}{%u,%u,%u}\n", milieu_colour_token (c),
                              rgb >> 16, rgb >> 8 & 255, rgb & 255);
    }
  g_string_append_printf (tikz->text, "\\definecolor{milieu-hairline}{RGB}{%u,%u,%u}\n", tikz->style->hairline >> 16,
                          tikz->style->hairline >> 8 & 255, tikz->style->hairline & 255);
}

static guint
symbols_used (const MilieuFigure *figure)
{
  guint n, used = 0;
  const MilieuMark *marks = milieu_figure_marks (figure, &n);

  for (guint i = 0; i < n; i++)
    if (marks[i].kind == MILIEU_MARK_SYMBOL)
      used |= 1u << (marks[i].symbol.symbol == MILIEU_SYMBOL_UNSET ? MILIEU_SYMBOL_ORGANISATION : marks[i].symbol.symbol);
  return used;
}

/* ---- shapes ---- */

static void
add_path (MilieuTikz *tikz, const MilieuMark *mark)
{
  guint first = 0, parts = MAX (mark->path.n_parts, 1);

  for (guint part = 0; part < parts; part++)
    {
      guint n = mark->path.n_parts ? mark->path.parts[part] : mark->path.n_points;

      for (guint i = 0; i < n; i++)
        {
          g_string_append (tikz->text, i == 0 ? "\n" : i % POINTS_A_LINE ? " -- " : "\n -- ");
          milieu_tikz_point (tikz, mark->path.points[first + i].x, mark->path.points[first + i].y);
        }
      g_string_append (tikz->text, mark->kind == MILIEU_MARK_POLYGON && n > 0 ? " -- cycle" : "");
      first += n;
    }
}

static void
add_outline (MilieuTikz *tikz, const MilieuMark *mark)
{
  if (mark->kind == MILIEU_MARK_DISC)
    {
      milieu_tikz_point (tikz, mark->disc.x, mark->disc.y);
      g_string_append (tikz->text, " circle[radius=");
      milieu_tikz_number (tikz, mark->disc.radius);
      g_string_append_c (tikz->text, ']');
    }
  else
    add_path (tikz, mark);
  g_string_append (tikz->text, ";\n");
}

static void
add_hairlines (MilieuTikz *tikz, const MilieuMark *mark, const MilieuFigure *figure)
{
  g_string_append (tikz->text, "\\begin{scope}[even odd rule]\\clip ");
  add_outline (tikz, mark);
  g_string_append (tikz->text, "\\foreach \\y in {0,");
  milieu_tikz_number (tikz, tikz->style->sea_hairline);
  g_string_append (tikz->text, ",...,");
  milieu_tikz_number (tikz, ceil (milieu_figure_height (figure)));
  g_string_append (tikz->text, "} \\draw[draw=milieu-hairline, line width=0.263bp] (0,\\y) -- (");
  milieu_tikz_number (tikz, milieu_figure_width (figure));
  g_string_append (tikz->text, ",\\y);\n\\end{scope}\n");
}

static void
add_shape (MilieuTikz *tikz, const MilieuMark *mark, const MilieuFigure *figure)
{
  gboolean stroked = mark->stroke && mark->width > 0, inside = mark->kind == MILIEU_MARK_POLYGON && (mark->flags & MILIEU_MARK_INSIDE);
  gboolean filled = mark->kind != MILIEU_MARK_LINE && mark->fill;

  if (!stroked && !filled)
    return;
  if (inside)
    {
      g_string_append (tikz->text, "\\begin{scope}[even odd rule]\\clip ");
      add_outline (tikz, mark);
    }
  g_string_append (tikz->text, "\\path[even odd rule, line join=round");
  if (filled)
    milieu_tikz_colour (tikz, "fill", mark->fill, mark->fill_opacity);
  if (stroked)
    {
      milieu_tikz_colour (tikz, "draw", mark->stroke, mark->stroke_opacity);
      milieu_tikz_length (tikz, "line width", mark->width);
      milieu_tikz_dash (tikz, mark->dash, 2);
      if (mark->flags & MILIEU_MARK_ROUND_CAPS)
        g_string_append (tikz->text, ", line cap=round");
    }
  g_string_append (tikz->text, "] ");
  add_outline (tikz, mark);
  if (inside)
    g_string_append (tikz->text, "\\end{scope}\n");
  if (mark->fill == MILIEU_COLOUR_SEA && tikz->style->sea_hairline > 0)
    add_hairlines (tikz, mark, figure);
}

/* ---- labels ---- */

static void
open_node (MilieuTikz *tikz, const MilieuMark *mark, MilieuPoint at, const char *colour, double opacity)
{
  static const char *const anchors[] = { "base west", "base", "base east" };
  const MilieuTextStyle *text = &mark->label.style;

  g_string_append_printf (tikz->text, "\\node[inner sep=0pt, outer sep=0pt, anchor=%s, text=milieu-%s",
                          anchors[MIN (mark->label.align, MILIEU_ALIGN_RIGHT)], colour);
  if (opacity < 1)
    {
      g_string_append (tikz->text, ", opacity=");
      milieu_tikz_number (tikz, opacity);
    }
  if (mark->label.angle != 0)
    {
      g_string_append (tikz->text, ", rotate=");
      milieu_tikz_number (tikz, -mark->label.angle * 180 / G_PI);
    }
  g_string_append (tikz->text, ", font=\\milieufont\\fontsize{");
  milieu_tikz_number (tikz, text->size * 0.75);
  g_string_append (tikz->text, "bp}{");
  milieu_tikz_number (tikz, text->size * 0.75 * MILIEU_LINE_HEIGHT);
  g_string_append_printf (tikz->text, "bp}%s%s\\selectfont] at ", text->weight >= 600 ? "\\bfseries" : "", text->italic ? "\\slshape" : "");
  milieu_tikz_point (tikz, at.x, at.y);
}

static void
add_words (MilieuTikz *tikz, const MilieuMark *mark, const char *line, gsize length, gboolean halo)
{
  g_string_append (tikz->text, " {\\milieufit{");
  /* half a px more than it measured, so that rounding squeezes nothing */
  milieu_tikz_number (tikz, (mark->label.width + 0.5) * 0.75);
  g_string_append (tikz->text, "bp}{");
  if (halo)
    {
      g_string_append_printf (tikz->text, "\\milieuhalo{milieu-%s}{", milieu_colour_token (mark->stroke));
      milieu_tikz_number (tikz, 2 * mark->width * 0.75);
      g_string_append (tikz->text, "}{");
    }
  milieu_tikz_escape (tikz, line, length, mark->label.style.tracking);
  g_string_append (tikz->text, halo ? "}}};\n" : "}};\n");
}

/* where a line's baseline begins, ends or has its middle, turned with its label */
static MilieuPoint
base_of (const MilieuMark *mark, guint line, guint lines)
{
  double height = mark->label.line_height, x = mark->label.width * MIN (mark->label.align, MILIEU_ALIGN_RIGHT) / 2;
  double y = (line + 0.5) * height + MILIEU_BASELINE * mark->label.style.size;
  double middle_x = mark->label.width / 2, middle_y = lines * height / 2;
  double c = cos (mark->label.angle), s = sin (mark->label.angle);

  return (MilieuPoint) { mark->label.x + middle_x + c * (x - middle_x) - s * (y - middle_y),
                         mark->label.y + middle_y + s * (x - middle_x) + c * (y - middle_y) };
}

static void
add_label (MilieuTikz *tikz, const MilieuMark *mark)
{
  const char *colour = milieu_colour_token (milieu_style_ground_text (tikz->style, mark->fill));
  const char *line = mark->label.text;
  guint lines = 1;

  for (const char *p = line; *p; p++)
    lines += *p == '\n';
  for (guint i = 0; i < lines; i++)
    {
      gsize length = strcspn (line, "\n");
      MilieuPoint at = base_of (mark, i, lines);

      if (mark->stroke && mark->width > 0 && length > 0)
        {
          open_node (tikz, mark, at, milieu_colour_token (mark->stroke), 0.9 * mark->stroke_opacity);
          add_words (tikz, mark, line, length, TRUE);
        }
      if (length > 0)
        {
          open_node (tikz, mark, at, colour, mark->fill_opacity);
          add_words (tikz, mark, line, length, FALSE);
        }
      line += length + (i + 1 < lines);
    }
}

/* ---- the picture ---- */

static void
add_mark (MilieuTikz *tikz, const MilieuMark *mark, const MilieuFigure *figure)
{
  switch ((MilieuMarkKind) mark->kind)
    {
    case MILIEU_MARK_SYMBOL:
      milieu_tikz_symbol (tikz, mark);
      break;
    case MILIEU_MARK_TIE:
      milieu_tikz_tie (tikz, mark);
      break;
    case MILIEU_MARK_LABEL:
      add_label (tikz, mark);
      break;
    default:
      add_shape (tikz, mark, figure);
    }
}

static void
open_panel (MilieuTikz *tikz, const MilieuPanel *panel)
{
  g_string_append (tikz->text, "\\begin{scope}\\clip");
  if (panel->radius > 0)
    {
      g_string_append (tikz->text, "[rounded corners=");
      milieu_tikz_number (tikz, panel->radius * 0.75);
      g_string_append (tikz->text, "bp]");
    }
  g_string_append_c (tikz->text, ' ');
  milieu_tikz_point (tikz, panel->clip.x0, panel->clip.y0);
  g_string_append (tikz->text, " rectangle ");
  milieu_tikz_point (tikz, panel->clip.x1, panel->clip.y1);
  g_string_append (tikz->text, ";\n");
}

static void
name_group (MilieuTikz *tikz, const MilieuMark *mark, const MilieuMark *before)
{
  g_autofree char *owner = NULL;

  if (before == NULL || before->layer != mark->layer || before->panel != mark->panel)
    milieu_tikz_comment (tikz, "---- ", layer_names[MIN (mark->layer, MILIEU_N_LAYERS - 1)]);
  if (mark->id == NULL || (before != NULL && before->id != NULL && before->owner == mark->owner
                           && before->owner_type == mark->owner_type && before->layer == mark->layer))
    return;
  owner = g_strdup_printf ("%s-", milieu_record_type_token (mark->owner_type));
  milieu_tikz_comment (tikz, owner, mark->id);
}

static void
add_marks (MilieuTikz *tikz, const MilieuFigure *figure)
{
  guint n, n_panels;
  const MilieuMark *marks = milieu_figure_marks (figure, &n);
  const MilieuPanel *panels = milieu_figure_panels (figure, &n_panels);

  for (guint i = 0; i < n; i++)
    {
      if (i == 0 || marks[i].panel != marks[i - 1].panel)
        open_panel (tikz, &panels[marks[i].panel]);
      name_group (tikz, &marks[i], i > 0 ? &marks[i - 1] : NULL);
      add_mark (tikz, &marks[i], figure);
      if (i + 1 == n || marks[i].panel != marks[i + 1].panel)
        g_string_append (tikz->text, "\\end{scope}\n");
    }
}

GBytes *
milieu_figure_to_tikz (const MilieuFigure *figure, const MilieuStyle *style)
{
  MilieuTikz tikz = { g_string_new (NULL), style };

  add_preamble (&tikz, figure);
  add_colours (&tikz);
  milieu_tikz_outlines (&tikz, symbols_used (figure));
  g_string_append (tikz.text, "\\milieubegin\n\\begin{tikzpicture}[x=0.75bp, y=-0.75bp]\n\\path[use as bounding box, fill=milieu-canvas] (0,0) rectangle ");
  milieu_tikz_point (&tikz, milieu_figure_width (figure), milieu_figure_height (figure));
  g_string_append (tikz.text, ";\n");
  add_marks (&tikz, figure);
  g_string_append (tikz.text, "\\end{tikzpicture}%\n\\milieuend\n");
  return g_string_free_to_bytes (tikz.text);
}
