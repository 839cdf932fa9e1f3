import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openLocalDiscord, type LocalDiscord } from '../local-discord.ts';
import { nodeArguments } from './support/node-arguments.ts';

const children: ChildProcess[] = [];

function startBot(discord: LocalDiscord): ChildProcess {
  const script = join(import.meta.dirname, 'bot-child.ts');
  const { apiUrl, token, channelId } = discord;
  const args = [...nodeArguments(script), apiUrl, token, channelId];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  return child;
}

describe('a bot in another process', () => {
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });

  it('finds its message again if it was killed before the answer to its request', async () => {
    const discord = await openLocalDiscord();
    const hold = discord.faults.hold('POST /channels/:id/messages', 'after');
    const first = startBot(discord);
    await hold.reached;
    const [accepted] = discord.state.messages(discord.channelId);
    first.kill('SIGKILL');
    await once(first, 'exit');
    hold.release();

    const second = startBot(discord);
    const [output] = (await once(second.stdout ?? second, 'data')) as [Buffer];
    expect(output.toString('utf8').trim()).toBe(`posted ${accepted?.id}`);
    expect(discord.state.messages(discord.channelId)).toHaveLength(1);
    expect(discord.faults.gateway.counts.identified).toBe(2);
    await discord.close();
  });
});
