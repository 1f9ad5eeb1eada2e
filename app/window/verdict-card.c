#include "window/verdict-card.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "figure/verdict-grid.h"
#include "reading/indicator.h"
#include "window/labels.h"
#include "window/rows.h"
#include "window/verdict-test.h"

static void
opens_verdict (GtkWidget *button, int test)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "readings.verdict");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", test);
}

/* told by sign and style, never by colour alone */
static GtkWidget *
chip_new (const MilieuTest *test, int number)
{
  const char *class, *status;
  const char *sign = milieu_test_sign (test->status, &class, &status);
  g_autofree char *text = g_strdup_printf ("%s %s", test->id, sign);
  g_autofree char *reason = milieu_phrase_words (test->reason, milieu_language_of_window ());
  /* Translators: a test (T1), its outcome, its reason */
  g_autofree char *words = g_strdup_printf (_("%s %s: %s"), test->id, milieu_label (status), reason);
  GtkWidget *chip = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (chip, "flat");
  gtk_widget_add_css_class (chip, "test");
  gtk_widget_add_css_class (chip, class);
  gtk_widget_set_hexpand (chip, TRUE);
  gtk_widget_set_tooltip_text (chip, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  opens_verdict (chip, number);
  return chip;
}

static GtkWidget *
opener_new (const char *words, int test)
{
  GtkWidget *button = gtk_button_new (), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = milieu_label_new (words, "sub");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "row-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  opens_verdict (button, test);
  return button;
}

char *
milieu_verdict_count (const MilieuVerdict *verdict)
{
  /* Translators: of the tests that could be made */
  const char *words = ngettext ("%u test passed of %u that could be made, by the convention",
                                "%u tests passed of %u that could be made, by the convention", verdict->passed);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (words, verdict->passed, verdict->evaluable);
#pragma GCC diagnostic pop
}

GtkWidget *
milieu_verdict_head_new (const MilieuVerdict *verdict)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *exploratory = milieu_label_new (_("exploratory"), "test unknown exploratory");
  g_autofree char *outcome = g_strdup_printf ("%s %s", milieu_outcome_sign (verdict->outcome),
                                              milieu_label (milieu_outcome_label (verdict->outcome)));
  GtkWidget *label = milieu_label_new (outcome, "heading");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_wrap (GTK_LABEL (exploratory), FALSE);
  gtk_widget_set_valign (exploratory, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (exploratory, _("Fewer than six tests could be made"));
  gtk_widget_set_visible (exploratory, verdict->exploratory);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), exploratory);
  return line;
}

static void
append_changes (GtkBox *card, const MilieuVerdict *verdict)
{
  g_autofree char *changes = milieu_phrase_words (verdict->changes, milieu_language_of_window ());
  g_autofree char *marked = g_strdup_printf ("◆ %s", changes);

  if (*changes != '\0')
    gtk_box_append (card, milieu_label_new (marked, "sub changed"));
}

GtkWidget *
milieu_verdict_card_new (const MilieuVerdict *verdict)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_autofree char *count = milieu_verdict_count (verdict);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "verdict");
  for (guint i = 0; i < MILIEU_N_TESTS; i++)
    gtk_box_append (GTK_BOX (chips), chip_new (&verdict->tests[i], (int) i));
  gtk_box_append (GTK_BOX (card), milieu_verdict_head_new (verdict));
  gtk_box_append (GTK_BOX (card), milieu_label_new (count, "sub dim-label"));
  gtk_box_append (GTK_BOX (card), chips);
  append_changes (GTK_BOX (card), verdict);
  gtk_box_append (GTK_BOX (card), opener_new (_("The Six Tests and Their Thresholds"), -1));
  gtk_box_append (GTK_BOX (card), opener_new (_("What Each Tie Counts As"), MILIEU_N_TESTS));
  return card;
}
