import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactElement, ReactNode } from "react";

import { cn } from "./cn.ts";

const tones = {
  info: { icon: Info, box: "border-info/25 bg-info-soft", text: "text-info" },
  success: { icon: CircleCheck, box: "border-success/25 bg-success-soft", text: "text-success" },
  warning: { icon: TriangleAlert, box: "border-warning/25 bg-warning-soft", text: "text-warning" },
  error: {
    icon: CircleAlert,
    box: "border-destructive/25 bg-destructive-soft",
    text: "text-destructive",
  },
};

/** A message in the page. Errors are announced at once, the rest politely. */
export function Alert({
  tone = "info",
  title,
  children,
  className,
}: {
  tone?: keyof typeof tones;
  title?: ReactNode;
  children?: ReactNode;
  className?: string;
}): ReactElement {
  const { icon: Icon, box, text } = tones[tone];
  return (
    <div
      role={tone === "error" ? "alert" : "status"}
      className={cn("flex gap-3 rounded-lg border p-4 text-sm leading-relaxed", box, className)}
    >
      <Icon aria-hidden="true" className={cn("mt-0.5 size-4 shrink-0", text)} />
      <div className="grid gap-1">
        {title === undefined ? null : <p className={cn("font-medium", text)}>{title}</p>}
        {children === undefined ? null : <div className="text-foreground">{children}</div>}
      </div>
    </div>
  );
}
