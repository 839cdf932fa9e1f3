import type { REST } from 'discord.js';
import { InteractionResponseType, MessageFlags, Routes } from 'discord-api-types/v10';
import type { APIMessage, APIInteraction } from 'discord-api-types/v10';
import type { Choice } from '../../command/command.ts';
import type { Log } from '../../log.ts';
import type { Message } from '../../render/message.ts';
import { buildPayload, buildUpdate, type Payload } from '../rest/payload.ts';
import { classifyRestFailure, mayBeForFiles } from '../rest/rest-failure.ts';
import { retryWhileUnreachable } from '../rest/retry.ts';

/** How an interaction is acknowledged, which decides what the requester sees until the answer comes. */
export type Acknowledgement = 'public' | 'ephemeral' | 'update';

/** Answers one interaction. Every method rejects with discord.js's errors. */
export interface Answer {
  /** First answer: "thinking …", for all or for the requester; or nothing if a shown message will change. */
  acknowledge(how: Acknowledgement): Promise<void>;
  /**
   * First answer: the message itself. If Discord does not accept it with pictures, it is sent without them.
   */
  reply(message: Message, how: Exclude<Acknowledgement, 'update'>): Promise<void>;
  /** First answer to an autocomplete. */
  suggest(choices: readonly Choice[]): Promise<void>;
  /**
   * Replaces "thinking …", or the shown message, with the answer. If Discord does not accept it with
   * pictures, it is sent without them.
   */
  edit(message: Message): Promise<void>;
  /** Tells only the requester what went wrong, and deletes a public "thinking …". */
  fail(message: Message): Promise<void>;
}

/** The pauses before a failed request is sent again, in ms. */
const RETRY_DELAYS_MS = {
  /** Fits into the 3 s that Discord gives for the first answer. */
  acknowledge: [100, 300, 700],
  /** The token lasts 15 min, but a person is waiting. */
  answer: [250, 500, 1_000, 2_000, 4_000],
} as const;

/** The dependencies of an answer. */
interface AnswerParts {
  /** The message with the pressed button. */
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
    await acknowledgeByAttempts(() => respondWith({ type, data }));
  }

  async function respondWith(
    body: { readonly type: InteractionResponseType; readonly data: object | undefined },
    files?: Payload['files'],
  ): Promise<void> {
    const route = Routes.interactionCallback(id, token);
    await rest.post(route, { auth: false, body, ...(files && { files }) });
  }

  /** Sends `payload` by `put`. After its first failure only `plain` is sent, as the files may be the cause. */
  function createSend(
    put: (payload: Payload) => Promise<unknown>,
    payload: Payload,
    plain = payload,
  ): () => Promise<void> {
    let next = payload;
    return async () => {
      try {
        await put(next);
      } catch (error) {
        if (next === plain) throw error;
        next = plain;
        log.warn({ err: error }, 'an answer with pictures failed and goes without');
        if (!mayBeForFiles(error)) throw error;
        await put(plain);
      }
    };
  }

  async function send(method: 'post' | 'patch', payload: Payload, plain?: Payload): Promise<void> {
    const route =
      method === 'post'
        ? Routes.webhook(applicationId, token)
        : Routes.webhookMessage(applicationId, token, '@original');
    const put = (one: Payload) => rest[method](route, { auth: false, ...one });
    await retryWhileUnreachable(createSend(put, payload, plain), RETRY_DELAYS_MS.answer);
  }

  function build(message: Message): Payload {
    return shown && acknowledged === 'update' ? buildUpdate(message, shown) : buildPayload(message);
  }

  async function removeThinking(): Promise<void> {
    try {
      await rest.delete(Routes.webhookMessage(applicationId, token, '@original'), { auth: false });
    } catch (error) {
      // Someone may have deleted it already. If the token is invalid, the follow-up fails too.
      if (classifyRestFailure(error).kind === 'other') throw error;
    }
  }

  return {
    async acknowledge(how) {
      if (how === 'update') {
        await acknowledgeWith(InteractionResponseType.DeferredMessageUpdate);
      } else {
        // Discord accepts no other flag here; Components V2 come with the edit.
        await acknowledgeWith(InteractionResponseType.DeferredChannelMessageWithSource, {
          flags: flagsOf(how),
        });
      }
      acknowledged = how;
    },
    async reply(message, how) {
      const type = InteractionResponseType.ChannelMessageWithSource;
      const put = ({ body, files }: Payload) => respondWith({ type, data: body }, files);
      const buildReply = (one: Message) => buildPayload(one, flagsOf(how));
      const { withoutPictures } = message;
      await acknowledgeByAttempts(
        createSend(put, buildReply(message), withoutPictures && buildReply(withoutPictures)),
      );
    },
    async suggest(choices) {
      await acknowledgeWith(InteractionResponseType.ApplicationCommandAutocompleteResult, {
        choices,
      });
    },
    async edit(message) {
      const { withoutPictures } = message;
      await send('patch', build(message), withoutPictures && build(withoutPictures));
    },
    async fail(message) {
      if (acknowledged === 'ephemeral') return await send('patch', buildPayload(message));
      // A follow-up takes over the visibility of a "thinking …" that is still there.
      if (acknowledged === 'public') await removeThinking();
      await send('post', buildPayload(message, MessageFlags.Ephemeral));
    },
  };
}

function flagsOf(how: Acknowledgement): number {
  return how === 'ephemeral' ? MessageFlags.Ephemeral : 0;
}

/** Sends a first answer, again while Discord cannot be reached. */
async function acknowledgeByAttempts(attemptOnce: () => Promise<void>): Promise<void> {
  await retryWhileUnreachable(async (attempt) => {
    try {
      await attemptOnce();
    } catch (error) {
      // An earlier attempt succeeded, but Discord's response was lost.
      if (attempt > 0 && classifyRestFailure(error).kind === 'already-acknowledged') return;
      throw error;
    }
  }, RETRY_DELAYS_MS.acknowledge);
}
