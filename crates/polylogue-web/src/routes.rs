//! The one table of routes: name, path, what answers, and whether a published copy has it.
//! The server, every link and the tests read it.

use crate::acts::{self, Outcome};
use crate::asked::Asked;
use crate::page::{self, Shown};
use crate::trouble::Trouble;
use crate::view;

/// What answers a request.
#[derive(Clone, Copy)]
pub enum Answer {
    /// A page: reading changes nothing.
    Page(fn(&Asked<'_>) -> Result<Shown, Trouble>),
    /// A file to keep.
    File(fn(&Asked<'_>) -> Result<Outcome, Trouble>),
    /// Another address.
    Elsewhere(fn(&Asked<'_>) -> Result<Outcome, Trouble>),
    /// A stream that says when something in the commons has changed, and goes on.
    Changes,
    /// An act; where it is refused, the page that holds its form is shown with what was written.
    Act(fn(&Asked<'_>) -> Result<Outcome, Trouble>, Name),
}

/// Whether a published copy of a commons has the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// It does.
    Published,
    /// Only a running peer does.
    LiveOnly,
}

/// One route.
#[derive(Clone, Copy)]
pub struct Route {
    /// Its name.
    pub name: Name,
    /// Its name in words, as forms send it.
    pub word: &'static str,
    /// Its path; `{commons}` and `{id}` are filled with the beginnings of ids.
    pub path: &'static str,
    /// What answers.
    pub answer: Answer,
    /// Whether a published copy has it.
    pub reach: Reach,
}

macro_rules! routes {
    ($($name:ident $word:literal $path:literal $reach:ident $answer:expr;)*) => {
        /// The name of a route.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Name {
            $(#[doc = concat!("`", $path, "`.")] $name,)*
        }

        /// Every route.
        pub static ROUTES: &[Route] = &[
            $(Route {
                name: Name::$name,
                word: $word,
                path: $path,
                answer: $answer,
                reach: Reach::$reach,
            },)*
        ];
    };
}

/// The route of a name.
#[must_use]
pub fn of(name: Name) -> &'static Route {
    // The enum and the table are written by one macro, in one order.
    &ROUTES[name as usize]
}

macro_rules! page {
    ($module:ident) => {
        Answer::Page(|asked| {
            let view = view::$module::load(asked)?;
            Ok(page::$module::page(&asked.context()?, &view))
        })
    };
}

use Answer::{Act, Changes, Elsewhere, File};

routes! {
    CommonsList "commons" "/" LiveOnly page!(commons_list);
    Found "found" "/found" LiveOnly Act(acts::found::found, Name::CommonsList);
    Join "join" "/join" LiveOnly page!(join);
    JoinNow "join-now" "/join/now" LiveOnly Act(acts::found::join, Name::Join);
    JoinCopy "join-copy" "/join/copy" LiveOnly Act(acts::found::read_copy, Name::Join);
    Languages "languages" "/languages" LiveOnly page!(languages);
    ChooseLanguage "choose-language" "/languages/choose" LiveOnly
        Act(acts::languages::choose, Name::Languages);
    Home "home" "/c/{commons}" Published page!(home);
    Perspectives "perspectives" "/c/{commons}/perspectives" Published page!(perspectives);
    AddPerspective "add-perspective" "/c/{commons}/perspectives/add" LiveOnly
        Act(acts::perspective::add, Name::Perspectives);
    Perspective "perspective" "/c/{commons}/perspective/{id}" Published page!(perspective);
    RevisePerspective "revise-perspective" "/c/{commons}/perspective/{id}/revise" LiveOnly
        Act(acts::perspective::revise, Name::Perspective);
    RecordLineage "lineage" "/c/{commons}/perspective/{id}/lineage" LiveOnly
        Act(acts::perspective::lineage, Name::Perspective);
    Questions "questions" "/c/{commons}/questions" Published page!(questions);
    AddQuestion "add-question" "/c/{commons}/questions/add" LiveOnly
        Act(acts::dialogue::add_question, Name::Questions);
    Question "question" "/c/{commons}/question/{id}" Published page!(question);
    Dialogues "dialogues" "/c/{commons}/dialogues" Published page!(dialogues);
    BeginDialogue "begin-dialogue" "/c/{commons}/dialogues/begin" LiveOnly
        Act(acts::dialogue::begin, Name::Dialogues);
    BringIn "bring-in" "/c/{commons}/dialogues/bring-in" LiveOnly page!(bring_in);
    BringInNow "bring-in-now" "/c/{commons}/dialogues/bring-in/now" LiveOnly
        Act(acts::bring_in::now, Name::BringIn);
    Dialogue "dialogue" "/c/{commons}/dialogue/{id}" Published page!(dialogue);
    Say "say" "/c/{commons}/dialogue/{id}/say" LiveOnly Act(acts::dialogue::say, Name::Dialogue);
    SetState "state" "/c/{commons}/dialogue/{id}/state" LiveOnly
        Act(acts::dialogue::set_state, Name::Dialogue);
    Turn "turn" "/c/{commons}/turn/{id}" Published page!(turn);
    AnswerTurn "answer" "/c/{commons}/turn/{id}/answer" LiveOnly
        Act(acts::dialogue::answer, Name::Turn);
    ReviseTurn "revise" "/c/{commons}/turn/{id}/revise" LiveOnly
        Act(acts::dialogue::revise, Name::Turn);
    LiftClaim "lift" "/c/{commons}/turn/{id}/lift" LiveOnly Act(acts::claim::lift, Name::Turn);
    Mark "mark" "/c/{commons}/moves/on/{id}" LiveOnly page!(mark);
    MarkNow "mark-now" "/c/{commons}/moves/on/{id}/now" LiveOnly
        Act(acts::remark::mark, Name::Mark);
    // Where moves were made before, in addresses people kept.
    MarkedBefore "marked-before" "/c/{commons}/mark/{id}" LiveOnly Elsewhere(acts::remark::moved);
    Claims "claims" "/c/{commons}/claims" Published page!(claims);
    AddClaim "add-claim" "/c/{commons}/claims/add" LiveOnly Act(acts::claim::add, Name::Claims);
    Claim "claim" "/c/{commons}/claim/{id}" Published page!(claim);
    Vote "vote" "/c/{commons}/claim/{id}/vote" LiveOnly Act(acts::claim::vote, Name::Claim);
    HoldClaim "held" "/c/{commons}/claim/{id}/held" LiveOnly Act(acts::claim::held, Name::Claim);
    Reshape "reshape" "/c/{commons}/claim/{id}/reshape" LiveOnly
        Act(acts::claim::reshape, Name::Claim);
    EnterCount "count" "/c/{commons}/claim/{id}/count" LiveOnly
        Act(acts::claim::enter_count, Name::Claim);
    NextClaim "next" "/c/{commons}/vote" LiveOnly page!(vote);
    Maps "maps" "/c/{commons}/map" LiveOnly page!(maps);
    Map "map" "/c/{commons}/map/{id}" LiveOnly page!(map);
    CountWithout "count-without" "/c/{commons}/map/{id}/without" LiveOnly
        Act(acts::map::count_without, Name::Map);
    MapTable "map-table" "/c/{commons}/map/{id}/table" LiveOnly page!(map_table);
    MapPast "map-past" "/c/{commons}/map/{id}/past" LiveOnly page!(map_past);
    MapSheet "map-sheet" "/c/{commons}/map/{id}/sheet" LiveOnly File(acts::map::sheet);
    Moves "moves" "/c/{commons}/moves" Published page!(moves);
    Move "move" "/c/{commons}/move/{id}" Published page!(remark);
    AcceptAnswer "accept" "/c/{commons}/move/{id}/accept" LiveOnly
        Act(acts::remark::accept, Name::Move);
    Sift "sift" "/c/{commons}/sift" Published page!(sift);
    SiftQuestions "sift-questions" "/c/{commons}/sift/questions" Published page!(sift_questions);
    SiftVoices "sift-voices" "/c/{commons}/sift/voices" Published page!(sift_voices);
    SiftCoverage "sift-coverage" "/c/{commons}/sift/coverage" Published page!(sift_coverage);
    SiftShared "sift-shared" "/c/{commons}/sift/shared" Published page!(sift_shared);
    Synopsis "synopsis" "/c/{commons}/sift/synopsis/{id}" Published page!(synopsis);
    WriteOn "write-on" "/c/{commons}/sift/synopsis/{id}/write" LiveOnly
        Act(acts::synthesis::write_on, Name::Synopsis);
    Syntheses "syntheses" "/c/{commons}/syntheses" Published page!(syntheses);
    BeginSynthesis "begin-synthesis" "/c/{commons}/syntheses/begin" LiveOnly
        Act(acts::synthesis::begin, Name::Syntheses);
    Synthesis "synthesis" "/c/{commons}/synthesis/{id}" Published page!(synthesis);
    Editions "editions" "/c/{commons}/editions" Published page!(editions);
    Edition "edition" "/c/{commons}/edition/{id}" Published page!(edition);
    EditionFile "edition-file" "/c/{commons}/edition/{id}/file" LiveOnly File(acts::edition::file);
    SignEdition "sign-edition" "/c/{commons}/edition/{id}/sign" LiveOnly
        Act(acts::edition::sign, Name::Edition);
    MakeEdition "make-edition" "/c/{commons}/synthesis/{id}/edition" LiveOnly
        Act(acts::edition::make, Name::Synthesis);
    EditSynthesis "edit-synthesis" "/c/{commons}/synthesis/{id}/edit" LiveOnly
        page!(synthesis_edit);
    SaveSynthesis "save-synthesis" "/c/{commons}/synthesis/{id}/save" LiveOnly
        Act(acts::synthesis::save, Name::EditSynthesis);
    SynthesisHistory "synthesis-history" "/c/{commons}/synthesis/{id}/history" Published
        page!(synthesis_history);
    SynthesisMerge "merge" "/c/{commons}/synthesis/{id}/merge" LiveOnly page!(synthesis_merge);
    MergeSynthesis "merge-now" "/c/{commons}/synthesis/{id}/merge/now" LiveOnly
        Act(acts::fork::merge, Name::SynthesisMerge);
    ForkSynthesis "fork" "/c/{commons}/synthesis/{id}/fork" LiveOnly
        Act(acts::fork::fork, Name::SynthesisHistory);
    SynthesisVersion "version" "/c/{commons}/version/{id}" Published page!(synthesis_version);
    UndoChange "undo-change" "/c/{commons}/version/{id}/undo" LiveOnly
        Act(acts::history::undo, Name::SynthesisVersion);
    Line "line" "/c/{commons}/line/{id}" Published page!(line);
    WordLine "word-line" "/c/{commons}/line/{id}/word" LiveOnly Act(acts::line::word, Name::Line);
    AttachTrace "attach" "/c/{commons}/line/{id}/attach" LiveOnly
        Act(acts::line::attach, Name::Line);
    DetachTrace "detach" "/c/{commons}/line/{id}/detach" LiveOnly
        Act(acts::line::detach, Name::Line);
    SayClause "say-clause" "/c/{commons}/line/{id}/clause" LiveOnly
        Act(acts::synthesis::clause, Name::Line);
    SettleLine "settle-line" "/c/{commons}/line/{id}/settle" LiveOnly
        Act(acts::synthesis::settle, Name::Line);
    StrikeLine "strike-line" "/c/{commons}/line/{id}/strike" LiveOnly
        Act(acts::synthesis::strike, Name::Line);
    CommentLine "comment-line" "/c/{commons}/line/{id}/comment" LiveOnly
        Act(acts::comment::make, Name::Line);
    VoteWording "vote-wording" "/c/{commons}/line/{id}/vote" LiveOnly
        Act(acts::comment::vote_wording, Name::Line);
    Comments "comments" "/c/{commons}/synthesis/{id}/comments" Published page!(comments);
    CommentDocument "comment-document" "/c/{commons}/synthesis/{id}/comment" LiveOnly
        Act(acts::comment::make, Name::Comments);
    Comment "comment" "/c/{commons}/comment/{id}" Published page!(comment);
    Reply "reply" "/c/{commons}/comment/{id}/reply" LiveOnly
        Act(acts::comment::make, Name::Comment);
    Dispose "dispose" "/c/{commons}/comment/{id}/dispose" LiveOnly
        Act(acts::comment::dispose, Name::Comment);
    VoteProposal "vote-proposal" "/c/{commons}/comment/{id}/vote" LiveOnly
        Act(acts::comment::vote_proposal, Name::Comment);
    Dissents "dissents" "/c/{commons}/synthesis/{id}/dissents" Published page!(dissents);
    DissentNow "dissent-now" "/c/{commons}/synthesis/{id}/dissents/add" LiveOnly
        Act(acts::dissent::make, Name::Dissents);
    Dissent "dissent" "/c/{commons}/dissent/{id}" Published page!(dissent);
    SignDissent "sign-dissent" "/c/{commons}/dissent/{id}/sign" LiveOnly
        Act(acts::dissent::sign, Name::Dissent);
    LeaveOut "leave-out" "/c/{commons}/synthesis/{id}/leave-out" LiveOnly
        Act(acts::dissent::leave_out, Name::Comments);
    LeftOut "left-out" "/c/{commons}/left-out/{id}" Published page!(left_out);
    ReplyLeftOut "reply-left-out" "/c/{commons}/left-out/{id}/reply" LiveOnly
        Act(acts::dissent::reply, Name::LeftOut);
    Stages "stages" "/c/{commons}/stages" Published page!(stages);
    AddStage "add-stage" "/c/{commons}/stages/add" LiveOnly Act(acts::stage::add, Name::Stages);
    BeginStages "begin-stages" "/c/{commons}/stages/begin" LiveOnly
        Act(acts::stage::begin, Name::Stages);
    Stage "stage" "/c/{commons}/stage/{id}" Published page!(stage);
    ReviseStage "revise-stage" "/c/{commons}/stage/{id}/revise" LiveOnly
        Act(acts::stage::revise, Name::Stage);
    SetStage "set-stage" "/c/{commons}/stage/{id}/set" LiveOnly
        Act(acts::stage::set, Name::Stage);
    Actions "actions" "/c/{commons}/actions" Published page!(actions);
    Promise "promise" "/c/{commons}/actions/add" LiveOnly
        Act(acts::stage::promise, Name::Actions);
    SignAction "sign-action" "/c/{commons}/action/{id}/sign" LiveOnly
        Act(acts::stage::sign, Name::Actions);
    Use "use" "/c/{commons}/use/{id}" LiveOnly page!(use_in);
    UseNow "use-now" "/c/{commons}/use/{id}/now" LiveOnly Act(acts::use_in::now, Name::Use);
    SiftCell "sift-cell" "/c/{commons}/sift/cell" Published page!(sift_cell);
    SiftSheet "sift-sheet" "/c/{commons}/sift/{id}/sheet" LiveOnly File(acts::sift::sheet);
    Glossary "glossary" "/c/{commons}/sift/glossary" Published page!(glossary);
    Alike "alike" "/c/{commons}/sift/alike" LiveOnly page!(alike);
    Agreement "agreement" "/c/{commons}/sift/agreement" LiveOnly page!(agreement);
    Trace "trace" "/c/{commons}/trace/{id}" Published page!(trace);
    People "people" "/c/{commons}/people" Published page!(people);
    Person "person" "/c/{commons}/person/{id}" Published page!(person);
    Became "became" "/c/{commons}/person/{id}/became" Published page!(became);
    Admit "admit" "/c/{commons}/person/{id}/admit" LiveOnly
        Act(acts::people::admit, Name::Person);
    Vouch "vouch" "/c/{commons}/person/{id}/vouch" LiveOnly
        Act(acts::people::vouch, Name::Person);
    Remove "remove" "/c/{commons}/person/{id}/remove" LiveOnly
        Act(acts::people::remove, Name::Person);
    Grant "grant" "/c/{commons}/person/{id}/grant" LiveOnly
        Act(acts::people::grant, Name::Person);
    Recall "recall" "/c/{commons}/person/{id}/recall" LiveOnly
        Act(acts::people::recall, Name::Person);
    Invite "invite" "/c/{commons}/invite" LiveOnly page!(invite);
    InviteNow "invite-now" "/c/{commons}/invite/now" LiveOnly
        Act(acts::people::invite, Name::Invite);
    CloseInvitation "close-invitation" "/c/{commons}/invite/{id}/close" LiveOnly
        Act(acts::people::close_invitation, Name::Invite);
    Search "search" "/c/{commons}/search" LiveOnly page!(search);
    Sources "sources" "/c/{commons}/sources" Published page!(sources);
    AddSource "add-source" "/c/{commons}/sources/add" LiveOnly
        Act(acts::library::add_source, Name::Sources);
    Source "source" "/c/{commons}/source/{id}" Published page!(source);
    Practices "practices" "/c/{commons}/practices" Published page!(practices);
    AddPractice "add-practice" "/c/{commons}/practices/add" LiveOnly
        Act(acts::library::add_practice, Name::Practices);
    Practice "practice" "/c/{commons}/practice/{id}" Published page!(practice);
    Suggestions "suggestions" "/c/{commons}/suggestions" Published page!(suggestions);
    AnswerSuggestion "consent" "/c/{commons}/suggestion/{id}/answer" LiveOnly
        Act(acts::thing::consent, Name::Suggestions);
    Log "log" "/c/{commons}/log" Published page!(log);
    Record "record" "/c/{commons}/record" LiveOnly page!(record);
    Charter "charter" "/c/{commons}/charter" Published page!(charter);
    Propose "propose" "/c/{commons}/charter/propose" LiveOnly
        Act(acts::people::propose, Name::Charter);
    Assent "assent" "/c/{commons}/charter/{id}/assent" LiveOnly
        Act(acts::people::assent, Name::Charter);
    Status "status" "/c/{commons}/status" LiveOnly page!(status);
    Sync "sync" "/c/{commons}/status/sync" LiveOnly Act(acts::found::sync, Name::Status);
    Settings "settings" "/c/{commons}/settings" LiveOnly page!(settings);
    Profile "profile" "/c/{commons}/settings/profile" LiveOnly
        Act(acts::people::profile, Name::Settings);
    Presence "presence" "/c/{commons}/settings/presence" LiveOnly
        Act(acts::people::presence, Name::Settings);
    Devices "devices" "/c/{commons}/devices" LiveOnly page!(devices);
    AddDevice "add-device" "/c/{commons}/devices/add" LiveOnly
        Act(acts::devices::add, Name::Devices);
    AgreeDevice "agree-device" "/c/{commons}/devices/agree" LiveOnly
        Act(acts::devices::agree, Name::Devices);
    EndDevice "end-device" "/c/{commons}/devices/{id}/end" LiveOnly
        Act(acts::devices::end, Name::Devices);
    Leave "leave" "/c/{commons}/settings/leave" LiveOnly
        Act(acts::people::leave, Name::Settings);
    Signs "signs" "/c/{commons}/signs" Published page!(signs);
    CarriedCopy "copy" "/c/{commons}/carried-copy" LiveOnly File(acts::found::carried_copy);
    ReadCopy "read-copy" "/c/{commons}/carried-copy/read" LiveOnly
        Act(acts::found::read_copy, Name::Status);
    KeepDraft "draft" "/c/{commons}/draft/{id}" LiveOnly Act(acts::draft::keep, Name::Thing);
    PutAway "put-away" "/c/{commons}/steps/away" LiveOnly Act(acts::draft::put_away, Name::Home);
    ReadUntil "read" "/c/{commons}/dialogue/{id}/read" LiveOnly
        Act(acts::draft::read, Name::Dialogue);
    Live "live" "/c/{commons}/live" LiveOnly Changes;
    Go "go" "/c/{commons}/go/{id}" LiveOnly Elsewhere(acts::thing::go);
    Thing "thing" "/c/{commons}/thing/{id}" LiveOnly page!(thing);
    Withdraw "withdraw" "/c/{commons}/thing/{id}/withdraw" LiveOnly
        Act(acts::thing::withdraw, Name::Thing);
    Dispute "dispute" "/c/{commons}/thing/{id}/dispute" LiveOnly
        Act(acts::thing::dispute, Name::Thing);
    Erase "erase" "/c/{commons}/thing/{id}/erase" LiveOnly Act(acts::thing::erase, Name::Thing);
    Translate "translate" "/c/{commons}/thing/{id}/translate" LiveOnly
        Act(acts::thing::translate, Name::Thing);
    Suggest "suggest" "/c/{commons}/thing/{id}/suggest" LiveOnly
        Act(acts::thing::suggest, Name::Thing);
    Hold "hold" "/c/{commons}/thing/{id}/hold" LiveOnly Act(acts::thing::hold, Name::Thing);
    Hide "hide" "/c/{commons}/thing/{id}/hide" LiveOnly Act(acts::thing::hide, Name::Thing);
    Restore "restore" "/c/{commons}/log/{id}/restore" LiveOnly
        Act(acts::thing::restore, Name::Log);
    Appeal "appeal" "/c/{commons}/log/{id}/appeal" LiveOnly Act(acts::thing::appeal, Name::Log);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_its_names() {
        for (index, route) in ROUTES.iter().enumerate() {
            assert_eq!(route.name as usize, index, "{}", route.path);
        }
    }

    #[test]
    fn a_refused_act_is_shown_on_a_page_it_can_fill() {
        for route in ROUTES {
            let Answer::Act(_, shown_on) = route.answer else {
                continue;
            };
            let page = of(shown_on);
            assert!(matches!(page.answer, Answer::Page(_)), "{}", route.path);
            assert!(
                route.path.contains("{id}") || !page.path.contains("{id}"),
                "{}",
                route.path
            );
        }
    }
}
