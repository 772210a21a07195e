# People, admission, offices, charter, settings.

people-how-open = Anyone may write here. A member’s greeting makes a newcomer count.
people-how-invitation = People come in by a member’s invitation.
people-how-vouching = People come in when a member vouches for them.
newcomers-head = Newcomers, not yet counted
newcomers-about = what they write is shown as such until somebody greets them
newcomers-none = Nobody waits to be greeted.
members-head = Members
members-other-head = For themselves
people-find = Find somebody by name
people-within = { $count } from within
people-speak-within = From within { $perspective }
people-also = also from within { $perspectives }
brought-in-head = Brought in
brought-in-about = { $count ->
    [one] 1 person whose words or votes a member brought in from elsewhere
   *[other] { $count } people whose words or votes a member brought in from elsewhere
}
members-alone = You are alone here so far. An invitation takes a minute.
gone-head = Gone
greet = Greet
this-is-you = (you)
this-is-you-long = This is you. Your name is under
is-member = member
is-voter = member, may vote
is-newcomer = newcomer
has-left = left
was-removed = membership ended
office-greeter = greeter
office-moderator = moderator
office-facilitator = facilitator
office-publisher = publisher
root-entered = brought in by somebody else
root-browser = writes from a browser

person-key = Key
person-came = Came in
person-came-not = not admitted yet
person-came-by = through { $who }
person-came-founder = founded this commons
person-votes-only = for votes only
person-devices = Machines
person-one-device = one
person-name-is-claim = A name is only what somebody calls themselves; the key is what signs.
device-own = their own machine
device-browser = a browser
device-entered = a helper’s machine
device-ended = ended
device-until = until { $day }
person-said = Said last
person-search = Everything they said
person-said-nothing = Nothing yet.

scope-which = They may
scope-all = say anything
scope-vote = vote, and nothing else
admit-head = Greet this newcomer
admit-about = Greeting makes everything they wrote count, from the start.
admit-send = Greet
admit-means = It is signed with your name. Ending a membership later needs a moderator and a reason.
vouch-head = Vouch for this newcomer
vouch-about = You say that you know this person and that they should be heard here.
vouch-send = Vouch
vouch-means = It makes everything they wrote count, from the start, and is signed with your name.
remove-head = End this membership
remove-about = { $count ->
    [0] Nothing they wrote so far is touched. What they write from now on does not count. The reason is public, and they can answer it.
    [one] The one thing they wrote so far stays. What they write from now on does not count. The reason is public, and they can answer it.
   *[other] The { $count } things they wrote so far stay. What they write from now on does not count. The reason is public, and they can answer it.
}
remove-send = End the membership
remove-means = Invitations they wrote or came by are closed: whoever comes by one from now on waits among the newcomers. A greeter can admit them again. Copies others hold are not touched.
grant-head = Give an office
grant-about = A greeter admits newcomers, a moderator hides and restores, a facilitator opens and closes dialogues, a publisher makes editions. Every office ends, and can be recalled.
grant-which = Which office
grant-days = For how many days
grant-send = Give it
recall-head = Recall an office
recall-about = What was done under the office so far still counts.
recall-send = Recall it

charter-title = Charter
charter-version = { $version ->
    [1] As it was founded on { $day }
   *[other] Version { $version }; founded on { $day }
}
charter-empty = Nothing is written down yet beyond what follows.
charter-entry = Who may come in
charter-keepers = Keepers
charter-keepers-until = until { $day }, then they can only renew
charter-one-keeper = One person alone keeps this place. Two more would let it go on if something happened to them.
charter-only-keepers = Keepers propose changes to the charter; it changes when more than half of them assent.
offices-head = Offices
offices-none = Nobody holds an office. Members manage without.
office-until = until { $day }
proposals-head = Proposals
proposals-none = Nothing waits for assent.
proposal-by = Proposed by { $who }
assent-about = An assent cannot be taken back.
assent-send = Assent
propose-head = Propose a change
propose-about = The whole charter is replaced by what stands here, once more than half of the present keepers assent. Proposing is assenting.
propose-charter = The charter
propose-keepers = Keepers from then on
propose-days = Keepers for how many days
propose-send = Propose it
propose-means = It is signed with your name and cannot be taken back.

settings-title = Your name here
settings-about = In this commons you are known by a key of your own, and by whatever name you give. Another commons knows another key.
profile-head = Name
profile-name = The name others see
profile-about = A few words about you
profile-about-hint = may stay empty
profile-send = Keep it
profile-means = Everyone here sees it. Earlier names stay in the record.
settings-key = Key
settings-key-about = This signs everything you write here. Its secret half never leaves this machine; keep a copy of your home in a safe place.
presence-head = While you write
presence-about = While you are writing a turn or an answer, those connected just then see “Ana is answering turn 4”. It is not signed, not kept and not passed on, and is gone after a minute.
presence-which = Others here
presence-on = may see when I am writing, and I see when they are
presence-off = are not told, and I am not told of them
presence-send = Keep this
devices-title = Your machines
devices-lede = What one of your machines signs counts as yours, in this commons alone.
devices-open = See, add and end machines
devices-list = Machines that speak for you
devices-first = Your first machine: it alone adds others and ends them
devices-this = (this one)
devices-not-first = Only your first machine adds others and ends them; its key begins with { $key }. Open this page there.
device-speaks = speaks for you
device-end-head = End this machine
device-end-about = What it signs from now on no longer counts; what it said so far stays. This cannot be taken back.
device-end-send = End it
device-add-head = Add a machine
device-add-about = Whatever an added machine signs counts as yours until you end it. Open this page of the same commons on the other machine, give it the whole key below, and bring back the line it shows.
device-line = The line the other machine showed
device-name = What to call it
device-add-send = Add it
device-add-means = It is signed with your name, and everybody can see it. Only add a machine that is yours.
device-agree-head = Let this machine speak for you
device-agree-about = If you write in this commons from another machine already, this one can speak for the same person. It signs that it agrees and shows that as one line; nothing is recorded until your first machine takes the line.
device-root = Your whole key, as your first machine shows it
device-agree-send = Show the line
device-agreed = This machine agrees. Take the line to your first machine and add it there; nobody else can use it.
device-agreed-line = The line
leave-head = Leaving
leave-open = Leave this commons
leave-about = What you said so far stays and counts. You will not be able to write or vote here until somebody admits you again. The copy on this machine stays readable.
leave-send = Leave
leave-means = Everyone here sees that you left.
