import {
  ApplicationCommandType,
  InteractionType,
  PermissionFlagsBits as Bits,
  type APIMessage,
  type Snowflake,
} from 'discord-api-types/v10';
import type { LocaleCode } from '../locales.ts';
import type { StoredInteraction } from '../state/records/interaction.ts';
import { canSeeMessage, dismissMessage } from '../state/dismissal.ts';
import { postMessage } from '../state/messages.ts';
import { hasPermission, sendPermission } from '../state/permissions.ts';
import type { StoredMessage } from '../state/records/stored-message.ts';
import type { World } from '../state/world.ts';
import { createFilling } from './filling.ts';
import { fillModal, listNamedInModal, type ModalValues } from './fill-modal.ts';
import { fillOptions, listNamedIds, type OptionValues } from './fill-options.ts';
import { findOffered } from './find-offered.ts';
import { awaitOutcome, describeOutcome, type Outcome, type Patience } from './outcome.ts';
import { Refused } from './refused.ts';
import { sendInteraction, type Act, type Place } from './send-interaction.ts';
import { touchComponent } from './touch-component.ts';

/** A user of this Discord, in one channel, who does what people do with a bot. */
export interface ActingUser {
  readonly userId: Snowflake;
  readonly channelId: Snowflake;
  /** Runs a slash command; a subcommand is named with a space: `schedule add`. */
  runCommand(name: string, options?: OptionValues, patience?: Patience): Promise<Outcome>;
  /** Asks for suggestions while typing `focused.value` into an option. */
  autocomplete(
    name: string,
    focused: { readonly option: string; readonly value: string },
    others?: OptionValues,
  ): Promise<Outcome>;
  /** Runs a command from a message's menu. */
  runMessageCommand(messageId: Snowflake, name: string, patience?: Patience): Promise<Outcome>;
  pressButton(messageId: Snowflake, customId: string, patience?: Patience): Promise<Outcome>;
  /** Chooses from a menu; users, roles and channels are given by id. */
  select(
    messageId: Snowflake,
    customId: string,
    values: readonly string[],
    patience?: Patience,
  ): Promise<Outcome>;
  /** Fills in and sends the modal that an earlier outcome showed. */
  submitModal(interactionId: Snowflake, values: ModalValues, patience?: Patience): Promise<Outcome>;
  /** Tells how an earlier interaction stands now, with follow-ups that came later. */
  look(interactionId: Snowflake): Outcome;
  /** Puts an ephemeral message away for good. Throws where there is none. */
  dismiss(messageId: Snowflake): void;
  /** Writes a message into the channel. Throws where the user may not. */
  sendMessage(content: string): APIMessage;
  /**
   * Lists what this user sees in the channel, oldest first, ephemeral answers to them included.
   * Throws where the channel is gone or hidden from them.
   */
  readMessages(): APIMessage[];
}

/** Creates a user's hands in one channel. */
export function createActingUser(
  world: World,
  who: { userId: Snowflake; channelId: Snowflake; locale: LocaleCode },
): ActingUser {
  const place = (): Place => {
    const channel = world.channels.get(who.channelId);
    if (!channel) throw new Refused('This channel is gone.');
    if (!world.users.has(who.userId)) throw new Refused('There is no such user.');
    if (!hasPermission(world, channel, who.userId, Bits.ViewChannel)) {
      throw new Refused('You cannot see this channel.');
    }
    return { userId: who.userId, channel, locale: who.locale };
  };
  const act = async (build: (at: Place) => Act, patience?: Patience): Promise<Outcome> => {
    try {
      const at = place();
      return await awaitOutcome(world, sendInteraction(world, at, build(at)), patience);
    } catch (error) {
      if (error instanceof Refused) return { kind: 'refused', reason: error.message };
      throw error;
    }
  };
  const visible = (messageId: Snowflake): StoredMessage => {
    const stored = world.messages.get(who.channelId)?.get(messageId);
    if (!stored || !canSeeMessage(stored, who.userId))
      throw new Refused('There is no such message.');
    return stored;
  };
  const chatCommand = (at: Place, name: string, values: OptionValues, focused?: string): Act => {
    const [root = '', ...path] = name.replace(/^\//, '').split(/\s+/);
    const command = findOffered(world, at, root, ApplicationCommandType.ChatInput);
    const filling = createFilling(world, at);
    const options = fillOptions(command, path, values, { focused, ...filling });
    const resolved = filling.resolve(listNamedIds(options));
    return {
      type:
        focused === undefined
          ? InteractionType.ApplicationCommand
          : InteractionType.ApplicationCommandAutocomplete,
      data: {
        id: command.id,
        name: command.name,
        type: command.type,
        ...(command.guild_id === undefined ? {} : { guild_id: command.guild_id }),
        ...(options.length > 0 || focused !== undefined ? { options } : {}),
        ...(resolved ? { resolved } : {}),
      },
    };
  };
  const touch = (
    messageId: Snowflake,
    customId: string,
    values: readonly string[] | undefined,
    patience: Patience | undefined,
  ) =>
    act((at) => {
      const { api } = visible(messageId);
      return {
        type: InteractionType.MessageComponent,
        data: touchComponent(world, at, api, customId, values),
        message: structuredClone(api),
      };
    }, patience);

  return {
    userId: who.userId,
    channelId: who.channelId,
    runCommand: (name, options = {}, patience) =>
      act((at) => chatCommand(at, name, options), patience),
    autocomplete: (name, focused, others = {}) =>
      act((at) =>
        chatCommand(at, name, { ...others, [focused.option]: focused.value }, focused.option),
      ),
    runMessageCommand: (messageId, name, patience) =>
      act((at) => {
        const command = findOffered(world, at, name, ApplicationCommandType.Message);
        const message = structuredClone(visible(messageId).api);
        return {
          type: InteractionType.ApplicationCommand,
          data: {
            id: command.id,
            name: command.name,
            type: command.type,
            target_id: messageId,
            resolved: { messages: { [messageId]: message } },
          },
        };
      }, patience),
    pressButton: (messageId, customId, patience) => touch(messageId, customId, undefined, patience),
    select: (messageId, customId, values, patience) => touch(messageId, customId, values, patience),
    submitModal: (interactionId, values, patience) =>
      act((at) => {
        const opened = findInteraction(world, who.userId, interactionId);
        const modal = opened.acknowledgement?.modal;
        if (!modal) throw new Refused('There is no modal to fill in.');
        const message = 'message' in opened.api ? opened.api.message : undefined;
        const filling = createFilling(world, at);
        const filled = fillModal(modal, values, filling);
        const resolved = filling.resolve(listNamedInModal(filled));
        return {
          type: InteractionType.ModalSubmit,
          data: { ...filled, ...(resolved ? { resolved } : {}) },
          openedBy: opened,
          ...(message ? { message } : {}),
        };
      }, patience),
    look: (interactionId) =>
      describeOutcome(world, findInteraction(world, who.userId, interactionId)),
    dismiss(messageId) {
      const stored = visible(messageId);
      if (stored.ephemeralTo === undefined) throw new Refused('Others see this message too.');
      dismissMessage(world, stored);
    },
    sendMessage(content) {
      const { channel, userId } = place();
      const author = world.users.get(userId);
      if (!author || !hasPermission(world, channel, userId, sendPermission(channel))) {
        throw new Refused('You cannot write in this channel.');
      }
      return structuredClone(postMessage(world, { channel, author, body: { content } }).api);
    },
    readMessages() {
      place();
      return [...(world.messages.get(who.channelId)?.values() ?? [])]
        .filter((one) => canSeeMessage(one, who.userId))
        .map((one) => structuredClone(one.api));
    },
  };
}

function findInteraction(
  world: World,
  userId: Snowflake,
  interactionId: Snowflake,
): StoredInteraction {
  const found = [...world.interactions.values()].find((one) => one.api.id === interactionId);
  if (!found || found.userId !== userId) throw new Refused('There is no such interaction.');
  return found;
}
