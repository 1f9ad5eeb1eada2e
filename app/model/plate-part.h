/* The parts of a figure's page, and where a person put them.
 *
 * As a field of a figure: "12.5 30 80 60", mm from the left and from the top,
 * width and height; "12.5 30" keeps the size that the part takes by itself;
 * "hidden", alone or after them, leaves it out. No field: the part stands where
 * it would by itself. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* in the order of painting and of Tab */
typedef enum
{
  MILIEU_PART_TITLE,   /* with what is shown below it */
  MILIEU_PART_MAP,
  MILIEU_PART_NETWORK,
  MILIEU_PART_CHART,
  MILIEU_PART_LEGEND,
  MILIEU_PART_NOTES,   /* credit and how the figure was made */
  /* these are told from the corner of the map, and move with it */
  MILIEU_PART_INSET,
  MILIEU_PART_SCALE,
  MILIEU_PART_NORTH,
  MILIEU_PART_LOCATOR,
} MilieuPlatePart;
#define MILIEU_N_PARTS 10

/* lengths of a part, mm */
#define MILIEU_PART_LEAST 5.0
#define MILIEU_PART_FARTHEST 4000.0

typedef struct
{
  gboolean placed; /* x and y are a person's */
  gboolean sized;  /* so are width and height */
  gboolean hidden;
  double x, y, width, height; /* mm */
} MilieuPartPlace;

/** milieu_plate_part_is_of_map: Returns: whether @part is told from the corner of the map */
gboolean milieu_plate_part_is_of_map (MilieuPlatePart part);

/** milieu_plate_part_has_size: Returns: 0 if its size is its own, 1 if its width is a person's to choose, 2 if its height is, too */
guint milieu_plate_part_has_size (MilieuPlatePart part);

/** milieu_plate_part_label: Returns: msgid */
const char *milieu_plate_part_label (MilieuPlatePart part);

/** milieu_plate_part_parse: @text: (nullable); Returns: whether it is a place; @place is all 0 if not */
gboolean milieu_plate_part_parse (const char *text, MilieuPartPlace *place);

/** milieu_plate_part_format: Returns: (transfer full): to hundredths of a mm; "" where all is automatic */
char *milieu_plate_part_format (const MilieuPartPlace *place);

G_END_DECLS
