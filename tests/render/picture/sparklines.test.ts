import { describe, expect, it } from 'vitest';
import { drawSparklines } from '../../../src/render/picture/sparklines.ts';

describe('sparklines', () => {
  it('describe the articles a day of each source, and which sources are failing', () => {
    const { description } = drawSparklines([
      { name: 'Harbour Post', counts: [0, 1], trouble: 'failing' },
      { name: 'Wire', counts: [10, 31] },
    ]);
    expect(description).toBe(
      'Small charts of 2 sources over the last 2 days. Articles a day: Harbour Post (failing) 0.5 and Wire 21.',
    );
  });

  it('mark failing sources by a symbol, not only by colour', () => {
    const rows = [
      { name: 'Harbour Post', counts: [1, 1], trouble: 'failing' },
      { name: 'Wire', counts: [1, 1] },
    ];
    expect(drawSparklines(rows).svg).toMatch(/>! Harbour Post<.*>Wire</u);
  });

  it('count the sources for which the description has no room', () => {
    const rows = Array.from({ length: 20 }, (_, n) => ({ name: `Post ${n}`, counts: [n, n] }));
    expect(drawSparklines(rows).description).toMatch(/and 8 more sources\.$/u);
  });

  it('stay within Discord’s limit for long names', () => {
    const rows = Array.from({ length: 20 }, () => ({ name: '文'.repeat(10_000), counts: [1, 2] }));
    const { svg, description } = drawSparklines(rows);
    expect(description.length).toBeLessThanOrEqual(1024);
    expect(svg).toContain('>Source 20<');
  });
});
