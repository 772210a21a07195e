//! The moves: what each voice does to a perspective, a claim, a passage or an earlier move, with
//! the words of the turn in which we find it. These are our marks on other people's words.

use super::{Asked, Move, MoveKind, Passage, Speaks, Target};

/// What most moves share: the peer-to-peer view speaks from within.
const FROM_P2P: Move = Move {
    key: "",
    kind: MoveKind::Agrees,
    speaks: Speaks::FromWithin("p2p"),
    target: Target::Perspective("p2p"),
    found: Passage {
        turn: "",
        words: "",
    },
    because: None,
    object: None,
    condition: None,
    from: None,
    to: None,
    asked: None,
};

/// The moves, grouped by the dialogue in which they are found.
pub const MOVES: &[&[Move]] = &[
    REFORM,
    POST_DEVELOPMENT,
    COSMOPOLITANISM,
    CO_EVOLUTION,
    AUTONOMISM,
    RELOC,
    NEO_MARXISM,
    ECUMENISM,
    META_INDUSTRIAL,
];

const REFORM: &[Move] = &[
    Move {
        key: "reform-m1",
        kind: MoveKind::Challenges,
        target: Target::Perspective("reform"),
        found: Passage {
            turn: "reform-2",
            words: "It sees something real, and makes it absolute",
        },
        because: Some("Globalisation is treated as one thing that can only be managed."),
        ..FROM_P2P
    },
    Move {
        key: "reform-m2",
        kind: MoveKind::Distinguishes,
        target: Target::Perspective("reform"),
        found: Passage {
            turn: "reform-2",
            words: "The peer-to-peer view tells two things apart",
        },
        because: Some("The first runs into natural limits; the second is worth keeping."),
        from: Some("the movement of goods"),
        to: Some("the sharing of knowledge, culture and design"),
        ..FROM_P2P
    },
    Move {
        key: "reform-m3",
        kind: MoveKind::Links,
        target: Target::Perspective("reloc"),
        found: Passage {
            turn: "reform-2",
            words: "make things nearer home, at whatever level is right",
        },
        because: Some("Going local in goods belongs together with staying global in knowledge."),
        object: Some("making things near by"),
        ..FROM_P2P
    },
    Move {
        key: "reform-m4",
        kind: MoveKind::Cautions,
        target: Target::Perspective("reform"),
        found: Passage {
            turn: "reform-2",
            words: "reformers may find themselves administering austerity",
        },
        because: Some("Reform suits times of growth."),
        object: Some("becoming the administrators of austerity when the pie shrinks"),
        ..FROM_P2P
    },
    Move {
        key: "reform-m5",
        kind: MoveKind::Limits,
        target: Target::Claim("reform-c3"),
        found: Passage {
            turn: "reform-2",
            words: "change has to go further than the next wave",
        },
        because: Some("Below the long waves of the economy runs a deeper crisis."),
        object: Some("a new green wave of growth"),
        ..FROM_P2P
    },
    Move {
        key: "reform-m6",
        kind: MoveKind::AcceptsBut,
        target: Target::Claim("reform-c3"),
        found: Passage {
            turn: "reform-2",
            words: "Green measures deserve support where they hold most promise",
        },
        condition: Some("only those that open a way to what comes after capitalism"),
        ..FROM_P2P
    },
    Move {
        key: "reform-m7",
        kind: MoveKind::Challenges,
        target: Target::Claim("reform-c6"),
        found: Passage {
            turn: "reform-2",
            words: "decisions should not be left to experts",
        },
        because: Some("Far more people should take part, at every level."),
        ..FROM_P2P
    },
    Move {
        key: "reform-m8",
        kind: MoveKind::Challenges,
        speaks: Speaks::OnBehalfOf("reform"),
        target: Target::Passage(Passage {
            turn: "reform-2",
            words: "the sharing of knowledge, culture and design",
        }),
        found: Passage {
            turn: "reform-3",
            words: "The forming of capital does not yet seem to be taken seriously enough",
        },
        because: Some("Sharing knowledge does not yet say who builds the industries."),
        ..FROM_P2P
    },
    Move {
        key: "reform-ask1",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("reform"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "reform-3",
            words: "Does the peer-to-peer view keep room for a reformed capitalism?",
        },
        because: Some("Does the peer-to-peer view keep room for a reformed capitalism?"),
        asked: Some(Asked::Answered),
        ..FROM_P2P
    },
    Move {
        key: "reform-ask2",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("reform"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "reform-3",
            words: "Could it ever match what the liberal system achieves",
        },
        because: Some(
            "Could peer production ever match the scale, the currencies and the pools \
            of capital of the liberal system?",
        ),
        asked: Some(Asked::Partly(
            "The answer deals with capital, and with scale only by \
            implication.",
        )),
        ..FROM_P2P
    },
    Move {
        key: "reform-ask3",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("reform"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "reform-3",
            words: "Could peer production be an engine of growth, an ally of reform from within?",
        },
        because: Some(
            "Could peer production be an engine of growth, an ally of reform from \
            within?",
        ),
        asked: Some(Asked::Answered),
        ..FROM_P2P
    },
    Move {
        key: "reform-ask4",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("reform"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "reform-3",
            words: "how far would it help communities to come through?",
        },
        because: Some(
            "If the system breaks, how far would peer-to-peer practice help \
            communities to come through?",
        ),
        asked: Some(Asked::Partly("The answer touches it in half a sentence.")),
        ..FROM_P2P
    },
    Move {
        key: "reform-ask5",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("reform"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "reform-3",
            words: "Does it prop up a green capitalism in decline, offer a bridge to what \
                follows, wait outside for the end, or none of these?",
        },
        because: Some(
            "Does peer production prop up a green capitalism in decline, offer a \
            bridge to what follows, wait outside for the end, or none of these?",
        ),
        asked: Some(Asked::Answered),
        ..FROM_P2P
    },
    Move {
        key: "reform-m9",
        kind: MoveKind::AcceptsBut,
        target: Target::Perspective("reform"),
        found: Passage {
            turn: "reform-4",
            words: "it can be accepted",
        },
        condition: Some(
            "as long as a reformed capitalism really goes on improving lives and \
            justice",
        ),
        ..FROM_P2P
    },
    Move {
        key: "reform-m10",
        kind: MoveKind::Disagrees,
        target: Target::Claim("reform-c3"),
        found: Passage {
            turn: "reform-4",
            words: "growth without end does not fit into a limited nature",
        },
        because: Some("The planet is finite."),
        condition: Some("in the long run, and if capitalism means endless growth"),
        ..FROM_P2P
    },
    Move {
        key: "reform-m11",
        kind: MoveKind::Limits,
        target: Target::Claim("reform-c3"),
        found: Passage {
            turn: "reform-4",
            words: "a green and networked wave may come, and would be temporary",
        },
        because: Some("A later crisis would follow."),
        object: Some("a green and networked wave, possible but temporary"),
        ..FROM_P2P
    },
    Move {
        key: "reform-m12",
        kind: MoveKind::Distinguishes,
        target: Target::Perspective("reform"),
        found: Passage {
            turn: "reform-4",
            words: "Nor are markets the same as capitalism",
        },
        from: Some("capitalism"),
        to: Some("markets"),
        ..FROM_P2P
    },
    Move {
        key: "reform-m13",
        kind: MoveKind::Adds,
        target: Target::Perspective("reform"),
        found: Passage {
            turn: "reform-4",
            words: "The aim is a plural economy",
        },
        object: Some(
            "commons at the centre, a partner state, and a reformed market of widely \
            spread ownership",
        ),
        ..FROM_P2P
    },
    Move {
        key: "reform-m14",
        kind: MoveKind::Answers,
        target: Target::Move("reform-ask1"),
        found: Passage {
            turn: "reform-4",
            words: "On room for reform: the view adapts",
        },
        because: Some("Yes, while it improves lives; no, in the long run."),
        ..FROM_P2P
    },
    Move {
        key: "reform-m15",
        kind: MoveKind::Answers,
        target: Target::Move("reform-ask2"),
        found: Passage {
            turn: "reform-4",
            words: "it is slowly being spread out, by social lending, crowdfunding and ownership \
                by citizens",
        },
        because: Some("New forms add to the old ones."),
        ..FROM_P2P
    },
    Move {
        key: "reform-m16",
        kind: MoveKind::Reframes,
        target: Target::Move("reform-ask3"),
        found: Passage {
            turn: "reform-4",
            words: "Growth in quantity is over, growth in quality is not",
        },
        from: Some("growth in quantity"),
        to: Some("growth in quality"),
        ..FROM_P2P
    },
    Move {
        key: "reform-m17",
        kind: MoveKind::Answers,
        target: Target::Move("reform-ask3"),
        found: Passage {
            turn: "reform-4",
            words: "On inside or outside: it can be both",
        },
        because: Some("An ally of reform, and the seed of what may outgrow it."),
        ..FROM_P2P
    },
    Move {
        key: "reform-m18",
        kind: MoveKind::Answers,
        target: Target::Move("reform-ask4"),
        found: Passage {
            turn: "reform-4",
            words: "people can thrive on enough",
        },
        ..FROM_P2P
    },
    Move {
        key: "reform-m19",
        kind: MoveKind::Reframes,
        target: Target::Move("reform-ask5"),
        found: Passage {
            turn: "reform-4",
            words: "On inside or outside: it can be both",
        },
        from: Some("inside or outside the present system"),
        to: Some("inside and outside at once, as early capitalism was within feudalism"),
        ..FROM_P2P
    },
    Move {
        key: "reform-m20",
        kind: MoveKind::Answers,
        target: Target::Move("reform-ask5"),
        found: Passage {
            turn: "reform-4",
            words: "Early capitalism once strengthened a feudal order in trouble, and outgrew it",
        },
        because: Some("It may strengthen a reformed capitalism and build what comes after it."),
        ..FROM_P2P
    },
];

const POST_DEVELOPMENT: &[Move] = &[
    Move {
        key: "post-development-m1",
        kind: MoveKind::PartlyAgrees,
        target: Target::Claim("post-development-c1"),
        found: Passage {
            turn: "post-development-2",
            words: "Yet some order of events did take place",
        },
        because: Some("The ideology is rejected; the sequence is kept as a fact."),
        object: Some("the critique of the ideology, not of the sequence"),
        condition: Some("the order need not be repeated"),
        ..FROM_P2P
    },
    Move {
        key: "post-development-m2",
        kind: MoveKind::AcceptsBut,
        target: Target::Claim("post-development-c3"),
        found: Passage {
            turn: "post-development-2",
            words: "an alternative must be able to defend itself",
        },
        condition: Some(
            "the chosen path must not leave a country weaker before capital and \
            empire",
        ),
        ..FROM_P2P
    },
    Move {
        key: "post-development-m3",
        kind: MoveKind::SeesSynergy,
        target: Target::Perspective("post-development"),
        found: Passage {
            turn: "post-development-2",
            words: "join their own traditions to shared commons of innovation",
        },
        because: Some("Shared innovation and smaller tools let the South skip stages."),
        object: Some("shared commons of innovation and smaller tools"),
        ..FROM_P2P
    },
    Move {
        key: "post-development-m4",
        kind: MoveKind::Adds,
        target: Target::Perspective("post-development"),
        found: Passage {
            turn: "post-development-2",
            words: "a selective de-globalisation",
        },
        object: Some("selective de-globalisation"),
        ..FROM_P2P
    },
    Move {
        key: "post-development-m5",
        kind: MoveKind::Adds,
        target: Target::Perspective("post-development"),
        found: Passage {
            turn: "post-development-2",
            words: "call it neotraditional economics",
        },
        because: Some(
            "Older priorities and those after material growth can learn from each \
            other.",
        ),
        object: Some("neotraditional economics"),
        ..FROM_P2P
    },
    Move {
        key: "post-development-m6",
        kind: MoveKind::Adds,
        target: Target::Perspective("post-development"),
        found: Passage {
            turn: "post-development-2",
            words: "best in the hands of for-benefit bodies",
        },
        because: Some("Some global trade remains."),
        object: Some("global for-benefit bodies"),
        ..FROM_P2P
    },
    Move {
        key: "post-development-m7",
        kind: MoveKind::Cautions,
        target: Target::Perspective("post-development"),
        found: Passage {
            turn: "post-development-2",
            words: "One is to idealise older societies, which were class societies too",
        },
        object: Some("idealising older societies"),
        ..FROM_P2P
    },
    Move {
        key: "post-development-m8",
        kind: MoveKind::Cautions,
        target: Target::Perspective("post-development"),
        found: Passage {
            turn: "post-development-2",
            words: "The other is to forget that an alternative must be able to defend itself",
        },
        object: Some("alternatives that cannot hold their own against the dominant system"),
        ..FROM_P2P
    },
    Move {
        key: "post-development-m9",
        kind: MoveKind::IsCompatible,
        target: Target::Perspective("post-development"),
        found: Passage {
            turn: "post-development-2",
            words: "The two views would make ideal partners",
        },
        ..FROM_P2P
    },
    Move {
        key: "post-development-ask1",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("post-development"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "post-development-3",
            words: "can peer-to-peer thinking take that in?",
        },
        because: Some(
            "Can peer-to-peer thinking take in that development is a struggle for \
            power between countries?",
        ),
        asked: Some(Asked::Partly(
            "The answer speaks of competition more than of politics \
            between states.",
        )),
        ..FROM_P2P
    },
    Move {
        key: "post-development-ask2",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("post-development"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "post-development-3",
            words: "Can peer-to-peer practice work with such national efforts?",
        },
        because: Some(
            "Can peer-to-peer practice work with national efforts at economic \
            sovereignty?",
        ),
        asked: Some(Asked::Answered),
        ..FROM_P2P
    },
    Move {
        key: "post-development-ask3",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("post-development"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "post-development-3",
            words: "Or does it find them backward, to be passed by?",
        },
        because: Some(
            "Does peer-to-peer thinking find national development backward, something \
            to be passed by?",
        ),
        asked: Some(Asked::Partly(
            "Judged unable to last, neither rejected nor passed by.",
        )),
        ..FROM_P2P
    },
    Move {
        key: "post-development-ask4",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("post-development"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "post-development-3",
            words: "What can it offer neotraditional economies, above all within a nation?",
        },
        because: Some(
            "What can peer-to-peer practice offer neotraditional economies, above all \
            within a nation?",
        ),
        asked: Some(Asked::Answered),
        ..FROM_P2P
    },
    Move {
        key: "post-development-ask5",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("post-development"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "post-development-3",
            words: "Could it make them more democratic?",
        },
        because: Some(
            "National projects are easily captured by one group: could peer-to-peer \
            practice make them more democratic?",
        ),
        asked: Some(Asked::Open(
            "The answer offers national elites an advantage and does not say \
            how capture by one group is prevented. Another reader may see it otherwise.",
        )),
        ..FROM_P2P
    },
    Move {
        key: "post-development-ask6",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("post-development"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "post-development-3",
            words: "how would layered economies look in practice?",
        },
        because: Some("How would neotraditional, layered economies look in practice?"),
        asked: Some(Asked::Partly(
            "Neotraditional economics is explained; layering is not.",
        )),
        ..FROM_P2P
    },
    Move {
        key: "post-development-ask7",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("post-development"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "post-development-3",
            words: "Is that what the neotraditional approach means?",
        },
        because: Some(
            "Is the neotraditional approach a working agenda that fits national goals \
            and can judge capitalism at home as well as abroad?",
        ),
        asked: Some(Asked::Answered),
        ..FROM_P2P
    },
    Move {
        key: "post-development-m10",
        kind: MoveKind::Cautions,
        speaks: Speaks::OnBehalfOf("post-development"),
        target: Target::Perspective("post-development"),
        found: Passage {
            turn: "post-development-3",
            words: "National projects are easily captured by one group",
        },
        because: Some("Self-criticism: the danger lies inside the perspective itself."),
        object: Some("capture by a national elite"),
        ..FROM_P2P
    },
    Move {
        key: "post-development-m11",
        kind: MoveKind::Challenges,
        speaks: Speaks::OnBehalfOf("post-development"),
        target: Target::Passage(Passage {
            turn: "post-development-2",
            words: "The two views would make ideal partners",
        }),
        found: Passage {
            turn: "post-development-3",
            words: "A partner for talk is not enough",
        },
        because: Some("A working agenda is needed."),
        ..FROM_P2P
    },
    Move {
        key: "post-development-m12",
        kind: MoveKind::Distinguishes,
        target: Target::Perspective("post-development"),
        found: Passage {
            turn: "post-development-4",
            words: "Neotraditional economics is first of all cultural",
        },
        from: Some("neotraditional economics, a cultural force"),
        to: Some("peer production, a way of producing"),
        ..FROM_P2P
    },
    Move {
        key: "post-development-m13",
        kind: MoveKind::Links,
        target: Target::Perspective("neo-marxism"),
        found: Passage {
            turn: "post-development-4",
            words: "for which Marx himself spoke up late in life",
        },
        object: Some("the late Marx on local commons"),
        ..FROM_P2P
    },
    Move {
        key: "post-development-m14",
        kind: MoveKind::Limits,
        target: Target::Claim("post-development-c6"),
        found: Passage {
            turn: "post-development-4",
            words: "national success of China's kind will not last",
        },
        because: Some("It rests on promises of growth that cannot be kept for ever."),
        object: Some("national development of China's kind"),
        ..FROM_P2P
    },
    Move {
        key: "post-development-m15",
        kind: MoveKind::Answers,
        target: Target::Move("post-development-ask1"),
        found: Passage {
            turn: "post-development-4",
            words: "a country that merely goes local cannot compete with capital",
        },
        ..FROM_P2P
    },
    Move {
        key: "post-development-m16",
        kind: MoveKind::Answers,
        target: Target::Move("post-development-ask2"),
        found: Passage {
            turn: "post-development-4",
            words: "it has good news even for national elites",
        },
        because: Some("It offers them an advantage in their own contest."),
        ..FROM_P2P
    },
    Move {
        key: "post-development-m17",
        kind: MoveKind::Answers,
        target: Target::Move("post-development-ask3"),
        found: Passage {
            turn: "post-development-4",
            words: "national success of China's kind will not last",
        },
        ..FROM_P2P
    },
    Move {
        key: "post-development-m18",
        kind: MoveKind::Answers,
        target: Target::Move("post-development-ask4"),
        found: Passage {
            turn: "post-development-4",
            words: "stunted forms become strong ones, able to outcooperate capital",
        },
        because: Some("Each local effort becomes part of a global commons."),
        ..FROM_P2P
    },
    Move {
        key: "post-development-m19",
        kind: MoveKind::Answers,
        target: Target::Move("post-development-ask6"),
        found: Passage {
            turn: "post-development-4",
            words: "It reconnects people with their own ways",
        },
        ..FROM_P2P
    },
    Move {
        key: "post-development-m20",
        kind: MoveKind::Answers,
        target: Target::Move("post-development-ask7"),
        found: Passage {
            turn: "post-development-4",
            words: "So yes, the combination is a useful programme",
        },
        ..FROM_P2P
    },
];

const COSMOPOLITANISM: &[Move] = &[
    Move {
        key: "cosmopolitanism-m1",
        kind: MoveKind::Agrees,
        target: Target::Perspective("cosmopolitanism"),
        found: Passage {
            turn: "cosmopolitanism-2",
            words: "Agreement, both as a need and as an ethic",
        },
        ..FROM_P2P
    },
    Move {
        key: "cosmopolitanism-m2",
        kind: MoveKind::Agrees,
        target: Target::Claim("cosmopolitanism-c1"),
        found: Passage {
            turn: "cosmopolitanism-2",
            words: "Agreement, both as a need and as an ethic",
        },
        because: Some("The ethical ground of the view is shared."),
        ..FROM_P2P
    },
    Move {
        key: "cosmopolitanism-m3",
        kind: MoveKind::Agrees,
        target: Target::Claim("cosmopolitanism-c2"),
        found: Passage {
            turn: "cosmopolitanism-2",
            words: "Problems such as the climate cannot be met without structures beyond the \
                nation",
        },
        ..FROM_P2P
    },
    Move {
        key: "cosmopolitanism-m4",
        kind: MoveKind::Cautions,
        target: Target::Claim("cosmopolitanism-c2"),
        found: Passage {
            turn: "cosmopolitanism-2",
            words: "Global bodies without real participation earn deep distrust",
        },
        because: Some("The treatment of Greece by the European Union is the example given."),
        object: Some("global bodies with a democratic deficit"),
        ..FROM_P2P
    },
    Move {
        key: "cosmopolitanism-m5",
        kind: MoveKind::DeEmphasises,
        target: Target::Claim("cosmopolitanism-c4"),
        found: Passage {
            turn: "cosmopolitanism-2",
            words: "Nor is civil society made of formal NGOs alone",
        },
        because: Some("In 2011: not these alone. The summary of 2016 goes further."),
        object: Some("formal organisations"),
        ..FROM_P2P
    },
    Move {
        key: "cosmopolitanism-m6",
        kind: MoveKind::Cautions,
        target: Target::Claim("cosmopolitanism-c4"),
        found: Passage {
            turn: "cosmopolitanism-2",
            words: "No organisation should pose as the voice of all",
        },
        object: Some("organisations that speak for everybody"),
        ..FROM_P2P
    },
    Move {
        key: "cosmopolitanism-m7",
        kind: MoveKind::Emphasises,
        target: Target::Perspective("cosmopolitanism"),
        found: Passage {
            turn: "cosmopolitanism-2",
            words: "communities that work together across the world",
        },
        object: Some("global communities of collaboration"),
        ..FROM_P2P
    },
    Move {
        key: "cosmopolitanism-m8",
        kind: MoveKind::Cautions,
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "cosmopolitanism-2",
            words: "participation has its own elites",
        },
        because: Some("Self-criticism: it is a danger of peer-to-peer practice too."),
        object: Some("the most active crowding out everybody else"),
        ..FROM_P2P
    },
    Move {
        key: "cosmopolitanism-m9",
        kind: MoveKind::Links,
        target: Target::Perspective("reloc"),
        found: Passage {
            turn: "cosmopolitanism-2",
            words: "There is a right and a wrong way of going local",
        },
        object: Some("going local in the right way"),
        ..FROM_P2P
    },
    Move {
        key: "cosmopolitanism-m10",
        kind: MoveKind::Reframes,
        target: Target::Perspective("cosmopolitanism"),
        found: Passage {
            turn: "cosmopolitanism-2",
            words: "Smart localisation with selective globalisation avoids both dangers",
        },
        from: Some("local or global"),
        to: Some("smart localisation with selective globalisation"),
        ..FROM_P2P
    },
    Move {
        key: "cosmopolitanism-ask1",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("cosmopolitanism"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "cosmopolitanism-3",
            words: "How, then, does this new world citizen come to have power and rights?",
        },
        because: Some("How does the citizen of the world come to have power and rights?"),
        asked: Some(Asked::Answered),
        ..FROM_P2P
    },
    Move {
        key: "cosmopolitanism-m11",
        kind: MoveKind::Cautions,
        speaks: Speaks::OnBehalfOf("cosmopolitanism"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "cosmopolitanism-3",
            words: "And not only the white, middle-class man who is busy on the internet",
        },
        object: Some("a world citizen of only one kind"),
        ..FROM_P2P
    },
    Move {
        key: "cosmopolitanism-m12",
        kind: MoveKind::Challenges,
        speaks: Speaks::OnBehalfOf("cosmopolitanism"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "cosmopolitanism-3",
            words: "a state seems foreign to it",
        },
        because: Some("Rights need a polity that delivers them."),
        ..FROM_P2P
    },
    Move {
        key: "cosmopolitanism-ask2",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("cosmopolitanism"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "cosmopolitanism-3",
            words: "By what process could it build a polity that keeps the cosmopolitan promise?",
        },
        because: Some(
            "By what process could peer-to-peer practice build a polity that keeps the \
            cosmopolitan promise?",
        ),
        asked: Some(Asked::Answered),
        ..FROM_P2P
    },
    Move {
        key: "cosmopolitanism-ask3",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("cosmopolitanism"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "cosmopolitanism-3",
            words: "how would democratic deficits be avoided on the way?",
        },
        because: Some(
            "When global institutions are built together, how are democratic deficits \
            to be avoided?",
        ),
        asked: Some(Asked::Open(
            "The answer gives a path of institutions and does not come back \
            to the deficits. Another reader may see it otherwise.",
        )),
        ..FROM_P2P
    },
    Move {
        key: "cosmopolitanism-m13",
        kind: MoveKind::Challenges,
        speaks: Speaks::OwnName,
        target: Target::Claim("cosmopolitanism-c4"),
        found: Passage {
            turn: "cosmopolitanism-3",
            words: "it is doubtful whether it exists at all",
        },
        because: Some("Ramos, for himself, turns against a claim of the view he voices."),
        ..FROM_P2P
    },
    Move {
        key: "cosmopolitanism-ask4",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("cosmopolitanism"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "cosmopolitanism-3",
            words: "Who would set a direction and lead?",
        },
        because: Some("If global civil society cannot, who would set a direction and lead?"),
        asked: Some(Asked::Partly(
            "An agent is named; direction and leadership are not told \
            apart.",
        )),
        ..FROM_P2P
    },
    Move {
        key: "cosmopolitanism-ask5",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("cosmopolitanism"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "cosmopolitanism-3",
            words: "Is there a vanguard, and who is the hero of this story?",
        },
        because: Some("Is there a vanguard, and who is the hero of the cosmopolitan story?"),
        asked: Some(Asked::Answered),
        ..FROM_P2P
    },
    Move {
        key: "cosmopolitanism-m14",
        kind: MoveKind::Defers,
        target: Target::Move("cosmopolitanism-ask1"),
        found: Passage {
            turn: "cosmopolitanism-4",
            words: "it does not come from a lawyer",
        },
        object: Some("legal expertise"),
        ..FROM_P2P
    },
    Move {
        key: "cosmopolitanism-m15",
        kind: MoveKind::Answers,
        target: Target::Move("cosmopolitanism-ask1"),
        found: Passage {
            turn: "cosmopolitanism-4",
            words: "A global treaty on rights would be needed, and is unlikely soon",
        },
        condition: Some("few illusions that it comes soon"),
        ..FROM_P2P
    },
    Move {
        key: "cosmopolitanism-m16",
        kind: MoveKind::Adds,
        target: Target::Perspective("cosmopolitanism"),
        found: Passage {
            turn: "cosmopolitanism-4",
            words: "social charters with a moral force of their own",
        },
        object: Some("social charters"),
        ..FROM_P2P
    },
    Move {
        key: "cosmopolitanism-m17",
        kind: MoveKind::Adds,
        target: Target::Perspective("cosmopolitanism"),
        found: Passage {
            turn: "cosmopolitanism-4",
            words: "networked communities that look after their members anywhere",
        },
        object: Some("phyles"),
        ..FROM_P2P
    },
    Move {
        key: "cosmopolitanism-m18",
        kind: MoveKind::Answers,
        target: Target::Move("cosmopolitanism-ask2"),
        found: Passage {
            turn: "cosmopolitanism-4",
            words: "platforms prepare the ground, and should grow into recognised, funded \
                institutions",
        },
        ..FROM_P2P
    },
    Move {
        key: "cosmopolitanism-m19",
        kind: MoveKind::LeavesOpen,
        target: Target::Perspective("cosmopolitanism"),
        found: Passage {
            turn: "cosmopolitanism-4",
            words: "Whether states or civil society will pay for them stays open",
        },
        because: Some("Whether states or civil society will pay is an open question."),
        object: Some("who recognises and funds such institutions"),
        ..FROM_P2P
    },
    Move {
        key: "cosmopolitanism-m20",
        kind: MoveKind::Answers,
        target: Target::Move("cosmopolitanism-ask4"),
        found: Passage {
            turn: "cosmopolitanism-4",
            words: "slowly gain the strength to press for them",
        },
        ..FROM_P2P
    },
    Move {
        key: "cosmopolitanism-m21",
        kind: MoveKind::Answers,
        target: Target::Move("cosmopolitanism-ask5"),
        found: Passage {
            turn: "cosmopolitanism-4",
            words: "No other agent is left",
        },
        ..FROM_P2P
    },
    Move {
        key: "cosmopolitanism-m22",
        kind: MoveKind::Reframes,
        target: Target::Claim("cosmopolitanism-c4"),
        found: Passage {
            turn: "cosmopolitanism-4",
            words: "peer producers, whose global commons are dear to them",
        },
        from: Some("global civil society as the agent"),
        to: Some("the world's peer producers as the agent"),
        ..FROM_P2P
    },
];

const CO_EVOLUTION: &[Move] = &[
    Move {
        key: "co-evolution-m1",
        kind: MoveKind::Agrees,
        target: Target::Perspective("co-evolution"),
        found: Passage {
            turn: "co-evolution-2",
            words: "it denies neither matter nor human freedom",
        },
        because: Some("Material limits and human action work upon each other."),
        ..FROM_P2P
    },
    Move {
        key: "co-evolution-m2",
        kind: MoveKind::Cautions,
        target: Target::Perspective("co-evolution"),
        found: Passage {
            turn: "co-evolution-2",
            words: "in which people shrink to points in a net",
        },
        object: Some("reductions of the kind found in the sciences of systems"),
        ..FROM_P2P
    },
    Move {
        key: "co-evolution-m3",
        kind: MoveKind::Limits,
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "co-evolution-2",
            words: "though never as destiny",
        },
        because: Some("Self-criticism: possibilities are not certainties, and struggle decides."),
        object: Some("how peer-to-peer may be mapped onto evolution"),
        ..FROM_P2P
    },
    Move {
        key: "co-evolution-m4",
        kind: MoveKind::IsCompatible,
        target: Target::Perspective("co-evolution"),
        found: Passage {
            turn: "co-evolution-2",
            words: "The two views are eminently compatible",
        },
        ..FROM_P2P
    },
    Move {
        key: "co-evolution-ask1",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("co-evolution"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "co-evolution-3",
            words: "Does the peer-to-peer movement hold values that commit it to this shift, and \
                what follows from them?",
        },
        because: Some(
            "Does the peer-to-peer movement hold values that commit it to a planetary \
            consciousness, and what follows from them?",
        ),
        asked: Some(Asked::Answered),
        ..FROM_P2P
    },
    Move {
        key: "co-evolution-ask2",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("co-evolution"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "co-evolution-3",
            words: "Is a phyle co-evolutionary, or merely bigger?",
        },
        because: Some("Is a phyle co-evolutionary, or merely bigger?"),
        asked: Some(Asked::Partly(
            "Commoning is told apart from markets, but phyles are not \
            mentioned again.",
        )),
        ..FROM_P2P
    },
    Move {
        key: "co-evolution-ask3",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("co-evolution"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "co-evolution-3",
            words: "What part does the movement play in the practical response?",
        },
        because: Some(
            "What part does the peer-to-peer movement play in the practical response \
            to planetary challenges?",
        ),
        asked: Some(Asked::Answered),
        ..FROM_P2P
    },
    Move {
        key: "co-evolution-ask4",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("co-evolution"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "co-evolution-3",
            words: "where does it still have to develop",
        },
        because: Some(
            "Where does peer-to-peer practice still have to develop, so that people \
            everywhere can picture a shared future and make it together?",
        ),
        asked: Some(Asked::Answered),
        ..FROM_P2P
    },
    Move {
        key: "co-evolution-m5",
        kind: MoveKind::Challenges,
        speaks: Speaks::OnBehalfOf("co-evolution"),
        target: Target::Claim("p2p-c6"),
        found: Passage {
            turn: "co-evolution-3",
            words: "Phyles cross borders, but so do mining companies",
        },
        because: Some("Size is not yet consciousness."),
        ..FROM_P2P
    },
    Move {
        key: "co-evolution-m6",
        kind: MoveKind::Challenges,
        speaks: Speaks::OnBehalfOf("co-evolution"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "co-evolution-3",
            words: "a market for rooms such as Airbnb helps nobody to meet a planetary challenge",
        },
        because: Some("Not everything between peers serves the planet."),
        ..FROM_P2P
    },
    Move {
        key: "co-evolution-m7",
        kind: MoveKind::Answers,
        target: Target::Move("co-evolution-ask1"),
        found: Passage {
            turn: "co-evolution-4",
            words: "peer-to-peer practice goes with a change of values",
        },
        ..FROM_P2P
    },
    Move {
        key: "co-evolution-m8",
        kind: MoveKind::Emphasises,
        target: Target::Perspective("co-evolution"),
        found: Passage {
            turn: "co-evolution-4",
            words: "Many of its communities are global from birth",
        },
        object: Some("communities that are global from birth"),
        ..FROM_P2P
    },
    Move {
        key: "co-evolution-m9",
        kind: MoveKind::Limits,
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "co-evolution-4",
            words: "The link to consciousness is not automatic",
        },
        because: Some("Self-criticism: it is a possibility that people have to make real."),
        object: Some("the way from practice to consciousness"),
        ..FROM_P2P
    },
    Move {
        key: "co-evolution-m10",
        kind: MoveKind::Distinguishes,
        target: Target::Passage(Passage {
            turn: "co-evolution-3",
            words: "a market for rooms such as Airbnb",
        }),
        found: Passage {
            turn: "co-evolution-4",
            words: "commoning must be told apart from markets between peers",
        },
        from: Some("commoning"),
        to: Some("markets between peers"),
        ..FROM_P2P
    },
    Move {
        key: "co-evolution-m11",
        kind: MoveKind::Answers,
        target: Target::Move("co-evolution-ask2"),
        found: Passage {
            turn: "co-evolution-4",
            words: "commoning must be told apart from markets between peers",
        },
        ..FROM_P2P
    },
    Move {
        key: "co-evolution-m12",
        kind: MoveKind::Answers,
        target: Target::Move("co-evolution-ask3"),
        found: Passage {
            turn: "co-evolution-4",
            words: "which minorities must make real",
        },
        ..FROM_P2P
    },
    Move {
        key: "co-evolution-m13",
        kind: MoveKind::Answers,
        target: Target::Move("co-evolution-ask4"),
        found: Passage {
            turn: "co-evolution-4",
            words: "by small working models, by movements and by inner change together",
        },
        ..FROM_P2P
    },
    Move {
        key: "co-evolution-m14",
        kind: MoveKind::Adds,
        target: Target::Perspective("co-evolution"),
        found: Passage {
            turn: "co-evolution-4",
            words: "Two axes, global or local, for profit or for common benefit, give four \
                scenarios",
        },
        object: Some("four scenarios on two axes"),
        ..FROM_P2P
    },
    Move {
        key: "co-evolution-m15",
        kind: MoveKind::Links,
        target: Target::Perspective("reloc"),
        found: Passage {
            turn: "co-evolution-4",
            words: "resilient local communities, which lack the global side",
        },
        because: Some("Local action alone does not reach the planet."),
        object: Some("resilient local communities"),
        ..FROM_P2P
    },
    Move {
        key: "co-evolution-m16",
        kind: MoveKind::SidesWith,
        target: Target::Perspective("co-evolution"),
        found: Passage {
            turn: "co-evolution-4",
            words: "The last is to be preferred",
        },
        object: Some(
            "global commons, over netarchical capitalism, distributed capitalism and \
            local communities",
        ),
        ..FROM_P2P
    },
];

const AUTONOMISM: &[Move] = &[
    Move {
        key: "autonomism-m1",
        kind: MoveKind::Agrees,
        speaks: Speaks::OwnName,
        target: Target::Claim("autonomism-c3"),
        found: Passage {
            turn: "autonomism-1",
            words: "the network is the movement",
        },
        because: Some(
            "Networks are what made the movement possible. The summary of 2016 gives \
            this to the peer-to-peer view.",
        ),
        ..FROM_P2P
    },
    Move {
        key: "autonomism-m2",
        kind: MoveKind::Adds,
        speaks: Speaks::OwnName,
        target: Target::Perspective("autonomism"),
        found: Passage {
            turn: "autonomism-1",
            words: "what peer-to-peer thinkers call diagonality",
        },
        object: Some("diagonality"),
        ..FROM_P2P
    },
    Move {
        key: "autonomism-m3",
        kind: MoveKind::Disagrees,
        speaks: Speaks::OwnName,
        target: Target::Claim("autonomism-c6"),
        found: Passage {
            turn: "autonomism-1",
            words: "The movement needs more coherence",
        },
        ..FROM_P2P
    },
    Move {
        key: "autonomism-m4",
        kind: MoveKind::Challenges,
        speaks: Speaks::OwnName,
        target: Target::Claim("autonomism-c1"),
        found: Passage {
            turn: "autonomism-1",
            words: "disowning leadership, responsibility and work done step by step",
        },
        ..FROM_P2P
    },
    Move {
        key: "autonomism-m5",
        kind: MoveKind::Cautions,
        speaks: Speaks::OwnName,
        target: Target::Perspective("autonomism"),
        found: Passage {
            turn: "autonomism-1",
            words: "no effective way to struggle against states and markets that are hostile and \
                ruthless",
        },
        because: Some(
            "The summary of 2016 gives these words to the peer-to-peer view; they are \
            Ramos's own.",
        ),
        object: Some("being too weak for one's opponents"),
        ..FROM_P2P
    },
    Move {
        key: "autonomism-m6",
        kind: MoveKind::AcceptsBut,
        target: Target::Perspective("autonomism"),
        found: Passage {
            turn: "autonomism-2",
            words: "Horizontal movements are welcome",
        },
        condition: Some("with the concerns that follow"),
        ..FROM_P2P
    },
    Move {
        key: "autonomism-m7",
        kind: MoveKind::Agrees,
        target: Target::Passage(Passage {
            turn: "autonomism-1",
            words: "The movement needs more coherence",
        }),
        found: Passage {
            turn: "autonomism-2",
            words: "The concerns are shared",
        },
        ..FROM_P2P
    },
    Move {
        key: "autonomism-m8",
        kind: MoveKind::Cautions,
        target: Target::Perspective("autonomism"),
        found: Passage {
            turn: "autonomism-2",
            words: "Any principle turns into a problem once it is made absolute",
        },
        object: Some("making a principle absolute"),
        ..FROM_P2P
    },
    Move {
        key: "autonomism-m9",
        kind: MoveKind::Cautions,
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "autonomism-2",
            words: "for peer-to-peer itself",
        },
        because: Some("Self-criticism: the same warning holds at home."),
        object: Some("making peer-to-peer absolute"),
        ..FROM_P2P
    },
    Move {
        key: "autonomism-m10",
        kind: MoveKind::Cautions,
        target: Target::Claim("autonomism-c5"),
        found: Passage {
            turn: "autonomism-2",
            words: "consensus can sink to the lowest common denominator",
        },
        object: Some("other approaches smothered, and a movement in fragments"),
        ..FROM_P2P
    },
    Move {
        key: "autonomism-m11",
        kind: MoveKind::Cautions,
        target: Target::Claim("autonomism-c5"),
        found: Passage {
            turn: "autonomism-2",
            words: "after some months only the hardiest are left",
        },
        object: Some("assemblies that exhaust people"),
        ..FROM_P2P
    },
    Move {
        key: "autonomism-m12",
        kind: MoveKind::Cautions,
        target: Target::Perspective("autonomism"),
        found: Passage {
            turn: "autonomism-2",
            words: "the new movements rise quickly but may not last",
        },
        object: Some("quick to rise, weak to last"),
        ..FROM_P2P
    },
    Move {
        key: "autonomism-m13",
        kind: MoveKind::Reframes,
        target: Target::Perspective("autonomism"),
        found: Passage {
            turn: "autonomism-2",
            words: "Diagonal, mixed forms may well serve best",
        },
        from: Some("horizontal and nothing else"),
        to: Some("diagonal, mixed forms"),
        ..FROM_P2P
    },
    Move {
        key: "autonomism-m14",
        kind: MoveKind::Adds,
        speaks: Speaks::OwnName,
        target: Target::Perspective("autonomism"),
        found: Passage {
            turn: "autonomism-3",
            words: "One is the motive of profit",
        },
        object: Some("disowned economic power"),
        ..FROM_P2P
    },
    Move {
        key: "autonomism-m15",
        kind: MoveKind::Challenges,
        speaks: Speaks::OwnName,
        target: Target::Claim("autonomism-c4"),
        found: Passage {
            turn: "autonomism-3",
            words: "The other is political power",
        },
        because: Some("An allergy to power holds the movement back from within."),
        ..FROM_P2P
    },
    Move {
        key: "autonomism-ask1",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("autonomism"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "autonomism-3",
            words: "How can networks, firms, cooperatives, institutions and communities be \
                joined in that way?",
        },
        because: Some(
            "How can networks, firms, cooperatives, institutions and communities be \
            joined into one ecology of alternatives?",
        ),
        asked: Some(Asked::Partly(
            "Motives and frameworks are discussed; the forms of \
            organisation are not.",
        )),
        ..FROM_P2P
    },
    Move {
        key: "autonomism-ask2",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("autonomism"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "autonomism-3",
            words: "Which theories, models or examples lead beyond the quarrel of horizontal and \
                vertical",
        },
        because: Some(
            "Which theories, models or examples lead beyond the quarrel of horizontal \
            and vertical without giving up democracy?",
        ),
        asked: Some(Asked::Answered),
        ..FROM_P2P
    },
    Move {
        key: "autonomism-m16",
        kind: MoveKind::Agrees,
        target: Target::Passage(Passage {
            turn: "autonomism-3",
            words: "The culture of horizontalism disowns two kinds of power.",
        }),
        found: Passage {
            turn: "autonomism-4",
            words: "This disowning matters a great deal",
        },
        ..FROM_P2P
    },
    Move {
        key: "autonomism-m17",
        kind: MoveKind::Adds,
        target: Target::Perspective("autonomism"),
        found: Passage {
            turn: "autonomism-4",
            words: "It works with any motive",
        },
        object: Some("design that works with any motive"),
        ..FROM_P2P
    },
    Move {
        key: "autonomism-m18",
        kind: MoveKind::Answers,
        target: Target::Move("autonomism-ask1"),
        found: Passage {
            turn: "autonomism-4",
            words: "take in what was good, knowingly, and look squarely at what was harmful",
        },
        ..FROM_P2P
    },
    Move {
        key: "autonomism-m19",
        kind: MoveKind::Answers,
        target: Target::Move("autonomism-ask2"),
        found: Passage {
            turn: "autonomism-4",
            words: "There are other frameworks, and some went astray",
        },
        ..FROM_P2P
    },
    Move {
        key: "autonomism-m20",
        kind: MoveKind::Cautions,
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "autonomism-4",
            words: "let dialogue show us our own blind spots",
        },
        because: Some("Self-criticism: no framework sees everything."),
        object: Some("blind spots of one's own"),
        ..FROM_P2P
    },
];

const RELOC: &[Move] = &[
    Move {
        key: "reloc-m1",
        kind: MoveKind::Agrees,
        target: Target::Perspective("reloc"),
        found: Passage {
            turn: "reloc-2",
            words: "There is broad agreement",
        },
        ..FROM_P2P
    },
    Move {
        key: "reloc-m2",
        kind: MoveKind::Agrees,
        target: Target::Claim("reloc-c3"),
        found: Passage {
            turn: "reloc-2",
            words: "going local is needed now",
        },
        because: Some("It corrects what capitalist globalisation has done."),
        ..FROM_P2P
    },
    Move {
        key: "reloc-m3",
        kind: MoveKind::Cautions,
        target: Target::Perspective("reloc"),
        found: Passage {
            turn: "reloc-2",
            words: "The great danger is to romanticise the local",
        },
        object: Some("romanticising the local"),
        ..FROM_P2P
    },
    Move {
        key: "reloc-m4",
        kind: MoveKind::Cautions,
        target: Target::Claim("reloc-c3"),
        found: Passage {
            turn: "reloc-2",
            words: "to lean on stunted forms that cannot outcooperate capital",
        },
        object: Some("forms too small to hold their own"),
        ..FROM_P2P
    },
    Move {
        key: "reloc-m5",
        kind: MoveKind::Cautions,
        target: Target::Perspective("reloc"),
        found: Passage {
            turn: "reloc-2",
            words: "to overlook the global conditions that localising itself depends on",
        },
        object: Some("overlooking global conditions"),
        ..FROM_P2P
    },
    Move {
        key: "reloc-m6",
        kind: MoveKind::Emphasises,
        target: Target::Claim("reloc-c6"),
        found: Passage {
            turn: "reloc-2",
            words: "the global commons must be recognised",
        },
        object: Some("the global commons"),
        ..FROM_P2P
    },
    Move {
        key: "reloc-m7",
        kind: MoveKind::Adds,
        target: Target::Perspective("reloc"),
        found: Passage {
            turn: "reloc-2",
            words: "science and culture freely shared",
        },
        object: Some("global commons of knowledge"),
        ..FROM_P2P
    },
    Move {
        key: "reloc-m8",
        kind: MoveKind::Links,
        target: Target::Perspective("cosmopolitanism"),
        found: Passage {
            turn: "reloc-2",
            words: "joint governance of problems that no place can solve alone",
        },
        object: Some("global governance where it is needed"),
        ..FROM_P2P
    },
    Move {
        key: "reloc-m9",
        kind: MoveKind::Reframes,
        target: Target::Perspective("reloc"),
        found: Passage {
            turn: "reloc-2",
            words: "what matters is to arrange local and global anew, together",
        },
        because: Some("In 2011 the word is smart localisation; cosmolocalization came later."),
        from: Some("local against global"),
        to: Some("local and global arranged anew, together"),
        ..FROM_P2P
    },
    Move {
        key: "reloc-m10",
        kind: MoveKind::Adds,
        target: Target::Perspective("reloc"),
        found: Passage {
            turn: "reloc-2",
            words: "Phyles are needed too",
        },
        object: Some("phyles"),
        ..FROM_P2P
    },
    Move {
        key: "reloc-m11",
        kind: MoveKind::Agrees,
        speaks: Speaks::OwnName,
        target: Target::Passage(Passage {
            turn: "reloc-2",
            words: "Local action by itself is never enough",
        }),
        found: Passage {
            turn: "reloc-3",
            words: "localising succeeds only if the global forces that hinder it are faced",
        },
        ..FROM_P2P
    },
    Move {
        key: "reloc-m12",
        kind: MoveKind::Challenges,
        speaks: Speaks::OnBehalfOf("reloc"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "reloc-3",
            words: "Computers, besides, are among the most poisonous things ever made",
        },
        because: Some("Peer-to-peer practice rests on them."),
        ..FROM_P2P
    },
    Move {
        key: "reloc-m13",
        kind: MoveKind::Limits,
        speaks: Speaks::OwnName,
        target: Target::Claim("reloc-c5"),
        found: Passage {
            turn: "reloc-3",
            words: "it needs coherence, and structures that protect",
        },
        object: Some("diversity without coherence or protection"),
        ..FROM_P2P
    },
    Move {
        key: "reloc-ask1",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("reloc"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "reloc-3",
            words: "how far are this perspective's assumptions about the coming economy accepted?",
        },
        because: Some(
            "How far does peer-to-peer thinking accept what relocalization assumes \
            about the coming economy?",
        ),
        asked: Some(Asked::Open("")),
        ..FROM_P2P
    },
    Move {
        key: "reloc-ask2",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("reloc"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "reloc-3",
            words: "can our present use of computers be kept up at all?",
        },
        because: Some("If energy runs short, can our present use of computers be kept up at all?"),
        asked: Some(Asked::Open("")),
        ..FROM_P2P
    },
    Move {
        key: "reloc-ask3",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("reloc"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "reloc-3",
            words: "Would we enter an age of simpler, ecological technique?",
        },
        because: Some(
            "Would a lasting shortage of energy bring an age of simpler, ecological \
            technique?",
        ),
        asked: Some(Asked::Open("")),
        ..FROM_P2P
    },
    Move {
        key: "reloc-ask4",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("reloc"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "reloc-3",
            words: "What could looser, decentralised networks do in a hard energy crisis?",
        },
        because: Some("What could looser, decentralised networks do in a hard energy crisis?"),
        asked: Some(Asked::Open("")),
        ..FROM_P2P
    },
    Move {
        key: "reloc-ask5",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("reloc"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "reloc-3",
            words: "will people pedal to power their machines?",
        },
        because: Some("Or will people pedal to power their machines?"),
        asked: Some(Asked::Open(
            "Half a joke in 2011; it closes the choice before it.",
        )),
        ..FROM_P2P
    },
    Move {
        key: "reloc-ask6",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("reloc"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "reloc-3",
            words: "what becomes of peer-to-peer practice, which so far lives with an industry \
                that passes them on?",
        },
        because: Some(
            "When regions must bear the ecological costs of computers themselves, what \
            becomes of peer-to-peer practice?",
        ),
        asked: Some(Asked::Open("")),
        ..FROM_P2P
    },
    Move {
        key: "reloc-ask7",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("reloc"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "reloc-3",
            words: "What does peer-to-peer thinking say of diversity?",
        },
        because: Some(
            "What does peer-to-peer thinking say of diversity: is it good in itself, \
            or does it need coherence and protection?",
        ),
        asked: Some(Asked::Open("")),
        ..FROM_P2P
    },
];

const NEO_MARXISM: &[Move] = &[
    Move {
        key: "neo-marxism-m1",
        kind: MoveKind::Agrees,
        target: Target::Perspective("neo-marxism"),
        found: Passage {
            turn: "neo-marxism-2",
            words: "Its strength is to look straight at globalisation, at class, and at the need \
                to contend for power",
        },
        ..FROM_P2P
    },
    Move {
        key: "neo-marxism-m2",
        kind: MoveKind::SidesWith,
        target: Target::Claim("neo-marxism-c1"),
        found: Passage {
            turn: "neo-marxism-2",
            words: "Recent events speak for the global-system reading",
        },
        because: Some("Since 2008 markets have shown themselves a force of their own."),
        object: Some("global-system theory, over world-systems theory"),
        ..FROM_P2P
    },
    Move {
        key: "neo-marxism-m3",
        kind: MoveKind::PartlyAgrees,
        target: Target::Claim("neo-marxism-c4"),
        found: Passage {
            turn: "neo-marxism-2",
            words: "Hegemony is not dead, though networks of affinity partly take its place",
        },
        object: Some("hegemony lives on"),
        condition: Some("affinity in networks now partly takes its place"),
        ..FROM_P2P
    },
    Move {
        key: "neo-marxism-m4",
        kind: MoveKind::Agrees,
        target: Target::Claim("neo-marxism-c3"),
        found: Passage {
            turn: "neo-marxism-2",
            words: "The nation state cannot be left to opponents",
        },
        ..FROM_P2P
    },
    Move {
        key: "neo-marxism-m5",
        kind: MoveKind::Reframes,
        target: Target::Claim("neo-marxism-c2"),
        found: Passage {
            turn: "neo-marxism-2",
            words: "Hence the call for a coalition of the commons",
        },
        because: Some(
            "That the coalition takes the place of class is the reading of 2016; in \
            2011 it is proposed beside it.",
        ),
        from: Some("labour as one class"),
        to: Some("a coalition of the commons"),
        ..FROM_P2P
    },
    Move {
        key: "neo-marxism-m6",
        kind: MoveKind::Adds,
        target: Target::Perspective("neo-marxism"),
        found: Passage {
            turn: "neo-marxism-2",
            words: "labour, green movements and free culture, out of which a new hegemony is \
                built",
        },
        object: Some("green movements and free culture beside labour"),
        ..FROM_P2P
    },
    Move {
        key: "neo-marxism-m7",
        kind: MoveKind::Extends,
        target: Target::Perspective("neo-marxism"),
        found: Passage {
            turn: "neo-marxism-2",
            words: "beyond the left and right of industrial times",
        },
        object: Some("a common purpose beyond the old left and right"),
        ..FROM_P2P
    },
    Move {
        key: "neo-marxism-m8",
        kind: MoveKind::Limits,
        target: Target::Claim("neo-marxism-c6"),
        found: Passage {
            turn: "neo-marxism-2",
            words: "The welfare state is no longer enough",
        },
        object: Some("the welfare state"),
        ..FROM_P2P
    },
    Move {
        key: "neo-marxism-m9",
        kind: MoveKind::Adds,
        target: Target::Perspective("neo-marxism"),
        found: Passage {
            turn: "neo-marxism-2",
            words: "it has to become a partner state, with networked institutions across borders",
        },
        object: Some("partner state and networked institutions"),
        ..FROM_P2P
    },
    Move {
        key: "neo-marxism-m10",
        kind: MoveKind::AcceptsBut,
        target: Target::Perspective("neo-marxism"),
        found: Passage {
            turn: "neo-marxism-2",
            words: "What is of use in Marxism should join a larger body of thought",
        },
        condition: Some("used without ideology, as one part of a larger whole"),
        ..FROM_P2P
    },
    Move {
        key: "neo-marxism-m11",
        kind: MoveKind::Agrees,
        speaks: Speaks::OwnName,
        target: Target::Passage(Passage {
            turn: "neo-marxism-2",
            words: "The state remains essential",
        }),
        found: Passage {
            turn: "neo-marxism-3",
            words: "the state cannot be abandoned",
        },
        ..FROM_P2P
    },
    Move {
        key: "neo-marxism-m12",
        kind: MoveKind::Challenges,
        speaks: Speaks::OnBehalfOf("neo-marxism"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "neo-marxism-3",
            words: "there peer-to-peer theory has more to say than it has said",
        },
        object: Some("class, production and accumulation"),
        ..FROM_P2P
    },
    Move {
        key: "neo-marxism-ask1",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("neo-marxism"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "neo-marxism-3",
            words: "Is the peer producer a worker?",
        },
        because: Some("Is the peer producer a worker?"),
        asked: Some(Asked::Open("")),
        ..FROM_P2P
    },
    Move {
        key: "neo-marxism-ask2",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("neo-marxism"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "neo-marxism-3",
            words: "Are makers of immaterial wealth part of a class?",
        },
        because: Some("Are makers of immaterial wealth part of a class?"),
        asked: Some(Asked::Open("")),
        ..FROM_P2P
    },
    Move {
        key: "neo-marxism-ask3",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("neo-marxism"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "neo-marxism-3",
            words: "How could peer producers stand together, so that they are not divided?",
        },
        because: Some("How could peer producers stand together, so that they are not divided?"),
        asked: Some(Asked::Open("")),
        ..FROM_P2P
    },
    Move {
        key: "neo-marxism-ask4",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("neo-marxism"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "neo-marxism-3",
            words: "Where would this new economic base find its capital?",
        },
        because: Some("Where would the new economic base of peer production find its capital?"),
        asked: Some(Asked::Open("")),
        ..FROM_P2P
    },
    Move {
        key: "neo-marxism-ask5",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("neo-marxism"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "neo-marxism-3",
            words: "what new power over culture does peer production give?",
        },
        because: Some(
            "If culture is a battleground, what new power over culture does peer \
            production give?",
        ),
        asked: Some(Asked::Open("")),
        ..FROM_P2P
    },
    Move {
        key: "neo-marxism-ask6",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("neo-marxism"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "neo-marxism-3",
            words: "Is it already moving public opinion?",
        },
        because: Some("Is peer production already moving public opinion?"),
        asked: Some(Asked::Open("")),
        ..FROM_P2P
    },
    Move {
        key: "neo-marxism-ask7",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("neo-marxism"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "neo-marxism-3",
            words: "Are organic intellectuals and the solidarity of labour to be thought anew?",
        },
        because: Some("Are organic intellectuals and the solidarity of labour to be thought anew?"),
        asked: Some(Asked::Open("")),
        ..FROM_P2P
    },
    Move {
        key: "neo-marxism-ask8",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("neo-marxism"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "neo-marxism-3",
            words: "Does peer-to-peer practice fit such state forms",
        },
        because: Some(
            "Does peer-to-peer practice fit public forms such as state health care and \
            schools, or will it only make a third place beside state and market?",
        ),
        asked: Some(Asked::Open("")),
        ..FROM_P2P
    },
    Move {
        key: "neo-marxism-ask9",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("neo-marxism"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "neo-marxism-3",
            words: "does its view of history break with the Marxist ones, or differ only by \
                degree?",
        },
        because: Some(
            "Does the peer-to-peer view of history break with the Marxist ones, or \
            differ only by degree?",
        ),
        asked: Some(Asked::Open("")),
        ..FROM_P2P
    },
];

const ECUMENISM: &[Move] = &[
    Move {
        key: "ecumenism-m1",
        kind: MoveKind::Limits,
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "ecumenism-2",
            words: "This reply is personal",
        },
        because: Some("Self-criticism: he speaks for himself here, not for a perspective."),
        object: Some("for whom the reply speaks"),
        ..FROM_P2P
    },
    Move {
        key: "ecumenism-m2",
        kind: MoveKind::Agrees,
        target: Target::Perspective("ecumenism"),
        found: Passage {
            turn: "ecumenism-2",
            words: "There is much sympathy for seeking unity across division",
        },
        ..FROM_P2P
    },
    Move {
        key: "ecumenism-m3",
        kind: MoveKind::Adds,
        target: Target::Perspective("ecumenism"),
        found: Passage {
            turn: "ecumenism-2",
            words: "count secular and post-secular outlooks as spiritual too",
        },
        object: Some("secular spirituality"),
        ..FROM_P2P
    },
    Move {
        key: "ecumenism-m4",
        kind: MoveKind::Reframes,
        target: Target::Claim("ecumenism-c4"),
        found: Passage {
            turn: "ecumenism-2",
            words: "The oneness of humankind and nature can be felt here in this world",
        },
        from: Some("unity grounded in another world"),
        to: Some("unity felt in this world as well"),
        ..FROM_P2P
    },
    Move {
        key: "ecumenism-m5",
        kind: MoveKind::Adds,
        target: Target::Perspective("ecumenism"),
        found: Passage {
            turn: "ecumenism-2",
            words: "use what traditions have learned about training mind and spirit",
        },
        object: Some("practices that can travel beyond their tradition"),
        ..FROM_P2P
    },
    Move {
        key: "ecumenism-m6",
        kind: MoveKind::Reframes,
        target: Target::Claim("ecumenism-c5"),
        found: Passage {
            turn: "ecumenism-2",
            words: "people exploring together what all traditions have handed down",
        },
        from: Some("bringing religions together"),
        to: Some("an inheritance that anyone may explore"),
        ..FROM_P2P
    },
    Move {
        key: "ecumenism-m7",
        kind: MoveKind::IsCompatible,
        target: Target::Perspective("ecumenism"),
        found: Passage {
            turn: "ecumenism-2",
            words: "independent of the religions and not opposed to them",
        },
        ..FROM_P2P
    },
    Move {
        key: "ecumenism-m8",
        kind: MoveKind::Agrees,
        target: Target::Claim("ecumenism-c1"),
        found: Passage {
            turn: "ecumenism-2",
            words: "Inner and outer change cannot be parted",
        },
        ..FROM_P2P
    },
    Move {
        key: "ecumenism-m9",
        kind: MoveKind::Adds,
        target: Target::Claim("ecumenism-c1"),
        found: Passage {
            turn: "ecumenism-2",
            words: "fairer structures help great numbers of people to turn",
        },
        object: Some("the outer acting upon the inner"),
        ..FROM_P2P
    },
    Move {
        key: "ecumenism-m10",
        kind: MoveKind::Limits,
        target: Target::Perspective("ecumenism"),
        found: Passage {
            turn: "ecumenism-2",
            words: "Ecumenism is a part of that, and not the whole",
        },
        object: Some("ecumenism as the whole of spiritual change"),
        ..FROM_P2P
    },
    Move {
        key: "ecumenism-m11",
        kind: MoveKind::Agrees,
        speaks: Speaks::OwnName,
        target: Target::Passage(Passage {
            turn: "ecumenism-2",
            words: "count secular and post-secular outlooks as spiritual too",
        }),
        found: Passage {
            turn: "ecumenism-3",
            words: "the spiritual belongs to more than religion",
        },
        ..FROM_P2P
    },
    Move {
        key: "ecumenism-m12",
        kind: MoveKind::Adds,
        speaks: Speaks::OwnName,
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "ecumenism-3",
            words: "peer-to-peer theory looks like an ethic of the common good in the making",
        },
        object: Some("peer-to-peer as an ethic"),
        ..FROM_P2P
    },
    Move {
        key: "ecumenism-ask1",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("ecumenism"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "ecumenism-3",
            words: "Is the peer-to-peer movement then itself a post-secular spirituality?",
        },
        because: Some("Is the peer-to-peer movement itself a post-secular spirituality?"),
        asked: Some(Asked::Open("")),
        ..FROM_P2P
    },
    Move {
        key: "ecumenism-ask2",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("ecumenism"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "ecumenism-3",
            words: "how far is peer-to-peer practice a service to humanity?",
        },
        because: Some("How far is peer-to-peer practice a service to humanity?"),
        asked: Some(Asked::Open("")),
        ..FROM_P2P
    },
    Move {
        key: "ecumenism-ask3",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("ecumenism"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "ecumenism-3",
            words: "What are its ethics and its practices?",
        },
        because: Some("What are the ethics of peer-to-peer theory, and its practices?"),
        asked: Some(Asked::Open("")),
        ..FROM_P2P
    },
    Move {
        key: "ecumenism-ask4",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("ecumenism"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "ecumenism-3",
            words: "Does peer-to-peer practice have a way of acting that corresponds?",
        },
        because: Some(
            "Does peer-to-peer practice have a way of acting that corresponds to \
            satyagraha, the force of truth that is lived?",
        ),
        asked: Some(Asked::Open("")),
        ..FROM_P2P
    },
    Move {
        key: "ecumenism-ask5",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("ecumenism"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "ecumenism-3",
            words: "How far do peer producers build utopias here and now that mirror their \
                deepest values?",
        },
        because: Some(
            "How far do peer producers build utopias here and now that mirror their \
            deepest values?",
        ),
        asked: Some(Asked::Open("")),
        ..FROM_P2P
    },
    Move {
        key: "ecumenism-ask6",
        kind: MoveKind::Asks,
        speaks: Speaks::OnBehalfOf("ecumenism"),
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "ecumenism-3",
            words: "How does peer-to-peer theory hold these two together?",
        },
        because: Some(
            "How does peer-to-peer theory hold authority and self-organisation \
            together?",
        ),
        asked: Some(Asked::Open("")),
        ..FROM_P2P
    },
];

const META_INDUSTRIAL: &[Move] = &[
    Move {
        key: "meta-industrial-m1",
        kind: MoveKind::Agrees,
        target: Target::Claim("meta-industrial-c1"),
        found: Passage {
            turn: "meta-industrial-2",
            words: "Capitalism has lived on inequality, and that of gender was among the first \
                it used",
        },
        because: Some(
            "Close to the claim, though the reply speaks of gender rather than of care \
            work.",
        ),
        ..FROM_P2P
    },
    Move {
        key: "meta-industrial-m2",
        kind: MoveKind::Agrees,
        target: Target::Perspective("meta-industrial"),
        found: Passage {
            turn: "meta-industrial-2",
            words: "All peers must be taken into account, those most of all who have been shut \
                out",
        },
        ..FROM_P2P
    },
    Move {
        key: "meta-industrial-m3",
        kind: MoveKind::Agrees,
        target: Target::Claim("meta-industrial-c5"),
        found: Passage {
            turn: "meta-industrial-2",
            words: "A naive peer-to-peer approach would fail here",
        },
        because: Some("What is not designed against inequality lets it in."),
        ..FROM_P2P
    },
    Move {
        key: "meta-industrial-m4",
        kind: MoveKind::Generalises,
        target: Target::Perspective("meta-industrial"),
        found: Passage {
            turn: "meta-industrial-2",
            words: "Gender is a marker for every inequality",
        },
        object: Some("all inequalities"),
        ..FROM_P2P
    },
    Move {
        key: "meta-industrial-m5",
        kind: MoveKind::Limits,
        target: Target::Perspective("meta-industrial"),
        found: Passage {
            turn: "meta-industrial-2",
            words: "There are others, some of which weigh on many white men too",
        },
        object: Some("gender as the only line of inequality"),
        ..FROM_P2P
    },
    Move {
        key: "meta-industrial-m6",
        kind: MoveKind::Cautions,
        target: Target::Perspective("meta-industrial"),
        found: Passage {
            turn: "meta-industrial-2",
            words: "a reformed neoliberalism could embrace women and sexual minorities and put \
                new exclusions in the place of the old",
        },
        object: Some("being absorbed by a reformed neoliberalism"),
        ..FROM_P2P
    },
    Move {
        key: "meta-industrial-m7",
        kind: MoveKind::Challenges,
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "meta-industrial-2",
            words: "A naive peer-to-peer approach would fail here",
        },
        because: Some("Self-criticism: it would miss the inequality it does not look for."),
        ..FROM_P2P
    },
    Move {
        key: "meta-industrial-m8",
        kind: MoveKind::Cautions,
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "meta-industrial-2",
            words: "by rewarding merit it leaves the inequality outside untouched",
        },
        because: Some("Self-criticism: free software is the example."),
        object: Some("merit that hides inequality"),
        ..FROM_P2P
    },
    Move {
        key: "meta-industrial-m9",
        kind: MoveKind::Adds,
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "meta-industrial-2",
            words: "the approach has to become conscious",
        },
        object: Some("a conscious approach"),
        ..FROM_P2P
    },
    Move {
        key: "meta-industrial-m10",
        kind: MoveKind::Adds,
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "meta-industrial-2",
            words: "design for plurality, called protocollary power",
        },
        object: Some("protocollary power and facilitation"),
        ..FROM_P2P
    },
    Move {
        key: "meta-industrial-m11",
        kind: MoveKind::Adds,
        target: Target::Perspective("p2p"),
        found: Passage {
            turn: "meta-industrial-2",
            words: "could block measures that discriminate",
        },
        object: Some("caucuses that may block"),
        ..FROM_P2P
    },
];
