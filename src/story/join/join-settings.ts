/**
 * The version of the rules of joining. Raise it with every change after which the same articles give other stories or
 * voices: stored stories of another version are joined anew.
 */
export const STORY_RULES = 4;

/**
 * Settings of joining, the same for every language and set. They were chosen on ECB+ and the languages of
 * MultiLing 2011 (`npm run bench -- stories`); sets that were not looked at decide.
 */
export const JOINING = {
  /** So many words of an article's text are in its opening. */
  openingWords: 30,
  /** What the openings count for in the likeness of two articles, beside their whole texts: 0 to 1. */
  openingShare: 0.35,
  /** The likeness of two articles is lower by this power of how many more different terms than these they have. */
  usualTerms: 120,
  lengthPower: 0.3,
  /** An article and its candidates share one of this many of their heaviest terms. */
  headTerms: 40,
  /** The terms of a vector that are kept, the heaviest. Most articles have fewer. */
  vectorTerms: 400,
  /** Only so many articles of a term are candidates, the newest. Older ones are found by rarer terms. */
  newestOfTerm: 120,
  /** Candidates whose cosine is computed: those that share the most weight of head terms. */
  comparedCandidates: 60,
  /** The neighbours that an article keeps, the most similar. */
  neighbours: 40,
  /** The least likeness of neighbours. */
  leastCosine: 0.03,
  /**
   * The cosine of articles that are further apart than this many days falls by half with each half-life, so that
   * events of one kind in different years stay apart, while a trial joins the crime of last spring.
   */
  freeDays: 30,
  halfLifeDays: 180,
  /**
   * The least likenesses below are for articles that much else is somewhat like, of which some is alike enough by chance. One
   * with few neighbours needs only this share of them …
   */
  loneShare: 0.5,
  /** … and all if its neighbours from this rank on, up to that one, have this mean likeness. The first has the rank 0. */
  crowdFrom: 20,
  crowdTo: 32,
  crowdLikeness: 0.035,
  /** The least share for two single articles: one likeness has less evidence than the mean of several. */
  lonePairShare: 0.7,
  /**
   * Two single articles are a story only if they share so many terms, or this share of the shorter one's: a name and
   * a common word give two short texts a high cosine.
   */
  sharedTerms: 8,
  sharedOfShort: 0.35,
  /** If both name somebody or something, or give figures, these must be at least so alike: two quakes have no name in common. */
  leastNameCosine: 0.06,
  /**
   * Their cosine must be at least this if they are up to `nearDays` apart, and rises to the other one up to `farDays`:
   * long reports on one subject are that alike by chance, and the more so the more days there are to choose from.
   */
  leastPairCosine: 0.2,
  leastFarPairCosine: 0.27,
  nearDays: 1,
  farDays: 10,
  /** Nor are they a story if they are further apart than this many days: one flood a year. */
  pairDays: 300,
  /**
   * The mean cosine of the n pairs between two groups must be at least this and the other one divided by n: the mean of
   * few pairs may be high by chance.
   */
  leastMean: 0.06,
  leastMeanOfFew: 0.14,
  /** Two groups join if the mean cosine of their pairs is at least this share of the mean cohesion of the two. */
  leastRatio: 0.64,
  /** So many pairs of this cosine are added to every group, so that a small one has a cohesion too. */
  priorPairs: 2,
  priorCosine: 0.07,
  /**
   * A group of so many articles or more comes about only if the names and figures of its two sides are alike as
   * well, by the same rule with this share.
   */
  namesFrom: 4,
  leastNamesRatio: 0.53,
  /** Two articles are copies of one text if the cosine of their whole texts is at least this, and are then as alike as it is. */
  copiedCosine: 0.85,
  /** The likeness of two other articles is at most this. */
  mostUncopied: 0.7,
  /** A group of at most this many articles is a leftover. */
  leftoverSize: 1,
  /** A leftover joins a larger group if their mean cosine is at least this share of that group's cohesion … */
  leftoverRatio: 0.45,
  /** … and this … */
  leftoverCosine: 0.16,
  /** … and at least this many times the mean cosine with the second best. */
  leftoverLead: 2,
  /** A story is joined again if the mean cosine of a new article with its articles is at least this. */
  touchedCosine: 0.06,
  /** A story of more articles stays whole when it is joined again, which bounds the work. */
  mostDissolved: 60,
} as const;
