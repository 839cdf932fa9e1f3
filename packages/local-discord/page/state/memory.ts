import type { Snowflake } from 'discord-api-types/v10';

/** What the page stores in the browser between visits. */
export interface Remembered {
  readonly theme?: 'dark' | 'light';
  readonly viewerId?: Snowflake;
  readonly channelId?: Snowflake;
  readonly panel?: 'members' | 'none';
  readonly hintDismissed?: boolean;
  /** The newest message that the viewer has seen, by channel. */
  readonly seen?: Readonly<Record<Snowflake, Snowflake>>;
}

const KEY = 'local-discord';
/** The greatest number of channels stored, including threads that no longer exist. */
const MAX_SEEN = 200;

/** Reads the stored values; empty if storage isn't available or its contents aren't valid. */
export function recall(storage: () => { getItem(key: string): string | null }): Remembered {
  try {
    const given: unknown = JSON.parse(storage().getItem(KEY) ?? '{}');
    return isRecord(given) ? parseRemembered(given) : {};
  } catch {
    return {};
  }
}

/** Stores values, if the browser allows it. */
export function remember(
  storage: () => { setItem(key: string, value: string): void },
  values: Remembered,
): void {
  const seen = Object.fromEntries(Object.entries(values.seen ?? {}).slice(-MAX_SEEN));
  try {
    storage().setItem(KEY, JSON.stringify({ ...values, seen }));
  } catch {
    // Without storage, only the viewer's settings are lost.
  }
}

function parseRemembered(given: Readonly<Record<string, unknown>>): Remembered {
  const { theme, viewerId, channelId, panel, hintDismissed, seen } = given;
  return {
    ...(theme === 'dark' || theme === 'light' ? { theme } : {}),
    ...(isId(viewerId) ? { viewerId } : {}),
    ...(isId(channelId) ? { channelId } : {}),
    ...(panel === 'members' || panel === 'none' ? { panel } : {}),
    ...(hintDismissed === true ? { hintDismissed } : {}),
    ...(isRecord(seen) ? { seen: parseSeen(seen) } : {}),
  };
}

function parseSeen(given: Readonly<Record<string, unknown>>): Record<Snowflake, Snowflake> {
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
