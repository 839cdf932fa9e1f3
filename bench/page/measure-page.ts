import type { Browser, Page } from 'playwright-core';
import { openTimed, type Drawn, type Transferred } from './open-timed.ts';

const ROUNDS = 30;

/** Commands as they are typed, each with words of its answer. */
const COMMANDS = [
  { line: '/latest ', words: 'Latest news' },
  { line: '/digest now ', words: 'News digest' },
  { line: '/search flood', words: 'flood' },
] as const;

/** The times of all rounds, in ms. */
export interface PageTimes {
  readonly opened: readonly Drawn[];
  readonly answers: readonly { readonly command: string; readonly drawn: readonly Drawn[] }[];
  readonly suggestions: readonly number[];
  readonly transferred: Transferred;
}

/** Opens the page again and again, then runs commands and types in one of them. */
export async function measurePage(browser: Browser, url: string): Promise<PageTimes> {
  const opened: Drawn[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const visit = await openTimed(browser, url);
    opened.push(visit.opened);
    await visit.close();
  }
  const { page, transferred, close } = await openTimed(browser, url);
  await page.waitForLoadState('networkidle');
  const atRest = transferred();
  const suggestions = await measureSuggestions(page);
  const answers = COMMANDS.map(({ line }) => ({ command: line.trim(), drawn: [] as Drawn[] }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, { line, words }] of COMMANDS.entries()) {
      answers[at]!.drawn.push(await measureAnswer(page, line, words));
    }
  }
  await close();
  return { opened, answers, suggestions, transferred: atRest };
}

async function measureAnswer(page: Page, line: string, words: string): Promise<Drawn> {
  await page.getByLabel(/^Message #/).focus();
  await page.keyboard.type(line);
  await page.getByRole('group', { name: /^Command / }).waitFor();
  const drawn = page.evaluate<Drawn>(`probe.message(probe.count(), ${JSON.stringify(words)})`);
  await page.keyboard.press('Enter');
  return await drawn;
}

async function measureSuggestions(page: Page): Promise<number[]> {
  await page.getByLabel(/^Message #/).focus();
  await page.keyboard.type('/summarize article');
  await page.keyboard.press('Enter');
  await page.getByRole('listbox').getByRole('option').first().waitFor();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const [typed = 'a'] = 'the bridge and the flood of a river'.replaceAll(' ', '')[round] ?? 'a';
    times.push(await pressAndWait(page, typed));
    await pressAndWait(page, 'Backspace');
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByLabel(/^Message #/).waitFor();
  return times;
}

async function pressAndWait(page: Page, key: string): Promise<number> {
  const shown = page.evaluate<number>('probe.suggestions()');
  await page.keyboard.press(key);
  return await shown;
}
