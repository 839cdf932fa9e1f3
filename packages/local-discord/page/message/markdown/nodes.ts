import type { Snowflake } from 'discord-api-types/v10';

/** An inline node of Discord's markdown. `raw` is its source text. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: StyleKind; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'link';
      /** An address that may be opened; see `readAddress`. */
      readonly href: string;
      readonly title?: string;
      readonly children: readonly Inline[];
    }
  | { readonly kind: 'user' | 'role' | 'channel'; readonly id: Snowflake; readonly raw: string }
  | { readonly kind: 'everyone'; readonly raw: string }
  | { readonly kind: 'command'; readonly name: string; readonly raw: string }
  | { readonly kind: 'time'; readonly ms: number; readonly style: StampStyle; readonly raw: string }
  | { readonly kind: 'emoji'; readonly name: string; readonly raw: string };

/** A style: a pair of marks around a text. */
export type StyleKind = 'strong' | 'emphasis' | 'underline' | 'strike' | 'spoiler';

/** The letter in `<t:0:R>`. */
export type StampStyle = 't' | 'T' | 'd' | 'D' | 'f' | 'F' | 's' | 'S' | 'R';

/** A block node of Discord's markdown. */
export type Block =
  | { readonly kind: 'paragraph' | 'subtext'; readonly children: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly children: readonly Inline[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'code-block'; readonly language: string; readonly text: string }
  | {
      readonly kind: 'list';
      /** The first number of a numbered list. */
      readonly start?: number;
      readonly items: readonly (readonly Block[])[];
    };
