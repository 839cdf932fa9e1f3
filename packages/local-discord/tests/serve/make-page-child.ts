import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { makePage } from '../../serve/make-page.ts';
import { buildWordPage } from './build-word-page.ts';

// A process of its own: makes the same page several times at once and says whether each was whole.
const [pages = '', fingerprint = '', count = ''] = process.argv.slice(2);
const files = ['index.html', 'index.html.gz', 'assets/a.js', 'assets/a.js.br'];
await Promise.all(
  Array.from({ length: Number(count) }, async () => {
    const folder = await makePage(pages, fingerprint, buildWordPage('word'));
    const isWhole = files.every((file) => existsSync(join(folder, file)));
    process.stdout.write(`${folder} ${isWhole ? 'whole' : 'in parts'}\n`);
  }),
);
