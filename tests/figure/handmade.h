/* Small figures made by hand for the tests of app/figure. */
#pragma once

#include "figure/figure.h"

/* two actors, a tie between them, a label, an inset with the second actor */
MilieuFigure *handmade_figure (const char *name, const char *title);
