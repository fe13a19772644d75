/** One browser, by the WebDriver protocol of the W3C over HTTP; it ends with its driver. */
export interface Session {
  /** Sends a command to the browser, and gives the value that it answers. */
  send(method: "GET" | "POST", path: string, body?: object): Promise<unknown>;
  /** Waits for the one element that is first, and gives it in the form that commands take it. */
  find(selector: string): Promise<string>;
}

// What is asked of a page that is just left may never be answered, nor end by itself.
const LONGEST = 30_000; // milliseconds

// Sooner, so that the driver says which element never came.
const LONGEST_FIND = 20_000;

/** Opens a session with a driver that starts at an address, such as `http://127.0.0.1:4444`. */
export async function openSession(address: string): Promise<Session> {
  await awaitDriver(address);
  const timeouts = { implicit: LONGEST_FIND };
  const body = { capabilities: { alwaysMatch: { pageLoadStrategy: "none", timeouts } } };
  const { sessionId } = await ask(`${address}/session`, "POST", body) as { sessionId: string };
  const session = `${address}/session/${sessionId}`;
  return {
    send: (method, path, body) => ask(`${session}/${path}`, method, body),
    find: async (selector) => {
      const query = { using: "css selector", value: selector };
      // The one field is named by the standard.
      return Object.values(await ask(`${session}/element`, "POST", query) as object)[0];
    },
  };
}

async function awaitDriver(address: string): Promise<void> {
  const end = Date.now() + LONGEST;
  for (;;) {
    try {
      return void await ask(`${address}/status`, "GET");
    } catch (cause) {
      if (Date.now() > end) throw new Error(`Cannot reach driver "${address}"`, { cause });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function ask(url: string, method: string, body: object = {}): Promise<unknown> {
  const path = new URL(url).pathname.split("/").slice(3).join("/");
  const answer = await fetch(url, {
    method,
    headers: { "content-type": "application/json" },
    signal: AbortSignal.timeout(LONGEST),
    ...(method === "POST" ? { body: JSON.stringify(body) } : {}),
  }).catch((cause) => {
    throw new Error(`Cannot ask driver "${path}": it gives no answer`, { cause });
  });
  const { value } = await answer.json();
  if (answer.ok) return value;
  throw new Error(`Cannot ask driver "${path}": ${value.error}, ${value.message}`);
}
