#include "figure/network-draw.h"

#include "figure/network-bands.h"
#include "figure/network-plan.h"
#include "figure/symbols.h"
#include "figure/ties.h"

#include <math.h>

#define COST_LABEL 10 /* of a forced label on another, in symbols */
#define SAME_SCALE 1e-9
#define TIE_OPACITY 0.95
#define TOO_MANY_TIES 1500
#define NAME_WIDTH 84.0
#define LINES 3

typedef struct
{
  const MilieuNetworkDrawing *drawing;
  const MilieuNetworkPlan *plan;
  MilieuPen pen;
  guint8 *wanted;     /* (nullable) per actor */
  MilieuPoint *at;    /* per actor, on the page */
  double *reach;      /* per actor */
  MilieuLabelPlace *places; /* per actor, px of the view */
  MilieuPoint shift;  /* of the places */
} Drawing;

MilieuLayoutKind
milieu_network_kind (MilieuSnapshot *snapshot)
{
  MilieuLayoutKind kind;
  const char *token = milieu_snapshot_setting (snapshot, "layout.kind");

  return token != NULL && milieu_layout_kind_parse (token, &kind) ? kind : MILIEU_LAYOUT_STRATA;
}

/* half the label under each symbol; the slots of strata are all alike, so that
 * bands depend on nothing but how many actors there are */
MilieuExtent *
milieu_network_extents (MilieuSnapshot *snapshot, const MilieuGraph *graph, MilieuLayoutKind kind, const MilieuFigureTools *tools)
{
  MilieuExtent *extents = g_new (MilieuExtent, MAX (graph->n, 1));
  double unit = milieu_figure_tools_unit (tools);
  MilieuFilter everybody;
  g_autoptr (MilieuCast) cast = NULL;
  MilieuWords *words;

  milieu_filter_init (&everybody);
  everybody.all_scopes = TRUE;
  cast = milieu_cast_new (snapshot, &everybody, tools->language);
  words = milieu_name_words_new (cast, tools, MILIEU_TEXT_ACTOR_NETWORK, NAME_WIDTH * unit, LINES);
  for (guint v = 0; v < graph->n; v++)
    {
      guint i = milieu_cast_find (cast, graph->actors[v]);

      extents[v] = MILIEU_LAYOUT_EXTENT;
      if (kind == MILIEU_LAYOUT_STRATA || i == G_MAXUINT)
        continue;
      extents[v].left = extents[v].right = MAX (words[i].width / unit / 2 + 4, 14);
      extents[v].down = 11 + words[i].height / unit;
    }
  milieu_name_words_free (words, cast->n_actors);
  return extents;
}

MilieuNetworkPlan *
milieu_network_plan_ref (MilieuNetworkPlan *plan)
{
  g_atomic_int_inc (&plan->count);
  return plan;
}

void
milieu_network_plan_unref (MilieuNetworkPlan *plan)
{
  if (!g_atomic_int_dec_and_test (&plan->count))
    return;
  milieu_name_words_free (plan->words, plan->cast->n_actors);
  milieu_cast_free (plan->cast);
  g_free (plan->spots);
  g_free (plan->rank);
  g_free (plan->bends);
  g_free (plan->places);
  g_free (plan->sides);
  g_free (plan->from);
  g_free (plan);
}

MilieuBox
milieu_network_plan_extent (const MilieuNetworkPlan *plan)
{
  MilieuBox box = { plan->opening.width / 2, plan->opening.height / 2, plan->opening.width / 2, plan->opening.height / 2 };
  g_autofree MilieuPoint *at = milieu_network_plan_points (plan, &plan->opening);

  for (guint i = 0; i < plan->n_bands; i++)
    box = milieu_box_union (box, milieu_network_plan_band (&plan->opening, &plan->bands[i]));
  for (guint i = 0; i < plan->cast->n_actors; i++)
    {
      const MilieuLabelPlace *p = &plan->places[i];

      box = milieu_box_union (box, milieu_box_around (at[i].x, at[i].y, milieu_network_plan_size (plan, i)));
      if (p->placed)
        box = milieu_box_union (box, (MilieuBox) { p->x, p->y, p->x + plan->words[i].width, p->y + plan->words[i].height });
    }
  return box;
}

/* ---- labels ---- */

static gboolean
is_wanted (const Drawing *d, guint i)
{
  return d->wanted[i];
}

static MilieuBox
label_box (const Drawing *d, guint i)
{
  const MilieuLabelPlace *p = &d->places[i];

  return (MilieuBox) { p->x, p->y, p->x + d->plan->words[i].width, p->y + d->plan->words[i].height };
}

/* the side that covers fewest symbols and labels that must show too */
static MilieuLabelSide
least_side (const Drawing *d, guint i, const MilieuLabelWish *wish)
{
  MilieuLabelSide best = wish->sides[0];
  guint least = G_MAXUINT;

  for (guint s = 0; s < wish->n_sides; s++)
    {
      MilieuBox box = milieu_label_box (wish, wish->sides[s]), around = milieu_box_grow (box, wish->radius);
      guint cost = 0;

      for (guint k = 0; k < d->plan->cast->n_actors; k++)
        {
          MilieuBox other = label_box (d, k);

          cost += k != i && milieu_box_has_point (around, d->at[k].x - d->drawing->origin.x - d->shift.x,
                                                  d->at[k].y - d->drawing->origin.y - d->shift.y);
          if (k != i && d->places[k].placed && is_wanted (d, k) && milieu_boxes_meet (&box, &other, 0))
            cost += COST_LABEL;
        }
      if (cost >= least)
        continue;
      least = cost;
      best = wish->sides[s];
    }
  return best;
}

/* a label that must show; those in its way give way */
static void
force_labels (const Drawing *d)
{
  for (guint i = 0; i < d->plan->cast->n_actors && d->wanted; i++)
    {
      MilieuPoint at = { d->at[i].x - d->drawing->origin.x - d->shift.x, d->at[i].y - d->drawing->origin.y - d->shift.y };
      MilieuLabelWish wish = milieu_network_plan_wish (d->plan, i, at);
      MilieuLabelSide side;
      MilieuBox own;

      if (d->places[i].placed || !is_wanted (d, i))
        continue;
      side = least_side (d, i, &wish);
      own = milieu_label_box (&wish, side);
      d->places[i] = (MilieuLabelPlace) { TRUE, side, milieu_label_align (side), own.x0, own.y0 };
      for (guint k = 0; k < d->plan->cast->n_actors; k++)
        {
          MilieuBox box = label_box (d, k);

          if (k != i && d->places[k].placed && !is_wanted (d, k))
            d->places[k].placed = !milieu_boxes_meet (&own, &box, 0);
        }
    }
}

static MilieuMark
mark_of_actor (const Drawing *d, guint i, MilieuMarkKind kind, MilieuLayer layer)
{
  const MilieuCastActor *a = &d->plan->cast->actors[i];

  return (MilieuMark) { .kind = kind, .layer = layer, .panel = d->pen.panel, .owner_type = MILIEU_RECORD_ACTOR,
                        .owner = a->key, .id = a->id, .title = a->name };
}

/* the colour under an actor: of the band in which it stands, else of the canvas */
static MilieuColour
ground_under (const Drawing *d, guint i)
{
  for (guint k = 0; k < d->plan->n_bands; k++)
    {
      const MilieuBand *b = &d->plan->bands[k];

      if (milieu_box_has_point ((MilieuBox) { b->x0, b->y0, b->x1, b->y1 }, d->plan->spots[i].x, d->plan->spots[i].y))
        return MILIEU_COLOUR_BAND (b->ground);
    }
  return MILIEU_COLOUR_CANVAS;
}

static void
draw_label (const Drawing *d, guint i)
{
  MilieuBox box = label_box (d, i);
  MilieuMark m = mark_of_actor (d, i, MILIEU_MARK_LABEL, MILIEU_LAYER_LABELS);

  m.fill = milieu_text_colour (MILIEU_TEXT_ACTOR_NETWORK);
  m.stroke = ground_under (d, i);
  m.stroke_opacity = 0.9;
  m.width = milieu_text_halo (MILIEU_TEXT_ACTOR_NETWORK, d->plan->unit);
  m.label.x = box.x0 + d->shift.x + d->drawing->origin.x;
  m.label.y = box.y0 + d->shift.y + d->drawing->origin.y;
  m.label.width = d->plan->words[i].width;
  m.label.text = d->plan->words[i].text;
  m.label.style = milieu_pen_style (&d->pen, MILIEU_TEXT_ACTOR_NETWORK);
  m.label.align = d->places[i].align;
  milieu_figure_add (d->pen.builder, &m);
}

/* ---- ties and symbols ---- */

static void
draw_tie (const Drawing *d, guint i, gboolean plain)
{
  const MilieuCastTie *tie = &d->plan->cast->ties[i];
  MilieuMark m = { .kind = MILIEU_MARK_TIE, .layer = MILIEU_LAYER_TIES, .panel = d->pen.panel,
                   .flags = plain ? MILIEU_MARK_PLAIN | MILIEU_MARK_QUIET : d->plan->n_bands > 0 ? MILIEU_MARK_PLAIN : 0,
                   .owner_type = MILIEU_RECORD_TIE, .owner = tie->key, .id = tie->id, .title = tie->title };

  m.fill_opacity = milieu_tie_opacity (TIE_OPACITY, d->plan->cast->n_ties);
  m.width = milieu_tie_width (tie->tie_class, tie->weight, d->pen.tools->print) * milieu_figure_tools_scale (d->pen.tools);
  m.tie.curve = milieu_curve_between (d->at[tie->source], d->at[tie->target], d->plan->bends[i]);
  m.tie.scale = d->plan->unit;
  m.tie.tie_class = tie->tie_class;
  m.tie.evidence = tie->evidence;
  m.tie.directed = tie->directed;
  if (plain ? milieu_curve_line (&m.tie.curve, d->at[tie->source], d->at[tie->target], d->reach[tie->source], d->reach[tie->target])
            : milieu_curve_trim (&m.tie.curve, d->reach[tie->source], d->reach[tie->target]))
    milieu_figure_add (d->pen.builder, &m);
}

/* location below institution below interaction */
static void
draw_ties (const Drawing *d)
{
  static const MilieuClass order[] = {
    MILIEU_CLASS_UNSET, MILIEU_CLASS_LOCATION, MILIEU_CLASS_INSTITUTION, MILIEU_CLASS_INTERACTION };
  const MilieuCast *cast = d->plan->cast;

  for (guint k = 0; k < G_N_ELEMENTS (order); k++)
    for (guint i = 0; i < cast->n_ties; i++)
      if (cast->ties[i].tie_class == order[k])
        draw_tie (d, i, cast->n_ties > TOO_MANY_TIES);
}

static void
draw_symbols (const Drawing *d)
{
  for (guint i = 0; i < d->plan->cast->n_actors; i++)
    {
      const MilieuCastActor *a = &d->plan->cast->actors[i];
      MilieuMark m = mark_of_actor (d, i, MILIEU_MARK_SYMBOL, MILIEU_LAYER_SYMBOLS);

      m.flags = a->pinned ? MILIEU_MARK_PINNED : 0;
      m.symbol.x = d->at[i].x;
      m.symbol.y = d->at[i].y;
      m.symbol.size = milieu_network_plan_size (d->plan, i);
      m.symbol.symbol = a->symbol;
      m.symbol.ground = a->ground;
      milieu_figure_add (d->pen.builder, &m);
    }
}

static void
draw_leader (const Drawing *d, const MilieuLabelPlace *place)
{
  MilieuPoint by = { d->shift.x + d->drawing->origin.x, d->shift.y + d->drawing->origin.y };
  MilieuPoint line[2] = { { place->leader.from.x + by.x, place->leader.from.y + by.y }, { place->leader.to.x + by.x, place->leader.to.y + by.y } };
  MilieuPen pen = d->pen;

  pen.layer = MILIEU_LAYER_LABELS;
  milieu_pen_line (&pen, line, 2, MILIEU_COLOUR_SOFT, 0.7 * d->plan->unit, 0.9);
}

static void
find_places (Drawing *d)
{
  const MilieuNetworkView *view = &d->drawing->view, *opening = &d->plan->opening;
  MilieuPoint middle = milieu_network_view_to_px (view, opening->centre);

  if (ABS (view->scale / opening->scale - 1) < SAME_SCALE)
    {
      d->places = g_memdup2 (d->plan->places, MAX (d->plan->cast->n_actors, 1) * sizeof (MilieuLabelPlace));
      d->shift = (MilieuPoint) { middle.x - opening->width / 2, middle.y - opening->height / 2 };
    }
  else
    d->places = milieu_network_plan_place (d->plan, d->drawing->tools, view, FALSE);
}

void
milieu_network_draw (MilieuFigureBuilder *builder, const MilieuNetworkDrawing *drawing)
{
  const MilieuNetworkPlan *plan = drawing->plan;
  double margin = drawing->margin;
  MilieuBox page = drawing->page ? *drawing->page : (MilieuBox) {
    drawing->origin.x - margin, drawing->origin.y - margin,
    drawing->origin.x + drawing->view.width + margin, drawing->origin.y + drawing->view.height + margin };
  Drawing d = { .drawing = drawing, .plan = plan,
                .pen = { builder, drawing->tools, plan->unit, 0, MILIEU_LAYER_GROUND } };

  d.at = milieu_network_plan_points (plan, &drawing->view);
  d.reach = milieu_network_plan_reaches (plan);
  d.wanted = milieu_cast_wanted (plan->cast, drawing->wanted, drawing->n_wanted);
  for (guint i = 0; i < plan->cast->n_actors; i++)
    d.at[i] = (MilieuPoint) { d.at[i].x + drawing->origin.x, d.at[i].y + drawing->origin.y };
  find_places (&d);
  force_labels (&d);
  d.pen.panel = milieu_figure_add_panel (builder, &(MilieuPanel) { .clip = page });
  milieu_network_bands_draw (&d.pen, plan, &drawing->view, drawing->origin);
  draw_ties (&d);
  d.pen.layer = MILIEU_LAYER_SYMBOLS;
  milieu_network_band_titles_draw (&d.pen, plan, &drawing->view, drawing->origin);
  draw_symbols (&d);
  for (guint i = 0; i < plan->cast->n_actors; i++)
    if (d.places[i].placed && d.places[i].side == MILIEU_SIDE_LEADER)
      draw_leader (&d, &d.places[i]);
  for (guint i = 0; i < plan->cast->n_actors; i++)
    if (d.places[i].placed)
      draw_label (&d, i);
  g_free (d.wanted);
  g_free (d.at);
  g_free (d.reach);
  g_free (d.places);
}

MilieuFigure *
milieu_network_figure_new (MilieuNetworkPlan *plan, const MilieuFigureTools *tools, const MilieuNetworkView *view,
                           double margin, const guint32 *wanted, guint n_wanted)
{
  MilieuNetworkView seen = view != NULL ? *view : plan->opening;
  MilieuFigureBuilder *builder = milieu_figure_builder_new (seen.width + 2 * margin, seen.height + 2 * margin, tools->language);

  milieu_network_draw (builder, &(MilieuNetworkDrawing) {
    .plan = plan, .tools = tools, .view = seen, .origin = { margin, margin }, .margin = margin,
    .wanted = wanted, .n_wanted = n_wanted });
  milieu_figure_set_facts (builder, &plan->cast->facts);
  return milieu_figure_builder_finish (builder);
}

MilieuFigure *
milieu_network_window_new (MilieuNetworkPlan *plan, const MilieuFigureTools *tools, double scale, const MilieuBox *window,
                           const guint32 *wanted, guint n_wanted)
{
  MilieuBox page = { 0, 0, window->x1 - window->x0, window->y1 - window->y0 };
  MilieuFigureBuilder *builder = milieu_figure_builder_new_window (page.x1, page.y1, tools->language,
                                                                   milieu_network_plan_ref (plan),
                                                                   (GDestroyNotify) milieu_network_plan_unref);

  milieu_network_draw (builder, &(MilieuNetworkDrawing) {
    .plan = plan, .tools = tools, .view = { 0, 0, { 0, 0 }, scale }, .origin = { -window->x0, -window->y0 }, .page = &page,
    .wanted = wanted, .n_wanted = n_wanted });
  milieu_figure_set_facts (builder, &plan->cast->facts);
  return milieu_figure_builder_finish (builder);
}
