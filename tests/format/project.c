/* Map files: read and written back byte for byte. */
#include "format/project-read.h"

#include <string.h>

#include "format/project-write.h"
#include "model/defaults.h"

static GBytes *
read_example (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MILIEU_DATADIR"), "example", "hauts-de-france.milieu", NULL);
  char *text;
  gsize size;

  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  return g_bytes_new_take (text, size);
}

static GBytes *
write_map (MilieuMap *map)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);

  return milieu_project_write (snapshot);
}

static MilieuMap *
read_map (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  MilieuMap *map = milieu_project_read_bytes (bytes, "t.milieu", &error);

  g_assert_no_error (error);
  return map;
}

static void
assert_same (GBytes *a, GBytes *b)
{
  g_autofree char *first = g_strndup (g_bytes_get_data (a, NULL), g_bytes_get_size (a));
  g_autofree char *second = g_strndup (g_bytes_get_data (b, NULL), g_bytes_get_size (b));

  g_assert_cmpstr (first, ==, second);
}

static void
assert_comes_back (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (MilieuMap) map = read_map (bytes);
  g_autoptr (GBytes) again = write_map (map);

  assert_same (bytes, again);
}

#define FILE_OF(body) \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<milieu xmlns=\"urn:milieu:map\" version=\"1\">\n" body "</milieu>\n"

static void
test_example (void)
{
  g_autoptr (GBytes) bytes = read_example ();
  g_autoptr (MilieuMap) map = read_map (bytes);
  g_autoptr (GBytes) again = write_map (map);
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  g_autofree char *hash = milieu_project_hash (snapshot);
  g_autofree char *expected = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  assert_same (bytes, again);
  g_assert_cmpstr (hash, ==, expected);
  g_assert_cmpuint (milieu_map_count (map, MILIEU_RECORD_ACTOR), ==, 93);
  g_assert_cmpuint (milieu_map_count (map, MILIEU_RECORD_TIE), ==, 88);
}

static void
test_every_field (void)
{
  assert_comes_back (FILE_OF (
    "  <setting id=\"title\" value=\"A &amp; B &lt;c&gt; &quot;d&quot;&#10;&#9;e\"/>\n"
    "  <source id=\"s\" title=\"T\" citation=\"C\" date=\"2019-03\" address=\"example.org\"/>\n"
    "  <kind id=\"k\" label=\"K\" symbol=\"school\" element=\"space\" graph=\"no\"/>\n"
    "  <type id=\"y\" label=\"Y\" class=\"institution\" directed=\"no\"/>\n"
    "  <actor id=\"a\" name=\"A\" kind=\"k\" ground=\"underground\" scope=\"author-affiliation\" sector=\"S\" start=\"2018~\" end=\"2019-03-12\" tags=\"x y\">\n"
    "    <place municipality=\"Lille\" insee=\"59350\" lon=\"-3.0471\" lat=\"50.631801\" precision=\"approximate\" radius=\"300.5\"/>\n"
    "    <note> «\302\240deux\302\240»\n lignes &amp; \"plus\" ]]&gt;&#13;</note>\n"
    "  </actor>\n"
    "  <actor id=\"b\" name=\"\" kind=\"k\"/>\n"
    "  <tie id=\"t\" source=\"a\" target=\"b\" type=\"y\" directed=\"yes\" start=\"2015\" end=\"2016\" weight=\"0.25\" evidence=\"recalled\">\n"
    "    <note>n</note>\n"
    "  </tie>\n"
    "  <claim id=\"c\" subject=\"tie:t\" field=\"start\" value=\"2014\" evidence=\"session\" source=\"s\">\n"
    "    <quote>q</quote>\n"
    "    <note>n</note>\n"
    "  </claim>\n"
    "  <spot id=\"b\" x=\"12.345\" y=\"-3.2\" pinned=\"yes\"/>\n"
    "  <figure id=\"f\" name=\"F / ..\" view=\"both\" title=\"T\" frame=\"lille\" style=\"grey\" language=\"fr\" legend=\"no\">\n"
    "    <page width=\"84\" height=\"120.5\" margin=\"3\" dpi=\"600\" family=\"Noto Serif\" smallest=\"6.5\"/>\n"
    "    <drawing size=\"betweenness\" years=\"2001 2018\" insets=\"epci:245900410 3,50,3.2,50.8\" labels=\"map:mel@4,-2.5\" columns=\"2\"/>\n"
    "    <question evidence=\"stated\" grounds=\"strict\" scope=\"all\" year=\"2020\" slice=\"2019\" hide=\"kind:k period:2010/2019\"/>\n"
    "    <parts title-at=\"1 2\" map-at=\"1 2.5 30 40\" network-at=\"-1 2 30 40.25\" chart-at=\"5 5\" legend-at=\"hidden\" notes-at=\"1 2 hidden\"/>\n"
    "    <map-parts inset-at=\"1 2 30 40\" scale-at=\"3 4\" north-at=\"hidden\" locator-at=\"1 2 20 20\"/>\n"
    "    <note>Une note</note>\n"
    "    <caption>Une l\303\251gende,\n deux lignes</caption>\n"
    "  </figure>\n"));
}

/* the fields that the test above names: a new one is to be added to it */
static void
test_no_field_is_forgotten (void)
{
  static const guint known[MILIEU_N_RECORD_TYPES] = { 1, 4, 4, 3, 15, 9, 7, 3, 36 };

  for (guint type = 0; type < MILIEU_N_RECORD_TYPES; type++)
    {
      guint n;

      milieu_fields (type, &n);
      g_assert_cmpuint (n, ==, known[type]);
    }
}

static void
test_canonical (void)
{
  static const char loose[] =
    "<m:milieu version='1' xmlns:m='urn:milieu:map'><!-- a remark -->\n"
    "<m:spot y='1.50' x='-0.0004' id='z'/><m:actor kind='k' name='Z' id='z' ground='none' start='' sector=''>"
    "<m:note/><m:place lat='50.00000049' lon='3.1000'/></m:actor><m:actor id='Z' name='Z' kind='k'><m:note><![CDATA[<x>]]></m:note></m:actor>"
    "<m:kind label='K' id='k'/></m:milieu>";
  static const char expected[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<milieu xmlns=\"urn:milieu:map\" version=\"1\" xmlns:m=\"urn:milieu:map\">\n"
    "  <kind id=\"k\" label=\"K\"/>\n"
    "  <actor id=\"Z\" name=\"Z\" kind=\"k\">\n    <note>&lt;x&gt;</note>\n  </actor>\n"
    "  <actor id=\"z\" name=\"Z\" kind=\"k\">\n    <place lon=\"3.1\" lat=\"50\"/>\n  </actor>\n"
    "  <spot id=\"z\" x=\"0\" y=\"1.5\"/>\n"
    "</milieu>\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (loose, strlen (loose));
  g_autoptr (MilieuMap) map = read_map (bytes);
  g_autoptr (GBytes) written = write_map (map);
  g_autoptr (GBytes) wanted = g_bytes_new_static (expected, strlen (expected));

  assert_same (wanted, written);
}

/* what a later version may add, in each place where it may stand */
static void
test_newer (void)
{
  assert_comes_back (
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<milieu xmlns=\"urn:milieu:map\" version=\"3\" xmlns:x=\"urn:x\" mood=\"calm\">\n"
    "  <kind id=\"k\" label=\"K\" x:colour=\"a&amp;b\"/>\n"
    "  <actor id=\"a\" name=\"A\" kind=\"k\" age=\"7\">\n"
    "    <place lon=\"3\" lat=\"50\" floor=\"2\">\n"
    "      <door n=\"1\"/>\n"
    "      <door n=\"2\">green</door>\n"
    "    </place>\n"
    "    <note lang=\"fr\">n</note>\n"
    "    <portrait src=\"&quot;\"><x:tint/>\n      two lines &lt;\n    </portrait>\n"
    "  </actor>\n"
    "  <film id=\"f\">\n    <frame/>\n  </film>\n"
    "  <x:other xmlns:y=\"urn:y\"><y:z y:a=\"1\"/></x:other>\n"
    "</milieu>\n");
}

static void
test_newer_survives_edits (void)
{
  static const char text[] = FILE_OF ("  <kind id=\"k\" label=\"K\" new=\"1\">\n    <more/>\n  </kind>\n");
  static const char expected[] = FILE_OF ("  <kind id=\"k\" label=\"L\" new=\"1\">\n    <more/>\n  </kind>\n");
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GBytes) wanted = g_bytes_new_static (expected, strlen (expected));
  g_autoptr (MilieuMap) map = read_map (bytes);
  const MilieuRecord *kind = milieu_map_find (map, MILIEU_RECORD_KIND, "k");
  g_autoptr (MilieuGroup) group = milieu_group_new ("t", "t");
  g_autoptr (GBytes) written = NULL;

  milieu_group_change (group, kind, milieu_record_with (kind, MILIEU_KIND_LABEL, MILIEU_TEXT ("L")));
  g_assert_true (milieu_map_apply (map, group, NULL));
  written = write_map (map);
  assert_same (wanted, written);
}

/* what no file can hold is replaced, and the file can be read again */
static void
test_unwritable (void)
{
  g_autoptr (MilieuMap) map = milieu_map_new ();
  g_autoptr (MilieuMap) again = NULL;
  g_autoptr (MilieuGroup) group = milieu_group_new ("t", "t");
  g_autoptr (GBytes) bytes = NULL;
  guint32 key = milieu_map_intern (map, MILIEU_RECORD_SETTING, "s");
  const MilieuValue value = MILIEU_TEXT ("a\001b\357\277\277c\377d");

  milieu_group_change (group, NULL, milieu_record_new (MILIEU_RECORD_SETTING, key, "s", &value, NULL));
  g_assert_true (milieu_map_apply (map, group, NULL));
  bytes = write_map (map);
  again = read_map (bytes);
  g_assert_cmpstr (((const MilieuSetting *) milieu_map_find (again, MILIEU_RECORD_SETTING, "s"))->value, ==,
                   "a\357\277\275b\357\277\275c\357\277\275d");
}

static void
test_defaults (void)
{
  g_autoptr (MilieuMap) map = milieu_map_new ();
  g_autoptr (MilieuGroup) group = milieu_group_new ("t", "t");
  g_autoptr (MilieuGroup) second = milieu_group_new ("t", "t");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MilieuMap) again = NULL;
  g_autoptr (GBytes) written = NULL;

  milieu_defaults_add (map, group);
  g_assert_true (milieu_map_apply (map, group, NULL));
  milieu_defaults_add (map, second);
  g_assert_cmpuint (milieu_group_size (second), ==, 0);
  g_assert_cmpuint (milieu_map_count (map, MILIEU_RECORD_KIND), ==, MILIEU_N_SYMBOLS - 1);
  bytes = write_map (map);
  again = read_map (bytes);
  written = write_map (again);
  assert_same (bytes, written);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/project/example", test_example);
  g_test_add_func ("/format/project/every-field", test_every_field);
  g_test_add_func ("/format/project/no-field-is-forgotten", test_no_field_is_forgotten);
  g_test_add_func ("/format/project/canonical", test_canonical);
  g_test_add_func ("/format/project/newer", test_newer);
  g_test_add_func ("/format/project/newer-survives-edits", test_newer_survives_edits);
  g_test_add_func ("/format/project/unwritable", test_unwritable);
  g_test_add_func ("/format/project/defaults", test_defaults);
  return g_test_run ();
}
