//! The build manifest, `wasm-pack.toml`.

use crate::Result;
use crate::folder::read;
use serde::Deserialize;
use std::path::Path;

/// What `wasm-pack.toml` says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Manifest {
    /// Exact versions.
    pub tools: Tools,
    pub wasm_opt: WasmOpt,
    pub output: Output,
    pub budgets: Budgets,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Tools {
    pub wasm_pack: String,
    pub wasm_bindgen_cli: String,
    pub binaryen: String,
    pub esbuild: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WasmOpt {
    pub flags: Vec<String>,
}

/// Folders, relative to the repository.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Output {
    pub wasm: String,
    pub site: String,
    pub package: String,
}

/// Limits in bytes.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Budgets {
    pub wasm_gzip: u64,
    pub wasm_brotli: u64,
    pub first_scripts_gzip: u64,
    pub all_scripts_gzip: u64,
    pub page_brotli: u64,
}

impl Manifest {
    /// Reads the manifest and compares its versions with those that cargo and npm are told.
    pub fn read(root: &Path) -> Result<Manifest> {
        let manifest: Manifest = read_toml(&root.join("wasm-pack.toml"))?;
        let tools = &manifest.tools;
        let cargo: toml::Value = toml::Value::Table(read_toml(&root.join("Cargo.toml"))?);
        let place = ["target", "cfg(target_arch = \"wasm32\")", "dependencies", "wasm-bindgen"];
        let bindgen = place.iter().try_fold(&cargo, |table, key| table.get(key)).and_then(toml::Value::as_str);
        agree("wasm-bindgen-cli", &tools.wasm_bindgen_cli, "Cargo.toml", bindgen)?;
        let npm: serde_json::Value = read_json(&root.join("tests/package.json"))?;
        for (name, version) in [("binaryen", &tools.binaryen), ("esbuild", &tools.esbuild)] {
            agree(name, version, "tests/package.json", npm["devDependencies"][name].as_str())?;
        }
        Ok(manifest)
    }
}

/// Reads a JSON file.
pub fn read_json(path: &Path) -> Result<serde_json::Value> {
    serde_json::from_str(&read(path)?).map_err(|error| format!("{} is no valid JSON: {error}", path.display()))
}

fn read_toml<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T> {
    toml::from_str(&read(path)?).map_err(|error| format!("{} is not as xtask expects it: {error}", path.display()))
}

fn agree(name: &str, version: &str, other_file: &str, other: Option<&str>) -> Result {
    let other = other.unwrap_or("none").trim_start_matches('=');
    if other == version {
        return Ok(());
    }
    Err(format!(
        "wasm-pack.toml names {name} {version}, {other_file} {other}; they must be the same to the digit, so change one."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manifest_agrees_with_cargo_and_npm() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let manifest = Manifest::read(&root).expect("wasm-pack.toml, Cargo.toml and tests/package.json agree");
        assert!(manifest.wasm_opt.flags.iter().all(|flag| flag != "--all-features"));
    }

    #[test]
    fn versions_that_differ_are_said_with_both_files() {
        assert_eq!(agree("esbuild", "1.2.3", "tests/package.json", Some("1.2.3")), Ok(()));
        assert_eq!(agree("wasm-bindgen-cli", "0.2.130", "Cargo.toml", Some("=0.2.130")), Ok(()));
        let failure = agree("wasm-bindgen-cli", "0.2.130", "Cargo.toml", Some("=0.2.129")).expect_err("they differ");
        assert!(failure.starts_with("wasm-pack.toml names wasm-bindgen-cli 0.2.130, Cargo.toml 0.2.129"), "{failure}");
        assert!(agree("esbuild", "1.2.3", "tests/package.json", None).is_err());
    }
}
