#include "window/basis-page.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "reading/indicator.h"
#include "reading/literature.h"
#include "reading/rows.h"
#include "window/basis-doubts.h"
#include "window/basis-parts.h"
#include "window/behind.h"
#include "window/copy.h"
#include "window/labels.h"
#include "window/quotes.h"
#include "window/rows.h"

struct _MilieuBasisPage
{
  AdwBin parent_instance;

  MilieuSession *session;
  MilieuReading *reading; /* (nullable) */
  const MilieuResult *result;
  GtkWidget *back;
  GtkBox *doubts; /* (nullable) */
};

enum { BACK, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MilieuBasisPage, milieu_basis_page, ADW_TYPE_BIN)

static void
append_paragraph (GtkWidget *box, const char *title, const char *msgid, const char *class)
{
  if (msgid == NULL || *msgid == '\0')
    return;
  gtk_box_append (GTK_BOX (box), milieu_label_new (title, "question dim-label"));
  gtk_box_append (GTK_BOX (box), milieu_label_new (milieu_label (msgid), class));
}

static void
append_works (GtkWidget *box, const char *source)
{
  g_autoptr (GPtrArray) works = milieu_literature_cited (source);

  for (guint i = 0; i < works->len; i++)
    {
      GtkWidget *label = milieu_label_new (works->pdata[i], "sub dim-label");

      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_box_append (GTK_BOX (box), label);
    }
}

static void
append_phrase (GtkWidget *box, const MilieuPhrase *phrase)
{
  g_autofree char *words = milieu_phrase_words (phrase, milieu_language_of_window ());

  if (*words != '\0')
    gtk_box_append (GTK_BOX (box), milieu_label_new (words, "sub"));
}

static void
on_back (MilieuBasisPage *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
on_copy (MilieuBasisPage *self)
{
  milieu_copy_sentence (GTK_WIDGET (self), self->reading, self->result);
}

static void
on_copy_table (MilieuBasisPage *self)
{
  milieu_copy_table (GTK_WIDGET (self), self->reading, self->result);
}

static GtkWidget *
button_new (MilieuBasisPage *self, const char *icon, const char *words, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
head_new (MilieuBasisPage *self, const MilieuIndicator *indicator)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *title = milieu_label_new (indicator != NULL ? milieu_label (indicator->label) : self->result->id, "heading");

  self->back = button_new (self, "go-previous-symbolic", _("Back to the Readings"), G_CALLBACK (on_back));
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (box), self->back);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), button_new (self, "edit-copy-symbolic", _("Copy as Sentence"), G_CALLBACK (on_copy)));
  gtk_box_append (GTK_BOX (box), button_new (self, "view-grid-symbolic", _("Copy as Table"), G_CALLBACK (on_copy_table)));
  return box;
}

/* what is known of the numbers comes after them */
static void
update_doubts (MilieuBasisPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus;

  if (self->doubts == NULL)
    return;
  had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->doubts));
  milieu_box_clear (self->doubts);
  milieu_basis_doubts_fill (self->doubts, self->session, self->reading, self->result);
  if (had_focus && !gtk_widget_child_focus (GTK_WIDGET (self->doubts), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (self->back);
}

static void
fill (MilieuBasisPage *self)
{
  const MilieuIndicator *indicator = milieu_indicator_find (self->result->id);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *headline = milieu_result_headline (self->result, milieu_language_of_window ());

  gtk_widget_add_css_class (box, "readings");
  gtk_box_append (GTK_BOX (box), head_new (self, indicator));
  gtk_box_append (GTK_BOX (box), milieu_label_new (headline, self->result->status == MILIEU_STATUS_VALUE ? "num" : "not-evaluable"));
  append_phrase (box, self->result->reason);
  append_phrase (box, self->result->remark);
  if (indicator != NULL)
    {
      append_paragraph (box, _("What it is"), indicator->definition, "sub");
      append_paragraph (box, _("Formula"), indicator->formula, "sub");
      append_paragraph (box, _("Source"), indicator->source, "sub");
      append_works (box, indicator->source);
      append_paragraph (box, _("Reservation"), indicator->reservation, "sub");
    }
  milieu_basis_parts_append (GTK_BOX (box), self->session, self->reading, self->result);
  self->doubts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->doubts));
  update_doubts (self);
  milieu_behind_append (GTK_BOX (box), self->session, self->result->actors, self->result->n_actors, self->result->ties,
                        self->result->n_ties);
  adw_bin_set_child (ADW_BIN (self), box);
}

/* the keyboard stays where it is, unless it was in what goes */
static void
take (MilieuBasisPage *self, MilieuReading *reading, const MilieuResult *result)
{
  MilieuReading *old = self->reading;
  GtkWidget *focus = gtk_widget_get_root (GTK_WIDGET (self)) ? gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));

  self->reading = milieu_reading_ref (reading);
  self->result = result;
  g_clear_pointer (&old, milieu_reading_unref);
  fill (self);
  if (had_focus)
    gtk_widget_grab_focus (self->back);
}

static void
milieu_basis_page_dispose (GObject *object)
{
  MilieuBasisPage *self = MILIEU_BASIS_PAGE (object);

  g_clear_pointer (&self->reading, milieu_reading_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (milieu_basis_page_parent_class)->dispose (object);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  on_back (MILIEU_BASIS_PAGE (widget));
  return GDK_EVENT_STOP;
}

static void
milieu_basis_page_class_init (MilieuBasisPageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = milieu_basis_page_dispose;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (class), GDK_KEY_Escape, 0, on_escape, NULL);
  signals[BACK] = g_signal_new ("back", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
milieu_basis_page_init (MilieuBasisPage *self)
{
}

GtkWidget *
milieu_basis_page_new (MilieuSession *session)
{
  MilieuBasisPage *self = g_object_new (MILIEU_TYPE_BASIS_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (milieu_session_trust (session), "changed", G_CALLBACK (update_doubts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (milieu_session_readings (session), "changed", G_CALLBACK (update_doubts), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
milieu_basis_page_show (MilieuBasisPage *self, MilieuReading *reading, const MilieuResult *result)
{
  g_return_if_fail (MILIEU_IS_BASIS_PAGE (self) && result != NULL);

  take (self, reading, result);
  gtk_widget_grab_focus (self->back);
}

void
milieu_basis_page_follow (MilieuBasisPage *self, MilieuReading *reading)
{
  MilieuSelection *selection;
  const MilieuResult *result;

  g_return_if_fail (MILIEU_IS_BASIS_PAGE (self));

  selection = milieu_session_selection (self->session);
  result = self->result != NULL ? milieu_reading_find (reading, self->result->id, self->result->side) : NULL;
  if (result == NULL)
    {
      on_back (self);
      return;
    }
  take (self, reading, result);
  /* who has selected something since then looks at that */
  if (milieu_selection_is_lit (selection))
    milieu_selection_light (selection, result->actors, result->n_actors, result->ties, result->n_ties);
}
