import type { Assessment, AssessmentKind } from "./assessment.ts";
import { businessPotential } from "./business-potential.ts";
import { general } from "./general.ts";
import { thinkingStyle } from "./thinking-style.ts";
import { vitality } from "./vitality.ts";

/** The questionnaire of each kind. */
export const assessments: Readonly<Record<AssessmentKind, Assessment>> = {
  general,
  business_potential: businessPotential,
  thinking_style: thinkingStyle,
  vitality,
};
