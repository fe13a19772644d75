import type { OddityKind } from "../config/oddity_kind.ts";
import { findAlwaysOn } from "./always_on.ts";
import { findConstantMaps, findZeroKernels } from "./blank.ts";
import { findBorder } from "./border.ts";
import { findColourLost, findNeedsColour } from "./colour.ts";
import { findCopies } from "./copies_input.ts";
import { findDamage } from "./damage.ts";
import { findMergeable } from "./mergeable.ts";
import { findNeverOn } from "./never_on.ts";
import { findNotFinite } from "./not_finite.ts";
import type { FindOddness } from "./odd_layer.ts";
import { findOneBlur, findOneFilter } from "./one_filter.ts";
import { findOutlier } from "./outlier.ts";
import { findEqualMaps, findSameOnAll } from "./same_maps.ts";
import { findRarelyOn } from "./rarely_on.ts";
import { findStillPhoto } from "./still_photo.ts";

/** How each kind is found in a layer. */
export const ODDITY_FINDERS: Readonly<Record<OddityKind, FindOddness>> = {
  damage: findDamage,
  "not-finite": findNotFinite,
  "equal-maps": findEqualMaps,
  "mergeable": findMergeable,
  "same-on-all": findSameOnAll,
  "copies-input": findCopies,
  "never-on": findNeverOn,
  "rarely-on": findRarelyOn,
  "zero-kernel": findZeroKernels,
  "constant": findConstantMaps,
  "one-blur": findOneBlur,
  "one-filter": findOneFilter,
  "colour-lost": findColourLost,
  "outlier": findOutlier,
  "still-photo": findStillPhoto,
  "border": findBorder,
  "always-on": findAlwaysOn,
  "needs-colour": findNeedsColour,
};
