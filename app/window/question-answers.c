#include "window/question-answers.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "model/short-name.h"
#include "reading/persons.h"
#include "window/histogram.h"
#include "window/labels.h"
#include "window/rows.h"

/* lines that people read; the whole tables leave by files */
#define MOST_LINES 12

typedef struct
{
  MilieuSession *session;
  const MilieuReading *reading;
  const MilieuResult *answer;
  GtkBox *box;
} Answer;

static void
append_title (const Answer *a, const char *words)
{
  GtkWidget *label = milieu_label_new (words, "question dim-label");

  gtk_widget_set_margin_start (label, 18);
  gtk_box_append (a->box, label);
}

static void
append_line (const Answer *a, const char *words)
{
  GtkWidget *label = milieu_label_new (words, "sub numeric");

  gtk_widget_set_margin_start (label, 18);
  gtk_box_append (a->box, label);
}

static void
append_more (const Answer *a, guint n)
{
  g_autofree char *words = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);

  if (n > 0)
    append_line (a, words);
}

static char *
number (double value, guint decimals)
{
  return isnan (value) ? g_strdup ("–") : milieu_words_number (milieu_language_of_window (), value, decimals);
}

static gboolean
is_of (const MilieuPart *part, const char *table)
{
  return g_strcmp0 (part->table, table) == 0;
}

static double
cell (const Answer *a, const char *table, const char *row, const char *name)
{
  for (guint i = 0; i < a->answer->n_parts; i++)
    {
      const MilieuPart *part = &a->answer->parts[i];

      if (is_of (part, table) && g_strcmp0 (part->row, row) == 0 && g_strcmp0 (part->name, name) == 0)
        return part->value;
    }
  return NAN;
}

/* the map may have lost an actor since the reading was computed */
static char *
name_of (const Answer *a, const char *id)
{
  const MilieuActor *actor = (const MilieuActor *) milieu_map_find (milieu_session_map (a->session), MILIEU_RECORD_ACTOR, id);

  return milieu_short_name (actor != NULL && actor->name != NULL ? actor->name : id);
}

static const char *
type_words (const Answer *a, const char *id)
{
  guint32 key = milieu_map_key (milieu_session_map (a->session), MILIEU_RECORD_TYPE, id);
  const char *label = milieu_label_of_type (milieu_session_snapshot (a->session), key);

  return *label != '\0' ? label : id;
}

/* ---- who spans: the brokers after the first, by what they join ---- */

static gboolean
is_ranked (const Answer *a, const char *id)
{
  guint32 key = milieu_map_key (milieu_session_map (a->session), MILIEU_RECORD_ACTOR, id);

  return key != MILIEU_NO_KEY && milieu_may_rank (milieu_session_snapshot (a->session), key);
}

static void
append_broker (const Answer *a, const char *id)
{
  double crossing = cell (a, "brokers", id, "crossing");
  g_autofree char *name = name_of (a, id), *betweenness = number (cell (a, "brokers", id, "betweenness"), 1);
  /* Translators: an actor; how many pairs of actors of two grounds pass by it; its betweenness */
  g_autofree char *words = g_strdup_printf (ngettext ("%s: %.0f pair across grounds, betweenness %s",
                                                      "%s: %.0f pairs across grounds, betweenness %s", (gulong) crossing),
                                            name, crossing, betweenness);

  append_line (a, words);
}

static void
append_brokers (const Answer *a)
{
  guint told = 0, more = 0;

  for (guint i = 0; i < a->answer->n_parts; i++)
    {
      const MilieuPart *part = &a->answer->parts[i];

      if (!is_of (part, "brokers") || strcmp (part->name, "crossing") != 0 || !is_ranked (a, part->row))
        continue;
      if (told == 0)
        append_title (a, _("Who Links Grounds"));
      if (told++ < MOST_LINES)
        append_broker (a, part->row);
      else
        more++;
    }
  append_more (a, more);
}

/* ---- communities: which ties came first ---- */

static int
compare_years (gconstpointer p, gconstpointer q)
{
  const MilieuPart *a = *(const MilieuPart *const *) p, *b = *(const MilieuPart *const *) q;

  if (a->value != b->value)
    return a->value < b->value ? -1 : 1;
  return strcmp (a->name, b->name);
}

static void
append_path (const Answer *a, GPtrArray *steps)
{
  g_autofree char *name = name_of (a, ((const MilieuPart *) steps->pdata[0])->row), *words = NULL;
  g_autoptr (GString) path = g_string_new (NULL);

  g_ptr_array_sort (steps, compare_years);
  for (guint i = 0; i < steps->len; i++)
    {
      const MilieuPart *step = steps->pdata[i];

      g_string_append_printf (path, i == 0 ? "%.0f %s" : " → %.0f %s", step->value, type_words (a, step->name));
    }
  words = g_strdup_printf (_("%s: %s"), name, path->str);
  append_line (a, words);
}

static void
append_paths (const Answer *a)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  guint told = 0;

  for (guint i = 0; i <= a->answer->n_parts; i++)
    {
      const MilieuPart *part = i < a->answer->n_parts ? &a->answer->parts[i] : NULL;
      gboolean is_step = part != NULL && is_of (part, "first");

      if (steps->len > 0 && (!is_step || strcmp (((const MilieuPart *) steps->pdata[0])->row, part->row) != 0))
        {
          if (told++ == 0)
            append_title (a, _("First Tie of Each Type"));
          if (told <= MOST_LINES)
            append_path (a, steps);
          g_ptr_array_set_size (steps, 0);
        }
      if (is_step)
        g_ptr_array_add (steps, (gpointer) part);
    }
  append_more (a, told > MOST_LINES ? told - MOST_LINES : 0);
}

/* ---- events: two series, and what brakes ---- */

static void
append_series (const Answer *a, const char *name, const char *title, MilieuColour colour)
{
  GtkWidget *histogram = milieu_histogram_new (colour, title);
  const char *first = NULL, *last = NULL;
  guint most = 0;

  for (guint i = 0; i < a->answer->n_parts; i++)
    {
      const MilieuPart *part = &a->answer->parts[i];
      g_autofree char *words = NULL;

      if (!is_of (part, "years") || strcmp (part->name, name) != 0)
        continue;
      words = g_strdup_printf ("%s: %.0f", part->row, part->value);
      milieu_histogram_add (MILIEU_HISTOGRAM (histogram), part->value, words);
      first = first != NULL ? first : part->row;
      last = part->row;
      most = MAX (most, (guint) part->value);
    }
  if (first != NULL)
    {
      /* Translators: what is counted, a first and a last year, the largest number in a year */
      g_autofree char *caption = g_strdup_printf (_("%s, %s to %s, at most %u a year"), title, first, last, most);

      append_title (a, caption);
      gtk_widget_set_margin_start (histogram, 18);
      gtk_box_append (a->box, histogram);
    }
  else
    g_object_unref (g_object_ref_sink (histogram));
}

static void
append_brakes (const Answer *a)
{
  static const struct { const char *part, *label; } brakes[] = {
    { "brake_same_people", N_("the same people") }, { "brake_one_ground", N_("one ground") },
    { "brake_no_follow_up", N_("no follow-up") }, { "brake_few_data", N_("too few data") },
  };

  if (isnan (milieu_result_part (a->answer, brakes[0].part)))
    return;
  append_title (a, _("The Four Brakes"));
  for (guint i = 0; i < G_N_ELEMENTS (brakes); i++)
    {
      gboolean shows = milieu_result_part (a->answer, brakes[i].part) > 0;
      g_autofree char *words = g_strdup_printf (shows ? _("● %s: shows") : _("○ %s: does not show"), _(brakes[i].label));

      append_line (a, words);
    }
}

static void
append_events (const Answer *a)
{
  append_series (a, "events", _("Events"), MILIEU_COLOUR_TIE_INSTITUTION);
  append_series (a, "ties", _("New ties"), MILIEU_COLOUR_TIE_INTERACTION);
  append_brakes (a);
}

/* ---- meeting places: pair by pair ---- */

static void
append_pair (const Answer *a, const char *row, gboolean tied)
{
  g_auto (GStrv) ids = g_strsplit (row, " – ", 2);
  g_autofree char *one = name_of (a, ids[0]), *other = name_of (a, ids[1] != NULL ? ids[1] : "");
  g_autofree char *kilometres = number (cell (a, "between", row, "kilometres"), 1);
  /* Translators: two places, how far apart, what joins them */
  g_autofree char *words = g_strdup_printf (_("%s – %s: %s km, %s"), one, other, kilometres,
                                            tied ? _("tied") : _("a common partner"));

  append_line (a, words);
}

static void
append_pairs (const Answer *a)
{
  guint told = 0, more = 0, apart = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < a->answer->n_parts; i++)
    {
      const MilieuPart *part = &a->answer->parts[i];
      gboolean tied = is_of (part, "between") && strcmp (part->name, "tied") == 0 && part->value > 0;

      if (!tied && !(is_of (part, "between") && strcmp (part->name, "partner") == 0))
        continue;
      if (!tied && part->value == 0)
        apart += part[-1].value == 0; /* whether they are tied stands before */
      else if (told++ < MOST_LINES)
        {
          if (told == 1)
            append_title (a, _("Pairs of Places That Something Joins"));
          append_pair (a, part->row, tied);
        }
      else
        more++;
    }
  append_more (a, more);
  words = g_strdup_printf (ngettext ("%u pair has neither a documented tie nor a common partner",
                                     "%u pairs have neither a documented tie nor a common partner", apart), apart);
  if (apart > 0)
    append_line (a, words);
}

void
milieu_answer_append (GtkBox *box, MilieuSession *session, const MilieuReading *reading, guint question)
{
  static void (*const show[MILIEU_N_QUESTIONS]) (const Answer *answer) = { NULL, append_brokers, append_paths, append_events,
                                                                           append_pairs };
  Answer answer = { session, reading, reading->answers[question], box };

  if (show[question] != NULL)
    show[question] (&answer);
}
