import { Parser } from 'htmlparser2';
import { PAGE_LIMITS } from './explain-page.ts';

/**
 * Whether a page's tree would be too large or too deep to be built. Reads the page once, up to the
 * limit. A tree that exhausts a thread's memory can end the whole process, whatever the thread's own
 * limit is.
 */
export function exceedsLimits(html: string): boolean {
  let nodes = 0;
  let depth = 0;
  let shownChars = 0;
  let isShown = true;
  const count = (): void => {
    nodes += 1;
    if (nodes > PAGE_LIMITS.maxNodes) throw BEYOND_LIMITS;
  };
  const parser = new Parser(
    {
      onopentag(name) {
        count();
        depth += 1;
        isShown = name !== 'script' && name !== 'style';
        if (depth > PAGE_LIMITS.maxDepth) throw BEYOND_LIMITS;
      },
      onclosetag() {
        depth -= 1;
        isShown = true;
      },
      onattribute(name, value) {
        count();
        if (value.length > PAGE_LIMITS.maxValueChars && READ.has(name.toLowerCase()))
          throw BEYOND_LIMITS;
      },
      oncomment: count,
      onprocessinginstruction: count,
      ontext(text) {
        count();
        if (isShown) shownChars += text.length;
        if (shownChars > PAGE_LIMITS.maxShownChars) throw BEYOND_LIMITS;
      },
    },
    { decodeEntities: true },
  );
  try {
    parser.end(html);
  } catch (error) {
    if (error !== BEYOND_LIMITS) throw error;
    return true;
  }
  return false;
}

/** Attributes whose words are read. Others, such as a picture's data, are only kept. */
const READ: ReadonlySet<string> = new Set(['content', 'class', 'id', 'title', 'alt', 'datetime']);

/** Stops the parser from inside, which it has no other way to do. */
const BEYOND_LIMITS = new Error('too many nodes, too deep or too much text');
