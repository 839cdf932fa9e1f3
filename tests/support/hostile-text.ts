import * as fc from 'fast-check';

/** Pieces of text that have broken bots: mentions, links, markdown, joined emoji, bidi, zalgo. */
const PIECES = [
  '@everyone',
  '<@123456789012345678>',
  '<#123456789012345678>',
  '</digest now:123456789012345678>',
  '<t:0:R>',
  '<:smile:123456789012345678>',
  ':tada:',
  '[click](https://evil.example)',
  '](https://evil.example)',
  'https://evil.example/a_b_c',
  '||spoiler||',
  '```js\ncode\n```',
  '**bold** _it_ ~~no~~ `x`',
  '\n# heading',
  '\n-# small',
  '\n> quote',
  '\n1. one',
  '\n- item',
  '\\',
  '\\\\*',
  '👩‍👩‍👧‍👦',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  'مرحبا بالعالم',
  '\u202etxet\u2066',
  'z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309'.repeat(9),
  '\ud800',
  '\u0000\u0007\u2028',
  'Sentence one. Sentence two! ',
] as const;

/** Text made of hostile pieces and ordinary characters, from empty to huge. */
export function hostileText(options: { maxLength?: number } = {}): fc.Arbitrary<string> {
  const { maxLength = 12_000 } = options;
  const piece = fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme' }));
  return fc
    .tuple(fc.array(piece, { maxLength: 30 }), fc.integer({ min: 1, max: 40 }))
    .map(([pieces, times]) => pieces.join(' ').repeat(times).slice(0, maxLength));
}
