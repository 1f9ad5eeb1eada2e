/* The verbs of figures: what is kept, what is refused, what undo gives back. */
#include "scene.h"

#include <math.h>

#include "model/plate.h"

static const MilieuPlate *
plate_of (Scene *scene, guint32 key)
{
  return (const MilieuPlate *) milieu_map_get (scene->map, MILIEU_RECORD_FIGURE, key);
}

static guint32
add_figure (Scene *scene, const char *name)
{
  MilieuNewFigure figure = { .name = name, .view = MILIEU_PLATE_VIEW_NETWORK };
  guint32 key;

  milieu_filter_init (&figure.filter);
  scene_do (scene, milieu_edit_add_figure (scene->map, &figure, &key, NULL));
  return key;
}

static void
test_add (Scene *scene, gconstpointer data)
{
  g_autofree char *before = scene_bytes (scene);
  guint32 key = add_figure (scene, "  Réseau / 2  ");

  g_assert_cmpstr (plate_of (scene, key)->name, ==, "Réseau / 2");
  g_assert_cmpstr (plate_of (scene, key)->record.id, ==, "reseau-2");
  g_assert_cmpint (plate_of (scene, key)->view, ==, MILIEU_PLATE_VIEW_NETWORK);
  g_assert_cmpint (plate_of (scene, key)->evidence, ==, MILIEU_EVIDENCE_VERIFIED);
  g_assert_true (isnan (plate_of (scene, key)->width));
  g_assert_cmpstr (milieu_history_undo_words (scene->history), ==, "Add the Figure “Réseau / 2”");
  assert_undo_redo (scene, before);
}

/* what the canvas hides comes back bit for bit, by ids */
static void
test_question (Scene *scene, gconstpointer data)
{
  MilieuNewFigure figure = { .name = "F", .view = MILIEU_PLATE_VIEW_MAP };
  guint32 kind, type, key;
  MilieuFilter back;

  scene_do (scene, milieu_edit_add_kind (scene->map, "Fab lab", MILIEU_SYMBOL_PLACE, &kind));
  scene_do (scene, milieu_edit_add_type (scene->map, "Funds", MILIEU_CLASS_INTERACTION, &type));
  milieu_filter_init (&figure.filter);
  figure.filter.evidence = MILIEU_EVIDENCE_STATED;
  figure.filter.suggested = FALSE;
  figure.filter.all_scopes = TRUE;
  figure.filter.slice = 2018;
  figure.filter.hidden_grounds = 1u << MILIEU_GROUND_NONE | 1u << MILIEU_GROUND_UNDERGROUND;
  figure.filter.hidden_classes = 1u << MILIEU_CLASS_LOCATION;
  figure.filter.hidden_kinds[kind / 8] = 1u << kind % 8;
  figure.filter.hidden_types[type / 8] = 1u << type % 8;
  figure.filter.period_to = 2019;
  figure.filter.hide_undated = TRUE;
  scene_do (scene, milieu_edit_add_figure (scene->map, &figure, &key, NULL));
  g_assert_cmpstr (plate_of (scene, key)->hide, ==,
                   "ground:none ground:underground class:location kind:fab-lab type:funds period:0/2019 undated");
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (scene->map);
  milieu_plate_filter (plate_of (scene, key), snapshot, &back);
  g_assert_true (milieu_filter_equal (&back, &figure.filter));
}

static void
test_hidden_words (Scene *scene, gconstpointer data)
{
  static const char *const wrong[] = { "ground:", "ground:Upper", "class:x", "period:2010", "period:a/b", "period:1/2/3",
                                       "period:1/99999", "kind:", "dated", ":" };
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (scene->map);
  MilieuFilter filter;

  milieu_filter_init (&filter);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *words = g_strdup_printf ("undated  %s", wrong[i]);
      g_autofree char *unknown = milieu_plate_hide (words, snapshot, &filter);

      g_assert_cmpstr (unknown, ==, wrong[i]);
    }
  g_assert_null (milieu_plate_hide ("kind:gone type:gone", snapshot, &filter));
  g_assert_null (milieu_plate_hide (NULL, snapshot, &filter));
}

static void
test_change (Scene *scene, gconstpointer data)
{
  guint32 key = add_figure (scene, "A");
  MilieuNewFigure other = { .name = "A", .view = MILIEU_PLATE_VIEW_BOTH, .width = 84, .margin = 4, .dpi = 600,
                            .title = "T", .caption = "C", .no_legend = TRUE };
  g_autofree char *before = scene_bytes (scene);

  milieu_filter_init (&other.filter);
  scene_do (scene, milieu_edit_change_figure (scene->map, key, &other, NULL));
  g_assert_cmpfloat (plate_of (scene, key)->width, ==, 84);
  g_assert_cmpint (plate_of (scene, key)->legend, ==, MILIEU_ANSWER_NO);
  g_assert_cmpstr (plate_of (scene, key)->caption, ==, "C");
  assert_undo_redo (scene, before);
}

/* what a figure draws is kept, and lost only by whoever unsets it */
static void
test_drawing (Scene *scene, gconstpointer data)
{
  MilieuNewFigure figure = { .name = "A", .view = MILIEU_PLATE_VIEW_MAP, .family = "DejaVu Serif", .smallest = 6.25,
                             .size = MILIEU_SIZE_BETWEENNESS, .years = "2001 2010", .insets = "epci:245900410", .columns = 3 };
  guint32 key;
  guint n;
  g_autofree guint *years = milieu_plate_years ("2010,2001  10000 2010 x -3", &n);

  milieu_filter_init (&figure.filter);
  scene_do (scene, milieu_edit_add_figure (scene->map, &figure, &key, NULL));
  g_assert_cmpstr (plate_of (scene, key)->family, ==, "DejaVu Serif");
  g_assert_cmpfloat (plate_of (scene, key)->smallest, ==, 6.3); /* a decimal of a point */
  g_assert_cmpint (plate_of (scene, key)->size, ==, MILIEU_SIZE_BETWEENNESS);
  g_assert_cmpfloat (plate_of (scene, key)->columns, ==, 3);
  figure.size = MILIEU_SIZE_UNSET;
  scene_do (scene, milieu_edit_change_figure (scene->map, key, &figure, NULL));
  g_assert_cmpint (plate_of (scene, key)->size, ==, MILIEU_SIZE_UNSET);
  g_assert_cmpstr (plate_of (scene, key)->insets, ==, "epci:245900410");
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (years[0], ==, 2001);
  g_assert_cmpuint (years[1], ==, 2010);
}

/* ids may hold anything that is no blank */
static void
test_hand_labels (Scene *scene, gconstpointer data)
{
  guint32 odd = milieu_map_intern (scene->map, MILIEU_RECORD_ACTOR, "a@1,2");
  MilieuValue values[MILIEU_MAX_FIELDS] = { [MILIEU_ACTOR_NAME] = MILIEU_TEXT ("Odd") };
  MilieuGroup *group = milieu_group_new ("add", "Add");

  milieu_group_change (group, NULL, milieu_record_new (MILIEU_RECORD_ACTOR, odd, "a@1,2", values, NULL));
  scene_do (scene, group);
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (scene->map);
  MilieuHandLabel label = { FALSE, odd, -4.256, 0 };
  g_autofree char *one = milieu_plate_labels_with (NULL, &label, snapshot);
  g_assert_cmpstr (one, ==, "map:a@1,2@-4.26,0");
  label.network = TRUE;
  g_autofree char *two = milieu_plate_labels_with (one, &label, snapshot);
  g_assert_cmpstr (two, ==, "map:a@1,2@-4.26,0 network:a@1,2@-4.26,0");
  label = (MilieuHandLabel) { FALSE, odd, NAN, NAN };
  g_autofree char *less = milieu_plate_labels_with (two, &label, snapshot);
  g_assert_cmpstr (less, ==, "network:a@1,2@-4.26,0");
  g_autoptr (GArray) read = milieu_plate_labels ("map:gone@1,1 map:a@1,2@x map:@ network:a@1,2@1.5,-2 map:a@1,2@1e9,0 @", snapshot);
  g_assert_cmpuint (read->len, ==, 1);
  g_assert_cmpfloat (g_array_index (read, MilieuHandLabel, 0).dy, ==, -2);
}

/* a gesture each; the legend hides in the field that it always had */
static void
test_parts (Scene *scene, gconstpointer data)
{
  guint32 key = add_figure (scene, "A");
  g_autofree char *before = scene_bytes (scene), *placed = NULL;
  MilieuPartPlace place = { TRUE, TRUE, TRUE, 12.345, -3, 60, 40 }, back;
  const guint fields[] = { MILIEU_PLATE_WIDTH, MILIEU_PLATE_NOTE };
  const MilieuValue values[] = { MILIEU_NUMBER (84), MILIEU_TEXT ("N") };

  scene_do (scene, milieu_edit_place_part (scene->map, key, MILIEU_PART_LEGEND, &place));
  g_assert_cmpstr (plate_of (scene, key)->parts[MILIEU_PART_LEGEND], ==, "12.35 -3 60 40");
  g_assert_cmpint (plate_of (scene, key)->legend, ==, MILIEU_ANSWER_NO);
  milieu_plate_part (plate_of (scene, key), MILIEU_PART_LEGEND, &back);
  g_assert_true (back.placed && back.sized && back.hidden);
  assert_undo_redo (scene, before);
  placed = scene_bytes (scene);
  scene_do (scene, milieu_edit_set_figure (scene->map, key, fields, values, 2));
  g_assert_cmpfloat (plate_of (scene, key)->width, ==, 84);
  g_assert_cmpstr (plate_of (scene, key)->note, ==, "N");
  assert_undo_redo (scene, placed);
  scene_do (scene, milieu_edit_change_figure (scene->map, key, &(MilieuNewFigure) { .name = "A" }, NULL));
  g_assert_cmpstr (plate_of (scene, key)->parts[MILIEU_PART_LEGEND], ==, "12.35 -3 60 40");
  g_assert_cmpstr (plate_of (scene, key)->note, ==, "N");
  scene_do (scene, milieu_edit_place_parts_anew (scene->map, key));
  g_assert_null (plate_of (scene, key)->parts[MILIEU_PART_LEGEND]);
  g_assert_cmpint (plate_of (scene, key)->legend, ==, MILIEU_ANSWER_UNSET);
}

/* every name is borne once, and none is blank */
static void
test_names (Scene *scene, gconstpointer data)
{
  guint32 a = add_figure (scene, "A"), b = add_figure (scene, "B");
  static const char *const refused[] = { "A", " A ", "", "  ", NULL };
  g_autofree char *before = scene_bytes (scene), *third = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      MilieuNewFigure figure = { .name = refused[i] };
      g_autoptr (GError) error = NULL, again = NULL;

      g_assert_null (milieu_edit_rename_figure (scene->map, b, refused[i], &error));
      g_assert_error (error, MILIEU_EDIT_ERROR, MILIEU_EDIT_ERROR_REFUSED);
      g_assert_null (milieu_edit_add_figure (scene->map, &figure, NULL, &again));
      g_assert_error (again, MILIEU_EDIT_ERROR, MILIEU_EDIT_ERROR_REFUSED);
    }
  third = milieu_edit_figure_name (scene->map, "A");
  g_assert_cmpstr (third, ==, "A 2");
  scene_do (scene, milieu_edit_rename_figure (scene->map, a, "C", NULL));
  g_assert_cmpstr (plate_of (scene, a)->name, ==, "C");
  assert_undo_redo (scene, before);
}

static void
test_duplicate_and_delete (Scene *scene, gconstpointer data)
{
  guint32 a = add_figure (scene, "A"), copy, second;
  g_autofree char *before = scene_bytes (scene), *filled = NULL;

  scene_do (scene, milieu_edit_duplicate_figure (scene->map, a, &copy));
  scene_do (scene, milieu_edit_duplicate_figure (scene->map, a, &second));
  g_assert_cmpstr (plate_of (scene, copy)->name, ==, "A (copy)");
  g_assert_cmpstr (plate_of (scene, second)->name, ==, "A (copy) 2");
  g_assert_cmpint (plate_of (scene, copy)->view, ==, MILIEU_PLATE_VIEW_NETWORK);
  scene_do (scene, milieu_edit_add_claim (scene->map, MILIEU_RECORD_FIGURE, a, "caption", "x", 0, "A book", NULL));
  filled = scene_bytes (scene);
  scene_do (scene, milieu_edit_delete_figure (scene->map, a));
  g_assert_null (plate_of (scene, a));
  g_assert_cmpuint (milieu_map_count (scene->map, MILIEU_RECORD_CLAIM), ==, 0);
  assert_undo_redo (scene, filled);
  g_assert_cmpstr (before, !=, filled);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/edit/figure/" name, Scene, NULL, scene_open, func, scene_close)
  ADD ("add", test_add);
  ADD ("question", test_question);
  ADD ("hidden-words", test_hidden_words);
  ADD ("change", test_change);
  ADD ("drawing", test_drawing);
  ADD ("hand-labels", test_hand_labels);
  ADD ("parts", test_parts);
  ADD ("names", test_names);
  ADD ("duplicate-and-delete", test_duplicate_and_delete);
  return g_test_run ();
}
