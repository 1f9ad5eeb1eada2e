/* How colours differ, and how others see them: for the measurements of
 * tests/figure/colours.c alone. */
#pragma once

#include <glib.h>

typedef struct { double l, a, b; } Lab;
typedef struct { double r, g, b; } Rgb; /* sRGB, 0 … 1 */

typedef enum
{
  VISION_NORMAL,
  VISION_DEUTERANOPIA,
  VISION_PROTANOPIA,
  VISION_TRITANOPIA,
  VISION_TRITANOPIA_BRETTEL,
  VISION_LUMINANCE,
} Vision;
#define N_VISIONS 6

Rgb rgb_of (guint32 hex);
Lab lab_of (Rgb colour);
/* CIEDE2000, Sharma, Wu and Dalal 2005 */
double colour_difference (Lab p, Lab q);
/* Machado, Oliveira and Fernandes 2009 at severity 1; Brettel, Viénot and Mollon 1997 */
Rgb seen_by (Rgb colour, Vision vision);
/* WCAG 2 */
double contrast (Rgb a, Rgb b);
/* a over b with a share of opacity, in sRGB as cairo does */
Rgb over (Rgb a, Rgb b, double opacity);
