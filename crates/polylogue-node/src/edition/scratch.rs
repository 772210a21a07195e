//! A folder of this process's own for what is folded of a file, gone with the last who uses it.

use std::io;
use std::path::{Path, PathBuf};

use crate::pen::Edge;

/// A folder that is removed when nobody uses it any more.
#[derive(Debug)]
pub(super) struct Scratch(PathBuf);

impl Scratch {
    pub(super) fn new(edge: Edge) -> io::Result<Self> {
        let name: [u8; 8] = edge.bytes();
        let name: String = name.iter().map(|byte| format!("{byte:02x}")).collect();
        let path = std::env::temp_dir().join(format!("polylogue-edition-{name}"));
        std::fs::create_dir(&path)?;
        Ok(Self(path))
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What is left is of no use to anybody, and the system clears it away in its time.
        std::fs::remove_dir_all(&self.0).unwrap_or_default();
    }
}
