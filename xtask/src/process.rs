//! Other programs, run so that a failure is a sentence.

use crate::Result;
use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Says on standard error what a long step does.
pub fn say(step: &str) {
    eprintln!("xtask: {step}");
}

/// Runs a program with its output shown; `remedy` says what to do where it fails.
pub fn run(command: &mut Command, remedy: &str) -> Result {
    let status = command.stdin(Stdio::null()).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{}` failed ({status}); {remedy}", shown(command))),
        Err(error) => Err(format!("`{}` cannot be started ({error}); {remedy}", shown(command))),
    }
}

/// Runs a program and returns what it prints; `None` where it is missing or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Returns the first of several names that is a program on the PATH.
pub fn find_program(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let candidates = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    candidates.map(|path| path.with_extension(env::consts::EXE_EXTENSION)).find(|path| path.is_file())
}

/// Returns the PATH with `folder` in front of it.
pub fn path_with(folder: &Path) -> Result<std::ffi::OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = [folder.to_path_buf()].into_iter().chain(env::split_paths(&path));
    env::join_paths(folders).map_err(|_| {
        format!("{} cannot stand in PATH; move the repository to a folder without colons.", folder.display())
    })
}

/// Returns a command's program and arguments as they would be typed.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
