import type { Suggest } from '../../src/command/command.ts';
import { cutText } from '../../src/render/cut-text.ts';
import { DISCORD_LIMITS } from '../../src/render/discord-limits.ts';
import { sanitizeLine } from '../../src/render/sanitize-text.ts';
import { takeTurn } from '../../src/slices.ts';
import { listSources } from '../../src/story/story.ts';
import { suggestedLanguages } from '../shared/narrowing/describe-usual.ts';
import { chooseStoryHeadline } from '../shared/stories/read-story.ts';
import { matchStories } from './find-story.ts';

/** Suggests stories by headline and by words, in the language that is asked for, else in those that are usual; the value is the id of an article. */
export const suggestStories: Suggest = async (typed, context, { language }) => {
  const languages = suggestedLanguages(language, context);
  const found = await matchStories(typed, context, languages);
  const choices: { name: string; value: string }[] = [];
  for (const story of found.slice(0, DISCORD_LIMITS.autocompleteChoices)) {
    await takeTurn();
    const headline = chooseStoryHeadline(story, context.locale)?.text ?? '';
    const name = labelStory(headline, listSources(story.articles).length);
    choices.push({ name, value: story.id });
  }
  return choices;
};

/** "Headline · 5 publishers", or the headline alone when both are too long. */
function labelStory(headline: string, publisherCount: number): string {
  const line = sanitizeLine(headline) || 'Untitled';
  const whole = publisherCount > 1 ? `${line} · ${publisherCount} publishers` : line;
  return whole.length <= DISCORD_LIMITS.choiceLength
    ? whole
    : cutText(line, DISCORD_LIMITS.choiceLength);
}
