import { describe, expect, it } from 'vitest';
import { startDraft, tailId, writeField } from '../../../page/composer/draft.ts';
import type { OptionSpec } from '../../../page/composer/option-spec.ts';
import { readDraft, readField } from '../../../page/composer/read-draft.ts';
import { buildEntry, buildOption, directory } from './build-option.ts';

const choices = [
  { value: '1', label: 'One' },
  { value: '2', label: 'Two' },
];

describe('readField', () => {
  it.each<[Partial<OptionSpec>, string, unknown]>([
    [{}, ' rust news ', 'rust news'],
    [{ kind: 'integer' }, ' 12 ', 12],
    [{ kind: 'integer' }, '-3', -3],
    [{ kind: 'number', min: 0.5 }, '.5', 0.5],
    [{ kind: 'boolean' }, 'true', true],
    [{ kind: 'boolean' }, 'False', false],
    [{ choices }, 'two', '2'],
    [{ choices }, '2', '2'],
    [{ kind: 'integer', choices }, 'Two', 2],
    [{ kind: 'user' }, '@ada', '11'],
    [{ kind: 'user' }, '<@!12>', '12'],
    [{ kind: 'role' }, 'News', '22'],
    [{ kind: 'role' }, '<@&22>', '22'],
    [{ kind: 'mentionable' }, 'benny', '12'],
    [{ kind: 'channel' }, '#general', '31'],
    [{ kind: 'channel' }, '<#32>', '32'],
    [{ max: 3 }, 'abc', 'abc'],
  ])('reads %j from %j as %j', (option, text, value) => {
    const field = { option: buildOption({ name: 'x', ...option }), text };
    expect(readField(field, directory)).toEqual({ kind: 'value', value });
  });

  it.each<[Partial<OptionSpec>, string, RegExp]>([
    [{ required: true }, ' ', /required/],
    [{ kind: 'attachment', required: true }, '', /required/],
    [{ kind: 'integer' }, '1.5', /whole number/],
    [{ kind: 'integer' }, '0x10', /whole number/],
    [{ kind: 'integer' }, '99999999999999999999', /whole number/],
    [{ kind: 'number' }, 'two', /a number/],
    [{ kind: 'number' }, 'Infinity', /a number/],
    [{ kind: 'integer', min: 1, max: 10 }, '11', /from 1 to 10/],
    [{ kind: 'integer', min: 1 }, '0', /1 or more/],
    [{ kind: 'integer', max: 5 }, '6', /5 or less/],
    [{ min: 3 }, 'ab', /at least 3 characters; there are 2/],
    [{ max: 3 }, 'abcd', /at most 3 characters; there are 4/],
    [{ choices }, 'Three', /options in the list/],
    [{ kind: 'boolean' }, 'maybe', /options in the list/],
    [{ kind: 'user' }, 'nobody', /options in the list/],
    [{ kind: 'channel', channelTypes: [0] }, 'talk', /options in the list/],
  ])('finds a fault in %j with %j', (option, text, why) => {
    const field = { option: buildOption({ name: 'x', ...option }), text };
    expect(readField(field, directory)).toEqual({ kind: 'wrong', why: expect.stringMatching(why) });
  });

  it('omits an empty option', () => {
    const field = { option: buildOption({ name: 'x', kind: 'integer' }), text: '' };
    expect(readField(field, directory)).toEqual({ kind: 'empty' });
  });

  it('sends the value of a picked item instead of its name', () => {
    const field = { option: buildOption({ name: 'x', max: 2 }), text: 'Long name', chosen: 'id' };
    expect(readField(field, directory)).toEqual({ kind: 'value', value: 'id' });
  });
});

describe('readDraft', () => {
  const entry = buildEntry(
    'every',
    buildOption({ name: 'query', required: true }),
    buildOption({ name: 'count', kind: 'integer' }),
    buildOption({ name: 'file', kind: 'attachment' }),
  );

  it('returns the values by name, without empty ones', () => {
    const file = { filename: 'a.txt', content: 'a' };
    const draft = writeField(
      writeField(writeField(startDraft(entry), 'query', 'a'), 'count', ''),
      'file',
      'a.txt',
      file,
    );
    expect(readDraft(draft, directory)).toEqual({ options: { query: 'a', file }, faults: {} });
  });

  it('returns every fault, and the values of the other options', () => {
    const draft = writeField(startDraft(entry), 'count', '3');
    expect(readDraft(draft, directory)).toEqual({
      options: { count: 3 },
      faults: { query: 'This option is required.' },
    });
  });
  it('reports text after the options as a fault', () => {
    const draft = startDraft(buildEntry('help'));
    expect(readDraft(draft, directory, ' words ').faults).toEqual({
      [tailId]: 'There is no option "words".',
    });
    expect(readDraft(draft, directory, ' ').faults).toEqual({});
  });
});
