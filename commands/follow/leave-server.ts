import type { CommandContext } from '../../src/command/command.ts';
import { servicesFor } from '../../src/command/services-for.ts';

/** A context as in direct messages: with nothing that only the server of the command may see. */
export function leaveServer({ guildId: _, ...context }: CommandContext): CommandContext {
  return { ...context, services: servicesFor(context.services, undefined) };
}
