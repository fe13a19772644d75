/** A browser engine that pages are tried in. */
export interface Engine {
  readonly name: string;
  /** What it lacks on this machine, and what mends that; null where it runs. */
  readonly missing: string | null;
  /** Whether it tells of errors; else only pages that are served keep them. */
  readonly tellsFaults: boolean;
  start(): Promise<RunningEngine>;
}

/** An engine that runs until it is closed. */
export interface RunningEngine {
  /** Opens an empty page in a browser without memory; what it asks of elsewhere is a fault. */
  openPage(origin: string, size: WindowSize): Promise<EnginePage>;
  close(): Promise<void>;
}

/** The inner size of a window, in CSS pixels. */
export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

/**
 * A page as a reader has it before them; selectors are those of CSS. What is clicked, typed into or
 * chosen from is waited for: a page is put in its place, and a table sorted, by scripts.
 */
export interface EnginePage extends AsyncDisposable {
  /** Opens an address, and waits until its page is loaded. */
  open(url: string): Promise<void>;
  /** Goes back, and does not wait. */
  back(): Promise<void>;
  /** Runs a function on the page; what goes in and comes out is plain data. */
  evaluate<Args extends readonly unknown[], Result>(
    run: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>>;
  click(selector: string): Promise<void>;
  /** Types a text into a field, by keys. */
  type(selector: string, text: string): Promise<void>;
  /** Presses a key by its name, such as `ArrowRight` or `t`. */
  press(key: string): Promise<void>;
  /** Chooses an option of a select element by its value. */
  choose(selector: string, value: string): Promise<void>;
  /** Draws what the window shows, as a PNG. */
  draw(): Promise<Uint8Array>;
  resize(size: WindowSize): Promise<void>;
  /** Lists errors and requests to elsewhere, as far as the engine tells of them. */
  listFaults(): Promise<readonly string[]>;
}
