import type { Words } from "../../words/words.ts";
import { toast } from "./toast.ts";

/** Copies the address of what is shown. */
export function copyLink({ tools }: Words): void {
  const byHand = () => toast(tools.copyByHand(location.href));
  if (!navigator.clipboard) return byHand();
  navigator.clipboard.writeText(location.href).then(() => toast(tools.copied), byHand);
}
