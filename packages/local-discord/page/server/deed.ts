import type {
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  Snowflake,
} from 'discord-api-types/v10';
import type { ModalValue, OptionValue } from '../page-events.ts';

type Values = Readonly<Record<string, OptionValue>>;

/** An action of the viewer, as `POST /local/act` takes it. */
export type Deed =
  | { readonly do: 'run-command'; readonly name: string; readonly options: Values }
  | {
      readonly do: 'autocomplete';
      readonly name: string;
      readonly focused: { readonly option: string; readonly value: string };
      readonly options: Values;
    }
  | { readonly do: 'run-message-command'; readonly messageId: Snowflake; readonly name: string }
  | { readonly do: 'press-button'; readonly messageId: Snowflake; readonly customId: string }
  | {
      readonly do: 'select';
      readonly messageId: Snowflake;
      readonly customId: string;
      readonly values: string[];
    }
  | {
      readonly do: 'submit-modal';
      readonly interactionId: Snowflake;
      readonly values: Readonly<Record<string, ModalValue>>;
    }
  | { readonly do: 'dismiss'; readonly messageId: Snowflake }
  | { readonly do: 'send-message'; readonly content: string };

/** The outcome of a deed, as far as the page uses it. Messages arrive with the events. */
export type DeedOutcome =
  | { readonly kind: 'replied' | 'updated' | 'deferred' | 'deleted' }
  | { readonly kind: 'choices'; readonly choices: readonly APIApplicationCommandOptionChoice[] }
  | {
      readonly kind: 'modal';
      readonly interactionId: Snowflake;
      readonly modal: APIModalInteractionResponseCallbackData;
    }
  | { readonly kind: 'failed' | 'refused'; readonly reason: string }
  /** The outcome of a plain message. */
  | { readonly kind?: undefined; readonly messages: readonly APIMessage[] };

/** Names a deed briefly, for the lines that say that it is pending or has failed. */
export function describeDeed(deed: Deed): string {
  switch (deed.do) {
    case 'run-command':
    case 'autocomplete':
      return `/${deed.name}`;
    case 'run-message-command':
      return deed.name;
    case 'press-button':
    case 'select':
      return 'This interaction';
    case 'submit-modal':
      return 'The form';
    case 'dismiss':
      return 'Dismissing the message';
    case 'send-message':
    default:
      return 'Your message';
  }
}
