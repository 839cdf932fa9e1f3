import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitizeText } from '../../src/render/sanitize-text.ts';
import { renderHighlighted } from '../../src/render/render-highlighted.ts';
import { hostileText } from '../support/hostile-text.ts';
import { unescapeMarkdown } from '../support/shown-text.ts';

const rangesOf = (text: string, word: string) =>
  [...text.matchAll(new RegExp(word, 'gu'))].map(({ index }) => ({
    start: index,
    end: index + word.length,
  }));

describe('renderHighlighted', () => {
  it.each([
    ['The river rose.', 'river', 'The **river** rose.'],
    ['river and river', 'river', '**river** and **river**'],
    ['A *river* [here](x)', 'river', String.raw`A \***river**\* \[here\]\(x\)`],
    ['- river', 'river', String.raw`\- **river**`],
    ['river - sea\n- river', 'sea', `river - **sea**\n${String.raw`\- river`}`],
    ['nothing', 'river', 'nothing'],
  ])('shows %j with %j in bold', (text, word, expected) => {
    expect(renderHighlighted(text, rangesOf(text, word), 500)).toBe(expected);
  });

  it('cuts a long text and shows it without bold', () => {
    const text = `The river rose. ${'It rose and rose. '.repeat(20)}`;
    const rendered = renderHighlighted(text, rangesOf(text, 'rose'), 60);
    expect(rendered).toMatch(/^The river rose\. .+…$/u);
    expect(rendered.length).toBeLessThanOrEqual(60);
    expect(rendered).not.toContain('**');
  });

  it('does not change any character of the text', () => {
    fc.assert(
      fc.property(hostileText({ maxLength: 2000 }), (text) => {
        const rendered = renderHighlighted(text, rangesOf(text, 'e'), 100_000);
        const shown = unescapeMarkdown(
          rendered.replaceAll(/(?<!\\)(?:\\\\)*\*\*e\*\*/gu, (found) => found.replaceAll('*', '')),
        );
        expect(shown).toBe(sanitizeText(text));
      }),
    );
  });
});
