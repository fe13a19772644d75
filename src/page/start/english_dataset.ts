import { nameDatasetScript } from "../../plan/language.ts";
import { ENGLISH_DATASET } from "../../words/english_dataset.ts";
import { deliverPart } from "../files/parts.ts";
import { openDatasetPart } from "../dataset/dataset_part.ts";

deliverPart(nameDatasetScript(ENGLISH_DATASET.language), openDatasetPart(ENGLISH_DATASET));
