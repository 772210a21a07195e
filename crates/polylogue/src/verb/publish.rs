//! `polylogue publish`: an edition as a site, one file, a book, Markdown or paper.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use polylogue_node::edition;
use polylogue_web::publish::{self, Format, PublishFault, Published};
use serde_json::json;

use crate::citing::Citing;
use crate::context::Context;
use crate::failure::{Failure, FileAct};
use crate::output::Output;
use crate::words;

/// What may be typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The folder to publish into: empty, not there yet, or an earlier publication
    folder: PathBuf,
    /// The edition: its file, or its id in this home
    #[arg(long, value_name = "FILE|ID")]
    edition: String,
    /// What to publish it as
    #[arg(long, value_enum, default_value_t = FormatName::Site)]
    format: FormatName,
    #[command(flatten)]
    citing: Citing,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FormatName {
    /// A folder of pages that works from a disk and on any host
    Site,
    /// One page with everything in it
    SingleFile,
    /// A book for reading devices
    Epub,
    /// Markdown, with what each line rests on in notes
    Markdown,
    /// A PDF on A4, printed by Chromium
    Pdf,
    /// A PDF on A5, with page and line numbers, printed by Chromium
    Booklet,
}

impl FormatName {
    fn format(self) -> Format {
        match self {
            Self::Site => Format::Site,
            Self::SingleFile => Format::SingleFile,
            Self::Epub => Format::Epub,
            Self::Markdown => Format::Markdown,
            Self::Pdf => Format::Pdf,
            Self::Booklet => Format::Booklet,
        }
    }
}

impl Arguments {
    /// The file of the edition, where one is named: then no home is needed.
    pub(crate) fn file(&self, folder: &Path) -> Option<PathBuf> {
        Some(folder.join(&self.edition)).filter(|it| it.is_file())
    }
}

/// Publishes an edition from its file, without a home.
pub(crate) fn of_file(
    folder: &Path,
    arguments: &Arguments,
    file: &Path,
) -> Result<Output, Failure> {
    let bytes = std::fs::read(file).map_err(|it| Failure::file(FileAct::Read, file, &it))?;
    write(folder, arguments, &bytes)
}

/// Publishes.
pub(crate) fn run(context: &Context, arguments: Arguments) -> Result<Output, Failure> {
    if let Some(file) = arguments.file(&context.folder) {
        return of_file(&context.folder, &arguments, &file);
    }
    let commons = context.commons()?;
    let id = context.anything(&arguments.edition)?;
    let bytes = context.node.edition_file(&commons, id)?;
    write(&context.folder, &arguments, &bytes)
}

fn write(folder: &Path, arguments: &Arguments, bytes: &[u8]) -> Result<Output, Failure> {
    let opened = edition::read(bytes).map_err(PublishFault::from);
    let place = folder.join(&arguments.folder);
    let style = arguments.citing.style(folder)?;
    let manner = (arguments.format.format(), &*style);
    let published = opened.and_then(|it| publish::opened(&it, bytes, manner, &place));
    let published = published.map_err(|it| failed(&it))?;
    Ok(told(&published, arguments.format.format()))
}

fn failed(fault: &PublishFault) -> Failure {
    match fault {
        PublishFault::NotOurs { .. }
        | PublishFault::Own { .. }
        | PublishFault::TooManyPages
        | PublishFault::NoDocument
        | PublishFault::Edition(_) => Failure::refused(fault.to_string(), fault.hint()),
        _ => Failure::environment(fault.to_string(), fault.hint()),
    }
}

fn told(published: &Published, format: Format) -> Output {
    let first = published.folder.join(&published.first);
    let what = match format {
        Format::Markdown => words::count(published.pages as u64, "line", "lines"),
        _ => words::count(published.pages as u64, "page", "pages"),
    };
    let text = format!(
        "published  {what}, {}\nbegin with {}",
        words::bytes(published.bytes),
        first.display()
    );
    let document = json!({
        "folder": published.folder,
        "first": published.first,
        "format": format.name(),
        "pages": published.pages,
        "bytes": published.bytes,
    });
    Output::new(text, document).making([first.display().to_string()])
}
