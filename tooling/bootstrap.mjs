// Runs under whatever Node started it, so plain JavaScript that Node 18 parses, and no dependency.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
// A named import that an old Node lacks would fail before the sentence about old Nodes.
import fs from "node:fs";
import { constants } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const nodeVersion = "24.21.0";
const pnpmVersion = "12.21.0";
const oldestNode = 18;
/** Toolchain 250 MB, dependencies 700 MB, and room to build in. */
const bytesToInstall = 2 * 1024 ** 3;

const root = resolve(fileURLToPath(new URL("..", import.meta.url)));
const toolchain = join(root, ".toolchain");
const bin = join(toolchain, "bin");
const [command = "start", ...rest] = process.argv.slice(2);

main();

/**
 * A script of package.json says `check && exec … start`: exec makes this process npm's own child, so
 * that a signal sent to npm arrives and its exit code is ours. (The shell in between would keep
 * SIGINT to itself.) Windows has no exec; there the check has its say and ends the line.
 */
function main() {
  checkPlatform();
  if (command === "check") {
    return;
  }
  const script = join(root, "tooling", `${command}.ts`);
  if (!/^[a-z-]+$/.test(command) || !fs.existsSync(script)) {
    stop(`There is no command ${command}.`, "Use npm start, npm run dev or npm test.");
  }
  bringToolchain();
  installDependencies();
  run(script);
}

function checkPlatform() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < oldestNode) {
    stop(
      `This is Node ${process.versions.node}; the first step needs Node ${oldestNode} or newer.`,
      "Install Node 24 (https://nodejs.org), then run the command again.",
    );
  }
  if (process.platform === "win32") {
    stop(
      "Windows itself is not supported.",
      "Install WSL 2 (wsl --install), then clone and run inside it: everything works there.",
    );
  }
}

/** Exactly one Node and one pnpm, as the npm packages that hold nothing but the two programs. */
function bringToolchain() {
  if (hasToolchain()) {
    return;
  }
  checkSystem();
  const { platform, arch } = process;
  // The macOS build for Apple silicon has a name of its own on npm.
  const nodePackage = `${platform === "darwin" && arch === "arm64" ? "node-bin" : "node"}-${platform}-${arch}`;
  const pnpmPackage = `@pnpm/exe.${platform}-${arch}`;
  say(`Bringing Node ${nodeVersion} and pnpm ${pnpmVersion} (once, about 80 MB)…`);
  writable(() => {
    fs.rmSync(toolchain, { recursive: true, force: true });
    fs.mkdirSync(bin, { recursive: true });
    fs.writeFileSync(join(toolchain, "package.json"), '{"name":"toolchain","private":true}\n');
  });
  npm([
    "install",
    `--prefix=${toolchain}`,
    "--no-save",
    "--no-package-lock",
    // Both packages hold finished programs; their scripts would only fetch them a second time.
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    // Without a network npm would try for more than a minute before it says so.
    "--fetch-retries=2",
    "--fetch-retry-mintimeout=1000",
    "--fetch-retry-maxtimeout=4000",
    `${nodePackage}@${nodeVersion}`,
    `${pnpmPackage}@${pnpmVersion}`,
  ]);
  fs.symlinkSync(`../node_modules/${nodePackage}/bin/node`, join(bin, "node"));
  fs.symlinkSync(`../node_modules/${pnpmPackage}/pnpm`, join(bin, "pnpm"));
  if (!hasToolchain()) {
    stop(
      `The Node that npm brought does not run here (${platform} on ${arch}).`,
      "Delete the folder .toolchain and try again; if it stays, this system is too old for Node 24.",
    );
  }
}

/** Asks the programs themselves: an interrupted npm leaves folders that look whole. */
function hasToolchain() {
  const answer = (program) =>
    spawnSync(join(bin, program), ["--version"], { encoding: "utf8", env: cleanEnvironment() })
      .stdout;
  return answer("node")?.trim() === `v${nodeVersion}` && answer("pnpm")?.trim() === pnpmVersion;
}

function checkSystem() {
  const supported = ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64"];
  const here = `${process.platform}-${process.arch}`;
  if (!supported.includes(here)) {
    stop(`This system (${here}) is not supported.`, `These are: ${supported.join(", ")}.`);
  }
  if (process.platform === "linux") {
    // Without this the report looks up the name of every peer, which can take seconds.
    process.report.excludeNetwork = true;
    if (!process.report.getReport().header.glibcVersionRuntime) {
      stop(
        "This Linux is built on musl (Alpine, for one); the embedded database needs glibc.",
        "Use a Debian, Ubuntu or Fedora based system or image, such as node:24-slim.",
      );
    }
  }
  checkSpace();
}

function checkSpace() {
  // Node learnt this in 18.15.
  if (!fs.statfsSync) {
    return;
  }
  const { bavail, bsize } = fs.statfsSync(root);
  if (bavail * bsize < bytesToInstall) {
    const free = Math.floor((bavail * bsize) / 1024 ** 2);
    stop(
      `The disk that holds ${root} is nearly full: ${free} MB are free, 2 GB are needed.`,
      "Free some space, then run the command again.",
    );
  }
}

/** Installs when a manifest, the workspace file or the lockfile changed since the last time. */
function installDependencies() {
  const stamp = join(root, "node_modules", ".bootstrap-stamp");
  const wanted = fingerprint();
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === wanted) {
    return;
  }
  checkSpace();
  say("Installing the packages of the lockfile (the first time takes about half a minute)…");
  const started = Date.now();
  const { status, stdout, stderr, error } = spawnSync(
    join(bin, "pnpm"),
    ["install", "--frozen-lockfile", "--prefer-offline", "--reporter=append-only"],
    {
      cwd: root,
      // CI keeps pnpm from asking whether it may remove an old node_modules.
      env: { ...toolEnvironment(), CI: "1" },
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  if (error || status !== 0) {
    const output = `${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}`;
    if (/ERR_PNPM_OUTDATED_LOCKFILE|frozen-lockfile/.test(output)) {
      fail(
        output,
        "The lockfile does not fit the package.json files.",
        "Run pnpm install once and commit pnpm-lock.yaml.",
      );
    }
    explainDownload(output, "pnpm");
  }
  writable(() => fs.writeFileSync(stamp, wanted));
  say(`Packages are in place (${((Date.now() - started) / 1000).toFixed(0)} s).`);
}

function fingerprint() {
  const hash = createHash("sha256").update(`${nodeVersion} ${pnpmVersion} ${process.platform}`);
  const workspace = fs.readFileSync(join(root, "pnpm-workspace.yaml"), "utf8");
  const files = ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json"];
  const list = /^packages:\n((?:[ \t]+-.*\n)+)/m.exec(workspace)?.[1] ?? "";
  for (const [, pattern] of list.matchAll(/-\s*["']?([^"'\s]+)/g)) {
    const folders = pattern.endsWith("/*")
      ? fs
          .readdirSync(join(root, pattern.slice(0, -2)))
          .sort()
          .map((name) => pattern.replace("*", name))
      : [pattern];
    files.push(...folders.map((folder) => join(folder, "package.json")));
  }
  for (const file of files.filter((name) => fs.existsSync(join(root, name)))) {
    hash.update(`\n${file}\n`).update(fs.readFileSync(join(root, file)));
  }
  return hash.digest("hex");
}

/**
 * Hands over to the command under Node 24: its end is our end, and signals reach it. The channel
 * tells it, by closing, when this process is killed. When npm is, the command is asked to end.
 */
function run(script) {
  const child = spawn(join(bin, "node"), [script, ...rest], {
    cwd: root,
    env: toolEnvironment(),
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  // A terminal's Ctrl-C reaches the child twice, from the terminal and from here; commands allow for it.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => child.kill(signal));
  }
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 1000).unref();
  }
  child.on("error", (error) =>
    stop(`Node 24 cannot be run: ${error.message}.`, "Delete the folder .toolchain and try again."),
  );
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

function npm(args) {
  // Started by npm, that very npm is used; npx and other managers name something else here.
  const own = process.env.npm_execpath ?? "";
  const [file, first] = /npm-cli\.js$/.test(own) ? [process.execPath, [own]] : ["npm", []];
  const { status, stdout, stderr, error } = spawnSync(file, [...first, ...args], {
    cwd: root,
    env: cleanEnvironment(),
    encoding: "utf8",
    maxBuffer: 16 * 1024 * 1024,
  });
  if (error?.code === "ENOENT") {
    stop(
      "npm is not on this machine.",
      "Install Node together with npm, then run npm start again.",
    );
  }
  if (error || status !== 0) {
    explainDownload(`${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}`, "npm");
  }
}

function explainDownload(output, tool) {
  if (/ENOSPC|no space left/i.test(output)) {
    fail(output, "The disk is full.", "Free some space, then run the command again.");
  }
  if (/EACCES|EPERM|EROFS|permission denied/i.test(output)) {
    fail(
      output,
      `${tool} may not write to ${root} or to its own cache.`,
      "Check who owns these folders.",
    );
  }
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET|CERT|certificate|network|dns|connect|timed? ?out|fetch/i.test(
      output,
    )
  ) {
    fail(
      output,
      `${tool} cannot reach the package registry.`,
      "Check the connection, the proxy and `npm config get registry`, then run the command again: it goes on where it stopped.",
    );
  }
  fail(output, `${tool} could not install what is needed.`, "What it said is above.");
}

function writable(work) {
  try {
    work();
  } catch (error) {
    explainDownload(String(error), "This command");
  }
}

/**
 * The environment without what an outer `npm start` adds. It hands every line of the user's npmrc
 * on as npm_config_*, and an inner npm or pnpm then warns about each key it does not know. What
 * leads to the registry stays.
 */
function cleanEnvironment() {
  const kept =
    /^npm_config_(registry|cache|userconfig|globalconfig|cafile|ca|strict_ssl|(https?_|no)?proxy|_auth.*|\/\/.*|@.*)$/i;
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => name !== "INIT_CWD" && (!/^npm_/i.test(name) || kept.test(name)),
    ),
  );
}

function toolEnvironment() {
  return {
    ...cleanEnvironment(),
    PATH: [bin, process.env.PATH].join(delimiter),
    NEXT_TELEMETRY_DISABLED: "1",
    TURBO_TELEMETRY_DISABLED: "1",
    DO_NOT_TRACK: "1",
  };
}

function say(line) {
  console.error(`• ${line}`);
}

function fail(output, sentence, advice) {
  const lines = output.trim().split("\n");
  console.error(
    lines
      .filter((line) => !/^npm error\s+at /.test(line))
      .slice(0, 12)
      .join("\n"),
  );
  stop(sentence, advice);
}

function stop(sentence, advice) {
  console.error(`\n✖ ${sentence}\n  ${advice}`);
  process.exit(1);
}
