import sharp from "sharp";
import { listTree } from "../tests/support/temp_folder.ts";

/** A picture of a report as pixels, within one file that holds all. */
export interface RawPicture {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
  /** How many colours it is limited to; null where it keeps all. */
  readonly colours: number | null;
  readonly from: number;
  readonly to: number;
}

/** Writes the pixels of a report's pictures one behind the other, and lists them. */
export async function writeRawPictures(report: string, path: string): Promise<RawPicture[]> {
  const pictures: RawPicture[] = [];
  using file = await Deno.create(path);
  let from = 0;
  for (const name of await listTree(report)) {
    if (!name.endsWith(".png")) continue;
    const png = await Deno.readFile(`${report}/${name}`);
    const { space, bitsPerSample = 8, isPalette = false } = await sharp(png).metadata();
    const { data, info } = await sharp(png, { limitInputPixels: false })
      .toColourspace(isPalette ? "srgb" : space).raw().toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    const to = from + data.length;
    pictures.push({
      ...{ width, height, channels, from, to },
      colours: isPalette ? 2 ** bitsPerSample : null,
    });
    for (let done = 0; done < data.length;) done += await file.write(data.subarray(done));
    from = to;
  }
  return pictures;
}
