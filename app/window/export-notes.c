#include "window/export-notes.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "figure/describe.h"
#include "window/labels.h"

#define TALLEST 150 /* px: about three findings; more scroll */

struct _MilieuExportNotes
{
  GtkBox parent_instance;

  GtkLabel *summary;
  GtkListBox *list;
  GtkWidget *scroll, *caption, *description;
  char *caption_words, *description_words;
};

G_DEFINE_FINAL_TYPE (MilieuExportNotes, milieu_export_notes, GTK_TYPE_BOX)

/* ---- findings ---- */

static GtkWidget *
row_new (const MilieuFinding *finding)
{
  g_autofree char *words = milieu_finding_words (finding, milieu_language_of_window ());
  g_autofree char *aloud = g_strdup_printf (_("%s: %s"), finding->remark ? _("Remark") : _("To mend"), words);
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = gtk_label_new (words);
  GtkWidget *icon = gtk_image_new_from_icon_name (finding->remark ? "dialog-information-symbolic" : "dialog-warning-symbolic");

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, finding->remark ? "dim-label" : "warning");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "sub");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, aloud, -1);
  return row;
}

static void
show_findings (MilieuExportNotes *self, GPtrArray *findings)
{
  GtkWidget *row;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < findings->len; i++)
    gtk_list_box_append (self->list, row_new (findings->pdata[i]));
  gtk_widget_set_visible (self->scroll, findings->len > 0);
  gtk_label_set_label (self->summary, milieu_label (milieu_finding_summary (findings)));
}

void
milieu_export_notes_show (MilieuExportNotes *self, const MilieuPageResult *result)
{
  g_free (self->caption_words);
  g_free (self->description_words);
  self->caption_words = milieu_figure_caption (result->figure);
  self->description_words = milieu_figure_describe (result->figure);
  gtk_widget_set_sensitive (self->caption, TRUE);
  gtk_widget_set_sensitive (self->description, TRUE);
  show_findings (self, result->findings);
}

/* ---- copying ---- */

static void
on_copy (GtkWidget *button, MilieuExportNotes *self)
{
  const char *words = button == self->caption ? self->caption_words : self->description_words;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), words != NULL ? words : "");
  gtk_button_set_label (GTK_BUTTON (button), _("Copied"));
}

static gboolean
on_left (GtkWidget *button, GParamSpec *pspec, MilieuExportNotes *self)
{
  if (!gtk_widget_has_focus (button))
    gtk_button_set_label (GTK_BUTTON (button), button == self->caption ? _("Copy Caption") : _("Copy Alt Text"));
  return FALSE;
}

static GtkWidget *
button_new (MilieuExportNotes *self, const char *title, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_label (title);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_sensitive (button, FALSE);
  g_signal_connect (button, "clicked", G_CALLBACK (on_copy), self);
  g_signal_connect (button, "notify::has-focus", G_CALLBACK (on_left), self);
  return button;
}

/* ---- the widget ---- */

static void
milieu_export_notes_finalize (GObject *object)
{
  MilieuExportNotes *self = MILIEU_EXPORT_NOTES (object);

  g_free (self->caption_words);
  g_free (self->description_words);
  G_OBJECT_CLASS (milieu_export_notes_parent_class)->finalize (object);
}

static void
milieu_export_notes_class_init (MilieuExportNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = milieu_export_notes_finalize;
}

static GtkWidget *
list_new (MilieuExportNotes *self)
{
  GtkWidget *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  self->scroll = gtk_scrolled_window_new ();
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Findings"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroll), TALLEST);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroll), TRUE);
  gtk_widget_hide (self->scroll);
  return self->scroll;
}

static void
milieu_export_notes_init (MilieuExportNotes *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->summary = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_xalign (self->summary, 0);
  gtk_label_set_wrap (self->summary, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->summary), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "heading");
  self->caption = button_new (self, _("Copy Caption"), _("What stands under the figure in a paper"));
  self->description = button_new (self, _("Copy Alt Text"), _("Words for those who do not see the figure"));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (head), self->caption);
  gtk_box_append (GTK_BOX (head), self->description);
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), list_new (self));
}

GtkWidget *
milieu_export_notes_new (void)
{
  return g_object_new (MILIEU_TYPE_EXPORT_NOTES, NULL);
}
