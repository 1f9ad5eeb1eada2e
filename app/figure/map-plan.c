#include "figure/map-plan.h"

#include "figure/edge-markers.h"
#include "figure/symbols.h"
#include "figure/ties.h"
#include "geo/credits.h"

#include <math.h>
#include <string.h>

#define NAME_WIDTH 100.0  /* of a label's lines, px of look.md */
#define LINES 2
#define ONE_LINE 130.0    /* beside a crowd; a line may be 2.2 times as long */
#define HEAD 24.0
#define TOWNS 30
#define CREDIT_HEIGHT 18.0

/* ---- content ---- */

static void
measure_names (MilieuMapContent *c, const MilieuFigureTools *tools)
{
  g_autofree guint *order = milieu_cast_priority (c->cast);

  c->wrapped = milieu_name_words_new (c->cast, tools, MILIEU_TEXT_ACTOR, NAME_WIDTH * milieu_figure_tools_unit (tools), LINES);
  c->line = milieu_name_words_new (c->cast, tools, MILIEU_TEXT_ACTOR, ONE_LINE * milieu_figure_tools_unit (tools), 1);
  c->rank = g_new0 (guint, MAX (c->cast->n_actors, 1));
  for (guint i = 0; i < c->cast->n_actors; i++)
    c->rank[order[i]] = i;
}

static void
project (MilieuMapPlan *plan)
{
  g_autoptr (MilieuProjection) projection = milieu_projection_new ();
  MilieuCast *cast = plan->content.cast;

  plan->content.metres = g_new0 (MilieuMetres, MAX (cast->n_actors, 1));
  plan->located = g_new0 (guint8, MAX (cast->n_actors, 1));
  for (guint i = 0; i < cast->n_actors; i++)
    {
      MilieuCastActor *a = &cast->actors[i];

      plan->located[i] = a->located && milieu_projection_to_metres (projection, (MilieuDegrees) { a->lon, a->lat },
                                                                    &plan->content.metres[i]);
      a->located = plan->located[i];
    }
}

/* ---- extent ---- */

static const MilieuFeature *
region (const MilieuMapPlan *plan)
{
  guint n = 0;
  const MilieuFeature *features = plan->content.basemap == NULL ? NULL
    : milieu_basemap_features (plan->content.basemap, MILIEU_LAYER_REGION, MILIEU_DETAIL_500M, &n);

  return n > 0 ? &features[0] : NULL;
}

static void
set_members (MilieuMapPlan *plan)
{
  const MilieuFeature *land = region (plan);
  guint n = plan->content.cast->n_actors, inside = 0;

  plan->is_member = g_new0 (guint8, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      plan->is_member[i] = plan->located[i] && plan->options.extent != MILIEU_EXTENT_ALL && land != NULL
                           && milieu_feature_contains (land, plan->content.metres[i]);
      inside += plan->is_member[i];
    }
  if (inside == 0)
    memcpy (plan->is_member, plan->located, n);
  plan->members = g_new (MilieuMetres, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    if (plan->is_member[i])
      plan->members[plan->n_members++] = plan->content.metres[i];
}

static void
show_ground (MilieuMapPlan *plan)
{
  MilieuMargins m = { 12, 12, 12, 12 };
  MilieuBounds bounds = { 0, 6000000, 1300000, 7200000 };

  if (plan->content.basemap != NULL)
    bounds = milieu_basemap_region (plan->content.basemap);
  plan->opening = (MilieuFrame) { plan->options.width, plan->options.height, { 0, 0 }, 500 };
  milieu_frame_fit (&plan->opening, &bounds, &m, 1);
}

static void
open_frame (MilieuMapPlan *plan)
{
  if (plan->n_members == 0)
    show_ground (plan);
  else
    milieu_map_plan_open (plan, region (plan));
}

/* ---- inset ---- */

/* the one municipality or grouping of municipalities that its actors belong to, else the largest of their municipalities */
static char *
name_of_inset (const MilieuMapPlan *plan, guint index, MilieuLanguage language)
{
  const MilieuMunicipality *largest = NULL;
  gboolean one = TRUE, one_town = TRUE;

  for (guint i = 0; plan->content.gazetteer != NULL && i < plan->content.cast->n_actors; i++)
    {
      const MilieuMunicipality *m;

      if (plan->in_inset[i] != 1 + index)
        continue;
      m = milieu_gazetteer_by_insee (plan->content.gazetteer, plan->content.cast->actors[i].insee);
      if (m == NULL)
        m = milieu_gazetteer_nearest (plan->content.gazetteer, plan->content.metres[i], NULL);
      if (m == NULL)
        continue;
      one &= largest == NULL || g_str_equal (largest->epci, m->epci);
      one_town &= largest == NULL || largest == m;
      if (largest == NULL || m->population > largest->population)
        largest = m;
    }
  if (largest == NULL)
    return g_strdup (milieu_words (language, N_("Detail")));
  if (one_town)
    return g_strdup (largest->name);
  if (one && *largest->epci_name != '\0')
    return g_strdup (largest->epci_name);
  return g_strdup_printf (milieu_words (language, N_("%s and surroundings")), largest->name);
}

static void
fill_insets (MilieuMapPlan *plan, MilieuLanguage language)
{
  guint n = plan->content.cast->n_actors;

  plan->in_inset = g_new0 (guint8, MAX (n, 1));
  milieu_map_place_inset (plan);
  for (guint k = 0; k < plan->n_insets; k++)
    {
      MilieuMapInset *inset = &plan->insets[k];

      if (!inset->fixed)
        inset->inset.frame = milieu_map_inset_frame (plan, k);
      for (guint i = 0; i < n; i++)
        if (plan->in_inset[i] == 0 && plan->located[i] && milieu_frame_contains (&inset->inset.frame, plan->content.metres[i], 0))
          {
            plan->in_inset[i] = 1 + k;
            inset->n++;
          }
      inset->name = name_of_inset (plan, k, language);
    }
}

MilieuBox
milieu_map_plan_lens (const MilieuMapPlan *plan, const MilieuFrame *frame, guint index)
{
  MilieuBounds ground = milieu_frame_bounds (&plan->insets[index].inset.frame);
  MilieuBox box;

  milieu_frame_to_px (frame, (MilieuMetres) { ground.west, ground.north }, &box.x0, &box.y0);
  milieu_frame_to_px (frame, (MilieuMetres) { ground.east, ground.south }, &box.x1, &box.y1);
  return box;
}

/* ---- the opening view ---- */

static void
add_furniture (const MilieuMapPlan *plan, const MilieuFrame *frame, gboolean insets, GArray *boxes)
{
  MilieuFurniture f = milieu_map_plan_furniture (plan, frame, insets);
  MilieuBox own[3];

  g_array_append_vals (boxes, own, milieu_furniture_boxes (plan, &f, own));
}

/* symbols, labels and towns of a panel */
static void
add_standing (const MilieuMapPanel *panel, GArray *boxes)
{
  for (guint i = 0; i < panel->n_labels; i++)
    {
      const MilieuLabelPlace *p = &panel->places[i];
      MilieuBox box = { p->x, p->y, p->x + panel->words[i]->width, p->y + panel->words[i]->height };

      if (p->placed)
        g_array_append_val (boxes, box);
      if (i >= panel->arrangement->n_stands)
        continue;
      box = milieu_box_around (panel->arrangement->stands[i].x, panel->arrangement->stands[i].y, panel->size);
      g_array_append_val (boxes, box);
    }
  for (guint i = 0; i < panel->towns->len; i++)
    {
      const MilieuTownLabel *t = &g_array_index (panel->towns, MilieuTownLabel, i);
      MilieuBox box = { t->corner.x, t->corner.y, t->corner.x + t->width, t->corner.y + 12 * panel->unit };

      g_array_append_val (boxes, box);
    }
}

GArray *
milieu_map_plan_names (const MilieuMapPlan *plan, const MilieuFigureTools *tools, const MilieuFrame *frame, gboolean inset,
                       const MilieuMapPanel *panel)
{
  g_autoptr (GArray) avoid = g_array_new (FALSE, FALSE, sizeof (MilieuBox));
  MilieuPen pen = { .tools = tools, .unit = plan->unit };

  if (frame->width > 0)
    add_furniture (plan, frame, inset, avoid);
  if (panel != NULL)
    add_standing (panel, avoid);
  for (guint i = 0; inset && i < plan->n_insets; i++)
    {
      MilieuBox lens = milieu_map_plan_lens (plan, frame, i), wide = milieu_box_grow (plan->insets[i].inset.card, 6 * plan->unit);

      g_array_append_val (avoid, lens);
      g_array_append_val (avoid, wide);
    }
  for (guint i = 0; i < plan->content.cast->n_actors; i++)
    if (plan->located[i])
      {
        MilieuPoint at = milieu_map_panel_place (frame, (MilieuPoint) { 0, 0 }, plan->content.metres[i]);
        MilieuBox box = milieu_box_around (at.x, at.y, MILIEU_SIZE_MAP * plan->unit);

        g_array_append_val (avoid, box);
      }
  return milieu_map_ground_names (&pen, plan->content.basemap, frame, (MilieuPoint) { 0, 0 },
                                  (MilieuBox *) avoid->data, avoid->len);
}

MilieuMapPanel *
milieu_map_plan_panel (const MilieuMapPlan *plan, const MilieuFigureTools *tools, const MilieuFrame *frame,
                       gboolean inset, gboolean solve, const MilieuBox *avoid, guint n_avoid, const guint8 *muted)
{
  guint n = plan->content.cast->n_actors;
  g_autofree guint8 *here = g_memdup2 (plan->located, MAX (n, 1));
  MilieuBox lenses[MILIEU_MOST_INSETS];

  for (guint i = 0; inset && i < n; i++)
    here[i] &= plan->in_inset[i] == 0;
  for (guint i = 0; inset && i < plan->n_insets; i++)
    lenses[i] = milieu_map_plan_lens (plan, frame, i);
  return milieu_map_panel_new (&(MilieuPanelRequest) {
    .content = &plan->content, .tools = tools, .frame = *frame, .here = here,
    .dots = inset ? plan->in_inset : NULL, .lenses = lenses, .n_lenses = inset ? plan->n_insets : 0,
    .solve = solve, .sides = plan->sides, .muted = muted, .avoid = avoid, .n_avoid = n_avoid, .n_towns = solve ? TOWNS : G_MAXUINT });
}

guint *
milieu_map_plan_outside (const MilieuMapPlan *plan, const MilieuFrame *frame, guint *n)
{
  guint *who = g_new (guint, MAX (plan->content.cast->n_actors, 1));

  *n = 0;
  for (guint i = 0; i < plan->content.cast->n_actors; i++)
    if (plan->located[i] && !plan->is_member[i] && !milieu_frame_contains (frame, plan->content.metres[i], 0))
      who[(*n)++] = i;
  return who;
}

void
milieu_map_plan_add_places (const MilieuMapPlan *plan, const MilieuFrame *frame, MilieuPoint origin, GArray *boxes)
{
  for (guint i = 0; i < plan->content.cast->n_actors && plan->content.cast->n_actors <= MILIEU_LABELS_SOLVER_LIMIT; i++)
    if (plan->located[i] && milieu_frame_contains (frame, plan->content.metres[i], 0))
      {
        MilieuPoint at = milieu_map_panel_place (frame, origin, plan->content.metres[i]);
        MilieuBox box = milieu_box_around (at.x, at.y, 1.5 * MILIEU_SIZE_MAP * plan->unit);

        g_array_append_val (boxes, box);
      }
}

static void
add_markers (const MilieuMapPlan *plan, const MilieuPen *pen, GArray *boxes)
{
  guint n;
  g_autofree guint *who = milieu_map_plan_outside (plan, &plan->opening, &n);
  g_autoptr (GArray) avoid = g_array_copy (boxes);

  for (guint i = 0; i < plan->n_insets; i++)
    g_array_append_val (avoid, plan->insets[i].inset.card);
  milieu_map_plan_add_places (plan, &plan->opening, (MilieuPoint) { 0, 0 }, avoid);
  milieu_edge_markers_boxes (pen, &(MilieuEdgeRequest) {
    plan->content.cast, plan->content.metres, who, n, &plan->opening, { 0, 0 }, (MilieuBox *) avoid->data, avoid->len }, boxes);
}

static void
add_opening_boxes (const MilieuMapPlan *plan, const MilieuFigureTools *tools, GArray *boxes)
{
  double u = plan->unit, width = plan->options.width, height = plan->options.height;
  MilieuPen pen = { .tools = tools, .unit = u };
  const char *words = milieu_words (tools->language, MILIEU_CREDIT_SHORT);
  MilieuBox credit = { width - milieu_pen_width (&pen, MILIEU_TEXT_CREDIT, words) - 14 * u, height - CREDIT_HEIGHT * u, width, height };

  add_furniture (plan, &plan->opening, plan->n_insets > 0, boxes);
  g_array_append_vals (boxes, plan->options.taken, plan->options.n_taken);
  add_markers (plan, &pen, boxes);
  if (plan->options.parts & MILIEU_MAP_CREDIT)
    g_array_append_val (boxes, credit);
  for (guint i = 0; i < plan->n_insets; i++)
    {
      MilieuBox card = milieu_box_grow (plan->insets[i].inset.card, 5 * u);
      g_array_append_val (boxes, card);
    }
  for (guint i = 0; i < plan->names->len; i++)
    milieu_map_ground_name_boxes (&pen, &g_array_index (plan->names, MilieuGroundName, i), boxes);
}

static void
place_detail (MilieuMapPlan *plan, const MilieuFigureTools *tools, guint index)
{
  double u = plan->unit;
  const MilieuInset *inset = &plan->insets[index].inset;
  MilieuBox card = inset->card, bar = { card.x1 - 92 * u, card.y1 - 30 * u, card.x1, card.y1 };
  guint n = plan->content.cast->n_actors;
  g_autofree guint8 *here = g_new0 (guint8, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    here[i] = plan->in_inset[i] == 1 + index;
  plan->insets[index].detail = milieu_map_panel_new (&(MilieuPanelRequest) {
    .content = &plan->content, .tools = tools, .frame = inset->frame,
    .origin = { card.x0, card.y0 + inset->head }, .here = here, .inset = TRUE, .solve = TRUE,
    .avoid = &bar, .n_avoid = 1, .n_towns = TOWNS / 2 });
}

static void
remember_sides (MilieuMapPlan *plan, const MilieuMapPanel *panel)
{
  for (guint i = 0; panel != NULL && i < panel->arrangement->n_stands; i++)
    if (panel->places[i].placed && panel->places[i].side != MILIEU_SIDE_LEADER)
      plan->sides[panel->arrangement->stands[i].actor] = 1 + panel->places[i].side;
}

GArray *
milieu_map_plan_boxes (const MilieuMapPlan *plan, const MilieuFigureTools *tools)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (MilieuBox));

  add_opening_boxes (plan, tools, boxes);
  return boxes;
}

static void
place_opening (MilieuMapPlan *plan, const MilieuFigureTools *tools)
{
  g_autoptr (GArray) boxes = NULL;

  plan->names = milieu_map_plan_names (plan, tools, &plan->opening, plan->n_insets > 0, NULL);
  boxes = milieu_map_plan_boxes (plan, tools);
  plan->main = milieu_map_plan_panel (plan, tools, &plan->opening, plan->n_insets > 0, TRUE,
                                      (MilieuBox *) boxes->data, boxes->len, NULL);
  for (guint i = 0; i < plan->n_insets; i++)
    place_detail (plan, tools, i);
  plan->sides = g_new0 (guint8, MAX (plan->content.cast->n_actors, 1));
  for (guint i = 0; i < plan->n_insets; i++)
    remember_sides (plan, plan->insets[i].detail);
  remember_sides (plan, plan->main);
}

MilieuMapPlan *
milieu_map_plan_new (MilieuSnapshot *snapshot, const MilieuFilter *filter,
                     const MilieuFigureTools *tools, const MilieuMapOptions *options)
{
  MilieuMapPlan *plan = g_new0 (MilieuMapPlan, 1);

  g_return_val_if_fail (options->width > 0 && options->height > 0, NULL);
  plan->count = 1;
  plan->options = *options;
  plan->unit = milieu_figure_tools_unit (tools);
  plan->head = HEAD * plan->unit;
  plan->content.cast = milieu_cast_new (snapshot, filter, tools->language);
  plan->content.cast->facts.view = MILIEU_VIEW_MAP;
  milieu_dressing_apply (options->dressing, plan->content.cast, FALSE, MILIEU_PX_PER_MM);
  plan->content.basemap = tools->basemap != NULL ? milieu_basemap_ref (tools->basemap) : NULL;
  plan->content.gazetteer = tools->gazetteer != NULL ? milieu_gazetteer_ref (tools->gazetteer) : NULL;
  measure_names (&plan->content, tools);
  project (plan);
  set_members (plan);
  open_frame (plan);
  fill_insets (plan, tools->language);
  plan->options.insets = NULL; /* borrowed for the call */
  plan->options.dressing = NULL;
  milieu_map_plan_choose_corners (plan);
  place_opening (plan, tools);
  return plan;
}
