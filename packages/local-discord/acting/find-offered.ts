import type { APIApplicationCommand, ApplicationCommandType } from 'discord-api-types/v10';
import { guildIdOf } from '../state/channel.ts';
import { listOfferedCommands } from '../state/commands.ts';
import { whyNotOffered } from '../state/why-not-offered.ts';
import type { World } from '../state/world.ts';
import { Refused } from './refused.ts';
import type { Actor } from './send-interaction.ts';

/** Finds a command that the user may run in the channel. Throws Refused with the reason if there is none. */
export function findOffered(
  world: World,
  actor: Actor,
  name: string,
  type: ApplicationCommandType,
): APIApplicationCommand {
  const guildId = guildIdOf(actor.channel);
  const named = listOfferedCommands(world, guildId).filter(
    (command) => command.name === name && command.type === type,
  );
  if (named.length === 0) throw new Refused(`There is no command "${name}" here.`);
  const reasons = named.map((command) => whyNotOffered(world, actor, command));
  const allowed = named[reasons.indexOf(undefined)];
  if (!allowed) throw new Refused(reasons[0] ?? `You cannot run "${name}" here.`);
  return allowed;
}
