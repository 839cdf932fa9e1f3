import type { PageFault } from '../../article/page/explain-page.ts';

/** Records each attempt to read a page, so that no page ends the program twice. */
export interface PageAttempts {
  /** Records that the page behind `link` is about to be read. Resolves to a fault if it must not be. */
  begin(link: string): Promise<PageFault | undefined>;
  /** Records that the program outlived it. */
  end(link: string): Promise<void>;
}
