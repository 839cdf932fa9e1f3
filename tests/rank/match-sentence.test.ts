import { describe, expect, it } from 'vitest';
import { buildCorpus } from '../../src/rank/corpus.ts';
import { matchSentence } from '../../src/rank/match-sentence.ts';
import { parseQuery } from '../../src/rank/parse-query.ts';

const TEXT =
  'The leaders met on Monday. Putin said that missiles and a missile test were not discussed. An arms deal was signed later, the WHO said.';

function match(
  query: string,
  text = TEXT,
  lang = 'en',
): { text: string; bold: string[] } | undefined {
  const found = matchSentence({ text, lang }, parseQuery(query, new Date(0)), buildCorpus([]));
  return (
    found && {
      text: found.sentence.text,
      bold: found.spans.map(({ start, end }) => found.sentence.text.slice(start, end)),
    }
  );
}

describe('matchSentence', () => {
  it.each([
    ['putin missiles', ['Putin', 'missiles', 'missile']],
    ['"arms deal"', ['arms deal']],
    ['"an arms deal" who', ['An arms deal', 'WHO']],
    ['missile test', ['missiles', 'missile test']],
    ['leader', ['leaders']],
    ['volcano', []],
  ])('marks the words of %s', (query, bold) => {
    expect(match(query)?.bold).toEqual(bold);
  });

  it('shows the first sentence where no word stands in the text', () => {
    expect(match('volcano')?.text).toBe('The leaders met on Monday.');
    expect(match('')?.text).toBe('The leaders met on Monday.');
  });

  it('works in other languages and scripts', () => {
    expect(match('élections', 'Rien. Une élection a eu lieu.', 'fr')?.bold).toEqual(['élection']);
    expect(match('выборы', 'Нет. Итоги выборов известны.', 'ru')?.bold).toEqual(['выборов']);
  });

  it('gives nothing for an article without text', () => {
    expect(match('putin', '')).toBeUndefined();
  });
});
