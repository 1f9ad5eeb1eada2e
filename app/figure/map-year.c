/* One year of a series of maps: the same places in each, and who is there. */
#include "figure/map-draw.h"
#include "figure/map-plan.h"

static guint8
presence_of (const MilieuCastActor *actor, guint year, guint before)
{
  if (actor->start == 0 || actor->start > year)
    return MILIEU_PRESENCE_ABSENT;
  if (actor->end == 0 || actor->end > year)
    return MILIEU_PRESENCE_HERE;
  return before != 0 && actor->end > before ? MILIEU_PRESENCE_GONE : MILIEU_PRESENCE_ABSENT;
}

MilieuMapYear *
milieu_map_year_new (const MilieuMapPlan *plan, guint year, guint before)
{
  const MilieuCast *cast = plan->content.cast;
  MilieuMapYear *panel = g_new0 (MilieuMapYear, 1);

  panel->year = year;
  panel->before = before;
  panel->presence = g_new0 (guint8, MAX (cast->n_actors, 1));
  panel->muted = g_new0 (guint8, MAX (cast->n_actors, 1));
  for (guint i = 0; i < cast->n_actors; i++)
    {
      guint8 presence = presence_of (&cast->actors[i], year, before);

      panel->presence[i] = presence;
      panel->n_here += presence == MILIEU_PRESENCE_HERE;
      panel->muted[i] = presence == MILIEU_PRESENCE_ABSENT
                        || (presence == MILIEU_PRESENCE_HERE && before != 0 && cast->actors[i].start <= before);
    }
  return panel;
}

void
milieu_map_year_free (MilieuMapYear *year)
{
  g_free (year->presence);
  g_free (year->muted);
  g_free (year);
}
