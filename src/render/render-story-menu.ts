import { ComponentType } from 'discord-api-types/v10';
import type {
  APIActionRowComponent,
  APIComponentInMessageActionRow,
  APISelectMenuOption,
} from 'discord-api-types/v10';
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
  brief: 'Brief',
  timeline: 'Date by date',
  figures: 'Figures that differ',
  quotations: 'Who said what',
  coverage: 'Who reports it',
  articles: 'All articles',
} as const;

export type StoryView = keyof typeof STORY_VIEWS;

/** The views by name, in the order of menus. */
export const VIEW_NAMES = Object.keys(STORY_VIEWS).filter((name) => isView(name));

/** Whether a name is that of a view. */
export function isView(name: string | undefined): name is StoryView {
  return name !== undefined && Object.hasOwn(STORY_VIEWS, name);
}

/** A row with one menu. */
export type MenuRow = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Renders the row with the menu of views of a story, by the id of any of its articles. `state` is kept when one is chosen. */
export function renderViewMenu(
  articleId: string,
  current: StoryView,
  state: readonly string[] = [],
): MenuRow {
  const options = VIEW_NAMES.map((view) => ({
    label: STORY_VIEWS[view],
    value: view,
    default: view === current,
  }));
  return buildMenu({ id: ['story:view', articleId, ...state].join(':'), options });
}

/**
 * Renders the row with the menu "Open a story". The choice is answered by the command `/story`, to the
 * person who chose only. No row if there is no story; at most 25 stories, each once.
 */
export function renderStoryMenu(stories: readonly MenuStory[]): MenuRow[] {
  const options = listStories(stories)
    .slice(0, DISCORD_LIMITS.selectOptions)
    .map(({ storyId, headline }) => ({ label: headline, value: storyId }));
  if (options.length === 0) return [];
  return [buildMenu({ id: STORY_MENU_ID, placeholder: 'Open a story', options })];
}

/** The stories that a menu can offer, each once, with headlines that fit. */
export function listStories<T extends MenuStory>(stories: readonly T[]): T[] {
  const size = DISCORD_LIMITS.selectTextLength;
  const listed = new Map<string, T>();
  for (const story of stories) {
    const { storyId, headline } = story;
    if (storyId === '' || storyId.length > size || listed.has(storyId)) continue;
    listed.set(storyId, {
      ...story,
      headline: cutText(sanitizeLine(headline) || 'Untitled', size),
    });
  }
  return [...listed.values()];
}

interface Menu {
  readonly id: string;
  readonly placeholder?: string;
  readonly options: APISelectMenuOption[];
}

/** Builds a row with a menu of one choice. */
export function buildMenu({ id, placeholder, options }: Menu): MenuRow {
  return buildRow([
    {
      type: ComponentType.StringSelect,
      custom_id: id,
      ...(placeholder !== undefined && { placeholder }),
      options,
    },
  ]);
}
