# What rests on what, what became of what was said, what says nearly the same, terms, two readers.

trace-title = What it rests on
trace-about = Everything this rests on, and everything that rests on it. Every line leads to what says so.
trace-link = What it rests on, and what rests on it
trace-down = It rests on
trace-down-none = Nothing is recorded that it rests on.
trace-up = On it rest
trace-up-none = Nothing rests on it yet.
trace-cut = There is more than a page can tell; the list ends here.
trace-more = and { $count } more
trace-steps = { $count } steps away
trace-record = a note of it
trace-lifted-from = lifted from
trace-put-under = put under
trace-quotes = takes up
trace-answers = answers
trace-is-about = about
trace-found-in = the words of
trace-came-of = came of
trace-translates = translates
trace-is-evidence = bears on
trace-rests-on = rests on

outcome-answered = answered
outcome-accepted = accepted as an answer
outcome-lifted = lifted as a claim
outcome-supported = supported
outcome-qualified = accepted in part
outcome-challenged = challenged
outcome-taken-further = taken further
outcome-asked-about = asked about
outcome-taken-up = taken up
outcome-marked = marked
outcome-translated = translated
outcome-disputed = disputed
outcome-declined = left open or declined
outcome-suggested = suggested

became-title = What became of what { $who } said
became-mine = What became of what you said
became-about = Every turn, claim, question and move, with what it led to. Nobody is counted or compared here.
became-list = What was said
became-order = The latest first.
became-none = Nothing was said under this name yet.
became-nothing = Nothing came of it yet.
became-more = { $count } more, and everything they rest on
became-by = by { $who }
became-link = What became of what was said

alike-title = What says nearly the same
alike-about = Pairs in one language that share many words, and of which nobody has suggested anything yet. Nothing happens by itself: whoever wrote them decides, and both are kept.
alike-claims = Claims
alike-questions = Questions
alike-list = Pairs, the most alike first
alike-none = No two say nearly the same.
alike-share = { $percent } % of the words, by weight
alike-fits = it may fit to { $way }

glossary-title = Glossary
glossary-about = Terms of this commons: when each was first said here, who says it, and what each perspective means by it.
glossary-list = The terms
glossary-none = No term is kept yet.
glossary-new = Keep a term
glossary-term = The term, as it is said
glossary-note = What it is about
glossary-send = Keep it
glossary-unsaid = No text here says it yet.
glossary-born = First said { $day } in { $place }, by { $who }:
glossary-means = What it means, and to whom:
glossary-say-meaning = Say what a perspective means by it
glossary-oneself = people for themselves, and works
glossary-texts = { $count ->
        [one] one text
       *[other] { $count } texts
    }
glossary-since = since { $day } in { $place }

agreement-title = Two readers
agreement-about = The moves that two people made on the same texts, side by side. Neither reading is changed.
agreement-first = The first reader
agreement-second = The second reader
agreement-send = Compare
agreement-one = { $count ->
        [0] Nobody has made a move on these texts yet.
       *[other] Only one person has made moves on these texts.
    } Two readings can be compared when a second person has.
agreement-marks = { $who }, { $count ->
        [one] one move
       *[other] { $count } moves
    }
agreement-none = Neither of them has made a move on a passage yet.
agreement-kinds = How far they agree
agreement-sum = Passages that either made a move on: { $all }; both: { $both }. Of these, by the same kind of move: { $same }.
agreement-alpha = Krippendorff’s alpha of the kinds: { $alpha } (1 is agreement throughout, 0 what chance would give). With the passages that only one of them made a move on: { $gaps }.
agreement-caption = Two moves belong together where their passages overlap. The share is twice the moves that both made, by all their moves of the kind.
agreement-kind = kind
agreement-both = both
agreement-share = share
agreement-alpha-of = alpha
agreement-untold = cannot be told
agreement-differing = Where they read differently
agreement-all-same = Nowhere.
agreement-reads = { $who }: { $kind }
agreement-unread = { $who }: no move
question-send-still = Put it all the same
sift-sheet = This table as CSV, for other programs

bring-in-title = Bring in a conversation
bring-in-link = Bring in a conversation by pasting it
bring-in-about = A transcript or a thread of mails, pasted as it is. You see who is taken for a speaker before anything is kept. Who spoke is named with where it comes from; nobody becomes a member by it.
bring-in-form = What you bring
bring-in-text = The conversation
bring-in-how = How speakers are told
bring-in-shown = as the text shows
bring-in-names = lines begin with a name and a colon, or have a name alone
bring-in-mails = mails, one under another, with From, Date and Subject, or as replies quote them
bring-in-who = Who speaks, one a line with the number of turns; strike out what is no speaker, add who is missing
bring-in-voices = For whom they speak
bring-in-for-nobody = for no perspective
bring-in-for-new = a new perspective: { $name }
bring-in-no-speaker = not a speaker
bring-in-new-name = or a new one, by name
bring-in-new-named = A new perspective for { $name }, by name
bring-in-are = Where nothing is chosen beside a name
bring-in-as-chosen = speakers, named and nothing more
bring-in-as-perspectives = perspectives of their names
bring-in-within = I know that they speak from within these perspectives. Otherwise it is said to be on their behalf.
bring-in-doubts = Looks like a speaker, and is not taken: its words stay with whoever speaks before
bring-in-unlisted = Not on the list: these words stay with whoever speaks before; of mails, they are left out
bring-in-doubt = Line { $line } looks like a speaker, { $name }{ $times ->
        [one] {""}
       *[other] {" "}(on { $times } lines)
    }: not taken, because { $why }. Tick to take it.
bring-in-why-unlisted = it is not on the list
bring-in-why-long = it is longer than names are
bring-in-why-sign = it is not written as names are
bring-in-why-once = it has a line of its own only once
bring-in-turns = The turns as they are read
bring-in-line = line { $line }
bring-in-means = Look at it again after a change. For whom somebody speaks stays with their turns; it cannot be changed later.
bring-in-name = Its title
bring-in-address = Where it comes from, if it has an address
bring-in-licence = Its licence, if known
bring-in-look = Look at it first
bring-in-send = Bring it in as a dialogue
bring-in-read = As it is read
bring-in-nobody = Nobody speaks in it as far as can be told. Choose how speakers are told, or put names and colons before what they say.
bring-in-count = { $turns ->
        [one] One turn
       *[other] { $turns } turns
    } by { $speakers ->
        [one] one speaker.
       *[other] { $speakers } speakers.
    }
bring-in-before = { $count ->
        [one] One line stands before anybody speaks and is left out.
       *[other] { $count } lines stand before anybody speaks and are left out.
    }
bring-in-cut = The end is left out: there is more than can be read.
