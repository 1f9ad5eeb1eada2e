/* What the pointer rests on lights up and goes out again, a little later. */
#include "window/canvas-private.h"

#include <string.h>

#define IN_MS 80.0
#define OUT_MS 120.0

static MilieuHover *
find (MilieuCanvas *self, MilieuRecordType type, guint32 key)
{
  for (guint i = 0; i < self->n_hovers; i++)
    if (self->hovers[i].type == type && self->hovers[i].key == key)
      return &self->hovers[i];
  return NULL;
}

/* another moment: how far each has come; who is out goes */
static gboolean
step (MilieuCanvas *self, double ms)
{
  gboolean moves = FALSE;
  guint kept = 0;

  for (guint i = 0; i < self->n_hovers; i++)
    {
      MilieuHover h = self->hovers[i];

      h.amount = CLAMP (h.amount + (h.in ? ms / IN_MS : -ms / OUT_MS), 0, 1);
      moves |= h.in ? h.amount < 1 : h.amount > 0;
      if (h.in || h.amount > 0)
        self->hovers[kept++] = h;
    }
  self->n_hovers = kept;
  return moves;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MilieuCanvas *self = MILIEU_CANVAS (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  gboolean moves = step (self, (now - self->hover_time) / 1000.0);

  self->hover_time = now;
  gtk_widget_queue_draw (widget);
  if (moves)
    return G_SOURCE_CONTINUE;
  self->hover_tick = 0;
  return G_SOURCE_REMOVE;
}

static void
come (MilieuCanvas *self, MilieuRecordType type, guint32 key)
{
  MilieuHover *held = key != MILIEU_NO_KEY ? find (self, type, key) : NULL;

  if (held)
    held->in = TRUE;
  else if (key != MILIEU_NO_KEY && self->n_hovers < G_N_ELEMENTS (self->hovers))
    self->hovers[self->n_hovers++] = (MilieuHover) { type, key, 0, TRUE };
}

void
milieu_canvas_hover_changed (MilieuCanvas *self)
{
  MilieuSelection *selection = milieu_session_selection (self->session);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  /* a fast pointer leaves many behind: the oldest go at once */
  if (self->n_hovers == G_N_ELEMENTS (self->hovers))
    memmove (self->hovers, self->hovers + 1, --self->n_hovers * sizeof (MilieuHover));
  for (guint i = 0; i < self->n_hovers; i++)
    self->hovers[i].in = FALSE;
  come (self, MILIEU_RECORD_ACTOR, milieu_selection_hovered (selection, MILIEU_RECORD_ACTOR));
  come (self, MILIEU_RECORD_TIE, milieu_selection_hovered (selection, MILIEU_RECORD_TIE));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!clock || !milieu_canvas_animates (self))
    step (self, 1000);
  else if (self->hover_tick == 0)
    {
      self->hover_time = gdk_frame_clock_get_frame_time (clock);
      self->hover_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
    }
}
