#include "figure/network-bands.h"

#define BAND_RADIUS 6.0
#define TITLE_X 9.0
#define TITLE_Y 12.0

static const double column_dash[2] = { 3, 3 };

static const char *const glosses[MILIEU_N_GROUNDS] = {
  [MILIEU_GROUND_UPPERGROUND] = N_("institutions and companies that fund and bring together"),
  [MILIEU_GROUND_EMERGING] = N_("new actors, an upperground in the making"),
  [MILIEU_GROUND_MIDDLEGROUND] = N_("events, schemes and connectors"),
  [MILIEU_GROUND_UNDERGROUND] = N_("communities, third places, activists"),
};

guint
milieu_network_bands (MilieuSnapshot *snapshot, const MilieuFilter *filter, const MilieuLayout *layout,
                      MilieuBand *bands)
{
  guint n = 0, keys = milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_ACTOR);
  g_autofree guint8 *grounds = milieu_snapshot_grounds (snapshot, filter->suggested);
  g_autofree guint8 *placed = g_new (guint8, MAX (keys, 1));

  for (guint i = 0; layout != NULL && i < layout->n_bands; i++)
    bands[i] = layout->bands[i];
  if (layout != NULL)
    return layout->n_bands;
  for (guint32 key = 0; key < keys; key++)
    if (milieu_snapshot_actor (snapshot, key) != NULL && milieu_snapshot_spot (snapshot, key) != NULL)
      placed[n++] = grounds[key];
  return n > 0 ? milieu_layout_bands (n, placed, NULL, bands) : 0;
}

const char *
milieu_network_ground_label (MilieuGround ground, MilieuLanguage language)
{
  if (ground == MILIEU_GROUND_NONE)
    return milieu_words (language, N_("No ground"));
  return milieu_words (language, milieu_vocabulary_label (MILIEU_VOCABULARY_GROUND, ground));
}

typedef struct
{
  const char *title, *gloss; /* gloss "" where there is no room */
  char *number;
  double title_width, number_width, gloss_width;
} Title;

static Title
title_of (const MilieuPen *pen, const MilieuNetworkPlan *plan, const MilieuBand *band, double width)
{
  MilieuLanguage language = pen->tools->language;
  Title t = { milieu_network_ground_label (band->ground, language), "" };

  t.number = milieu_words_number (language, plan->cast->facts.n_grounds[band->ground], 0);
  t.title_width = milieu_pen_width (pen, MILIEU_TEXT_BAND_TITLE, t.title);
  t.number_width = milieu_pen_width (pen, MILIEU_TEXT_BAND_TITLE, t.number);
  if (t.title_width + t.number_width + 20 * pen->unit > width)
    t.number[0] = '\0';
  if (glosses[band->ground] == NULL)
    return t;
  t.gloss_width = milieu_pen_width (pen, MILIEU_TEXT_BAND_GLOSS, milieu_words (language, glosses[band->ground]));
  if (t.title_width + t.number_width + t.gloss_width + 34 * pen->unit < width)
    t.gloss = milieu_words (language, glosses[band->ground]);
  return t;
}

GArray *
milieu_network_band_titles (const MilieuNetworkPlan *plan, const MilieuFigureTools *tools, const MilieuNetworkView *view)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (MilieuBox));
  MilieuPen pen = { .tools = tools, .unit = plan->unit };

  for (guint i = 0; i < plan->n_bands; i++)
    {
      MilieuBox band = milieu_network_plan_band (view, &plan->bands[i]);
      Title t = title_of (&pen, plan, &plan->bands[i], band.x1 - band.x0);
      double width = t.title_width + t.number_width + 20 * plan->unit + (*t.gloss != '\0' ? t.gloss_width + 10 * plan->unit : 0);
      MilieuBox box = { band.x0, band.y0, band.x0 + width, band.y0 + (TITLE_Y + 8) * plan->unit };

      g_array_append_val (boxes, box);
      g_free (t.number);
    }
  return boxes;
}

void
milieu_network_bands_draw (const MilieuPen *pen, const MilieuNetworkPlan *plan, const MilieuNetworkView *view,
                           MilieuPoint origin)
{
  double dash[2] = { column_dash[0] * pen->unit, column_dash[1] * pen->unit };

  for (guint i = 0; i < plan->n_bands; i++)
    {
      MilieuBox box = milieu_network_plan_band (view, &plan->bands[i]);
      gboolean none = plan->bands[i].ground == MILIEU_GROUND_NONE;

      box = (MilieuBox) { box.x0 + origin.x, box.y0 + origin.y, box.x1 + origin.x, box.y1 + origin.y };
      milieu_pen_box (pen, box, BAND_RADIUS * pen->unit, MILIEU_COLOUR_BAND (plan->bands[i].ground), 1,
                      none ? MILIEU_COLOUR_FRAME : MILIEU_COLOUR_NONE, none ? 0.8 * pen->unit : 0, 0.7, none ? dash : NULL);
    }
}

static void
draw_title (const MilieuPen *pen, const MilieuNetworkPlan *plan, const MilieuBand *band, MilieuBox box)
{
  double u = pen->unit, x = box.x0 + TITLE_X * u, y = box.y0 + TITLE_Y * u;
  MilieuColour halo = MILIEU_COLOUR_BAND (band->ground);
  MilieuPenText title = { .colour = MILIEU_COLOUR_LINE (band->ground), .halo = halo };
  MilieuPenText gloss = { .halo = halo, .halo_width = 3 * u };
  Title t = title_of (pen, plan, band, box.x1 - box.x0);

  x += milieu_pen_text_as (pen, MILIEU_TEXT_BAND_TITLE, t.title, x, y, &title) + 6 * u;
  title.tabular = TRUE;
  if (*t.number != '\0')
    x += milieu_pen_text_as (pen, MILIEU_TEXT_BAND_TITLE, t.number, x, y, &title) + 10 * u;
  if (*t.gloss != '\0')
    milieu_pen_text_as (pen, MILIEU_TEXT_BAND_GLOSS, t.gloss, x, y, &gloss);
  g_free (t.number);
}

void
milieu_network_band_titles_draw (const MilieuPen *pen, const MilieuNetworkPlan *plan, const MilieuNetworkView *view,
                                 MilieuPoint origin)
{
  for (guint i = 0; i < plan->n_bands; i++)
    {
      MilieuBox box = milieu_network_plan_band (view, &plan->bands[i]);

      box = (MilieuBox) { box.x0 + origin.x, box.y0 + origin.y, box.x1 + origin.x, box.y1 + origin.y };
      draw_title (pen, plan, &plan->bands[i], box);
    }
}
