import { SHARE_ENV, Worker } from "node:worker_threads";

/** A thread that does what it is told. */
export interface Thread {
  /** Takes what it is told and gives what it tells; its module gets the other end as its first message. */
  readonly port: MessagePort;
  close(): void;
}

/** A thread that is to be started, and the ends of what it talks by. */
export interface ThreadOrder {
  readonly module: string;
  readonly port: MessagePort;
  /** Takes the text of the error that the thread ends with; what comes from it ends the thread. */
  readonly watch: MessagePort;
}

let start: (order: ThreadOrder) => void = startThread;

/** Has all further threads started by another one: those of a thread within a thread take Deno a second each. */
export function startThreadsBy(starter: typeof start): void {
  start = starter;
}

/**
 * Opens a thread.
 *
 * @param module What it runs.
 * @param end Is called when it ends by itself, or does not start, with the text of the error.
 */
export function openThread(module: URL, end: (text: string) => void): Thread {
  const { port1: port, port2: other } = new MessageChannel();
  const { port1: watch, port2: watched } = new MessageChannel();
  const closePorts = (): void => [port, watch].forEach((each) => each.close());
  watch.onmessage = ({ data: text }) => {
    closePorts();
    end(text);
  };
  start({ module: module.href, port: other, watch: watched });
  return {
    port,
    close: () => {
      watch.postMessage("end");
      closePorts();
    },
  };
}

/** Starts a thread of this one. */
export function startThread({ module, port, watch }: ThreadOrder): void {
  try {
    const thread = new Worker(new URL(module), { env: SHARE_ENV });
    thread.on("error", ({ message }) => {
      watch.postMessage(message);
      watch.close();
    });
    watch.onmessage = () => {
      watch.close();
      thread.terminate();
    };
    thread.postMessage(port, [port as never]); // of a browser's type
  } catch (error) {
    watch.postMessage(String(error));
    watch.close();
  }
}
