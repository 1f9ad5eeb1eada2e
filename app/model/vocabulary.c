#include "model/vocabulary.h"

#include "model/words.h"

typedef struct
{
  const char *token;
  const char *label;
} Entry;

static const Entry grounds[] = {
  { "none", N_("No ground") },
  { "upperground", N_("Upperground") },
  { "emerging", N_("Emerging") },
  { "middleground", N_("Middleground") },
  { "underground", N_("Underground") },
};

static const Entry evidences[] = {
  { "", N_("Unknown") },
  { "stated", N_("Stated") },
  { "implied", N_("Implied") },
  { "verified", N_("Verified") },
  { "recalled", N_("Recalled") },
  { "session", N_("Session") },
};

static const Entry scopes[] = {
  { "", N_("Core") },
  { "core", N_("Core") },
  { "generic", N_("Generic") },
  { "toponym", N_("Toponym") },
  { "author", N_("Author") },
  { "author-affiliation", N_("Author’s affiliation") },
  { "context", N_("Context") },
  { "reference", N_("Reference") },
  { "meta", N_("About the source") },
};

static const Entry precisions[] = {
  { "none", N_("No place") },
  { "exact", N_("Exact") },
  { "approximate", N_("Approximate") },
  { "municipality", N_("Municipality only") },
};

static const Entry classes[] = {
  { "", N_("No class") },
  { "interaction", N_("Interaction") },
  { "institution", N_("Institution") },
  { "location", N_("Location") },
};

static const Entry elements[] = {
  { "none", N_("None of the four") },
  { "place", N_("Place (middleground)") },
  { "space", N_("Space (middleground)") },
  { "project", N_("Project (middleground)") },
  { "event", N_("Event (middleground)") },
};

static const Entry answers[] = {
  { "", N_("By default") },
  { "yes", N_("Yes") },
  { "no", N_("No") },
};

static const Entry symbols[] = {
  { "", N_("None") },
  { "organisation", N_("Square") },
  { "place", N_("Circle") },
  { "school", N_("Triangle") },
  { "community", N_("Trefoil") },
  { "company", N_("Diamond") },
  { "scheme", N_("Signpost") },
  { "infrastructure", N_("Dome") },
  { "work", N_("Page") },
  { "event", N_("Star") },
  { "person", N_("Bust") },
};

static const Entry views[] = {
  { "", N_("Unknown") },
  { "map", N_("Map") },
  { "network", N_("Network") },
  { "both", N_("Both") },
  { "slope", N_("Slope chart") },
  { "verdict", N_("Verdict grid") },
  { "years", N_("Map by years") },
};

static const Entry frames[] = {
  { "", N_("By default") },
  { "region", N_("Region") },
  { "lille", N_("Densest place") },
  { "all", N_("All actors") },
};

static const Entry styles[] = {
  { "", N_("By default") },
  { "print", N_("Paper") },
  { "light", N_("Light screen") },
  { "dark", N_("Dark screen") },
  { "grey", N_("Greys") },
  { "contrast", N_("High contrast") },
};

static const Entry sizes[] = {
  { "", N_("One size") },
  { "degree", N_("Degree") },
  { "betweenness", N_("Betweenness") },
  { "effective-size", N_("Effective size") },
  { "core", N_("Core number") },
  { "participation", N_("Participation") },
};

static const Entry languages[] = {
  { "", N_("By default") },
  { "en", N_("English") },
  { "fr", N_("French") },
};

static const Entry asked_grounds[] = {
  { "", N_("By default") },
  { "strict", N_("Strict") },
  { "suggested", N_("Suggested") },
};

static const Entry asked_scopes[] = {
  { "", N_("By default") },
  { "core", N_("Core") },
  { "all", N_("All actors") },
};

#define LIST(l) { l, G_N_ELEMENTS (l) }
static const struct
{
  const Entry *entries;
  guint n;
} lists[] = {
  [MILIEU_VOCABULARY_GROUND] = LIST (grounds),
  [MILIEU_VOCABULARY_EVIDENCE] = LIST (evidences),
  [MILIEU_VOCABULARY_SCOPE] = LIST (scopes),
  [MILIEU_VOCABULARY_PRECISION] = LIST (precisions),
  [MILIEU_VOCABULARY_CLASS] = LIST (classes),
  [MILIEU_VOCABULARY_ELEMENT] = LIST (elements),
  [MILIEU_VOCABULARY_ANSWER] = LIST (answers),
  [MILIEU_VOCABULARY_SYMBOL] = LIST (symbols),
  [MILIEU_VOCABULARY_VIEW] = LIST (views),
  [MILIEU_VOCABULARY_FRAME] = LIST (frames),
  [MILIEU_VOCABULARY_STYLE] = LIST (styles),
  [MILIEU_VOCABULARY_LANGUAGE] = LIST (languages),
  [MILIEU_VOCABULARY_ASKED_GROUNDS] = LIST (asked_grounds),
  [MILIEU_VOCABULARY_ASKED_SCOPE] = LIST (asked_scopes),
  [MILIEU_VOCABULARY_SIZE] = LIST (sizes),
};

static const Entry fields[] = {
  { "actor", N_("Actor") },
  { "address", N_("Address") },
  { "caption", N_("Caption") },
  { "chart-at", N_("Place of the chart") },
  { "citation", N_("Citation") },
  { "claim", N_("Claim") },
  { "class", N_("Class") },
  { "columns", N_("Columns of the legend") },
  { "date", N_("Date") },
  { "directed", N_("Directed") },
  { "dpi", N_("Pixels per inch") },
  { "element", N_("Middleground element") },
  { "end", N_("End") },
  { "evidence", N_("Evidence") },
  { "family", N_("Font family") },
  { "field", N_("Field") },
  { "figure", N_("Figure") },
  { "frame", N_("Frame") },
  { "graph", N_("Counts in measures") },
  { "ground", N_("Ground") },
  { "grounds", N_("Grounds") },
  { "height", N_("Height (mm)") },
  { "hide", N_("Hidden") },
  { "insee", N_("INSEE code") },
  { "insets", N_("Insets") },
  { "inset-at", N_("Place of the inset") },
  { "kind", N_("Kind") },
  { "label", N_("Label") },
  { "labels", N_("Labels placed by hand") },
  { "language", N_("Language") },
  { "lat", N_("Latitude") },
  { "legend", N_("Legend") },
  { "legend-at", N_("Place of the legend") },
  { "locator-at", N_("Place of the locator map") },
  { "lon", N_("Longitude") },
  { "map-at", N_("Place of the map") },
  { "margin", N_("Margin (mm)") },
  { "municipality", N_("Municipality") },
  { "name", N_("Name") },
  { "network-at", N_("Place of the network") },
  { "north-at", N_("Place of the north arrow") },
  { "note", N_("Note") },
  { "notes-at", N_("Place of the notes") },
  { "pinned", N_("Pinned") },
  { "precision", N_("Precision") },
  { "quote", N_("Quote") },
  { "radius", N_("Radius of doubt (m)") },
  { "scale-at", N_("Place of the scale bar") },
  { "scope", N_("Scope") },
  { "sector", N_("Sector") },
  { "setting", N_("Setting") },
  { "size", N_("Size by") },
  { "slice", N_("Only in the year") },
  { "smallest", N_("Smallest text (pt)") },
  { "source", N_("Source") },
  { "spot", N_("Spot") },
  { "start", N_("Start") },
  { "style", N_("Style") },
  { "subject", N_("Subject") },
  { "symbol", N_("Symbol") },
  { "tags", N_("Tags") },
  { "target", N_("Target") },
  { "tie", N_("Tie") },
  { "title", N_("Title") },
  { "title-at", N_("Place of the title") },
  { "type", N_("Type") },
  { "value", N_("Value") },
  { "view", N_("Shows") },
  { "weight", N_("Weight") },
  { "width", N_("Width (mm)") },
  { "year", N_("Reference year") },
  { "years", N_("Years of the panels") },
};

static const Entry *
lookup (MilieuVocabulary vocabulary, guint value)
{
  if (vocabulary >= G_N_ELEMENTS (lists) || value >= lists[vocabulary].n)
    return NULL;
  return &lists[vocabulary].entries[value];
}

guint
milieu_vocabulary_size (MilieuVocabulary vocabulary)
{
  return vocabulary < G_N_ELEMENTS (lists) ? lists[vocabulary].n : 0;
}

const char *
milieu_vocabulary_token (MilieuVocabulary vocabulary, guint value)
{
  const Entry *entry = lookup (vocabulary, value);

  return entry != NULL ? entry->token : NULL;
}

const char *
milieu_vocabulary_label (MilieuVocabulary vocabulary, guint value)
{
  const Entry *entry = lookup (vocabulary, value);

  return entry != NULL ? entry->label : NULL;
}

gboolean
milieu_vocabulary_parse (MilieuVocabulary vocabulary, const char *token, guint *value)
{
  *value = 0;
  if (token == NULL || *token == '\0')
    return TRUE;
  for (guint i = 0; i < milieu_vocabulary_size (vocabulary); i++)
    if (g_str_equal (token, lists[vocabulary].entries[i].token))
      {
        *value = i;
        return TRUE;
      }
  return FALSE;
}

const char *
milieu_vocabulary_field_label (const char *token)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (token, fields[i].token))
      return fields[i].label;
  return token;
}
