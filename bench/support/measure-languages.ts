import { DETECTORS } from './language-detectors.ts';
import { readLanguageSets, type LanguageCase } from './language-sets.ts';

/** How often a detector is right, and its cost. */
export interface LanguageFigures {
  /** For each set, the share of right answers, 0 to 1. */
  readonly shares: Readonly<Record<string, number>>;
  readonly msPerArticle: number;
  readonly loadMs: number;
  readonly heapMb: number;
  readonly residentMb: number;
}

// Run in a process of its own, `node --expose-gc --import tsx measure-languages.ts NAME`, so that each
// detector's load is measured apart. Prints one line of JSON, or nothing if the detector isn't installed.
const load = DETECTORS[process.argv[2] ?? ''];
const sets = readLanguageSets();
if (load && sets) {
  const before = measureMemory();
  const start = performance.now();
  const detect = await load().catch(() => undefined);
  if (detect) {
    detect('The first call may still load something.');
    const loadMs = performance.now() - start;
    const after = measureMemory();
    const share = (cases: readonly LanguageCase[]): number =>
      cases.filter(({ lang, text }) => detect(text) === lang).length / cases.length;
    share(sets.articles);
    const busy = process.cpuUsage();
    share(sets.articles);
    const { user, system } = process.cpuUsage(busy);
    const figures: LanguageFigures = {
      shares: Object.fromEntries(Object.entries(sets).map(([name, set]) => [name, share(set)])),
      msPerArticle: (user + system) / 1000 / sets.articles.length,
      loadMs,
      heapMb: (after.heapUsed - before.heapUsed) / 1e6,
      residentMb: (after.rss - before.rss) / 1e6,
    };
    console.log(JSON.stringify(figures));
  }
}

function measureMemory(): NodeJS.MemoryUsage {
  globalThis.gc?.();
  return process.memoryUsage();
}
