import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSuggester, type Suggestions } from '../../../page/composer/suggester.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const asked: string[] = [];
  const answers = new Map<string, (names: string[] | Error) => void>();
  const told: Suggestions[] = [];
  const suggester = createSuggester(
    (_option, value) =>
      new Promise((resolve, reject) => {
        asked.push(value);
        answers.set(value, (names) =>
          names instanceof Error
            ? reject(names)
            : resolve(names.map((name) => ({ name, value: name }))),
        );
      }),
    (known) => told.push(known),
  );
  return { suggester, asked, answers, told };
}

describe('a suggester', () => {
  it('asks once typing has paused', async () => {
    const { suggester, asked } = setUp();
    suggester.ask('source', 'w', true);
    suggester.ask('source', 'wi', true);
    await vi.runAllTimersAsync();
    expect(asked).toEqual(['wi']);
  });

  it('drops the answer to an older question', async () => {
    const { suggester, answers, told } = setUp();
    suggester.ask('source', 'w', true);
    await vi.runAllTimersAsync();
    suggester.ask('source', 'wi', true);
    await vi.runAllTimersAsync();
    answers.get('wi')?.(['Wire']);
    answers.get('w')?.(['Weekly']);
    await vi.runAllTimersAsync();
    expect(told.at(-1)).toMatchObject({ kind: 'ready', choices: [{ name: 'Wire' }] });
  });

  it('keeps what was suggested until there is more, for the same option only', async () => {
    const { suggester, answers, told } = setUp();
    suggester.ask('source', 'w', false);
    await vi.runAllTimersAsync();
    answers.get('w')?.(['Wire']);
    await vi.runAllTimersAsync();
    suggester.ask('source', 'wi', true);
    expect(told.at(-1)).toMatchObject({ kind: 'waiting', choices: [{ name: 'Wire' }] });
    suggester.ask('language', '', false);
    expect(told.at(-1)).toEqual({ kind: 'waiting', option: 'language', choices: [] });
  });

  it('tells of a failure', async () => {
    const { suggester, answers, told } = setUp();
    suggester.ask('source', 'w', false);
    await vi.runAllTimersAsync();
    answers.get('w')?.(new Error('Gone.'));
    await vi.runAllTimersAsync();
    expect(told.at(-1)).toEqual({ kind: 'failed', option: 'source', why: 'Gone.' });
  });

  it('tells nothing once it was stopped', async () => {
    const { suggester, answers, told } = setUp();
    suggester.ask('source', 'w', false);
    await vi.runAllTimersAsync();
    suggester.stop();
    answers.get('w')?.(['Wire']);
    await vi.runAllTimersAsync();
    expect(told.map(({ kind }) => kind)).toEqual(['waiting']);
  });
});
