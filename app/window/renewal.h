/* A page that is made anew when its numbers change: what was unfolded stays so, and the keyboard stays where it was. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _MilieuRenewal MilieuRenewal;

/** milieu_renewal_begin: Returns: (transfer full): what is unfolded in @page, and which of its widgets has the focus */
MilieuRenewal *milieu_renewal_begin (GtkWidget *page);

/** milieu_renewal_end: @renewal: (transfer full); @page: in a window, shown or not: the focus moves only if it was in the old one */
void milieu_renewal_end (MilieuRenewal *renewal, GtkWidget *page);

G_END_DECLS
