/* What stands on a map where a person put it: scale bar, north, locator, inset. */
#include "figure/map-furniture.h"
#include "figure/map-plan.h"

#include <math.h>

/* px of look.md about the right foot of the bar, and about the middle of the arrow */
static const MilieuBox about_bar = { -6, -14, 15, 1 }, about_north = { -6, -20, 6, 6 };

#define LONGEST_BAR 90.0
#define LOCATOR 78.0

double
milieu_map_ground_scale (const MilieuFrame *frame)
{
  g_autoptr (MilieuProjection) projection = milieu_projection_new ();
  double scale = milieu_frame_ground_scale (frame, projection);

  return isfinite (scale) ? scale : frame->scale;
}

static MilieuBox
box_about (MilieuBox about, double u, double left, double right, double y)
{
  return (MilieuBox) { left + about.x0 * u, y + about.y0 * u, right + about.x1 * u, y + about.y1 * u };
}

/* Returns: how far @box has to go to stand where @place says */
static MilieuPoint
way_to (const MilieuPartPlace *place, MilieuBox box)
{
  return (MilieuPoint) { place->x - box.x0, place->y - box.y0 };
}

static void
place_locator (const MilieuMapPlan *plan, const MilieuPartPlace *place, MilieuFurniture *f)
{
  double width = f->has_locator ? f->locator.x1 - f->locator.x0 : LOCATOR * plan->unit;

  f->has_locator = !place->hidden && (f->has_locator || (place->placed && plan->content.basemap != NULL));
  if (!f->has_locator || !place->placed)
    return;
  width = place->sized ? place->width : width;
  f->locator = (MilieuBox) { place->x, place->y, place->x + width,
                             place->y + milieu_furniture_locator_height (plan->content.basemap, width) };
}

void
milieu_map_place_furniture (const MilieuMapPlan *plan, const MilieuFrame *frame, MilieuFurniture *f)
{
  const MilieuMapPlaces *places = &plan->options.places;
  double u = plan->unit, px = 0;
  MilieuPoint way;

  milieu_scale_bar_length (milieu_map_ground_scale (frame), LONGEST_BAR * u, &px);
  f->has_scale = plan->options.parts & MILIEU_MAP_SCALE && !places->scale.hidden;
  f->has_north = plan->options.parts & MILIEU_MAP_SCALE && !places->north.hidden;
  f->scale = box_about (about_bar, u, f->bar_right - px, f->bar_right, f->bar_base);
  f->north_box = box_about (about_north, u, f->north.x, f->north.x, f->north.y);
  if (places->scale.placed)
    {
      way = way_to (&places->scale, f->scale);
      f->bar_right += way.x;
      f->bar_base += way.y;
      f->scale = box_about (about_bar, u, f->bar_right - px, f->bar_right, f->bar_base);
    }
  if (places->north.placed)
    {
      way = way_to (&places->north, f->north_box);
      f->north = (MilieuPoint) { f->north.x + way.x, f->north.y + way.y };
      f->north_box = box_about (about_north, u, f->north.x, f->north.x, f->north.y);
    }
  place_locator (plan, &places->locator, f);
}

guint
milieu_furniture_boxes (const MilieuMapPlan *plan, const MilieuFurniture *f, MilieuBox *boxes)
{
  const MilieuMapPlaces *places = &plan->options.places;
  guint n = 0;

  if (f->has_scale && f->has_north && !places->scale.placed && !places->north.placed)
    boxes[n++] = f->bar;
  else
    {
      if (f->has_scale)
        boxes[n++] = f->scale;
      if (f->has_north)
        boxes[n++] = f->north_box;
    }
  if (f->has_locator)
    boxes[n++] = f->locator;
  return n;
}

void
milieu_map_place_inset (MilieuMapPlan *plan)
{
  const MilieuPartPlace *place = &plan->options.places.inset;
  MilieuInset *inset = &plan->insets[0].inset;
  double width = inset->frame.width, height = inset->frame.height;

  plan->n_insets = place->hidden ? 0 : plan->n_insets;
  if (plan->n_insets == 0 || !place->placed)
    return;
  if (place->sized)
    {
      inset->frame.width = place->width;
      inset->frame.height = MAX (place->height - inset->head, 4 * plan->unit);
      /* at least what it showed before */
      inset->frame.scale *= MAX (width / inset->frame.width, height / inset->frame.height);
    }
  inset->card = (MilieuBox) { place->x, place->y, place->x + inset->frame.width,
                              place->y + inset->head + inset->frame.height };
}
