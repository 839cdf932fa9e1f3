import type { Command } from '../src/command/command.ts';
import { ask } from './ask/ask-command.ts';
import { digest } from './digest/digest-command.ts';
import { follow } from './follow/follow-command.ts';
import { createHelp } from './help.ts';
import { latest } from './latest.ts';
import { schedule } from './schedule/schedule-command.ts';
import { search } from './search/search-command.ts';
import { sources } from './sources/sources-command.ts';
import { settings } from './settings/settings-command.ts';
import { status } from './status.ts';
import { stories } from './stories/stories-command.ts';
import { story } from './story/story-command.ts';
import { summarizeMessage } from './summarize/summarize-message.ts';
import { summarize } from './summarize/summarize-command.ts';
import { why } from './why/why-command.ts';

const withoutHelp: readonly Command[] = [
  latest,
  stories,
  story,
  summarize,
  summarizeMessage,
  search,
  ask,
  digest,
  schedule,
  follow,
  sources,
  settings,
  status,
  why,
];

/** Every command of the bot, in the order in which /help lists them. */
export const commands: readonly Command[] = [...withoutHelp, createHelp(withoutHelp)];
