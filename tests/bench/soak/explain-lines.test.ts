import { expect, it } from 'vitest';
import { explainLines } from '../../../bench/soak/explain-lines.ts';
import type { HappenedFault } from '../../../bench/soak/inject-faults.ts';
import type { LogLine } from '../../../bench/soak/log-lines.ts';

const AT = 1_000_000;

function buildLine(text: string, about: object, at = AT): LogLine {
  return { member: 'deliver', level: 50, at, text, about: JSON.stringify(about) };
}

function buildFault(
  kind: HappenedFault['kind'],
  from: number,
  until: number,
  hosts: readonly string[] = [],
): HappenedFault {
  return { kind, what: 'it', hosts, from, until };
}

const isExplained = (
  line: LogLine,
  happened: readonly HappenedFault[],
  met: readonly { path: string; at: number }[] = [],
): boolean => explainLines([line], { happened, met })[0]?.why !== undefined;

it('explains a lost store by PostgreSQL that was stopped, but not long after it and not before', () => {
  const line = buildLine('the index could not follow the store', {
    err: { message: 'Connection terminated unexpectedly' },
  });
  expect(isExplained(line, [buildFault('postgres', AT - 5_000, AT - 1_000)])).toBe(true);
  expect(isExplained(line, [buildFault('postgres', AT - 90_000, AT - 80_000)])).toBe(false);
  expect(isExplained(line, [buildFault('postgres', AT + 1_000, AT + 5_000)])).toBe(false);
  expect(isExplained(line, [buildFault('gateway', AT - 5_000, AT - 1_000)])).toBe(false);
});

it('explains a host that could not be polled by PostgreSQL, although the line names a feed', () => {
  const about = { err: { message: 'connect ECONNREFUSED 127.0.0.1:28231' }, host: '127.1.0.3:80' };
  const line = buildLine('the sources of a host could not be polled', about);
  expect(isExplained(line, [buildFault('postgres', AT - 5_000, AT - 1_000)])).toBe(true);
});

it('does not explain another error while PostgreSQL is away', () => {
  const line = buildLine('the index could not follow the store', {
    err: { message: 'Cannot read properties of undefined' },
  });
  expect(isExplained(line, [buildFault('postgres', AT - 5_000, AT - 1_000)])).toBe(false);
});

it('explains a failing feed by a fault of that feed only', () => {
  const line = buildLine('The server answered 500; tried once in 1 minute', {
    host: '127.1.0.3:80',
    health: 'failing',
  });
  expect(isExplained(line, [buildFault('feed', AT - 9_000, AT, ['127.1.0.3:80'])])).toBe(true);
  expect(isExplained(line, [buildFault('feed', AT - 9_000, AT, ['127.1.0.4:80'])])).toBe(false);
  const hosts = ['127.1.0.1:80', '127.1.0.3:80'];
  expect(isExplained(line, [buildFault('house', AT - 9_000, AT, hosts)])).toBe(true);
});

it('explains an edition that was not delivered by a fault of a request to a channel', () => {
  const line = buildLine('an edition was not delivered', { err: { status: 500 } });
  const path = '/channels/1/messages';
  expect(isExplained(line, [], [{ path, at: AT - 100 }])).toBe(true);
  expect(isExplained(line, [], [{ path, at: AT + 100 }])).toBe(false);
  expect(isExplained(line, [], [{ path: '/interactions/1/t/callback', at: AT - 100 }])).toBe(false);
});

it('counts lines that differ in numbers only as one group, and names what nothing explains', () => {
  const lines = [1, 2, 3].map((n) => buildLine(`thing ${n} broke`, {}));
  const other = buildLine('something else', {});
  expect(explainLines([other, ...lines], { happened: [], met: [] })).toEqual([
    { text: 'thing N broke', why: undefined, lines },
    { text: 'something else', why: undefined, lines: [other] },
  ]);
});
