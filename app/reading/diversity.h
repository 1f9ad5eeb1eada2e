/* How mixed some actors are (indicators L4a, 4.8). Private. */
#pragma once

#include "reading/basis.h"

G_BEGIN_DECLS

typedef enum
{
  MILIEU_BY_GROUND,
  MILIEU_BY_KIND,
  MILIEU_BY_MUNICIPALITY,
  MILIEU_BY_SECTOR,
} MilieuCategory;
#define MILIEU_N_CATEGORIES 4

/** milieu_category_name: Returns: a token for files: "ground" */
const char *milieu_category_name (MilieuCategory category);

/** milieu_diversity_blau: Returns: 1 − Σp² (Blau 1977) over those whose category is known; NAN for fewer than three */
double milieu_diversity_blau (const MilieuBasis *basis, const guint8 *actors, MilieuCategory category);

/** milieu_diversity_shannon: Returns: −Σ p ln p, likewise */
double milieu_diversity_shannon (const MilieuBasis *basis, const guint8 *actors, MilieuCategory category);

/** milieu_diversity_scale: Returns: k/(k − 1) for k possible categories, so that an even mix of all gives 1; NAN for k < 2.
 *  Grounds are a closed list; of the rest, what the map holds is possible */
double milieu_diversity_scale (const MilieuBasis *basis, MilieuCategory category);

G_END_DECLS
