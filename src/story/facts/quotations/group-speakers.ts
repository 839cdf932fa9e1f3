/** What somebody says, as an article names and quotes them. */
interface NamedQuotation {
  readonly name: string;
  readonly text: string;
}

/** A speaker, and what they say. */
interface SpeakerGroup<T> {
  readonly name: string;
  readonly quotations: readonly T[];
}

/**
 * Groups quotations by speaker, those of whom most is quoted first. A name that only one longer name ends with is that
 * person: "Lee" is "Ann Lee" if no other Lee speaks. What several articles quote counts once, as it is first quoted.
 */
export function groupSpeakers<T extends NamedQuotation>(said: readonly T[]): SpeakerGroup<T>[] {
  const names = [...new Set(said.map(({ name }) => name))];
  const groups = new Map<string, T[]>();
  for (const name of names) {
    const longer = names.filter((other) => other.endsWith(` ${name}`));
    const full = longer.length === 1 ? longer[0]! : name;
    const group = groups.get(full) ?? [];
    groups.set(full, group);
    for (const one of said) {
      const isNew = one.name === name && !group.some((other) => isSame(other.text, one.text));
      if (isNew) group.push(one);
    }
  }
  return [...groups]
    .map(([name, quotations]) => ({ name, quotations }))
    .toSorted((a, b) => b.quotations.length - a.quotations.length || (a.name < b.name ? -1 : 1));
}

/** Whether one quotation is a part of the other, by its words. */
function isSame(a: string, b: string): boolean {
  const [one, other] = [plainWords(a), plainWords(b)];
  return one.includes(other) || other.includes(one);
}

function plainWords(text: string): string {
  return ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `;
}
