import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../../src/digest/guild/settings.ts';
import { limitToUsual } from '../../../src/digest/guild/limit-to-usual.ts';
import { resolveUsual } from '../../../src/digest/guild/usual.ts';

const CHANGED = { changedBy: '1', changedAt: '2024-03-14T12:00:00.000Z' };

describe('what is usual', () => {
  it('is what managers chose, before what Discord says', () => {
    const settings = { ...CHANGED, languages: ['fr', 'de'], zone: 'Europe/Zurich' };
    expect(resolveUsual({ settings, guildLocale: 'it' }, 'UTC')).toEqual({
      languages: ['fr', 'de'],
      basis: 'chosen',
      zone: 'Europe/Zurich',
    });
    const every = resolveUsual({ settings: { ...CHANGED, languages: [] }, guildLocale: 'it' }, '');
    expect(every).toMatchObject({ languages: [], basis: 'chosen' });
  });

  it.each([
    ['de', 'de'],
    ['en-US', 'en'],
    ['pt-BR', 'pt'],
    ['zh-TW', 'zh'],
    ['no', 'no'],
  ])('is the language of the server in Discord: %s is %s', (guildLocale, lang) => {
    const usual = resolveUsual({ guildLocale, locale: 'fr' }, 'UTC');
    expect(usual).toEqual({ languages: [lang], basis: 'server', zone: 'UTC' });
  });

  it('is the language of a person’s own Discord without a server, and every language if none is known', () => {
    expect(resolveUsual({ locale: 'sv-SE' }, 'UTC')).toMatchObject({
      languages: ['sv'],
      basis: 'reader',
    });
    expect(resolveUsual({ guildLocale: 'und' }, 'UTC')).toMatchObject({
      languages: [],
      basis: 'nothing',
    });
  });
});

describe('settings that cannot be used', () => {
  it.each([
    [{ languages: ['German'] }, 'must be the code of a language'],
    [{ zone: 'Mars/Olympus' }, 'must be an IANA time zone'],
    [{ colour: 'red' }, 'colour'],
  ])('are refused with what is wrong: %o', (wrong, reason) => {
    const { error } = settingsSchema.safeParse({ ...CHANGED, ...wrong });
    expect(error?.message).toContain(reason);
  });
});

describe('a digest', () => {
  const news = { usualLanguages: async () => ['de'] };
  const limit = (given: object) => limitToUsual({ guildId: '1', topics: [], ...given }, news);

  it('is in the languages of its server if nobody named others', async () => {
    expect(await limit({})).toMatchObject({ languages: ['de'], isInUsualLanguages: true });
    expect(await limit({ languages: ['fr'] })).toMatchObject({ languages: ['fr'] });
    expect(await limit({ languages: [] })).toEqual({ guildId: '1', topics: [], languages: [] });
  });

  it('is also in the languages that its topics name', async () => {
    const named = await limit({ topics: ['climat lang:fr', 'Klima'] });
    expect(named).toMatchObject({ languages: ['de', 'fr'] });
    expect(named.isInUsualLanguages).toBeUndefined();
    expect(await limit({ topics: ['climate lang:all'] })).toMatchObject({ languages: [] });
  });
});
