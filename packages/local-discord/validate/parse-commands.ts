import type { APIApplicationCommand } from 'discord-api-types/v10';
import {
  ApplicationCommandCreateRequestSchema,
  ApplicationCommandPatchRequestPartialSchema,
  ApplicationCommandUpdateRequestSchema,
} from './specification.ts';
import type { CommandBody } from '../state/commands.ts';
import { checkCommands } from './check-commands.ts';
import { invalidField, type FieldPath } from './field-errors.ts';
import { parseBody } from './parse-body.ts';

/** The body of a PUT: all commands of a scope at once. */
export function parseCommandList(json: unknown): CommandBody[] {
  if (!Array.isArray(json)) {
    throw invalidField([], 'BASE_TYPE_BAD_TYPE', 'Value is not of type array.');
  }
  const commands = json.map((one, index) =>
    parseOne(ApplicationCommandUpdateRequestSchema, one, [index]),
  );
  checkCommands(commands);
  return commands;
}

/** The body of a POST: one command beside those that are there. */
export function parseCommand(json: unknown, others: readonly APIApplicationCommand[]): CommandBody {
  const command = parseOne(ApplicationCommandCreateRequestSchema, json, []);
  checkCommands([command], others);
  return command;
}

/** The body of a PATCH: fields of a command to change. */
export function parseCommandPatch(
  json: unknown,
  before: APIApplicationCommand,
  all: readonly APIApplicationCommand[],
): CommandBody {
  const patch = parseOne(ApplicationCommandPatchRequestPartialSchema, json, []);
  const command = { ...before, ...patch };
  checkCommands(
    [command],
    all.filter((one) => one.id !== before.id),
  );
  return command;
}

/**
 * The specification types `default_member_permissions` as a number; Discord takes, and discord.js
 * sends, a string of digits. The number is checked and the string kept.
 */
function parseOne(
  schema: Parameters<typeof parseBody>[0],
  json: unknown,
  path: FieldPath,
): CommandBody {
  const raw = typeof json === 'object' && json !== null ? { ...json } : json;
  const permissions = readPermissions(raw, path);
  if (permissions !== undefined) Object.assign(raw as object, { default_member_permissions: 0 });
  const body = parseBody(schema, raw, path) as CommandBody;
  return permissions === undefined ? body : { ...body, default_member_permissions: permissions };
}

function readPermissions(raw: unknown, path: FieldPath): string | undefined {
  if (typeof raw !== 'object' || raw === null || !('default_member_permissions' in raw)) {
    return undefined;
  }
  const given = raw.default_member_permissions;
  if (given === null || given === undefined) return undefined;
  if ((typeof given === 'string' || typeof given === 'number') && /^\d+$/.test(String(given))) {
    return String(given);
  }
  throw invalidField(
    [...path, 'default_member_permissions'],
    'BITSET_TYPE_BAD_FORMAT',
    'Value is not a bit set.',
  );
}
