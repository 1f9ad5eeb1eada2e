/* What is drawn over the page while its parts are moved: boxes, no cairo. */
#pragma once

#include <gtk/gtk.h>

#include "window/compose-tool.h"

G_BEGIN_DECLS

typedef struct
{
  const MilieuComposeTool *tool;
  GdkTexture *texture;      /* of the page */
  MilieuPoint origin;       /* px, of the page */
  double width, height;     /* mm, of the page */
  const MilieuBox *pointed; /* (nullable): mm: what a finding is about */
  GdkRGBA accent;
} MilieuPageDrawing;

/** milieu_page_view_draw: the page with its shadow, the selected part with its handles, guides, what is pointed at */
void milieu_page_view_draw (GtkSnapshot *snapshot, const MilieuPageDrawing *drawing);

G_END_DECLS
