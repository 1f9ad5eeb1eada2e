#include "figure/tools.h"

#define PRINT_UNIT 0.85

double
milieu_figure_tools_scale (const MilieuFigureTools *tools)
{
  return tools->text_scale > 0 ? tools->text_scale : 1;
}

double
milieu_figure_tools_unit (const MilieuFigureTools *tools)
{
  return (tools->print ? PRINT_UNIT : 1) * milieu_figure_tools_scale (tools);
}

MilieuTextStyle
milieu_figure_tools_style (const MilieuFigureTools *tools, MilieuTextRole role)
{
  MilieuTextStyle style = milieu_text_style (role, tools->print, milieu_figure_tools_scale (tools));

  style.family = tools->family;
  return style;
}
