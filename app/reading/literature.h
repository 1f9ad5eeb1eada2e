/* The works that indicators cite, whole. */
#pragma once

#include "reading/result.h"

G_BEGIN_DECLS

/** milieu_literature_cited: Returns: (transfer container): the works that a source of an indicator names: "Burt 1992; Borgatti 1997" */
GPtrArray *milieu_literature_cited (const char *source);

/** milieu_literature_of: Returns: (transfer container): those behind the indicators that have a value, by author */
GPtrArray *milieu_literature_of (const MilieuReading *reading);

G_END_DECLS
