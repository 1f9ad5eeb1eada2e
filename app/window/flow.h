/* A layout like running text: children side by side, in as many rows as they need. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_FLOW (milieu_flow_get_type ())
G_DECLARE_FINAL_TYPE (MilieuFlow, milieu_flow, MILIEU, FLOW, GtkLayoutManager)

G_END_DECLS
