import type { ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10';

/**
 * Discord's numbers for components. Importing its enums would bundle the whole package into the
 * page.
 */
export const COMPONENT = {
  actionRow: 1 as ComponentType.ActionRow,
  button: 2 as ComponentType.Button,
  stringSelect: 3 as ComponentType.StringSelect,
  textInput: 4 as ComponentType.TextInput,
  userSelect: 5 as ComponentType.UserSelect,
  roleSelect: 6 as ComponentType.RoleSelect,
  mentionableSelect: 7 as ComponentType.MentionableSelect,
  channelSelect: 8 as ComponentType.ChannelSelect,
  section: 9 as ComponentType.Section,
  textDisplay: 10 as ComponentType.TextDisplay,
  thumbnail: 11 as ComponentType.Thumbnail,
  mediaGallery: 12 as ComponentType.MediaGallery,
  file: 13 as ComponentType.File,
  separator: 14 as ComponentType.Separator,
  container: 17 as ComponentType.Container,
  label: 18 as ComponentType.Label,
  fileUpload: 19 as ComponentType.FileUpload,
  radioGroup: 21 as ComponentType.RadioGroup,
  checkboxGroup: 22 as ComponentType.CheckboxGroup,
  checkbox: 23 as ComponentType.Checkbox,
} as const;

/** Discord's numbers for button styles. */
export const BUTTON = {
  primary: 1 as ButtonStyle.Primary,
  secondary: 2 as ButtonStyle.Secondary,
  success: 3 as ButtonStyle.Success,
  danger: 4 as ButtonStyle.Danger,
  link: 5 as ButtonStyle.Link,
  premium: 6 as ButtonStyle.Premium,
} as const;

/** Discord's numbers for the channel types that the page shows differently from text channels. */
export const CHANNEL = {
  direct: 1,
  voice: 2,
  category: 4,
  announcement: 5,
  stage: 13,
  forum: 15,
} as const;

/** Tells whether a channel is a thread of any kind. */
export function isThread({ type }: { readonly type: number }): boolean {
  return type >= 10 && type <= 12;
}

/** Bits of a message's flags. */
export const FLAG = {
  ephemeral: 64 as MessageFlags.Ephemeral,
  loading: 128 as MessageFlags.Loading,
} as const;

/** Tells whether a message has a flag. */
export function hasFlag(message: { readonly flags?: number | undefined }, flag: number): boolean {
  return ((message.flags ?? 0) & flag) !== 0;
}
