import { openPage } from '@dateline/local-discord';
import { openBrowser } from '@dateline/local-discord/testing/open-browser';
import { startLocal } from '../tests/support/start-local.ts';
import { measurePage, type PageTimes } from './page/measure-page.ts';
import { measureStart } from './page/measure-start.ts';
import { percentile } from './support/percentile.ts';

/** What a person in front of the page should not have to wait for longer, and load more than. */
const TARGETS = { openedMs: 1_000, answeredMs: 300, transferredKb: 400 } as const;

/**
 * Prints how long the local Discord's page keeps people waiting in a real browser, over the sample
 * articles: timed within the page, until the frame after the one in which the whole message stands.
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
  print('\nms from the start of the program', 'address', 'articles', 'page served');
  for (const [name, isBuilt] of [
    ['page to build', false],
    ['page built', true],
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
  print('\nkB transferred at the first visit', '', '', 'target', 'met');
  printSize('the page', page + data, transferredKb);
  printSize('… of it what the Discord told', data);
  printSize('with the pictures of messages', page + data + images, transferredKb);
}

const words = (all: PageTimes['opened']): number[] => all.map((one) => one.words);
const pictures = (all: PageTimes['opened']): number[] => all.map((one) => one.pictures);

function printTimes(name: string, times: readonly number[], target: number): void {
  const [median, most] = [percentile(times, 0.5), percentile(times, 0.95)];
  print(name, median.toFixed(0), most.toFixed(0), String(target), tell(most <= target));
}

function printSize(name: string, bytes: number, target?: number): void {
  const kb = bytes / 1000;
  const goal = target === undefined ? [] : [String(target), tell(kb <= target)];
  print(name, kb.toFixed(0), '', ...goal);
}

function tell(isMet: boolean): string {
  return isMet ? 'yes' : 'no';
}

function print(name: string, ...cells: readonly string[]): void {
  console.log(name.padEnd(36) + cells.map((cell) => cell.padStart(12)).join(''));
}
