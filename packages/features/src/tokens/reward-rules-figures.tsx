"use client";

import type { RuleFigures } from "@neothink/api/tokens/reward-rules.schema";
import { isTokenType, tokenTypes } from "@neothink/brand/tokens";
import { Field } from "@neothink/ui/field";
import { Input } from "@neothink/ui/input";
import type { ReactElement } from "react";
import { NativeSelect } from "../identity/native-select.tsx";
import {
  decimalFields,
  fieldError,
  tierFields,
  typedWhole,
  wholeFields,
} from "./reward-rules-fields.ts";

type Errors = Readonly<Record<string, readonly string[]>>;

const grid = "grid items-start gap-5 sm:grid-cols-2 xl:grid-cols-3";

/** The figures of a platform: amounts, days, factors, daily limits and rates. */
export function RewardRulesFigures({
  figures,
  errors,
  onChange,
}: {
  figures: RuleFigures;
  errors: Errors;
  onChange: (figures: RuleFigures) => void;
}): ReactElement {
  const set = (change: Partial<RuleFigures>): void => onChange({ ...figures, ...change });
  return (
    <div className="grid gap-8">
      <div className={grid}>
        {decimalFields.map(({ name, label, hint }) => (
          <Field key={name} label={label} hint={hint} error={fieldError(errors, `figures.${name}`)}>
            <Input
              inputMode="decimal"
              value={figures[name]}
              onChange={(event) => set({ [name]: event.target.value })}
            />
          </Field>
        ))}
        {wholeFields.map(({ name, label, hint }) => (
          <Field key={name} label={label} hint={hint} error={fieldError(errors, `figures.${name}`)}>
            <Input
              type="number"
              min={0}
              value={Number.isNaN(figures[name]) ? "" : figures[name]}
              onChange={(event) => set({ [name]: typedWhole(event.target.value) })}
            />
          </Field>
        ))}
        <Field label="Usual token" hint="Paid when the member chose none.">
          <NativeSelect
            value={figures.defaultToken}
            onChange={({ target }) =>
              isTokenType(target.value) ? set({ defaultToken: target.value }) : undefined
            }
          >
            {tokenTypes.map((token) => (
              <option key={token}>{token}</option>
            ))}
          </NativeSelect>
        </Field>
      </div>
      <fieldset className="grid gap-4">
        <legend className="pb-4 text-sm font-semibold tracking-tight">Factor by tier</legend>
        <div className={grid}>
          {tierFields.map(({ name, label }) => (
            <Field
              key={name}
              label={label}
              error={fieldError(errors, `figures.tierFactors.${name}`)}
            >
              <Input
                inputMode="decimal"
                value={figures.tierFactors[name]}
                onChange={(event) =>
                  set({ tierFactors: { ...figures.tierFactors, [name]: event.target.value } })
                }
              />
            </Field>
          ))}
        </div>
      </fieldset>
      <fieldset className="grid gap-4">
        <legend className="pb-4 text-sm font-semibold tracking-tight">Paid actions a day</legend>
        <div className={grid}>
          <Field label="Usual limit" error={fieldError(errors, "figures.limits.default")}>
            <Input
              type="number"
              min={0}
              value={Number.isNaN(figures.limits.default) ? "" : figures.limits.default}
              onChange={(event) =>
                set({ limits: { ...figures.limits, default: typedWhole(event.target.value) } })
              }
            />
          </Field>
          {Object.entries(figures.limits.pairs).map(([pair, limit]) => (
            <Field
              key={pair}
              label={pair.replace(":", " by ")}
              error={fieldError(errors, `figures.limits.pairs.${pair}`)}
            >
              <Input
                type="number"
                min={0}
                value={Number.isNaN(limit) ? "" : limit}
                onChange={(event) =>
                  set({
                    limits: {
                      ...figures.limits,
                      pairs: { ...figures.limits.pairs, [pair]: typedWhole(event.target.value) },
                    },
                  })
                }
              />
            </Field>
          ))}
        </div>
      </fieldset>
      {Object.keys(figures.rates).length > 0 ? (
        <fieldset className="grid gap-4">
          <legend className="pb-4 text-sm font-semibold tracking-tight">Rates of exchange</legend>
          <div className={grid}>
            {Object.entries(figures.rates).map(([pair, rate]) => (
              <Field
                key={pair}
                label={`One ${pair.replace("_", " in ")}`}
                error={fieldError(errors, `figures.rates.${pair}`)}
              >
                <Input
                  inputMode="decimal"
                  value={rate}
                  onChange={(event) =>
                    set({ rates: { ...figures.rates, [pair]: event.target.value } })
                  }
                />
              </Field>
            ))}
          </div>
        </fieldset>
      ) : null}
    </div>
  );
}
