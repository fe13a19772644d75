import { HOOKS } from "../../site/hook/hooks.ts";
import type { ComparePageWords } from "../../words/words.ts";
import {
  countMissingBytes,
  measureAll,
  type MeasuringOptions,
  type Results,
} from "../sides/compare_results.ts";
import { findPart, tell } from "../shell/dom.ts";

/** Measures pairs in the background. */
export interface CompareRun {
  /** Measures what is not measured yet, `first` before the other; asks first where that is much. */
  start(results: Results, options: RunOptions): void;
  /** Stops; what is found by now is kept. */
  stop(): void;
}

/** What is measured first, of what A − B is kept, and whether the reader has asked for it. */
export interface RunOptions extends Pick<MeasuringOptions, "first" | "differing"> {
  readonly asked: boolean;
}

/** What stands around a run. */
export interface RunContext {
  readonly words: ComparePageWords;
  /** Shows what is measured by now. */
  readonly renew: () => void;
  readonly signal: AbortSignal;
}

const RENEWAL = 300; // milliseconds between two looks at what is measured

/** Opens what measures pairs, one run at a time, until the signal. */
export function openRun({ words: { compare }, renew, signal }: RunContext): CompareRun {
  let run = new AbortController();
  let renewal: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    clearTimeout(renewal);
    renewal = undefined;
    if (!signal.aborted) renew();
  };
  const stop = (): void => {
    run.abort();
    clearTimeout(renewal);
    renewal = undefined;
  };
  signal.addEventListener("abort", stop);
  return {
    stop,
    start: (results, { asked, ...options }) => {
      stop();
      run = new AbortController();
      const { signal: own } = run;
      if (mustAsk(countMissingBytes(results, options), compare) && !asked) return;
      findPart(HOOKS.ask).hidden = true;
      const told = (): void => {
        renewal ??= setTimeout(look, RENEWAL);
      };
      measureAll(results, { ...options, told, signal: own }).then(
        () => own.aborted || look(),
        () => own.aborted || tell("compared", compare.valuesMissing),
      );
    },
  };
}

const MOST_BYTES = 64 << 20; // read unasked: some seconds

function mustAsk(bytes: number, compare: ComparePageWords["compare"]): boolean {
  const large = bytes > MOST_BYTES;
  findPart(HOOKS.ask).hidden = !large;
  tell("large", compare.large(`${Math.ceil(bytes / 1e6)} MB`));
  return large;
}
