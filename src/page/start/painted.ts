// Longer than any engine takes from the end of the document to its first paint, and no wait to see.
const LONGEST = 200; // milliseconds

/**
 * Waits until the page is painted: what the script does then keeps no reader from reading. A page
 * in a hidden tab is not painted, and does not wait. Firefox does not tell of every paint, such as
 * that of a page which opens at an anchor: the wait ends soon after the document has.
 */
export function awaitPaint(): Promise<void> {
  const { supportedEntryTypes: types } = PerformanceObserver;
  if (document.hidden || !types.includes("paint")) return Promise.resolve();
  // An animation frame would do, but join its work with that of the first layout to one long task.
  return new Promise((resolve) => {
    const observer = new PerformanceObserver(end);
    observer.observe({ type: "paint", buffered: true });
    addEventListener("DOMContentLoaded", () => setTimeout(end, LONGEST), { once: true });

    function end(): void {
      observer.disconnect();
      resolve();
    }
  });
}
