import type { Snowflake } from 'discord-api-types/v10';

/** What the page remembers of its viewer in their browser. */
export interface Remembered {
  readonly theme?: 'dark' | 'light';
  readonly viewerId?: Snowflake;
  readonly channelId?: Snowflake;
  readonly panel?: 'members' | 'none';
  readonly hintDismissed?: boolean;
  /** The newest message seen, by channel. */
  readonly seen?: Readonly<Record<Snowflake, Snowflake>>;
}

const KEY = 'local-discord';
/** Channels remembered at most, with all the threads that there once were. */
const MAX_SEEN = 200;

/** Reads what is remembered; nothing where storage is closed, or holds what is none of ours. */
export function recall(storage: () => { getItem(key: string): string | null }): Remembered {
  try {
    const given: unknown = JSON.parse(storage().getItem(KEY) ?? '{}');
    return isRecord(given) ? sift(given) : {};
  } catch {
    return {};
  }
}

/** Remembers, where the browser allows it. */
export function remember(
  storage: () => { setItem(key: string, value: string): void },
  values: Remembered,
): void {
  const seen = Object.fromEntries(Object.entries(values.seen ?? {}).slice(-MAX_SEEN));
  try {
    storage().setItem(KEY, JSON.stringify({ ...values, seen }));
  } catch {
    // Closed storage costs a reader nothing but their settings.
  }
}

function sift(given: Readonly<Record<string, unknown>>): Remembered {
  const { theme, viewerId, channelId, panel, hintDismissed, seen } = given;
  return {
    ...(theme === 'dark' || theme === 'light' ? { theme } : {}),
    ...(isId(viewerId) ? { viewerId } : {}),
    ...(isId(channelId) ? { channelId } : {}),
    ...(panel === 'members' || panel === 'none' ? { panel } : {}),
    ...(hintDismissed === true ? { hintDismissed } : {}),
    ...(isRecord(seen) ? { seen: siftIds(seen) } : {}),
  };
}

function siftIds(given: Readonly<Record<string, unknown>>): Record<Snowflake, Snowflake> {
  return Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => entry.every(isId)),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isId(value: unknown): value is Snowflake {
  return typeof value === 'string' && /^\d{1,20}$/.test(value);
}
