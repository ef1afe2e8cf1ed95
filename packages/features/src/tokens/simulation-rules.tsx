"use client";

import type { SimulatedSite } from "@neothink/api/tokens/simulation.schema";
import { Field } from "@neothink/ui/field";
import { Input } from "@neothink/ui/input";
import type { ReactElement } from "react";
import { type DecimalName, decimalFields } from "./reward-rules-fields.ts";

/** The figures and weights of one platform, for one run only. */
export function SimulationRules({
  name,
  rules,
  onChange,
}: {
  name: string;
  rules: SimulatedSite;
  onChange: (rules: SimulatedSite) => void;
}): ReactElement {
  const setFigure = (figure: DecimalName, value: string): void =>
    onChange({ ...rules, figures: { ...rules.figures, [figure]: value } });
  return (
    <fieldset>
      <legend className="pb-3 text-sm font-semibold tracking-tight">{name}</legend>
      <div className="grid grid-cols-2 items-end gap-4 sm:grid-cols-3 xl:grid-cols-6">
        {decimalFields.map((field) => (
          <Field key={field.name} label={field.label}>
            <Input
              inputMode="decimal"
              value={rules.figures[field.name]}
              onChange={({ target }) => setFigure(field.name, target.value)}
            />
          </Field>
        ))}
        {rules.actions.map((action, index) => (
          <Field key={action.type} label={`Weight: ${action.label}`}>
            <Input
              inputMode="decimal"
              value={action.weight}
              onChange={({ target }) =>
                onChange({
                  ...rules,
                  actions: rules.actions.map((one, place) =>
                    place === index ? { ...one, weight: target.value } : one,
                  ),
                })
              }
            />
          </Field>
        ))}
      </div>
    </fieldset>
  );
}
