import { expect, it } from 'vitest';
import { countAnswering } from '../../../src/ingest/sources/count-answering.ts';
import { buildFeed } from '../../support/build-source.ts';

const AT = '2024-03-14T07:00:00.000Z';
const FAILURES = { count: 1, since: AT, reason: 'timeout', message: 'It did not answer.' };

it.each([
  ['one that answered', { state: { lastPollAt: AT, lastSuccessAt: AT } }, [1, 1]],
  ['one that answered without any entry', { state: { lastPollAt: AT, emptyAnswers: 9 } }, [1, 1]],
  ['one that fails', { state: { lastPollAt: AT, failures: FAILURES } }, [1, 0]],
  [
    'one that its publisher ended',
    {
      paused: { at: AT, reason: 'gone' },
      state: { lastPollAt: AT },
    },
    [1, 0],
  ],
  ['one that was never polled', {}, [0, 0]],
  [
    'one that a manager paused',
    {
      paused: { at: AT, reason: 'by-manager' },
      state: { lastPollAt: AT },
    },
    [0, 0],
  ],
] as const)('counts %s', (_, given, [total, answered]) => {
  expect(countAnswering([buildFeed(given)])).toEqual({ total, answered });
});
