import { ComponentType, type ChannelType } from 'discord-api-types/v10';
import type { ComponentNode } from '../state/component-tree.ts';
import type { Filling } from './filling.ts';
import type { GivenFile } from './given-file.ts';
import { Refused } from './refused.ts';

/** What is written, chosen or uploaded in one field of a modal; users, roles and channels by id. */
export type ModalValue = string | boolean | readonly (string | GivenFile)[];

/** What filling in a field needs of this Discord. */
export type FieldFilling = Pick<Filling, 'channelTypeOf' | 'storeFile'>;

/**
 * Fills in one field as Discord's client does: what nobody touched keeps what it began with. Throws
 * Refused for what the client would not send.
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
  if (typeof value !== 'string') throw refuse(field, 'is a text');
  const min = numberOf(field['min_length'], 0);
  const max = numberOf(field['max_length'], 4_000);
  if (value === '' && isRequired(field)) throw refuse(field, 'is required');
  if (value.length > max || (value !== '' && value.length < min)) {
    throw refuse(field, `takes ${min} to ${max} characters`);
  }
  return value;
}

function fillCheckbox(field: ComponentNode, value: ModalValue): boolean {
  if (typeof value !== 'boolean') throw refuse(field, 'is true or false');
  return value;
}

function fillList(field: ComponentNode, given: ModalValue | undefined, atMost: number): string[] {
  const chosen = given === undefined ? chosenAtFirst(field) : listOf(given);
  const texts = chosen.filter((one) => typeof one === 'string');
  if (texts.length < chosen.length || typeof given === 'boolean') {
    throw refuse(field, 'takes what can be chosen in it');
  }
  checkCount(field, texts.length, atMost);
  if (new Set(texts).size < texts.length) throw refuse(field, 'takes each choice once');
  const stranger = Array.isArray(field['options'])
    ? texts.find((text) => optionsOf(field).every(({ value }) => value !== text))
    : undefined;
  if (stranger !== undefined) throw refuse(field, `does not offer "${stranger}"`);
  return texts;
}

function fillFiles(field: ComponentNode, given: ModalValue, filling: FieldFilling): string[] {
  const files = listOf(given).filter((one) => typeof one === 'object');
  if (files.length < listOf(given).length || typeof given === 'boolean') {
    throw refuse(field, 'takes files, given as their filename and content');
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
  if (count < min || count > max) throw refuse(field, `takes from ${min} to ${max} values`);
}

function checkChannels(
  field: ComponentNode,
  ids: readonly string[],
  { channelTypeOf }: FieldFilling,
): void {
  const types = (field['channel_types'] ?? []) as readonly (ChannelType | undefined)[];
  const fits = (id: string): boolean => types.includes(channelTypeOf(id));
  if (types.length > 0 && !ids.every(fits)) throw refuse(field, 'takes other kinds of channels');
}

function chosenAtFirst(field: ComponentNode): string[] {
  const marked = optionsOf(field).filter((option) => option.default === true);
  const named = (field['default_values'] ?? []) as { readonly id: string }[];
  return [...marked.map(({ value }) => value), ...named.map(({ id }) => id)];
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

function numberOf(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function refuse(field: ComponentNode, what: string): Refused {
  return new Refused(`The field "${textOf(field['custom_id'])}" ${what}.`);
}
