#include "window/verdict-card.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "reading/indicator.h"
#include "window/labels.h"
#include "window/rows.h"

/* what stands on a chip: a sign and a style class, never colour alone */
static const struct
{
  const char *sign, *class, *words;
} statuses[] = {
  [MILIEU_TEST_PASS] = { "✓", "pass", N_("passed") },
  [MILIEU_TEST_FAIL] = { "✗", "fail", N_("failed") },
  [MILIEU_TEST_NOT_EVALUABLE] = { "–", "unknown", N_("not evaluable") },
};

static const char *const questions[MILIEU_N_QUESTIONS] = {
  N_("System or ecosystem?"),
  N_("Who are the boundary spanners?"),
  N_("What lets communities grow?"),
  N_("Why so little dynamism?"),
  N_("Is the dispersion of third places a brake?"),
};

static GtkWidget *
chip_new (const MilieuTest *test)
{
  g_autofree char *text = g_strdup_printf ("%s %s", test->id, statuses[test->status].sign);
  g_autofree char *reason = milieu_phrase_words (test->reason, milieu_language_of_window ());
  /* Translators: a test (T1), its outcome, its reason */
  g_autofree char *words = g_strdup_printf (_("%s %s: %s"), test->id, _(statuses[test->status].words), reason);
  GtkWidget *chip = gtk_label_new (text);

  gtk_widget_add_css_class (chip, "test");
  gtk_widget_add_css_class (chip, statuses[test->status].class);
  gtk_widget_set_hexpand (chip, TRUE);
  gtk_widget_set_tooltip_text (chip, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return chip;
}

static char *
count_of (const MilieuVerdict *verdict)
{
  /* Translators: of the tests that could be made */
  const char *words = ngettext ("%u test passed of %u that could be made, by the convention",
                                "%u tests passed of %u that could be made, by the convention", verdict->passed);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (words, verdict->passed, verdict->evaluable);
#pragma GCC diagnostic pop
}

static GtkWidget *
tests_list_new (const MilieuVerdict *verdict)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *expander = gtk_expander_new (_("The six tests"));
  g_autofree char *sentence = milieu_phrase_words (verdict->sentence, milieu_language_of_window ());

  for (guint i = 0; i < MILIEU_N_TESTS; i++)
    {
      const MilieuTest *test = &verdict->tests[i];
      g_autofree char *reason = milieu_phrase_words (test->reason, milieu_language_of_window ());
      g_autofree char *line = g_strdup_printf ("%s %s %s", test->id, statuses[test->status].sign, reason);

      gtk_box_append (GTK_BOX (list), milieu_label_new (line, "sub"));
    }
  if (*sentence != '\0')
    gtk_box_append (GTK_BOX (list), milieu_label_new (sentence, "sub dim-label"));
  gtk_expander_set_child (GTK_EXPANDER (expander), list);
  gtk_widget_add_css_class (expander, "sub");
  return expander;
}

GtkWidget *
milieu_verdict_card_new (const MilieuVerdict *verdict)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_autofree char *count = count_of (verdict);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "verdict");
  for (guint i = 0; i < MILIEU_N_TESTS; i++)
    gtk_box_append (GTK_BOX (chips), chip_new (&verdict->tests[i]));
  gtk_box_append (GTK_BOX (card), milieu_label_new (milieu_label (milieu_outcome_label (verdict->outcome)), "heading"));
  gtk_box_append (GTK_BOX (card), milieu_label_new (count, "sub dim-label"));
  gtk_box_append (GTK_BOX (card), chips);
  gtk_box_append (GTK_BOX (card), tests_list_new (verdict));
  return card;
}

gboolean
milieu_questions_have_answers (const MilieuReading *reading)
{
  for (guint i = 0; i < MILIEU_N_QUESTIONS; i++)
    if (reading->questions[i] != NULL)
      return TRUE;
  return FALSE;
}

static GtkWidget *
question_new (const char *question, const MilieuPhrase *answer)
{
  GtkWidget *expander = gtk_expander_new (_(question));
  g_autofree char *words = milieu_phrase_words (answer, milieu_language_of_window ());
  GtkWidget *label = milieu_label_new (words, "sub answer");

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_expander_set_child (GTK_EXPANDER (expander), label);
  gtk_widget_add_css_class (expander, "ask");
  return expander;
}

GtkWidget *
milieu_questions_new (const MilieuReading *reading)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), milieu_label_new (_("Five questions"), "heading section"));
  for (guint i = 0; i < MILIEU_N_QUESTIONS; i++)
    if (reading->questions[i] != NULL)
      gtk_box_append (GTK_BOX (box), question_new (questions[i], reading->questions[i]));
  return box;
}
