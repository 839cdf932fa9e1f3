import type { Block } from './nodes.ts';
import { parseInline } from './parse-inline.ts';
import { countListLines, parseList } from './parse-list.ts';
import { FENCE, readFence } from './read-fence.ts';

const HEADING = /^ *(#{1,3}) +(\S.*)$/;
const SUBTEXT = /^ *-# +(\S.*)$/;
const QUOTE_LINE = /^ *> (.*)$/;
const QUOTE_REST = /^ *>>> /;

/** Parsed blocks and the number of their lines. */
interface Taken {
  readonly blocks: readonly Block[];
  readonly lines: number;
}

/**
 * Parses Discord's markdown. Accepts any text and never throws; what isn't markup stays text. As in
 * Discord, quotes can't be nested.
 */
export function parseMarkdown(text: string): readonly Block[] {
  return parseBlocks(text, false);
}

function parseBlocks(text: string, inQuote: boolean): readonly Block[] {
  const blocks: Block[] = [];
  let plain: string[] = [];
  const endParagraph = (): void => {
    if (plain.length > 0) blocks.push(paragraph(plain));
    plain = [];
  };
  let lines = text.split('\n');
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? '';
    // Quotes come before code, because a code block ends at the end of its quote.
    const quote = inQuote ? undefined : takeQuote(lines, at);
    const fence =
      quote || !line.includes(FENCE) ? undefined : readFence(lines.slice(at).join('\n'));
    const taken = quote ?? (fence ? undefined : takeBlock(lines, at));
    if (fence) {
      if (fence.before) plain.push(fence.before);
      endParagraph();
      blocks.push(fence.block);
      lines = fence.after === '' ? [] : fence.after.split('\n');
      at = 0;
    } else if (taken) {
      endParagraph();
      blocks.push(...taken.blocks);
      at += taken.lines;
    } else {
      plain.push(line);
      at += 1;
    }
  }
  endParagraph();
  return blocks;
}

/** Browsers don't draw a final line break, so a last, empty line gets a second one. */
function paragraph(lines: readonly string[]): Block {
  const text = lines.join('\n');
  return { kind: 'paragraph', children: parseInline(lines.at(-1) === '' ? `${text}\n` : text) };
}

function takeBlock(lines: readonly string[], at: number): Taken | undefined {
  const line = lines[at] ?? '';
  const heading = HEADING.exec(line);
  if (heading) {
    const level = (heading[1] ?? '').length as 1 | 2 | 3;
    const children = parseInline(withoutClosingMarks(heading[2] ?? ''));
    return { blocks: [{ kind: 'heading', level, children }], lines: 1 };
  }
  const subtext = SUBTEXT.exec(line)?.[1];
  if (subtext !== undefined) {
    return { blocks: [{ kind: 'subtext', children: parseInline(subtext) }], lines: 1 };
  }
  const count = countListLines(lines, at);
  return count === 0 ? undefined : { blocks: parseList(lines.slice(at, at + count)), lines: count };
}

function takeQuote(lines: readonly string[], at: number): Taken | undefined {
  if (QUOTE_REST.test(lines[at] ?? '')) {
    const text = lines.slice(at).join('\n').replace(QUOTE_REST, '');
    return {
      blocks: [{ kind: 'quote', blocks: parseBlocks(text, true) }],
      lines: lines.length - at,
    };
  }
  const quoted: string[] = [];
  for (let match = quotedText(lines[at]); match !== undefined;) {
    quoted.push(match);
    match = quotedText(lines[at + quoted.length]);
  }
  if (quoted.length === 0) return undefined;
  return {
    blocks: [{ kind: 'quote', blocks: parseBlocks(quoted.join('\n'), true) }],
    lines: quoted.length,
  };
}

function quotedText(line = ''): string | undefined {
  return QUOTE_LINE.exec(line)?.[1];
}

/** The marks at the end of `# Title #` aren't shown. */
function withoutClosingMarks(title: string): string {
  let end = title.trimEnd().length;
  while (end > 1 && title[end - 1] === '#') end -= 1;
  return title.slice(0, end).trimEnd();
}
