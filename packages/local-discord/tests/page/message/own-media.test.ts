import { describe, expect, it } from 'vitest';
import { ownMediaPath } from '../../../page/message/own-media.ts';

const PAGE = 'http://localhost:8080/channels/1';

describe('pictures', () => {
  it.each([
    ['http://localhost:8080/attachments/1/2/a.png', '/attachments/1/2/a.png'],
    ['http://127.0.0.1:8080/attachments/1/2/a.png?x', '/attachments/1/2/a.png?x'],
    ['http://127.0.0.1:9090/a.png', undefined],
    ['https://localhost:8080/a.png', undefined],
    ['https://elsewhere.example/a.png', undefined],
    ['http://localhost.evil.example:8080/a.png', undefined],
    ['data:image/png;base64,AA', undefined],
    ['javascript:alert(1)', undefined],
    ['a.png', undefined],
  ])('at %s are loaded from %s', (address, expected) => {
    expect(ownMediaPath(address, PAGE)).toBe(expected);
  });
});
