/* Each program here takes any bytes and must neither crash nor break what it promises. */
#pragma once

#include <glib.h>

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size);
