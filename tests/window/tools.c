/* Gestures as points and keys: a table of what each comes to. */
#include "window/tools.h"

typedef struct
{
  const char *name;
  gboolean network;
  MilieuHitKind pressed, released;
  guint32 released_key; /* the pressed key is 1 */
  guint modifiers;
  gboolean drags;
  MilieuToolDeed deed;
} Gesture;

static const Gesture gestures[] = {
  { "click on nothing", FALSE, MILIEU_HIT_NOTHING, MILIEU_HIT_NOTHING, 0, 0, FALSE, MILIEU_DO_SELECT },
  { "click on an actor", FALSE, MILIEU_HIT_ACTOR, MILIEU_HIT_ACTOR, 1, 0, FALSE, MILIEU_DO_SELECT },
  { "click on a tie", TRUE, MILIEU_HIT_TIE, MILIEU_HIT_TIE, 1, 0, FALSE, MILIEU_DO_SELECT },
  { "ctrl-click on an actor", FALSE, MILIEU_HIT_ACTOR, MILIEU_HIT_ACTOR, 1, MILIEU_TOOL_ADD, FALSE, MILIEU_DO_TOGGLE },
  { "shift-click on an actor", FALSE, MILIEU_HIT_ACTOR, MILIEU_HIT_ACTOR, 1, MILIEU_TOOL_EXTEND, FALSE, MILIEU_DO_TOGGLE },
  { "ctrl-click on nothing", FALSE, MILIEU_HIT_NOTHING, MILIEU_HIT_NOTHING, 0, MILIEU_TOOL_ADD, FALSE, MILIEU_DO_NOTHING },
  { "middle click", FALSE, MILIEU_HIT_ACTOR, MILIEU_HIT_ACTOR, 1, MILIEU_TOOL_HAND, FALSE, MILIEU_DO_NOTHING },
  { "drag the ground", FALSE, MILIEU_HIT_NOTHING, MILIEU_HIT_NOTHING, 0, 0, TRUE, MILIEU_DO_NOTHING },
  { "drag an actor on the map", FALSE, MILIEU_HIT_ACTOR, MILIEU_HIT_NOTHING, 0, 0, TRUE, MILIEU_DO_NOTHING },
  { "drag an actor in the network", TRUE, MILIEU_HIT_ACTOR, MILIEU_HIT_NOTHING, 0, 0, TRUE, MILIEU_DO_MOVE },
  { "drag with the hand over an actor", TRUE, MILIEU_HIT_ACTOR, MILIEU_HIT_ACTOR, 1, MILIEU_TOOL_HAND, TRUE, MILIEU_DO_NOTHING },
  { "shift-drag", FALSE, MILIEU_HIT_NOTHING, MILIEU_HIT_NOTHING, 0, MILIEU_TOOL_EXTEND, TRUE, MILIEU_DO_SELECT_BOX },
  { "ctrl-shift-drag from an actor", TRUE, MILIEU_HIT_ACTOR, MILIEU_HIT_NOTHING, 0, MILIEU_TOOL_EXTEND | MILIEU_TOOL_ADD, TRUE, MILIEU_DO_SELECT_BOX },
  { "handle to another actor", FALSE, MILIEU_HIT_HANDLE, MILIEU_HIT_ACTOR, 2, 0, TRUE, MILIEU_DO_TIE },
  { "handle back to its own actor", FALSE, MILIEU_HIT_HANDLE, MILIEU_HIT_ACTOR, 1, 0, TRUE, MILIEU_DO_NOTHING },
  { "handle to nowhere", TRUE, MILIEU_HIT_HANDLE, MILIEU_HIT_NOTHING, 0, 0, TRUE, MILIEU_DO_NOTHING },
};

static void
test_gesture (gconstpointer data)
{
  const Gesture *gesture = data;
  MilieuTool tool = { .moves_actors = gesture->network };
  MilieuHit released = { gesture->released, gesture->released_key };
  MilieuPoint pan, end = gesture->drags ? (MilieuPoint) { 60, 25 } : (MilieuPoint) { 11, 11 };

  milieu_tool_press (&tool, (MilieuPoint) { 10, 10 }, (MilieuHit) { gesture->pressed, 1 }, gesture->modifiers);
  milieu_tool_move (&tool, (MilieuPoint) { 11, 11 }, released, &pan);
  g_assert_cmpint (tool.state, ==, MILIEU_TOOL_PRESSED); /* a tremble is no drag */
  milieu_tool_move (&tool, end, released, &pan);
  g_assert_cmpint (milieu_tool_release (&tool, end, released), ==, gesture->deed);
  g_assert_cmpint (tool.state, ==, MILIEU_TOOL_IDLE);
}

static void
test_pan (void)
{
  MilieuTool tool = { 0 };
  MilieuHit nothing = { MILIEU_HIT_NOTHING, 0 };
  MilieuPoint pan, sum = { 0, 0 };
  const MilieuPoint way[] = { { 11, 10 }, { 20, 14 }, { 19, 30 }, { -5, 2 } };

  milieu_tool_press (&tool, (MilieuPoint) { 10, 10 }, nothing, 0);
  for (guint i = 0; i < G_N_ELEMENTS (way); i++)
    {
      milieu_tool_move (&tool, way[i], nothing, &pan);
      sum.x += pan.x;
      sum.y += pan.y;
    }
  /* nothing of the way is lost, that of the tremble neither */
  g_assert_cmpfloat (sum.x, ==, -15);
  g_assert_cmpfloat (sum.y, ==, -8);
}

static void
test_cancel (void)
{
  MilieuTool tool = { .moves_actors = TRUE };
  MilieuPoint pan;

  milieu_tool_press (&tool, (MilieuPoint) { 10, 10 }, (MilieuHit) { MILIEU_HIT_ACTOR, 1 }, 0);
  milieu_tool_move (&tool, (MilieuPoint) { 90, 90 }, (MilieuHit) { MILIEU_HIT_NOTHING, 0 }, &pan);
  g_assert_cmpint (tool.state, ==, MILIEU_TOOL_MOVE);
  milieu_tool_cancel (&tool);
  g_assert_cmpint (milieu_tool_release (&tool, (MilieuPoint) { 95, 95 }, (MilieuHit) { MILIEU_HIT_NOTHING, 0 }), ==,
                   MILIEU_DO_NOTHING);
}

static void
test_box (void)
{
  MilieuTool tool = { .start = { 30, 5 }, .now = { 10, 50 } };
  MilieuBox box = milieu_tool_box (&tool);

  g_assert_cmpfloat (box.x0, ==, 10);
  g_assert_cmpfloat (box.y0, ==, 5);
  g_assert_cmpfloat (box.x1, ==, 30);
  g_assert_cmpfloat (box.y1, ==, 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (gestures); i++)
    {
      g_autofree char *path = g_strdelimit (g_strdup_printf ("/tools/gesture/%s", gestures[i].name), " ", '-');
      g_test_add_data_func (path, &gestures[i], test_gesture);
    }
  g_test_add_func ("/tools/pan", test_pan);
  g_test_add_func ("/tools/cancel", test_cancel);
  g_test_add_func ("/tools/box", test_box);
  return g_test_run ();
}
