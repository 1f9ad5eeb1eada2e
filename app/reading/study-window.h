/* The window in which the pattern of places is held against chance: it decides
 * the sign of what is found, so the map says which one, and every sentence names it. */
#pragma once

#include "geo/pattern-window.h"
#include "reading/basis.h"

G_BEGIN_DECLS

/* absent: the bounding box of the sites; "region"; "epci 200093201": around the municipalities of a grouping;
 * "box WEST SOUTH EAST NORTH": whole metres of Lambert-93, drawn by somebody */
#define MILIEU_SETTING_STUDY_WINDOW "space.window"

typedef struct
{
  MilieuPatternWindow window;
  gboolean chosen;    /* whether the map says which; else it is the bounding box of the sites */
  MilieuPhrase *name; /* "bounding box", "Hauts-de-France", "rectangle of 40 × 30 km" */
} MilieuStudyWindow;

/** milieu_study_window_take: of the map's setting, the bounding box of @sites where there is none or it means nothing; clear it */
void milieu_study_window_take (MilieuSnapshot *snapshot, const MilieuMetres *sites, guint n, MilieuStudyWindow *window);
void milieu_study_window_clear (MilieuStudyWindow *window);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MilieuStudyWindow, milieu_study_window_clear)

/** milieu_study_window_keep: Returns: how many of @sites lie within; they stand first in their old order, the others are lost */
guint milieu_study_window_keep (const MilieuStudyWindow *window, MilieuMetres *sites, guint n);

/** milieu_study_window_box: Returns: (transfer full): the setting for a rectangle that somebody drew */
char *milieu_study_window_box (MilieuBounds bounds);

/** milieu_study_window_grouping: Returns: (transfer full): the setting for a grouping of municipalities */
char *milieu_study_window_grouping (const char *epci);

/** milieu_study_window_name: Returns: (transfer full): what a setting is called, "bounding box of the sites" for %NULL or one that means nothing */
MilieuPhrase *milieu_study_window_name (const char *setting);

G_END_DECLS
