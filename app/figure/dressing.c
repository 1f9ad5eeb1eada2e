#include "figure/dressing.h"

#include <math.h>

#include "figure/symbols.h"

static void
apply_sizes (const MilieuDressing *dressing, MilieuCast *cast)
{
  for (guint i = 0; i < cast->n_actors; i++)
    {
      guint32 key = cast->actors[i].key;
      double value = key < dressing->n_values ? dressing->values[key] : NAN;

      cast->actors[i].size = milieu_symbol_size (value, dressing->largest, MILIEU_SIZED_LEAST, MILIEU_SIZED_MOST);
    }
  cast->size_by = dressing->size;
  cast->largest = dressing->largest;
}

void
milieu_dressing_apply (const MilieuDressing *dressing, MilieuCast *cast, gboolean network, double px_per_mm)
{
  if (dressing == NULL)
    return;
  if (dressing->size != MILIEU_SIZE_UNSET)
    apply_sizes (dressing, cast);
  for (guint i = 0; i < dressing->n_labels; i++)
    {
      const MilieuHandLabel *label = &dressing->labels[i];
      guint index = label->network == network ? milieu_cast_find (cast, label->actor) : G_MAXUINT;

      if (index == G_MAXUINT)
        continue;
      cast->actors[index].by_hand = TRUE;
      cast->actors[index].hand_x = label->dx * px_per_mm;
      cast->actors[index].hand_y = label->dy * px_per_mm;
    }
}
