//! `cargo xtask test`: every check and test, in the order in which a mistake is found soonest.

use crate::build::build;
use crate::process::{run, say};
use crate::setup::{Browsers, Tools, find_browsers};
use crate::{Result, analyze, folder};
use std::path::Path;
use std::process::Command;

/// What to do where a step fails that has said why.
const ABOVE: &str = "mend what it says above.";
/// How long a browser may take for the wasm tests, start and loading included.
const SECONDS_IN_BROWSER: &str = "120";

/// Runs all of them, whatever fails, and closes with how many passed.
pub fn test(root: &Path) -> Result {
    let browsers = find_browsers()?;
    let built = build(root)?;
    let steps: [(&str, &dyn Fn() -> Result); 11] = [
        ("format", &|| cargo(root, "fmt --all --check")),
        ("lints, native", &|| cargo(root, "clippy --quiet --workspace --all-targets -- -D warnings")),
        ("lints, wasm", &|| {
            cargo(root, "clippy --quiet --package whosaid --all-targets --target wasm32-unknown-unknown -- -D warnings")
        }),
        ("documentation", &|| documentation(root)),
        ("types of the scripts", &|| run(&mut built.tools.tsc(), ABOVE)),
        ("native tests", &|| cargo(root, "test --quiet --workspace --no-fail-fast")),
        ("wasm tests in Node", &|| wasm_in_node(root, &built.tools)),
        ("wasm tests in Chromium", &|| wasm_in_chromium(root, &built.tools, &browsers)),
        ("the same reports natively and in Node", &|| analyze::compare_engines(root, &built.package)),
        ("what needs no browser: exports, corrections, ways in, colors, words, package", &|| {
            node(root, &built.package)
        }),
        ("page and element in Chromium and Firefox", &|| page(root, &built.site, &browsers)),
    ];
    let mut failures = Vec::new();
    for (name, step) in &steps {
        say(name);
        if let Err(failure) = step() {
            eprintln!("xtask: {name}: {failure}");
            failures.push(*name);
        }
    }
    println!("{} passed, {} failed", steps.len() - failures.len(), failures.len());
    if failures.is_empty() { Ok(()) } else { Err(format!("what failed: {}; see above.", failures.join("; "))) }
}

fn cargo(root: &Path, arguments: &str) -> Result {
    run(Command::new("cargo").args(arguments.split(' ')).current_dir(root), ABOVE)
}

fn documentation(root: &Path) -> Result {
    let mut cargo = Command::new("cargo");
    cargo.args(["doc", "--quiet", "--workspace", "--no-deps", "--document-private-items"]).current_dir(root);
    run(cargo.env("RUSTDOCFLAGS", "-D warnings"), ABOVE)
}

fn wasm_in_node(root: &Path, tools: &Tools) -> Result {
    let mut test = tools.wasm_pack()?;
    run(test.args(["test", "--mode", "no-install", "--node"]).arg(root).args(["--test", "wasm"]), ABOVE)
}

/// Runs the same tests in the Chromium that was found, whatever chromedriver would choose.
fn wasm_in_chromium(root: &Path, tools: &Tools, browsers: &Browsers) -> Result {
    let options = serde_json::json!({ "goog:chromeOptions": { "binary": browsers.chromium } });
    let file = root.join("target/webdriver.json");
    folder::write(&file, options.to_string())?;
    let mut test = tools.wasm_pack()?;
    test.args(["test", "--mode", "no-install", "--headless", "--chrome", "--chromedriver"]).arg(&browsers.chromedriver);
    test.arg(root).args(["--test", "wasm"]);
    // The tests name no environment of their own, and without this variable that would mean Node.
    test.env("WASM_BINDGEN_USE_BROWSER", "1");
    test.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", file).env("WASM_BINDGEN_TEST_TIMEOUT", SECONDS_IN_BROWSER);
    run(&mut test, ABOVE)
}

/// Runs every `tests/*.test.mjs`.
fn node(root: &Path, package: &Path) -> Result {
    let tests = std::fs::read_dir(root.join("tests")).map_err(|error| format!("tests cannot be listed: {error}"))?;
    let names = tests.flatten().map(|entry| entry.path());
    let mut files: Vec<_> = names.filter(|path| path.to_string_lossy().ends_with(".test.mjs")).collect();
    files.sort();
    let mut node = Command::new("node");
    node.arg("--test").args(files).env("WHOSAID_PACKAGE", package).current_dir(root);
    run(&mut node, "mend what it says above; exports are read back, and documents made, by Python 3, as python3.")
}

fn page(root: &Path, site: &Path, browsers: &Browsers) -> Result {
    let mut node = Command::new("node");
    node.arg("tests/browser/run.mjs").arg(site).current_dir(root);
    run(node.env("CHROME", &browsers.chromium).env("FIREFOX", &browsers.firefox), ABOVE)
}
