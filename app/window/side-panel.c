#include "window/side-panel.h"

#include "window/contents-list.h"
#include "window/could-meet-page.h"
#include "window/inspector-page.h"
#include "window/readings-page.h"
#include "window/simulation-card.h"
#include "window/what-if-menu.h"

struct _MilieuSidePanel
{
  AdwBin parent;
  GtkStack *stack;
  GtkScrolledWindow *readings_slot, *meetings_slot, *inspector_slot;
  AdwBin *list_slot;
  guint filled; /* slots */
};

G_DEFINE_FINAL_TYPE (MilieuSidePanel, milieu_side_panel, ADW_TYPE_BIN)

static void
milieu_side_panel_class_init (MilieuSidePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/milieu/Milieu/side-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, MilieuSidePanel, stack);
  gtk_widget_class_bind_template_child (widget_class, MilieuSidePanel, readings_slot);
  gtk_widget_class_bind_template_child (widget_class, MilieuSidePanel, inspector_slot);
  gtk_widget_class_bind_template_child (widget_class, MilieuSidePanel, meetings_slot);
  gtk_widget_class_bind_template_child (widget_class, MilieuSidePanel, list_slot);
}

static void
milieu_side_panel_init (MilieuSidePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* the readings, under what can be simulated and what that would lose */
static GtkWidget *
readings_new (MilieuSession *session)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), milieu_what_if_button_new ());
  gtk_box_append (GTK_BOX (box), milieu_simulation_card_new (session));
  gtk_box_append (GTK_BOX (box), milieu_readings_page_new (session));
  return box;
}

gboolean
milieu_side_panel_fill (MilieuSidePanel *self, MilieuSession *session)
{
  switch (self->filled++)
    {
    case 0:
      gtk_scrolled_window_set_child (self->readings_slot, readings_new (session));
      return TRUE;
    case 1:
      gtk_scrolled_window_set_child (self->inspector_slot, milieu_inspector_page_new (session));
      return TRUE;
    default:
      gtk_scrolled_window_set_child (self->meetings_slot, milieu_could_meet_page_new (session));
      adw_bin_set_child (self->list_slot, milieu_contents_list_new (session));
      return FALSE;
    }
}

GtkStack *
milieu_side_panel_stack (MilieuSidePanel *self)
{
  return self->stack;
}
