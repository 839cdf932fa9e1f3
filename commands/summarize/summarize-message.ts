import type { Article } from '../../src/article/article.ts';
import type { CommandContext, MessageCommand, TargetMessage } from '../../src/command/command.ts';
import { findStoredLink } from './find-article.ts';
import { readLinkedArticle } from './read-linked-article.ts';
import { UserError } from '../../src/errors.ts';
import { summarizeReading } from '../../src/summary/summarize-reading.ts';
import { SUMMARY_WORDS } from '../../src/summary/summary.ts';
import { weighReading } from '../../src/summary/weigh-reading.ts';
import type { Message } from '../../src/render/message.ts';
import { renderSummary } from '../../src/render/render-summary.ts';
import { takeTurn } from '../../src/slices.ts';
import { primaryLanguage } from '../../src/text/language-tags.ts';
import { renderArticle, renderStored } from './summarize-command.ts';

const LINK = /https?:\/\/[^\s<>)\]]+/giu;

/** "Summarize" in a message's menu: summarizes the article that the message links to, else its own text. */
export const summarizeMessage: MessageCommand = {
  kind: 'message',
  name: 'Summarize',
  description: 'Summarizes the article that a message links to, or its text',
  access: 'everyone',
  contexts: ['guild', 'bot-dm', 'private-channel'],
  audience: 'requester',
  storesNothing: true,
  example: 'Right-click a message → Apps → Summarize',
  run: async (target, context) => {
    const id = await findLinked(target, context);
    return id ? renderStored(id, 'medium', context) : renderUnstored(target, context);
  },
};

function listLinks({ content, embeds }: Pick<TargetMessage, 'content' | 'embeds'>): string[] {
  return [...(content.match(LINK) ?? []), ...embeds.flatMap(({ url }) => (url ? [url] : []))];
}

async function findLinked(
  message: TargetMessage,
  { services }: CommandContext,
): Promise<string | undefined> {
  for (const link of listLinks(message)) {
    const id = await findStoredLink(link, services);
    if (id !== undefined) return id;
  }
  return undefined;
}

/** Summarizes the page behind the first link. If it is not an article or there is no link, the message's text. */
async function renderUnstored(target: TargetMessage, context: CommandContext): Promise<Message> {
  const [link] = listLinks(target);
  if (!link) return renderText(target, context);
  let article: Article;
  try {
    article = await readLinkedArticle(link, context);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return renderText(target, context, error);
  }
  return renderArticle(article, 'medium', context);
}

/** `refusal` says why the link gave no article. It is shown if the text is too short as well. */
async function renderText(
  { content, embeds, url }: TargetMessage,
  { services, locale }: CommandContext,
  refusal?: UserError,
): Promise<Message> {
  const text = [content, ...embeds.map((embed) => embed.text)]
    .map((part) => part.trim())
    .filter((part) => part.replaceAll(LINK, '').trim() !== '')
    .join('\n\n');
  if (text === '' && !refusal) {
    const why = 'That message has no text to summarize.';
    throw new UserError('too-short', `${why} Try a message with several sentences.`);
  }
  await takeTurn();
  const article = { title: '', text, lang: primaryLanguage(locale) };
  const reading = weighReading(services.readingOf(article), services.index.corpus);
  const result = summarizeReading(reading, { words: SUMMARY_WORDS.medium });
  if (result.kind === 'too-short' && refusal) throw refusal;
  return renderSummary(
    { title: 'Message', url, captions: [], linkLabel: 'Go to the message' },
    result,
  );
}
