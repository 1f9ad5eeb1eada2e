#include "window/part-settings.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/plate.h"
#include "window/figure-rows.h"
#include "window/labels.h"
#include "window/rows.h"

enum { X, Y, WIDTH, HEIGHT, N_NUMBERS };

struct _MilieuPartSettings
{
  GtkBox parent_instance;

  MilieuFigureHome *home;
  MilieuPageView *view; /* not owned: both stand in the same composer */
  GtkWidget *rows[MILIEU_N_PARTS], *numbers[N_NUMBERS], *anew;
  GtkSwitch *switches[MILIEU_N_PARTS];
  GtkSpinButton *spins[N_NUMBERS];
  AdwPreferencesGroup *place;
  gboolean refreshing;
};

G_DEFINE_FINAL_TYPE (MilieuPartSettings, milieu_part_settings, GTK_TYPE_BOX)

static void
commit (MilieuPartSettings *self, guint part, const MilieuPartPlace *place)
{
  g_autoptr (GError) error = NULL;
  MilieuGroup *group = milieu_edit_place_part (milieu_figure_home_map (self->home), milieu_figure_home_key (self->home), part, place);

  if (!milieu_figure_home_commit (self->home, group, &error))
    g_critical ("a figure refuses a place: %s", error->message);
}

/* ---- which of them show ---- */

/* panels are what the figure shows: its view leaves them out */
static gboolean
can_hide (guint part)
{
  return part != MILIEU_PART_MAP && part != MILIEU_PART_NETWORK && part != MILIEU_PART_CHART;
}

static void
on_switch (GtkSwitch *toggle, GParamSpec *pspec, MilieuPartSettings *self)
{
  const MilieuPlate *plate = milieu_figure_home_plate (self->home);
  MilieuPartPlace place;
  guint part = 0;

  while (self->switches[part] != toggle)
    part++;
  if (self->refreshing || plate == NULL)
    return;
  milieu_plate_part (plate, part, &place);
  place.hidden = !gtk_switch_get_active (toggle);
  commit (self, part, &place);
}

static void
on_row (AdwActionRow *row, MilieuPartSettings *self)
{
  for (guint i = 0; i < MILIEU_N_PARTS; i++)
    if (self->rows[i] == GTK_WIDGET (row))
      milieu_page_view_select (self->view, i);
}

static GtkWidget *
row_new (MilieuPartSettings *self, guint part)
{
  GtkWidget *row = adw_action_row_new (), *toggle = gtk_switch_new ();
  const char *name = milieu_label (milieu_plate_part_label (part));

  self->switches[part] = GTK_SWITCH (toggle);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (toggle, can_hide (part));
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (toggle, "notify::active", G_CALLBACK (on_switch), self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (on_row), self);
  return row;
}

/* ---- where the selected one stands ---- */

static void
on_number (MilieuPartSettings *self)
{
  guint part = milieu_page_view_selected (self->view);
  MilieuPartPlace place;
  MilieuBox box;

  if (self->refreshing || !milieu_page_view_part (self->view, part, &box))
    return;
  box.x0 = gtk_spin_button_get_value (self->spins[X]);
  box.y0 = gtk_spin_button_get_value (self->spins[Y]);
  box.x1 = box.x0 + gtk_spin_button_get_value (self->spins[WIDTH]);
  box.y1 = box.y0 + gtk_spin_button_get_value (self->spins[HEIGHT]);
  milieu_page_view_place_of (self->view, part, box, &place);
  commit (self, part, &place);
}

static void
on_anew (MilieuPartSettings *self)
{
  guint part = milieu_page_view_selected (self->view);

  if (part < MILIEU_N_PARTS)
    commit (self, part, NULL);
}

static void
on_all_anew (MilieuPartSettings *self)
{
  g_autoptr (GError) error = NULL;
  MilieuGroup *group = milieu_edit_place_parts_anew (milieu_figure_home_map (self->home), milieu_figure_home_key (self->home));

  if (!milieu_figure_home_commit (self->home, group, &error))
    g_critical ("a figure refuses to be arranged: %s", error->message);
}

static void
refresh_place (MilieuPartSettings *self)
{
  guint part = milieu_page_view_selected (self->view), sides = part < MILIEU_N_PARTS ? milieu_plate_part_has_size (part) : 0;
  const MilieuPlate *plate = milieu_figure_home_plate (self->home);
  MilieuBox box = { 0 };
  gboolean there = milieu_page_view_part (self->view, part, &box);
  const double values[] = { box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0 };

  adw_preferences_group_set_title (self->place, there ? milieu_label (milieu_plate_part_label (part)) : _("Place"));
  adw_preferences_group_set_description (self->place, there ? NULL : _("Select a part of the page to move or size it."));
  for (guint i = 0; i < N_NUMBERS; i++)
    {
      gtk_widget_set_visible (self->numbers[i], there && (i < WIDTH || i - WIDTH < sides));
      gtk_spin_button_set_value (self->spins[i], round (values[i] * 10) / 10);
    }
  gtk_widget_set_visible (self->anew, there && plate != NULL && plate->parts[part] != NULL);
}

void
milieu_part_settings_refresh (MilieuPartSettings *self)
{
  const MilieuPlate *plate = milieu_figure_home_plate (self->home);
  MilieuPartPlace place;
  MilieuBox box;

  if (plate == NULL)
    return;
  self->refreshing = TRUE;
  for (guint i = 0; i < MILIEU_N_PARTS; i++)
    {
      gboolean there = milieu_page_view_part (self->view, i, &box);

      milieu_plate_part (plate, i, &place);
      gtk_widget_set_visible (self->rows[i], there || place.hidden);
      gtk_switch_set_active (self->switches[i], !place.hidden);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->rows[i]), there);
    }
  refresh_place (self);
  self->refreshing = FALSE;
}

/* ---- the widget ---- */

static void
milieu_part_settings_dispose (GObject *object)
{
  g_clear_object (&MILIEU_PART_SETTINGS (object)->home);
  G_OBJECT_CLASS (milieu_part_settings_parent_class)->dispose (object);
}

static void
milieu_part_settings_class_init (MilieuPartSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = milieu_part_settings_dispose;
}

static void
milieu_part_settings_init (MilieuPartSettings *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 14);
}

static void
add_numbers (MilieuPartSettings *self)
{
  static const char *const titles[] = { N_("From the left (mm)"), N_("From the top (mm)"), N_("Width (mm)"), N_("Height (mm)") };

  self->place = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  for (guint i = 0; i < N_NUMBERS; i++)
    {
      double least = i < WIDTH ? -MILIEU_PART_FARTHEST / 2 : 1;

      self->numbers[i] = milieu_spin_row_new (_(titles[i]), least, MILIEU_PART_FARTHEST / 2, 1, 1, &self->spins[i]);
      adw_preferences_group_add (self->place, self->numbers[i]);
      g_signal_connect_swapped (self->spins[i], "value-changed", G_CALLBACK (on_number), self);
    }
  self->anew = milieu_wrapping_button_new (_("Place Automatically"));
  g_signal_connect_swapped (self->anew, "clicked", G_CALLBACK (on_anew), self);
  adw_preferences_group_add (self->place, self->anew);
}

GtkWidget *
milieu_part_settings_new (MilieuFigureHome *home, MilieuPageView *view)
{
  MilieuPartSettings *self = g_object_new (MILIEU_TYPE_PART_SETTINGS, NULL);
  GtkWidget *group = adw_preferences_group_new (), *all = milieu_wrapping_button_new (_("Place All Automatically"));

  self->home = g_object_ref (home);
  self->view = view;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Parts of the Page"));
  for (guint i = 0; i < MILIEU_N_PARTS; i++)
    {
      self->rows[i] = row_new (self, i);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->rows[i]);
    }
  gtk_widget_set_margin_top (all, 8);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), all);
  g_signal_connect_swapped (all, "clicked", G_CALLBACK (on_all_anew), self);
  add_numbers (self);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->place));
  gtk_box_append (GTK_BOX (self), group);
  g_signal_connect_object (view, "selected", G_CALLBACK (milieu_part_settings_refresh), self, G_CONNECT_SWAPPED);
  milieu_part_settings_refresh (self);
  return GTK_WIDGET (self);
}
