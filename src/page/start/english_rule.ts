import { nameRuleScript } from "../../plan/language.ts";
import { ENGLISH_RULE } from "../../words/english_rule.ts";
import { deliverPart } from "../files/parts.ts";
import { openRulePart } from "../rule/rule_part.ts";

deliverPart(nameRuleScript(ENGLISH_RULE.language), openRulePart(ENGLISH_RULE));
