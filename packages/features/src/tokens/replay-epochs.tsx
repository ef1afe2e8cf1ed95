import type { RouterOutputs } from "@neothink/api/core/router";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@neothink/ui/card";
import { EmptyState } from "@neothink/ui/empty-state";
import { formatCount } from "@neothink/ui/format-number";
import { Table, TableCell, TableHead, TableRow } from "@neothink/ui/table";
import { ShieldCheck } from "lucide-react";
import type { ReactElement } from "react";

type Epoch = RouterOutputs["tokens"]["epochs"]["list"][number];

/** The closed weeks of the record with their hashes. */
export function ReplayEpochs({ epochs }: { epochs: readonly Epoch[] }): ReactElement {
  if (epochs.length === 0) {
    return (
      <EmptyState icon={<ShieldCheck />} title="No week is closed yet">
        The first hash stands here once the first week with a movement is over. The record can be
        downloaded and recomputed before.
      </EmptyState>
    );
  }
  return (
    <Card>
      <CardHeader>
        <CardTitle>Closed weeks</CardTitle>
        <CardDescription>
          Write a hash down, and nobody can change that week or one before it without your noticing.
        </CardDescription>
      </CardHeader>
      <CardContent>
        <Table label="Closed weeks of the record">
          <thead>
            <tr>
              <TableHead>Week of</TableHead>
              <TableHead className="text-right">Movements</TableHead>
              <TableHead>Hash (SHA-256)</TableHead>
            </tr>
          </thead>
          <tbody>
            {epochs.map((epoch) => (
              <TableRow key={epoch.number}>
                <TableCell className="figures whitespace-nowrap">{epoch.label}</TableCell>
                <TableCell className="figures text-right">
                  {formatCount(epoch.entryCount)}
                </TableCell>
                <TableCell>
                  <code className="text-xs break-all select-all">{epoch.hash}</code>
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      </CardContent>
    </Card>
  );
}
