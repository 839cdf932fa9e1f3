import { leadingEnd, leadsOn, linksOn } from './leads-on.ts';
import type { HtmlText } from './html-to-text.ts';

/** A text without the footer that its publishing system added. */
export interface BareText extends HtmlText {
  /** Whether a line of the footer linked to the rest of the article. */
  readonly pointsOn: boolean;
}

/** How many paragraphs are examined, from the end. */
const MAX_FOOTERS = 3;

/**
 * Removes the last paragraphs if they aren't part of the report: "The post … appeared first on …",
 * and links to the rest of the article.
 */
export function withoutFooter(given: HtmlText, title = ''): BareText {
  const paragraphs = given.text.split('\n\n');
  let pointsOn = false;
  for (let count = 0; count < MAX_FOOTERS; count += 1) {
    const last = paragraphs.at(-1) ?? '';
    if (last.length > MAX_FOOTER_CHARS || !isFooter(last, paragraphs.length > 1 ? title : ''))
      break;
    pointsOn ||= leadsOn(last);
    paragraphs.pop();
  }
  const end = leadingEnd(paragraphs.at(-1) ?? '');
  if (end !== undefined) paragraphs.push(paragraphs.pop()!.slice(0, -end.length));
  pointsOn ||= end !== undefined;
  const text = paragraphs.join('\n\n');
  if (text.length === given.text.length) return { ...given, pointsOn };
  return {
    ...given,
    text,
    pointsOn,
    subheads: given.subheads.filter((each) => each.start < text.length),
  };
}

const MAX_FOOTER_CHARS = 400;
/** What stands around the headline in the line that names it and its publisher, in characters. */
const MAX_AROUND_CHARS = 120;

function isFooter(paragraph: string, title: string): boolean {
  return linksOn(paragraph) || SYNDICATED.test(paragraph) || namesHeadline(paragraph, title);
}

/**
 * Whether the last paragraph is nothing but the headline with a few words around it: "The post … first appeared on …"
 * in any language.
 */
function namesHeadline(paragraph: string, title: string): boolean {
  const isLong = title.length >= 15 && title.includes(' ');
  if (!isLong || paragraph.length > title.length + MAX_AROUND_CHARS) return false;
  return paragraph.includes(title) && paragraph.length > title.length;
}

/** The line that WordPress adds to every entry, in its most common languages. Each begins and goes on as here. */
const SYNDICATED = new RegExp(
  [
    String.raw`^the post\b.{0,300} (?:first appeared|appeared first) on\b`,
    String.raw`^der beitrag\b.{0,300} (?:erschien|ist) zuerst (?:auf|erschienen)\b`,
    String.raw`^(?:l[’']article|cet article)\b.{0,300} est apparu en premier sur\b`,
    String.raw`^la entrada\b.{0,300} (?:se publicó|apareció|aparece) primero en\b`,
    String.raw`^l[’']entrada\b.{0,300} ha aparegut primer a\b`,
    String.raw`^(?:l[’']articolo|il post)\b.{0,300} (?:proviene da|sembra essere il primo su|è apparso per la prima volta su)\b`,
    String.raw`^o (?:post|conteúdo|artigo)\b.{0,300} (?:apareceu|aparece|apareceu originalmente) primeiro em\b`,
    String.raw`^(?:het bericht|dit bericht)\b.{0,300} (?:verscheen eerst op|is geplaatst op)\b`,
    String.raw`^(?:inlägget|indlægget|innlegget)\b.{0,300} (?:dök först upp på|blev først udgivet på|dukket først opp på)`,
    String.raw`^artikkeli\b.{0,300} julkaistiin ensin`,
    String.raw`^(?:artykuł|wpis) .{0,300} pochodzi z serwisu\b`,
    String.raw`^(?:příspěvek|príspevok)(?!\p{L}).{0,300} (?:se nejdříve objevil|pochází z|zobrazený najskôr)`,
    String.raw`^articolul\b.{0,300} apare prima dată în\b`,
    String.raw`^az? .{0,200} bejegyzés először .{0,200} jelent meg`,
    String.raw`^το άρθρο .{0,300} εμφανίστηκε πρώτα στο`,
    String.raw`^(?:сообщение|запись)(?!\p{L}).{0,300} (?:появил[аи]с[ьи] сначала на|впервые появил[аи]с[ья])`,
    String.raw`^(?:запис|допис)(?!\p{L}).{0,300} (?:спершу|вперше) з[’']явився (?:на|в)`,
    String.raw`^публикацията .{0,300} се появи първо`,
    String.raw` (?:yazısı )?ilk önce .{0,300} (?:üzerinde )?ortaya çıktı`,
    String.raw`^(?:artikel|postingan) .{0,300} (?:pertama kali (?:tampil|muncul)|muncul pertama kali) (?:pada|di)\b`,
    String.raw`^bài viết .{0,300} (?:đã xuất hiện đầu tiên|xuất hiện lần đầu)`,
    String.raw`^(?:ظهرت المقالة|التدوينة|المقالة) .{0,300} (?:أولاً على|ظهرت أولاً على)`,
    String.raw`^نوشته .{0,300} اولین بار در .{0,300} پدیدار شد`,
    String.raw`^הפוסט .{0,300} הופיע לראשונה`,
    String.raw`^投稿 .{0,300} に最初に表示されました`,
    String.raw`最先出现(?:在|于)|最早出現於`,
    String.raw`게시물이 .{0,300}에 처음 등장했습니다`,
  ].join('|'),
  'iu',
);
