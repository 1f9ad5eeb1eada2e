/* Labels cut and left out, glyphs that no font has, names of persons. */
#include "figure/preflight-private.h"

#include <string.h>

#include "figure/box.h"
#include "figure/font.h"

#define SLACK 0.5     /* px */
#define MOST_NAMES 12 /* that a finding lists */

/* what a finding is about, once a name */
typedef struct
{
  GPtrArray *names; /* borrowed */
  MilieuBox place;
} Names;

static void
names_add (MilieuPreflight *p, Names *names, const char *name, guint mark)
{
  if (names->names == NULL)
    names->names = g_ptr_array_new ();
  if (names->names->len == 0)
    names->place = milieu_figure_mark_box (p->figure, mark);
  if (!g_ptr_array_find_with_equal_func (names->names, name, g_str_equal, NULL))
    g_ptr_array_add (names->names, (char *) name);
}

/* "“MEL”, “Lille” and 3 more" without line breaks */
static char *
list_names (const MilieuPreflight *p, const Names *names)
{
  GString *list = g_string_new (NULL);
  guint n = names->names->len;

  for (guint i = 0; i < MIN (n, MOST_NAMES); i++)
    {
      g_string_append (list, i > 0 ? ", " : "");
      g_string_append_printf (list, milieu_words (p->language, N_("“%s”")), (const char *) names->names->pdata[i]);
    }
  if (n > MOST_NAMES)
    g_string_append_printf (list, milieu_words_plural (p->language, " and %u more", " and %u more", n - MOST_NAMES),
                            n - MOST_NAMES);
  g_strdelimit (list->str, "\n", ' ');
  return g_string_free (list, FALSE);
}

static void
names_tell (MilieuPreflight *p, Names *names, MilieuFindingKind kind, const char *one, const char *many, const char *fix)
{
  guint n = names->names != NULL ? names->names->len : 0;
  g_autofree char *head = NULL, *list = NULL;

  if (n == 0)
    return;
  head = g_strdup_printf (milieu_words_plural (p->language, one, many, n), n);
  list = list_names (p, names);
  /* TRANSLATORS: "3 labels are cut short", then the names */
  milieu_preflight_add (p, kind, n, names->place, g_strdup_printf (milieu_words (p->language, N_("%s: %s.")), head, list), fix);
  g_ptr_array_unref (names->names);
}

static const char *
name_of (const MilieuMark *mark)
{
  return mark->title != NULL ? mark->title : mark->kind == MILIEU_MARK_LABEL ? mark->label.text : mark->id;
}

/* ---- cut ---- */

/* shortened, or across the edge of its panel or of the page */
static gboolean
is_cut (const MilieuPreflight *p, guint i)
{
  const MilieuMark *mark = &p->marks[i];
  guint n, lines = 1;
  const MilieuPanel *panel = &milieu_figure_panels (p->figure, &n)[mark->panel];
  double right = MIN (panel->clip.x1, milieu_figure_width (p->figure));
  double bottom = MIN (panel->clip.y1, milieu_figure_height (p->figure));
  MilieuBox box = { mark->label.x, mark->label.y, mark->label.x + mark->label.width, 0 };

  for (const char *c = mark->label.text; *c; c++)
    lines += *c == '\n';
  box.y1 = box.y0 + lines * mark->label.line_height;
  if (mark->label.angle != 0)
    box = milieu_figure_mark_box (p->figure, i);
  if (mark->id != NULL && strstr (mark->label.text, "…") && !(mark->title && strstr (mark->title, "…")))
    return TRUE;
  return box.x0 < MAX (panel->clip.x0, 0) - SLACK || box.y0 < MAX (panel->clip.y0, 0) - SLACK
         || box.x1 > right + SLACK || box.y1 > bottom + SLACK;
}

static void
judge_cut (MilieuPreflight *p)
{
  Names cut = { NULL };

  for (guint i = 0; i < p->n_marks; i++)
    if (p->marks[i].kind == MILIEU_MARK_LABEL && is_cut (p, i))
      names_add (p, &cut, name_of (&p->marks[i]), i);
  names_tell (p, &cut, MILIEU_FINDING_LABEL_CUT, NP_("%u label is cut short", "%u labels are cut short"),
              N_("Choose a wider page, or give these actors shorter names."));
}

/* ---- left out ---- */

static GHashTable *
labelled (const MilieuPreflight *p)
{
  GHashTable *keys = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < p->n_marks; i++)
    if (p->marks[i].kind == MILIEU_MARK_LABEL && p->marks[i].id != NULL && p->marks[i].owner_type == MILIEU_RECORD_ACTOR)
      g_hash_table_add (keys, GUINT_TO_POINTER (p->marks[i].owner));
  return keys;
}

static gboolean
is_actor (const MilieuMark *mark)
{
  return mark->kind == MILIEU_MARK_SYMBOL && mark->layer == MILIEU_LAYER_SYMBOLS && mark->id != NULL;
}

/* who stands beyond the edge of its map is told at the edge, or is not part of the figure */
static gboolean
is_in_view (const MilieuPreflight *p, const MilieuMark *mark)
{
  guint n;
  const MilieuBox *clip = &milieu_figure_panels (p->figure, &n)[mark->panel].clip;

  return milieu_box_has_point (*clip, mark->symbol.x, mark->symbol.y);
}

static void
judge_missing (MilieuPreflight *p)
{
  g_autoptr (GHashTable) keys = labelled (p);
  const MilieuFigureFacts *facts = milieu_figure_facts (p->figure);
  Names missing = { NULL };

  /* a chart names those of its rows */
  if (facts != NULL && facts->view == MILIEU_VIEW_SLOPE)
    return;
  for (guint i = 0; i < p->n_marks; i++)
    if (is_actor (&p->marks[i]) && is_in_view (p, &p->marks[i]) && !g_hash_table_contains (keys, GUINT_TO_POINTER (p->marks[i].owner)))
      names_add (p, &missing, name_of (&p->marks[i]), i);
  names_tell (p, &missing, MILIEU_FINDING_LABEL_MISSING,
              NP_("%u actor stands without its name", "%u actors stand without their names"),
              N_("Choose a wider page or a smaller frame, or show fewer actors."));
}

/* ---- glyphs and persons ---- */

static void
judge_glyphs (MilieuPreflight *p)
{
  Names unknown = { NULL };

  for (guint i = 0; i < p->n_marks && p->measure != NULL; i++)
    if (p->marks[i].kind == MILIEU_MARK_LABEL)
      {
        g_autofree char *line = g_strdelimit (g_strdup (p->marks[i].label.text), "\n", ' '); /* a line break is no glyph */

        if (milieu_text_unknown (p->measure, line, &p->marks[i].label.style) > 0)
          names_add (p, &unknown, p->marks[i].label.text, i);
      }
  names_tell (p, &unknown, MILIEU_FINDING_GLYPH_MISSING,
              NP_("%u text has characters that no font here can draw", "%u texts have characters that no font here can draw"),
              N_("Install a font for that script, such as one of the Noto fonts, and export again."));
}

/* text in another font than was asked for has other widths */
static void
judge_font (MilieuPreflight *p)
{
  for (guint i = 0; i < p->n_marks && p->measure != NULL; i++)
    if (p->marks[i].kind == MILIEU_MARK_LABEL && p->marks[i].label.style.family != NULL)
      {
        const char *asked = p->marks[i].label.style.family;
        g_autofree char *found = milieu_font_found (asked);

        if (g_ascii_strcasecmp (asked, found) != 0)
          milieu_preflight_add (p, MILIEU_FINDING_FONT_MISSING, 1, (MilieuBox) { 0 },
                                g_strdup_printf (milieu_words (p->language, N_("The font “%s” is not here; the text is set in the nearest, “%s”.")),
                                                 asked, found),
                                N_("Install that font, or choose another."));
        return;
      }
}

static void
judge_persons (MilieuPreflight *p)
{
  Names persons = { NULL };

  for (guint i = 0; i < p->n_marks; i++)
    if (p->marks[i].kind == MILIEU_MARK_SYMBOL && p->marks[i].id != NULL && p->marks[i].symbol.symbol == MILIEU_SYMBOL_PERSON)
      names_add (p, &persons, name_of (&p->marks[i]), i);
  names_tell (p, &persons, MILIEU_FINDING_PERSON_NAMED, NP_("%u person is named", "%u persons are named"),
              N_("Ask them whether they agree, put a role in the place of the name, or filter persons out."));
}

void
milieu_preflight_names (MilieuPreflight *p)
{
  judge_cut (p);
  judge_missing (p);
  judge_glyphs (p);
  judge_font (p);
  judge_persons (p);
}
