#include "reading/literature.h"

#include <string.h>

#include "reading/indicator.h"

/* by author; a title is not translated */
static const struct { const char *cited, *work; } works[] = {
  { "Blau 1977", "Blau, P. M. (1977). Inequality and Heterogeneity: A Primitive Theory of Social Structure. Free Press." },
  { "Borgatti 1997", "Borgatti, S. P. (1997). Structural holes: Unpacking Burt’s redundancy measures. Connections, 20(1), 35–38." },
  { "Brandes 2001", "Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical Sociology, 25(2), 163–177." },
  { "Burt 1992", "Burt, R. S. (1992). Structural Holes: The Social Structure of Competition. Harvard University Press." },
  { "Burt 2004", "Burt, R. S. (2004). Structural holes and good ideas. American Journal of Sociology, 110(2), 349–399." },
  { "Clark & Evans 1954", "Clark, P. J., & Evans, F. C. (1954). Distance to nearest neighbor as a measure of spatial relationships in populations. Ecology, 35(4), 445–453." },
  { "Cohendet, Grandadam & Simon 2010", "Cohendet, P., Grandadam, D., & Simon, L. (2010). The anatomy of the creative city. Industry and Innovation, 17(1), 91–111." },
  { "Donnelly 1978", "Donnelly, K. (1978). Simulations to determine the variance and edge effect of total nearest neighbour distance. In I. Hodder (Ed.), Simulation Studies in Archaeology (pp. 91–95). Cambridge University Press." },
  { "Everett & Borgatti 1999", "Everett, M. G., & Borgatti, S. P. (1999). The centrality of groups and classes. Journal of Mathematical Sociology, 23(3), 181–201." },
  { "Freeman 1977", "Freeman, L. C. (1977). A set of measures of centrality based on betweenness. Sociometry, 40(1), 35–41." },
  { "Gould & Fernandez 1989", "Gould, R. V., & Fernandez, R. M. (1989). Structures of mediation: A formal approach to brokerage in transaction networks. Sociological Methodology, 19, 89–126." },
  { "Guimerà & Amaral 2005", "Guimerà, R., & Amaral, L. A. N. (2005). Functional cartography of complex metabolic networks. Nature, 433, 895–900." },
  { "Hopcroft & Tarjan 1973", "Hopcroft, J., & Tarjan, R. (1973). Algorithm 447: Efficient algorithms for graph manipulation. Communications of the ACM, 16(6), 372–378." },
  { "Krackhardt 1988", "Krackhardt, D. (1988). Predicting with networks: Nonparametric multiple regression analysis of dyadic data. Social Networks, 10(4), 359–381." },
  { "Krackhardt & Stern 1988", "Krackhardt, D., & Stern, R. N. (1988). Informal networks and organizational crises: An experimental simulation. Social Psychology Quarterly, 51(2), 123–140." },
  { "Newman 2001", "Newman, M. E. J. (2001). Scientific collaboration networks. II. Shortest paths, weighted networks, and centrality. Physical Review E, 64, 016132." },
  { "Orton & Weick 1990", "Orton, J. D., & Weick, K. E. (1990). Loosely coupled systems: A reconceptualization. Academy of Management Review, 15(2), 203–223." },
  { "Ripley 1977", "Ripley, B. D. (1977). Modelling spatial patterns. Journal of the Royal Statistical Society B, 39(2), 172–212." },
  { "Saxenian 1994", "Saxenian, A. (1994). Regional Advantage: Culture and Competition in Silicon Valley and Route 128. Harvard University Press." },
  { "Schneider et al. 2011", "Schneider, C. M., Moreira, A. A., Andrade, J. S., Havlin, S., & Herrmann, H. J. (2011). Mitigation of malicious attacks on networks. PNAS, 108(10), 3838–3841." },
  { "Seidman 1983", "Seidman, S. B. (1983). Network structure and minimum degree. Social Networks, 5(3), 269–287." },
  { "Shannon 1948", "Shannon, C. E. (1948). A mathematical theory of communication. Bell System Technical Journal, 27, 379–423 and 623–656." },
  { "Tarjan 1972", "Tarjan, R. (1972). Depth-first search and linear graph algorithms. SIAM Journal on Computing, 1(2), 146–160." },
  { "Traag, Waltman & van Eck 2019", "Traag, V. A., Waltman, L., & van Eck, N. J. (2019). From Louvain to Leiden: Guaranteeing well-connected communities. Scientific Reports, 9, 5233." },
};

static void
add_cited (GPtrArray *found, gboolean (*is_cited) (const char *cited, gconstpointer data), gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    if (is_cited (works[i].cited, data))
      g_ptr_array_add (found, (gpointer) works[i].work);
}

static gboolean
by_source (const char *cited, gconstpointer source)
{
  return strstr (source, cited) != NULL;
}

static gboolean
by_reading (const char *cited, gconstpointer data)
{
  const MilieuReading *reading = data;

  for (guint i = 0; i < reading->n_results; i++)
    {
      const MilieuIndicator *indicator = milieu_indicator_find (reading->results[i]->id);

      if (indicator && reading->results[i]->status == MILIEU_STATUS_VALUE && by_source (cited, indicator->source))
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
milieu_literature_cited (const char *source)
{
  GPtrArray *found = g_ptr_array_new ();

  add_cited (found, by_source, source);
  return found;
}

GPtrArray *
milieu_literature_of (const MilieuReading *reading)
{
  GPtrArray *found = g_ptr_array_new ();

  add_cited (found, by_reading, reading);
  return found;
}
