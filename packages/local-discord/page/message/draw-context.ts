import type { APIMessage } from 'discord-api-types/v10';
import type { Lookup } from '../lookup.ts';
import type { PageEvents } from '../page-events.ts';
import type { Outline } from './markdown/outline.ts';

/** What the parts of a message need to draw themselves and to ask for something. */
export interface DrawContext {
  readonly message: APIMessage;
  readonly lookup: Lookup;
  /** The button or menu that waits for its answer. */
  readonly waitingFor: string | undefined;
  readonly outline: Outline;
  readonly ask: <Name extends keyof PageEvents>(name: Name, detail: PageEvents[Name]) => void;
}

/** What drawing a text needs, which may stand outside a message. */
export interface TextContext extends Pick<DrawContext, 'lookup' | 'outline' | 'ask'> {
  readonly message: Pick<APIMessage, 'mentions' | 'mention_everyone'>;
}
