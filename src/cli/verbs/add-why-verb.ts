import type { Command } from 'commander';
import type { CommandContext } from '../../command/command.ts';
import { resolveUsual } from '../../digest/guild/usual.ts';
import type { Services } from '../../command/services.ts';
import type { Reason, StageReport } from '../../digest/why/stage.ts';
import { UserError } from '../../errors.ts';
import type { CliIo } from '../../io.ts';
import { sanitizeLine } from '../../render/sanitize-text.ts';
import { explainArticle } from '../../../commands/why/explain-article.ts';
import { explainChannel } from '../../../commands/why/explain-channel.ts';
import { explainStory } from '../../../commands/why/explain-story.ts';
import { findStory } from '../../../commands/story/find-story.ts';
import { parseInstant } from '../parse-instant.ts';
import { withApp } from '../with-app.ts';

interface Options {
  readonly at?: Date;
  readonly json?: boolean;
}

/** `dateline why`: says why a story or article is in a digest of a moment or not, and what keeps a channel's digests from coming. */
export function addWhyVerb(program: Command, io: CliIo): void {
  const why = program
    .command('why')
    .description('say why something is in a digest of now or not, stage by stage');
  const addQuestion = (
    name: string,
    argument: string,
    description: string,
    answer: (asked: string, context: CommandContext) => Promise<StageReport[]>,
  ): void => {
    why
      .command(`${name} ${argument}`)
      .description(description)
      .option('--at <instant>', 'as of this time, in ISO 8601 (default: now)', parseInstant)
      .option('--json', 'an array of {stage, outcome, reason}')
      .action(async (asked: string | string[], { at, json }: Options) => {
        const words = [asked].flat().join(' ');
        await withApp(io, async ({ services }) => {
          const context = buildContext(services, at ?? io.now());
          print(await answer(words, context), json === true, io);
        });
      });
  };
  addQuestion(
    'story',
    '<words...>',
    'a story, by words or the id of an article',
    async (asked, context) => {
      const { judgement } = await explainStory(
        await findStory(asked, context, undefined),
        'now',
        context,
      );
      return [...judgement.stages];
    },
  );
  addQuestion(
    'article',
    '<words...>',
    'an article, by words, id or link',
    async (asked, context) => {
      const { stages } = await explainArticle(asked, 'now', context);
      return [...stages];
    },
  );
  addQuestion(
    'channel',
    '<id>',
    'the schedules of a channel, by its id',
    async (asked, context) => {
      const guildId = await findGuild(asked, context.services);
      const inGuild = { ...context, ...(guildId !== undefined && { guildId }), channelId: asked };
      const explained =
        guildId === undefined ? [] : await explainChannel(asked, undefined, inGuild);
      if (explained.length === 0)
        throw new UserError('not-found', `No digest is planned for the channel ${asked}.`);
      return explained.flatMap(({ stages }) => stages);
    },
  );
}

/** The host may ask what managers may. */
function buildContext(services: Services, now: Date): CommandContext {
  const usual = resolveUsual({}, services.defaultZone);
  return { services, now, locale: 'en', usual, userId: '', isManager: true, channelId: 'terminal' };
}

async function findGuild(
  channelId: string,
  { subscriptions }: Services,
): Promise<string | undefined> {
  for await (const [, one] of subscriptions.list()) {
    if (one.channelId === channelId) return one.guildId;
  }
  return undefined;
}

function print(reports: readonly StageReport[], isJson: boolean, io: CliIo): void {
  const rows = reports.map(({ stage, outcome, reason }) => ({
    stage,
    outcome,
    reason: printReason(reason),
  }));
  if (isJson) io.out(JSON.stringify(rows));
  else {
    for (const { stage, outcome, reason } of rows)
      io.out(`${outcome.padEnd(8)} ${stage.padEnd(11)} ${reason}`);
  }
}

/** Text by publishers must not move the cursor of a terminal. */
function printReason(reason: Reason): string {
  const printed = reason.map((part) =>
    typeof part === 'string' ? part : `${part.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
  );
  return sanitizeLine(printed.join(''));
}
