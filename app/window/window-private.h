/* What the files of the window share. */
#pragma once

#include "format/report.h"
#include "window/filters.h"
#include "window/notice-bar.h"
#include "window/search.h"
#include "window/side-panel.h"
#include "window/simulation-banner.h"
#include "window/tray.h"
#include "window/views.h"
#include "window/window.h"

G_BEGIN_DECLS

struct _MilieuWindow
{
  AdwApplicationWindow parent;
  MilieuSession *session;

  GtkWidget *undo_button, *redo_button;
  GtkMenuButton *menu_button, *search_button;
  GMenuModel *menu;
  MilieuSearch *search;
  MilieuNoticeBar *notices;
  AdwToastOverlay *toasts;
  GtkStack *pages;
  AdwFlap *filters_flap, *panel_flap;
  MilieuFilters *filters;
  MilieuSidePanel *side_panel;
  MilieuViews *views;
  MilieuSimulationBanner *banner;
  MilieuTray *tray;
  GtkWidget *empty_page;
  AdwStatusPage *error_page;
  GtkWidget *salvage_button;
  GtkProgressBar *progress;
  GMenu *recent, *undo_section, *select_kind, *dialogs_section, *what_if_section;

  GFile *opening; /* (nullable): what is being read */
  MilieuMap *salvaged; /* (nullable): what can be read of a file that could not be opened */
  MilieuReport *salvage_report; /* (nullable): and what was left out */
  GtkWidget *focus_last, *focus_before, *focus_popover; /* weak: now; before the popover that has it; that popover */
  guint progress_source;
  gboolean filters_before_both; /* whether both closed the filters */
  gboolean narrow;
  guint frames; /* until all is there */
  gboolean closing;             /* the guard has been answered */
};

/* what the notices are about: what was said of it before goes */
#define MILIEU_NOTICE_TROUBLE "trouble"
#define MILIEU_NOTICE_OUTSIDE "outside"
#define MILIEU_NOTICE_COPY "copy"
#define MILIEU_NOTICE_ASIDE "aside"

#define MILIEU_MAP_MIME "application/x-milieu+xml"

/* what is done once the map may go, or is saved */
typedef void (*MilieuThen) (MilieuWindow *self);

/* window-files.c */
void milieu_window_files_class_init (GtkWidgetClass *klass);
void milieu_window_files_init (MilieuWindow *self);
/* @then comes at once if nothing would be lost, else when the person has said so */
void milieu_window_guard (MilieuWindow *self, MilieuThen then);
void milieu_window_show_recent (MilieuWindow *self);
gboolean milieu_window_close_request (GtkWindow *window);
void milieu_window_save_state (MilieuWindow *self);
void milieu_window_load_state (MilieuWindow *self, GFile *file);

/* window-save.c */
void milieu_window_save_class_init (GtkWidgetClass *klass);
void milieu_window_save (MilieuWindow *self, MilieuThen then);
void milieu_window_add_recent (GFile *file);
void milieu_window_add_map_filter (GtkFileChooser *chooser);

/* window-salvage.c */
void milieu_window_salvage_class_init (GtkWidgetClass *klass);
void milieu_window_offer_salvage (MilieuWindow *self, GFile *file);
void milieu_window_forget_salvage (MilieuWindow *self);

/* window-merge.c */
void milieu_window_merge_class_init (GtkWidgetClass *klass);

/* window-safety.c */
void milieu_window_safety_class_init (GtkWidgetClass *klass);
void milieu_window_safety_init (MilieuWindow *self);

/* window-edit.c */
void milieu_window_edit_class_init (GtkWidgetClass *klass);
void milieu_window_update_edit_actions (MilieuWindow *self);

/* window-dialogs.c */
void milieu_window_dialogs_class_init (GtkWidgetClass *klass);
void milieu_window_dialogs_init (MilieuWindow *self);

/* window-readings.c */
void milieu_window_readings_class_init (GtkWidgetClass *klass);

/* window-view.c */
void milieu_window_view_class_init (GtkWidgetClass *klass);
void milieu_window_view_init (MilieuWindow *self);

/* window-what-if.c */
void milieu_window_what_if_class_init (GtkWidgetClass *klass);
void milieu_window_what_if_init (MilieuWindow *self);

G_END_DECLS
