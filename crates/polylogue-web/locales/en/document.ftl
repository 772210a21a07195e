# What a document can hold, and what stands beside its lines.

book-strokes = { $count ->
        [one] one perspective says so
       *[other] { $count } perspectives say so
    }
book-strokes-key = so many perspectives say so.
book-ring-key = nobody's but its author's.
book-number-key = The number opens what a line rests on.
book-untraced = untraced
book-line = Line { $number }: what it rests on
book-rests = { $count ->
        [one] Rests on one thing
       *[other] Rests on { $count } things
    }
book-behind = Says so:
book-notes = Notes
book-note = Note { $name }
book-note-missing = no such note here
book-note-empty = This note has no text yet.
book-table = A table, line by line
book-wording-by = as { $who } has it
book-more-wordings = { $count ->
        [one] one more wording
       *[other] { $count } more wordings
    }
finding-since-outvoted = More people disagree with this than agree:
figure-as-of = As of { $day }; it changes with what is said here.
figure-whole = The whole of it
figure-nothing = There is nothing here for this figure to show: { $of }.
figure-unknown = No such figure: write map, matrix, ledger, coverage or shared behind “figure:”.
figure-too-many = A page draws twelve figures at most.
cited-head = Works
cited-work = Work { $number }
cited-missing = no such work here
figure-map = Who stands where
figure-matrix = Who says what about whom
figure-ledger = What was asked
figure-coverage = Which questions are taken up
figure-shared = What is shared
use-link = Use in a text
use-title = Use in a text
use-about = A line of a text that rests on this. Whoever reads the line can open what it rests on.
use-also = { $count ->
        [one] The line rests on one thing more:
       *[other] The line rests on { $count } things more:
    }
use-in-which = In which text
use-new = in a new text
use-words = The words
use-words-hint = As you would say it; what it rests on stays beside it.
use-where = Where
use-at-end = at the end
use-after = after: { $line }
use-rest = The line chosen rests on it; no line is added.
use-send = Take it up
use-send-means = Signed with your name; anyone can change the line.
unclear-use-line = No line was chosen to rest on it. Choose one under “Where”, or let a line be added.
line-change = change
line-attach = Let it rest on something
line-find = Words to look for
line-find-send = Find
line-found-nothing = Nothing here has these words.
line-rest-on = Rest on this
line-passage = Exact words of it
line-passage-hint = Only where a turn or a source is meant by a passage.
line-detach = Let it no longer rest on something
line-detach-send = No longer on this
synthesis-by-lines = Write line by line
synthesis-read = Done writing
present-in-text = { $count ->
        [one] { $who } is writing here just now.
       *[other] { $who } are writing here just now.
    }
line-struck-beside = Struck by { $who }. It stands beside that because somebody worded it meanwhile, or let it stand.
line-struck-settle = Settle it
line-its-writer = its writer
line-came-from = As { $who } wrote it in { $title }.
line-came-elsewhere = As it was written in the original, which is not here.
told-untraced = Line { $number } is new: what the old line in its place rested on went with it.
told-untraced-back = Put it back
book-number = Line { $number }
change-undone-already = Nothing changed: this was taken back already.
