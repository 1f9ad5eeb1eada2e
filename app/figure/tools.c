#include "figure/tools.h"

#define PRINT_UNIT 0.85

double
milieu_figure_tools_unit (const MilieuFigureTools *tools)
{
  if (tools->print)
    return PRINT_UNIT;
  return tools->text_scale > 0 ? tools->text_scale : 1;
}

MilieuTextStyle
milieu_figure_tools_style (const MilieuFigureTools *tools, MilieuTextRole role)
{
  return milieu_text_style (role, tools->print, tools->print ? 1 : milieu_figure_tools_unit (tools));
}
