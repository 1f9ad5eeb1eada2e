/* What the files of the preflight share. */
#pragma once

#include "figure/preflight.h"

G_BEGIN_DECLS

typedef struct
{
  const MilieuFigure *figure;
  const MilieuStyle *style;
  const MilieuPreset *preset;
  MilieuTextMeasure *measure; /* (nullable) */
  MilieuLanguage language;
  const MilieuMark *marks;
  guint n_marks;
  GPtrArray *findings;
} MilieuPreflight;

/** milieu_preflight_add: @what and @fix: (transfer full) and msgid */
MilieuFinding *milieu_preflight_add (MilieuPreflight *p, MilieuFindingKind kind, guint n, MilieuBox place, char *what,
                                     const char *fix);

/** milieu_preflight_colours: pairs of classes that are alike, and colour without a second sign */
void milieu_preflight_colours (MilieuPreflight *p);

/** milieu_preflight_names: labels cut and left out, glyphs, names of persons */
void milieu_preflight_names (MilieuPreflight *p);

G_END_DECLS
