/* What every map of the program lies on, read once by whoever asks first, and kept. */
#pragma once

#include "geo/basemap.h"
#include "geo/gazetteer.h"

G_BEGIN_DECLS

/** milieu_ground_basemap: any thread; Returns: (transfer none) (nullable): %NULL, with a warning, if it cannot be read */
MilieuBasemap *milieu_ground_basemap (void);

/** milieu_ground_gazetteer: any thread; Returns: (transfer none) (nullable): %NULL, with a warning, if it cannot be read */
MilieuGazetteer *milieu_ground_gazetteer (void);

G_END_DECLS
