/* The hand on a page: what it hits, how parts move, size and snap. */
#include "window/compose-tool.h"

#include <math.h>

/* a page of 100 × 80 mm with a margin of 5, at 4 px a mm: 7 px reach 1.75 mm */
static MilieuComposeTool
tool_new (void)
{
  return (MilieuComposeTool) {
    .width = 100, .height = 80, .margin = 5, .px_per_mm = 4, .selected = MILIEU_NO_PART, .n_parts = 4,
    .parts = { { MILIEU_PART_MAP, { 10, 20, 90, 60 } }, { MILIEU_PART_SCALE, { 70, 50, 85, 55 } },
               { MILIEU_PART_TITLE, { 5, 5, 60, 12 } }, { MILIEU_PART_LEGEND, { 10, 65, 50, 75 } } } };
}

static void
assert_box (MilieuBox box, double x0, double y0, double x1, double y1)
{
  g_assert_cmpfloat_with_epsilon (box.x0, x0, 1e-9);
  g_assert_cmpfloat_with_epsilon (box.y0, y0, 1e-9);
  g_assert_cmpfloat_with_epsilon (box.x1, x1, 1e-9);
  g_assert_cmpfloat_with_epsilon (box.y1, y1, 1e-9);
}

static void
test_hit (void)
{
  static const struct { guint selected; MilieuPoint at; guint part, grip; } cases[] = {
    { MILIEU_NO_PART, { 1, 1 }, MILIEU_NO_PART, 0 },
    { MILIEU_NO_PART, { 30, 30 }, MILIEU_PART_MAP, 0 },
    { MILIEU_NO_PART, { 75, 52 }, MILIEU_PART_SCALE, 0 },     /* painted over the map */
    { MILIEU_NO_PART, { 10.5, 20.5 }, MILIEU_PART_MAP, 0 },   /* no handles before it is selected */
    { MILIEU_PART_MAP, { 9, 19 }, MILIEU_PART_MAP, MILIEU_GRIP_LEFT | MILIEU_GRIP_TOP },
    { MILIEU_PART_MAP, { 50, 61 }, MILIEU_PART_MAP, MILIEU_GRIP_BOTTOM },
    { MILIEU_PART_MAP, { 8, 40 }, MILIEU_NO_PART, 0 },        /* two mm off */
    { MILIEU_PART_TITLE, { 60, 8 }, MILIEU_PART_TITLE, MILIEU_GRIP_RIGHT },
    { MILIEU_PART_TITLE, { 30, 11.8 }, MILIEU_PART_TITLE, 0 },  /* its height is that of its words */
    { MILIEU_PART_SCALE, { 70.2, 52 }, MILIEU_PART_SCALE, 0 },  /* its size is its own */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MilieuComposeTool tool = tool_new ();
      guint grip;

      g_test_message ("case %u", i);
      tool.selected = cases[i].selected;
      g_assert_cmpuint (milieu_compose_hit (&tool, cases[i].at, &grip), ==, cases[i].part);
      g_assert_cmpuint (grip, ==, cases[i].grip);
    }
}

static void
test_move (void)
{
  MilieuComposeTool tool = tool_new ();

  milieu_compose_press (&tool, (MilieuPoint) { 20, 70 });
  g_assert_cmpuint (tool.selected, ==, MILIEU_PART_LEGEND);
  milieu_compose_move (&tool, (MilieuPoint) { 20.5, 70 }, TRUE); /* a tremor of two px */
  g_assert_false (milieu_compose_release (&tool));
  milieu_compose_press (&tool, (MilieuPoint) { 20, 70 });
  milieu_compose_move (&tool, (MilieuPoint) { 43.04, 63 }, TRUE);
  assert_box (tool.box, 33, 58, 73, 68); /* to tenths of a mm */
  g_assert_true (milieu_compose_release (&tool));
  assert_box (*milieu_compose_find (&tool, MILIEU_PART_LEGEND), 33, 58, 73, 68);
}

static void
test_cancel (void)
{
  MilieuComposeTool tool = tool_new ();

  milieu_compose_press (&tool, (MilieuPoint) { 20, 70 });
  milieu_compose_move (&tool, (MilieuPoint) { 60, 30 }, TRUE);
  milieu_compose_cancel (&tool);
  g_assert_false (milieu_compose_release (&tool));
  assert_box (*milieu_compose_find (&tool, MILIEU_PART_LEGEND), 10, 65, 50, 75);
}

/* the nearest line wins; the guides are those on which it stands */
static void
test_snap (void)
{
  MilieuComposeTool tool = tool_new ();

  milieu_compose_press (&tool, (MilieuPoint) { 20, 70 });
  milieu_compose_move (&tool, (MilieuPoint) { 14.2, 70.4 }, FALSE); /* left edge at 4.2, top at 65.4 */
  assert_box (tool.box, 5, 65, 45, 75); /* the margin; and its lower edge on the lower margin */
  g_assert_cmpuint (tool.n_guides, ==, 2);
  g_assert_true (tool.guides[0].upright && tool.guides[0].at == 5);
  g_assert_true (!tool.guides[1].upright && fabs (tool.guides[1].at - 75) < 1e-9);
  milieu_compose_move (&tool, (MilieuPoint) { 39, 70 }, FALSE); /* middle at 49 */
  assert_box (tool.box, 30, 65, 70, 75); /* the page's middle, and the right edge on the scale bar's left */
  g_assert_cmpuint (tool.n_guides, >=, 2);
  milieu_compose_move (&tool, (MilieuPoint) { 39, 70 }, TRUE);
  assert_box (tool.box, 29, 65, 69, 75);
  g_assert_cmpuint (tool.n_guides, ==, 0);
}

static void
test_size (void)
{
  MilieuComposeTool tool = tool_new ();

  tool.selected = MILIEU_PART_MAP;
  milieu_compose_press (&tool, (MilieuPoint) { 90, 60 });
  g_assert_cmpuint (tool.grip, ==, MILIEU_GRIP_RIGHT | MILIEU_GRIP_BOTTOM);
  milieu_compose_move (&tool, (MilieuPoint) { 94.5, 64 }, FALSE); /* the right margin at 95, the legend's top at 65 */
  assert_box (tool.box, 10, 20, 95, 65);
  milieu_compose_move (&tool, (MilieuPoint) { -50, -50 }, FALSE); /* no part turns inside out */
  assert_box (tool.box, 10, 20, 15, 25);
  g_assert_true (milieu_compose_release (&tool));
}

/* what stands on the map goes with it, and is kept as it stands to the map */
static void
test_map_takes_its_own (void)
{
  MilieuComposeTool tool = tool_new ();
  MilieuPartPlace place;

  tool.selected = MILIEU_PART_MAP;
  g_assert_true (milieu_compose_nudge (&tool, 3, -2, FALSE));
  assert_box (*milieu_compose_find (&tool, MILIEU_PART_SCALE), 73, 48, 88, 53);
  milieu_compose_place (&tool, MILIEU_PART_SCALE, *milieu_compose_find (&tool, MILIEU_PART_SCALE), &place);
  g_assert_true (place.placed && !place.sized);
  g_assert_cmpfloat_with_epsilon (place.x, 60, 1e-9);
  g_assert_cmpfloat_with_epsilon (place.y, 30, 1e-9);
  milieu_compose_place (&tool, MILIEU_PART_MAP, tool.box, &place);
  g_assert_true (place.placed && place.sized);
  g_assert_cmpfloat_with_epsilon (place.x, 13, 1e-9);
  g_assert_cmpfloat_with_epsilon (place.width, 80, 1e-9);
}

static void
test_keys (void)
{
  MilieuComposeTool tool = tool_new ();

  g_assert_false (milieu_compose_nudge (&tool, 1, 0, FALSE)); /* nothing is selected */
  tool.selected = MILIEU_PART_LEGEND;
  g_assert_true (milieu_compose_nudge (&tool, 0.1, 0, FALSE));
  g_assert_true (milieu_compose_nudge (&tool, 0, 5, FALSE));
  assert_box (tool.box, 10.1, 70, 50.1, 80);
  g_assert_true (milieu_compose_nudge (&tool, 5, 5, TRUE)); /* its width is a person's, its height is not */
  assert_box (tool.box, 10.1, 70, 55.1, 80);
  tool.selected = MILIEU_PART_SCALE;
  g_assert_false (milieu_compose_nudge (&tool, 5, 5, TRUE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compose/hit", test_hit);
  g_test_add_func ("/compose/move", test_move);
  g_test_add_func ("/compose/cancel", test_cancel);
  g_test_add_func ("/compose/snap", test_snap);
  g_test_add_func ("/compose/size", test_size);
  g_test_add_func ("/compose/map-takes-its-own", test_map_takes_its_own);
  g_test_add_func ("/compose/keys", test_keys);
  return g_test_run ();
}
