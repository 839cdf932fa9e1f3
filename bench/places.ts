import { findArticlePlaces } from '../src/article/article-places.ts';
import { readSamples } from '../tests/support/read-samples.ts';
import { measurePlaces } from './support/measure-places.ts';

const ROUNDS = 15;
const PASSES = 40;

/** Prints how well and how fast countries are found in the sample articles, compared with labels made by hand. */
export async function run(): Promise<void> {
  const articles = await readSamples();
  const { given, right, related, wanted, faults, ...rest } = measurePlaces(articles);
  console.log(`${rest.articles} articles happen in ${wanted} countries; the rules gave ${given}`);
  console.log(
    `right           ${percent(right, given)}, and ${percent(related, given)} that only play a part`,
  );
  console.log(`found           ${percent(right, wanted)}`);
  for (const fault of faults) console.log(`  ${fault}`);
  const costs = Array.from({ length: ROUNDS }, () => {
    const start = process.cpuUsage();
    for (let pass = 0; pass < PASSES; pass++)
      articles.forEach((article) => findArticlePlaces(article));
    const { user, system } = process.cpuUsage(start);
    return (user + system) / PASSES / articles.length;
  });
  const sorted = costs.toSorted((a, b) => a - b);
  console.log(
    `processor time  ${sorted[Math.floor(ROUNDS / 2)]!.toFixed(1)} µs an article (median of ${ROUNDS})`,
  );
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
