import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMessage } from '../support/check-message.ts';
import { renderArticleList, type ListItem } from '../../src/render/render-article-list.ts';
import { hostileText } from '../support/hostile-text.ts';
import { readText } from '../support/shown-text.ts';

const buildPage = (items: readonly ListItem[], total = 100_000) => ({
  heading: 'Latest news',
  notes: [],
  items,
  offset: 99_000,
  total,
  buttons: () => [],
});

describe('renderArticleList', () => {
  it('shows headline, sentences and byline of each, and the position of the page', () => {
    const item = {
      title: 'Dam fails',
      url: 'https://post.example/1',
      source: 'Harbour Post',
      place: 'DERNA, Libya',
      sentences: ['It broke.', 'All fled.'],
    };
    expect(readText(renderArticleList(buildPage([item])))).toBe(
      [
        '## Latest news',
        '**[Dam fails](https://post.example/1)**',
        'It broke. All fled.',
        '-# Harbour Post · DERNA, Libya',
        '-# 99001 of 100000',
      ].join('\n'),
    );
  });

  it('passes the number of articles with room to its buttons', () => {
    const items = Array.from({ length: 10 }, () => ({
      title: 'x'.repeat(180),
      url: `https://post.example/${'y'.repeat(480)}`,
      sentences: ['z'],
    }));
    const counts: number[] = [];
    const buttons = (shownCount: number) => {
      counts.push(shownCount);
      return [];
    };
    const text = readText(renderArticleList({ ...buildPage(items), buttons }));
    expect(counts).toEqual([text.match(/post\.example/gu)?.length]);
    expect(counts[0]).toBeLessThan(10);
    expect(text).toContain(`-# 99001–${99_000 + (counts[0] ?? 0)} of 100000`);
  });

  it('fills a message exactly', () => {
    const sentences = Array.from({ length: 3000 }, () => 'a.');
    const message = renderArticleList(
      buildPage([
        { title: 'A', sentences },
        { title: 'B', sentences },
      ]),
    );
    expect(checkMessage(message)).toEqual([]);
    expect(readText(message).length).toBeGreaterThan(3900);
  });

  it('stays within every limit, whatever the texts are', () => {
    const text = hostileText({ maxLength: 1000 });
    const item = fc.record({
      title: text,
      url: fc.webUrl(),
      source: text,
      place: text,
      sentences: fc.constant(['a']),
    });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 10 }), (items) => {
        expect(checkMessage(renderArticleList(buildPage(items)))).toEqual([]);
      }),
    );
  });
});
