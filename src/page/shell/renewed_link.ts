const BEFORE_USE = ["pointerdown", "focus", "click"] as const;

/** Writes a link's `href` anew each time before it is used: it depends on what is shown. */
export function renewLink(
  link: HTMLAnchorElement,
  signal: AbortSignal,
  write: () => string,
): void {
  const renew = (): void => link.setAttribute("href", write());
  for (const event of BEFORE_USE) link.addEventListener(event, renew, { signal, capture: true });
}
