# History of a text
history-title = History
history-of = History of “{ $title }”
history-about = Who changed what, when and why. Nothing is lost: every version can be read again.
history-changes = { $count ->
    [one] One change
   *[other] { $count } changes
}
history-begun = began the text
history-lines = { $count ->
    [one] one line
   *[other] { $count } lines
}
history-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
history-undoes = takes an earlier change back
history-cites = – rests on { $what }
deed-added = new
deed-reworded = reworded
deed-traced = rests on other things
deed-settled = settled
deed-moved = moved
deed-struck = struck
deed-restored = stands again
deed-said = marked what it claims
deed-heading = heading
words-gone = gone:
words-new = new:
synthesis-because = Why
synthesis-because-hint = may stay empty
version-title = As it then read
version-read-on = As it read on { $day }
version-left = left by { $who } { $when }
version-did = What this change did
version-since = What changed since then
version-same = Nothing that reads otherwise.
version-text = The text
version-blame = Under each line who wrote it so, and when.
version-earlier = { $count ->
    [one] one earlier wording
   *[other] { $count } earlier wordings
}
change-undo = Take this change back
change-undo-send = Take it back
change-undo-means = By a new change in your name. Where somebody wrote on meanwhile, both wordings stand.
fork-title = Make another text from this one
fork-into = In which commons
fork-send = Make it
fork-send-means = The lines are copied; where each comes from is kept, and either text can take over what the other does.
merge-title = What moved on in the original
merge-back-title = Take this text’s changes over into the original
merge-none = This text was made from none that is in this home.
merge-moved = { $count ->
    [0] Nothing moved on
    [one] One line moved on
   *[other] { $count } lines moved on
}
merge-about = Beside “{ $title }” as it stands now.
merge-choice = This line
merge-take = take it over
merge-keep = keep ours
merge-discuss = let both stand
merge-later = decide later
merge-ours = Here it reads:
merge-send = Do so
merge-send-means = Signed with your name. What is decided is not asked again.
moved-reworded = reworded there
moved-both = reworded there, and here too
moved-added = new there
moved-struck = struck there
