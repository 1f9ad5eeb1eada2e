#include "figure/figure-private.h"

#include "figure/ties.h"

#include <math.h>
#include <string.h>

/* cairo counts in 24.8 fixed point; this leaves room for a scale of 8 */
#define FARTHEST 1e6

struct _MilieuFigureBuilder
{
  MilieuFigure *figure;
};

/* whether no byte begins what must go: most names, in one look */
static gboolean
is_clean (const char *text)
{
  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    if (*p < ' ' || *p == 0x7f || *p == 0xc2 || *p == 0xe2 || *p >= 0xef)
      return FALSE;
  return g_utf8_validate (text, -1, NULL);
}

/* Control characters break XML, and separators of lines break layouts: both
 * become spaces. Only labels keep \n. */
static char *
clean (const char *text, gboolean lines)
{
  g_autofree char *valid = NULL;
  GString *cleaned;

  if (is_clean (text))
    return g_strdup (text);
  valid = g_utf8_make_valid (text, -1);
  cleaned = g_string_new (NULL);
  for (const char *p = valid; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' && lines)
        g_string_append_c (cleaned, '\n');
      else if (g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029)
        g_string_append_c (cleaned, ' ');
      else
        g_string_append_unichar (cleaned, (c & 0xfffe) == 0xfffe ? 0xfffd : c);
    }
  return g_string_free (cleaned, FALSE);
}

static const char *
keep_text (MilieuFigure *figure, const char *text, gboolean lines)
{
  char *kept = text ? clean (text, lines) : NULL;

  if (kept)
    g_ptr_array_add (figure->memory, kept);
  return kept;
}

static gconstpointer
keep_memory (MilieuFigure *figure, gconstpointer data, gsize size)
{
  gpointer kept = size ? g_memdup2 (data, size) : NULL;

  if (kept)
    g_ptr_array_add (figure->memory, kept);
  return kept;
}

static gboolean
near (double value)
{
  return isfinite (value) && fabs (value) <= FARTHEST;
}

static gboolean
point_is_near (MilieuPoint point)
{
  return near (point.x) && near (point.y);
}

static gboolean
path_is_sound (const MilieuMark *mark)
{
  guint n = 0;

  for (guint i = 0; i < mark->path.n_points; i++)
    if (!isfinite (mark->path.points[i].x) || !isfinite (mark->path.points[i].y))
      return FALSE;
  for (guint i = 0; i < mark->path.n_parts; i++)
    n += mark->path.parts[i];
  return mark->path.n_points > 0 && (mark->path.n_parts == 0 || n == mark->path.n_points);
}

static gboolean
mark_is_sound (const MilieuMark *mark)
{
  switch ((MilieuMarkKind) mark->kind)
    {
    case MILIEU_MARK_DISC:
      return near (mark->disc.x) && near (mark->disc.y) && near (mark->disc.radius) && mark->disc.radius > 0;
    case MILIEU_MARK_SYMBOL:
      return near (mark->symbol.x) && near (mark->symbol.y) && near (mark->symbol.size) && mark->symbol.size > 0;
    case MILIEU_MARK_LINE:
    case MILIEU_MARK_POLYGON:
      return path_is_sound (mark);
    case MILIEU_MARK_TIE:
      return point_is_near (mark->tie.curve.start) && point_is_near (mark->tie.curve.control)
        && point_is_near (mark->tie.curve.end);
    case MILIEU_MARK_LABEL:
      return near (mark->label.x) && near (mark->label.y) && near (mark->label.width) && isfinite (mark->label.angle)
        && mark->label.text && mark->label.style.size > 0 && near (mark->label.style.size);
    }
  return FALSE;
}

/* Points far outside may lie anywhere outside: the basemap is cut to the page, so that this is a last guard for cairo. */
static void
keep_path (MilieuFigure *figure, MilieuMark *mark)
{
  MilieuPoint *points;

  mark->path.points = points = (MilieuPoint *) keep_memory (figure, mark->path.points, mark->path.n_points * sizeof (MilieuPoint));
  mark->path.parts = keep_memory (figure, mark->path.parts, mark->path.n_parts * sizeof (guint));
  for (guint i = 0; i < mark->path.n_points; i++)
    {
      points[i].x = CLAMP (points[i].x, -FARTHEST, FARTHEST);
      points[i].y = CLAMP (points[i].y, -FARTHEST, FARTHEST);
    }
}

static gint
compare_marks (gconstpointer a, gconstpointer b)
{
  const MilieuMark *x = a, *y = b;

  if (x->panel != y->panel)
    return x->panel < y->panel ? -1 : 1;
  return (int) x->layer - (int) y->layer;
}

static void
set_text (MilieuFigure *figure, char **where, const char *text)
{
  g_free (*where);
  *where = text ? clean (text, FALSE) : NULL;
}

MilieuFigureBuilder *
milieu_figure_builder_new (double width, double height, MilieuLanguage language)
{
  MilieuFigureBuilder *builder;
  MilieuPanel page = { .clip = { 0, 0, width, height } };

  g_return_val_if_fail (width > 0 && height > 0, NULL);

  builder = g_new0 (MilieuFigureBuilder, 1);
  builder->figure = g_new0 (MilieuFigure, 1);
  builder->figure->count = 1;
  builder->figure->width = width;
  builder->figure->height = height;
  builder->figure->language = language;
  builder->figure->memory = g_ptr_array_new_with_free_func (g_free);
  builder->figure->marks = g_array_new (FALSE, FALSE, sizeof (MilieuMark));
  builder->figure->parts = g_array_new (FALSE, FALSE, sizeof (MilieuFigurePart));
  builder->figure->panels = g_array_new (FALSE, FALSE, sizeof (MilieuPanel));
  g_array_append_val (builder->figure->panels, page);
  return builder;
}

MilieuFigureBuilder *
milieu_figure_builder_new_window (double width, double height, MilieuLanguage language, gpointer holder, GDestroyNotify let_go)
{
  MilieuFigureBuilder *builder = milieu_figure_builder_new (width, height, language);

  g_return_val_if_fail (builder, NULL);
  builder->figure->window = TRUE;
  builder->figure->holder = holder;
  builder->figure->let_go = let_go;
  return builder;
}

void
milieu_figure_set_size (MilieuFigureBuilder *builder, double width, double height)
{
  g_return_if_fail (width > 0 && height > 0);

  builder->figure->width = width;
  builder->figure->height = height;
  g_array_index (builder->figure->panels, MilieuPanel, 0).clip = (MilieuBox) { 0, 0, width, height };
}

void
milieu_figure_set_title (MilieuFigureBuilder *builder, const char *title)
{
  set_text (builder->figure, &builder->figure->title, title);
}

void
milieu_figure_set_author (MilieuFigureBuilder *builder, const char *author)
{
  set_text (builder->figure, &builder->figure->author, author);
}

void
milieu_figure_set_recipe (MilieuFigureBuilder *builder, const char *recipe)
{
  set_text (builder->figure, &builder->figure->recipe, recipe);
}

void
milieu_figure_set_facts (MilieuFigureBuilder *builder, const MilieuFigureFacts *facts)
{
  builder->figure->has_facts = facts != NULL;
  if (facts)
    builder->figure->facts = *facts;
}

void
milieu_figure_add_part (MilieuFigureBuilder *builder, MilieuPlatePart part, MilieuBox box)
{
  MilieuFigurePart it = { part, box };

  g_array_append_val (builder->figure->parts, it);
}

guint8
milieu_figure_add_panel (MilieuFigureBuilder *builder, const MilieuPanel *panel)
{
  if (builder->figure->panels->len > G_MAXUINT8)
    return 0;
  g_array_append_vals (builder->figure->panels, panel, 1);
  return builder->figure->panels->len - 1;
}

static gboolean
meets (const MilieuBox *page, MilieuBox box)
{
  return box.x1 >= page->x0 && box.x0 <= page->x1 && box.y1 >= page->y0 && box.y0 <= page->y1;
}

void
milieu_figure_add (MilieuFigureBuilder *builder, const MilieuMark *mark)
{
  MilieuFigure *figure = builder->figure;
  MilieuBox page = { 0, 0, figure->width, figure->height };
  MilieuMark copy = *mark;

  g_return_if_fail (mark->panel < figure->panels->len && mark->layer < MILIEU_N_LAYERS);

  if (figure->window && copy.kind == MILIEU_MARK_TIE)
    milieu_curve_cut (&copy.tie.curve, &page, FARTHEST / 2);
  if (!mark_is_sound (&copy))
    return;
  copy.fill_opacity = mark->fill_opacity > 0 ? MIN (mark->fill_opacity, 1) : 1;
  copy.stroke_opacity = mark->stroke_opacity > 0 ? MIN (mark->stroke_opacity, 1) : 1;
  if (mark->kind == MILIEU_MARK_LABEL && copy.label.line_height <= 0)
    copy.label.line_height = MILIEU_LINE_HEIGHT * copy.label.style.size;
  if (figure->window && !meets (&page, milieu_figure_box_of (&copy)))
    return;
  copy.id = figure->window ? mark->id : keep_text (figure, mark->id, FALSE);
  copy.title = figure->window ? NULL : keep_text (figure, mark->title, FALSE);
  if (mark->kind == MILIEU_MARK_LABEL)
    copy.label.text = keep_text (figure, mark->label.text, TRUE);
  else if (mark->kind == MILIEU_MARK_LINE || mark->kind == MILIEU_MARK_POLYGON)
    keep_path (figure, &copy);
  g_array_append_val (figure->marks, copy);
}

MilieuFigure *
milieu_figure_builder_finish (MilieuFigureBuilder *builder)
{
  MilieuFigure *figure = g_steal_pointer (&builder->figure);

  g_free (builder);
  g_array_sort (figure->marks, compare_marks); /* stable */
  milieu_figure_index (figure);
  return figure;
}

MilieuFigure *
milieu_figure_ref (MilieuFigure *figure)
{
  g_atomic_int_inc (&figure->count);
  return figure;
}

void
milieu_figure_unref (MilieuFigure *figure)
{
  if (!g_atomic_int_dec_and_test (&figure->count))
    return;
  g_array_unref (figure->marks);
  g_array_unref (figure->parts);
  g_array_unref (figure->panels);
  g_ptr_array_unref (figure->memory);
  g_free (figure->boxes);
  g_free (figure->cell_starts);
  g_free (figure->cell_marks);
  g_free (figure->actors);
  g_free (figure->ties);
  if (figure->holder)
    figure->let_go (figure->holder);
  g_free (figure->title);
  g_free (figure->author);
  g_free (figure->recipe);
  g_free (figure);
}

double
milieu_figure_width (const MilieuFigure *figure)
{
  return figure->width;
}

double
milieu_figure_height (const MilieuFigure *figure)
{
  return figure->height;
}

MilieuLanguage
milieu_figure_language (const MilieuFigure *figure)
{
  return figure->language;
}

const char *
milieu_figure_title (const MilieuFigure *figure)
{
  return figure->title;
}

const char *
milieu_figure_author (const MilieuFigure *figure)
{
  return figure->author;
}

const char *
milieu_figure_recipe (const MilieuFigure *figure)
{
  return figure->recipe;
}

const MilieuFigureFacts *
milieu_figure_facts (const MilieuFigure *figure)
{
  return figure->has_facts ? &figure->facts : NULL;
}

const MilieuPanel *
milieu_figure_panels (const MilieuFigure *figure, guint *n)
{
  *n = figure->panels->len;
  return (const MilieuPanel *) figure->panels->data;
}

const MilieuFigurePart *
milieu_figure_parts (const MilieuFigure *figure, guint *n)
{
  *n = figure->parts->len;
  return (const MilieuFigurePart *) (void *) figure->parts->data;
}

const MilieuBox *
milieu_figure_find_part (const MilieuFigure *figure, MilieuPlatePart part)
{
  for (guint i = 0; i < figure->parts->len; i++)
    if (g_array_index (figure->parts, MilieuFigurePart, i).part == part)
      return &g_array_index (figure->parts, MilieuFigurePart, i).box;
  return NULL;
}

const MilieuMark *
milieu_figure_marks (const MilieuFigure *figure, guint *n)
{
  *n = figure->marks->len;
  return (const MilieuMark *) figure->marks->data;
}

static const MilieuMark *
find_owner (const MilieuFigure *figure, const MilieuFigureOwner *owners, guint n, guint32 key, guint nth)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (owners[middle].key < key)
        low = middle + 1;
      else
        high = middle;
    }
  if (nth >= n - low || owners[low + nth].key != key)
    return NULL;
  return &g_array_index (figure->marks, MilieuMark, owners[low + nth].mark);
}

const MilieuMark *
milieu_figure_find_actor (const MilieuFigure *figure, guint32 key, guint nth)
{
  return find_owner (figure, figure->actors, figure->n_actors, key, nth);
}

const MilieuMark *
milieu_figure_find_tie (const MilieuFigure *figure, guint32 key, guint nth)
{
  return find_owner (figure, figure->ties, figure->n_ties, key, nth);
}
