import type { Snowflake } from 'discord-api-types/v10';

/** How near to the newest message, in pixels, counts as being there. */
const NEAR_PX = 48;
/** What stands above a message that is brought into sight, in pixels. */
const ABOVE_PX = 8;

/** What the place is in. */
export interface PlaceParts {
  scroller(): HTMLElement | null;
  /** The row of a message. */
  row(id: Snowflake): HTMLElement | undefined;
  /** Told when the newest message comes into sight or goes out of it. */
  tell(isAtEnd: boolean): void;
}

/** The beginning of a message, or without one the end of the list. */
interface Hold {
  readonly id?: Snowflake | undefined;
}

/**
 * Where in a list of messages one reads. It holds the end, or the beginning of a message, while messages
 * grow as they are drawn and pictures come, until the reader scrolls.
 */
export class ReadingPlace {
  readonly #parts: PlaceParts;
  #held: Hold | undefined = {};
  #isAtEnd = true;
  #lastTop = 0;
  /** Whether an earlier scroll may still run out, and how often that was so. */
  #isSettling = false;
  #turn = 0;

  constructor(parts: PlaceParts) {
    this.#parts = parts;
  }

  /** The message whose beginning is held. */
  get heldId(): Snowflake | undefined {
    return this.#held?.id;
  }

  /** Whether the newest message is in sight. */
  get isAtEnd(): boolean {
    return this.#isAtEnd;
  }

  /** Goes to the beginning of a message, or without one to the end. */
  hold(id?: Snowflake): void {
    this.#keep({ id });
    this.#settle();
    if (id === undefined) this.#tell(true);
  }

  /** Holds nothing any more: something else brings its place into sight. */
  leave(): void {
    this.#keep(undefined);
  }

  /** Lets things grow and shrink around where the reader presses something. */
  release(): void {
    this.#keep(this.#isAtEnd ? {} : undefined);
  }

  /** The reader scrolls by hand, or is about to. */
  touched(): void {
    this.#isSettling = false;
  }

  /** Brings what is held into sight again. */
  keepUp(): void {
    const scroller = this.#parts.scroller();
    if (!scroller || this.#held === undefined) return;
    const { id } = this.#held;
    scroller.scrollTop = id === undefined ? scroller.scrollHeight : this.#topOf(id);
    this.#lastTop = scroller.scrollTop;
    this.#tell(id === undefined || below(scroller) < NEAR_PX);
  }

  /** Takes note that the list was scrolled, by the reader or not. */
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
    // Of a whole pixel: browsers round.
    if (Math.abs(step) <= 1) return;
    const isAtEnd = below(scroller) < NEAR_PX;
    // Only who scrolls up stops following: the list also grows between a scroll and its event.
    if (this.#held && this.#held.id === undefined && step > 0) return;
    this.#keep(isAtEnd ? {} : undefined);
    this.#tell(isAtEnd);
  }

  /** For as long as an earlier scroll still runs out. */
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
    // The browser keeps the place where nothing else does; both at once would look like a reader's scroll.
    if (scroller) scroller.style.overflowAnchor = held === undefined ? 'auto' : 'none';
  }

  #topOf(id: Snowflake): number {
    let row = this.#parts.row(id);
    if (!row) return this.#lastTop;
    // The day, and the mark of what is new, belong to it.
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
