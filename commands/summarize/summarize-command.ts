import type { APIButtonComponent } from 'discord-api-types/v10';
import type { Article } from '../../src/article/article.ts';
import { defineAction } from '../../src/command/command.ts';
import type { CommandContext, SlashCommand } from '../../src/command/command.ts';
import { buildCustomId } from '../../src/command/custom-id.ts';
import { NARROWING } from '../shared/narrowing/narrowing-options.ts';
import { suggestLanguage } from '../shared/narrowing/suggest-language.ts';
import { findArticle } from './find-article.ts';
import { readLinkedArticle } from './read-linked-article.ts';
import { suggestArticles } from './suggest-articles.ts';
import { UserError } from '../../src/errors.ts';
import { keepChoice } from '../../src/summary/kept-choices.ts';
import { summarizeReading } from '../../src/summary/summarize-reading.ts';
import { SUMMARY_WORDS, type SummaryLengthName } from '../../src/summary/summary.ts';
import { weighReading } from '../../src/summary/weigh-reading.ts';
import { buildButton } from '../../src/render/components.ts';
import type { Message } from '../../src/render/message.ts';
import { renderSummary } from '../../src/render/render-summary.ts';
import { takeTurn } from '../../src/slices.ts';

const LENGTHS = ['short', 'medium', 'long'] as const satisfies readonly SummaryLengthName[];
const USUAL_LENGTH: SummaryLengthName = 'medium';
const DESCRIPTION = 'Summarizes one article in its own sentences';

/** `/summarize`: one article in its own sentences, with buttons for a shorter or longer summary. */
export const summarize: SlashCommand = {
  kind: 'slash',
  name: 'summarize',
  description: DESCRIPTION,
  access: 'everyone',
  contexts: ['guild', 'bot-dm', 'private-channel'],
  action: defineAction({
    description: DESCRIPTION,
    options: {
      article: {
        type: 'string',
        description: 'Type some words of its title, then choose',
        autocomplete: true,
        maxLength: 300,
      },
      url: { type: 'string', description: 'Instead: the link to the article', maxLength: 2000 },
      length: { type: 'string', description: 'How much to keep', choices: LENGTHS },
      language: NARROWING.language,
    },
    audience: 'channel',
    storesNothing: true,
    example: '/summarize article:Notre-Dame length:short',
    suggest: { article: suggestArticles, language: suggestLanguage },
    run: async ({ article, url, length = USUAL_LENGTH, language }, context) => {
      const found = await findArticle({ article, url, language }, context);
      return found.kind === 'stored'
        ? renderStored(found.id, length, context)
        : renderArticle(await readLinkedArticle(found.url, context), length, context);
    },
  }),
  components: {
    length: async ([id = '', length], context) =>
      renderStored(id, LENGTHS.find((name) => name === length) ?? USUAL_LENGTH, context),
  },
};

/** Renders the summary of an article that is stored or was recently read from its link. */
export async function renderStored(
  id: string,
  length: SummaryLengthName,
  context: CommandContext,
): Promise<Message> {
  const { articles, links } = context.services;
  const article = (await articles.get(id)) ?? links?.recent(id);
  if (article) return renderArticle(article, length, context);
  const message = 'I no longer have that article. Find another with `/latest` or `/search`.';
  throw new UserError('not-found', message);
}

/** Renders an article's summary with buttons for the other lengths. */
export async function renderArticle(
  article: Article,
  length: SummaryLengthName,
  { services }: CommandContext,
): Promise<Message> {
  await takeTurn();
  const { corpus } = services.index;
  const reading = services.readingOf(article);
  const result = keepChoice(reading, corpus, ['summary', length], () =>
    summarizeReading(weighReading(reading, corpus), { words: SUMMARY_WORDS[length] }),
  );
  return renderSummary(article, result, buildLengthButtons(article.id, length));
}

/** The button of the chosen length is disabled. */
function buildLengthButtons(id: string, chosen: SummaryLengthName): APIButtonComponent[] {
  return LENGTHS.flatMap((length) => {
    const customId = buildCustomId({ command: 'summarize', action: 'length', state: [id, length] });
    const label = `${length.charAt(0).toUpperCase()}${length.slice(1)}`;
    return customId ? [buildButton(label, customId, { disabled: length === chosen })] : [];
  });
}
