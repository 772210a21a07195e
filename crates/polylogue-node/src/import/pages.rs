//! Pages on disk, one at a time: a folder of wikitext files, one such file, or an XML export.

use std::fs::{self, File};
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use polylogue_formats::mediawiki::{self, PAGE_BYTES_MAX, Page, xml};

use crate::refusal::Refusal;

const ENDINGS: [&str; 5] = ["mediawiki", "wikitext", "wiki", "mw", "txt"];
const FOLDERS_DEEP_MAX: usize = 8;
const FILES_MAX: usize = 1_000_000;
const XML_BUFFER_BYTES: usize = 256 * 1024;

/// Where pages are read from.
pub(super) enum Pages {
    /// Files in order of their paths.
    Files {
        folder: PathBuf,
        files: Vec<PathBuf>,
    },
    /// An export.
    Export(PathBuf),
}

/// One page as found.
pub(super) struct RawPage {
    pub(super) title: String,
    namespace: Option<i64>,
    revision: Option<String>,
    text: Vec<u8>,
}

impl RawPage {
    pub(super) fn as_page(&self) -> Page<'_> {
        Page {
            title: &self.title,
            namespace: self.namespace,
            revision: self.revision.as_deref(),
            text: &self.text,
        }
    }

    /// The hash of what was read, which stands for a revision where there is no other.
    pub(super) fn hash(&self) -> String {
        format!("blake3:{}", blake3::hash(&self.text).to_hex())
    }
}

impl Pages {
    pub(super) fn open(path: &Path) -> Result<Self, Refusal> {
        let found = fs::metadata(path).map_err(|what| Refusal::file(path, what))?;
        if found.is_dir() {
            let mut files = Vec::new();
            collect(path, FOLDERS_DEEP_MAX, &mut files)?;
            files.sort_unstable();
            if files.is_empty() {
                return Err(Refusal::NothingToRead {
                    path: path.display().to_string(),
                });
            }
            return Ok(Self::Files {
                folder: path.to_owned(),
                files,
            });
        }
        if path
            .extension()
            .is_some_and(|it| it.eq_ignore_ascii_case("xml"))
        {
            return Ok(Self::Export(path.to_owned()));
        }
        Ok(Self::Files {
            folder: path.to_owned(),
            files: vec![path.to_owned()],
        })
    }

    /// The name of the folder or file, for want of a better title.
    pub(super) fn name(&self) -> String {
        let path = match self {
            Self::Files { folder, .. } => folder,
            Self::Export(path) => path,
        };
        let stem = path.file_stem().map(|it| it.to_string_lossy().into_owned());
        stem.filter(|it| !it.is_empty())
            .unwrap_or_else(|| "Brought in".to_owned())
    }

    /// Reads every page once, in the same order each time.
    pub(super) fn each(
        &self,
        visit: &mut dyn FnMut(RawPage) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        match self {
            Self::Files { files, .. } => {
                for file in files {
                    visit(read_file(file)?)?;
                }
                Ok(())
            }
            Self::Export(path) => each_exported(path, visit),
        }
    }
}

fn each_exported(
    path: &Path,
    visit: &mut dyn FnMut(RawPage) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let file = File::open(path).map_err(|what| Refusal::file(path, what))?;
    let mut pages = xml::Pages::new(BufReader::with_capacity(XML_BUFFER_BYTES, file));
    let refused = |what: xml::XmlError| Refusal::NotAnExport {
        path: path.display().to_string(),
        what: what.to_string(),
    };
    while let Some(page) = pages.next_page().map_err(refused)? {
        visit(RawPage {
            title: page.title,
            namespace: page.namespace,
            revision: page.revision,
            text: page.text.unwrap_or_default().into_bytes(),
        })?;
    }
    Ok(())
}

/// Reads one file, and of one that is too large only enough to see that it is.
fn read_file(path: &Path) -> Result<RawPage, Refusal> {
    let file = File::open(path).map_err(|what| Refusal::file(path, what))?;
    let mut text = Vec::new();
    let bytes_max = PAGE_BYTES_MAX as u64 + 1;
    file.take(bytes_max)
        .read_to_end(&mut text)
        .map_err(|what| Refusal::file(path, what))?;
    let name = path
        .file_name()
        .map(|it| it.to_string_lossy().into_owned())
        .unwrap_or_default();
    let title = mediawiki::title_from_file_name(&name);
    Ok(RawPage {
        title,
        namespace: None,
        revision: None,
        text,
    })
}

fn collect(folder: &Path, deep_max: usize, files: &mut Vec<PathBuf>) -> Result<(), Refusal> {
    let entries = fs::read_dir(folder).map_err(|what| Refusal::file(folder, what))?;
    for entry in entries {
        let path = entry.map_err(|what| Refusal::file(folder, what))?.path();
        let is_page = path.extension().is_some_and(|ending| {
            ENDINGS
                .iter()
                .any(|known| ending.eq_ignore_ascii_case(known))
        });
        if path.is_dir() && deep_max > 0 {
            collect(&path, deep_max - 1, files)?;
        } else if is_page && path.is_file() && files.len() < FILES_MAX {
            files.push(path);
        }
    }
    Ok(())
}
