#include "window/figure-settings.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/plate.h"
#include "window/figure-rows.h"
#include "window/labels.h"
#include "window/rows.h"

#define WIDTH_MM 170.0
#define WIDEST_COLUMN_MM 174.0 /* wider pages are sheets, whose height is given */
#define WIDEST_MM 1500.0
#define SAME_MM 0.05

static void
add (GtkWidget *group, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static GtkWidget *
group_new (GtkWidget *box, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (box), group);
  return group;
}

/* ---- its name ---- */

static void
refresh_name (GtkWidget *row)
{
  MilieuFigureHome *home = g_object_get_data (G_OBJECT (row), "home");
  const MilieuPlate *plate = milieu_figure_home_plate (home);

  gtk_widget_remove_css_class (row, "error");
  if (plate != NULL && plate->name != NULL && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), plate->name))
    gtk_editable_set_text (GTK_EDITABLE (row), plate->name);
}

static void
on_name (GtkWidget *row)
{
  MilieuFigureHome *home = g_object_get_data (G_OBJECT (row), "home");
  const MilieuPlate *plate = milieu_figure_home_plate (home);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (row));
  g_autoptr (GError) error = NULL;
  MilieuGroup *group;

  if (plate == NULL || g_strcmp0 (typed, plate->name) == 0)
    return;
  group = milieu_edit_rename_figure (milieu_figure_home_map (home), milieu_figure_home_key (home), typed, &error);
  if (error == NULL)
    milieu_figure_home_commit (home, group, &error);
  gtk_widget_set_tooltip_text (row, error != NULL ? error->message : NULL);
  if (error != NULL)
    gtk_widget_add_css_class (row, "error");
}

static GtkWidget *
name_row_new (MilieuFigureHome *home)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Name"));
  g_object_set_data_full (G_OBJECT (row), "home", g_object_ref (home), g_object_unref);
  refresh_name (row);
  g_signal_connect_object (home, "changed", G_CALLBACK (refresh_name), row, G_CONNECT_SWAPPED);
  g_signal_connect (row, "entry-activated", G_CALLBACK (on_name), NULL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_name), row);
  gtk_widget_add_controller (row, focus);
  return row;
}

/* ---- the present filters ---- */

static void
on_take_filters (GtkWidget *button, MilieuFigureHome *home)
{
  static const guint fields[] = { MILIEU_PLATE_EVIDENCE, MILIEU_PLATE_GROUNDS, MILIEU_PLATE_SCOPE, MILIEU_PLATE_YEAR,
                                  MILIEU_PLATE_SLICE, MILIEU_PLATE_HIDE };
  MilieuSession *session = g_object_get_data (G_OBJECT (button), "session");
  MilieuNewFigure present = milieu_present_figure (session, MILIEU_PLATE_VIEW_MAP, milieu_language_of_window ());
  g_autoptr (MilieuRecord) record = milieu_edit_figure_record (milieu_session_snapshot (session), &present);
  MilieuValue values[G_N_ELEMENTS (fields)];
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    values[i] = milieu_record_get (record, fields[i]);
  if (!milieu_figure_home_commit (home, milieu_edit_set_figure (milieu_figure_home_map (home), milieu_figure_home_key (home), fields,
                                                                values, G_N_ELEMENTS (fields)), &error))
    g_critical ("a figure refuses its filters: %s", error->message);
}

static GtkWidget *
take_filters_new (MilieuFigureHome *home, MilieuSession *session)
{
  GtkWidget *button = milieu_wrapping_button_new (_("Take Evidence and Filters of the Window"));

  gtk_widget_set_margin_top (button, 8);
  g_object_set_data_full (G_OBJECT (button), "session", g_object_ref (session), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_take_filters), home, 0);
  return button;
}

/* ---- content ---- */

static guint
token_of (MilieuVocabulary vocabulary, const char *token)
{
  guint value = 1;

  milieu_vocabulary_parse (vocabulary, token, &value);
  return value;
}

static void
add_question (GtkWidget *box, MilieuFigureHome *home, MilieuSession *session)
{
  GtkWidget *group = group_new (box, _("What Counts"));

  add (group, milieu_figure_choice_row (home, MILIEU_PLATE_EVIDENCE, MILIEU_EVIDENCE_VERIFIED));
  add (group, milieu_figure_choice_row (home, MILIEU_PLATE_GROUNDS, MILIEU_ASKED_GROUNDS_SUGGESTED));
  add (group, milieu_figure_choice_row (home, MILIEU_PLATE_SCOPE, MILIEU_ASKED_SCOPE_CORE));
  add (group, milieu_figure_number_row (home, MILIEU_PLATE_YEAR, NAN, 9999, 1));
  add (group, milieu_figure_number_row (home, MILIEU_PLATE_SLICE, NAN, 9999, 1));
  add (group, take_filters_new (home, session));
}

GtkWidget *
milieu_figure_content_new (MilieuFigureHome *home, MilieuSession *session)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14), *group = group_new (box, NULL);
  const char *title = milieu_snapshot_setting (milieu_session_snapshot (session), "title");
  guint language = token_of (MILIEU_VOCABULARY_LANGUAGE, milieu_language_code (milieu_language_of_window ()));

  if (!milieu_figure_home_is_draft (home))
    add (group, name_row_new (home));
  add (group, milieu_figure_choice_row (home, MILIEU_PLATE_VIEW, MILIEU_PLATE_VIEW_MAP));
  add (group, milieu_figure_choice_row (home, MILIEU_PLATE_FRAME, MILIEU_PLATE_FRAME_REGION));
  add (group, milieu_figure_choice_row (home, MILIEU_PLATE_LANGUAGE, language));
  add (group, milieu_figure_text_row (home, MILIEU_PLATE_TITLE, title));
  add (group, milieu_figure_lines_row (home, MILIEU_PLATE_NOTE));
  add (group, milieu_figure_lines_row (home, MILIEU_PLATE_CAPTION));
  add_question (box, home, session);
  return box;
}

/* ---- the page ---- */

static gboolean
is_same (double mm, double other)
{
  return fabs (mm - other) < SAME_MM;
}

/* Returns: its place in the list, the length of the list for a size of its own */
static guint
find_preset (const MilieuPlate *plate)
{
  guint n;
  const MilieuPreset *presets = milieu_presets (&n);
  double width = isnan (plate->width) ? WIDTH_MM : plate->width;

  for (guint i = 0; i < n; i++)
    if (is_same (width, presets[i].width_mm)
        && (presets[i].width_mm <= WIDEST_COLUMN_MM || (!isnan (plate->height) && is_same (plate->height, presets[i].height_mm))))
      return i;
  return n;
}

const MilieuPreset *
milieu_figure_preset (const MilieuPlate *plate)
{
  guint n, at = find_preset (plate);
  const MilieuPreset *presets = milieu_presets (&n);

  return at < n ? &presets[at] : milieu_preset_of_width (isnan (plate->width) ? WIDTH_MM : plate->width);
}

static void
refresh_preset (GtkWidget *row)
{
  MilieuFigureHome *home = g_object_get_data (G_OBJECT (row), "home");
  const MilieuPlate *plate = milieu_figure_home_plate (home);

  if (plate != NULL)
    adw_combo_row_set_selected (ADW_COMBO_ROW (row), find_preset (plate));
}

/* columns are as high as what they show, sheets as the sheet */
static void
on_preset (GtkWidget *row)
{
  static const guint fields[] = { MILIEU_PLATE_WIDTH, MILIEU_PLATE_HEIGHT };
  MilieuFigureHome *home = g_object_get_data (G_OBJECT (row), "home");
  const MilieuPlate *plate = milieu_figure_home_plate (home);
  guint n, selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));
  const MilieuPreset *preset = milieu_presets (&n);
  g_autoptr (GError) error = NULL;
  MilieuValue values[2];

  if (plate == NULL || selected >= n || selected == find_preset (plate))
    return;
  preset += selected;
  values[0] = MILIEU_NUMBER (preset->width_mm);
  values[1] = preset->width_mm > WIDEST_COLUMN_MM ? MILIEU_NUMBER (preset->height_mm) : MILIEU_NO_VALUE;
  if (!milieu_figure_home_commit (home, milieu_edit_set_figure (milieu_figure_home_map (home), milieu_figure_home_key (home), fields,
                                                                values, 2), &error))
    g_critical ("a figure refuses a page: %s", error->message);
}

static GtkWidget *
preset_row_new (MilieuFigureHome *home)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint n;
  const MilieuPreset *presets = milieu_presets (&n);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (list, milieu_label (presets[i].label));
  gtk_string_list_append (list, _("A size of its own"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Made for"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  g_object_set_data_full (G_OBJECT (row), "home", g_object_ref (home), g_object_unref);
  refresh_preset (row);
  g_signal_connect (row, "notify::selected", G_CALLBACK (on_preset), NULL);
  g_signal_connect_object (home, "changed", G_CALLBACK (refresh_preset), row, G_CONNECT_SWAPPED);
  return row;
}

GtkWidget *
milieu_figure_page_form_new (MilieuFigureHome *home)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14), *group = group_new (box, NULL);

  add (group, preset_row_new (home));
  add (group, milieu_figure_number_row (home, MILIEU_PLATE_WIDTH, WIDTH_MM, WIDEST_MM, 1));
  add (group, milieu_figure_number_row (home, MILIEU_PLATE_HEIGHT, NAN, WIDEST_MM, 1));
  add (group, milieu_figure_number_row (home, MILIEU_PLATE_MARGIN, 0, 200, 1));
  add (group, milieu_figure_choice_row (home, MILIEU_PLATE_STYLE, token_of (MILIEU_VOCABULARY_STYLE, "print")));
  add (group, milieu_figure_number_row (home, MILIEU_PLATE_SMALLEST, NAN, 72, 0.5));
  return box;
}
