#include "handmade.h"

#include "figure/text.h"
#include "figure/ties.h"

static void
add_ground (MilieuFigureBuilder *builder, guint8 inset)
{
  static const MilieuPoint land[] = { { 0, 0 }, { 200, 0 }, { 200, 100 }, { 0, 100 }, { 40, 40 }, { 60, 40 }, { 60, 60 } };
  static const guint parts[] = { 4, 3 };
  static const MilieuPoint river[] = { { 0, 20 }, { 100, 30.5 } };

  /* furniture is added first and painted last */
  milieu_figure_add (builder, &(MilieuMark) {
    .kind = MILIEU_MARK_LABEL, .layer = MILIEU_LAYER_FURNITURE, .fill = MILIEU_COLOUR_SOFT,
    .label = { .x = 10, .y = 88, .width = 40, .line_height = 10, .text = "0 5 km", .style = { 8, 400 }, .align = MILIEU_ALIGN_RIGHT } });
  milieu_figure_add (builder, &(MilieuMark) {
    .kind = MILIEU_MARK_POLYGON, .layer = MILIEU_LAYER_GROUND, .panel = inset, .fill = MILIEU_COLOUR_SEA,
    .stroke = MILIEU_COLOUR_GLOW, .stroke_opacity = 0.35, .width = 14, .flags = MILIEU_MARK_INSIDE,
    .path = { land, parts, 7, 2 } });
  milieu_figure_add (builder, &(MilieuMark) {
    .kind = MILIEU_MARK_LINE, .layer = MILIEU_LAYER_GROUND, .stroke = MILIEU_COLOUR_RIVER, .width = 1.1,
    .dash = { 3, 2.2 }, .flags = MILIEU_MARK_ROUND_CAPS, .path = { .points = river, .n_points = 2 } });
}

static void
add_actor (MilieuFigureBuilder *builder, guint8 panel, guint32 key, const char *id, double x, double y, const char *title)
{
  milieu_figure_add (builder, &(MilieuMark) {
    .kind = MILIEU_MARK_SYMBOL, .layer = MILIEU_LAYER_SYMBOLS, .panel = panel,
    .owner_type = MILIEU_RECORD_ACTOR, .owner = key, .id = id, .title = title,
    .symbol = { x, y, 12, MILIEU_SYMBOL_SCHOOL, key == 7 ? MILIEU_GROUND_EMERGING : MILIEU_GROUND_UNDERGROUND } });
}

MilieuFigure *
handmade_figure (const char *name, const char *title)
{
  MilieuFigureBuilder *builder = milieu_figure_builder_new (200, 100, MILIEU_LANGUAGE_FRENCH);
  MilieuPanel panel = { { 100, 10, 190, 90 }, 8, TRUE };
  guint8 inset = milieu_figure_add_panel (builder, &panel);
  MilieuFigureFacts facts = {
    .view = MILIEU_VIEW_MAP, .n_actors = 2, .n_grounds = { [MILIEU_GROUND_EMERGING] = 1, [MILIEU_GROUND_UNDERGROUND] = 1 },
    .n_ties = 1, .n_classes = { [MILIEU_CLASS_INTERACTION] = 1 }, .n_evidences = { [MILIEU_EVIDENCE_VERIFIED] = 1 },
    .evidence = MILIEU_EVIDENCE_VERIFIED, .suggested = TRUE,
  };

  milieu_figure_set_title (builder, title);
  milieu_figure_set_author (builder, "A. Autrice");
  milieu_figure_set_recipe (builder, "seed 42; réseau");
  milieu_figure_set_facts (builder, &facts);
  add_ground (builder, inset);
  add_actor (builder, 0, 7, "pop man", 30, 50, name);
  add_actor (builder, 0, 9, "anis", 80, 50, NULL);
  add_actor (builder, inset, 9, "anis", 150, 50, NULL);
  milieu_figure_add (builder, &(MilieuMark) {
    .kind = MILIEU_MARK_TIE, .layer = MILIEU_LAYER_TIES, .fill_opacity = 0.94, .width = 1.4,
    .owner_type = MILIEU_RECORD_TIE, .owner = 3, .id = "t3",
    .tie = { { { 40, 50 }, { 55, 37 }, { 70, 50 } }, 1, MILIEU_CLASS_INTERACTION, MILIEU_EVIDENCE_VERIFIED, TRUE } });
  milieu_figure_add (builder, &(MilieuMark) {
    .kind = MILIEU_MARK_LABEL, .layer = MILIEU_LAYER_LABELS, .fill = MILIEU_COLOUR_INK, .stroke = MILIEU_COLOUR_HALO,
    .width = 2.6, .owner_type = MILIEU_RECORD_ACTOR, .owner = 7, .id = "pop man",
    .label = { .x = 10, .y = 60, .width = 30, .text = name, .style = { 10, 500 }, .align = MILIEU_ALIGN_CENTRE } });
  milieu_figure_add (builder, &(MilieuMark) {
    .kind = MILIEU_MARK_DISC, .layer = MILIEU_LAYER_SYMBOLS, .panel = inset, .fill = MILIEU_COLOUR_TOWN, .disc = { 120, 30, 2 } });
  return milieu_figure_builder_finish (builder);
}
