/* Colours that some readers take for one another, and what else tells them apart. */
#include "figure/preflight-private.h"

#include "figure/ties.h"
#include "figure/vision.h"

#define WIDER 1.2   /* as wide as the other on the average: a sign by itself */
#define N_FORMS 6   /* straight or bent, with no head, a chevron or a triangle */

/* one class of the figure: a ground or a class of ties */
typedef struct
{
  guint n, first;         /* marks; index of the first */
  double width;           /* sum over ties */
  guint n_forms[N_FORMS]; /* ties by form */
} Shown;

static const struct { MilieuVision vision; const char *name; } visions[] =
{
  { MILIEU_VISION_DEUTERANOPIA, N_("deuteranopia") },
  { MILIEU_VISION_PROTANOPIA, N_("protanopia") },
  { MILIEU_VISION_TRITANOPIA, N_("tritanopia") },
  { MILIEU_VISION_LUMINANCE, N_("greyscale") },
};

/* "deuteranopia (ΔE 6.1), greyscale (ΔE 2.0)"; %NULL if all can tell the two apart */
static char *
who_confuses (const MilieuPreflight *p, MilieuColour a, MilieuColour b)
{
  MilieuRgb x = milieu_rgb (milieu_style_rgb (p->style, a)), y = milieu_rgb (milieu_style_rgb (p->style, b));
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (visions); i++)
    {
      double difference = milieu_colour_difference (milieu_lab (milieu_seen_by (x, visions[i].vision)),
                                                    milieu_lab (milieu_seen_by (y, visions[i].vision)));
      g_autofree char *number = milieu_words_number (p->language, difference, 1);

      if (difference < MILIEU_LEAST_DIFFERENCE)
        g_string_append_printf (list, "%s%s (ΔE\302\240%s)", list->len > 0 ? ", " : "",
                                milieu_words (p->language, visions[i].name), number);
    }
  return g_string_free (list, list->len == 0);
}

static void
tell_alike (MilieuPreflight *p, const char *a, const char *b, const char *who, const Shown *shown, const char *sign)
{
  char *what = g_strdup_printf (milieu_words (p->language, N_("“%s” and “%s” have nearly one colour for: %s. %s")),
                                milieu_words (p->language, a), milieu_words (p->language, b), who, milieu_words (p->language, sign));

  milieu_preflight_add (p, MILIEU_FINDING_COLOURS_ALIKE, 1, milieu_figure_mark_box (p->figure, shown->first), what,
                        N_("The style of greys is one that no eye confuses."))->remark = TRUE;
}

static void
tell_alone (MilieuPreflight *p, const char *a, const char *b, guint n, guint first, const char *fix)
{
  char *what = g_strdup_printf (milieu_words (p->language, N_("Colour alone tells “%s” from “%s”.")),
                                milieu_words (p->language, a), milieu_words (p->language, b));

  milieu_preflight_add (p, MILIEU_FINDING_COLOUR_ALONE, n, milieu_figure_mark_box (p->figure, first), what, fix);
}

/* ---- grounds ---- */

static void
judge_grounds (MilieuPreflight *p)
{
  Shown shown[MILIEU_N_GROUNDS] = { { 0 } };

  for (guint i = 0; i < p->n_marks; i++)
    if (p->marks[i].kind == MILIEU_MARK_SYMBOL && p->marks[i].symbol.ground < MILIEU_N_GROUNDS)
      {
        Shown *s = &shown[p->marks[i].symbol.ground];

        s->first = s->n++ == 0 ? i : s->first;
      }
  for (guint a = 0; a < MILIEU_N_GROUNDS; a++)
    for (guint b = a + 1; b < MILIEU_N_GROUNDS; b++)
      {
        g_autofree char *who = NULL;

        if (shown[a].n > 0 && shown[b].n > 0)
          who = who_confuses (p, MILIEU_COLOUR_FILL (a), MILIEU_COLOUR_FILL (b));
        if (who != NULL)
          tell_alike (p, milieu_vocabulary_label (MILIEU_VOCABULARY_GROUND, a),
                      milieu_vocabulary_label (MILIEU_VOCABULARY_GROUND, b), who, &shown[b],
                      N_("The way in which their symbols are filled still tells them apart."));
      }
}

/* the ground whose colour a mark wears; MILIEU_N_GROUNDS for none */
static guint
ground_worn (const MilieuMark *mark)
{
  for (guint g = 0; g < MILIEU_N_GROUNDS; g++)
    for (MilieuColour c = MILIEU_COLOUR_FILL (g); c <= MILIEU_COLOUR_LINE (g); c++)
      if (mark->fill == c || mark->stroke == c)
        return g;
  return MILIEU_N_GROUNDS;
}

/* marks of actors that wear a ground's colour where no symbol says it by its fill */
static void
judge_bare_colour (MilieuPreflight *p)
{
  g_autoptr (GHashTable) symbols = g_hash_table_new (NULL, NULL);
  guint other = MILIEU_N_GROUNDS, n = 0, first = 0, ground = MILIEU_N_GROUNDS;

  for (guint i = 0; i < p->n_marks; i++)
    if (p->marks[i].kind == MILIEU_MARK_SYMBOL && p->marks[i].id != NULL)
      g_hash_table_add (symbols, GUINT_TO_POINTER (p->marks[i].owner));
  for (guint i = 0; i < p->n_marks; i++)
    {
      const MilieuMark *m = &p->marks[i];
      guint worn = ground_worn (m);

      if (m->id == NULL || m->owner_type != MILIEU_RECORD_ACTOR || m->kind == MILIEU_MARK_SYMBOL || m->kind == MILIEU_MARK_LABEL
          || worn == MILIEU_N_GROUNDS || g_hash_table_contains (symbols, GUINT_TO_POINTER (m->owner)))
        continue;
      first = n++ == 0 ? i : first;
      other = ground != MILIEU_N_GROUNDS && ground != worn && other == MILIEU_N_GROUNDS ? worn : other;
      ground = ground == MILIEU_N_GROUNDS ? worn : ground;
    }
  if (other != MILIEU_N_GROUNDS)
    tell_alone (p, milieu_vocabulary_label (MILIEU_VOCABULARY_GROUND, ground),
                milieu_vocabulary_label (MILIEU_VOCABULARY_GROUND, other), n, first,
                N_("Show these actors by their symbols, or write their grounds beside them."));
}

/* ---- ties ---- */

/* the two classes share a form that is as wide in both; Returns: in how many ties */
static guint
alike_in_form (const Shown *a, const Shown *b)
{
  double wide = a->width / a->n, narrow = b->width / b->n;
  guint n = 0;

  if (MAX (wide, narrow) >= WIDER * MIN (wide, narrow))
    return 0;
  for (guint form = 0; form < N_FORMS; form++)
    if (a->n_forms[form] > 0 && b->n_forms[form] > 0)
      n += a->n_forms[form] + b->n_forms[form];
  return n;
}

static void
judge_tie_pair (MilieuPreflight *p, guint a, guint b, const Shown *shown)
{
  const char *first = milieu_vocabulary_label (MILIEU_VOCABULARY_CLASS, a), *second = milieu_vocabulary_label (MILIEU_VOCABULARY_CLASS, b);
  g_autofree char *who = who_confuses (p, MILIEU_COLOUR_TIE (a), MILIEU_COLOUR_TIE (b));
  guint n = alike_in_form (&shown[a], &shown[b]);

  if (n > 0)
    tell_alone (p, first, second, n, shown[b].first,
                N_("Say which way these ties point, so that their heads differ, or show one class at a time."));
  if (who != NULL)
    tell_alike (p, first, second, who, &shown[b],
                n > 0 ? N_("Some of these ties have the same form.") : N_("Bends, heads and widths still tell them apart."));
}

static void
judge_ties (MilieuPreflight *p)
{
  Shown shown[MILIEU_N_CLASSES] = { { 0 } };

  for (guint i = 0; i < p->n_marks; i++)
    if (p->marks[i].kind == MILIEU_MARK_TIE && p->marks[i].id != NULL && p->marks[i].tie.tie_class < MILIEU_N_CLASSES
        && !(p->marks[i].flags & (MILIEU_MARK_GHOST | MILIEU_MARK_FADES)))
      {
        Shown *s = &shown[p->marks[i].tie.tie_class];
        MilieuTieShape shape = milieu_tie_shape (&p->marks[i], p->style, 1);

        s->first = s->n++ == 0 ? i : s->first;
        s->width += shape.width;
        s->n_forms[3 * !milieu_curve_is_straight (&shape.body) + MIN (shape.head, MILIEU_HEAD_TRIANGLE)]++;
      }
  for (guint a = MILIEU_CLASS_UNSET + 1; a < MILIEU_N_CLASSES; a++)
    for (guint b = a + 1; b < MILIEU_N_CLASSES; b++)
      if (shown[a].n > 0 && shown[b].n > 0)
        judge_tie_pair (p, a, b, shown);
}

void
milieu_preflight_colours (MilieuPreflight *p)
{
  judge_grounds (p);
  judge_ties (p);
  judge_bare_colour (p);
}
