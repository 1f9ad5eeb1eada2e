/* What an import did with each row: the same report as the command's. */
#pragma once

#include "format/report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** milieu_import_report_new: @list, @summary: (out) (transfer none): what milieu_import_report_fill() fills; Returns: the page that holds them */
GtkWidget *milieu_import_report_new (GtkBox **list, GtkLabel **summary);

/** milieu_import_report_fill: @list: emptied, then takes a row a line; @summary: takes the counts */
void milieu_import_report_fill (GtkBox *list, GtkLabel *summary, MilieuReport *report);

G_END_DECLS
