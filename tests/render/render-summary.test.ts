import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Summary } from '../../src/summary/summary.ts';
import { checkMessage } from '../support/check-message.ts';
import { renderSummary } from '../../src/render/render-summary.ts';
import { buildArticle } from '../support/build-article.ts';
import { hostileText } from '../support/hostile-text.ts';
import { readAll, readText } from '../support/shown-text.ts';

const toSentence = (text: string) => ({ text, start: 0, end: text.length, score: 1, features: {} });
const buildSummary = (texts: readonly string[], given: Partial<Summary> = {}) => ({
  kind: 'summary' as const,
  summary: {
    sentences: texts.map(toSentence),
    sentenceCount: 23,
    shorterBy: 0.818,
    keyTerms: ['dam', 'flood'],
    ...given,
  },
});

describe('renderSummary', () => {
  const article = buildArticle({
    title: 'Dam fails',
    url: 'https://post.example/1',
    source: 'Harbour Post',
    captions: [{ text: 'The dam on Monday.', credit: 'A. Name/HP' }],
  });

  it('shows title, source, date, sentences, caption, figures and key terms', () => {
    expect(readText(renderSummary(article, buildSummary(['It broke.', 'All fled.'])))).toBe(
      [
        '## [Dam fails](https://post.example/1)',
        '-# Harbour Post · <t:1710406800:R>',
        'It broke.',
        'All fled.',
        '-# Picture: The dam on Monday. (A. Name/HP)',
        '-# 2 of 23 sentences, 82 % shorter',
        '-# Key terms: dam, flood',
      ].join('\n'),
    );
  });

  it.each([
    ['the article names', { place: 'DERNA, Libya' }, {}, String.raw`DERNA, Libya`],
    ['its text alone names', {}, { place: 'CAIRO' }, 'CAIRO'],
    ['holds markdown', { place: '**DERNA** <@1>' }, {}, String.raw`\*\*DERNA\*\* \<\@1\>`],
  ])('shows the place that %s as written', (_, given, summary, shown) => {
    const message = renderSummary({ ...article, ...given }, buildSummary(['It broke.'], summary));
    expect(readText(message)).toContain(`-# Harbour Post · ${shown} · <t:1710406800:R>`);
  });

  it('also links to the article by a button', () => {
    expect(readAll(renderSummary(article, buildSummary(['It broke.'])), 'url')).toEqual([
      'https://post.example/1',
    ]);
    const { url: _, ...withoutLink } = article;
    expect(readAll(renderSummary(withoutLink, buildSummary(['It broke.'])), 'url')).toEqual([]);
  });

  it('says that a text is too short to shorten', () => {
    const result = { kind: 'too-short' as const, sentenceCount: 1, wordCount: 12 };
    const text = readText(renderSummary({ ...article, captions: [] }, result));
    expect(text).toContain('too short to summarize: 1 sentence, 12 words.');
    const nothing = { kind: 'too-short' as const, sentenceCount: 0, wordCount: 0 };
    expect(readText(renderSummary(article, nothing))).toContain('no whole sentence here');
  });

  it.each([[['', '']], [[' ', '\u0000']], [['\u202e']]])(
    'has no empty part if the sentences %j become empty',
    (texts) => {
      const message = renderSummary(buildArticle(), buildSummary(texts));
      expect(checkMessage(message)).toEqual([]);
    },
  );

  it('stays within every limit, whatever the texts are', () => {
    const text = hostileText({ maxLength: 6000 });
    fc.assert(
      fc.property(
        fc.record({
          title: text,
          source: text,
          place: text,
          caption: text,
          credit: text,
          url: fc.webUrl(),
        }),
        fc.array(text, { maxLength: 8 }),
        fc.array(text, { maxLength: 10 }),
        ({ caption, credit, ...given }, texts, keyTerms) => {
          const captions = [{ text: caption, credit }];
          const message = renderSummary(
            buildArticle({ ...given, captions }),
            buildSummary(texts, { keyTerms }),
          );
          expect(checkMessage(message)).toEqual([]);
        },
      ),
    );
  });
});
