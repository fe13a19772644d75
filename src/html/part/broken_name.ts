/** Breaks a name behind `/`, `_` and `.`: where a line may end. */
export function breakName(name: string): readonly string[] {
  return name.match(/[^/_.]*[/_.]+|[^/_.]+/g) ?? [name];
}
