import { describe, expect, it } from 'vitest';
import { parseLines, runCli } from '../support/run-cli.ts';

const REPORT =
  'A ferry ran aground off the north coast on Monday with 240 people on board. ' +
  'All passengers were taken to safety within three hours, the coastguard said. ' +
  'The ferry had left port in fog shortly after 6 a.m. ' +
  'Its captain reported a failure of the steering before it struck the reef. ' +
  'Investigators will recover the voyage recorder today. ' +
  'The operator suspended all sailings on the route. ' +
  'Local hotels took in passengers who could not travel on. ' +
  'Divers found a tear of four metres in the hull. ' +
  'No oil has leaked so far, according to the environment agency. ' +
  'The ferry was built in 1998 and passed an inspection in March.';

const GERMAN_REPORT =
  'Eine Fähre ist am Montag vor der Nordküste mit 240 Menschen an Bord auf Grund gelaufen. ' +
  'Alle Fahrgäste wurden innerhalb von drei Stunden in Sicherheit gebracht, teilte die Küstenwache mit. ' +
  'Die Fähre hatte den Hafen kurz nach sechs Uhr bei Nebel verlassen. ' +
  'Der Kapitän meldete einen Ausfall der Steuerung, bevor das Schiff das Riff traf. ' +
  'Die Reederei stellte alle Fahrten auf der Strecke ein. ' +
  'Taucher fanden einen Riss von vier Metern im Rumpf. ' +
  'Die Fähre wurde 1998 gebaut und bestand im März eine Prüfung.';

describe('dateline sentences --jsonl', () => {
  it('answers each line in order with exact offsets', async () => {
    const lines = [{ id: 'a', text: 'It rained. Mr. Bell left.' }, { text: '' }];
    const run = await runCli(['sentences', '--jsonl'], { stdin: toJsonl(lines) });
    expect(parseLines(run)).toEqual([
      {
        id: 'a',
        sentences: [
          { text: 'It rained.', start: 0, end: 10 },
          { text: 'Mr. Bell left.', start: 11, end: 25 },
        ],
      },
      { sentences: [] },
    ]);
  });

  it('joins wrapped lines, with offsets into the original text', async () => {
    const text = 'The ferry left \n  port in fog.\r\nIt  ran aground.';
    const [answer] = parseLines(
      await runCli(['sentences', '--jsonl'], { stdin: toJsonl([{ text }]) }),
    );
    expect(answer?.['sentences']).toEqual([
      { text: 'The ferry left port in fog.', start: 0, end: 30 },
      { text: 'It  ran aground.', start: 32, end: 48 },
    ]);
  });

  it('accepts line separators that JSON allows inside a string', async () => {
    const stdin = '{"text":"One line.\u2028Another line."}\r\n\n';
    const [answer] = parseLines(await runCli(['sentences', '--jsonl'], { stdin }));
    expect(answer?.['sentences']).toHaveLength(2);
  });

  it('skips a byte order mark', async () => {
    const run = await runCli(['sentences', '--jsonl'], { stdin: '\uFEFF{"text":"One line."}' });
    expect(parseLines(run)[0]?.['sentences']).toHaveLength(1);
  });

  it('answers a bad line in order, continues, and exits with 1', async () => {
    const stdin = `not JSON\n[]\n{"id":7}\n${JSON.stringify({ text: 'Fine.' })}`;
    const run = await runCli(['sentences', '--jsonl'], { stdin });
    expect(parseLines(run)).toEqual([
      { error: 'line 1 is not a JSON object' },
      { error: 'line 2 is not a JSON object' },
      { id: 7, error: '"text" must be a string' },
      { sentences: [{ text: 'Fine.', start: 0, end: 5 }] },
    ]);
    expect(run.exitCode).toBe(1);
  });
});

describe('dateline summarize --jsonl', () => {
  it('chooses sentences word for word, in document order', async () => {
    const stdin = toJsonl([{ id: 1, title: 'Ferry runs aground', text: REPORT }]);
    const run = await runCli(['summarize', '--sentences', '3', '--jsonl'], { stdin });
    const [answer] = parseLines(run);
    const sentences = answer?.['sentences'] as { text: string; start: number; end: number }[];
    expect(answer?.['id']).toBe(1);
    expect(sentences).toHaveLength(3);
    for (const { text, start, end } of sentences) expect(REPORT.slice(start, end)).toBe(text);
    expect(sentences.map(({ start }) => start)).toEqual(
      sentences.map(({ start }) => start).toSorted((a, b) => a - b),
    );
  });

  it.each([
    ['oil', 'No oil has leaked so far, according to the environment agency.'],
    ['"voyage recorder"', 'Investigators will recover the voyage recorder today.'],
  ])('prefers sentences about %s', async (query, expected) => {
    const stdin = toJsonl([{ title: 'Ferry runs aground', text: REPORT }]);
    const args = ['summarize', '--query', query, '--sentences', '2', '--jsonl'];
    const [answer] = parseLines(await runCli(args, { stdin }));
    const texts = textsOf(answer);
    expect(texts).toContain(expected);
  });

  it('rejects a query without a word', async () => {
    const run = await runCli(['summarize', '--query', '-oil', '--jsonl']);
    expect(run.err).toEqual(['Give --query a word, or a "phrase" in quotation marks.']);
    expect(run.exitCode).toBe(1);
  });

  it('says if a text is too short to shorten', async () => {
    const stdin = toJsonl([{ id: 1, text: 'One thing happened. Nothing else did.' }]);
    const [answer] = parseLines(await runCli(['summarize', '--jsonl'], { stdin }));
    expect(answer).toEqual({ id: 1, sentences: [], reason: 'too-short' });
  });

  it.each([
    ['0.2', 0.2],
    ['20%', 0.2],
    ['33.5 %', 0.335],
    ['50%', 0.5],
  ])('keeps at most %s of the words', async (share, most) => {
    const stdin = toJsonl([{ text: REPORT }]);
    const [answer] = parseLines(
      await runCli(['summarize', '--share', share, '--jsonl'], { stdin }),
    );
    const kept = textsOf(answer).flatMap((text) => text.split(' '));
    expect(kept.length).toBeLessThanOrEqual(most * REPORT.split(' ').length);
    expect(kept.length).toBeGreaterThan(0);
  });

  it.each(['20', '0', '0%', '60%', '0.6', '-1', 'half', '', '1e-1', '0x1%'])(
    'does not accept "%s" as a share',
    async (share) => {
      const run = await runCli(['summarize', `--share=${share}`, '--jsonl']);
      expect(run.err.join('\n')).toContain('Write it as 0.2 or 20%; at most half is kept.');
      expect(run.exitCode).toBe(2);
    },
  );

  it.each([
    ['--sentences', '3', '--words', '40'],
    ['--share', '20%', '--words', '40'],
    ['--sentences', '3', '--share', '0.2'],
  ])('rejects two lengths at once: %s %s %s %s', async (...lengths) => {
    const run = await runCli(['summarize', ...lengths, '--jsonl']);
    expect(run.err).toEqual(['Give one of --sentences, --words and --share.']);
    expect(run.exitCode).toBe(1);
  });
});

describe('dateline cluster --jsonl', () => {
  const lines = [
    { id: 'a', title: 'Ferry runs aground', text: REPORT, publishedAt: '2024-05-06T08:00:00Z' },
    {
      id: 'b',
      title: 'Parliament passes the budget',
      text: 'Parliament passed the budget for next year after a debate that lasted all night.',
      publishedAt: '2024-05-06T09:00:00Z',
    },
    {
      id: 'c',
      title: 'Ferry passengers safe after grounding on reef',
      text: 'Passengers of a ferry that ran aground on a reef off the north coast are safe, the coastguard said. Steering failure is suspected.',
      publishedAt: '2024-05-06T12:00:00Z',
    },
  ];

  it('names a story for each article, in order', async () => {
    const answers = parseLines(await runCli(['cluster', '--jsonl'], { stdin: toJsonl(lines) }));
    expect(answers.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(answers[0]?.['story']).toBe(answers[2]?.['story']);
    expect(answers[1]?.['story']).not.toBe(answers[0]?.['story']);
  });

  it('names the same stories in any order', async () => {
    const answer = async (input: object[]) =>
      parseLines(await runCli(['cluster', '--jsonl'], { stdin: toJsonl(input) }))
        .map(({ id, story }) => `${String(id)} ${String(story)}`)
        .toSorted();
    expect(await answer(lines.toReversed())).toEqual(await answer(lines));
  });

  it('answers a bad line in its place, joins the others as if it were absent, and exits with 1', async () => {
    const run = await runCli(['cluster', '--jsonl'], {
      stdin: [
        'not JSON',
        toJsonl(lines.slice(0, 2)),
        '{"text":"It rained."}',
        '{"id":"d"}',
        '{"id":"a","text":"Another text with the same id."}',
        toJsonl(lines.slice(2)),
        '[]',
      ].join('\n'),
    });
    const alone = parseLines(await runCli(['cluster', '--jsonl'], { stdin: toJsonl(lines) }));
    expect(parseLines(run)).toEqual([
      { error: 'line 1 is not a JSON object' },
      ...alone.slice(0, 2),
      { error: 'line 4: "id" is missing' },
      { id: 'd', error: 'line 5: "text" must be a string' },
      { id: 'a', error: 'line 6 has the id of line 2' },
      ...alone.slice(2),
      { error: 'line 8 is not a JSON object' },
    ]);
    expect(run.exitCode).toBe(1);
  });

  it('returns ids as they were given', async () => {
    const ids = [7, null, { feed: [1, 'x'] }];
    const input = lines.map((line, at) => ({ ...line, id: ids[at] }));
    const answers = parseLines(await runCli(['cluster', '--jsonl'], { stdin: toJsonl(input) }));
    expect(answers.map(({ id }) => id)).toEqual(ids);
    expect(answers[0]?.['story']).toBe(answers[2]?.['story']);
  });
});

function toJsonl(lines: readonly object[]): string {
  return lines.map((line) => JSON.stringify(line)).join('\n');
}

/** The sentences of an answer. */
function textsOf(answer: Readonly<Record<string, unknown>> | undefined): string[] {
  return ((answer?.['sentences'] ?? []) as { text: string }[]).map(({ text }) => text);
}

describe('dateline brief --jsonl', () => {
  const docs = [
    { id: 'a', title: 'Ferry runs aground', text: REPORT, publishedAt: '2024-05-06T08:00:00Z' },
    {
      id: 2,
      text: 'All ferry passengers safe after grounding\n\nPassengers of the stranded ferry have reached Brno in buses and will be flown home to Ostrava on Tuesday.',
      publishedAt: '2024-05-06T12:00:00Z',
    },
  ];

  it('tells a story in sentences of several articles, with exact offsets', async () => {
    const [answer] = parseLines(
      await runCli(['brief', '--jsonl', '--words', '60'], { stdin: toJsonl([{ id: 7, docs }]) }),
    );
    expect(answer?.['id']).toBe(7);
    expect(['Ferry runs aground', 'All ferry passengers safe after grounding']).toContain(
      answer?.['headline'],
    );
    const sentences = answer?.['sentences'] as {
      article: unknown;
      text: string;
      start: number;
      end: number;
    }[];
    expect(new Set(sentences.map(({ article }) => article))).toEqual(new Set(['a', 2]));
    for (const { article, text, start, end } of sentences) {
      expect(docs.find(({ id }) => id === article)?.text.slice(start, end)).toBe(text);
    }
    expect(sentences.flatMap(({ text }) => text.split(' ')).length).toBeLessThanOrEqual(60);
  });

  it('gives the same brief for the articles in any order', async () => {
    const lines = [{ docs }, { docs: docs.toReversed() }];
    const [one, other] = parseLines(await runCli(['brief', '--jsonl'], { stdin: toJsonl(lines) }));
    expect(other).toEqual(one);
  });

  it('answers a bad line in order, continues, and exits with 1', async () => {
    const lines = [
      { id: 1 },
      { id: 2, docs: ['text'] },
      { id: 3, docs: [{ text: 'Rain.' }] },
      { id: 4, docs: [{ id: 'a', text: 5 }] },
      { id: 5, docs: [docs[0], docs[0]] },
      { id: 6, docs: [] },
    ];
    const run = await runCli(['brief', '--jsonl'], { stdin: `nonsense\n${toJsonl(lines)}` });
    expect(parseLines(run)).toEqual([
      { error: 'line 1 is not a JSON object' },
      { id: 1, error: '"docs" must be an array of objects' },
      { id: 2, error: '"docs" must be an array of objects' },
      { id: 3, error: 'docs[0]: "id" is missing' },
      { id: 4, error: 'docs[0]: "text" must be a string' },
      { id: 5, error: '"docs" has two articles with the id a' },
      { id: 6, sentences: [] },
    ]);
    expect(run.exitCode).toBe(1);
  });
});

describe('dateline summarize --explain', () => {
  it.each([
    ['of the words that an editor would take', REPORT, 'en'],
    ['of features and their weights', GERMAN_REPORT, 'de'],
  ])('explains each sentence’s score as a sum %s', async (_, report) => {
    const run = await runCli(['summarize', '-', '--sentences', '2', '--explain'], {
      stdin: report,
    });
    const lines = run.out
      .join('\n')
      .split('\n')
      .filter((line) => line.includes(' = '));
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      const [score, parts = ''] = line.split(' = ');
      const sum = parts
        .split(' + ')
        .map((part) => part.split(' ').filter((word) => /^-?[\d.]+$/.test(word)))
        .reduce(
          (total, factors) => total + factors.reduce((all, factor) => all * Number(factor), 1),
          0,
        );
      expect(sum).toBeCloseTo(Number(score), 2);
    }
  });

  it('names the words and pairs that an editor’s summary may have', async () => {
    const run = await runCli(['summarize', '-', '--sentences', '1', '--explain'], {
      stdin: REPORT,
    });
    const line = run.out.find((text) => text.includes('likely words'))!;
    const named = [...line.matchAll(/“([^”]+)” (\d+) %/g)];
    expect(named.length).toBeGreaterThan(5);
    const summary = run.out[1]!;
    for (const [, text, percent] of named) {
      expect(summary).toContain(text);
      expect(Number(percent)).toBeLessThanOrEqual(100);
    }
  });
});
