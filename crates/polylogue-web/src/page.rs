//! Pages: each a function from what every page knows and a view to markup, one file for each.
//! No words stand here; all come from Fluent.

use maud::Markup;

use crate::routes::Name;

pub mod actions;
pub mod agreement;
pub mod alike;
pub mod became;
pub mod beside;
pub mod book;
pub mod fields;
pub mod figure;
pub mod frame;
pub mod glossary;
pub mod parts;

pub mod bring_in;
pub mod charter;
pub mod claim;
pub mod claims;
pub mod comment;
pub mod comments;
pub mod commons_list;
pub mod devices;
pub mod dialogue;
pub mod dialogues;
pub mod dissent;
pub mod dissents;
pub mod edition;
mod edition_text;
pub mod editions;
pub mod home;
pub mod invite;
pub mod join;
pub mod languages;
pub mod left_out;
pub mod line;
pub mod line_form;
pub mod log;
pub mod map;
pub mod map_past;
pub mod map_table;
pub mod maps;
pub mod mark;
pub mod moves;
pub mod near;
pub mod people;
pub mod person;
pub mod perspective;
pub mod perspectives;
pub mod practice;
pub mod practices;
pub mod preview;
pub mod question;
pub mod questions;
pub mod record;
pub mod references;
pub mod remark;
pub mod search;
pub mod seat;
pub mod sentence;
pub mod settings;
pub mod sift;
pub mod sift_cell;
pub mod sift_coverage;
pub mod sift_questions;
pub mod sift_shared;
pub mod sift_voices;
pub mod signs;
pub mod source;
pub mod sources;
pub mod stage;
pub mod stages;
pub mod status;
pub mod suggestions;
pub mod synopsis;
pub mod syntheses;
pub mod synthesis;
pub mod synthesis_edit;
pub mod synthesis_history;
pub mod synthesis_merge;
pub mod synthesis_version;
pub mod thing;
pub mod trace;
pub mod trouble;
pub mod turn;
pub mod turns;
pub mod use_in;
pub mod vote;
pub mod wording_votes;

/// A page without its frame.
pub struct Shown {
    /// What it is called in the browser's list.
    pub title: String,
    /// The part of the contents it belongs to.
    pub part: Option<Name>,
    /// What it shows.
    pub body: Markup,
}
