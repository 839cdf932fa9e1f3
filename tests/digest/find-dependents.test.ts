import { describe, expect, it } from 'vitest';
import { findDependents } from '../../src/digest/find-dependents.ts';
import { HOST } from '../../src/ingest/sources/source.ts';
import { buildSubscription } from '../support/build-subscription.ts';
import { NOW } from '../support/build-services.ts';

const paused = {
  kind: 'paused',
  by: 'manager',
  reason: 'Holidays',
  since: NOW.toISOString(),
} as const;
const subscriptions = [
  buildSubscription({ id: 'names it', sources: ['Other', 'harbour post'] }),
  buildSubscription({ id: 'elsewhere', guildId: '101', sources: ['Harbour Post'] }),
  buildSubscription({ id: 'takes all' }),
  buildSubscription({ id: 'names another', sources: ['Other'] }),
  buildSubscription({ id: 'is paused', sources: ['Harbour Post'], state: paused }),
];

describe('findDependents', () => {
  it.each([
    ['the host', HOST, ['names it', 'elsewhere']],
    ['a server', '100', ['names it']],
    ['a server without schedules', '102', []],
  ])('finds the subscriptions that depend on a source of %s', (_, owner, ids) => {
    const found = findDependents({ name: 'The Harbour Post', owner }, subscriptions);
    expect(found.map(({ id }) => id)).toEqual(ids);
  });
});
