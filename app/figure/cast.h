/* Who appears in a figure: actors and ties that a filter shows, copied from a
 * snapshot, so that no record is held. */
#pragma once

#include "figure/figure.h"
#include "model/filter.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 key, kind;
  const char *id, *name, *short_name;
  const char *sort;      /* the short name folded */
  guint8 symbol, ground, precision; /* MilieuSymbol, MilieuGround, MilieuPrecision */
  gboolean located;
  double lon, lat;       /* degrees, if located */
  double radius;         /* metres of doubt, 0 where unknown */
  const char *municipality, *insee; /* "" where unknown */
  gboolean has_spot, pinned;
  double x, y;           /* of the spot */
  guint degree;          /* shown ties that touch it */
  guint start, end;      /* years, 0 where unknown */
  double size;           /* px of look.md by a measure; 0: that of its figure */
  gboolean by_hand;      /* its label was put where it is … */
  double hand_x, hand_y; /* … px of the page from the middle of the symbol to that of the label */
} MilieuCastActor;

typedef struct
{
  guint32 key;
  const char *id;
  const char *title;     /* "A – member of – B" */
  guint source, target;  /* into the actors */
  guint8 tie_class, evidence, directed;
  double weight;         /* NAN where unknown */
  guint start, end;      /* years, 0 where unknown */
  guint parallel, n_parallel; /* its turn among the ties of the same two actors, interaction first */
} MilieuCastTie;

/* a kind that somebody is of */
typedef struct
{
  guint32 key;       /* MILIEU_NO_KEY for those without a kind */
  const char *label; /* in the cast's language */
  guint8 symbol;
} MilieuCastKind;

typedef struct
{
  MilieuCastActor *actors; /* by id, bytewise */
  guint n_actors;
  MilieuCastTie *ties;     /* by id, bytewise */
  guint n_ties;
  MilieuCastKind *kinds;   /* by symbol, then label */
  guint n_kinds;
  MilieuFigureFacts facts; /* its view is not set */
  MilieuSizeBy size_by;    /* the measure that makes symbols large */
  double largest;          /* its largest value */
  guint *index;            /* by key: into the actors, G_MAXUINT for who does not appear */
  guint n_keys;
  GStringChunk *texts;
} MilieuCast;

/** milieu_cast_new: Returns: (transfer full): actors and ties that @filter shows; labels of kinds and ties in @language */
MilieuCast *milieu_cast_new (MilieuSnapshot *snapshot, const MilieuFilter *filter, MilieuLanguage language);
void milieu_cast_free (MilieuCast *cast);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuCast, milieu_cast_free)

/** milieu_cast_find: Returns: the index of the actor of @key, G_MAXUINT if it does not appear */
guint milieu_cast_find (const MilieuCast *cast, guint32 key);

/** milieu_cast_wanted: @keys: of actors whose labels must show; Returns: (transfer full) (nullable) (array): per actor
 *  whether it is one of them; %NULL if none is or if they are more than a picture can name */
guint8 *milieu_cast_wanted (const MilieuCast *cast, const guint32 *keys, guint n);

/** milieu_cast_compare: by ground (upperground first, none last), then name without accents, then id */
int milieu_cast_compare (const MilieuCastActor *a, const MilieuCastActor *b);

/** milieu_cast_priority: Returns: (transfer full) (array): the indices of the actors, those of most ties first, then by name; g_free() */
guint *milieu_cast_priority (const MilieuCast *cast);

G_END_DECLS
