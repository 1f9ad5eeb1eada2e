/* The five styles of look.md §1 as data: class of colour → value. */
#pragma once

#include "figure/colour.h"

G_BEGIN_DECLS

typedef enum
{
  MILIEU_STYLE_LIGHT,
  MILIEU_STYLE_DARK,
  MILIEU_STYLE_PRINT,
  MILIEU_STYLE_GREY,
  MILIEU_STYLE_CONTRAST, /* print with black outlines, a casing of 2 px and heavier ties */
} MilieuStyleName;
#define MILIEU_N_STYLES 5

typedef enum
{
  MILIEU_FILL_SOLID,
  MILIEU_FILL_HALF,  /* tint, then fill above the height that halves the area */
  MILIEU_FILL_PIP,   /* fill, then a disc in line colour */
  MILIEU_FILL_RING,  /* tint, then a thick rim in fill colour */
  MILIEU_FILL_EMPTY,
} MilieuFillStyle;

typedef struct
{
  const char *token;                     /* "light" */
  guint32 colours[MILIEU_N_COLOURS];     /* 0xRRGGBB */
  double casing;                         /* px each side of a symbol's outline at least; 0 is look.md's rule */
  double tie_factor;                     /* of widths */
  double sea_hairline;                   /* px between level lines on the sea, 0 for none */
  guint32 hairline;                      /* their colour */
} MilieuStyle;

/** milieu_style: Returns: (transfer none): never %NULL, never freed, any thread */
const MilieuStyle *milieu_style (MilieuStyleName name);

/** milieu_style_parse: Returns: %FALSE unless @token is "light", "dark", "print", "grey" or "contrast" */
gboolean milieu_style_parse (const char *token, MilieuStyleName *name);

/** milieu_style_fill: Returns: the fill style of a ground, or of MILIEU_GROUND_PLAIN */
MilieuFillStyle milieu_style_fill (guint ground);

/** milieu_style_rgb: Returns: 0xRRGGBB of a class */
guint32 milieu_style_rgb (const MilieuStyle *style, MilieuColour colour);

/** milieu_style_ground_text: Returns: the class in which a ground's name is written: its line, but the fill of dark middleground.
 * Figures name MILIEU_COLOUR_LINE() for such text; painters do the change. */
MilieuColour milieu_style_ground_text (const MilieuStyle *style, MilieuColour colour);

/** milieu_style_hex: writes "#rrggbb" of 0xRRGGBB into @hex; Returns: @hex */
char *milieu_style_hex (guint32 rgb, char hex[8]);

G_END_DECLS
