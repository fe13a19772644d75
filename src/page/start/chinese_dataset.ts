import { nameDatasetScript } from "../../plan/language.ts";
import { CHINESE_DATASET } from "../../words/chinese_dataset.ts";
import { deliverPart } from "../files/parts.ts";
import { openDatasetPart } from "../dataset/dataset_part.ts";

deliverPart(nameDatasetScript(CHINESE_DATASET.language), openDatasetPart(CHINESE_DATASET));
