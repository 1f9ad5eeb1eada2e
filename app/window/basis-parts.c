#include "window/basis-parts.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "reading/part.h"
#include "reading/persons.h"
#include "window/labels.h"
#include "window/meter.h"
#include "window/rows.h"
#include "window/sample.h"

/* rows that people read; the whole tables leave by files */
#define MOST_ROWS 12
#define BAR_HEIGHT 5
#define SYMBOL_SIZE 11.5

typedef struct
{
  GtkBox *box;
  MilieuSession *session;
  const MilieuReading *reading;
  const MilieuResult *result;
} Parts;

/* @of: what it is the number of, for those who hear it alone */
static GtkWidget *
number_new (const char *of, const char *text)
{
  GtkWidget *label = milieu_label_new (text, "sub numeric");
  /* Translators: what is counted, and its number, for screen readers */
  g_autofree char *words = g_strdup_printf (_("%s: %s"), of, text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_widget_set_valign (label, GTK_ALIGN_END);
  return label;
}

static GtkWidget *
grid_new (const Parts *parts)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  gtk_box_append (parts->box, grid);
  return grid;
}

static void
append_title (const Parts *parts, const char *words)
{
  gtk_box_append (parts->box, milieu_label_new (words, "question dim-label"));
}

static void
append_more (const Parts *parts, guint n)
{
  g_autofree char *words = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);

  if (n > 0)
    gtk_box_append (parts->box, milieu_label_new (words, "sub dim-label"));
}

/* ---- numbers that stand alone ---- */

static void
append_numbers (const Parts *parts)
{
  MilieuLanguage language = milieu_language_of_window ();
  GtkWidget *grid = NULL;
  int row = 0;

  for (guint i = 0; i < parts->result->n_parts; i++)
    {
      const MilieuPart *part = &parts->result->parts[i];
      const MilieuPartWords *words = part->table == NULL && part->text == NULL ? milieu_result_part_words (parts->result, part, FALSE) : NULL;
      g_autofree char *value = NULL;
      GtkWidget *label;

      if (words == NULL || isnan (part->value))
        continue;
      if (grid == NULL)
        {
          append_title (parts, _("In Detail"));
          grid = grid_new (parts);
        }
      value = milieu_part_value (part, words, language);
      label = milieu_label_new (milieu_label (words->label), "sub");
      gtk_widget_set_hexpand (label, TRUE);
      gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), number_new (milieu_label (words->label), value), 1, row++, 1, 1);
    }
}

/* ---- a table of one number a row ---- */

static void
add_bar (GtkWidget *grid, int row, const char *name, const char *value, double share)
{
  GtkWidget *label = milieu_label_new (name, "sub"), *meter = milieu_meter_new (BAR_HEIGHT, FALSE);

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, name);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), number_new (name, value), 2, row, 1, 1);
  if (isnan (share))
    return;
  milieu_meter_add (MILIEU_METER (meter), 0, share, MILIEU_COLOUR_SOFT);
  gtk_widget_set_size_request (meter, 90, -1);
  gtk_widget_set_valign (meter, GTK_ALIGN_CENTER);
  gtk_grid_attach (GTK_GRID (grid), meter, 1, row, 1, 1);
}

/* of a table that begins at @from: where it ends, and the largest of its numbers, NAN where one is negative */
static guint
end_of (const MilieuResult *result, guint from, double *most)
{
  gboolean negative = FALSE;
  guint i;

  *most = 0;
  for (i = from; i < result->n_parts && g_strcmp0 (result->parts[i].table, result->parts[from].table) == 0; i++)
    {
      negative |= result->parts[i].value < 0;
      *most = MAX (*most, isnan (result->parts[i].value) ? 0 : result->parts[i].value);
    }
  if (negative || *most == 0)
    *most = NAN;
  return i;
}

static gboolean
may_show (const Parts *parts, const MilieuPartWords *words, const MilieuPart *part)
{
  guint32 actor = words->rows == MILIEU_ROWS_RANKED ? milieu_part_actor (parts->reading, part->name) : MILIEU_NO_KEY;

  return actor == MILIEU_NO_KEY || milieu_may_rank (milieu_session_snapshot (parts->session), actor);
}

static int
compare_values (gconstpointer p, gconstpointer q)
{
  const MilieuPart *a = *(const MilieuPart *const *) p, *b = *(const MilieuPart *const *) q;

  if (a->value != b->value)
    return isnan (b->value) || a->value > b->value ? -1 : 1;
  return strcmp (a->name, b->name);
}

/* the largest first: nobody seeks a name among the smallest */
static GPtrArray *
rows_of (const Parts *parts, const MilieuPartWords *words, guint from, guint end, guint *persons)
{
  GPtrArray *rows = g_ptr_array_new ();

  *persons = 0;
  for (guint i = from; i < end; i++)
    if (may_show (parts, words, &parts->result->parts[i]))
      g_ptr_array_add (rows, &parts->result->parts[i]);
    else
      (*persons)++;
  if (words->rows != MILIEU_ROWS_GROUND)
    g_ptr_array_sort (rows, compare_values);
  return rows;
}

static void
append_bars (const Parts *parts, const MilieuPartWords *words, guint from, guint end, double most)
{
  MilieuLanguage language = milieu_language_of_window ();
  guint persons;
  g_autoptr (GPtrArray) rows = rows_of (parts, words, from, end, &persons);
  GtkWidget *grid = grid_new (parts);

  for (guint i = 0; i < MIN (rows->len, MOST_ROWS); i++)
    {
      const MilieuPart *part = rows->pdata[i];
      g_autofree char *name = milieu_part_row (parts->reading, words->rows, part->name, language);
      g_autofree char *value = milieu_part_value (part, words, language);

      add_bar (grid, (int) i, name, value, part->value / most);
    }
  append_more (parts, rows->len > MOST_ROWS ? rows->len - MOST_ROWS : 0);
  if (persons > 0)
    {
      g_autofree char *told = g_strdup_printf (ngettext ("%u person is not ranked.", "%u persons are not ranked.", persons), persons);

      gtk_box_append (parts->box, milieu_label_new (told, "sub dim-label"));
    }
}

/* ---- a table of editions: a line each ---- */

static void
append_editions (const Parts *parts, const MilieuPartWords *words, guint from, guint end)
{
  MilieuLanguage language = milieu_language_of_window ();
  guint told = 0;

  for (guint i = from, next; i < end; i = next)
    {
      const MilieuPart *first = &parts->result->parts[i];
      g_autofree char *name = milieu_part_row (parts->reading, words->rows, first->row, language);
      g_autoptr (GString) line = g_string_new (NULL);

      for (next = i; next < end && strcmp (parts->result->parts[next].row, first->row) == 0; next++)
        {
          const MilieuPart *part = &parts->result->parts[next];
          const MilieuPartWords *column = milieu_result_part_words (parts->result, part, TRUE);
          g_autofree char *value = milieu_part_value (part, column, language);

          if (column != NULL && !isnan (part->value))
            g_string_append_printf (line, "%s%s\u00a0%s", line->len > 0 ? " · " : "", milieu_label (column->label), value);
        }
      if (told++ >= MOST_ROWS)
        continue;
      gtk_box_append (parts->box, milieu_label_new (name, "sub"));
      gtk_box_append (parts->box, milieu_label_new (line->str, "sub dim-label numeric"));
    }
  append_more (parts, told > MOST_ROWS ? told - MOST_ROWS : 0);
}

/* ---- a cross table: grounds from left to right ---- */

static const char *
column_words (const Parts *parts, const char *table, const char *token)
{
  guint32 kind;

  if (strcmp (token, "none") == 0)
    return _("none");
  if (strcmp (token, "undated") == 0)
    return _("undated");
  if (strcmp (table, "table") != 0)
    return token;
  kind = milieu_map_key (milieu_session_map (parts->session), MILIEU_RECORD_KIND, token);
  return kind == MILIEU_NO_KEY ? token : milieu_label_of_kind (milieu_session_snapshot (parts->session), kind);
}

static int
compare_names (gconstpointer p, gconstpointer q)
{
  return strcmp (*(const char *const *) p, *(const char *const *) q);
}

/* (transfer container): the columns of a table, each once, by token */
static GPtrArray *
columns_of (const Parts *parts, guint from, guint end)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *columns = g_ptr_array_new ();

  for (guint i = from; i < end; i++)
    if (g_hash_table_add (seen, (gpointer) parts->result->parts[i].name))
      g_ptr_array_add (columns, (gpointer) parts->result->parts[i].name);
  g_ptr_array_sort (columns, compare_names);
  return columns;
}

/* without ground comes last */
static MilieuGround
ground_of (const char *token)
{
  for (guint ground = 0; ground < MILIEU_N_GROUNDS; ground++)
    if (strcmp (milieu_vocabulary_token (MILIEU_VOCABULARY_GROUND, ground), token) == 0)
      return ground;
  return MILIEU_GROUND_NONE;
}

static int
place_of (MilieuGround ground)
{
  return ground == MILIEU_GROUND_NONE ? MILIEU_N_GROUNDS : (int) ground;
}

static void
add_heads (GtkWidget *grid)
{
  for (guint ground = 0; ground < MILIEU_N_GROUNDS; ground++)
    {
      GtkWidget *sample = milieu_sample_new_symbol (MILIEU_SYMBOL_ORGANISATION, ground, SYMBOL_SIZE);

      gtk_widget_set_tooltip_text (sample, milieu_label (milieu_vocabulary_label (MILIEU_VOCABULARY_GROUND, ground)));
      gtk_widget_set_halign (sample, GTK_ALIGN_END);
      gtk_grid_attach (GTK_GRID (grid), sample, place_of (ground), 0, 1, 1);
    }
}

static void
append_cross (const Parts *parts, guint from, guint end)
{
  g_autoptr (GPtrArray) columns = columns_of (parts, from, end);
  GtkWidget *grid = grid_new (parts);

  gtk_grid_set_column_spacing (GTK_GRID (grid), 14);
  add_heads (grid);
  for (guint c = 0; c < columns->len; c++)
    {
      const char *name = column_words (parts, parts->result->parts[from].table, columns->pdata[c]);
      GtkWidget *label = milieu_label_new (name, "sub");

      gtk_widget_set_hexpand (label, TRUE);
      gtk_grid_attach (GTK_GRID (grid), label, 0, (int) c + 1, 1, 1);
      for (guint i = from; i < end; i++)
        {
          const MilieuPart *part = &parts->result->parts[i];
          MilieuGround ground = ground_of (part->row);
          g_autofree char *value = NULL, *of = NULL;

          if (strcmp (part->name, columns->pdata[c]) != 0)
            continue;
          value = milieu_words_number (milieu_language_of_window (), part->value, 0);
          /* Translators: a kind, sector or decade of actors, and their ground */
          of = g_strdup_printf (_("%s, %s"), name, milieu_label (milieu_vocabulary_label (MILIEU_VOCABULARY_GROUND, ground)));
          gtk_grid_attach (GTK_GRID (grid), number_new (of, value), place_of (ground), (int) c + 1, 1, 1);
        }
    }
}

void
milieu_basis_parts_append (GtkBox *box, MilieuSession *session, const MilieuReading *reading, const MilieuResult *result)
{
  Parts parts = { box, session, reading, result };

  append_numbers (&parts);
  for (guint i = 0, end; i < result->n_parts; i = end)
    {
      const MilieuPart *part = &result->parts[i];
      const MilieuPartWords *words = part->table != NULL ? milieu_result_part_words (result, part, FALSE) : NULL;
      double most = NAN;

      end = part->table != NULL ? end_of (result, i, &most) : i + 1;
      if (words == NULL)
        continue;
      append_title (&parts, milieu_label (words->label));
      if (words->rows == MILIEU_ROWS_CROSS)
        append_cross (&parts, i, end);
      else if (words->rows == MILIEU_ROWS_EDITION)
        append_editions (&parts, words, i, end);
      else
        append_bars (&parts, words, i, end, most);
    }
}
