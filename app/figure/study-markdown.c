/* A study as Markdown, its figures beside it as SVG. */
#include "figure/study.h"

#include <string.h>

/* characters that Markdown would take for its own */
static void
append_escaped (GString *out, const char *text)
{
  for (; *text; text++)
    {
      if (strchr ("\\`*_[]<>|#", *text))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *text == '\n' ? ' ' : *text);
    }
}

static void
append_line (GString *out, const char *before, const char *text, const char *after)
{
  g_string_append (out, before);
  append_escaped (out, text);
  g_string_append (out, after);
}

static void
append_table (GString *out, const MilieuBlock *block)
{
  for (guint i = 0; i < block->cells->len; i++)
    {
      append_line (out, i % block->columns == 0 ? "| " : " ", block->cells->pdata[i], " |");
      if ((i + 1) % block->columns == 0)
        g_string_append_c (out, '\n');
      for (guint c = 0; i + 1 == block->columns && c <= block->columns; c++)
        g_string_append (out, c == 0 ? "|" : c < block->columns ? "---|" : "---|\n");
    }
  g_string_append_c (out, '\n');
  append_line (out, "*", block->text, "*\n\n");
}

char *
milieu_study_figure_file (const MilieuBlock *block, const char *stem)
{
  return g_strdup_printf ("%s-%s.svg", stem, block->name);
}

static void
append_block (GString *out, const MilieuBlock *block, const char *stem)
{
  g_autofree char *file = block->figure ? milieu_study_figure_file (block, stem) : NULL;
  g_autofree char *address = file ? g_uri_escape_string (file, NULL, TRUE) : NULL;

  switch (block->kind)
    {
    case MILIEU_BLOCK_TITLE:
      append_line (out, "# ", block->text, "\n\n");
      break;
    case MILIEU_BLOCK_HEADING:
      append_line (out, "## ", block->text, "\n\n");
      break;
    case MILIEU_BLOCK_PARAGRAPH:
      append_line (out, "", block->text, "\n\n");
      break;
    case MILIEU_BLOCK_QUOTE:
      append_line (out, "  > ", block->text, "\n\n");
      break;
    case MILIEU_BLOCK_ITEM:
      append_line (out, "- ", block->text, "\n\n");
      break;
    case MILIEU_BLOCK_TABLE:
      append_table (out, block);
      break;
    case MILIEU_BLOCK_FIGURE:
      append_line (out, "![", block->text, "](");
      g_string_append_printf (out, "%s)\n\n", address);
      break;
    }
}

GBytes *
milieu_study_to_markdown (const MilieuStudy *study, const char *stem)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < study->blocks->len; i++)
    append_block (out, study->blocks->pdata[i], stem);
  return g_string_free_to_bytes (out);
}
