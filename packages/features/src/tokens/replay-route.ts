import { answerExport } from "@neothink/api/tokens/replay-export.http";

/** `GET /economy/export`: the public record of the economy as JSON lines, for anyone. */
export function GET(): Response {
  return answerExport();
}
