import { expect } from 'vitest';
import { findFreePort } from './local-server.ts';
import { lookUntil } from './look-until.ts';
import { textOf } from './read-outcome.ts';
import { openRoleStage, type Member, type RoleStage } from './role-stage.ts';

/** The processes of a bot. */
export interface Cast {
  readonly stage: RoleStage;
  /** Those that post. */
  readonly workers: readonly [Member, ...Member[]];
  /** Those that don't: they answer, or join the stories that are posted. */
  readonly others: readonly Member[];
  /** The one that answers in the server. */
  readonly answers: Member;
}

/** Each opens a bot of several processes, at an instant before the first slot. */
export const CASTS = {
  'two gateways and one that posts': castGateways,
  'an endpoint and two that post': castEndpoint,
} as const;

const BEFORE = '2024-03-14T03:45:00Z';

async function castGateways(): Promise<Cast> {
  const stage = await openRoleStage();
  stage.setClock(BEFORE);
  const answering = [
    await stage.add({ role: 'gateway', shards: { first: 0, last: 0, count: 2 } }),
    await stage.add({ role: 'gateway', shards: { first: 1, last: 1, count: 2 } }),
  ];
  const reader = await stage.add({ role: 'ingest' });
  const workers = [await stage.add({ role: 'deliver' })] as const;
  await Promise.all(stage.members.map((member) => member.ready()));
  // https://docs.discord.com/developers/events/gateway#sharding-sharding-formula
  const answers = answering[Number((BigInt(stage.discord.guildId) >> 22n) % 2n)]!;
  return { stage, workers, others: [...answering, reader], answers };
}

async function castEndpoint(): Promise<Cast> {
  const stage = await openRoleStage();
  stage.setClock(BEFORE);
  // The same after each start.
  const address = `127.0.0.1:${await findFreePort()}`;
  const answers = await stage.add({ role: 'http' }, { INTERACTIONS_ADDRESS: address });
  const reader = await stage.add({ role: 'ingest' });
  const workers = [
    await stage.add({ role: 'deliver' }),
    await stage.add({ role: 'deliver' }),
  ] as const;
  await Promise.all(stage.members.map((member) => member.ready()));
  const { apiUrl, token } = stage.discord;
  const response = await fetch(`${apiUrl}/v10/applications/@me`, {
    method: 'PATCH',
    headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ interactions_endpoint_url: `http://${address}/` }),
  });
  expect(response.status).toBe(200);
  return { stage, workers, others: [answers, reader], answers };
}

/** Longer than an answer takes on a busy machine. */
const ANSWER_MS = 120_000;

/** Expects that a manager is told this. On a busy machine, an answer may come too late for Discord; then it asks again. */
export async function expectAnswer(
  { discord }: RoleStage,
  command: string,
  text: string,
): Promise<void> {
  const manager = discord.asUser(discord.managerId);
  const ask = async (): Promise<string> => {
    const outcome = await manager.runCommand(command);
    return outcome.kind === 'replied' ? textOf(outcome.message) : outcome.kind;
  };
  const told = await lookUntil(ask, (seen) => seen.includes(text), ANSWER_MS);
  expect(told).toContain(text);
}
