import { defineAction } from '../../src/command/command.ts';
import type { CommandContext, SlashCommand } from '../../src/command/command.ts';
import { parseOffset } from '../../src/command/page-buttons.ts';
import type { Message } from '../../src/render/message.ts';
import { parseViewChoice } from '../../src/render/story/render-direct-menus.ts';
import {
  isView,
  renderViewMenu,
  VIEW_NAMES,
  type StoryView,
} from '../../src/render/render-story-menu.ts';
import { renderStory } from '../../src/render/render-story.ts';
import type { Story } from '../../src/story/story.ts';
import { readStory } from '../shared/stories/read-story.ts';
import { describeLeftOut } from '../shared/stories/describe-left-out.ts';
import { NARROWING } from '../shared/narrowing/narrowing-options.ts';
import { readNarrowing } from '../shared/narrowing/read-narrowing.ts';
import { suggestLanguage } from '../shared/narrowing/suggest-language.ts';
import { findStory, openStory } from './find-story.ts';
import { decodeLanguages, encodeLanguages, type AskedLanguages } from './story-languages.ts';
import { renderArticles } from './views/articles-view.ts';
import { renderFacts } from './views/render-facts.ts';
import { suggestStories } from './suggest-stories.ts';

const LENGTH = { words: 100, sentences: 6, texts: 24, isConfirmed: true } as const;
const DESCRIPTION = 'Tells one story in sentences of several publishers, and lists its articles';

/** `/story`: one event as all of its publishers report it. Menus of stories in other messages open it too. */
export const story: SlashCommand = {
  kind: 'slash',
  name: 'story',
  description: DESCRIPTION,
  access: 'everyone',
  contexts: ['guild', 'bot-dm', 'private-channel'],
  action: defineAction({
    description: DESCRIPTION,
    options: {
      story: {
        type: 'string',
        description: 'Type some words of it, then choose',
        required: true,
        autocomplete: true,
        maxLength: 300,
      },
      view: {
        type: 'string',
        description: 'What to show of it; its brief if left out',
        choices: VIEW_NAMES,
      },
      language: NARROWING.language,
    },
    audience: 'channel',
    storesNothing: true,
    example: '/story story:earthquake',
    suggest: { story: suggestStories, language: suggestLanguage },
    run: async ({ story: typed, view = 'brief', language }, context) => {
      const asked =
        language === undefined ? undefined : readNarrowing({ language }, context).languages;
      return renderView(view, await findStory(typed, context, asked), context, asked);
    },
  }),
  components: {
    /** Of the buttons below a list of articles. */
    page: async ([offset, id = '', ...state], context) => {
      const asked = decodeLanguages(state);
      const opened = await openStory(id, context, asked);
      return renderArticles(opened, parseOffset(offset), context, asked);
    },
    view: async ([id = '', ...state], context, [view]) => {
      const asked = decodeLanguages(state);
      const opened = await openStory(id, context, asked);
      return renderView(isView(view) ? view : 'brief', opened, context, asked);
    },
  },
  replies: {
    /** Of `renderStoryMenu`, whose choice is a story, and of buttons "All 5 articles" of earlier messages. */
    open: async ([state = ''], context, [id]) =>
      id === undefined
        ? renderArticles(await openStory(state, context, undefined), 0, context, undefined)
        : renderView('brief', await openStory(id, context, undefined), context, undefined),
    /** Of `renderDirectMenus` and `renderOnlyStoryMenu`, whose choice is a view of a story, and of buttons, whose state is. */
    show: async (state, context, [choice = state.join(':')]) => {
      const { view, storyId } = parseViewChoice(choice);
      return renderView(view, await openStory(storyId, context, undefined), context, undefined);
    },
  },
};

async function renderView(
  view: StoryView,
  opened: Story,
  context: CommandContext,
  asked: AskedLanguages,
): Promise<Message> {
  if (view === 'articles') return renderArticles(opened, 0, context, asked);
  if (view !== 'brief') return renderFacts(view, opened, context, asked);
  return renderStory({
    ...(await readStory(opened, LENGTH, context)),
    now: context.now,
    note: describeLeftOut(opened),
    rows: [renderViewMenu(opened.id, 'brief', encodeLanguages(asked))],
  });
}
