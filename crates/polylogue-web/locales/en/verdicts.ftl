# What became of a contribution: one sentence for each reason and each wait.

verdict-accepted = counts

wait-operation = waits for something it builds on, which is not here yet
wait-body = waits for its text
wait-newer-version = was written with a newer Polylogue; it is kept, and waits until this one is updated
wait-admission = waits until somebody greets its author
wait-assent = waits for more keepers to assent

reason-malformed = does not count: what it says breaks a rule of its form
reason-chain = does not count: it does not follow on from what its author said before
reason-standing = does not count: it rests on an admission that is not its author’s
reason-act = does not count: it names a charter that is none
reason-device = does not count: the machine it was signed on was never added, was over, or may not say this
reason-device-ended = does not count: it was signed on a machine after its owner had ended it
reason-handed-over = does not count: its author had moved to a new key
reason-handover-contested = does not count yet: its author’s key was moved twice, and a greeter must say which holds
reason-membership-ended = does not count: it was written after its author’s membership ended
reason-scope = does not count: its author was admitted for votes only
reason-office = does not count: its author did not hold the office it needs
reason-office-ended = does not count: it was done after the office had been recalled
reason-office-scope = does not count: its author moderates one dialogue, and this is not held to it
reason-vouching-ended = does not count: members could vouch no longer, and this vouch was not let stand
reason-not-a-keeper = does not count: its author is not a keeper of the charter
reason-resolution-form = does not count: it does not follow on from the charter, or leaves out what it must name
reason-not-carried = does not count: another change to the charter was carried instead
reason-invitation = does not count: the invitation was closed, over, or not meant for this key
reason-not-allowed = does not count: the charter does not allow it
reason-not-the-author = does not count: only its author may do this
reason-other-commons = does not count: it belongs to another commons
