import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { openLocalDiscord, type LocalDiscord } from '@dateline/local-discord';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDiscord } from '../../src/cli/check-discord.ts';
import { buildInvitation } from '../../src/command/needed-permissions.ts';
import { parseConfig } from '../../src/config.ts';

let discord: LocalDiscord;
beforeAll(async () => {
  discord = await openLocalDiscord();
});
afterAll(() => discord.close());

const check = (env: Readonly<Record<string, string>> = {}) =>
  checkDiscord(
    parseConfig({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, ...env }),
  );

describe('checkDiscord', () => {
  it('names the invitation, and what the roles of each server lack and what for', async () => {
    const { state, applicationId } = discord;
    const { api } = state.addGuild('Lesesaal\u0007');
    const [everyone] = api.roles;
    state.setRolePermissions(api.id, everyone?.id ?? '', Bits.ViewChannel | Bits.SendMessages);
    expect(await check()).toEqual([
      { check: 'Discord', ok: true, detail: 'the token is valid' },
      { check: 'invitation', ok: true, detail: buildInvitation(applicationId) },
      {
        check: 'shards',
        ok: true,
        detail: 'one process is enough; 1000 of 1000 starts are left today',
      },
      { check: 'server The Reading Room', ok: true, detail: 'has given every permission' },
      {
        check: 'server Lesesaal',
        ok: true,
        detail: expect.stringMatching(
          /^lacks, unless a channel gives it: Read Message History \(to find out .*; Attach Files \(for maps and charts\)/u,
        ) as unknown,
      },
    ]);
  });

  it('says how to start a bot that needs several connections', async () => {
    const large = await openLocalDiscord({ shards: 4 });
    const env = { DISCORD_TOKEN: large.token, DISCORD_API_URL: large.apiUrl };
    const findings = await check(env);
    await large.close();
    expect(findings.find(({ check: name }) => name === 'shards')?.detail).toMatch(
      /^Discord advises 4: start processes with --role gateway --shards FIRST-LAST\/4;/u,
    );
  });

  it('says what is wrong with a token, or that Discord cannot be reached', async () => {
    const [wrong] = await check({ DISCORD_TOKEN: `${'x'.repeat(24)}.local.${'y'.repeat(27)}` });
    expect(wrong).toMatchObject({ ok: false, detail: expect.stringContaining('reset it') });
    const [away] = await check({ DISCORD_API_URL: 'http://127.0.0.1:1/api' });
    expect(away).toEqual({ check: 'Discord', ok: false, detail: '127.0.0.1:1 cannot be reached' });
  });
});
