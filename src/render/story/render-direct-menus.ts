import { DISCORD_LIMITS } from '../discord-limits.ts';
import {
  buildMenu,
  isView,
  listStories,
  STORY_VIEWS,
  VIEW_NAMES,
  type MenuRow,
  type MenuStory,
  type StoryView,
} from '../render-story-menu.ts';

/** A story of an edition. */
export interface EditionStory extends MenuStory {
  /** Its position in the edition, from 1. */
  readonly number: number;
}

/** A view of a story, as a choice of a menu names it. */
export interface ViewChoice {
  readonly view: StoryView;
  readonly storyId: string;
}

/** The `custom_id` of the menus whose choices are views of stories. Messages keep it for years, so it must not change. */
export const DIRECT_MENU_ID = 'story:show';

/** "Open a story" leads to the brief, so that the others have room in one menu for five stories. */
const DIRECT_VIEWS = VIEW_NAMES.filter((view) => view !== 'brief');
const STORIES_A_MENU = Math.floor(DISCORD_LIMITS.selectOptions / DIRECT_VIEWS.length);
/** With "Open a story", a message has no more rows than older messages may have. */
const MOST_MENUS = 4;

/** The `custom_id` of a button that opens a story, by the id of any of its articles. */
export function buildStoryButtonId(articleId: string): string {
  return `${DIRECT_MENU_ID}:brief:${articleId}`;
}

/**
 * Renders rows with menus that lead from an edition straight to one view of a story, five stories a menu. The
 * choice is answered by the command `/story`, to the person who chose only.
 */
export function renderDirectMenus(stories: readonly EditionStory[]): MenuRow[] {
  const listed = listStories(stories)
    .filter(({ storyId }) => fits(storyId))
    .slice(0, MOST_MENUS * STORIES_A_MENU);
  const rows: MenuRow[] = [];
  for (let from = 0; from < listed.length; from += STORIES_A_MENU) {
    const part = listed.slice(from, from + STORIES_A_MENU);
    rows.push(
      buildMenu({
        // Two menus of a message may not have one id.
        id: `${DIRECT_MENU_ID}:${from + 1}`,
        placeholder: `Open one view of ${describeNumbers(part)}`,
        options: part.flatMap((story) => DIRECT_VIEWS.map((view) => buildOption(view, story))),
      }),
    );
  }
  return rows;
}

/** Renders the row with the menu of all views of the only story of a message. No row if its id is too long. */
export function renderOnlyStoryMenu({ storyId }: Pick<MenuStory, 'storyId'>): MenuRow[] {
  if (storyId === '' || !fits(storyId)) return [];
  const options = VIEW_NAMES.map((view) => ({
    label: STORY_VIEWS[view],
    value: writeChoice({ view, storyId }),
  }));
  return [buildMenu({ id: DIRECT_MENU_ID, placeholder: 'Open this story', options })];
}

/** Reads the choice of such a menu; the brief if the view is not known. */
export function parseViewChoice(choice: string): ViewChoice {
  const colon = choice.indexOf(':');
  const view = choice.slice(0, Math.max(0, colon));
  return { view: isView(view) ? view : 'brief', storyId: choice.slice(colon + 1) };
}

function writeChoice({ view, storyId }: ViewChoice): string {
  return `${view}:${storyId}`;
}

function fits(storyId: string): boolean {
  return VIEW_NAMES.every(
    (view) => writeChoice({ view, storyId }).length <= DISCORD_LIMITS.selectTextLength,
  );
}

function buildOption(view: StoryView, { number, headline, storyId }: EditionStory) {
  return {
    label: `${number}. ${STORY_VIEWS[view]}`,
    value: writeChoice({ view, storyId }),
    description: headline,
  };
}

/** "story 6", "stories 1–5". */
function describeNumbers(stories: readonly EditionStory[]): string {
  const [first, last] = [stories[0]!.number, stories.at(-1)!.number];
  return first === last ? `story ${first}` : `stories ${first}–${last}`;
}
