import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { z } from 'zod';
import type { World } from '../state/world.ts';
import type { Session } from './session.ts';

const requestSchema = z.object({
  guild_id: z.string(),
  query: z.string().optional(),
  limit: z.number().int().min(0).optional(),
  user_ids: z.union([z.string(), z.array(z.string())]).optional(),
  nonce: z.string().max(32).optional(),
});

/** Answers op 8 with one chunk of the requested members. Ignores a malformed request. */
export function answerMembersRequest(world: World, session: Session, d: unknown): void {
  const request = requestSchema.safeParse(d);
  const guild = request.success ? world.guilds.get(request.data.guild_id) : undefined;
  if (!request.success || !guild) return;
  const { query = '', limit = 0, user_ids: userIds, nonce } = request.data;
  const wanted = userIds === undefined ? undefined : new Set([userIds].flat());
  const found = [...guild.members.values()].filter((member) =>
    wanted ? wanted.has(member.user.id) : member.user.username.startsWith(query),
  );
  session.dispatch({
    t: GatewayDispatchEvents.GuildMembersChunk,
    d: {
      guild_id: guild.api.id,
      members: limit > 0 ? found.slice(0, limit) : found,
      chunk_index: 0,
      chunk_count: 1,
      not_found: [...(wanted ?? [])].filter((id) => !guild.members.has(id)),
      ...(nonce === undefined ? {} : { nonce }),
    },
  });
}
