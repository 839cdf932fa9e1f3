import { ComponentType } from 'discord-api-types/v10';
import type { APIMediaGalleryComponent } from 'discord-api-types/v10';

/**
 * A drawing that is attached to a message, to be rendered by the bot. It never contains facts that
 * the text lacks.
 */
export interface Picture {
  /** Its file name, ending in `.png`. Components refer to it as `attachment://name`. */
  readonly name: string;
  readonly svg: string;
  /**
   * What it shows, in words, for those who can't see it. At most `DISCORD_LIMITS.altTextLength`.
   */
  readonly description: string;
}

/** A component that shows a picture of the same message. */
export function buildGallery({ name, description }: Picture): APIMediaGalleryComponent {
  return {
    type: ComponentType.MediaGallery,
    items: [{ media: { url: `attachment://${name}` }, description }],
  };
}
