import { describe, expect, it } from 'vitest';
import { selectFailures } from '../../../src/ingest/sources/select-failures.ts';
import type { Source } from '../../../src/ingest/sources/source.ts';
import { buildFeed } from '../../support/build-source.ts';
import { NOW } from '../../support/build-services.ts';

const well = buildFeed();
const failing = (reason: string, id = reason): Source => {
  const failures = { count: 1, since: NOW.toISOString(), reason, message: 'No.' };
  return buildFeed({ id, state: { failures } });
};
const fails = (reason: string, id?: string) => ({ before: well, after: failing(reason, id) });

describe('the log after a round of polls', () => {
  it('says nothing if no source fails, or if the same sources fail as before', () => {
    const again = { before: failing('server-error'), after: failing('server-error') };
    expect(selectFailures([{ before: well, after: well }, again])).toEqual({
      named: [],
      unreachable: 0,
    });
  });

  it('names each source that has begun to fail, or fails for another reason', () => {
    const other = { before: failing('server-error'), after: failing('not-found') };
    expect(selectFailures([fails('server-error'), other]).named).toHaveLength(2);
  });

  it('only counts unreachable sources if most cannot be reached', () => {
    const away = Array.from({ length: 5 }, (_, at) => fails('no-connection', `s${at}`));
    const round = [...away, fails('server-error'), { before: well, after: well }];
    expect(selectFailures(round)).toMatchObject({
      named: [{ id: 'server-error' }],
      unreachable: 5,
    });
  });

  it('names unreachable sources if they are few', () => {
    const few = [fails('no-connection', 'a'), fails('no-connection', 'b')];
    expect(selectFailures(few)).toMatchObject({
      named: [{ id: 'a' }, { id: 'b' }],
      unreachable: 0,
    });
  });

  it('names a source that has been paused', () => {
    const paused = buildFeed({ paused: { at: NOW.toISOString(), reason: 'gone' } });
    expect(selectFailures([{ before: well, after: paused }]).named).toEqual([paused]);
  });
});
