import { describe, expect, it } from 'vitest';
import { readBlocks } from '../../../src/article/page/page-blocks.ts';
import { findElement, named } from '../../../src/article/page/tree/find-elements.ts';
import { openPage } from '../../../src/article/page/tree/open-page.ts';
import { trimTail } from '../../../src/article/page/trim-tail.ts';

const REPORT = [
  'Der Rat hat am Montag beschlossen, die Brücke zu sperren.',
  'Neun der dreizehn Mitglieder stimmten dafür.',
];

describe('below a report', () => {
  it.each([
    ['an agency', ['mit dpa']],
    ['agencies', ['(dpa/AFP)']],
    ['names after labels, and who they are', ['Redaktion: Anna Holm, Faktenprüfung: Peter Vik', 'Anna Holm berichtet seit 2011 aus Halvmo und schreibt über Brücken.']],
    ['who its author is', ['Ana Renn writes about bridges and lives at Port Alder.']],
    ['what somebody is', ['Jo Hale is a staff writer who covers the harbour.']],
  ])('%s is left out', (_, lines) => {
    expect(trim([...REPORT, ...lines])).toEqual(REPORT);
  }); // prettier-ignore

  it.each([
    ['a sentence about somebody else', 'Ingrid Solvang leitet den Rat seit 2011.'],
    ['a sentence with a colon', 'Redaktion und Rat sind sich einig: Die Brücke bleibt zu.'],
    ['a sentence that names an agency', 'Das berichtet die dpa aus Halvmo.'],
  ])('%s is kept', (_, line) => {
    expect(trim([...REPORT, line])).toEqual([...REPORT, line]);
  });
});

function trim(lines: readonly string[]): string[] {
  const page = openPage(`<body>${lines.map((line) => `<p>${line}</p>`).join('')}</body>`)!;
  return trimTail(readBlocks(findElement(page, named('body'))!), 'Ana Renn').map(
    ({ text }) => text,
  );
}
