import type { Place } from '../text/places/place.ts';

/** How many pairs of articles were compared, and the share that agrees; NaN without pairs. */
export interface CountryAgreement {
  readonly pairs: number;
  readonly share: number;
}

/**
 * Gauges stories without labels: of all pairs of articles in one story, the share that has a country in common.
 * Articles whose countries are unknown are left out. Strangers in a story lower it.
 */
export function countryAgreement<Article>(
  stories: Iterable<Iterable<Article>>,
  placesOf: (article: Article) => readonly Place[],
): CountryAgreement {
  let [pairs, agreeing] = [0, 0];
  for (const story of stories) {
    // Few lists of countries occur in a story, so lists are compared rather than articles.
    const lists = new Map<string, { countries: ReadonlySet<string>; count: number }>();
    for (const article of story) {
      const codes = placesOf(article).map(({ country }) => country);
      if (codes.length === 0) continue;
      const key = codes.toSorted().join();
      const count = (lists.get(key)?.count ?? 0) + 1;
      lists.set(key, { countries: new Set(codes), count });
    }
    const all = [...lists.values()];
    for (const [i, { countries, count }] of all.entries()) {
      pairs += (count * (count - 1)) / 2;
      agreeing += (count * (count - 1)) / 2;
      for (const other of all.slice(i + 1)) {
        pairs += count * other.count;
        if ([...countries].some((country) => other.countries.has(country)))
          agreeing += count * other.count;
      }
    }
  }
  return { pairs, share: agreeing / pairs };
}
