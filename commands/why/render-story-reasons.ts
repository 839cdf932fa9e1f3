import type { ConsideredStory } from '../../src/digest/why/digest-trace.ts';
import { scoreStory, type StoryGauge } from '../../src/digest/score-story.ts';
import { describeFull } from '../../src/digest/why/judge-article.ts';
import type { StoppedArticle } from '../../src/digest/why/judge-story.ts';
import { findFailed } from '../../src/digest/why/stage.ts';
import { describeSpan } from '../../src/ingest/sources/describe-health.ts';
import { renderPublisher } from '../../src/render/render-story-parts.ts';
import { renderLine } from '../../src/render/render-text.ts';
import { renderReason, renderStages } from '../../src/render/why/render-stages.ts';
import type { ExplainedSentence } from '../../src/story/brief/explain-brief.ts';
import { countOf } from '../../src/text/count-of.ts';
import { describeDigest, describeVerdict } from './describe-digest.ts';
import type { ExplainedJoining, StoryExplanation } from './explain-story.ts';

const SIZES = { headline: 120, sentence: 300, words: 60 } as const;
const HOUR_MS = 3_600_000;
const MOST = { covers: 3, publishers: 4 } as const;

/** Renders why a story is in a digest or not, in blocks of markdown lines. */
export function renderStoryReasons(explanation: StoryExplanation): string[][] {
  const { digest, judgement, joining } = explanation;
  return [
    [...describeDigest(digest), `${describeVerdict(judgement.stages)}${tellPosition(explanation)}`],
    renderStages(judgement.stages),
    renderRank(explanation),
    renderSentences(explanation),
    renderJoining(joining),
    renderStopped(explanation),
  ];
}

/** The position of a story among those that are shown. */
function tellPosition({ digest: { shown }, judgement: { rank } }: StoryExplanation): string {
  const at = shown.findIndex(({ storyId }) => storyId === rank?.considered.story.id);
  if (at === -1) return '';
  const topic = shown[at]?.topic;
  const section = topic === undefined ? '' : `, on ${renderLine(topic, SIZES.headline)}`;
  return `, number ${at + 1} of ${shown.length}${section}`;
}

function renderRank({ digest, judgement: { rank }, before }: StoryExplanation): string[] {
  if (!rank) return [];
  const { trace } = digest;
  const { position, of, considered } = rank;
  // The score doesn't count if the latest come first.
  const describe = (gauge: StoryGauge): string =>
    `${trace.isLatest ? '' : `score ${gauge.score.toFixed(2)}: `}${describeGauge(gauge)}`;
  const next = before && scoreStory(before.story, trace.request.until);
  return [
    `**Rank: ${position} of ${of}**, ${describe(rank)}`,
    ...(next ? [`- after ${nameStory(before)}, ${describe(next)}`] : []),
    ...(considered.full ? [`- ${renderLine(describeFull(considered, trace), 300)}`] : []),
    trace.isLatest
      ? '-# The latest come first, because nothing fits in the window.'
      : '-# Stories of several voices come first, then the score counts. Copies of one text are one voice.',
  ];
}

function describeGauge({ voices, articles, ageHours }: StoryGauge): string {
  const age = describeSpan(ageHours * HOUR_MS);
  return `${countOf(voices, 'voice')}, ${countOf(articles, 'article')}, the last ${age} old`;
}

function nameStory({ story }: ConsideredStory): string {
  return `*${renderLine(story.current.at(-1)!.title, SIZES.headline)}*`;
}

function renderSentences({ sentences, articles }: StoryExplanation): string[] {
  if (sentences.length === 0) return [];
  return [
    '**Why these sentences**',
    ...sentences.map((sentence) => {
      const publisher = renderPublisher(articles.get(sentence.articleId) ?? {});
      return `- ${renderLine(sentence.text, SIZES.sentence)} ${publisher}: ${describeChoice(sentence)}`;
    }),
  ];
}

function describeChoice({ isOpening, isAnswer, covers }: ExplainedSentence): string {
  const shared = covers
    .slice(0, MOST.covers)
    .map(({ words, voices }) => `“${renderLine(words, SIZES.words)}” (${voices} voices)`);
  const reasons = [
    ...(isAnswer ? ['it is about the topic'] : []),
    ...(isOpening ? ['it opens its report'] : []),
    ...(shared.length > 0 ? [`it has ${shared.join(', ')}`] : []),
  ];
  return reasons.length > 0 ? reasons.join('; ') : 'it tells the most of its report';
}

/** Renders the strongest links of a story, or of one of its articles. */
export function renderJoining({ links, mean }: ExplainedJoining): string[] {
  if (links.length === 0) return [];
  const average =
    mean === undefined ? '' : `; two of its texts are ${percent(mean)} alike on average`;
  return [
    `**Why joined**${average}`,
    ...links.map(({ articles: [one, other], cosine, words }) => {
      const both = words.map((word) => renderLine(word, SIZES.words)).join(', ');
      const shared = both === '' ? '' : `, both have ${both}`;
      return `- ${renderPublisher(one)} and ${renderPublisher(other)}: ${percent(cosine)} alike${shared}`;
    }),
  ];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** Those that were stopped before the story was: the reason of the others is the story's own. */
function renderStopped({ judgement, articles }: StoryExplanation): string[] {
  const byStage = new Map<string, StoppedArticle[]>();
  const failed = findFailed(judgement.stages);
  for (const one of judgement.stopped.filter(({ stage }) => stage !== failed?.stage))
    byStage.set(one.stage, [...(byStage.get(one.stage) ?? []), one]);
  if (byStage.size === 0) return [];
  return [
    '**Reports that it is not told by**',
    ...[...byStage].map(([stage, stopped]) => {
      const [first, ...others] = stopped
        .slice(0, MOST.publishers)
        .map(({ id }) => renderPublisher(articles.get(id) ?? {}));
      const named = [`${first} (${renderReason(stopped[0]!.reason)})`, ...others].join(', ');
      const more = stopped.length - 1 - others.length;
      return `- ${stage}: ${named}${more > 0 ? ` and ${more} more` : ''}`;
    }),
  ];
}
