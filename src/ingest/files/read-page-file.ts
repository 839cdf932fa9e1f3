import { PAGE_LIMITS } from '../../article/page/explain-page.ts';
import { buildPageItem } from '../../article/page/page-item.ts';
import type { DocumentFacts, ParsedItem } from '../../article/parsed-item.ts';
import type { PageReader } from '../../web/pages/page-reader.ts';

/** The article of a saved web page. A file that is longer than any page is not read to its end. */
export async function readPageFile(
  chunks: AsyncIterable<Buffer>,
  about: DocumentFacts,
  pages: PageReader,
): Promise<ParsedItem> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    bytes += chunk.length;
    if (bytes > PAGE_LIMITS.maxHtmlBytes) break;
  }
  return buildPageItem(await pages.read(Buffer.concat(parts)), about);
}
