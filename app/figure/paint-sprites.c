/* What looks alike is painted once: symbols and labels as small surfaces, by
 * everything that their look depends on. */
#include "figure/paint-sprites.h"

#include <math.h>
#include <string.h>

#include "figure/paint-shapes.h"

#define BUDGET (6 * 1024 * 1024) /* bytes; then it begins anew */

struct _MilieuSprites
{
  GHashTable *sprites; /* GBytes of what it depends on → Sprite */
  gsize bytes;
  PangoLayout *layout;
};

/* what a sprite shows and depends on: every byte of it is compared */
typedef struct
{
  const MilieuStyle *style;
  double scale, opacity, phase_x, phase_y;
  MilieuMark mark;
  int strong, colour;
} Look;

/* a sprite, and how to paint it if it is not there yet */
typedef struct
{
  const Look *look;
  const char *text;              /* of a label: part of its look */
  int left, top, right, bottom;  /* what it covers about its place, device px */
} Wish;

typedef struct
{
  cairo_surface_t *surface;
  int left, top; /* from its place to its corner, device px */
} Sprite;

static void
sprite_free (gpointer data)
{
  Sprite *sprite = data;

  cairo_surface_destroy (sprite->surface);
  g_free (sprite);
}

MilieuSprites *
milieu_sprites_new (void)
{
  MilieuSprites *sprites = g_new0 (MilieuSprites, 1);

  sprites->sprites = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, sprite_free);
  return sprites;
}

void
milieu_sprites_free (MilieuSprites *sprites)
{
  g_hash_table_unref (sprites->sprites);
  g_clear_object (&sprites->layout);
  g_free (sprites);
}

static void
paint_look (MilieuSprites *sprites, cairo_t *cr, const Wish *wish)
{
  const Look *look = wish->look;
  MilieuMark mark = look->mark;

  cairo_translate (cr, -wish->left, -wish->top);
  cairo_scale (cr, look->scale, look->scale);
  if (mark.kind == MILIEU_MARK_LABEL)
    {
      mark.label.text = wish->text;
      milieu_paint_label_mark (cr, &sprites->layout, look->style, &mark, look->colour, look->opacity, look->strong);
      return;
    }
  mark.symbol.x = look->phase_x / look->scale;
  mark.symbol.y = look->phase_y / look->scale;
  milieu_paint_symbol_mark (cr, look->style, &mark, look->opacity);
}

static const Sprite *
add (MilieuSprites *sprites, GBytes *key, const Wish *wish)
{
  int width = wish->right - wish->left, height = wish->bottom - wish->top;
  Sprite *sprite = g_new0 (Sprite, 1);
  cairo_t *cr;

  if (sprites->bytes > BUDGET)
    {
      g_hash_table_remove_all (sprites->sprites);
      sprites->bytes = 0;
    }
  *sprite = (Sprite) { cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height), wish->left, wish->top };
  cr = cairo_create (sprite->surface);
  paint_look (sprites, cr, wish);
  cairo_destroy (cr);
  sprites->bytes += 4 * (gsize) width * height + g_bytes_get_size (key) + sizeof *sprite;
  g_hash_table_insert (sprites->sprites, key, sprite);
  return sprite;
}

/* @x, @y: whole device px */
static void
paint (MilieuSprites *sprites, cairo_t *cr, const Wish *wish, double x, double y)
{
  gsize length = wish->text ? strlen (wish->text) : 0;
  guint8 *key = g_malloc (sizeof (Look) + length);
  g_autoptr (GBytes) asked = NULL;
  const Sprite *sprite;

  memcpy (key, wish->look, sizeof (Look));
  if (length > 0)
    memcpy (key + sizeof (Look), wish->text, length);
  asked = g_bytes_new_take (key, sizeof (Look) + length);
  sprite = g_hash_table_lookup (sprites->sprites, asked);
  if (!sprite)
    sprite = add (sprites, g_bytes_ref (asked), wish);
  cairo_save (cr);
  cairo_identity_matrix (cr);
  cairo_set_source_surface (cr, sprite->surface, x + sprite->left, y + sprite->top);
  cairo_paint (cr);
  cairo_restore (cr);
}

/* a look without what its record is called */
static void
begin_look (Look *look, const MilieuStyle *style, double scale, const MilieuMark *mark, double opacity)
{
  memset (look, 0, sizeof *look);
  look->style = style;
  look->scale = scale;
  look->opacity = opacity;
  look->mark.kind = mark->kind;
  look->mark.fill = mark->fill;
  look->mark.stroke = mark->stroke;
  look->mark.flags = mark->flags;
  look->mark.fill_opacity = mark->fill_opacity;
  look->mark.stroke_opacity = mark->stroke_opacity;
  look->mark.width = mark->width;
}

void
milieu_sprites_symbol (MilieuSprites *sprites, cairo_t *cr, const cairo_matrix_t *place, const MilieuStyle *style,
                       const MilieuMark *mark, double opacity)
{
  double x = mark->symbol.x, y = mark->symbol.y, size = mark->symbol.size;
  int reach = (int) ceil (place->xx * (size * (mark->flags & MILIEU_MARK_PINNED ? 1.6 : 0.8) + 4)) + 1;
  Look look;

  begin_look (&look, style, place->xx, mark, opacity);
  look.mark.symbol.size = size;
  look.mark.symbol.symbol = mark->symbol.symbol;
  look.mark.symbol.ground = mark->symbol.ground;
  cairo_matrix_transform_point (place, &x, &y);
  x = floor (2 * x + 0.5) / 2;
  y = floor (2 * y + 0.5) / 2;
  look.phase_x = x - floor (x);
  look.phase_y = y - floor (y);
  paint (sprites, cr, &(Wish) { &look, NULL, -reach, -reach, reach, reach }, floor (x), floor (y));
}

void
milieu_sprites_label (MilieuSprites *sprites, cairo_t *cr, const cairo_matrix_t *place, const MilieuStyle *style,
                      const MilieuMark *mark, MilieuColour colour, double opacity, gboolean strong)
{
  double x = mark->label.x, y = mark->label.y, scale = place->xx, lines = 1;
  double pad = mark->width + 3 + mark->label.style.size / 2;
  Look look;

  for (const char *p = mark->label.text; *p; p++)
    lines += *p == '\n';
  begin_look (&look, style, scale, mark, opacity);
  look.strong = strong;
  look.colour = colour;
  look.mark.label.width = mark->label.width;
  look.mark.label.line_height = mark->label.line_height;
  look.mark.label.style.size = mark->label.style.size;
  look.mark.label.style.weight = mark->label.style.weight;
  look.mark.label.style.italic = mark->label.style.italic;
  look.mark.label.style.tabular = mark->label.style.tabular;
  look.mark.label.style.tracking = mark->label.style.tracking;
  look.mark.label.align = mark->label.align;
  cairo_matrix_transform_point (place, &x, &y);
  paint (sprites, cr, &(Wish) {
    &look, mark->label.text, (int) floor (-pad * scale), (int) floor (-pad * scale),
    (int) ceil ((mark->label.width * (strong ? 1.1 : 1) + pad) * scale),
    (int) ceil ((lines * mark->label.line_height + pad) * scale) }, floor (x + 0.5), floor (y + 0.5));
}
