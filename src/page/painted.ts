/**
 * Waits until what stands in the page is painted: what the script does then keeps no reader from
 * reading. A page in a hidden tab is not painted, and does not wait.
 */
export function awaitPaint(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
