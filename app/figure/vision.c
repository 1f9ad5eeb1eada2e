/* Measures of colour: see the header for their sources. */
#include "figure/vision.h"

#include <math.h>

static const double machado[3][9] =
{
  { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881 },
  { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998 },
  { 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900 },
};
/* two half planes */
static const double brettel[2][9] =
{
  { 1.01277, 0.13548, -0.14826, -0.01243, 0.86812, 0.14431, 0.07589, 0.80500, 0.11911 },
  { 0.93678, 0.18979, -0.12657, 0.06154, 0.81526, 0.12320, -0.37562, 1.12767, 0.24796 },
};

static double
linear (double v)
{
  return v <= 0.04045 ? v / 12.92 : pow ((v + 0.055) / 1.055, 2.4);
}

static double
encoded (double v)
{
  v = CLAMP (v, 0, 1);
  return v <= 0.0031308 ? 12.92 * v : 1.055 * pow (v, 1 / 2.4) - 0.055;
}

static double
lab_curve (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

static double
degrees (double y, double x)
{
  double angle = atan2 (y, x) * 180 / G_PI;

  return angle < 0 ? angle + 360 : angle;
}

static double
cosine (double angle)
{
  return cos (angle * G_PI / 180);
}

static double
mean_hue (double h1, double h2, double product)
{
  if (product == 0)
    return h1 + h2;
  if (fabs (h1 - h2) <= 180)
    return (h1 + h2) / 2;
  return h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
}

static double
hue_difference (double h1, double h2, double product)
{
  double d = h2 - h1;

  if (product == 0)
    return 0;
  return d > 180 ? d - 360 : d < -180 ? d + 360 : d;
}

static MilieuRgb
apply (const double *m, MilieuRgb linear_colour)
{
  MilieuRgb c = linear_colour;

  return (MilieuRgb) { encoded (m[0] * c.r + m[1] * c.g + m[2] * c.b),
                 encoded (m[3] * c.r + m[4] * c.g + m[5] * c.b),
                 encoded (m[6] * c.r + m[7] * c.g + m[8] * c.b) };
}

static double
luminance (MilieuRgb c)
{
  return 0.2126729 * linear (c.r) + 0.7151522 * linear (c.g) + 0.0721750 * linear (c.b);
}

MilieuRgb
milieu_rgb (guint32 hex)
{
  return (MilieuRgb) { (hex >> 16) / 255.0, (hex >> 8 & 255) / 255.0, (hex & 255) / 255.0 };
}

MilieuLab
milieu_lab (MilieuRgb colour)
{
  double r = linear (colour.r), g = linear (colour.g), b = linear (colour.b);
  double x = lab_curve ((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  double y = lab_curve (0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
  double z = lab_curve ((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);

  return (MilieuLab) { 116 * y - 16, 500 * (x - y), 200 * (y - z) };
}

double
milieu_colour_difference (MilieuLab p, MilieuLab q)
{
  double mean = (hypot (p.a, p.b) + hypot (q.a, q.b)) / 2;
  double g = 0.5 * (1 - sqrt (pow (mean, 7) / (pow (mean, 7) + pow (25, 7))));
  double a1 = (1 + g) * p.a, a2 = (1 + g) * q.a, c1 = hypot (a1, p.b), c2 = hypot (a2, q.b);
  double h1 = c1 > 0 ? degrees (p.b, a1) : 0, h2 = c2 > 0 ? degrees (q.b, a2) : 0;
  double dl = q.l - p.l, dc = c2 - c1, dh = hue_difference (h1, h2, c1 * c2);
  double dH = 2 * sqrt (c1 * c2) * sin (dh / 2 * G_PI / 180);
  double l = (p.l + q.l) / 2, c = (c1 + c2) / 2, h = mean_hue (h1, h2, c1 * c2);
  double t = 1 - 0.17 * cosine (h - 30) + 0.24 * cosine (2 * h) + 0.32 * cosine (3 * h + 6) - 0.20 * cosine (4 * h - 63);
  double turn = 30 * exp (-((h - 275) / 25) * ((h - 275) / 25));
  double rc = 2 * sqrt (pow (c, 7) / (pow (c, 7) + pow (25, 7)));
  double sl = 1 + 0.015 * (l - 50) * (l - 50) / sqrt (20 + (l - 50) * (l - 50)), sc = 1 + 0.045 * c, sh = 1 + 0.015 * c * t;
  double rt = -sin (2 * turn * G_PI / 180) * rc;

  return sqrt (dl / sl * dl / sl + dc / sc * dc / sc + dH / sh * dH / sh + rt * dc / sc * dH / sh);
}

MilieuRgb
milieu_seen_by (MilieuRgb colour, MilieuVision vision)
{
  MilieuRgb l = { linear (colour.r), linear (colour.g), linear (colour.b) };
  double grey = encoded (luminance (colour));

  switch (vision)
    {
    case MILIEU_VISION_DEUTERANOPIA:
    case MILIEU_VISION_PROTANOPIA:
    case MILIEU_VISION_TRITANOPIA:
      return apply (machado[vision - MILIEU_VISION_DEUTERANOPIA], l);
    case MILIEU_VISION_TRITANOPIA_BRETTEL:
      return apply (brettel[0.03901 * l.r - 0.02788 * l.g - 0.01113 * l.b >= 0 ? 0 : 1], l);
    case MILIEU_VISION_LUMINANCE:
      return (MilieuRgb) { grey, grey, grey };
    default:
      return colour;
    }
}

double
milieu_contrast (MilieuRgb a, MilieuRgb b)
{
  double x = 0.2126 * linear (a.r) + 0.7152 * linear (a.g) + 0.0722 * linear (a.b);
  double y = 0.2126 * linear (b.r) + 0.7152 * linear (b.g) + 0.0722 * linear (b.b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

MilieuRgb
milieu_rgb_over (MilieuRgb a, MilieuRgb b, double opacity)
{
  return (MilieuRgb) { a.r * opacity + b.r * (1 - opacity), a.g * opacity + b.g * (1 - opacity), a.b * opacity + b.b * (1 - opacity) };
}
