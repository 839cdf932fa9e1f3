import { describe, expect, it } from 'vitest';
import { parseArticles } from '../parse-all.ts';

const FERRY = {
  title: 'Ferry Line to Outer Islands Reopens',
  caption: 'The ferry Aurora leaves Vik, Norland, Friday, May 3, 2024. (AP Photo/E. Ness)',
  body: [
    'Ferries to the outer islands sailed again on Friday after a strike of two weeks, the line said.',
    'Crews had asked for shorter shifts.',
    '"We are glad to be back," said Captain Ida Holm.',
    'Shops on the islands had run short of milk and flour.',
  ],
};
const BANK = {
  title: 'Central Bank Keeps Rates Where They Are',
  caption: 'The central bank in Stavholm, Norland, June 4, 2024. (Reuters)',
  body: [
    'The central bank of Norland left its key rate unchanged on Tuesday, as most had expected.',
    'Prices rose by three percent in May.',
    'The next meeting is in August.',
  ],
};

describe('an article begins at its own headline', () => {
  it.each([
    ['is cut off in the middle of a sentence', 'The line said that it would now talk with the'],
    ['ends with a list of topics', 'Related topics\nIslands\nFerry strike'],
    [
      'ends with a wrapped line',
      'Talks with the crews of the other lines go on in Stavholm and\nVik',
    ],
    ['ends with a quotation without a stop', '"See you on board"'],
  ])('if the one above %s', async (_how, ending) => {
    const above = { ...FERRY, body: [...FERRY.body, ending] };
    for (const gap of ['\n\n', '\n\n\n\n']) {
      expect(await titlesOf(print(above) + gap + print(BANK))).toEqual([FERRY.title, BANK.title]);
    }
  });

  it.each([2, 3, 4])('if a scraper copied a body of %i paragraphs twice', async (count) => {
    const body = FERRY.body.slice(0, count);
    const text = print({ ...FERRY, body: [...body, ...body] }) + '\n\n\n' + print(BANK);
    const articles = await parseArticles(text);
    expect(articles.map(({ title }) => title)).toEqual([FERRY.title, BANK.title]);
    expect(articles[0]?.text).toBe(body.join('\n\n'));
  });

  it('if a body with a sub-head was copied twice', async () => {
    const [lead = '', ...rest] = FERRY.body;
    const body = [lead, 'What the crews had asked for', ...rest];
    const articles = await parseArticles(print({ ...FERRY, body: [...body, ...body] }));
    expect(articles.map(({ text }) => text)).toEqual([FERRY.body.join('\n\n')]);
    expect(articles[0]?.subheads.map(({ text }) => text)).toEqual(['What the crews had asked for']);
  });
});

it.each([
  ['only a date below it', 'Updated 5 June 2024\n\n'],
  ['only captions below it', ''],
])(
  'an article without a label or a copy begins at its own headline, with %s',
  async (_how, date) => {
    const cut =
      'The line said that it would now talk with the crews of all the other lines about the';
    const head = `${BANK.title}\n\n${date}${BANK.caption}\n${BANK.caption}\n\n`;
    const text = `${print(FERRY)}\n${cut}\n\n\n\n${head}${BANK.body.join('\n\n')}\n`;
    expect(await titlesOf(text)).toEqual([FERRY.title, BANK.title]);
  },
);

it('a headline above a caption and its wrapped copy begins an article', async () => {
  const wrapped = BANK.caption.replace(' June', '\nJune');
  const head = `${BANK.title}\n\n${BANK.caption}\n${wrapped}\n\n`;
  const text = `${print(FERRY)}\n\n${head}${BANK.body.join('\n\n')}\n`;
  expect(await titlesOf(text)).toEqual([FERRY.title, BANK.title]);
});

it('a date line below the next headline does not take a report’s only paragraph', async () => {
  const [only = ''] = FERRY.body;
  const dated = print(BANK).replace('\n\n', '\n\nUpdated 5 June 2024\n\n');
  const articles = await parseArticles(`${print({ ...FERRY, body: [only] })}\n\n${dated}`);
  expect(articles.map(({ text }) => text)).toEqual([only, BANK.body.join('\n\n')]);
});

describe('captions in one block', () => {
  it.each([
    ['with credits', FERRY.caption, BANK.caption],
    ['without credits', 'Crews wait in the harbor of Vik.', 'A shop on the islands is closed.'],
  ])('stay separate %s', async (_how, one, two) => {
    const [article] = await parseArticles(print({ ...FERRY, caption: `${one}\n${two}` }));
    expect(article?.captions).toHaveLength(2);
  });
});

describe('a headline whose words are repeated below', () => {
  it('as a sub-head does not lose a paragraph to the captions', async () => {
    const [lead = '', next = '', ...rest] = FERRY.body;
    const [article] = await parseArticles(
      print({ ...FERRY, body: [lead, next, FERRY.title, ...rest] }),
    );
    expect(article?.text).toBe(FERRY.body.join('\n\n'));
    expect(article?.captions).toHaveLength(1);
  });

  it('as the next headline belongs to the report above', async () => {
    const above = { ...FERRY, body: [FERRY.body[0] ?? '', BANK.title, ...FERRY.body.slice(1)] };
    const articles = await parseArticles(`${print(above)}\n\n\n${print(BANK)}`);
    expect(articles.map(({ title }) => title)).toEqual([FERRY.title, BANK.title]);
    expect(articles.map(({ text }) => text)).toEqual([
      FERRY.body.join('\n\n'),
      BANK.body.join('\n\n'),
    ]);
  });
});

it('takes a credit from any copy of a caption', async () => {
  const bare = FERRY.caption.replace(/ \(.*$/u, '');
  const text = print(FERRY).replace(FERRY.caption, bare);
  const [article] = await parseArticles(text);
  expect(article?.captions).toEqual([{ text: bare, credit: 'AP Photo/E. Ness' }]);
});

it('ends a caption where a known caption begins', async () => {
  const first = 'Crews wait in Vik.';
  const block = `${first}\nA helicopter over the bay on Friday, May 3, 2024\nThe captain speaks`;
  const [article] = await parseArticles(print({ ...FERRY, caption: block }));
  expect(article?.captions.filter(({ text }) => text.includes(first))).toEqual([{ text: first }]);
});

it.each([
  ['marks', ['- Milk', '- Flour and salt', '- Paper']],
  ['numbers', ['1. Milk', '2. Flour and salt', '3. Paper']],
])('keeps a list with %s in the body', async (_with, list) => {
  const [lead = '', ...rest] = FERRY.body;
  const body = [lead, ...list, '- What comes next', ...rest].toSpliced(
    list.length + 1,
    0,
    rest[0] ?? '',
  );
  const [article] = await parseArticles(print({ ...FERRY, body: [...body] }));
  expect(article?.text.split('\n\n').slice(0, 4)).toEqual([lead, ...list]);
  expect(article?.subheads.map(({ text }) => text)).toEqual(['What comes next']);
});

it('reads author and place above the first paragraph', async () => {
  const [article] = await parseArticles(
    print({ ...FERRY, body: ['Vik: Anna Maria Holm', ...FERRY.body] }),
  );
  expect(article).toMatchObject({ place: 'Vik', author: 'Anna Maria Holm', subheads: [] });
});

describe('wrapped captions separated by blank lines', () => {
  const text = FERRY.caption.replace(/ \(.*$/u, '');
  it.each([
    ['inside the credit', FERRY.caption.replace('Photo/', 'Photo/\n'), FERRY.caption],
    ['before the credit', FERRY.caption.replace(' (', '\n('), FERRY.caption],
    ['inside a date', FERRY.caption.replace(' 2024', '\n2024'), FERRY.caption],
    ['inside the credit, in all copies', ...twice(FERRY.caption.replace('AP Photo', 'AP\nPhoto'))],
    ['inside a sentence, in all copies', ...twice(FERRY.caption.replace(' leaves', '\nleaves'))],
  ])('%s', async (_where, one, other) => {
    const title = `${FERRY.title} \n\n`;
    const head = `${title}${one}\n\n${one}\n\nTT\n\n${title}${other}\n\n${one}\n\n`;
    const [article, ...more] = await parseArticles(head + FERRY.body.join('\n\n'));
    expect(more).toEqual([]);
    expect(article?.title).toBe(FERRY.title);
    expect(article?.captions).toEqual([{ text, credit: 'AP Photo/E. Ness' }]);
    expect(article?.text).toBe(FERRY.body.join('\n\n'));
  });
});

function twice(text: string): [string, string] {
  return [text, text];
}

async function titlesOf(text: string): Promise<string[]> {
  return (await parseArticles(text)).map(({ title }) => title);
}

/** An article in the layout of the seed file. */
function print({ title, caption, body }: typeof FERRY): string {
  const head = `${title} \n\n${caption}\n${caption}\n`;
  return `${head}TT\n\n${head}\n${body.join('\n\n')}\n`;
}
