import fs from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { createLog, describeError } from '../src/log.ts';

describe('an error in the log', () => {
  it('says what happened and where, with its causes', () => {
    const cause = Object.assign(new TypeError('no such host'), { code: 'ENOTFOUND' });
    expect(describeError(new Error('not sent', { cause }))).toMatchObject({
      type: 'Error',
      message: 'not sent',
      stack: expect.stringContaining('log.test') as string,
      cause: { type: 'TypeError', message: 'no such host', code: 'ENOTFOUND' },
    });
  });

  it('does not repeat the request that failed', () => {
    const error = Object.assign(new Error('refused'), {
      status: 403,
      url: 'https://discord.example/webhooks/1/TOKEN',
      requestBody: { json: { content: 'https://feed.example/?key=TOKEN' } },
    });
    expect(describeError(error)).toMatchObject({ message: 'refused', status: 403 });
    expect(JSON.stringify(describeError(error))).not.toContain('TOKEN');
  });
});

describe('the log', () => {
  /** What `write` writes to standard error. */
  function collect(
    isTerminal: boolean,
    secrets: readonly string[],
    write: (log: ReturnType<typeof createLog>) => void,
  ) {
    let text = '';
    const spy = vi.spyOn(fs, 'writeSync').mockImplementation((_, chunk) => {
      text += chunk;
      return Buffer.byteLength(chunk);
    });
    try {
      write(createLog('info', isTerminal, secrets));
    } finally {
      spy.mockRestore();
    }
    return text;
  }

  it('is JSON with its time in ISO 8601 unless someone reads it on a terminal', () => {
    const text = collect(false, [], (log) => log.info({ articles: 3 }, 'loaded'));
    const { time, ...line } = JSON.parse(text) as { time: string };
    expect(line).toEqual({ level: 30, articles: 3, msg: 'loaded' });
    expect(new Date(time).toISOString()).toBe(time);
    const shown = collect(true, [], (log) => log.info({ articles: 3 }, 'loaded'));
    expect(shown).toMatch(/\d\d:\d\d:\d\d/);
    expect(shown).not.toMatch(/^\{/);
    expect(shown).toContain('loaded');
  });

  it('waits while it cannot be written', () => {
    const spy = vi.spyOn(fs, 'writeSync').mockImplementation(() => {
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    });
    const log = createLog('info');
    log.info('first');
    log.info('second');
    const written: string[] = [];
    spy.mockImplementation((_, chunk) => {
      written.push(chunk);
      return Buffer.byteLength(chunk);
    });
    log.info('third');
    spy.mockRestore();
    expect(written.join('').match(/first|second|third/gu)).toEqual(['first', 'second', 'third']);
  });

  it.each([false, true])(
    'never has a secret, wherever it is written (terminal: %s)',
    (isTerminal) => {
      const secrets = ['correct-horse-battery', 'pass"word', 'a'];
      const text = collect(isTerminal, secrets, (log) => {
        log.warn({ token: 'other', url: 'https://h.example/?key=correct-horse-battery' }, 'asked');
        log.error({ err: new Error('refused correct-horse-battery') }, 'with pass"word');
      });
      expect(text).not.toMatch(/correct-horse|pass\\?"word|other/);
      expect(text).toContain('[Redacted]');
      // So short a secret would be found in every word.
      expect(text).toContain('asked');
    },
  );
});
