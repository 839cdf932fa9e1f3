import { decodeDocument } from '../../article/decode-document.ts';
import { pageFault } from '../../article/page/explain-page.ts';
import { parsePage, type PageResult } from '../../article/page/parse-page.ts';
import type { PageJob } from './page-job.ts';
import { sniffBytes } from '../../article/sniff-bytes.ts';

/** How many bytes distinguish a page from an image or a PDF. */
const SNIFF_BYTES = 1024;

/** Reads the article of a page, given as bytes or text. A stack overflow means that the page is nested too deeply. */
export function parsePageBytes({ page, url, contentType }: PageJob): PageResult {
  if (contentType !== undefined && NOT_A_PAGE.test(contentType)) return notAPage(contentType);
  try {
    if (typeof page === 'string') return parsePage({ html: page, url });
    const sniffed = sniffBytes(page.subarray(0, SNIFF_BYTES));
    if (sniffed.kind === 'binary') {
      return pageFault('not-a-page', `This is ${sniffed.what}, and only web pages can be read.`);
    }
    return parsePage({ html: decodeDocument(page, contentType).text, url });
  } catch (error) {
    if (error instanceof RangeError) return pageFault('too-large');
    throw error;
  }
}

const NOT_A_PAGE =
  /^\s*(?:application\/(?:pdf|zip|json|octet-stream|msword|vnd\.)|image\/|audio\/|video\/|font\/)/iu;

function notAPage(contentType: string): PageResult {
  const kind = /pdf/iu.test(contentType)
    ? 'a PDF document'
    : /image/iu.test(contentType)
      ? 'a picture'
      : /audio|video/iu.test(contentType)
        ? 'a recording'
        : 'a file';
  return pageFault('not-a-page', `This is ${kind}, and only web pages can be read.`);
}
