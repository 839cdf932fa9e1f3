import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderEditionStory } from '../../src/render/render-edition-story.ts';
import { VIEW_NAMES } from '../../src/render/render-story-menu.ts';
import { buildDigestStory } from '../support/build-digest.ts';
import { checkMessage } from '../support/check-message.ts';
import { hostileText } from '../support/hostile-text.ts';
import { readAll, readText } from '../support/shown-text.ts';

const MARK = 'Edition abcdef012345 · story 2 of 5';

describe('a story in the thread of its edition', () => {
  it('has its headline, its sentences, its small line and its mark', () => {
    const story = buildDigestStory({ headline: 'Dam fails', update: true });
    const lines = readText(renderEditionStory(story, MARK)).split('\n');
    expect(lines[0]).toContain('### **Update** · ');
    expect(lines[0]).toContain('Dam fails');
    for (const { text } of story.sentences) expect(lines[1]).toContain(text);
    expect(lines.at(-1)).toBe(`-# ${MARK}`);
  });

  it('opens each of its views with a menu if there are several articles', () => {
    const one = buildDigestStory({ articleId: 'a1', articleIds: ['a1'] });
    const three = buildDigestStory({ articleId: 'a1', articleIds: ['a0', 'a1', 'a2'] });
    expect(readAll(renderEditionStory(one, MARK), 'custom_id')).toEqual([]);
    expect(readAll(renderEditionStory(three, MARK), 'custom_id')).toEqual(['story:show']);
    const [options = []] = readAll(renderEditionStory(three, MARK), 'options') as {
      value: string;
    }[][];
    expect(options.map(({ value }) => value)).toEqual(VIEW_NAMES.map((view) => `${view}:a1`));
  });

  it('stays within Discord’s limits, whatever the texts are', () => {
    const text = hostileText({ maxLength: 3000 });
    const sentence = text.map((one) => ({ articleId: 'a', start: 0, end: one.length, text: one }));
    const story = fc.record({ headline: text, source: text, sentences: fc.array(sentence) });
    fc.assert(
      fc.property(story, (given) => {
        const message = renderEditionStory(buildDigestStory(given), MARK);
        expect(checkMessage(message)).toEqual([]);
        expect(readText(message)).toMatch(/story 2 of 5$/u);
      }),
    );
  });
});
