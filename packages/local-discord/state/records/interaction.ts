import type {
  APIInteraction,
  APIModalInteractionResponseCallbackData,
  APIApplicationCommandOptionChoice,
  InteractionResponseType,
  Snowflake,
} from 'discord-api-types/v10';

/** An interaction that the bot was sent, and how it has been answered so far. */
export interface StoredInteraction {
  readonly api: APIInteraction;
  readonly token: string;
  readonly userId: Snowflake;
  readonly channelId: Snowflake;
  /** Of a filled in modal: the interaction that it answered. */
  readonly openedBy?: StoredInteraction | undefined;
  /** Milliseconds since it was sent; 3 s to acknowledge it, 15 min to use its token. */
  readonly elapsedMs: () => number;
  acknowledgement?: Acknowledgement;
  /** The message that `@original` names: the reply, or the message a component stands on. */
  originalId?: Snowflake;
  readonly followUpIds: Snowflake[];
  /** Grows with every answer, edit, follow-up or deletion by this token. */
  answers: number;
  readonly listeners: Set<() => void>;
}

/** The first answer of the bot to an interaction. */
interface Acknowledgement {
  readonly type: InteractionResponseType;
  readonly afterMs: number;
  readonly ephemeral: boolean;
  readonly choices?: readonly APIApplicationCommandOptionChoice[];
  readonly modal?: APIModalInteractionResponseCallbackData;
}

/** Deadlines of an interaction, in ms. */
export const interactionDeadlines = {
  /** The first answer must come within this time. */
  acknowledgeMs: 3_000,
  /** The token can be used for this long. */
  tokenMs: 15 * 60_000,
} as const;

/** Tells those who wait on an interaction that something was answered. */
export function announceAnswer(interaction: StoredInteraction): void {
  interaction.answers += 1;
  for (const listener of interaction.listeners) listener();
}
