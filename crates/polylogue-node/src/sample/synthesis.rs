//! The synthesis in which the sample ends: what we, reading the ten conversations side by side,
//! think they leave standing. In our own words; every line that says something says what it rests
//! on, and no line says more than that.

use super::{Line, MoveKind, Passage, Report, RestsOn, Says, Synthesis, Target};

use RestsOn::{Move, Practice, Source, Words};

const HEADING: Line = Line {
    text: "",
    rests_on: &[],
    says: None,
};

/// The one document of the sample.
pub const SYNTHESIS: Synthesis = Synthesis {
    title: "What ten conversations leave standing",
    edition: "1.0",
    report: Report {
        voter: "voter-14",
        title: "Limits are the frame, not one of the questions",
        text: "*Invented, like the reader who signs it: it shows what a minority report looks \
            like.*\n\n\
            This text puts energy and machines among what nobody has answered. They are the frame \
            of all the rest. If our computers and networks cannot be kept up, then sharing one \
            design with the whole world and making it near by does not stand either. We would \
            have begun there, and asked of every other line whether it still holds.\n\n\
            And care is missing. One conversation agrees that every economy stands on the work \
            of households and of those who live from the land. No line here says so.",
    },
    lines: &[
        Line {
            text: "In 2011 peer-to-peer theory was put to ten other ways of seeing the world, a \
                page for each. Nine were answered, and the essay of 2016 tells of those nine. Each \
                telling was shorter than the one before. So is this one: open the mark beside a \
                line to see what it rests on, and say where it says too much.",
            rests_on: &[
                Source("index-2011"),
                Source("essay-2016"),
                Words(Passage {
                    turn: "indigenous-1",
                    words: "They do not fight for a global cause in the abstract",
                }),
            ],
            says: None,
        },
        Line {
            text: "## What is shared",
            ..HEADING
        },
        Line {
            text: "Make things near to where they are used, and share what we know with the whole \
                world. Four conversations arrive here from four sides: from limits of nature, from \
                countries that need not follow the West, from places that want to rule themselves, \
                and from problems that no country solves alone.",
            rests_on: &[
                Move("reform-m2"),
                Move("post-development-m3"),
                Move("reloc-m9"),
                Move("cosmopolitanism-m10"),
                Practice("flok"),
            ],
            says: None,
        },
        Line {
            text: "Every human being counts the same. Peer-to-peer theory agrees with \
                cosmopolitanism on that, as a need and as an ethic.",
            rests_on: &[Move("cosmopolitanism-m1"), Move("cosmopolitanism-m2")],
            says: Some(Says {
                perspective: "p2p",
                kind: MoveKind::Agrees,
                target: Target::Claim("cosmopolitanism-c1"),
                condition: None,
            }),
        },
        Line {
            text: "Inner change and fairer structures cannot be parted, and each helps the other.",
            rests_on: &[Move("ecumenism-m8"), Move("ecumenism-m9")],
            says: Some(Says {
                perspective: "p2p",
                kind: MoveKind::Agrees,
                target: Target::Claim("ecumenism-c1"),
                condition: None,
            }),
        },
        Line {
            text: "The state cannot be left to others. Nor can it stay as it is: it has to become \
                a partner of common work.",
            rests_on: &[
                Move("neo-marxism-m4"),
                Words(Passage {
                    turn: "neo-marxism-2",
                    words: "it has to become a partner state",
                }),
            ],
            says: Some(Says {
                perspective: "p2p",
                kind: MoveKind::Agrees,
                target: Target::Claim("neo-marxism-c3"),
                condition: None,
            }),
        },
        Line {
            text: "The long view of co-evolution is compatible with it, as a possibility that \
                people must make real and never as destiny.",
            rests_on: &[
                Move("co-evolution-m4"),
                Move("co-evolution-m3"),
                Move("co-evolution-m9"),
            ],
            says: None,
        },
        Line {
            text: "## Where one view warns another",
            ..HEADING
        },
        Line {
            text: "A reformed capitalism is accepted only as long as it really goes on improving \
                lives and justice.",
            rests_on: &[Move("reform-m9"), Move("reform-m14")],
            says: Some(Says {
                perspective: "p2p",
                kind: MoveKind::AcceptsBut,
                target: Target::Perspective("reform"),
                condition: Some(
                    "as long as a reformed capitalism really goes on improving lives and justice",
                ),
            }),
        },
        Line {
            text: "Reform suits times of growth: when the pie shrinks, reformers may find \
                themselves administering austerity.",
            rests_on: &[Move("reform-m4")],
            says: Some(Says {
                perspective: "p2p",
                kind: MoveKind::Cautions,
                target: Target::Perspective("reform"),
                condition: None,
            }),
        },
        Line {
            text: "To those who refuse development: older societies were class societies too, and \
                an alternative has to be able to defend itself.",
            rests_on: &[Move("post-development-m7"), Move("post-development-m8")],
            says: Some(Says {
                perspective: "p2p",
                kind: MoveKind::Cautions,
                target: Target::Perspective("post-development"),
                condition: None,
            }),
        },
        Line {
            text: "To those who go local: the great danger is to paint the local prettier than it \
                is, and to overlook what in the world makes it possible.",
            rests_on: &[Move("reloc-m3"), Move("reloc-m5")],
            says: Some(Says {
                perspective: "p2p",
                kind: MoveKind::Cautions,
                target: Target::Perspective("reloc"),
                condition: None,
            }),
        },
        Line {
            text: "To those who decide only when all agree: that can sink to the lowest common \
                ground, and leave only the hardiest in the room.",
            rests_on: &[Move("autonomism-m10"), Move("autonomism-m11")],
            says: Some(Says {
                perspective: "p2p",
                kind: MoveKind::Cautions,
                target: Target::Claim("autonomism-c5"),
                condition: None,
            }),
        },
        Line {
            text: "To those who build above the nation: without real participation such bodies \
                earn distrust.",
            rests_on: &[Move("cosmopolitanism-m4")],
            says: Some(Says {
                perspective: "p2p",
                kind: MoveKind::Cautions,
                target: Target::Claim("cosmopolitanism-c2"),
                condition: None,
            }),
        },
        Line {
            text: "One warning is often given to the wrong voice. That a movement which is \
                horizontal and nothing else cannot stand against hostile and ruthless opponents \
                was said by Ramos for himself, on the page about autonomism.",
            rests_on: &[Move("autonomism-m5")],
            says: None,
        },
        Line {
            text: "## What peer-to-peer theory holds against itself",
            ..HEADING
        },
        Line {
            text: "Free software bars nobody openly, and by rewarding merit it leaves the \
                inequality outside untouched. A naive approach fails here.",
            rests_on: &[Move("meta-industrial-m8"), Move("meta-industrial-m7")],
            says: Some(Says {
                perspective: "p2p",
                kind: MoveKind::Cautions,
                target: Target::Perspective("p2p"),
                condition: None,
            }),
        },
        Line {
            text: "So it has to work on purpose for those who were shut out: rules designed for \
                many kinds of people, somebody who helps them take part, and groups of their own \
                that can stop a measure.",
            rests_on: &[
                Move("meta-industrial-m9"),
                Move("meta-industrial-m10"),
                Move("meta-industrial-m11"),
            ],
            says: Some(Says {
                perspective: "p2p",
                kind: MoveKind::Adds,
                target: Target::Perspective("p2p"),
                condition: None,
            }),
        },
        Line {
            text: "Any principle made absolute becomes a problem, this one too; and taking part \
                has its own elites.",
            rests_on: &[Move("autonomism-m9"), Move("cosmopolitanism-m8")],
            says: Some(Says {
                perspective: "p2p",
                kind: MoveKind::Cautions,
                target: Target::Perspective("p2p"),
                condition: None,
            }),
        },
        Line {
            text: "## What others hold against it",
            ..HEADING
        },
        Line {
            text: "Sharing knowledge does not yet say who builds the industries.",
            rests_on: &[Move("reform-m8")],
            says: None,
        },
        Line {
            text: "A partner for talk is not enough; a country needs a working agenda.",
            rests_on: &[Move("post-development-m11")],
            says: None,
        },
        Line {
            text: "Rights need a polity that delivers them, and a citizen of the world who is not \
                of one kind only.",
            rests_on: &[Move("cosmopolitanism-m12"), Move("cosmopolitanism-m11")],
            says: Some(Says {
                perspective: "cosmopolitanism",
                kind: MoveKind::Challenges,
                target: Target::Perspective("p2p"),
                condition: None,
            }),
        },
        Line {
            text: "It rests on computers, which are among the most poisonous things ever made.",
            rests_on: &[Move("reloc-m12")],
            says: Some(Says {
                perspective: "reloc",
                kind: MoveKind::Challenges,
                target: Target::Perspective("p2p"),
                condition: None,
            }),
        },
        Line {
            text: "On class, production and accumulation it has more to say than it has said.",
            rests_on: &[Move("neo-marxism-m12")],
            says: Some(Says {
                perspective: "neo-marxism",
                kind: MoveKind::Challenges,
                target: Target::Perspective("p2p"),
                condition: None,
            }),
        },
        Line {
            text: "## What nobody has answered",
            ..HEADING
        },
        Line {
            text: "If energy runs short, can our present use of computers be kept up at all? And \
                what becomes of peer-to-peer practice when a region must bear the costs of the \
                machines itself?",
            rests_on: &[Move("reloc-ask2"), Move("reloc-ask6")],
            says: None,
        },
        Line {
            text: "Is the peer producer a worker? Where would the new economy find its capital?",
            rests_on: &[Move("neo-marxism-ask1"), Move("neo-marxism-ask4")],
            says: None,
        },
        Line {
            text: "Has peer-to-peer practice a way of acting that corresponds to the force of \
                truth?",
            rests_on: &[Move("ecumenism-ask4")],
            says: None,
        },
        Line {
            text: "How are institutions built together to escape the democratic deficits of those \
                we have?",
            rests_on: &[Move("cosmopolitanism-ask3")],
            says: None,
        },
        Line {
            text: "Indigenous alter-globalism was given one paragraph in 2011, in somebody else's \
                words, and no answer. The essay of 2016 counts nine views. The tenth belongs here.",
            rests_on: &[
                Source("wiki-indigenous"),
                Source("essay-2016"),
                Words(Passage {
                    turn: "indigenous-1",
                    words: "That difference should be recognised and talked about",
                }),
            ],
            says: None,
        },
        Line {
            text: "## What we would do next",
            ..HEADING
        },
        Line {
            text: "Ask people who hold these views to speak from within them. Nine were voiced by \
                somebody else; only peer-to-peer theory spoke for itself.",
            rests_on: &[
                Source("index-2011"),
                Words(Passage {
                    turn: "indigenous-1",
                    words: "belongs in every conversation about another globalisation",
                }),
            ],
            says: None,
        },
        Line {
            text: "Take up the open questions about machines and capital before anything else: \
                two conversations stopped there.",
            rests_on: &[Move("reloc-ask6"), Move("neo-marxism-ask4")],
            says: None,
        },
        Line {
            text: "And look at what was tried. FLOK wrote a country's knowledge policy in the \
                open; what failed there is as instructive as what remains.",
            rests_on: &[Practice("flok")],
            says: None,
        },
    ],
};
