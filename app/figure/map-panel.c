#include "figure/map-panel.h"

#include "figure/symbols.h"

#include <math.h>
#include <string.h>

#define SYMBOL_RADIUS 0.56   /* of the size: what labels keep clear of */
#define LABEL_GAP 2.6
#define LABEL_EDGE 5.0
#define STEPS 16000
#define TIE_SAMPLES 13
#define TIE_WEIGHT 0.16
#define DOT_REACH 3.2
#define CROWD_LEAST 7        /* symbols that need columns of labels */
#define CROWD_NEAR 2.0       /* sizes */
#define ROSETTE_INSIDE 0.93  /* of the radius: room for the name */
#define RANK_NAMES 3
#define SIZED_PITCH 15.0     /* sizes by a measure: symbols are arranged as if all were that large */

static const MilieuLabelSide actor_sides[] = {
  MILIEU_SIDE_EAST, MILIEU_SIDE_WEST, MILIEU_SIDE_NORTH_EAST, MILIEU_SIDE_SOUTH_EAST,
  MILIEU_SIDE_NORTH_WEST, MILIEU_SIDE_SOUTH_WEST, MILIEU_SIDE_NORTH, MILIEU_SIDE_SOUTH,
};

MilieuPoint
milieu_map_panel_place (const MilieuFrame *frame, MilieuPoint origin, MilieuMetres metres)
{
  MilieuPoint p;

  milieu_frame_to_px (frame, metres, &p.x, &p.y);
  return (MilieuPoint) { p.x + origin.x, p.y + origin.y };
}

static MilieuBox
panel_box (const MilieuMapPanel *panel)
{
  return (MilieuBox) { panel->origin.x, panel->origin.y,
                       panel->origin.x + panel->frame.width, panel->origin.y + panel->frame.height };
}

/* what discs and labels of actors keep clear of; towns may stand in the lens */
static GArray *
avoided (const MilieuPanelRequest *r)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (MilieuBox));

  g_array_append_vals (boxes, r->avoid, r->n_avoid);
  g_array_append_vals (boxes, r->lenses, r->n_lenses);
  return boxes;
}

/* ---- actors ---- */

static void
arrange (MilieuMapPanel *panel, const MilieuPanelRequest *r)
{
  const MilieuMapContent *c = r->content;
  guint n = c->cast->n_actors, here = 0;
  g_autofree guint *who = g_new (guint, MAX (n, 1));
  g_autofree MilieuPoint *places = g_new0 (MilieuPoint, MAX (n, 1));
  g_autofree double *widths = g_new0 (double, MAX (n, 1));
  g_autoptr (GArray) avoid = avoided (r);
  MilieuBox bounds = panel_box (panel);

  for (guint i = 0; i < n; i++)
    {
      if (!r->here[i])
        continue;
      who[here++] = i;
      places[i] = milieu_map_panel_place (&panel->frame, panel->origin, c->metres[i]);
      widths[i] = c->line[i].width;
    }
  panel->arrangement = milieu_arrange (&(MilieuArrangeRequest) {
    .cast = c->cast, .actors = who, .n = here, .places = places, .label_widths = widths,
    .size = panel->pitch, .unit = panel->unit, .bounds = r->solve ? &bounds : NULL,
    .avoid = (MilieuBox *) avoid->data, .n_avoid = avoid->len });
}

static const MilieuDisc *
disc_of (const MilieuMapPanel *panel, const MilieuStand *stand)
{
  return stand->disc < 0 ? NULL : &panel->arrangement->discs[stand->disc];
}

static gboolean
in_disc (const MilieuMapPanel *panel, const MilieuStand *stand, MilieuDiscKind kind)
{
  const MilieuDisc *disc = disc_of (panel, stand);

  return disc != NULL && disc->kind == kind;
}

static void
place_ends (MilieuMapPanel *panel, const MilieuPanelRequest *r)
{
  const MilieuMapContent *c = r->content;

  for (guint i = 0; i < c->cast->n_actors; i++)
    {
      panel->at[i] = (MilieuPoint) { NAN, NAN };
      if (r->dots == NULL || !r->dots[i])
        continue;
      panel->at[i] = milieu_map_panel_place (&panel->frame, panel->origin, c->metres[i]);
      panel->reach[i] = DOT_REACH * panel->unit;
    }
  for (guint i = 0; i < panel->arrangement->n_stands; i++)
    {
      MilieuStand *s = &panel->arrangement->stands[i];

      /* a crowd disc has no room for sizes */
      if (c->cast->actors[s->actor].size > 0 && !in_disc (panel, s, MILIEU_DISC_CROWD))
        s->size = c->cast->actors[s->actor].size * panel->unit;
      panel->at[s->actor] = (MilieuPoint) { s->x, s->y };
      panel->reach[s->actor] = milieu_symbol_reach (c->cast->actors[s->actor].symbol, s->size, panel->unit);
    }
}

/* ---- labels ---- */

static GArray *
tie_chords (const MilieuMapPanel *panel)
{
  GArray *chords = g_array_new (FALSE, FALSE, sizeof (MilieuChord));
  MilieuPoint points[TIE_SAMPLES];

  for (guint i = 0; i < panel->ties->len; i++)
    {
      milieu_curve_sample (&g_array_index (panel->ties, MilieuPanelTie, i).curve, points, TIE_SAMPLES);
      for (guint k = 0; k + 1 < TIE_SAMPLES; k++)
        {
          MilieuChord chord = { points[k], points[k + 1] };
          g_array_append_val (chords, chord);
        }
    }
  return chords;
}

/* label @i gets the columns beside the crowd that its symbol stands in */
static void
set_columns (MilieuMapPanel *panel, const MilieuPanelRequest *r, const guint *members, guint n)
{
  MilieuBox box = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  double size = panel->size, text = r->content->line[panel->arrangement->stands[members[0]].actor].height;

  for (guint k = 0; k < n; k++)
    {
      const MilieuStand *s = &panel->arrangement->stands[members[k]];
      box = milieu_box_union (box, milieu_box_around (s->x, s->y, 0));
    }
  for (guint k = 0; k < n; k++)
    {
      MilieuLabelWish *wish = &panel->wishes[members[k]];
      double first = box.y0 - 3 * text, last = box.y1 + 4.5 * text, step = text / 2;

      wish->columns[0] = (MilieuLabelColumn) { box.x1 + 2.6 * size, FALSE, first, last, step };
      wish->columns[1] = (MilieuLabelColumn) { box.x0 - 2.2 * size, TRUE, first, last, step };
      wish->n_columns = 2;
      panel->words[members[k]] = &r->content->line[panel->arrangement->stands[members[k]].actor];
      wish->width = panel->words[members[k]]->width;
      wish->height = panel->words[members[k]]->height;
    }
}

static guint
root (guint *group, guint i)
{
  while (group[i] != i)
    i = group[i] = group[group[i]];
  return i;
}

/* seven or more symbols close to one another get columns of labels on either side */
static void
find_crowds (MilieuMapPanel *panel, const MilieuPanelRequest *r)
{
  const MilieuArrangement *a = panel->arrangement;
  g_autofree guint *group = g_new (guint, MAX (a->n_stands, 1));
  g_autofree guint *members = g_new (guint, MAX (a->n_stands, 1));

  if (a->n_stands > MILIEU_LABELS_SOLVER_LIMIT)
    return;
  for (guint i = 0; i < a->n_stands; i++)
    {
      group[i] = i;
      for (guint j = 0; j < i; j++)
        if (!in_disc (panel, &a->stands[i], MILIEU_DISC_ROSETTE) && !in_disc (panel, &a->stands[j], MILIEU_DISC_ROSETTE)
            && milieu_point_distance ((MilieuPoint) { a->stands[i].x, a->stands[i].y },
                                      (MilieuPoint) { a->stands[j].x, a->stands[j].y }) < CROWD_NEAR * panel->size)
          group[root (group, i)] = root (group, j);
    }
  for (guint g = 0; g < a->n_stands; g++)
    {
      guint n = 0;

      for (guint i = 0; i < a->n_stands; i++)
        if (root (group, i) == g)
          members[n++] = i;
      if (n >= CROWD_LEAST)
        set_columns (panel, r, members, n);
    }
}

/* a label that has a side keeps it as long as there is room */
static const MilieuLabelSide *
sides_of (MilieuMapPanel *panel, const MilieuPanelRequest *r, guint i)
{
  guint actor = panel->arrangement->stands[i].actor, n = 0;
  MilieuLabelSide *sides = panel->sides + i * MILIEU_N_SIDES;

  if (r->sides == NULL || r->sides[actor] == 0)
    return actor_sides;
  sides[n++] = r->sides[actor] - 1;
  for (guint k = 0; k < MILIEU_N_SIDES; k++)
    if (actor_sides[k] != sides[0])
      sides[n++] = actor_sides[k];
  return sides;
}

static void
wish_for_actor (MilieuMapPanel *panel, const MilieuPanelRequest *r, guint i)
{
  const MilieuStand *s = &panel->arrangement->stands[i];
  const MilieuMapContent *c = r->content;
  gboolean solver = r->solve && panel->n_labels <= MILIEU_LABELS_SOLVER_LIMIT;
  MilieuLabelWish *wish = &panel->wishes[i];

  panel->words[i] = in_disc (panel, s, MILIEU_DISC_ROSETTE) ? &c->line[s->actor] : &c->wrapped[s->actor];
  *wish = (MilieuLabelWish) {
    .owner = i, .x = s->x, .y = s->y, .radius = s->size * SYMBOL_RADIUS,
    .width = panel->words[i]->width, .height = panel->words[i]->height, .gap = LABEL_GAP * panel->unit,
    .rank = solver ? (c->rank[s->actor] < c->cast->n_actors / 2 ? 1 : 2) : 1 + c->rank[s->actor],
    .leader = r->solve, .sides = sides_of (panel, r, i), .n_sides = MILIEU_N_SIDES };
}

static void
wish_for_disc (MilieuMapPanel *panel, const MilieuPanelRequest *r, guint index)
{
  const MilieuDisc *disc = &panel->arrangement->discs[index];
  guint i = panel->arrangement->n_stands + index;
  MilieuTextStyle style = milieu_figure_tools_style (r->tools, MILIEU_TEXT_TOWN);
  MilieuWords *words = &panel->names[index];

  if (disc->kind == MILIEU_DISC_CROWD)
    words->text = g_strdup_printf ("%u", disc->n);
  else
    words->text = g_strdup (disc->name);
  words->width = milieu_text_width (r->tools->measure, words->text, &style);
  words->height = style.size * MILIEU_LINE_HEIGHT;
  panel->words[i] = words;
  panel->wishes[i] = (MilieuLabelWish) {
    .owner = i, .x = disc->x, .y = disc->y, .radius = disc->radius, .width = words->width, .height = words->height,
    .gap = 2.5 * panel->unit, .rank = r->solve ? RANK_NAMES : G_MAXUINT - 1,
    .sides = actor_sides, .n_sides = G_N_ELEMENTS (actor_sides) };
}

/* on a crowded map a disc that found no room may stand in the way */
static gboolean
is_crossed (const MilieuMapPanel *panel, guint i, MilieuBox box)
{
  const MilieuArrangement *a = panel->arrangement;

  for (guint k = 0; k < a->n_stands; k++)
    if (k != i && milieu_box_has_point (milieu_box_grow (box, a->stands[k].size * SYMBOL_RADIUS), a->stands[k].x, a->stands[k].y))
      return TRUE;
  return FALSE;
}

/* labels beside a rosette stand where its symbols were spread for them */
static void
place_rosette (MilieuMapPanel *panel, guint i, GArray *blocks)
{
  const MilieuStand *s = &panel->arrangement->stands[i];
  MilieuLabelSide side = s->x < disc_of (panel, s)->x ? MILIEU_SIDE_WEST : MILIEU_SIDE_EAST;
  MilieuBox box = milieu_label_box (&panel->wishes[i], side);

  if (is_crossed (panel, i, box))
    return;
  panel->places[i] = (MilieuLabelPlace) { TRUE, side, milieu_label_align (side), box.x0, box.y0 };
  box.x0 -= 2 * panel->unit;
  box.x1 += 2 * panel->unit;
  g_array_append_val (blocks, box);
}

static void
block_discs (MilieuMapPanel *panel)
{
  for (guint i = 0; i < panel->arrangement->n_discs; i++)
    {
      const MilieuDisc *disc = &panel->arrangement->discs[i];
      MilieuBox inside = milieu_box_around (disc->x, disc->y, disc->radius * ROSETTE_INSIDE);
      MilieuBox dot = milieu_box_around (disc->ax, disc->ay, 2 * panel->unit);

      if (disc->kind != MILIEU_DISC_COMPACT)
        g_array_append_val (panel->blocks, inside);
      if (disc->moved)
        g_array_append_val (panel->blocks, dot);
    }
}

static gboolean
is_by_hand (const MilieuMapPanel *panel, const MilieuPanelRequest *r, guint i)
{
  return i < panel->arrangement->n_stands && r->content->cast->actors[panel->arrangement->stands[i].actor].by_hand;
}

static gboolean
is_muted (const MilieuPanelRequest *r, const MilieuStand *stand)
{
  return r->muted != NULL && r->muted[stand->actor];
}

/* which labels ask for a place: not those of rosettes, nor those inside crowd discs */
static gboolean
asks (MilieuMapPanel *panel, const MilieuPanelRequest *r, guint i)
{
  const MilieuArrangement *a = panel->arrangement;

  if (i < a->n_stands)
    return !is_muted (r, &a->stands[i]) && !in_disc (panel, &a->stands[i], MILIEU_DISC_CROWD)
           && (!in_disc (panel, &a->stands[i], MILIEU_DISC_ROSETTE) || is_by_hand (panel, r, i));
  return a->discs[i - a->n_stands].kind != MILIEU_DISC_ROSETTE && *panel->words[i]->text != '\0';
}

/* where somebody put it; all others keep clear of it */
static void
place_by_hand (MilieuMapPanel *panel, const MilieuPanelRequest *r, guint i, GArray *blocks)
{
  const MilieuCastActor *actor = &r->content->cast->actors[panel->arrangement->stands[i].actor];
  MilieuLabelPlace *place = &panel->places[i];
  MilieuBox box;

  if (!actor->by_hand || !asks (panel, r, i))
    return;
  *place = milieu_label_by_hand (&panel->wishes[i], actor->hand_x, actor->hand_y);
  box = (MilieuBox) { place->x, place->y, place->x + panel->wishes[i].width, place->y + panel->wishes[i].height };
  g_array_append_val (blocks, box);
  g_array_append_val (panel->blocks, box);
}

static void
place_labels (MilieuMapPanel *panel, const MilieuPanelRequest *r)
{
  const MilieuArrangement *a = panel->arrangement;
  /* only the solver looks at ties */
  g_autoptr (GArray) chords = r->solve && panel->n_labels <= MILIEU_LABELS_SOLVER_LIMIT ? tie_chords (panel)
                              : g_array_new (FALSE, FALSE, sizeof (MilieuChord));
  g_autoptr (GArray) blocks = g_array_copy (panel->blocks);
  g_autofree MilieuLabelWish *wishes = g_new (MilieuLabelWish, MAX (panel->n_labels, 1));
  g_autofree guint *who = g_new (guint, MAX (panel->n_labels, 1));
  g_autofree MilieuLabelSymbol *symbols = g_new (MilieuLabelSymbol, MAX (a->n_stands, 1));
  g_autofree MilieuLabelPlace *places = NULL;
  MilieuBox anywhere = { -G_MAXDOUBLE, -G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE };
  guint n = 0;

  g_array_append_vals (blocks, r->lenses, r->n_lenses);
  for (guint i = 0; i < a->n_stands; i++)
    place_by_hand (panel, r, i, blocks);
  for (guint i = 0; i < panel->n_labels; i++)
    if (asks (panel, r, i) && !is_by_hand (panel, r, i))
      {
        who[n] = i;
        wishes[n++] = panel->wishes[i];
      }
  for (guint i = 0; i < a->n_stands; i++)
    symbols[i] = (MilieuLabelSymbol) { i, a->stands[i].x, a->stands[i].y, a->stands[i].size * SYMBOL_RADIUS };
  places = (r->solve ? milieu_labels_place : milieu_labels_greedy) (&(MilieuLabelProblem) {
    .wishes = wishes, .n_wishes = n, .symbols = symbols, .n_symbols = a->n_stands,
    .blocks = (MilieuBox *) blocks->data, .n_blocks = blocks->len,
    .ties = (MilieuChord *) chords->data, .n_ties = chords->len,
    .frame = r->solve ? milieu_box_grow (panel_box (panel), -LABEL_EDGE * panel->unit) : anywhere,
    .tie_weight = TIE_WEIGHT, .padding = 1.5 * panel->unit, .unit = panel->unit, .steps = STEPS, .seed = 42 });
  for (guint i = 0; i < n; i++)
    panel->places[who[i]] = places[i];
}

static void
label (MilieuMapPanel *panel, const MilieuPanelRequest *r)
{
  const MilieuArrangement *a = panel->arrangement;

  panel->n_labels = a->n_stands + a->n_discs;
  panel->words = g_new0 (MilieuWords *, MAX (panel->n_labels, 1));
  panel->names = g_new0 (MilieuWords, MAX (a->n_discs, 1));
  panel->sides = g_new0 (MilieuLabelSide, MAX (a->n_stands, 1) * MILIEU_N_SIDES);
  panel->wishes = g_new0 (MilieuLabelWish, MAX (panel->n_labels, 1));
  panel->places = g_new0 (MilieuLabelPlace, MAX (panel->n_labels, 1));
  g_array_append_vals (panel->blocks, r->avoid, r->n_avoid);
  for (guint i = 0; i < a->n_stands; i++)
    wish_for_actor (panel, r, i);
  for (guint i = 0; i < a->n_discs; i++)
    wish_for_disc (panel, r, i);
  for (guint i = 0; i < a->n_stands; i++)
    if (in_disc (panel, &a->stands[i], MILIEU_DISC_ROSETTE) && !is_muted (r, &a->stands[i]) && !is_by_hand (panel, r, i))
      place_rosette (panel, i, panel->blocks);
  block_discs (panel);
  if (r->solve)
    find_crowds (panel, r);
  place_labels (panel, r);
}

MilieuMapPanel *
milieu_map_panel_new (const MilieuPanelRequest *r)
{
  MilieuMapPanel *panel = g_new0 (MilieuMapPanel, 1);
  guint n = MAX (r->content->cast->n_actors, 1);

  panel->frame = r->frame;
  panel->origin = r->origin;
  panel->inset = r->inset;
  panel->unit = milieu_figure_tools_unit (r->tools);
  panel->size = MILIEU_SIZE_MAP * panel->unit;
  panel->pitch = r->content->cast->size_by != MILIEU_SIZE_UNSET ? SIZED_PITCH * panel->unit : panel->size;
  panel->at = g_new (MilieuPoint, n);
  panel->reach = g_new0 (double, n);
  panel->ties = g_array_new (FALSE, FALSE, sizeof (MilieuPanelTie));
  panel->blocks = g_array_new (FALSE, FALSE, sizeof (MilieuBox));
  panel->towns = g_array_new (FALSE, FALSE, sizeof (MilieuTownLabel));
  arrange (panel, r);
  place_ends (panel, r);
  milieu_map_panel_add_ties (panel, r);
  label (panel, r);
  milieu_map_panel_towns (panel, r);
  return panel;
}

void
milieu_map_panel_free (MilieuMapPanel *panel)
{
  for (guint i = 0; i < panel->arrangement->n_discs; i++)
    g_free (panel->names[i].text);
  milieu_arrangement_free (panel->arrangement);
  g_free (panel->at);
  g_free (panel->reach);
  g_free (panel->words);
  g_free (panel->names);
  g_free (panel->sides);
  g_free (panel->wishes);
  g_free (panel->places);
  g_array_unref (panel->ties);
  g_array_unref (panel->blocks);
  for (guint i = 0; i < panel->towns->len; i++)
    g_free (g_array_index (panel->towns, MilieuTownLabel, i).name);
  g_array_unref (panel->towns);
  g_free (panel);
}
