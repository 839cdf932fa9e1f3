import { describe, expect, it } from 'vitest';
import type { KnownGuild } from '../../../src/digest/guild/known-guild.ts';
import { planGreeting } from '../../../src/delivery/greeting/plan-greeting.ts';

const NOW = new Date('2024-03-14T12:00:00.000Z');
const JOINED = '2024-03-14T11:59:00.000000+00:00';
const GREETED: KnownGuild = {
  locale: 'de',
  joinedAt: '2024-03-14T11:59:00.000Z',
  greeting: { kind: 'posted' },
};

describe('planGreeting', () => {
  it('plans one for a server that was joined within a day, also while the bot was not running', () => {
    const seen = { locale: 'de', joinedAt: JOINED };
    expect(planGreeting(undefined, seen, NOW)).toEqual({ ...GREETED, greeting: { kind: 'due' } });
    const yesterday = { locale: 'de', joinedAt: '2024-03-13T12:00:01.000Z' };
    expect(planGreeting(undefined, yesterday, NOW)?.greeting).toEqual({ kind: 'due' });
  });

  it('plans none for one that was joined before', () => {
    const seen = { locale: 'de', joinedAt: '2024-03-13T12:00:00.000Z' };
    expect(planGreeting(undefined, seen, NOW)?.greeting).toEqual({ kind: 'none' });
  });

  it('keeps what became of it when the server is seen again, and notes a new locale', () => {
    expect(planGreeting(GREETED, { locale: 'de', joinedAt: JOINED }, NOW)).toEqual(GREETED);
    const french = planGreeting(GREETED, { locale: 'fr', joinedAt: JOINED }, NOW);
    expect(french).toEqual({ ...GREETED, locale: 'fr' });
    expect(planGreeting(GREETED, { locale: 'fr' }, NOW)).toEqual({ ...GREETED, locale: 'fr' });
  });

  it('plans another one when the bot has joined again', () => {
    const again = planGreeting(GREETED, { locale: 'de', joinedAt: NOW.toISOString() }, NOW);
    expect(again).toEqual({
      locale: 'de',
      joinedAt: NOW.toISOString(),
      greeting: { kind: 'due' },
    });
  });

  it('greets no server whose joining it does not know, but notes its locale', () => {
    const noted = { locale: 'de', greeting: { kind: 'none' } };
    expect(planGreeting(undefined, { locale: 'de' }, NOW)).toEqual(noted);
    expect(planGreeting(undefined, { locale: 'de', joinedAt: 'soon' }, NOW)).toEqual(noted);
  });

  it('plans one when the joining of a server that was only noted is told', () => {
    const noted = planGreeting(undefined, { locale: 'fr' }, NOW);
    const told = planGreeting(noted, { locale: 'de', joinedAt: JOINED }, NOW);
    expect(told).toEqual({ ...GREETED, greeting: { kind: 'due' } });
  });
});
