import type { FileItem } from '../ingest/files/read-articles.ts';

/** Lists what became of every line of a file, in order, as lines for a terminal. */
export function explainItems(items: readonly FileItem[]): string[] {
  const rows = items.flatMap(explainItem);
  return rows
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, role, text }) =>
      `${String(line).padStart(6)}  ${role.padEnd(10)}  ${text}`.trimEnd(),
    );
}

interface Row {
  readonly line: number;
  readonly role: string;
  readonly text: string;
}

function explainItem(item: FileItem): Row[] {
  if (item.kind === 'fault') return [{ line: item.line, role: 'fault', text: item.reason }];
  if (item.kind === 'dropped') {
    return [{ line: item.line, role: 'dropped', text: `(${item.reason}) ${item.text}` }];
  }
  const { article, lines } = item;
  const date = article.publishedAt?.slice(0, 10) ?? 'no date';
  const summary = `${article.id}, ${date} (${article.dateBasis}), lines ${lines.from}–${lines.to}`;
  return [
    { line: lines.from, role: 'article', text: summary },
    ...item.uses.map(({ line, text, role }) => ({ line, role, text })),
  ];
}
