import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMessage } from '../support/check-message.ts';
import { leaveOutPictures } from '../../src/render/picture/leave-out-pictures.ts';
import type { Digest, DigestStory } from '../../src/digest/digest.ts';
import { layoutSchema } from '../../src/digest/layout.ts';
import { fitDigest, renderDigest } from '../../src/render/render-digest.ts';
import { buildArticle } from '../support/build-article.ts';
import { buildDigest, buildDigestStory } from '../support/build-digest.ts';
import { hostileText } from '../support/hostile-text.ts';
import { readAll, readText, unescapeMarkdown } from '../support/shown-text.ts';

const render = (...given: Parameters<typeof buildDigest>) =>
  readText(renderDigest(buildDigest(...given)));
const omission = (reason: 'already-told' | 'too-short' | 'beyond-story-count') => ({
  storyId: 'a',
  headline: 'b',
  reason,
});

describe('renderDigest', () => {
  it('shows headline with link, sentences, publishers and time', () => {
    const article = buildArticle({
      title: 'Dam fails',
      url: 'https://post.example/1',
      place: 'DERNA, Libya',
    });
    const story = buildDigestStory({
      article,
      sources: ['Example Times', 'Harbour Post'],
      articleIds: ['1', '2', '3'],
    });
    expect(render({ stories: [story] })).toContain(
      [
        '### [Dam fails](https://post.example/1)',
        'Dam fails, officials said on Thursday. The water stood two metres above its usual level at noon.',
        '-# Example Times · DERNA, Libya · <t:1710406800:R> · 2 publishers · 3 articles',
      ].join('\n'),
    );
  });

  it.each([
    [{ voices: 5, hours: 6 }, '-# 5 publishers report this independently, within 6 hours'],
    [{ voices: 1, hours: 1 }, '-# 1 publisher reports this, within 1 hour'],
  ])('says why an alert comes at once: %o', (why, line) => {
    const alert = { storyId: 'story', ...why };
    const text = readText(renderDigest(buildDigest(), { name: 'Climate', alert }));
    expect(text).toMatch(/^## Alert · Climate · <t:\d+:D>\n-# \d publisher/u);
    expect(text).toContain(line);
    expect(text).not.toContain('From 34 articles');
  });

  it('has a head with date and scope, and a footer with its id', () => {
    const text = readText(renderDigest(buildDigest(), { editionId: 'abcdef012345' }));
    expect(text).toMatch(/^## News digest · <t:1710403200:D>\n-# From 34 articles since <t:/u);
    expect(text).toMatch(/-# Edition abcdef012345$/u);
  });

  it('says how many publishers the articles are of', () => {
    expect(render({ sourceCount: 7 })).toContain('-# From 34 articles of 7 publishers since <t:');
    expect(render({ sourceCount: 1 })).toContain('-# From 34 articles since <t:');
  });

  it('says how many of its articles are dated before its window', () => {
    const scope = (given: Partial<Digest>) => /^-# From .*/mu.exec(render(given))?.[0];
    const since = 'since <t:1710316800:f>';
    expect(scope({ earlierCount: 2 })).toBe(`-# From 34 articles ${since}, 2 of them dated before`);
    expect(scope({ articleCount: 2, earlierCount: 2 })).toBe(
      `-# From 2 articles ${since}, both dated before`,
    );
    expect(scope({ articleCount: 3, earlierCount: 3 })).toBe(
      `-# From 3 articles ${since}, all dated before`,
    );
    expect(scope({ articleCount: 1, earlierCount: 1 })).toBe(
      `-# From 1 article ${since}, dated before`,
    );
  });

  it('says when a story was first reported, or on which day unless that is shown already', () => {
    const footOf = (given: Partial<DigestStory>) =>
      readText(
        renderDigest(
          buildDigest({ stories: [buildDigestStory({ articleIds: ['1', '2'], ...given })] }),
        ),
      )
        .split('\n')
        .find((line) => line.includes('2 articles'));
    const [day, next] = ['2024-03-13T00:00:00.000Z', '2024-03-14T00:00:00.000Z'];
    expect(footOf({ publishedAt: next, firstAt: day })).toMatch(/ · first <t:1710288000:f>$/u);
    expect(footOf({ publishedAt: next, dayOnly: true, firstAt: day, firstDayOnly: true })).toMatch(
      / · first <t:1710331200:D>$/u,
    );
    expect(
      footOf({ publishedAt: day, dayOnly: true, firstAt: day, firstDayOnly: true }),
    ).not.toContain('first');
  });

  it('numbers several stories like its map and its description', () => {
    const stories = ['JP', 'FR'].map((country) =>
      buildDigestStory({ headline: `News of ${country}`, places: [{ country }] }),
    );
    const message = renderDigest(buildDigest({ stories }));
    expect(
      readText(message)
        .match(/^### .*News of ../gmu)
        ?.map((line) => line.slice(0, 6)),
    ).toEqual(['### 1.', '### 2.']);
    expect(message.pictures?.[0]?.description).toContain('Story 1: Japan. Story 2: France.');
    const plain = renderDigest(buildDigest({ stories }), { pictures: false });
    expect(readText(plain)).toBe(readText(message));
  });

  it('marks updates of stories that the channel was told before', () => {
    expect(render({ stories: [buildDigestStory({ update: true })] })).toContain(
      '### **Update** · ',
    );
  });

  it('says that it is late, and when it was due', () => {
    const text = readText(renderDigest(buildDigest(), { late: true }));
    expect(text).toContain('-# Late: this edition was due <t:1710403200:f>.');
  });

  it('says that nothing is new', () => {
    const text = render({ stories: [], sourceCount: 5 });
    expect(text).toContain(
      'Nothing new since <t:1710316800:f>.\n-# 34 articles of 5 publishers were read',
    );
    expect(render({ stories: [], articleCount: 0 })).not.toContain('articles');
  });

  it('says that its stories are older than its window', () => {
    expect(render({ noNewsSince: '2024-03-01T00:00:00.000Z' })).toContain(
      'No news since <t:1709251200:D>. These are the latest stories before that.',
    );
  });

  it('says how many stories it leaves out, and why', () => {
    const omissions = [
      omission('beyond-story-count'),
      omission('already-told'),
      omission('beyond-story-count'),
    ];
    expect(render({ omissions })).toContain(
      '-# 1 of 4 stories told · Not told here: 2 more, 1 already told',
    );
    const unlisted = render({ omissions, unlistedCount: 9 });
    expect(unlisted).toContain('-# 1 of 13 stories told · Not told here: 11 more, 1 already told');
    const latest = render({ omissions, noNewsSince: '2024-03-01T00:00:00.000Z' });
    expect(latest).toContain('-# Not told here: 2 more, 1 already told');
  });

  it('says how many of its sources answered', () => {
    expect(render({ polled: { total: 64, answered: 58 } })).toContain(
      '-# 58 of 64 sources answered',
    );
    expect(render()).not.toContain('sources answered');
  });

  describe.each(['headlines', 'compact'] as const)('in the layout %s', (layout) => {
    const stories = ['A dam fails', 'B comet nears', 'C vote ends'].map((headline) =>
      buildDigestStory({
        headline,
        articleId: headline,
        url: 'https://post.example/1',
        articleIds: headline.startsWith('A') ? ['1', '2'] : ['3'],
      }),
    );
    const digest = buildDigest({ stories });
    const message = renderDigest(digest, { layout });

    it('shows every headline with its small line, and no more sentences than it has room for', () => {
      const lines = readText(message).split('\n');
      const first = stories[0]?.sentences[0]?.text ?? '';
      const expected =
        layout === 'headlines'
          ? [
              '**1.** [A dam fails](https://post.example/1)',
              '-# Example Times · <t:1710406800:R> · 2 articles',
            ]
          : ['### 1. [A dam fails](https://post.example/1)', first];
      const start = lines.findIndex((line) => line.includes('A dam fails'));
      expect(lines.slice(start, start + 2)).toEqual(expected);
      expect(lines.filter((line) => line.includes(first))).toHaveLength(
        layout === 'headlines' ? 0 : 3,
      );
    });

    it('keeps in the digest exactly what it shows, so that no more counts as told', () => {
      const kept = fitDigest(digest, { layout });
      expect(kept.stories.map(({ sentences }) => sentences.length)).toEqual(
        layout === 'headlines' ? [0, 0, 0] : [1, 1, 1],
      );
      expect(renderDigest(kept, { layout })).toEqual(message);
    });

    it('lets people open the stories that it does not tell in full', () => {
      const [offered] = readAll(message, 'options') as [{ label: string }[]];
      expect(offered.map(({ label }) => label)).toEqual(
        layout === 'headlines' ? ['A dam fails', 'B comet nears', 'C vote ends'] : ['A dam fails'],
      );
    });
  });

  it('shows the headlines of a layout without sentences below each other', () => {
    const stories = ['One', 'Two', 'Three'].map((headline) => buildDigestStory({ headline }));
    const texts = readAll(
      renderDigest(buildDigest({ stories }), { layout: 'headlines' }),
      'content',
    );
    expect(texts.filter((text) => /One|Two|Three/u.test(String(text)))).toHaveLength(1);
  });

  it.each(['full', 'headlines'] as const)(
    'has each of several topics above its stories, as it was typed, in the layout %s',
    (layout) => {
      const stories = [
        ['One', 'climate'],
        ['Two', 'climate'],
        ['Three', '"central *bank*"'],
      ].map(([headline = '', topic = '']) => buildDigestStory({ headline, topic }));
      const lines = readText(renderDigest(buildDigest({ stories }), { layout })).split('\n');
      expect(lines.filter((line) => /^## On |One|Two|Three/u.test(line))).toEqual([
        '## On climate',
        expect.stringMatching(/1\..*One/u),
        expect.stringMatching(/2\..*Two/u),
        '## On "central \\*bank\\*"',
        expect.stringMatching(/3\..*Three/u),
      ]);
    },
  );

  it('shows a map below its head if a story names a country, without text', () => {
    const digest = buildDigest({ stories: [buildDigestStory({ places: [{ country: 'JP' }] })] });
    const message = renderDigest(digest);
    expect(message.pictures?.map(({ name }) => name)).toEqual(['map.png']);
    expect(readAll(message, 'url')).toEqual(['attachment://map.png']);
    const plain = renderDigest(digest, { pictures: false });
    expect(plain).not.toHaveProperty('pictures');
    expect(leaveOutPictures(message)).toEqual(plain);
    expect(renderDigest(buildDigest())).toEqual(renderDigest(buildDigest(), { pictures: false }));
  });

  it('stays within every limit with a map, ten stories, a role and a footer', () => {
    const places = ['JP', 'BR', 'US'].map((country) => ({ country }));
    const story = buildDigestStory({ places, headline: 'a'.repeat(300) });
    const stories = Array.from({ length: 10 }, () => story);
    const digest = buildDigest({ stories, omissions: [omission('too-short')] });
    const message = renderDigest(digest, { roleId: '42', editionId: 'abcdef012345', late: true });
    expect(checkMessage(message)).toEqual([]);
    expect(message.pictures).toHaveLength(1);
  });

  it('mentions only the chosen role', () => {
    expect(renderDigest(buildDigest()).allowed_mentions).toEqual({ parse: [] });
    const message = renderDigest(buildDigest(), { roleId: '42' });
    expect(message.allowed_mentions).toEqual({ parse: [], roles: ['42'] });
    expect(readText(message)).toMatch(/^<@&42>\n/u);
  });

  it('shows every sentence of an edition of ten long stories word for word', () => {
    const articles = Array.from({ length: 10 }, (_, index) =>
      buildArticle({
        title: `Story *${index}* of the day`,
        url: `https://post.example/${index}`,
        text: `The ${index}th @everyone [report](https://a.example) says_so: ${'word '.repeat(12)}end.\n\nNext, # ${index} of 10 ${'and more '.repeat(8)}end.`,
      }),
    );
    const stories = articles.map((article) => buildDigestStory({ article }));
    const shown = unescapeMarkdown(render({ stories }));
    for (const { sentences } of stories) {
      expect(sentences).toHaveLength(2);
      for (const { articleId, start, end } of sentences) {
        const text = articles.find(({ id }) => id === articleId)?.text ?? '';
        expect(shown).toContain(text.slice(start, end));
      }
    }
  });

  it('leaves out whole sentences, later ones first, if not all fit', () => {
    const sentence = (text: string) => ({ articleId: 'a', start: 0, end: text.length, text });
    const first = `First ${'a '.repeat(100)}end.`;
    const second = `Second ${'b '.repeat(400)}end.`;
    const story = buildDigestStory({ sentences: [sentence(first), sentence(second)] });
    const text = render({ stories: Array.from({ length: 10 }, () => story) });
    expect(text.split(first)).toHaveLength(11);
    expect(text).not.toContain('…');
    expect(text.split(second)).toHaveLength(2);
    expect(text.indexOf(second)).toBeLessThan(text.lastIndexOf(first));
  });

  it('fills a message exactly', () => {
    const sentences = Array.from({ length: 2000 }, () => ({
      articleId: 'a',
      start: 0,
      end: 2,
      text: 'a.',
    }));
    const stories = [
      buildDigestStory({ sentences }),
      buildDigestStory({ headline: 'b'.repeat(150) }),
    ];
    const message = renderDigest(buildDigest({ stories, omissions: [omission('too-short')] }), {
      editionId: 'abcdef012345',
      late: true,
      roleId: '40000000000000000001',
    });
    expect(checkMessage(message)).toEqual([]);
    expect(readText(message).length).toBeGreaterThan(3900);
  });

  it('stays within every limit, whatever the texts are', () => {
    const text = hostileText({ maxLength: 3000 });
    const story = fc.record({
      headline: text,
      source: text,
      url: fc.oneof(fc.webUrl(), text),
      sentences: fc.array(
        text.map((one) => ({ articleId: 'a', start: 0, end: one.length, text: one })),
        { maxLength: 4 },
      ),
      update: fc.boolean(),
      topic: text,
    });
    const layout = fc.constantFrom(...layoutSchema.options);
    fc.assert(
      fc.property(
        fc.array(story, { maxLength: 10 }),
        fc.boolean(),
        layout,
        (given, late, shown) => {
          const stories = given.map((one) => buildDigestStory(one));
          const omissions = [omission('too-short')];
          const message = renderDigest(buildDigest({ stories, omissions }), {
            editionId: 'abcdef012345',
            late,
            layout: shown,
            roleId: '42',
          });
          expect(checkMessage(message)).toEqual([]);
          expect(readText(message)).toMatch(/Edition abcdef012345$/u);
        },
      ),
    );
  });

  it('says how many stories have no room', () => {
    const stories = Array.from({ length: 10 }, (_, index) =>
      buildDigestStory({
        storyId: `${index}`,
        headline: `${index} ${'ab '.repeat(99)}`,
        url: `https://post.example/${'c'.repeat(400)}`,
        sentences: [],
      }),
    );
    const text = render({ stories, omissions: [omission('beyond-story-count')] });
    const shown = text.match(/^### /gmu)?.length ?? 0;
    expect(shown).toBeLessThan(10);
    expect(text).toContain(
      `-# ${shown} of 11 stories told · Not told here: 1 more, ${10 - shown} without room`,
    );
  });

  it('is the same for the same digest', () => {
    expect(renderDigest(buildDigest())).toEqual(renderDigest(buildDigest()));
  });
});

describe('fitDigest', () => {
  const long = (name: string) => {
    const text = `${name} ${'a '.repeat(450)}end.`;
    return { articleId: 'a', start: 0, end: text.length, text };
  };
  const stories = Array.from({ length: 4 }, (_, index) =>
    buildDigestStory({
      storyId: `${index}`,
      sentences: [long(`First${index}`), long(`Second${index}`)],
    }),
  );
  const options = { editionId: 'abcdef012345', late: true, roleId: '42' };

  it('keeps exactly what the message shows', () => {
    const fitting = fitDigest(buildDigest({ stories }), options);
    const shown = readText(renderDigest(buildDigest({ stories }), options));
    const told = fitting.stories.flatMap(({ sentences }) => sentences.map(({ text }) => text));
    const all = stories.flatMap(({ sentences }) => sentences.map(({ text }) => text));
    expect(told.length).toBeLessThan(all.length);
    expect(all.filter((text) => shown.includes(text))).toEqual(told);
  });

  it('changes nothing that fits, and nothing a second time', () => {
    expect(fitDigest(buildDigest(), options)).toEqual(buildDigest());
    const fitting = fitDigest(buildDigest({ stories }), options);
    expect(fitDigest(fitting, options)).toEqual(fitting);
    expect(renderDigest(fitting, options)).toEqual(renderDigest(buildDigest({ stories }), options));
  });

  it('holds for an edition that becomes late', () => {
    const kept = fitDigest(buildDigest({ stories }), options);
    const { late: _, ...onTime } = options;
    expect(fitDigest(kept, onTime)).toEqual(kept);
  });
});
