import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../src/article/page/parse-page.ts';

const TITLE = 'Cracks close ferry piers in Norrvik';
const REPORT = [
  'The harbour authority of Norrvik closed both ferry piers on Monday after engineers found cracks in the northern breakwater.',
  'Divers went down at first light and photographed the damage along forty metres of the wall, the head of works told reporters.',
  'Traffic was moved to the inner basin, where small boats waited for hours because only one lock gate can be opened at low tide.',
  'The mayor said repairs would take until April, and that ships over ninety metres would have to use the port at Lindholm instead.',
  'Freight companies asked for a discount on the longer route, which adds six hours and a second set of pilot fees to every voyage.',
  'Residents of the islands were told to expect fewer crossings through the weekend, with priority for ambulances and fuel.',
];
const LEAD = 'Both piers are closed until April. Islanders fear for their milk.';
const OPEN_LEAD = 'Piers closed until April as islanders fear for their milk';
const HEAD = `<h1>${TITLE}</h1>`;
const ALL = wrap('p', REPORT);
const CONSENT = wrap(
  'p',
  Array.from({ length: 25 }, (_, at) => `Vendor ${at}: uses data about your visit for months to measure adverts and to combine them with other sources that it has bought from partners.`),
); // prettier-ignore
const WELLS = wrap('p', [
  'Farmers in the Tollen valley voted on Sunday to share their wells for a third summer, ending a dispute between the two villages.',
  'Under the new rules each household may draw water every other night, and meters are read by a committee.',
  'The regional water board had warned that the lower aquifer fell by nine metres in ten years.',
]);

describe('a report is read', () => {
  it.each([
    ['beside a consent text outside its article', `<article>${HEAD}<div class="modal-body">${ALL}</div></article><div id="vendors">${CONSENT}</div>`],
    ['beside a consent text on a page of divisions', `<div class="page">${HEAD}<div class="overlay-text">${ALL}</div></div><div id="vendors">${CONSENT}</div>`],
    ['below a consent text that is named so', `<div class="cmp-cookie">${CONSENT}</div><div>${HEAD}<div>${ALL}</div></div>`],
    ['below another article', `<main><article><h1>Wells shared again in Tollen</h1>${WELLS}</article><article>${HEAD}${ALL}</article></main>`],
    ['above another in a box named next story', `<main><article>${HEAD}${ALL}</article><div class="next-story"><h2>Wells shared again in Tollen</h2>${WELLS}</div></main>`],
    ['above another with a headline like its own', `<main><div class="story"><h2 class="t">${TITLE}</h2>${ALL}</div><div class="story"><h2 class="t">Wells shared again in Tollen</h2>${WELLS}</div></main>`],
    ['from a template that is shown', `<main>${HEAD}<x-body><template shadowrootmode="open">${ALL}</template></x-body></main>`],
    ['beside a template that is not', `<main>${HEAD}${ALL}<template>${WELLS}</template></main>`],
    ['around the name below a post', `<main><article>${HEAD}${wrap('p', REPORT.slice(0, 3))}<blockquote class="twitter-tweet">— Norrvik Harbour (@norrvik) <a href="https://twitter.com/x">March 2, 2026</a></blockquote>${wrap('p', REPORT.slice(3))}</article></main>`],
    ['around a field for an address', `<main><article>${HEAD}${wrap('p', REPORT.slice(0, 3))}<div class="x1"><h3>Morning letter</h3><p>The harbour in your inbox before breakfast, every working day.</p><form><input type="email"><button>Go</button></form></div>${wrap('p', REPORT.slice(3))}</article></main>`],
    ['above links to others', `<main><article>${HEAD}<div class="b">${ALL}<h3>Lies auch</h3><p><a href="/1">Harbour gets new crane after twenty years</a></p></div></article></main>`],
    ['from an element named promo', `<main>${HEAD}<div class="promo-story">${ALL}</div></main>`],
    ['from a footer', `<main>${HEAD}<footer>${ALL}</footer></main>`],
    ['from a form around the page', `<form id="page"><div>${HEAD}<div>${ALL}</div></div></form>`],
    ['from a list', `<main>${HEAD}<ul class="x">${wrap('li', REPORT)}</ul></main>`],
    ['from a table', `<table><tr><td>${HEAD}${ALL}</td><td><a href="/x">Other</a></td></tr></table>`],
    ['from divisions', `<main>${HEAD}<section>${wrap('div', REPORT)}</section></main>`],
    ['from details', `<main>${HEAD}<details><summary>More</summary>${ALL}</details></main>`],
    ['from a dialog with its headline', `<main><dialog open>${HEAD}${ALL}</dialog></main>`],
    ['from preformatted text', `<main>${HEAD}<pre>${REPORT.join('\n\n')}</pre></main>`],
    ["from a site's own elements", `<main>${HEAD}<x-body>${wrap('x-p', REPORT)}</x-body></main>`],
    ['from a quotation', `<main>${HEAD}<blockquote>${ALL}</blockquote></main>`],
    ['with a small hidden rest', `<main><article>${HEAD}<div class="b">${wrap('p', REPORT.slice(0, 4))}<div class="rest" style="display:none">${wrap('p', REPORT.slice(4))}</div></div></article></main>`],
    ['with a rest that a class hides', `<main><article>${HEAD}<div class="b">${wrap('p', REPORT.slice(0, 2))}<div class="hidden">${wrap('p', REPORT.slice(2))}</div></div></article></main>`],
  ])('%s', (_, body) => {
    expect(read(body)).toEqual(REPORT);
  }); // prettier-ignore

  it.each([
    ['in its description', `<main>${HEAD}<div class="zz">${OPEN_LEAD}</div><div class="b">${ALL}</div></main>`, OPEN_LEAD],
    ['in bold', `<main><article>${HEAD}<p><strong>${LEAD}</strong></p><div class="b">${ALL}</div></article></main>`, LEAD],
    ['named in another language', `<main><article><header>${HEAD}<div class="article__chapo">${OPEN_LEAD}</div></header><div class="b">${ALL}</div></article></main>`, OPEN_LEAD],
    ['above names and a picture', `<main><article>${HEAD}<h2 class="sub">${LEAD}</h2><div class="author">Ana Renn</div><time>2 March 2026</time><figure><img><figcaption>A pier</figcaption></figure><div class="b">${ALL}</div></article></main>`, LEAD],
    ['below a picture', `<main><article>${HEAD}<figure><img><figcaption>A pier on Monday.</figcaption></figure><p class="lead-in">${LEAD}</p><div class="b">${ALL}</div></article></main>`, LEAD],
    ['named in Italian', `<main><article>${HEAD}<h2 class="catenaccio">${OPEN_LEAD.replace('closed', 'shut')}</h2><div class="b">${ALL}</div></article></main>`, OPEN_LEAD.replace('closed', 'shut')],
    ['named in Danish', `<main><article>${HEAD}<div class="article__manchet">${OPEN_LEAD.replace('closed', 'shut')}</div><div class="b">${ALL}</div></article></main>`, OPEN_LEAD.replace('closed', 'shut')],
    ['outside the article', `<div class="head">${HEAD}<p class="standfirst">${LEAD}</p></div><article><div class="b">${ALL}</div></article>`, LEAD],
  ])('with its lead %s', (_, body, lead) => {
    expect(read(body)).toEqual([lead, ...REPORT]);
  }); // prettier-ignore

  it('with a lead of points', () => {
    const points = ['Both piers are closed.', 'Repairs take until April.'];
    const body = `<main><article>${HEAD}<ul class="summary">${wrap('li', points)}</ul><div class="b">${ALL}</div></article></main>`;
    expect(read(body)).toEqual([...points, ...REPORT]);
  });
});

it.each([
  'Officials said that 20% remains under water, while the rest was pumped dry in the spring.',
  'Passengers were told to sign in to continue with the next ferry, and that it is only for members.',
])('a short report is not taken for a locked one: %s', (sentence) => {
  const report = [...REPORT.slice(0, 3), sentence];
  expect(read(`<main>${HEAD}${wrap('p', report)}</main>`)).toEqual(report);
});

function wrap(tag: string, texts: readonly string[]): string {
  return texts.map((text) => `<${tag}>${text}</${tag}>`).join('\n');
}

function read(body: string): string[] {
  const head = `<title>${TITLE} - Post</title><meta property="og:type" content="article"><meta name="description" content="${OPEN_LEAD}">`;
  const result = parsePage({
    html: `<!doctype html><html><head>${head}</head><body>${body}</body></html>`,
  });
  return result.kind === 'article' ? result.article.text.split('\n\n') : [result.message];
}
