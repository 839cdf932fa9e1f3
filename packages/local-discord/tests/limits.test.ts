import { MessageCreateRequestSchema } from '../validate/specification.ts';
import { describe, expect, it } from 'vitest';
import { specifiedLimits } from '../limits.ts';
import { parseBody } from '../validate/parse-body.ts';

const text = (length: number) => 'x'.repeat(length);
const list = (length: number, build: (at: number) => object) =>
  Array.from({ length }, (_, at) => build(at));
const embed = (parts: object) => ({ embeds: [{ description: 'd', ...parts }] });
const inRow = (component: object) => ({ components: [{ type: 1, components: [component] }] });
const option = (parts: object) => ({ label: 'l', value: 'v', ...parts });
const menu = (parts: object) => inRow({ type: 3, custom_id: 'c', options: [option({})], ...parts });
const button = (parts: object) =>
  inRow({ type: 2, style: 1, label: 'l', custom_id: 'c', ...parts });
const media = { url: 'https://a.example/a.png' };

/** For each limit, builds a message of a given size. */
const BUILDERS: Record<keyof typeof specifiedLimits, (size: number) => object> = {
  embeds: (size) => ({ embeds: list(size, () => ({ description: 'd' })) }),
  embedTitleChars: (size) => embed({ title: text(size) }),
  embedDescriptionChars: (size) => embed({ description: text(size) }),
  embedFields: (size) => embed({ fields: list(size, () => ({ name: 'n', value: 'v' })) }),
  fieldNameChars: (size) => embed({ fields: [{ name: text(size), value: 'v' }] }),
  fieldValueChars: (size) => embed({ fields: [{ name: 'n', value: text(size) }] }),
  footerChars: (size) => embed({ footer: { text: text(size) } }),
  authorChars: (size) => embed({ author: { name: text(size) } }),
  sectionTexts: (size) => ({
    components: [
      {
        type: 9,
        components: list(size, () => ({ type: 10, content: 'c' })),
        accessory: { type: 11, media },
      },
    ],
  }),
  galleryItems: (size) => ({ components: [{ type: 12, items: list(size, () => ({ media })) }] }),
  selectOptions: (size) => menu({ options: list(size, (at) => option({ value: `${at}` })) }),
  optionChars: (size) => menu({ options: [option({ label: text(size) })] }),
  placeholderChars: (size) => menu({ placeholder: text(size) }),
  buttonLabelChars: (size) => button({ label: text(size) }),
  customIdChars: (size) => button({ custom_id: text(size) }),
  urlChars: (size) =>
    inRow({ type: 2, style: 5, label: 'l', url: `https://a.example/${text(size - 18)}` }),
  files: (size) => ({ attachments: list(size, (at) => ({ id: `${at}` })) }),
  altTextChars: (size) => ({
    components: [{ type: 12, items: [{ media, description: text(size) }] }],
  }),
};

describe('the limits that the page shows', () => {
  it.each(Object.entries(BUILDERS))('have the specification’s %s', (name, build) => {
    const limit = specifiedLimits[name as keyof typeof specifiedLimits];
    const parse = (size: number) => () => parseBody(MessageCreateRequestSchema, build(size));
    expect(parse(limit)).not.toThrow();
    expect(parse(limit + 1)).toThrow('Invalid Form Body');
  });
});
