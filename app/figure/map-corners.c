/* Where the scale bar, north and locator stand: corners without an actor. */
#include "figure/map-furniture.h"
#include "figure/map-plan.h"
#include "figure/ties.h"

/* px of look.md */
#define EDGE 14.0
#define LOCATOR 78.0
#define LOCATOR_MOST 0.17    /* of the view's width */
#define BAR_WIDTH 106.0
#define BAR_HEIGHT 58.0
#define BESIDE 10.0        /* between locator and bar */
#define CREDIT 18.0
#define LABEL_WIDTH 44.0   /* about an actor */
#define LABEL_HEIGHT 24.0
#define LEAST_WIDTH 300.0  /* a narrower view has no locator */
#define SYMBOL_ROOM 9.0    /* half a symbol, and a little */
#define FULL_WIDTH 0.8     /* a card over that share of the view leaves no corner beside it */

/* the part of the view that no card of full width covers */
static MilieuBox
free_view (const MilieuMapPlan *plan, double width, double height, gboolean insets)
{
  double u = plan->unit, foot = plan->options.parts & MILIEU_MAP_CREDIT ? CREDIT : 4;
  MilieuBox view = { EDGE * u, EDGE * u, width - EDGE * u, height - foot * u };

  for (guint i = 0; insets && i < plan->n_insets; i++)
    {
      const MilieuBox *card = &plan->insets[i].inset.card;

      if (card->x1 - card->x0 < FULL_WIDTH * width)
        continue;
      if (card->y0 + card->y1 > height)
        view.y1 = MIN (view.y1, card->y0 - 10 * u);
      else
        view.y0 = MAX (view.y0, card->y1 + 10 * u);
    }
  return view;
}

static double
taken_below (const MilieuMapPlan *plan, double top, double left)
{
  double bottom = top;

  for (guint i = 0; i < plan->options.n_taken; i++)
    if (plan->options.taken[i].x1 > left && plan->options.taken[i].y0 < top + 60 * plan->unit)
      bottom = MAX (bottom, plan->options.taken[i].y1 + 12 * plan->unit);
  return bottom;
}

static MilieuBox
box_in_corner (const MilieuMapPlan *plan, MilieuBox view, MilieuCorner corner, double width, double height)
{
  gboolean left = corner == MILIEU_CORNER_BOTTOM_LEFT || corner == MILIEU_CORNER_TOP_LEFT;
  gboolean bottom = corner == MILIEU_CORNER_BOTTOM_LEFT || corner == MILIEU_CORNER_BOTTOM_RIGHT;
  double x = left ? view.x0 : view.x1 - width, y = bottom ? view.y1 - height : view.y0;

  if (corner == MILIEU_CORNER_UNDER_TOP_RIGHT)
    y = taken_below (plan, view.y0, x);
  return (MilieuBox) { x, y, x + width, y + height };
}

static MilieuFurniture
furniture (const MilieuMapPlan *plan, double width, double height, gboolean insets,
           MilieuCorner locator, MilieuCorner bar)
{
  double u = plan->unit;
  MilieuBox view = free_view (plan, width, height, insets);
  double locator_width = MIN (LOCATOR * u, LOCATOR_MOST * width);
  MilieuFurniture f = { .has_locator = locator != MILIEU_CORNER_NOWHERE };

  if (f.has_locator)
    f.locator = box_in_corner (plan, view, locator, locator_width, milieu_furniture_locator_height (plan->content.basemap, locator_width));
  f.bar = box_in_corner (plan, view, bar, BAR_WIDTH * u, BAR_HEIGHT * u);
  if (f.has_locator && locator == bar)
    {
      double shift = (locator_width + BESIDE * u) * (f.locator.x0 > width / 2 ? -1 : 1);

      f.bar.x0 += shift;
      f.bar.x1 += shift;
    }
  f.bar_right = f.bar.x1 - 8 * u;
  f.bar_base = f.bar.y1 - 8 * u;
  f.north = (MilieuPoint) { f.bar_right - 16 * u, f.bar_base - 34 * u };
  return f;
}

static gboolean
meets_card (const MilieuMapPlan *plan, MilieuBox box)
{
  for (guint i = 0; i < plan->n_insets; i++)
    if (milieu_boxes_meet (&plan->insets[i].inset.card, &box, 2 * plan->unit))
      return TRUE;
  return FALSE;
}

/* neither card nor widget nor, while one looks closer, an actor */
static gboolean
stands_clear (const MilieuMapPlan *plan, const MilieuFrame *frame, gboolean insets, MilieuBox box)
{
  MilieuBox clear = milieu_box_grow (box, SYMBOL_ROOM * plan->unit);

  if (box.x0 < 0 || box.y0 < 0 || box.x1 > frame->width || box.y1 > frame->height
      || (insets && meets_card (plan, box)))
    return FALSE;
  for (guint i = 0; i < plan->options.n_taken; i++)
    if (milieu_boxes_meet (&plan->options.taken[i], &box, 0))
      return FALSE;
  for (guint i = 0; i < plan->content.cast->n_actors; i++)
    {
      double x, y;

      if (!plan->located[i])
        continue;
      milieu_frame_to_px (frame, plan->content.metres[i], &x, &y);
      if (milieu_box_has_point (clear, x, y))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_clear (const MilieuMapPlan *plan, const MilieuFrame *frame, gboolean insets, const MilieuFurniture *f)
{
  if (f->has_locator && !stands_clear (plan, frame, insets, f->locator))
    return FALSE;
  return stands_clear (plan, frame, insets, f->bar)
         && !(f->has_locator && milieu_boxes_meet (&f->bar, &f->locator, 0));
}

/* the corners of the opening view, unless an actor has come under them */
static MilieuFurniture
find_furniture (const MilieuMapPlan *plan, const MilieuFrame *frame, gboolean insets)
{
  const MilieuCorner locators[] = { plan->locator_at, 0, 1, 2, 3, 4, MILIEU_CORNER_NOWHERE };
  MilieuFurniture own = furniture (plan, frame->width, frame->height, insets, plan->locator_at, plan->bar_at);
  gboolean opening = frame->scale == plan->opening.scale && frame->centre.x == plan->opening.centre.x
                     && frame->centre.y == plan->opening.centre.y;

  if (opening || is_clear (plan, frame, insets, &own))
    return own;
  for (guint i = own.has_locator ? 0 : G_N_ELEMENTS (locators) - 1; i < G_N_ELEMENTS (locators); i++)
    for (guint k = 0; k <= MILIEU_CORNER_NOWHERE; k++)
      {
        MilieuCorner bar = k == 0 ? plan->bar_at : k - 1;
        MilieuFurniture f = furniture (plan, frame->width, frame->height, insets, locators[i], bar);

        if (is_clear (plan, frame, insets, &f))
          return f;
      }
  return own;
}

MilieuFurniture
milieu_map_plan_furniture (const MilieuMapPlan *plan, const MilieuFrame *frame, gboolean insets)
{
  MilieuFurniture f = find_furniture (plan, frame, insets);

  milieu_map_place_furniture (plan, frame, &f);
  return f;
}

/* neither card nor widget nor actor, nor what its label needs */
static gboolean
is_free (const MilieuMapPlan *plan, MilieuBox box)
{
  MilieuBox clear = { box.x0 - LABEL_WIDTH * plan->unit, box.y0 - LABEL_HEIGHT * plan->unit,
                      box.x1 + LABEL_WIDTH * plan->unit, box.y1 + LABEL_HEIGHT * plan->unit };

  if (meets_card (plan, box))
    return FALSE;
  for (guint i = 0; i < plan->options.n_taken; i++)
    if (milieu_boxes_meet (&plan->options.taken[i], &box, 0))
      return FALSE;
  for (guint i = 0; i < plan->n_members; i++)
    {
      double x, y;

      milieu_frame_to_px (&plan->opening, plan->members[i], &x, &y);
      if (milieu_box_has_point (clear, x, y))
        return FALSE;
    }
  return box.x0 >= 0 && box.y0 >= 0 && box.x1 <= plan->opening.width && box.y1 <= plan->opening.height;
}

static MilieuFurniture
try_corners (const MilieuMapPlan *plan, MilieuCorner locator, MilieuCorner bar)
{
  return furniture (plan, plan->opening.width, plan->opening.height, plan->n_insets > 0, locator, bar);
}

void
milieu_map_plan_choose_corners (MilieuMapPlan *plan)
{
  gboolean wanted = plan->options.parts & MILIEU_MAP_LOCATOR && plan->content.basemap != NULL
                    && plan->options.width >= LEAST_WIDTH * plan->unit;

  plan->locator_at = MILIEU_CORNER_NOWHERE;
  for (MilieuCorner corner = 0; wanted && corner < MILIEU_CORNER_NOWHERE; corner++)
    if (is_free (plan, try_corners (plan, corner, corner).locator))
      {
        plan->locator_at = corner;
        break;
      }
  if (plan->locator_at < MILIEU_CORNER_TOP_RIGHT && is_free (plan, try_corners (plan, plan->locator_at, plan->locator_at).bar))
    {
      plan->bar_at = plan->locator_at;
      return;
    }
  for (plan->bar_at = 0; plan->bar_at < MILIEU_CORNER_UNDER_TOP_RIGHT; plan->bar_at++)
    if (is_free (plan, try_corners (plan, plan->locator_at, plan->bar_at).bar))
      return;
  /* over a label at worst, never over the card, which has a scale of its own */
  for (plan->bar_at = 0; plan->n_insets > 0 && plan->bar_at < MILIEU_CORNER_UNDER_TOP_RIGHT; plan->bar_at++)
    {
      MilieuBox bar = try_corners (plan, plan->locator_at, plan->bar_at).bar;

      if (!meets_card (plan, bar) && bar.y0 >= 0 && bar.y1 <= plan->opening.height)
        return;
    }
  plan->bar_at = MILIEU_CORNER_BOTTOM_RIGHT;
}
