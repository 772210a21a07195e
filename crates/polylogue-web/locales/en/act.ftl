# What can be done with anything said; the minutes; the record.

thing-title = About this piece
thing-more = Take back, translate, suggest and more
thing-about = What became of it
thing-back = Back to where it stands
thing-signed = Signed by
thing-brought-in = Brought in on
thing-counts = What became of it
thing-text = Text
thing-id = Id
thing-acts = What you can do

withdraw-head = Take it back
withdraw-about = It stays readable and says that you took it back. To make the words go, erase them.
withdraw-send = Take it back
dispute-head = Dispute it
dispute-about = Say why a move, an attribution or a record is wrong. Your objection stands beside it.
dispute-send = Dispute it
erase-head = Erase its words
erase-about = The words go from this machine at once, and from others as they hear of it. That something was said, by whom and when, stays. Copies of people who do not keep to the rules may remain.
erase-about-moderator = The words go out of sight at once, and are destroyed after the delay the charter sets. Your reason is public and can be answered.
erase-send = Erase
erase-means = This cannot be undone.
hide-head = Hide it
hide-about = It goes out of sight until somebody restores it. Your reason is public and can be answered.
hide-send = Hide it
translate-head = Translate it
translate-about = Your translation stands beside the original, with your name. Votes are shared between them.
translate-language = Into which language
translate-language-hint = as a tag: en, es, ar
translate-text = The translation
translate-send = Publish this translation
suggest-head = Suggest something
suggest-about = Nothing happens unless the authors agree.
suggest-which = What
suggest-fuse = show them as one
suggest-sequence = read them one after the other
suggest-dialogue = put them into dialogue
suggest-meet = let their people meet
suggest-keep-apart = keep them apart
suggest-others = With which
suggest-send = Suggest it
hold-head = Ask to hold its publication
hold-about = A group that needs time among itself asks everyone to wait. It ends by itself.
hold-caucus = Who asks
hold-days = For how many days
hold-send = Ask for it

log-about = What was done about people, words and the charter, by whom and why. Anyone can answer.
log-none = Nothing has happened yet.
log-record = The full record, piece by piece
minute-founding = { $who } founded this commons.
minute-resolution = { $who } proposed a change to the charter.
minute-assent = { $who } assented to a change of the charter.
minute-moderator-erase = { $who } erased words as a moderator. { $about }
minute-erase = { $who } erased words of their own.
minute-admit = { $who } greeted { $whom }.
minute-vouch = { $who } vouched for { $whom }.
minute-removal = { $who } ended the membership of { $whom }.
minute-doors-closed = { $count ->
    [one] One invitation they wrote or came by is closed: whoever comes by it now waits among the newcomers.
   *[other] { $count } invitations they wrote or came by are closed: whoever comes by one now waits among the newcomers.
}
minute-leave = { $who } left.
minute-join = { $who } came in.
minute-hide = { $who } hid { $about }
minute-restore = { $who } showed again { $about }
minute-restore-something = { $who } showed again what was hidden.
minute-shown-again = It was shown again later.
minute-resolution-carried = { $who } changed the charter.
minute-thing-by = { $what } by { $who }
a-perspective = a perspective
a-question = a standing question
a-dialogue = a dialogue
a-turn = a turn
a-claim = a claim
a-remark = a move
a-source = a work in the library
a-practice = a practice
a-profile = a profile
a-piece = a piece
law-change-granted = { $who } has the office of { $office } until { $day }.
law-change-recalled = { $who } no longer has the office of { $office }.
law-change-keeper = { $who } is a keeper now.
law-change-keeper-gone = { $who } is no keeper any more.
law-change-until = The keepers keep it until { $day }.
law-change-admission = Who may come in: { $who }.
law-change-licence = What is said here is under { $licence }.
law-change-charter = The words of the charter are others.
law-change-none = It leaves everything as it was.
minute-hold = { $who } asked to wait with { $about }
minute-appeal = { $who } answered an act.
minute-closing = { $who } closed a count.
minute-count-without = { $who } counts the map of { $about } without { $people ->
    [one] 1 person
   *[other] { $people } people
} too; the map of everybody stays
minute-count-without-under-nothing = { $who } counts the map of claims under nothing without { $people ->
    [one] 1 person
   *[other] { $people } people
} too; the map of everybody stays
minute-count-all = { $who } has the map of { $about } counted of everybody alone again
minute-count-all-under-nothing = { $who } has the map of claims under nothing counted of everybody alone again
minute-invitation = { $who } made an invitation.
minute-invitation-close = { $who } closed an invitation.
minute-handover = { $who } moved to a new key.
minute-device-add = { $who } added a machine.
minute-device-end = { $who } ended a machine.
minute-other = { $who } did something this version does not tell.
minute-no-reason = No reason given.
appeal-head = Answer this
appeal-text = Your answer
appeal-send = Publish the answer
restore-head = Show it again
restore-send = Show it again
changes-head = Changed since
changes-about = what counted and no longer does, or the other way round, after something arrived
changes-piece = This piece:
changes-because = Because { $what } arrived.
changes-what = this

record-title = Everything received
record-about = One line for each piece, with the first of its words and what became of it, the latest received first. All of it is kept.
record-what = What
record-none = Nothing of this has been received.
record-day = Received on { $day }
record-signed = signed { $when }
record-show = Show these
did-found = founded this commons
did-propose = proposed a change to the charter
did-assent = assented to a change of the charter
did-invite = made an invitation
did-close-invitation = closed an invitation
did-join = came in
did-admit = greeted a newcomer
did-vouch = vouched for a newcomer
did-remove = ended a membership
did-leave = left
did-add-device = added a machine
did-end-device = ended a machine
did-hand-over = moved to a new key
did-line-clause = said as data what it says
did-line-place = put it in another place
did-line-strike = struck it, or let it stand again
erase-quoted = { $count ->
    [one] One signed act quotes words of it and cannot be changed: no page shows them any more, and they stay in the record, in copies and in editions.
   *[other] { $count } signed acts quote words of it and cannot be changed: no page shows them any more, and they stay in the record, in copies and in editions.
}
erase-quoted-where = Where it is quoted
