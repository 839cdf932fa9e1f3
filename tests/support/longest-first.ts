import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take long, mostly by waiting for processes and clocks. Begun last, one of them would leave the other
 * workers without work. Vitest knows how long files took, but only from an earlier run in the same checkout.
 */
const LONG = [
  'e2e/roles-killed',
  'e2e/ending',
  'e2e/roles',
  'e2e/roles-store-restarted',
  'e2e/delivery-killed',
  'e2e/greeting',
  'e2e/clock',
  'e2e/unwritable-store',
  'e2e/start',
  'e2e/alerts-killed',
  'store/backup/backup-killed',
  'story/stored/joiner-killed',
  'e2e/backup',
  'linear-expressions',
  'mutated-inputs',
  'index/saved/kill-save',
  'store/kill',
  'e2e/prune-killed',
  'store/postgres',
].map((name) => `/tests/${name}.`);

/**
 * Files that wait leave the processors to the checks, which CI begins at the same time. Unit tests never wait and are
 * short, so in the end no worker is long without work.
 */
const PROJECTS = ['integration', 'e2e-postgres', 'unit'];

/** Begins with the files that wait most and take longest, without mixing the projects. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- not the one of arrays
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => turnOf(a) - turnOf(b) || rankOf(a) - rankOf(b));
  }
}

function turnOf({ project }: TestSpecification): number {
  return PROJECTS.indexOf(project.name);
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = LONG.findIndex((name) => moduleId.includes(name));
  return rank === -1 ? LONG.length : rank;
}
