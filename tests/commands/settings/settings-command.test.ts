import { describe, expect, it } from 'vitest';
import { settings } from '../../../commands/settings/settings-command.ts';
import { buildArticle } from '../../support/build-article.ts';
import { buildContext, buildServices, NOW } from '../../support/build-services.ts';
import { runCommand, suggest } from '../../support/run-command.ts';
import { readText } from '../../support/shown-text.ts';

const articles = [
  buildArticle({ title: 'River rises' }),
  buildArticle({ title: 'Fluss steigt', lang: 'de' }),
  buildArticle({ title: 'Fluss sinkt', lang: 'de' }),
];

async function open(guildLocale = 'de') {
  const services = await buildServices(articles);
  return buildContext(services, { guildLocale });
}
type Context = Awaited<ReturnType<typeof open>>;
const stored = ({ services, guildId = '' }: Context) => services.settings.get(guildId);

describe('/settings', () => {
  it('shows what follows from Discord and the host if nobody chose anything', async () => {
    const context = await open();
    const text = readText(await runCommand(settings, context, {}, 'show'));
    expect(text).toContain('**Languages:** German, as in Discord');
    expect(text).toContain('**Zone:** UTC, as nobody chose one');
    expect(text).toContain('Articles by language: German 2 · English 1');
    expect(await stored(context)).toBeUndefined();
  });

  it('explains why a server that is no community is English', async () => {
    const text = readText(await runCommand(settings, await open('en-US'), {}, 'show'));
    expect(text).toContain(
      'English, as in Discord. A server that is no community is always English',
    );
  });

  it('stores the languages by code and the zone by name, and each without the other', async () => {
    const context = await open();
    const set = (values: Readonly<Record<string, unknown>>) =>
      runCommand(settings, context, values, 'set');
    const text = readText(await set({ languages: 'Deutsch, français' }));
    expect(text).toContain('## Settings changed');
    expect(text).toContain('**Languages:** German, French');
    expect(text).toContain('**I have no articles in French yet.**');
    await set({ zone: 'europe/zurich' });
    expect(await stored(context)).toEqual({
      languages: ['de', 'fr'],
      zone: 'Europe/Zurich',
      changedBy: context.userId,
      changedAt: NOW.toISOString(),
    });
    expect(readText(await set({ languages: 'all' }))).toContain('**Languages:** every language');
    expect(await stored(context)).toMatchObject({ languages: [], zone: 'Europe/Zurich' });
  });

  it.each([
    [{}, 'Say what to change'],
    [{ languages: 'Klingonese' }, 'I do not know the language "Klingonese".'],
    [{ languages: 'Germen' }, 'Did you mean German?'],
    [{ languages: ' , ' }, 'Name a language'],
    [{ languages: 'aa,ab,af,ak,am,ar,az,be,bg,bn,bs' }, 'at most 10 languages'],
    [{ zone: 'Mars/Olympus' }, '"Mars/Olympus" is not a time zone.'],
  ])('refuses %o and changes nothing', async (values, message) => {
    const context = await open();
    await expect(runCommand(settings, context, values, 'set')).rejects.toThrow(message);
    expect(await stored(context)).toBeUndefined();
  });

  it('goes back to what Discord says', async () => {
    const context = await open();
    await runCommand(settings, context, { languages: 'fr' }, 'set');
    const text = readText(await runCommand(settings, context, {}, 'reset'));
    expect(text).toContain('## Settings reset');
    expect(text).toContain('German, as in Discord');
    expect(await stored(context)).toBeUndefined();
    const again = readText(await runCommand(settings, context, {}, 'reset'));
    expect(again).toContain('## Nothing was set');
  });

  it('suggests the languages of stored articles, and zones with the usual one first', async () => {
    const context = await open();
    expect(await suggest(settings, context, 'languages', 'ger', 'set')).toEqual([
      { name: 'German', value: 'de' },
    ]);
    expect(await suggest(settings, context, 'languages', '', 'set')).toContainEqual({
      name: 'all languages',
      value: 'all',
    });
    const [zone] = await suggest(settings, context, 'zone', '', 'set');
    expect(zone).toEqual({ name: 'UTC', value: 'UTC' });
  });

  it('says so if what was set cannot be read, and replaces it', async () => {
    const context = await open();
    const { guildId = '' } = context;
    const unreadable = {
      ...context,
      services: {
        ...context.services,
        settings: {
          ...context.services.settings,
          async *list(_prefix?: string, onUnreadable?: (key: string) => void) {
            onUnreadable?.(guildId);
            yield* [];
          },
        },
      },
    };
    const text = readText(await runCommand(settings, unreadable, {}, 'show'));
    expect(text).toContain('I cannot read what was set before');
    expect(text).toContain('German, as in Discord');
  });
});
