import { describe, expect, it } from 'vitest';
import { readBlocks } from '../../../src/article/page/page-blocks.ts';
import { findElement, named } from '../../../src/article/page/tree/find-elements.ts';
import { openPage } from '../../../src/article/page/tree/open-page.ts';
import { readLines } from '../../../src/article/page/facts/page-lines.ts';

const PARAGRAPH =
  '<p>The bridge at Port Alder was shut on Monday after inspectors had found cracks in two of its four main girders, the city said.</p>';

describe('the lines around a report say', () => {
  it.each([
    ['a day with two digits of its year, and a name', '<p>Mo 02.03.26 | 20:15 Uhr | Von Ana Renn</p>', { author: 'Ana Renn', day: '2026-03-02' }],
    ['a name beside a day', '<div>Ana Renn | 02.03.2026</div>', { author: 'Ana Renn', day: '2026-03-02' }],
    ['the day before that of a change', '<p>02.03.2026 - Güncelleme : 03.03.2026</p>', { day: '2026-03-02' }],
    ['the day behind that of a change', '<p>Updated 3 March 2026 Published 2 March 2026</p>', { day: '2026-03-02' }],
    ['a name before a dash', '<p>By Ana Renn - 2 March 2026</p>', { author: 'Ana Renn', day: '2026-03-02' }],
    ['a time with its zone', '<p>Published 2 March 2026 at 08.15 CET</p>', { day: '2026-03-02' }],
    ['a clock, which is no name', '<p>02.03.2026, 20:15 Uhr</p>', { day: '2026-03-02' }],
    ['a name after a label', '<p>Text: Ana Renn</p>', { author: 'Ana Renn' }],
    ['a name in letters without capitals', '<p>автор: Анна Ренн</p>', { author: 'Анна Ренн' }],
    ['only when it was changed', '<p>Aktualisiert: 03.03.2026</p>', {}],
    ['nothing but what a picture shows', '<figure><figcaption>The bridge, 1 March 2026</figcaption></figure>', {}],
    ['nothing', '<p>Two minutes to read</p>', {}],
  ])('%s', (_, line, { author, day }: { author?: string; day?: string }) => {
    const lines = read(`<h1>Bridge Shut</h1>${line}${PARAGRAPH}`);
    expect(lines.author).toBe(author);
    expect(lines.published?.iso.slice(0, 10)).toBe(day);
  }); // prettier-ignore

  it('a day and a name with labels at its end', () => {
    const list = '<ul><li><b>Datum</b> 02.03.2026</li><li><b>Autorin/Autor</b> Ana Renn</li></ul>';
    expect(read(`<h1>Bridge Shut</h1>${PARAGRAPH}${list}`)).toMatchObject({
      author: 'Ana Renn',
      published: { iso: '2026-03-02T00:00:00.000Z' },
    });
  });

  it('no day that the report itself names', () => {
    const { published } = read(`<h1>Bridge Shut</h1>${PARAGRAPH}<p>It opened on 3 May 1998.</p>`);
    expect(published).toBeUndefined();
  });
});

it.each([
  ['nl', '3 maart 2026 om 08:15'],
  ['sv', 'Publicerad 3 mars 2026 08.15'],
  ['pl', '3 marca 2026, 8:15'],
  ['cs', '3. března 2026 8:15'],
  ['tr', '3 Mart 2026 Salı 08:15'],
  ['hu', '2026. március 3. 08:15'],
  ['lt', '2026 m. kovo 3 d. 08:15'],
  ['ro', '3 martie 2026, 08:15'],
  ['el', '3 Μαρτίου 2026, 08:15'],
  ['uk', '3 березня 2026, 08:15'],
  ['hr', '3. ožujka 2026.'],
  ['ca', '3 de març de 2026'],
  ['he', '3 במרץ 2026'],
  ['hi', '3 मार्च 2026'],
  ['id', 'Selasa, 3 Maret 2026 08:15 WIB'],
  ['th', '3 มีนาคม 2569 08:15'],
  ['vi', 'Thứ ba, 3/3/2026, 08:15'],
  ['ja', '2026年3月3日 8時15分'],
  ['zh', '2026年03月03日 08:15'],
  ['ko', '입력 2026.03.03 08:15'],
])('a day in the words of the page: %s', (lang, line) => {
  const { published } = read(`<h1>Bridge Shut</h1><p>${line}</p>${PARAGRAPH}`, lang);
  expect(published).toMatchObject({ iso: '2026-03-03T00:00:00.000Z', dayOnly: true });
});

it.each([
  ['Teksti: Ana Renn', 'Ana Renn'],
  ['Írta: Ana Renn', 'Ana Renn'],
  ['Piše: Ana Renn', 'Ana Renn'],
  ['Пише: Ана Рен', 'Ана Рен'],
  ['Autorius: Ana Renn', 'Ana Renn'],
  ['Γράφει η Άννα Ρεν', 'Άννα Ρεν'],
  ['Penulis: Ana Renn', 'Ana Renn'],
  ['Oleh Ana Renn', 'Ana Renn'],
  ['Tác giả: Ana Renn', 'Ana Renn'],
  ['بقلم أحمد سالم', 'أحمد سالم'],
  ['نویسنده: احمد سالم', 'احمد سالم'],
  ['מאת דנה לוי', 'דנה לוי'],
  ['文・山田太郎', '山田太郎'],
  ['记者 王小明', '王小明'],
  ['김철수 기자', '김철수'],
  ['Words by Ana Renn', 'Ana Renn'],
  ['Reporting by Ana Renn; Editing by Tom Hale', 'Ana Renn'],
  ['Oleh karena itu', undefined],
  ['Text und Bild', undefined],
])('who wrote it: %s', (line, author) => {
  expect(read(`<h1>Bridge Shut</h1><p>${line}</p>${PARAGRAPH}`).author).toBe(author);
});

it.each([
  ['en', '3 marathon 2026 runners'],
  ['nl', 'Bijgewerkt: 4 maart 2026'],
  ['ja', '更新 2026年3月4日'],
])('no day of a change or of something else: %s', (lang, line) => {
  const lines = read(`<h1>Bridge Shut</h1><p>${line}</p>${PARAGRAPH}`, lang);
  expect(lines.published).toBeUndefined();
});

function read(html: string, lang?: string) {
  const page = openPage(`<html><body>${html}</body></html>`)!;
  return readLines(
    readBlocks(findElement(page, named('body'))!),
    findElement(page, named('h1')),
    lang,
  );
}
