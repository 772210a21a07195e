//! Readers for the formats in which earlier dialogues are kept.
//!
//! The rule of this crate: bytes in, plain values and a report out.
//! Nothing here opens a file, reads a clock, draws a random number or looks at the environment,
//! and no input makes it panic; what cannot be read is left out and named in the report.
//!
//! Reading order: [`mediawiki`] (the types and the two passes) or [`polis`] (the types and the
//! reader), then their modules. [`csl`] goes the other way: works cited, as a style sets them.
//!
//! ```
//! use polylogue_formats::mediawiki::{self, Corpus, Options, Page};
//!
//! let text = b"Summary by Ada Brook:\n\nWater first.\n\n==Tomas Lind 1==\n\nThen bread.\n";
//! let page = Page::new("Water", text);
//! let options = Options::default();
//! let corpus = Corpus::from_surveys([mediawiki::survey(&page)]);
//! let imported = mediawiki::read_page(&page, &corpus, &options);
//! assert_eq!(imported.dialogues[0].turns.len(), 2);
//! assert_eq!(imported.dialogues[0].turns[1].speaker.as_deref(), Some("Tomas Lind"));
//! ```

pub mod annotation;
pub mod argdown;
pub mod csl;
pub mod date;
pub mod mediawiki;
pub mod polis;
pub mod transcript;
