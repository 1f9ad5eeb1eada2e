#include "figure/page-private.h"

#include "figure/map-draw.h"
#include "figure/network-draw.h"
#include "figure/ties.h"

#include <math.h>

/* px of paper */
#define TO_PANEL 10.0
#define MAP_RATIO 0.93       /* height of a map to its width */
#define LEGEND_GAP 8.0       /* with half a row 4 mm below the map */
#define CREDIT_GAP 9.0
#define LEAST_PANEL 120.0    /* of a panel, however long the legend */
#define BESIDE 720.0         /* wider pages put map and network side by side */
#define BETWEEN 12.0
#define NETWORK_TALLEST 1.5  /* height of a network to its width */
#define NETWORK_EDGE 2.0
#define PAPER 5.0            /* about texts that stand on a map */

/* ---- parts of text: in the flow of the page, or where a person put them ---- */

typedef double (*DrawPart) (const MilieuPage *p, MilieuBox box);

static gboolean
covers_panel (const MilieuPage *p, MilieuBox box)
{
  return (p->map != NULL && milieu_boxes_meet (&p->map_box, &box, 0))
         || (p->network != NULL && milieu_boxes_meet (&p->network_box, &box, 0));
}

static gboolean
is_hidden (const MilieuPage *p, MilieuPlatePart part)
{
  return p->options->parts[part].hidden || (part == MILIEU_PART_LEGEND && p->options->no_legend);
}

/* paper below what stands on a map, and a line about a legend there */
static void
draw_paper (const MilieuPage *p, MilieuPlatePart part, MilieuBox box)
{
  MilieuPen pen = milieu_page_pen (p);
  MilieuColour line = part == MILIEU_PART_LEGEND ? MILIEU_COLOUR_FRAME : MILIEU_COLOUR_NONE;

  milieu_pen_box (&pen, milieu_box_grow (box, PAPER * p->k), 0, MILIEU_COLOUR_CANVAS, 1, line, 0.6 * p->k, 1, NULL);
}

/* @box: where it stands by itself; Returns: how high it is there, whether it is drawn there or not */
static double
draw_part (MilieuPage *p, MilieuPlatePart part, DrawPart draw, MilieuBox box)
{
  const MilieuPartPlace *place = &p->options->parts[part];
  MilieuFigureBuilder *builder = p->builder;
  double height;

  p->builder = NULL;
  height = is_hidden (p, part) ? 0 : draw (p, box);
  if (place->placed)
    box = (MilieuBox) { place->x, place->y, place->x + (place->sized ? place->width : p->width), 0 };
  box.y1 = box.y0 + (place->placed ? draw (p, box) : height);
  p->builder = builder;
  if (is_hidden (p, part) || box.y1 <= box.y0)
    return height;
  p->lowest = MAX (p->lowest, box.y1);
  if (builder == NULL)
    return height;
  milieu_figure_add_part (builder, part, box);
  if (place->placed)
    p->panel = milieu_figure_add_panel (builder, &(MilieuPanel) { .clip = milieu_box_grow (box, 2 * PAPER * p->k) });
  if (place->placed && covers_panel (p, box))
    draw_paper (p, part, box);
  draw (p, box);
  p->panel = 0;
  return height;
}

static double
draw_head (MilieuPage *p)
{
  double height = draw_part (p, MILIEU_PART_TITLE, milieu_page_draw_title, (MilieuBox) { 0, 0, p->width, 0 });

  return height > 0 ? height + (TO_PANEL - 5) * p->k : 0;
}

static double
draw_foot (MilieuPage *p, double top)
{
  double y = top + LEGEND_GAP * p->k, height = draw_part (p, MILIEU_PART_LEGEND, milieu_page_draw_legend, (MilieuBox) { 0, y, p->width, 0 });

  y = height > 0 ? y + height + CREDIT_GAP * p->k : top + CREDIT_GAP * p->k;
  height = draw_part (p, MILIEU_PART_NOTES, milieu_page_draw_notes, (MilieuBox) { 0, y, p->width, 0 });
  return (height > 0 ? y + height : y - CREDIT_GAP * p->k) - top + 1 * p->k;
}

/* ---- panels ---- */

static void
plan_map (MilieuPage *p, double width, double height)
{
  const MilieuPartPlace *parts = p->options->parts;
  MilieuMapOptions options = { .width = width, .height = height, .extent = p->options->extent, .insets = p->options->insets, .dressing = p->options->dressing,
                               .parts = p->options->n_years > 0 ? MILIEU_MAP_BORDER | MILIEU_MAP_SCALE : MILIEU_MAP_PRINT,
                               .places = { parts[MILIEU_PART_INSET], parts[MILIEU_PART_SCALE], parts[MILIEU_PART_NORTH],
                                           parts[MILIEU_PART_LOCATOR] } };

  g_clear_pointer (&p->map, milieu_map_plan_unref);
  p->map = milieu_map_plan_new (p->snapshot, p->filter, &p->tools, &options);
}

static void
plan_network (MilieuPage *p, double width, double height)
{
  MilieuNetworkOptions options = { .width = width, .height = height, .layout = p->options->layout,
                                   .graph = p->options->graph, .kind = p->options->kind, .dressing = p->options->dressing };

  g_clear_pointer (&p->network, milieu_network_plan_unref);
  p->network = milieu_network_plan_new (p->snapshot, p->filter, &p->tools, &options);
}

static gboolean
shows (const MilieuPage *p, MilieuView view)
{
  return p->options->view == view || p->options->view == MILIEU_VIEW_BOTH;
}

/* width of one panel: half of a wide page that shows both */
static double
panel_width (const MilieuPage *p)
{
  gboolean beside = p->options->view == MILIEU_VIEW_BOTH && p->width >= BESIDE * p->k;

  return beside ? (p->width - BETWEEN * p->k) / 2 : p->width;
}

/* as high as its content at full width */
static double
network_height (MilieuPage *p, double width)
{
  MilieuBox extent;

  plan_network (p, width, width * NETWORK_TALLEST);
  extent = milieu_network_plan_extent (p->network);
  return extent.y1 - extent.y0 + 2 * NETWORK_EDGE * p->k;
}

/* where a person put a panel, else @box */
static MilieuBox
put (MilieuPage *p, MilieuPlatePart part, MilieuBox box)
{
  const MilieuPartPlace *place = &p->options->parts[part];
  double width = place->sized ? place->width : box.x1 - box.x0, height = place->sized ? place->height : box.y1 - box.y0;

  if (place->placed)
    box = (MilieuBox) { place->x, place->y, place->x + width, place->y + height };
  p->lowest = MAX (p->lowest, box.y1);
  return box;
}

/* small multiples: one part, however many maps; Returns: its bottom, where it stands by itself */
static double
place_years (MilieuPage *p, double top, double room)
{
  const MilieuPartPlace *place = &p->options->parts[MILIEU_PART_MAP];
  double width = place->sized ? place->width : p->width, bottom;

  p->grid = milieu_year_grid (p->options->n_years, p->width, p->k, MAP_RATIO, room);
  p->map_box = (MilieuBox) { 0, top, p->width, bottom = top + milieu_year_grid_height (&p->grid) };
  if (place->sized)
    p->grid = milieu_year_grid (p->options->n_years, width, p->k, MAP_RATIO, place->height);
  p->map_box = put (p, MILIEU_PART_MAP, p->map_box);
  p->grid.origin = (MilieuPoint) { p->map_box.x0, p->map_box.y0 };
  return bottom;
}

/* gives each panel its box; Returns: the bottom of the lower one, as they stand by themselves */
static double
place_panels (MilieuPage *p, double top, double room)
{
  double width = panel_width (p), y = top;
  gboolean beside = width < p->width, both = p->options->view == MILIEU_VIEW_BOTH;
  double map = 0, network = 0;

  if (p->options->n_years > 0)
    return place_years (p, top, room);
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
  y = MAX (p->map_box.y1, p->network_box.y1);
  if (shows (p, MILIEU_VIEW_MAP))
    p->map_box = put (p, MILIEU_PART_MAP, p->map_box);
  if (shows (p, MILIEU_VIEW_NETWORK))
    p->network_box = put (p, MILIEU_PART_NETWORK, p->network_box);
  return y;
}

static void
plan_panels (MilieuPage *p)
{
  if (p->options->n_years > 0)
    plan_map (p, p->grid.width, p->grid.height);
  else if (shows (p, MILIEU_VIEW_MAP))
    plan_map (p, p->map_box.x1 - p->map_box.x0, p->map_box.y1 - p->map_box.y0);
  if (shows (p, MILIEU_VIEW_NETWORK) && (p->options->height > 0 || p->options->parts[MILIEU_PART_NETWORK].sized))
    plan_network (p, p->network_box.x1 - p->network_box.x0, p->network_box.y1 - p->network_box.y0);
}

static void
draw_panels (MilieuPage *p)
{
  if (p->map != NULL)
    milieu_figure_add_part (p->builder, MILIEU_PART_MAP, p->map_box);
  if (p->network != NULL)
    milieu_figure_add_part (p->builder, MILIEU_PART_NETWORK, p->network_box);
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
recipe_of (const MilieuPage *p)
{
  static const char *const views[] = { "map", "network", "both" };

  return g_strdup_printf ("milieu export --view %s --evidence %s --grounds %s --scope %s%s%s", views[p->options->view],
                          milieu_vocabulary_token (MILIEU_VOCABULARY_EVIDENCE, p->filter->evidence),
                          p->filter->suggested ? "suggested" : "strict", p->filter->all_scopes ? "all" : "core",
                          p->options->note != NULL ? " # " : "", p->options->note != NULL ? p->options->note : "");
}

static MilieuFigureFacts
facts_of (const MilieuPage *p)
{
  MilieuFigureFacts facts = milieu_page_cast (p)->facts;

  facts.view = p->options->view;
  facts.slice = p->filter->slice;
  facts.year = milieu_filter_year (p->filter, p->snapshot);
  facts.layout = p->network != NULL ? milieu_page_layout (p) : NULL;
  facts.seed = (guint) p->options->seed;
  if (milieu_page_cast (p)->size_by != MILIEU_SIZE_UNSET)
    facts.size = milieu_vocabulary_label (MILIEU_VOCABULARY_SIZE, milieu_page_cast (p)->size_by);
  facts.basemap = p->map != NULL && p->tools.basemap != NULL;
  facts.n_years = MIN (p->options->n_years, MILIEU_MOST_YEARS);
  for (guint i = 0; i < facts.n_years; i++)
    facts.years[i] = p->options->years[i];
  for (guint i = 0; i < milieu_page_cast (p)->n_actors && facts.n_years > 0; i++)
    facts.n_undated += milieu_page_cast (p)->actors[i].start == 0;
  return facts;
}

static gboolean
anything_is_placed (const MilieuPage *p)
{
  for (guint i = 0; i < MILIEU_N_PARTS; i++)
    if (p->options->parts[i].placed && !milieu_plate_part_is_of_map (i))
      return TRUE;
  return FALSE;
}

/* as high as its parts; one that was moved leaves its room to nobody, so that nothing else moves */
static double
height_of (MilieuPage *p, double bottom)
{
  double height = bottom + draw_foot (p, bottom);

  return p->options->height <= 0 && anything_is_placed (p) ? MAX (1, p->lowest + 1 * p->k) : height;
}

static MilieuFigure *
draw_page (MilieuPage *p, double bottom, double height)
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
clear (MilieuPage *p)
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
  MilieuPage p = { .options = options, .tools = *tools, .snapshot = snapshot, .filter = filter, .k = milieu_figure_tools_scale (tools),
                   .width = options->width };
  MilieuFigure *figure;
  double top, bottom;

  g_return_val_if_fail (options->width > 0, NULL);
  p.tools.print = TRUE;
  if (shows (&p, MILIEU_VIEW_MAP))
    plan_map (&p, panel_width (&p), panel_width (&p) * MAP_RATIO);
  if (shows (&p, MILIEU_VIEW_NETWORK))
    plan_network (&p, panel_width (&p), panel_width (&p));
  milieu_page_set_words (&p);
  top = draw_head (&p);
  bottom = place_panels (&p, top, options->height > 0 ? MAX (1, options->height - top - draw_foot (&p, top)) : 0);
  plan_panels (&p);
  figure = draw_page (&p, bottom, height_of (&p, bottom));
  clear (&p);
  return figure;
}
