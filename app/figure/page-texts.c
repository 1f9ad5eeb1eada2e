/* The words of a page: title, legend, notes. */
#include "figure/page-private.h"

#include "figure/describe.h"
#include "figure/legend.h"
#include "geo/credits.h"
#include "model/short-name.h"

/* px of paper */
#define TITLE_LINE 15.0
#define SUBTITLE_LINE 12.5
#define CREDIT_LINE 11.0

MilieuPen
milieu_page_pen (const MilieuPage *p)
{
  return (MilieuPen) { p->builder, &p->tools, milieu_figure_tools_unit (&p->tools), p->panel, MILIEU_LAYER_FURNITURE };
}

/* ---- words ---- */

const MilieuCast *
milieu_page_cast (const MilieuPage *p)
{
  return p->map != NULL ? p->map->content.cast : p->network->cast;
}

static char *
title_of (const MilieuPage *p)
{
  const char *own = p->options->title != NULL ? p->options->title : milieu_snapshot_setting (p->snapshot, "title");

  if (own != NULL)
    return milieu_typographic (own);
  return g_strdup (p->options->view == MILIEU_VIEW_NETWORK
                   ? milieu_words (p->tools.language, N_("Who is tied to whom"))
                   : milieu_words (p->tools.language, N_("Where the actors are, and who is tied to whom")));
}

static char *
subtitle_of (const MilieuPage *p)
{
  const MilieuFigureFacts *facts = &milieu_page_cast (p)->facts;
  MilieuLanguage language = p->tools.language;
  g_autofree char *evidence = milieu_facts_evidence (facts, language);
  g_autofree char *who = NULL;

  if (facts->n_actors == 0)
    return g_strdup (milieu_words (language, N_("No actors.")));
  if (p->options->n_years > 0)
    return g_strdup_printf (milieu_words (language, N_("%u of %u actors have a place and a start year. Named: who is new since the panel before; dashed: who ended.")),
                            milieu_years_placed (p->map), facts->n_actors);
  if (p->options->view == MILIEU_VIEW_NETWORK)
    who = g_strdup_printf (milieu_words_plural (language, "%u actor.", "%u actors.", facts->n_actors), facts->n_actors);
  else
    who = g_strdup_printf (milieu_words_plural (language, "%u of %u actor has a place.", "%u of %u actors have a place.",
                                                facts->n_actors),
                           facts->n_actors - facts->n_without_place, facts->n_actors);
  return g_strdup_printf ("%s %s", who, evidence);
}

static const char *const layouts[MILIEU_N_LAYOUTS] = { N_("strata"), N_("organic"), N_("circle"), N_("communities"),
                                                      N_("forces") };

const char *
milieu_page_layout (const MilieuPage *p)
{
  return layouts[p->options->kind];
}

static char *
credit_of (const MilieuPage *p)
{
  MilieuLanguage language = p->tools.language;
  g_autofree char *ties = milieu_facts_ties (&milieu_page_cast (p)->facts, language);
  GString *text = g_string_new (NULL);

  if (p->map != NULL && p->tools.basemap != NULL)
    g_string_append_printf (text, milieu_words (language, N_("Projection %s. Basemap: %s. ")),
                            milieu_words (language, MILIEU_CREDIT_PROJECTION), milieu_words (language, MILIEU_CREDIT_SHORT));
  g_string_append (text, ties);
  if (p->network != NULL)
    g_string_append_printf (text, milieu_words (language, N_(" Layout: %s, seed %u.")),
                            milieu_words (language, milieu_page_layout (p)),
                            (guint) p->options->seed);
  g_string_append (text, " Milieu.");
  return g_string_free (text, FALSE);
}

void
milieu_page_set_words (MilieuPage *p)
{
  p->title = title_of (p);
  p->subtitle = subtitle_of (p);
  p->credit = credit_of (p);
  if (p->options->n_years > 0)
    p->disputes = milieu_years_disputes (p->snapshot, p->map, p->tools.language);
}

/* lines of text across @box, from @top on, each as long as it can be; Returns: how high they are */
static double
draw_lines (const MilieuPage *p, MilieuTextRole role, const char *text, MilieuBox box, double top, double line)
{
  MilieuPen pen = milieu_page_pen (p);

  return milieu_pen_lines (&pen, role, text, box.x0, top, box.x1 - box.x0, line * p->k);
}

/* ---- what they draw ---- */

/* Returns: how high the texts of the title are in @box */
double
milieu_page_draw_title (const MilieuPage *p, MilieuBox box)
{
  double y = box.y0;

  y += draw_lines (p, MILIEU_TEXT_TITLE, p->title, box, y, TITLE_LINE);
  if (p->options->note != NULL)
    y += draw_lines (p, MILIEU_TEXT_SUBTITLE, p->options->note, box, y, SUBTITLE_LINE);
  y += draw_lines (p, MILIEU_TEXT_SUBTITLE, p->subtitle, box, y, SUBTITLE_LINE);
  return y - box.y0;
}

/* whether a symbol of the map stands beside its place */
static gboolean
anybody_moved (const MilieuMapPanel *panel)
{
  for (guint i = 0; panel != NULL && i < panel->arrangement->n_stands; i++)
    {
      const MilieuStand *s = &panel->arrangement->stands[i];
      double dx = s->x - s->ax, dy = s->y - s->ay;

      if (s->disc < 0 && dx * dx + dy * dy > 0.35 * 0.35 * s->size * s->size)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_crowd (const MilieuMapPanel *panel)
{
  for (guint i = 0; panel != NULL && i < panel->arrangement->n_discs; i++)
    if (panel->arrangement->discs[i].kind == MILIEU_DISC_CROWD)
      return TRUE;
  return FALSE;
}

static gboolean
in_insets (const MilieuPage *p, gboolean (*is_so) (const MilieuMapPanel *panel))
{
  for (guint i = 0; i < p->map->n_insets; i++)
    if (is_so (p->map->insets[i].detail))
      return TRUE;
  return FALSE;
}

double
milieu_page_draw_legend (const MilieuPage *p, MilieuBox box)
{
  MilieuPen pen = milieu_page_pen (p);
  guint groups = p->map != NULL ? MILIEU_LEGEND_MAP : MILIEU_LEGEND_NETWORK;

  if (p->map == NULL && p->network->n_bands > 0)
    groups &= ~MILIEU_LEGEND_GROUNDS; /* the bands say it */
  if (p->map != NULL && (anybody_moved (p->map->main) || in_insets (p, anybody_moved)))
    groups |= MILIEU_LEGEND_MOVED;
  if (p->map != NULL && (has_crowd (p->map->main) || in_insets (p, has_crowd)))
    groups |= MILIEU_LEGEND_CROWD;
  if (p->options->n_years > 0)
    groups |= MILIEU_LEGEND_UNDATED;
  if (milieu_page_cast (p)->size_by != MILIEU_SIZE_UNSET)
    groups |= MILIEU_LEGEND_SIZES;
  return milieu_legend_draw (&pen, milieu_page_cast (p), groups, p->options->legend_columns, box);
}

double
milieu_page_draw_notes (const MilieuPage *p, MilieuBox box)
{
  g_auto (GStrv) lines = g_strsplit (p->options->remark != NULL ? p->options->remark : "", "\n", -1);
  double y = box.y0;

  if (p->disputes != NULL)
    y += draw_lines (p, MILIEU_TEXT_LEGEND, p->disputes, box, y, SUBTITLE_LINE) + 2 * p->k;
  for (guint i = 0; lines[i] != NULL; i++)
    y += draw_lines (p, MILIEU_TEXT_CREDIT, lines[i], box, y, CREDIT_LINE);
  y += draw_lines (p, MILIEU_TEXT_CREDIT, p->credit, box, y, CREDIT_LINE);
  return y - box.y0;
}
