import type { TrailView } from "./trail_view.ts";

/** What every page needs: the view of `page.hbs`. */
export interface PageView {
  /** The title of the document. */
  readonly title: string;
  /** The way up to the report's folder, such as `../`; empty on the first page. */
  readonly root: string;
  /** The page's own stylesheet; null where it has none. */
  readonly stylesheet: string | null;
  readonly trail: TrailView;
  /** The program that wrote the report. */
  readonly generator: string;
}
