/* Labels that must show, whatever it costs their neighbours. */
#include "figure/map-panel.h"

static MilieuBox
label_box (const MilieuMapPanel *panel, const MilieuLabelPlace *place, guint i)
{
  return (MilieuBox) { place->x, place->y, place->x + panel->words[i]->width, place->y + panel->words[i]->height };
}

/* the side that covers fewest symbols; other labels there go */
static void
force_label (const MilieuMapPanel *panel, MilieuLabelPlace *places, guint i, const guint8 *wanted)
{
  const MilieuArrangement *a = panel->arrangement;
  guint least = G_MAXUINT;

  for (guint k = 0; k < panel->wishes[i].n_sides; k++)
    {
      MilieuLabelSide side = panel->wishes[i].sides[k];
      MilieuBox box = milieu_label_box (&panel->wishes[i], side);
      guint covered = 0;

      for (guint s = 0; s < a->n_stands; s++)
        covered += s != i && milieu_box_has_point (milieu_box_grow (box, a->stands[s].size / 2), a->stands[s].x, a->stands[s].y);
      if (covered >= least)
        continue;
      least = covered;
      places[i] = (MilieuLabelPlace) { TRUE, side, milieu_label_align (side), box.x0, box.y0 };
    }
  for (guint k = 0; k < panel->n_labels; k++)
    {
      MilieuBox own = label_box (panel, &places[i], i), box = label_box (panel, &places[k], k);

      if (k != i && places[k].placed && !(k < a->n_stands && wanted[a->stands[k].actor]))
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
