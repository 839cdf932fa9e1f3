import { Parser } from 'htmlparser2';
import { withinLimits } from './node-limits.ts';

/**
 * Returns the text of a piece of HTML: "Tom &amp; <i>Jerry</i>" → "Tom & Jerry". A piece that is too
 * large for a tree has none.
 */
export function textOfHtml(html: string): string {
  if (!/[&<]/u.test(html)) return html;
  const text = withinLimits((limits) => {
    let read = '';
    /** Where the script or style began that is open. */
    let unseenFrom = 0;
    const parser = new Parser(
      {
        onopentagname(name) {
          limits.open(name);
          if (UNSEEN.has(name)) unseenFrom = read.length;
        },
        onclosetag(name, isImplied) {
          limits.close();
          // "How the <script> tag works" isn't a script.
          if (UNSEEN.has(name) && !isImplied) read = read.slice(0, unseenFrom);
        },
        ontext(piece) {
          limits.text(piece);
          read += piece;
        },
        onattribute: (name, value) => limits.attribute(name, value),
        oncomment: () => limits.node(),
        onprocessinginstruction: () => limits.node(),
      },
      { decodeEntities: true },
    );
    parser.end(html);
    return read;
  });
  return text ?? '';
}

const UNSEEN: ReadonlySet<string> = new Set(['script', 'style']);
