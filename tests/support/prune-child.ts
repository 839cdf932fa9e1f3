import { RECORDS } from '../../src/run/records.ts';
import { listCandidates } from '../../src/run/retention/list-candidates.ts';
import { pruneEdge } from '../../src/run/retention/plan-prune.ts';
import { planStore, pruneStore } from '../../src/run/retention/prune-store.ts';
import { openStore } from '../../src/store/open-store.ts';

/**
 * The process that tests/e2e/prune-killed.test.ts kills: one prune of a store. It prints each article that the store
 * has reported as removed, and when it begins and ends to give space back.
 */
const [url = '', days = '', at = ''] = process.argv.slice(2);
const moment = { keepDays: Number(days), now: new Date(at) };
const store = await openStore(url, { records: RECORDS });
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const edge = pruneEdge(moment.keepDays, moment.now)!;
const candidates = await listCandidates(store.articles, { edge, now: moment.now });
const plan = await planStore(store, candidates, moment);
const told = {
  ...store,
  articles: {
    ...store.articles,
    removeMany: async (...[ids, isToGo]: Parameters<typeof store.articles.removeMany>) => {
      const removed: string[] = [];
      for (let from = 0; from < ids.length; from += 50) {
        const some = await store.articles.removeMany(ids.slice(from, from + 50), isToGo);
        say(`removed ${some.join(' ')}`);
        removed.push(...some);
      }
      return removed;
    },
  },
  compact: async () => {
    say('compacting');
    await store.compact();
    say('compacted');
  },
};
await pruneStore(told, plan, moment);
await store.close();
