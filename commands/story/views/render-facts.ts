import type { CommandContext } from '../../../src/command/command.ts';
import { renderMaskedLink } from '../../../src/render/masked-link.ts';
import { DISCORD_LIMITS } from '../../../src/render/discord-limits.ts';
import type { Message } from '../../../src/render/message.ts';
import { renderFigures } from '../../../src/render/facts/render-figures.ts';
import { renderQuotations } from '../../../src/render/facts/render-quotations.ts';
import { renderTimeline, type TimelineItem } from '../../../src/render/facts/render-timeline.ts';
import { drawStoryTimeline } from '../../../src/render/picture/story/story-timeline.ts';
import { renderLines } from '../../../src/render/render-lines.ts';
import { renderViewMenu, type StoryView } from '../../../src/render/render-story-menu.ts';
import type { Story } from '../../../src/story/story.ts';
import { describeLeftOut } from '../../shared/stories/describe-left-out.ts';
import { encodeLanguages, type AskedLanguages } from '../story-languages.ts';
import { readStory } from '../../shared/stories/read-story.ts';
import { describeCoverage } from './coverage-view.ts';
import { findDates, fitDates } from './timeline-view.ts';
import { findSpeakers } from './quotations-view.ts';
import { findFigures } from './figures-view.ts';
import type { ViewContent } from './view-content.ts';

/** A view of what the articles of a story say about each other. */
type FactsView = Exclude<StoryView, 'brief' | 'articles'>;

const HEADLINE_SIZE = 250;
/** Room for what stands around the heading and the lines. */
const RESERVED = 50;

/** Renders what the articles of a story say about each other in one view, with the menu of views. */
export async function renderFacts(
  view: FactsView,
  opened: Story,
  context: CommandContext,
  asked: AskedLanguages,
): Promise<Message> {
  const { headline, url } = await readStory(opened, undefined, context);
  const heading = renderMaskedLink(headline, url, HEADLINE_SIZE);
  const note = describeLeftOut(opened);
  const room = DISCORD_LIMITS.componentTextLength - heading.length - (note?.length ?? 0) - RESERVED;
  const { blocks, picture } = await READERS[view](opened, context, room);
  return renderLines({
    heading,
    blocks: [...blocks, ...(note === undefined ? [] : [[`-# ${note}`]])],
    ...(picture && { picture, isPictureFirst: true }),
    rows: [renderViewMenu(opened.id, view, encodeLanguages(asked))],
  });
}

/** Reads a view. `room` is that of its lines, in characters. */
type ReadView = (opened: Story, context: CommandContext, room: number) => Promise<ViewContent>;

const READERS: Readonly<Record<FactsView, ReadView>> = {
  coverage: describeCoverage,
  async timeline(opened, context, room) {
    // The picture shows the dates that the lines have.
    const dates = fitDates(await findDates(opened, context), room, measureDate);
    if (dates.length === 0) return { blocks: [[NO_TIMELINE]] };
    const picture = drawStoryTimeline({
      dates: dates.map(({ date }) => date),
      articles: opened.articles,
      now: context.now,
    });
    return { blocks: renderTimeline(dates), picture };
  },
  async figures(opened, context) {
    const items = await findFigures(opened, context);
    return { blocks: items.length > 0 ? renderFigures(items, context.now) : [NO_FIGURES] };
  },
  async quotations(opened, context) {
    const speakers = await findSpeakers(opened, context);
    return {
      blocks: speakers.length > 0 ? renderQuotations(speakers, context.now) : [[NO_QUOTATIONS]],
    };
  },
};

/** The size of the lines of a date, with their line breaks. */
function measureDate(date: TimelineItem): number {
  return renderTimeline([date]).flat().join('\n').length + 1;
}

const NO_TIMELINE =
  'No timeline: the reports do not tell of two dates in sentences that stand alone.';
const NO_FIGURES = [
  'No figures that differ.',
  '-# Counts of people and things are compared, and magnitudes of earthquakes, in English reports.',
];
const NO_QUOTATIONS = 'No report names the speaker of a quotation of five words or more.';
