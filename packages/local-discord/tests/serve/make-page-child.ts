import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { makePage } from '../../serve/make-page.ts';
import { buildWordPage } from './build-word-page.ts';

// Runs in a process of its own. It makes the same page several times at once and prints whether each is complete.
const [pages = '', fingerprint = '', count = ''] = process.argv.slice(2);
const files = ['index.html', 'index.html.gz', 'assets/a.js', 'assets/a.js.br'];
await Promise.all(
  Array.from({ length: Number(count) }, async () => {
    const folder = await makePage(pages, fingerprint, buildWordPage('word'));
    const isComplete = files.every((file) => existsSync(join(folder, file)));
    process.stdout.write(`${folder} ${isComplete ? 'complete' : 'incomplete'}\n`);
  }),
);
