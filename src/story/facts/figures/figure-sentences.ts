import type { Reading } from '../../../summary/reading/reading.ts';

/** A sentence of an article of a story. */
export interface FigureSentence {
  readonly articleId: string;
  /** Copies of one text have one voice. */
  readonly voice: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** UTF-16 offsets in the article's text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** An article of a story, read. */
interface FigureArticle extends Pick<FigureSentence, 'articleId' | 'voice' | 'at'> {
  readonly reading: Reading;
}

/** Lists the sentences of articles in which figures are read: those of English reports, without captions. */
export function listFigureSentences(articles: readonly FigureArticle[]): FigureSentence[] {
  return articles
    .filter(({ reading }) => reading.lang === 'en')
    .flatMap(({ reading, ...article }) =>
      reading.sentences
        .filter(({ isCaption }) => !isCaption)
        .map(({ start, end, text }) => ({ ...article, start, end, text })),
    );
}
