import { InteractionContextType } from 'discord-api-types/v10';
import type { AnyAction, Command, CommandContext } from '../../command/command.ts';
import { UserError } from '../../errors.ts';
import type { AnswerableInteraction } from './command-context.ts';

/**
 * Throws a UserError if the requester may not use a command, or the called subcommand, or not here.
 * Discord hides such commands, but a server's settings can show them to anyone, and buttons outlive
 * permissions.
 */
export function checkAccess(
  command: Command,
  interaction: AnswerableInteraction,
  context: Pick<CommandContext, 'isManager'>,
  action?: AnyAction,
): void {
  const name = command.kind === 'slash' ? `/${command.name}` : command.name;
  if (!command.contexts.includes(contextOf(interaction)))
    throw new UserError('not-allowed', `${name} works ${describeContexts(command)} only.`);
  const isForManagers = [command.access, action?.access].includes('managers');
  if (isForManagers && !context.isManager)
    throw new UserError(
      'not-allowed',
      `Only people with the Manage Server permission can use ${describeUse(command, action)}. Ask one of them to do it.`,
    );
}

/** Names the subcommand if the rest of the command is for everyone. */
function describeUse(command: Command, action?: AnyAction): string {
  if (command.kind === 'message') return command.name;
  const found = Object.entries(command.subcommands ?? {}).find(([, one]) => one === action);
  const isWhole = command.access === 'managers' || !found;
  return isWhole ? `/${command.name}` : `/${command.name} ${found[0]}`;
}

type Context = Command['contexts'][number];

function contextOf(interaction: AnswerableInteraction): Context {
  if (interaction.context === InteractionContextType.PrivateChannel) return 'private-channel';
  return interaction.guild_id ? 'guild' : 'bot-dm';
}

function describeContexts(command: Command): string {
  const names: Record<Context, string> = {
    guild: 'in a server',
    'bot-dm': 'in a direct message to me',
    'private-channel': 'in private conversations',
  };
  return command.contexts.map((one) => names[one]).join(' or ');
}
