#include "window/indicators-list.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "reading/indicator.h"
#include "reading/rows.h"
#include "window/labels.h"
#include "window/rows.h"

static const struct
{
  char initial;
  const char *title;
} chapters[] = {
  { 'S', N_("Landscape and space") },
  { 'L', N_("Six levers") },
  { '4', N_("Interactions") },
};

static GtkWidget *
line_new (const MilieuResult *result, GCallback clicked, gpointer data)
{
  const MilieuIndicator *indicator = milieu_indicator_find (result->id);
  const char *label = indicator != NULL ? milieu_label (indicator->label) : result->id;
  g_autofree char *value = milieu_result_headline (result, milieu_language_of_window ());
  /* Translators: an indicator's id, its name, its side, its value: for screen readers */
  g_autofree char *words = g_strdup_printf (_("%s %s, %s: %s"), result->id, label, milieu_label (milieu_side_label (result->side)), value);
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *id = milieu_label_new (result->id, "sub dim-label"), *name = milieu_label_new (label, "fact");
  GtkWidget *number = milieu_label_new (value, result->status == MILIEU_STATUS_VALUE ? "fact numeric" : "sub dim-label");

  gtk_widget_set_size_request (id, 26, -1);
  gtk_label_set_wrap (GTK_LABEL (id), FALSE);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_xalign (GTK_LABEL (number), 1);
  gtk_label_set_wrap (GTK_LABEL (number), FALSE);
  gtk_box_append (GTK_BOX (box), id);
  gtk_box_append (GTK_BOX (box), name);
  if (result->side != MILIEU_SIDE_BOTH)
    gtk_widget_set_tooltip_text (button, milieu_label (milieu_side_label (result->side)));
  gtk_box_append (GTK_BOX (box), number);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "row-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data (G_OBJECT (button), "milieu-result", (gpointer) result);
  g_signal_connect (button, "clicked", clicked, data);
  return button;
}

GtkWidget *
milieu_indicators_list_new (const MilieuReading *reading, GCallback clicked, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), milieu_label_new (_("All indicators"), "heading section"));
  for (guint c = 0; c < G_N_ELEMENTS (chapters); c++)
    {
      GtkWidget *expander = milieu_expander_new (milieu_label (chapters[c].title));
      GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      milieu_label (chapters[c].title), -1);
      for (guint i = 0; i < reading->n_results; i++)
        if (reading->results[i]->id[0] == chapters[c].initial)
          gtk_box_append (GTK_BOX (lines), line_new (reading->results[i], clicked, data));
      milieu_expander_fold (GTK_EXPANDER (expander), lines);
      gtk_widget_add_css_class (expander, "ask");
      gtk_box_append (GTK_BOX (box), expander);
    }
  return box;
}
