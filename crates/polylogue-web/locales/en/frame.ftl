# The frame of every page, times, small joining words.

product = Polylogue
skip = Skip to the text
contents = Contents
contents-more = More
title-in-commons = { $page } · { $commons }
title-alone = { $page } · Polylogue
title-refused = Not done: { $page }
between = { " · " }
list-next = { ", " }
list-last = { " and " }

part-home = The commons
part-dialogues = Dialogues
part-perspectives = Perspectives
part-questions = Questions
part-claims = Claims
part-moves = Moves
part-people = People
part-sources = Library
part-practices = Practices
part-search = Search
part-charter = Charter
part-log = Minutes
part-signs = Signs used here
part-settings = Your name
part-commons-list = Other commons

live-new = New on this page:
live-lost = This page no longer hears of changes: Polylogue on this machine does not answer. What you are writing stays here.
live-words = Words taken:
live-kept = Draft kept on this machine.
live-unkept = The draft could not be kept. It is tried again; copy your words before you leave this page.

keys-head = Keys
keys-help = these keys
keys-search = search
keys-turns = the next turn, the one before
keys-answer = go to where one writes
keys-mark = on a passage: make a move
keys-lift = on a passage: lift a claim
keys-send = publish what you wrote
keys-vote = on a claim: agree, disagree, pass
keys-undo = take back what you did last
keys-words = on the number of a paragraph: take its words, one after the other
keys-on = Single letters work as keys
keys-close = Close

foot-alone = On this machine only
foot-peers = { $known ->
    [one] { $heard ->
        [0] 1 peer, not heard from today
       *[other] 1 peer, heard from today
    }
   *[other] { $heard } of { $known } peers heard from today
}
foot-only-here = { $count ->
    [one] 1 of your contributions is on this machine only · { $what }
   *[other] { $count } of your contributions are on this machine only · { $what }
}
foot-only-here-what = what that means
foot-nowhere = Everything here is on your own machine; nothing needs a server or an account

done = Done, and signed with your name.
done-undo = Take it back

pages = Parts of this list
pages-before = The part before
pages-after = The part after
pages-shown = { $first } to { $last } of { $all }
pages-next = The next { $count }
pages-previous = The { $count } before
pages-beyond = { $all ->
        [one] This list ends before here: it has one entry.
       *[other] This list ends before here: it has { $all } entries.
    }
pages-first = To its beginning
number = { $number }
not-yet = not yet
not-known = not known
not-heard = not heard

time-today = today { $clock } UTC
time-yesterday = yesterday { $clock } UTC
time-day = { $day } { $month } { $year }
time-earlier = (by a clock that ran behind)
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

nameless = someone without a name ({ $key })
newcomer-beside-name = (newcomer, not yet counted)
perspective-not-here = a perspective not here yet
speaker-within = for { $perspective }, from within it
speaker-behalf = for { $perspective }, on its behalf
unnamed-speaker = Speaker not named
recorded-by = recorded by { $who }

brought-in-by = brought in by { $who }
brought-in-named = Brought in by { $who } from { $source }
brought-in-whole = Brought in by { $who } from { $source } on { $day }
brought-in-pasted = a text that was pasted
brought-in-repaired = Brought in by { $who } from { $source }. That page does not name its speaker; the name follows the pattern of its neighbours.
brought-in-unnamed = Brought in by { $who } from { $source }, which names no speaker
brought-in-paraphrased = Paraphrased by { $who } from { $source }, not in the speaker’s own words
brought-in-licence = , { $licence }

fate-not-here = The text has not arrived here yet. Who signed it and when is known; the words will follow.
fate-erased = Its author erased the words. Who said something here, and when, stays.
fate-erased-because = Its author erased the words: { $reason }
fate-erased-moderator = A moderator erased the words. The minutes say who, and can be answered.
fate-erased-moderator-because = A moderator erased the words: { $reason } The minutes say who, and can be answered.
fate-hidden = Hidden by a moderator. The minutes say why, and can be answered.
fate-hidden-because = Hidden by a moderator: { $reason } The minutes say who, and can be answered.
fate-minute = To the minute
emptied-by-author = (emptied by its author)
emptied-by-moderator = (emptied by a moderator)
hidden-by-moderator = (hidden by a moderator)
taken-back = (taken back)
text-not-here = (its text is not here yet)
perspective-gone = a perspective that was emptied or hidden
dialogue-gone = Nothing more can be said in this dialogue here; what others said in it stays.
fate-withdrawn = Taken back by its author. It stays readable and no longer counts as said.
fate-withdrawn-because = Taken back: { $reason } It stays readable.

thing-perspective = Perspective
thing-question = Standing question
thing-dialogue = Dialogue
thing-turn = Turn
thing-claim = Claim
thing-move = Move
thing-source = Work in the library
thing-practice = Practice
thing-person = Person
thing-not-here = something not here yet
thing-vote = Vote
thing-lineage = Change of a name or claim
thing-profile = Profile
thing-translation = Translation
thing-suggestion = Suggestion
thing-law = Charter
thing-membership = Membership
thing-moderation = Moderation
thing-device = Device
thing-other = Note
thing-newer = Something from a newer version

tally = { $agree } agree, { $disagree } disagree, { $pass } pass
tally-matters = , it matters to { $count }

lineage-renamed = { $from } goes by the name { $to }
lineage-split = { $from } became { $to }
lineage-merged = { $from } became one as { $to }
lineage-dropped = { $from } was put down
lineage-dropped-for = { $from } was put down for { $to }
lineage-reworded = { $from } was worded anew: { $to }
lineage-fused = { $from } and { $to } are shown as one
lineage-changed = { $from } changed

move-agrees = { $who ->
    [you] agree
   *[other] agrees
}
move-is-compatible = { $who ->
    [you] find it compatible
   *[other] is compatible
}
move-sees-synergy = { $who ->
    [you] see synergy
   *[other] sees synergy
}
move-extends = { $who ->
    [you] extend it
   *[other] extends
}
move-sides-with = { $who ->
    [you] side with it
   *[other] sides with
}
move-partly-agrees = { $who ->
    [you] partly agree
   *[other] partly agrees
}
move-accepts-but = { $who ->
    [you] accept it, but
   *[other] accepts, but
}
move-disagrees = { $who ->
    [you] disagree
   *[other] disagrees
}
move-cautions = { $who ->
    [you] caution
   *[other] cautions
}
move-limits = { $who ->
    [you] limit it
   *[other] limits
}
move-challenges = { $who ->
    [you] challenge it
   *[other] challenges
}
move-adds = { $who ->
    [you] add to it
   *[other] adds
}
move-emphasises = { $who ->
    [you] emphasise it
   *[other] emphasises
}
move-de-emphasises = { $who ->
    [you] de-emphasise it
   *[other] de-emphasises
}
move-reframes = { $who ->
    [you] reframe it
   *[other] reframes
}
move-generalises = { $who ->
    [you] generalise it
   *[other] generalises
}
move-distinguishes = { $who ->
    [you] distinguish
   *[other] distinguishes
}
move-links = { $who ->
    [you] link it
   *[other] links
}
move-asks = { $who ->
    [you] ask
   *[other] asks
}
move-answers = { $who ->
    [you] answer
   *[other] answers
}
move-leaves-open = { $who ->
    [you] leave it open
   *[other] leaves open
}
move-defers = { $who ->
    [you] defer
   *[other] defers
}
move-of-newer-version = a move of a newer version
move-condition = on condition: { $condition }
move-from-to = from { $from } to { $to }
move-distinguishes-from = { $from } from { $to }
move-marked-by = pointed out by { $who }
move-all-marked-by = all pointed out by { $who }
move-marked-in = in { $place } · pointed out by { $who }
move-disputed = { $count ->
    [one] disputed
   *[other] disputed by { $count }
}
move-on = on

polarity-support = Support
polarity-qualified = Qualified
polarity-challenge = Challenge
polarity-transform = Transform
polarity-ask = Ask
kinds-support = Agree or build on it
kinds-qualified = Agree in part
kinds-challenge = Disagree or warn
kinds-transform = Add, reframe or tell apart
kinds-ask = Ask, answer or leave open
underline-support = support is one line
underline-qualified = qualified support is a broken line
underline-challenge = a challenge is a double line
underline-transform = a transformation is a dotted line
underline-ask = a question waves

needs-condition = a condition
needs-from-to = from … to …
needs-from-that = this from that
needs-question = the question
needs-reason = why
needs-danger = the danger
needs-part = which part
needs-over = over which
needs-how-far = how far it holds
needs-to-whom = to whom, or to what evidence
needs-with-what = with what
needs-what = what
needs-to-what = to what

language = Language
field-language = Language of your words
field-language-hint = as a tag: en, es, ar, pt-BR
field-licence = Licence
field-reason = Why
field-reason-hint = others will read it

speak-for = You speak for
speak-oneself = yourself
speak-perspective = Perspective
speak-within = from within it
speak-behalf = on its behalf
only-members-speak = Only members write here. You can read along; a member’s invitation lets you in.
only-votes = You were admitted to vote, and not to write. Ask a greeter to admit you for everything.
only-members-vote = Only members vote here. A member’s invitation lets you in.
newcomer-counts-later = You are a newcomer here. What you write is shown as such, and counts from the start once a member greets you.
trial-about = This is a trial, and all of it is gone when you stop the program. To keep a commons, run “polylogue serve”.
refused-elsewhere = What you wrote
refused-text-kept = What you wrote is still below, unchanged.

signs-about = Two kinds of sign and no others: a solid mark for a perspective, a drawn one for a move. Neither ever stands without its word.
signs-kind = move
signs-polarity = polarity
signs-plain = in plain text
signs-asks = asks you for
signs-passages = On a passage

languages-title = Language of the pages
languages-about = What people wrote stays in the language they wrote it in.
languages-which = Pages speak
languages-browser = as the browser asks
languages-send = Choose it
languages-means = It holds for every commons on this machine, and for nobody else.

foot-find = Search, or go to
languages-other = Choose another language
