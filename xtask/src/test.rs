//! `cargo xtask test`: every check and test, in the order in which a mistake is found soonest.

use crate::build::{Built, build};
use crate::process::{path_with, run, say};
use crate::setup::{Browsers, find_browsers};
use crate::{Result, analyze};
use std::fs;
use std::path::Path;
use std::process::Command;

const WASM: &str = "wasm32-unknown-unknown";
/// How long a browser may take for the wasm tests, start and loading included.
const SECONDS_IN_BROWSER: &str = "120";

/// Runs all of them, whatever fails, and closes with how many passed.
pub fn test(root: &Path) -> Result {
    let browsers = find_browsers()?;
    let all = Tests { root, browsers, built: build(root)? };
    let steps: [(&str, &dyn Fn() -> Result); 11] = [
        ("format", &|| all.cargo(&["fmt", "--all", "--check"])),
        ("lints, native", &|| {
            all.cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"])
        }),
        ("lints, wasm", &|| {
            all.cargo(&[
                "clippy",
                "--quiet",
                "--package",
                "whosaid",
                "--target",
                WASM,
                "--all-targets",
                "--",
                "-D",
                "warnings",
            ])
        }),
        ("documentation", &|| all.documentation()),
        ("types of the scripts", &|| all.types()),
        ("native tests", &|| all.cargo(&["test", "--quiet", "--workspace", "--no-fail-fast"])),
        ("wasm tests in Node", &|| all.wasm_in_node()),
        ("wasm tests in Chromium", &|| all.wasm_in_chromium()),
        ("the same reports natively and in Node", &|| analyze::compare_engines(root, &all.built.package)),
        ("the package as npm installs it", &|| all.package()),
        ("page and element in Chromium and Firefox", &|| all.browsers()),
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

/// What the steps need.
struct Tests<'a> {
    root: &'a Path,
    browsers: Browsers,
    built: Built,
}

impl Tests<'_> {
    fn cargo(&self, arguments: &[&str]) -> Result {
        run(Command::new("cargo").args(arguments).current_dir(self.root), "mend what it says above.")
    }

    fn documentation(&self) -> Result {
        let mut cargo = Command::new("cargo");
        cargo.args(["doc", "--quiet", "--workspace", "--no-deps", "--document-private-items"]).current_dir(self.root);
        run(cargo.env("RUSTDOCFLAGS", "-D warnings"), "mend what it says above.")
    }

    fn types(&self) -> Result {
        let mut tsc = Command::new("node");
        tsc.arg(self.built.tools.node_modules.join("typescript/bin/tsc")).args(["--project", "tests/tsconfig.json"]);
        run(tsc.current_dir(self.root), "mend what it says above.")
    }

    fn wasm_in_node(&self) -> Result {
        run(self.wasm_pack_test(&["--node"])?.args(["--test", "wasm"]), "mend the tests above.")
    }

    /// Runs the same tests in the Chromium that was found, whatever chromedriver would choose.
    fn wasm_in_chromium(&self) -> Result {
        let options = serde_json::json!({ "goog:chromeOptions": { "binary": self.browsers.chromium } });
        let file = self.root.join("target/webdriver.json");
        fs::write(&file, options.to_string())
            .map_err(|error| format!("{} cannot be written: {error}", file.display()))?;
        let driver = self.browsers.chromedriver.to_string_lossy();
        let mut test = self.wasm_pack_test(&["--headless", "--chrome", "--chromedriver", &driver])?;
        // The tests name no environment of their own, and without this variable that would mean Node.
        test.args(["--test", "wasm"]).env("WASM_BINDGEN_USE_BROWSER", "1");
        test.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", file).env("WASM_BINDGEN_TEST_TIMEOUT", SECONDS_IN_BROWSER);
        run(&mut test, "mend the tests above.")
    }

    /// Returns the command up to the folder, after which everything goes to cargo.
    fn wasm_pack_test(&self, environment: &[&str]) -> Result<Command> {
        let mut test = Command::new(self.built.tools.cargo_bin.join("wasm-pack"));
        test.args(["--log-level", "error", "test", "--mode", "no-install"]).args(environment).arg(self.root);
        test.env("PATH", path_with(&self.built.tools.cargo_bin)?);
        test.env("WASM_PACK_CACHE", self.root.join("target/tools/cache")).current_dir(self.root);
        Ok(test)
    }

    fn package(&self) -> Result {
        let mut node = Command::new("node");
        node.args(["--test", "tests/package.test.mjs"]).env("WHOSAID_PACKAGE", &self.built.package);
        run(node.current_dir(self.root), "mend the tests above.")
    }

    fn browsers(&self) -> Result {
        let mut node = Command::new("node");
        node.arg("tests/browser/run.mjs").arg(&self.built.site).current_dir(self.root);
        node.env("CHROME", &self.browsers.chromium).env("FIREFOX", &self.browsers.firefox);
        run(&mut node, "mend the tests above.")
    }
}
