#include "maps.h"

#include "format/project-read.h"

static void
put (MilieuMap *map, MilieuRecordType type, const char *id, const MilieuValue *values)
{
  g_autoptr (MilieuGroup) group = milieu_group_new ("test", "Test");
  guint32 key = milieu_map_intern (map, type, id);
  g_autoptr (GError) error = NULL;

  milieu_group_change (group, milieu_map_get (map, type, key), milieu_record_new (type, key, id, values, NULL));
  milieu_map_apply (map, group, &error);
  g_assert_no_error (error);
}

MilieuMap *
small_map (void)
{
  MilieuMap *map = milieu_map_new ();
  g_autoptr (MilieuGroup) group = milieu_group_new ("test", "Test");
  g_autoptr (GError) error = NULL;

  milieu_defaults_add (map, group);
  milieu_map_apply (map, group, &error);
  g_assert_no_error (error);
  return map;
}

static MilieuDate
year_date (guint year)
{
  return year ? milieu_date_new (year, 0, 0, FALSE) : MILIEU_DATE_BLANK;
}

void
small_actor (MilieuMap *map, const char *id, const char *kind, MilieuGround ground, guint start, guint end)
{
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };

  values[MILIEU_ACTOR_NAME] = MILIEU_TEXT (id);
  values[MILIEU_ACTOR_KIND] = MILIEU_REFERENCE (milieu_map_intern (map, MILIEU_RECORD_KIND, kind));
  if (ground)
    values[MILIEU_ACTOR_GROUND] = MILIEU_TOKEN (ground);
  if (start)
    values[MILIEU_ACTOR_START] = MILIEU_DATE (year_date (start));
  if (end)
    values[MILIEU_ACTOR_END] = MILIEU_DATE (year_date (end));
  put (map, MILIEU_RECORD_ACTOR, id, values);
}

void
small_place (MilieuMap *map, const char *id, double lon, double lat, MilieuPrecision precision)
{
  const MilieuRecord *actor = milieu_map_find (map, MILIEU_RECORD_ACTOR, id);
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };
  guint n;

  milieu_fields (MILIEU_RECORD_ACTOR, &n);
  for (guint i = 0; i < n; i++)
    values[i] = milieu_record_get (actor, i);
  values[MILIEU_ACTOR_LON] = MILIEU_NUMBER (lon);
  values[MILIEU_ACTOR_LAT] = MILIEU_NUMBER (lat);
  values[MILIEU_ACTOR_PRECISION] = MILIEU_TOKEN (precision);
  put (map, MILIEU_RECORD_ACTOR, id, values);
}

void
small_town (MilieuMap *map, const char *id, const char *municipality)
{
  const MilieuRecord *actor = milieu_map_find (map, MILIEU_RECORD_ACTOR, id);
  g_autoptr (MilieuGroup) group = milieu_group_new ("test", "Test");
  g_autoptr (GError) error = NULL;

  milieu_group_change (group, actor, milieu_record_with (actor, MILIEU_ACTOR_MUNICIPALITY, MILIEU_TEXT (municipality)));
  milieu_map_apply (map, group, &error);
  g_assert_no_error (error);
}

void
small_tie (MilieuMap *map, const char *source, const char *target, const char *type, guint year)
{
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };
  g_autofree char *id = g_strdup_printf ("t%04u", milieu_map_count (map, MILIEU_RECORD_TIE) + 1);

  values[MILIEU_TIE_SOURCE] = MILIEU_REFERENCE (milieu_map_key (map, MILIEU_RECORD_ACTOR, source));
  values[MILIEU_TIE_TARGET] = MILIEU_REFERENCE (milieu_map_key (map, MILIEU_RECORD_ACTOR, target));
  values[MILIEU_TIE_TYPE] = MILIEU_REFERENCE (milieu_map_intern (map, MILIEU_RECORD_TYPE, type));
  values[MILIEU_TIE_EVIDENCE] = MILIEU_TOKEN (MILIEU_EVIDENCE_STATED);
  if (year)
    values[MILIEU_TIE_START] = MILIEU_DATE (year_date (year));
  put (map, MILIEU_RECORD_TIE, id, values);
}

void
small_claim (MilieuMap *map, const char *actor, const char *field, const char *value)
{
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };
  g_autofree char *id = g_strdup_printf ("c%04u", milieu_map_count (map, MILIEU_RECORD_CLAIM) + 1);

  values[MILIEU_CLAIM_SUBJECT] = MILIEU_SUBJECT (MILIEU_RECORD_ACTOR, milieu_map_key (map, MILIEU_RECORD_ACTOR, actor));
  values[MILIEU_CLAIM_FIELD] = MILIEU_TEXT (field);
  values[MILIEU_CLAIM_VALUE] = MILIEU_TEXT (value);
  values[MILIEU_CLAIM_EVIDENCE] = MILIEU_TOKEN (MILIEU_EVIDENCE_SESSION);
  put (map, MILIEU_RECORD_CLAIM, id, values);
}

void
small_setting (MilieuMap *map, const char *id, const char *value)
{
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };

  values[MILIEU_SETTING_VALUE] = MILIEU_TEXT (value);
  put (map, MILIEU_RECORD_SETTING, id, values);
}

void
small_tie_class (MilieuMap *map, const char *type, MilieuClass tie_class)
{
  const MilieuRecord *held = milieu_map_get (map, MILIEU_RECORD_TYPE, milieu_map_key (map, MILIEU_RECORD_TYPE, type));
  g_autoptr (MilieuGroup) group = milieu_group_new ("test", "Test");

  milieu_group_change (group, held, milieu_record_with (held, MILIEU_TYPE_CLASS, MILIEU_TOKEN (tie_class)));
  g_assert_true (milieu_map_apply (map, group, NULL));
}

MilieuMap *
example_map (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MILIEU_DATADIR"), "example", "hauts-de-france.milieu", NULL);
  g_autoptr (GError) error = NULL;
  MilieuMap *map = milieu_project_read (path, &error);

  g_assert_no_error (error);
  return map;
}

MilieuReading *
read_map (MilieuMap *map, const MilieuFilter *filter)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  MilieuReading *reading = milieu_reading_compute (snapshot, filter, NULL, NULL, NULL);

  g_assert_nonnull (reading);
  return reading;
}

MilieuReading *
read_as (MilieuMap *map, MilieuEvidence evidence, gboolean suggested)
{
  MilieuFilter filter;

  milieu_filter_init (&filter);
  filter.evidence = evidence;
  filter.suggested = suggested;
  return read_map (map, &filter);
}

MilieuReading *
example_reading (MilieuEvidence evidence, gboolean suggested)
{
  static MilieuReading *kept[MILIEU_N_EVIDENCES][2];

  if (!kept[evidence][suggested])
    {
      g_autoptr (MilieuMap) map = example_map ();
      kept[evidence][suggested] = read_as (map, evidence, suggested);
    }
  return kept[evidence][suggested];
}
