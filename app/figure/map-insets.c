/* Which insets a map has: the one that is proposed where actors crowd, or those
 * that somebody chose; and the opening frame that makes room for them. */
#include "figure/map-plan.h"

#include "geo/projection.h"

#include <string.h>

#define STARTS 7
#define SHRINK 0.88       /* of the cards' share, until all of them find a place */
#define LATER 0.65        /* of the first one's share: what is named first is what counts */
#define LEAST_BOX 200.0   /* metres: a chosen box is no smaller */

/* ---- what is meant by a word ---- */

static const MilieuMunicipality *
municipality_of (const MilieuMapPlan *plan, guint actor)
{
  MilieuGazetteer *gazetteer = plan->content.gazetteer;
  const MilieuMunicipality *m = milieu_gazetteer_by_insee (gazetteer, plan->content.cast->actors[actor].insee);

  return m != NULL ? m : milieu_gazetteer_nearest (gazetteer, plan->content.metres[actor], NULL);
}

/* "west,south,east,north" in degrees; Returns: %FALSE if it is none */
static gboolean
parse_box (const char *word, MilieuBounds *bounds)
{
  g_auto (GStrv) parts = g_strsplit (word, ",", 5);
  g_autoptr (MilieuProjection) projection = milieu_projection_new ();
  double side[4];

  for (guint i = 0; i < 4; i++)
    {
      char *end = NULL;

      if (g_strv_length (parts) != 4)
        return FALSE;
      side[i] = g_ascii_strtod (parts[i], &end);
      if (end == parts[i] || *end != '\0')
        return FALSE;
    }
  milieu_bounds_init (bounds);
  for (guint corner = 0; corner < 4; corner++)
    {
      MilieuMetres metres;

      if (!milieu_projection_to_metres (projection, (MilieuDegrees) { side[corner & 1 ? 2 : 0], side[corner & 2 ? 3 : 1] }, &metres))
        return FALSE;
      milieu_bounds_add (bounds, metres);
    }
  return bounds->east - bounds->west >= LEAST_BOX && bounds->north - bounds->south >= LEAST_BOX;
}

static gboolean
is_meant (const MilieuMapPlan *plan, guint actor, const char *word, const MilieuBounds *box)
{
  const MilieuMunicipality *m;
  MilieuMetres at = plan->content.metres[actor];

  if (box != NULL)
    return at.x >= box->west && at.x <= box->east && at.y >= box->south && at.y <= box->north;
  m = plan->content.gazetteer != NULL ? municipality_of (plan, actor) : NULL;
  if (m == NULL)
    return FALSE;
  return g_str_has_prefix (word, "epci:") ? g_str_equal (m->epci, word + 5)
         : g_str_has_prefix (word, "insee:") && g_str_equal (m->insee, word + 6);
}

/* Returns: (transfer full): per member of the extent; @n: how many are meant */
static guint8 *
members_meant (const MilieuMapPlan *plan, const char *word, const MilieuBounds *box, guint *n)
{
  guint8 *meant = g_new0 (guint8, MAX (plan->n_members, 1));
  guint next = 0;

  *n = 0;
  for (guint i = 0; i < plan->content.cast->n_actors; i++)
    if (plan->is_member[i])
      {
        meant[next] = is_meant (plan, i, word, box);
        *n += meant[next++];
      }
  return meant;
}

/* ---- places for cards ---- */

static void
add_taken (const MilieuMapPlan *plan, GArray *taken)
{
  g_array_append_vals (taken, plan->options.taken, plan->options.n_taken);
  for (guint i = 0; i < plan->n_insets; i++)
    {
      MilieuBox card = milieu_box_grow (plan->insets[i].inset.card, 6 * plan->unit);
      MilieuBox lens = milieu_map_plan_lens (plan, &plan->opening, i);

      g_array_append_val (taken, card);
      g_array_append_val (taken, lens);
    }
}

static void
fit_box (MilieuMapPlan *plan, MilieuInset *inset, const MilieuBounds *box)
{
  milieu_frame_fit (&inset->frame, box, &(MilieuMargins) { 0, 0, 0, 0 }, 0.5);
}

static gboolean
add_inset (MilieuMapPlan *plan, const MilieuFeature *region, const char *word, double share)
{
  MilieuBounds bounds;
  gboolean boxed = parse_box (word, &bounds), placed;
  guint n;
  g_autofree guint8 *meant = members_meant (plan, word, boxed ? &bounds : NULL, &n);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (MilieuBox));
  MilieuFrame held = plan->opening;
  MilieuCrowd crowd;

  if (n == 0 || plan->n_insets == MILIEU_MOST_INSETS)
    return FALSE;
  add_taken (plan, taken);
  milieu_crowd_find (&(MilieuCrowdRequest) {
    .places = plan->members, .n = plan->n_members, .width = plan->options.width, .height = plan->options.height,
    .unit = plan->unit, .head = plan->head, .region = region, .taken = (MilieuBox *) taken->data, .n_taken = taken->len,
    .held = plan->n_insets > 0 || plan->options.held.scale > 0 ? &held : NULL, .chosen = meant, .share = share }, &crowd);
  placed = crowd.has_inset;
  if (placed)
    {
      MilieuMapInset *inset = &plan->insets[plan->n_insets++];

      plan->opening = crowd.frame;
      inset->inset = crowd.inset;
      inset->fixed = boxed;
      if (boxed)
        fit_box (plan, &inset->inset, &bounds);
    }
  g_free (crowd.crowd);
  return placed;
}

/* smaller cards until all have room; else as many as have */
static void
add_chosen (MilieuMapPlan *plan, const MilieuFeature *region)
{
  MilieuFrame opening = plan->opening;
  MilieuMapInset best[MILIEU_MOST_INSETS];
  MilieuFrame best_opening = opening;
  guint most = 0, wanted = g_strv_length ((char **) plan->options.insets);
  double share = 1;

  for (guint start = 0; start < STARTS && most < wanted; start++, share *= SHRINK)
    {
      plan->opening = opening;
      plan->n_insets = 0;
      for (guint i = 0; i < wanted; i++)
        add_inset (plan, region, plan->options.insets[i], plan->n_insets > 0 ? LATER * share : share);
      if (plan->n_insets <= most)
        continue;
      most = plan->n_insets;
      memcpy (best, plan->insets, sizeof best);
      best_opening = plan->opening;
    }
  plan->n_insets = most;
  plan->opening = best_opening;
  if (most > 0)
    memcpy (plan->insets, best, sizeof best);
}

/* ---- the whole ---- */

static void
keep_crowd (MilieuMapPlan *plan, const guint8 *crowd)
{
  guint kept = 0, next = 0;

  for (guint i = 0; i < plan->content.cast->n_actors; i++)
    {
      if (!plan->is_member[i])
        continue;
      plan->is_member[i] = crowd[next];
      if (crowd[next])
        plan->members[kept++] = plan->members[next];
      next++;
    }
  plan->n_members = kept;
}

void
milieu_map_plan_open (MilieuMapPlan *plan, const MilieuFeature *region)
{
  gboolean one_place = plan->options.extent == MILIEU_EXTENT_CROWD;
  gboolean chosen = plan->options.insets != NULL;
  gboolean inset = plan->options.parts & MILIEU_MAP_INSET && !one_place;
  MilieuCrowdRequest request = {
    .places = plan->members, .n = plan->n_members, .width = plan->options.width, .height = plan->options.height,
    .unit = plan->unit, .region = region, .share = 1,
    .taken = plan->options.taken, .n_taken = plan->options.n_taken, .held = plan->options.held.scale > 0 ? &plan->options.held : NULL,
    .head = inset && !chosen ? plan->head : 0 };
  MilieuCrowd crowd;

  milieu_crowd_find (&request, &crowd);
  plan->opening = crowd.frame;
  plan->n_insets = crowd.has_inset;
  plan->insets[0].inset = crowd.inset;
  if (one_place && crowd.has_crowd)
    {
      keep_crowd (plan, crowd.crowd);
      plan->opening = milieu_crowd_fit (plan->members, plan->n_members, request.width, request.height, plan->unit);
    }
  g_free (crowd.crowd);
  if (inset && chosen)
    add_chosen (plan, region);
}
