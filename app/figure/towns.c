/* Towns, by population, where the actors and their labels leave room. */
#include "figure/map-panel.h"

#include "figure/box-grid.h"
#include "model/short-name.h"

#include <string.h>

#define LARGE 60000
#define TOWN_GAP 2.0
#define TOWN_EDGE 4.0
#define APART 14.0      /* px of look.md between two towns, so that they do not crowd */
#define TIE_SAMPLES 33
#define TOO_MANY_TIES 1500

static const MilieuLabelSide town_sides[] = {
  MILIEU_SIDE_EAST, MILIEU_SIDE_WEST, MILIEU_SIDE_NORTH, MILIEU_SIDE_SOUTH,
  MILIEU_SIDE_NORTH_EAST, MILIEU_SIDE_SOUTH_EAST, MILIEU_SIDE_NORTH_WEST, MILIEU_SIDE_SOUTH_WEST,
};

typedef struct
{
  MilieuMapPanel *panel;
  const MilieuPanelRequest *request;
  MilieuBoxGrid *things; /* what stands in the panel */
  MilieuBoxGrid *towns;  /* those placed so far */
  GHashTable *named;     /* INSEE codes that a disc's label already names */
  GHashTable *dotted;    /* those of actors in the lens: their dots stand for the town */
} Survey;

/* fewer and larger towns on smaller scales */
static guint
least_population (double scale)
{
  return MIN (200 * scale, 10000 + 20 * scale);
}

static void
add_box (Survey *s, MilieuBox box)
{
  milieu_box_grid_add (s->things, box, MILIEU_NO_TAG);
}

static void
add_curve (Survey *s, const MilieuCurve *curve, guint samples, double pad)
{
  MilieuPoint points[TIE_SAMPLES];

  milieu_curve_sample (curve, points, samples);
  for (guint i = 0; i < samples; i++)
    add_box (s, milieu_box_around (points[i].x, points[i].y, pad));
}

static void
add_labels (Survey *s)
{
  const MilieuMapPanel *panel = s->panel;

  for (guint i = 0; i < panel->n_labels; i++)
    {
      const MilieuLabelPlace *p = &panel->places[i];
      MilieuBox box = { p->x - 3 * panel->unit, p->y, p->x + panel->words[i]->width + 3 * panel->unit,
                        p->y + panel->words[i]->height };
      MilieuCurve leader;

      if (!p->placed)
        continue;
      add_box (s, box);
      if (p->side != MILIEU_SIDE_LEADER)
        continue;
      leader = milieu_curve_between (p->leader.from, p->leader.to, 0);
      add_curve (s, &leader, 13, 1.5 * panel->unit);
    }
}

/* its edges and the dots of those whom it holds */
static void
add_lenses (Survey *s)
{
  double unit = s->panel->unit;

  for (guint i = 0; i < s->request->n_lenses; i++)
    {
      const MilieuBox *lens = &s->request->lenses[i];

      add_box (s, (MilieuBox) { lens->x0 - unit, lens->y0 - unit, lens->x1 + unit, lens->y0 + unit });
      add_box (s, (MilieuBox) { lens->x0 - unit, lens->y1 - unit, lens->x1 + unit, lens->y1 + unit });
      add_box (s, (MilieuBox) { lens->x0 - unit, lens->y0 - unit, lens->x0 + unit, lens->y1 + unit });
      add_box (s, (MilieuBox) { lens->x1 - unit, lens->y0 - unit, lens->x1 + unit, lens->y1 + unit });
    }
  for (guint i = 0; s->request->n_lenses > 0 && i < s->request->content->cast->n_actors; i++)
    if (s->request->dots[i])
      {
        add_box (s, milieu_box_around (s->panel->at[i].x, s->panel->at[i].y, 2.3 * unit));
        g_hash_table_add (s->dotted, (gpointer) s->request->content->cast->actors[i].insee);
      }
}

static void
add_things (Survey *s)
{
  const MilieuMapPanel *panel = s->panel;
  const MilieuArrangement *a = panel->arrangement;
  double unit = panel->unit;

  for (guint i = 0; i < panel->blocks->len; i++)
    add_box (s, g_array_index (panel->blocks, MilieuBox, i));
  for (guint i = 0; i < a->n_stands; i++)
    add_box (s, milieu_box_around (a->stands[i].x, a->stands[i].y, a->stands[i].size * 0.56 + 2 * unit));
  for (guint i = 0; i < a->n_discs; i++)
    {
      add_box (s, milieu_box_around (a->discs[i].x, a->discs[i].y, a->discs[i].radius));
      g_hash_table_add (s->named, (gpointer) a->discs[i].insee);
    }
  add_lenses (s);
  /* so many leave no place free anyway */
  for (guint i = 0; i < panel->ties->len && panel->ties->len <= TOO_MANY_TIES; i++)
    add_curve (s, &g_array_index (panel->ties, MilieuPanelTie, i).curve, TIE_SAMPLES, 1.5 * unit);
  add_labels (s);
}

static gboolean
try_side (Survey *s, const MilieuLabelWish *wish, MilieuLabelSide side, MilieuTownLabel *town)
{
  double unit = s->panel->unit;
  const MilieuFrame *f = &s->panel->frame;
  MilieuPoint o = s->panel->origin;
  MilieuBox box = milieu_label_box (wish, side);
  MilieuBox inside = milieu_box_grow ((MilieuBox) { o.x, o.y, o.x + f->width, o.y + f->height }, -TOWN_EDGE * unit);

  if (s->request->solve && !milieu_box_holds (inside, box))
    return FALSE;
  town->corner = (MilieuPoint) { box.x0, box.y0 };
  town->align = milieu_label_align (side);
  box.x0 -= 2 * unit;
  box.x1 += 2 * unit;
  if (milieu_box_grid_meets (s->things, box, 0, MILIEU_NO_TAG)
      || milieu_box_grid_meets (s->towns, box, APART * unit, MILIEU_NO_TAG))
    return FALSE;
  milieu_box_grid_add (s->towns, box, MILIEU_NO_TAG);
  milieu_box_grid_add (s->towns, milieu_box_around (wish->x, wish->y, wish->radius), MILIEU_NO_TAG);
  return TRUE;
}

/* a dot that something covers is no dot */
static gboolean
is_covered (Survey *s, const MilieuMunicipality *m)
{
  MilieuPoint at = milieu_map_panel_place (&s->panel->frame, s->panel->origin, m->metres);

  return !g_hash_table_contains (s->dotted, m->insee)
         && milieu_box_grid_meets (s->things, milieu_box_around (at.x, at.y, 3 * s->panel->unit), 0, MILIEU_NO_TAG);
}

static void
try_town (Survey *s, const MilieuMunicipality *m)
{
  double unit = s->panel->unit;
  MilieuPoint at = milieu_map_panel_place (&s->panel->frame, s->panel->origin, m->metres);
  gboolean large = m->population > LARGE;
  MilieuTextStyle style = milieu_figure_tools_style (s->request->tools, large ? MILIEU_TEXT_TOWN_LARGE : MILIEU_TEXT_TOWN);
  gboolean dotted = g_hash_table_contains (s->dotted, m->insee);
  MilieuTownLabel town = {
    .x = at.x, .y = at.y, .name = milieu_typographic (m->name), .large = large,
    .radius = (m->population < 40000 ? 1.5 : m->population < 100000 ? 2.0 : 2.6) * unit,
  };
  MilieuLabelWish wish = { .x = at.x, .y = at.y, .radius = town.radius,
                           .height = style.size * MILIEU_LINE_HEIGHT, .gap = TOWN_GAP * unit };

  town.width = wish.width = milieu_text_width (s->request->tools->measure, town.name, &style);
  if (dotted)
    {
      town.radius = 0;
      wish.radius = 4 * unit;
    }
  for (guint i = 0; i < G_N_ELEMENTS (town_sides); i++)
    if (try_side (s, &wish, town_sides[i], &town))
      {
        g_array_append_val (s->panel->towns, town);
        return;
      }
  g_free (town.name);
}

void
milieu_map_panel_towns (MilieuMapPanel *panel, const MilieuPanelRequest *r)
{
  Survey s = { panel, r };
  guint n;
  const MilieuMunicipality *towns;

  if (r->content->gazetteer == NULL)
    return;
  towns = milieu_gazetteer_towns (r->content->gazetteer, &n);
  s.things = milieu_box_grid_new (40 * panel->unit);
  s.towns = milieu_box_grid_new (40 * panel->unit);
  s.named = g_hash_table_new (g_str_hash, g_str_equal);
  s.dotted = g_hash_table_new (g_str_hash, g_str_equal);
  add_things (&s);
  for (guint i = 0; i < n && panel->towns->len < r->n_towns; i++)
    {
      if (towns[i].population < least_population (panel->frame.scale))
        break;
      if (g_hash_table_contains (s.named, towns[i].insee)
          || (r->solve && !milieu_frame_contains (&panel->frame, towns[i].metres, 3))
          || is_covered (&s, &towns[i]))
        continue;
      try_town (&s, &towns[i]);
    }
  milieu_box_grid_free (s.things);
  milieu_box_grid_free (s.towns);
  g_hash_table_unref (s.named);
  g_hash_table_unref (s.dotted);
}
