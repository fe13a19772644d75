import { readNotes } from "../../config/noted/metadata_recipe.ts";
import { OWN_NOTE, type OwnRecipe, readOwnNote } from "../../config/noted/own_note.ts";
import { changePreprocess, type PreprocessChanges } from "../../config/preprocess/changes.ts";
import { excerpt } from "../../config/problem/excerpt.ts";
import type { Effects } from "../../effects.ts";
import type { ConvLayer } from "../../onnx/layer/conv_layer.ts";
import type { ImageInput } from "../../onnx/input/feed.ts";
import type { Model } from "../../onnx/graph/model.ts";
import type { FoundPreprocess } from "../../plan/found.ts";
import { type FoundBeside, proposeBeside } from "./beside.ts";
import type { Proposal } from "./proposal.ts";
import { fitProposal } from "./fitted_recipe.ts";
import { proposeByGraph } from "./graph_proposal.ts";
import { findTold } from "./way.ts";
import { guessProposal } from "./guessed_proposal.ts";

/** A model that takes photos. */
export interface PhotoModel {
  /** Its file, as the config names it. */
  readonly path: string;
  readonly model: Model;
  /** All of its convolutions. */
  readonly layers: readonly ConvLayer[];
  readonly image: ImageInput;
}

/**
 * Finds how photos become the input of a model that nobody has said it of: by the files beside it,
 * else by its metadata, else by what its graph does with them, else by what it looks like.
 */
export async function findPreprocess(
  photoModel: PhotoModel,
  changes: PreprocessChanges,
  files: Effects["files"],
): Promise<FoundPreprocess> {
  const { path, model, layers, image } = photoModel;
  const channels = image.channels ?? countRead(layers, image);
  const beside = await proposeBeside(path, files);
  const noted = beside.proposal === null ? proposeNoted(model) : NOTHING;
  const proposal = beside.proposal ?? noted.proposal ?? tryGraph(photoModel) ??
    guessProposal({ model, image }, channels);
  const { recipe, size, passedOver } = fitProposal(proposal, { model, image, channels });
  const keys = Object.keys(changes);
  const changed = changePreprocess(recipe, changes);
  return {
    name: "auto",
    recipe: changed,
    found: {
      sure: proposal.sure,
      size: "resize" in changes || "crop" in changes ? findTold(changed).size : size,
      reasons: [
        proposal.origin,
        ...beside.passedOver,
        ...noted.passedOver,
        ...passedOver,
        ...keys.length > 0 ? [{ code: "recipe-changed" as const, keys }] : [],
      ],
    },
  };
}

// Weights that cannot be read are told of where they are drawn.
function tryGraph(photoModel: PhotoModel): Proposal | null {
  try {
    return proposeByGraph(photoModel);
  } catch {
    return null;
  }
}

const NOTHING: FoundBeside = { proposal: null, passedOver: [] };

// An input that leaves its channels open is read by kernels that do not.
function countRead(layers: readonly ConvLayer[], { name }: ImageInput): number | null {
  return layers.find(({ readsInput }) => readsInput === name)?.shape?.inChannels ?? null;
}

function proposeOwn({ recipe, sure }: OwnRecipe): Proposal {
  const origin = { code: "recipe-of-metadata", maker: "convatlas", keys: [OWN_NOTE] } as const;
  return { values: recipe, way: null, size: null, whole: recipe, origin, sure };
}

function proposeNoted({ metadata }: Model): FoundBeside {
  const own = readOwnNote(metadata);
  if (own !== null && "recipe" in own) return { proposal: proposeOwn(own), passedOver: [] };
  const noted = own ?? readNotes(metadata);
  if (noted === null) return NOTHING;
  if (!("values" in noted)) {
    const { key, value } = noted;
    const found = excerpt(value);
    return { proposal: null, passedOver: [{ code: "metadata-passed-over", key, found }] };
  }
  const { maker, keys, ...told } = noted;
  const origin = { code: "recipe-of-metadata", maker, keys } as const;
  return { proposal: { ...told, whole: null, origin, sure: true }, passedOver: [] };
}
