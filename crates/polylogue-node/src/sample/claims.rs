//! The claims: one short debatable sentence each, lifted from the turns where a turn carries it.

use super::{Claim, Passage};

/// Six claims of each of the nine perspectives, and ten of peer-to-peer theory. None was lifted for
/// the tenth, dropped perspective: that is left to those who hold it.
pub const CLAIMS: &[Claim] = &[
    Claim {
        key: "reform-c1",
        text: "Global trade makes the world richer as long as it is well regulated.",
        perspective: "reform",
        dialogue: "reform",
        passage: Some(Passage {
            turn: "reform-1",
            words: "World trade can make people better off, but only under good rules",
        }),
    },
    Claim {
        key: "reform-c2",
        text: "The IMF, the World Bank and the WTO should be reformed, not abolished.",
        perspective: "reform",
        dialogue: "reform",
        passage: Some(Passage {
            turn: "reform-1",
            words: "the aim is to reform such bodies and make them answer for what they do, not \
                to abolish them",
        }),
    },
    Claim {
        key: "reform-c3",
        text: "A green capitalism can keep growing while the damage to nature shrinks.",
        perspective: "reform",
        dialogue: "reform",
        passage: Some(Passage {
            turn: "reform-1",
            words: "growth and care for nature, kept in balance",
        }),
    },
    Claim {
        key: "reform-c4",
        text: "States must compensate those who lose by globalisation.",
        perspective: "reform",
        dialogue: "reform",
        passage: Some(Passage {
            turn: "reform-1",
            words: "soften the losses of those whom change leaves behind",
        }),
    },
    Claim {
        key: "reform-c5",
        text: "New industries cannot be built without large pools of capital.",
        perspective: "reform",
        dialogue: "reform",
        passage: Some(Passage {
            turn: "reform-3",
            words: "It pools capital on a vast scale and can build new industries in distant \
                places",
        }),
    },
    Claim {
        key: "reform-c6",
        text: "Expert institutions handle crises better than mass participation does.",
        perspective: "reform",
        dialogue: "reform",
        passage: Some(Passage {
            turn: "reform-1",
            words: "experts and their institutions must carry it",
        }),
    },
    Claim {
        key: "post-development-c1",
        text: "Development is a Western project, not a road that every society must take.",
        perspective: "post-development",
        dialogue: "post-development",
        passage: Some(Passage {
            turn: "post-development-1",
            words: "Development is a Western project, and its goal need not be anybody else's",
        }),
    },
    Claim {
        key: "post-development-c2",
        text: "The West got ahead by taking from others and undoing their industries.",
        perspective: "post-development",
        dialogue: "post-development",
        passage: Some(Passage {
            turn: "post-development-1",
            words: "The West rose by conquest and theft, and by undoing what others had built",
        }),
    },
    Claim {
        key: "post-development-c3",
        text: "Every community should decide for itself what living well means.",
        perspective: "post-development",
        dialogue: "post-development",
        passage: Some(Passage {
            turn: "post-development-1",
            words: "What living well means is for each community to say",
        }),
    },
    Claim {
        key: "post-development-c4",
        text: "Indigenous and traditional knowledge is worth as much as expert knowledge.",
        perspective: "post-development",
        dialogue: "post-development",
        passage: Some(Passage {
            turn: "post-development-1",
            words: "people who look into their own situation, on their own terms, know as truly \
                as any expert",
        }),
    },
    Claim {
        key: "post-development-c5",
        text: "We need alternatives to development, not other kinds of development.",
        perspective: "post-development",
        dialogue: "post-development",
        passage: None,
    },
    Claim {
        key: "post-development-c6",
        text: "Without economic sovereignty a nation cannot resist exploitation.",
        perspective: "post-development",
        dialogue: "post-development",
        passage: Some(Passage {
            turn: "post-development-3",
            words: "Nations seek economic sovereignty so that stronger ones cannot exploit them",
        }),
    },
    Claim {
        key: "reloc-c1",
        text: "Being too big is itself a cause of harm.",
        perspective: "reloc",
        dialogue: "reloc",
        passage: Some(Passage {
            turn: "reloc-1",
            words: "Bigness is itself a cause of harm",
        }),
    },
    Claim {
        key: "reloc-c2",
        text: "Every decision should be made at the most local level that works.",
        perspective: "reloc",
        dialogue: "reloc",
        passage: Some(Passage {
            turn: "reloc-1",
            words: "Decisions belong at the smallest level that can carry them",
        }),
    },
    Claim {
        key: "reloc-c3",
        text: "Food, energy and basic goods should be produced near where they are used.",
        perspective: "reloc",
        dialogue: "reloc",
        passage: Some(Passage {
            turn: "reloc-1",
            words: "Food, goods and skills should once more come from close to home",
        }),
    },
    Claim {
        key: "reloc-c4",
        text: "Endless growth is impossible, so the economy should aim for a steady state.",
        perspective: "reloc",
        dialogue: "reloc",
        passage: Some(Passage {
            turn: "reloc-1",
            words: "growth for ever is impossible, and the goal is a steady state",
        }),
    },
    Claim {
        key: "reloc-c5",
        text: "Diversity is good in itself.",
        perspective: "reloc",
        dialogue: "reloc",
        passage: Some(Passage {
            turn: "reloc-1",
            words: "Variety of species, cultures and ways of knowing is good in itself",
        }),
    },
    Claim {
        key: "reloc-c6",
        text: "Some things belong to everybody and must never be sold.",
        perspective: "reloc",
        dialogue: "reloc",
        passage: Some(Passage {
            turn: "reloc-1",
            words: "must stay off the market for good",
        }),
    },
    Claim {
        key: "cosmopolitanism-c1",
        text: "All human beings have equal moral standing.",
        perspective: "cosmopolitanism",
        dialogue: "cosmopolitanism",
        passage: Some(Passage {
            turn: "cosmopolitanism-1",
            words: "every human being counts the same",
        }),
    },
    Claim {
        key: "cosmopolitanism-c2",
        text: "Global problems need institutions above the nation state.",
        perspective: "cosmopolitanism",
        dialogue: "cosmopolitanism",
        passage: Some(Passage {
            turn: "cosmopolitanism-1",
            words: "problems of that size call for institutions beyond it",
        }),
    },
    Claim {
        key: "cosmopolitanism-c3",
        text: "Rights should not depend on citizenship or place of birth.",
        perspective: "cosmopolitanism",
        dialogue: "cosmopolitanism",
        passage: Some(Passage {
            turn: "cosmopolitanism-3",
            words: "each person deserves to belong to a polity, whatever their papers say",
        }),
    },
    Claim {
        key: "cosmopolitanism-c4",
        text: "Global civil society is the force that can make the world democratic.",
        perspective: "cosmopolitanism",
        dialogue: "cosmopolitanism",
        passage: Some(Passage {
            turn: "cosmopolitanism-1",
            words: "a global civil society, on which many hopes for world democracy rest",
        }),
    },
    Claim {
        key: "cosmopolitanism-c5",
        text: "Everyone affected by a decision should have a share in it.",
        perspective: "cosmopolitanism",
        dialogue: "cosmopolitanism",
        passage: Some(Passage {
            turn: "cosmopolitanism-1",
            words: "those whom a decision touches should share in making it",
        }),
    },
    Claim {
        key: "cosmopolitanism-c6",
        text: "Citizenship in several layers can replace one exclusive nationality.",
        perspective: "cosmopolitanism",
        dialogue: "cosmopolitanism",
        passage: Some(Passage {
            turn: "cosmopolitanism-1",
            words: "citizenship in several layers, from the town up to the world",
        }),
    },
    Claim {
        key: "neo-marxism-c1",
        text: "A capitalist class that crosses borders now rules the world.",
        perspective: "neo-marxism",
        dialogue: "neo-marxism",
        passage: Some(Passage {
            turn: "neo-marxism-1",
            words: "a capitalist class that crosses borders and sets the terms for states",
        }),
    },
    Claim {
        key: "neo-marxism-c2",
        text: "Labour must organise across borders.",
        perspective: "neo-marxism",
        dialogue: "neo-marxism",
        passage: Some(Passage {
            turn: "neo-marxism-1",
            words: "class consciousness has to become one movement, aware of itself, across the \
                world",
        }),
    },
    Claim {
        key: "neo-marxism-c3",
        text: "The state is still ground worth fighting for.",
        perspective: "neo-marxism",
        dialogue: "neo-marxism",
        passage: Some(Passage {
            turn: "neo-marxism-3",
            words: "the state cannot be abandoned",
        }),
    },
    Claim {
        key: "neo-marxism-c4",
        text: "Whoever wins culture wins power.",
        perspective: "neo-marxism",
        dialogue: "neo-marxism",
        passage: Some(Passage {
            turn: "neo-marxism-1",
            words: "rule is won in culture, in hearts and minds",
        }),
    },
    Claim {
        key: "neo-marxism-c5",
        text: "The accumulation of capital always ends in crisis and inequality.",
        perspective: "neo-marxism",
        dialogue: "neo-marxism",
        passage: Some(Passage {
            turn: "neo-marxism-1",
            words: "it dispossesses people as it goes",
        }),
    },
    Claim {
        key: "neo-marxism-c6",
        text: "Essential services belong in public hands.",
        perspective: "neo-marxism",
        dialogue: "neo-marxism",
        passage: Some(Passage {
            turn: "neo-marxism-3",
            words: "Socialism built public health care and schools",
        }),
    },
    Claim {
        key: "ecumenism-c1",
        text: "Inner change and social change cannot be separated.",
        perspective: "ecumenism",
        dialogue: "ecumenism",
        passage: Some(Passage {
            turn: "ecumenism-1",
            words: "political action and the inner life are one",
        }),
    },
    Claim {
        key: "ecumenism-c2",
        text: "Action for change works only if it is non-violent.",
        perspective: "ecumenism",
        dialogue: "ecumenism",
        passage: Some(Passage {
            turn: "ecumenism-1",
            words: "only non-violence gives it effect",
        }),
    },
    Claim {
        key: "ecumenism-c3",
        text: "Simple living sets people free; consumerism binds them.",
        perspective: "ecumenism",
        dialogue: "ecumenism",
        passage: Some(Passage {
            turn: "ecumenism-1",
            words: "Simplicity makes free, while the pull of consumption binds",
        }),
    },
    Claim {
        key: "ecumenism-c4",
        text: "All life depends on all other life.",
        perspective: "ecumenism",
        dialogue: "ecumenism",
        passage: Some(Passage {
            turn: "ecumenism-1",
            words: "humans and other beings are bound to each other",
        }),
    },
    Claim {
        key: "ecumenism-c5",
        text: "The world's faiths share a core that can unite movements.",
        perspective: "ecumenism",
        dialogue: "ecumenism",
        passage: Some(Passage {
            turn: "ecumenism-1",
            words: "an ecumenism of all faiths is growing",
        }),
    },
    Claim {
        key: "ecumenism-c6",
        text: "Unjust power falls when people stop cooperating with it.",
        perspective: "ecumenism",
        dialogue: "ecumenism",
        passage: Some(Passage {
            turn: "ecumenism-1",
            words: "Unjust power lives on cooperation, and falls when people withhold it",
        }),
    },
    Claim {
        key: "meta-industrial-c1",
        text: "Care and subsistence work is the base of every economy.",
        perspective: "meta-industrial",
        dialogue: "meta-industrial",
        passage: Some(Passage {
            turn: "meta-industrial-1",
            words: "every part of global capital stands on such care and subsistence work",
        }),
    },
    Claim {
        key: "meta-industrial-c2",
        text: "Industrial society owes an ecological and bodily debt to those who do that work.",
        perspective: "meta-industrial",
        dialogue: "meta-industrial",
        passage: Some(Passage {
            turn: "meta-industrial-1",
            words: "Industry owes them a debt, ecological and bodily",
        }),
    },
    Claim {
        key: "meta-industrial-c3",
        text: "Householders, peasants and indigenous peoples, not factory workers, are the \
            largest class today.",
        perspective: "meta-industrial",
        dialogue: "meta-industrial",
        passage: Some(Passage {
            turn: "meta-industrial-1",
            words: "householders, peasants and indigenous peoples, the meta-industrial class",
        }),
    },
    Claim {
        key: "meta-industrial-c4",
        text: "People shut out of the economy already know how to live sustainably.",
        perspective: "meta-industrial",
        dialogue: "meta-industrial",
        passage: Some(Passage {
            turn: "meta-industrial-1",
            words: "They already know how to live on enough",
        }),
    },
    Claim {
        key: "meta-industrial-c5",
        text: "Movements repeat patriarchy unless they are designed not to.",
        perspective: "meta-industrial",
        dialogue: "meta-industrial",
        passage: Some(Passage {
            turn: "meta-industrial-1",
            words: "of the nineteen who wrote the Porto Alegre manifesto of 2005 one was a woman",
        }),
    },
    Claim {
        key: "meta-industrial-c6",
        text: "A single future for the whole world is itself a form of domination.",
        perspective: "meta-industrial",
        dialogue: "meta-industrial",
        passage: Some(Passage {
            turn: "meta-industrial-1",
            words: "One future laid down for the whole world is itself domination",
        }),
    },
    Claim {
        key: "autonomism-c1",
        text: "A movement should have no leaders and no representatives.",
        perspective: "autonomism",
        dialogue: "autonomism",
        passage: Some(Passage {
            turn: "autonomism-1",
            words: "networks without formal members or leaders",
        }),
    },
    Claim {
        key: "autonomism-c2",
        text: "The means must already look like the ends.",
        perspective: "autonomism",
        dialogue: "autonomism",
        passage: Some(Passage {
            turn: "autonomism-1",
            words: "People try to live in a small world what they want for the large one",
        }),
    },
    Claim {
        key: "autonomism-c3",
        text: "The network itself is the movement.",
        perspective: "autonomism",
        dialogue: "autonomism",
        passage: Some(Passage {
            turn: "autonomism-1",
            words: "the network is the movement",
        }),
    },
    Claim {
        key: "autonomism-c4",
        text: "Power should be dissolved, not taken.",
        perspective: "autonomism",
        dialogue: "autonomism",
        passage: Some(Passage {
            turn: "autonomism-1",
            words: "open spaces outside the ruling order rather than conquer it",
        }),
    },
    Claim {
        key: "autonomism-c5",
        text: "Assemblies and consensus are better than voting.",
        perspective: "autonomism",
        dialogue: "autonomism",
        passage: Some(Passage {
            turn: "autonomism-1",
            words: "assemblies that seek agreement instead of voting",
        }),
    },
    Claim {
        key: "autonomism-c6",
        text: "Many struggles need no single programme.",
        perspective: "autonomism",
        dialogue: "autonomism",
        passage: Some(Passage {
            turn: "autonomism-1",
            words: "with no single programme",
        }),
    },
    Claim {
        key: "co-evolution-c1",
        text: "The planet is the right unit of thought.",
        perspective: "co-evolution",
        dialogue: "co-evolution",
        passage: Some(Passage {
            turn: "co-evolution-1",
            words: "The planet, understood as a living whole, is the proper unit of thought",
        }),
    },
    Claim {
        key: "co-evolution-c2",
        text: "Human consciousness must grow along with human power.",
        perspective: "co-evolution",
        dialogue: "co-evolution",
        passage: Some(Passage {
            turn: "co-evolution-1",
            words: "consciousness, which has to grow along with our power",
        }),
    },
    Claim {
        key: "co-evolution-c3",
        text: "We stand at a tipping point from which the future branches.",
        perspective: "co-evolution",
        dialogue: "co-evolution",
        passage: Some(Passage {
            turn: "co-evolution-1",
            words: "we have come to a fork from which the future may branch",
        }),
    },
    Claim {
        key: "co-evolution-c4",
        text: "Every living being has worth apart from its use to people.",
        perspective: "co-evolution",
        dialogue: "co-evolution",
        passage: Some(Passage {
            turn: "co-evolution-1",
            words: "Every living being has a worth of its own, apart from any use to us",
        }),
    },
    Claim {
        key: "co-evolution-c5",
        text: "What the world needs most is a global citizens' movement.",
        perspective: "co-evolution",
        dialogue: "co-evolution",
        passage: Some(Passage {
            turn: "co-evolution-1",
            words: "Much hope lies in a global citizens' movement",
        }),
    },
    Claim {
        key: "co-evolution-c6",
        text: "We should plan as if people will live on earth for millions of years.",
        perspective: "co-evolution",
        dialogue: "co-evolution",
        passage: Some(Passage {
            turn: "co-evolution-1",
            words: "people should plan as though their descendants were to live here for \
                millions of years",
        }),
    },
    Claim {
        key: "p2p-c1",
        text: "Make things near where they are used, and share knowledge with the whole world.",
        perspective: "p2p",
        dialogue: "reform",
        passage: Some(Passage {
            turn: "reform-2",
            words: "make things nearer home, at whatever level is right, and share knowledge \
                with the world",
        }),
    },
    Claim {
        key: "p2p-c2",
        text: "Markets and capitalism are two different things.",
        perspective: "p2p",
        dialogue: "reform",
        passage: Some(Passage {
            turn: "reform-4",
            words: "Nor are markets the same as capitalism",
        }),
    },
    Claim {
        key: "p2p-c3",
        text: "Growth cannot go on for ever on a finite planet, so even a reformed capitalism is \
            temporary.",
        perspective: "p2p",
        dialogue: "reform",
        passage: Some(Passage {
            turn: "reform-4",
            words: "growth without end does not fit into a limited nature",
        }),
    },
    Claim {
        key: "p2p-c4",
        text: "What capitalism gains, peer production need not lose.",
        perspective: "p2p",
        dialogue: "reform",
        passage: Some(Passage {
            turn: "reform-4",
            words: "What one side gains, the other need not lose",
        }),
    },
    Claim {
        key: "p2p-c5",
        text: "Local action with no global side is too weak to change anything.",
        perspective: "p2p",
        dialogue: "reloc",
        passage: Some(Passage {
            turn: "reloc-2",
            words: "Local action by itself is never enough",
        }),
    },
    Claim {
        key: "p2p-c6",
        text: "Communities that own enterprises across borders are the answer to the global \
            corporation.",
        perspective: "p2p",
        dialogue: "reloc",
        passage: Some(Passage {
            turn: "reloc-2",
            words: "they are the peer-to-peer answer to the global corporation",
        }),
    },
    Claim {
        key: "p2p-c7",
        text: "Labour, green and free-culture movements should form one coalition of the commons.",
        perspective: "p2p",
        dialogue: "neo-marxism",
        passage: Some(Passage {
            turn: "neo-marxism-2",
            words: "labour, green movements and free culture, out of which a new hegemony is \
                built",
        }),
    },
    Claim {
        key: "p2p-c8",
        text: "The welfare state is no longer enough: the state must become a partner of the \
            commons.",
        perspective: "p2p",
        dialogue: "neo-marxism",
        passage: Some(Passage {
            turn: "neo-marxism-2",
            words: "The welfare state is no longer enough; it has to become a partner state",
        }),
    },
    Claim {
        key: "p2p-c9",
        text: "Open production that rewards merit hides inequality unless it is designed against \
            it.",
        perspective: "p2p",
        dialogue: "meta-industrial",
        passage: Some(Passage {
            turn: "meta-industrial-2",
            words: "by rewarding merit it leaves the inequality outside untouched",
        }),
    },
    Claim {
        key: "p2p-c10",
        text: "Any principle becomes a problem once it is made absolute.",
        perspective: "p2p",
        dialogue: "autonomism",
        passage: Some(Passage {
            turn: "autonomism-2",
            words: "Any principle turns into a problem once it is made absolute",
        }),
    },
];
