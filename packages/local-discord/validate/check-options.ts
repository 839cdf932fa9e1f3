import {
  ApplicationCommandOptionType as Kind,
  type APIApplicationCommandOption,
} from 'discord-api-types/v10';
import { limits } from '../limits.ts';
import { isSubcommand } from '../state/is-subcommand.ts';
import { checkLocales, checkNames } from './check-names.ts';
import type { FieldErrors, FieldPath } from './field-errors.ts';

/** Adds errors for a command's options: their names, order, nesting and choices. */
export function checkOptions(
  errors: FieldErrors,
  options: readonly APIApplicationCommandOption[],
  path: FieldPath,
  depth: 'command' | 'group' | 'subcommand' = 'command',
): void {
  const names = new Set<string>();
  let hasOptional = false;
  const hasSubcommand = options.some(isSubcommand);
  for (const [index, option] of options.entries()) {
    const at = [...path, index];
    checkNames(errors, option, at);
    checkLocales(errors, option, at);
    if (names.has(option.name)) {
      const message = 'Option name already exists';
      errors.add([...at, 'name'], 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', message);
    }
    names.add(option.name);
    if (!isAllowedHere(option, depth) || (hasSubcommand && !isSubcommand(option))) {
      const message =
        'Sub-command and sub-command group option types are mutually exclusive to others';
      errors.add(at, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message);
    }
    if (isSubcommand(option)) {
      const inner = option.type === Kind.SubcommandGroup ? 'group' : 'subcommand';
      checkOptions(errors, option.options ?? [], [...at, 'options'], inner);
      continue;
    }
    if (option.required && hasOptional) {
      const message = 'Required options must be placed before non-required options';
      errors.add(at, 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message);
    }
    hasOptional ||= !option.required;
    checkChoices(errors, option, at);
  }
}

function checkChoices(
  errors: FieldErrors,
  option: APIApplicationCommandOption,
  path: FieldPath,
): void {
  if (!('choices' in option) || !option.choices?.length) return;
  if ('autocomplete' in option && option.autocomplete) {
    const message = 'Autocomplete and choices are mutually exclusive';
    errors.add(path, 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES', message);
  }
  const values = new Set<unknown>();
  for (const [index, choice] of option.choices.entries()) {
    const at = [...path, 'choices', index, 'value'];
    if (typeof choice.value === 'string' && choice.value.length > limits.choiceValueChars) {
      errors.add(
        at,
        'BASE_TYPE_MAX_LENGTH',
        `Must be ${limits.choiceValueChars} or fewer in length.`,
      );
    }
    if (values.has(choice.value)) {
      const message = 'Option choice value already exists';
      errors.add(at, 'APPLICATION_COMMAND_OPTIONS_CHOICE_VALUE_ALREADY_EXISTS', message);
    }
    values.add(choice.value);
  }
}

function isAllowedHere(
  option: APIApplicationCommandOption,
  depth: 'command' | 'group' | 'subcommand',
): boolean {
  if (depth === 'group') return option.type === Kind.Subcommand;
  return depth === 'command' || !isSubcommand(option);
}
