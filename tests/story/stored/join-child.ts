import { RECORDS } from '../../../src/run/records.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { RecordStore } from '../../../src/store/record-store.ts';
import { keepStories } from '../../../src/story/stored/keep-stories.ts';

/**
 * A process that joins the stories of a store, which tests kill. It prints a line when it is ready, and one before and
 * after each write of stories.
 */
const [url = ''] = process.argv.slice(2);
const store = await openStore(url, { records: RECORDS });
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const told =
  <T extends unknown[], R>(name: string, write: (...given: T) => Promise<R>) =>
  async (...given: T): Promise<R> => {
    say(`${name} begins`);
    const written = await write(...given);
    say(`${name} ends`);
    return written;
  };
const tell = <T>(records: RecordStore<T>): RecordStore<T> => ({
  ...records,
  put: told('put', (key: string, value: T) => records.put(key, value)),
  change: told('change', (...given: Parameters<typeof records.change>) => records.change(...given)),
  remove: told('remove', (key: string) => records.remove(key)),
});

keepStories({
  articles: store.articles,
  records: {
    parts: tell(store.records('stories')),
    published: tell(store.records('story-batches')),
    own: store.records('own-stories'),
    requests: store.records('own-story-requests'),
  },
  locks: store.locks,
  joins: true,
  isWritable: () => true,
  onLate: () => undefined,
  onError: (error) => void process.stderr.write(`${String(error)}\n`),
}).start();
say('ready');
// The work itself keeps no process running.
setInterval(() => undefined, 1000);
