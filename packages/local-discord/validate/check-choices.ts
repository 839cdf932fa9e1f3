import {
  ApplicationCommandOptionType as Kind,
  InteractionType,
  type APIApplicationCommandOptionChoice,
} from 'discord-api-types/v10';
import { limits } from '../limits.ts';
import type { StoredInteraction } from '../state/records/interaction.ts';
import { createFieldErrors } from './field-errors.ts';

/** An option of an interaction. */
interface SentOption {
  readonly type: Kind;
  readonly focused?: boolean;
  readonly options?: readonly SentOption[];
}

/** Throws 50035 for suggestions that the specification accepts but Discord refuses. */
export function checkChoices(
  choices: readonly APIApplicationCommandOptionChoice[],
  interaction: StoredInteraction,
): void {
  const errors = createFieldErrors();
  const isText = focusedType(interaction) === Kind.String;
  for (const [index, { value }] of choices.entries()) {
    const path = ['data', 'choices', index, 'value'];
    if ((typeof value === 'string') !== isText) {
      const type = isText ? 'string' : 'number';
      errors.add(path, 'BASE_TYPE_BAD_TYPE', `Value is not of type ${type}.`);
    }
    if (typeof value === 'string' && value.length > limits.choiceValueChars) {
      errors.add(
        path,
        'BASE_TYPE_MAX_LENGTH',
        `Must be ${limits.choiceValueChars} or fewer in length.`,
      );
    }
  }
  errors.throwIfAny();
}

function focusedType(interaction: StoredInteraction): Kind | undefined {
  const { api } = interaction;
  if (api.type !== InteractionType.ApplicationCommandAutocomplete) return undefined;
  const find = (options: readonly SentOption[]): SentOption | undefined =>
    options.find((one) => one.focused) ??
    options.map((one) => find(one.options ?? [])).find((found) => found !== undefined);
  return find(api.data.options ?? [])?.type;
}
