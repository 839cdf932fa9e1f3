import type { APIMessage } from 'discord-api-types/v10';
import type { Lookup } from '../../lookup.ts';
import { speakSent } from '../markdown/format-stamp.ts';
import { viewerOf } from '../viewer-of.ts';
import { authorOf } from './author.ts';

/** Returns a message's label for screen readers: "Test Bot, today at 17:03". */
export function articleLabel(message: APIMessage, lookup: Lookup): string {
  const { name } = authorOf(message.author, lookup);
  return `${name}, ${speakSent(Date.parse(message.timestamp), viewerOf(lookup))}`;
}
