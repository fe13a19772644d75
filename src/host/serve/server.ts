import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import send from "send";
import { findPage } from "./page_file.ts";
import type { Reload } from "./reload.ts";

/** What is served, and where. */
export interface ServeOptions {
  /** The folder of a report; it may come, change and go while it is served. */
  readonly folder: string;
  /** The port, on this machine alone; 0 takes a free one. */
  readonly port: number;
  /** What lets open pages load themselves anew; null where they stay as they are. */
  readonly reload?: Reload | null;
}

/** A server that runs. */
export interface Serving extends AsyncDisposable {
  readonly address: string;
}

/** What is used of `send`, which brings no types of its own. */
interface Sending {
  on(event: "headers", listener: (response: ServerResponse) => void): Sending;
  on(event: "error", listener: (error: { readonly status: number }) => void): Sending;
  pipe(response: ServerResponse): void;
}

// Not to the network: a report may show what its owner keeps to themselves.
const HOST = "127.0.0.1";

// A page of the network may give a name of its own the address of this machine.
const OWN_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/**
 * Serves a folder to browsers on this machine. Every request looks at the disk anew, and browsers ask
 * whether what they keep has changed.
 *
 * @throws {Error} If the port is taken.
 */
export async function serveFolder(
  { folder, port, reload = null }: ServeOptions,
): Promise<Serving> {
  const server = createServer((request, response) =>
    void answer(request, response, { folder, reload })
  );
  const taken = await listen(server, port);
  return {
    address: `http://localhost:${taken}/`,
    [Symbol.asyncDispose]: () => close(server),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause) => {
      const { code } = cause as NodeJS.ErrnoException;
      const reason = code === "EADDRINUSE" ? "another program has it" : cause.message;
      const advice = "--port names another, and --port 0 takes a free one";
      reject(new Error(`Cannot serve at port ${port}: ${reason}; ${advice}`, { cause }));
    });
    server.listen(port, HOST, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { folder, reload }: Required<Pick<ServeOptions, "folder" | "reload">>,
): Promise<void> {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  if (!OWN_HOST.test(request.headers.host ?? "")) return refuse(response, 403);
  if (reload?.answer(pathname, response)) return;
  const page = reload && await findPage(folder, pathname);
  if (page !== null && reload !== null) return sendPage(response, reload.equip(page));
  sendFile(request, response, { folder, pathname });
}

function sendPage(response: ServerResponse, page: string): void {
  const headers = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" };
  response.writeHead(200, headers).end(page); // to HEAD nothing of it is sent
}

function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { folder, pathname }: { readonly folder: string; readonly pathname: string },
): void {
  const options = { root: folder, dotfiles: "ignore", cacheControl: false };
  const sending: Sending = send(request, pathname, options);
  sending.on("headers", (sent) => sent.setHeader("Cache-Control", "no-cache"))
    .on("error", ({ status }) => refuse(response, status))
    .pipe(response);
}

const REFUSALS: ReadonlyMap<number, string> = new Map([
  [403, "This report is served to localhost alone.\n"],
  [404, "There is no such file in the report.\n"],
]);

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" });
  response.end(REFUSALS.get(status) ?? `Error ${status}\n`);
}
