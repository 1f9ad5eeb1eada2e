/* What the files of the page share. */
#pragma once

#include "figure/map-plan.h"
#include "figure/network-plan.h"
#include "figure/page.h"
#include "figure/pen.h"
#include "figure/years.h"

G_BEGIN_DECLS

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
  guint8 panel;                 /* that texts are on: the page, or one above the map */
  double lowest;                /* bottom of all that it shows, px */
  MilieuYearGrid grid;          /* of small multiples */
  char *title, *subtitle, *credit, *disputes;
} MilieuPage;

/** milieu_page_pen: Returns: a pen for the furniture of the page */
MilieuPen milieu_page_pen (const MilieuPage *page);
/** milieu_page_cast: Returns: (transfer none): whom it shows */
const MilieuCast *milieu_page_cast (const MilieuPage *page);
/** milieu_page_layout: Returns: msgid: what the layout of its network is called */
const char *milieu_page_layout (const MilieuPage *page);
/** milieu_page_set_words: title, subtitle and credit, once its plans are made */
void milieu_page_set_words (MilieuPage *page);

/* Each draws in @box, whose left, top and right count, and measures alone while there is no builder; Returns: how high it is */
double milieu_page_draw_title (const MilieuPage *page, MilieuBox box);
double milieu_page_draw_legend (const MilieuPage *page, MilieuBox box);
double milieu_page_draw_notes (const MilieuPage *page, MilieuBox box);

G_END_DECLS
