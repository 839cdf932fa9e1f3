import type { APIApplicationCommand, APIMessage, Snowflake } from 'discord-api-types/v10';
import type { View, ViewEvent } from '../../view/view.ts';
import type { ClockMove } from './page-clock.ts';
import type { Attention, Looks, Notice, OpenModal, PendingDeed, SentView } from './page-state.ts';

/** A change of the messages or of what the viewer sees of them. */
export type ReadingChange =
  | { readonly is: 'channel-opened'; readonly channelId: Snowflake }
  | { readonly is: 'fetch-started'; readonly channelId: Snowflake }
  | {
      readonly is: 'fetched';
      readonly channelId: Snowflake;
      readonly messages: readonly APIMessage[];
    }
  | {
      readonly is: 'message-event';
      readonly event: Extract<ViewEvent, { readonly channelId: Snowflake }>;
    }
  | { readonly is: 'attention'; readonly attention: Partial<Attention> };

/** A change caused by an action of the viewer. */
export type DeedChange =
  | { readonly is: 'deed-started'; readonly deed: PendingDeed }
  | { readonly is: 'deed-ended'; readonly key: number }
  | { readonly is: 'touch-failed'; readonly messageId: Snowflake; readonly reason: string }
  | { readonly is: 'touch-again'; readonly messageId: Snowflake }
  /** The bot has answered a press or choice. */
  | { readonly is: 'touch-ended'; readonly messageId: Snowflake }
  | { readonly is: 'noticed'; readonly notice: Notice }
  | { readonly is: 'notice-read'; readonly key: number }
  | { readonly is: 'modal'; readonly modal: OpenModal | undefined }
  | { readonly is: 'modal-refused'; readonly reason: string };

/** A change of anything else: connection, viewer, commands, clock, panels. */
export type FrameChange =
  | { readonly is: 'gone' }
  /** The stream is open again. What is known may be out of date. */
  | { readonly is: 'live' }
  | { readonly is: 'viewer'; readonly viewerId: Snowflake | undefined }
  | { readonly is: 'view'; readonly view: View; readonly readAt: number }
  | {
      readonly is: 'commands';
      readonly channelId: Snowflake;
      readonly commands: readonly APIApplicationCommand[];
    }
  | { readonly is: 'sent'; readonly sent: SentView | undefined }
  | { readonly is: 'clock'; readonly now: number; readonly readAt: number }
  | { readonly is: 'move'; readonly move: ClockMove | undefined }
  | { readonly is: 'looks'; readonly looks: Partial<Looks> };

/** A change of the page's state. */
export type PageChange = ReadingChange | DeedChange | FrameChange;
