//! The verbs: one file for each thing a person can do, each with the same four parts: its
//! arguments, `run`, its text and its JSON.

pub(crate) mod accept;
pub(crate) mod action;
pub(crate) mod admit;
pub(crate) mod appeal;
pub(crate) mod backup;
pub(crate) mod bundle;
pub(crate) mod charter;
pub(crate) mod cite;
pub(crate) mod claim;
pub(crate) mod commons;
pub(crate) mod demo;
pub(crate) mod device;
pub(crate) mod dialogue;
pub(crate) mod dispute;
pub(crate) mod doctor;
pub(crate) mod edition;
pub(crate) mod erase;
pub(crate) mod export;
pub(crate) mod grant;
pub(crate) mod hide;
pub(crate) mod import;
pub(crate) mod invitation;
pub(crate) mod join;
pub(crate) mod log;
pub(crate) mod map;
pub(crate) mod next;
pub(crate) mod people;
pub(crate) mod perspective;
pub(crate) mod practice;
pub(crate) mod profile;
pub(crate) mod publish;
pub(crate) mod question;
pub(crate) mod recall;
pub(crate) mod remark;
pub(crate) mod remove;
pub(crate) mod restore;
pub(crate) mod revise;
pub(crate) mod say;
pub(crate) mod search;
pub(crate) mod serve;
pub(crate) mod sift;
pub(crate) mod source;
pub(crate) mod stage;
pub(crate) mod status;
pub(crate) mod suggestion;
pub(crate) mod sync;
pub(crate) mod synthesis;
pub(crate) mod ticket;
pub(crate) mod trace;
pub(crate) mod translate;
pub(crate) mod verify;
pub(crate) mod vote;
pub(crate) mod vouch;
pub(crate) mod withdraw;

use std::net::SocketAddr;

use clap::Subcommand;
use polylogue_node::LocalOnly;

use crate::context::Context;
use crate::failure::Failure;
use crate::output::Output;

macro_rules! verbs {
    ($($(#[$doc:meta])* $variant:ident($module:ident);)*) => {
        /// What to do.
        #[derive(Debug, Subcommand)]
        pub(crate) enum Verb {
            $($(#[$doc])* $variant($module::Arguments),)*
        }

        impl Verb {
            /// Does it.
            pub(crate) fn run(self, context: &Context) -> Result<Output, Failure> {
                match self {
                    $(Self::$variant(arguments) => $module::run(context, arguments),)*
                }
            }
        }
    };
}

impl Verb {
    /// Where to listen for peers, for the verbs that stay.
    pub(crate) fn listen(&self) -> Option<SocketAddr> {
        match self {
            Self::Serve(arguments) => arguments.listen,
            _ => None,
        }
    }

    /// Whether anything of the outside world is used.
    pub(crate) fn local_only(&self) -> LocalOnly {
        match self {
            Self::Serve(arguments) if arguments.local_only => LocalOnly::Yes,
            Self::Demo(_) => LocalOnly::Yes,
            _ => LocalOnly::No,
        }
    }
}

verbs! {
    /// Show the sample commons in a throw-away home: its page, and a running peer
    Demo(demo);
    /// Run this home's peer and its pages until stopped
    Serve(serve);
    /// Found, list, show or leave a commons
    Commons(commons);
    /// Write the ticket that lets somebody in
    Ticket(ticket);
    /// Enter a commons by its ticket
    Join(join);
    /// List or close the invitations you wrote
    Invitation(invitation);
    /// Compare with other peers now, and exchange what differs
    Sync(sync);
    /// Say what every peer has and lacks, and how many hold what you wrote
    Status(status);
    /// Carry a commons in a file
    Bundle(bundle);
    /// Name perspectives and follow what becomes of them
    Perspective(perspective);
    /// Put the standing questions
    Question(question);
    /// Plan, open, close and read dialogues
    Dialogue(dialogue);
    /// Say a turn in a dialogue
    Say(say);
    /// Say your own turn again in other words; the earlier wording stays readable
    Revise(revise);
    /// Put short claims, and split, reword, merge or compare them
    Claim(claim);
    /// Translate a claim, a turn or anything else that has words
    Translate(translate);
    /// Make a move: agree, caution, reframe, ask, answer and so on
    Move(remark);
    /// Vote on a claim
    Vote(vote);
    /// Show the next claim worth asking you
    Next(next);
    /// Show who stands where in a conversation, what is shared and what divides
    Map(map);
    /// Show where each perspective stands: questions, voices, moves, what is shared, what divides
    Sift(sift);
    /// Show everything a thing rests on, and everything that rests on it
    Trace(trace);
    /// Bring a dialogue in from elsewhere
    Import(import);
    /// Take the dialogues away in another system's format
    Export(export);
    /// Find words
    Search(search);
    /// List what was recorded, and whether it counts
    Log(log);
    /// Check every signature again, fold everything anew, and compare
    Verify(verify);
    /// List the people, or show one
    People(people);
    /// Admit a newcomer, as a greeter
    Admit(admit);
    /// Vouch for a newcomer
    Vouch(vouch);
    /// End a membership, as a moderator
    Remove(remove);
    /// Give somebody an office, as a keeper of the charter
    Grant(grant);
    /// Take an office back, as a keeper of the charter
    Recall(recall);
    /// Hide something, as a moderator, with a reason that everybody can read
    Hide(hide);
    /// Show something hidden again; or bring a backup back into an empty home
    Restore(restore);
    /// Answer an act of moderation
    Appeal(appeal);
    /// Let another device speak for you, list your devices, or end one
    Device(device);
    /// Empty your own words, or as a moderator another's
    Erase(erase);
    /// Take your own words back; they stay readable
    Withdraw(withdraw);
    /// Dispute what somebody marked or attributed
    Dispute(dispute);
    /// Accept an answer to a question you asked
    Accept(accept);
    /// Keep the library of sources
    Source(source);
    /// Record what was tried, where, and what came of it
    Practice(practice);
    /// Suggest to bring things together or keep them apart, and answer such suggestions
    Suggestion(suggestion);
    /// Write documents together, line by line, every line with what it rests on
    Synthesis(synthesis);
    /// Freeze a document as an edition, sign it, write its file, check one
    Edition(edition);
    /// Plan the stages of a process, and say how far each is
    Stage(stage);
    /// Say what you will do by when, or sign what others will
    Action(action);
    /// Publish an edition as a site, one file, a book, Markdown or paper
    Publish(publish);
    /// Write a source, a turn or a claim as a reference
    Cite(cite);
    /// Show the charter, propose another, or assent
    Charter(charter);
    /// Show or set your own name and words
    Profile(profile);
    /// Write the whole home into a file
    Backup(backup);
    /// Look whether this home is in order
    Doctor(doctor);
}
