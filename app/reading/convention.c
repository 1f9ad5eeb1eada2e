/* The convention that the verdict applies (indicators §0, §5.1): thresholds and
 * tie classes, which a map may replace by its own, and what it then says of it. */
#include "reading/verdict.h"

#include "model/defaults.h"

#include <math.h>

static const MilieuThreshold thresholds[MILIEU_N_THRESHOLDS] = {
  [MILIEU_THRESHOLD_PERCENTILE] = { "threshold.T1.pct", 0, N_("coupling: percentile against chance, at least"), 0.5, TRUE, FALSE, 1, 0.05 },
  [MILIEU_THRESHOLD_GAP] = { "threshold.T1.gap", 0, N_("gap between the two readings, at most"), 0.25, TRUE, TRUE, 1, 0.05 },
  [MILIEU_THRESHOLD_NOVELTY] = { "threshold.T2.novelty", 1, N_("new ties that join distant actors, at least"), 0.25, TRUE, FALSE, 1, 0.05 },
  [MILIEU_THRESHOLD_COVERAGE] = { "threshold.T3.coverage", 2, N_("elements of the middleground, at least"), 4, FALSE, FALSE, 4, 1 },
  [MILIEU_THRESHOLD_REACH] = { "threshold.T3.reach", 2, N_("upperground-underground pairs that reach each other, at least"), 0.5, TRUE, FALSE, 1, 0.05 },
  [MILIEU_THRESHOLD_MEDIATION] = { "threshold.T3.mediation", 2, N_("paths through the middleground, at least"), 1 / 3.0, TRUE, FALSE, 1, 0.05 },
  [MILIEU_THRESHOLD_LIFT] = { "threshold.T4.lift", 3, N_("conversion by events against others, at least"), 1.5, TRUE, FALSE, 10, 0.1 },
  [MILIEU_THRESHOLD_INTEGRATION] = { "threshold.T5.integration", 4, N_("newcomers who interact, at least"), 0.5, TRUE, FALSE, 1, 0.05 },
  [MILIEU_THRESHOLD_ROBUSTNESS] = { "threshold.T6.robustness", 5, N_("robustness R*, at least"), 0.4, TRUE, FALSE, 1, 0.05 },
  [MILIEU_THRESHOLD_DEPENDENCE] = { "threshold.T6.dependence", 5, N_("pairs lost with the main broker, at most"), 0.25, TRUE, TRUE, 1, 0.05 },
};

const MilieuThreshold *
milieu_threshold (MilieuThresholdName name)
{
  return &thresholds[name];
}

double
milieu_threshold_value (MilieuSnapshot *snapshot, MilieuThresholdName name, gboolean *changed)
{
  double value = milieu_snapshot_number (snapshot, thresholds[name].setting, thresholds[name].standard);

  if (changed)
    *changed = value != thresholds[name].standard;
  return value;
}

gboolean
milieu_threshold_pass (MilieuThresholdName name, double value, double limit)
{
  return thresholds[name].at_most ? value <= limit : value >= limit;
}

const char *
milieu_test_label (guint t)
{
  static const char *const labels[MILIEU_N_TESTS] = { N_("Coupling"), N_("Ideas"), N_("Middleground"), N_("Devices"),
                                                      N_("Attraction"), N_("Resilience") };

  g_return_val_if_fail (t < MILIEU_N_TESTS, "");
  return labels[t];
}

const char *const *
milieu_test_indicators (guint t)
{
  static const char *const indicators[MILIEU_N_TESTS][3] = { { "L1a", "L1b" }, { "L2a" }, { "L3a", "L3b" }, { "4.8" },
                                                             { "L5a", "L5b" }, { "L6a", "L6b" } };

  g_return_val_if_fail (t < MILIEU_N_TESTS, NULL);
  return indicators[t];
}

char *
milieu_verdict_stability (const MilieuVerdict *verdict, MilieuLanguage language)
{
  g_autoptr (MilieuPhrase) phrase = milieu_phrase_new (verdict->removals > 0
    ? N_("Unchanged in {draws_same} of {draws} draws of the thresholds and in {removals_same} of {removals} removals of one actor.")
    : N_("Unchanged in {draws_same} of {draws} draws of the thresholds. The map is too large to remove each actor in turn."));

  milieu_phrase_number (phrase, "draws", verdict->draws, 0);
  milieu_phrase_number (phrase, "draws_same", verdict->draws_same, 0);
  if (verdict->removals > 0)
    {
      milieu_phrase_number (phrase, "removals", verdict->removals, 0);
      milieu_phrase_number (phrase, "removals_same", verdict->removals_same, 0);
    }
  return milieu_phrase_words (phrase, language);
}

const char *
milieu_verdict_notice (void)
{
  return N_("These data were collected along the categories of the very source whose thesis is tested: whatever the verdict, "
            "it cannot prove that source right.");
}

gboolean
milieu_tie_class_changed (const MilieuTieType *type, MilieuClass *usual)
{
  MilieuClass class = milieu_default_class (type->record.id);

  if (usual)
    *usual = class;
  return class != MILIEU_CLASS_UNSET && type->tie_class != class;
}

static MilieuPhrase *
threshold_change (MilieuThresholdName name, double value)
{
  MilieuPhrase *phrase = milieu_phrase_new (N_("{label} {value} instead of {standard}"));

  milieu_phrase_phrase (phrase, "label", milieu_phrase_new (thresholds[name].label));
  milieu_phrase_number (phrase, "value", value, 2);
  return milieu_phrase_number (phrase, "standard", thresholds[name].standard, 2);
}

static MilieuPhrase *
class_phrase (MilieuClass class)
{
  static const char *const words[MILIEU_N_CLASSES] = { N_("nothing"), N_("an interaction"), N_("an institutional tie"),
                                                       N_("a location") };

  return milieu_phrase_new (words[class]);
}

static MilieuPhrase *
class_change (const MilieuTieType *type, MilieuClass usual)
{
  MilieuPhrase *phrase = milieu_phrase_new (N_("“{type}” counts as {class} instead of {usual}"));

  /* the labels of types that a new map begins with are msgids, those of people are not among them */
  if (type->label && milieu_default_class (type->record.id) != MILIEU_CLASS_UNSET)
    milieu_phrase_phrase (phrase, "type", milieu_phrase_new (g_intern_string (type->label)));
  else
    milieu_phrase_text (phrase, "type", type->label ? type->label : type->record.id);
  milieu_phrase_phrase (phrase, "class", class_phrase (type->tie_class));
  return milieu_phrase_phrase (phrase, "usual", class_phrase (usual));
}

MilieuGround
milieu_emerging_counts (MilieuSnapshot *snapshot)
{
  MilieuFilter filter;

  milieu_filter_init (&filter);
  return milieu_filter_emerging (&filter, snapshot);
}

static MilieuPhrase *
emerging_change (MilieuGround ground)
{
  return milieu_phrase_new (ground == MILIEU_GROUND_UPPERGROUND
                              ? N_("the emerging ground counts with the upperground instead of on its own")
                              : N_("the emerging ground counts with the middleground instead of on its own"));
}

MilieuPhrase *
milieu_verdict_exploratory (const MilieuVerdict *verdict)
{
  MilieuPhrase *phrase;

  if (!verdict->exploratory)
    return NULL;
  phrase = milieu_phrase_new (N_("Exploratory: {evaluable} of {all} tests could be made."));
  return milieu_phrase_number (milieu_phrase_number (phrase, "evaluable", verdict->evaluable, 0), "all", MILIEU_N_TESTS, 0);
}

MilieuPhrase *
milieu_convention_changes (MilieuSnapshot *snapshot)
{
  MilieuPhrase *phrase = milieu_phrase_new (N_("Changed from the convention: {list}."));
  guint n, count = 0;
  g_autofree guint32 *types = milieu_snapshot_sorted (snapshot, MILIEU_RECORD_TYPE, &n);

  for (guint i = 0; i < MILIEU_N_THRESHOLDS; i++)
    {
      gboolean changed;
      double value = milieu_threshold_value (snapshot, i, &changed);

      if (changed)
        milieu_phrase_list (phrase, "list", threshold_change (i, value), N_("; "));
      count += changed;
    }
  for (guint i = 0; i < n; i++)
    {
      const MilieuTieType *type = milieu_snapshot_type (snapshot, types[i]);
      MilieuClass usual;

      if (!milieu_tie_class_changed (type, &usual))
        continue;
      milieu_phrase_list (phrase, "list", class_change (type, usual), N_("; "));
      count++;
    }
  if (milieu_emerging_counts (snapshot) != MILIEU_GROUND_EMERGING)
    {
      milieu_phrase_list (phrase, "list", emerging_change (milieu_emerging_counts (snapshot)), N_("; "));
      count++;
    }
  if (count == 0)
    g_clear_pointer (&phrase, milieu_phrase_free);
  return phrase;
}
