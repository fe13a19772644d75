const PRINT = "print";

/** Calls the listener, until the signal, when the page goes onto paper, or is shown as on paper. */
export function onPrint(listener: () => void, signal: AbortSignal): void {
  addEventListener("beforeprint", listener, { signal });
  matchMedia(PRINT).addEventListener("change", ({ matches }) => matches && listener(), { signal });
}

/** Whether the page is shown as on paper. */
export function isPrinted(): boolean {
  return matchMedia(PRINT).matches;
}
