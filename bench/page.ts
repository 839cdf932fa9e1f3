import { openPage } from '@dateline/local-discord';
import { openBrowser } from '@dateline/local-discord/testing/open-browser';
import { startLocal } from '../tests/support/start-local.ts';
import { measurePage, type PageTimes } from './page/measure-page.ts';
import { measureStart } from './page/measure-start.ts';
import { percentile } from './support/percentile.ts';

/** The longest that a user should wait, and the most that a first visit should load. */
const TARGETS = { openedMs: 1_000, answeredMs: 300, transferredKb: 400 } as const;

/**
 * Prints how long users wait for the local Discord's page in a real browser, with the sample articles.
 * Times are taken inside the page, up to the frame after the one that shows the whole message.
 */
export async function run(): Promise<void> {
  await openPage();
  const browser = await openBrowser();
  try {
    const local = await startLocal();
    try {
      printPage(await measurePage(browser, local.url));
    } finally {
      await local.stop();
    }
  } finally {
    await browser.close();
  }
  print('\nms since the program started', 'address', 'articles', 'page served');
  for (const [name, isBuilt] of [
    ['page built first', false],
    ['page built before', true],
  ] as const) {
    const { shown, loaded, served } = await measureStart(isBuilt);
    print(name, ...[shown, loaded, served].map((ms) => ms.toFixed(0)));
  }
}

function printPage({ opened, answers, suggestions, transferred }: PageTimes): void {
  print('ms', 'median', 'p95', 'target', 'met');
  const { openedMs, answeredMs, transferredKb } = TARGETS;
  printTimes('address to first message', words(opened), openedMs);
  printTimes('… with its pictures decoded', pictures(opened), openedMs);
  for (const { command, drawn } of answers) {
    printTimes(`Enter to answer, ${command}`, words(drawn), answeredMs);
    if (pictures(drawn).some((ms, at) => ms !== words(drawn)[at]))
      printTimes('… with its pictures decoded', pictures(drawn), answeredMs);
  }
  printTimes('key to suggestions', suggestions, answeredMs);
  const { page, data, pictures: images } = transferred;
  print('\nkB transferred on the first visit', '', '', 'target', 'met');
  printSize('the page', page + data, transferredKb);
  printSize('… of it data', data);
  printSize('with the pictures of messages', page + data + images, transferredKb);
}

const words = (all: PageTimes['opened']): number[] => all.map((one) => one.words);
const pictures = (all: PageTimes['opened']): number[] => all.map((one) => one.pictures);

function printTimes(name: string, times: readonly number[], target: number): void {
  const [median, most] = [percentile(times, 0.5), percentile(times, 0.95)];
  print(name, median.toFixed(0), most.toFixed(0), String(target), yesOrNo(most <= target));
}

function printSize(name: string, bytes: number, target?: number): void {
  const kb = bytes / 1000;
  const goal = target === undefined ? [] : [String(target), yesOrNo(kb <= target)];
  print(name, kb.toFixed(0), '', ...goal);
}

function yesOrNo(isMet: boolean): string {
  return isMet ? 'yes' : 'no';
}

function print(name: string, ...cells: readonly string[]): void {
  console.log(name.padEnd(36) + cells.map((cell) => cell.padStart(12)).join(''));
}
