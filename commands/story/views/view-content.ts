import type { Picture } from '../../../src/render/picture/picture.ts';

/** What a view of a story shows: blocks of lines, and a picture that says nothing else. */
export interface ViewContent {
  readonly blocks: readonly (readonly string[])[];
  readonly picture?: Picture | undefined;
}
