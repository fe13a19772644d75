const SIGNS = ["pointermove", "pointerdown", "keydown", "wheel"] as const;
// Long enough for the page itself to be read and drawn.
const REST = 1500; // milliseconds

/**
 * Waits, until the signal, for the first sign of a reader: a move of the pointer, a touch or a key.
 * A page at which nobody does anything gets one once it is loaded and has nothing else to do.
 */
export function awaitInterest(signal: AbortSignal): Promise<void> {
  const found = new AbortController();
  const until = { signal: AbortSignal.any([signal, found.signal]), passive: true };
  return new Promise((resolve) => {
    const find = (): void => {
      found.abort();
      resolve();
    };
    const rest = (): void => {
      const timer = setTimeout(() => whenIdle(find), REST);
      until.signal.addEventListener("abort", () => clearTimeout(timer));
    };
    for (const sign of SIGNS) addEventListener(sign, find, { ...until, capture: true });
    if (document.readyState === "complete") rest();
    else addEventListener("load", rest, until);
  });
}

// Not every browser tells when it is idle, and none is at every page.
function whenIdle(run: () => void): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(run, { timeout: REST });
  else run();
}
