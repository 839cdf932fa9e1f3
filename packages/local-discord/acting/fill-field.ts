import { ComponentType, type ChannelType } from 'discord-api-types/v10';
import type { ComponentNode } from '../state/component-tree.ts';
import type { Filling } from './filling.ts';
import type { GivenFile } from './given-file.ts';
import { Refused } from './refused.ts';

/** The value of a modal's field: its text, choices or files. Users, roles and channels are given by id. */
export type ModalValue = string | boolean | readonly (string | GivenFile)[];

/** The part of a Filling that fields use. */
export type FieldFilling = Pick<Filling, 'channelTypeOf' | 'storeFile'>;

/**
 * Fills in one field as Discord's client does. A field without a given value keeps its initial one. Throws
 * Refused for a value that the client would not send.
 */
export function fillField(
  field: ComponentNode,
  given: ModalValue | undefined,
  filling: FieldFilling,
): object {
  return (fillers[field.type] ?? fillMenu)(field, given, filling);
}

type Fill = (
  field: ComponentNode,
  given: ModalValue | undefined,
  filling: FieldFilling,
) => { readonly value: string | boolean | null } | { readonly values: readonly string[] };

const fillMenu: Fill = (field, given) => ({ values: fillList(field, given, 1) });

const fillers: Partial<Record<ComponentType, Fill>> = {
  [ComponentType.TextInput]: (field, given) => ({
    value: fillText(field, given ?? textOf(field['value'])),
  }),
  [ComponentType.Checkbox]: (field, given) => ({
    value: fillCheckbox(field, given ?? field['default'] === true),
  }),
  [ComponentType.RadioGroup]: (field, given) => ({ value: fillList(field, given, 1)[0] ?? null }),
  [ComponentType.CheckboxGroup]: (field, given) => ({
    values: fillList(field, given, optionsOf(field).length),
  }),
  [ComponentType.FileUpload]: (field, given, filling) => ({
    values: fillFiles(field, given ?? [], filling),
  }),
  [ComponentType.ChannelSelect](field, given, filling) {
    const values = fillList(field, given, 1);
    checkChannels(field, values, filling);
    return { values };
  },
};

function fillText(field: ComponentNode, value: ModalValue): string {
  if (typeof value !== 'string') throw refuse(field, 'must be text');
  const min = numberOf(field['min_length'], 0);
  const max = numberOf(field['max_length'], 4_000);
  if (value === '' && isRequired(field)) throw refuse(field, 'is required');
  if (value.length > max || (value !== '' && value.length < min)) {
    throw refuse(field, `must have ${min} to ${max} characters`);
  }
  return value;
}

function fillCheckbox(field: ComponentNode, value: ModalValue): boolean {
  if (typeof value !== 'boolean') throw refuse(field, 'must be true or false');
  return value;
}

function fillList(field: ComponentNode, given: ModalValue | undefined, atMost: number): string[] {
  const chosen = given === undefined ? defaultsOf(field) : listOf(given);
  const texts = chosen.filter((one) => typeof one === 'string');
  if (texts.length < chosen.length || typeof given === 'boolean') {
    throw refuse(field, 'must be a list of its choices');
  }
  checkCount(field, texts.length, atMost);
  if (new Set(texts).size < texts.length) throw refuse(field, 'cannot have a choice twice');
  const unknown = Array.isArray(field['options'])
    ? texts.find((text) => optionsOf(field).every(({ value }) => value !== text))
    : undefined;
  if (unknown !== undefined) throw refuse(field, `does not offer "${unknown}"`);
  return texts;
}

function fillFiles(field: ComponentNode, given: ModalValue, filling: FieldFilling): string[] {
  const files = listOf(given).filter((one) => typeof one === 'object');
  if (files.length < listOf(given).length || typeof given === 'boolean') {
    throw refuse(field, 'must be a list of files with a filename and content');
  }
  checkCount(field, files.length, 1);
  return files.map((file) => filling.storeFile(file));
}

function checkCount(field: ComponentNode, count: number, atMost: number): void {
  if (count === 0) {
    if (isRequired(field)) throw refuse(field, 'is required');
    return;
  }
  const min = numberOf(field['min_values'], 1);
  const max = numberOf(field['max_values'], atMost);
  if (count < min || count > max) throw refuse(field, `must have ${min} to ${max} values`);
}

function checkChannels(
  field: ComponentNode,
  ids: readonly string[],
  { channelTypeOf }: FieldFilling,
): void {
  const types = (field['channel_types'] ?? []) as readonly (ChannelType | undefined)[];
  const fits = (id: string): boolean => types.includes(channelTypeOf(id));
  if (types.length > 0 && !ids.every(fits))
    throw refuse(field, 'does not accept this kind of channel');
}

function defaultsOf(field: ComponentNode): string[] {
  const options = optionsOf(field).filter((option) => option.default === true);
  const entities = (field['default_values'] ?? []) as { readonly id: string }[];
  return [...options.map(({ value }) => value), ...entities.map(({ id }) => id)];
}

function optionsOf(field: ComponentNode): { readonly value: string; readonly default?: boolean }[] {
  return Array.isArray(field['options']) ? field['options'] : [];
}

function listOf(given: ModalValue): readonly (string | GivenFile)[] {
  if (typeof given === 'string') return given === '' ? [] : [given];
  return typeof given === 'boolean' ? [] : given;
}

function isRequired(field: ComponentNode): boolean {
  return field['required'] !== false;
}

function numberOf(value: unknown, fallback: number): number {
  return typeof value === 'number' ? value : fallback;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function refuse(field: ComponentNode, problem: string): Refused {
  return new Refused(`The field "${textOf(field['custom_id'])}" ${problem}.`);
}
