import { readdir } from 'node:fs/promises';

// npm run bench              every suite, one after the other
// npm run bench -- store     one suite; each is a file here that exports `run`
// Options such as --days are the suite's own.
const suites = (await readdir(import.meta.dirname))
  .filter((name) => name.endsWith('.ts') && name !== 'run.ts' && !name.startsWith('train-'))
  .map((name) => name.slice(0, -'.ts'.length))
  .toSorted();
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = wanted.filter((name) => !suites.includes(name));
if (unknown.length > 0) {
  console.error(`No suite ${unknown.join(', ')}. There are: ${suites.join(', ')}`);
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : suites) {
  console.log(`\n# ${name}`);
  const suite = (await import(`./${name}.ts`)) as { run(): Promise<void> };
  await suite.run();
}
