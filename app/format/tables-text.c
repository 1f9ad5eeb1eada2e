#include "format/tables-text.h"

#include <string.h>

/* Windows-1252 from 0x80 to 0x9f; what it leaves open stays as it is */
static const guint16 windows_1252[32] = {
  0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0x008d, 0x017d, 0x008f, 0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178,
};

static GString *
decode_windows (const guint8 *data, gsize size)
{
  GString *text = g_string_sized_new (size + size / 8);

  for (gsize i = 0; i < size; i++)
    if (data[i] < 0x80)
      g_string_append_c (text, data[i]);
    else
      g_string_append_unichar (text, data[i] < 0xa0 ? windows_1252[data[i] - 0x80] : data[i]);
  return text;
}

static GString *
decode_utf16 (const guint8 *data, gsize size, gboolean big)
{
  g_autofree gunichar2 *units = g_new (gunichar2, size / 2 + 1);
  g_autofree char *text = NULL;

  for (gsize i = 0; i + 1 < size; i += 2)
    units[i / 2] = big ? data[i] << 8 | data[i + 1] : data[i + 1] << 8 | data[i];
  if (size % 2 == 0)
    text = g_utf16_to_utf8 (units, size / 2, NULL, NULL, NULL);
  return text != NULL ? g_string_new (text) : NULL;
}

GString *
milieu_table_decode (GBytes *bytes, const char **encoding)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  *encoding = "UTF-16";
  if (size >= 2 && data[0] == 0xff && data[1] == 0xfe)
    return decode_utf16 (data + 2, size - 2, FALSE);
  if (size >= 2 && data[0] == 0xfe && data[1] == 0xff)
    return decode_utf16 (data + 2, size - 2, TRUE);
  *encoding = "UTF-8";
  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      size -= 3;
    }
  if (size > 0 && memchr (data, '\0', size) != NULL)
    return NULL;
  if (g_utf8_validate_len ((const char *) data, size, NULL))
    return g_string_new_len ((const char *) data, size);
  *encoding = "Windows-1252";
  return decode_windows (data, size);
}

char
milieu_table_sniff_separator (const char *text, gsize size)
{
  static const char candidates[] = { ',', ';', '\t' };
  guint counts[G_N_ELEMENTS (candidates)] = { 0 };
  gboolean quoted = FALSE;
  guint best = 0;

  for (gsize i = 0; i < size && (quoted || (text[i] != '\n' && text[i] != '\r')); i++)
    {
      if (text[i] == '"')
        quoted = !quoted;
      for (guint c = 0; !quoted && c < G_N_ELEMENTS (candidates); c++)
        counts[c] += text[i] == candidates[c];
    }
  for (guint c = 1; c < G_N_ELEMENTS (candidates); c++)
    if (counts[c] > counts[best])
      best = c;
  return candidates[best];
}
