import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildCorpus } from '../../src/index/corpus/corpus.ts';
import { buildReading } from '../../src/summary/reading/build-reading.ts';
import { summarizeReading } from '../../src/summary/summarize-reading.ts';
import { weighReading } from '../../src/summary/weigh-reading.ts';

const FOLDER = join(import.meta.dirname, 'shapes');
const CORPUS = buildCorpus([]);

/** The different summaries of a text in the folder, from 10 words to all that a summary may have. */
function summaries(name: string): string[][] {
  const [title = '', ...lines] = readFileSync(join(FOLDER, name), 'utf8').split('\n');
  const lang = name.split('.').at(-2)!;
  const reading = weighReading(
    buildReading({ title, text: lines.join('\n').trim(), lang }),
    CORPUS,
  );
  const found = new Map<string, string[]>();
  for (let words = 10; words <= 250; words += 5) {
    const result = summarizeReading(reading, { words });
    if (result.kind !== 'summary') continue;
    const sentences = result.summary.sentences.map(({ text }) => text);
    found.set(sentences.join('\n'), sentences);
  }
  return [...found.values()];
}

/** Sentences that a summary may never have. */
const NEVER: Readonly<Record<string, readonly RegExp[]>> = {
  'interview.en.txt': [],
  'debate.en.txt': [/^MODERATOR: And you/u, /^(?:Thanks|Good evening)/u],
  'pointing-back.en.txt': [/^(?:The latter|This has|Both candidates|The former)/u],
  'pointing-back.nl.txt': [/^(?:Daarom|Het kost)/u],
  'results.en.txt': [/\d-\d|P W D|^Scorers|\(\d+/u],
  'list.en.txt': [/^\d+\.|\?$|^(?:Turnout|The big issue|Foreign policy|Why it matters)$/u],
  'live-blog.en.txt': [
    /welcome|That's all|Thanks|taking over|Get in touch|Updated at|Here is|Summary|^\d+[.:]\d+/iu,
  ],
  'guillemets.de.txt': [/^«|^»[^«]*$/u],
};

/** A sentence that may come only right after another one. */
const AFTER: readonly (readonly [name: string, sentence: RegExp, before: RegExp])[] = [
  ['interview.en.txt', /^In 1994 I/u, /began\?$/u],
  ['interview.en.txt', /^In 2022 the town/u, /route\?$/u],
  ['interview.en.txt', /^A third of the guides/u, /main one\.$/u],
  ['interview.en.txt', /^The Romans/u, /always been so\?$/u],
  ['interview.en.txt', /^She studies/u, /a guide\?$/u],
  ['debate.en.txt', /^They cost us/u, /^GRAU: I would/u],
  ['debate.en.txt', /^The towns/u, /^They cost/u],
  ['debate.en.txt', /^The harvest/u, /^HOLM: I would/u],
  ['debate.en.txt', /^Farmers/u, /^The harvest/u],
  ['debate.en.txt', /^The builders/u, /^HOLM: With/u],
  ['debate.en.txt', /^The port expects/u, /^GRAU: Nobody/u],
  ['pointing-back.en.txt', /^He listed/u, /^In a speech/u],
  ['pointing-back.en.txt', /^Two of the men/u, /^He listed/u],
  ['pointing-back.nl.txt', /^Hij somde/u, /^In een toespraak/u],
  ['pointing-back.nl.txt', /^Zij vroeg/u, /^Holt heeft/u],
  ['results.en.txt', /two of them/u, /^Inkberrow went top/u],
  ['live-blog.en.txt', /^Passengers/u, /^Trains/u],
  ['live-blog.en.txt', /^"Do not go/u, /^The mayor/u],
];

describe('a summary of any length', () => {
  it('is tried on every text of the folder', () => {
    expect(readdirSync(FOLDER).toSorted()).toEqual(Object.keys(NEVER).toSorted());
  });

  it.each(Object.entries(NEVER))(
    'of %s has no line that is no sentence of a report',
    (name, not) => {
      const all = summaries(name);
      expect(all.length).toBeGreaterThan(1);
      for (const sentence of all.flat()) for (const one of not) expect(sentence).not.toMatch(one);
    },
  );

  it.each(AFTER)('of %s has %s only after %s', (name, sentence, before) => {
    const wrong = summaries(name).filter((sentences) => {
      const at = sentences.findIndex((each) => sentence.test(each));
      return at >= 0 && !before.test(sentences[at - 1] ?? '');
    });
    expect(wrong).toEqual([]);
  });

  it('of a live blog has its bulletins', () => {
    const opening = /^(?:Storm Petra has made landfall|About 84,000 homes|One man died)/u;
    for (const sentences of summaries('live-blog.en.txt')) {
      expect(sentences[0]).toMatch(opening);
    }
  });
});
