#include "window/suggestions.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/words.h"
#include "window/rows.h"

#define MAX_ROWS 5
#define MAX_CHARS 38

struct _MilieuSuggestions
{
  GtkBox parent_instance;

  GtkEntry *entry; /* not owned */
  GtkListBox *list;
  MilieuSuggest suggest;
  gpointer data;
  gboolean taking;
};

G_DEFINE_FINAL_TYPE (MilieuSuggestions, milieu_suggestions, GTK_TYPE_BOX)

gboolean
milieu_suggestions_match (const char *text, const char *folded)
{
  g_autofree char *whole = milieu_words_fold (text);
  const char *found = whole;

  while ((found = strstr (found, folded)) != NULL && found != whole && g_ascii_isalnum (found[-1]))
    found++;
  return found != NULL;
}

static void
empty (MilieuSuggestions *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_widget_hide (GTK_WIDGET (self));
}

static GtkWidget *
row_new (const char *text)
{
  GtkWidget *row = gtk_list_box_row_new (), *label = milieu_label_new (text, "fact");

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_tooltip_text (row, text);
  /* the entry keeps the keyboard */
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (row), "milieu-text", g_strdup (text), g_free);
  return row;
}

/* only what a person types asks for suggestions */
static void
on_changed (MilieuSuggestions *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *folded = milieu_words_fold (text);
  g_auto (GStrv) texts = NULL;

  empty (self);
  if (self->taking || *folded == '\0' || !gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)))))
    return;
  texts = self->suggest (folded, self->data);
  if (texts[0] != NULL && g_strcmp0 (texts[0], text) == 0)
    return;
  for (guint i = 0; texts[i] != NULL && i < MAX_ROWS; i++)
    gtk_list_box_append (self->list, row_new (texts[i]));
  gtk_widget_set_visible (GTK_WIDGET (self), texts[0] != NULL);
}

static void
take (MilieuSuggestions *self, GtkListBoxRow *row)
{
  g_autofree char *text = g_strdup (g_object_get_data (G_OBJECT (row), "milieu-text"));

  self->taking = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->taking = FALSE;
}

static void
walk (MilieuSuggestions *self, GtkListBoxRow *row, int step)
{
  int index = row != NULL ? gtk_list_box_row_get_index (row) + step : step > 0 ? 0 : -1;

  /* above the first is the entry itself */
  if (index < 0)
    gtk_list_box_unselect_all (self->list);
  else if (gtk_list_box_get_row_at_index (self->list, index) != NULL)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, index));
}

static gboolean
on_key (MilieuSuggestions *self, guint keyval)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_Up)
    walk (self, row, keyval == GDK_KEY_Down ? 1 : -1);
  else if (keyval == GDK_KEY_Escape)
    empty (self);
  else if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && row != NULL)
    take (self, row);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
on_row_activated (MilieuSuggestions *self, GtkListBoxRow *row)
{
  take (self, row);
  gtk_entry_grab_focus_without_selecting (self->entry);
}

static void
milieu_suggestions_class_init (MilieuSuggestionsClass *klass)
{
}

static void
milieu_suggestions_init (MilieuSuggestions *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->list), TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self->list), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "suggestions");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Suggestions"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  gtk_widget_hide (GTK_WIDGET (self));
}

GtkWidget *
milieu_suggestions_new (GtkEntry *entry, MilieuSuggest suggest, gpointer data)
{
  MilieuSuggestions *self = g_object_new (MILIEU_TYPE_SUGGESTIONS, NULL);
  GtkEventController *keys = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();

  self->entry = entry;
  self->suggest = suggest;
  self->data = data;
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (empty), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (empty), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (entry), keys);
  gtk_widget_add_controller (GTK_WIDGET (entry), focus);
  return GTK_WIDGET (self);
}
