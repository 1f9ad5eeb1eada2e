/* The bands of the layout strata: private to the figure of the network. */
#pragma once

#include "figure/network-plan.h"
#include "figure/pen.h"

G_BEGIN_DECLS

/** milieu_network_bands: the bands of @layout, else those of the actors that have a spot; @bands has room for MILIEU_N_GROUNDS; Returns: how many */
guint milieu_network_bands (MilieuSnapshot *snapshot, const MilieuFilter *filter, const MilieuLayout *layout,
                            MilieuBand *bands);

/**
 * milieu_network_band_titles:
 *
 * A title stands where no symbol does: higher, further right, without its
 * gloss or number, in two lines, or not at all.
 *
 * Returns: (transfer full) (element-type MilieuBox): px of the view that titles cover
 */
GArray *milieu_network_band_titles (const MilieuNetworkPlan *plan, const MilieuFigureTools *tools,
                                    const MilieuNetworkView *view);

/** milieu_network_bands_draw: the bands without their titles, below the ties; @origin: of the view on the page */
void milieu_network_bands_draw (const MilieuPen *pen, const MilieuNetworkPlan *plan, const MilieuNetworkView *view,
                                MilieuPoint origin);
/** milieu_network_band_titles_draw: above the ties */
void milieu_network_band_titles_draw (const MilieuPen *pen, const MilieuNetworkPlan *plan, const MilieuNetworkView *view,
                                      MilieuPoint origin);

/** milieu_network_ground_label: Returns: the name of a ground as bands and legends write it */
const char *milieu_network_ground_label (MilieuGround ground, MilieuLanguage language);

G_END_DECLS
