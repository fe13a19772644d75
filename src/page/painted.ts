/**
 * Waits until the page is painted: what the script does then keeps no reader from reading. A page
 * in a hidden tab is not painted, and does not wait.
 */
export function awaitPaint(): Promise<void> {
  const { supportedEntryTypes: types } = PerformanceObserver;
  if (document.hidden || !types.includes("paint")) return Promise.resolve();
  // An animation frame would do, but join its work with that of the first layout to one long task.
  return new Promise((resolve) => {
    new PerformanceObserver((_, observer) => {
      observer.disconnect();
      resolve();
    }).observe({ type: "paint", buffered: true });
  });
}
