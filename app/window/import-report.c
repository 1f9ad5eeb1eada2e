#include "window/import-report.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "window/quotes.h"
#include "window/rows.h"

/* more lines than a person reads; the counts above tell of all */
#define MOST_LINES 400

static void
append_line (GtkBox *lines, const char *line, gboolean refused)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = milieu_label_new (line, "fact");

  if (refused)
    gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_widget_add_css_class (row, "field-row");
  gtk_box_append (lines, row);
}

static void
show_summary (GtkLabel *summary, MilieuReport *report)
{
  guint added = milieu_report_count (report, MILIEU_REPORT_ADDED), merged = milieu_report_count (report, MILIEU_REPORT_MERGED);
  guint remarks = milieu_report_count (report, MILIEU_REPORT_REMARK), refused = milieu_report_count (report, MILIEU_REPORT_REFUSED);
  g_autofree char *rows = g_strdup_printf (ngettext ("%u row added", "%u rows added", added), added);
  g_autofree char *met = g_strdup_printf (ngettext ("%u merged", "%u merged", merged), merged);
  g_autofree char *not = g_strdup_printf (ngettext ("%u refused", "%u refused", refused), refused);
  g_autofree char *said = g_strdup_printf (ngettext ("%u remark", "%u remarks", remarks), remarks);
  g_autofree char *words = g_strjoin (" · ", rows, met, not, said, NULL);

  gtk_label_set_label (summary, words);
}

GtkWidget *
milieu_import_report_new (GtkBox **list, GtkLabel **summary)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *scroll = gtk_scrolled_window_new ();

  *summary = GTK_LABEL (milieu_label_new ("", "heading numeric"));
  *list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (*list), "card");
  gtk_widget_add_css_class (GTK_WIDGET (*list), "rows");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*summary));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*list));
  gtk_widget_add_css_class (box, "dialog-body");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  return scroll;
}

void
milieu_import_report_fill (GtkBox *list, GtkLabel *summary, MilieuReport *report)
{
  g_autofree char *text = milieu_report_text (report);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GHashTable) refused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < milieu_report_size (report); i++)
    if (milieu_report_get (report, i)->kind >= MILIEU_REPORT_REFUSED)
      g_hash_table_add (refused, milieu_report_line (milieu_report_get (report, i)));
  milieu_box_clear (list);
  for (guint i = 0; lines[i] != NULL && i < MOST_LINES; i++)
    if (*lines[i] != '\0')
      append_line (list, lines[i], g_hash_table_contains (refused, lines[i]));
  if (g_strv_length (lines) > MOST_LINES)
    append_line (list, _("…"), FALSE);
  show_summary (summary, report);
}
