import { cn } from "@neothink/ui/cn";
import { formatAmount } from "@neothink/ui/format-number";
import type { ReactElement } from "react";
import type { WalletAward } from "./wallet-query.ts";

type Step = WalletAward["formula"]["steps"][number];

/** The formula of an award: each step with its inputs, its arithmetic and the sum after it. */
export function FormulaSteps({
  steps,
  token,
}: {
  steps: readonly Step[];
  token: string;
}): ReactElement {
  const total = steps.at(-1)?.total ?? "0";
  return (
    <>
      <ol className="divide-y">
        {steps.map((step, index) => (
          <FormulaStep key={step.name} step={step} place={index + 1} />
        ))}
      </ol>
      <p className="flex items-baseline justify-between gap-4 border-t bg-muted px-4 py-4 sm:px-6">
        <span className="text-sm font-semibold tracking-tight">Award</span>
        <span className="display figures text-[1.625rem] leading-none">
          {formatAmount(total)} <span className="text-base text-muted-foreground">{token}</span>
        </span>
      </p>
    </>
  );
}

function FormulaStep({ step, place }: { step: Step; place: number }): ReactElement {
  return (
    <li className="grid grid-cols-[auto_1fr_auto] gap-x-4 px-4 py-4 sm:px-6">
      <span
        aria-hidden="true"
        className={cn(
          "figures mt-0.5 grid size-6 place-items-center rounded-full text-xs font-semibold",
          step.applied ? "bg-brand-soft text-brand-text" : "bg-secondary text-muted-foreground",
        )}
      >
        {place}
      </span>
      <div className="grid min-w-0 gap-2">
        <div>
          <p className="text-sm leading-6 font-medium">{step.title}</p>
          <p className="text-sm leading-6 text-muted-foreground">{step.sentence}</p>
        </div>
        <p className="figures justify-self-start rounded-md bg-secondary px-2 py-1 text-[0.8125rem] leading-5 break-words">
          {step.formula}
        </p>
        <dl className="flex flex-wrap gap-x-5 gap-y-1 text-[0.8125rem] leading-5 text-muted-foreground">
          {step.inputs.map((input) => (
            <div key={input.label} className="flex flex-wrap gap-x-1.5">
              <dt>{input.label}</dt>
              <dd className="figures font-medium text-foreground">{input.value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <p className="figures pt-0.5 text-right text-sm font-semibold">
        <span className="sr-only">After this step: </span>
        {formatAmount(step.total)}
      </p>
    </li>
  );
}
