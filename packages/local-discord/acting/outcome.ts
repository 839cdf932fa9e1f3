import {
  InteractionResponseType as Answer,
  MessageFlags,
  type APIApplicationCommandOptionChoice,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  type Snowflake,
} from 'discord-api-types/v10';
import { interactionDeadlines, type StoredInteraction } from '../state/records/interaction.ts';
import type { World } from '../state/world.ts';

/** The outcome of a user's action. */
export type Outcome =
  /** The bot replied with a message. `messages` has it and the follow-ups so far. */
  | (Answered & { readonly kind: 'replied'; readonly message: APIMessage })
  /** The bot changed the message with the button or menu, or sent a follow-up to it. */
  | (Answered & { readonly kind: 'updated'; readonly message: APIMessage })
  /** The bot deferred its answer and did not answer until the waiting ended. */
  | (Answered & { readonly kind: 'deferred' })
  /** The bot deleted its reply. */
  | (Answered & { readonly kind: 'deleted' })
  | (Timed & {
      readonly kind: 'choices';
      readonly choices: readonly APIApplicationCommandOptionChoice[];
    })
  | (Timed & { readonly kind: 'modal'; readonly modal: APIModalInteractionResponseCallbackData })
  /** The bot did not answer in time. */
  | { readonly kind: 'failed'; readonly interactionId: Snowflake; readonly reason: string }
  /** Discord did not send the interaction to the bot. */
  | { readonly kind: 'refused'; readonly reason: string };

interface Timed {
  readonly interactionId: Snowflake;
  /** Milliseconds until the bot's first answer. */
  readonly acknowledgedAfterMs: number;
}

interface Answered extends Timed {
  readonly ephemeral: boolean;
  /** Whether the first answer was a deferral. */
  readonly deferred: boolean;
  /** The original and then the follow-ups, without the deleted ones. */
  readonly messages: readonly APIMessage[];
}

/** What to wait for, and how long. */
export interface Patience {
  /** `answered` (the default) waits for the answer after a deferral, `acknowledged` only for the first answer. */
  readonly until?: 'answered' | 'acknowledged';
  /** Milliseconds to wait after a deferral; 60,000 by default. */
  readonly deferredMs?: number;
}

/** Resolves when the bot has answered or the waiting time is over. */
export async function awaitOutcome(
  world: World,
  interaction: StoredInteraction,
  patience: Patience = {},
): Promise<Outcome> {
  const { until = 'answered', deferredMs = 60_000 } = patience;
  const isOver = (): boolean => {
    const { acknowledgement } = interaction;
    if (!acknowledgement) return interaction.elapsedMs() > interactionDeadlines.acknowledgeMs;
    if (until === 'acknowledged' || !isPending(world, interaction)) return true;
    return interaction.elapsedMs() > acknowledgement.afterMs + deferredMs;
  };
  await new Promise<void>((resolve) => {
    const check = (): void => {
      if (!isOver()) return;
      clearInterval(timer);
      interaction.listeners.delete(check);
      resolve();
    };
    // Polled, because a test may move the clock past a deadline.
    const timer = setInterval(check, 20);
    timer.unref();
    interaction.listeners.add(check);
    check();
  });
  return describeOutcome(world, interaction);
}

/** Describes the current outcome of an interaction. */
export function describeOutcome(world: World, interaction: StoredInteraction): Outcome {
  const { acknowledgement, api } = interaction;
  if (!acknowledgement) {
    return { kind: 'failed', interactionId: api.id, reason: 'The application did not respond' };
  }
  const timed = { interactionId: api.id, acknowledgedAfterMs: acknowledgement.afterMs };
  if (acknowledgement.modal) return { kind: 'modal', ...timed, modal: acknowledgement.modal };
  if (acknowledgement.choices)
    return { kind: 'choices', ...timed, choices: acknowledgement.choices };
  const stored = world.messages.get(interaction.channelId);
  const messages = [interaction.originalId ?? '', ...interaction.followUpIds].flatMap(
    (id) => stored?.get(id)?.api ?? [],
  );
  const [message] = messages;
  const answered = {
    ...timed,
    ephemeral: message
      ? ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0
      : acknowledgement.ephemeral,
    deferred: isDeferral(acknowledgement.type),
    messages: structuredClone(messages),
  };
  if (isPending(world, interaction)) return { kind: 'deferred', ...answered };
  if (!message) return { kind: 'deleted', ...answered };
  const kind = isUpdate(acknowledgement.type) ? 'updated' : 'replied';
  return { kind, ...answered, message: structuredClone(message) };
}

/** Tells whether the answer to a deferred interaction has not come yet. */
function isPending(world: World, interaction: StoredInteraction): boolean {
  const type = interaction.acknowledgement?.type;
  if (type === Answer.DeferredMessageUpdate) return interaction.answers < 2;
  if (type !== Answer.DeferredChannelMessageWithSource) return false;
  const original = world.messages.get(interaction.channelId)?.get(interaction.originalId ?? '');
  return original !== undefined && ((original.api.flags ?? 0) & MessageFlags.Loading) !== 0;
}

function isDeferral(type: Answer): boolean {
  return type === Answer.DeferredChannelMessageWithSource || type === Answer.DeferredMessageUpdate;
}

function isUpdate(type: Answer): boolean {
  return type === Answer.UpdateMessage || type === Answer.DeferredMessageUpdate;
}
