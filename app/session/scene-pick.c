/* What is where in a scene: on the glass first, then through it. */
#include "session/scene-private.h"

#include "figure/box.h"

#include <string.h>

MilieuTiles *
milieu_scene_tiles (MilieuScene *self)
{
  return self->tiles;
}

void
milieu_scene_set_focus (MilieuScene *self, double x, double y)
{
  self->focus = (MilieuPoint) { x, y };
}

gboolean
milieu_scene_is_settled (MilieuScene *self)
{
  MilieuJobs *jobs = milieu_session_jobs (self->session);

  return self->has_painting && self->idle == 0 && !milieu_jobs_is_busy (jobs, milieu_scene_lane (self))
         && milieu_tiles_is_sharp (self->tiles) && !milieu_tiles_is_busy (self->tiles);
}

const MilieuMark *
milieu_scene_find_actor (MilieuScene *self, guint32 actor, guint nth)
{
  const MilieuPainting *painting = &self->painting;
  const MilieuMark *mark = self->has_painting ? milieu_figure_find_actor (painting->ground, actor, nth) : NULL;
  guint on_ground = 0;

  if (mark || !self->has_painting || !painting->glass)
    return mark;
  while (on_ground < nth && milieu_figure_find_actor (painting->ground, actor, on_ground))
    on_ground++;
  return milieu_figure_find_actor (painting->glass, actor, nth - on_ground);
}

/* whether something stands on the glass there through which nothing is seen */
static gboolean
is_covered (const MilieuPainting *painting, double x, double y)
{
  guint n;
  const MilieuPanel *panels;

  if (!painting->glass)
    return FALSE;
  panels = milieu_figure_panels (painting->glass, &n);
  for (guint i = 0; i < n; i++)
    if (panels[i].opaque && milieu_box_has_point (panels[i].clip, x, y))
      return TRUE;
  return FALSE;
}

gboolean
milieu_scene_pick (MilieuScene *self, double x, double y, double tolerance, MilieuPick *pick)
{
  const MilieuPainting *painting = &self->painting;
  MilieuPoint page;

  if (!self->has_painting)
    return FALSE;
  if (painting->glass && milieu_figure_pick (painting->glass, x, y, tolerance, pick))
    return TRUE;
  if (is_covered (painting, x, y))
    return FALSE;
  page = milieu_scene_view_to_page (self, x, y);
  return milieu_figure_pick (painting->ground, page.x, page.y, tolerance, pick);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

/* those of the ground that the glass does not cover, and those of the glass, each once */
guint32 *
milieu_scene_pick_box (MilieuScene *self, const MilieuBox *box, guint *n)
{
  const MilieuPainting *painting = &self->painting;
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_ground = 0, n_glass = 0, kept = 0;
  g_autofree guint32 *ground = NULL, *glass = NULL;
  MilieuPoint a, b;

  *n = 0;
  if (!self->has_painting)
    return (guint32 *) g_array_free (keys, FALSE);
  a = milieu_scene_view_to_page (self, box->x0, box->y0);
  b = milieu_scene_view_to_page (self, box->x1, box->y1);
  ground = milieu_figure_pick_box (painting->ground, &(MilieuBox) { a.x, a.y, b.x, b.y }, &n_ground);
  glass = painting->glass ? milieu_figure_pick_box (painting->glass, box, &n_glass) : NULL;
  for (guint i = 0; i < n_ground; i++)
    {
      const MilieuMark *mark = milieu_figure_find_actor (painting->ground, ground[i], 0);
      MilieuPoint at = milieu_scene_page_to_view (self, mark->symbol.x, mark->symbol.y);

      if (!is_covered (painting, at.x, at.y))
        g_array_append_val (keys, ground[i]);
    }
  g_array_append_vals (keys, glass, n_glass);
  g_array_sort (keys, compare_keys);
  for (guint i = 0; i < keys->len; i++)
    if (i == 0 || g_array_index (keys, guint32, i) != g_array_index (keys, guint32, i - 1))
      g_array_index (keys, guint32, kept++) = g_array_index (keys, guint32, i);
  *n = kept;
  return (guint32 *) g_array_free (keys, FALSE);
}
