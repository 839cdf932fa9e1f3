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

/** What came of something a user did, as it stood when the bot had answered. */
export type Outcome =
  /** A message of its own; `messages` holds it and the follow-ups so far. */
  | (Answered & { readonly kind: 'replied'; readonly message: APIMessage })
  /** The message with the button or menu was changed, or a follow-up came to it. */
  | (Answered & { readonly kind: 'updated'; readonly message: APIMessage })
  /** Acknowledged, and nothing more until the waiting ended. */
  | (Answered & { readonly kind: 'deferred' })
  /** The reply has been deleted again. */
  | (Answered & { readonly kind: 'deleted' })
  | (Timed & {
      readonly kind: 'choices';
      readonly choices: readonly APIApplicationCommandOptionChoice[];
    })
  | (Timed & { readonly kind: 'modal'; readonly modal: APIModalInteractionResponseCallbackData })
  /** The bot was asked and did not answer in time. */
  | { readonly kind: 'failed'; readonly interactionId: Snowflake; readonly reason: string }
  /** Discord did not even ask the bot. */
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
  /** The original and then the follow-ups, as far as they still stand. */
  readonly messages: readonly APIMessage[];
}

/** How long, and for what, to wait. */
export interface Patience {
  /** `answered` (default) waits for what follows a deferral; `acknowledged` only for the first answer. */
  readonly until?: 'answered' | 'acknowledged';
  /** Milliseconds to wait after a deferral; 60,000 by default. */
  readonly deferredMs?: number;
}

/** Resolves when the bot has answered, or will not any more. */
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
    // The deadlines are looked at again and again because a test may move the clock.
    const timer = setInterval(check, 20);
    timer.unref();
    interaction.listeners.add(check);
    check();
  });
  return describeOutcome(world, interaction);
}

/** Tells what has come of an interaction up to now. */
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

/** Tells whether a deferral is still without what it promised. */
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
