import { openLocalDiscord, type LocalDiscord } from '@dateline/local-discord';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSender, type SenderDependencies } from '../../src/discord/open-sender.ts';
import { requestDiscord } from '../../src/discord/rest/request-discord.ts';
import { collectLog } from '../support/collect-log.ts';

let discord: LocalDiscord;
beforeEach(async () => {
  discord = await openLocalDiscord();
});
afterEach(() => discord.close());

const MESSAGE = { content: 'News. [e:1]', allowed_mentions: { parse: [] } };

function open(changes: Partial<SenderDependencies> = {}) {
  const { token, apiUrl } = discord;
  const { log, lines } = collectLog();
  const signal = new AbortController().signal;
  const opening = openSender({
    token,
    apiUrl,
    makeRequest: requestDiscord,
    log,
    signal,
    ...changes,
  });
  return { opening, lines };
}

describe('sending without a gateway', () => {
  it('posts a message once, however often it is asked to', async () => {
    const sender = await open().opening;
    const post = () =>
      sender.port.post(discord.channelId, MESSAGE, 'nonce-1', AbortSignal.timeout(5000));
    const first = await post();
    expect(await post()).toEqual(first);
    expect(discord.state.messages(discord.channelId)).toHaveLength(1);
    sender.close();
  });

  it('knows servers and channels, and leaves it to Discord whether files are allowed', async () => {
    const sender = await open().opening;
    expect(await sender.guilds.isInGuild(discord.guildId)).toBe(true);
    expect(await sender.guilds.mayAttachFiles(discord.channelId)).toBeUndefined();
    sender.close();
  });

  it('sends every request as it is told to', async () => {
    const paths: string[] = [];
    const sender = await open({
      makeRequest: (url, init) => {
        paths.push(new URL(url).pathname);
        return requestDiscord(url, init);
      },
    }).opening;
    await sender.port.openDirect(discord.memberId, AbortSignal.timeout(5000));
    expect(paths).toEqual(['/api/v10/users/@me', '/api/v10/users/@me/channels']);
    sender.close();
  });

  it('is refused with a wrong token, with advice', async () => {
    await expect(open({ token: 'wrong' }).opening).rejects.toThrow('Discord refuses the bot token');
  });

  it('waits for a Discord that cannot be reached, and ends when it is told to', async () => {
    const stopping = new AbortController();
    const broken = () =>
      Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));
    const { opening, lines } = open({ makeRequest: broken, signal: stopping.signal });
    const ended = opening.catch((error: unknown) => error);
    await expect.poll(() => lines.some(({ msg }) => msg.includes('trying again'))).toBe(true);
    stopping.abort(new Error('the end'));
    expect(await ended).toMatchObject({ message: 'the end' });
  });
});
