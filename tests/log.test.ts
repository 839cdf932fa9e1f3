import { describe, expect, it } from 'vitest';
import { describeError } from '../src/log.ts';

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
