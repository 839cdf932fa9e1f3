import { describe, expect, it } from 'vitest';
import { sources } from '../../commands/sources.ts';
import { buildArticle } from '../support/build-article.ts';
import { buildContext, buildServices } from '../support/build-services.ts';
import { pressButton, runCommand } from '../support/run-command.ts';
import { readText } from '../support/shown-text.ts';

describe('/sources', () => {
  it('lists publishers, the freshest first, with how much is stored of each', async () => {
    const context = buildContext(
      await buildServices([
        buildArticle({
          title: 'A',
          source: 'Old *Times*',
          publishedAt: '2024-03-01T00:00:00.000Z',
        }),
        buildArticle({ title: 'B', source: 'Harbour Post' }),
        buildArticle({ title: 'C', source: 'Harbour Post' }),
      ]),
    );
    expect(readText(await runCommand(sources, context))).toBe(
      [
        '## 2 sources',
        '- **Harbour Post** · 2 articles · newest <t:1710406800:R>',
        String.raw`- **Old \*Times\*** · 1 article · newest <t:1709251200:R>`,
      ].join('\n'),
    );
  });

  it('turns pages', async () => {
    const many = Array.from({ length: 25 }, (_, index) =>
      buildArticle({ source: `Paper ${index}` }),
    );
    const context = buildContext(await buildServices(many));
    const first = await runCommand(sources, context);
    const second = await pressButton(sources, context, first, 'Next');
    expect(readText(second).match(/^- /gmu)).toHaveLength(5);
  });

  it('says what to do where nothing has been read', async () => {
    const context = buildContext(await buildServices());
    expect(readText(await runCommand(sources, context))).toContain('`dateline import PATH`');
  });
});
