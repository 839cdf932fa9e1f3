import type { ArticleStore, Changes } from './article-store.ts';
import type { OnSkipped } from './create-record-store.ts';
import type { Engine } from './engines/engine.ts';
import { journalKey, journalPrefix, journalSequence } from './journal.ts';
import { decodeValue } from './engines/stored-value.ts';

/** Creates the journal's reader: what any process has changed since a cursor. It also shortens the journal. */
export function createChangeReader(
  engine: Engine,
  articlePrefix: string,
  onSkipped: OnSkipped,
): Pick<ArticleStore, 'cursor' | 'changesSince' | 'trimJournal'> {
  return {
    cursor: async () => journalSequence(await engine.lastKey(journalPrefix)),

    async changesSince(cursor) {
      const ids = new Set<string>();
      let last = cursor;
      for await (const page of engine.pages(journalPrefix, journalKey(cursor))) {
        for (const [key, text] of page) {
          const sequence = journalSequence(key);
          if (sequence !== last + 1) return everything();
          const entry = parseEntry(decodeValue(text));
          if (entry === undefined) {
            onSkipped(key, 'it is no journal entry; every article is read again');
            return everything();
          }
          for (const id of entry) ids.add(id);
          last = sequence;
        }
      }
      return { ids: [...ids], cursor: last };
    },

    async trimJournal(cursor) {
      const newest = await engine.lastKey(journalPrefix);
      const end = Math.min(cursor, journalSequence(newest) - 1);
      let removed = 0;
      for await (const page of engine.pages(journalPrefix)) {
        const old = page.map(([key]) => key).filter((key) => journalSequence(key) <= end);
        if (old.length === 0) break;
        await engine.transact([], () => ({ puts: [], removes: old, changed: [] }));
        removed += old.length;
      }
      return removed;
    },
  };

  /** The journal no longer reaches back to the cursor: anything may have changed. */
  async function everything(): Promise<Changes> {
    const cursor = journalSequence(await engine.lastKey(journalPrefix));
    const ids: string[] = [];
    for await (const page of engine.pages(articlePrefix)) {
      for (const [key] of page) ids.push(key.slice(articlePrefix.length));
    }
    return { ids, cursor, all: true };
  }
}

function parseEntry(value: unknown): readonly string[] | undefined {
  const readable = Array.isArray(value) && value.every((id) => typeof id === 'string');
  return readable ? value : undefined;
}
