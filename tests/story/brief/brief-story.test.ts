import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { briefStory } from '../../../src/story/brief/brief-story.ts';
import { BRIEF_LIMITS, type BriefArticle } from '../../../src/story/brief/brief.ts';
import { countPrintedWords } from '../../../src/story/brief/count-printed-words.ts';
import { joinArticles } from '../../../src/story/join-articles.ts';
import { buildReading } from '../../../src/summary/reading/build-reading.ts';
import { readSamples } from '../../support/read-samples.ts';

const TEXTS = {
  a: `A ferry with 240 people on board ran aground off the north coast on Monday. Its captain reported a failure of the steering. The ferry had left port in thick fog shortly after six in the morning.`,
  b: `All 240 people on board a ferry that ran aground off the north coast were taken to safety, the coastguard said. "We were lucky," a passenger said. Divers found a tear of four metres in the hull of the vessel.`,
  c: `Investigators recovered the voyage recorder of a ferry that ran aground off the north coast with 240 people on board. The operator suspended all sailings on the route until further notice.`,
} as const;

function article(id: string, text: string, more: Partial<BriefArticle> & { lang?: string } = {}) {
  const { lang = 'en', ...rest } = more;
  const title = rest.title ?? '';
  return { id, title, reading: buildReading({ title, text, lang }), ...rest } as const;
}

const FERRY = Object.entries(TEXTS).map(([id, text]) => article(id, text));

function textsOf(...args: Parameters<typeof briefStory>): string[] {
  return briefStory(...args).map(({ text }) => text);
}

describe('briefStory', () => {
  it('tells a story in sentences of several articles, each word for word', () => {
    const brief = briefStory(FERRY, { words: 60 });
    expect(new Set(brief.map(({ articleId }) => articleId)).size).toBeGreaterThan(1);
    for (const { articleId, text, start, end } of brief) {
      expect(TEXTS[articleId as keyof typeof TEXTS].slice(start, end)).toBe(text);
    }
  });

  it('keeps to words and to sentences', () => {
    for (const words of [20, 40, 60, 80]) {
      const texts = textsOf(FERRY, { words });
      expect(texts.reduce((sum, text) => sum + countPrintedWords(text), 0)).toBeLessThanOrEqual(
        words,
      );
    }
    expect(briefStory(FERRY, { sentences: 2 })).toHaveLength(2);
    expect(briefStory(FERRY, { words: 5 })).toEqual([]);
    expect(briefStory([])).toEqual([]);
  });

  it('opens an update with the event, although most of its words were told', () => {
    const told = 'Jon Vane of Ostria has won stage 13 of the 2026 Tour of Velland.';
    const opening = 'Pablo Ruiz of Marle has won the 2026 Tour of Velland overall.';
    const more = 'Third place went to his team mate Levi Lund, 31 seconds behind the winner.';
    const articles = [
      article('a', told, { role: 'context' }),
      article('b', `${opening} ${more}`, { role: 'current' }),
    ];
    expect(textsOf(articles, { sentences: 3, told: new Set([told]) })[0]).toBe(opening);
  });

  it('begins with the opening that says what the headlines say', () => {
    const side = 'The people of Pelu were woken at 2:09 by dogs and church bells.';
    const event = 'A quake of 6.9 has hit the coast of Ostria, the national survey said on Monday.';
    const telling = (first: string, second: string) =>
      textsOf(
        [
          article('a', side, { title: first, publishedAt: '2026-03-02T03:00:00Z' }),
          article('b', event, { title: second, publishedAt: '2026-03-02T04:00:00Z' }),
        ],
        { sentences: 3 },
      );
    expect(telling('Quake hits coast of Ostria', 'Strong quake hits Ostria')[0]).toBe(event);
    expect(telling('Dogs and bells wake Pelu', 'Strong quake hits Ostria')).toEqual(
      telling('', ''),
    );
  });

  it('gives no toll that a later report gives higher', () => {
    const evening =
      'A strong earthquake killed at least 12 people on the coast of Pelu and toppled hundreds of houses in Ossel. President Ana Lunde declared three days of mourning.';
    const morning =
      'At least 31 people were killed by the earthquake on the coast of Pelu, the interior ministry said. The airport of Ossel reopened for aid flights from the capital.';
    const told = (firstAt: string, secondAt: string) =>
      textsOf(
        [
          article('a', evening, { publishedAt: firstAt }),
          article('b', morning, { publishedAt: secondAt }),
        ],
        { words: 100 },
      ).join(' ');
    const [earlier, later] = ['2026-03-09T20:00:00Z', '2026-03-10T06:00:00Z'];
    expect(told(earlier, later)).toMatch(/At least 31 people/);
    expect(told(earlier, later)).not.toMatch(/12 people/);
    // The later report may be behind, or the toll corrected.
    expect(told(later, earlier)).toMatch(/12 people/);
  });

  it('says each thing once', () => {
    const again = article('d', TEXTS.a.replace('on Monday', 'early on Monday'));
    const texts = textsOf([...FERRY, again], { words: 100 });
    expect(texts.filter((text) => text.startsWith('A ferry with 240'))).toHaveLength(1);
    const leads = [
      'Maurice Cheeks has been fired as head coach of the Philadelphia 76ers, the club said.',
      'The Philadelphia 76ers fired head coach Maurice Cheeks after a disappointing start.',
      'Coach Maurice Cheeks was fired by the Philadelphia 76ers on Saturday morning.',
    ];
    const next = 'Assistant general manager Tony DiLeo was named interim coach until summer.';
    const cheeks = leads.map((text, i) => article(`${i}`, `${text} ${next}`));
    expect(textsOf(cheeks, { sentences: 3 }).filter((text) => leads.includes(text))).toHaveLength(
      1,
    );
    expect(textsOf(cheeks, { sentences: 3 })).toContain(next);
  });

  it('begins with the event, then goes by date', () => {
    const more = 'It ran aground off Ostrava on Monday.';
    const late = `Harbour masters will review the rules for sailing after the winter holidays. ${more}`;
    const event =
      'A ferry with 240 people on board ran aground off Ostrava on Monday in heavy fog.';
    const early = `Rescue boats brought dozens of stranded passengers to hotels in Brno. ${more}`;
    const story = [
      article('a', late, { publishedAt: '2024-03-09T10:00:00Z' }),
      article('b', event, { publishedAt: '2024-03-05T10:00:00Z' }),
      article('c', early, { publishedAt: '2024-03-02T10:00:00Z' }),
    ];
    expect(briefStory(story).map(({ articleId }) => articleId)).toEqual(['b', 'c', 'a']);
  });

  it('keeps sentences of one article in the order of its text', () => {
    const brief = briefStory(FERRY, { words: 200 });
    for (const { id } of FERRY) {
      const starts = brief.filter(({ articleId }) => articleId === id).map(({ start }) => start);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    }
  });

  it('takes no sentence that a summary would not', () => {
    const dangling = [
      'He told reporters in Ostrava that the ferry company had been warned about the steering before.',
      'Stranded: The ferry lies on its side near the lighthouse of Ostrava.',
      '"We were warned about the steering of the ferry many times before it ran aground.',
      'Photo: The ferry that ran aground near Ostrava on Monday (Harbour Press/AFP)',
    ];
    const texts = textsOf([...FERRY, article('d', `${TEXTS.a}\n\n${dangling.join('\n\n')}`)], {
      words: 500,
    });
    for (const text of dangling) expect(texts).not.toContain(text);
    expect(texts).not.toContain('Its captain reported a failure of the steering.');
  });

  it('takes no date above a report, and no item of a list', () => {
    const date = 'Saturday, March 26, 2005';
    const item = '- Ferry passengers from Ostrava and Brno in hospital: 28, all of them stable.';
    const texts = textsOf([article('d', `${date}\n${TEXTS.a}\n\n${item}`)], { words: 200 });
    expect(texts[0]).toBe(TEXTS.a.slice(0, TEXTS.a.indexOf('.') + 1));
    expect(texts).not.toContain(item);
  });

  it.each([
    'Who knew that the steering of the ferry near Ostrava had failed twice before?',
    'New captain of the stranded ferry near Ostrava will be former racing driver . . .',
  ])('takes nothing that asks or breaks off: %s', (text) => {
    expect(textsOf([article('d', `${TEXTS.a} ${text}`)], { words: 200 })).not.toContain(text);
  });

  it('takes no sub-heading, unless the language has no stops', () => {
    const heading =
      'Divers look for survivors of the stranded ferry near Ostrava while relatives wait in the harbour';
    const texts = textsOf([article('h', `${TEXTS.a}\n\n${heading}\n\n${TEXTS.b}`)], { words: 300 });
    expect(texts).not.toContain(heading);
    expect(textsOf([article('h', heading)])).toEqual([heading]);
  });

  it('speaks of nothing as known before it has been said', () => {
    const text = `${TEXTS.a} Captain Maria Costa steered away from the reef too late, investigators said.`;
    const bare = 'Costa has worked for ferry companies in Ostrava and Brno since 1998.';
    const definite = 'The comments angered ferry companies in Ostrava and Brno on Tuesday.';
    const story = [...FERRY, article('d', `${text} ${bare} ${definite}`)];
    const all = textsOf(story, { words: 500 });
    expect(all).not.toContain(definite);
    expect(all.indexOf(bare)).toBeGreaterThan(all.findIndex((one) => one.includes('Maria Costa')));
    const few = textsOf(story, { sentences: 3 });
    expect(few).not.toContain(bare);
  });

  it('counts copies of one report once', () => {
    const other = [1, 2].map((i) =>
      article(
        `x${i}`,
        `A bridge near Ostrava closed on Monday because of heavy fog, the road agency said, on day ${i}.`,
      ),
    );
    const copies = [1, 2, 3].map((i) =>
      article(`c${i}`, 'The mayor of Ostrava opened a flower market beside the old town hall.'),
    );
    const articles = [...other, ...copies];
    const voiceOf = (id: string) => (id.startsWith('c') ? 'agency' : id);
    expect(textsOf(articles, { sentences: 1 })[0]).toContain('flower market');
    expect(textsOf(articles, { sentences: 1, voiceOf })[0]).toContain('bridge');
  });

  it('is in one language: the reader’s if an article has it, else that of most voices', () => {
    const german = article(
      'g',
      'Eine Fähre mit 240 Menschen an Bord ist am Montag vor der Nordküste auf Grund gelaufen.',
      { lang: 'de' },
    );
    const ids = (lang?: string) =>
      briefStory([...FERRY, german], lang === undefined ? {} : { lang }).map(
        ({ articleId }) => articleId,
      );
    expect(ids()).not.toContain('g');
    expect(ids('de-AT')).toEqual(['g']);
    expect(ids('fr')).toEqual(ids());
  });

  it('takes no heading that the text repeats', () => {
    const title = 'Ferry with 240 people on board runs aground off the north coast in fog.';
    const texts = textsOf([article('t', `${title}\n\n${TEXTS.a}`, { title }), ...FERRY]);
    expect(texts).not.toContain(title);
  });

  it('does not depend on the order of the articles, and keeps its promises on the samples', async () => {
    const samples = await readSamples();
    const byId = new Map(samples.map((sample) => [sample.id, sample]));
    const stories = joinArticles(samples)
      .map((ids) => ids.map((id) => byId.get(id)!))
      .filter((articles) => articles.length > 1)
      .map((articles) => articles.map((of) => ({ ...of, reading: buildReading(of) })));
    fc.assert(
      fc.property(
        fc
          .constantFrom(...stories)
          .chain((story) =>
            fc.tuple(
              fc.constant(story),
              fc.shuffledSubarray(story, { minLength: story.length }),
              fc.integer({ min: 15, max: 300 }),
            ),
          ),
        ([story, shuffled, words]) => {
          const brief = briefStory(story, { words });
          expect(briefStory(shuffled, { words })).toEqual(brief);
          let total = 0;
          for (const { articleId, text, start, end } of brief) {
            expect(byId.get(articleId)?.text.slice(start, end)).toBe(text);
            const count = countPrintedWords(text);
            expect(count).toBeLessThanOrEqual(BRIEF_LIMITS.maxSentenceWords);
            total += count;
          }
          expect(total).toBeLessThanOrEqual(words);
        },
      ),
    );
  });
});
