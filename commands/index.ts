import type { Command } from '../src/command/command.ts';
import { digest } from './digest.ts';
import { createHelp } from './help.ts';
import { latest } from './latest.ts';
import { schedule } from './schedule/schedule.ts';
import { search } from './search/search.ts';
import { sources } from './sources/sources.ts';
import { status } from './status.ts';
import { summarizeMessage } from './summarize-message.ts';
import { summarize } from './summarize.ts';

const withoutHelp: readonly Command[] = [
  latest,
  summarize,
  summarizeMessage,
  search,
  digest,
  schedule,
  sources,
  status,
];

/** Every command of the bot, in the order in which /help lists them. */
export const commands: readonly Command[] = [...withoutHelp, createHelp(withoutHelp)];
