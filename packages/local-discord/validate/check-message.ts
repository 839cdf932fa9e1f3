import { AllowedMentionsTypes, MessageFlags, type APIMessage } from 'discord-api-types/v10';
import { refuse } from '../discord-error.ts';
import { limits } from '../limits.ts';
import type { MessageBody } from '../state/message-body.ts';
import { checkComponents } from './check-components.ts';
import { checkEmbeds } from './check-embeds.ts';
import { checkMediaReferences } from './check-media.ts';
import { createFieldErrors, type FieldErrors, type FieldPath } from './field-errors.ts';
import type { MessageCheck } from './message-check.ts';

/** Throws 50035 or 50006 for a message that the specification accepts but Discord refuses. */
export function checkMessage(body: MessageBody, check: MessageCheck): void {
  const under = check.under ?? [];
  const errors = createFieldErrors();
  const isV2 = usesComponentsV2(body, check.edited);
  if ((body.content ?? '').length > limits.contentChars) {
    const message = `Must be ${limits.contentChars} or fewer in length.`;
    errors.add([...under, 'content'], 'BASE_TYPE_MAX_LENGTH', message);
  }
  checkEmbeds(errors, body.embeds ?? [], [...under, 'embeds']);
  checkComponents(errors, body.components ?? [], isV2, [...under, 'components']);
  checkMediaReferences(errors, body, check);
  checkAllowedMentions(errors, body, under);
  if (isV2) checkLegacyFields(errors, body, check.edited, under);
  errors.throwIfAny();
  if (isEmpty(body, check)) throw refuse('emptyMessage');
}

/** Tells whether a message uses Components V2, or will after the edit. The flag cannot be removed. */
function usesComponentsV2(body: MessageBody, edited: APIMessage | undefined): boolean {
  const flags = (body.flags ?? 0) | (edited?.flags ?? 0);
  return (flags & MessageFlags.IsComponentsV2) !== 0;
}

function checkLegacyFields(
  errors: FieldErrors,
  body: MessageBody,
  edited: APIMessage | undefined,
  under: FieldPath,
): void {
  const after = {
    content: body.content === undefined ? edited?.content : body.content,
    embeds: body.embeds === undefined ? edited?.embeds : body.embeds,
    poll: body.poll,
    sticker_ids: body.sticker_ids,
  };
  for (const [field, value] of Object.entries(after)) {
    const isUsed = Array.isArray(value) || typeof value === 'string' ? value.length > 0 : value;
    if (!isUsed) continue;
    errors.add(
      [...under, field],
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    );
  }
}

function checkAllowedMentions(errors: FieldErrors, body: MessageBody, under: FieldPath): void {
  const allowed = body.allowed_mentions;
  for (const type of [AllowedMentionsTypes.User, AllowedMentionsTypes.Role] as const) {
    if (!allowed?.parse?.includes(type) || !allowed[type]?.length) continue;
    errors.add(
      [...under, 'allowed_mentions', type],
      'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      `parse: ["${type}"] and ${type}: [ids...] are mutually exclusive.`,
    );
  }
}

function isEmpty(body: MessageBody, check: MessageCheck): boolean {
  const after = { ...check.edited, ...body };
  const kept = body.attachments ?? check.edited?.attachments ?? [];
  return (
    (after.content ?? '').trim() === '' &&
    !after.embeds?.length &&
    !after.components?.length &&
    !body.sticker_ids?.length &&
    !body.poll &&
    check.uploads.length === 0 &&
    (check.edited === undefined || kept.length === 0)
  );
}
