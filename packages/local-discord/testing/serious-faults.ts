import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Lists axe's serious and critical violations on a page, and all violations of the given rules. */
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
