/** Where a pair stands: its item in the list, and its link. */
export interface MarkedPlace {
  readonly item: HTMLElement;
  readonly link: HTMLElement;
}

/** The marks of pairs: the chosen one, one that is pointed at, those that others fade beside. */
export interface GridMarks {
  /** Marks the chosen pair, and gives it the one tab stop. */
  choose(k: number): void;
  /** Rings a pair that is pointed at elsewhere; none for null. */
  ring(k: number | null): void;
  /** Fades all but some pairs; none for null. */
  peek(members: ((k: number) => boolean) | null): void;
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
  let ringed: number | null = null;
  let peeking: ((k: number) => boolean) | null = null;

  function setChosen(on: boolean): void {
    if (chosen === null) return;
    const { item, link } = placeAt(chosen);
    item.classList.toggle("is-on", on);
    link.tabIndex = on ? 0 : -1;
    if (on) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }

  function setRinged(on: boolean): void {
    if (ringed !== null) placeAt(ringed).item.classList.toggle("is-near", on);
  }

  function layPeek(): void {
    list.classList.toggle("is-peeking", peeking !== null);
    if (peeking === null) return;
    for (let k = 0; k < pairs; k++) placeAt(k).item.classList.toggle("is-peek", peeking(k));
  }

  return {
    choose: (k) => {
      setChosen(false);
      chosen = k;
      setChosen(true);
    },
    ring: (k) => {
      setRinged(false);
      ringed = k;
      setRinged(true);
    },
    peek: (members) => {
      peeking = members;
      layPeek();
    },
    carry: (move) => {
      setChosen(false);
      setRinged(false);
      move();
      setChosen(true);
      setRinged(true);
      if (peeking !== null) layPeek();
    },
  };
}
