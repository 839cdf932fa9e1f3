import type { APIMessage } from 'discord-api-types/v10';

const USER = { id: '661720242585600001', username: 'manager', global_name: 'Manager' };
const PICTURE = {
  id: '5',
  filename: 'map.svg',
  content_type: 'image/svg+xml',
  size: 11_734,
  url: 'http://127.0.0.1:8080/attachments/map.svg',
  description: 'A map of the world',
};
const FILE = {
  ...PICTURE,
  id: '6',
  filename: 'a-report-with-a-rather-long-name-for-a-phone.txt',
  content_type: 'text/plain',
  url: 'http://127.0.0.1:8080/attachments/report.txt',
};
const LONG = 'A sentence that is long enough to be broken where the window is narrow. ';

function button(style: number, label: string, more: object = {}): object {
  return { type: 2, style, label, custom_id: label, ...more };
}

function row(...components: object[]): object {
  return { type: 1, components };
}

const everyComponent = [
  {
    type: 17,
    accent_color: 0xe67e22,
    components: [
      {
        type: 9,
        components: [{ type: 10, content: `### [A headline](https://news.example)\n${LONG}` }],
        accessory: { type: 11, media: PICTURE, description: 'Small map' },
      },
      { type: 14, divider: true, spacing: 2 },
      {
        type: 9,
        components: [{ type: 10, content: '-# Beside a button' }],
        accessory: button(2, 'Summary'),
      },
      { type: 12, items: [{ media: PICTURE, description: 'One map' }] },
      { type: 13, file: FILE },
      row(button(1, 'More'), button(2, 'Back', { disabled: true })),
    ],
  },
  { type: 17, spoiler: true, components: [{ type: 10, content: LONG }] },
  {
    type: 12,
    items: Array.from({ length: 10 }, (_, at) => ({
      media: PICTURE,
      description: `Map ${at}`,
      spoiler: at === 3,
    })),
  },
];

const everyMenu = [
  row({ type: 3, custom_id: 'a', options: [{ label: 'A', value: 'a', default: true }] }),
  row({ type: 5, custom_id: 'b', placeholder: 'A member' }),
  row({ type: 6, custom_id: 'c', placeholder: 'A role' }),
  row({ type: 7, custom_id: 'd', placeholder: 'Anyone' }),
  row({ type: 8, custom_id: 'e', placeholder: LONG, disabled: true }),
];

const everyButton = [
  row(
    button(1, 'Primary'),
    button(2, 'Secondary', { emoji: { name: '🔁' } }),
    button(3, 'Success'),
    button(4, 'Danger'),
    { type: 2, style: 5, label: 'Link', url: 'https://news.example' },
  ),
];

const markdown = `# One
## Two
### Three
-# Small **bold** *italic* __under__ ~~struck~~ \`code\` ||hidden||
> quoted
- a
  - b
1. c
\`\`\`ts
const long = '${'x'.repeat(80)}';
\`\`\`
[masked](https://news.example) https://news.example/${'path/'.repeat(30)}
<@661720242585600001> <#661720242585600009> </digest now:661720242585600044> <t:1795536180:R> <t:1795536180:F>`;

const embed = {
  title: 'A **title**',
  url: 'https://news.example',
  description: `${LONG} [a link](https://news.example)`,
  color: 0x3498db,
  author: { name: 'An author', url: 'https://news.example/author' },
  fields: [
    { name: 'One', value: '1', inline: true },
    { name: 'Two', value: '2', inline: true },
    { name: 'Wide', value: LONG, inline: false },
  ],
  thumbnail: PICTURE,
  image: PICTURE,
  footer: { text: 'A footer' },
  timestamp: '2026-11-24T15:00:00Z',
};

/** Messages that together have everything that a message can have. */
export const sampleMessages = [
  { author: USER, content: markdown },
  { content: 'Edited', edited_timestamp: '2026-11-24T16:01:00Z', mentions: [USER] },
  { type: 19, content: 'A reply', referenced_message: { author: USER, content: LONG } },
  { type: 19, content: 'A reply to nothing', referenced_message: null },
  { type: 20, flags: 192, interaction: { id: '1', type: 2, name: 'digest now', user: USER } },
  { type: 23, content: 'a', interaction: { id: '1', type: 2, name: 'Summarize', user: USER } },
  { content: 'Buttons', components: everyButton },
  { flags: 32_768, components: everyComponent, attachments: [PICTURE, FILE] },
  { content: 'Menus', components: everyMenu },
  { embeds: [embed] },
  { content: 'Files', attachments: [PICTURE, FILE] },
  { content: 'a', thread: { id: '9', name: 'Talk about it', type: 11, message_count: 2 } },
  { type: 18, content: 'Talk about it', message_reference: { channel_id: '9' }, author: USER },
  { type: 7, author: USER },
] as unknown as readonly Partial<APIMessage>[];
