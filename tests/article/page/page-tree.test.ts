import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../src/article/page/parse-page.ts';
import { findContent } from '../../../src/article/page/readability/find-content.ts';
import {
  findElement,
  findElements,
  hasWord,
  isInside,
  named,
} from '../../../src/article/page/tree/find-elements.ts';
import { openPage } from '../../../src/article/page/tree/open-page.ts';
import { PageElement, PageText } from '../../../src/article/page/tree/page-node.ts';
import { textOfHtml } from '../../../src/article/page/tree/text-of-html.ts';

describe('the tree of a page', () => {
  it.each([
    ['<p>One</p>', '<html><head></head><body><p>One</p></body></html>'],
    ['One', '<html><head></head><body>One</body></html>'],
    ['<title>T</title><p>One', '<html><head><title>T</title></head><body><p>One</p></body></html>'],
    ['<html><p>One', '<html><head></head><body><p>One</p></body></html>'],
    [
      '<head><p>One</p><title>T</title></head>Two',
      '<html><head><title>T</title></head><body><p>One</p>Two</body></html>',
    ],
    ['<html><body>One</body></html><p>Two', '<html><head></head><body>One<p>Two</p></body></html>'],
    ['<!-- <html> --><p>One', '<html><head></head><body><p>One</p></body></html>'],
    ['<p>R&amp;D<!-- --> at 3', '<html><head></head><body><p>R&D at 3</p></body></html>'],
    ['<p CLASS="a" class="b" onclick="x()">One', '<html><head></head><body><p class="a">One</p>'],
    ['a<script>b</script><style>c</style><svg><p>d</svg>e', '<html><head></head><body>ae</body>'],
    ['<noscript><p>a</noscript><template>b</template><br>c', '<body><br></br>c</body>'],
  ])('of %j is %j', (html, expected) => {
    expect(print(openPage(html)!)).toContain(expected.replace(/(?:<\/\w+>)*$/u, ''));
  });

  it('has the text of JSON-LD, and of no other script', () => {
    const page = openPage(
      '<script type="application/ld+json">{"a":"<b>"}</script><script>var a</script>',
    )!;
    const scripts = findElements(page, named('script'));
    expect(scripts.map(({ textContent }) => textContent)).toEqual(['{"a":"<b>"}']);
  });

  it('keeps its links whatever is moved or removed', () => {
    const step = fc.record({
      what: fc.constantFrom('append', 'prepend', 'remove'),
      node: fc.nat(19),
      into: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const root = new PageElement('root');
        const elements = Array.from({ length: 10 }, (_, at) => new PageElement(`e${at}`));
        const texts = Array.from({ length: 10 }, (_, at) => new PageText(`t${at}`));
        const nodes = [...elements, ...texts];
        /** The children of each element by the same steps on arrays. */
        const model = new Map<PageElement, (PageElement | PageText)[]>(
          [root, ...elements].map((element) => [element, []]),
        );
        const take = (node: PageElement | PageText): void => {
          for (const [outer, inner] of model)
            model.set(
              outer,
              inner.filter((each) => each !== node),
            );
        };
        for (const { what, node: at, into } of steps) {
          const node = nodes[at]!;
          const outer = into === 0 ? root : elements[into]!;
          if (node === outer || (node.isElement && isInside(outer, (each) => each === node)))
            continue;
          take(node);
          if (what === 'remove') node.remove();
          else {
            outer[what](node);
            model.get(outer)![what === 'append' ? 'push' : 'unshift'](node);
          }
        }
        for (const [outer, inner] of model) {
          expect(outer.childNodes.length).toBe(inner.length);
          expect(outer.childNodes.every((node, at) => node === inner[at])).toBe(true);
          expect(outer.firstChild === (inner[0] ?? null)).toBe(true);
          expect(outer.lastChild === (inner.at(-1) ?? null)).toBe(true);
          for (const [at, node] of inner.entries()) {
            expect(node.parentElement === outer).toBe(true);
            expect(node.previousSibling === (inner[at - 1] ?? null)).toBe(true);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is searched by names, words of attributes and places', () => {
    const page = openPage(
      '<a><h2>One</h2></a><h2 rel="next author">Two</h2><p rel="authors">Three',
    )!;
    const texts = (found: readonly PageElement[]): string[] =>
      found.map(({ textContent }) => textContent);
    expect(texts(findElements(page, named('h2 p')))).toEqual(['One', 'Two', 'Three']);
    expect(texts(findElements(page, (each) => hasWord(each, 'rel', 'author')))).toEqual(['Two']);
    expect(texts(findElements(page, (each) => isInside(each, named('a'))))).toEqual(['One']);
    expect(findElement(page, named('h3'))).toBeUndefined();
  });
});

describe('a page with text after its end', () => {
  const sentence = 'The council of the old port said on Monday that the bridge would stay shut. ';

  it('is read to the end', () => {
    const html = `<html><body><h1>Bridge stays shut</h1><p>${sentence.repeat(4)}</p></body></html><p>${sentence.repeat(4)}</p><p>It opens in spring.</p>`;
    expect(parsePage({ html })).toMatchObject({
      article: { text: expect.stringContaining('It opens in spring.') },
    });
  });
});

describe('the text of a piece of HTML', () => {
  it.each([
    ['Tom &amp; <i>Jerry</i>', 'Tom & Jerry'],
    ['3 < 4', '3 < 4'],
    ['a<script>b</script>c', 'ac'],
    ['How the <script> tag works', 'How the  tag works'],
    ['The <template> and <svg> elements', 'The  and  elements'],
    ['<b>'.repeat(100_000), ''],
  ])('of %j is %j', (html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });
});

describe('Readability', () => {
  it('works on a copy, and tries again with all of the page if it finds little', () => {
    const page = openPage(
      '<title>A</title><div class="sidebar"><p>Only these few words, said by all, are on the page.</p></div>',
    )!;
    const before = print(page);
    expect(findContent(page)?.textContent).toContain('Only these few words');
    expect(print(page)).toBe(before);
  });
});

/** An element as markup, with its classes. */
function print(element: PageElement): string {
  const { localName, childNodes } = element;
  const name = element.getAttribute('class');
  const inner = childNodes.map((node) => (node.isElement ? print(node) : node.data)).join('');
  return `<${localName}${name === null ? '' : ` class="${name}"`}>${inner}</${localName}>`;
}
