import { UserError } from '../errors.ts';
import type { Attachment, OptionSpec, OptionSpecs } from './option.ts';

/** A Discord id. */
const SNOWFLAKE = /^\d{1,20}$/u;

/**
 * Checks the values of an interaction against the options of the action. Discord does so too, but a client may
 * know older options. Throws a UserError that names the option.
 */
export function parseOptions(
  specs: OptionSpecs,
  raw: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(specs)) {
    const given = Object.hasOwn(raw, name) ? raw[name] : undefined;
    const value = typeof given === 'string' ? given.trim() : given;
    if (value === undefined || value === null || value === '') {
      if (spec.required) throw bad(`The option "${name}" is missing: ${spec.description}.`);
    } else {
      values[name] = parseValue(name, spec, value);
    }
  }
  return values;
}

function parseValue(name: string, spec: OptionSpec, value: unknown): unknown {
  if (spec.type === 'integer') return parseInteger(name, spec, value);
  if (spec.type === 'boolean') {
    if (typeof value === 'boolean') return value;
    throw bad(`The option "${name}" is either true or false.`);
  }
  if (spec.type === 'attachment') return parseAttachment(name, value);
  if (typeof value !== 'string') throw bad(`The option "${name}" is not text. Type it again.`);
  return spec.type === 'string' ? parseString(name, spec, value) : parseId(name, spec.type, value);
}

function parseInteger(
  name: string,
  { min, max }: Extract<OptionSpec, { type: 'integer' }>,
  value: unknown,
): number {
  const isInside =
    typeof value === 'number' &&
    Number.isSafeInteger(value) &&
    value >= (min ?? value) &&
    value <= (max ?? value);
  if (isInside) return value;
  const range = [
    ...(min === undefined ? [] : [`from ${min}`]),
    ...(max === undefined ? [] : [`up to ${max}`]),
  ];
  throw bad(`The option "${name}" is a whole number ${range.join(' ')}`.trimEnd() + '.');
}

function parseString(
  name: string,
  { choices, maxLength }: Extract<OptionSpec, { type: 'string' }>,
  value: string,
): string {
  if (choices && !choices.includes(value)) {
    throw bad(`The option "${name}" is one of: ${choices.join(', ')}.`);
  }
  if (maxLength !== undefined && value.length > maxLength) {
    throw bad(`The option "${name}" is too long; it can have at most ${maxLength} characters.`);
  }
  return value;
}

function parseId(name: string, kind: 'channel' | 'role', value: string): string {
  if (SNOWFLAKE.test(value)) return value;
  throw bad(`The option "${name}" is not a ${kind}. Choose it from the list.`);
}

/** The dispatcher has replaced the id of the file by its data. */
function parseAttachment(name: string, value: unknown): Attachment {
  const { name: file, url, bytes } = (value ?? {}) as Partial<Record<keyof Attachment, unknown>>;
  if (typeof file === 'string' && typeof url === 'string' && typeof bytes === 'number') {
    return { name: file, url, bytes };
  }
  throw bad(`The option "${name}" is not a file. Send it again.`);
}

function bad(message: string): UserError {
  return new UserError('bad-option', message);
}
