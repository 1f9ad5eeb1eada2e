/* The readings of a map, kept up with it by a job off the main thread. */
#pragma once

#include "reading/result.h"
#include "session/document.h"
#include "session/simulation.h"

G_BEGIN_DECLS

#define MILIEU_TYPE_READINGS (milieu_readings_get_type ())
G_DECLARE_FINAL_TYPE (MilieuReadings, milieu_readings, MILIEU, READINGS, GObject)

/** MilieuReadings::changed: another reading stands here, or the one that stands has become stale */

/**
 * milieu_readings_new:
 *
 * Asks again whenever the map, what is asked of it or who is simulated as gone
 * changes; moving spots or hiding actors from the canvas asks nothing.
 */
MilieuReadings *milieu_readings_new (MilieuDocument *document, MilieuQuestion *question, MilieuSimulation *simulation,
                                     MilieuJobs *jobs);

/** milieu_readings_get: Returns: (transfer none) (nullable): the latest reading, which may be stale; %NULL before the first */
MilieuReading *milieu_readings_get (MilieuReadings *readings);

/** milieu_readings_is_stale: Returns: whether a newer reading is on its way: show the old one at half strength */
gboolean milieu_readings_is_stale (MilieuReadings *readings);

G_END_DECLS
