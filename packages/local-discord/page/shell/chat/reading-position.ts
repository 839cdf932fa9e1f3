import type { Snowflake } from 'discord-api-types/v10';

/** The list counts as being at its end if less than this is below, in pixels. */
const NEAR_PX = 48;
/** The space left above a message that is scrolled to, in pixels. */
const ABOVE_PX = 8;

/** The elements that scroll, and the callback of a reading position. */
export interface ReadingPositionParts {
  scroller(): HTMLElement | null;
  /** The row of a message. */
  row(id: Snowflake): HTMLElement | undefined;
  /** Called when the newest message becomes visible or stops being visible. */
  tell(isAtEnd: boolean): void;
}

/** What is kept visible: the top of a message, or without an id the end of the list. */
interface Hold {
  readonly id?: Snowflake | undefined;
}

/**
 * The scroll position in a list of messages. It keeps the end of the list or the top of a message visible
 * while messages and pictures change their height, until the viewer scrolls.
 */
export class ReadingPosition {
  readonly #parts: ReadingPositionParts;
  #held: Hold | undefined = {};
  #isAtEnd = true;
  #lastTop = 0;
  /** Whether scroll events may still come from a scroll of our own. */
  #isSettling = false;
  /** Counts our own scrolls, so that an earlier one doesn't end a later one's settling. */
  #turn = 0;

  constructor(parts: ReadingPositionParts) {
    this.#parts = parts;
  }

  /** The message whose top is kept visible. */
  get heldId(): Snowflake | undefined {
    return this.#held?.id;
  }

  /** Whether the newest message is visible. */
  get isAtEnd(): boolean {
    return this.#isAtEnd;
  }

  /** Keeps the top of a message visible, or without an id the end of the list. */
  hold(id?: Snowflake): void {
    this.#keep({ id });
    this.#settle();
    if (id === undefined) this.#tell(true);
  }

  /** Keeps nothing visible any more, because the caller scrolls. */
  leave(): void {
    this.#keep(undefined);
  }

  /**
   * Stops keeping a message visible, so that a pressed element doesn't move. The end is still
   * followed.
   */
  release(): void {
    this.#keep(this.#isAtEnd ? {} : undefined);
  }

  /** To be called when the viewer scrolls or is about to. */
  touched(): void {
    this.#isSettling = false;
  }

  /** Scrolls to what is kept visible. */
  keepUp(): void {
    const scroller = this.#parts.scroller();
    if (!scroller || this.#held === undefined) return;
    const { id } = this.#held;
    scroller.scrollTop = id === undefined ? scroller.scrollHeight : this.#topOf(id);
    this.#lastTop = scroller.scrollTop;
    this.#tell(id === undefined || below(scroller) < NEAR_PX);
  }

  /** To be called at each scroll event, whoever caused it. */
  scrolled(): void {
    const scroller = this.#parts.scroller();
    if (!scroller) return;
    if (this.#isSettling && this.#held !== undefined) {
      this.#settle();
      this.keepUp();
      return;
    }
    const step = scroller.scrollTop - this.#lastTop;
    this.#lastTop = scroller.scrollTop;
    // Browsers round, so a step of one pixel may not be a scroll.
    if (Math.abs(step) <= 1) return;
    const isAtEnd = below(scroller) < NEAR_PX;
    // Only scrolling up stops following, because the list can also grow between a scroll and its event.
    if (this.#held && this.#held.id === undefined && step > 0) return;
    this.#keep(isAtEnd ? {} : undefined);
    this.#tell(isAtEnd);
  }

  /** For two frames, treats scroll events as our own and scrolls back to what is kept visible. */
  #settle(): void {
    this.#isSettling = true;
    this.#turn += 1;
    const turn = this.#turn;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (turn === this.#turn) this.#isSettling = false;
      }),
    );
  }

  #keep(held: Hold | undefined): void {
    this.#held = held;
    const scroller = this.#parts.scroller();
    // The browser anchors the scroll position only if we don't; both at once would look like scrolling.
    if (scroller) scroller.style.overflowAnchor = held === undefined ? 'auto' : 'none';
  }

  #topOf(id: Snowflake): number {
    let row = this.#parts.row(id);
    if (!row) return this.#lastTop;
    // The separators above it (day, new) belong to it.
    while (row.previousElementSibling?.role === 'separator') {
      row = row.previousElementSibling as HTMLElement;
    }
    return row.previousElementSibling ? row.offsetTop - ABOVE_PX : 0;
  }

  #tell(isAtEnd: boolean): void {
    if (this.#isAtEnd === isAtEnd) return;
    this.#isAtEnd = isAtEnd;
    this.#parts.tell(isAtEnd);
  }
}

function below(scroller: HTMLElement): number {
  return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
}
