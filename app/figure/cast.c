#include "figure/cast.h"

#include "model/short-name.h"

#include <math.h>
#include <string.h>

#define MOST_WANTED 300

static const char *
keep (MilieuCast *cast, const char *text)
{
  return g_string_chunk_insert_const (cast->texts, text != NULL ? text : "");
}

static MilieuSymbol
symbol_of (MilieuSnapshot *snapshot, guint32 kind)
{
  const MilieuKind *record = kind == MILIEU_NO_KEY ? NULL : milieu_snapshot_kind (snapshot, kind);

  return record == NULL || record->symbol == MILIEU_SYMBOL_UNSET ? MILIEU_SYMBOL_ORGANISATION : record->symbol;
}

static guint
year_of (MilieuDate date)
{
  return date != MILIEU_DATE_BLANK ? milieu_date_year (date) : 0;
}

static void
copy_place (MilieuCast *cast, MilieuCastActor *to, const MilieuActor *from)
{
  g_autofree char *town = milieu_typographic (from->municipality != NULL ? from->municipality : "");

  to->located = milieu_actor_is_located (from);
  to->precision = to->located ? from->precision : MILIEU_PRECISION_NONE;
  if (to->located && to->precision == MILIEU_PRECISION_NONE)
    to->precision = MILIEU_PRECISION_APPROXIMATE; /* a place of which nobody says how good it is */
  to->lon = from->lon;
  to->lat = from->lat;
  to->radius = isfinite (from->radius) ? from->radius : 0;
  to->municipality = keep (cast, town);
  to->insee = keep (cast, from->insee);
}

static void
copy_actor (MilieuCast *cast, MilieuSnapshot *snapshot, const MilieuActor *from, guint8 ground)
{
  MilieuCastActor *to = &cast->actors[cast->n_actors++];
  const MilieuSpot *spot = milieu_snapshot_spot (snapshot, from->record.key);
  const char *name = from->name != NULL ? from->name : from->record.id;
  g_autofree char *brief = milieu_short_name (name);
  g_autofree char *full = milieu_typographic (name);
  g_autofree char *sort = milieu_words_fold (brief);

  to->key = from->record.key;
  to->kind = from->kind;
  to->id = keep (cast, from->record.id);
  to->name = keep (cast, full);
  to->short_name = keep (cast, brief);
  to->sort = keep (cast, sort);
  to->symbol = symbol_of (snapshot, from->kind);
  to->start = year_of (from->start);
  to->end = year_of (from->end);
  to->ground = ground;
  copy_place (cast, to, from);
  if (spot != NULL)
    {
      to->has_spot = TRUE;
      to->pinned = spot->pinned == MILIEU_ANSWER_YES;
      to->x = spot->x;
      to->y = spot->y;
    }
  cast->facts.n_grounds[ground]++;
  cast->facts.n_without_place += !to->located;
}

static void
copy_tie (MilieuCast *cast, MilieuSnapshot *snapshot, const MilieuTie *from, const guint *index, MilieuLanguage language)
{
  MilieuCastTie *to = &cast->ties[cast->n_ties++];
  const MilieuTieType *type = from->type == MILIEU_NO_KEY ? NULL : milieu_snapshot_type (snapshot, from->type);
  const char *label = type != NULL && type->label != NULL ? milieu_words (language, type->label) : "–";
  g_autofree char *title = NULL;

  to->key = from->record.key;
  to->id = keep (cast, from->record.id);
  to->source = index[from->source];
  to->target = index[from->target];
  to->tie_class = milieu_snapshot_tie_class (snapshot, from);
  to->evidence = from->evidence;
  to->directed = milieu_snapshot_tie_directed (snapshot, from);
  to->weight = from->weight;
  to->start = year_of (from->start);
  to->end = year_of (from->end);
  title = g_strdup_printf ("%s, %s, %s", cast->actors[to->source].name, label, cast->actors[to->target].name);
  to->title = keep (cast, title);
  cast->actors[to->source].degree++;
  cast->actors[to->target].degree++;
  cast->facts.n_classes[to->tie_class]++;
  cast->facts.n_evidences[to->evidence]++;
}

static void
copy_actors (MilieuCast *cast, MilieuSnapshot *snapshot, const MilieuFilter *filter, const guint8 *shown)
{
  guint n, keys = milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_ACTOR);
  g_autofree guint32 *sorted = milieu_snapshot_sorted (snapshot, MILIEU_RECORD_ACTOR, &n);
  g_autofree guint8 *grounds = milieu_snapshot_grounds (snapshot, filter->suggested);

  cast->actors = g_new0 (MilieuCastActor, MAX (n, 1));
  cast->index = g_new (guint, MAX (keys, 1));
  cast->n_keys = keys;
  for (guint key = 0; key < keys; key++)
    cast->index[key] = G_MAXUINT;
  for (guint i = 0; i < n; i++)
    if (shown[sorted[i]])
      {
        cast->index[sorted[i]] = cast->n_actors;
        copy_actor (cast, snapshot, milieu_snapshot_actor (snapshot, sorted[i]), grounds[sorted[i]]);
      }
  cast->facts.n_actors = cast->n_actors;
}

static void
copy_ties (MilieuCast *cast, MilieuSnapshot *snapshot, const guint8 *shown, const guint *index, MilieuLanguage language)
{
  guint n;
  g_autofree guint32 *sorted = milieu_snapshot_sorted (snapshot, MILIEU_RECORD_TIE, &n);

  cast->ties = g_new0 (MilieuCastTie, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    if (shown[sorted[i]])
      {
        const MilieuTie *tie = milieu_snapshot_tie (snapshot, sorted[i]);

        if (tie->source != tie->target)
          copy_tie (cast, snapshot, tie, index, language);
      }
  cast->facts.n_ties = cast->n_ties;
}

/* ties of the same two actors side by side, interaction first */
static int
compare_pairs (gconstpointer a, gconstpointer b, gpointer data)
{
  const MilieuCastTie *ties = data;
  guint i = *(const guint *) a, j = *(const guint *) b;
  const MilieuCastTie *p = &ties[i], *q = &ties[j];
  guint p0 = MIN (p->source, p->target), p1 = MAX (p->source, p->target);
  guint q0 = MIN (q->source, q->target), q1 = MAX (q->source, q->target);

  if (p0 != q0)
    return p0 < q0 ? -1 : 1;
  if (p1 != q1)
    return p1 < q1 ? -1 : 1;
  if (p->tie_class != q->tie_class)
    return p->tie_class < q->tie_class ? -1 : 1;
  return (i > j) - (i < j);
}

static gboolean
same_pair (const MilieuCastTie *p, const MilieuCastTie *q)
{
  return (p->source == q->source && p->target == q->target) || (p->source == q->target && p->target == q->source);
}

static void
count_parallels (MilieuCast *cast)
{
  g_autofree guint *order = g_new (guint, MAX (cast->n_ties, 1));

  for (guint i = 0; i < cast->n_ties; i++)
    order[i] = i;
  g_qsort_with_data (order, cast->n_ties, sizeof (guint), compare_pairs, cast->ties);
  for (guint i = 0, n; i < cast->n_ties; i += n)
    {
      for (n = 1; i + n < cast->n_ties && same_pair (&cast->ties[order[i]], &cast->ties[order[i + n]]); n++)
        ;
      for (guint k = 0; k < n; k++)
        {
          cast->ties[order[i + k]].parallel = k;
          cast->ties[order[i + k]].n_parallel = n;
        }
    }
}

static gboolean
has_kind (const MilieuCast *cast, guint32 key)
{
  for (guint i = 0; i < cast->n_kinds; i++)
    if (cast->kinds[i].key == key)
      return TRUE;
  return FALSE;
}

static int
compare_kinds (gconstpointer a, gconstpointer b, gpointer unused)
{
  const MilieuCastKind *p = a, *q = b;

  if (p->symbol != q->symbol)
    return p->symbol < q->symbol ? -1 : 1;
  return strcmp (p->label, q->label);
}

static void
list_kinds (MilieuCast *cast, MilieuSnapshot *snapshot, MilieuLanguage language)
{
  cast->kinds = g_new0 (MilieuCastKind, cast->n_actors + 1);
  for (guint i = 0; i < cast->n_actors; i++)
    {
      guint32 key = cast->actors[i].kind;
      const MilieuKind *kind = key == MILIEU_NO_KEY ? NULL : milieu_snapshot_kind (snapshot, key);
      const char *label = kind == NULL ? N_("no kind") : kind->label != NULL ? kind->label : kind->record.id;

      if (!has_kind (cast, key))
        cast->kinds[cast->n_kinds++] = (MilieuCastKind) { key, keep (cast, milieu_words (language, label)), cast->actors[i].symbol };
    }
  g_qsort_with_data (cast->kinds, cast->n_kinds, sizeof (MilieuCastKind), compare_kinds, NULL);
}

MilieuCast *
milieu_cast_new (MilieuSnapshot *snapshot, const MilieuFilter *filter, MilieuLanguage language)
{
  MilieuCast *cast = g_new0 (MilieuCast, 1);
  g_autofree guint8 *actors = milieu_filter_actors (filter, snapshot, TRUE);
  g_autofree guint8 *ties = milieu_filter_ties (filter, snapshot, actors, TRUE);

  cast->texts = g_string_chunk_new (4096);
  cast->facts.evidence = filter->evidence;
  cast->facts.suggested = filter->suggested;
  copy_actors (cast, snapshot, filter, actors);
  copy_ties (cast, snapshot, ties, cast->index, language);
  count_parallels (cast);
  list_kinds (cast, snapshot, language);
  return cast;
}

void
milieu_cast_free (MilieuCast *cast)
{
  g_free (cast->actors);
  g_free (cast->ties);
  g_free (cast->kinds);
  g_free (cast->index);
  g_string_chunk_free (cast->texts);
  g_free (cast);
}

guint
milieu_cast_find (const MilieuCast *cast, guint32 key)
{
  return key < cast->n_keys ? cast->index[key] : G_MAXUINT;
}

guint8 *
milieu_cast_wanted (const MilieuCast *cast, const guint32 *keys, guint n)
{
  guint8 *wanted;

  if (n == 0 || n > MOST_WANTED)
    return NULL;
  wanted = g_new0 (guint8, MAX (cast->n_actors, 1));
  for (guint i = 0; i < n; i++)
    {
      guint index = milieu_cast_find (cast, keys[i]);

      if (index != G_MAXUINT)
        wanted[index] = 1;
    }
  return wanted;
}

int
milieu_cast_compare (const MilieuCastActor *a, const MilieuCastActor *b)
{
  guint ga = a->ground == MILIEU_GROUND_NONE ? MILIEU_N_GROUNDS : a->ground;
  guint gb = b->ground == MILIEU_GROUND_NONE ? MILIEU_N_GROUNDS : b->ground;
  int names;

  if (ga != gb)
    return ga < gb ? -1 : 1;
  names = strcmp (a->sort, b->sort);
  return names != 0 ? names : strcmp (a->id, b->id);
}

static int
compare_priority (gconstpointer a, gconstpointer b, gpointer data)
{
  const MilieuCastActor *actors = data;
  const MilieuCastActor *p = &actors[*(const guint *) a], *q = &actors[*(const guint *) b];
  int names;

  if (p->degree != q->degree)
    return p->degree > q->degree ? -1 : 1;
  names = strcmp (p->sort, q->sort);
  return names != 0 ? names : strcmp (p->id, q->id);
}

guint *
milieu_cast_priority (const MilieuCast *cast)
{
  guint *order = g_new (guint, MAX (cast->n_actors, 1));

  for (guint i = 0; i < cast->n_actors; i++)
    order[i] = i;
  g_qsort_with_data (order, cast->n_actors, sizeof (guint), compare_priority, cast->actors);
  return order;
}
