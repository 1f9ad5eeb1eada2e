#include "figure/slope-ranks.h"

#include "model/short-name.h"

#include <math.h>

#define MOST 24
/* who rises by so many ranks, and so large a share of them, is a broker */
#define RISE 3
#define RISE_SHARE 0.1
#define SAME 1e-9

static MilieuSymbol
symbol_of (MilieuSnapshot *snapshot, guint32 key)
{
  const MilieuActor *actor = milieu_snapshot_actor (snapshot, key);
  const MilieuKind *kind = actor && actor->kind != MILIEU_NO_KEY ? milieu_snapshot_kind (snapshot, actor->kind) : NULL;

  return kind && kind->symbol ? kind->symbol : MILIEU_SYMBOL_ORGANISATION;
}

static double
betweenness (const MilieuSlopeRow *row, guint graph)
{
  double value = row->actor->measures[graph].betweenness;

  return isfinite (value) && value > SAME ? value : 0;
}

/* ---- ranks ---- */

static int
compare_betweenness (gconstpointer p, gconstpointer q, gpointer graph)
{
  const MilieuSlopeRow *a = *(MilieuSlopeRow *const *) p, *b = *(MilieuSlopeRow *const *) q;
  double one = betweenness (a, GPOINTER_TO_UINT (graph)), other = betweenness (b, GPOINTER_TO_UINT (graph));

  if (fabs (one - other) > SAME)
    return one > other ? -1 : 1;
  return (a > b) - (a < b); /* by id */
}

/* Returns: how many have a betweenness at all */
static guint
take_ranks (MilieuSlopes *slopes, guint graph)
{
  g_autofree MilieuSlopeRow **order = g_new (MilieuSlopeRow *, slopes->n + 1);
  guint ranked = 0;

  for (guint i = 0; i < slopes->n; i++)
    order[i] = &slopes->rows[i];
  g_qsort_with_data (order, slopes->n, sizeof *order, compare_betweenness, GUINT_TO_POINTER (graph));
  for (guint i = 0; i < slopes->n && betweenness (order[i], graph) > 0; i++, ranked++)
    order[i]->ranks[graph] = i > 0 && fabs (betweenness (order[i], graph) - betweenness (order[i - 1], graph)) <= SAME
                               ? order[i - 1]->ranks[graph] : i + 1;
  return ranked;
}

/* a rank that can be compared: those without betweenness come after all others */
static guint
place (const MilieuSlopeRow *row, guint graph, guint ranked)
{
  return row->ranks[graph] > 0 ? row->ranks[graph] : ranked + 1;
}

static void
take_slopes (MilieuSlopes *slopes, const guint *ranked)
{
  for (guint i = 0; i < slopes->n; i++)
    {
      MilieuSlopeRow *row = &slopes->rows[i];
      guint all = place (row, MILIEU_GRAPH_ALL, ranked[MILIEU_GRAPH_ALL]);
      guint interactions = place (row, MILIEU_GRAPH_INTERACTION, ranked[MILIEU_GRAPH_INTERACTION]);

      if (row->ranks[MILIEU_GRAPH_ALL] > 0 && row->ranks[MILIEU_GRAPH_INTERACTION] == 0
          && 3 * all <= ranked[MILIEU_GRAPH_ALL] + 2)
        row->slope = MILIEU_SLOPE_GIANT;
      else if (row->ranks[MILIEU_GRAPH_INTERACTION] > 0 && all >= interactions + RISE
               && all - interactions >= RISE_SHARE * ranked[MILIEU_GRAPH_ALL])
        row->slope = MILIEU_SLOPE_BROKER;
    }
}

/* ---- who is shown ---- */

static void
gather (MilieuSlopes *slopes, MilieuSnapshot *snapshot, const MilieuReading *reading, gboolean persons)
{
  slopes->rows = g_new0 (MilieuSlopeRow, reading->n_actors + 1);
  for (guint i = 0; i < reading->n_actors; i++)
    {
      const MilieuReadingActor *actor = &reading->actors[i];
      MilieuSymbol symbol = symbol_of (snapshot, actor->key);
      MilieuSlopeRow *row = &slopes->rows[slopes->n];

      if (symbol == MILIEU_SYMBOL_PERSON && !persons)
        {
          slopes->n_persons++;
          continue;
        }
      *row = (MilieuSlopeRow) { .actor = actor, .symbol = symbol, .ground = actor->ground };
      if (betweenness (row, MILIEU_GRAPH_ALL) == 0 && betweenness (row, MILIEU_GRAPH_INTERACTION) == 0)
        {
          slopes->n_without++;
          continue;
        }
      row->name = milieu_short_name (actor->name);
      slopes->n++;
    }
}

static int
compare_best (gconstpointer p, gconstpointer q)
{
  const MilieuSlopeRow *a = p, *b = q;
  guint one = MIN (a->ranks[0] - 1u, a->ranks[1] - 1u), other = MIN (b->ranks[0] - 1u, b->ranks[1] - 1u);

  if (one != other)
    return one < other ? -1 : 1;
  return (a->actor > b->actor) - (a->actor < b->actor);
}

static int
compare_keys (gconstpointer p, gconstpointer q)
{
  const MilieuSlopeRow *a = p, *b = q;

  return (a->actor > b->actor) - (a->actor < b->actor);
}

static void
keep_best (MilieuSlopes *slopes, guint most)
{
  if (slopes->n <= most)
    return;
  qsort (slopes->rows, slopes->n, sizeof (MilieuSlopeRow), compare_best);
  for (guint i = most; i < slopes->n; i++)
    g_free (slopes->rows[i].name);
  slopes->n_more = slopes->n - most;
  slopes->n = most;
  qsort (slopes->rows, slopes->n, sizeof (MilieuSlopeRow), compare_keys);
}

/* ---- where they stand ---- */

static int
compare_slots (gconstpointer p, gconstpointer q, gpointer graph)
{
  const MilieuSlopeRow *a = *(MilieuSlopeRow *const *) p, *b = *(MilieuSlopeRow *const *) q;
  guint side = GPOINTER_TO_UINT (graph);

  /* 0, without rank, wraps to the end; equal ones as on the other side, that lines cross less */
  if (a->ranks[side] != b->ranks[side])
    return a->ranks[side] - 1u < b->ranks[side] - 1u ? -1 : 1;
  if (a->ranks[!side] != b->ranks[!side])
    return a->ranks[!side] - 1u < b->ranks[!side] - 1u ? -1 : 1;
  return (a->actor > b->actor) - (a->actor < b->actor);
}

static int
compare_right (gconstpointer p, gconstpointer q)
{
  const MilieuSlopeRow *a = p, *b = q;

  return (a->slots[MILIEU_GRAPH_INTERACTION] > b->slots[MILIEU_GRAPH_INTERACTION])
         - (a->slots[MILIEU_GRAPH_INTERACTION] < b->slots[MILIEU_GRAPH_INTERACTION]);
}

static void
take_slots (MilieuSlopes *slopes)
{
  g_autofree MilieuSlopeRow **order = g_new (MilieuSlopeRow *, slopes->n + 1);

  for (guint graph = 0; graph < MILIEU_N_GRAPHS; graph++)
    {
      for (guint i = 0; i < slopes->n; i++)
        order[i] = &slopes->rows[i];
      g_qsort_with_data (order, slopes->n, sizeof *order, compare_slots, GUINT_TO_POINTER (graph));
      for (guint i = 0; i < slopes->n; i++)
        order[i]->slots[graph] = i;
    }
  if (slopes->n > 0)
    qsort (slopes->rows, slopes->n, sizeof (MilieuSlopeRow), compare_right);
}

MilieuSlopes *
milieu_slopes_new (MilieuSnapshot *snapshot, const MilieuReading *reading, const MilieuSlopeOptions *options)
{
  MilieuSlopes *slopes = g_new0 (MilieuSlopes, 1);
  guint ranked[MILIEU_N_GRAPHS];

  gather (slopes, snapshot, reading, options->persons);
  for (guint graph = 0; graph < MILIEU_N_GRAPHS; graph++)
    ranked[graph] = take_ranks (slopes, graph);
  take_slopes (slopes, ranked);
  keep_best (slopes, options->most > 0 ? options->most : MOST);
  take_slots (slopes);
  return slopes;
}

void
milieu_slopes_free (MilieuSlopes *slopes)
{
  for (guint i = 0; i < slopes->n; i++)
    g_free (slopes->rows[i].name);
  g_free (slopes->rows);
  g_free (slopes);
}

/* ---- words ---- */

const char *
milieu_slope_words (MilieuSlope slope)
{
  static const char *const words[] = { "", N_("giant that brokers nothing"), N_("invisible broker") };

  return words[slope];
}

char *
milieu_slope_rank (guint rank, MilieuLanguage language)
{
  return rank > 0 ? milieu_words_number (language, rank, 0) : g_strdup ("–");
}

static void
say (GString *text, const char *words, guint n)
{
  if (n == 0)
    return;
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append_printf (text, words, n);
}

char *
milieu_slopes_rest (const MilieuSlopes *slopes, MilieuLanguage language)
{
  GString *text = g_string_new (NULL);

  say (text, milieu_words_plural (language, "%u actor lies between no others.", "%u actors lie between no others.",
                                  slopes->n_without), slopes->n_without);
  say (text, milieu_words_plural (language, "%u more is not shown.", "%u more are not shown.", slopes->n_more), slopes->n_more);
  say (text, milieu_words_plural (language, "%u person is not ranked.", "%u persons are not ranked.", slopes->n_persons),
       slopes->n_persons);
  return g_string_free (text, FALSE);
}
