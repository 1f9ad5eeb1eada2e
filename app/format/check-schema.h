/* The schema's own opinion of a map file. */
#pragma once

#include "format/report.h"

G_BEGIN_DECLS

/** milieu_check_schema: @report takes an error for each line that does not follow data/milieu.rng and has no error yet */
void milieu_check_schema (const char *path, MilieuReport *report);

G_END_DECLS
