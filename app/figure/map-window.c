/* The map as a canvas shows it: the ground, at one scale, and the glass before it. */
#include "figure/map-draw.h"

#include "figure/map-plan.h"
#include "figure/ties.h"

#define LEAVES_AT 1.5 /* the inset goes when the map's scale is that times its own … */
#define LENS_MOST 0.5 /* … or when its lens spans that share of the view */

static gboolean
covers_actor (const MilieuMapPlan *plan, const MilieuFrame *frame, MilieuBox card)
{
  MilieuBox clear = milieu_box_grow (card, 4 * plan->unit);

  for (guint i = 0; i < plan->content.cast->n_actors; i++)
    {
      double x, y;

      if (!plan->located[i])
        continue;
      milieu_frame_to_px (frame, plan->content.metres[i], &x, &y);
      if (milieu_box_has_point (clear, x, y))
        return TRUE;
    }
  return FALSE;
}

/* whether an inset stands in this frame: its lens in view and small, nobody under its card */
static gboolean
has_room (const MilieuMapPlan *plan, const MilieuFrame *frame, guint index)
{
  const MilieuInset *inset = &plan->insets[index].inset;
  MilieuBox view = { 0, 0, frame->width, frame->height }, lens = milieu_map_plan_lens (plan, frame, index);

  if (frame->scale <= inset->frame.scale / LEAVES_AT)
    return FALSE;
  if (index == 0 && plan->options.places.inset.placed)
    return TRUE;
  return milieu_box_holds (view, inset->card) && milieu_boxes_meet (&view, &lens, 0)
         && !milieu_boxes_meet (&lens, &inset->card, 0)
         && lens.x1 - lens.x0 < LENS_MOST * frame->width && lens.y1 - lens.y0 < LENS_MOST * frame->height
         && !covers_actor (plan, frame, inset->card);
}

/* all of them or none */
gboolean
milieu_map_plan_shows_inset (const MilieuMapPlan *plan, const MilieuFrame *frame)
{
  for (guint i = 0; i < plan->n_insets; i++)
    if (!has_room (plan, frame, i))
      return FALSE;
  return plan->n_insets > 0;
}

MilieuFigure *
milieu_map_window_new (MilieuMapPlan *plan, const MilieuFigureTools *tools, double scale, gboolean inset,
                       const MilieuBox *window, const guint32 *wanted, guint n_wanted)
{
  MilieuBox page = { 0, 0, window->x1 - window->x0, window->y1 - window->y0 };
  MilieuFigureBuilder *builder = milieu_figure_builder_new_window (page.x1, page.y1, tools->language,
                                                                   milieu_map_plan_ref (plan),
                                                                   (GDestroyNotify) milieu_map_plan_unref);

  milieu_map_draw (builder, &(MilieuMapDrawing) {
    .plan = plan, .tools = tools, .frame = { .scale = scale }, .origin = { -window->x0, -window->y0 }, .page = &page,
    .sheet = MILIEU_MAP_GROUND, .inset = inset, .wanted = wanted, .n_wanted = n_wanted });
  milieu_figure_set_facts (builder, &plan->content.cast->facts);
  return milieu_figure_builder_finish (builder);
}

MilieuFigure *
milieu_map_glass_new (MilieuMapPlan *plan, const MilieuFigureTools *tools, const MilieuFrame *frame,
                      const guint32 *wanted, guint n_wanted)
{
  MilieuFigureBuilder *builder = milieu_figure_builder_new (frame->width, frame->height, tools->language);

  milieu_map_draw (builder, &(MilieuMapDrawing) {
    .plan = plan, .tools = tools, .frame = *frame, .sheet = MILIEU_MAP_GLASS, .wanted = wanted, .n_wanted = n_wanted });
  return milieu_figure_builder_finish (builder);
}
