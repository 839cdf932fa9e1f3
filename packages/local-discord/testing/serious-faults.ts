import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds serious or critical on a page, or against one of its rules, in words; in shadow roots too. */
export async function seriousFaults(page: Page, ...rules: string[]): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
    return inPage.run();
  });
  return violations
    .filter(
      ({ id, impact }) => ['serious', 'critical'].includes(impact ?? '') || rules.includes(id),
    )
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
