import { describe, expect, it } from 'vitest';
import { openLocalDiscord, type LocalDiscord } from '../local-discord.ts';
import { ask } from '../testing/ask.ts';

const reply = { type: 4, data: { content: 'x' } };

/** Opens a Discord in which a member has run a command that nobody has answered yet. */
async function openWithInteraction(): Promise<{
  discord: LocalDiscord;
  outcome: Promise<unknown>;
  callback: string;
  webhook: string;
  pass: (ms: number) => void;
}> {
  let now = Date.UTC(2024, 5, 14);
  const discord = await openLocalDiscord({ now: () => now });
  const commands = [{ name: 'hi', description: 'd' }];
  await ask(discord, `PUT /applications/${discord.applicationId}/commands`, commands);
  const outcome = discord.asUser(discord.memberId).runCommand('hi', {}, { deferredMs: 900_000 });
  const [interaction] = [...discord.state.world.interactions.values()];
  return {
    discord,
    outcome,
    callback: `POST /interactions/${interaction?.api.id}/${interaction?.token}/callback`,
    webhook: `/webhooks/${discord.applicationId}/${interaction?.token}`,
    pass: (ms) => {
      now += ms;
    },
  };
}

describe('the deadlines of an interaction', () => {
  it('accepts the first answer only within three seconds', async () => {
    const { discord, outcome, callback, pass } = await openWithInteraction();
    pass(3_001);
    expect(await ask(discord, callback, reply)).toMatchObject({
      status: 404,
      json: { code: 10062 },
    });
    expect(await outcome).toMatchObject({ kind: 'failed' });
    await discord.close();
  });

  it('accepts only one first answer', async () => {
    const { discord, outcome, callback } = await openWithInteraction();
    expect((await ask(discord, callback, reply)).status).toBe(204);
    expect(await ask(discord, callback, reply)).toMatchObject({
      status: 400,
      json: { code: 40060 },
    });
    expect(await outcome).toMatchObject({ kind: 'replied' });
    await discord.close();
  });

  it('accepts the token for fifteen minutes', async () => {
    const { discord, outcome, callback, webhook, pass } = await openWithInteraction();
    await ask(discord, callback, { type: 5 });
    pass(15 * 60_000 - 1_000);
    const edit = `PATCH ${webhook}/messages/@original`;
    expect((await ask(discord, edit, { content: 'late, but in time' })).status).toBe(200);
    expect(await outcome).toMatchObject({ kind: 'replied', deferred: true });
    pass(2_000);
    const late = { status: 401, json: { code: 50027 } };
    expect(await ask(discord, edit, { content: 'too late' })).toMatchObject(late);
    expect(await ask(discord, `POST ${webhook}`, { content: 'too late' })).toMatchObject(late);
    await discord.close();
  });

  it('refuses a follow-up before the first answer', async () => {
    const { discord, webhook, pass } = await openWithInteraction();
    expect(await ask(discord, `POST ${webhook}`, { content: 'x' })).toMatchObject({
      status: 404,
      json: { code: 10015 },
    });
    pass(3_001);
    await discord.close();
  });

  it('requires the interaction’s token and no bot token', async () => {
    const { discord, callback } = await openWithInteraction();
    const wrong = callback.replace(/\/[^/]+\/callback/, '/wrong/callback');
    expect((await ask(discord, wrong, reply)).json.code).toBe(10062);
    expect((await ask(discord, callback, reply, { authorization: '' })).status).toBe(204);
    await discord.close();
  });
});
