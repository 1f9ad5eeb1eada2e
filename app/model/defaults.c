#include "model/defaults.h"

#include "model/words.h"

static const struct
{
  const char *id, *label;
  MilieuSymbol symbol;
  MilieuElement element;
  MilieuAnswer graph;
} kinds[] = {
  { "community", N_("Community"), MILIEU_SYMBOL_COMMUNITY, MILIEU_ELEMENT_SPACE, MILIEU_ANSWER_UNSET },
  { "company", N_("Company"), MILIEU_SYMBOL_COMPANY, MILIEU_ELEMENT_NONE, MILIEU_ANSWER_UNSET },
  { "event", N_("Event"), MILIEU_SYMBOL_EVENT, MILIEU_ELEMENT_EVENT, MILIEU_ANSWER_UNSET },
  { "infrastructure", N_("Infrastructure"), MILIEU_SYMBOL_INFRASTRUCTURE, MILIEU_ELEMENT_NONE, MILIEU_ANSWER_UNSET },
  { "organisation", N_("Organisation"), MILIEU_SYMBOL_ORGANISATION, MILIEU_ELEMENT_NONE, MILIEU_ANSWER_UNSET },
  { "person", N_("Person"), MILIEU_SYMBOL_PERSON, MILIEU_ELEMENT_NONE, MILIEU_ANSWER_UNSET },
  { "place", N_("Place"), MILIEU_SYMBOL_PLACE, MILIEU_ELEMENT_PLACE, MILIEU_ANSWER_UNSET },
  { "scheme", N_("Scheme"), MILIEU_SYMBOL_SCHEME, MILIEU_ELEMENT_PROJECT, MILIEU_ANSWER_UNSET },
  { "school", N_("School"), MILIEU_SYMBOL_SCHOOL, MILIEU_ELEMENT_NONE, MILIEU_ANSWER_UNSET },
  /* a product is nobody one could talk to: it stands on the map and in no graph */
  { "work", N_("Work"), MILIEU_SYMBOL_WORK, MILIEU_ELEMENT_NONE, MILIEU_ANSWER_NO },
};

static const struct
{
  const char *id, *label;
  MilieuClass tie_class;
  MilieuAnswer directed;
} types[] = {
  { "boundary_spans", N_("Spans a boundary to"), MILIEU_CLASS_INTERACTION, MILIEU_ANSWER_YES },
  { "collaborates", N_("Collaborates with"), MILIEU_CLASS_INTERACTION, MILIEU_ANSWER_NO },
  { "founds", N_("Founds"), MILIEU_CLASS_INSTITUTION, MILIEU_ANSWER_YES },
  { "funds", N_("Funds"), MILIEU_CLASS_INSTITUTION, MILIEU_ANSWER_YES },
  { "hosts", N_("Hosts"), MILIEU_CLASS_INTERACTION, MILIEU_ANSWER_YES },
  { "located_at", N_("Located at"), MILIEU_CLASS_LOCATION, MILIEU_ANSWER_YES },
  { "member_of", N_("Member of"), MILIEU_CLASS_INTERACTION, MILIEU_ANSWER_YES },
  { "part_of", N_("Part of"), MILIEU_CLASS_INSTITUTION, MILIEU_ANSWER_YES },
  { "participates", N_("Participates in"), MILIEU_CLASS_INTERACTION, MILIEU_ANSWER_YES },
  { "produces", N_("Produces"), MILIEU_CLASS_INTERACTION, MILIEU_ANSWER_YES },
  { "succeeds", N_("Succeeds"), MILIEU_CLASS_INSTITUTION, MILIEU_ANSWER_YES },
};

static gboolean
lacks (MilieuMap *map, MilieuGroup *group, MilieuRecordType type, guint32 key)
{
  return milieu_group_after (group, type, key, milieu_map_get (map, type, key)) == NULL;
}

static void
add_kind (MilieuMap *map, MilieuGroup *group, guint i)
{
  guint32 key = milieu_map_intern (map, MILIEU_RECORD_KIND, kinds[i].id);
  const MilieuValue values[] = {
    [MILIEU_KIND_LABEL] = MILIEU_TEXT (kinds[i].label),
    [MILIEU_KIND_SYMBOL] = MILIEU_TOKEN (kinds[i].symbol),
    [MILIEU_KIND_ELEMENT] = MILIEU_TOKEN (kinds[i].element),
    [MILIEU_KIND_GRAPH] = MILIEU_TOKEN (kinds[i].graph),
  };

  if (lacks (map, group, MILIEU_RECORD_KIND, key))
    milieu_group_change (group, NULL, milieu_record_new (MILIEU_RECORD_KIND, key, kinds[i].id, values, NULL));
}

static void
add_type (MilieuMap *map, MilieuGroup *group, guint i)
{
  guint32 key = milieu_map_intern (map, MILIEU_RECORD_TYPE, types[i].id);
  const MilieuValue values[] = {
    [MILIEU_TYPE_LABEL] = MILIEU_TEXT (types[i].label),
    [MILIEU_TYPE_CLASS] = MILIEU_TOKEN (types[i].tie_class),
    [MILIEU_TYPE_DIRECTED] = MILIEU_TOKEN (types[i].directed),
  };

  if (lacks (map, group, MILIEU_RECORD_TYPE, key))
    milieu_group_change (group, NULL, milieu_record_new (MILIEU_RECORD_TYPE, key, types[i].id, values, NULL));
}

void
milieu_defaults_add (MilieuMap *map, MilieuGroup *group)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_kind (map, group, i);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    add_type (map, group, i);
}

MilieuClass
milieu_default_class (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].id, id))
      return types[i].tie_class;
  return MILIEU_CLASS_UNSET;
}
