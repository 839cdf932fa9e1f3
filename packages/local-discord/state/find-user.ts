import type { APIUser } from 'discord-api-types/v10';
import type { World } from './world.ts';

/** Finds a user by id or by name. */
export function findUser(world: World, named: string): APIUser | undefined {
  const known = world.users.get(named);
  if (known) return known;
  for (const user of world.users.values()) if (user.username === named) return user;
  return undefined;
}
