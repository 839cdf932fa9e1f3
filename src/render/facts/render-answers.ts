import type { DateBasis } from '../../article/article.ts';
import { isFirstSight } from '../render-byline.ts';
import {
  renderAttributed,
  renderMoment,
  type AttributedSentence,
  type StoryMoment,
} from '../render-story-parts.ts';
import { renderLine } from '../render-text.ts';

/** A sentence that answers a question, with its article. */
export interface AnswerItem extends AttributedSentence, StoryMoment {
  readonly headline: string;
  readonly dateBasis?: DateBasis | undefined;
}

const HEADLINE_SIZE = 150;

/** Renders answers, a block of two lines each: the sentence with its publishers, then when and in what article. */
export function renderAnswers(items: readonly AnswerItem[], now: Date): string[][] {
  return items.map((item) => [renderAttributed(item), `-# ${renderArticle(item, now)}`]);
}

function renderArticle(item: AnswerItem, now: Date): string {
  const moment = renderMoment(item, now);
  const dated = isFirstSight(item.dateBasis) ? `first seen ${moment}` : moment;
  const headline = renderLine(item.headline, HEADLINE_SIZE);
  return [dated, headline].filter((part) => part !== '').join(' · ');
}
