#include "figure/legend.h"

#include "figure/dressing.h"
#include "figure/legend-samples.h"
#include "figure/network-bands.h"
#include "figure/symbols.h"

#include <math.h>
#include <string.h>

#define ROW 13.4           /* px of paper: 3.55 mm */
#define HEAD_TO_ROW 15.1   /* 4 mm */
#define GUTTER 14.0        /* at least; 6 mm and more where there is room */
#define WIDEST_GUTTER 60.0
#define SAMPLE 19.0        /* from a row's left to its text */
#define TIE_SAMPLE 38.0
#define INLINE_SAMPLE 25.0
#define ROWS 5             /* of a column */
#define LEVEL 3            /* samples of evidence in a row */
#define LEVEL_GAP 9.0      /* between samples of evidence */
#define KINDS_GAP 12.0     /* between columns of kinds */
#define RULE 0.6           /* 0.16 mm */
#define MOST_UNLOCATED 40

typedef struct
{
  MilieuSampleType type;
  guint value;
  char *text;
  double width; /* sample and text */
} Entry;

typedef struct
{
  const char *head;
  GArray *entries;  /* Entry */
  gboolean level;   /* entries stand beside one another, three in a row */
  double width;
  guint rows;
} Group;

/* groups that stand below one another */
typedef struct
{
  Group groups[2];
  guint n;
  double width, height;
} Column;

typedef struct
{
  const MilieuPen *pen;
  const MilieuCast *cast;
  double k;         /* page px of one px of paper */
  GArray *columns;  /* Column */
  guint most;       /* columns beside one another; 0: as many as fit */
} Legend;

static double
sample_width (MilieuSampleType type)
{
  return type == MILIEU_SAMPLE_CLASS ? TIE_SAMPLE : type == MILIEU_SAMPLE_EVIDENCE ? INLINE_SAMPLE
         : type >= MILIEU_SAMPLE_EXACT ? SAMPLE + 4 : SAMPLE;
}

static void
add_entry (Legend *l, Group *group, MilieuSampleType type, guint value, char *text)
{
  Entry entry = { type, value, text };

  entry.width = sample_width (type) * l->k + milieu_pen_width (l->pen, MILIEU_TEXT_LEGEND, text);
  g_array_append_val (group->entries, entry);
}

static Group
new_group (Legend *l, const char *head)
{
  return (Group) { milieu_words (l->pen->tools->language, head), g_array_new (FALSE, FALSE, sizeof (Entry)) };
}

static guint
column_of (const Group *group, guint entry)
{
  return group->level ? entry % LEVEL : entry / ROWS;
}

/* from the left end of a column of entries to the next: as wide as its longest */
static double
column_width (const Legend *l, const Group *group, guint column)
{
  double width = 0;

  for (guint i = 0; i < group->entries->len; i++)
    if (column_of (group, i) == column)
      width = MAX (width, g_array_index (group->entries, Entry, i).width);
  return width > 0 ? width + (group->level ? LEVEL_GAP : KINDS_GAP) * l->k : 0;
}

static void
measure_group (Legend *l, Group *group)
{
  guint n = group->entries->len, columns = group->level ? MIN (n, LEVEL) : (n + ROWS - 1) / ROWS;
  double width = group->level ? 0 : -KINDS_GAP * l->k;

  for (guint i = 0; i < columns; i++)
    width += column_width (l, group, i);
  group->width = MAX (width, milieu_pen_width (l->pen, MILIEU_TEXT_LEGEND_HEAD, group->head));
  group->rows = group->level ? (n + LEVEL - 1) / LEVEL : MIN (n, ROWS);
}

static void
add_group (Legend *l, Column *column, Group group)
{
  if (group.entries->len == 0)
    {
      g_array_unref (group.entries);
      return;
    }
  measure_group (l, &group);
  column->groups[column->n++] = group;
  column->width = MAX (column->width, group.width);
  column->height += (HEAD_TO_ROW + group.rows * ROW) * l->k;
}

static void
add_column (Legend *l, Column column)
{
  if (column.n > 0)
    g_array_append_val (l->columns, column);
}

/* ---- what is shown ---- */

static void
add_grounds (Legend *l)
{
  static const MilieuGround order[] = {
    MILIEU_GROUND_UPPERGROUND, MILIEU_GROUND_EMERGING, MILIEU_GROUND_MIDDLEGROUND,
    MILIEU_GROUND_UNDERGROUND, MILIEU_GROUND_NONE };
  Column column = { 0 };
  Group group = new_group (l, N_("Grounds"));

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      guint n = l->cast->facts.n_grounds[order[i]];

      if (n > 0)
        add_entry (l, &group, MILIEU_SAMPLE_GROUND, order[i], g_strdup_printf ("%s (%u)", milieu_network_ground_label (order[i], l->pen->tools->language), n));
    }
  add_group (l, &column, group);
  add_column (l, column);
}

static void
add_kinds (Legend *l)
{
  Column column = { 0 };
  Group group = new_group (l, N_("Actors"));

  for (guint i = 0; i < l->cast->n_kinds; i++)
    add_entry (l, &group, MILIEU_SAMPLE_KIND, l->cast->kinds[i].symbol, g_strdup (l->cast->kinds[i].label));
  add_group (l, &column, group);
  add_column (l, column);
}

static void
add_ties (Legend *l)
{
  static const char *const classes[MILIEU_N_CLASSES] = {
    N_("other"), N_("interaction: what they do"), N_("institution: founding, funding"), N_("location") };
  MilieuLanguage language = l->pen->tools->language;
  Column column = { 0 };
  Group ties = new_group (l, N_("Ties")), evidence = new_group (l, N_("Evidence"));

  evidence.level = TRUE;
  for (guint i = 1; i <= MILIEU_N_CLASSES; i++)
    if (l->cast->facts.n_classes[i % MILIEU_N_CLASSES] > 0)
      add_entry (l, &ties, MILIEU_SAMPLE_CLASS, i % MILIEU_N_CLASSES, g_strdup (milieu_words (language, classes[i % MILIEU_N_CLASSES])));
  for (guint i = 1; i < MILIEU_N_EVIDENCES; i++)
    if (l->cast->facts.n_evidences[i] > 0)
      add_entry (l, &evidence, MILIEU_SAMPLE_EVIDENCE, i, g_strdup (milieu_words (language, milieu_vocabulary_label (MILIEU_VOCABULARY_EVIDENCE, i))));
  add_group (l, &column, ties);
  add_group (l, &column, evidence);
  add_column (l, column);
}

static void
add_precision (Legend *l, guint groups)
{
  MilieuLanguage language = l->pen->tools->language;
  guint n[MILIEU_N_PRECISIONS] = { 0 };
  Column column = { 0 };
  Group group = new_group (l, N_("Precision of the place"));

  for (guint i = 0; i < l->cast->n_actors; i++)
    n[l->cast->actors[i].precision]++;
  if (n[MILIEU_PRECISION_EXACT] > 0)
    add_entry (l, &group, MILIEU_SAMPLE_EXACT, 0, g_strdup (milieu_words (language, N_("exact"))));
  if (n[MILIEU_PRECISION_APPROXIMATE] > 0)
    add_entry (l, &group, MILIEU_SAMPLE_APPROXIMATE, 0, g_strdup (milieu_words (language, N_("approximate: true radius"))));
  if (n[MILIEU_PRECISION_MUNICIPALITY] > 0)
    add_entry (l, &group, MILIEU_SAMPLE_MUNICIPALITY, 0, g_strdup (milieu_words (language, N_("municipality: in the disc"))));
  if (groups & MILIEU_LEGEND_CROWD)
    add_entry (l, &group, MILIEU_SAMPLE_CROWD, 0, g_strdup (milieu_words (language, N_("crowd: actors of one neighbourhood"))));
  if (groups & MILIEU_LEGEND_MOVED)
    add_entry (l, &group, MILIEU_SAMPLE_MOVED, 0, g_strdup (milieu_words (language, N_("moved off its place"))));
  add_group (l, &column, group);
  add_column (l, column);
}

/* ---- drawing ---- */

static void
draw_group (const Legend *l, const Group *group, double x, double y)
{
  double top = y + HEAD_TO_ROW * l->k, left = x;
  guint column = 0;

  milieu_pen_text (l->pen, MILIEU_TEXT_LEGEND_HEAD, group->head, x, y, MILIEU_ALIGN_LEFT);
  for (guint i = 0; i < group->entries->len; i++)
    {
      const Entry *entry = &g_array_index (group->entries, Entry, i);
      double row = top + (group->level ? i / LEVEL : i % ROWS) * ROW * l->k;

      if (column_of (group, i) < column)
        {
          left = x;
          column = 0;
        }
      for (; column < column_of (group, i); column++)
        left += column_width (l, group, column);
      milieu_legend_sample (l->pen, entry->type, entry->value, left, row);
      milieu_pen_text (l->pen, MILIEU_TEXT_LEGEND, entry->text, left + sample_width (entry->type) * l->k, row, MILIEU_ALIGN_LEFT);
    }
}

static void
draw_column (const Legend *l, const Column *column, double x, double y)
{
  for (guint i = 0; i < column->n; i++)
    {
      if (l->pen->builder != NULL)
        draw_group (l, &column->groups[i], x, y);
      y += (HEAD_TO_ROW + column->groups[i].rows * ROW) * l->k;
    }
}

/* ---- rows of columns ---- */

/* how many columns from @first on fit beside one another */
static guint
columns_in_row (const Legend *l, guint first, double width, double *gutter)
{
  double sum = 0;
  guint n = 0;

  while (first + n < l->columns->len)
    {
      double next = sum + g_array_index (l->columns, Column, first + n).width;

      if (n > 0 && (next + n * GUTTER * l->k > width || n == l->most))
        break;
      sum = next;
      n++;
    }
  *gutter = n > 1 ? MIN ((width - sum) / (n - 1), WIDEST_GUTTER * l->k) : 0;
  return n;
}

static double
draw_columns (const Legend *l, MilieuBox box)
{
  double y = box.y0, gutter;

  for (guint first = 0, n; first < l->columns->len; first += n)
    {
      double x = box.x0, height = 0;

      n = columns_in_row (l, first, box.x1 - box.x0, &gutter);
      for (guint i = first; i < first + n; i++)
        {
          const Column *column = &g_array_index (l->columns, Column, i);

          draw_column (l, column, x, y + ROW / 2 * l->k);
          x += column->width + gutter;
          height = MAX (height, column->height);
        }
      y += height + (first + n < l->columns->len ? 8 * l->k : 0);
    }
  return y - box.y0;
}

static guint
decimals_of (double value)
{
  if (value == floor (value))
    return 0;
  return value >= 10 || 10 * value == floor (10 * value) ? 1 : 2;
}

/* discs of 0, ¼, ½ and 1 of the largest value with their numbers; Returns: its height */
static double
draw_sizes (const Legend *l, MilieuBox box)
{
  static const double shares[] = { 0, 0.25, 0.5, 1 };
  MilieuLanguage language = l->pen->tools->language;
  double u = l->pen->unit, y = box.y0 + (MILIEU_SIZED_MOST / 2 + 8) * u, x = box.x0;
  g_autofree char *head = g_strdup_printf (milieu_words (language, N_("Size: %s")),
                                           milieu_words (language, milieu_vocabulary_label (MILIEU_VOCABULARY_SIZE, l->cast->size_by)));
  double width = milieu_pen_width (l->pen, MILIEU_TEXT_LEGEND_HEAD, head);

  if (l->pen->builder != NULL)
    milieu_pen_text (l->pen, MILIEU_TEXT_LEGEND_HEAD, head, x, y, MILIEU_ALIGN_LEFT);
  x += width + 14 * l->k;
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      double value = shares[i] * l->cast->largest;
      double size = milieu_symbol_size (value, l->cast->largest, MILIEU_SIZED_LEAST, MILIEU_SIZED_MOST) * u;
      g_autofree char *number = milieu_words_number (language, value, decimals_of (value));

      if (l->pen->builder != NULL)
        {
          milieu_legend_symbol (l->pen, x + size / 2, y, size / l->k, MILIEU_SYMBOL_PLACE, MILIEU_GROUND_PLAIN);
          milieu_pen_text (l->pen, MILIEU_TEXT_LEGEND, number, x + size + 5 * l->k, y, MILIEU_ALIGN_LEFT);
        }
      x += size + 5 * l->k + milieu_pen_width (l->pen, MILIEU_TEXT_LEGEND, number) + 14 * l->k;
    }
  return (MILIEU_SIZED_MOST + 10) * u;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return milieu_cast_compare (*(const MilieuCastActor *const *) a, *(const MilieuCastActor *const *) b);
}

static gboolean
is_unlocated (const MilieuCastActor *actor)
{
  return !actor->located;
}

static gboolean
is_undated (const MilieuCastActor *actor)
{
  return actor->start == 0;
}

/* @words: msgid of the head, with their number */
static double
draw_list (const Legend *l, gboolean (*belongs) (const MilieuCastActor *actor), const char *words, MilieuBox box, gboolean rule)
{
  g_autoptr (GPtrArray) who = g_ptr_array_new ();
  MilieuPoint line[2] = { { box.x0, box.y0 + 5 * l->k }, { box.x1, box.y0 + 5 * l->k } };
  double y = box.y0 + (rule ? 17 : 7) * l->k, start, x;
  g_autofree char *head = NULL;

  for (guint i = 0; i < l->cast->n_actors; i++)
    if (belongs (&l->cast->actors[i]))
      g_ptr_array_add (who, &l->cast->actors[i]);
  if (who->len == 0 || who->len > MOST_UNLOCATED)
    return 0;
  g_ptr_array_sort (who, compare_names);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  head = g_strdup_printf (milieu_words (l->pen->tools->language, words), who->len);
#pragma GCC diagnostic pop
  x = start = box.x0 + milieu_pen_width (l->pen, MILIEU_TEXT_LEGEND_HEAD, head) + 14 * l->k;
  if (l->pen->builder != NULL && rule)
    milieu_pen_line (l->pen, line, 2, MILIEU_COLOUR_FRAME, RULE * l->k, 1);
  if (l->pen->builder != NULL)
    milieu_pen_text (l->pen, MILIEU_TEXT_LEGEND_HEAD, head, box.x0, y, MILIEU_ALIGN_LEFT);
  for (guint i = 0; i < who->len; i++)
    {
      const MilieuCastActor *a = who->pdata[i];
      double width = 14 * l->k + milieu_pen_width (l->pen, MILIEU_TEXT_LEGEND, a->short_name);

      if (x > start && x + width > box.x1)
        {
          x = start;
          y += ROW * l->k;
        }
      if (l->pen->builder != NULL)
        {
          milieu_legend_symbol (l->pen, x + 5 * l->k, y, 10.5, a->symbol, a->ground);
          milieu_pen_text (l->pen, MILIEU_TEXT_LEGEND, a->short_name, x + 14 * l->k, y, MILIEU_ALIGN_LEFT);
        }
      x += width + 14 * l->k;
    }
  return y + ROW / 2 * l->k - box.y0;
}

static void
clear_columns (GArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    {
      Column *column = &g_array_index (columns, Column, i);

      for (guint k = 0; k < column->n; k++)
        {
          for (guint e = 0; e < column->groups[k].entries->len; e++)
            g_free (g_array_index (column->groups[k].entries, Entry, e).text);
          g_array_unref (column->groups[k].entries);
        }
    }
  g_array_unref (columns);
}

double
milieu_legend_draw (const MilieuPen *pen, const MilieuCast *cast, guint groups, guint columns, MilieuBox box)
{
  Legend l = { pen, cast, pen->unit / MILIEU_LEGEND_UNIT, g_array_new (FALSE, FALSE, sizeof (Column)), columns };
  double height, top = box.y0;

  if (groups & MILIEU_LEGEND_GROUNDS)
    add_grounds (&l);
  if (groups & MILIEU_LEGEND_KINDS)
    add_kinds (&l);
  if (groups & MILIEU_LEGEND_TIES)
    add_ties (&l);
  if (groups & MILIEU_LEGEND_PRECISION)
    add_precision (&l, groups);
  height = draw_columns (&l, box);
  if (groups & MILIEU_LEGEND_SIZES)
    height += draw_sizes (&l, (MilieuBox) { box.x0, top + height, box.x1, 0 });
  box.y0 = top + height;
  if (groups & MILIEU_LEGEND_UNLOCATED)
    height += draw_list (&l, is_unlocated, N_("No place (%u)"), box, height > 0);
  if (groups & MILIEU_LEGEND_UNDATED)
    {
      box.y0 = top + height;
      height += draw_list (&l, is_undated, N_("No start year (%u)"), box, height > 0);
    }
  clear_columns (l.columns);
  return height;
}
