/** The fields of a command, an option or a choice whose characters are counted. */
interface Counted {
  readonly name?: unknown;
  readonly name_localizations?: unknown;
  readonly description?: unknown;
  readonly description_localizations?: unknown;
  readonly value?: unknown;
  readonly options?: unknown;
  readonly choices?: unknown;
}

/**
 * Counts the characters of a command towards Discord's limit of 8,000: the names, descriptions and values of the
 * command, its options and their choices. For a translated field, only the longest text counts.
 * Source: https://docs.discord.com/developers/interactions/application-commands#slash-commands
 */
export function countCommandChars(part: Counted): number {
  const own =
    longest(part.name, part.name_localizations) +
    longest(part.description, part.description_localizations) +
    longest(part.value, undefined);
  const below = [...listOf(part.options), ...listOf(part.choices)];
  return below.reduce((sum, one) => sum + countCommandChars(one), own);
}

function longest(text: unknown, translations: unknown): number {
  const all: unknown[] = [text, ...Object.values(translations ?? {})];
  return Math.max(0, ...all.map((one) => (typeof one === 'string' ? one.length : 0)));
}

function listOf(value: unknown): readonly Counted[] {
  return Array.isArray(value) ? value : [];
}
