#include "reading/indicator.h"

#include <string.h>

/* goes up with each change of what a formula gives */
#define FORMULAS "1"

/* in the order of the chapters; formulas that hold words are translated too */
static const MilieuIndicator indicators[] = {
  { "S1", N_("Counts"), N_("actors by ground and kind"),
    N_("How many actors there are, by ground and kind; those without ground are a row of their own."),
    N_("n = Σ n(ℓ, kind)"), N_("cross table"),
    N_("Counts what was entered, not what exists.") },
  { "S2", N_("Institutional density"), N_("institutional ties within the upperground"),
    N_("Share of pairs of institutions that founding, funding, belonging or succession ties."),
    "δ = 2·m(U,U) / (n(U)·(n(U) − 1))", N_("graph density"),
    N_("Falls as institutions are added: compare maps of one size.") },
  { "S3", N_("Institutional share"), N_("upperground among actors with a ground"),
    N_("Part of the actors whose ground is known that belong to the upperground."),
    "n(U) / n(ℓ ≠ ∅)", N_("own definition"),
    N_("A ground is an interpretation: compare strict and suggested grounds.") },
  { "S4", N_("Visibility focus"), N_("institutions’ ties that go to what can be shown"),
    N_("Of the ties by which institutions found, fund, host or produce, those whose target is an infrastructure, an event or a scheme."),
    N_("VF = visible / all"), N_("own operationalisation of a focus on the visible"),
    N_("What is shown is also better documented.") },
  { "S5", N_("Mean centre"), N_("where the actors balance"),
    N_("Mean of the projected places: a point, not an actor."),
    "(Σx/n, Σy/n), EPSG:2154", N_("centrography"),
    N_("Actors known to their municipality weigh at its centroid.") },
  { "S6", N_("Standard distance"), N_("how far from the mean centre"),
    N_("Root mean square distance of the actors to their mean centre."),
    "√(Σ((x−x̄)² + (y−ȳ)²)/n)", N_("centrography"),
    N_("A few distant actors widen it much.") },
  { "S7", N_("Municipal concentration"), N_("Herfindahl index over municipalities"),
    N_("Chance that two actors drawn with replacement stand in one municipality; its inverse is the effective number of municipalities."),
    N_("HHI = Σ p², G over occupied municipalities"), N_("Herfindahl and Hirschman; Gini"),
    N_("Depends on how the land is cut into municipalities.") },
  { "S8", N_("Clark-Evans index"), N_("clustered below 1, ordered above"),
    N_("Mean distance from a site to its nearest neighbour against what chance would give in the window; precise sites only, actors at one address counted once."),
    "R = d̄ / (½√(A/n)), R_D = d̄ / (E + (0.0514 + 0.0412/√n)·P/n)", N_("Clark & Evans 1954; Donnelly 1978"),
    N_("The window decides its sign: the card says which, and can change it.") },
  { "S9", N_("Ripley’s L"), N_("clustering at a quarter of the window"),
    N_("More or fewer neighbours within a distance than chance would give, against 99 simulated patterns."),
    "L(r) − r = √(K(r)/π) − r", N_("Ripley 1977"),
    N_("Needs 20 precise sites; the window decides, as for Clark-Evans.") },
  { "S10", N_("Precision of the map"), N_("share of places known precisely"),
    N_("Part of the located actors whose place is exact or approximate rather than that of their municipality."),
    N_("(exact + approximate) / located"), N_("own definition"),
    N_("Read it under every spatial number.") },
  { "L1a", N_("Cross-ground coupling"), N_("interactions between grounds, against chance"),
    N_("Share of interacting pairs that stand in different grounds, and its percentile when the grounds change places at random."),
    "CL = E/(E+I), lift = CL/CL₀, pct = #{CL₀ ≤ CL}/B", N_("Krackhardt & Stern 1988"),
    N_("Pairs with an actor without ground are left out.") },
  { "L1b", N_("Structural-interactional gap"), N_("gap between the two readings"),
    N_("Share of actors in the main component with all ties, less that with interactions alone: those who are held together by institutional ties only."),
    N_("Δ = λ(G_A) − λ(G_I), λ = |largest component|/n"), N_("own operationalisation, after Saxenian 1994"),
    N_("Depends on which tie types count as interactions; says nothing of undocumented ties.") },
  { "L1c", N_("Coupling profile"), N_("split by ground, and coupling against chance"),
    N_("Modularity of the grounds against the lift of coupling, cut at the medians of rewired graphs."),
    "x = max(0, Q), y = CL/CL₀", N_("after Orton & Weick 1990"),
    N_("Few ties make both axes uncertain.") },
  { "L2a", N_("Novel ties"), N_("new interactions that join distant actors"),
    N_("Of the interactions first dated in the last years, those between actors who were three or more steps apart."),
    N_("NS = #{d ≥ 3}/#{new dyads}"), N_("after Burt 2004"),
    N_("Undated ties are left out; early years inflate it.") },
  { "L2b", N_("Brokerage opportunity"), N_("contacts that do not know each other"),
    N_("Mean over actors with two partners or more of effective size over degree."),
    "mean((k − 2t/k)/k)", N_("Burt 1992; Borgatti 1997"),
    N_("Near 1 wherever ties among partners are not documented.") },
  { "L2c", N_("Cross-ground co-production"), N_("outputs made by two grounds or more"),
    N_("Share of works, schemes and events with producers that have two producers of different grounds."),
    N_("crossing / outputs"), N_("own definition"),
    N_("Only the documented producers count.") },
  { "L3a", N_("Middleground coverage"), N_("places, spaces, projects, events"),
    N_("How many of the four elements of the middleground exist, and how evenly."),
    "coverage = #{n > 0}, evenness = H/ln 4", N_("Cohendet, Grandadam & Simon 2010; Shannon 1948"),
    N_("The table of kinds decides which kind is which element.") },
  { "L3b", N_("Reach and mediation"), N_("do the two worlds meet through the middle"),
    N_("Share of upperground-underground pairs that interactions connect, times the share of their shortest paths that pass through the middleground."),
    "β = ρ·μ", N_("after Everett & Borgatti 1999"),
    N_("A path is a possibility, not an exchange.") },
  { "L3c", N_("Contribution asymmetry"), N_("who attends whose devices"),
    N_("Participations of the underground in devices owned by the upperground against the contrary."),
    "AA = (a − b)/(a + b)", N_("own operationalisation"),
    N_("Attendance is not appropriation.") },
  { "L4a", N_("Device diversity"), N_("mix of grounds among participants"),
    N_("Mean over devices with three participants of Blau’s index of their grounds, so scaled that an even mix gives 1."),
    "(1 − Σp²)·k/(k − 1)", N_("Blau 1977"),
    N_("Lists of participants are rarely complete.") },
  { "L4b", N_("Fiat ratio"), N_("deciding rather than doing with"),
    N_("Ties by which institutions found or fund, over these and the interactions that touch institutions."),
    "F = f/(f + g)", N_("own operationalisation of innovation by fiat"),
    N_("Funding is better published than collaboration.") },
  { "L4c", N_("Conversion by schemes"), N_("do schemes make ties"),
    N_("Pairs that took part in the same scheme and tied within two years, against pairs that did not meet."),
    N_("lift = conv/baseline"), N_("own definition"),
    N_("Ties of the very year are left out.") },
  { "L5a", N_("Net entry"), N_("arrivals less departures"),
    N_("Entries less exits of the reference year over the actors active the year before."),
    N_("(entries − exits)/active"), N_("demography of organisations"),
    N_("A blank end is not a life for ever.") },
  { "L5b", N_("Newcomer integration"), N_("newcomers who interact"),
    N_("Share of the actors begun in the last years that have an interaction."),
    N_("integrated / newcomers"), N_("own definition"),
    N_("Tells attraction from mere creation, if newcomers are documented as well as others.") },
  { "L5c", N_("Outward openness"), N_("interactions with the outside"),
    N_("Share of interactions with one end outside the territory."),
    N_("s(external) / s"), N_("Krackhardt & Stern 1988"),
    N_("Not documented unless external actors are entered and tagged.") },
  { "L6a", N_("Robustness"), N_("how the network bears the loss of its hubs"),
    N_("Mean size of the main component as the most tied actors go one by one, so scaled that a complete graph gives 1."),
    "R = (1/n)·Σ s(q), R* = R·2n/(n − 1)", N_("Schneider et al. 2011"),
    N_("Isolated actors lower it; equal degrees are taken by id.") },
  { "L6b", N_("Spanner dependence"), N_("what the main broker carries"),
    N_("Share of connected cross-ground pairs that is lost with the most between actor."),
    "SD = 1 − X(G∖b)/X(G)", N_("own definition"),
    N_("An actor whose ties one list gives whole looks larger than the others.") },
  { "L6c", N_("Redundancy"), N_("pairs with two separate paths"),
    N_("Share of connected cross-ground pairs that lie in one biconnected component."),
    N_("redundant / connected"), N_("Hopcroft & Tarjan 1973"),
    N_("Undocumented ties hide second paths.") },
  { "L6d", N_("Institutional withdrawal"), N_("main component without institutional ties"),
    N_("What remains of the main component without institutional ties, and without the actors of the upperground."),
    "λ(G_I), λ(G_A∖U)", N_("own definition"),
    N_("Says what holds, not what would happen.") },
  { "4.0", N_("Isolates"), N_("actors without any tie"),
    N_("Actors of whom no tie of the graph is documented."),
    "#{k = 0}", N_("degree"),
    N_("An absent tie is not a tie looked for and not found.") },
  { "4.1", N_("Mean degree"), N_("partners an actor"),
    N_("How many others an actor is tied to, on average."),
    "2m/n", N_("degree"),
    N_("Grows with documentation.") },
  { "4.2", N_("Betweenness"), N_("who stands between the others"),
    N_("Shortest paths between two others that pass through an actor; the value is that of the first."),
    "C_B(v) = Σ σ(s,t|v)/σ(s,t)", N_("Freeman 1977; Brandes 2001"),
    N_("Sensitive to missing actors and to ego lists.") },
  { "4.3", N_("Constraint"), N_("how closed the contacts are"),
    N_("Mean over actors with an interaction of how far their contacts lead to one another."),
    "c = Σ (p_ij + Σ p_iq·p_qj)²", N_("Burt 1992"),
    N_("Undefined for isolates, who are left out.") },
  { "4.4", N_("Brokerage between grounds"), N_("pairs that somebody links across grounds"),
    N_("Pairs of partners, not tied themselves, whom an actor links as a liaison, a gatekeeper or a representative."),
    N_("liaison + gatekeeper/representative"), N_("Gould & Fernandez 1989"),
    N_("Actors without ground have no role.") },
  { "4.5", N_("Participation across grounds"), N_("how partners spread over grounds"),
    N_("Mean over actors with two partners or more of the spread of their partners over the grounds."),
    "P = 1 − Σ (k_g/k)²", N_("Guimerà & Amaral 2005"),
    N_("0 for one partner, by construction.") },
  { "4.6", N_("E-I index"), N_("between grounds or within them"),
    N_("External less internal pairs over all pairs with known grounds: −1 all within, 1 all between."),
    "(E − I)/(E + I)", N_("Krackhardt & Stern 1988"),
    N_("Compare with chance: L1a.") },
  { "4.7", N_("Communities"), N_("groups more tied within than by chance"),
    N_("Modularity of the best of ten Leiden partitions; cores, bridges and cut points stand beside it."),
    "Q = (1/2W)·Σ (w − s·s/2W)·δ", N_("Traag, Waltman & van Eck 2019; Seidman 1983; Tarjan 1972"),
    N_("Sparse graphs have high modularity by chance: read the percentile.") },
  { "4.8", N_("Conversion by events"), N_("do events make ties"),
    N_("Pairs that attended the same event and tied within two years, against pairs of the same year that did not meet."),
    N_("lift = conv/baseline"), N_("own definition; Newman 2001"),
    N_("Ties of the very year are ambiguous and left out.") },
  { "4.9", N_("Distance decay"), N_("are near actors tied more"),
    N_("Correlation between log distance and interaction over the pairs of located actors, with its percentile when actors change places."),
    N_("r(ln(d + 1), tie)"), N_("Mantel; Krackhardt 1988"),
    N_("Actors known to their municipality stand at its centroid.") },
};

const MilieuIndicator *
milieu_indicators (guint *n)
{
  *n = G_N_ELEMENTS (indicators);
  return indicators;
}

const MilieuIndicator *
milieu_indicator_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (indicators); i++)
    if (strcmp (indicators[i].id, id) == 0)
      return &indicators[i];
  return NULL;
}

const char *
milieu_indicator_formula_id (const char *id)
{
  g_autofree char *formula = g_strconcat (id, "/" FORMULAS, NULL);

  return g_intern_string (formula);
}

const char *
milieu_side_label (MilieuSide side)
{
  static const char *const labels[] = { N_("Structural"), N_("Interactionist"), N_("Both readings") };

  return labels[side];
}

const char *
milieu_status_label (MilieuStatus status)
{
  static const char *const labels[] = { N_("value"), N_("empty by construction"), N_("not evaluable") };

  return labels[status];
}

const char *
milieu_outcome_label (MilieuOutcome outcome)
{
  static const char *const labels[] = { N_("Undecidable"), N_("Accumulation of systems"), N_("Systems being coupled"),
                                        N_("Ecosystem (in the sense of the convention)") };

  return labels[outcome];
}
