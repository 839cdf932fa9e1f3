import { once } from 'node:events';
import process from 'node:process';
import { z } from 'zod';
import { openStore } from '../../src/store/open-store.ts';

/** A process that increments a record again and again, once its parent has said that all processes are ready. */
const [url = '', times = ''] = process.argv.slice(2);
const store = await openStore(url, { records: { counts: z.object({ count: z.int() }) } });
const counts = store.records('counts');
process.send?.('ready');
await once(process, 'message');
for (let at = 0; at < Number(times); at += 1) {
  await counts.change('shared', (present = { count: 0 }) => ({ count: present.count + 1 }));
}
await store.close();
process.disconnect();
