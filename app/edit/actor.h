/* Verbs on actors. Each returns a group of changes, or %NULL with an error;
 * nothing is changed until a history commits the group. */
#pragma once

#include "model/map.h"

G_BEGIN_DECLS

#define MILIEU_EDIT_ERROR (milieu_edit_error_quark ())
GQuark milieu_edit_error_quark (void);
typedef enum { MILIEU_EDIT_ERROR_REFUSED } MilieuEditError;

/** MilieuNewActor: what is known of an actor to be added; all but @name may be left 0 or %NULL */
typedef struct
{
  const char *name;
  guint32 kind;             /* key of a kind; MILIEU_NO_KEY: the first kind, made now if the map has none */
  MilieuGround ground;
  gboolean placed;          /* @lon and @lat hold, in degrees */
  double lon, lat;
  double radius;            /* of doubt, metres; 0: exact */
  const char *municipality; /* (nullable) */
  const char *insee;        /* (nullable) */
  gboolean spotted;         /* @x and @y hold, network units */
  double x, y;
} MilieuNewActor;

/**
 * milieu_edit_add_actor:
 * @key: (out) (optional): the key of the new actor
 *
 * Returns: (transfer full): the group; its id is made from the name
 */
MilieuGroup *milieu_edit_add_actor (MilieuMap *map, const MilieuNewActor *actor, guint32 *key);

/** milieu_edit_rename_actor: Returns: (transfer full): the group; an empty name is refused */
MilieuGroup *milieu_edit_rename_actor (MilieuMap *map, guint32 actor, const char *name, GError **error);

/**
 * milieu_edit_delete:
 *
 * Deletes actors and ties with all that hangs on them: the actors' other ties,
 * the claims about any of them, their spots.
 */
MilieuGroup *milieu_edit_delete (MilieuMap *map, const guint32 *actors, guint n_actors, const guint32 *ties, guint n_ties);

/**
 * milieu_edit_place_actors:
 * @lon: degrees
 * @lat: degrees
 * @radius: of doubt, metres; 0: the place is exact
 * @municipality: (nullable): %NULL keeps what each actor has, "" takes it away
 *
 * Gives actors a place on the map.
 */
MilieuGroup *milieu_edit_place_actors (MilieuMap *map, const guint32 *actors, guint n, double lon, double lat,
                                       double radius, const char *municipality, const char *insee);

/** milieu_edit_unplace_actors: takes longitude, latitude, precision and radius away; the municipality's name stays */
MilieuGroup *milieu_edit_unplace_actors (MilieuMap *map, const guint32 *actors, guint n);

G_END_DECLS
