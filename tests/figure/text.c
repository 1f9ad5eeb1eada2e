#include "figure/text.h"

#include <string.h>

static const MilieuTextStyle ten = { .size = 10, .weight = 400 };

static void
check_wrap (MilieuTextMeasure *measure, const char *text, double width, guint lines, const char *expected)
{
  double longest;
  guint n;
  g_autofree char *wrapped = milieu_text_wrap (measure, text, &ten, width, lines, &longest, &n);
  guint count = 1;

  g_assert_cmpstr (wrapped, ==, expected);
  for (const char *p = wrapped; *p; p++)
    count += *p == '\n';
  g_assert_cmpuint (n, ==, count);
  g_assert_cmpfloat (longest, <=, milieu_text_width (measure, text, &ten) + 1e-9);
}

/* every character is 6 px wide at 10 px */
static void
test_wrap (void)
{
  g_autoptr (MilieuTextMeasure) measure = milieu_text_measure_new_fixed ();

  g_assert_cmpfloat_with_epsilon (milieu_text_width (measure, "éà…", &ten), 18, 1e-9);
  check_wrap (measure, "Rubika", 100, 2, "Rubika");
  /* 22 characters, 132 px: two lines, the longest of 12 characters */
  check_wrap (measure, "Arenberg Creative Mine", 100, 2, "Arenberg\nCreative Mine");
  /* 72 is under 1.1 × 70: two lines do; three would be no narrower */
  check_wrap (measure, "aaaaaa bbbbb cccccc ddddd", 70, 3, "aaaaaa bbbbb\ncccccc ddddd");
  check_wrap (measure, "aaaaaa bbbbb cccccc ddddd", 60, 3, "aaaaaa bbbbb\ncccccc ddddd");
  check_wrap (measure, "aaaaaaaaa bbbbbbbbb ccccccccc", 60, 3, "aaaaaaaaa\nbbbbbbbbb\nccccccccc");
  check_wrap (measure, "«\u00a0POP Man\u00a0» et autres", 60, 2, "«\u00a0POP Man\u00a0»\net autres");
  check_wrap (measure, "anticonstitutionnellement", 60, 3, "anticonstitutionnellement");
  check_wrap (measure, "", 60, 3, "");
  check_wrap (measure, "a b c", 1, 1, "a b c");
}

/* 6 px a character: the middle goes, ends stay, the width is kept */
static void
test_shorten (void)
{
  g_autoptr (MilieuTextMeasure) measure = milieu_text_measure_new_fixed ();
  static const struct { const char *text; double width; const char *expected; } cases[] = {
    { "Rubika", 36, "Rubika" },
    { "Rubika", 35, "Ru…ka" },
    { "éèêëàâ", 30, "éè…àâ" },
    { "abcdefghij", 36, "abc…ij" },
    { "abcdefghij", 1, "ab…j" },
    { "abcdefghi…", 36, "abcde…" },
    { "ab", 1, "ab" },
    { "", 1, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shorter = milieu_text_shorten (measure, cases[i].text, &ten, cases[i].width);

      g_assert_cmpstr (shorter, ==, cases[i].expected);
    }
}

static void
test_long_text (void)
{
  g_autoptr (MilieuTextMeasure) measure = milieu_text_measure_new_fixed ();
  g_autofree char *text = g_strnfill (4000, 'a');
  g_autofree char *wrapped = NULL;

  for (guint i = 1; i < 4000; i += 2)
    text[i] = ' ';
  /* 2 000 words are no label: one line, at once */
  wrapped = milieu_text_wrap (measure, text, &ten, 100, 3, NULL, NULL);
  g_assert_cmpstr (wrapped, ==, text);
}

static void
test_pango (void)
{
  g_autoptr (MilieuTextMeasure) measure = milieu_text_measure_new ();
  MilieuTextStyle style = milieu_text_style (MILIEU_TEXT_ACTOR, FALSE, 1);
  MilieuTextStyle twice = milieu_text_style (MILIEU_TEXT_ACTOR, FALSE, 2);
  MilieuTextStyle tracked = style;
  double width = milieu_text_width (measure, "Hauts-de-France", &style);

  g_assert_cmpfloat (width, >, 11 * 4);
  g_assert_cmpfloat (width, <, 11 * 15);
  /* no hinting: twice the size is twice the width */
  g_assert_cmpfloat_with_epsilon (milieu_text_width (measure, "Hauts-de-France", &twice), 2 * width, 0.1);
  g_assert_cmpfloat (milieu_text_width (measure, "Hauts-de-France", &style), ==, width);
  /* tabular figures */
  g_assert_cmpfloat (milieu_text_width (measure, "1111", &style), ==, milieu_text_width (measure, "8888", &style));
  /* nobody draws the last private character */
  g_assert_cmpuint (milieu_text_unknown (measure, "Hauts-de-France", &style), ==, 0);
  g_assert_cmpuint (milieu_text_unknown (measure, "a\U0010fffdb", &style), ==, 1);
  tracked.tracking = 4;
  g_assert_cmpfloat (milieu_text_width (measure, "Hauts-de-France", &tracked), >, width + 14 * 4 - 1);
}

static gpointer
measure_in_thread (gpointer data)
{
  g_autoptr (MilieuTextMeasure) measure = milieu_text_measure_new ();
  MilieuTextStyle style = milieu_text_style (MILIEU_TEXT_ACTOR, FALSE, 1);
  double *width = g_new (double, 1);

  *width = milieu_text_width (measure, "Métropole lilloise", &style);
  return width;
}

static void
test_threads (void)
{
  GThread *threads[4];
  g_autofree double *here = measure_in_thread (NULL);

  for (guint i = 0; i < 4; i++)
    threads[i] = g_thread_new ("measure", measure_in_thread, NULL);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree double *there = g_thread_join (threads[i]);

      g_assert_cmpfloat (*there, ==, *here);
    }
}

static void
test_roles (void)
{
  MilieuTextStyle style = milieu_text_style (MILIEU_TEXT_ACTOR, TRUE, 1);

  g_assert_cmpfloat_with_epsilon (style.size, 7 * 96 / 72.0, 1e-9);
  style = milieu_text_style (MILIEU_TEXT_SEA, FALSE, 2);
  g_assert_cmpfloat_with_epsilon (style.size, 23, 1e-9);
  g_assert_cmpfloat_with_epsilon (style.tracking, 3.2, 1e-9);
  g_assert_true (style.italic);
  for (guint i = 0; i < MILIEU_N_TEXT_ROLES; i++)
    {
      style = milieu_text_style (i, FALSE, 1);
      g_assert_cmpfloat (style.size, >=, 8.4);
      g_assert_cmpuint (style.weight, >=, 400);
      g_assert_cmpint (milieu_text_colour (i), !=, MILIEU_COLOUR_NONE);
      g_assert_cmpfloat (milieu_text_style (i, TRUE, 1).size, >=, 5.5 * 96 / 72);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/wrap", test_wrap);
  g_test_add_func ("/text/long-text", test_long_text);
  g_test_add_func ("/text/shorten", test_shorten);
  g_test_add_func ("/text/pango", test_pango);
  g_test_add_func ("/text/threads", test_threads);
  g_test_add_func ("/text/roles", test_roles);
  return g_test_run ();
}
