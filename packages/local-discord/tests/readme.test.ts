import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

it.each(['ping-bot.ts', 'ping-bot.test.ts'])('the README contains example/%s unchanged', (file) => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const code = readFileSync(join(ROOT, 'example', file), 'utf8');
  expect(readme).toContain(`\`\`\`ts\n${code}\`\`\`\n`);
});
