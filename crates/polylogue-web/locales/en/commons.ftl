# The list of commons, founding, joining, the home of a commons, inviting, status.

commons-title = Your commons
commons-about = A commons is a place where people who stand in different places work something out together. Each is held whole by everyone who takes part.
commons-here = On this machine
commons-none = There is none here yet. Found one below, or join one with an invitation.
count-people = { $count ->
    [one] 1 person
   *[other] { $count } people
}
count-perspectives = { $count ->
    [0] no perspectives yet
    [one] 1 perspective
   *[other] { $count } perspectives
}
count-dialogues = { $count ->
    [0] no dialogues yet
    [one] 1 dialogue
   *[other] { $count } dialogues
}
count-questions = { $count ->
    [0] no standing questions yet
    [one] 1 standing question
   *[other] { $count } standing questions
}
turns-count = { $count ->
    [0] no turns yet
    [one] 1 turn
   *[other] { $count } turns
}
you-are-member = you are a member
you-are-voter = you may vote
you-are-newcomer = you read along as a newcomer
you-left = you left
you-were-removed = your membership was ended

found-head = Found a commons
found-about = All it needs is a name and a question. Everything else has a sensible answer and can be changed later.
found-title = Name of the commons
found-question = The question it stands under
found-question-hint = one that people from different sides would want to answer
found-name = Your name there
found-name-hint = any name; another commons knows you by another key
found-details = Language, licence, who may come in
found-template = It begins as
template-inquiry = an inquiry: perspectives in dialogue
template-survey = a survey: claims and votes
template-process = a staged process
template-blank = a blank page
found-admission = Who may come in
admission-invitation = whoever a member invites
admission-vouching = whoever a member vouches for
admission-open = anyone may write; a member’s greeting makes it count
found-charter = Charter
found-charter-hint = what members agree to; a few sentences are enough
found-send = Found it
found-means = It is yours to keep for a year, then you renew it. Before the tenth member comes, name two more keepers.

join-title = Join with an invitation
join-about = Paste the invitation somebody gave you. Your machine then fetches the commons from theirs; no account is made anywhere.
join-about-short = Somebody gave you an invitation? It lets your machine fetch their commons.
join-open = Use an invitation
join-ticket = The invitation
join-ticket-hint = it begins with “polylogue”; line breaks do not matter
join-send = Join
join-means = This may take a moment: one of the people who hold the commons must be within reach.

home-over = The question this commons stands under
home-begun = Opened by { $who } on { $day }

needs-head = What needs you
needs-order = Oldest first. Nothing is ordered by popularity.
needs-assents = { $count ->
    [one] proposal to change the charter waits for your assent
   *[other] proposals to change the charter wait for your assent
}
needs-acts-against = { $count ->
    [one] thing you said was hidden or emptied by a moderator: { $things }
   *[other] things you said were hidden or emptied by a moderator: { $things }
}
needs-acts-against-about = The minutes say by whom and why; you can answer there.
needs-newcomers = { $count ->
    [one] newcomer to greet:
   *[other] newcomers to greet:
}
needs-newcomers-about = What they write is shown and does not count until somebody greets them.
needs-open = { $count ->
    [one] question is open
   *[other] questions are open
}
needs-open-oldest = The oldest has waited since { $when }: { $question }
needs-open-answer = Answer it
needs-unheard = { $count ->
    [one] perspective has not been heard at all: { $perspectives }
   *[other] perspectives have not been heard at all: { $perspectives }
}
needs-on-behalf = { $count ->
    [one] One more is spoken for only by somebody else.
   *[other] { $count } more are spoken for only by somebody else.
}
needs-on-behalf-only = { $count ->
    [one] perspective is spoken for only by somebody who does not stand in it
   *[other] perspectives are spoken for only by somebody who does not stand in them
}
needs-unheard-invite = Invite someone who stands there
needs-unvoted = { $count ->
    [one] claim you have { $vote }, of { $all }
   *[other] claims you have { $vote }, of { $all }
}
needs-unvoted-link = not voted on
needs-suggestions = { $count ->
    [one] suggestion to bring things together or keep them apart has no answer yet
   *[other] suggestions to bring things together or keep them apart have no answer yet
}
needs-first-perspective = A conversation begins when two standpoints are named. Which is yours?
needs-first-dialogue = The perspectives are named. A dialogue lets them meet.
needs-nothing = Nothing waits for you. Every question has an answer, and you have voted on every claim.
needs-nothing-step = Read the dialogues

latest-head = Latest turns
latest-all = { $count ->
    [one] The only turn
   *[other] All { $count } turns
}
latest-none = Nobody has spoken yet. The first turn may be a single sentence.
latest-where = { $dialogue }, turn { $number }

people-and-peers = People and peers
fact-you = You are
fact-you-unnamed = Say your name
fact-people = People
fact-people-are = { $count ->
    [one] one member, you
   *[other] { $count } members
}
fact-brought-in = , and { $count } brought in
fact-newcomers = { $count ->
    [one] , and 1 newcomer not yet counted
   *[other] , and { $count } newcomers not yet counted
}
fact-peers = Peers
fact-peers-none = none yet: everything is on this machine only
fact-peers-are = { $known } known, { $heard } heard from today
fact-held = They hold
fact-held-all = everything you wrote
fact-held-not = { $count ->
    [one] all of yours but one contribution, which is on this machine only
   *[other] all of yours but { $count } contributions, which are on this machine only
}
fact-status = Peer by peer
invite-somebody = Invite somebody

law-head = How this place is kept
law-keepers = { $count ->
    [one] { $who } keeps the charter.
   *[other] { $who } keep the charter together.
}
law-read = { $version ->
    [1] Read the charter, as it was founded
   *[other] Read the charter, version { $version }
}
law-few-keepers = A place of this size should have three keepers, so that it does not depend on one person.

inquiry-head = How far the inquiry has come
inquiry-caption = Dialogues that wait for an answer come first.
inquiry-state = state
inquiry-turns = turns
inquiry-open = open questions
inquiry-latest = last said

invite-title = Invite somebody
invite-about = An invitation is a text you hand over: by mail, by chat, on paper, on a stick. Whoever has it can read everything here, so give it only to people you mean.
invite-letter = The letter to send, all of it
invite-letter-in = The letter is in
letter-hello = Hello,
letter-hello-whom = Hello { $whom },
letter-what = this is an invitation to “{ $title }”: a place where people who think from different standpoints answer each other’s words.
letter-question = The question there: { $question }
letter-lets-all = With the invitation you read, write and vote there.
letter-lets-vote = With the invitation you read and vote there.
letter-lets-read = With it you can read along.
letter-until = It is open until { $day }.
letter-how = There is no account, and no company keeps it. Each of us runs one program, Polylogue, and yours fetches the conversation from ours. Three steps:
letter-program = 1. Get the program. It is one file: ask me, and I send it if your machine is like mine. Whoever has its source and Rust builds it by: cargo install --path crates/polylogue --locked
letter-start = 2. Start it by “polylogue serve”, and open the address it prints in your browser.
letter-join = 3. Choose “{ $join }” there, paste this whole letter, and say what you want to be called.
letter-first = Then the page shows one claim to vote on and one turn to answer: begin with either.
letter-secret = Whoever has the lines below can come in by them, so keep them to yourself.
invite-which = What it does
invite-kind-invite = it makes them a member
invite-kind-vote = it lets them vote, and say nothing else
invite-kind-read = it lets them read and follow
invite-days = Days it stays open
invite-whom = For whom
invite-whom-hint = a note for yourself, kept on this machine alone
invite-send = Make an invitation
invite-means = It is good for more than one person, until its days are over or you close it. It is signed with your name. Reading and following needs no days: whoever has the text can read.
invite-made = The invitation
invite-made-about = Copy all of it. It is kept on this page until your peer stops, and nowhere else.
invite-ticket = The invitation alone
invite-picture = Show it as a picture to scan
invite-picture-name = The invitation as a square pattern for a camera
invite-no-addresses = Your peer knows no address it can be reached at, so this invitation names nobody to ask. Run your peer on a network, or hand over a carried copy with it.
invite-opened = Invitations made so far
invite-opened-by = made by { $who } on { $day }
invite-until = good until { $day }
invite-for = For { $whom }
invite-for-nobody = For whoever has it
invite-used-by = used by { $who }
invite-used-by-more = { $count } more
invite-used-by-nobody = used by nobody yet
invite-lets-all = makes a member
invite-lets-vote = lets vote, and say nothing else
invite-is-open = Open
invite-is-over = Its days are over
invite-is-void = Does not count: whoever made it may not invite
invite-closed = Closed
invite-close = Close it
invite-close-about = Closing one lets nobody else in. Whoever came in by it stays.

status-title = Who holds what
status-over = Status
status-alone = Everything here is on this machine only. Nobody else holds a copy until you invite somebody, or carry one away.
status-all-held = { $known ->
    [one] The one other peer holds everything you wrote.
   *[other] Everything you wrote is held by others too: { $known } peers are known, { $heard } of them heard from today.
}
status-some-here = { $count ->
    [one] One of your contributions is still on this machine only.
   *[other] { $count } of your contributions are still on this machine only.
} { $known ->
    [one] One peer is known, { $heard } heard from today.
   *[other] { $known } peers are known, { $heard } of them heard from today.
}
status-local-only = This peer is not on the network now.
status-peers = Peers
status-peers-about = as each of them last told us, not as we hope
status-no-peers = No other peer is known yet.
status-peer = Peer
status-has = has
status-lacks = lacks
status-heard = last heard
status-of = { $has } of { $all }
status-connected = connected now
status-never = never
status-sync = Ask everybody now
status-copy = Take a carried copy away
copy-read-head = Read a carried copy
copy-read-about = A carried copy is a commons in a file, brought on a stick or in a mail. Everything in it is checked as if a peer had sent it; what is here already changes nothing. This page takes files of up to 32 MB; longer ones are read with “polylogue bundle read FILE”.
copy-file = The file
copy-read-send = Read it
copy-was-read = { $read ->
    [one] One piece was read, { $new } of it new here.
   *[other] { $read } pieces were read, { $new } of them new here.
}
copy-had-bad = { $count ->
    [one] One had a signature that does not hold and was left out.
   *[other] { $count } had a signature that does not hold and were left out.
}
join-copy-about = With a copy you can read a commons that nobody has invited you to yet, as far as the copy goes.
status-mine = What you wrote
status-mine-all = In all
status-mine-elsewhere = Held by others too
status-mine-here = On this machine only
status-mine-all-here = all of it
status-data = Where your data is
status-here = This folder
status-pieces = Pieces held
status-server = On a server
status-server-none = nowhere
status-odd = Set aside
status-waiting = { $count ->
    [one] One contribution waits for something that has not arrived.
   *[other] { $count } contributions wait for something that has not arrived.
}
status-set-aside = { $count ->
    [one] One contribution is kept and does not count.
   *[other] { $count } contributions are kept and do not count.
}
status-odd-see = Each with its reason stands in { $record }.
status-odd-record = the full record

begin-head = Begin here
begin-here-about = The first steps. They stay until they are done, or until you put them away.
begin-here-read = Read { $turn } and answer it
begin-done = Done:
begin-voted = You voted on a claim.
begin-vote-on = Vote on another
begin-spoken = You said something of your own.
begin-name = Say what you want to be called
begin-away = Put these steps away
needs-new-turns = { $count ->
    [one] new turn since you were last there, in { $dialogues }
   *[other] new turns since you were last there, in { $dialogues }
}
needs-yourself-vouch = You are here as a newcomer. Tell a member that you are here: one who knows you can vouch for you, and what you write then counts from the start.
needs-yourself-greet = You are here as a newcomer. What you write is shown as such, and counts from the start once a member greets you.
join-partly = Not everything has come yet. You can read what is here; the rest follows by itself while one of the others is within reach.
join-partly-now = Ask everybody now
needs-vouching = { $count ->
    [one] newcomer nobody has vouched for yet:
   *[other] newcomers nobody has vouched for yet:
}
needs-second-perspective = One standpoint is named. Name the one it should meet, or begin a dialogue.
