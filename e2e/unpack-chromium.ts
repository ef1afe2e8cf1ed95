import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inflate } from "@sparticuz/chromium";

const entry = fileURLToPath(import.meta.resolve("@sparticuz/chromium"));
const archives = join(dirname(entry), "..", "bin");

// `inflate` writes to the temporary folder; the parent process points that at the browser's home.
for (const name of ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"]) {
  await inflate(join(archives, name));
}
