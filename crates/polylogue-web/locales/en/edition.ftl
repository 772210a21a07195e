editions-title = Editions
editions-about = Texts as they stood on a day, frozen with everything they rest on. Anyone can check one, without this commons.
editions-list = Made so far
editions-none = No edition yet. One is made on the page of a text.
edition-signed-by = { $count ->
        [0] not signed yet
        [one] signed by one person
       *[other] signed by { $count } people
    }
edition-make = Make an edition
edition-name = Name of this version, such as 1.0
edition-licence = Licence, if not the usual one here
edition-open-too = Where comments are open, list them as open in it
edition-knowingly = Make it although licences do not fit or evidence cannot be read; it says so
edition-make-now = Make it
edition-make-means = The text is frozen as it stands, with all it rests on. You sign it as its maker; others may sign it after.
edition-made = made by { $who } on { $when }
edition-file = The file, to check and pass on
edition-now = The text as it stands now
edition-emptied = Whoever wrote this line has emptied it since.
edition-line = Line { $number }:{" "}
edition-note-back = back to line { $number }
edition-dissent = Minority reports
edition-open = Open when it was made
edition-signed = Signed
edition-unsigned = Nobody has signed it yet.
edition-sign = Sign it
edition-sign-as = What you sign
edition-as-agree = I agree with what it says
edition-as-reservation = I agree, with a reservation
edition-as-witness = I saw how it came about
edition-sign-words = Your reservation, or what you say beside
edition-sign-now = Sign
edition-sign-means = Printed with your name. You can sign again; the latest counts.
edition-by-agree = agrees
edition-by-reservation = agrees, with a reservation
edition-by-witness = as a witness
edition-work = Who took part
edition-work-about = By kind of work, from what was signed; no order of merit.
edition-people = { $count ->
        [one] one person
       *[other] { $count } people
    }
edition-as-told = as told:
work-wrote = Wrote the text:
work-spoke = Said what it rests on:
work-claimed = Put claims:
work-marked = Made moves:
work-prepared = Opened perspectives, questions and dialogues:
work-documented = Described works and practices:
work-translated = Translated:
work-brought-in = Brought in what others said:
work-voted = Voted:
edition-cited = Cited
edition-cited-about = Whether it may stand here under the licence of the edition, by a small table. Who is named could allow what conflicts.
edition-licence-unknown = “{ $licence }” is unknown to the table of licences, so whether what is cited fits it cannot be said.
edition-made-knowingly = It was made knowing this: whoever made it says so with their signature.
edition-known-gone = could not be read when it was made
edition-earlier = Earlier editions
licence-freely = free
licence-named = fits, if named
licence-conflicts = conflicts
licence-unknown = no licence known
edition-checked = Checked
edition-holds = Every byte and signature of { $count } pieces holds, and the text is the one that was frozen.
edition-traces = { $count ->
        [0] No line leads to anything.
        [one] One thing that a line rests on is there, in its words.
       *[other] { $count } things that lines rest on are there, in their words.
    }
edition-traces-open = { $count ->
        [one] Of one it cannot be said:
       *[other] Of { $count } it cannot be said:
    }
unchecked-emptied = Not checked: words that were emptied or hidden since.
unchecked-stays-in-the-commons = Not checked outside: counts of votes that stay here; any member can check them.
unchecked-newer-figure = Not checked: something computed in a way this version does not know.
unchecked-not-here = Not checked: something a line rests on is not here.
edition-check-yourself = Check the file yourself with
edition-content = Fingerprint of the text:
thing-edition = Edition
