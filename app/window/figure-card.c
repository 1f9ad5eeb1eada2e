#include "window/figure-card.h"

#include "milieu-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "figure/symbols.h"
#include "window/labels.h"

#define PICTURE_WIDTH 230
#define PICTURE_HEIGHT 190

struct _MilieuFigureCard
{
  GtkFlowBoxChild parent_instance;

  guint32 key;
  GtkPicture *picture;
  GtkLabel *name, *facts;
  char *view, *size; /* size: nullable */
};

G_DEFINE_FINAL_TYPE (MilieuFigureCard, milieu_figure_card, GTK_TYPE_FLOW_BOX_CHILD)

static void
show_facts (MilieuFigureCard *self)
{
  g_autofree char *facts = self->size != NULL ? g_strdup_printf ("%s · %s", self->view, self->size) : g_strdup (self->view);
  g_autofree char *aloud = g_strdup_printf ("%s, %s", gtk_label_get_label (self->name), facts);

  gtk_label_set_label (self->facts, facts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, aloud, -1);
}

static void
milieu_figure_card_finalize (GObject *object)
{
  MilieuFigureCard *self = MILIEU_FIGURE_CARD (object);

  g_free (self->view);
  g_free (self->size);
  G_OBJECT_CLASS (milieu_figure_card_parent_class)->finalize (object);
}

static void
milieu_figure_card_class_init (MilieuFigureCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = milieu_figure_card_finalize;
}

static GtkLabel *
label_new (const char *class)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 10);
  gtk_widget_add_css_class (label, class);
  return GTK_LABEL (label);
}

/* a picture of fixed size, however many pixels it has */
static GtkWidget *
frame_new (GtkWidget *picture)
{
  GtkWidget *across = adw_clamp_new (), *down = adw_clamp_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (down), GTK_ORIENTATION_VERTICAL);
  adw_clamp_set_maximum_size (ADW_CLAMP (across), PICTURE_WIDTH);
  adw_clamp_set_maximum_size (ADW_CLAMP (down), PICTURE_HEIGHT);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (across), PICTURE_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (down), PICTURE_HEIGHT);
  adw_clamp_set_child (ADW_CLAMP (across), picture);
  adw_clamp_set_child (ADW_CLAMP (down), across);
  gtk_widget_set_size_request (down, PICTURE_WIDTH, PICTURE_HEIGHT);
  return down;
}

static void
milieu_figure_card_init (MilieuFigureCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *picture = gtk_picture_new ();

  self->picture = GTK_PICTURE (picture);
  self->name = label_new ("heading");
  self->facts = label_new ("dim-label");
  gtk_picture_set_can_shrink (self->picture, TRUE);
  gtk_box_append (GTK_BOX (box), frame_new (picture));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->facts));
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "figure-card");
}

GtkWidget *
milieu_figure_card_new (guint32 key)
{
  MilieuFigureCard *self = g_object_new (MILIEU_TYPE_FIGURE_CARD, NULL);

  self->key = key;
  return GTK_WIDGET (self);
}

guint32
milieu_figure_card_key (MilieuFigureCard *self)
{
  return self->key;
}

void
milieu_figure_card_show (MilieuFigureCard *self, const MilieuPlate *plate)
{
  gtk_label_set_label (self->name, plate->name != NULL ? plate->name : plate->record.id);
  g_free (self->view);
  self->view = g_strdup (milieu_label (milieu_vocabulary_label (MILIEU_VOCABULARY_VIEW, plate->view)));
  show_facts (self);
}

void
milieu_figure_card_show_picture (MilieuFigureCard *self, const MilieuPageResult *result)
{
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (result->width, result->height, GDK_MEMORY_DEFAULT, result->pixels,
                                                           (gsize) result->stride);
  MilieuLanguage language = milieu_language_of_window ();
  g_autofree char *width = milieu_words_number (language, milieu_figure_width (result->figure) / MILIEU_PX_PER_MM, 0);
  g_autofree char *height = milieu_words_number (language, milieu_figure_height (result->figure) / MILIEU_PX_PER_MM, 0);

  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  g_free (self->size);
  self->size = g_strdup_printf (_("%s × %s mm"), width, height);
  show_facts (self);
}
