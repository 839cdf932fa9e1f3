import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { checkMessage } from '../../src/render/check-message.ts';
import { renderError } from '../../src/render/render-error.ts';

describe('renderError', () => {
  it('says what a UserError says', () => {
    const message = renderError(new UserError('not-found', 'No such edition.'), 'ab12');
    expect(message.content).toBe('No such edition.');
  });

  it('apologizes for anything else and tells nothing of it but the reference', () => {
    const { content } = renderError(new Error('ECONNREFUSED 10.0.0.7'), 'ab12');
    expect(content).toContain('ab12');
    expect(content).not.toContain('ECONNREFUSED');
  });

  it('stays inside the limit', () => {
    const message = renderError(new UserError('bad-input', 'a '.repeat(4000)), 'ab12');
    expect(checkMessage(message)).toEqual([]);
  });
});
