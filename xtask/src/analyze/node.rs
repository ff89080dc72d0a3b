//! The engine as it ships: one Node process that answers line by line.

use super::files::{Lines, Reports};
use super::line::Line;
use crate::Result;
use crate::setup::node_script;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::process::{ChildStdin, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::thread;

/// A line on its way: its number, and its id or what is wrong with it.
type Sent = (u64, std::result::Result<String, String>);

/// Analyzes every line with the package in `package`.
///
/// Node is given the line as it stands, so that its own reading of JSON, and the strings that JavaScript hands to wasm,
/// are part of what is measured.
pub fn analyze(root: &Path, package: &Path, lines: Lines, reports: &mut Reports) -> Result {
    let mut command = node_script(root, "engine.mjs");
    let started = command.arg(package.join("node.js")).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut node = started.map_err(|error| format!("Node cannot be started: {error}; install Node 20 or newer."))?;
    let (Some(stdin), Some(stdout)) = (node.stdin.take(), node.stdout.take()) else {
        return Err("Node was started without pipes; run the command again.".to_owned());
    };
    let (sender, receiver) = channel();
    let feeder = thread::spawn(move || feed(lines, stdin, &sender));
    let mut answers = BufReader::with_capacity(1 << 20, stdout);
    let mut answer = String::new();
    for (number, sent) in receiver {
        let id = match sent {
            Ok(id) => id,
            Err(wrong) => {
                reports.reject(number, &wrong);
                continue;
            }
        };
        answer.clear();
        match answers.read_line(&mut answer) {
            Ok(n_bytes) if n_bytes > 0 => {}
            _ => {
                let _ = node.wait();
                return Err(format!(
                    "the engine stopped on line {number}, a defect of its own; please report the line."
                ));
            }
        }
        let answer = answer.trim_end_matches('\n');
        match answer.strip_prefix("report ") {
            Some(report) => reports.write(&id, report)?,
            None => reports.reject(number, answer.trim_start_matches("error ")),
        }
    }
    let fed = feeder.join().unwrap_or_else(|_| Err("the input could not be read to its end.".to_owned()));
    let _ = node.wait();
    fed
}

/// Hands valid lines to Node and says of every line, in order, what became of it.
fn feed(mut lines: Lines, stdin: ChildStdin, sender: &Sender<Sent>) -> Result {
    let mut stdin = BufWriter::with_capacity(1 << 16, stdin);
    while let Some((number, mut raw)) = lines.next()? {
        let read = Line::read(&raw);
        let is_valid = read.is_ok();
        let is_wanted = sender.send((number, read.map(|line| line.id))).is_ok();
        if is_valid {
            if !raw.ends_with(b"\n") {
                raw.push(b'\n');
            }
            // A closed pipe means that Node is gone, which the other thread notices and says.
            if !is_wanted || stdin.write_all(&raw).is_err() {
                return Ok(());
            }
        }
    }
    let _ = stdin.flush();
    Ok(())
}
