import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OptionValues } from '@dateline/local-discord';
import { createFetcher } from '../../src/web/fetch-document.ts';
import { buildReport } from '../support/build-news.ts';
import { openSite, type Site } from '../support/open-site.ts';
import { isEphemeral, lastMessageOf, settle, textOf } from '../support/read-outcome.ts';
import { runBot, type RunningBot } from '../support/run-bot.ts';
import { unescapeMarkdown } from '../support/shown-text.ts';

const HOUR_MS = 3_600_000;

let site: Site;
let world: RunningBot;
// Discord answers by its own clock, so ours is the real time.
const NOW = new Date();

beforeAll(async () => {
  site = await openSite('Harbour Post');
  const { title, text } = buildReport('flood', 'Harbour Post', NOW.toISOString());
  const at = new Date(NOW.getTime() - HOUR_MS);
  site.publish({ path: '/flood', title, at, paragraphs: text.split('\n\n') });
  const short = 'The ferry crews of Port Ossel have walked out over their pay.';
  site.publish({ path: '/strike', title: 'Ferry strike in Port Ossel', at, paragraphs: [short] });
  world = await runBot({
    now: () => NOW,
    fetcher: createFetcher({
      allowedAddresses: [site.endpoint],
      limits: { hostSpacingMs: 0, maxPauseMs: 0 },
    }),
    env: { ARTICLE_FOLDERS: 'tests/support/no-such-folder' },
  });
});
afterAll(async () => {
  await world.close();
  await site.close();
});

const manager = () => world.discord.asUser(world.discord.managerId);
const reader = () => world.discord.asUser(world.discord.memberId);
async function ask(command: string, options: OptionValues = {}, user = manager()) {
  const message = lastMessageOf(await settle(user, await user.runCommand(command, options)));
  expect(isEphemeral(message)).toBe(true);
  return unescapeMarkdown(textOf(message));
}
async function poll(): Promise<void> {
  await world.app.pollSources();
  await world.app.load();
}

describe('/why', () => {
  it('says where an article of a feed stopped: at its source, at its page, or nowhere', async () => {
    const link = (path: string) => ({ article: `${site.origin}${path}` });
    expect(await ask('why article', link('/flood'))).toContain('**source: failed**, no source');
    expect(await ask('sources add', { url: site.feedUrl })).toContain('Source added');
    await poll();
    const shown = await ask('why article', link('/flood'), reader());
    expect(shown).toContain('**Shown**');
    expect(shown).toContain('- sentence: passed');
    const failed = await ask('why article', link('/strike'));
    expect(failed).toContain('- source: passed, Harbour Post');
    expect(failed).toContain('**page: failed**');
    expect(await ask('why article', link('/other'))).toContain(
      '**source: failed**, the feed of Harbour Post did not have this link',
    );
    expect(await ask('why article', link('/strike'), reader())).toContain(
      'People with Manage Server can find out why',
    );
  });

  it('tells readers why a suggested story is shown', async () => {
    const typed = { option: 'story', value: 'marrow' };
    const suggested = await reader().autocomplete('why story', typed);
    const [choice] = suggested.kind === 'choices' ? suggested.choices : [];
    const text = await ask('why story', { story: String(choice?.value) }, reader());
    expect(text).toContain('**Rank: 1 of 1**');
    expect(text).toContain('**Why these sentences**');
  });

  it('tells managers what keeps the digests of a channel from coming', async () => {
    expect(await ask('why channel')).toContain('**schedule: failed**');
    const options = { time: '08:00', channel: world.discord.channelId };
    expect(await ask('schedule add', options)).toContain('Digest planned');
    const text = await ask('why channel');
    expect(text).toContain('- permission: passed, the bot may post in the channel');
    expect(text).toContain('- sources: passed, 1 of 1 source answered');
    expect(text).toContain('- news: passed, 1 story could be told now');
    expect(text).not.toContain('failed');
    expect(await ask('why channel', {}, reader())).toContain(
      'Only people with the Manage Server permission can use /why channel.',
    );
  });

  it('is asked of the schedule that was planned, chosen from the suggestions', async () => {
    const typed = { option: 'digest', value: 'as it would' };
    const suggested = await reader().autocomplete('why story', typed);
    const [choice] = suggested.kind === 'choices' ? suggested.choices : [];
    const digest = String(choice?.value);
    const text = await ask('why story', { story: 'Marrow', digest }, reader());
    expect(text).toContain(`-# As **News digest** (\`${digest}\`) would be`);
  });

  it('says so when the source was removed', async () => {
    expect(await ask('sources remove', { source: 'Harbour Post' })).toContain('removed');
    await poll();
    expect(await ask('why article', { article: `${site.origin}/strike` })).toContain(
      `**source: failed**, no source that is read here has pages at ${new URL(site.origin).host}`,
    );
  });
});
