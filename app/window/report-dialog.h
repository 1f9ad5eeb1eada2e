/* The report of both readings, as PDF or Markdown, in a language: the same bytes as `milieu report`. */
#pragma once

#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** milieu_report_dialog_present: asks for a language and a format, then for a file, and has a worker write it */
void milieu_report_dialog_present (MilieuSession *session, GtkWindow *parent);

G_END_DECLS
