# Comments on texts written together, votes on wordings, dissent, stages and actions.

thing-comment = Comment
a-comment = a comment
thing-dissent = Dissent
a-dissent = a dissent

comments-title = Comments
comments-open-of = { $count ->
    [0] No comment yet
    [one] { $open ->
        [0] One comment, answered
       *[other] One comment, to be answered
    }
   *[other] { $count } comments, { $open } to be answered
    }
comments-list = What was said
comments-none = Nobody has commented.
comments-all = All
comments-more = { $count } more
comment-title = A comment
comment-new = Comment
comment-new-about = Whoever writes here answers each comment with a reason before an edition is made.
comment-text = What you say
comment-words = The words you mean
comment-words-hint = exactly as the line has them; leave it empty for the whole line
comment-wording = How the whole line should read instead
comment-wording-hint = may be left empty
comment-send = Comment
comment-send-means = Signed with your name. You can take it back.
comment-on-document = on the whole text
comment-on-line = on this line
comment-on-missing = What it was on is not here.
comment-answers = Answers { $what }
comment-means = Means the words { $words }
comment-orphaned = The words { $words } no longer stand in the line.
comment-emptied = The words it meant were taken out.
comment-words-not-here = Means the words { $words }; the line cannot be read here now.
comment-proposes = Proposed wording
comment-has-wording = with another wording
comment-became = What became of it
comment-undisposed = Nobody has answered it yet.
comment-divided-about = Several answered it otherwise. A new answer takes the place of all.
comment-open = to be answered
comment-divided = answered otherwise by several
comment-accepted = accepted
comment-adapted = adapted
comment-declined = declined
comment-taken-back = taken back
comment-replies = Replies
comment-no-replies = No reply yet.
comment-reply-count = { $count ->
    [one] one reply
   *[other] { $count } replies
    }
dispose-head = Answer it
dispose-which = What becomes of it
dispose-send = Answer
dispose-means = Your reason is public. It can be changed later.
dispose-means-wording = Accepting it lets the line read as proposed, credited to who proposed it. Your reason is public.
disposition-wrote = the line was worded for it
comment-reply-text = Your reply
comment-reply-send = Reply
comment-reply-send-means = Signed with your name.
unclear-disposed = Choose what becomes of it: accepted, adapted or declined.
line-credited = As proposed by { $who } in { $comment }.
line-credited-comment = a comment
needs-comments = { $count ->
    [one] comment waits for an answer on
   *[other] comments wait for an answer on
    } { $documents }

wording-votes-head = Votes on the wordings
wording-votes-about = A vote belongs to the exact wording it was given on. A wording that is changed is voted on anew.
wording-votes-none = Nobody has voted yet.
wording-votes-caption = Each wording that was voted on, in order of time
wording-votes-wording = Wording
wording-votes-stands = How it stands
wording-stands = stands now
wording-proposed = proposed
wording-earlier = an earlier round
wording-vote-head = Vote on a wording
wording-vote-which = Which wording
wording-vote-why = Why
wording-vote-why-hint = may be left empty
wording-vote-agreed = You agreed.
wording-vote-disagreed = You disagreed.
wording-vote-passed = You passed.

dissents-title = Dissent
dissents-about = Reports and reservations of those who see it otherwise. They stand with the text, as large as it, and go into its editions.
dissents-none = Nobody dissents.
dissents-count = { $count ->
    [0] No dissent
   *[other] Dissent: { $count }
    }
dissents-more = { $count } more
dissent-report = Minority report
dissent-reservation = Reservation
dissent-new = Dissent
dissent-form = What it is
dissent-title = Title
dissent-text = Its words
dissent-send = Sign and publish
dissent-send-means = It stands under your name; others may add theirs. Its words cannot be changed afterwards.
dissent-signed = Signed by { $who }
dissent-no-names = Nobody’s name stands under it any more.
dissent-words-stay = Its words never change under those who signed it.
dissent-join = Put your name under it
dissent-join-means = You can take it off again.
dissent-beside = A few words beside your name
dissent-beside-hint = may be left empty
dissent-leave = Take your name off

left-out-title = Left out of an edition
left-out-head = Left out of editions
left-out-none = It was left out of none.
left-out-of = Left out of { $edition }:
left-out-replies = { $count ->
    [0] Reply
    [one] One reply
   *[other] { $count } replies
    }
left-out-new = Leave it out of an edition
left-out-edition = Which edition
left-out-send = Leave it out
left-out-send-means = Your reason is public, and anybody may answer it beside it.
unclear-edition = Say which edition.

thing-stage = Stage
thing-action = Action
stages-title = Stages
stages-about = What comes when, who answers for it, and what it takes. Nothing here that cannot be changed later.
stages-none = No stage yet. Add one, or let a template prepare some.
stages-prepare = Let a template prepare stages
stages-template = Which
stages-inquiry = an inquiry: perspectives, questions, dialogues, synopsis, synthesis
stages-survey = a survey: statements, votes, map, report
stages-process = a policy process in ten steps, from the mandate to what came of it
stages-open-space = an open space: register, propose, bring together, mural, actions
stages-begin = Add these stages
stages-begin-means = They begin today, under your name. Change any of them afterwards.
template-open-space = an open space: many propose, nothing is decided for all
found-stages = with its stages prepared
stage-new = Add a stage
stage-name = Name
stage-purpose = What it is for
stage-needs = What it needs to be finished
stage-needs-hint = one on each line
stage-from = From
stage-until = Until
stage-who = Who answers for it
stage-place = Its place among the stages
stage-send = Add it
stage-send-means = Signed with your name. Anybody here can change it.
stage-open = goes on
stage-to-come = still to come
stage-overdue = its days are over
stage-done = done
stage-skipped = left out
stage-from-until = { $from } to { $until }
stage-only-from = from { $from }
stage-only-until = until { $until }
stage-no-dates = no dates yet
stage-responsible = { $who } answers for it
stage-nobody = nobody answers for it yet
stage-rests = It rests on { $what }.
stage-checklist = What it takes
stage-needs-nothing = Nobody has said what it takes.
stage-others = Planned otherwise at the same time
stage-set = Say how far it is
stage-step = It is
stage-words = What came of it
stage-rests-on = What that rests on
stage-rests-on-hint = the beginnings of ids; may be left empty
stage-set-send = Say so
stage-set-means = Signed with your name. It can be said otherwise later.
stage-revise = Change it
stage-revise-send = Change it
check-newer = Something that only a newer version can count (number { $number })
check-met = reached
check-unmet = not yet
unclear-day = Give a day as 2026-11-22.
unclear-who = Choose somebody who takes part here.
unclear-step = Say how far it is.
unclear-template = Choose a template.

actions-title = Actions
actions-about = What people will have done by a day, under their own names. Nobody is bound who did not sign.
actions-none = No action yet.
action-new = Say what you will do
action-text = What will be done
action-until = By when
action-from = What it comes from
action-from-hint = the beginning of an id; may be left empty
action-send = Sign and publish
action-send-means = It stands under your name; others may add theirs.
action-by = by { $day }
action-past = its day is over
action-comes = comes from { $what }
check-charter = The charter says something
check-perspectives = Perspectives named: { $have }; it takes { $of }
check-perspectives-heard = Perspectives that have answered: { $have } of { $of }
check-questions = Standing questions: { $have }
check-dialogues = Dialogues: { $have }
check-dialogues-closed = Dialogues closed: { $have } of { $of }
check-claims = Claims: { $have }
check-voters = Members who have voted: { $have } of { $of }
check-suggestions = Suggestions with an answer: { $have } of { $of }
check-documents = Texts with a line: { $have }
check-lines-traced = Lines that rest on something: { $have } of { $of }
check-comments = Comments answered: { $have } of { $of }
check-practices = Practices: { $have }
check-actions = Actions signed: { $have } of { $of }
check-sources = Sources: { $have }
