/* Verbs of the figures that a map keeps. */
#pragma once

#include "edit/actor.h"
#include "model/filter.h"

G_BEGIN_DECLS

/* zero it, then set what you need; texts may be %NULL, numbers 0: as export has it */
typedef struct
{
  const char *name; /* printed nowhere; files are named after it */
  MilieuPlateView view;
  MilieuPlateFrame frame;
  guint style, language; /* of MILIEU_VOCABULARY_STYLE and _LANGUAGE */
  gboolean no_legend;
  const char *title, *caption;
  double width, height, margin; /* mm */
  double dpi;                   /* of a PNG */
  const char *family;           /* of its text */
  double smallest;              /* points of its smallest text */
  MilieuSizeBy size;
  const char *years, *insets, *labels; /* words, as the fields of a MilieuPlate */
  guint columns;                /* of the legend */
  MilieuFilter filter;
} MilieuNewFigure;

/** milieu_edit_figure_record: Returns: (transfer full): a record of no map, for a figure that is drawn once; it needs no name */
MilieuRecord *milieu_edit_figure_record (MilieuSnapshot *snapshot, const MilieuNewFigure *figure);

/**
 * milieu_edit_add_figure:
 * @key: (out) (optional): of the new figure
 *
 * Returns: (transfer full): the group; refused without a name, a view, or if another figure bears the name
 */
MilieuGroup *milieu_edit_add_figure (MilieuMap *map, const MilieuNewFigure *figure, guint32 *key, GError **error);

/** milieu_edit_change_figure: as milieu_edit_add_figure() for one that exists; its other fields, and what a newer version wrote about it, stay */
MilieuGroup *milieu_edit_change_figure (MilieuMap *map, guint32 key, const MilieuNewFigure *figure, GError **error);

/**
 * milieu_edit_set_figure:
 * @fields: (array length=n): of a figure's record, never its name
 *
 * Returns: (transfer full): the group that writes @values into them
 */
MilieuGroup *milieu_edit_set_figure (MilieuMap *map, guint32 key, const guint *fields, const MilieuValue *values, guint n);

/** milieu_edit_place_part: @place: (nullable): where @part of the figure stands; %NULL: where it does by itself */
MilieuGroup *milieu_edit_place_part (MilieuMap *map, guint32 key, MilieuPlatePart part, const MilieuPartPlace *place);

/** milieu_edit_place_parts_anew: every part stands where it does by itself, and shows */
MilieuGroup *milieu_edit_place_parts_anew (MilieuMap *map, guint32 key);

/** milieu_edit_rename_figure: refused if @name is blank or another figure bears it */
MilieuGroup *milieu_edit_rename_figure (MilieuMap *map, guint32 key, const char *name, GError **error);

/** milieu_edit_duplicate_figure: @copy: (out) (optional): its key; Returns: (transfer full): the group that adds it as "Name (copy)" */
MilieuGroup *milieu_edit_duplicate_figure (MilieuMap *map, guint32 key, guint32 *copy);

/** milieu_edit_keep_figure: adds a figure as @plate, of another map or none, has it, under its name or "Figure"; @key: (out) (optional) */
MilieuGroup *milieu_edit_keep_figure (MilieuMap *map, const MilieuPlate *plate, guint32 *key);

/** milieu_edit_delete_figure: Returns: (transfer full): the group; claims about the figure go with it */
MilieuGroup *milieu_edit_delete_figure (MilieuMap *map, guint32 key);

/** milieu_edit_figure_name: Returns: (transfer full): @stem, or @stem with the first number from 2 that makes a name no figure bears */
char *milieu_edit_figure_name (MilieuMap *map, const char *stem);

G_END_DECLS
