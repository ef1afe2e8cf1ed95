"use client";

import { Alert } from "@neothink/ui/alert";
import { Button } from "@neothink/ui/button";
import { toastError, toastSuccess } from "@neothink/ui/toast";
import { Copy, Download } from "lucide-react";
import type { ReactElement } from "react";

/** New recovery codes, shown this once. */
export function RecoveryCodes({
  codes,
  onKept,
}: {
  codes: readonly string[];
  onKept: () => void;
}): ReactElement {
  const text = `${codes.join("\n")}\n`;

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      toastSuccess("The codes are copied.");
    } catch {
      toastError("Your browser did not let us copy them. Select them and copy them yourself.");
    }
  }
  return (
    <div className="grid gap-5">
      <Alert tone="warning" title="Keep these codes now">
        Each opens your account once when your authenticator is not at hand. They are not shown
        again.
      </Alert>
      <ul
        aria-label="Recovery codes"
        className="figures grid grid-cols-2 gap-x-6 gap-y-2 rounded-lg border bg-muted p-4 font-mono text-sm select-all"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <Button onClick={onKept}>I have kept them</Button>
        <Button variant="outline" onClick={() => void copy()}>
          <Copy aria-hidden="true" />
          Copy
        </Button>
        <Button asChild variant="outline">
          <a
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
            download="recovery-codes.txt"
          >
            <Download aria-hidden="true" />
            Download
          </a>
        </Button>
      </div>
    </div>
  );
}
