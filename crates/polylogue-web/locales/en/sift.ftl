# Where each perspective stands: who says what about whom, what was asked, what is shared.

sift-title = Where each stands
sift-about = What perspectives say about each other, what was asked and never answered, what they share. Every number opens what it counts.
sift-matrix = Who says what about whom
sift-matrix-about = Moves made for a perspective, by what they do. Moves people make for themselves are not in the table.
sift-matrix-caption = Read along a row: the perspective named at its start speaks about the one at the head of the column.
sift-matrix-none = No perspective has said anything about another yet. Open a dialogue and choose a passage.
sift-speaks = speaks
sift-rows = Perspectives that speak
sift-columns = Perspectives spoken about
sift-nothing = not yet
sift-says-nothing = has said nothing about the others
sift-asked = { $count ->
        [one] One question was asked
       *[other] { $count } questions were asked
    }; { $waiting ->
        [0] every one has an answer.
        [one] one is open:
       *[other] { $waiting } are open:
    }
sift-star = All answers go through { $perspective }: no other two perspectives answer each other.
sift-no-reply = { $count ->
        [one] Nobody answers { $perspectives }.
       *[other] Nobody answers these: { $perspectives }.
    }

sift-questions = Questions asked
sift-questions-about = Every question somebody asked, for whom and of whom, and what became of it.
sift-questions-list = The questions
sift-questions-order = The open ones first, the longest waiting before the others. An answer that whoever asked accepted is marked.
sift-questions-none = No such question was asked yet. Choose a passage in a dialogue and ask.
sift-all = All
sift-count-waiting = { $count ->
        [one] One open:
       *[other] { $count } open:
    }
sift-count-open = { $count ->
        [one] one with no reply
       *[other] { $count } with no reply
    }
sift-count-left-open = { $count ->
        [one] one left open
       *[other] { $count } left open
    }
sift-count-answered = { $count ->
        [one] one answered
       *[other] { $count } answered
    }
sift-count-accepted = { $count ->
        [one] one with an accepted answer
       *[other] { $count } with an accepted answer
    }
sift-count-withdrawn = { $count ->
        [one] one taken back
       *[other] { $count } taken back
    }
sift-state-open = no answer
sift-state-left-open = left open
sift-state-answered = answered, not yet accepted
sift-state-accepted = answered and accepted
sift-state-withdrawn = taken back
sift-put-to = to { $perspectives }
sift-asks = { $asks } asks { $asked }
sift-accepted-by = accepted by { $who }

sift-voices = Who answers whom
sift-voices-about = Which perspectives answer each other, which are spoken for by others, and who has not been heard.
sift-answers = Answers between perspectives
sift-answers-none = No perspective has answered another yet.
sift-answers-caption = A turn that answers another or takes up its words, and a move that answers a question.
sift-who-answers = who answers
sift-whom = whom
sift-times = times
sift-answers-of = answers { $answers }, is answered { $answered }
sift-both-ways = { $pairs ->
        [one] One pair of perspectives met
       *[other] { $pairs } pairs of perspectives met
    }; { $both ->
        [0] none answers both ways.
        [one] one answers both ways,
       *[other] { $both } answer both ways,
    } { $both ->
        [0] { "" }
       *[other] { $within ->
            [0] none of them with both speaking from within.
            [one] one of them with both speaking from within.
           *[other] { $within } of them with both speaking from within.
        }
    }
sift-graph-caption = The same as a drawing: an arrow runs from the one who answers to the one answered.
sift-heard = How far each was heard
sift-turns-within = turns from within
sift-turns-behalf = turns on its behalf
sift-in-reply = heard
sift-nobody-answers = nobody answers it
sift-only-behalf = only others speak for it
sift-from-within = speaks from within
sift-languages = Languages
sift-language-unsaid = no language named
sift-language-unheard = no turn in it yet
sift-language-turns = { $count ->
        [one] one turn
       *[other] { $count } turns
    }
sift-people = Members who have not said a turn yet
sift-people-count = { $count ->
        [one] One person
       *[other] { $count } people
    }
sift-people-silent = { $count ->
        [one] One: { $people }.
       *[other] { $count }, among them { $people }.
    }

sift-coverage = Standing questions taken up
sift-coverage-about = Which of the questions put to everybody each perspective takes up, and who takes them up for it.
sift-coverage-table = Perspective by question
sift-coverage-caption = A question is taken up where a move says so, or where a claim is put under it.
sift-coverage-untouched = { $count ->
        [one] Nobody has taken up the one question yet.
       *[other] Nobody has taken up any of the { $count } questions yet.
    } A question is taken up when a claim is put under it or a move says so.
sift-coverage-first = To the first question
sift-coverage-none = none of them
sift-coverage-sum = in all
sift-not-put = not put to it
sift-put = put, not taken up
sift-by-others = by others about it
sift-on-behalf = on its behalf
sift-within = from within
sift-explicit = in so many words
sift-of = { $count } of { $all }

sift-shared = Shared and divided
sift-shared-about = Claims that several perspectives support, each for its own reasons, and claims that divide them. Perspectives that rest on a common source count once.
sift-shared-list = Supported by several
sift-shared-order = First those nobody challenges, then those supported without conditions, then by how many independent perspectives support them.
sift-divided-list = Supported by some, challenged by others
sift-divided-order = The most even first.
sift-shared-none = No such claim yet: say on a claim which perspectives hold it, or make a move on it for one.
sift-count-shared = { $count ->
        [one] one claim shared
       *[other] { $count } claims shared
    }
sift-count-divided = { $count ->
        [one] one claim that divides
       *[other] { $count } claims that divide
    }
sift-supports = Support it:
sift-challenges = Challenge it:
sift-supports-but = Support it, with objections of their own:
sift-independent = { $count ->
        [one] one perspective supports it
       *[other] { $count } perspectives support it, { $independent } independent of each other
    }
sift-independent-against = { $count ->
        [one] one challenges it
       *[other] { $count } challenge it, { $independent } independent of each other
    }
sift-with-objections = { $count ->
        [one] one of them with objections of its own
       *[other] { $count } of them with objections of their own
    }
sift-others-against = { $count ->
        [one] another challenges it
       *[other] { $count } others challenge it
    }
sift-with-conditions = with conditions
sift-holds = holds it

sift-cell-moves = Moves of one about another
sift-cell-moves-about = { $speaks } about { $about }
sift-cell-answers = Answers of one to another
sift-cell-answers-about = { $speaks } answers { $about }
sift-cell-coverage = Where a question is taken up
sift-cell-coverage-about = { $speaks } and the question { $about }
sift-cell-none = Nothing is here yet.

synopsis-title = { $perspective } and the others
synopsis-over = On one page
synopsis-about = What one perspective says to each of the others, drawn from its moves.
synopsis-warning = One line can only point. To understand any of these, read the dialogue it opens.
synopsis-none = It has said nothing about another yet. Open a dialogue and choose a passage.
synopsis-next = { "; " }
says-agrees = agrees with { $what }
says-is-compatible = finds { $what } compatible with what it holds
says-sees-synergy = sees { $what } do more together with { $object }
says-extends = extends { $what } further: { $object }
says-sides-with = sides with { $what } over { $object }
says-partly-agrees = agrees with a part of { $what }: { $object }
says-accepts-but = accepts { $what } on a condition: { $condition }
says-disagrees = disagrees with { $what }
says-cautions = sees a danger in { $what }: { $object }
says-limits = sets a limit to { $what }: { $object }
says-challenges = questions what { $what } takes for granted
says-adds = adds something to { $what }: { $object }
says-emphasises = gives { $what } more weight
says-de-emphasises = gives { $what } less weight
says-reframes = sees { $what } in another frame, not as “{ $from }” but as “{ $to }”
says-generalises = takes { $what } for a case of something wider: { $object }
says-distinguishes = tells two things apart in { $what }: “{ $from }” and “{ $to }”
says-links = links { $what } with something else: { $object }
says-asks = asks about { $what }
says-answers = answers { $what }
says-leaves-open = leaves { $what } open
says-defers = leaves { $what } to be settled elsewhere: { $object }
says-other = { $kind }: { $what }
says-because = { " – " }{ $reason }
says-in-words = , in the words { $words }
synopsis-says = { $who } { $says }.
synopsis-but = But:
synopsis-still = But it { $says }.
synopsis-holds = What { $perspective } holds
synopsis-holds-more = Everything it holds
synopsis-itself = What { $perspective } says about its own position
synopsis-unanswered = { $count ->
        [one] One question put to { $perspective } has no answer.
       *[other] { $count } questions put to { $perspective } have no answer.
    }
synopsis-in-vain = { $count ->
        [one] One question that { $perspective } asked has no answer.
       *[other] { $count } questions that { $perspective } asked have no answer.
    }
synopsis-more = and { $count ->
        [one] one more
       *[other] { $count } more
    }
synopsis-moves = { $count ->
        [one] one move
       *[other] { $count } moves
    }
synopsis-turns = { $count ->
        [one] one turn in answer
       *[other] { $count } turns in answer
    }
synopsis-partly-within = { $within } of { $all } from within
synopsis-silent = Not on this page: it says nothing about { $perspectives }.

synopsis-write = Write it on
synopsis-write-means = Begins a text with these lines, each resting on its moves; anyone can change it line by line.
syntheses-title = Written together
syntheses-about = Texts written by many, line by line. Every line says what it rests on, and where it says more or less than that.
syntheses-list = The texts
syntheses-none = No text yet. Begin one below, or with one perspective on one page.
synthesis-new = Begin a text
synthesis-name = Title
synthesis-begin = Begin
synthesis-begin-means = Anyone here may write in it.
synthesis-begun = begun by { $who } { $when }
synthesis-struck = { $count ->
        [one] one line struck
       *[other] { $count } lines struck
    }
synthesis-empty = No line yet.
synthesis-edit = Write
synthesis-edit-about = One line for each sentence. Only lines you change are saved; where somebody changed the same line meanwhile, both wordings stand.
synthesis-text = The text
synthesis-save = Save
synthesis-save-means = Signed with your name, line by line.
synthesis-saved = { $count ->
        [0] Nothing was different, so nothing was saved.
        [one] Saved: one line was written, moved or struck.
       *[other] Saved: { $count } lines were written, moved or struck.
    }
synthesis-saved-what = See what changed
line-title = One line
line-reads = How it reads
line-says = As data:
line-says-nothing = Nobody has said as data what this line says.
line-untraced = rests on nothing
line-asserted = { $who } says so.
line-rests = { $count ->
        [one] rests on one thing
       *[other] rests on { $count } things
    }
line-wordings = { $count ->
        [one] one wording
       *[other] { $count } wordings stand side by side
    }
line-is-struck = This line is struck.
line-settle = Let this wording stand for all
line-set = Word it anew, or say what it rests on
line-text = The line
line-traces = What it rests on
line-traces-hint = A move, claim, turn, question, source or practice by the beginning of its id.
line-send = Save the line
line-send-means = The wordings you see here are replaced.
line-clause = Say as data what it says
line-strike = Strike the line
line-restore = Let it stand again
clause-who = Who
clause-does = does what
clause-whom = to whom
clause-target = or to this
clause-target-hint = A claim, turn or move by the beginning of its id.
clause-condition = on condition
clause-send = Say so
clause-send-means = What a line says is laid beside what it rests on.
drift-title = Beside what it rests on
drift-about = Found by comparing what each line says as data with its moves, never by guessing at meaning.
drift-not-found = said by nobody here
drift-other-voice = said for somebody else
drift-self-criticism-turned = self-criticism turned outward
drift-stronger = stronger than what it rests on
drift-weaker = weaker than what it rests on
drift-source-changed = what it rests on has changed
drift-supported = what it rests on bears it out
finding-untraced = It rests on nothing that is here.
finding-quotes-unsaid = It gives words in quotation marks that no turn here has.
finding-said-for-other = This was said for somebody else:
finding-said-of-itself = This was said by a perspective against itself:
finding-condition-dropped = This has a condition that the line drops:
finding-hardened = This says it less flatly:
finding-softened = This says it more flatly:
finding-side-changed = This takes another side, or none:
finding-left-out = This was said of the same thing, and the line leaves no room for it:
finding-kept-back = Kept back about the same thing, and not in this text:
finding-since-not-here = This is not here:
finding-since-withdrawn = This was taken back since:
finding-since-gone = This was hidden or emptied since:
finding-since-revised = The words of this are no longer in its text:
finding-since-disputed = This is disputed:
finding-since-answered = This question has an answer now:
thing-document = Text
thing-line = Line
a-document = a text
a-line = a line
