//! The optimized wasm file with its JavaScript, in `target/wasm`.
//!
//! wasm-pack compiles and makes the JavaScript; it must not optimize, because it takes any `wasm-opt` on the PATH, and an
//! old one breaks its output without a word. The pinned wasm-opt of npm's `binaryen` does that, and the smoke test
//! then runs the optimized file.

use super::fingerprint::Fingerprint;
use crate::Result;
use crate::folder;
use crate::manifest::Manifest;
use crate::process::{run, say};
use crate::setup::{Tools, node_script};
use std::path::{Path, PathBuf};

/// What decides how the file comes out.
const INPUTS: [&str; 9] = [
    "src",
    "Cargo.toml",
    "Cargo.lock",
    "rust-toolchain.toml",
    ".cargo/config.toml",
    "wasm-pack.toml",
    "tests/package-lock.json",
    "xtask/node/smoke.mjs",
    "xtask/src/build/wasm.rs",
];

/// Builds the wasm file, its JavaScript and its types, unless nothing changed; returns their folder.
pub fn build(root: &Path, manifest: &Manifest, tools: &Tools) -> Result<PathBuf> {
    let folder = root.join(&manifest.output.wasm);
    let fingerprint = Fingerprint::of(root, INPUTS.iter().map(Path::new), folder.join("fingerprint"))?;
    if fingerprint.is_current() {
        return Ok(folder);
    }
    folder::make_empty(&folder)?;
    let plain = root.join("target/wasm-pack");
    compile(&plain, tools)?;
    for name in ["whosaid.js", "whosaid.d.ts"] {
        folder::copy(&plain.join(name), &folder.join(name))?;
    }
    let optimized = folder.join("whosaid_bg.wasm");
    optimize(manifest, tools, &plain.join("whosaid_bg.wasm"), &optimized)?;
    run(
        node_script(root, "smoke.mjs").arg(&folder),
        "the optimized file does not work: check the versions and flags in wasm-pack.toml.",
    )?;
    fingerprint.keep()?;
    Ok(folder)
}

fn compile(out: &Path, tools: &Tools) -> Result {
    say("compiling to wasm");
    let mut wasm_pack = tools.wasm_pack()?;
    wasm_pack.args(["build", "--target", "web", "--no-opt", "--no-pack", "--no-gitignore", "--mode", "no-install"]);
    wasm_pack.args(["--out-name", "whosaid", "--out-dir"]).arg(out).args(["--", "--quiet", "--locked"]);
    run(&mut wasm_pack, "mend what the compiler says above.")
}

fn optimize(manifest: &Manifest, tools: &Tools, plain: &Path, optimized: &Path) -> Result {
    say(&format!("optimizing with wasm-opt {}", manifest.tools.binaryen));
    let mut wasm_opt = tools.wasm_opt();
    wasm_opt.args(&manifest.wasm_opt.flags).arg(plain).arg("-o").arg(optimized);
    run(&mut wasm_opt, "check `flags` under [wasm-opt] in wasm-pack.toml.")
}
