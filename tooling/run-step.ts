import { spawn } from "node:child_process";

/** What became of one command: how it ended, how long it took, what it printed. */
export interface StepResult {
  name: string;
  ok: boolean;
  seconds: number;
  output: string;
}

/** A named command of the workspace. */
export interface Step {
  name: string;
  command: readonly [string, ...string[]];
  cwd?: string;
}

/**
 * Runs a command from the repository's root and gathers its output.
 * @param live also copies the output to this process as it comes
 */
export function runStep(step: Step, live = false): Promise<StepResult> {
  const [file, ...args] = step.command;
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: step.cwd,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        if (live) {
          process.stdout.write(chunk);
        }
      });
    }
    const end = (ok: boolean, note = ""): void =>
      resolve({
        name: step.name,
        ok,
        seconds: (performance.now() - started) / 1000,
        output: Buffer.concat(chunks).toString("utf8") + note,
      });
    child.on("error", (error) => end(false, String(error)));
    child.on("close", (code) => end(code === 0));
  });
}
