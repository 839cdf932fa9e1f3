import type { CommandContext } from '../../../src/command/command.ts';
import { renderMaskedLink } from '../../../src/render/masked-link.ts';
import type { Message } from '../../../src/render/message.ts';
import { renderFigures } from '../../../src/render/facts/render-figures.ts';
import { renderQuotations } from '../../../src/render/facts/render-quotations.ts';
import { renderTimeline } from '../../../src/render/facts/render-timeline.ts';
import { renderLines } from '../../../src/render/render-lines.ts';
import {
  renderViewMenu,
  STORY_VIEWS,
  type StoryView,
} from '../../../src/render/render-story-menu.ts';
import type { Story } from '../../../src/story/story.ts';
import { readStory } from '../../shared/stories/read-story.ts';
import { describeCoverage } from './coverage-view.ts';
import { findDates } from './timeline-view.ts';
import { findSpeakers } from './quotations-view.ts';
import { findFigures } from './figures-view.ts';

/** The views as the option names them. */
export const VIEW_NAMES = [
  'brief',
  'timeline',
  'figures',
  'quotations',
  'coverage',
] as const satisfies StoryView[];

const HEADLINE_SIZE = 250;

export function isView(name: string | undefined): name is StoryView {
  return name !== undefined && Object.hasOwn(STORY_VIEWS, name);
}

/** Renders a view of a story other than its brief, with the menu of views. */
export async function renderOtherView(
  view: Exclude<StoryView, 'brief'>,
  opened: Story,
  context: CommandContext,
): Promise<Message> {
  const { headline, url } = await readStory(opened, undefined, context);
  return renderLines({
    heading: renderMaskedLink(headline, url, HEADLINE_SIZE),
    blocks: await READERS[view](opened, context),
    rows: [renderViewMenu(opened.id, view)],
  });
}

/** Reads the blocks of lines of a view. */
type ReadView = (opened: Story, context: CommandContext) => Promise<string[][]> | string[][];

const READERS: Readonly<Record<Exclude<StoryView, 'brief'>, ReadView>> = {
  coverage: describeCoverage,
  async timeline(opened, context) {
    const dates = await findDates(opened, context);
    return dates.length > 0
      ? renderTimeline(dates)
      : [['No timeline: the reports do not tell of two dates in sentences that stand alone.']];
  },
  async figures(opened, context) {
    const items = await findFigures(opened, context);
    return items.length > 0 ? renderFigures(items, context.now) : [NO_FIGURES];
  },
  async quotations(opened, context) {
    const speakers = await findSpeakers(opened, context);
    return speakers.length > 0
      ? renderQuotations(speakers, context.now)
      : [['No report names the speaker of a quotation of five words or more.']];
  },
};

const NO_FIGURES = [
  'No figures that differ.',
  '-# Counts of people and things are compared, and magnitudes of earthquakes, in English reports.',
];
