#include "window/page-view-draw.h"

#define HANDLE 7.0f
#define POINTED_ROOM 1.0 /* mm about what is pointed at */

static const GdkRGBA guide_colour = { 0.88f, 0.11f, 0.55f, 1 }; /* no style of figures has it */
static const GdkRGBA pointed_colour = { 0.90f, 0.38f, 0.0f, 1 };

static graphene_rect_t
rect_of (const MilieuPageDrawing *d, MilieuBox mm)
{
  double k = d->tool->px_per_mm;

  return GRAPHENE_RECT_INIT ((float) (d->origin.x + mm.x0 * k), (float) (d->origin.y + mm.y0 * k),
                             (float) ((mm.x1 - mm.x0) * k), (float) ((mm.y1 - mm.y0) * k));
}

static void
append_frame (GtkSnapshot *snapshot, graphene_rect_t rect, float width, const GdkRGBA *colour)
{
  GskRoundedRect frame;
  const float widths[4] = { width, width, width, width };
  const GdkRGBA colours[4] = { *colour, *colour, *colour, *colour };

  graphene_rect_inset (&rect, -width, -width);
  gsk_rounded_rect_init_from_rect (&frame, &rect, 0);
  gtk_snapshot_append_border (snapshot, &frame, widths, colours);
}

static void
append_page (GtkSnapshot *snapshot, const MilieuPageDrawing *d)
{
  graphene_rect_t page = rect_of (d, (MilieuBox) { 0, 0, d->width, d->height });
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &page, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA) { 0, 0, 0, 0.35f }, 0, 1, 1, 5);
  gtk_snapshot_append_texture (snapshot, d->texture, &page);
}

/* the part follows the pointer as a pale copy of itself */
static void
append_copy (GtkSnapshot *snapshot, const MilieuPageDrawing *d)
{
  graphene_rect_t from = rect_of (d, d->tool->before), to = rect_of (d, d->tool->box);

  if (d->tool->grip != MILIEU_GRIP_WHOLE)
    return;
  gtk_snapshot_push_opacity (snapshot, 0.6);
  gtk_snapshot_push_clip (snapshot, &to);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (to.origin.x - from.origin.x, to.origin.y - from.origin.y));
  gtk_snapshot_append_texture (snapshot, d->texture, &(graphene_rect_t) { { (float) d->origin.x, (float) d->origin.y },
    { (float) (d->width * d->tool->px_per_mm), (float) (d->height * d->tool->px_per_mm) } });
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
append_handles (GtkSnapshot *snapshot, const MilieuPageDrawing *d, graphene_rect_t rect)
{
  static const float at[] = { 0, 0.5f, 1 };
  guint sides = milieu_plate_part_has_size (d->tool->selected);
  const GdkRGBA white = { 1, 1, 1, 1 };

  for (guint i = 0; i < 9; i++)
    {
      float x = at[i % 3], y = at[i / 3];
      graphene_rect_t handle = GRAPHENE_RECT_INIT (rect.origin.x + x * rect.size.width - HANDLE / 2,
                                                   rect.origin.y + y * rect.size.height - HANDLE / 2, HANDLE, HANDLE);

      if (i == 4 || sides == 0 || (sides == 1 && i / 3 != 1))
        continue;
      gtk_snapshot_append_color (snapshot, &white, &handle);
      append_frame (snapshot, handle, 1.5f, &d->accent);
    }
}

static void
append_selection (GtkSnapshot *snapshot, const MilieuPageDrawing *d)
{
  const MilieuBox *box = milieu_compose_find (d->tool, d->tool->selected);
  gboolean moving = d->tool->state == MILIEU_COMPOSE_MOVING;

  if (box == NULL)
    return;
  if (moving)
    append_copy (snapshot, d);
  append_frame (snapshot, rect_of (d, moving ? d->tool->box : *box), 1.5f, &d->accent);
  append_handles (snapshot, d, rect_of (d, moving ? d->tool->box : *box));
}

static void
append_guides (GtkSnapshot *snapshot, const MilieuPageDrawing *d)
{
  graphene_rect_t page = rect_of (d, (MilieuBox) { 0, 0, d->width, d->height });
  double k = d->tool->px_per_mm;

  for (guint i = 0; i < d->tool->n_guides; i++)
    {
      const MilieuGuide *guide = &d->tool->guides[i];
      graphene_rect_t line = guide->upright
        ? GRAPHENE_RECT_INIT ((float) (d->origin.x + guide->at * k) - 0.5f, page.origin.y, 1, page.size.height)
        : GRAPHENE_RECT_INIT (page.origin.x, (float) (d->origin.y + guide->at * k) - 0.5f, page.size.width, 1);

      gtk_snapshot_append_color (snapshot, &guide_colour, &line);
    }
}

static void
append_pointed (GtkSnapshot *snapshot, const MilieuPageDrawing *d)
{
  const MilieuBox *b = d->pointed;
  MilieuBox grown = { b->x0 - POINTED_ROOM, b->y0 - POINTED_ROOM, b->x1 + POINTED_ROOM, b->y1 + POINTED_ROOM };

  append_frame (snapshot, rect_of (d, grown), 3, &pointed_colour);
}

void
milieu_page_view_draw (GtkSnapshot *snapshot, const MilieuPageDrawing *drawing)
{
  append_page (snapshot, drawing);
  append_selection (snapshot, drawing);
  append_guides (snapshot, drawing);
  if (drawing->pointed != NULL)
    append_pointed (snapshot, drawing);
}
