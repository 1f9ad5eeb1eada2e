#include "figure/simulated.h"

#include "figure/symbols.h"

/* strengths of what is gone; look.md gives unlit ties the first */
#define GONE_TIE 0.22
#define GONE_LABEL 0.55
/* the ring about a symbol that drops out, in sizes of the symbol and px */
#define RING_RADIUS 0.82
#define RING_WIDTH 2.0
#define RING_CASING 2.0

typedef struct
{
  MilieuFigureBuilder *builder;
  GHashTable *actors, *ties, *dropped;
} Simulated;

static GHashTable *
set_new (const guint32 *keys, guint n)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n; i++)
    g_hash_table_add (set, GUINT_TO_POINTER (keys[i]));
  return set;
}

static gboolean
has (GHashTable *set, const MilieuMark *mark)
{
  return g_hash_table_contains (set, GUINT_TO_POINTER (mark->owner));
}

/* two rings, the lower one so that the upper is seen on any ground */
static void
add_ring (const Simulated *s, const MilieuMark *symbol)
{
  double unit = symbol->symbol.size / MILIEU_SIZE_MAP;
  MilieuMark ring = {
    .kind = MILIEU_MARK_DISC, .layer = symbol->layer, .panel = symbol->panel, .flags = MILIEU_MARK_SILENT,
    .owner_type = symbol->owner_type, .owner = symbol->owner, .id = symbol->id, .title = symbol->title,
    .stroke = MILIEU_COLOUR_CASING, .width = (RING_WIDTH + RING_CASING) * unit,
    .disc = { symbol->symbol.x, symbol->symbol.y, RING_RADIUS * symbol->symbol.size },
  };

  milieu_figure_add (s->builder, &ring);
  ring.stroke = MILIEU_COLOUR_WARNING;
  ring.width = RING_WIDTH * unit;
  milieu_figure_add (s->builder, &ring);
}

static void
add_actor_mark (const Simulated *s, MilieuMark *mark)
{
  gboolean gone = has (s->actors, mark);

  if (mark->kind == MILIEU_MARK_SYMBOL && gone)
    mark->flags |= MILIEU_MARK_GONE;
  else if (mark->kind == MILIEU_MARK_LABEL && gone)
    mark->fill_opacity *= GONE_LABEL;
  milieu_figure_add (s->builder, mark);
  if (mark->kind == MILIEU_MARK_SYMBOL && !gone && has (s->dropped, mark))
    add_ring (s, mark);
}

static void
add_tie_mark (const Simulated *s, MilieuMark *mark)
{
  if (has (s->ties, mark))
    {
      mark->fill_opacity *= GONE_TIE;
      mark->flags |= MILIEU_MARK_PLAIN | MILIEU_MARK_NO_TICK;
    }
  milieu_figure_add (s->builder, mark);
}

static void
copy_page (const Simulated *s, const MilieuFigure *figure)
{
  guint n;
  const MilieuPanel *panels = milieu_figure_panels (figure, &n);
  const MilieuFigurePart *parts;

  milieu_figure_set_title (s->builder, milieu_figure_title (figure));
  milieu_figure_set_author (s->builder, milieu_figure_author (figure));
  milieu_figure_set_recipe (s->builder, milieu_figure_recipe (figure));
  milieu_figure_set_facts (s->builder, milieu_figure_facts (figure));
  for (guint i = 1; i < n; i++)
    milieu_figure_add_panel (s->builder, &panels[i]);
  parts = milieu_figure_parts (figure, &n);
  for (guint i = 0; i < n; i++)
    milieu_figure_add_part (s->builder, parts[i].part, parts[i].box);
}

MilieuFigure *
milieu_figure_new_simulated (const MilieuFigure *figure, const MilieuGone *gone)
{
  g_autoptr (GHashTable) actors = set_new (gone->actors, gone->n_actors);
  g_autoptr (GHashTable) ties = set_new (gone->ties, gone->n_ties);
  g_autoptr (GHashTable) dropped = set_new (gone->dropped, gone->n_dropped);
  Simulated s = { milieu_figure_builder_new (milieu_figure_width (figure), milieu_figure_height (figure),
                                             milieu_figure_language (figure)), actors, ties, dropped };
  guint n;
  const MilieuMark *marks = milieu_figure_marks (figure, &n);

  copy_page (&s, figure);
  for (guint i = 0; i < n; i++)
    {
      MilieuMark mark = marks[i];

      if (mark.id && mark.owner_type == MILIEU_RECORD_ACTOR)
        add_actor_mark (&s, &mark);
      else if (mark.id && mark.owner_type == MILIEU_RECORD_TIE)
        add_tie_mark (&s, &mark);
      else
        milieu_figure_add (s.builder, &mark);
    }
  return milieu_figure_builder_finish (s.builder);
}
