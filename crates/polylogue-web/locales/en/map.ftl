# Opinion maps: which there are, one of them, its table, its history; where one sits.

part-maps = Map
maps-title = Maps of opinion
maps-about = Who votes alike, what everybody can stand on, and what divides: worked out from the votes alone, one map for each dialogue or question.
maps-list = The maps
maps-order = Most votes first.
maps-none = There are no claims yet, so there is nothing to vote on and nothing to map. Write the first claim.
map-of-nothing = Claims under nothing in particular
map-counts = { $people ->
    [one] 1 person
   *[other] { $people } people
}, { $votes ->
    [one] 1 vote
   *[other] { $votes } votes
} on { $claims ->
    [one] 1 claim
   *[other] { $claims } claims
}
map-over = Opinion map
map-title-of = Map: { $of }
map-whole-table = Every claim in a table
map-past-link = How it came about

map-headline = { $shared ->
    [0] Nothing yet on which most of all stand together for sure
    [one] One claim on which most of all stand together
   *[other] { $shared } claims on which most of all stand together
}, { $divided ->
    [0] none that divides
    [one] one that divides
   *[other] { $divided } that divide
}{ $unknown ->
    [0] {""}
    [one] , and one we cannot speak about yet
   *[other] , and { $unknown } we cannot speak about yet
}
map-headline-alone = { $shared ->
    [0] Nothing yet on which most of all stand together for sure
    [one] One claim on which most of all stand together
   *[other] { $shared } claims on which most of all stand together
}{ $unknown ->
    [0] {""}
    [one] , and one we cannot speak about yet
   *[other] , and { $unknown } we cannot speak about yet
}
map-headline-none = Nobody has voted here yet
map-headline-small = { $people ->
    [one] One person has voted: here are the votes
   *[other] { $people } people have voted: here are the votes
}

map-left-out = { $votes ->
    [one] 1 vote
   *[other] { $votes } votes
} by { $people ->
    [one] 1 newcomer
   *[other] { $people } newcomers
} nobody has greeted yet { $votes ->
    [one] is
   *[other] are
} not counted here.
map-with-newcomers = Show the map with them
map-as-held-here = As held here: this map counts the votes of newcomers nobody has greeted yet. Others may hold other votes, so it is never published.
map-without-newcomers = Leave them out
map-of-question = This map counts the claims put under the question itself. Claims under its dialogues have { $maps }.
map-of-question-others = maps of their own
map-two-copies = More than one of us brought this in. It is shown once, and the votes of one copy are counted.
map-fuse = Suggest to show both as one

map-key-pass = gap: passed
map-key-range = line below a bar: where the true share of agreement lies, nine times in ten
map-bar-group = Group { $group }: { $agree } of { $all } agree, { $disagree } disagree, { $pass } { $pass ->
    [one] passes
   *[other] pass
}
map-bar-all = { $agree } of { $all } agree, { $disagree } disagree, { $pass } { $pass ->
    [one] passes
   *[other] pass
}
map-more = { $count ->
    [one] One more
   *[other] { $count } more
}

map-shared = Common ground
map-shared-about = More than half of every group is on one side, and there are votes enough to be sure. Surest first.
map-shared-about-all = More than half of all who voted are on one side, and there are votes enough to be sure. Surest first.
map-shared-none = Nothing that these votes make sure of.
map-shared-agree = At least { $least } in 100 agree, as far as the votes can tell.
map-shared-disagree = At least { $least } in 100 disagree, as far as the votes can tell.
map-shared-unsure-group = Group { $group } may be under half, so more votes could still tip it.
map-shared-unsure = It may be under half, so more votes could still tip it.
map-nearly = { $count ->
    [one] One claim comes near it
   *[other] { $count } claims come near it
}

map-divisions = Divisions
map-divisions-about = Claims on which the groups differ, the surest first. The groups were found from these same votes.
map-divisions-none = On no claim are the groups surely apart.
map-bridging = Held from both ends
map-bridging-about = What people agree with wherever they stand on the map, highest score first. A claim scores 0 if it is held as much as claims here are on the whole, and the more, the more both ends hold it; where most claims are refused, one can pass 1. Under 0.4 none is listed.
map-bridging-score = Score { $score }.
map-lens-bridging-is = What is left of a claim’s votes once it is taken out who tends to agree with everything and which end of the map each voter stands at: high where both ends hold it, low where only one does, however large.
map-apart = Group { $high } agrees more than group { $low }, by { $from } to { $to } people in 100.
map-apart-shared = It is common ground too: they are on one side, and not equally many of each.
map-shared-apart = It is a division too: the groups are on one side, and not equally many of each.

map-groups = Groups
map-groups-about = Each is known by what sets it apart most, in the words of the person who wrote that. No program gives a group a name; the letter is only a handle.
map-known-agree = Says yes to:
map-known-disagree = Says no to:
map-grouped = People fall into { $groups } groups: within each, votes are more alike than across.
map-too-few = No groups: { $people ->
    [0] nobody has
    [one] 1 person has
   *[other] { $people } people have
} voted enough to be placed, and { $needed } are needed.
map-all-alike = No groups: on every claim, all who voted gave the same answer.
map-by-chance = No groups: people differ, but no more than if each had voted without regard to the others.
map-no-gap = No groups: people differ, but no line between them keeps them apart well enough.
map-hull = { $group } · { $people } { $people ->
    [one] person
   *[other] people
}
map-group-size = { $group } with { $people }
map-with-you = you are here
map-unplaced = in no group
map-not-placed = { $people ->
    [one] 1 person has voted on too few claims to be put in a group.
   *[other] { $people } people have voted on too few claims to be put in a group.
}
map-nothing-apart = Nothing sets it apart that could not be chance.
map-telling-agree = { $here } of { $of } agree here, { $there } of { $others } elsewhere
map-telling-disagree = { $here } of { $of } disagree here, { $there } of { $others } elsewhere
map-near = Nearest:
map-small-group = { $people } people are a small group: one changed vote moves its figures by about { $points } in 100.
map-and-more = and { $count } more

map-next = What to ask next
map-next-about = Where one more vote tells most.
map-vote-here = Vote on these claims
map-why-group = group { $group } has hardly spoken: { $votes ->
    [0] nobody in it has voted on this
    [one] 1 person in it has voted on this
   *[other] { $votes } people in it have voted on this
}
map-why-few = { $votes ->
    [0] nobody has voted on this
    [one] only 1 person has voted on this
   *[other] only { $votes } people have voted on this
}
map-why-divides = the groups differ on this, and each vote shows better by how much
map-why-nearly = it is near to common ground, and more votes would settle it
map-why-telling = it tells more than other claims about who votes alike

map-unknown = Too few votes to say
map-unknown-about = Some group has fewer than { $least } votes on these.
map-beyond = The first { $shown } are here; { $count ->
    [one] one more is
   *[other] { $count } more are
} in the table of every claim
map-unknown-group = { $votes ->
    [one] 1 vote
   *[other] { $votes } votes
}, { $least ->
    [0] none
   *[other] { $least }
} from group { $group }
map-unknown-votes = { $votes ->
    [0] no vote
    [one] 1 vote
   *[other] { $votes } votes
}

map-picture-head = The map
map-parts = Parts of this page
map-picture = Opinion map
map-dots-you = The black dot is you.
map-dots-one = The dot in a circle is the person opened below.
map-dots = One dot is one person; a ring is somebody who has voted too little to be placed surely.
map-dots-together = So many people are drawn together: the larger a dot, the more stand there.
map-picture-alone = { $people } people, not told apart into groups. Who votes alike stands close together.
map-picture-groups = { $people } people in groups: { $groups }. Who votes alike stands close together.
map-you-are-in = You are in group { $group }.
map-you = you
map-caption = People who vote alike stand close together. The size of an outline means nothing; the counts do. One in twenty of a group, those farthest out, may stand outside it. A perspective’s mark stands where somebody would be who votes as it speaks. Every dot, outline and mark opens its reasons.
map-caption-keys = With the keyboard, go to the first dot, and on from there with the arrow keys.
map-table = The same as a table
map-cells = Every dot, in a table
map-cells-about = The picture is { $across } places wide and { $down } high; 1 and 1 are where reading begins, at the top.
map-cell-place = place
map-cell-at = { $across } across, { $down } down
map-table-people = Everybody on the map
map-everybody = { $people ->
    [one] One person, by name
   *[other] All { $people } people, by name
}
map-group = Group
map-people = people
map-person = Person
map-votes = votes
map-near-head = nearest perspectives
map-unsure = too few votes to say
map-cell = { $people ->
    [one] 1 person stands here
   *[other] { $people } people stand here
}

map-who = Why somebody stands there
map-who-group = in group { $group }
map-who-no-group = in no group
map-who-about = By { $votes ->
    [one] 1 vote
   *[other] { $votes } votes
} on { $all } claims. The vote that moves them most comes first.
map-their-vote = their vote
map-all-votes = all votes

map-few = The votes
map-few-about = Fewer than { $least } people have voted, so there is nothing to work out: these are the votes themselves.
map-few-none = Nobody has voted yet.
map-few-caption = A claim in each row, a person in each column
map-no-vote = no vote

map-standpoints = Perspectives
map-standpoints-about = By what each is said to hold here, and by who has spoken from within it.
map-holds = holds
map-holds-of = { $held } of { $claims }
map-voices = speaks from within it
map-voices-none = nobody who voted here
map-you-alike = your votes
map-alike-none = none to compare
map-distances = How far they are apart
map-distances-about = If one person stood exactly at each, on how many claims in 100 they would answer otherwise; with the claims that part them most.
map-distance = { $one } and { $other }: { $share } in 100
map-lean = { $first } { $one }, { $second } { $other }
map-lean-agree = would agree
map-lean-disagree = would disagree
map-lean-neither = would lean neither way

map-lenses = How this is worked out
map-lens-shared = Common ground
map-lens-shared-is = The group that agrees least decides, at the low end of what its votes allow: with nineteen chances in twenty, no group has a smaller share. A pass does not count as agreeing.
map-lens-divisions = Divisions
map-lens-divisions-is = The share that agrees in one group, less the share in another; listed only if it would still be above nothing nine times in ten.
map-lens-telling = What sets a group apart
map-lens-telling-is = Claims on which a group differs from all others by more than chance; so many are looked at that about one in ten listed may be chance all the same.
map-lens-groups = Groups
map-lens-groups-is = Found where people stand clearly apart, with at least five in each, and more where many voted; where they do not, there are none. The order in which people came makes no difference.
map-lens-place = Places
map-lens-place-is = The two directions in which votes differ most. Who has voted little is drawn towards the middle and as a ring, because little is known of them, not because they are moderate.
map-lens-next = What to ask next
map-lens-next-is = Claims with few votes so far, with few passes, and on which people stand far apart weigh most; each person is asked in an order of their own.
map-axes = The picture holds { $first } and { $second } in 100 of all differences between people, across and down; the rest cannot be seen in it.
map-axes-third = A third direction holds { $third } in 100: people who stand together here may be apart along it.
map-third = A third direction
map-third-rule = It is shown because it goes beyond chance and is at least three quarters as strong as the second.
map-third-caption = The first direction across, the third up; people who voted enough to be put in a group
map-third-made = What the third direction is made of
map-third-agreeing = Agreeing leads
map-third-up = up
map-third-down = down
map-third-groups = Where each group stands along it
map-recompute = Everybody who holds these votes gets the same map, to the last digit. You can work it out again with { $verb }.

map-signs = Many at once, or all alike
map-signs-about = Nobody is accused: a meeting, a link that was passed on or a household that votes together looks like this, too; so does somebody who votes many times over. Nobody is left out unless you ask for it.
map-signs-none = Looked for and not found: many who gave the same answers, or nearly, where chance would hardly make two; a crowd that came within an hour; and many who came in through one person.
map-sign-near = { $people } people gave nearly the same answers to { $claims } claims, { $differ ->
    [one] one answer apart
   *[other] { $differ } answers apart
} at most, where { $expected } at most would be expected.
map-sign-invited = { $people } people came in through { $who } or somebody they let in.
map-sign-copies = { $people } people gave the very same answers to { $claims } claims, where { $expected } at most would be expected.
map-sign-burst = { $people } people voted here for the first time within { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}, far more than at other times: { $when }.
map-sign-clock = { $from } to { $to } UTC
map-sign-people = The { $people } people of one sign
map-signs-rest = { $count ->
    [one] One more sign of the same sort is counted below.
   *[other] { $count } more signs of the same sorts are counted below.
}
map-signs-without = Show the map without them
map-without-told = This map leaves { $people ->
    [one] 1 person
   *[other] { $people } people
} out; the reasons are below. One of each set of equal votes stays, unless a moderator named it.
map-found = { $shared ->
    [one] 1 claim is common ground,
   *[other] { $shared } claims are common ground,
} { $divided ->
    [one] 1 divides,
   *[other] { $divided } divide,
} { $groups ->
    [one] and there are no groups.
   *[other] and there are { $groups } groups.
}
map-recorded = { $who } counts this map without { $people ->
    [one] 1 person
   *[other] { $people } people
} too, since { $when }. No vote was taken away: the map of everybody stays.
map-recorded-both = Together they leave out { $people } people who are on this map.
map-recorded-you = You are among them; the log has a place for your answer.
map-recorded-people = { $people } people whom a moderator leaves out
map-recorded-with = With everybody:
map-recorded-without = Without them:
map-recorded-log = In the public log, with names and answers
map-counted = The same map, counted with some people and without
map-counted-votes = Whose votes
map-counted-apart = Claims that come or go
map-counted-everybody = Everybody’s
map-counted-recorded = Without those whom a moderator leaves out
map-counted-copies = Without equal votes
map-counted-bursts = Without those who came within an hour
map-counted-invited = Without those who came in through one person
map-counted-signs = Without all of these
map-counted-newcomers = With newcomers, as held here
map-counted-no-groups = no groups
map-counted-same = none
map-leave-out = Count it without some people too
map-leave-out-about = As a moderator you can have this map counted a second time without some people. Both results stand on this page, and who they are, your name and your reason stand in the public log, where anyone can answer. Whom a sign names now is written down by name; whoever comes later is not left out.
map-leave-out-signs = Whom the signs name
map-leave-out-people = Others, a name or the beginning of a key on each line
map-leave-out-send = Count it without them too
map-count-all = Count it of everybody alone again
map-without-back = Show everybody

map-table-title = Every claim, with all votes
map-table-about = The claims most agreed with come first. Replies and moves change nothing here; only votes do.
map-everyone = everybody
map-no-votes = no vote
map-out = { $count ->
    [one] 1 of them kept off the map by moderators
   *[other] { $count } of them kept off the map by moderators
}
map-kept-off = out of sight, and kept off the map

map-past-title = How the map came about
map-past-about = Worked out again from the votes as they stood at earlier times.
map-past-head = Common ground over time
map-past-order = Latest first.
map-past-moment = { $people ->
    [one] 1 person
   *[other] { $people } people
} had voted, { $votes ->
    [one] 1 vote
   *[other] { $votes } votes
} in all. { $shared ->
    [0] There was no common ground yet.
    [one] One claim was common ground.
   *[other] { $shared } claims were common ground.
}
map-past-groups = { $groups ->
    [one] Nobody was told apart into groups.
   *[other] There were { $groups } groups.
}
map-past-same = Common ground did not move.
map-past-came = Came to it:
map-past-went = Went from it:
map-past-refused = (refused by all)

seat-head = Where you sit
seat-none = You have not voted here yet. Once you have, this says with whom you vote alike.
seat-votes = You have voted on { $votes } of { $all } claims here.
seat-unsure = That is too little to put you in a group.
seat-like = You vote most like
seat-same = ({ $same } of { $both } votes the same)
seat-alone = Nobody else has voted on the same claims yet.
seat-early = With so few votes nobody can say whom you vote like; from { $needed } on, this does.
seat-perspectives = How often your vote matched what a perspective holds here.
seat-sure = The line is where the true figure may lie, nine times in ten. With so few claims it is wide.
seat-strip = the share of votes alike, from never to always
seat-only-you = worked out here, from votes that everybody can see
seat-map = The whole map

vote-why = Asked now because { $why }.
vote-others-reasons = { $count ->
    [one] One reason others gave
   *[other] { $count } reasons others gave
}
claim-by-group = By group
claim-on-map = These groups are from the { $map }.
claim-map = opinion map
