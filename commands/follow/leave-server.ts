import type { CommandContext } from '../../src/command/command.ts';
import { servicesFor } from '../../src/command/services-for.ts';

/** A context as in direct messages: with nothing that only the server of the command may see. */
export function leaveServer(present: CommandContext): CommandContext {
  const { guildId: _, ...context } = present;
  return { ...context, services: servicesFor(context.services, undefined) };
}
