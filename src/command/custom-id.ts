import { DISCORD_LIMITS } from '../render/discord-limits.ts';

/** What a button or menu says when it is used. */
export interface CustomId {
  readonly command: string;
  /** Which of the command's component handlers. */
  readonly action: string;
  readonly state: readonly string[];
}

/**
 * `<command>:<action>:<state…>`, or undefined where that is longer than Discord takes.
 * Colons inside a part become "~c" and tildes "~t".
 *
 * @example buildCustomId({ command: 'search', action: 'page', state: ['5', 'a:b'] }) // search:page:5:a~cb
 */
export function buildCustomId({ command, action, state }: CustomId): string | undefined {
  const id = [command, action, ...state].map(escapePart).join(':');
  return id.length <= DISCORD_LIMITS.customIdLength ? id : undefined;
}

/** Reads a `custom_id` back; undefined for one that is not of our making. */
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
