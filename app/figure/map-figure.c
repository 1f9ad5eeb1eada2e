#include "figure/map-draw.h"

#include "figure/edge-markers.h"
#include "figure/map-furniture.h"
#include "figure/map-plan.h"
#include "figure/ties.h"
#include "geo/credits.h"

#include <math.h>
#include <string.h>

#define SAME_SCALE 1e-9
#define TIE_OPACITY 0.94
#define BAR_MOST 90.0
#define BAR_MOST_INSET 60.0
#define LENS_DOT 1.8
#define LENS_RIM 2.3
#define LENS_HOLE 1.0       /* of a dot without a ground: a ring, as its symbol is */

typedef struct
{
  const MilieuMapDrawing *drawing;
  const MilieuMapPlan *plan;
  MilieuFigureBuilder *builder;
  gboolean opening;  /* at the opening scale, with or without the inset as there */
  gboolean inset;
  MilieuPoint shift; /* of what the opening view placed */
  double opacity;
  guint8 *wanted;    /* (nullable) per actor */
} Drawing;

/* ---- plan ---- */

MilieuMapPlan *
milieu_map_plan_ref (MilieuMapPlan *plan)
{
  g_atomic_int_inc (&plan->count);
  return plan;
}

static void
clear_content (MilieuMapContent *content)
{
  milieu_name_words_free (content->wrapped, content->cast->n_actors);
  milieu_name_words_free (content->line, content->cast->n_actors);
  g_free (content->rank);
  g_free (content->metres);
  g_clear_pointer (&content->basemap, milieu_basemap_unref);
  g_clear_pointer (&content->gazetteer, milieu_gazetteer_unref);
  milieu_cast_free (content->cast);
}

void
milieu_map_plan_unref (MilieuMapPlan *plan)
{
  if (!g_atomic_int_dec_and_test (&plan->count))
    return;
  g_clear_pointer (&plan->main, milieu_map_panel_free);
  for (guint i = 0; i < plan->n_insets; i++)
    {
      g_clear_pointer (&plan->insets[i].detail, milieu_map_panel_free);
      g_free (plan->insets[i].name);
    }
  g_array_unref (plan->names);
  g_free (plan->members);
  g_free (plan->is_member);
  g_free (plan->in_inset);
  g_free (plan->located);
  g_free (plan->sides);
  clear_content (&plan->content);
  g_free (plan);
}

MilieuFrame
milieu_map_plan_opening_frame (const MilieuMapPlan *plan)
{
  return plan->opening;
}

MilieuFrame
milieu_map_plan_frame_of (const MilieuMapPlan *plan, const guint32 *actors, guint n)
{
  g_autofree MilieuMetres *places = g_new (MilieuMetres, MAX (n, 1));
  guint found = 0;

  for (guint i = 0; i < n; i++)
    {
      guint index = milieu_cast_find (plan->content.cast, actors[i]);

      if (index != G_MAXUINT && plan->located[index])
        places[found++] = plan->content.metres[index];
    }
  if (found == 0)
    return plan->opening;
  return milieu_crowd_fit (places, found, plan->options.width, plan->options.height, plan->unit);
}

/* ---- inset ---- */

static MilieuPoint
on_page (const Drawing *d, double x, double y)
{
  return (MilieuPoint) { x + d->drawing->origin.x, y + d->drawing->origin.y };
}

static MilieuBox
box_on_page (const Drawing *d, MilieuBox box)
{
  MilieuPoint a = on_page (d, box.x0, box.y0), b = on_page (d, box.x1, box.y1);

  return (MilieuBox) { a.x, a.y, b.x, b.y };
}

static MilieuBox
lens_on_page (const Drawing *d, guint index)
{
  return box_on_page (d, milieu_map_plan_lens (d->plan, &d->drawing->frame, index));
}

static void
draw_dots (const Drawing *d, const MilieuMapPanel *panel, MilieuPoint shift, MilieuPen pen)
{
  const MilieuMapContent *c = &d->plan->content;

  pen.layer = MILIEU_LAYER_SYMBOLS;
  for (guint i = 0; i < c->cast->n_actors; i++)
    {
      double x = panel->at[i].x + shift.x, y = panel->at[i].y + shift.y;
      MilieuGround ground = c->cast->actors[i].ground;

      if (!d->plan->in_inset[i])
        continue;
      milieu_pen_disc (&pen, x, y, LENS_RIM * pen.unit, MILIEU_COLOUR_CASING);
      milieu_pen_disc (&pen, x, y, LENS_DOT * pen.unit, ground == MILIEU_GROUND_NONE ? MILIEU_COLOUR_LINE (ground) : MILIEU_COLOUR_FILL (ground));
      if (ground == MILIEU_GROUND_NONE)
        milieu_pen_disc (&pen, x, y, LENS_HOLE * pen.unit, MILIEU_COLOUR_FILL (ground));
    }
}

static void
draw_inset (const Drawing *d, guint index)
{
  const MilieuMapPlan *plan = d->plan;
  const MilieuMapInset *own = &plan->insets[index];
  const MilieuFigureTools *tools = d->drawing->tools;
  MilieuBox card = box_on_page (d, own->inset.card);
  double u = plan->unit, radius = tools->print ? 0 : MILIEU_CARD_RADIUS * u;
  MilieuPen pen = { d->builder, tools, u, 0, MILIEU_LAYER_FURNITURE };
  MilieuPoint origin = { card.x0, card.y0 + own->inset.head };
  g_autofree MilieuLabelPlace *places = milieu_map_panel_places (own->detail, d->wanted);

  pen.panel = milieu_figure_add_panel (d->builder, &(MilieuPanel) { .clip = card, .radius = radius, .opaque = TRUE });
  milieu_map_ground_draw (pen, plan->content.basemap, &own->inset.frame, origin,
                          (MilieuBox) { card.x0, origin.y, card.x1, card.y1 });
  milieu_map_panel_draw (own->detail, &plan->content, places, pen, d->drawing->origin, d->opacity, d->drawing->year);
  milieu_furniture_card_head (&pen, card, own->inset.head, own->name, own->n);
  milieu_furniture_scale_bar (&pen, card.x1 - 12 * u, card.y1 - 9 * u, milieu_map_ground_scale (&own->inset.frame), BAR_MOST_INSET);
}

/* ---- the map ---- */

static void
draw_names (const Drawing *d, const MilieuPen *pen, const MilieuMapPanel *panel)
{
  GArray *names = d->opening ? g_array_ref (d->plan->names)
                  : milieu_map_plan_names (d->plan, d->drawing->tools, &d->drawing->frame, d->inset, panel);
  MilieuPoint origin = on_page (d, d->opening ? d->shift.x : 0, d->opening ? d->shift.y : 0);

  for (guint i = 0; i < names->len; i++)
    milieu_map_ground_draw_name (pen, &g_array_index (names, MilieuGroundName, i), origin);
  g_array_unref (names);
}

/* Returns: (nullable): what stands otherwise than at the opening: at another scale, or with other names in a series */
static MilieuMapPanel *
own_panel (const Drawing *d)
{
  const MilieuMapDrawing *r = d->drawing;
  g_autoptr (GArray) boxes = NULL;

  if (d->opening && r->year == NULL)
    return NULL;
  if (r->year == NULL)
    return milieu_map_plan_panel (d->plan, r->tools, &r->frame, d->inset, FALSE, NULL, 0, NULL);
  boxes = milieu_map_plan_boxes (d->plan, r->tools);
  return milieu_map_plan_panel (d->plan, r->tools, &r->frame, d->inset, TRUE, (MilieuBox *) boxes->data, boxes->len, r->year->muted);
}

/* lines from a lens to its card, which a person may have put beyond the map */
static void
draw_sight (const Drawing *d, MilieuPen pen, MilieuBox page, guint index)
{
  MilieuBox card = box_on_page (d, d->plan->insets[index].inset.card);

  if (d->plan->options.places.inset.placed && !milieu_box_holds (page, card))
    pen.panel = milieu_figure_add_panel (d->builder, &(MilieuPanel) { .clip = milieu_box_union (page, card) });
  milieu_furniture_sight (&pen, lens_on_page (d, index), card);
}

static void
draw_map (const Drawing *d)
{
  const MilieuMapPlan *plan = d->plan;
  const MilieuMapDrawing *r = d->drawing;
  MilieuPen pen = { d->builder, r->tools, plan->unit, 0, MILIEU_LAYER_GROUND };
  MilieuBox view = { -r->margin, -r->margin, r->frame.width + r->margin, r->frame.height + r->margin };
  MilieuBox page = r->page != NULL ? *r->page : box_on_page (d, view);
  MilieuPoint shift = on_page (d, d->opening ? d->shift.x : 0, d->opening ? d->shift.y : 0);
  MilieuMapPanel *own = own_panel (d);
  const MilieuMapPanel *panel = own != NULL ? own : plan->main;
  g_autofree MilieuLabelPlace *places = milieu_map_panel_places (panel, d->wanted);

  pen.panel = milieu_figure_add_panel (d->builder, &(MilieuPanel) { .clip = page });
  milieu_map_ground_draw (pen, plan->content.basemap, &r->frame, r->origin, page);
  draw_names (d, &pen, panel);
  for (guint i = 0; d->inset && i < plan->n_insets; i++)
    {
      if (r->sheet == MILIEU_MAP_WHOLE)
        draw_sight (d, pen, page, i);
      milieu_furniture_lens (&pen, lens_on_page (d, i));
    }
  milieu_map_panel_draw (panel, &plan->content, places, pen, shift, d->opacity, r->year);
  if (d->inset)
    draw_dots (d, panel, shift, pen);
  pen.layer = MILIEU_LAYER_FURNITURE;
  for (guint i = 0; d->inset && !r->tools->print && r->sheet == MILIEU_MAP_WHOLE && i < plan->n_insets; i++)
    milieu_furniture_card_shadow (&pen, box_on_page (d, plan->insets[i].inset.card));
  g_clear_pointer (&own, milieu_map_panel_free);
}

/* what belongs to the insets, but stands before the ground on a canvas */
static void
draw_before_ground (const Drawing *d)
{
  const MilieuMapDrawing *r = d->drawing;
  MilieuBox view = box_on_page (d, (MilieuBox) { 0, 0, r->frame.width, r->frame.height });
  MilieuPen pen = { d->builder, r->tools, d->plan->unit, 0, MILIEU_LAYER_FURNITURE };

  pen.panel = milieu_figure_add_panel (d->builder, &(MilieuPanel) { .clip = view });
  for (guint i = 0; d->inset && i < d->plan->n_insets; i++)
    {
      MilieuBox card = box_on_page (d, d->plan->insets[i].inset.card);

      milieu_furniture_sight (&pen, lens_on_page (d, i), card);
      milieu_furniture_card_shadow (&pen, card);
    }
}

/* ---- furniture ---- */

static void
draw_scale (const Drawing *d, const MilieuPen *pen, const MilieuFurniture *f)
{
  MilieuPoint bar = on_page (d, f->bar_right, f->bar_base), north = on_page (d, f->north.x, f->north.y);
  const MilieuFrame *frame = &d->drawing->frame;

  /* in a series the first panel's scale is that of all */
  gboolean first = d->drawing->year == NULL || d->drawing->year->before == 0;

  if (f->has_scale && first)
    milieu_furniture_scale_bar (pen, bar.x, bar.y, milieu_map_ground_scale (frame), BAR_MOST);
  if (f->has_north && first)
    milieu_furniture_north (pen, north.x, north.y);
  if (f->has_locator)
    {
      MilieuPoint at = on_page (d, f->locator.x0, f->locator.y0);
      double width = f->locator.x1 - f->locator.x0;

      milieu_furniture_locator (pen, d->plan->content.basemap, at.x, at.y, width, frame);
    }
}

static void
add_parts (const Drawing *d, const MilieuFurniture *f)
{
  if (d->inset)
    milieu_figure_add_part (d->builder, MILIEU_PART_INSET, box_on_page (d, d->plan->insets[0].inset.card));
  if (f->has_scale)
    milieu_figure_add_part (d->builder, MILIEU_PART_SCALE, box_on_page (d, f->scale));
  if (f->has_north)
    milieu_figure_add_part (d->builder, MILIEU_PART_NORTH, box_on_page (d, f->north_box));
  if (f->has_locator)
    milieu_figure_add_part (d->builder, MILIEU_PART_LOCATOR, box_on_page (d, f->locator));
}

static void
draw_credit (const Drawing *d, const MilieuPen *pen)
{
  const MilieuFrame *frame = &d->drawing->frame;
  MilieuPoint at = on_page (d, frame->width - 8 * pen->unit, frame->height - 9 * pen->unit);
  MilieuPenText as = { .align = MILIEU_ALIGN_RIGHT, .halo = MILIEU_COLOUR_HALO, .halo_width = 2 * pen->unit };

  if (d->plan->options.parts & MILIEU_MAP_CREDIT && d->plan->content.basemap != NULL)
    milieu_pen_text_as (pen, MILIEU_TEXT_CREDIT, milieu_words (d->drawing->tools->language, MILIEU_CREDIT_SHORT), at.x, at.y, &as);
}

/* what edge markers keep clear of */
static GArray *
marker_avoid (const Drawing *d, const MilieuBox *boxes, guint n_boxes)
{
  GArray *avoid = g_array_new (FALSE, FALSE, sizeof (MilieuBox));

  g_array_append_vals (avoid, boxes, n_boxes);
  milieu_map_plan_add_places (d->plan, &d->drawing->frame, d->drawing->origin, avoid);
  return avoid;
}

static void
draw_markers (const Drawing *d, const MilieuPen *pen, const MilieuBox *boxes, guint n_boxes)
{
  const MilieuMapPlan *plan = d->plan;
  guint n;
  g_autofree guint *who = milieu_map_plan_outside (plan, &d->drawing->frame, &n);
  g_autoptr (GArray) avoid = marker_avoid (d, boxes, n_boxes);

  milieu_edge_markers_draw (pen, &(MilieuEdgeRequest) {
    plan->content.cast, plan->content.metres, who, n, &d->drawing->frame, d->drawing->origin, (MilieuBox *) avoid->data, avoid->len });
}

static void
add_marker_boxes (const Drawing *d, const MilieuPen *pen, const MilieuBox *boxes, guint n_boxes, GArray *to)
{
  const MilieuMapPlan *plan = d->plan;
  guint n;
  g_autofree guint *who = milieu_map_plan_outside (plan, &d->drawing->frame, &n);
  g_autoptr (GArray) avoid = marker_avoid (d, boxes, n_boxes);

  milieu_edge_markers_boxes (pen, &(MilieuEdgeRequest) {
    plan->content.cast, plan->content.metres, who, n, &d->drawing->frame, d->drawing->origin, (MilieuBox *) avoid->data, avoid->len }, to);
}

/* degrees stand where neither furniture nor a label does */
static void
draw_graticule (const Drawing *d, const MilieuPen *pen, const MilieuBox *boxes, guint n_boxes)
{
  const MilieuMapPanel *panel = d->plan->main;
  g_autoptr (GArray) avoid = g_array_new (FALSE, FALSE, sizeof (MilieuBox));

  g_array_append_vals (avoid, boxes, n_boxes);
  for (guint i = 0; i < panel->n_labels && d->opening; i++)
    {
      const MilieuLabelPlace *p = &panel->places[i];
      MilieuBox box = { p->x, p->y, p->x + panel->words[i]->width, p->y + panel->words[i]->height };

      box = box_on_page (d, box);
      if (p->placed)
        g_array_append_val (avoid, box);
    }
  for (guint i = 0; i < panel->towns->len && d->opening; i++)
    {
      const MilieuTownLabel *t = &g_array_index (panel->towns, MilieuTownLabel, i);
      MilieuBox box = box_on_page (d, (MilieuBox) { t->corner.x, t->corner.y, t->corner.x + t->width, t->corner.y + 12 * pen->unit });

      g_array_append_val (avoid, box);
    }
  add_marker_boxes (d, pen, boxes, n_boxes, avoid);
  milieu_furniture_graticule (pen, &d->drawing->frame, d->drawing->origin, (MilieuBox *) avoid->data, avoid->len);
}

/* the view, and what a person put beyond it */
static MilieuBox
room_for (const Drawing *d, MilieuBox view, const MilieuBox *boxes, guint n_boxes)
{
  const MilieuMapPlaces *places = &d->plan->options.places;

  for (guint i = 0; i < n_boxes && (places->scale.placed || places->north.placed || places->locator.placed); i++)
    view = milieu_box_union (view, boxes[i]);
  if (d->inset && places->inset.placed)
    view = milieu_box_union (view, milieu_box_grow (box_on_page (d, d->plan->insets[0].inset.card), 1));
  return view;
}

static void
draw_furniture (const Drawing *d)
{
  const MilieuMapPlan *plan = d->plan;
  const MilieuFrame *frame = &d->drawing->frame;
  MilieuBox view = box_on_page (d, (MilieuBox) { 0, 0, frame->width, frame->height }), boxes[3 + 4 + MILIEU_MOST_INSETS];
  MilieuFurniture f = milieu_map_plan_furniture (plan, frame, d->inset);
  MilieuPen pen = { d->builder, d->drawing->tools, plan->unit, 0, MILIEU_LAYER_FURNITURE };
  guint n_boxes = 0;

  n_boxes = milieu_furniture_boxes (plan, &f, boxes);
  for (guint i = 0; i < n_boxes; i++)
    boxes[i] = box_on_page (d, boxes[i]);
  pen.panel = milieu_figure_add_panel (d->builder, &(MilieuPanel) { .clip = room_for (d, view, boxes, n_boxes) });
  add_parts (d, &f);
  for (guint i = 0; i < plan->options.n_taken; i++)
    boxes[n_boxes++] = box_on_page (d, plan->options.taken[i]);
  for (guint i = 0; d->inset && i < plan->n_insets; i++)
    {
      boxes[n_boxes++] = box_on_page (d, plan->insets[i].inset.card);
      milieu_furniture_card_frame (&pen, boxes[n_boxes - 1]);
    }
  if (plan->options.parts & MILIEU_MAP_GRATICULE)
    draw_graticule (d, &pen, boxes, n_boxes);
  draw_scale (d, &pen, &f);
  draw_credit (d, &pen);
  draw_markers (d, &pen, boxes, n_boxes);
  if (plan->options.parts & MILIEU_MAP_BORDER)
    milieu_pen_box (&pen, milieu_box_grow (view, -0.4), 0, MILIEU_COLOUR_NONE, 0, MILIEU_COLOUR_FRAME, 0.8 * plan->unit, 1, NULL);
}

void
milieu_map_draw (MilieuFigureBuilder *builder, const MilieuMapDrawing *drawing)
{
  const MilieuMapPlan *plan = drawing->plan;
  const MilieuFrame *frame = &drawing->frame;
  double ratio = frame->scale / plan->opening.scale;
  Drawing d = { .drawing = drawing, .plan = plan, .builder = builder };
  double x, y;

  d.inset = drawing->sheet == MILIEU_MAP_GROUND ? drawing->inset : milieu_map_plan_shows_inset (plan, frame);
  d.opening = ABS (ratio - 1) < SAME_SCALE && d.inset == (plan->n_insets > 0);
  d.opacity = milieu_tie_opacity (TIE_OPACITY, plan->content.cast->n_ties);
  d.wanted = milieu_cast_wanted (plan->content.cast, drawing->wanted, drawing->n_wanted);
  milieu_frame_to_px (frame, plan->opening.centre, &x, &y);
  d.shift = (MilieuPoint) { x - plan->opening.width / 2, y - plan->opening.height / 2 };
  if (drawing->sheet == MILIEU_MAP_GLASS)
    draw_before_ground (&d);
  else
    draw_map (&d);
  for (guint i = 0; d.inset && drawing->sheet != MILIEU_MAP_GROUND && i < plan->n_insets; i++)
    draw_inset (&d, i);
  if (drawing->sheet != MILIEU_MAP_GROUND)
    draw_furniture (&d);
  g_free (d.wanted);
}

MilieuFigure *
milieu_map_figure_new (MilieuMapPlan *plan, const MilieuFigureTools *tools, const MilieuFrame *frame, double margin,
                       const guint32 *wanted, guint n_wanted)
{
  MilieuFrame seen = frame != NULL ? *frame : plan->opening;
  MilieuFigureBuilder *builder = milieu_figure_builder_new (seen.width + 2 * margin, seen.height + 2 * margin, tools->language);

  milieu_map_draw (builder, &(MilieuMapDrawing) {
    .plan = plan, .tools = tools, .frame = seen, .origin = { margin, margin }, .margin = margin,
    .wanted = wanted, .n_wanted = n_wanted });
  milieu_figure_set_facts (builder, &plan->content.cast->facts);
  return milieu_figure_builder_finish (builder);
}
