"use client";

import type { AssessmentResult } from "@neothink/api/identity/assessments/assessment";
import { Card, CardContent } from "@neothink/ui/card";
import type { ReactElement } from "react";
import { polygon, radarPoints } from "./radar.ts";

const radius = 100;
const rings = [0.25, 0.5, 0.75, 1];

/** What the answers come to: a radar, the same figures as bars with numbers, and two sentences. */
export function AssessmentPicture({ result }: { result: AssessmentResult }): ReactElement {
  const { scores } = result;
  const corners = radarPoints(
    scores.map(() => 1),
    radius,
  );
  return (
    <Card>
      <CardContent className="grid gap-8">
        <div className="grid items-center gap-8 sm:grid-cols-[14rem_1fr]">
          <svg
            viewBox="-112 -112 224 224"
            aria-hidden="true"
            className="mx-auto w-full max-w-56 overflow-visible"
          >
            {rings.map((share) => (
              <polygon
                key={share}
                points={polygon(
                  radarPoints(
                    scores.map(() => share),
                    radius,
                  ),
                )}
                className="fill-none stroke-border"
              />
            ))}
            {corners.map(({ x, y }) => (
              <line key={`${x} ${y}`} x1={0} y1={0} x2={x} y2={y} className="stroke-border" />
            ))}
            <polygon
              points={polygon(
                radarPoints(
                  scores.map(({ score }) => Math.max(score, 2) / 100),
                  radius,
                ),
              )}
              className="fill-brand/20 stroke-brand"
              strokeWidth={2}
              strokeLinejoin="round"
            />
          </svg>
          <dl className="grid gap-4">
            {scores.map(({ key, name, score }) => (
              <div key={key} className="grid grid-cols-[1fr_auto] gap-1.5 text-sm">
                <dt>{name}</dt>
                <dd className="figures text-muted-foreground">{score}</dd>
                <dd
                  aria-hidden="true"
                  className="col-span-2 h-1.5 overflow-hidden rounded-full bg-secondary"
                >
                  <div className="h-full rounded-full bg-brand" style={{ width: `${score}%` }} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
        <div className="grid gap-6 border-t pt-6 text-sm leading-relaxed sm:grid-cols-2">
          <div>
            <h2 className="mb-1 font-medium">Your strength</h2>
            <p className="text-muted-foreground">{result.strongest}</p>
          </div>
          <div>
            <h2 className="mb-1 font-medium">A first step</h2>
            <p className="text-muted-foreground">{result.nextStep}</p>
          </div>
        </div>
      </CardContent>
    </Card>
  );
}
