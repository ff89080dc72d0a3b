//! Files and folders, with failures that name them.

use crate::Result;
use std::fs;
use std::path::{Path, PathBuf};

/// Makes a folder, emptied if it was there.
pub fn make_empty(folder: &Path) -> Result {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| format!("{} cannot be emptied: {error}", folder.display()))?;
    }
    fs::create_dir_all(folder).map_err(|error| format!("{} cannot be made: {error}", folder.display()))
}

/// Returns every file below a folder, sorted.
pub fn files_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let unreadable = |error| format!("{} cannot be read: {error}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_dir() {
            files.extend(files_in(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Copies a file, or a folder with everything in it, and makes the folders above the copy.
pub fn copy(from: &Path, to: &Path) -> Result {
    let files = if from.is_dir() { files_in(from)? } else { vec![from.to_path_buf()] };
    for file in files {
        let inside = file.strip_prefix(from).unwrap_or(Path::new(""));
        let copy = if inside.as_os_str().is_empty() { to.to_path_buf() } else { to.join(inside) };
        let done = fs::create_dir_all(copy.parent().unwrap_or(to)).and_then(|()| fs::copy(&file, &copy));
        done.map_err(|error| format!("{} cannot be copied to {}: {error}", file.display(), copy.display()))?;
    }
    Ok(())
}

/// Reads a file of text.
pub fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))
}

/// Writes a file and makes the folders above it.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result {
    let done = fs::create_dir_all(path.parent().unwrap_or(path)).and_then(|()| fs::write(path, content));
    done.map_err(|error| format!("{} cannot be written: {error}", path.display()))
}
