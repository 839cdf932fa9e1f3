import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { story } from '../../commands/story/story-command.ts';
import { parseCustomId } from '../../src/command/custom-id.ts';
import { buildPanel, buildText } from '../../src/render/components.ts';
import { renderStoryMenu, STORY_MENU_ID } from '../../src/render/render-story-menu.ts';
import { checkMessage } from '../support/check-message.ts';
import { hostileText } from '../support/hostile-text.ts';
import { readAll } from '../support/shown-text.ts';

const show = (stories: Parameters<typeof renderStoryMenu>[0]) =>
  buildPanel([buildText('Digest')], renderStoryMenu(stories));

describe('the menu of stories', () => {
  it('offers each story by its headline', () => {
    const message = show([
      { storyId: 'a1', headline: 'Dike breaks at Marrow' },
      { storyId: 'b2', headline: ' \n' },
    ]);
    expect(readAll(message, 'options')).toEqual([
      [
        { label: 'Dike breaks at Marrow', value: 'a1' },
        { label: 'Untitled', value: 'b2' },
      ],
    ]);
  });

  it('is not there without a story', () => {
    expect(renderStoryMenu([])).toEqual([]);
  });

  it('is answered by /story, to the person who chose only', () => {
    const called = parseCustomId(STORY_MENU_ID);
    expect(called).toEqual({ command: story.name, action: 'open', state: [] });
    expect(Object.keys(story.replies ?? {})).toContain(called?.action);
    expect(Object.keys(story.components ?? {})).not.toContain(called?.action);
  });

  it('is within Discord’s limits, whatever the headlines and however many', () => {
    const item = fc.record({
      storyId: fc.oneof(fc.string(), fc.constantFrom('a', 'b')),
      headline: hostileText(),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 60 }), (stories) => {
        expect(checkMessage(show(stories))).toEqual([]);
        const [options = []] = readAll(show(stories), 'options') as { value: string }[][];
        expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
      }),
    );
  });
});
