#include "figure/dump.h"

static const char *const layers[] = { "ground", "ties", "symbols", "labels", "furniture" };
static const char *const kinds[] = { "disc", "symbol", "line", "polygon", "tie", "label" };
static const char *const flags[] = { "round", "inside", "pinned", "gone", "ghost", "fades", "plain", "silent", "no-tick", "quiet" };
static const char *const aligns[] = { "left", "centre", "right" };

static void
add_numbers (GString *text, const double *numbers, guint n)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < n; i++)
    {
      /* −0.00 is 0.00 */
      double value = numbers[i] > -0.005 && numbers[i] < 0.005 ? 0 : numbers[i];

      g_string_append_printf (text, " %s", g_ascii_formatd (buffer, sizeof buffer, "%.2f", value));
    }
}

static void
add_named (GString *text, const char *name, double value)
{
  g_string_append_printf (text, " %s", name);
  add_numbers (text, &value, 1);
}

static void
add_quoted (GString *text, const char *words)
{
  g_string_append (text, " \"");
  for (const char *p = words; *p; p++)
    if (*p == '\n')
      g_string_append (text, "\\n");
    else if (*p == '"' || *p == '\\')
      g_string_append_printf (text, "\\%c", *p);
    else
      g_string_append_c (text, *p);
  g_string_append_c (text, '"');
}

static void
add_path (GString *text, const MilieuMark *mark)
{
  guint parts = MAX (mark->path.n_parts, 1), first = 0;

  for (guint part = 0; part < parts; part++)
    {
      guint n = mark->path.n_parts ? mark->path.parts[part] : mark->path.n_points;

      g_string_append (text, part ? " |" : "");
      for (guint i = first; i < first + n; i++)
        add_numbers (text, &mark->path.points[i].x, 2);
      first += n;
    }
}

static void
add_tie (GString *text, const MilieuMark *mark)
{
  g_string_append_printf (text, " %s %s%s", milieu_vocabulary_token (MILIEU_VOCABULARY_CLASS, mark->tie.tie_class),
                          milieu_vocabulary_token (MILIEU_VOCABULARY_EVIDENCE, mark->tie.evidence),
                          mark->tie.directed ? " directed" : "");
  add_numbers (text, &mark->tie.curve.start.x, 6);
  if (mark->tie.scale > 0 && mark->tie.scale != 1)
    add_named (text, "scale", mark->tie.scale);
}

static void
add_label (GString *text, const MilieuMark *mark)
{
  double box[] = { mark->label.x, mark->label.y, mark->label.width, mark->label.line_height };

  add_numbers (text, box, 4);
  g_string_append_printf (text, " %s %u%s", aligns[MIN (mark->label.align, 2)], mark->label.style.weight,
                          mark->label.style.italic ? " italic" : "");
  add_named (text, "size", mark->label.style.size);
  if (mark->label.style.tracking > 0)
    add_named (text, "tracking", mark->label.style.tracking);
  if (mark->label.angle != 0)
    add_named (text, "angle", mark->label.angle);
  add_quoted (text, mark->label.text);
}

static void
add_shape (GString *text, const MilieuMark *mark)
{
  switch ((MilieuMarkKind) mark->kind)
    {
    case MILIEU_MARK_DISC:
      add_numbers (text, &mark->disc.x, 3);
      break;
    case MILIEU_MARK_SYMBOL:
      g_string_append_printf (text, " %s %s", milieu_vocabulary_token (MILIEU_VOCABULARY_SYMBOL, mark->symbol.symbol),
                              mark->symbol.ground < MILIEU_N_GROUNDS
                              ? milieu_vocabulary_token (MILIEU_VOCABULARY_GROUND, mark->symbol.ground) : "plain");
      add_numbers (text, &mark->symbol.x, 3);
      break;
    case MILIEU_MARK_TIE:
      add_tie (text, mark);
      break;
    case MILIEU_MARK_LABEL:
      add_label (text, mark);
      break;
    default:
      add_path (text, mark);
    }
}

static void
add_paint (GString *text, const MilieuMark *mark)
{
  if (mark->fill)
    g_string_append_printf (text, " fill %s", milieu_colour_token (mark->fill));
  if (mark->fill_opacity < 1)
    add_named (text, "opacity", mark->fill_opacity);
  if (mark->stroke)
    g_string_append_printf (text, " stroke %s", milieu_colour_token (mark->stroke));
  if (mark->stroke_opacity < 1)
    add_named (text, "stroke-opacity", mark->stroke_opacity);
  if (mark->width > 0)
    add_named (text, "width", mark->width);
  if (mark->dash[0] > 0 || mark->dash[1] > 0)
    {
      g_string_append (text, " dash");
      add_numbers (text, mark->dash, 2);
    }
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if (mark->flags & (1u << i))
      g_string_append_printf (text, " %s", flags[i]);
}

static void
add_mark (GString *text, const MilieuMark *mark)
{
  g_string_append_printf (text, "%u %s %s", mark->panel, layers[mark->layer], kinds[mark->kind]);
  if (mark->id)
    g_string_append_printf (text, " %s:%s", milieu_record_type_token (mark->owner_type), mark->id);
  add_shape (text, mark);
  add_paint (text, mark);
  if (mark->title)
    {
      g_string_append (text, " title");
      add_quoted (text, mark->title);
    }
  g_string_append_c (text, '\n');
}

char *
milieu_figure_dump (const MilieuFigure *figure)
{
  GString *text = g_string_new ("figure");
  guint n, n_panels;
  const MilieuMark *marks = milieu_figure_marks (figure, &n);
  const MilieuPanel *panels = milieu_figure_panels (figure, &n_panels);
  double size[] = { milieu_figure_width (figure), milieu_figure_height (figure) };

  add_numbers (text, size, 2);
  g_string_append_printf (text, " %s", milieu_language_code (milieu_figure_language (figure)));
  if (milieu_figure_title (figure))
    add_quoted (text, milieu_figure_title (figure));
  g_string_append_c (text, '\n');
  for (guint i = 1; i < n_panels; i++)
    {
      g_string_append_printf (text, "panel %u", i);
      add_numbers (text, &panels[i].clip.x0, 4);
      if (panels[i].radius > 0)
        add_named (text, "radius", panels[i].radius);
      g_string_append (text, panels[i].opaque ? " opaque\n" : "\n");
    }
  for (guint i = 0; i < n; i++)
    add_mark (text, &marks[i]);
  return g_string_free (text, FALSE);
}
