/* Maps for the tests of readings: the example, and small ones made by hand. */
#pragma once

#include "model/defaults.h"
#include "reading/result.h"

/* the example map; fails the test if it cannot be read */
MilieuMap *example_map (void);

/* its reading, computed once a program and kept; borrowed */
MilieuReading *example_reading (MilieuEvidence evidence, gboolean suggested);

/* an empty map with the default kinds and types */
MilieuMap *small_map (void);
void small_actor (MilieuMap *map, const char *id, const char *kind, MilieuGround ground, guint start, guint end);
void small_place (MilieuMap *map, const char *id, double lon, double lat, MilieuPrecision precision);
void small_town (MilieuMap *map, const char *id, const char *municipality);
/* @type: "collaborates"; year 0: undated */
void small_tie (MilieuMap *map, const char *source, const char *target, const char *type, guint year);
/* a claim about an actor, without a source */
void small_claim (MilieuMap *map, const char *actor, const char *field, const char *value);
void small_setting (MilieuMap *map, const char *id, const char *value);
/* what the ties of a type that the map holds count as */
void small_tie_class (MilieuMap *map, const char *type, MilieuClass tie_class);

MilieuReading *read_map (MilieuMap *map, const MilieuFilter *filter);
MilieuReading *read_as (MilieuMap *map, MilieuEvidence evidence, gboolean suggested);

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon ((a), (b), 1e-4)
