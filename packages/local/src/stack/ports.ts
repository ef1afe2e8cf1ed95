import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { connect, createServer } from "node:net";
import { Problem } from "./problem.ts";

/** Where each part of the stack listens, counted from the base port. */
const offsets = {
  hub: 0,
  ascenders: 1,
  neothinkers: 2,
  immortals: 3,
  auth: 10,
  mailbox: 11,
  smtp: 12,
  postgres: 13,
} as const;

/** The four apps, in the order of their ports. */
export const appSlugs = ["hub", "ascenders", "neothinkers", "immortals"] as const;

export type AppSlug = (typeof appSlugs)[number];
export type Part = keyof typeof offsets;
export type Ports = Record<Part, number>;

/** The highest base port: the last part must still fit below 65536. */
export const highestBasePort = 65_535 - Math.max(...Object.values(offsets));

/** Ports from 1024 on that browsers refuse to open, as the Fetch standard lists them. */
const refusedByBrowsers = [
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669,
  6679, 6697, 10_080,
];

/** The first port of a stack that no browser would open; undefined when all is well. */
export function findRefusedPort(ports: Ports): number | undefined {
  return Object.values(ports).find((port) => refusedByBrowsers.includes(port));
}

/** All ports of a stack that starts at `base` (apps +0 to +3, auth +10, mailbox +11, SMTP +12, Postgres +13). */
export function portsFrom(base: number): Ports {
  return {
    hub: base + offsets.hub,
    ascenders: base + offsets.ascenders,
    neothinkers: base + offsets.neothinkers,
    immortals: base + offsets.immortals,
    auth: base + offsets.auth,
    mailbox: base + offsets.mailbox,
    smtp: base + offsets.smtp,
    postgres: base + offsets.postgres,
  };
}

/**
 * Whether nothing listens on a port of this machine's loopback. Asked twice, because binding
 * 127.0.0.1 succeeds while somebody else holds ::1, and a browser tries ::1 first for "localhost".
 */
export async function isPortFree(port: number): Promise<boolean> {
  return (await canBind(port)) && !(await answers(port, "::1"));
}

/** A port that is free now, picked by the system. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address
          ? resolve(address.port)
          : reject(new Error("The system gave no port.")),
      );
    });
  });
}

/** Throws a {@link Problem} that names the first taken port, its part, and the process that has it. */
export async function requireFreePorts(
  wanted: readonly (readonly [string, number])[],
): Promise<void> {
  for (const [part, port] of wanted) {
    if (!(await isPortFree(port))) {
      throw takenPort(part, port);
    }
  }
}

/** The sentence for a taken port. */
export function takenPort(part: string, port: number): Problem {
  const holder = findHolder(port);
  return new Problem(
    `Port ${port}, which ${part} needs, is taken${holder ? ` by ${holder}` : ""}.`,
    "Stop that program, or choose other ports: npm start -- --port 4000",
  );
}

function canBind(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host: "127.0.0.1", exclusive: true }, () =>
      probe.close(() => resolve(true)),
    );
  });
}

function answers(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const end = (yes: boolean): void => {
      socket.destroy();
      resolve(yes);
    };
    socket.setTimeout(500, () => end(false));
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
  });
}

/** Names the listener of a port ("node, process 123"), as far as this user may see it. */
function findHolder(port: number): string | null {
  return process.platform === "linux" ? findHolderInProc(port) : findHolderByLsof(port);
}

function findHolderByLsof(port: number): string | null {
  const { stdout } = spawnSync("lsof", ["-nP", `-iTCP:${port}`, "-sTCP:LISTEN", "-Fpc"], {
    encoding: "utf8",
  });
  const pid = /^p(\d+)$/m.exec(stdout ?? "")?.[1];
  const name = /^c(.+)$/m.exec(stdout ?? "")?.[1];
  return pid ? `${name ?? "a program"}, process ${pid}` : null;
}

function findHolderInProc(port: number): string | null {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  const sockets = new Set<string>();
  for (const table of ["/proc/net/tcp", "/proc/net/tcp6"]) {
    for (const line of readText(table).split("\n").slice(1)) {
      const fields = line.trim().split(/\s+/);
      // 0A is LISTEN in the kernel's table.
      if (fields[1]?.endsWith(suffix) && fields[3] === "0A") {
        sockets.add(`socket:[${fields[9]}]`);
      }
    }
  }
  if (sockets.size === 0) {
    return null;
  }
  for (const pid of readNames("/proc").filter((name) => /^\d+$/.test(name))) {
    for (const descriptor of readNames(`/proc/${pid}/fd`)) {
      if (sockets.has(readLink(`/proc/${pid}/fd/${descriptor}`))) {
        return `${readText(`/proc/${pid}/comm`).trim() || "a program"}, process ${pid}`;
      }
    }
  }
  return null;
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function readNames(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function readLink(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return "";
  }
}
