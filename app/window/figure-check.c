#include "window/figure-check.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "figure/describe.h"
#include "session/plate-mend.h"
#include "window/labels.h"
#include "window/rows.h"

struct _MilieuFigureCheck
{
  GtkBox parent_instance;

  GtkLabel *summary;
  GtkListBox *list;
  GtkWidget *caption, *description;
  char *caption_words, *description_words;
};

enum { POINTED, MENDED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MilieuFigureCheck, milieu_figure_check, GTK_TYPE_BOX)

/* ---- findings ---- */

static gboolean
has_place (const MilieuFinding *finding)
{
  return finding->place.x1 > finding->place.x0 || finding->place.y1 > finding->place.y0;
}

static void
on_mend (GtkWidget *button, MilieuFigureCheck *self)
{
  g_signal_emit (self, signals[MENDED], 0, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "kind")));
}

static GtkWidget *
mend_button_new (MilieuFigureCheck *self, const MilieuFinding *finding, const MilieuMending *mending)
{
  GtkWidget *button = gtk_button_new_with_label (milieu_label (mending->words));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data (G_OBJECT (button), "kind", GUINT_TO_POINTER (finding->kind));
  g_signal_connect (button, "clicked", G_CALLBACK (on_mend), self);
  return button;
}

static GtkWidget *
row_new (MilieuFigureCheck *self, const MilieuFinding *finding, const MilieuMending *mending)
{
  g_autofree char *words = milieu_finding_words (finding, milieu_language_of_window ());
  g_autofree char *aloud = g_strdup_printf (_("%s: %s"), finding->remark ? _("Remark") : _("To mend"), words);
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = gtk_label_new (words);
  GtkWidget *icon = gtk_image_new_from_icon_name (finding->remark ? "dialog-information-symbolic" : "dialog-warning-symbolic");
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, finding->remark ? "dim-label" : "warning");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_add_css_class (label, "sub");
  gtk_box_append (GTK_BOX (text), label);
  if (mending->n > 0)
    gtk_box_append (GTK_BOX (text), mend_button_new (self, finding, mending));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), text);
  gtk_widget_add_css_class (box, "finding");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), has_place (finding));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, aloud, -1);
  g_object_set_data_full (G_OBJECT (row), "place", g_memdup2 (&finding->place, sizeof finding->place), g_free);
  return row;
}

static void
on_row (GtkListBox *list, GtkListBoxRow *row, MilieuFigureCheck *self)
{
  g_signal_emit (self, signals[POINTED], 0, g_object_get_data (G_OBJECT (row), "place"));
}

static void
show_findings (MilieuFigureCheck *self, GPtrArray *findings, const MilieuPlate *plate, MilieuSnapshot *snapshot,
               const MilieuPreset *preset)
{
  GtkWidget *row;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < findings->len; i++)
    {
      const MilieuFinding *finding = findings->pdata[i];
      MilieuMending mending;

      milieu_plate_mend (plate, snapshot, finding->kind, preset, &mending);
      gtk_list_box_append (self->list, row_new (self, finding, &mending));
      milieu_mending_clear (&mending);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), findings->len > 0);
  gtk_label_set_label (self->summary, milieu_label (milieu_finding_summary (findings)));
}

void
milieu_figure_check_show (MilieuFigureCheck *self, const MilieuPageResult *result, const MilieuPlate *plate, MilieuSnapshot *snapshot,
                          const MilieuPreset *preset)
{
  g_free (self->caption_words);
  g_free (self->description_words);
  self->caption_words = milieu_figure_caption (result->figure);
  self->description_words = milieu_figure_describe (result->figure);
  gtk_widget_set_sensitive (self->caption, TRUE);
  gtk_widget_set_sensitive (self->description, TRUE);
  show_findings (self, result->findings, plate, snapshot, preset);
}

/* ---- copying ---- */

static void
on_copy (GtkWidget *button, MilieuFigureCheck *self)
{
  const char *words = button == self->caption ? self->caption_words : self->description_words;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), words != NULL ? words : "");
  gtk_button_set_label (GTK_BUTTON (button), _("Copied"));
}

static gboolean
on_left (GtkWidget *button, GParamSpec *pspec, MilieuFigureCheck *self)
{
  if (!gtk_widget_has_focus (button))
    gtk_button_set_label (GTK_BUTTON (button), button == self->caption ? _("Copy Caption") : _("Copy Alt Text"));
  return FALSE;
}

static GtkWidget *
button_new (MilieuFigureCheck *self, const char *title, const char *tooltip)
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
milieu_figure_check_finalize (GObject *object)
{
  MilieuFigureCheck *self = MILIEU_FIGURE_CHECK (object);

  g_free (self->caption_words);
  g_free (self->description_words);
  G_OBJECT_CLASS (milieu_figure_check_parent_class)->finalize (object);
}

static void
milieu_figure_check_class_init (MilieuFigureCheckClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = milieu_figure_check_finalize;
  signals[POINTED] = g_signal_new ("pointed", MILIEU_TYPE_FIGURE_CHECK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_POINTER);
  signals[MENDED] = g_signal_new ("mended", MILIEU_TYPE_FIGURE_CHECK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_UINT);
}

static void
milieu_figure_check_init (MilieuFigureCheck *self)
{
  GtkWidget *list = gtk_list_box_new (), *copies = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 10);
  self->summary = GTK_LABEL (milieu_label_new ("", "heading"));
  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Findings"), -1);
  g_signal_connect (list, "row-activated", G_CALLBACK (on_row), self);
  gtk_widget_hide (list);
  self->caption = button_new (self, _("Copy Caption"), _("What stands under the figure in a paper"));
  self->description = button_new (self, _("Copy Alt Text"), _("Words for those who do not see the figure"));
  gtk_box_set_homogeneous (GTK_BOX (copies), TRUE);
  gtk_box_append (GTK_BOX (copies), self->caption);
  gtk_box_append (GTK_BOX (copies), self->description);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (self), list);
  gtk_box_append (GTK_BOX (self), copies);
}

GtkWidget *
milieu_figure_check_new (void)
{
  return g_object_new (MILIEU_TYPE_FIGURE_CHECK, NULL);
}
