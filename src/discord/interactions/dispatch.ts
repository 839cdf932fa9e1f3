import { InteractionType } from 'discord-api-types/v10';
import type {
  APIApplicationCommandAutocompleteInteraction,
  APIInteraction,
} from 'discord-api-types/v10';
import type { Choice } from '../../command/command.ts';
import { UserError } from '../../errors.ts';
import { leaveOutPictures } from '../../render/picture/leave-out-pictures.ts';
import { createAnswer } from './answer.ts';
import { checkAccess } from './check-access.ts';
import { addUsual, buildContext } from './command-context.ts';
import type { DispatchDependencies } from './dispatch-dependencies.ts';
import { findAction } from './find-action.ts';
import { mayAttachFiles } from '../rest/may-attach.ts';
import { prepareJob, type WorkInteraction } from './prepare-job.ts';
import { ACKNOWLEDGE_AFTER_MS, reportUnanswered, respond, type Job, type Pace } from './respond.ts';
import { suggestChoices } from './suggest-choices.ts';
import { within } from '../within.ts';
import { createWorkGate } from './work-gate.ts';

/** Passes an interaction to the command that it calls and answers it. Rejects only if it is not an interaction. */
export type Dispatch = (interaction: APIInteraction) => Promise<void>;

/** Discord waits 3 s, but a person who is typing waits less. */
const SUGGEST_WITHIN_MS = 2_000;

/** Creates the dispatch of interactions to commands. */
export function createDispatch(dependencies: DispatchDependencies): Dispatch {
  const { acknowledgeAfterMs = ACKNOWLEDGE_AFTER_MS } = dependencies;
  const pace = { gate: createWorkGate(), acknowledgeAfterMs };
  const warm = new Set<string>();
  return async (interaction) => {
    switch (interaction.type) {
      case InteractionType.ApplicationCommand:
      case InteractionType.MessageComponent:
        return await work(interaction, dependencies, pace, warm);
      case InteractionType.ApplicationCommandAutocomplete:
        return await suggest(interaction, dependencies);
      case InteractionType.ModalSubmit:
      case InteractionType.Ping:
        return dependencies.log.warn({ type: interaction.type }, 'no command handles this');
    }
  };
}

async function work(
  interaction: WorkInteraction,
  dependencies: DispatchDependencies,
  pace: Pace,
  warm: Set<string>,
): Promise<void> {
  // An interaction's id is unique, and in base 36 short enough to read aloud.
  const reference = BigInt(interaction.id).toString(36).toUpperCase();
  const isComponent = interaction.type === InteractionType.MessageComponent;
  const called = isComponent ? interaction.data.custom_id : interaction.data.name;
  const log = dependencies.log.child({ reference, called });
  await respond(
    createAnswer(dependencies.rest, interaction, {
      log,
      ...(isComponent && { shown: interaction.message }),
    }),
    () => {
      const job = withPictures(prepareJob(interaction, dependencies), interaction, dependencies);
      return afterFirst(job, called, warm);
    },
    pace,
    { reference, log },
  );
}

/** What a command needs is loaded when it first works, in one piece, so that it is acknowledged before. */
function afterFirst(job: Job, called: string, warm: Set<string>): Job {
  if (!job.mayBeginAtOnce || warm.has(called)) return job;
  return {
    ...job,
    mayBeginAtOnce: false,
    work: () => job.work().finally(() => warm.add(called)),
  };
}

/** Attaches pictures once the text is ready. They are sent with it or not at all. */
function withPictures(
  job: Job,
  { app_permissions: permissions }: WorkInteraction,
  { attachPictures, pictureWaitMs }: DispatchDependencies,
): Job {
  return {
    ...job,
    work: async () => {
      const message = await job.work();
      if (!mayAttachFiles(permissions)) return leaveOutPictures(message);
      return await attachPictures(message, pictureWaitMs);
    },
  };
}

async function suggest(
  interaction: APIApplicationCommandAutocompleteInteraction,
  dependencies: DispatchDependencies,
): Promise<void> {
  const log = dependencies.log.child({ called: interaction.data.name });
  const choices = await within<Choice[]>(
    dependencies.suggestWithinMs ?? SUGGEST_WITHIN_MS,
    listChoices(interaction, dependencies),
    () => [],
  ).catch((error: unknown) => {
    // What a person may not do is hidden from them already, and they are still typing.
    if (!(error instanceof UserError)) log.error({ err: error }, 'an autocomplete failed');
    return [];
  });
  await createAnswer(dependencies.rest, interaction, { log })
    .suggest(choices)
    .catch((error: unknown) => reportUnanswered(error, log));
}

async function listChoices(
  interaction: APIApplicationCommandAutocompleteInteraction,
  { commands, services, now }: DispatchDependencies,
): Promise<Choice[]> {
  const { name, options } = interaction.data;
  const command = commands.find((one) => one.kind === 'slash' && one.name === name);
  const called = command?.kind === 'slash' && findAction(command, options);
  if (!called) return [];
  const context = buildContext(interaction, services, now());
  checkAccess(command, interaction, context, called.action);
  return await suggestChoices(called, await addUsual(context));
}
