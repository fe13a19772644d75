/** Where a pair stands: its item in the list, and its link. */
export interface MarkedPlace {
  readonly item: HTMLElement;
  readonly link: HTMLElement;
}

/** The marks of pairs: the chosen one, one that is pointed at, those that others fade beside. */
export interface GridMarks {
  /** Marks the chosen pair, and gives it the one tab stop. */
  choose(k: number): void;
  /** Highlights a pair that is pointed at elsewhere; none for null. */
  highlight(k: number | null): void;
  /** Fades all but some pairs; none for null. */
  emphasize(members: ((k: number) => boolean) | null): void;
  /** Gives the tab stop to the chosen pair where it is shown, else to the first that is. */
  settle(first: number | null, isShown: (k: number) => boolean): void;
  /** Lets pairs change places; their marks go with them. */
  carry(move: () => void): void;
}

/** Opens the marks of a list of pairs; `placeAt` finds where a pair stands. */
export function openMarks(
  list: HTMLElement,
  pairs: number,
  placeAt: (k: number) => MarkedPlace,
): GridMarks {
  let chosen: number | null = null;
  let highlighted: number | null = null;
  let emphasized: ((k: number) => boolean) | null = null;
  let first: number | null = null;
  let isShown: (k: number) => boolean = () => true;
  let stop: HTMLElement | null = null; // the link that has the one tab stop

  function setStop(): void {
    const k = chosen !== null && isShown(chosen) ? chosen : first ?? chosen;
    if (stop) stop.tabIndex = -1;
    stop = k === null ? null : placeAt(k).link;
    if (stop) stop.tabIndex = 0;
  }

  function setChosen(on: boolean): void {
    if (chosen !== null) markChosen(placeAt(chosen), on);
  }

  function setHighlighted(on: boolean): void {
    if (highlighted !== null) placeAt(highlighted).item.classList.toggle("is-highlighted", on);
  }

  function layEmphasis(): void {
    list.classList.toggle("has-emphasis", emphasized !== null);
    if (emphasized === null) return;
    for (let k = 0; k < pairs; k++) {
      placeAt(k).item.classList.toggle("is-emphasized", emphasized(k));
    }
  }

  return {
    choose: (k) => {
      setChosen(false);
      chosen = k;
      setChosen(true);
      setStop();
    },
    highlight: (k) => {
      setHighlighted(false);
      highlighted = k;
      setHighlighted(true);
    },
    emphasize: (members) => {
      emphasized = members;
      layEmphasis();
    },
    settle: (k, shown) => {
      [first, isShown] = [k, shown];
      setStop();
    },
    carry: (move) => {
      setChosen(false);
      setHighlighted(false);
      move();
      setChosen(true);
      setHighlighted(true);
      if (emphasized !== null) layEmphasis();
    },
  };
}

function markChosen({ item, link }: MarkedPlace, on: boolean): void {
  item.classList.toggle("is-on", on);
  if (on) link.setAttribute("aria-current", "true");
  else link.removeAttribute("aria-current");
}
