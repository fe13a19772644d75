/**
 * A script for pages whose browser does not tell of errors: it keeps them in the session's storage
 * as `faults`, a list in JSON, for all pages of the origin.
 */
export const FAULT_SCRIPT = `(${keepFaults})();`;

function keepFaults(): void {
  const KEY = "faults";
  let left = false; // what then fails to load has been given up
  addEventListener("beforeunload", () => left = true);
  const keep = (fault: string): void => {
    if (left) return;
    const faults = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    sessionStorage.setItem(KEY, JSON.stringify([...faults, `${location.href}: ${fault}`]));
  };
  const { error, warn } = console;
  Object.assign(console, {
    error: (...said: unknown[]) => (keep(`console: ${said.join(" ")}`), error(...said)),
    warn: (...said: unknown[]) => (keep(`console: ${said.join(" ")}`), warn(...said)),
  });
  // Of a file that is missing its element alone is told, on the way down.
  addEventListener("error", ({ message, target }) => {
    keep(message ?? `missing: ${(target as HTMLElement).outerHTML}`);
  }, true);
  addEventListener("unhandledrejection", ({ reason }) => keep(`rejected: ${reason}`));
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
    keep(`refused: ${violatedDirective} ${blockedURI}`);
  });
}
