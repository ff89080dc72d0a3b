//! The file of input lines and the file of reports.

use crate::Result;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

/// The input, line by line.
#[derive(Debug)]
pub struct Lines {
    reader: BufReader<File>,
    path: PathBuf,
    number: u64,
}

impl Lines {
    pub fn open(path: &Path) -> Result<Lines> {
        let file = File::open(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
        Ok(Lines { reader: BufReader::with_capacity(1 << 20, file), path: path.to_path_buf(), number: 0 })
    }

    /// Returns the next line that is not blank, with its number from 1, or `None` at the end.
    pub fn next(&mut self) -> Result<Option<(u64, Vec<u8>)>> {
        loop {
            let mut line = Vec::new();
            let n_bytes = self.reader.read_until(b'\n', &mut line);
            if n_bytes.map_err(|error| format!("{} cannot be read: {error}", self.path.display()))? == 0 {
                return Ok(None);
            }
            self.number += 1;
            if !line.trim_ascii().is_empty() {
                return Ok(Some((self.number, line)));
            }
        }
    }
}

/// The output, and how much went into it.
#[derive(Debug)]
pub struct Reports {
    writer: BufWriter<File>,
    path: PathBuf,
    n_written: u64,
    n_rejected: u64,
}

impl Reports {
    pub fn create(path: &Path) -> Result<Reports> {
        let file = File::create(path).map_err(|error| format!("{} cannot be written: {error}", path.display()))?;
        Ok(Reports { writer: BufWriter::new(file), path: path.to_path_buf(), n_written: 0, n_rejected: 0 })
    }

    /// Writes one line; `id` and `report` are JSON.
    pub fn write(&mut self, id: &str, report: &str) -> Result {
        self.n_written += 1;
        let done = writeln!(self.writer, "{{\"id\":{id},\"report\":{report}}}");
        done.map_err(|error| self.unwritable(error))
    }

    /// Says on standard error what is wrong with a line.
    pub fn reject(&mut self, number: u64, wrong: &str) {
        self.n_rejected += 1;
        eprintln!("line {number}: {wrong}");
    }

    /// Writes what is left and says how many lines there were.
    pub fn finish(mut self) -> Result {
        self.writer.flush().map_err(|error| self.unwritable(error))?;
        eprintln!("{} reports, {} lines rejected", self.n_written, self.n_rejected);
        Ok(())
    }

    fn unwritable(&self, error: io::Error) -> String {
        format!("{} cannot be written: {error}", self.path.display())
    }
}
