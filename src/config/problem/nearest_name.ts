import { distance } from "fastest-levenshtein";

/** Finds the candidate that a misspelt name most likely meant, or null where none is like it. */
export function findNearestName(name: string, candidates: Iterable<string>): string | null {
  let nearest: string | null = null;
  let least = Infinity;
  for (const candidate of candidates) {
    const edits = countEdits(name, candidate);
    if (edits < least) [nearest, least] = [candidate, edits];
  }
  return nearest;
}

/** Asks at the end of a sentence whether a name was meant; says nothing where none is near. */
export function suggestName(nearest: string | null): string {
  return nearest === null ? "" : `; did you mean "${nearest}"?`;
}

// Infinity where more than half of the longer name would change: another word, not a slip.
function countEdits(name: string, candidate: string): number {
  const most = Math.ceil(Math.max(name.length, candidate.length) / 2);
  if (Math.abs(name.length - candidate.length) > most) return Infinity;
  const edits = distance(name.toLowerCase(), candidate.toLowerCase());
  return edits <= most ? edits : Infinity;
}
