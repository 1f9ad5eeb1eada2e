/* The classes of colour that marks name. A style maps them to values. */
#pragma once

#include "model/vocabulary.h"

G_BEGIN_DECLS

/* the four roles of a ground; on bands and in legends its name is written in LINE (see milieu_style_ground_text()) */
#define MILIEU_COLOUR_FILL(ground) ((MilieuColour) (1 + 4 * (ground)))
#define MILIEU_COLOUR_TINT(ground) ((MilieuColour) (2 + 4 * (ground)))
#define MILIEU_COLOUR_LINE(ground) ((MilieuColour) (3 + 4 * (ground)))
#define MILIEU_COLOUR_BAND(ground) ((MilieuColour) (4 + 4 * (ground)))
/* of ties; of MILIEU_CLASS_UNSET: that of institutions */
#define MILIEU_COLOUR_TIE(tie_class) ((MilieuColour) (MILIEU_COLOUR_TIE_UNSET + (tie_class)))

typedef enum
{
  MILIEU_COLOUR_NONE = 0, /* not painted */
  /* 1 … 20: grounds */
  MILIEU_COLOUR_TIE_UNSET = 1 + 4 * MILIEU_N_GROUNDS,
  MILIEU_COLOUR_TIE_INTERACTION,
  MILIEU_COLOUR_TIE_INSTITUTION,
  MILIEU_COLOUR_TIE_LOCATION,
  MILIEU_COLOUR_SEA,
  MILIEU_COLOUR_LAND,
  MILIEU_COLOUR_NEIGHBOUR, /* land outside the region */
  MILIEU_COLOUR_COAST,
  MILIEU_COLOUR_RIVER,
  MILIEU_COLOUR_DEPARTEMENT, /* boundary */
  MILIEU_COLOUR_REGION,      /* outline */
  MILIEU_COLOUR_GLOW,
  MILIEU_COLOUR_FRAME,
  MILIEU_COLOUR_TOWN, /* dot */
  MILIEU_COLOUR_INK,
  MILIEU_COLOUR_SOFT,
  MILIEU_COLOUR_TOWN_TEXT,
  MILIEU_COLOUR_SEA_TEXT,
  MILIEU_COLOUR_COUNTRY_TEXT,
  MILIEU_COLOUR_DEPARTEMENT_TEXT,
  MILIEU_COLOUR_CANVAS,
  MILIEU_COLOUR_HALO,   /* under text */
  MILIEU_COLOUR_CASING, /* under symbols and ties */
  MILIEU_COLOUR_SELECT,
  MILIEU_COLOUR_HOVER,
  MILIEU_COLOUR_GHOST,
  MILIEU_COLOUR_WARNING,
  MILIEU_COLOUR_ERROR,
  MILIEU_COLOUR_SUCCESS,
  MILIEU_COLOUR_SHADOW,
  MILIEU_N_COLOURS,
} MilieuColour;

/**
 * milieu_colour_token:
 *
 * Returns: the name of a class as dumps write it ("upperground-fill", "sea"); "none" for 0
 */
const char *milieu_colour_token (MilieuColour colour);

G_END_DECLS
