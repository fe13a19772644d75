import { drawing, element, group, type Point } from "../../../fixtures/make/svg.ts";
import { createRandom, type Random } from "../random.ts";
import { paintDrawings } from "./painted_drawings.ts";

/** What a scene has that its label stands for, and nothing else of it. */
export const PLANTED_LABELS = ["disc", "neither", "stripes"] as const;

/** A label of such a scene. */
export type PlantedLabel = typeof PLANTED_LABELS[number];

/** The side of a scene, in pixels. */
export const SCENE_SIDE = 64;

const DISC_RADIUS = 7;
const STRIPES_RADIUS = 12;

/** Red, and the colours of discs that no label stands for. */
const COLOURS = { red: "#e01010", others: ["#1040e0", "#10a030", "#808080"] } as const;

/** Stripes from the lower left to the upper right, and others, in degrees. */
const TURNS = { rising: 45, others: [0, 90, 135] } as const;

const PERIOD = 6;

/** Draws scenes by path, so many a label: each has a disc and stripes, red or rising by its label. */
export async function drawPlantedScenes(each: number): Promise<Record<string, Uint8Array>> {
  const random = createRandom(45);
  const scenes = PLANTED_LABELS.flatMap((label) =>
    Array.from({ length: each }, (_, i) => {
      const path = `set/${label}/${String(i).padStart(3, "0")}.png`;
      return { path, svg: drawScene(label, random) };
    })
  );
  const pngs = await paintDrawings(scenes.map(({ svg }) => svg));
  return Object.fromEntries(scenes.map(({ path }, i) => [path, pngs[i]!]));
}

// Disc and stripes lie in halves of their own, so that neither hides the other.
function drawScene(label: PlantedLabel, random: Random): string {
  const isLeft = random.whole(0, 1) === 0;
  const colour = label === "disc" ? COLOURS.red : choose(COLOURS.others, random);
  const turn = label === "stripes" ? TURNS.rising : choose(TURNS.others, random);
  return drawing(
    SCENE_SIDE,
    drawGround(random),
    drawDisc(placeIn(isLeft, DISC_RADIUS, random), colour),
    drawStripes(placeIn(!isLeft, STRIPES_RADIUS, random), turn),
  );
}

function choose<Item>(items: readonly Item[], random: Random): Item {
  return items[random.whole(0, items.length - 1)]!;
}

function placeIn(isLeft: boolean, radius: number, random: Random): Point {
  const half = SCENE_SIDE / 2;
  const x = random.whole(radius, half - radius) + (isLeft ? 0 : half);
  return [x, random.whole(radius, SCENE_SIDE - radius)];
}

function drawGround(random: Random): string {
  const grey = random.whole(90, 150);
  return element("rect", {
    ...{ width: SCENE_SIDE, height: SCENE_SIDE },
    fill: `rgb(${grey},${grey},${grey})`,
  });
}

function drawDisc([cx, cy]: Point, fill: string): string {
  return element("circle", { cx, cy, r: DISC_RADIUS, fill });
}

function drawStripes([x, y]: Point, turn: number): string {
  const bars = Array.from({ length: 2 * STRIPES_RADIUS / PERIOD }, (_, i) => {
    const top = i * PERIOD - STRIPES_RADIUS;
    const half = Math.sqrt(STRIPES_RADIUS ** 2 - (top + PERIOD / 4) ** 2);
    return element("rect", { x: -half, y: top, width: 2 * half, height: PERIOD / 2, fill: "#fff" });
  });
  return group({ transform: `translate(${x} ${y}) rotate(${-turn})` }, ...bars);
}
