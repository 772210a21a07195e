//! Peer-to-peer theory, the nine perspectives it met, and the tenth that was dropped.

use super::{Change, Lineage, Perspective};

/// The eleven, in the order in which the sample shows them.
pub const PERSPECTIVES: &[Perspective] = &[
    Perspective {
        key: "p2p",
        name: "Peer-to-peer theory",
        short: "Peer to peer",
        summary: "When people work together as equals, each adding what they can to something \
            everyone may use, they can make knowledge, tools and in time much of an economy. \
            Peer-to-peer theory studies this way of producing and wants it at the heart of \
            society: knowledge shared with the world, things made close to where they are \
            needed, a state that is a partner of common work, and markets that serve it. In this \
            dialogue it answers all the others, and it is the only view that speaks for itself.",
        authors: "Michel Bauwens and the P2P Foundation, with Alan Page Fiske's four ways of \
            relating in the background.",
        sources: &[
            "index-2011",
            "p2p-evolution",
            "integral-2006",
            "partner-state",
            "las-indias",
            "essay-2016",
        ],
        note: Some(
            "It had no page of its own in 2011: it is the view to which every page was \
            put.",
        ),
        lineage: &[],
    },
    Perspective {
        key: "reform",
        name: "Reform liberalism",
        short: "Reform",
        summary: "Global markets bring real gains but cannot govern themselves. Reform liberals \
            would keep the open world economy and give it better rules: world bodies that answer \
            for what they do, states that tax, spend and protect, help for those who lose, and \
            lately a growth that spares nature. They put their trust in gradual change, in \
            evidence, and in institutions run by people who know the subject.",
        authors: "Stiglitz, Krugman, Jeffrey Sachs, Soros, Scholte and Collier, with Keynes \
            behind them; Mittelman sorts the kinds.",
        sources: &["wiki-reform", "thesis-2010"],
        note: None,
        lineage: &[Lineage {
            change: Change::Renamed,
            from: "neo-Keynesian",
            to: Some("Reform Liberalism"),
            when: "2011",
            reason: "The sources give no reason.",
            source: "index-2011",
        }],
    },
    Perspective {
        key: "post-development",
        name: "Post-development",
        short: "Post-development",
        summary: "There is no one staircase that all societies must climb behind the West. The \
            idea of development grew out of conquest and was used to rank peoples; much that was \
            called backward was made so by taking and undoing. Those who hold this view want \
            every people to say for itself what living well means, to recover its own knowledge \
            and economy, and to let many worlds live side by side.",
        authors: "Escobar, Nandy, Sardar, Inayatullah, Shiva, Wolfgang Sachs, Perkins and Marks \
            on the page; Esteva, Rahnema and Rist belong close by.",
        sources: &["wiki-post-development", "thesis-2010"],
        note: None,
        lineage: &[
            Lineage {
                change: Change::Renamed,
                from: "international development",
                to: Some("Alternative Development"),
                when: "2011",
                reason: "The sources give no reason.",
                source: "index-2011",
            },
            Lineage {
                change: Change::Renamed,
                from: "Alternative Development",
                to: Some("post-development"),
                when: "2016",
                reason: "The sources give no reason.",
                source: "essay-2016",
            },
        ],
    },
    Perspective {
        key: "reloc",
        name: "Relocalization",
        short: "Relocalization",
        summary: "Much of today's harm comes from things that have grown too big: firms, \
            markets, projects, cities. Decide at the smallest scale that works; make food, \
            energy and daily goods near where they are used; live on what the region and the sun \
            can give for ever; keep out of the market what everybody depends on. Places, species \
            and ways of knowing that differ are a strength, and a good in themselves.",
        authors: "Kohr, Schumacher, Mumford, Illich, Daly, Sale, Goldsmith, Hines, Mander, \
            Cavanagh, Norberg-Hodge, Shiva, Simms, Korten and Hawthorne.",
        sources: &["wiki-reloc", "kohr-1957", "dgml", "thesis-2010"],
        note: None,
        lineage: &[
            Lineage {
                change: Change::Renamed,
                from: "post-industrial localisation",
                to: Some("Re-localisation"),
                when: "2011",
                reason: "The sources give no reason.",
                source: "index-2011",
            },
            Lineage {
                change: Change::Renamed,
                from: "Re-localisation",
                to: Some("relocalization"),
                when: "2016",
                reason: "The sources give no reason.",
                source: "essay-2016",
            },
        ],
    },
    Perspective {
        key: "cosmopolitanism",
        name: "Cosmopolitanism",
        short: "Cosmopolitanism",
        summary: "Every person counts the same, wherever they were born and whatever papers they \
            hold. Money, climate and conflict cross borders, so rights and democracy must cross \
            them too. Those whom a decision touches should have a share in it, through layers of \
            law and citizenship that reach from the town to the world. The thought runs from \
            Diogenes and Kant to today's plans for a cosmopolitan democracy.",
        authors: "Held, Falk, Kaldor, Beck, Keane, Hayden, McGrew and Appiah; Archibugi stands \
            in the page's reading list.",
        sources: &["wiki-cosmopolitanism", "thesis-2010"],
        note: None,
        lineage: &[Lineage {
            change: Change::Renamed,
            from: "cosmopolitan",
            to: Some("Cosmopolitanism"),
            when: "2011",
            reason: "The sources give no reason.",
            source: "wiki-cosmopolitanism",
        }],
    },
    Perspective {
        key: "neo-marxism",
        name: "Neo-Marxism",
        short: "Neo-Marxism",
        summary: "Ask first who owns, who works and who rules. Some who hold this view see a \
            world of core and periphery states; others see a capitalist class that has left the \
            nation behind. All expect capital to bring crisis and inequality wherever it goes. \
            Change needs organised counter-power: labour joined across borders, a struggle over \
            culture and common sense, and a state that can be won for everybody's good.",
        authors: "Wallerstein, Chase-Dunn, Robinson, Sklair, Harvey and Cox, with Gramsci behind \
            them.",
        sources: &["wiki-neo-marxism", "coalition-commons", "thesis-2010"],
        note: None,
        lineage: &[Lineage {
            change: Change::Renamed,
            from: "neo-marxist",
            to: Some("Neo-Marxism"),
            when: "2011",
            reason: "The sources give no reason.",
            source: "wiki-neo-marxism",
        }],
    },
    Perspective {
        key: "ecumenism",
        name: "Engaged ecumenism",
        short: "Ecumenism",
        summary: "Work for justice that draws on the spiritual life, across all faiths. Truth is \
            shown by how one lives; means have to be non-violent; an opponent is a human being; \
            living simply makes free. Life is one, across borders, kinds of beings and \
            generations, so that mending the world and changing oneself are the same work.",
        authors: "Gandhi, King, Macy, Thich Nhat Hanh, the Dalai Lama, Chavez, Sarkar, Houtart, \
            Whitaker, Schell and Maheshvarananda; Ingram gathered many of the voices.",
        sources: &["wiki-ecumenism", "thesis-2010"],
        note: None,
        lineage: &[
            Lineage {
                change: Change::Renamed,
                from: "perennial-ecumenist",
                to: Some("Ecumenism"),
                when: "2011",
                reason: "The sources give no reason.",
                source: "index-2011",
            },
            Lineage {
                change: Change::Renamed,
                from: "Ecumenism",
                to: Some("engaged ecumenism"),
                when: "2016",
                reason: "The sources give no reason.",
                source: "essay-2016",
            },
        ],
    },
    Perspective {
        key: "meta-industrial",
        name: "Meta-industrial and gender",
        short: "Meta-industrial",
        summary: "The work that keeps people and nature alive is care, household, peasant and \
            indigenous work. It is unpaid, much of it is done by women, and it is treated as if \
            it stood outside the economy that rests on it. This view sees those who do it as a \
            class, the meta-industrial class; says that a debt is owed to them; and takes their \
            way of living on enough as the model to learn from. It asks every movement who \
            speaks in it and who is missing.",
        authors: "Salleh, Waring, Milojević, Podlashuc, Hawthorne, Eisler and Elise Boulding; \
            Mies and Mellor belong close by.",
        sources: &[
            "wiki-meta-industrial",
            "meta-industrial-class",
            "salleh-abstract",
            "thesis-2010",
        ],
        note: None,
        lineage: &[
            Lineage {
                change: Change::Renamed,
                from: "gender",
                to: Some("En-gendered"),
                when: "2011",
                reason: "The sources give no reason.",
                source: "index-2011",
            },
            Lineage {
                change: Change::Renamed,
                from: "En-gendered",
                to: Some("meta-industrial"),
                when: "2016",
                reason: "The sources give no reason.",
                source: "essay-2016",
            },
            Lineage {
                change: Change::Renamed,
                from: "meta-industrial",
                to: Some("Meta-Industrial and Gender"),
                when: "2016",
                reason: "The list of nine and the summing-up of the same essay name it \
                    differently. The sources give no reason.",
                source: "essay-2016",
            },
        ],
    },
    Perspective {
        key: "autonomism",
        name: "Autonomism / horizontalism",
        short: "Autonomism",
        summary: "Refuse hierarchy, and do not wait to be given power or seek to take it. Build \
            other worlds here and now, in assemblies, occupations, networks and swarms, so that \
            the way people act already looks like what they want. No leader speaks for all and \
            no programme binds every struggle: the network of those who act is itself the \
            movement.",
        authors: "The Zapatistas and Marcos, Tormey, Castells, Gautney, Peoples' Global Action \
            and Occupy; Hardt and Negri belong close by.",
        sources: &["wiki-autonomism", "autonomism-wiki", "thesis-2010"],
        note: Some(
            "On the list of ten pages in 2011, but not among the eight perspectives of \
            that year's abstract.",
        ),
        lineage: &[Lineage {
            change: Change::Renamed,
            from: "Auto-nomistic",
            to: Some("autonomism / horizontalism"),
            when: "2016",
            reason: "The sources give no reason.",
            source: "essay-2016",
        }],
    },
    Perspective {
        key: "co-evolution",
        name: "Co-evolutionary perspectives",
        short: "Co-evolution",
        summary: "Humanity is a young species inside an evolving planet. Over such a span of \
            time, today's crises are forks in the road: a system can break down or find a new \
            order. What tips the scale is whether people learn to think and act as part of one \
            living whole, with a wider consciousness, with respect for all beings, and with a \
            citizens' movement as large as the planet.",
        authors: "Laszlo, Raskin, Elgin, Hubbard, Sahtouris, Harman, Thompson, Henderson, \
            Kenneth Boulding, Lovelock, Meadows and Avadhuta.",
        sources: &["wiki-co-evolution", "thesis-2010"],
        note: None,
        lineage: &[
            Lineage {
                change: Change::Renamed,
                from: "evolutionary",
                to: Some("Co-Evolution"),
                when: "2011",
                reason: "The sources give no reason.",
                source: "index-2011",
            },
            Lineage {
                change: Change::Renamed,
                from: "Co-Evolution",
                to: Some("co-evolutionary perspectives"),
                when: "2016",
                reason: "The sources give no reason.",
                source: "essay-2016",
            },
        ],
    },
    Perspective {
        key: "indigenous",
        name: "Indigenous alter-globalism",
        short: "Indigenous",
        summary: "Indigenous peoples, and peoples cast out by caste, stand at the front of the \
            struggle over the world economy, because companies want the land they live from. \
            They defend particular places and livelihoods rather than an abstract cause, and \
            they bring ways of knowing that differ deeply from modern ones. In 2011 this view \
            was put into words in a single paragraph, by somebody else; nobody answered it; and \
            it is missing from the nine that were later published. It stands here so that the \
            gap can be seen, and filled by those who hold it.",
        authors: "None named on the page.",
        sources: &["wiki-indigenous", "index-2011"],
        note: Some(
            "On the list of ten pages in 2011, but not among the eight perspectives of \
            that year's abstract. The list calls it Indigenous Struggles for Equipotentiality; \
            its own page, Indigenous alter-globalism.",
        ),
        lineage: &[Lineage {
            change: Change::Dropped,
            from: "Indigenous Struggles for Equipotentiality",
            to: None,
            when: "2016",
            reason: "No reason is given anywhere. Its page never had a reply, and the essay \
                    of 2016 counts nine perspectives.",
            source: "essay-2016",
        }],
    },
];
