/* How colours differ, and how others see them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct { double l, a, b; } MilieuLab; /* CIELAB, D65 */
typedef struct { double r, g, b; } MilieuRgb; /* sRGB, 0 to 1 */

typedef enum
{
  MILIEU_VISION_NORMAL,
  MILIEU_VISION_DEUTERANOPIA,
  MILIEU_VISION_PROTANOPIA,
  MILIEU_VISION_TRITANOPIA,
  MILIEU_VISION_TRITANOPIA_BRETTEL,
  MILIEU_VISION_LUMINANCE, /* a black and white copy */
} MilieuVision;
#define MILIEU_N_VISIONS 6

/** milieu_rgb: Returns: the colour of 0xRRGGBB */
MilieuRgb milieu_rgb (guint32 hex);
/** milieu_lab: Returns: the same colour in CIELAB */
MilieuLab milieu_lab (MilieuRgb colour);

/** milieu_colour_difference: Returns: ΔE of CIEDE2000 (Sharma, Wu and Dalal 2005); 1 is about what an eye just sees */
double milieu_colour_difference (MilieuLab p, MilieuLab q);

/** milieu_seen_by: Returns: what that eye takes @colour for: Machado, Oliveira and Fernandes 2009 at severity 1,
 * a second model of tritanopia by Brettel, Viénot and Mollon 1997, or its luminance alone */
MilieuRgb milieu_seen_by (MilieuRgb colour, MilieuVision vision);

/** milieu_contrast: Returns: the ratio of WCAG 2, 1 to 21 */
double milieu_contrast (MilieuRgb a, MilieuRgb b);

/** milieu_rgb_over: Returns: @a over @b with a share of opacity, in sRGB as cairo does */
MilieuRgb milieu_rgb_over (MilieuRgb a, MilieuRgb b, double opacity);

G_END_DECLS
