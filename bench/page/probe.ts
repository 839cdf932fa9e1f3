/**
 * A script that is injected before the page's own ones, to time the page from inside. Something counts as
 * drawn at the start of the frame after the first frame that had it in the document. The times include
 * looking for it at every frame.
 */
export const PROBE = `
(() => {
  const inside = (element, name) => element?.shadowRoot?.querySelector(name);
  const shell = () => document.querySelector('local-discord');
  const list = () => inside(shell(), 'message-list');
  const messages = () => [...(list()?.shadowRoot?.querySelectorAll('message-view') ?? [])];
  const composer = () => inside(inside(shell(), 'composer-view'), 'command-composer');
  const THINKING = 128;

  const deep = (root) => [...root.querySelectorAll('*')].flatMap((one) =>
    one.shadowRoot ? [one, ...deep(one.shadowRoot)] : [one]);
  const textOf = (root) => [root, ...deep(root).flatMap((one) => one.shadowRoot ?? [])]
    .map((one) => one.textContent).join(' ');

  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const until = async (holds) => {
    while (!holds()) await frame();
    await frame();
    return performance.now();
  };

  let pressedAt = 0;
  addEventListener('keydown', ({ timeStamp }) => {
    pressedAt = timeStamp;
  }, true);

  /** Until its answer comes, a message says that the bot is thinking. */
  const whole = (view, words) => view !== undefined && (view.message.flags & THINKING) === 0 &&
    view.shadowRoot !== null && textOf(view.shadowRoot).includes(words);
  const pictures = (view) => deep(view.shadowRoot).filter((one) => one.localName === 'img' && one.loading !== 'lazy');

  /** Ms from a moment of this page until a message's words, and then its pictures, are drawn. */
  const message = async (index, words, from) => {
    const drawn = await until(() => whole(messages()[index], words));
    const all = pictures(messages()[index]);
    await Promise.all(all.map((one) => one.decode()));
    const decoded = all.length > 0 ? await until(() => true) : drawn;
    const start = from ?? pressedAt;
    return { words: drawn - start, pictures: decoded - start };
  };

  window.probe = {
    first: message(0, 'News digest', 0),
    count: () => messages().length,
    message,
    async suggestions() {
      const isAsking = () => inside(composer(), '#list')?.ariaBusy === 'true';
      await until(isAsking);
      return await until(() => !isAsking()) - pressedAt;
    },
  };
})();
`;
