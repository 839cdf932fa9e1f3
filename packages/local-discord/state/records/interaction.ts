import type {
  APIInteraction,
  APIModalInteractionResponseCallbackData,
  APIApplicationCommandOptionChoice,
  InteractionResponseType,
  Snowflake,
} from 'discord-api-types/v10';

/** An interaction that was sent to the bot, and its answers so far. */
export interface StoredInteraction {
  readonly api: APIInteraction;
  readonly token: string;
  readonly userId: Snowflake;
  readonly channelId: Snowflake;
  /** For a submitted modal: the interaction that opened it. */
  readonly openedBy?: StoredInteraction | undefined;
  /** Milliseconds since it was sent. */
  readonly elapsedMs: () => number;
  acknowledgement?: Acknowledgement;
  /** The message that `@original` refers to: the reply, or the message with the component. */
  originalId?: Snowflake;
  readonly followUpIds: Snowflake[];
  /** The number of answers, edits, follow-ups and deletions by this token. */
  answers: number;
  readonly listeners: Set<() => void>;
}

/** The bot's first answer to an interaction. */
interface Acknowledgement {
  readonly type: InteractionResponseType;
  readonly afterMs: number;
  readonly ephemeral: boolean;
  readonly choices?: readonly APIApplicationCommandOptionChoice[];
  readonly modal?: APIModalInteractionResponseCallbackData;
}

/** Deadlines of an interaction, in ms since it was sent. */
export const interactionDeadlines = {
  /** The deadline of the first answer. */
  acknowledgeMs: 3_000,
  /** When the token expires. */
  tokenMs: 15 * 60_000,
} as const;

/** Counts an answer to an interaction and notifies its listeners. */
export function announceAnswer(interaction: StoredInteraction): void {
  interaction.answers += 1;
  for (const listener of interaction.listeners) listener();
}
