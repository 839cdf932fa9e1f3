import { expect, it } from 'vitest';
import { parseArticles } from '../parse-all.ts';

it('reads a title with a colon, which is invalid YAML', async () => {
  const [article] = await parseArticles(
    '---\ntitle: Harbour: Ferry Sinks Off Vik\ndate: 16/06/2024\ntags: [a, b]\n---\n\nA ferry sank.\n',
  );
  expect(article).toMatchObject({
    title: 'Harbour: Ferry Sinks Off Vik',
    publishedAt: '2024-06-16T00:00:00.000Z',
    text: 'A ferry sank.',
  });
});

it('does not take a picture for a headline, nor emphasis marks for part of a byline', async () => {
  const [article] = await parseArticles(
    '---\nsource: The Example\nlang: en\n---\n\n![](https://x.example/p.jpg)\n\n# Ferry Sinks Off Vik\n\n*By Anna Holm*\n\nA ferry sank.\n',
  );
  expect(article).toMatchObject({
    title: 'Ferry Sinks Off Vik',
    author: 'Anna Holm',
    text: 'A ferry sank.',
  });
});
