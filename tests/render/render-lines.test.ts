import { describe, expect, it } from 'vitest';
import { checkMessage } from '../support/check-message.ts';
import { renderLines } from '../../src/render/render-lines.ts';
import { readText } from '../support/shown-text.ts';

describe('renderLines', () => {
  it('shows blocks of lines under a heading, without empty blocks', () => {
    const message = renderLines({ heading: 'Status', blocks: [['a', 'b'], [], ['c']] });
    expect(readText(message)).toBe('## Status\na\nb\nc');
  });

  it('shows its picture below the lines, or first', () => {
    const picture = { name: 'map.png', svg: '<svg/>', description: 'A map' };
    const panel = { heading: 'Status', blocks: [['a']], picture };
    const orderOf = (message: ReturnType<typeof renderLines>) => {
      const shown = JSON.stringify(message.components);
      return [shown.indexOf('"a"'), shown.indexOf('map.png')];
    };
    const [line, below] = orderOf(renderLines(panel)) as [number, number];
    expect(below).toBeGreaterThan(line);
    const [after, first] = orderOf(renderLines({ ...panel, isPictureFirst: true }));
    expect(first).toBeLessThan(after!);
    expect(renderLines(panel).pictures).toEqual([picture]);
  });

  it('counts the lines without room', () => {
    const lines = Array.from({ length: 100 }, (_, index) => `${index} ${'x'.repeat(90)}`);
    const message = renderLines({ heading: 'Many', blocks: [lines.slice(0, 50), lines.slice(50)] });
    expect(checkMessage(message)).toEqual([]);
    const shown = readText(message).match(/^\d+ x/gmu)?.length ?? 0;
    expect(shown).toBeGreaterThan(40);
    expect(readText(message)).toContain(`-# … and ${100 - shown} more`);
  });
});
