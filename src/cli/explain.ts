import type { FileItem } from '../ingest/files/read-articles.ts';

/** Where every line of a file went, in the order of its lines, as lines for a terminal. */
export function explainItems(items: readonly FileItem[]): string[] {
  const rows = items.flatMap(explainItem);
  return rows
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, place, text }) =>
      `${String(line).padStart(6)}  ${place.padEnd(10)}  ${text}`.trimEnd(),
    );
}

interface Row {
  readonly line: number;
  readonly place: string;
  readonly text: string;
}

function explainItem(item: FileItem): Row[] {
  if (item.kind === 'fault') return [{ line: item.line, place: 'fault', text: item.reason }];
  if (item.kind === 'dropped') {
    return [{ line: item.line, place: 'dropped', text: `(${item.reason}) ${item.text}` }];
  }
  const { article, lines } = item;
  const date = article.publishedAt?.slice(0, 10) ?? 'no date';
  const summary = `${article.id}, ${date} (${article.dateBasis}), lines ${lines.from}–${lines.to}`;
  return [
    { line: lines.from, place: 'article', text: summary },
    ...item.uses.map(({ line, text, role }) => ({ line, place: role, text })),
  ];
}
