import { ComponentType } from 'discord-api-types/v10';
import type { APIMediaGalleryComponent } from 'discord-api-types/v10';

/** A drawing sent along with a message, until the bot renders it; never the only place of a fact. */
export interface Picture {
  /** Its file's name, which ends in `.png`; components refer to it as `attachment://name`. */
  readonly name: string;
  readonly svg: string;
  /** What it shows, in words, for those who do not see it; at most `LIMITS.altTextLength`. */
  readonly description: string;
}

/** The component that shows a picture of the same message. */
export function buildGallery({ name, description }: Picture): APIMediaGalleryComponent {
  return {
    type: ComponentType.MediaGallery,
    items: [{ media: { url: `attachment://${name}` }, description }],
  };
}
