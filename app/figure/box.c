#include "figure/box.h"

MilieuBox
milieu_box_around (double x, double y, double radius)
{
  return (MilieuBox) { x - radius, y - radius, x + radius, y + radius };
}

MilieuBox
milieu_box_grow (MilieuBox box, double margin)
{
  return (MilieuBox) { box.x0 - margin, box.y0 - margin, box.x1 + margin, box.y1 + margin };
}

MilieuBox
milieu_box_union (MilieuBox a, MilieuBox b)
{
  return (MilieuBox) { MIN (a.x0, b.x0), MIN (a.y0, b.y0), MAX (a.x1, b.x1), MAX (a.y1, b.y1) };
}

gboolean
milieu_box_holds (MilieuBox outer, MilieuBox inner)
{
  return inner.x0 >= outer.x0 && inner.y0 >= outer.y0 && inner.x1 <= outer.x1 && inner.y1 <= outer.y1;
}

gboolean
milieu_box_has_point (MilieuBox box, double x, double y)
{
  return x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1;
}

MilieuBox
milieu_chord_box (MilieuChord c)
{
  return (MilieuBox) { MIN (c.from.x, c.to.x), MIN (c.from.y, c.to.y), MAX (c.from.x, c.to.x), MAX (c.from.y, c.to.y) };
}
