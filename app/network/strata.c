/* The bands of the layout strata and the slots in them: a function of how
 * many actors each ground has. */
#include "network/layout-kinds.h"

/* of look and feel: the gap between bands, their title, their foot, their inner margin */
#define GAP 7
#define TITLE 27
#define FOOT 6
#define MARGIN 6
#define FEWEST_COLUMNS 6
/* no taller than this times its width */
#define TALLEST 1.3

static const MilieuGround from_the_top[] = { MILIEU_GROUND_UPPERGROUND, MILIEU_GROUND_EMERGING,
                                             MILIEU_GROUND_MIDDLEGROUND, MILIEU_GROUND_UNDERGROUND };

static void
take_pitch (MilieuStrata *strata, guint n, const MilieuExtent *extents)
{
  double half = 42.5, up = 11, down = 38;

  for (guint v = 0; extents != NULL && v < n; v++)
    {
      half = MAX (half, MAX (extents[v].left, extents[v].right));
      up = MAX (up, extents[v].up);
      down = MAX (down, extents[v].down);
    }
  strata->pitch_x = 2 * half;
  strata->pitch_y = up + down + 2;
  strata->up = up + 1;
}

static double
bands_height (MilieuStrata *strata, const guint *counts, guint columns)
{
  double height = -GAP;

  strata->columns = columns;
  for (guint i = 0; i < G_N_ELEMENTS (from_the_top); i++)
    {
      guint n = counts[from_the_top[i]];

      strata->rows[from_the_top[i]] = MAX (2, (n + columns - 2) / (columns - 1));
      height += GAP + TITLE + FOOT + strata->rows[from_the_top[i]] * strata->pitch_y;
    }
  return height;
}

static double
bands_width (const MilieuStrata *strata)
{
  return 2 * MARGIN + strata->pitch_x * (strata->columns + 0.5);
}

/* the column of those without ground is as high as the bands together, and as wide as it must */
static double
none_width (MilieuStrata *strata, guint n, double height)
{
  strata->none_rows = (guint) ((height - TITLE - FOOT) / strata->pitch_y);
  strata->none_columns = (n + strata->none_rows - 1) / strata->none_rows;
  return n > 0 ? 2 * MARGIN + 1 + strata->pitch_x * strata->none_columns : 0;
}

static void
take_bands (MilieuStrata *strata, guint n_none, double height)
{
  double y = 0, width = bands_width (strata);

  for (guint i = 0; i < G_N_ELEMENTS (from_the_top); i++)
    {
      double bottom = y + TITLE + FOOT + strata->rows[from_the_top[i]] * strata->pitch_y;

      strata->bands[strata->n_bands++] = (MilieuBand) { from_the_top[i], 0, y, width, bottom };
      y = bottom + GAP;
    }
  if (n_none > 0)
    strata->bands[strata->n_bands++] = (MilieuBand) { MILIEU_GROUND_NONE, width + GAP, 0,
                                                      width + GAP + none_width (strata, n_none, height), height };
}

void
milieu_strata_init (MilieuStrata *strata, guint n, const guint8 *grounds, const MilieuExtent *extents)
{
  guint counts[MILIEU_N_GROUNDS] = { 0 }, columns = FEWEST_COLUMNS;
  double height;

  *strata = (MilieuStrata) { 0 };
  take_pitch (strata, n, extents);
  for (guint v = 0; v < n; v++)
    counts[grounds[v]]++;
  for (;;)
    {
      height = bands_height (strata, counts, columns);
      if (height <= TALLEST * (bands_width (strata) + none_width (strata, counts[MILIEU_GROUND_NONE], height)))
        break;
      columns++;
    }
  take_bands (strata, counts[MILIEU_GROUND_NONE], height);
}

static const MilieuBand *
band_of (const MilieuStrata *strata, MilieuGround ground)
{
  for (guint i = 0; i < strata->n_bands; i++)
    if (strata->bands[i].ground == ground)
      return &strata->bands[i];
  return NULL;
}

guint
milieu_strata_slots (const MilieuStrata *strata, MilieuGround ground, double **x, double **y)
{
  const MilieuBand *band = band_of (strata, ground);
  gboolean none = ground == MILIEU_GROUND_NONE;
  guint rows = none ? strata->none_rows : strata->rows[ground];
  guint columns = none ? strata->none_columns : strata->columns;
  guint n = band != NULL ? rows * columns : 0;

  *x = g_new (double, n + 1);
  *y = g_new (double, n + 1);
  for (guint i = 0; i < n; i++)
    {
      guint row = i / columns, column = i % columns;
      double step = column + 0.5 + (!none && row % 2 == 1 ? 0.5 : 0);

      (*x)[i] = band->x0 + MARGIN + (none ? 0.5 : 0) + strata->pitch_x * step;
      (*y)[i] = band->y0 + TITLE + strata->pitch_y * row + strata->up;
    }
  return n;
}

guint
milieu_layout_bands (guint n, const guint8 *grounds, const MilieuExtent *extents, MilieuBand *bands)
{
  MilieuStrata strata;

  milieu_strata_init (&strata, n, grounds, extents);
  for (guint i = 0; i < strata.n_bands; i++)
    bands[i] = strata.bands[i];
  return strata.n_bands;
}
