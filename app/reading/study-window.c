#include "reading/study-window.h"

#include <string.h>

#include "reading/boundary.h"
#include "reading/municipalities.h"

#define EPCI "epci "
#define BOX "box "

static MilieuPhrase *
named (const char *name)
{
  return milieu_phrase_text (milieu_phrase_new ("{name}"), "name", name);
}

static gboolean
take_region (MilieuStudyWindow *window)
{
  const MilieuFeature *region = milieu_boundary_region ();

  if (!region)
    return FALSE;
  *window = (MilieuStudyWindow) { milieu_pattern_window_outline (region), TRUE, named (*region->name ? region->name : "Hauts-de-France") };
  return TRUE;
}

static gboolean
take_grouping (const char *epci, MilieuStudyWindow *window)
{
  MilieuGazetteer *gazetteer = milieu_municipalities ();
  MilieuPatternWindow box = milieu_pattern_window_box (milieu_municipalities_box (epci));
  const MilieuMunicipality *towns;
  guint n, i = 0;

  if (!(box.area > 0))
    return FALSE;
  towns = milieu_gazetteer_towns (gazetteer, &n);
  while (strcmp (towns[i].epci, epci) != 0)
    i++;
  *window = (MilieuStudyWindow) { box, TRUE, milieu_phrase_text (milieu_phrase_new (
    N_("rectangle around {name}")), "name", towns[i].epci_name) };
  return TRUE;
}

/* four whole numbers; what else stands there is not meant for us */
static gboolean
take_box (const char *words, MilieuStudyWindow *window)
{
  g_auto (GStrv) numbers = g_strsplit (words, " ", -1);
  double sides[4];

  if (g_strv_length (numbers) != 4)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      gint64 metres;

      if (!g_ascii_string_to_signed (numbers[i], 10, -100000000, 100000000, &metres, NULL))
        return FALSE;
      sides[i] = metres;
    }
  window->chosen = TRUE;
  window->window = milieu_pattern_window_box ((MilieuBounds) { sides[0], sides[1], sides[2], sides[3] });
  if (!(window->window.area > 0))
    return FALSE;
  window->name = milieu_phrase_new (N_("rectangle of {width} × {height} km"));
  milieu_phrase_number (milieu_phrase_number (window->name, "width", (sides[2] - sides[0]) / 1000, 0), "height",
                        (sides[3] - sides[1]) / 1000, 0);
  return TRUE;
}

static gboolean
take (const char *setting, MilieuStudyWindow *window)
{
  if (!setting)
    return FALSE;
  if (strcmp (setting, "region") == 0)
    return take_region (window);
  if (g_str_has_prefix (setting, EPCI))
    return take_grouping (setting + strlen (EPCI), window);
  return g_str_has_prefix (setting, BOX) && take_box (setting + strlen (BOX), window);
}

void
milieu_study_window_take (MilieuSnapshot *snapshot, const MilieuMetres *sites, guint n, MilieuStudyWindow *window)
{
  if (!take (milieu_snapshot_setting (snapshot, MILIEU_SETTING_STUDY_WINDOW), window))
    *window = (MilieuStudyWindow) { milieu_pattern_window_around (sites, n), FALSE, milieu_phrase_new (N_("bounding box")) };
}

void
milieu_study_window_clear (MilieuStudyWindow *window)
{
  g_clear_pointer (&window->name, milieu_phrase_free);
}

guint
milieu_study_window_keep (const MilieuStudyWindow *window, MilieuMetres *sites, guint n)
{
  guint kept = 0;

  for (guint i = 0; i < n; i++)
    if (milieu_pattern_window_holds (&window->window, sites[i]))
      sites[kept++] = sites[i];
  return kept;
}

char *
milieu_study_window_box (MilieuBounds bounds)
{
  return g_strdup_printf (BOX "%.0f %.0f %.0f %.0f", bounds.west, bounds.south, bounds.east, bounds.north);
}

char *
milieu_study_window_grouping (const char *epci)
{
  return g_strconcat (EPCI, epci, NULL);
}

MilieuPhrase *
milieu_study_window_name (const char *setting)
{
  MilieuStudyWindow window;

  return take (setting, &window) ? window.name : milieu_phrase_new (N_("bounding box of the sites"));
}
