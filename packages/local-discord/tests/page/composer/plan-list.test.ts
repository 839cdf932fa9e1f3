import { describe, expect, it } from 'vitest';
import { addField, startDraft, tailId, writeField } from '../../../page/composer/draft.ts';
import { planDraft, planPalette, type ListPlan } from '../../../page/composer/plan-list.ts';
import type { OptionSpec } from '../../../page/composer/option-spec.ts';
import type { Suggestions } from '../../../page/composer/suggester.ts';
import { buildEntry, buildOption, directory } from './build-option.ts';

const at = (suggestions?: Suggestions) => ({ suggestions, directory, locale: 'en-US' });

/** Plans the list of values for an option that contains a text. */
function planValues(
  option: OptionSpec,
  text: string,
  context: ReturnType<typeof at>,
  chosen?: string,
): ListPlan | undefined {
  const draft = writeField(startDraft(buildEntry('x', option)), option.name, text, chosen);
  return planDraft(draft, option.name, '', context);
}

describe('the list of commands', () => {
  const entries = [buildEntry('latest'), buildEntry('schedule add')];

  it.each([
    ['/', ['latest', 'schedule add']],
    ['/sch', ['schedule add']],
    ['/nothing', []],
  ])('shows for %j %j', (text, expected) => {
    expect(planPalette(text, entries)?.items.map(({ value }) => value)).toEqual(expected);
  });

  it.each([['hello'], [' /'], ['/a\nb'], ['/usr/bin'], ['']])('is not shown for %j', (text) => {
    expect(planPalette(text, entries)).toBeUndefined();
  });

  it('is not shown if there are no commands', () => {
    expect(planPalette('/', [])).toBeUndefined();
  });
});

describe('the list of options', () => {
  const draft = startDraft(
    buildEntry('x', buildOption({ name: 'a' }), buildOption({ name: 'zone' })),
  );

  it('selects nothing until something is typed, so that Enter sends', () => {
    expect(planDraft(draft, tailId, '', at())).toMatchObject({ first: -1 });
    expect(planDraft(draft, tailId, 'zo', at())).toMatchObject({
      first: 0,
      items: [{ value: 'zone' }],
    });
  });

  it('is not shown if all options are filled in', () => {
    expect(planDraft(addField(addField(draft, 'a'), 'zone'), tailId, '', at())).toBeUndefined();
  });
});

describe('the list of values', () => {
  const source = buildOption({ name: 'source', autocomplete: true });
  const choices = [{ name: 'Wire', value: 'wire-id' }];

  it('is not shown for free text', () => {
    expect(planValues(buildOption({ name: 'a' }), '', at())).toBeUndefined();
  });

  it('shows all values again after one was picked', () => {
    const option = buildOption({ name: 'a', kind: 'boolean' });
    expect(planValues(option, 'True', at())?.items).toHaveLength(1);
    expect(planValues(option, 'True', at(), 'true')?.items).toHaveLength(2);
  });

  it('groups members and roles', () => {
    const plan = planValues(buildOption({ name: 'a', kind: 'mentionable' }), '', at());
    expect(plan?.items.map(({ group, label }) => [group, label])).toEqual([
      ['Members', 'Ada'],
      ['Members', 'Benny'],
      ['Roles', 'News'],
      ['Roles', '@everyone'],
    ]);
  });

  it('shows channels of the accepted types', () => {
    const channel = buildOption({ name: 'a', kind: 'channel', channelTypes: [2] });
    expect(planValues(channel, '', at())?.items.map(({ label }) => label)).toEqual(['talk']);
  });

  it.each([true, false])(
    'selects the first value at once, if the option is required (%s) or not',
    (required) => {
      const option = buildOption({ name: 'a', kind: 'boolean', required });
      expect(['', 'f'].map((text) => planValues(option, text, at())?.first)).toEqual([0, 0]);
    },
  );

  it('is busy while suggestions are requested', () => {
    expect(planValues(source, 'w', at())).toMatchObject({ isBusy: true, items: [] });
  });

  it('keeps the old values while suggestions are requested, and selects none', () => {
    const plan = planValues(source, 'w', at({ kind: 'waiting', option: 'source', choices }));
    expect(plan).toMatchObject({ isBusy: true, first: -1, items: [{ label: 'Wire' }] });
  });

  it('shows the bot’s suggestions', () => {
    const plan = planValues(source, 'w', at({ kind: 'ready', option: 'source', choices }));
    expect(plan).toMatchObject({ first: 0, items: [{ label: 'Wire', value: 'wire-id' }] });
  });

  it('does not show suggestions for another option', () => {
    const plan = planValues(source, 'w', at({ kind: 'ready', option: 'language', choices }));
    expect(plan?.items).toEqual([]);
  });

  it('says that nothing matches, or why the request failed', () => {
    const empty = planValues(source, 'w', at({ kind: 'ready', option: 'source', choices: [] }));
    expect(empty?.status).toBe('No options match.');
    const failed = planValues(source, 'w', at({ kind: 'failed', option: 'source', why: 'Gone.' }));
    expect(failed?.status).toBe('Loading options failed. Gone.');
  });
});
