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

/** Parses the body of a PUT, which replaces all commands of a scope. */
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

/** Parses the body of a POST, which adds a command to the others. */
export function parseCommand(json: unknown, others: readonly APIApplicationCommand[]): CommandBody {
  const command = parseOne(ApplicationCommandCreateRequestSchema, json, []);
  checkCommands([command], others);
  return command;
}

/** Parses the body of a PATCH and returns the changed command. */
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
 * Parses one command. The specification types `default_member_permissions` as a number, but Discord accepts a
 * string of digits, which discord.js sends. So it is checked here and replaced by a number for the schema.
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
