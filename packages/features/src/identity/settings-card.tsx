import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@neothink/ui/card";
import type { ReactElement, ReactNode } from "react";

/** One matter of the settings: what it is, and the form or list for it. */
export function SettingsCard({
  title,
  description,
  children,
}: {
  title: string;
  description?: ReactNode;
  children: ReactNode;
}): ReactElement {
  return (
    <Card>
      <CardHeader>
        <CardTitle>{title}</CardTitle>
        {description === undefined ? null : <CardDescription>{description}</CardDescription>}
      </CardHeader>
      <CardContent>{children}</CardContent>
    </Card>
  );
}
