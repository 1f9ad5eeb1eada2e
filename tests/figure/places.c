/* Where symbols and labels stand: packing, moving apart, the label solver. */
#include "figure/arrange.h"
#include "figure/crowd-parts.h"
#include "figure/labels.h"
#include "figure/packing.h"
#include "figure/ties.h"

#include "model/random.h"

#include <math.h>

/* ---- packing ---- */

static double
least_distance (const MilieuPoint *points, guint n)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < i; k++)
      least = MIN (least, hypot (points[i].x - points[k].x, points[i].y - points[k].y));
  return least;
}

/* seven are one in the middle and a ring of six, π / asin ½, one pitch away;
 * the edge stands 0.78 pitches beyond the outer ring, 0.85 about one */
static void
test_disc (void)
{
  MilieuPoint points[400];

  g_assert_cmpfloat_with_epsilon (milieu_pack_disc (1, 10, points), 8.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (milieu_pack_disc (2, 10, points), 5 + 7.8, 1e-9);
  g_assert_cmpfloat_with_epsilon (milieu_pack_disc (7, 10, points), 10 + 7.8, 1e-9);
  g_assert_cmpfloat_with_epsilon (points[0].x, 0, 1e-9); /* the first on top */
  g_assert_cmpfloat_with_epsilon (points[0].y, -10, 1e-9);
  for (guint n = 1; n <= 400; n += 7)
    {
      double radius = milieu_pack_disc (n, 10, points);

      g_assert_cmpfloat (n > 1 ? least_distance (points, n) : 10, >=, 10 - 1e-6);
      for (guint i = 0; i < n; i++)
        g_assert_cmpfloat (hypot (points[i].x, points[i].y), <, radius);
    }
}

/* eleven in six rows: R = 0.58 · 5 · step + 0.30 · step; rows on either side a step apart */
static void
test_rosette (void)
{
  MilieuPoint points[11];

  g_assert_cmpfloat_with_epsilon (milieu_pack_rosette (11, 15.5, points), 3.2 * 15.5, 1e-9);
  for (guint i = 0; i < 11; i++)
    {
      g_assert_cmpfloat_with_epsilon (hypot (points[i].x, points[i].y), 3.2 * 15.5, 1e-9);
      g_assert_true (i % 2 == 0 ? points[i].x < 0 : points[i].x > 0);
      if (i >= 2)
        g_assert_cmpfloat_with_epsilon (points[i].y - points[i - 2].y, 15.5, 1e-9);
    }
}

static void
test_relax (void)
{
  MilieuPoint points[30] = { 0 }, lone[2] = { { 0, 0 }, { 100, 0 } };

  milieu_relax (points, 30, 15); /* all in one place */
  g_assert_cmpfloat (least_distance (points, 30), >, 14.5);
  milieu_relax (lone, 2, 15);
  g_assert_cmpfloat_with_epsilon (lone[0].x, 0, 0.02); /* who is in nobody's way stays */
  g_assert_cmpfloat_with_epsilon (lone[1].x, 100, 0.02);
}

/* ---- labels ---- */

#define MANY 60

typedef struct
{
  MilieuLabelWish wishes[MANY];
  MilieuLabelSymbol symbols[MANY];
  MilieuLabelProblem problem;
} Bench;

/* so many symbols with labels of 50 × 12 in 400 × 400 */
static void
fill (Bench *b, guint n)
{
  static const MilieuLabelSide sides[] = { MILIEU_SIDE_EAST, MILIEU_SIDE_WEST, MILIEU_SIDE_NORTH, MILIEU_SIDE_SOUTH };
  MilieuRandom random;

  milieu_random_init (&random, 5);
  for (guint i = 0; i < n; i++)
    {
      double x = 20 + 360 * milieu_random_fraction (&random), y = 20 + 360 * milieu_random_fraction (&random);

      b->symbols[i] = (MilieuLabelSymbol) { i, x, y, 6 };
      b->wishes[i] = (MilieuLabelWish) { .owner = i, .x = x, .y = y, .radius = 6, .width = 50, .height = 12, .gap = 2, .rank = 1,
                                         .leader = TRUE, .sides = sides, .n_sides = G_N_ELEMENTS (sides) };
    }
  b->problem = (MilieuLabelProblem) { .wishes = b->wishes, .n_wishes = n, .symbols = b->symbols, .n_symbols = n,
                                      .frame = { 0, 0, 400, 400 }, .padding = 1, .unit = 1, .steps = 4000, .seed = 1 };
}

static MilieuBox
box_of (const MilieuLabelPlace *p)
{
  return (MilieuBox) { p->x, p->y, p->x + 50, p->y + 12 };
}

static void
assert_clean (const Bench *b, const MilieuLabelPlace *places)
{
  for (guint i = 0; i < b->problem.n_wishes; i++)
    for (guint k = 0; k < b->problem.n_wishes && places[i].placed; k++)
      {
        MilieuBox box = box_of (&places[i]), other = box_of (&places[k]);
        MilieuBox symbol = milieu_box_around (b->symbols[k].x, b->symbols[k].y, 6);

        g_assert_true (milieu_box_holds (b->problem.frame, box));
        if (k == i)
          continue;
        g_assert_false (milieu_boxes_meet (&box, &symbol, 0));
        if (!places[k].placed)
          continue;
        g_assert_false (milieu_boxes_meet (&box, &other, 0));
        if (places[i].side != MILIEU_SIDE_LEADER)
          continue;
        g_assert_false (milieu_segment_meets (places[i].leader.from, places[i].leader.to, &other));
        if (places[k].side == MILIEU_SIDE_LEADER)
          g_assert_false (milieu_segments_cross (places[i].leader.from, places[i].leader.to, places[k].leader.from, places[k].leader.to));
      }
}

/* forty in a row of 400 px: parts no wider than asked, nobody lost, the same wherever the row lies */
static void
test_neighbourhoods (void)
{
  MilieuPoint places[42];
  gboolean seen[42] = { FALSE };

  for (guint i = 0; i < 40; i++)
    places[i] = (MilieuPoint) { 1000 + (i * 7 % 40) * 10, 500 };
  places[40] = (MilieuPoint) { 5000, 500 };
  places[41] = (MilieuPoint) { 5000, 900 };
  for (guint moved = 0; moved < 2; moved++)
    {
      g_autoptr (GArray) crowd = g_array_new (FALSE, FALSE, sizeof (guint)), rest = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
      guint count = 0;

      for (guint i = 0; i < 42; i++)
        g_array_append_val (crowd, i);
      milieu_crowd_divide (places, crowd, 72, 4, parts, rest);
      for (guint i = 0; i < parts->len; i++)
        {
          const GArray *part = parts->pdata[i];

          g_assert_cmpuint (part->len, >=, 4);
          for (guint k = 0; k < part->len; k++)
            {
              guint a = g_array_index (part, guint, k), b = g_array_index (part, guint, 0);

              g_assert_cmpfloat (fabs (places[a].x - places[b].x), <=, 72);
              g_assert_true (seen[a] == (gboolean) moved);
              seen[a] = !seen[a];
              count++;
            }
        }
      g_assert_cmpuint (parts->len, >=, 6);
      g_assert_cmpuint (count + rest->len, ==, 42);
      g_assert_cmpuint (rest->len, >=, 2); /* the two far away are no neighbourhood */
      for (guint i = 0; i < 42; i++)
        places[i].x += 333;
    }
}

static void
test_solver (void)
{
  Bench b;
  g_autofree MilieuLabelPlace *places = NULL, *again = NULL, *greedy = NULL;
  guint placed = 0, first = 0;

  fill (&b, MANY);
  places = milieu_labels_place (&b.problem);
  again = milieu_labels_place (&b.problem);
  greedy = milieu_labels_greedy (&b.problem);
  assert_clean (&b, places);
  assert_clean (&b, greedy);
  for (guint i = 0; i < MANY; i++)
    {
      placed += places[i].placed;
      first += greedy[i].placed;
      g_assert_cmpfloat (places[i].x, ==, again[i].x);
      g_assert_cmpfloat (places[i].y, ==, again[i].y);
    }
  g_assert_cmpuint (first, >, 0);
  g_assert_cmpuint (placed, >=, first);
}

/* alone, a label takes its first side; with that side blocked, the next */
static void
test_sides (void)
{
  Bench b;
  MilieuBox block = { 0, 0, 400, 400 };
  g_autofree MilieuLabelPlace *free_place = NULL, *blocked = NULL, *nowhere = NULL;

  fill (&b, 1);
  b.wishes[0].x = b.wishes[0].y = b.symbols[0].x = b.symbols[0].y = 200;
  free_place = milieu_labels_place (&b.problem);
  g_assert_cmpint (free_place[0].side, ==, MILIEU_SIDE_EAST);
  g_assert_cmpfloat (free_place[0].x, ==, 208);
  g_assert_cmpfloat (free_place[0].y, ==, 194);
  block.x0 = 207;
  b.problem.blocks = &block;
  b.problem.n_blocks = 1;
  blocked = milieu_labels_place (&b.problem);
  g_assert_cmpint (blocked[0].side, ==, MILIEU_SIDE_WEST);
  g_assert_cmpfloat (blocked[0].x, ==, 142);
  block.x0 = 0;
  nowhere = milieu_labels_place (&b.problem);
  g_assert_false (nowhere[0].placed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/places/disc", test_disc);
  g_test_add_func ("/figure/places/rosette", test_rosette);
  g_test_add_func ("/figure/places/relax", test_relax);
  g_test_add_func ("/figure/places/neighbourhoods", test_neighbourhoods);
  g_test_add_func ("/figure/places/solver", test_solver);
  g_test_add_func ("/figure/places/sides", test_sides);
  return g_test_run ();
}
