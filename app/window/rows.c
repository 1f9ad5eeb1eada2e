#include "window/rows.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "model/short-name.h"
#include "window/labels.h"
#include "window/sample.h"

#define SYMBOL_SIZE 12.5
#define TIE_WIDTH 30
#define TYPE_WIDTH 84

GtkWidget *
milieu_label_new (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);
  g_auto (GStrv) classes = g_strsplit (class != NULL ? class : "", " ", -1);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  for (guint i = 0; classes[i] != NULL; i++)
    if (*classes[i] != '\0')
      gtk_widget_add_css_class (label, classes[i]);
  return label;
}

GtkWidget *
milieu_expander_new (const char *title)
{
  GtkWidget *expander = gtk_expander_new (title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return expander;
}

/* its label names it too, and does so without the underline */
static void
forget_own_name (GtkWidget *button)
{
  gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

GtkWidget *
milieu_mnemonic_button_new (const char *words)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (words);

  forget_own_name (button);
  g_signal_connect (button, "notify::label", G_CALLBACK (forget_own_name), NULL);
  return button;
}

GtkWidget *
milieu_wrapping_button_new (const char *words)
{
  GtkWidget *button = gtk_button_new (), *label = milieu_label_new (words, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.5f);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return button;
}

static guint
ground_of (MilieuSession *session, guint32 actor)
{
  g_autofree guint8 *grounds = milieu_snapshot_grounds (milieu_session_snapshot (session),
                                                        milieu_session_filter (session)->suggested);

  return grounds[actor];
}

static GtkWidget *
one_line (const char *text, const char *class)
{
  GtkWidget *label = milieu_label_new (text, class);

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static void
append_actor (GtkWidget *box, MilieuSession *session, guint32 key)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (session);
  const MilieuActor *actor = milieu_snapshot_actor (snapshot, key);
  g_autofree char *name = milieu_short_name (actor->name);
  GtkWidget *label = one_line (name, "fact");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), milieu_sample_new_symbol (milieu_symbol_of_kind (snapshot, actor->kind), ground_of (session, key),
                                                           SYMBOL_SIZE));
  gtk_box_append (GTK_BOX (box), label);
}

/* what a row selects stands on the button, so that rows need no closure */
static void
on_row_clicked (GtkButton *button, MilieuSession *session)
{
  guint type = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "milieu-type"));
  guint32 key = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "milieu-key"));

  milieu_selection_only (milieu_session_selection (session), type, key);
  gtk_widget_activate_action (GTK_WIDGET (button), "win.panel-page", "s", "inspector");
}

static GtkWidget *
row_new (MilieuSession *session, MilieuRecordType type, guint32 key, GtkWidget *child, const char *name)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "row-button");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "milieu-type", GUINT_TO_POINTER (type));
  g_object_set_data (G_OBJECT (button), "milieu-key", GUINT_TO_POINTER (key));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_row_clicked), session, 0);
  return button;
}

GtkWidget *
milieu_actor_row_new (MilieuSession *session, guint32 key, const char *remark)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const MilieuActor *actor = milieu_snapshot_actor (milieu_session_snapshot (session), key);

  append_actor (box, session, key);
  if (remark != NULL)
    gtk_box_append (GTK_BOX (box), milieu_label_new (remark, "sub dim-label numeric"));
  return row_new (session, MILIEU_RECORD_ACTOR, key, box, actor->name);
}

static char *
sentence_of_tie (MilieuSnapshot *snapshot, const MilieuTie *tie)
{
  /* Translators: source, type and target of a tie, as a sentence */
  return g_strdup_printf (_("%s – %s – %s"), milieu_snapshot_actor (snapshot, tie->source)->name,
                          milieu_label_of_type (snapshot, tie->type),
                          milieu_snapshot_actor (snapshot, tie->target)->name);
}

static void
append_type (GtkWidget *box, MilieuSnapshot *snapshot, const MilieuTie *tie)
{
  GtkWidget *type = one_line (milieu_label_of_type (snapshot, tie->type), "sub dim-label");

  gtk_widget_set_size_request (type, TYPE_WIDTH, -1);
  gtk_box_append (GTK_BOX (box), type);
}

GtkWidget *
milieu_tie_row_new (MilieuSession *session, guint32 key, guint32 from)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (session);
  const MilieuTie *tie = milieu_snapshot_tie (snapshot, key);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  g_autofree char *sentence = sentence_of_tie (snapshot, tie);

  if (from == MILIEU_NO_KEY)
    append_actor (box, session, tie->source);
  gtk_box_append (GTK_BOX (box), milieu_sample_new_tie (milieu_snapshot_tie_class (snapshot, tie), tie->evidence,
                                                        milieu_snapshot_tie_directed (snapshot, tie), TIE_WIDTH));
  if (from != MILIEU_NO_KEY)
    append_type (box, snapshot, tie);
  append_actor (box, session, from == tie->target ? tie->source : tie->target);
  return row_new (session, MILIEU_RECORD_TIE, key, box, sentence);
}

void
milieu_expander_fold (GtkExpander *expander, GtkWidget *child)
{
  gtk_expander_set_child (expander, child);
  g_object_bind_property (expander, "expanded", child, "can-focus", G_BINDING_SYNC_CREATE);
}
