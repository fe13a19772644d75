import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import send from "send";

/** What is served, and where. */
export interface ServeOptions {
  /** The folder of a report; it may come, change and go while it is served. */
  readonly folder: string;
  /** The port, on this machine alone; 0 takes a free one. */
  readonly port: number;
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

/**
 * Serves a folder to browsers on this machine. Every request looks at the disk anew, and browsers ask
 * whether what they keep has changed.
 *
 * @throws {Error} If the port is taken.
 */
export async function serveFolder({ folder, port }: ServeOptions): Promise<Serving> {
  const server = createServer((request, response) => answer(request, response, folder));
  const taken = await listen(server, port);
  return {
    address: `http://localhost:${taken}/`,
    [Symbol.asyncDispose]: () => close(server),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause) => {
      reject(new Error(`Cannot serve at port ${port}: ${cause.message}`, { cause }));
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

function answer(request: IncomingMessage, response: ServerResponse, folder: string): void {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  const options = { root: folder, dotfiles: "ignore", cacheControl: false };
  const sending: Sending = send(request, pathname, options);
  sending.on("headers", (sent) => sent.setHeader("Cache-Control", "no-cache"))
    .on("error", ({ status }) => refuse(response, status))
    .pipe(response);
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" });
  response.end(status === 404 ? "There is no such file in the report.\n" : `Error ${status}\n`);
}
