import type { Failure } from "../report/failure.ts";
import { listSome } from "../words/quantity.ts";

/** Tells what is left out of a report, a line each; what fails alike on many photos is one. */
export function writeFailureLines(failures: readonly Failure[]): string[] {
  const alike = Map.groupBy(failures, (failure) => keyOf(failure));
  return [...alike.values()].map((group) => {
    const { place, where, message } = group[0]!;
    const photos = group.map(({ place: { photo } }) => photo ?? "");
    const all = [place.model, ...place.layers].join(", ");
    return `left out: ${photos.length === 1 ? where : `${all} on ${listSome(photos)}`}: ${message}`;
  });
}

function keyOf({ place, where, message }: Failure): string {
  const { model, layers, photo } = place;
  return JSON.stringify(photo === null ? [where, message] : [model, layers, message]);
}
