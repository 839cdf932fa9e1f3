import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSuggester, type Suggestions } from '../../../page/composer/suggester.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const requested: string[] = [];
  const answers = new Map<string, (names: string[] | Error) => void>();
  const reported: Suggestions[] = [];
  const suggester = createSuggester(
    (_option, value) =>
      new Promise((resolve, reject) => {
        requested.push(value);
        answers.set(value, (names) =>
          names instanceof Error
            ? reject(names)
            : resolve(names.map((name) => ({ name, value: name }))),
        );
      }),
    (known) => reported.push(known),
  );
  return { suggester, requested, answers, reported };
}

describe('a suggester', () => {
  it('requests suggestions when typing pauses', async () => {
    const { suggester, requested } = setUp();
    suggester.ask('source', 'w', true);
    suggester.ask('source', 'wi', true);
    await vi.runAllTimersAsync();
    expect(requested).toEqual(['wi']);
  });

  it('ignores the answer to an older request', async () => {
    const { suggester, answers, reported } = setUp();
    suggester.ask('source', 'w', true);
    await vi.runAllTimersAsync();
    suggester.ask('source', 'wi', true);
    await vi.runAllTimersAsync();
    answers.get('wi')?.(['Wire']);
    answers.get('w')?.(['Weekly']);
    await vi.runAllTimersAsync();
    expect(reported.at(-1)).toMatchObject({ kind: 'ready', choices: [{ name: 'Wire' }] });
  });

  it('keeps the old suggestions until new ones arrive, for the same option only', async () => {
    const { suggester, answers, reported } = setUp();
    suggester.ask('source', 'w', false);
    await vi.runAllTimersAsync();
    answers.get('w')?.(['Wire']);
    await vi.runAllTimersAsync();
    suggester.ask('source', 'wi', true);
    expect(reported.at(-1)).toMatchObject({ kind: 'waiting', choices: [{ name: 'Wire' }] });
    suggester.ask('language', '', false);
    expect(reported.at(-1)).toEqual({ kind: 'waiting', option: 'language', choices: [] });
  });

  it('reports a failure', async () => {
    const { suggester, answers, reported } = setUp();
    suggester.ask('source', 'w', false);
    await vi.runAllTimersAsync();
    answers.get('w')?.(new Error('Gone.'));
    await vi.runAllTimersAsync();
    expect(reported.at(-1)).toEqual({ kind: 'failed', option: 'source', why: 'Gone.' });
  });

  it('reports nothing after it was stopped', async () => {
    const { suggester, answers, reported } = setUp();
    suggester.ask('source', 'w', false);
    await vi.runAllTimersAsync();
    suggester.stop();
    answers.get('w')?.(['Wire']);
    await vi.runAllTimersAsync();
    expect(reported.map(({ kind }) => kind)).toEqual(['waiting']);
  });
});
