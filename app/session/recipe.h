/* The recipe within a figure's file: all that is needed to make it again.
 *
 * One line of ASCII: "milieu-figure 1 version=0.1 map=… font=… seed=42
 * view=map style=print … ." with the fields of a figure record as the map's
 * file names them, escaped as addresses are. PDF keeps it as keywords, SVG as
 * metadata, PNG as tEXt. */
#pragma once

#include "model/map.h"

G_BEGIN_DECLS

#define MILIEU_RECIPE_ERROR (milieu_recipe_error_quark ())
GQuark milieu_recipe_error_quark (void);

typedef enum
{
  MILIEU_RECIPE_ERROR_NONE,    /* the file has none */
  MILIEU_RECIPE_ERROR_DAMAGED,
  MILIEU_RECIPE_ERROR_OTHER,   /* another map, font or version */
} MilieuRecipeError;

/**
 * milieu_recipe_new:
 * @snapshot: what the figure shows; its figures do not count in the map's hash, so that one more changes nothing
 * @plate: how
 *
 * Names the language too, so that no environment matters.
 *
 * Returns: (transfer full): the recipe
 */
char *milieu_recipe_new (MilieuSnapshot *snapshot, const MilieuPlate *plate);

/**
 * milieu_recipe_find:
 * @bytes: of a PDF, SVG or PNG
 *
 * Returns: (transfer full) (nullable): the recipe in it, %NULL and @error if there is none
 */
char *milieu_recipe_find (GBytes *bytes, GError **error);

/**
 * milieu_recipe_plate:
 * @snapshot: the map from which the figure is to be made again
 *
 * Returns: (transfer full) (nullable): the figure as a record of no map; %NULL and @error if the recipe is damaged, or
 *   if map, font or version are not those it names
 */
MilieuRecord *milieu_recipe_plate (const char *recipe, MilieuSnapshot *snapshot, GError **error);

/** milieu_recipe_date: Returns: (transfer full) (nullable): the SOURCE_DATE_EPOCH that stood when the figure was made */
char *milieu_recipe_date (const char *recipe);

G_END_DECLS
