#include "figure/describe.h"

#include <string.h>

#include "geo/credits.h"

typedef struct { const char *one, *many; } Words;

static const Words evidence_words[MILIEU_N_EVIDENCES] =
{
  [MILIEU_EVIDENCE_UNSET] = { NP_("%u without evidence", "%u without evidence") },
  [MILIEU_EVIDENCE_STATED] = { NP_("%u stated", "%u stated") },
  [MILIEU_EVIDENCE_IMPLIED] = { NP_("%u implied", "%u implied") },
  [MILIEU_EVIDENCE_VERIFIED] = { NP_("%u verified", "%u verified") },
  [MILIEU_EVIDENCE_RECALLED] = { NP_("%u recalled", "%u recalled") },
  [MILIEU_EVIDENCE_SESSION] = { NP_("%u from the session", "%u from the session") },
};

static const Words subjects[] =
{
  [MILIEU_VIEW_MAP] = { NP_("Map of %u actor.", "Map of %u actors.") },
  [MILIEU_VIEW_NETWORK] = { NP_("Network of %u actor.", "Network of %u actors.") },
  [MILIEU_VIEW_BOTH] = { NP_("Map and network of %u actor.", "Map and network of %u actors.") },
  [MILIEU_VIEW_SLOPE] = { NP_("Ranks of %u actor by betweenness: all ties against interactions alone.",
                              "Ranks of %u actors by betweenness: all ties against interactions alone.") },
  [MILIEU_VIEW_VERDICT] = { NP_("Verdict on %u actor, for each evidence and both ways to take grounds.",
                                "Verdict on %u actors, for each evidence and both ways to take grounds.") },
};

static const char *const established[MILIEU_N_EVIDENCES] =
{
  [MILIEU_EVIDENCE_UNSET] = N_("Ties whatever their evidence"),
  [MILIEU_EVIDENCE_STATED] = N_("Ties stated by the document"),
  [MILIEU_EVIDENCE_IMPLIED] = N_("Ties stated or implied by the document"),
  [MILIEU_EVIDENCE_VERIFIED] = N_("Ties established by the document or by a verified source"),
  [MILIEU_EVIDENCE_RECALLED] = N_("Ties established by the document, by a verified source or from memory"),
  [MILIEU_EVIDENCE_SESSION] = N_("All ties, those of the session included"),
};

/* the grounds from the highest to none, as bands and legends show them */
static const MilieuGround ground_order[MILIEU_N_GROUNDS] =
{
  MILIEU_GROUND_UPPERGROUND, MILIEU_GROUND_EMERGING, MILIEU_GROUND_MIDDLEGROUND, MILIEU_GROUND_UNDERGROUND, MILIEU_GROUND_NONE,
};

static char *
count (MilieuLanguage language, Words words, guint n)
{
  return g_strdup_printf (milieu_words_plural (language, words.one, words.many, n), n);
}

static void
append_sentence (GString *text, char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len ? " " : "", sentence);
  g_free (sentence);
}

static char *
list_labels (MilieuLanguage language, MilieuVocabulary vocabulary, const guint *counts, const guint *order, guint n)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      guint value = order ? order[i] : i;

      if (counts[value] > 0)
        g_string_append_printf (list, "%s%s %u", list->len ? ", " : "",
                                milieu_words (language, milieu_vocabulary_label (vocabulary, value)), counts[value]);
    }
  return g_string_free (list, FALSE);
}

static void
append_grounds (GString *text, const MilieuFigureFacts *facts, MilieuLanguage language)
{
  guint order[MILIEU_N_GROUNDS];
  g_autofree char *grounds = NULL;

  for (guint i = 0; i < MILIEU_N_GROUNDS; i++)
    order[i] = ground_order[i];
  grounds = list_labels (language, MILIEU_VOCABULARY_GROUND, facts->n_grounds, order, MILIEU_N_GROUNDS);
  if (*grounds)
    append_sentence (text, g_strdup_printf (milieu_words (language, N_("Grounds: %s.")), grounds));
}

static void
append_classes (GString *text, const MilieuFigureFacts *facts, MilieuLanguage language)
{
  static const guint order[] = { MILIEU_CLASS_INTERACTION, MILIEU_CLASS_INSTITUTION, MILIEU_CLASS_LOCATION };
  g_autofree char *classes = list_labels (language, MILIEU_VOCABULARY_CLASS, facts->n_classes, order, G_N_ELEMENTS (order));

  if (*classes)
    append_sentence (text, g_strdup_printf (milieu_words (language, N_("Ties by class: %s.")), classes));
}

char *
milieu_facts_ties (const MilieuFigureFacts *facts, MilieuLanguage language)
{
  static const Words ties = { NP_("%u tie", "%u ties") };
  g_autofree char *total = count (language, ties, facts->n_ties);
  g_autoptr (GString) list = g_string_new (NULL);
  gboolean told[MILIEU_N_EVIDENCES] = { FALSE };

  /* the most frequent evidence first */
  for (guint round = 0; round < MILIEU_N_EVIDENCES; round++)
    {
      guint most = MILIEU_N_EVIDENCES;
      g_autofree char *words = NULL;

      for (guint i = 0; i < MILIEU_N_EVIDENCES; i++)
        if (!told[i] && facts->n_evidences[i] > 0
            && (most == MILIEU_N_EVIDENCES || facts->n_evidences[i] > facts->n_evidences[most]))
          most = i;
      if (most == MILIEU_N_EVIDENCES)
        break;
      told[most] = TRUE;
      words = count (language, evidence_words[most], facts->n_evidences[most]);
      g_string_append_printf (list, "%s%s", list->len ? ", " : "", words);
    }
  if (list->len == 0)
    return g_strdup_printf ("%s.", total);
  /* TRANSLATORS: "56 ties", "41 verified, 13 stated, 2 implied" */
  return g_strdup_printf (milieu_words (language, N_("%s, of which %s.")), total, list->str);
}

char *
milieu_facts_evidence (const MilieuFigureFacts *facts, MilieuLanguage language)
{
  const char *ties = milieu_words (language, established[MIN (facts->evidence, MILIEU_N_EVIDENCES - 1)]);

  if (!facts->suggested)
    return g_strdup_printf ("%s.", ties);
  return g_strdup_printf (milieu_words (language, N_("%s; suggested grounds included.")), ties);
}

static void
append_title (GString *text, const MilieuFigure *figure)
{
  const char *title = milieu_figure_title (figure);

  if (title && *title)
    append_sentence (text, g_strconcat (title, strchr (".!?", title[strlen (title) - 1]) || g_str_has_suffix (title, "…") ? "" : ".", NULL));
}

static void
append_years (GString *text, const MilieuFigureFacts *facts, MilieuLanguage language)
{
  static const Words undated = { NP_("%u without a start year is listed apart.", "%u without a start year are listed apart.") };
  g_autoptr (GString) years = g_string_new (NULL);

  for (guint i = 0; i < facts->n_years; i++)
    g_string_append_printf (years, "%s%u", i > 0 ? ", " : "", facts->years[i]);
  append_sentence (text, g_strdup_printf (milieu_words (language, N_("One panel for each of these years, on the same places: %s.")), years->str));
  if (facts->n_undated > 0)
    append_sentence (text, count (language, undated, facts->n_undated));
}

/* of which time, how laid out, on which ground */
static void
append_making (GString *text, const MilieuFigureFacts *facts, MilieuLanguage language)
{
  if (facts->size != NULL)
    append_sentence (text, g_strdup_printf (milieu_words (language, N_("Size of symbols: %s in interactions and institutions.")),
                                            milieu_words (language, facts->size)));
  if (facts->n_years > 0)
    append_years (text, facts, language);
  if (facts->slice != 0)
    append_sentence (text, g_strdup_printf (milieu_words (language, N_("Active in %u.")), facts->slice));
  if (facts->year)
    append_sentence (text, g_strdup_printf (milieu_words (language, N_("Year of reference: %u.")), facts->year));
  if (facts->layout)
    append_sentence (text, g_strdup_printf (milieu_words (language, N_("Layout: %s, seed %u.")),
                                            milieu_words (language, facts->layout), facts->seed));
  if (facts->basemap)
    append_sentence (text, g_strdup_printf (milieu_words (language, N_("Projection %s. Basemap: %s.")),
                                            milieu_words (language, MILIEU_CREDIT_PROJECTION),
                                            milieu_words (language, MILIEU_CREDIT_SHORT)));
}

char *
milieu_figure_caption (const MilieuFigure *figure)
{
  const MilieuFigureFacts *facts = milieu_figure_facts (figure);
  g_autofree char *described = milieu_figure_describe (figure);
  GString *text = g_string_new (NULL);

  if (facts)
    append_title (text, figure);
  append_sentence (text, g_steal_pointer (&described));
  if (facts)
    append_making (text, facts, milieu_figure_language (figure));
  return g_string_free (text, FALSE);
}

char *
milieu_figure_describe (const MilieuFigure *figure)
{
  static const Words placeless = { NP_("%u has no place.", "%u have no place.") };
  const MilieuFigureFacts *facts = milieu_figure_facts (figure);
  MilieuLanguage language = milieu_figure_language (figure);
  GString *text = g_string_new (NULL);

  if (!facts)
    return g_string_free (g_string_assign (text, milieu_figure_title (figure) ? milieu_figure_title (figure) : ""), FALSE);
  append_sentence (text, count (language, subjects[MIN (facts->view, MILIEU_VIEW_VERDICT)], facts->n_actors));
  append_grounds (text, facts, language);
  if ((facts->view == MILIEU_VIEW_MAP || facts->view == MILIEU_VIEW_BOTH) && facts->n_without_place > 0)
    append_sentence (text, count (language, placeless, facts->n_without_place));
  append_sentence (text, milieu_facts_ties (facts, language));
  append_classes (text, facts, language);
  append_sentence (text, milieu_facts_evidence (facts, language));
  return g_string_free (text, FALSE);
}
