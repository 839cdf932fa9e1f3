import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { story } from '../../../commands/story/story-command.ts';
import { parseCustomId } from '../../../src/command/custom-id.ts';
import { buildPanel, buildText } from '../../../src/render/components.ts';
import {
  DIRECT_MENU_ID,
  parseViewChoice,
  renderDirectMenus,
  renderOnlyStoryMenu,
} from '../../../src/render/story/render-direct-menus.ts';
import { renderDigest } from '../../../src/render/render-digest.ts';
import { STORY_VIEWS, VIEW_NAMES } from '../../../src/render/render-story-menu.ts';
import { buildDigest, buildDigestStory } from '../../support/build-digest.ts';
import { checkMessage } from '../../support/check-message.ts';
import { hostileText } from '../../support/hostile-text.ts';
import { readAll } from '../../support/shown-text.ts';

interface Option {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
}

type Rows = ReturnType<typeof renderDirectMenus>;

const show = (rows: Rows) => buildPanel([buildText('Digest')], rows);
const optionsOf = (message: ReturnType<typeof show>): Option[] =>
  (readAll(message, 'options') as Option[][]).flat();
const listed = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => ({
    storyId: `a${index + from}`,
    headline: `News ${index + from}`,
    number: index + from,
  }));

describe('the menus of views below an edition', () => {
  it('offer each view of each story but its brief, with its number and headline', () => {
    const options = optionsOf(show(renderDirectMenus(listed(2))));
    expect(options).toHaveLength(2 * (VIEW_NAMES.length - 1));
    expect(options).toContainEqual({
      label: '2. Figures that differ',
      value: 'figures:a2',
      description: 'News 2',
    });
    expect(options.map(({ value }) => value)).not.toContain('brief:a1');
  });

  it('are two for more than five stories, which say which ones they have', () => {
    const message = show(renderDirectMenus(listed(6)));
    expect(readAll(message, 'custom_id')).toEqual(['story:show:1', 'story:show:6']);
    expect(readAll(message, 'placeholder')).toEqual([
      'Open one view of stories 1–5',
      'Open one view of story 6',
    ]);
    expect(checkMessage(message)).toEqual([]);
  });

  it('are answered by /story, to the person who chose only', () => {
    const called = parseCustomId(DIRECT_MENU_ID);
    expect(called).toEqual({ command: story.name, action: 'show', state: [] });
    expect(Object.keys(story.replies ?? {})).toContain(called?.action);
    expect(Object.keys(story.components ?? {})).not.toContain(called?.action);
  });

  it('have choices that are read as they were written', () => {
    for (const { value } of optionsOf(show(renderOnlyStoryMenu({ storyId: 'a:1' })))) {
      const { view, storyId } = parseViewChoice(value);
      expect(`${view}:${storyId}`).toBe(value);
      expect(Object.keys(STORY_VIEWS)).toContain(view);
      expect(storyId).toBe('a:1');
    }
    expect(parseViewChoice('constructor:a1')).toEqual({ view: 'brief', storyId: 'a1' });
    expect(parseViewChoice('a1')).toEqual({ view: 'brief', storyId: 'a1' });
  });

  it('are within Discord’s limits, whatever the headlines and however many', () => {
    const item = fc.record({
      storyId: fc.oneof(fc.string(), fc.constantFrom('a', 'b')),
      headline: hostileText(),
      number: fc.nat({ max: 99 }),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 60 }), (stories) => {
        const message = show(renderDirectMenus(stories));
        expect(checkMessage(message)).toEqual([]);
        const values = optionsOf(message).map(({ value }) => value);
        expect(new Set(values).size).toBe(values.length);
      }),
    );
  });
});

describe('the menus of a digest', () => {
  const build = (...counts: readonly number[]) =>
    buildDigest({
      stories: counts.map((count, index) =>
        buildDigestStory({
          storyId: `s${index}`,
          articleId: `a${index}`,
          articleIds: Array.from({ length: count }, (_, n) => `a${index}-${n}`),
        }),
      ),
    });

  it('have the numbers of the stories, without those of one article', () => {
    const message = renderDigest(build(3, 1, 2));
    expect(readAll(message, 'custom_id')).toEqual(['story:open', 'story:show:1']);
    const labels = optionsOf(message).map(({ label }) => label.slice(0, 2));
    expect(new Set(labels.filter((label) => /\d/u.test(label)))).toEqual(new Set(['1.', '3.']));
  });

  it('are one with all views if there is only one story', () => {
    const message = renderDigest(build(3));
    expect(readAll(message, 'custom_id')).toEqual(['story:show']);
    expect(optionsOf(message).map(({ value }) => value)).toEqual(
      VIEW_NAMES.map((view) => `${view}:a0`),
    );
    expect(readAll(renderDigest(build(1)), 'custom_id')).toEqual([]);
  });

  it('fit below ten stories', () => {
    const message = renderDigest(build(...Array.from({ length: 10 }, () => 2)));
    expect(checkMessage(message)).toEqual([]);
    expect(readAll(message, 'custom_id')).toHaveLength(3);
  });

  it('offer a story of one article only to be opened, if only headlines are shown', () => {
    const message = renderDigest(build(1, 2), { layout: 'headlines' });
    expect(optionsOf(message).map(({ value }) => value)).toEqual([
      'a0',
      'a1',
      ...VIEW_NAMES.filter((view) => view !== 'brief').map((view) => `${view}:a1`),
    ]);
  });
});
