import type { Feed, FeedEntry } from '../../src/article/feed/feed.ts';
import { runAtOnce } from '../../src/slices.ts';
import { readXml } from '../../src/article/feed/read-xml.ts';
import { childrenOf, type XmlNode } from '../../src/article/feed/xml-node.ts';
import {
  isEmpty,
  resolve,
  sameEncoding,
  sameInstant,
  sameLang,
  sameName,
  sameText,
  sameUrl,
} from './compare-feed-values.ts';
import { parseExpectation, type Operand, type PythonValue } from './parse-expectation.ts';

/** The subject of an expectation. */
export type Subject =
  | 'title' | 'link' | 'id' | 'content' | 'author' | 'dates' | 'language' | 'base' | 'encoding'
  | 'section' | 'entries'; // prettier-ignore

/** Whether a clause of an expectation holds, and its subject. */
export interface ClauseOutcome {
  readonly subject: Subject;
  readonly holds: boolean;
  readonly expected: string;
  readonly found: string;
}

/** The document itself, to check attributes of its elements. */
export interface CheckedDocument {
  readonly text: string;
  readonly url: string;
}

/** Checks a feed as read against an expectation. Clauses about things that no article needs are left out. */
export function checkFeed(
  expression: string,
  feed: Feed,
  document?: CheckedDocument,
): ClauseOutcome[] {
  return parseExpectation(expression).flatMap((clause): ClauseOutcome[] => {
    if (clause.kind === 'unread') return [];
    if (clause.kind === 'absent') {
      const actual = findActual(clause.path, feed, document);
      return actual ? [outcome(actual, null)] : [];
    }
    const value = clause.operands.find((each) => each.kind === 'value');
    if (value?.kind !== 'value') return [];
    return clause.operands.flatMap((operand: Operand) => {
      if (operand.kind === 'value') return [];
      const actual = findActual(operand.path, feed, document);
      return actual ? [outcome(actual, value.value)] : [];
    });
  });
}

interface Actual {
  readonly subject: Subject;
  readonly value: string | number | undefined;
  readonly same: (expected: PythonValue, found: string) => boolean;
}

function outcome({ subject, value, same }: Actual, expected: PythonValue): ClauseOutcome {
  const isNothing = value === undefined || value === '';
  const holds = isNothing ? isEmpty(expected) : !isEmpty(expected) && same(expected, String(value));
  return {
    subject,
    holds,
    expected: JSON.stringify(expected),
    found: JSON.stringify(value ?? null),
  };
}

function findActual(
  path: readonly (string | number)[],
  feed: Feed,
  document: CheckedDocument | undefined,
): Actual | undefined {
  const [first, second, ...rest] = path;
  if (first === 'encoding' && path.length === 1) {
    return { subject: 'encoding', value: feed.encoding, same: sameEncoding };
  }
  if (first === 'len' || first === 'ord') return undefined;
  if (first === 'feed' && typeof second === 'string') {
    return feedField(second, rest, feed) ?? elementField('feed', 0, second, rest, document);
  }
  if (first !== 'entries' || typeof second !== 'number') return undefined;
  const entry = feed.entries[second];
  const [name, ...below] = rest;
  if (typeof name !== 'string') return undefined;
  if (!entry) return { subject: 'entries', value: undefined, same: () => false };
  return (
    entryField(name, below, entry, document?.url) ??
    elementField('entry', second, name, below, document)
  );
}

function feedField(
  name: string,
  below: readonly (string | number)[],
  feed: Feed,
): Actual | undefined {
  if (isValueOf('title', name, below))
    return { subject: 'title', value: feed.title, same: sameText };
  if (name === 'link') return { subject: 'link', value: feed.homeUrl, same: sameUrl };
  if (name === 'links' && (below.join() === '0,href' || below.join() === '0')) {
    return { subject: 'link', value: feed.homeUrl ?? feed.selfUrl, same: sameUrl };
  }
  if (name === 'language') return { subject: 'language', value: feed.lang, same: sameLang };
  return undefined;
}

function entryField(
  name: string,
  below: readonly (string | number)[],
  entry: FeedEntry,
  base: string | undefined,
): Actual | undefined {
  if (isValueOf('title', name, below))
    return { subject: 'title', value: entry.title, same: sameText };
  if (name === 'link' || (name === 'links' && (below.at(-1) === 'href' || below.join() === '0'))) {
    return { subject: 'link', value: entry.url, same: sameUrl };
  }
  if (name === 'id' || name === 'guid') {
    return {
      subject: 'id',
      value: entry.id,
      same: (a, b) => a === b || sameUrl(a, resolve(b, base)),
    };
  }
  if (name === 'content' && below.join() === '0,value') {
    return { subject: 'content', value: entry.text, same: sameText };
  }
  if (isValueOf('summary', name, below) || isValueOf('description', name, below)) {
    return { subject: 'content', value: entry.summary ?? entry.text, same: sameText };
  }
  if (
    (name === 'author' && below.length === 0) ||
    (name === 'author_detail' && below[0] === 'name') ||
    (name === 'authors' && below[1] === 'name')
  ) {
    return { subject: 'author', value: entry.author, same: sameName };
  }
  if (/^(?:published|created)(?:_parsed)?$/u.test(name)) {
    return { subject: 'dates', value: entry.publishedAt, same: sameInstant };
  }
  if (/^updated(?:_parsed)?$/u.test(name)) {
    return { subject: 'dates', value: entry.updatedAt ?? entry.publishedAt, same: sameInstant };
  }
  if (name === 'language') return { subject: 'language', value: entry.lang, same: sameLang };
  if (name === 'category' || (name === 'tags' && below.join() === '0,term')) {
    return { subject: 'section', value: entry.section, same: sameText };
  }
  return undefined;
}

/** Matches `title` and `title_detail.value`. */
function isValueOf(name: string, given: string, below: readonly (string | number)[]): boolean {
  return (
    (given === name && below.length === 0) || (given === `${name}_detail` && below[0] === 'value')
  );
}

/** The base and language of an element, which aren't among a feed's fields. */
function elementField(
  holder: 'feed' | 'entry',
  index: number,
  name: string,
  below: readonly (string | number)[],
  document: CheckedDocument | undefined,
): Actual | undefined {
  const what = below.at(-1);
  const element = name.replace(/_detail$/u, '');
  if (!document) return undefined;
  if ((what !== 'base' && what !== 'language') || !(element in ELEMENTS)) return undefined;
  const node = findElement(
    runAtOnce(readXml(document.text, document.url)),
    holder,
    index,
    ELEMENTS[element]!,
  );
  if (what === 'base') return { subject: 'base', value: node?.base, same: sameUrl };
  return { subject: 'language', value: node?.lang, same: sameLang };
}

const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  title: ['title'],
  summary: ['summary', 'description', 'abstract'],
  content: ['content', 'content:encoded', 'fullitem', 'xhtml:body', 'body'],
  copyright: ['copyright', 'rights'],
  info: ['info'],
  tagline: ['tagline'],
};

function findElement(
  root: XmlNode | undefined,
  holder: 'feed' | 'entry',
  index: number,
  names: readonly string[],
): XmlNode | undefined {
  const all: XmlNode[] = [];
  const visit = (node: XmlNode): void => {
    const wanted = holder === 'feed' ? ['channel', 'feed'] : ['item', 'entry'];
    if (wanted.includes(node.name)) all.push(node);
    for (const child of node.children) if (typeof child !== 'string') visit(child);
  };
  if (root) visit(root);
  const found = all[index];
  return found && childrenOf(found, ...names)[0];
}
