#include "window/comparison-dialog.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "session/difference.h"
#include "window/record-words.h"
#include "window/sheet.h"
#include "window/values.h"

/* more than a person reads of each sort; the title counts them all */
#define MOST_ROWS 200

typedef struct
{
  MilieuSnapshot *before, *after;
  GArray *differences; /* (element-type MilieuDifference) */
} Comparison;

typedef enum { ADDED, CHANGED, REMOVED, N_SORTS } Sort;

static Sort
sort_of (const MilieuDifference *difference)
{
  return difference->before == NULL ? ADDED : difference->after == NULL ? REMOVED : CHANGED;
}

static gboolean
is_spot (const MilieuDifference *difference)
{
  return (difference->after != NULL ? difference->after : difference->before)->type == MILIEU_RECORD_SPOT;
}

/* "Ground: Underground → Middleground", a line a field */
static char *
fields_words (const Comparison *of, const MilieuDifference *difference)
{
  GString *words = g_string_new (NULL);
  guint n;
  const MilieuField *fields = milieu_fields (difference->after->type, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *from = milieu_value_words_in (of->before, &fields[i], milieu_record_get (difference->before, i));
      g_autofree char *to = milieu_value_words_in (of->after, &fields[i], milieu_record_get (difference->after, i));

      if (g_str_equal (from, to))
        continue;
      if (words->len > 0)
        g_string_append_c (words, '\n');
      g_string_append_printf (words, _("%s: %s → %s"), milieu_field_words (&fields[i]), *from != '\0' ? from : _("blank"),
                              *to != '\0' ? to : _("blank"));
    }
  return g_string_free (words, FALSE);
}

static GtkWidget *
row_new (const Comparison *of, const MilieuDifference *difference)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = difference->after != NULL ? milieu_record_words (of->after, difference->after)
                                                     : milieu_record_words (of->before, difference->before);
  g_autofree char *words = sort_of (difference) == CHANGED ? fields_words (of, difference) : g_strdup ("");
  g_autofree char *escaped = g_markup_escape_text (title, -1), *escaped_words = g_markup_escape_text (words, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped_words);
  return row;
}

static guint
count (const Comparison *of, Sort sort)
{
  guint n = 0;

  for (guint i = 0; i < of->differences->len; i++)
    {
      const MilieuDifference *difference = &g_array_index (of->differences, MilieuDifference, i);

      n += !is_spot (difference) && sort_of (difference) == sort;
    }
  return n;
}

static void
add_sort (const Comparison *of, MilieuSheet *sheet, Sort sort, char *title)
{
  g_autofree char *words = title;
  guint shown = 0, n = count (of, sort);
  g_autofree char *more = n > MOST_ROWS ? g_strdup_printf (_("The first %u are listed."), MOST_ROWS) : NULL;
  AdwPreferencesGroup *group;

  if (n == 0)
    return;
  group = milieu_sheet_group_new (sheet, words, more);
  for (guint i = 0; i < of->differences->len && shown < MOST_ROWS; i++)
    {
      const MilieuDifference *difference = &g_array_index (of->differences, MilieuDifference, i);

      if (is_spot (difference) || sort_of (difference) != sort)
        continue;
      adw_preferences_group_add (group, row_new (of, difference));
      shown++;
    }
}

/* where actors stand in the network is no fact: it is counted, and not listed */
static void
add_head (const Comparison *of, MilieuSheet *sheet)
{
  guint listed = count (of, ADDED) + count (of, CHANGED) + count (of, REMOVED), moved = of->differences->len - listed;
  g_autofree char *words = g_strdup_printf (ngettext ("%u actor stands elsewhere in the network.",
                                                      "%u actors stand elsewhere in the network.", moved), moved);

  if (of->differences->len == 0)
    milieu_sheet_group_new (sheet, NULL, _("The map is as it was then."));
  else if (moved > 0)
    milieu_sheet_group_new (sheet, NULL, words);
}

void
milieu_comparison_dialog_present (MilieuSession *session, MilieuMap *before, const char *title, GtkWindow *parent)
{
  g_autofree char *words = g_strdup_printf (_("Since %s"), title);
  MilieuSheet sheet = milieu_sheet_new (parent, words, 560, 560);
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (before);
  MilieuSnapshot *now = milieu_session_snapshot (session);
  g_autoptr (GArray) differences = milieu_differences (snapshot, before, now, milieu_session_map (session));
  Comparison of = { snapshot, now, differences };
  guint added = count (&of, ADDED), changed = count (&of, CHANGED), removed = count (&of, REMOVED);

  add_head (&of, &sheet);
  add_sort (&of, &sheet, ADDED, g_strdup_printf (ngettext ("%u added", "%u added", added), added));
  add_sort (&of, &sheet, CHANGED, g_strdup_printf (ngettext ("%u changed", "%u changed", changed), changed));
  add_sort (&of, &sheet, REMOVED, g_strdup_printf (ngettext ("%u removed", "%u removed", removed), removed));
  gtk_window_present (sheet.window);
}
