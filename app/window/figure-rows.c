#include "window/figure-rows.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "window/labels.h"
#include "window/rows.h"
#include "window/values.h"

typedef struct
{
  MilieuFigureHome *home;
  guint field;
  guint otherwise;  /* token of a choice */
  double unset;     /* of a number */
  char *words;      /* (nullable): of a text that is unset */
  GtkWidget *input; /* not owned */
} Bound;

static void
bound_free (gpointer data)
{
  Bound *bound = data;

  g_object_unref (bound->home);
  g_free (bound->words);
  g_free (bound);
}

static const MilieuField *
field_of (const Bound *bound)
{
  return &milieu_fields (MILIEU_RECORD_FIGURE, NULL)[bound->field];
}

/* @row keeps what it is bound to; @refresh is called now and after each change */
static Bound *
bind (GtkWidget *row, GtkWidget *input, MilieuFigureHome *home, guint field, GCallback refresh)
{
  Bound *bound = g_new0 (Bound, 1);

  bound->home = g_object_ref (home);
  bound->field = field;
  bound->input = input;
  g_object_set_data_full (G_OBJECT (row), "bound", bound, bound_free);
  g_signal_connect_object (home, "changed", refresh, row, G_CONNECT_SWAPPED);
  return bound;
}

static Bound *
bound_of (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), "bound");
}

static MilieuValue
value_of (const Bound *bound)
{
  const MilieuPlate *plate = milieu_figure_home_plate (bound->home);

  return plate != NULL ? milieu_record_get (&plate->record, bound->field) : MILIEU_NO_VALUE;
}

/* ---- choices ---- */

static guint
chosen (const Bound *bound)
{
  MilieuValue value = value_of (bound);

  return (value.kind == MILIEU_VALUE_TOKEN ? value.token : bound->otherwise) - 1;
}

static void
refresh_choice (GtkWidget *row)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), chosen (bound_of (row)));
}

static void
on_choice (GtkWidget *row)
{
  Bound *bound = bound_of (row);
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));

  if (bound != NULL && selected != GTK_INVALID_LIST_POSITION && selected != chosen (bound))
    milieu_figure_home_set (bound->home, bound->field, MILIEU_TOKEN (selected + 1));
}

GtkWidget *
milieu_figure_choice_row (MilieuFigureHome *home, guint field, guint otherwise)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  Bound *bound = bind (row, row, home, field, G_CALLBACK (refresh_choice));
  guint vocabulary = field_of (bound)->of;

  bound->otherwise = otherwise;
  for (guint i = 1; i < milieu_vocabulary_size (vocabulary); i++)
    gtk_string_list_append (list, milieu_label (milieu_vocabulary_label (vocabulary, i)));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), milieu_field_words (field_of (bound)));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  refresh_choice (row);
  g_signal_connect (row, "notify::selected", G_CALLBACK (on_choice), NULL);
  return row;
}

/* ---- numbers ---- */

static double
number_of (const Bound *bound)
{
  MilieuValue value = value_of (bound);
  double lowest = gtk_adjustment_get_lower (gtk_spin_button_get_adjustment (GTK_SPIN_BUTTON (bound->input)));

  return value.kind == MILIEU_VALUE_NUMBER ? value.number : isnan (bound->unset) ? lowest : bound->unset;
}

static void
refresh_number (GtkWidget *row)
{
  Bound *bound = bound_of (row);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (bound->input), number_of (bound));
}

static void
on_number (GtkSpinButton *spin, GtkWidget *row)
{
  Bound *bound = bound_of (row);
  double value = gtk_spin_button_get_value (spin), lowest = gtk_adjustment_get_lower (gtk_spin_button_get_adjustment (spin));

  if (fabs (value - number_of (bound)) < 1e-9)
    return;
  milieu_figure_home_set (bound->home, bound->field,
                          isnan (bound->unset) && value <= lowest ? MILIEU_NO_VALUE : MILIEU_NUMBER (value));
}

static gboolean
on_output (GtkSpinButton *spin, gpointer data)
{
  GtkAdjustment *adjustment = gtk_spin_button_get_adjustment (spin);

  if (gtk_adjustment_get_value (adjustment) > gtk_adjustment_get_lower (adjustment))
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (spin), _("Automatic"));
  return TRUE;
}

static int
on_input (GtkSpinButton *spin, double *value, gpointer data)
{
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (spin)), _("Automatic")))
    return FALSE;
  *value = gtk_adjustment_get_lower (gtk_spin_button_get_adjustment (spin));
  return TRUE;
}

GtkWidget *
milieu_spin_row_new (const char *title, double from, double to, double step, guint decimals, GtkSpinButton **spin)
{
  GtkWidget *row = adw_action_row_new (), *button = gtk_spin_button_new_with_range (from, to, step);

  *spin = GTK_SPIN_BUTTON (button);
  gtk_spin_button_set_digits (*spin, decimals);
  gtk_spin_button_set_update_policy (*spin, GTK_UPDATE_IF_VALID);
  gtk_editable_set_width_chars (GTK_EDITABLE (button), 10);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

GtkWidget *
milieu_figure_number_row (MilieuFigureHome *home, guint field, double otherwise, double most, double step)
{
  const MilieuField *what = &milieu_fields (MILIEU_RECORD_FIGURE, NULL)[field];
  double lowest = isnan (otherwise) ? what->minimum - step : what->minimum;
  GtkSpinButton *spin;
  GtkWidget *row = milieu_spin_row_new (milieu_field_words (what), lowest, MIN (most, what->maximum), step,
                                        MIN (what->decimals, 1), &spin);
  Bound *bound = bind (row, GTK_WIDGET (spin), home, field, G_CALLBACK (refresh_number));

  bound->unset = otherwise;
  if (isnan (otherwise))
    {
      gtk_spin_button_set_numeric (spin, FALSE); /* it would let no word in */
      g_signal_connect (spin, "output", G_CALLBACK (on_output), NULL);
      g_signal_connect (spin, "input", G_CALLBACK (on_input), NULL);
    }
  refresh_number (row);
  if (isnan (otherwise))
    on_output (spin, NULL);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (on_number), row, 0);
  return row;
}

/* ---- texts ---- */

static const char *
text_of (const Bound *bound)
{
  MilieuValue value = value_of (bound);

  return value.kind == MILIEU_VALUE_TEXT ? value.text : bound->words != NULL ? bound->words : "";
}

static void
refresh_text (GtkWidget *row)
{
  Bound *bound = bound_of (row);

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), text_of (bound)))
    gtk_editable_set_text (GTK_EDITABLE (row), text_of (bound));
}

/* a record has no empty texts: a blank is no title, where the map has one of its own */
static void
take_text (const Bound *bound, const char *typed)
{
  gboolean same = g_strcmp0 (typed, bound->words) == 0;

  if (g_str_equal (typed, text_of (bound)))
    return;
  milieu_figure_home_set (bound->home, bound->field,
                          same || (*typed == '\0' && bound->words == NULL) ? MILIEU_NO_VALUE
                                                                           : MILIEU_TEXT (*typed != '\0' ? typed : " "));
}

static void
on_text (GtkWidget *row)
{
  take_text (bound_of (row), gtk_editable_get_text (GTK_EDITABLE (row)));
}

GtkWidget *
milieu_figure_text_row (MilieuFigureHome *home, guint field, const char *otherwise)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  Bound *bound = bind (row, row, home, field, G_CALLBACK (refresh_text));

  bound->words = g_strdup (otherwise);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), milieu_field_words (field_of (bound)));
  refresh_text (row);
  g_signal_connect (row, "entry-activated", G_CALLBACK (on_text), NULL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_text), row);
  gtk_widget_add_controller (row, focus);
  return row;
}

/* ---- several lines ---- */

static char *
lines_of (GtkWidget *view)
{
  GtkTextIter from, to;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gtk_text_buffer_get_bounds (buffer, &from, &to);
  return gtk_text_buffer_get_text (buffer, &from, &to, FALSE);
}

static void
refresh_lines (GtkWidget *row)
{
  Bound *bound = bound_of (row);
  g_autofree char *shown = lines_of (bound->input);

  if (!g_str_equal (shown, text_of (bound)))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (bound->input)), text_of (bound), -1);
}

static void
on_lines (GtkWidget *row)
{
  Bound *bound = bound_of (row);
  g_autofree char *typed = g_strstrip (lines_of (bound->input));

  take_text (bound, typed);
}

GtkWidget *
milieu_figure_lines_row (MilieuFigureHome *home, guint field)
{
  GtkWidget *row = adw_preferences_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *view = gtk_text_view_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  const char *title = milieu_field_words (&milieu_fields (MILIEU_RECORD_FIGURE, NULL)[field]);

  bind (row, view, home, field, G_CALLBACK (refresh_lines));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_set_size_request (view, -1, 44);
  gtk_widget_add_css_class (view, "figure-lines");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (box), milieu_label_new (title, "sub dim-label"));
  gtk_box_append (GTK_BOX (box), view);
  gtk_widget_add_css_class (box, "figure-lines-box");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  refresh_lines (row);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_lines), row);
  gtk_widget_add_controller (view, focus);
  return row;
}
