// The same test program, natively and as WebAssembly, must print the same bytes:
// node parity.mjs build/test/test_dose build/test/test_dose.wasm
//
// What is compared is the TAP text and the digest of every RECORDed result in its last line.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const BYTES_MAX = 64 * 1024 * 1024;

function outputOf(program, ...args) {
  const run = spawnSync(program, args, { maxBuffer: BYTES_MAX });
  if (run.error) throw run.error;
  return run.stdout;
}

function firstDifference(a, b) {
  const left = a.toString("latin1").split("\n");
  const right = b.toString("latin1").split("\n");
  const line = left.findIndex((text, i) => text !== right[i]);
  const at = line < 0 ? left.length : line; // one output is the beginning of the other
  return { line: at + 1, native: left[at], wasm: right[at] };
}

const [native, module] = process.argv.slice(2);
const runner = fileURLToPath(new URL("wasm.mjs", import.meta.url));
const nativeText = outputOf(native);
const wasmText = outputOf(process.execPath, runner, module);

console.log("TAP version 13\n1..2");
// two programs that both print nothing, or no digest, agree about nothing
const whole = /^# digest [0-9a-f]{16}$/m.test(nativeText.toString("latin1"));
console.log(`${whole ? "ok" : "not ok"} 1 - the native program printed its digest`);

const same = nativeText.equals(wasmText);
if (!same) {
  const found = firstDifference(nativeText, wasmText);
  console.log(`# first different line: ${found.line}`);
  console.log(`# native: ${found.native ?? "(nothing more)"}`);
  console.log(`# wasm:   ${found.wasm ?? "(nothing more)"}`);
}
console.log(`${same ? "ok" : "not ok"} 2 - the same bytes natively and as wasm`);
process.exitCode = whole && same ? 0 : 1;
