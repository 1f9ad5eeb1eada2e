#include "figure/page.h"

#include "figure/describe.h"
#include "figure/legend.h"
#include "figure/map-draw.h"
#include "figure/map-plan.h"
#include "figure/network-draw.h"
#include "figure/network-plan.h"
#include "figure/years.h"
#include "model/short-name.h"
#include "geo/credits.h"

#include <math.h>
#include <string.h>

/* px of paper */
#define TITLE_MIDDLE 8.0
#define TITLE_LINE 15.0
#define SUBTITLE_LINE 12.5
#define TO_PANEL 10.0
#define MAP_RATIO 0.93       /* height of a map to its width */
#define LEGEND_GAP 8.0       /* with half a row 4 mm below the map */
#define CREDIT_LINE 11.0
#define CREDIT_GAP 9.0
#define LEAST_PANEL 120.0    /* of a panel, however long the legend */
#define BESIDE 720.0         /* wider pages put map and network side by side */
#define BETWEEN 12.0
#define NETWORK_TALLEST 1.5  /* height of a network to its width */
#define NETWORK_EDGE 2.0

typedef struct
{
  const MilieuPageOptions *options;
  MilieuFigureTools tools;
  MilieuSnapshot *snapshot;
  const MilieuFilter *filter;
  MilieuFigureBuilder *builder; /* NULL while measuring */
  MilieuMapPlan *map;           /* (nullable) */
  MilieuNetworkPlan *network;   /* (nullable) */
  MilieuBox map_box, network_box;
  double k, width;
  MilieuYearGrid grid;          /* of small multiples */
  char *title, *subtitle, *credit, *disputes;
} Page;

static MilieuPen
pen_of (const Page *p)
{
  return (MilieuPen) { p->builder, &p->tools, milieu_figure_tools_unit (&p->tools), 0, MILIEU_LAYER_FURNITURE };
}

/* ---- words ---- */

static const MilieuCast *
cast_of (const Page *p)
{
  return p->map != NULL ? p->map->content.cast : p->network->cast;
}

static char *
title_of (const Page *p)
{
  const char *own = p->options->title != NULL ? p->options->title : milieu_snapshot_setting (p->snapshot, "title");

  if (own != NULL)
    return milieu_typographic (own);
  return g_strdup (p->options->view == MILIEU_VIEW_NETWORK
                   ? milieu_words (p->tools.language, N_("Who is tied to whom"))
                   : milieu_words (p->tools.language, N_("Where the actors are, and who is tied to whom")));
}

static char *
subtitle_of (const Page *p)
{
  const MilieuFigureFacts *facts = &cast_of (p)->facts;
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

static char *
credit_of (const Page *p)
{
  MilieuLanguage language = p->tools.language;
  g_autofree char *ties = milieu_facts_ties (&cast_of (p)->facts, language);
  GString *text = g_string_new (NULL);

  if (p->map != NULL && p->tools.basemap != NULL)
    g_string_append_printf (text, milieu_words (language, N_("Projection %s. Basemap: %s. ")),
                            milieu_words (language, MILIEU_CREDIT_PROJECTION), milieu_words (language, MILIEU_CREDIT_SHORT));
  g_string_append (text, ties);
  if (p->network != NULL)
    g_string_append_printf (text, milieu_words (language, N_(" Layout: %s, seed %u.")),
                            milieu_words (language, layouts[p->options->kind]),
                            (guint) p->options->seed);
  g_string_append (text, " Milieu.");
  return g_string_free (text, FALSE);
}

/* Returns: how high they are */
static double
draw_lines (const Page *p, MilieuTextRole role, const char *text, double top, double line)
{
  MilieuPen pen = pen_of (p);

  return milieu_pen_lines (&pen, role, text, 0, top, p->width, line * p->k);
}

/* ---- parts ---- */

static double
draw_head (const Page *p)
{
  double y = 0;

  y += draw_lines (p, MILIEU_TEXT_TITLE, p->title, y, TITLE_LINE);
  if (p->options->note != NULL)
    y += draw_lines (p, MILIEU_TEXT_SUBTITLE, p->options->note, y, SUBTITLE_LINE);
  y += draw_lines (p, MILIEU_TEXT_SUBTITLE, p->subtitle, y, SUBTITLE_LINE);
  return y > 0 ? y + (TO_PANEL - 5) * p->k : 0;
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
in_insets (const Page *p, gboolean (*is_so) (const MilieuMapPanel *panel))
{
  for (guint i = 0; i < p->map->n_insets; i++)
    if (is_so (p->map->insets[i].detail))
      return TRUE;
  return FALSE;
}

static double
draw_legend (const Page *p, double top)
{
  MilieuPen pen = pen_of (p);
  guint groups = p->map != NULL ? MILIEU_LEGEND_MAP : MILIEU_LEGEND_NETWORK;
  double height;

  if (p->options->no_legend)
    return 0;
  if (p->map == NULL && p->network->n_bands > 0)
    groups &= ~MILIEU_LEGEND_GROUNDS; /* the bands say it */
  if (p->map != NULL && (anybody_moved (p->map->main) || in_insets (p, anybody_moved)))
    groups |= MILIEU_LEGEND_MOVED;
  if (p->map != NULL && (has_crowd (p->map->main) || in_insets (p, has_crowd)))
    groups |= MILIEU_LEGEND_CROWD;
  if (p->options->n_years > 0)
    groups |= MILIEU_LEGEND_UNDATED;
  if (cast_of (p)->size_by != MILIEU_SIZE_UNSET)
    groups |= MILIEU_LEGEND_SIZES;
  height = milieu_legend_draw (&pen, cast_of (p), groups, p->options->legend_columns, (MilieuBox) { 0, top + LEGEND_GAP * p->k, p->width, 0 });
  return height > 0 ? height + LEGEND_GAP * p->k : 0;
}

static double
draw_foot (const Page *p, double top)
{
  double y = top + draw_legend (p, top) + CREDIT_GAP * p->k;

  if (p->disputes != NULL)
    y += draw_lines (p, MILIEU_TEXT_LEGEND, p->disputes, y, SUBTITLE_LINE) + 2 * p->k;
  y += draw_lines (p, MILIEU_TEXT_CREDIT, p->credit, y, CREDIT_LINE);
  return y - top + 1 * p->k;
}

/* ---- panels ---- */

static void
plan_map (Page *p, double width, double height)
{
  MilieuMapOptions options = { .width = width, .height = height, .extent = p->options->extent, .insets = p->options->insets, .dressing = p->options->dressing,
                               .parts = p->options->n_years > 0 ? MILIEU_MAP_BORDER | MILIEU_MAP_SCALE : MILIEU_MAP_PRINT };

  g_clear_pointer (&p->map, milieu_map_plan_unref);
  p->map = milieu_map_plan_new (p->snapshot, p->filter, &p->tools, &options);
}

static void
plan_network (Page *p, double width, double height)
{
  MilieuNetworkOptions options = { .width = width, .height = height, .layout = p->options->layout,
                                   .graph = p->options->graph, .kind = p->options->kind, .dressing = p->options->dressing };

  g_clear_pointer (&p->network, milieu_network_plan_unref);
  p->network = milieu_network_plan_new (p->snapshot, p->filter, &p->tools, &options);
}

static gboolean
shows (const Page *p, MilieuView view)
{
  return p->options->view == view || p->options->view == MILIEU_VIEW_BOTH;
}

/* width of one panel: half of a wide page that shows both */
static double
panel_width (const Page *p)
{
  gboolean beside = p->options->view == MILIEU_VIEW_BOTH && p->width >= BESIDE * p->k;

  return beside ? (p->width - BETWEEN * p->k) / 2 : p->width;
}

/* as high as its content at full width */
static double
network_height (Page *p, double width)
{
  MilieuBox extent;

  plan_network (p, width, width * NETWORK_TALLEST);
  extent = milieu_network_plan_extent (p->network);
  return extent.y1 - extent.y0 + 2 * NETWORK_EDGE * p->k;
}

/* gives each panel its box; Returns: the bottom of the lower one */
static double
place_panels (Page *p, double top, double room)
{
  double width = panel_width (p), y = top;
  gboolean beside = width < p->width, both = p->options->view == MILIEU_VIEW_BOTH;
  double map = 0, network = 0;

  if (p->options->n_years > 0)
    {
      p->grid = milieu_year_grid (p->options->n_years, p->width, p->k, MAP_RATIO, room);
      p->grid.origin = (MilieuPoint) { 0, top };
      p->map_box = (MilieuBox) { 0, top, p->width, top + milieu_year_grid_height (&p->grid) };
      return p->map_box.y1;
    }
  if (shows (p, MILIEU_VIEW_NETWORK))
    network = network_height (p, width);
  if (shows (p, MILIEU_VIEW_MAP))
    map = both && beside ? MAX (network, width * MAP_RATIO) : width * MAP_RATIO;
  if (room > 0)
    {
      double share = both && !beside ? (room - BETWEEN * p->k) / (map + network) : 1;

      map = map > 0 ? MAX (both && !beside ? map * share : room, LEAST_PANEL * p->k) : 0;
      network = network > 0 ? MAX (both && !beside ? network * share : room, LEAST_PANEL * p->k) : 0;
    }
  p->map_box = (MilieuBox) { 0, y, width, y + map };
  if (both && !beside)
    y += map + BETWEEN * p->k;
  p->network_box = (MilieuBox) { both && beside ? width + BETWEEN * p->k : 0, y, both && beside ? p->width : width, y + network };
  return MAX (p->map_box.y1, p->network_box.y1);
}

static void
plan_panels (Page *p)
{
  if (p->options->n_years > 0)
    plan_map (p, p->grid.width, p->grid.height);
  else if (shows (p, MILIEU_VIEW_MAP))
    plan_map (p, p->map_box.x1 - p->map_box.x0, p->map_box.y1 - p->map_box.y0);
  if (shows (p, MILIEU_VIEW_NETWORK) && p->options->height > 0)
    plan_network (p, p->network_box.x1 - p->network_box.x0, p->network_box.y1 - p->network_box.y0);
}

static void
draw_panels (Page *p)
{
  if (p->options->n_years > 0)
    milieu_years_draw (p->builder, &p->grid, p->map, &p->tools, p->options->years);
  else if (p->map != NULL)
    milieu_map_draw (p->builder, &(MilieuMapDrawing) {
      .plan = p->map, .tools = &p->tools, .frame = p->map->opening, .origin = { p->map_box.x0, p->map_box.y0 } });
  if (p->network != NULL)
    {
      MilieuNetworkView view = p->network->opening;
      MilieuBox extent = milieu_network_plan_extent (p->network);
      double height = p->network_box.y1 - p->network_box.y0;

      /* the middle of what is drawn comes to the middle of the panel */
      view.centre = milieu_network_view_to_spot (&view, (MilieuPoint) { view.width / 2, (extent.y0 + extent.y1) / 2 });
      view.height = height;
      milieu_network_draw (p->builder, &(MilieuNetworkDrawing) {
        .plan = p->network, .tools = &p->tools, .view = view, .origin = { p->network_box.x0, p->network_box.y0 } });
    }
}

/* ---- the page ---- */

static char *
recipe_of (const Page *p)
{
  static const char *const views[] = { "map", "network", "both" };

  return g_strdup_printf ("milieu export --view %s --evidence %s --grounds %s --scope %s%s%s", views[p->options->view],
                          milieu_vocabulary_token (MILIEU_VOCABULARY_EVIDENCE, p->filter->evidence),
                          p->filter->suggested ? "suggested" : "strict", p->filter->all_scopes ? "all" : "core",
                          p->options->note != NULL ? " # " : "", p->options->note != NULL ? p->options->note : "");
}

static MilieuFigureFacts
facts_of (const Page *p)
{
  MilieuFigureFacts facts = cast_of (p)->facts;

  facts.view = p->options->view;
  facts.slice = p->filter->slice;
  facts.year = milieu_filter_year (p->filter, p->snapshot);
  facts.layout = p->network != NULL ? layouts[p->options->kind] : NULL;
  facts.seed = (guint) p->options->seed;
  if (cast_of (p)->size_by != MILIEU_SIZE_UNSET)
    facts.size = milieu_vocabulary_label (MILIEU_VOCABULARY_SIZE, cast_of (p)->size_by);
  facts.basemap = p->map != NULL && p->tools.basemap != NULL;
  facts.n_years = MIN (p->options->n_years, MILIEU_MOST_YEARS);
  for (guint i = 0; i < facts.n_years; i++)
    facts.years[i] = p->options->years[i];
  for (guint i = 0; i < cast_of (p)->n_actors && facts.n_years > 0; i++)
    facts.n_undated += cast_of (p)->actors[i].start == 0;
  return facts;
}

static MilieuFigure *
draw_page (Page *p, double bottom, double height)
{
  const char *author = p->options->author != NULL ? p->options->author : milieu_snapshot_setting (p->snapshot, "authors");
  MilieuFigureFacts facts = facts_of (p);
  g_autofree char *recipe = recipe_of (p);

  p->builder = milieu_figure_builder_new (p->width, height, p->tools.language);
  draw_panels (p);
  draw_head (p);
  draw_foot (p, bottom);
  milieu_figure_set_facts (p->builder, &facts);
  milieu_figure_set_title (p->builder, p->title);
  milieu_figure_set_recipe (p->builder, recipe);
  if (author != NULL)
    milieu_figure_set_author (p->builder, author);
  return milieu_figure_builder_finish (p->builder);
}

static void
clear (Page *p)
{
  g_clear_pointer (&p->map, milieu_map_plan_unref);
  g_clear_pointer (&p->network, milieu_network_plan_unref);
  g_free (p->title);
  g_free (p->subtitle);
  g_free (p->credit);
  g_free (p->disputes);
}

MilieuFigure *
milieu_page_new (MilieuSnapshot *snapshot, const MilieuFilter *filter,
                 const MilieuFigureTools *tools, const MilieuPageOptions *options)
{
  Page p = { .options = options, .tools = *tools, .snapshot = snapshot, .filter = filter, .k = milieu_figure_tools_scale (tools),
             .width = options->width };
  MilieuFigure *figure;
  double top, bottom;

  g_return_val_if_fail (options->width > 0, NULL);
  p.tools.print = TRUE;
  if (shows (&p, MILIEU_VIEW_MAP))
    plan_map (&p, panel_width (&p), panel_width (&p) * MAP_RATIO);
  if (shows (&p, MILIEU_VIEW_NETWORK))
    plan_network (&p, panel_width (&p), panel_width (&p));
  p.title = title_of (&p);
  p.subtitle = subtitle_of (&p);
  p.credit = credit_of (&p);
  if (options->n_years > 0)
    p.disputes = milieu_years_disputes (snapshot, p.map, tools->language);
  top = draw_head (&p);
  bottom = place_panels (&p, top, options->height > 0 ? MAX (1, options->height - top - draw_foot (&p, top)) : 0);
  plan_panels (&p);
  figure = draw_page (&p, bottom, bottom + draw_foot (&p, bottom));
  clear (&p);
  return figure;
}
