#include "figure/map-panel.h"

#include "figure/symbols.h"

#include <math.h>

#define ANCHOR_FROM 0.35 /* sizes: who moved farther keeps a dot and a hairline */
#define TOO_MANY_TIES 1500

static const double disc_dash[2] = { 3, 2.2 };
static const double halo_dash[2] = { 1.2, 1.8 };

typedef struct
{
  const MilieuMapPanel *panel;
  const MilieuMapContent *content;
  const MilieuLabelPlace *places;
  MilieuPen pen;
  MilieuPoint shift;
  double opacity; /* of ties */
  const MilieuMapYear *year; /* (nullable) */
} Drawing;

static MilieuMark
mark (const Drawing *d, MilieuMarkKind kind, MilieuLayer layer)
{
  return (MilieuMark) { .kind = kind, .layer = layer, .panel = d->pen.panel, .flags = MILIEU_MARK_SILENT };
}

static guint8
presence (const Drawing *d, guint actor)
{
  return d->year != NULL ? d->year->presence[actor] : MILIEU_PRESENCE_HERE;
}

static guint
n_present (const Drawing *d, const MilieuDisc *disc)
{
  guint n = 0;

  for (guint i = disc->first; i < disc->first + disc->n; i++)
    n += presence (d, d->panel->arrangement->stands[i].actor) == MILIEU_PRESENCE_HERE;
  return n;
}

/* to the end of the year in which a tie ends; one without dates as long as both its actors */
static gboolean
tie_is_absent (const Drawing *d, const MilieuCastTie *tie)
{
  return d->year != NULL
         && (presence (d, tie->source) != MILIEU_PRESENCE_HERE || presence (d, tie->target) != MILIEU_PRESENCE_HERE
             || tie->start > d->year->year || (tie->end != 0 && tie->end < d->year->year));
}

static void
dash (MilieuMark *m, const double *px, double unit)
{
  m->dash[0] = px[0] * unit;
  m->dash[1] = px[1] * unit;
}

static void
add_disc (const Drawing *d, MilieuMark m, double x, double y, double radius)
{
  m.disc.x = x + d->shift.x;
  m.disc.y = y + d->shift.y;
  m.disc.radius = radius;
  milieu_figure_add (d->pen.builder, &m);
}

/* ---- discs and halos ---- */

/* two tangents from the town's dot: the disc stands for that dot */
static void
draw_tangents (const Drawing *d, const MilieuDisc *disc)
{
  double unit = d->panel->unit, dx = disc->ax - disc->x, dy = disc->ay - disc->y;
  double away = sqrt (dx * dx + dy * dy), c = disc->radius / away, s = sqrt (MAX (0, 1 - c * c));
  double ux = dx / away * disc->radius, uy = dy / away * disc->radius;
  MilieuPoint a = { disc->ax + d->shift.x, disc->ay + d->shift.y };
  MilieuPoint centre = { disc->x + d->shift.x, disc->y + d->shift.y };
  MilieuPoint points[3] = {
    { centre.x + ux * c - uy * s, centre.y + uy * c + ux * s }, a,
    { centre.x + ux * c + uy * s, centre.y + uy * c - ux * s } };
  MilieuPen pen = d->pen;

  pen.layer = MILIEU_LAYER_GROUND;
  milieu_pen_polygon (&pen, points, 3, MILIEU_COLOUR_TOWN_TEXT, 0.10, MILIEU_COLOUR_NONE, 0);
  milieu_pen_line (&pen, points, 3, MILIEU_COLOUR_TOWN_TEXT, 0.7 * unit, 0.55);
  milieu_pen_disc (&pen, a.x, a.y, 2 * unit, MILIEU_COLOUR_TOWN);
}

static void
draw_disc (const Drawing *d, const MilieuDisc *disc)
{
  double unit = d->panel->unit;
  MilieuMark m = mark (d, MILIEU_MARK_DISC, MILIEU_LAYER_GROUND);

  if (disc->moved)
    draw_tangents (d, disc);
  m.fill = MILIEU_COLOUR_CASING;
  m.fill_opacity = 0.80;
  add_disc (d, m, disc->x, disc->y, disc->radius);
  m.fill = MILIEU_COLOUR_TOWN_TEXT;
  m.fill_opacity = 0.07;
  m.stroke = MILIEU_COLOUR_TOWN_TEXT;
  m.stroke_opacity = 0.85;
  m.width = unit;
  dash (&m, disc_dash, unit);
  add_disc (d, m, disc->x, disc->y, disc->radius);
}

static void
draw_halo (const Drawing *d, const MilieuStand *s)
{
  const MilieuCastActor *a = &d->content->cast->actors[s->actor];
  double unit = d->panel->unit, radius = MAX (a->radius / d->panel->frame.scale, s->size / 2 + 3.2 * unit);
  MilieuMark m = mark (d, MILIEU_MARK_DISC, MILIEU_LAYER_GROUND);

  m.fill = a->ground == MILIEU_GROUND_MIDDLEGROUND ? MILIEU_COLOUR_FILL (a->ground) : MILIEU_COLOUR_LINE (a->ground);
  m.fill_opacity = 0.10;
  m.stroke = MILIEU_COLOUR_LINE (a->ground);
  m.stroke_opacity = 0.75;
  m.width = 0.9 * unit;
  dash (&m, halo_dash, unit);
  add_disc (d, m, s->ax, s->ay, radius);
}

/* ---- symbols ---- */

static void
draw_anchor (const Drawing *d, const MilieuStand *s)
{
  double unit = d->panel->unit, dx = s->x - s->ax, dy = s->y - s->ay, limit = ANCHOR_FROM * s->size;
  MilieuPoint line[2] = { { s->ax + d->shift.x, s->ay + d->shift.y }, { s->x + d->shift.x, s->y + d->shift.y } };
  MilieuPen pen = d->pen;

  if (presence (d, s->actor) == MILIEU_PRESENCE_ABSENT || s->disc >= 0 || dx * dx + dy * dy <= limit * limit)
    return;
  pen.layer = MILIEU_LAYER_SYMBOLS;
  milieu_pen_line (&pen, line, 2, MILIEU_COLOUR_INK, 0.8 * unit, 0.75);
  milieu_pen_disc (&pen, line[0].x, line[0].y, 1.3 * unit, MILIEU_COLOUR_INK);
}

static void
draw_symbol (const Drawing *d, const MilieuStand *s)
{
  const MilieuCastActor *a = &d->content->cast->actors[s->actor];
  MilieuMark m = mark (d, MILIEU_MARK_SYMBOL, MILIEU_LAYER_SYMBOLS);

  if (presence (d, s->actor) == MILIEU_PRESENCE_ABSENT)
    return;
  m.flags = (s->size < MILIEU_SIZE_MINIMUM * d->panel->unit ? MILIEU_MARK_PLAIN : 0)
            | (presence (d, s->actor) == MILIEU_PRESENCE_GONE ? MILIEU_MARK_GONE : 0);
  m.owner_type = MILIEU_RECORD_ACTOR;
  m.owner = a->key;
  m.id = a->id;
  m.title = a->name;
  m.symbol.x = s->x + d->shift.x;
  m.symbol.y = s->y + d->shift.y;
  m.symbol.size = s->size;
  m.symbol.symbol = a->symbol;
  m.symbol.ground = a->ground;
  milieu_figure_add (d->pen.builder, &m);
}

/* from the top down, so that the nearer covers the farther; discs keep their order */
static int
compare_height (gconstpointer a, gconstpointer b)
{
  const MilieuStand *p = *(const MilieuStand *const *) a, *q = *(const MilieuStand *const *) b;

  if (p->y != q->y)
    return p->y < q->y ? -1 : 1;
  return (p->actor > q->actor) - (p->actor < q->actor);
}

static void
draw_symbols (const Drawing *d)
{
  const MilieuArrangement *a = d->panel->arrangement;
  g_autoptr (GPtrArray) order = g_ptr_array_sized_new (a->n_stands);

  for (guint i = 0; i < a->n_stands; i++)
    {
      draw_anchor (d, &a->stands[i]);
      g_ptr_array_add (order, &a->stands[i]);
    }
  g_ptr_array_sort (order, compare_height);
  for (guint i = 0; i < order->len; i++)
    draw_symbol (d, order->pdata[i]);
}

/* ---- ties ---- */

static void
draw_tie (const Drawing *d, const MilieuPanelTie *t, gboolean plain)
{
  const MilieuCastTie *tie = &d->content->cast->ties[t->tie];
  MilieuPoint shift = d->shift;
  MilieuMark m = mark (d, MILIEU_MARK_TIE, MILIEU_LAYER_TIES);

  m.flags = (t->stub ? MILIEU_MARK_FADES : 0) | (plain ? MILIEU_MARK_PLAIN | MILIEU_MARK_QUIET : 0);
  m.owner_type = MILIEU_RECORD_TIE;
  m.owner = tie->key;
  m.id = tie->id;
  m.title = tie->title;
  m.fill_opacity = d->opacity;
  m.width = milieu_tie_width (tie->tie_class, tie->weight, d->pen.tools->print) * milieu_figure_tools_scale (d->pen.tools);
  m.tie.curve = t->curve;
  m.tie.curve.start.x += shift.x, m.tie.curve.start.y += shift.y;
  m.tie.curve.control.x += shift.x, m.tie.curve.control.y += shift.y;
  m.tie.curve.end.x += shift.x, m.tie.curve.end.y += shift.y;
  m.tie.scale = d->panel->unit;
  m.tie.tie_class = tie->tie_class;
  m.tie.evidence = tie->evidence;
  m.tie.directed = tie->directed;
  milieu_figure_add (d->pen.builder, &m);
}

/* location below institution below interaction */
static void
draw_ties (const Drawing *d)
{
  static const MilieuClass order[] = {
    MILIEU_CLASS_UNSET, MILIEU_CLASS_LOCATION, MILIEU_CLASS_INSTITUTION, MILIEU_CLASS_INTERACTION };
  GArray *ties = d->panel->ties;
  gboolean plain = ties->len > TOO_MANY_TIES;

  for (guint k = 0; k < G_N_ELEMENTS (order); k++)
    for (guint i = 0; i < ties->len; i++)
      {
        const MilieuPanelTie *t = &g_array_index (ties, MilieuPanelTie, i);

        if (d->content->cast->ties[t->tie].tie_class == order[k] && !tie_is_absent (d, &d->content->cast->ties[t->tie]))
          draw_tie (d, t, plain);
      }
}

/* ---- words ---- */

static void
draw_town (const Drawing *d, const MilieuTownLabel *town)
{
  MilieuTextRole role = town->large ? MILIEU_TEXT_TOWN_LARGE : MILIEU_TEXT_TOWN;
  MilieuTextStyle style = milieu_pen_style (&d->pen, role);
  MilieuMark m = mark (d, MILIEU_MARK_LABEL, MILIEU_LAYER_GROUND);
  MilieuPen pen = d->pen;

  pen.layer = MILIEU_LAYER_GROUND;
  if (town->radius > 0)
    milieu_pen_disc (&pen, town->x + d->shift.x, town->y + d->shift.y, town->radius, MILIEU_COLOUR_TOWN);
  m.fill = MILIEU_COLOUR_TOWN_TEXT;
  m.stroke = MILIEU_COLOUR_HALO;
  m.stroke_opacity = 0.9;
  m.width = milieu_text_halo (role, d->panel->unit);
  m.label.x = town->corner.x + d->shift.x;
  m.label.y = town->corner.y + d->shift.y;
  m.label.width = town->width;
  m.label.text = town->name;
  m.label.style = style;
  m.label.align = town->align;
  milieu_figure_add (d->pen.builder, &m);
}

static void
draw_leader (const Drawing *d, const MilieuLabelPlace *place)
{
  MilieuPoint line[2] = {
    { place->leader.from.x + d->shift.x, place->leader.from.y + d->shift.y },
    { place->leader.to.x + d->shift.x, place->leader.to.y + d->shift.y } };
  MilieuPen pen = d->pen;

  pen.layer = MILIEU_LAYER_LABELS;
  milieu_pen_line (&pen, line, 2, MILIEU_COLOUR_HALO, 2.6 * d->panel->unit, 0.8);
  milieu_pen_line (&pen, line, 2, MILIEU_COLOUR_SOFT, 0.7 * d->panel->unit, 0.9);
}

static void
draw_label (const Drawing *d, guint i)
{
  const MilieuLabelPlace *place = &d->places[i];
  const MilieuArrangement *a = d->panel->arrangement;
  gboolean town = i >= a->n_stands;
  MilieuTextRole role = town ? MILIEU_TEXT_TOWN : MILIEU_TEXT_ACTOR;
  MilieuMark m = mark (d, MILIEU_MARK_LABEL, MILIEU_LAYER_LABELS);

  if (!town)
    {
      const MilieuCastActor *actor = &d->content->cast->actors[a->stands[i].actor];

      m.flags = 0;
      m.owner_type = MILIEU_RECORD_ACTOR;
      m.owner = actor->key;
      m.id = actor->id;
      m.title = actor->name;
    }
  m.fill = milieu_text_colour (role);
  m.stroke = MILIEU_COLOUR_HALO;
  m.stroke_opacity = 0.9;
  m.width = milieu_text_halo (role, d->panel->unit);
  m.label.x = place->x + d->shift.x;
  m.label.y = place->y + d->shift.y;
  m.label.width = d->panel->words[i]->width;
  m.label.text = d->panel->words[i]->text;
  m.label.style = milieu_pen_style (&d->pen, role);
  m.label.align = place->align;
  milieu_figure_add (d->pen.builder, &m);
}

/* name and number inside a rosette */
static void
draw_rosette_name (const Drawing *d, const MilieuDisc *disc)
{
  double unit = d->panel->unit, x = disc->x + d->shift.x, y = disc->y + d->shift.y;
  MilieuLanguage language = d->pen.tools->language;
  guint n = n_present (d, disc);
  g_autofree char *number = g_strdup_printf (milieu_words_plural (language, "%u actor", "%u actors", n), n);
  MilieuPenText as = { .align = MILIEU_ALIGN_CENTRE, .halo = MILIEU_COLOUR_CASING };
  MilieuPen pen = d->pen;

  pen.layer = MILIEU_LAYER_LABELS;
  milieu_pen_text_as (&pen, MILIEU_TEXT_DISC_NAME, disc->name, x, y - 5.5 * unit, &as);
  milieu_pen_text_as (&pen, MILIEU_TEXT_DISC_NUMBER, number, x, y + 6.5 * unit, &as);
}

static void
draw_words (const Drawing *d)
{
  const MilieuMapPanel *panel = d->panel;

  for (guint i = 0; i < panel->arrangement->n_discs; i++)
    if (panel->arrangement->discs[i].kind == MILIEU_DISC_ROSETTE && n_present (d, &panel->arrangement->discs[i]) > 0)
      draw_rosette_name (d, &panel->arrangement->discs[i]);
  for (guint i = 0; i < panel->n_labels; i++)
    if (d->places[i].placed && d->places[i].side == MILIEU_SIDE_LEADER)
      draw_leader (d, &d->places[i]);
  for (guint i = 0; i < panel->n_labels; i++)
    if (d->places[i].placed && !(i >= panel->arrangement->n_stands && n_present (d, &panel->arrangement->discs[i - panel->arrangement->n_stands]) == 0))
      draw_label (d, i);
}

void
milieu_map_panel_draw (const MilieuMapPanel *panel, const MilieuMapContent *content, const MilieuLabelPlace *places,
                       MilieuPen pen, MilieuPoint shift, double opacity, const MilieuMapYear *year)
{
  const MilieuArrangement *a = panel->arrangement;
  Drawing d = { panel, content, places, pen, shift, opacity, year };

  for (guint i = 0; i < panel->towns->len; i++)
    draw_town (&d, &g_array_index (panel->towns, MilieuTownLabel, i));
  for (guint i = 0; i < a->n_discs; i++)
    if (year == NULL || n_present (&d, &a->discs[i]) > 0)
      draw_disc (&d, &a->discs[i]);
  for (guint i = 0; i < a->n_stands; i++)
    if (content->cast->actors[a->stands[i].actor].precision == MILIEU_PRECISION_APPROXIMATE
        && a->stands[i].disc < 0 && presence (&d, a->stands[i].actor) == MILIEU_PRESENCE_HERE)
      draw_halo (&d, &a->stands[i]);
  draw_ties (&d);
  draw_symbols (&d);
  draw_words (&d);
}
