/** Quotes a word of a command, where it needs that, so that a shell takes it as one and as it stands. */
export function quoteWord(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
