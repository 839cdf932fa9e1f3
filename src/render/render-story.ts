import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { buildPanel, buildSeparator, buildText } from './components.ts';
import { DISCORD_LIMITS } from './discord-limits.ts';
import { fitBlocks } from './fit-blocks.ts';
import type { Message } from './message.ts';
import type { StoryItem } from './render-story-list.ts';
import { renderAttributed, renderStoryHead } from './render-story-parts.ts';

/** The brief of a story: its headline, how large it is, and sentences of its articles. */
export interface StoryBrief extends Omit<StoryItem, 'storyId'> {
  readonly now: Date;
  /** What is not shown of the story, in trusted Markdown. */
  readonly note?: string | undefined;
  /** Rows below the sentences. */
  readonly rows: readonly APIMessageTopLevelComponent[];
}

/** Renders the brief of a story, as many of its sentences as there is room for. */
export function renderStory({ sentences, now, rows, ...story }: StoryBrief): Message {
  const head = renderStoryHead(story, now);
  const brief = fitBlocks(
    [{ head: '', sentences: sentences.map(renderAttributed), joiner: '\n', foot: '' }],
    DISCORD_LIMITS.componentTextLength - head.length,
  ).filter((text) => text !== '');
  return buildPanel(
    [buildText(head), ...brief.flatMap((text) => [buildSeparator(), buildText(text)])],
    rows,
  );
}
