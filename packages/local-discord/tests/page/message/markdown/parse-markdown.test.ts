import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../../../page/message/markdown/nodes.ts';
import { parseMarkdown } from '../../../../page/message/markdown/parse-markdown.ts';

/** Formats a tree as one line, for the tables below. */
function outline(blocks: readonly Block[]): string {
  return blocks.map(outlineBlock).join(' / ');
}

function outlineBlock(block: Block): string {
  switch (block.kind) {
    case 'quote':
      return `quote{${outline(block.blocks)}}`;
    case 'list':
      return `${block.start ?? ''}list{${block.items.map(outline).join(' | ')}}`;
    case 'code-block':
      return `block(${block.language}){${block.text}}`;
    case 'heading':
      return `h${block.level}{${outlineLine(block.children)}}`;
    case 'subtext':
      return `small{${outlineLine(block.children)}}`;
    case 'paragraph':
      return outlineLine(block.children);
    default:
      return block satisfies never;
  }
}

function outlineLine(nodes: readonly Inline[]): string {
  return nodes.map(outlineNode).join('');
}

function outlineNode(node: Inline): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'code':
      return `code{${node.text}}`;
    case 'link':
      return `link(${node.href}${node.title === undefined ? '' : ` "${node.title}"`}){${outlineLine(node.children)}}`;
    case 'strong':
    case 'emphasis':
    case 'underline':
    case 'strike':
    case 'spoiler':
      return `${node.kind}{${outlineLine(node.children)}}`;
    case 'time':
      return `time{${node.ms} ${node.style}}`;
    case 'command':
    case 'emoji':
      return `${node.kind}{${node.name}}`;
    case 'everyone':
      return `everyone{${node.raw}}`;
    case 'user':
    case 'role':
    case 'channel':
      return `${node.kind}{${node.id}}`;
    default:
      return node satisfies never;
  }
}

const ID = '661720242585600004';

describe('inline formatting', () => {
  it.each([
    ['**a** *b* _c_ __d__ ~~e~~', 'strong{a} emphasis{b} emphasis{c} underline{d} strike{e}'],
    ['||a **b**||', 'spoiler{a strong{b}}'],
    ['***both***', 'emphasis{strong{both}}'],
    ['___both___', 'emphasis{underline{both}}'],
    ['**a *b* c**', 'strong{a emphasis{b} c}'],
    ['**a *b***', 'strong{a emphasis{b}}'],
    ['*a **b** c*', 'emphasis{a strong{b} c}'],
    ['**over\ntwo lines**', 'strong{over\ntwo lines}'],
    ['a * b * c', 'a * b * c'],
    ['snake_case_word', 'snake_case_word'],
    ['2 ** 3', '2 ** 3'],
    ['**open', '**open'],
    ['*a**', '*a**'],
    [String.raw`\*a\* \_b\_ \\ \a`, String.raw`*a* _b_ \ \a`],
    [String.raw`**a\*\***`, 'strong{a**}'],
  ])('reads %j', (text, expected) => {
    expect(outline(parseMarkdown(text))).toBe(expected);
  });
});

describe('code', () => {
  it.each([
    ['`a`', 'code{a}'],
    ['``a ` b``', 'code{a ` b}'],
    ['`` `a` ``', 'code{`a`}'],
    ['`**a**`', 'code{**a**}'],
    ['**`a**`**', 'strong{code{a**}}'],
    ['`a', '`a'],
    ['```js\na = 1\n```', 'block(js){a = 1}'],
    ['```\na\n\nb\n```', 'block(){a\n\nb}'],
    ['```a```', 'block(){a}'],
    ['before ```a``` after', 'before  / block(){a} /  after'],
    ['```\n> a\n# b\n```\n> c', 'block(){> a\n# b} / quote{c}'],
    ['> a\n```\nb\n```', 'quote{a} / block(){b}'],
    ['> ```\n> a\n> ```\nb', 'quote{block(){a}} / b'],
    ['```open', '```open'],
    ['``````', '``````'],
  ])('reads %j', (text, expected) => {
    expect(outline(parseMarkdown(text))).toBe(expected);
  });
});

describe('lines', () => {
  it.each([
    ['# a\n## b\n### c\n#### d', 'h1{a} / h2{b} / h3{c} / #### d'],
    ['# a #', 'h1{a}'],
    ['#a', '#a'],
    ['-# a **b**', 'small{a strong{b}}'],
    ['a\n\nb', 'a\n\nb'],
    ['a\n# b', 'a / h1{b}'],
    ['> a\n> b\nc', 'quote{a\nb} / c'],
    ['>>> a\nb', 'quote{a\nb}'],
    ['> > a', 'quote{> a}'],
    ['>a', '>a'],
    ['> # a\n> - b', 'quote{h1{a} / list{b}}'],
    ['- a\n- b', 'list{a | b}'],
    ['* a\n  - b\n    - c\n* d', 'list{a / list{b / list{c}} | d}'],
    ['- a\n  more\n- b', 'list{a\nmore | b}'],
    ['3. a\n4. b', '3list{a | b}'],
    ['- a\n1. b', 'list{a} / 1list{b}'],
    ['1. a\n   - b', '1list{a / list{b}}'],
    ['-a', '-a'],
    ['2026.', '2026.'],
  ])('reads %j', (text, expected) => {
    expect(outline(parseMarkdown(text))).toBe(expected);
  });
});

describe('links', () => {
  it.each([
    ['[a](https://x.example)', 'link(https://x.example/){a}'],
    ['[a](https://x.example/b_(c)_d)', 'link(https://x.example/b_(c)_d){a}'],
    ['[a](<https://x.example/b>)', 'link(https://x.example/b){a}'],
    ['[a](https://x.example "why")', 'link(https://x.example/ "why"){a}'],
    ['[**a** b](https://x.example)', 'link(https://x.example/){strong{a} b}'],
    ['**[a](https://x.example)**', 'strong{link(https://x.example/){a}}'],
    ['[a [b]](https://x.example)', 'link(https://x.example/){a [b]}'],
    [String.raw`[a \[b](https://x.example)`, 'link(https://x.example/){a [b}'],
    ['see https://x.example/a.', 'see link(https://x.example/a){https://x.example/a}.'],
    ['(https://x.example/a)', '(link(https://x.example/a){https://x.example/a})'],
    ['**https://x.example**', 'strong{link(https://x.example/){https://x.example}}'],
    ['https://x.example/a_b_c', 'link(https://x.example/a_b_c){https://x.example/a_b_c}'],
    ['<https://x.example>', 'link(https://x.example/){https://x.example}'],
  ])('reads %j', (text, expected) => {
    expect(outline(parseMarkdown(text))).toBe(expected);
  });

  it.each([
    '[a](javascript:alert(1))',
    '[a](data:text/html,b)',
    '[a](//x.example)',
    '[a](https://)',
    '[](https://x.example)',
    '[a] (https://x.example)',
  ])('makes no link of %j', (text) => {
    expect(hrefs(text).filter((href) => !href.startsWith('https://x.example'))).toEqual([]);
  });

  it.each([
    [
      '[https://bank.example](https://evil.example)',
      '[link(https://bank.example/){https://bank.example}](link(https://evil.example/){https://evil.example})',
    ],
    [
      '[**http://bank.example/a**](https://evil.example)',
      '[strong{link(http://bank.example/a){http://bank.example/a}}](link(https://evil.example/){https://evil.example})',
    ],
  ])('makes no masked link of %j, because its text is another URL', (text, expected) => {
    expect(outline(parseMarkdown(text))).toBe(expected);
  });

  it('puts no mentions into the text of a link', () => {
    expect(outline(parseMarkdown(`[a <@${ID}>](https://x.example)`))).toBe(
      `link(https://x.example/){a <@${ID}>}`,
    );
  });
});

describe("Discord's own syntax", () => {
  it.each([
    [`<@${ID}> <@!${ID}> <@&${ID}> <#${ID}>`, `user{${ID}} user{${ID}} role{${ID}} channel{${ID}}`],
    ['@everyone @here', 'everyone{@everyone} everyone{@here}'],
    [`</digest now:${ID}>`, 'command{digest now}'],
    ['<t:1700000000:R> <t:0>', 'time{1700000000000 R} time{0 f}'],
    ['<t:99999999999999:R>', '<t:99999999999999:R>'],
    [`<a:wave:${ID}> <:x_y:${ID}>`, 'emoji{wave} emoji{x_y}'],
    ['<@1> <x> a < b', '<@1> <x> a < b'],
    [`**<@${ID}>**`, `strong{user{${ID}}}`],
  ])('reads %j', (text, expected) => {
    expect(outline(parseMarkdown(text))).toBe(expected);
  });
});

describe('any text', () => {
  const pieces = [
    '*',
    '**',
    '_',
    '__',
    '~~',
    '||',
    '`',
    '```',
    '[',
    '](',
    ')',
    '<',
    '>',
    '\\',
    '\n',
  ];
  const marked = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...pieces,
          '> ',
          '>>> ',
          '# ',
          '- ',
          '  - ',
          '1. ',
          '-# ',
          'https://x.example/',
        ),
        fc.constantFrom(`<@${ID}>`, '<t:1:R>', '@here', ' ', '(https://x.example "t")'),
        fc.string({ unit: fc.constantFrom('a', 'b', 'C', '7', ' ', '.', '!', '"'), maxLength: 4 }),
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));

  it('keeps every letter, in order', () => {
    fc.assert(
      fc.property(marked, (text) => {
        expect(letters(textOf(parseMarkdown(text)))).toBe(letters(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('links only to web addresses', () => {
    fc.assert(
      fc.property(marked, (text) => {
        for (const href of hrefs(text)) expect(href).toMatch(/^https?:\/\//);
      }),
    );
  });

  it.each([
    '*',
    '_',
    '[',
    '>',
    '> ',
    '>>> ',
    '`',
    '|',
    '[a](',
    '**a',
    '*a_',
    '- ',
    '# ',
    '<@',
    '\n',
  ])('is read to its end if it repeats %j', (piece) => {
    const text = piece.repeat(Math.ceil(4000 / piece.length));
    expect(letters(textOf(parseMarkdown(text)))).toBe(letters(text));
  });
});

function letters(text: string): string {
  return text.replaceAll(/[^\p{L}]/gu, '');
}

function textOf(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      switch (block.kind) {
        case 'quote':
          return textOf(block.blocks);
        case 'list':
          return block.items.map(textOf).join('');
        case 'code-block':
          return block.language + block.text;
        case 'paragraph':
        case 'subtext':
        case 'heading':
          return textOfLine(block.children);
        default:
          return block satisfies never;
      }
    })
    .join('');
}

function textOfLine(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'link') {
        const written = textOfLine(node.children);
        return written.startsWith('http') ? written : `${written}${node.href}${node.title ?? ''}`;
      }
      if ('children' in node) return textOfLine(node.children);
      return 'raw' in node ? node.raw : node.text;
    })
    .join('');
}

function hrefs(text: string): string[] {
  return parseMarkdown(text).flatMap((block) => hrefsOfBlock(block));
}

function hrefsOfBlock(block: Block): string[] {
  if (block.kind === 'quote') return block.blocks.flatMap(hrefsOfBlock);
  if (block.kind === 'list') return block.items.flat().flatMap(hrefsOfBlock);
  return block.kind === 'code-block' ? [] : hrefsOfLine(block.children);
}

function hrefsOfLine(nodes: readonly Inline[]): string[] {
  return nodes.flatMap((node) => [
    ...(node.kind === 'link' ? [node.href] : []),
    ...('children' in node ? hrefsOfLine(node.children) : []),
  ]);
}
