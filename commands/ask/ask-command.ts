import { defineAction } from '../../src/command/command.ts';
import type { CommandContext, SlashCommand } from '../../src/command/command.ts';
import type { ParsedNarrowing } from '../../src/index/narrowing/narrowing.ts';
import { renderAnswers } from '../../src/render/facts/render-answers.ts';
import type { Message } from '../../src/render/message.ts';
import { renderStoryMenu } from '../../src/render/render-story-menu.ts';
import { renderLines } from '../../src/render/render-lines.ts';
import { renderLine } from '../../src/render/render-text.ts';
import { languageName } from '../../src/text/language-names.ts';
import { parseQuestion } from '../../src/story/facts/answers/parse-question.ts';
import { describeList } from '../shared/narrowing/describe-list.ts';
import { NARROWING, SINCE, SUGGEST_NARROWING } from '../shared/narrowing/narrowing-options.ts';
import { readNarrowing } from '../shared/narrowing/read-narrowing.ts';
import { buildNothingFound } from '../shared/nothing-found.ts';
import { confirmAnswers } from './confirm-answers.ts';
import { ANSWERS_SHOWN, findAnswers } from './find-answers.ts';

const QUESTION_SIZE = 250;
const DESCRIPTION = 'Answers a question in dated sentences of articles, and says who confirms them';

/** `/ask`: the sentences of stored articles that answer a question, or that nothing does. */
export const ask: SlashCommand = {
  kind: 'slash',
  name: 'ask',
  description: DESCRIPTION,
  access: 'everyone',
  contexts: ['guild', 'bot-dm', 'private-channel'],
  action: defineAction({
    description: DESCRIPTION,
    options: {
      question: {
        type: 'string',
        description: 'Who, what, where, when, why, or how many',
        required: true,
        maxLength: 200,
      },
      ...NARROWING,
      since: SINCE,
    },
    audience: 'channel',
    storesNothing: true,
    example: '/ask question:How many people died in the Lahaina fire?',
    suggest: SUGGEST_NARROWING,
    run: async ({ question, ...limits }, context) =>
      answer(question, readNarrowing({ query: question, ...limits }, context), context),
  }),
};

async function answer(
  typed: string,
  narrowing: ParsedNarrowing,
  context: CommandContext,
): Promise<Message> {
  const { services, now } = context;
  const question = parseQuestion(narrowing, context.locale);
  const found = await findAnswers(question, narrowing, ANSWERS_SHOWN, services);
  if (found.answers.length === 0) {
    const nothing = services.older
      ? 'No article answers this'
      : 'Nothing in the store answers this';
    const [most, ...others] = services.index.languages().map(({ lang }) => lang);
    if (most !== undefined && ![most, ...others].includes(question.lang)) {
      const [asked, main] = [question.lang, most].map((lang) => languageName(lang, 'en'));
      const advice = `${nothing}. I have no articles in ${asked}; most are in ${main}.`;
      // A word of another language is no misspelled one.
      throw await buildNothingFound(context, advice, { ...narrowing, words: [], phrases: [] });
    }
    throw await buildNothingFound(
      context,
      `${nothing}: no sentence has all that the question asks for. \`/search\` finds articles that have some of its words.`,
      // A word that only opens a question, such as "many", isn't missing from the articles.
      { ...narrowing, words: question.words.map(({ text }) => text) },
    );
  }
  const answers = await confirmAnswers(found, context);
  const items = answers.map(({ text, at, article, alsoIn, isOnly }) => {
    const { source, url, title, dayOnly, dateBasis } = article;
    return { text, at, source, url, headline: title, dayOnly, dateBasis, alsoIn, isOnly };
  });
  // The heading shows the words already.
  const notes = describeList({ ...narrowing, words: [], phrases: [] }, context);
  return renderLines({
    heading: renderLine(typed, QUESTION_SIZE),
    blocks: [notes.map((note) => `-# ${note}`), ...renderAnswers(items, now)],
    rows: renderStoryMenu(
      answers.map(({ storyId, article }) => ({ storyId, headline: article.title })),
    ),
  });
}
