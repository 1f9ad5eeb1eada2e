/* Runs a program of this folder over the files of its corpus, without the fuzzer: replay FOLDER */
#include "fuzz.h"

#include <string.h>

static void
test_file (gconstpointer path)
{
  g_autofree char *text = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  LLVMFuzzerTestOneInput ((const guint8 *) text, size);
  /* cut, and with a byte turned over: near what once was found there is more to find */
  for (gsize i = 0; i < size; i += 1 + size / 40)
    {
      LLVMFuzzerTestOneInput ((const guint8 *) text, i);
      text[i] ^= 1 << (i % 8);
      LLVMFuzzerTestOneInput ((const guint8 *) text, size);
      text[i] ^= 1 << (i % 8);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;
  guint n = 0;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  folder = g_dir_open (argv[1], 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *test = g_strconcat ("/corpus/", name, NULL);

      g_test_add_data_func_full (test, g_build_filename (argv[1], name, NULL), test_file, g_free);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
  return g_test_run ();
}
