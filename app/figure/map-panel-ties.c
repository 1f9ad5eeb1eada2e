/* The ties of a panel: between its actors, and towards what it does not hold. */
#include "figure/map-panel.h"

#include <math.h>

#define TOO_MANY_TIES 1500 /* they run straight */
#define STUB 26.0

static void
add_tie (MilieuMapPanel *panel, guint index, const MilieuCastTie *tie, gboolean plain)
{
  MilieuPoint a = panel->at[tie->source], b = panel->at[tie->target];
  double bend = milieu_tie_bend (tie->tie_class, milieu_point_distance (a, b) / panel->unit);
  MilieuPanelTie out = { .tie = index };

  if (tie->n_parallel > 1)
    bend = milieu_tie_fan_bend (tie->parallel, tie->n_parallel, tie->source > tie->target);
  out.curve = milieu_curve_between (a, b, bend);
  if (plain ? milieu_curve_line (&out.curve, a, b, panel->reach[tie->source], panel->reach[tie->target])
            : milieu_curve_trim (&out.curve, panel->reach[tie->source], panel->reach[tie->target]))
    g_array_append_val (panel->ties, out);
}

/* a tie that leaves the inset: it fades out towards where it goes */
static void
add_stub (MilieuMapPanel *panel, guint index, guint here, MilieuPoint there)
{
  MilieuPoint a = panel->at[here];
  double d = milieu_point_distance (a, there), from = panel->reach[here], to = from + STUB * panel->unit;
  MilieuPanelTie out = { .tie = index, .stub = TRUE };

  if (d < to)
    return;
  out.curve = milieu_curve_between (
    (MilieuPoint) { a.x + (there.x - a.x) * from / d, a.y + (there.y - a.y) * from / d },
    (MilieuPoint) { a.x + (there.x - a.x) * to / d, a.y + (there.y - a.y) * to / d }, 0);
  g_array_append_val (panel->ties, out);
}

/* from the lens of one inset to that of another */
static gboolean
spans_lenses (const MilieuPanelRequest *r, const MilieuCastTie *tie)
{
  return r->dots != NULL && r->dots[tie->source] != 0 && r->dots[tie->target] != 0 && r->dots[tie->source] != r->dots[tie->target];
}

void
milieu_map_panel_add_ties (MilieuMapPanel *panel, const MilieuPanelRequest *r)
{
  const MilieuCast *cast = r->content->cast;
  gboolean plain = cast->n_ties > TOO_MANY_TIES;

  for (guint i = 0; i < cast->n_ties; i++)
    {
      const MilieuCastTie *tie = &cast->ties[i];
      gboolean source = r->here[tie->source], target = r->here[tie->target];

      if (!cast->actors[tie->source].located || !cast->actors[tie->target].located || !(source || target || spans_lenses (r, tie)))
        continue;
      if (!r->inset && isfinite (panel->at[tie->source].x) && isfinite (panel->at[tie->target].x))
        add_tie (panel, i, tie, plain);
      else if (r->inset && source && target)
        add_tie (panel, i, tie, plain);
      else if (r->inset)
        {
          guint far = source ? tie->target : tie->source;

          add_stub (panel, i, source ? tie->source : tie->target,
                    milieu_map_panel_place (&panel->frame, panel->origin, r->content->metres[far]));
        }
    }
}
