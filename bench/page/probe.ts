/**
 * What is put into the page before its own scripts to time it from within. A thing counts as drawn at the
 * start of the frame after the one that began with it standing in the document. Looking for it at every
 * frame is part of the times.
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

  /** A message without its answer yet says that the bot is thinking. */
  const whole = (view, words) => view !== undefined && (view.message.flags & THINKING) === 0 &&
    view.shadowRoot !== null && textOf(view.shadowRoot).includes(words);
  const pictures = (view) => deep(view.shadowRoot).filter((one) => one.localName === 'img' && one.loading !== 'lazy');

  /** Ms until the words of a message and then its pictures are drawn, from a moment of this page. */
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
