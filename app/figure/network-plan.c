#include "figure/network-plan.h"

#include "figure/network-bands.h"
#include "figure/symbols.h"
#include "figure/ties.h"

#include <math.h>
#include <string.h>

#define NAME_WIDTH 84.0
#define LINES 3
#define GAP 2.2
#define SYMBOL_RADIUS 0.58
#define OWN_RADIUS 0.56
#define TIE_WEIGHT 0.34
#define TIE_SAMPLES 17
#define STEPS 12000
#define VIEW_EDGE 12.0
#define PRINT_EDGE 0.6
#define LABEL_EDGE 4.0
#define ROOM_SIDE 52.0     /* about the outermost symbols, where there are no bands */
#define ROOM_ABOVE 18.0
#define ROOM_BELOW 44.0
#define MOST_SCALE 1.6     /* px of look.md per unit of spots at the opening view */
#define MOST_ZOOM 12.0     /* nobody comes nearer: px per unit */
#define STEP_X 84.0        /* rows of those without a spot */
#define STEP_Y 52.0

static const MilieuLabelSide sides[] = {
  MILIEU_SIDE_SOUTH, MILIEU_SIDE_EAST, MILIEU_SIDE_WEST, MILIEU_SIDE_NORTH,
  MILIEU_SIDE_SOUTH_EAST, MILIEU_SIDE_SOUTH_WEST, MILIEU_SIDE_NORTH_EAST, MILIEU_SIDE_NORTH_WEST,
};

/* ---- spots ---- */

static void
take_spots (MilieuNetworkPlan *plan, const MilieuNetworkOptions *options)
{
  for (guint i = 0; i < plan->cast->n_actors; i++)
    {
      const MilieuCastActor *a = &plan->cast->actors[i];

      plan->spots[i] = a->has_spot ? (MilieuPoint) { a->x, a->y } : (MilieuPoint) { NAN, NAN };
    }
  for (guint v = 0; options->layout != NULL && v < options->layout->n; v++)
    {
      guint i = milieu_cast_find (plan->cast, options->graph->actors[v]);

      if (i != G_MAXUINT)
        plan->spots[i] = (MilieuPoint) { options->layout->x[v], options->layout->y[v] };
    }
}

static MilieuBox
spots_box (const MilieuNetworkPlan *plan)
{
  MilieuBox box = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < plan->cast->n_actors; i++)
    if (isfinite (plan->spots[i].x))
      box = milieu_box_union (box, milieu_box_around (plan->spots[i].x, plan->spots[i].y, 0));
  for (guint i = 0; i < plan->n_bands; i++)
    box = milieu_box_union (box, (MilieuBox) { plan->bands[i].x0, plan->bands[i].y0, plan->bands[i].x1, plan->bands[i].y1 });
  return box.x0 > box.x1 ? (MilieuBox) { 0, 0, 0, 0 } : box;
}

/* those without a spot stand in rows below until a layout is run */
static void
line_up (MilieuNetworkPlan *plan)
{
  MilieuBox box = spots_box (plan);
  guint columns = MAX (6, (box.x1 - box.x0) / STEP_X), n = 0;

  for (guint i = 0; i < plan->cast->n_actors; i++)
    {
      if (isfinite (plan->spots[i].x))
        continue;
      plan->spots[i] = (MilieuPoint) { box.x0 + STEP_X * (n % columns + 0.5), box.y1 + STEP_Y * (n / columns + 1) };
      n++;
    }
}

/* ---- views ---- */

MilieuPoint
milieu_network_view_to_px (const MilieuNetworkView *view, MilieuPoint spot)
{
  return (MilieuPoint) { (spot.x - view->centre.x) * view->scale + view->width / 2,
                         (spot.y - view->centre.y) * view->scale + view->height / 2 };
}

MilieuPoint
milieu_network_view_to_spot (const MilieuNetworkView *view, MilieuPoint px)
{
  return (MilieuPoint) { (px.x - view->width / 2) / view->scale + view->centre.x,
                         (px.y - view->height / 2) / view->scale + view->centre.y };
}

void
milieu_network_view_zoom (MilieuNetworkView *view, double factor, double x, double y)
{
  MilieuPoint stays = milieu_network_view_to_spot (view, (MilieuPoint) { x, y });

  view->scale *= factor;
  view->centre.x = stays.x - (x - view->width / 2) / view->scale;
  view->centre.y = stays.y - (y - view->height / 2) / view->scale;
}

/* the view that holds @box with px of look.md about it */
static MilieuNetworkView
fit (const MilieuNetworkPlan *plan, MilieuBox box, double side, double above, double below)
{
  double u = plan->unit, w = plan->options.width, h = plan->options.height;
  double free_w = MAX (w - 2 * side * u, w / 4), free_h = MAX (h - (above + below) * u, h / 4);
  double across = MAX (box.x1 - box.x0, 1), down = MAX (box.y1 - box.y0, 1);
  double scale = MIN (MIN (free_w / across, free_h / down), MOST_SCALE * u);
  double lift = (below - above) * u / 2 / scale;

  return (MilieuNetworkView) { w, h, { (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2 + lift }, scale };
}

static MilieuNetworkView
fit_all (const MilieuNetworkPlan *plan)
{
  MilieuBox all = spots_box (plan);

  if (plan->n_bands == 0)
    return fit (plan, all, ROOM_SIDE, ROOM_ABOVE, ROOM_BELOW);
  return fit (plan, all, plan->edge, plan->edge, plan->edge);
}

MilieuNetworkView
milieu_network_plan_view_of (const MilieuNetworkPlan *plan, const guint32 *actors, guint n)
{
  MilieuBox box = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint k = 0; k < n; k++)
    {
      guint i = milieu_cast_find (plan->cast, actors[k]);

      if (i != G_MAXUINT)
        box = milieu_box_union (box, milieu_box_around (plan->spots[i].x, plan->spots[i].y, 0));
    }
  if (box.x0 > box.x1)
    return plan->opening;
  return fit (plan, box, 1.5 * ROOM_SIDE, 2 * ROOM_ABOVE, ROOM_BELOW);
}

MilieuNetworkView
milieu_network_plan_opening_view (const MilieuNetworkPlan *plan)
{
  return plan->opening;
}

MilieuBox
milieu_network_plan_band (const MilieuNetworkView *view, const MilieuBand *band)
{
  MilieuPoint a = milieu_network_view_to_px (view, (MilieuPoint) { band->x0, band->y0 });
  MilieuPoint b = milieu_network_view_to_px (view, (MilieuPoint) { band->x1, band->y1 });

  return (MilieuBox) { a.x, a.y, b.x, b.y };
}

MilieuPoint *
milieu_network_plan_points (const MilieuNetworkPlan *plan, const MilieuNetworkView *view)
{
  MilieuPoint *points = g_new (MilieuPoint, MAX (plan->cast->n_actors, 1));

  for (guint i = 0; i < plan->cast->n_actors; i++)
    points[i] = milieu_network_view_to_px (view, plan->spots[i]);
  return points;
}

double
milieu_network_plan_size (const MilieuNetworkPlan *plan, guint actor)
{
  double size = plan->cast->actors[actor].size;

  return (size > 0 ? size : MILIEU_SIZE_NETWORK) * plan->unit;
}

double *
milieu_network_plan_reaches (const MilieuNetworkPlan *plan)
{
  double *reach = g_new (double, MAX (plan->cast->n_actors, 1));

  for (guint i = 0; i < plan->cast->n_actors; i++)
    reach[i] = milieu_symbol_reach (plan->cast->actors[i].symbol, milieu_network_plan_size (plan, i), plan->unit);
  return reach;
}

/* ---- bends and labels ---- */

MilieuLabelWish
milieu_network_plan_wish (const MilieuNetworkPlan *plan, guint i, MilieuPoint at)
{
  return (MilieuLabelWish) {
    .owner = i, .x = at.x, .y = at.y, .radius = milieu_network_plan_size (plan, i) * OWN_RADIUS,
    .width = plan->words[i].width, .height = plan->words[i].height, .gap = GAP * plan->unit,
    .rank = 1 + plan->rank[i], .sides = sides, .n_sides = G_N_ELEMENTS (sides) };
}

static void
choose_bends (MilieuNetworkPlan *plan)
{
  g_autofree MilieuPoint *at = milieu_network_plan_points (plan, &plan->opening);
  g_autofree double *reach = milieu_network_plan_reaches (plan);
  g_autofree MilieuBox *labels = g_new (MilieuBox, MAX (plan->cast->n_actors, 1));

  for (guint i = 0; i < plan->cast->n_actors; i++)
    {
      MilieuLabelWish wish = milieu_network_plan_wish (plan, i, at[i]);
      labels[i] = milieu_label_box (&wish, MILIEU_SIDE_SOUTH);
    }
  plan->bends = milieu_bends_choose (&(MilieuBendRequest) {
    .cast = plan->cast, .at = at, .reach = reach, .labels = labels, .size = MILIEU_SIZE_NETWORK * plan->unit });
}

static GArray *
tie_chords (const MilieuNetworkPlan *plan, const MilieuPoint *at)
{
  GArray *chords = g_array_new (FALSE, FALSE, sizeof (MilieuChord));
  g_autofree double *reach = milieu_network_plan_reaches (plan);

  for (guint i = 0; i < plan->cast->n_ties; i++)
    {
      const MilieuCastTie *tie = &plan->cast->ties[i];
      MilieuCurve curve = milieu_curve_between (at[tie->source], at[tie->target], plan->bends[i]);
      MilieuPoint points[TIE_SAMPLES];

      milieu_curve_trim (&curve, reach[tie->source], reach[tie->target]);
      milieu_curve_sample (&curve, points, TIE_SAMPLES);
      for (guint k = 0; k + 1 < TIE_SAMPLES; k++)
        {
          MilieuChord chord = { points[k], points[k + 1] };
          g_array_append_val (chords, chord);
        }
    }
  return chords;
}

static MilieuBox
frame_of (const MilieuNetworkPlan *plan, const MilieuNetworkView *view, gboolean solve)
{
  if (!solve)
    return (MilieuBox) { -G_MAXDOUBLE, -G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE };
  return milieu_box_grow ((MilieuBox) { 0, 0, view->width, view->height }, -LABEL_EDGE * plan->unit);
}

/* a label that has a side keeps it as long as there is room */
static const MilieuLabelSide *
sides_from (MilieuLabelSide *own, guint8 first)
{
  guint n = 0;

  if (first == 0)
    return sides;
  own[n++] = first - 1;
  for (guint k = 0; k < G_N_ELEMENTS (sides); k++)
    if (sides[k] != own[0])
      own[n++] = sides[k];
  return own;
}

/* where somebody put it; all others keep clear of it */
static MilieuLabelPlace
by_hand (const MilieuNetworkPlan *plan, const MilieuLabelWish *wish, guint actor, GArray *blocks)
{
  const MilieuCastActor *a = &plan->cast->actors[actor];
  MilieuLabelPlace place = milieu_label_by_hand (wish, a->hand_x, a->hand_y);
  MilieuBox box = { place.x, place.y, place.x + wish->width, place.y + wish->height };

  g_array_append_val (blocks, box);
  return place;
}

/* a label that shows at this scale has its side, unless a band's title stands there */
static MilieuLabelPlace
place_by_scale (const MilieuNetworkPlan *plan, const MilieuNetworkView *view, const MilieuLabelWish *wish, guint i, GArray *blocks)
{
  MilieuLabelSide side = plan->sides[i] - 1u;
  MilieuBox box = milieu_label_box (wish, side);

  if (view->scale <= plan->from[i] || plan->from[i] >= MOST_ZOOM)
    return (MilieuLabelPlace) { FALSE };
  for (guint k = 0; k < blocks->len; k++)
    if (milieu_boxes_meet (&g_array_index (blocks, MilieuBox, k), &box, 0))
      return (MilieuLabelPlace) { FALSE };
  return (MilieuLabelPlace) { TRUE, side, milieu_label_align (side), box.x0, box.y0 };
}

MilieuLabelPlace *
milieu_network_plan_place (const MilieuNetworkPlan *plan, const MilieuFigureTools *tools,
                           const MilieuNetworkView *view, gboolean solve)
{
  guint n = plan->cast->n_actors;
  g_autofree MilieuPoint *at = milieu_network_plan_points (plan, view);
  /* only the solver looks at ties */
  g_autoptr (GArray) chords = solve && n <= MILIEU_LABELS_SOLVER_LIMIT ? tie_chords (plan, at)
                              : g_array_new (FALSE, FALSE, sizeof (MilieuChord));
  g_autoptr (GArray) blocks = milieu_network_band_titles (plan, tools, view);
  g_autofree MilieuLabelWish *wishes = g_new (MilieuLabelWish, MAX (n, 1));
  g_autofree MilieuLabelSymbol *symbols = g_new (MilieuLabelSymbol, MAX (n, 1));
  g_autofree MilieuLabelSide *own = g_new (MilieuLabelSide, MAX (n, 1) * MILIEU_N_SIDES);

  g_autofree guint *who = g_new (guint, MAX (n, 1));
  g_autofree MilieuLabelPlace *found = NULL;
  MilieuLabelPlace *places = g_new0 (MilieuLabelPlace, MAX (n, 1));
  guint asking = 0;

  if (solve)
    g_array_append_vals (blocks, plan->options.taken, plan->options.n_taken);
  for (guint i = 0; i < n; i++)
    {
      wishes[i] = milieu_network_plan_wish (plan, i, at[i]);
      if (plan->sides != NULL)
        wishes[i].sides = sides_from (own + i * MILIEU_N_SIDES, plan->sides[i]);
      if (solve && n <= MILIEU_LABELS_SOLVER_LIMIT)
        wishes[i].rank = plan->rank[i] < n / 2 ? 1 : 2;
      symbols[i] = (MilieuLabelSymbol) { i, at[i].x, at[i].y, milieu_network_plan_size (plan, i) * SYMBOL_RADIUS };
    }
  for (guint i = 0; i < n; i++)
    if (plan->cast->actors[i].by_hand)
      places[i] = by_hand (plan, &wishes[i], i, blocks);
    else
      {
        who[asking] = i;
        wishes[asking++] = wishes[i];
      }
  if (!solve)
    {
      for (guint i = 0; i < asking; i++)
        places[who[i]] = place_by_scale (plan, view, &wishes[i], who[i], blocks);
      return places;
    }
  found = milieu_labels_place (&(MilieuLabelProblem) {
    .wishes = wishes, .n_wishes = asking, .symbols = symbols, .n_symbols = n,
    .blocks = (MilieuBox *) blocks->data, .n_blocks = blocks->len,
    .ties = (MilieuChord *) chords->data, .n_ties = chords->len,
    .frame = frame_of (plan, view, solve), .tie_weight = TIE_WEIGHT, .padding = 1.5 * plan->unit, .unit = plan->unit,
    .steps = STEPS, .seed = 42 });
  for (guint i = 0; i < asking; i++)
    places[who[i]] = found[i];
  return places;
}

/* ---- the plan ---- */

/* from which scale each label shows, for all who zoom */
static void
find_scales (MilieuNetworkPlan *plan)
{
  guint n = plan->cast->n_actors;
  g_autofree MilieuLabelWish *wishes = g_new (MilieuLabelWish, MAX (n, 1));
  g_autofree MilieuLabelSide *chosen = g_new0 (MilieuLabelSide, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    wishes[i] = milieu_network_plan_wish (plan, i, (MilieuPoint) { 0, 0 });
  plan->from = milieu_labels_scales (&(MilieuLabelScales) {
    .wishes = wishes, .places = plan->spots, .sides = plan->sides, .n = n, .padding = 1.5 * plan->unit,
    .least = 0, .most = MOST_ZOOM, .chosen = chosen });
  for (guint i = 0; i < n; i++)
    plan->sides[i] = 1 + chosen[i];
}

static void
place_opening (MilieuNetworkPlan *plan, const MilieuFigureTools *tools)
{
  guint n = MAX (plan->cast->n_actors, 1);

  plan->opening = fit_all (plan);
  choose_bends (plan);
  plan->places = milieu_network_plan_place (plan, tools, &plan->opening, TRUE);
  plan->sides = g_new0 (guint8, n);
  for (guint i = 0; i < plan->cast->n_actors; i++)
    if (plan->places[i].placed && plan->places[i].side != MILIEU_SIDE_LEADER)
      plan->sides[i] = 1 + plan->places[i].side;
  find_scales (plan);
}

MilieuNetworkPlan *
milieu_network_plan_new (MilieuSnapshot *snapshot, const MilieuFilter *filter,
                         const MilieuFigureTools *tools, const MilieuNetworkOptions *options)
{
  MilieuNetworkPlan *plan = g_new0 (MilieuNetworkPlan, 1);
  g_autofree guint *order = NULL;

  g_return_val_if_fail (options->width > 0 && options->height > 0, NULL);
  plan->count = 1;
  plan->options = *options;
  plan->options.layout = NULL;
  plan->options.graph = NULL;
  plan->unit = milieu_figure_tools_unit (tools);
  plan->edge = tools->print ? PRINT_EDGE : VIEW_EDGE;
  plan->cast = milieu_cast_new (snapshot, filter, tools->language);
  plan->cast->facts.view = MILIEU_VIEW_NETWORK;
  plan->options.dressing = NULL; /* borrowed for the call */
  milieu_dressing_apply (options->dressing, plan->cast, TRUE, MILIEU_PX_PER_MM);
  plan->words = milieu_name_words_new (plan->cast, tools, MILIEU_TEXT_ACTOR_NETWORK, NAME_WIDTH * plan->unit, LINES);
  plan->spots = g_new (MilieuPoint, MAX (plan->cast->n_actors, 1));
  plan->rank = g_new0 (guint, MAX (plan->cast->n_actors, 1));
  order = milieu_cast_priority (plan->cast);
  for (guint i = 0; i < plan->cast->n_actors; i++)
    plan->rank[order[i]] = i;
  take_spots (plan, options);
  if (options->kind == MILIEU_LAYOUT_STRATA)
    plan->n_bands = milieu_network_bands (snapshot, filter, options->layout, plan->bands);
  line_up (plan);
  place_opening (plan, tools);
  return plan;
}
