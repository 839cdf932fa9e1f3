import type { APIMessage } from 'discord-api-types/v10';
import type { Lookup } from '../lookup.ts';
import type { PageEvents } from '../page-events.ts';
import type { Outline } from './markdown/outline.ts';

/** The message that is drawn, what it refers to, and how its parts send events. */
export interface DrawContext {
  readonly message: APIMessage;
  readonly lookup: Lookup;
  /** The custom id of the button or menu that waits for an answer. */
  readonly waitingFor: string | undefined;
  readonly outline: Outline;
  readonly ask: <Name extends keyof PageEvents>(name: Name, detail: PageEvents[Name]) => void;
}

/** The part of the context that a text uses, in a message or elsewhere. */
export interface TextContext extends Pick<DrawContext, 'lookup' | 'outline' | 'ask'> {
  readonly message: Pick<APIMessage, 'mentions' | 'mention_everyone'>;
}
