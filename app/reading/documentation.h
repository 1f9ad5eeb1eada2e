/* How well each actor is documented, and whether one list of quotes made its ties. */
#pragma once

#include "reading/result.h"

G_BEGIN_DECLS

/* fewer ties than this cannot come from one block */
#define MILIEU_EGO_TIES 3

typedef struct
{
  guint32 actor;   /* key */
  guint claims;    /* about the actor and its ties, location ones included */
  guint sources;   /* different ones that these claims name */
  MilieuDate latest; /* of these sources; 0 if none has a date */
  guint ties;      /* interaction and institution ties to the other n actors */
  guint from_block; /* of them, told by the one block of quotes that tells most: one quote, or quotes of one source that
                       follow one another by id, all of the actor's ties (indicators §6.2) */
  guint32 block;   /* key of its source, MILIEU_NO_KEY if no tie is quoted */
  gboolean ego_sampled; /* at least MILIEU_EGO_TIES ties, half or more of them from that block */
  gboolean none_found;  /* a claim about it, field "ties", value "none": its ties were looked for and none was found */
  double gauge;    /* 0 to 1: 0 without a source, ½ with one, ⅔ with two … */
} MilieuActorDocumentation;

typedef struct
{
  guint64 revision;
  MilieuActorDocumentation *actors; /* of the n, by id */
  guint n_actors;
  guint n_undocumented; /* without a source */
  guint n_ego_sampled;
  guint n_none_found;
} MilieuDocumentation;

/** milieu_documentation_new: Returns: (transfer full): a pure count over the claims; any thread */
MilieuDocumentation *milieu_documentation_new (MilieuSnapshot *snapshot, const MilieuFilter *filter);
void milieu_documentation_free (MilieuDocumentation *documentation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuDocumentation, milieu_documentation_free)

/** milieu_documentation_find: Returns: (nullable) (transfer none) */
const MilieuActorDocumentation *milieu_documentation_find (const MilieuDocumentation *documentation, guint32 actor);

/** milieu_documentation_phrase: Returns: (transfer full): "3 sources, 5 claims, the latest of 2017" */
MilieuPhrase *milieu_documentation_phrase (const MilieuActorDocumentation *actor);

/** milieu_ego_caution: Returns: (transfer full) (nullable): "6 of its 6 ties come from one list of quotes: its place may be made by that list."; %NULL if it is not ego-sampled */
MilieuPhrase *milieu_ego_caution (const MilieuActorDocumentation *actor);

G_END_DECLS
