import { describe, expect, it } from 'vitest';
import { sniffed, toLine, toParagraphs } from '../../../src/article/feed/feed-rich-text.ts';

const textOf = (value: string) => toParagraphs(sniffed(value)).text;

describe('a text that was escaped once too often', () => {
  it.each([
    ['<![CDATA[Piers closed.]]>', 'Piers closed.'],
    ['<![CDATA[<p>Piers closed.</p>]]>', 'Piers closed.'],
    ['<![CDATA[<![CDATA[Piers closed.]]>]]>', 'Piers closed.'],
    ['<![CDATA[Piers closed for', 'Piers closed for'],
    ['&lt;![CDATA[Piers closed.]]&gt;', 'Piers closed.'],
    [
      '&lt;p&gt;First.&lt;/p&gt;&lt;p&gt;Second &amp;amp; last.&lt;/p&gt;',
      'First.\n\nSecond & last.',
    ],
    ['&lt;p class="a"&gt;First &lt;b&gt;bold&lt;/b&gt;.&lt;/p&gt;', 'First bold.'],
    ['<div>&lt;p&gt;First.&lt;/p&gt;</div>', 'First.'],
    ['Lead. &lt;/p&gt;&lt;p&gt;First.&lt;/p&gt; Rest', 'Lead.\n\nFirst.\n\nRest'],
    ['&amp;lt;p&amp;gt;First.&amp;lt;/p&amp;gt;', 'First.'],
    [
      '<p>The minister&amp;#8217;s office said &amp;ldquo;no&amp;rdquo;.</p>',
      'The minister’s office said “no”.',
    ],
    ['Smith &amp;AMP; Sons closed.', 'Smith & Sons closed.'],
  ])('is read as it was meant: %s', (value, text) => {
    expect(textOf(value)).toBe(text);
  });

  it.each([
    [
      '<p>Use the &lt;p&gt; element, and &lt;br&gt; for a break.</p>',
      'Use the <p> element, and <br> for a break.',
    ],
    ['<p>&lt;p&gt; is the element of a paragraph.</p>', '<p> is the element of a paragraph.'],
    ['Write 1 < 2 > 0.', 'Write 1 < 2 > 0.'],
    ['<p>&lt;video&gt;</p>', '<video>'],
  ])('is not one that speaks of tags: %s', (value, text) => {
    expect(textOf(value)).toBe(text);
  });

  it.each([
    ['<![CDATA[Piers closed]]>', 'Piers closed'],
    ['&lt;b&gt;Piers&lt;/b&gt; &lt;i&gt;closed&lt;/i&gt;', 'Piers closed'],
    ['Smith &amp;amp; Sons', 'Smith & Sons'],
    ['SMITH &AMP; SONS', 'SMITH & SONS'],
    ['How to use &lt;b&gt; and &lt;i&gt;', 'How to use <b> and <i>'],
    ['&lt;video&gt;', '<video>'],
  ])('may be a headline: %s', (value, line) => {
    expect(toLine(sniffed(value))).toBe(line);
  });
});
