import type { DigestStory } from '../digest/digest.ts';
import { buildPanel, buildText } from './components.ts';
import { buildStoryBlock } from './digest-blocks.ts';
import { DISCORD_LIMITS } from './discord-limits.ts';
import { fitBlocks } from './fit-blocks.ts';
import type { Message } from './message.ts';
import { renderOnlyStoryMenu } from './story/render-direct-menus.ts';

/** Renders one story of an edition as a message of the edition's thread. `mark` identifies the message. */
export function renderEditionStory(story: DigestStory, mark: string): Message {
  const { articleId, articleIds } = story;
  const footer = `-# ${mark}`;
  const [text = ''] = fitBlocks(
    [buildStoryBlock(story)],
    DISCORD_LIMITS.componentTextLength - footer.length,
  );
  return buildPanel(
    [buildText(text), buildText(footer)],
    articleIds.length > 1 ? renderOnlyStoryMenu({ storyId: articleId }) : [],
  );
}
