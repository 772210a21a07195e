//! Why something is not done: a sentence, and what to do instead.
//!
//! One table: each refusal has a name (the key of its words in other languages), its sentence in
//! English with its particulars, and a hint. Failures of the machine are kept apart: they are
//! never a refusal, only carried beside them.

use std::io;
use std::path::PathBuf;

use polylogue_core::id::{Key, OperationId};
use polylogue_core::kind::Malformed;
use polylogue_store::StoreFault;

use crate::bundle::BundleFault;
use crate::home::HomeFault;
use crate::net::NetworkError;
use crate::ticket::TicketError;

/// Something the machine could not do. Nothing said before it is lost.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The home.
    #[error(transparent)]
    Home(#[from] HomeFault),
    /// The store of a commons.
    #[error(transparent)]
    Store(#[from] StoreFault),
    /// A file outside the home.
    #[error("{path} cannot be read or written: {what}")]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        what: io::Error,
    },
    /// An export that could not be written to its end.
    #[error("the export cannot be written: {what}")]
    Export {
        /// What the system says.
        what: io::Error,
    },
    /// The network of this machine.
    #[error(transparent)]
    Net(#[from] NetworkError),
    /// The threads that drive the network could not be started.
    #[error("the network cannot be started: {what}")]
    Threads {
        /// What the system says.
        what: io::Error,
    },
    /// A map of more claims or people than are taken.
    #[error("the opinion map cannot be computed: {0}")]
    Map(#[from] polylogue_map::BallotFault),
}

impl Failure {
    /// What to do next.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Home(fault) => fault.hint(),
            Self::Store(fault) => fault.hint(),
            Self::File { .. } | Self::Export { .. } => {
                "look at the file's name, owner and permissions"
            }
            Self::Net(_) | Self::Threads { .. } => {
                "look at the network's settings; everything works without it"
            }
            Self::Map(_) => "the votes themselves can still be read, claim by claim",
        }
    }
}

macro_rules! refusals {
    ($(
        $variant:ident $({ $($field:ident: $type:ty),* })?
        $name:literal $sentence:literal $hint:literal;
    )*) => {
        /// Why something is not done.
        #[derive(Debug, thiserror::Error)]
        pub enum Refusal {
            $(
                #[doc = $sentence]
                #[error($sentence)]
                $variant $({
                    $(#[doc = "Part of the sentence."] $field: $type,)*
                })?,
            )*
            /// What was written breaks a limit or rule of its kind.
            #[error("{0}")]
            Malformed(#[from] Malformed),
            /// A ticket that cannot be used.
            #[error(transparent)]
            Ticket(#[from] TicketError),
            /// A bundle that cannot be used.
            #[error(transparent)]
            Bundle(#[from] BundleFault),
            /// The machine could not do it.
            #[error(transparent)]
            Failure(#[from] Failure),
        }

        impl Refusal {
            /// The refusal's name: the key of its words in every language.
            #[must_use]
            pub fn name(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $name,)*
                    Self::Malformed(_) => "malformed",
                    Self::Ticket(_) => "ticket",
                    Self::Bundle(_) => "bundle",
                    Self::Failure(_) => "failure",
                }
            }

            /// The particulars of its sentence by name; `what` is the sentence of a refusal that
            /// comes from elsewhere.
            #[must_use]
            pub fn arguments(&self) -> Vec<(&'static str, String)> {
                match self {
                    $(Self::$variant $({ $($field),* })? => {
                        vec![$($((stringify!($field), $field.to_string())),*)?]
                    })*
                    Self::Malformed(_)
                    | Self::Ticket(_)
                    | Self::Bundle(_)
                    | Self::Failure(_) => vec![("what", self.to_string())],
                }
            }

            /// What to do instead.
            #[must_use]
            pub fn hint(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $hint,)*
                    Self::Malformed(_) => "change what you wrote and try again",
                    Self::Ticket(_) => "ask whoever sent it for a new one",
                    Self::Bundle(fault) => fault.hint(),
                    Self::Failure(failure) => failure.hint(),
                }
            }
        }
    };
}

refusals! {
    NotAMember
        "not-a-member" "you are not a member of this commons"
        "ask a member for an invitation and open it with `polylogue join`";
    NotVouchedFor
        "not-vouched-for" "you are not a member yet: somebody must vouch for you first"
        "ask a member to type `polylogue vouch` with your name; nothing else is needed of you";
    WroteAll { quota: u64 } "wrote-all"
        "you have written as much here as this commons allows one person: {quota} times"
        "found a commons that goes on from this one, and bring over what is still at work";
    Left
        "left" "you have left this commons"
        "ask a greeter to admit you again";
    Removed
        "removed" "your membership here was ended; the reason is in the log"
        "you can answer it with `polylogue appeal`";
    VotesOnly
        "votes-only" "your admission here allows votes and nothing else"
        "ask a greeter for a full admission";
    NoOffice { office: &'static str }
        "no-office" "this needs the office of {office}, which you do not hold"
        "ask somebody who holds it; `polylogue people` shows who";
    OfficeScope { office: &'static str }
        "office-scope" "you hold the office of {office} for one dialogue, and this goes beyond it"
        "ask somebody who holds it for the whole commons; `polylogue people` shows who";
    OfficeWhole { office: &'static str }
        "office-whole" "the office of {office} is for the whole commons, never for one dialogue"
        "grant it without a dialogue; a moderator can be for one alone";
    OfficeHeld { person: Key, office: &'static str, days: u64 }
        "office-held" "{person} already holds the office of {office} for {days} more days"
        "grant more days to make it longer, or recall it first to make it shorter";
    AlreadyProposed { id: OperationId }
        "already-proposed" "you proposed this already, as {id}: it waits for other keepers"
        "they assent to it with `polylogue charter assent`; nothing else is needed of you";
    NotAKeeper
        "not-a-keeper" "only keepers of the charter may do this"
        "ask a keeper; `polylogue charter show` names them";
    RollOver
        "roll-over" "the keepers' time is over: the law can be renewed, and nothing else"
        "propose the same law with a new end";
    NotFound { id: String }
        "not-found" "nothing here has the id {id}"
        "it may not have arrived yet; `polylogue search` finds what is here";
    Ambiguous { prefix: String, count: u64 }
        "ambiguous" "{count} things here have an id that begins with {prefix}"
        "give a few more letters of the id";
    OtherThing { id: OperationId, expected: &'static str }
        "other-thing" "{id} is here, and is no {expected}"
        "look it up with `polylogue trace`";
    NotTheAuthor
        "not-the-author" "only its author may do this"
        "say what you think of it in words of your own";
    NotErasable { id: OperationId }
        "not-erasable" "{id} is an act of authority, which cannot be erased"
        "erase the note that holds its words instead";
    TextNotHere { id: OperationId }
        "text-not-here" "the text of {id} cannot be read here now"
        "try again when it has arrived";
    WordsNotFound { words: String, id: OperationId }
        "words-not-found" "the words “{words}” do not stand in {id}"
        "copy them exactly as the page shows them, without leaving anything out";
    NoSuchParagraph { paragraph: u32, count: u64 }
        "no-such-paragraph" "there is no paragraph {paragraph}: the text has {count}"
        "count paragraphs from 1, as the page numbers them";
    NoWords { what: &'static str }
        "no-words" "{what} has no words"
        "write something and try again";
    NoPerspective
        "no-perspective" "to speak from within or on behalf, say for which perspective"
        "name one with `--for`";
    NotHidden { id: OperationId }
        "not-hidden" "{id} is not hidden now: nothing changed"
        "`polylogue log --acts` lists what was hidden and shown again";
    AlreadyWithdrawn { id: OperationId }
        "already-withdrawn" "{id} was taken back already: nothing changed"
        "say it anew if you want it to stand again";
    AlreadyErased { id: OperationId }
        "already-erased" "{id} was emptied already: nothing changed"
        "there is nothing to do; `polylogue log` says when it was";
    NotModerated { id: OperationId }
        "not-moderated" "no act of moderation is about {id}"
        "`polylogue log --acts` lists every act with its id";
    NotOnTheMap { person: Key }
        "not-on-the-map" "{person} has no vote on this map, so there is nothing to leave out"
        "`polylogue map --csv people` lists who is on it";
    NobodyLeftOut
        "nobody-left-out" "this map is counted of everybody alone already: nothing changed"
        "name who is left out, or a sign: `polylogue map without --sign copies --because …`";
    TooManyLeftOut { most: u64 }
        "too-many-left-out" "one act leaves out at most {most} people"
        "name those with the surest signs";
    Missing { what: &'static str }
        "missing" "{what} is missing"
        "add it and try again";
    TooFew { what: &'static str, least: u64 }
        "too-few" "{what}: at least {least} are needed"
        "name more of them";
    LineIsStruck { line: OperationId, by: String }
        "line-is-struck" "line {line} was struck by {by}: nothing of it would be seen"
        "let it stand again first: `polylogue synthesis line restore`";
    EditionUnsettled { line: OperationId }
        "edition-unsettled" "line {line} has two wordings, and an edition prints one"
        "settle it with `polylogue synthesis line settle`, or reword it";
    EditionStruck { line: OperationId, by: String }
        "edition-struck" "line {line} was struck by {by}, and somebody worded it meanwhile"
        "let it stand: `polylogue synthesis line settle`; or strike it: `line strike`";
    EditionBroken { what: String }
        "edition-broken" "the edition cannot be shown here: {what}"
        "`polylogue sync` fetches what is missing; `polylogue verify` checks what is here";
    EditionOpen { count: u64 }
        "edition-open" "{count} comments on this document are open"
        "`polylogue synthesis dispose` answers one; --list-open lists up to 1,024 as open";
    EditionNamed { name: String, id: OperationId }
        "edition-named" "there is an edition {name} of this document already: {id}"
        "give this one another name, such as 1.1";
    EditionConflicts { licence: String, what: String }
        "edition-conflicts" "cited here, and not to be passed on under {licence}: {what}"
        "ask who is named to allow it, cite something else, or go on with --knowingly";
    EditionGone { what: String }
        "edition-gone" "lines rest on what was hidden or erased, or is not here: {what}"
        "let them rest on something else, or go on with --knowingly";
    EditionEmpty
        "edition-empty" "no line of this document stands, so there is nothing to freeze"
        "add a line with `polylogue synthesis line add`";
    EditionTooLarge { count: u64 }
        "edition-too-large" "this document rests on {count} records, more than an edition holds"
        "make editions of its parts";
    AlreadyAMember { person: Key }
        "already-a-member" "{person} is already a member"
        "there is nothing to do";
    RootOnly
        "root-only" "only the person's first device may do this"
        "do it on the device the others were added from";
    DeviceOver
        "device-over" "this device was ended or its time is over: what it signs no longer counts"
        "speak on the device the others were added from, or link a new one there";
    NotAMemberThere { person: Key }
        "not-a-member-there" "{person} is not a member"
        "there is no membership to end";
    OneselfRemoved
        "oneself-removed" "nobody removes themselves"
        "leave with `polylogue commons leave`";
    NoVouching
        "no-vouching" "newcomers come in by invitation here, not by a vouch"
        "make an invitation with `polylogue ticket --invite`";
    OfficeNotHeld { person: Key, office: &'static str }
        "office-not-held" "{person} does not hold the office of {office}"
        "`polylogue charter show` lists the offices";
    InvitationNotYours
        "invitation-not-yours" "only whoever opened an invitation, or a greeter, may close it"
        "ask a greeter";
    DeviceProof
        "device-proof" "the device has not signed for this: its proof does not hold"
        "make a new proof on the device and copy it whole";
    DeviceUnknown { device: Key }
        "device-unknown" "{device} is no device of yours"
        "`polylogue device list` shows them";
    NoSuchCommons { id: String }
        "no-such-commons" "no commons here has the name or id {id}"
        "`polylogue commons list` shows what is here";
    Unopened { id: OperationId, what: String }
        "unopened" "the commons {id} cannot be opened: {what}"
        "put it back from a backup, or move its folder away and join again by a ticket";
    AlreadyHere { title: String }
        "already-here" "you already take part in “{title}”"
        "there is nothing to do; `polylogue sync` fetches what is new";
    NobodyAnswered { peers: u64 }
        "nobody-answered" "none of the {peers} peers named in the invitation answered in time"
        "ask whoever sent it to run their peer, or use a bundle";
    NoAddresses
        "no-addresses" "the invitation names no peer to ask"
        "ask for a new one from a peer that runs, or use a bundle";
    FoundingMissing
        "founding-missing" "the peer answered and did not send the founding of the commons"
        "try again, or ask another member for an invitation";
    NoPeers
        "no-peers" "no other peer of this commons is known here"
        "join by a ticket, or name one with `--with`";
    NothingToRead { path: String }
        "nothing-to-read" "there are no pages in {path}"
        "name a folder of wikitext files or an XML export";
    NothingTold { path: String }
        "nothing-told" "no page in {path} holds a dialogue or a question: nothing was founded"
        "name a folder of wikitext files with headings and turns, or an XML export of such pages";
    NothingVotedOn
        "nothing-voted-on" "there are no claims in these files: nothing was founded"
        "name the folder or zip with comments.csv and votes.csv; download them again";
    TooManyVoters { count: u64 }
        "too-many-voters" "{count} people voted there, more than the 100,000 that are taken"
        "look at it with `polylogue map PATH`, which takes as many as there are";
    VotersNeedInvitations
        "voters-need-invitations" "here nobody comes in by invitation, and voters brought in do"
        "bring it into a commons of its own: leave out `--commons`";
    BroughtInAlready { name: String, address: String }
        "brought-in-already" "{name} brought this conversation in already, from {address}"
        "everybody has it as soon as peers have met; a second copy would count its votes twice";
    BroughtInFromElsewhere { there: String, here: String }
        "brought-in-from-elsewhere" "a conversation of this title was brought in here from \
         {there}, and these files are said to be from {here}: their voters would be counted twice"
        "if it is the same, say `--source` as it was; else name a commons for it with `--commons`";
    RowsStayHere
        "rows-stay-here" "the charter says that nobody's votes leave this commons as a row"
        "`polylogue map --csv` has the counts; `commons new --rows-travel` lets rows leave";
    NotAnExport { path: String, what: String }
        "not-an-export" "{path} cannot be read as an export: {what}"
        "export the pages again and try once more";
    BackupDamaged
        "backup-damaged" "this is not a whole backup: it is damaged, cut short, or something else"
        "use another copy of it";
    BackupIsBundle
        "backup-is-bundle" "this is a bundle, which carries one commons, and no backup of a home"
        "read it with `polylogue bundle read`";
    FileExists { path: String }
        "file-exists" "{path} is there already, and nothing is ever written over it"
        "name another file";
    BackupNewer { version: u64 }
        "backup-newer" "this backup was made by a newer Polylogue (version {version})"
        "update this one first";
    HomeNotEmpty
        "home-not-empty" "this home already holds something, and a backup never replaces anything"
        "name a new folder with `--home`";
    MemberLost
        "member-lost" "what was written would not count, and nothing was signed"
        "look at `polylogue log` for what changed, then try again";
}

impl From<StoreFault> for Refusal {
    fn from(fault: StoreFault) -> Self {
        Self::Failure(fault.into())
    }
}

impl From<HomeFault> for Refusal {
    fn from(fault: HomeFault) -> Self {
        Self::Failure(fault.into())
    }
}

impl From<NetworkError> for Refusal {
    fn from(fault: NetworkError) -> Self {
        Self::Failure(fault.into())
    }
}

impl Refusal {
    /// Whether the machine failed, rather than somebody asking for what may not be.
    #[must_use]
    pub fn is_failure(&self) -> bool {
        matches!(self, Self::Failure(_))
    }

    /// Whether what was asked for is not here.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        matches!(self, Self::NotFound { .. } | Self::NoSuchCommons { .. })
    }

    pub(crate) fn file(path: &std::path::Path, what: io::Error) -> Self {
        Self::Failure(Failure::File {
            path: path.to_owned(),
            what,
        })
    }
}
