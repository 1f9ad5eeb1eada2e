/* Seeded chance: the same numbers on any machine, in any thread.
 *
 * PCG32 (O'Neill 2014, "PCG: A Family of Simple Fast Space-Efficient
 * Statistically Good Algorithms for Random Number Generation", XSH-RR 64/32).
 * Integers only. One generator per job; never a global one.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 state;
} MilieuRandom;

/** milieu_random_next: Returns: 32 random bits */
static inline guint32
milieu_random_next (MilieuRandom *random)
{
  guint64 old = random->state;
  guint32 shifted = (guint32) (((old >> 18) ^ old) >> 27);
  guint32 turn = (guint32) (old >> 59);

  random->state = old * G_GUINT64_CONSTANT (6364136223846793005) + G_GUINT64_CONSTANT (1442695040888963407);
  return (shifted >> turn) | (shifted << ((32 - turn) & 31));
}

/** milieu_random_init: starts the sequence of @seed */
static inline void
milieu_random_init (MilieuRandom *random, guint64 seed)
{
  random->state = seed + G_GUINT64_CONSTANT (1442695040888963407);
  milieu_random_next (random);
}

/**
 * milieu_random_below:
 * @n: how many outcomes, at least 1
 *
 * Returns: a whole number from 0 to @n - 1, all equally likely
 */
static inline guint32
milieu_random_below (MilieuRandom *random, guint32 n)
{
  guint32 least = (guint32) -n % n; /* 2³² mod n: below it, some outcomes would be likelier */
  guint32 drawn;

  do
    drawn = milieu_random_next (random);
  while (drawn < least);
  return drawn % n;
}

/** milieu_random_fraction: Returns: a multiple of 2⁻³² in [0, 1[ */
static inline double
milieu_random_fraction (MilieuRandom *random)
{
  return milieu_random_next (random) / 4294967296.0;
}

/** milieu_random_shuffle: puts @n whole numbers into a random order (Fisher-Yates) */
static inline void
milieu_random_shuffle (MilieuRandom *random, guint32 *numbers, guint32 n)
{
  for (guint32 i = n; i > 1; i--)
    {
      guint32 j = milieu_random_below (random, i);
      guint32 kept = numbers[i - 1];

      numbers[i - 1] = numbers[j];
      numbers[j] = kept;
    }
}

G_END_DECLS
