import { distance } from 'fastest-levenshtein';

/** A variable that looks like a setting but is none, and the setting that may be meant. */
export interface MisspelledSetting {
  readonly name: string;
  readonly meant: string;
}

/** Two letters may differ: "DISCORD_TOKN", "DISCORD-TOKEN". Shorter settings may have one wrong letter. */
const MAX_EDITS = { long: 2, short: 1 } as const;
const SHORT_CHARS = 9;

/**
 * Finds variables that are not among the settings but look like one: a few letters differ, or all the words of one
 * of Discord's are there with others, as in "DISCORD_BOT_TOKEN". If the setting that is meant is given too, nothing is wrong.
 */
export function findMisspelledSettings(
  given: readonly string[],
  settings: readonly string[],
): MisspelledSetting[] {
  return given
    .filter((name) => !settings.includes(name))
    .flatMap((name) => {
      const meant = settings.find((setting) => looksLike(name, setting));
      return meant === undefined || given.includes(meant) ? [] : [{ name, meant }];
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function looksLike(name: string, setting: string): boolean {
  const written = name.toUpperCase().replaceAll(/[^A-Z0-9]+/gu, '_');
  const most = setting.length < SHORT_CHARS ? MAX_EDITS.short : MAX_EDITS.long;
  if (distance(written, setting) <= most) return true;
  const words = written.split('_');
  const wanted = setting.split('_');
  // Other programs have log levels and ports too.
  return wanted.includes('DISCORD') && wanted.every((word) => words.includes(word));
}
