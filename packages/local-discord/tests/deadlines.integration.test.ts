import { describe, expect, it } from 'vitest';
import { openLocalDiscord, type LocalDiscord } from '../local-discord.ts';
import { ask } from '../testing/ask.ts';

const reply = { type: 4, data: { content: 'x' } };

async function openAsked(): Promise<{
  discord: LocalDiscord;
  asked: Promise<unknown>;
  callback: string;
  webhook: string;
  pass: (ms: number) => void;
}> {
  let now = Date.UTC(2024, 5, 14);
  const discord = await openLocalDiscord({ now: () => now });
  const commands = [{ name: 'hi', description: 'd' }];
  await ask(discord, `PUT /applications/${discord.applicationId}/commands`, commands);
  const asked = discord.asUser(discord.memberId).runCommand('hi', {}, { deferredMs: 900_000 });
  const [interaction] = [...discord.state.world.interactions.values()];
  return {
    discord,
    asked,
    callback: `POST /interactions/${interaction?.api.id}/${interaction?.token}/callback`,
    webhook: `/webhooks/${discord.applicationId}/${interaction?.token}`,
    pass: (ms) => {
      now += ms;
    },
  };
}

describe('the deadlines of an interaction', () => {
  it('takes the first answer within three seconds and not after', async () => {
    const { discord, asked, callback, pass } = await openAsked();
    pass(3_001);
    expect(await ask(discord, callback, reply)).toMatchObject({
      status: 404,
      json: { code: 10062 },
    });
    expect(await asked).toMatchObject({ kind: 'failed' });
    await discord.close();
  });

  it('takes only one first answer', async () => {
    const { discord, asked, callback } = await openAsked();
    expect((await ask(discord, callback, reply)).status).toBe(204);
    expect(await ask(discord, callback, reply)).toMatchObject({
      status: 400,
      json: { code: 40060 },
    });
    expect(await asked).toMatchObject({ kind: 'replied' });
    await discord.close();
  });

  it('lets the token live for fifteen minutes', async () => {
    const { discord, asked, callback, webhook, pass } = await openAsked();
    await ask(discord, callback, { type: 5 });
    pass(15 * 60_000 - 1_000);
    const edit = `PATCH ${webhook}/messages/@original`;
    expect((await ask(discord, edit, { content: 'late, but in time' })).status).toBe(200);
    expect(await asked).toMatchObject({ kind: 'replied', deferred: true });
    pass(2_000);
    const late = { status: 401, json: { code: 50027 } };
    expect(await ask(discord, edit, { content: 'too late' })).toMatchObject(late);
    expect(await ask(discord, `POST ${webhook}`, { content: 'too late' })).toMatchObject(late);
    await discord.close();
  });

  it('takes no follow-up before the first answer', async () => {
    const { discord, webhook, pass } = await openAsked();
    expect(await ask(discord, `POST ${webhook}`, { content: 'x' })).toMatchObject({
      status: 404,
      json: { code: 10015 },
    });
    pass(3_001);
    await discord.close();
  });

  it('needs no bot token, but the right interaction token', async () => {
    const { discord, callback } = await openAsked();
    const wrong = callback.replace(/\/[^/]+\/callback/, '/wrong/callback');
    expect((await ask(discord, wrong, reply)).json.code).toBe(10062);
    expect((await ask(discord, callback, reply, { authorization: '' })).status).toBe(204);
    await discord.close();
  });
});
