import { ComponentType, MessageFlags, MessageType, type APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFaults } from '../../../testing/serious-faults.ts';
import { skipWithoutBrowser } from '../../../testing/skip-without-browser.ts';
import { openStage, type Stage } from './open-stage.ts';
import { sampleMessages } from './sample-messages.ts';

let stage: Stage;

beforeAll(async () => {
  if (!skipWithoutBrowser) stage = await openStage();
});

afterAll(() => stage?.close());

const BUTTON = { type: ComponentType.Button, style: 1, label: 'Next', custom_id: 'next' };

function withComponents(...components: object[]): Partial<APIMessage> {
  return {
    components: [{ type: ComponentType.ActionRow, components }] as unknown as NonNullable<
      APIMessage['components']
    >,
  };
}

describe.skipIf(skipWithoutBrowser)('a message', () => {
  it('is an article with a name', async () => {
    await stage.show({ content: 'Hello **there**' });
    const article = stage.page.getByRole('article', { name: 'Test Bot, today at 17:00' });
    expect(await article.getByText('there').count()).toBe(1);
    expect(await article.locator('discord-verified-author-tag').isVisible()).toBe(true);
  });

  it('shows HTML as text', async () => {
    const content =
      '<img src=x onerror=alert(1)> <script>alert(1)</script> [a](javascript:alert(1))';
    await stage.show({ content });
    expect(await stage.page.getByText(content).count()).toBe(1);
    expect(await stage.page.getByRole('link').count()).toBe(0);
  });

  it('opens links in a new tab, and shows their URLs', async () => {
    await stage.show({ content: '[a](https://news.example/b "Why")' });
    const link = stage.page.getByRole('link', { name: 'a' });
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('title')).toBe('Why\n\n(https://news.example/b)');
  });

  it('mentions everyone only if the message pings everyone', async () => {
    await stage.show({ content: '@everyone' }, { content: '@everyone', mention_everyone: true });
    expect(await stage.page.locator('discord-mention').count()).toBe(1);
  });

  it('shows that the bot is thinking', async () => {
    await stage.show({ flags: MessageFlags.Loading });
    expect(await stage.page.getByText('Test Bot is thinking…').isVisible()).toBe(true);
  });

  it('can be dismissed if it is ephemeral', async () => {
    await stage.show({ content: 'a', flags: MessageFlags.Ephemeral });
    await stage.page.getByRole('button', { name: 'Dismiss' }).press('Enter');
    expect(await stage.takeEvents()).toEqual([['dismiss', { messageId: '1' }]]);
  });

  it('hides a spoiler’s links from the keyboard until it is shown', async () => {
    await stage.show({ content: '||[a](https://news.example)||' });
    expect(await stage.page.getByRole('link').count()).toBe(0);
    await stage.page.getByRole('button', { name: 'Spoiler' }).press('Enter');
    expect(await stage.page.getByRole('link', { name: 'a' }).count()).toBe(1);
  });

  it('opens its menu by button, keyboard and pointer', async () => {
    await stage.show({ content: 'Hello' });
    await stage.page.getByRole('button', { name: 'More for this message' }).press('Enter');
    await stage.page.keyboard.press('Shift+F10');
    await stage.page.getByText('Hello').click({ button: 'right' });
    expect(await stage.takeEvents()).toEqual(
      Array.from({ length: 3 }, () => [
        'message-menu',
        { messageId: '1', x: expect.any(Number), y: expect.any(Number) },
      ]),
    );
  });

  it('opens channels and uses commands that it mentions', async () => {
    await stage.show({ content: '<#661720242585600009> </digest now:661720242585600044>' });
    await stage.page.getByRole('button', { name: 'Open channel general' }).click();
    await stage.page.getByRole('button', { name: 'digest now' }).click();
    expect(await stage.takeEvents()).toEqual([
      ['open-channel', { channelId: '661720242585600009' }],
      ['use-command', { name: 'digest now' }],
    ]);
  });

  it('does not offer a command that isn’t registered', async () => {
    await stage.show({ content: '</gone:661720242585600044>' });
    expect(await stage.page.locator('discord-mention').innerText()).toBe('gone');
    expect(await stage.page.getByRole('button', { name: 'gone' }).count()).toBe(0);
  });
});

describe.skipIf(skipWithoutBrowser)('a button', () => {
  it('can be pressed once, and waits for its answer', async () => {
    await stage.show(withComponents(BUTTON));
    const button = stage.page.getByRole('button', { name: 'Next' });
    await button.press('Enter');
    await button.press('Enter');
    expect(await button.getAttribute('aria-busy')).toBe('true');
    expect(await stage.takeEvents()).toEqual([['press', { messageId: '1', customId: 'next' }]]);
    await stage.page.evaluate(
      `(() => { const view = document.querySelector('message-view'); view.message = { ...view.message }; })()`,
    );
    await expect.poll(() => button.getAttribute('aria-busy')).toBe(null);
  });

  it('cannot be pressed when it is disabled', async () => {
    await stage.show(withComponents({ ...BUTTON, disabled: true }));
    expect(await stage.page.getByRole('button', { name: 'Next' }).isDisabled()).toBe(true);
  });
});

describe.skipIf(skipWithoutBrowser)('a menu', () => {
  const options = ['Climate', 'Sport', 'Trade'].map((label) => ({ label, value: label }));
  const menu = {
    type: ComponentType.StringSelect,
    custom_id: 'topic',
    placeholder: 'Topic',
    options,
  };

  it('can be used by keyboard', async () => {
    await stage.show(withComponents(menu));
    const button = stage.page.getByRole('button', { name: 'Topic' });
    await button.press('Enter');
    await stage.page.getByRole('listbox').press('ArrowDown');
    await stage.page.keyboard.press('Enter');
    expect(await stage.takeEvents()).toEqual([
      ['select', { messageId: '1', customId: 'topic', values: ['Sport'] }],
    ]);
    expect(await button.getAttribute('aria-label')).toBe('Topic: Sport');
  });

  it('is closed by Escape without a choice', async () => {
    await stage.show(withComponents(menu));
    await stage.page.getByRole('button', { name: 'Topic' }).press('Enter');
    await stage.page.getByRole('listbox').press('Escape');
    await expect.poll(() => stage.page.getByRole('listbox').count()).toBe(0);
    expect(await stage.takeEvents()).toEqual([]);
  });
});

describe.skipIf(skipWithoutBrowser)('a picture', () => {
  it('opens in a dialog with its description', async () => {
    const media = { url: 'http://localhost:8080/attachments/map.svg' };
    await stage.show({
      components: [
        { type: ComponentType.MediaGallery, items: [{ media, description: 'A map' }] },
      ] as NonNullable<APIMessage['components']>,
    });
    await stage.page.getByRole('button', { name: 'A map' }).press('Enter');
    const dialog = stage.page.getByRole('dialog');
    expect(await dialog.getByText('A map').isVisible()).toBe(true);
    await stage.page.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
  });

  it('on another server is a link and is not loaded', async () => {
    await stage.show({ embeds: [{ image: { url: 'https://elsewhere.example/a.png' } }] });
    const link = stage.page.getByRole('link', { name: 'elsewhere.example' });
    expect(await link.getAttribute('href')).toBe('https://elsewhere.example/a.png');
  });
});

describe.skipIf(skipWithoutBrowser)('a page with every kind of message', () => {
  it.each([
    ['dark', 900],
    ['light', 320],
  ])('has no serious accessibility fault in the %s theme at %i pixels', async (theme, width) => {
    await stage.page.setViewportSize({ width, height: 700 });
    await stage.show(...sampleMessages);
    await stage.page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
    expect(await seriousFaults(stage.page)).toEqual([]);
  });

  it('fits a phone', async () => {
    await stage.page.setViewportSize({ width: 320, height: 700 });
    await stage.show(...sampleMessages);
    const tooWide = await stage.page.evaluate(`(() => {
      const found = [];
      const walk = (root) => {
        for (const element of root.querySelectorAll('*')) {
          // A file's long name is cut with an ellipsis.
          if (element.closest('.discord-file-attachment-inner')) continue;
          if (element.getBoundingClientRect().right > 321) found.push(element.outerHTML.slice(0, 80));
          if (element.shadowRoot) walk(element.shadowRoot);
        }
      };
      walk(document.body);
      return found;
    })()`);
    expect(tooWide).toEqual([]);
  });

  it('shows each of them', async () => {
    await stage.show(...sampleMessages);
    expect(await stage.page.getByRole('article').count()).toBe(sampleMessages.length);
    const kinds = sampleMessages.map(({ type }) => type);
    expect(kinds).toContain(MessageType.ThreadCreated);
    expect(await stage.page.getByText('Talk about it').count()).toBeGreaterThan(1);
  });

  it('sends no request to other servers, and obeys the policy', async () => {
    await stage.show(...sampleMessages, { content: '<:wave:661720242585600044>' });
    await stage.page.getByRole('button', { name: 'Summary' }).waitFor();
    expect(stage.complaints).toEqual([]);
  });
});
