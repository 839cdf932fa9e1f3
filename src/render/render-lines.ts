import type {
  APIComponentInMessageActionRow,
  APIMessageTopLevelComponent,
} from 'discord-api-types/v10';
import { buildPanel, buildRow, buildSeparator, buildText } from './components.ts';
import { DISCORD_LIMITS } from './discord-limits.ts';
import type { Message } from './message.ts';
import { buildGallery, type Picture } from './picture/picture.ts';

/** A panel of lines under headings. All of it is trusted Markdown around escaped texts. */
export interface LinesPanel {
  readonly heading: string;
  /** Blocks of lines, separated by thin lines. Empty blocks are left out. */
  readonly blocks: readonly (readonly string[])[];
  /** Shown below the lines, or first. */
  readonly picture?: Picture;
  readonly isPictureFirst?: boolean;
  readonly buttons?: readonly APIComponentInMessageActionRow[];
  /** Rows below the buttons. */
  readonly rows?: readonly APIMessageTopLevelComponent[];
}

/** Room for "… and 1000 more". */
const REST_SIZE = 30;

/** Renders as many lines as Discord accepts. The rest is counted at the end. */
export function renderLines(given: LinesPanel): Message {
  const { heading, blocks, picture, isPictureFirst = false, buttons = [], rows = [] } = given;
  let room = DISCORD_LIMITS.componentTextLength - heading.length - '## '.length - REST_SIZE;
  let withoutRoom = 0;
  const texts = blocks.map((lines) => {
    const kept: string[] = [];
    for (const line of lines) {
      if (withoutRoom > 0 || line.length + 1 > room) withoutRoom += 1;
      else {
        kept.push(line);
        room -= line.length + 1;
      }
    }
    return kept.join('\n');
  });
  const rest = withoutRoom > 0 ? [`-# … and ${withoutRoom} more`] : [];
  const shown = [...texts, ...rest].filter((text) => text !== '');
  const gallery = picture ? [buildGallery(picture)] : [];
  const panel = buildPanel(
    [
      buildText(`## ${heading}`),
      ...(isPictureFirst ? gallery : []),
      ...shown.flatMap((text) => [buildSeparator(), buildText(text)]),
      ...(isPictureFirst ? [] : gallery),
    ],
    [...(buttons.length === 0 ? [] : [buildRow(buttons)]), ...rows],
  );
  return picture ? { ...panel, pictures: [picture] } : panel;
}
