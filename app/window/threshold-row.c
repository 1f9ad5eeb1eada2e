#include "window/threshold-row.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "edit/convention.h"
#include "window/labels.h"
#include "window/rows.h"

/* steps that follow one another so fast are one change */
#define COMMIT_AFTER_MS 400

struct _MilieuThresholdRow
{
  GtkBox parent_instance;

  MilieuSession *session; /* not owned */
  MilieuThresholdName name;
  GtkSpinButton *spin;
  GtkLabel *value, *usual;
  GtkWidget *change; /* what shows only where the threshold is changed */
  guint source;      /* of the commit that waits */
  gboolean showing;  /* the button follows the map */
};

G_DEFINE_FINAL_TYPE (MilieuThresholdRow, milieu_threshold_row, GTK_TYPE_BOX)

static guint
digits_of (MilieuThresholdName name)
{
  return milieu_threshold (name)->step < 1 ? 2 : 0;
}

static double
held (MilieuThresholdRow *self, gboolean *changed)
{
  return milieu_threshold_value (milieu_session_snapshot (self->session), self->name, changed);
}

static void
set (MilieuThresholdRow *self, const char *value)
{
  const MilieuThreshold *threshold = milieu_threshold (self->name);

  milieu_document_commit (milieu_session_document (self->session),
                          milieu_edit_set_threshold (milieu_session_map (self->session), threshold->setting,
                                                     milieu_label (threshold->label), value), NULL);
}

/* a value that reads like that of the convention is that of the convention (1/3) */
static void
commit (MilieuThresholdRow *self)
{
  double value = gtk_spin_button_get_value (self->spin), standard = milieu_threshold (self->name)->standard;
  double nearest = 0.5 * pow (10, -(double) digits_of (self->name));
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_clear_handle_id (&self->source, g_source_remove);
  if (fabs (value - held (self, NULL)) < nearest)
    return;
  g_ascii_formatd (text, sizeof text, "%.4g", value);
  set (self, fabs (value - standard) < nearest ? NULL : text);
}

static gboolean
on_rest (gpointer data)
{
  MilieuThresholdRow *self = data;

  self->source = 0;
  commit (self);
  return G_SOURCE_REMOVE;
}

static void
on_value_changed (MilieuThresholdRow *self)
{
  if (self->showing)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (COMMIT_AFTER_MS, on_rest, self);
}

static void
on_leave (MilieuThresholdRow *self)
{
  if (self->source != 0)
    commit (self);
}

static void
on_reset (MilieuThresholdRow *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  gtk_widget_grab_focus (GTK_WIDGET (self->spin)); /* the button that was pressed goes */
  set (self, NULL);
}

/* the numbers of the window's language, whatever the locale of numbers */
static gboolean
on_output (GtkSpinButton *spin, MilieuThresholdRow *self)
{
  g_autofree char *text = milieu_words_number (milieu_language_of_window (), gtk_spin_button_get_value (spin),
                                               digits_of (self->name));

  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (spin))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

static int
on_input (GtkSpinButton *spin, double *value, MilieuThresholdRow *self)
{
  g_autofree char *text = g_strdelimit (g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (spin)))), ",", '.');
  char *end;

  *value = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && isfinite (*value) ? TRUE : GTK_INPUT_ERROR;
}

static void
milieu_threshold_row_dispose (GObject *object)
{
  g_clear_handle_id (&MILIEU_THRESHOLD_ROW (object)->source, g_source_remove);
  G_OBJECT_CLASS (milieu_threshold_row_parent_class)->dispose (object);
}

static void
milieu_threshold_row_class_init (MilieuThresholdRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = milieu_threshold_row_dispose;
}

static void
milieu_threshold_row_init (MilieuThresholdRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "threshold");
}

static GtkWidget *
spin_new (MilieuThresholdRow *self, const char *label)
{
  const MilieuThreshold *threshold = milieu_threshold (self->name);
  GtkWidget *spin = gtk_spin_button_new_with_range (0, threshold->most, threshold->step);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->spin = GTK_SPIN_BUTTON (spin);
  gtk_spin_button_set_numeric (self->spin, FALSE); /* a number of the C locale would be no number with a comma */
  gtk_spin_button_set_digits (self->spin, digits_of (self->name));
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (spin), 4);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (spin, "output", G_CALLBACK (on_output), self);
  g_signal_connect (spin, "input", G_CALLBACK (on_input), self);
  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (on_value_changed), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (spin, focus);
  return spin;
}

/* "changed; by convention 0.25", and the button back */
static GtkWidget *
change_new (MilieuThresholdRow *self, const char *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *usual = milieu_label_new ("", "sub changed");
  GtkWidget *back = milieu_wrapping_button_new (_("Back to the Convention"));
  /* Translators: a button, then what a threshold is of */
  g_autofree char *words = g_strdup_printf (_("Back to the convention: %s"), label);

  self->usual = GTK_LABEL (usual);
  gtk_widget_set_hexpand (usual, TRUE);
  gtk_widget_add_css_class (back, "sub");
  gtk_widget_add_css_class (back, "flat");
  gtk_widget_add_css_class (back, "back");
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_swapped (back, "clicked", G_CALLBACK (on_reset), self);
  gtk_box_append (GTK_BOX (box), usual);
  gtk_box_append (GTK_BOX (box), back);
  return box;
}

GtkWidget *
milieu_threshold_row_new (MilieuSession *session, MilieuThresholdName name)
{
  MilieuThresholdRow *self = g_object_new (MILIEU_TYPE_THRESHOLD_ROW, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label, *value;
  const char *words = milieu_label (milieu_threshold (name)->label);

  self->session = session;
  self->name = name;
  label = milieu_label_new (words, "sub");
  value = milieu_label_new ("", "fact numeric");
  self->value = GTK_LABEL (value);
  gtk_label_set_wrap (self->value, FALSE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), value);
  gtk_box_append (GTK_BOX (line), spin_new (self, words));
  self->change = change_new (self, words);
  gtk_box_append (GTK_BOX (self), line);
  gtk_box_append (GTK_BOX (self), self->change);
  return GTK_WIDGET (self);
}

static void
show_value (MilieuThresholdRow *self, const MilieuVerdict *verdict)
{
  double value = verdict != NULL ? verdict->values[self->name] : NAN;
  g_autofree char *number = milieu_words_number (milieu_language_of_window (), value, digits_of (self->name));
  g_autofree char *text = NULL;

  if (isnan (value))
    text = g_strdup ("–");
  else
    text = g_strdup_printf ("%s %s", milieu_threshold_pass (self->name, value, held (self, NULL)) ? "✓" : "✗", number);
  gtk_label_set_label (self->value, text);
}

void
milieu_threshold_row_show (MilieuThresholdRow *self, const MilieuVerdict *verdict)
{
  gboolean changed;
  double limit = held (self, &changed);
  g_autofree char *standard = milieu_words_number (milieu_language_of_window (), milieu_threshold (self->name)->standard,
                                                   digits_of (self->name));
  /* Translators: of a threshold: the value that it has by convention */
  g_autofree char *usual = g_strdup_printf (_("◆ changed from %s"), standard);

  show_value (self, verdict);
  gtk_label_set_label (self->usual, usual);
  gtk_widget_set_visible (self->change, changed);
  if (self->source != 0)
    return; /* who is choosing is not interrupted */
  self->showing = TRUE;
  gtk_spin_button_set_value (self->spin, limit);
  self->showing = FALSE;
}
