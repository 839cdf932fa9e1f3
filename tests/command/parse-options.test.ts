import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { parseOptions } from '../../src/command/parse-options.ts';
import type { OptionSpecs } from '../../src/command/option.ts';

const specs = {
  query: { type: 'string', description: 'Words', required: true, maxLength: 5 },
  length: { type: 'string', description: 'How long', choices: ['short', 'long'] },
  count: { type: 'integer', description: 'How many', min: 1, max: 5 },
  thread: { type: 'boolean', description: 'A thread' },
  channel: { type: 'channel', description: 'Where' },
  role: { type: 'role', description: 'Whom' },
  file: { type: 'attachment', description: 'Which file' },
} as const satisfies OptionSpecs;

describe('parseOptions', () => {
  it('keeps declared options and drops the others', () => {
    const raw = { query: ' dam ', count: 3, thread: false, channel: '12', role: '34', odd: 1 };
    expect(parseOptions(specs, raw)).toEqual({
      query: 'dam',
      count: 3,
      thread: false,
      channel: '12',
      role: '34',
    });
    const file = { name: 'a.opml', url: 'https://cdn.example/a', bytes: 3 };
    expect(parseOptions(specs, { query: 'a', file })).toEqual({ query: 'a', file });
  });

  it('treats blank text as absent', () => {
    expect(parseOptions(specs, { query: 'dam', length: '  ' })).toEqual({ query: 'dam' });
  });

  it('ignores properties that every object inherits', () => {
    const spec = { toString: { type: 'string', description: 'Odd' } } as const;
    expect(parseOptions(spec, {})).toEqual({});
  });

  it.each<[Record<string, unknown>, string]>([
    [{}, 'The option "query" is missing: Words.'],
    [{ query: 'floods' }, 'The option "query" is too long; it can have at most 5 characters.'],
    [{ query: 5 }, 'The option "query" is not text. Type it again.'],
    [{ query: 'a', length: 'huge' }, 'The option "length" is one of: short, long.'],
    [{ query: 'a', count: 9 }, 'The option "count" is a whole number from 1 up to 5.'],
    [{ query: 'a', count: 1.5 }, 'The option "count" is a whole number from 1 up to 5.'],
    [{ query: 'a', thread: 'yes' }, 'The option "thread" is either true or false.'],
    [
      { query: 'a', channel: '#news' },
      'The option "channel" is not a channel. Choose it from the list.',
    ],
    [{ query: 'a', file: '12' }, 'The option "file" is not a file. Send it again.'],
  ])('refuses %j with one clear sentence', (raw, message) => {
    expect(() => parseOptions(specs, raw)).toThrow(new UserError('bad-option', message));
  });
});
