import { css, html, LitElement, nothing } from 'lit';
import { progressOf, readClock, untilFullHour } from '../../state/page-clock.ts';
import type { ClockMove, ClockReading } from '../../state/page-clock.ts';
import { sharedStyles } from '../../styles/shared-styles.ts';
import { ask } from '../shell-ask.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The local Discord's clock, and the buttons that move it forward. */
export class ClockPanel extends LitElement {
  static override properties = { clock: {}, move: {}, locale: {}, zone: {} };
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
        padding: 16px;
      }
      time {
        display: block;
        font-size: 30px;
        font-variant-numeric: tabular-nums;
      }
      p {
        margin: 4px 0 12px;
        color: var(--text-muted);
        font-size: 14px;
      }
      [role='status'] {
        margin-top: 12px;
      }
      .buttons {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 8px;
      }
      progress {
        width: 100%;
        margin-top: 12px;
        accent-color: var(--accent);
      }
    `,
  ];

  declare clock: ClockReading;
  declare move: ClockMove | undefined;
  declare locale: string;
  declare zone: string;

  #ticking: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#ticking = setInterval(() => this.requestUpdate(), 1_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#ticking);
  }

  protected override render() {
    const now = this.#now();
    const isMoving = this.move?.isOver === false;
    const steps: readonly (readonly [string, () => number])[] = [
      ['+1 minute', () => MINUTE_MS],
      ['+1 hour', () => HOUR_MS],
      ['To the full hour', () => untilFullHour(this.#now(), this.zone)],
      ['+1 day', () => DAY_MS],
    ];
    return html`<time datetime=${new Date(now).toISOString()}
        >${this.#format(now, { timeStyle: 'medium' })}</time
      >
      <p>${this.#format(now, { dateStyle: 'full' })}<br />${this.zone.replaceAll('_', ' ')}</p>
      <p>Move the clock forward to watch schedules fire. It cannot be moved back.</p>
      <div class="buttons">
        ${steps.map(
          ([label, length]) =>
            html`<button
              class="plain-button"
              ?disabled=${isMoving}
              @click=${() => ask(this, { to: 'move-clock', advanceMs: length() })}
            >
              ${label}
            </button>`,
        )}
      </div>
      ${
        this.move && isMoving
          ? html`<progress
              aria-label="Clock is moving"
              value=${progressOf(this.move, now)}
            ></progress>`
          : nothing
      }
      <p role="status">${this.#describeMove()}</p>`;
  }

  #describeMove(): string {
    if (!this.move) return '';
    if (!this.move.isOver) return 'Time passes; the bot does what is due on the way …';
    return `The clock has moved to ${this.#format(this.move.to, { dateStyle: 'medium', timeStyle: 'short' })}.`;
  }

  #now(): number {
    return readClock(this.clock, performance.now());
  }

  #format(at: number, style: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(this.locale, { timeZone: this.zone, ...style }).format(at);
  }
}

customElements.define('clock-panel', ClockPanel);
