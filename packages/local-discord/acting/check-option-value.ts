import {
  ApplicationCommandOptionType as Kind,
  type APIApplicationCommandBasicOption,
  type ChannelType,
} from 'discord-api-types/v10';
import { Refused } from './refused.ts';

/** Throws Refused if Discord's client would not accept the value for the option. */
export function checkOptionValue(
  option: APIApplicationCommandBasicOption,
  value: string | number | boolean,
  channelTypeOf: (id: string) => ChannelType | undefined,
): void {
  const problem =
    describeProblem(option, value) ?? describeChannelProblem(option, value, channelTypeOf);
  if (problem) throw new Refused(`The option "${option.name}" ${problem}.`);
}

function describeProblem(
  option: APIApplicationCommandBasicOption,
  value: string | number | boolean,
): string | undefined {
  if ('choices' in option && option.choices?.length) {
    const isOffered = option.choices.some((choice) => choice.value === value);
    return isOffered ? undefined : 'must be one of its choices';
  }
  switch (option.type) {
    case Kind.String: {
      if (typeof value !== 'string') return 'must be text';
      const min = Math.max(1, option.min_length ?? 1);
      if (value.length < min) return `must have at least ${min} characters`;
      const max = option.max_length ?? 6_000;
      return value.length > max ? `must have at most ${max} characters` : undefined;
    }
    case Kind.Integer:
    case Kind.Number: {
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'must be a number';
      if (option.type === Kind.Integer && !Number.isSafeInteger(value)) {
        return 'must be a whole number';
      }
      if (option.min_value !== undefined && value < option.min_value) {
        return `must be at least ${option.min_value}`;
      }
      const isTooBig = option.max_value !== undefined && value > option.max_value;
      return isTooBig ? `must be at most ${option.max_value}` : undefined;
    }
    case Kind.Boolean:
      return typeof value === 'boolean' ? undefined : 'must be true or false';
    case Kind.Attachment:
      return 'must be a file with a filename and content';
    case Kind.User:
    case Kind.Channel:
    case Kind.Role:
    case Kind.Mentionable:
    default:
      return typeof value === 'string' && /^\d+$/.test(value) ? undefined : 'must be an id';
  }
}

function describeChannelProblem(
  option: APIApplicationCommandBasicOption,
  value: string | number | boolean,
  channelTypeOf: (id: string) => ChannelType | undefined,
): string | undefined {
  if (option.type !== Kind.Channel || !option.channel_types?.length) return undefined;
  const type = channelTypeOf(String(value));
  const allowed: readonly (ChannelType | undefined)[] = option.channel_types;
  return allowed.includes(type) ? undefined : 'does not accept this kind of channel';
}
