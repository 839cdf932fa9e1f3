import { ApplicationCommandType, type APIApplicationCommand } from 'discord-api-types/v10';
import { refuse } from '../discord-error.ts';
import { limits } from '../limits.ts';
import type { CommandBody } from '../state/commands.ts';
import { checkLocales, checkNames } from './check-names.ts';
import { checkOptions } from './check-options.ts';
import { countCommandChars } from './count-command-chars.ts';
import { createFieldErrors, type FieldErrors, type FieldPath } from './field-errors.ts';

const maxOfType: Record<ApplicationCommandType, number> = {
  [ApplicationCommandType.ChatInput]: limits.chatCommands,
  [ApplicationCommandType.User]: limits.userCommands,
  [ApplicationCommandType.Message]: limits.messageCommands,
  [ApplicationCommandType.PrimaryEntryPoint]: 1,
};

/**
 * Checks commands that the specification accepts. Throws 50035 for what Discord refuses all the same, and 30032
 * for too many commands. For a single command, `others` are the commands that exist beside it. For a list,
 * `others` is undefined and the paths of errors begin with the command's index.
 */
export function checkCommands(
  commands: readonly CommandBody[],
  others?: readonly APIApplicationCommand[],
): void {
  const errors = createFieldErrors();
  const seen = new Set<string>();
  for (const [index, command] of commands.entries()) {
    const path = others === undefined ? [index] : [];
    const key = `${typeOf(command)} ${command.name}`;
    if (seen.has(key)) {
      const message = 'Application command names must be unique';
      errors.add([...path, 'name'], 'APPLICATION_COMMANDS_DUPLICATE_NAME', message);
    }
    seen.add(key);
    checkCommand(errors, command, path);
  }
  errors.throwIfAny();
  const remaining = (others ?? []).filter((one) => !seen.has(`${one.type} ${one.name}`));
  for (const [type, max] of Object.entries(maxOfType)) {
    const all = [...commands, ...remaining].filter((one) => String(typeOf(one)) === type);
    if (all.length > max) throw refuse('tooManyCommands');
  }
}

function checkCommand(errors: FieldErrors, command: CommandBody, path: FieldPath): void {
  if (typeOf(command) === ApplicationCommandType.ChatInput) {
    checkNames(errors, command, path);
    if (!command.description) {
      errors.add([...path, 'description'], 'BASE_TYPE_REQUIRED', 'This field is required');
    }
    checkOptions(errors, command.options ?? [], [...path, 'options']);
  } else {
    if (command.description) {
      const message = 'Context menu commands cannot have description';
      errors.add(path, 'APPLICATION_COMMAND_CONTEXT_MENU_CANNOT_HAVE_DESCRIPTION', message);
    }
    if (command.options?.length) {
      const message = 'Context menu commands cannot have options';
      errors.add(path, 'APPLICATION_COMMAND_CONTEXT_MENU_CANNOT_HAVE_OPTIONS', message);
    }
  }
  checkLocales(errors, command, path);
  if (countCommandChars(command) > limits.commandChars) {
    const message = `Command exceeds maximum size (${limits.commandChars})`;
    errors.add(path, 'APPLICATION_COMMAND_TOO_LARGE', message);
  }
}

function typeOf(command: CommandBody): ApplicationCommandType {
  return command.type ?? ApplicationCommandType.ChatInput;
}
