/* Parts of a page: by themselves, and where a person put them. */
#include "figure/page.h"

#include "figure/box.h"
#include "figure/ties.h"
#include "stage.h"

#define WIDTH 600.0

static MilieuFigure *
draw (const MilieuPageOptions *options)
{
  MilieuFigureTools tools = stage_tools ();
  MilieuFilter filter;

  milieu_filter_init (&filter);
  return milieu_page_new (stage_example (), &filter, &tools, options);
}

static const MilieuBox *
box_of (const MilieuFigure *figure, MilieuPlatePart part)
{
  const MilieuBox *box = milieu_figure_find_part (figure, part);

  g_assert_nonnull (box);
  return box;
}

/* the label that begins so */
static const MilieuMark *
find_text (const MilieuFigure *figure, const char *beginning)
{
  guint n;
  const MilieuMark *marks = milieu_figure_marks (figure, &n);

  for (guint i = 0; i < n; i++)
    if (marks[i].kind == MILIEU_MARK_LABEL && g_str_has_prefix (marks[i].label.text, beginning))
      return &marks[i];
  return NULL;
}

static void
test_flow (void)
{
  g_autoptr (MilieuFigure) figure = draw (&(MilieuPageOptions) { .view = MILIEU_VIEW_MAP, .width = WIDTH });
  const MilieuBox *title = box_of (figure, MILIEU_PART_TITLE), *map = box_of (figure, MILIEU_PART_MAP);
  const MilieuBox *legend = box_of (figure, MILIEU_PART_LEGEND), *notes = box_of (figure, MILIEU_PART_NOTES);

  g_assert_cmpfloat (title->y0, ==, 0);
  g_assert_cmpfloat (title->y1, <, map->y0);
  g_assert_cmpfloat (map->x1 - map->x0, ==, WIDTH);
  g_assert_cmpfloat (map->y1, <, legend->y0);
  g_assert_cmpfloat (legend->y1, <, notes->y0);
  g_assert_cmpfloat_with_epsilon (notes->y1 + 1, milieu_figure_height (figure), 1e-6);
  g_assert_null (milieu_figure_find_part (figure, MILIEU_PART_NETWORK));
  for (MilieuPlatePart part = MILIEU_PART_INSET; part <= MILIEU_PART_LOCATOR; part++)
    g_assert_true (milieu_box_holds (*map, *box_of (figure, part)));
}

/* one part goes, the others stay where they were */
static void
test_moved (void)
{
  MilieuPageOptions options = { .view = MILIEU_VIEW_MAP, .width = WIDTH };
  g_autoptr (MilieuFigure) before = draw (&options), after = NULL;
  const MilieuMark *title;

  options.parts[MILIEU_PART_TITLE] = (MilieuPartPlace) { TRUE, TRUE, FALSE, 40, 60, 300, 30 };
  after = draw (&options);
  title = find_text (after, "L’innovation");
  g_assert_nonnull (title);
  g_assert_cmpfloat (title->label.x, ==, 40);
  g_assert_cmpfloat (title->label.y, >, 60);
  g_assert_cmpfloat (box_of (after, MILIEU_PART_TITLE)->x1, ==, 340);
  g_assert_cmpmem (box_of (before, MILIEU_PART_MAP), sizeof (MilieuBox), box_of (after, MILIEU_PART_MAP), sizeof (MilieuBox));
  g_assert_cmpmem (box_of (before, MILIEU_PART_LEGEND), sizeof (MilieuBox), box_of (after, MILIEU_PART_LEGEND), sizeof (MilieuBox));
  g_assert_cmpfloat (milieu_figure_height (before), ==, milieu_figure_height (after));
}

static void
test_sized (void)
{
  MilieuPageOptions options = { .view = MILIEU_VIEW_BOTH, .width = WIDTH };
  MilieuBox map = { 20, 80, 370, 380 }, network = { 30, 400, 530, 800 };
  g_autoptr (MilieuFigure) figure = NULL;
  guint n, inside = 0;
  const MilieuMark *marks;

  options.parts[MILIEU_PART_MAP] = (MilieuPartPlace) { TRUE, TRUE, FALSE, 20, 80, 350, 300 };
  options.parts[MILIEU_PART_NETWORK] = (MilieuPartPlace) { TRUE, TRUE, FALSE, 30, 400, 500, 400 };
  figure = draw (&options);
  g_assert_cmpmem (box_of (figure, MILIEU_PART_MAP), sizeof map, &map, sizeof map);
  g_assert_cmpmem (box_of (figure, MILIEU_PART_NETWORK), sizeof network, &network, sizeof network);
  marks = milieu_figure_marks (figure, &n);
  for (guint i = 0; i < n; i++)
    if (marks[i].kind == MILIEU_MARK_SYMBOL && marks[i].id != NULL && marks[i].layer == MILIEU_LAYER_SYMBOLS)
      {
        gboolean held = milieu_box_has_point (map, marks[i].symbol.x, marks[i].symbol.y)
                        || milieu_box_has_point (network, marks[i].symbol.x, marks[i].symbol.y);

        inside += held;
        g_assert_true (held);
      }
  g_assert_cmpuint (inside, >, 46);
}

static void
test_hidden (void)
{
  MilieuPageOptions options = { .view = MILIEU_VIEW_MAP, .width = WIDTH };
  g_autoptr (MilieuFigure) before = draw (&options), after = NULL;

  options.parts[MILIEU_PART_LEGEND].hidden = options.parts[MILIEU_PART_TITLE].hidden = TRUE;
  options.parts[MILIEU_PART_INSET].hidden = options.parts[MILIEU_PART_NORTH].hidden = TRUE;
  after = draw (&options);
  g_assert_null (milieu_figure_find_part (after, MILIEU_PART_LEGEND));
  g_assert_null (milieu_figure_find_part (after, MILIEU_PART_TITLE));
  g_assert_null (milieu_figure_find_part (after, MILIEU_PART_INSET));
  g_assert_null (milieu_figure_find_part (after, MILIEU_PART_NORTH));
  g_assert_nonnull (find_text (before, "N"));
  g_assert_null (find_text (after, "Fonds"));
  g_assert_cmpfloat (box_of (after, MILIEU_PART_MAP)->y0, ==, 0);
  g_assert_cmpfloat (milieu_figure_height (after), <, milieu_figure_height (before) - 100);
}

/* what stands on the map is told from its corner, and may leave it */
static void
test_on_the_map (void)
{
  MilieuPageOptions options = { .view = MILIEU_VIEW_MAP, .width = WIDTH };
  g_autoptr (MilieuFigure) figure = NULL;
  const MilieuBox *map, *inset, *scale, *north, *locator;

  options.parts[MILIEU_PART_MAP] = (MilieuPartPlace) { TRUE, TRUE, FALSE, 50, 100, 500, 500 };
  options.parts[MILIEU_PART_INSET] = (MilieuPartPlace) { TRUE, TRUE, FALSE, 10, 20, 220, 160 };
  options.parts[MILIEU_PART_SCALE] = (MilieuPartPlace) { TRUE, FALSE, FALSE, 30, 470, 0, 0 };
  options.parts[MILIEU_PART_NORTH] = (MilieuPartPlace) { TRUE, FALSE, FALSE, -30, 40, 0, 0 };
  options.parts[MILIEU_PART_LOCATOR] = (MilieuPartPlace) { TRUE, TRUE, FALSE, 400, 400, 90, 5 };
  figure = draw (&options);
  map = box_of (figure, MILIEU_PART_MAP);
  inset = box_of (figure, MILIEU_PART_INSET);
  scale = box_of (figure, MILIEU_PART_SCALE);
  north = box_of (figure, MILIEU_PART_NORTH);
  locator = box_of (figure, MILIEU_PART_LOCATOR);
  g_assert_cmpfloat_with_epsilon (inset->x0, map->x0 + 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (inset->y0, map->y0 + 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (inset->x1 - inset->x0, 220, 1e-9);
  g_assert_cmpfloat_with_epsilon (inset->y1 - inset->y0, 160, 1e-9);
  g_assert_cmpfloat_with_epsilon (scale->x0, map->x0 + 30, 1e-9);
  g_assert_cmpfloat_with_epsilon (scale->y0, map->y0 + 470, 1e-9);
  g_assert_cmpfloat_with_epsilon (north->x0, map->x0 - 30, 1e-9);
  g_assert_cmpfloat_with_epsilon (locator->x1 - locator->x0, 90, 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-parts/flow", test_flow);
  g_test_add_func ("/page-parts/moved", test_moved);
  g_test_add_func ("/page-parts/sized", test_sized);
  g_test_add_func ("/page-parts/hidden", test_hidden);
  g_test_add_func ("/page-parts/on-the-map", test_on_the_map);
  return stage_run ();
}
