//! The pages over a real socket, on a temporary home with the sample commons.

mod browser;
mod carried;
mod critique;
mod document;
mod drafts;
mod evidence;
mod forms;
mod gone;
mod languages;
mod lists;
mod live;
mod map;
mod parts;
mod plainly;
mod published;
mod reading;
mod remarks;
mod safety;
mod sifted;
mod snapshots;
mod source;
mod synthesis;
