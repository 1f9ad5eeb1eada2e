/* Labels that must show, whatever it costs their neighbours. */
#include "figure/map-panel.h"

static MilieuBox
label_box (const MilieuMapPanel *panel, const MilieuLabelPlace *place, guint i)
{
  return (MilieuBox) { place->x, place->y, place->x + panel->words[i]->width, place->y + panel->words[i]->height };
}

#define COST_OUTSIDE 100 /* cut by the edge of the panel */
#define COST_LABEL 10    /* on another that must show */

static gboolean
is_wanted (const MilieuMapPanel *panel, guint i, const guint8 *wanted)
{
  return i < panel->arrangement->n_stands && wanted[panel->arrangement->stands[i].actor];
}

static guint
cost_of (const MilieuMapPanel *panel, const MilieuLabelPlace *places, guint i, MilieuBox box, const guint8 *wanted)
{
  const MilieuArrangement *a = panel->arrangement;
  MilieuBox view = { panel->origin.x, panel->origin.y, panel->origin.x + panel->frame.width, panel->origin.y + panel->frame.height };
  guint cost = milieu_box_holds (view, box) ? 0 : COST_OUTSIDE;

  for (guint s = 0; s < a->n_stands; s++)
    cost += s != i && milieu_box_has_point (milieu_box_grow (box, a->stands[s].size / 2), a->stands[s].x, a->stands[s].y);
  for (guint k = 0; k < a->n_stands; k++)
    if (k != i && places[k].placed && is_wanted (panel, k, wanted))
      {
        MilieuBox other = label_box (panel, &places[k], k);

        cost += milieu_boxes_meet (&box, &other, 0) ? COST_LABEL : 0;
      }
  return cost;
}

/* the side that costs least; other labels there go */
static void
force_label (const MilieuMapPanel *panel, MilieuLabelPlace *places, guint i, const guint8 *wanted)
{
  guint least = G_MAXUINT;

  for (guint k = 0; k < panel->wishes[i].n_sides; k++)
    {
      MilieuLabelSide side = panel->wishes[i].sides[k];
      MilieuBox box = milieu_label_box (&panel->wishes[i], side);
      guint cost = cost_of (panel, places, i, box, wanted);

      if (cost >= least)
        continue;
      least = cost;
      places[i] = (MilieuLabelPlace) { TRUE, side, milieu_label_align (side), box.x0, box.y0 };
    }
  for (guint k = 0; k < panel->n_labels; k++)
    {
      MilieuBox own = label_box (panel, &places[i], i), box = label_box (panel, &places[k], k);

      if (k != i && places[k].placed && !is_wanted (panel, k, wanted))
        places[k].placed = !milieu_boxes_meet (&own, &box, 0);
    }
}

MilieuLabelPlace *
milieu_map_panel_places (const MilieuMapPanel *panel, const guint8 *wanted)
{
  MilieuLabelPlace *places = g_memdup2 (panel->places, MAX (panel->n_labels, 1) * sizeof (MilieuLabelPlace));

  for (guint i = 0; wanted != NULL && i < panel->arrangement->n_stands; i++)
    if (wanted[panel->arrangement->stands[i].actor] && !places[i].placed)
      force_label (panel, places, i, wanted);
  return places;
}
