import type { REST } from 'discord.js';
import { InteractionResponseType, MessageFlags, Routes } from 'discord-api-types/v10';
import type { APIMessage, APIInteraction } from 'discord-api-types/v10';
import type { Choice } from '../../command/command.ts';
import type { Log } from '../../log.ts';
import type { Message } from '../../render/message.ts';
import { buildPayload, buildUpdate, type Payload } from '../rest/payload.ts';
import { classifyRestFailure, mayBeForFiles } from '../rest/rest-failure.ts';
import { retryWhileUnreachable } from '../rest/retry.ts';

/** How an interaction is acknowledged: what the asker sees until the answer is there. */
export type Acknowledgement = 'public' | 'ephemeral' | 'update';

/** Speaks to Discord about one interaction. Every method rejects with discord.js's errors. */
export interface Answer {
  /** First answer: "thinking …", for all or for the asker; or nothing, where a shown message will change. */
  acknowledge(how: Acknowledgement): Promise<void>;
  /** First answer: a message without files, for the asker alone. */
  reply(message: Message): Promise<void>;
  /** First answer to an autocomplete. */
  suggest(choices: readonly Choice[]): Promise<void>;
  /**
   * Puts the answer where "thinking …" stood, or in place of the shown message. What Discord does not
   * take with pictures it is sent without.
   */
  edit(message: Message): Promise<void>;
  /** Tells the asker alone what went wrong, and takes away a "thinking …" that all can see. */
  fail(message: Message): Promise<void>;
}

/** When a request is sent again, in ms after the failure. */
const RETRY_DELAYS_MS = {
  /** Fits into the 3 s that Discord gives for the first answer. */
  acknowledge: [100, 300, 700],
  /** The token lives for 15 min, but a person waits. */
  answer: [250, 500, 1_000, 2_000, 4_000],
} as const;

/** What an answer has besides the interaction. */
interface AnswerParts {
  /** The message that a pressed button stands on. */
  readonly shown?: APIMessage;
  readonly log: Log;
}

/** Creates the answer to an interaction. */
export function createAnswer(
  rest: REST,
  interaction: Pick<APIInteraction, 'id' | 'token' | 'application_id'>,
  { shown, log }: AnswerParts,
): Answer {
  const { id, token, application_id: applicationId } = interaction;
  let acknowledged: Acknowledgement | undefined;

  async function acknowledgeWith(type: InteractionResponseType, data?: object): Promise<void> {
    await retryWhileUnreachable(async (attempt) => {
      try {
        await rest.post(Routes.interactionCallback(id, token), {
          auth: false,
          body: { type, ...data },
        });
      } catch (error) {
        // The answer to an earlier attempt was lost, but the attempt was not.
        if (attempt > 0 && classifyRestFailure(error).kind === 'already-acknowledged') return;
        throw error;
      }
    }, RETRY_DELAYS_MS.acknowledge);
  }

  /** Sends `payload`; once that has failed, `plain` alone: it may have been the files. */
  async function send(method: 'post' | 'patch', payload: Payload, plain = payload): Promise<void> {
    const route =
      method === 'post'
        ? Routes.webhook(applicationId, token)
        : Routes.webhookMessage(applicationId, token, '@original');
    const put = (one: Payload) => rest[method](route, { auth: false, ...one });
    let next = payload;
    await retryWhileUnreachable(async () => {
      try {
        await put(next);
      } catch (error) {
        if (next === plain) throw error;
        next = plain;
        log.warn({ err: error }, 'an answer with pictures failed and goes without');
        if (!mayBeForFiles(error)) throw error;
        await put(plain);
      }
    }, RETRY_DELAYS_MS.answer);
  }

  function build(message: Message): Payload {
    return shown ? buildUpdate(message, shown) : buildPayload(message);
  }

  async function removeThinking(): Promise<void> {
    try {
      await rest.delete(Routes.webhookMessage(applicationId, token, '@original'), { auth: false });
    } catch (error) {
      // Someone else may have deleted it; if the token is no good, the follow-up will say so.
      if (classifyRestFailure(error).kind === 'other') throw error;
    }
  }

  return {
    async acknowledge(how) {
      if (how === 'update') {
        await acknowledgeWith(InteractionResponseType.DeferredMessageUpdate);
      } else {
        // Discord takes no other flag here: Components V2 come with the edit.
        const flags = how === 'ephemeral' ? MessageFlags.Ephemeral : 0;
        await acknowledgeWith(InteractionResponseType.DeferredChannelMessageWithSource, {
          data: { flags },
        });
      }
      acknowledged = how;
    },
    async reply(message) {
      const { body } = buildPayload(message, MessageFlags.Ephemeral);
      await acknowledgeWith(InteractionResponseType.ChannelMessageWithSource, { data: body });
    },
    async suggest(choices) {
      await acknowledgeWith(InteractionResponseType.ApplicationCommandAutocompleteResult, {
        data: { choices },
      });
    },
    async edit(message) {
      const { withoutPictures } = message;
      await send('patch', build(message), withoutPictures && build(withoutPictures));
    },
    async fail(message) {
      if (acknowledged === 'ephemeral') return await send('patch', buildPayload(message));
      // A follow-up would take over the visibility of a "thinking …" that still stands.
      if (acknowledged === 'public') await removeThinking();
      await send('post', buildPayload(message, MessageFlags.Ephemeral));
    },
  };
}
