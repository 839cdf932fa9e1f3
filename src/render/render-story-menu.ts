import { ComponentType } from 'discord-api-types/v10';
import type { APIActionRowComponent, APIComponentInMessageActionRow } from 'discord-api-types/v10';
import { buildRow } from './components.ts';
import { cutText } from './cut-text.ts';
import { DISCORD_LIMITS } from './discord-limits.ts';
import { sanitizeLine } from './sanitize-text.ts';

/** A story as a menu offers it. */
export interface MenuStory {
  /** The id of any of its articles. */
  readonly storyId: string;
  readonly headline: string;
}

/** The `custom_id` of every menu of stories. Messages keep it for years, so it must not change. */
export const STORY_MENU_ID = 'story:open';

/** The ways to look at a story, as a menu offers them. */
export const STORY_VIEWS = {
  brief: 'Brief and articles',
  timeline: 'Date by date',
  figures: 'Figures that differ',
  quotations: 'Who said what',
  coverage: 'Who reports it',
} as const;

export type StoryView = keyof typeof STORY_VIEWS;

/** Renders the row with the menu of views of a story, by the id of any of its articles. */
export function renderViewMenu(
  articleId: string,
  current: StoryView,
): APIActionRowComponent<APIComponentInMessageActionRow> {
  return buildRow([
    {
      type: ComponentType.StringSelect,
      custom_id: `story:view:${articleId}`,
      options: Object.entries(STORY_VIEWS).map(([value, label]) => ({
        label,
        value,
        default: value === current,
      })),
    },
  ]);
}

/** The `custom_id` of a button that opens a story, by the id of any of its articles. */
export function buildStoryButtonId(articleId: string): string {
  return `${STORY_MENU_ID}:${articleId}`;
}

/**
 * Renders the row with the menu "Open a story". The choice is answered by the command `/story`, to the
 * person who chose only. No row if there is no story; at most 25 stories, each once.
 */
export function renderStoryMenu(
  stories: readonly MenuStory[],
): APIActionRowComponent<APIComponentInMessageActionRow>[] {
  const size = DISCORD_LIMITS.selectTextLength;
  const labels = new Map<string, string>();
  for (const { storyId, headline } of stories) {
    if (storyId === '' || storyId.length > size || labels.has(storyId)) continue;
    labels.set(storyId, cutText(sanitizeLine(headline) || 'Untitled', size));
  }
  const options = [...labels]
    .slice(0, DISCORD_LIMITS.selectOptions)
    .map(([value, label]) => ({ label, value }));
  if (options.length === 0) return [];
  return [
    buildRow([
      {
        type: ComponentType.StringSelect,
        custom_id: STORY_MENU_ID,
        placeholder: 'Open a story',
        options,
      },
    ]),
  ];
}
