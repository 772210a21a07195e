# Perspectives, questions, dialogues, turns, moves.

perspectives-about = A perspective is a standpoint that takes part: a school of thought, a movement, a place, a way of life. People speak from within it, or on its behalf.
perspectives-list = Who takes part
perspectives-order = Those not heard come first.
perspectives-none = No perspective is named yet. Name the one you know best.
perspective-new = Name a perspective
perspective-name = Its name
perspective-short = A short name
perspective-short-hint = for tables; may stay empty
perspective-summary = What it says
perspective-summary-hint = so that somebody who stands there would recognise it
perspective-send = Name it
perspective-means = It gets a mark of its own and keeps it for good. Anyone may word it better later; each wording stays readable.
perspective-named-by = named by { $who }
perspective-wordings = { $count ->
    [one] Another wording stands beside this one; nobody has settled which to keep.
   *[other] { $count } other wordings stand beside this one; nobody has settled which to keep.
}
perspective-sources = What it rests on
perspective-dialogues = Where it was heard
perspective-no-dialogue = It takes part in no dialogue yet.
perspective-claims = Claims it holds
perspective-no-claims = Nobody has said which claims it holds.
perspective-lineage = Where it came from
perspective-revise = Word it better
perspective-revise-about = Your wording replaces the one shown. The earlier ones stay readable.
perspective-revise-send = Keep this wording
heard-behalf = { $count ->
    [one] 1 turn, on its behalf; nobody has spoken from within it
   *[other] { $count } turns, all on its behalf; nobody has spoken from within it
}
heard-within = { $count ->
    [one] 1 turn, from within it
   *[other] { $count } turns, { $within } of them from within it
}
holds-claims = { $count ->
    [one] holds 1 claim
   *[other] holds { $count } claims
}
lineage-head = Record what became of it
lineage-about = Names change, views part and join, some are put down. The reason is kept with each step.
lineage-which = What happened
change-renamed = it got another name
change-split = it became several
change-merged = several became this one
change-dropped = it was put down
change-fused = it is the same as another, entered twice
lineage-name = The other name
lineage-others = The others
lineage-when = When
lineage-when-hint = as far as known: 2011, or 2016-05
lineage-send = Record it
remark-on-perspective = Make a move on it

questions-title = Standing questions
questions-about = These are put to every perspective, so that answers can be laid side by side.
questions-list = The questions
questions-none = No standing question yet. A good one can be answered from every side.
question-new = Put a question
question-text = The question
question-place = Its place in the list
question-send = Put it
question-means = It stands for every dialogue from now on, signed with your name.
question-dialogues = Dialogues under it
question-no-dialogue = No dialogue stands under this question yet.
question-claims = Claims under it
question-no-claims = No claim is put under this question yet.
remark-on-question = Make a move on it

dialogues-about = In a dialogue, people take turns: long texts, signed, that stay as they were said. Any passage can be quoted and answered.
dialogues-list = The dialogues
dialogues-order = Those that wait for an answer come first.
dialogues-none = No dialogue has begun. Begin one between two perspectives.
dialogue-new = Begin a dialogue
dialogue-nobody = nobody has spoken yet
dialogue-open-questions = { $count ->
    [one] 1 question waits for an answer
   *[other] { $count } questions wait for an answer
}
begin-title = Its title
begin-about = What it is about
begin-perspectives = Perspectives that meet
begin-questions = Under which standing questions
begin-state = When
begin-open = it opens now
begin-planned = it is planned
begin-scheduled = From which day
begin-scheduled-hint = if it is planned
begin-send = Begin it
begin-means = Everyone here sees it at once. You can close it and open it again.

dialogue = Dialogue
dialogue-between = Dialogue between { $perspectives }
begun-by = begun by { $who }
dialogue-turns = Turns
dialogue-questions = { $count ->
    [one] The standing question it is about
   *[other] The { $count } standing questions it is about
}
dialogue-how-to-take = Choose a passage by its number to answer it, to make a move on it, or to lift a claim from it.
dialogue-empty = Nobody has spoken yet. A dialogue begins when somebody sets out how things look from where they stand; two sentences are enough.
dialogue-empty-invite = Or { $invite } who can speak from within. They need no account.
dialogue-empty-invite-link = invite somebody
dialogue-more = Take back, translate, suggest and more
state-planned = planned
state-open = open
state-closed = closed
state-scheduled = { " " }for { $day }
state-change = Open, close or put off
state-which = This dialogue is
state-send = Say so

turn-title = Turn { $number } by { $who }
turn-wordings = { $count } wordings
turn-forked = Two wordings of this turn stand side by side; its author has not settled which to keep.
turn-same-as = Brought in more than once; shown here once. The others:
turn-licence = Under { $licence }
turn-answer = Answer
turn-mark = Make a move
turn-lift = Lift a claim
turn-more = More
turn-take-back = Take it back
turn-erase = Erase it
turn-what-to-do = Take it up
turn-answer-head = Answer it
turn-mark-long = Make a move: agree, caution, reframe, ask …
turn-more-long = Dispute, translate, suggest and more
passage-number = Passage { $number }
passage-which = Which passage
passage-number-which = The paragraph
passage-none = the turn as a whole
passage-words = Or exact words from it
passage-words-hint = copied as they stand
marks-here = Moves on this passage
marks-more = { $count ->
    [one] 1 more move here
   *[other] { $count } more moves here
}
mark-key = Move { $letter }: { $kind }
take-answer = Answer this passage
take-mark = Make a move on it
take-lift = Lift a claim from it
take-ask = Ask about it
remarks-on-turn = { $count ->
    [one] 1 move on this turn
   *[other] { $count } moves on this turn
}
remarks-in-turn = { $count ->
    [one] 1 move made in this turn
   *[other] { $count } moves made in this turn
}
claims-lifted = { $count ->
    [one] 1 claim lifted from this turn
   *[other] { $count } claims lifted from this turn
}
translated-by = In { $language }, translated by { $who }
wordings-head = All its wordings
wording-current = { " " }(shown above)
quoted-turn = turn { $number }
quoted-elsewhere = where it stands
quoted-earlier-wording = (in an earlier wording)
quoted-emptied = (the words quoted here were taken out)
quoted-not-here = (that text cannot be read here)
ask-open = asked, not answered yet
ask-accepted = answered, and accepted
ask-offered = { $count ->
    [one] an answer is offered
   *[other] { $count } answers are offered
}

reply-head = Your turn
reply-text = What you say
reply-text-hint = Markdown; an empty line begins a new paragraph
reply-closed = This dialogue is closed. A turn can still be added; say why it should be opened again.
reply-to = You answer
reply-quoting = Answer or quote a turn
reply-to-nobody = nobody in particular
reply-to-turn = turn { $number }, { $who }
quote-paragraph = Quoting its passage
quote-paragraph-hint = by number, such as 3
quote-words = Or its exact words
reply-details = Language and licence
reply-send = Publish this turn
reply-means = Publishing signs it with your name and sends it to every member. You can word it anew later; what stood before stays readable.
revise-head = Word it anew
revise-about = Your new wording is shown from now on. The earlier one stays readable, and quotations of it keep pointing to it.
revise-text = The new wording
revise-send = Publish this wording
revise-means = It is signed and sent like the first.

mark-title = What do you do with it?
mark-title-found = What do these words do?
mark-about = First the group that fits, then one of its kinds: the form then asks only for what that needs.
mark-whole = all of it
mark-passage = Which passage
mark-kind = You …
kind-agrees-about = You hold it, too. For example: “Yes: whoever uses the water should decide about it.”
kind-is-compatible-about = You need not hold it, but nothing you hold stands against it. For example: “We would not say it so, and we can live with it.”
kind-sees-synergy-about = It and something else would do more together. For example: the mill and the cooperative.
kind-sees-synergy-object = Together with what?
kind-extends-about = It holds, and for more than was said. For example: not for rivers alone, for ground water, too.
kind-extends-object = To what does it extend?
kind-sides-with-about = Where two stand against each other, you take this side. For example: with this one, over leaving it to the market.
kind-sides-with-object = Over which other side?
kind-partly-agrees-about = Part of it you hold, the rest not. For example: that prices rise, not that traders alone raise them.
kind-partly-agrees-object = With which part do you agree?
kind-accepts-but-about = You accept it as long as something holds. For example: as long as those upstream are heard.
kind-accepts-but-condition = On which condition?
kind-disagrees-about = You hold that it is not so. For example: “No: prices fell that year.”
kind-cautions-about = It may be right, and there is a danger in it. For example: that the loudest speak for all.
kind-cautions-object = What is the danger?
kind-limits-about = It holds only so far. For example: in villages, not in cities.
kind-limits-object = How far does it hold?
kind-challenges-about = You put what it takes for granted in question. For example: “Who says that growth is wanted at all?”
kind-adds-about = Something is missing in it. For example: those who do the work unpaid.
kind-adds-object = What do you add?
kind-emphasises-about = It deserves more weight than it is given. For example: “This is the heart of it.”
kind-de-emphasises-about = It is true, and matters less than it seems. For example: “So it is, and little hangs on it.”
kind-reframes-about = You put the same thing in another frame. For example: from a shortage of water to a question of who has it.
kind-reframes-from = What is it framed as now?
kind-reframes-to = As what do you see it?
kind-generalises-about = It is a case of something wider. For example: of every good that is used together.
kind-generalises-object = Of what is it a case?
kind-distinguishes-about = Two things are taken for one in it. For example: what is owned together from what the state owns.
kind-distinguishes-from = What do you tell apart?
kind-distinguishes-to = From what?
kind-links-about = It belongs together with something elsewhere. For example: with what was said of forests.
kind-links-object = To what do you link it?
kind-asks-about = Something is to be answered before you can judge. For example: “Who pays for it?”
kind-asks-reason = What do you ask?
kind-answers-about = It asks something, and you answer. For example: “Those who use it, each year.”
kind-leaves-open-about = It cannot be settled now. For example: because nobody has counted yet.
kind-leaves-open-reason = Why does it stay open?
kind-defers-about = Somebody else, or evidence still to come, should settle it. For example: the people downstream.
kind-defers-object = To whom, or to what evidence?
mark-reason = Why, in your own words
mark-reason-hint = may stay empty
mark-others = These words are themselves a move on something else
mark-others-which = If somebody agrees, cautions or asks in these words, choose on what; then say what they do.
mark-found = { $who } says it in these words:
mark-details = Which passage, and in which language
mark-others-about = You point it out, signed with your name. It is not their act until they say so.
mark-send = Publish this move
mark-means = It stands beside the passage, signed with your name. You can take it back; it then says so.

moves-title = Moves
moves-open-title = Questions nobody answered
moves-about = What people do with each other’s words, for a perspective or for themselves: agree, caution, reframe, ask, and more.
moves-all = All moves
moves-open = Only questions nobody answered
moves-list = The moves
moves-order = By time.
moves-none = Nobody has made a move yet. Open a dialogue and choose a passage.
moves-none-open = Every question that was asked has an answer.
moves-none-step = Read the dialogues
moves-by-kind = One kind at a time
remark-about = on { $target }
remark-found-in = It stands in these words:
remark-mark = Make a move on this move
remark-dispute = Dispute it
remark-on-source = Make a move on it
disputes-head = Disputed
answers-head = Answers
answers-none = Nobody has answered this yet.
answer-open = Open this answer
answer-accepted-by = accepted by { $who }
answer-mark = Answer it
answer-in-turn = Answer it in a turn
accept-head = Accept an answer
accept-about = Whoever asked can say that a move or a turn answered it.
accept-which = Which answer
accept-words = A few words
accept-send = Accept it
remarks-head = Moves
remarks-none = Nobody has made a move on it yet.
lift-head = Lift a claim from it
lift-about = A claim is one short sentence others can vote on. Say it in the speaker’s sense; the passage stays linked to it.

since-here = New since { $when }
since-new = { $count ->
    [one] Since you were here, { $when }, one turn has come: { $first }.
   *[other] Since you were here, { $when }, { $count } turns have come; the first is { $first }.
}
since-nothing = Nothing has come since you were here, { $when }.
read-so-far = I have read this far
read-so-far-about = kept on this machine alone; next time, what is new is marked
crumb-turn = In the dialogue { $dialogue }
crumb-mark = A move on { $what }

preview-head = As it will read
preview-about = Kept on this machine. Nobody else sees it until you publish it.
preview-speaks = You speak { $standpoint }
preview-nothing = There are no words in it yet.
draft-see = See it first
draft-forget = Throw the draft away
draft-kept = What you wrote is kept as a draft on this machine.
similar-head = Said before, and much like it
similar-about = Perhaps one of these says it already; then answer it, vote on it, or say what differs.
turn-before = The turn before, { $number }
turn-after = The turn after, { $number }
near-thing = { $what }: { $words }
near-thing-by = { $what }: { $words } ({ $who })
near-find = Look for another
near-nothing = Nothing here has these words. Try fewer, or others.
present-answering = { $count ->
    [one] { $who } is answering turn { $number }.
   *[other] { $who } are answering turn { $number }.
}
present-writing = { $count ->
    [one] { $who } is writing a turn.
   *[other] { $who } are writing turns.
}
present-self = You are writing this in another window, or were a moment ago. What is kept last stays.
remarks-all = All moves on it
