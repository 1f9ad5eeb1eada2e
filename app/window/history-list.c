#include "window/history-list.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "window/quotes.h"
#include "window/rows.h"
#include "window/values.h"

#define MOST_GROUPS 20
#define MOST_CHANGES 4 /* fields of one group that are told one by one */

/* "Ground: Underground → Middleground" */
static void
append_field (GtkBox *box, MilieuSession *session, const MilieuField *field, MilieuValue before, MilieuValue after)
{
  g_autofree char *from = milieu_value_words (session, field, before), *to = milieu_value_words (session, field, after);
  /* Translators: a field, its value before and after a change */
  g_autofree char *words = g_strdup_printf (_("%s: %s → %s"), milieu_field_words (field), *from != '\0' ? from : _("blank"),
                                            *to != '\0' ? to : _("blank"));

  gtk_box_append (box, milieu_label_new (words, "sub"));
}

static guint
append_fields (GtkBox *box, MilieuSession *session, const MilieuChange *change, guint told)
{
  guint n;
  const MilieuField *fields = milieu_fields (change->after->type, &n);

  for (guint i = 0; i < n && told < MOST_CHANGES; i++)
    {
      MilieuValue before = milieu_record_get (change->before, i), after = milieu_record_get (change->after, i);

      if (milieu_value_equal (before, after))
        continue;
      append_field (box, session, &fields[i], before, after);
      told++;
    }
  return told;
}

static GtkWidget *
group_new (MilieuSession *session, MilieuGroup *group, gboolean is_undone)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (milieu_group_time (group) / G_USEC_PER_SEC);
  g_autofree char *time = when != NULL ? g_date_time_format (when, "%H:%M") : g_strdup ("");
  g_autofree char *words = is_undone ? g_strdup_printf (_("%s (undone)"), milieu_group_words (group))
                                     : g_strdup (milieu_group_words (group));
  GtkWidget *label = milieu_label_new (words, "fact"), *clock = milieu_label_new (time, "sub dim-label numeric");
  guint told = 0;

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (clock, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (clock), FALSE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), clock);
  gtk_box_append (GTK_BOX (box), line);
  for (guint i = 0; i < milieu_group_size (group) && told < MOST_CHANGES; i++)
    {
      const MilieuChange *change = milieu_group_get (group, i);

      if (change->before != NULL && change->after != NULL && change->after->type != MILIEU_RECORD_SPOT)
        told = append_fields (GTK_BOX (box), session, change, told);
    }
  gtk_widget_add_css_class (box, "field-row");
  if (is_undone)
    gtk_widget_add_css_class (box, "unlit");
  return box;
}

void
milieu_history_list_fill (GtkBox *box, MilieuSession *session)
{
  MilieuHistory *history = milieu_document_history (milieu_session_document (session));
  guint place, n = milieu_history_size (history, &place);

  milieu_box_clear (box);
  for (guint i = n; i > 0 && n - i < MOST_GROUPS; i--)
    gtk_box_append (box, group_new (session, milieu_history_get (history, i - 1), i > place));
}
