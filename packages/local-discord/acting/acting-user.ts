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
import { sendInteraction, type Act, type Actor } from './send-interaction.ts';
import { touchComponent } from './touch-component.ts';

/** A user in one channel. Its methods do what people do in Discord's client. */
export interface ActingUser {
  readonly userId: Snowflake;
  readonly channelId: Snowflake;
  /** Runs a slash command. A subcommand follows its command after a space: `schedule add`. */
  runCommand(name: string, options?: OptionValues, patience?: Patience): Promise<Outcome>;
  /** Requests suggestions for an option that so far contains `focused.value`. */
  autocomplete(
    name: string,
    focused: { readonly option: string; readonly value: string },
    others?: OptionValues,
  ): Promise<Outcome>;
  /** Runs a command from a message's context menu. */
  runMessageCommand(messageId: Snowflake, name: string, patience?: Patience): Promise<Outcome>;
  pressButton(messageId: Snowflake, customId: string, patience?: Patience): Promise<Outcome>;
  /** Chooses from a menu; users, roles and channels are given by id. */
  select(
    messageId: Snowflake,
    customId: string,
    values: readonly string[],
    patience?: Patience,
  ): Promise<Outcome>;
  /** Fills in and submits the modal that an earlier interaction opened. */
  submitModal(interactionId: Snowflake, values: ModalValues, patience?: Patience): Promise<Outcome>;
  /** Returns the current outcome of an earlier interaction, later follow-ups included. */
  look(interactionId: Snowflake): Outcome;
  /** Dismisses an ephemeral message for good. Throws if the user sees no such message. */
  dismiss(messageId: Snowflake): void;
  /** Sends a message to the channel. Throws if the user lacks the permission. */
  sendMessage(content: string): APIMessage;
  /**
   * Lists the messages that this user sees in the channel, oldest first, including ephemeral ones.
   * Throws if the channel is gone or hidden from the user.
   */
  readMessages(): APIMessage[];
}

/** Creates an acting user in one channel. */
export function createActingUser(
  world: World,
  who: { userId: Snowflake; channelId: Snowflake; locale: LocaleCode },
): ActingUser {
  const actor = (): Actor => {
    const channel = world.channels.get(who.channelId);
    if (!channel) throw new Refused('This channel is gone.');
    if (!world.users.has(who.userId)) throw new Refused('There is no such user.');
    if (!hasPermission(world, channel, who.userId, Bits.ViewChannel)) {
      throw new Refused('You cannot see this channel.');
    }
    return { userId: who.userId, channel, locale: who.locale };
  };
  const act = async (build: (by: Actor) => Act, patience?: Patience): Promise<Outcome> => {
    try {
      const by = actor();
      return await awaitOutcome(world, sendInteraction(world, by, build(by)), patience);
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
  const chatCommand = (by: Actor, name: string, values: OptionValues, focused?: string): Act => {
    const [root = '', ...path] = name.replace(/^\//, '').split(/\s+/);
    const command = findOffered(world, by, root, ApplicationCommandType.ChatInput);
    const filling = createFilling(world, by);
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
    act((by) => {
      const { api } = visible(messageId);
      return {
        type: InteractionType.MessageComponent,
        data: touchComponent(world, by, api, customId, values),
        message: structuredClone(api),
      };
    }, patience);

  return {
    userId: who.userId,
    channelId: who.channelId,
    runCommand: (name, options = {}, patience) =>
      act((by) => chatCommand(by, name, options), patience),
    autocomplete: (name, focused, others = {}) =>
      act((by) =>
        chatCommand(by, name, { ...others, [focused.option]: focused.value }, focused.option),
      ),
    runMessageCommand: (messageId, name, patience) =>
      act((by) => {
        const command = findOffered(world, by, name, ApplicationCommandType.Message);
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
      act((by) => {
        const opened = findInteraction(world, who.userId, interactionId);
        const modal = opened.acknowledgement?.modal;
        if (!modal) throw new Refused('There is no modal to fill in.');
        const message = 'message' in opened.api ? opened.api.message : undefined;
        const filling = createFilling(world, by);
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
      const { channel, userId } = actor();
      const author = world.users.get(userId);
      if (!author || !hasPermission(world, channel, userId, sendPermission(channel))) {
        throw new Refused('You cannot write in this channel.');
      }
      return structuredClone(postMessage(world, { channel, author, body: { content } }).api);
    },
    readMessages() {
      actor();
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
