#include "stage.h"

#include "format/project-read.h"
#include "model/random.h"

#include <math.h>
#include <string.h>

#define KINDS \
  "<kind id=\"organisation\" label=\"Organisation\" symbol=\"organisation\"/>\n" \
  "<type id=\"works_with\" label=\"works with\" class=\"interaction\"/>\n"

typedef struct
{
  MilieuBox box;
  guint8 panel;
  guint32 owner;   /* MILIEU_NO_KEY where it stands for no record */
  gboolean symbol; /* else a label */
  gboolean furniture;
  const char *text;
} Thing;

/* ---- maps ---- */

/* they live as long as the tests */
static GPtrArray *maps, *snapshots;

static MilieuSnapshot *
keep (MilieuMap *map)
{
  if (maps == NULL)
    {
      maps = g_ptr_array_new_with_free_func (g_object_unref);
      snapshots = g_ptr_array_new_with_free_func ((GDestroyNotify) milieu_snapshot_unref);
    }
  g_ptr_array_add (maps, map);
  g_ptr_array_add (snapshots, milieu_map_snapshot (map));
  return snapshots->pdata[snapshots->len - 1];
}

int
stage_run (void)
{
  int status = g_test_run ();

  g_clear_pointer (&snapshots, g_ptr_array_unref);
  g_clear_pointer (&maps, g_ptr_array_unref);
  return status;
}

MilieuSnapshot *
stage_example (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MILIEU_DATADIR"), "example", "hauts-de-france.milieu", NULL);
  GError *error = NULL;
  MilieuMap *map = milieu_project_read (path, &error);

  g_assert_no_error (error);
  return keep (map);
}

MilieuSnapshot *
stage_map (const char *records)
{
  g_autofree char *text = g_strdup_printf ("<milieu xmlns=\"urn:milieu:map\" version=\"1\">\n%s%s</milieu>\n", KINDS, records);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  GError *error = NULL;
  MilieuMap *map = milieu_project_read_bytes (bytes, "test.milieu", &error);

  g_assert_no_error (error);
  return keep (map);
}

static void
append_actor (GString *text, MilieuRandom *random, guint i)
{
  static const char *const grounds[] = { "", " ground=\"upperground\"", " ground=\"emerging\"", " ground=\"middleground\"", " ground=\"underground\"" };
  static const char *const precisions[] = { "exact", "approximate", "municipality" };
  guint town = milieu_random_below (random, 40);
  double lon = 2.0 + town % 8 * 0.2, lat = 49.4 + town / 8 * 0.3;
  guint precision = milieu_random_below (random, 3);

  g_string_append_printf (text, "<actor id=\"a%05u\" name=\"Actor number %u\" kind=\"organisation\"%s>", i, i,
                          grounds[milieu_random_below (random, 5)]);
  if (precision < 2)
    {
      lon += milieu_random_fraction (random) * 0.1;
      lat += milieu_random_fraction (random) * 0.1;
    }
  if (i % 10 != 0)
    g_string_append_printf (text, "<place municipality=\"Town %u\" lon=\"%.6f\" lat=\"%.6f\" precision=\"%s\"/>",
                            town, lon, lat, precisions[precision]);
  g_string_append (text, "</actor>\n");
}

MilieuSnapshot *
stage_generated (guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);
  MilieuRandom random;

  milieu_random_init (&random, n);
  for (guint i = 0; i < n; i++)
    append_actor (text, &random, i);
  for (guint i = 0; i < 2 * n; i++)
    g_string_append_printf (text, "<tie id=\"t%06u\" source=\"a%05u\" target=\"a%05u\" type=\"works_with\" evidence=\"stated\"/>\n", i,
                            milieu_random_below (&random, n), milieu_random_below (&random, n));
  return stage_map (text->str);
}

MilieuFigureTools
stage_tools (void)
{
  static MilieuBasemap *basemap;
  static MilieuGazetteer *gazetteer;
  static MilieuTextMeasure *measure;

  if (measure == NULL)
    {
      measure = milieu_text_measure_new_fixed ();
      basemap = milieu_basemap_load (NULL, NULL);
      gazetteer = milieu_gazetteer_load (NULL, NULL);
      g_assert_nonnull (basemap);
      g_assert_nonnull (gazetteer);
    }
  return (MilieuFigureTools) { measure, MILIEU_LANGUAGE_FRENCH, basemap, gazetteer, FALSE, 1 };
}

/* ---- counting ---- */

static guint
lines_of (const char *text)
{
  guint n = 1;

  for (; *text != '\0'; text++)
    n += *text == '\n';
  return n;
}

static gboolean
meet (MilieuBox a, MilieuBox b)
{
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

static gboolean
is_covered (const MilieuFigure *figure, double x, double y, guint panel)
{
  guint n;
  const MilieuPanel *panels = milieu_figure_panels (figure, &n);

  for (guint i = panel + 1; i < n; i++)
    if (panels[i].opaque && x > panels[i].clip.x0 && x < panels[i].clip.x1 && y > panels[i].clip.y0 && y < panels[i].clip.y1)
      return TRUE;
  return FALSE;
}

static gboolean
thing_of (const MilieuMark *m, Thing *thing)
{
  *thing = (Thing) { .panel = m->panel, .owner = m->id != NULL ? m->owner : MILIEU_NO_KEY,
                      .furniture = m->layer == MILIEU_LAYER_FURNITURE };
  if (m->kind == MILIEU_MARK_SYMBOL && m->id != NULL)
    {
      double half = m->symbol.size / 2;

      thing->symbol = TRUE;
      thing->text = m->id;
      thing->box = (MilieuBox) { m->symbol.x - half, m->symbol.y - half, m->symbol.x + half, m->symbol.y + half };
      return TRUE;
    }
  if (m->kind != MILIEU_MARK_LABEL || m->label.angle != 0)
    return FALSE;
  thing->text = m->label.text;
  thing->box = (MilieuBox) { m->label.x, m->label.y, m->label.x + m->label.width,
                             m->label.y + lines_of (m->label.text) * 1.16 * m->label.style.size };
  return TRUE;
}

static void
count_pair (const Thing *a, const Thing *b, StageCount *count)
{
  if (!meet (a->box, b->box))
    return;
  if (a->symbol && b->symbol)
    count->symbol_on_symbol += ABS (a->box.x0 - b->box.x0) + ABS (a->box.y0 - b->box.y0) < 8; /* their boxes may touch at corners */
  else if (!a->symbol && !b->symbol)
    count->label_on_label++;
  else if (a->owner != b->owner && (a->symbol ? b : a)->furniture)
    count->furniture_on_symbol++;
  else if (a->owner != b->owner)
    count->label_on_symbol++;
  else
    return;
  if (!(a->symbol && b->symbol))
    g_test_message ("%s lies on %s (panels %u, %u)", a->text, b->text, a->panel, b->panel);
}

StageCount
stage_count (const MilieuFigure *figure)
{
  StageCount count = { 0 };
  guint n, n_panels;
  const MilieuMark *marks = milieu_figure_marks (figure, &n);
  const MilieuPanel *panels = milieu_figure_panels (figure, &n_panels);
  g_autoptr (GArray) things = g_array_new (FALSE, FALSE, sizeof (Thing));

  for (guint i = 0; i < n; i++)
    {
      Thing thing;
      MilieuBox clip;

      if (!thing_of (&marks[i], &thing)
          || is_covered (figure, (thing.box.x0 + thing.box.x1) / 2, (thing.box.y0 + thing.box.y1) / 2, thing.panel))
        continue;
      clip = panels[thing.panel].clip;
      count.symbols += thing.symbol;
      count.labels += !thing.symbol;
      if (!thing.symbol && (thing.box.x0 < clip.x0 || thing.box.y0 < clip.y0 || thing.box.x1 > clip.x1 || thing.box.y1 > clip.y1))
        g_test_message ("%s lies outside", thing.text);
      count.label_outside += !thing.symbol && (thing.box.x0 < clip.x0 || thing.box.y0 < clip.y0 || thing.box.x1 > clip.x1 || thing.box.y1 > clip.y1);
      g_array_append_val (things, thing);
    }
  for (guint i = 0; i < things->len; i++)
    for (guint k = 0; k < i; k++)
      count_pair (&g_array_index (things, Thing, i), &g_array_index (things, Thing, k), &count);
  return count;
}

void
stage_assert_clean (const MilieuFigure *figure)
{
  StageCount count = stage_count (figure);

  g_assert_cmpuint (count.labels, >, 0);
  g_assert_cmpuint (count.label_on_label, ==, 0);
  g_assert_cmpuint (count.label_on_symbol, ==, 0);
  g_assert_cmpuint (count.furniture_on_symbol, ==, 0);
  g_assert_cmpuint (count.symbol_on_symbol, ==, 0);
  g_assert_cmpuint (count.label_outside, ==, 0);
}
