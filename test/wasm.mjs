// Runs a test program that was compiled to WebAssembly: node wasm.mjs test_dose.wasm
//
// It gets stdout and nothing else: no files, no environment, no arguments.
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";

// node:wasi says on every start that it is experimental; every other warning stays
const emit = process.emitWarning;
process.emitWarning = (warning, ...rest) => {
  if (!String(warning).startsWith("WASI is an experimental feature")) emit(warning, ...rest);
};
const { WASI } = await import("node:wasi").catch(startAgainWithWasi);

// Node 18, which Debian 12 packages, has WASI behind a flag.
function startAgainWithWasi(cause) {
  const flag = "--experimental-wasi-unstable-preview1";
  if (process.execArgv.includes(flag)) throw cause;
  const again = spawnSync(process.execPath, [flag, ...process.argv.slice(1)], { stdio: "inherit" });
  process.exit(again.status ?? 1);
}

const wasi = new WASI({ version: "preview1", args: ["test"], returnOnExit: true });
const module = await WebAssembly.compile(await readFile(process.argv[2]));
const instance = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: wasi.wasiImport });
try {
  process.exitCode = wasi.start(instance);
} catch (trap) {
  // an out-of-bounds access, a stack overflow, a double too large for an integer, an assert
  console.error(trap.stack);
  process.exitCode = 134;
}
