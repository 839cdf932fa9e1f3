import { DISCORD_LIMITS } from '../render/discord-limits.ts';

/** What the `custom_id` of a button or menu contains. */
export interface CustomId {
  readonly command: string;
  /** The name of one of the command's component handlers. */
  readonly action: string;
  readonly state: readonly string[];
}

/**
 * Builds `<command>:<action>:<state…>`; undefined if it is longer than Discord allows.
 * A colon in a part becomes "~c", a tilde "~t".
 *
 * @example buildCustomId({ command: 'search', action: 'page', state: ['5', 'a:b'] }) // search:page:5:a~cb
 */
export function buildCustomId({ command, action, state }: CustomId): string | undefined {
  const id = [command, action, ...state].map(escapePart).join(':');
  return id.length <= DISCORD_LIMITS.customIdLength ? id : undefined;
}

/** Reads a `custom_id`; undefined if `buildCustomId` cannot have built it. */
export function parseCustomId(id: string): CustomId | undefined {
  const [command, action, ...state] = id.split(':').map(unescapePart);
  return command && action ? { command, action, state } : undefined;
}

function escapePart(part: string): string {
  return part.replaceAll('~', '~t').replaceAll(':', '~c');
}

function unescapePart(part: string): string {
  return part.replaceAll('~c', ':').replaceAll('~t', '~');
}
