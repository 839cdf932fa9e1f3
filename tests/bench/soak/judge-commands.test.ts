import { expect, it } from 'vitest';
import { findUnexplained } from '../../../bench/soak/judge-commands.ts';

const FAILED = { name: 'search', kind: 'failed', askedAt: 10_000, endedAt: 13_000 } as const;
const ANSWERED = { ...FAILED, kind: 'replied' } as const;
const met = (path: string, at: number) => ({ request: { method: 'POST', path }, at });
const gateway = (from: number, until: number) =>
  ({ kind: 'gateway', what: 'drop', hosts: [], from, until }) as const;

it('finds a command without an answer and without a fault', () => {
  expect(findUnexplained([FAILED, ANSWERED], [], [])).toEqual([FAILED]);
});

it('explains it by a fault of a request for an answer meanwhile', () => {
  expect(findUnexplained([FAILED], [], [met('/interactions/1/t/callback', 11_000)])).toEqual([]);
  expect(findUnexplained([FAILED], [], [met('/channels/1/messages', 11_000)])).toEqual([FAILED]);
  expect(findUnexplained([FAILED], [], [met('/webhooks/1/t', 9_000)])).toEqual([FAILED]);
});

it('explains it by a gateway that was broken shortly before', () => {
  expect(findUnexplained([FAILED], [gateway(0, 1_000)], [])).toEqual([]);
  expect(findUnexplained([FAILED], [gateway(-200_000, -100_000)], [])).toEqual([FAILED]);
  expect(findUnexplained([FAILED], [gateway(14_000, 15_000)], [])).toEqual([FAILED]);
});
