//! Whether what a step made is still what its inputs would make.

use crate::Result;
use crate::folder::files_in;
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

/// A step's inputs, hashed, and the file that keeps the hash of the last complete run.
#[derive(Debug)]
pub struct Fingerprint {
    stamp: PathBuf,
    hash: String,
}

impl Fingerprint {
    /// Hashes the names and contents of files and folders below `root`; what does not exist counts as empty.
    pub fn of<'a>(root: &Path, inputs: impl IntoIterator<Item = &'a Path>, stamp: PathBuf) -> Result<Fingerprint> {
        let mut files = Vec::new();
        for input in inputs {
            let path = root.join(input);
            files.extend(if path.is_dir() { files_in(&path)? } else { vec![path] });
        }
        Ok(Fingerprint { stamp, hash: hash_files(root, &files) + "\n" })
    }

    /// Whether the step was completed with these inputs.
    pub fn is_current(&self) -> bool {
        fs::read_to_string(&self.stamp).is_ok_and(|hash| hash == self.hash)
    }

    /// Forgets the last run, so that an interrupted one is not taken for complete.
    pub fn forget(&self) {
        let _ = fs::remove_file(&self.stamp);
    }

    /// Keeps that the step was completed.
    pub fn keep(&self) -> Result {
        fs::write(&self.stamp, &self.hash)
            .map_err(|error| format!("{} cannot be written: {error}", self.stamp.display()))
    }
}

/// Returns a hash of the names below `root` and the contents of files; what does not exist counts as empty.
pub fn hash_files(root: &Path, files: &[PathBuf]) -> String {
    let mut hasher = DefaultHasher::new();
    for file in files {
        let content = fs::read(file).unwrap_or_default();
        hasher.write(file.strip_prefix(root).unwrap_or(file).to_string_lossy().as_bytes());
        hasher.write_usize(content.len());
        hasher.write(&content);
    }
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_input_or_an_unfinished_run_is_noticed() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/xtask-tests/fingerprint");
        crate::folder::make_empty(&root).expect("a folder for the test");
        let write = |name: &str, content: &str| crate::folder::write(&root.join(name), content).expect("a file");
        let inputs = ["src", "absent.toml"];
        let look = || Fingerprint::of(&root, inputs.map(Path::new), root.join("stamp")).expect("readable inputs");
        write("src/a.rs", "one");
        assert!(!look().is_current());
        look().keep().expect("a stamp");
        assert!(look().is_current());
        for (name, content) in [("src/a.rs", "two"), ("src/b.rs", ""), ("absent.toml", "there")] {
            write(name, content);
            assert!(!look().is_current(), "{name}");
            look().keep().expect("a stamp");
        }
        look().forget();
        assert!(!look().is_current());
    }
}
