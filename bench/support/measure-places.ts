import { findArticlePlaces } from '../../src/article/article-places.ts';
import type { Article } from '../../src/article/article.ts';
import { SAMPLE_PLACES } from '../../tests/support/sample-places.ts';

/** How many of the countries given to articles are right, and how many of the right ones were found. */
export interface PlaceFigures {
  readonly articles: number;
  /** Countries given; of them, those in which an article happens, and those that only play a part in it. */
  readonly given: number;
  readonly right: number;
  readonly related: number;
  /** Countries in which the articles happen. */
  readonly wanted: number;
  /** Wrong and missing countries, by headline. */
  readonly faults: readonly string[];
}

/** Compares the countries found in the sample articles with their labels. */
export function measurePlaces(articles: readonly Article[]): PlaceFigures {
  const faults: string[] = [];
  const sum = { articles: 0, given: 0, right: 0, related: 0, wanted: 0 };
  for (const { title, countries, also } of SAMPLE_PLACES) {
    const article = articles.find((each) => each.title === title);
    if (!article) continue;
    const wanted = splitCodes(countries);
    const related = splitCodes(also);
    const given = findArticlePlaces(article).map(({ country }) => country);
    const right = given.filter((country) => wanted.includes(country));
    const wrong = given.filter((country) => ![...wanted, ...related].includes(country));
    const missed = wanted.filter((country) => !given.includes(country));
    sum.articles += 1;
    sum.given += given.length;
    sum.right += right.length;
    sum.related += given.length - right.length - wrong.length;
    sum.wanted += wanted.length;
    if (wrong.length > 0) faults.push(`${title}: ${wrong.join(' ')} is wrong`);
    if (missed.length > 0) faults.push(`${title}: ${missed.join(' ')} is missing`);
  }
  return { ...sum, faults };
}

function splitCodes(codes: string): string[] {
  return codes.split(' ').filter((code) => code !== '');
}
