import type { Command } from '../src/command/command.ts';
import { createHelp } from './help.ts';

const withoutHelp: readonly Command[] = [];

/** Every command of the bot, in the order in which /help lists them. */
export const commands: readonly Command[] = [...withoutHelp, createHelp(withoutHelp)];
