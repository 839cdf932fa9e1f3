import { describe, expect, it } from 'vitest';
import { describeOutage } from '../../../src/ingest/sources/describe-outage.ts';
import type { Source } from '../../../src/ingest/sources/source.ts';
import { NOW } from '../../support/build-services.ts';
import { buildFailures, buildFeed } from '../../support/build-source.ts';

const lastPollAt = NOW.toISOString();
const failing = (count: number, reason: string): Source[] =>
  Array.from({ length: count }, (_, at) =>
    buildFeed({ id: `${reason}${at}`, state: { lastPollAt, failures: buildFailures(reason) } }),
  );
const well = (count: number): Source[] =>
  Array.from({ length: count }, (_, at) => buildFeed({ id: `well${at}`, state: { lastPollAt } }));

describe('an outage', () => {
  it.each([
    ['all are unknown hosts', failing(64, 'no-such-host'), '64 of 64'],
    ['most cannot be reached', [...failing(5, 'connect-timeout'), ...well(4)], '5 of 9'],
  ])('is told of if %s', (_, sources, counts) => {
    expect(describeOutage(sources)).toBe(
      `${counts} sources could not be reached: is there no network?`,
    );
  });

  it.each([
    ['few sources fail', failing(3, 'no-such-host')],
    ['half can be read', [...failing(5, 'no-connection'), ...well(5)]],
    ['they fail otherwise', failing(9, 'server-error')],
    ['there are none', []],
  ])('is no reason if %s', (_, sources) => {
    expect(describeOutage(sources)).toBeUndefined();
  });
});
