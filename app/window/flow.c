#include "window/flow.h"

#define COLUMN_SPACING 5
#define ROW_SPACING 4

struct _MilieuFlow
{
  GtkLayoutManager parent;
};

G_DEFINE_FINAL_TYPE (MilieuFlow, milieu_flow, GTK_TYPE_LAYOUT_MANAGER)

typedef struct { int x, y, row; } Pen;

/* moves the pen to where a child of that width stands, on a new row if need be */
static GtkAllocation
place (GtkWidget *child, int width, Pen *pen)
{
  GtkRequisition size;
  int least, wanted;

  gtk_widget_get_preferred_size (child, NULL, &size);
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  wanted = MAX (least, MIN (size.width, width));
  if (pen->x > 0 && pen->x + wanted > width)
    {
      pen->x = 0;
      pen->y += pen->row + ROW_SPACING;
      pen->row = 0;
    }
  pen->row = MAX (pen->row, size.height);
  pen->x += wanted + COLUMN_SPACING;
  return (GtkAllocation) { pen->x - wanted - COLUMN_SPACING, pen->y, wanted, size.height };
}

static GtkSizeRequestMode
milieu_flow_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
milieu_flow_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                     int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  Pen pen = { 0 };
  int widest = 0;

  *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      int least, wished;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wished, NULL, NULL);
      widest = MAX (widest, least);
      *natural += wished + COLUMN_SPACING;
      place (child, for_size < 0 ? G_MAXINT / 2 : for_size, &pen);
    }
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = pen.y + pen.row;
  else
    {
      *minimum = widest;
      *natural = MAX (widest, *natural - COLUMN_SPACING);
    }
}

static void
milieu_flow_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Pen pen = { 0 };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        GtkAllocation box = place (child, width, &pen);

        if (mirrored)
          box.x = width - box.x - box.width;
        gtk_widget_size_allocate (child, &box, -1);
      }
}

static void
milieu_flow_class_init (MilieuFlowClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = milieu_flow_get_request_mode;
  manager_class->measure = milieu_flow_measure;
  manager_class->allocate = milieu_flow_allocate;
}

static void
milieu_flow_init (MilieuFlow *self)
{
}
