/* The page of a figure as it will be printed, and its parts under one's hands. */
#pragma once

#include <gtk/gtk.h>

#include "session/page-work.h"

G_BEGIN_DECLS

#define MILIEU_TYPE_PAGE_VIEW (milieu_page_view_get_type ())
G_DECLARE_FINAL_TYPE (MilieuPageView, milieu_page_view, MILIEU, PAGE_VIEW, GtkWidget)

/**
 * MilieuPageView::placed:
 * @part: MilieuPlatePart
 * @place: a MilieuPartPlace: where a hand or a key put it
 *
 * MilieuPageView::hidden: @part is to be left out
 *
 * MilieuPageView::selected: another part, or none, is selected
 */

/** milieu_page_view_new: Returns: (transfer floating): an empty view */
GtkWidget *milieu_page_view_new (void);

/** milieu_page_view_paint: shows what a worker painted */
void milieu_page_view_paint (MilieuPageView *view, const MilieuPageResult *result);

/** milieu_page_view_set_parts: whose parts can be moved from now on; @margin: mm of the page */
void milieu_page_view_set_parts (MilieuPageView *view, const MilieuFigure *figure, double margin);

/** milieu_page_view_set_zoom: px of the window per mm of the page */
void milieu_page_view_set_zoom (MilieuPageView *view, double px_per_mm);

/** milieu_page_view_selected: Returns: the MilieuPlatePart, G_MAXUINT for none */
guint milieu_page_view_selected (MilieuPageView *view);
void milieu_page_view_select (MilieuPageView *view, guint part);

/** milieu_page_view_part: @box: (out): where @part stands, mm of the page; Returns: whether it is there */
gboolean milieu_page_view_part (MilieuPageView *view, guint part, MilieuBox *box);

/** milieu_page_view_place_of: @place: (out): what a figure keeps for @part standing at @box, mm of the page */
void milieu_page_view_place_of (MilieuPageView *view, guint part, MilieuBox box, MilieuPartPlace *place);

/** milieu_page_view_point_at: @box: (nullable): mm of the page: a frame about it, until the next painting of another figure */
void milieu_page_view_point_at (MilieuPageView *view, const MilieuBox *box);

G_END_DECLS
