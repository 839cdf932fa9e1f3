import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCustomId, parseCustomId } from '../../src/command/custom-id.ts';

describe('custom ids', () => {
  it('contain command, action and state', () => {
    const id = buildCustomId({ command: 'search', action: 'page', state: ['5', 'a:b~c', ''] });
    expect(id).toBe('search:page:5:a~cb~tc:');
  });

  it('are read as they were built, or not built at all', () => {
    const part = fc.oneof(fc.string(), fc.constantFrom(':', '~', '~c', '~t', '~~tc:'));
    const name = part.filter((text) => text !== '');
    fc.assert(
      fc.property(name, name, fc.array(part), (command, action, state) => {
        const id = buildCustomId({ command, action, state });
        fc.pre(id !== undefined);
        expect(id.length).toBeLessThanOrEqual(100);
        expect(parseCustomId(id)).toEqual({ command, action, state });
      }),
    );
  });

  it('are not built beyond 100 characters', () => {
    const build = (length: number) =>
      buildCustomId({ command: 'a', action: 'b', state: ['c'.repeat(length)] });
    expect(build(96)).toHaveLength(100);
    expect(build(97)).toBeUndefined();
  });

  it.each(['', 'page', ':', ':page'])('are not read from %j', (id) => {
    expect(parseCustomId(id)).toBeUndefined();
  });
});
