import {
  ApplicationCommandOptionType as Kind,
  type APIApplicationCommandBasicOption,
  type ChannelType,
} from 'discord-api-types/v10';
import { Refused } from './refused.ts';

/** Throws Refused for a value that Discord's client would not accept for an option. */
export function checkOptionValue(
  option: APIApplicationCommandBasicOption,
  value: string | number | boolean,
  channelTypeOf: (id: string) => ChannelType | undefined,
): void {
  const wrong = whatIsWrong(option, value) ?? whatIsWrongWithChannel(option, value, channelTypeOf);
  if (wrong) throw new Refused(`The option "${option.name}" ${wrong}.`);
}

function whatIsWrong(
  option: APIApplicationCommandBasicOption,
  value: string | number | boolean,
): string | undefined {
  if ('choices' in option && option.choices?.length) {
    const isOffered = option.choices.some((choice) => choice.value === value);
    return isOffered ? undefined : 'takes only one of its choices';
  }
  switch (option.type) {
    case Kind.String: {
      if (typeof value !== 'string') return 'is a text';
      const min = Math.max(1, option.min_length ?? 1);
      if (value.length < min) return `needs ${min} characters or more`;
      const max = option.max_length ?? 6_000;
      return value.length > max ? `takes ${max} characters at most` : undefined;
    }
    case Kind.Integer:
    case Kind.Number: {
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'is a number';
      if (option.type === Kind.Integer && !Number.isSafeInteger(value)) return 'is a whole number';
      if (option.min_value !== undefined && value < option.min_value) {
        return `is at least ${option.min_value}`;
      }
      const isTooBig = option.max_value !== undefined && value > option.max_value;
      return isTooBig ? `is at most ${option.max_value}` : undefined;
    }
    case Kind.Boolean:
      return typeof value === 'boolean' ? undefined : 'is true or false';
    case Kind.Attachment:
      return 'is a file, given as its filename and content';
    case Kind.User:
    case Kind.Channel:
    case Kind.Role:
    case Kind.Mentionable:
    default:
      return typeof value === 'string' && /^\d+$/.test(value) ? undefined : 'is an id';
  }
}

function whatIsWrongWithChannel(
  option: APIApplicationCommandBasicOption,
  value: string | number | boolean,
  channelTypeOf: (id: string) => ChannelType | undefined,
): string | undefined {
  if (option.type !== Kind.Channel || !option.channel_types?.length) return undefined;
  const type = channelTypeOf(String(value));
  const takes: readonly (ChannelType | undefined)[] = option.channel_types;
  return takes.includes(type) ? undefined : 'does not take this kind of channel';
}
