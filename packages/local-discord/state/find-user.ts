import type { APIUser } from 'discord-api-types/v10';
import type { World } from './world.ts';

/** Finds a user by id or name. */
export function findUser(world: World, idOrName: string): APIUser | undefined {
  const byId = world.users.get(idOrName);
  if (byId) return byId;
  for (const user of world.users.values()) if (user.username === idOrName) return user;
  return undefined;
}
