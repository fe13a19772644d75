/**
 * Tells, until the signal, whether an element is near the window: on it, or as far from it as the
 * window is high. What is printed is near while it is.
 */
export function watchViewport(
  element: Element,
  signal: AbortSignal,
  tell: (near: boolean) => void,
): void {
  let isNear = false;
  const observer = new IntersectionObserver((entries) => {
    isNear = entries.at(-1)!.isIntersecting;
    tell(isNear);
  }, { rootMargin: "100%" });
  observer.observe(element);
  signal.addEventListener("abort", () => observer.disconnect());
  addEventListener("beforeprint", () => tell(true), { signal });
  addEventListener("afterprint", () => tell(isNear), { signal });
}
