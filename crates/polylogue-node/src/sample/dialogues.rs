//! The ten dialogues and their turns. Every turn is a paraphrase, in our words, of what its
//! speaker wrote in 2011 on the page its source names.

use super::{Dialogue, DialogueState, Quote, Speaks, Turn};

const ALL_QUESTIONS: &[&str] = &[
    "space",
    "time",
    "crisis",
    "transition",
    "regressive",
    "progressive",
    "engage",
    "include",
];

/// Ten dialogues, the closed ones first.
pub const DIALOGUES: &[Dialogue] = &[
    Dialogue {
        key: "reform",
        title: "Peer-to-peer theory and reform liberalism",
        perspectives: &["p2p", "reform"],
        questions: ALL_QUESTIONS,
        state: DialogueState::Closed,
        note: "Closed, with four turns: Ramos sets out the view, Bauwens replies, Ramos asks \
            further on its behalf, Bauwens answers.",
        turns: &[
            Turn {
                key: "reform-1",
                voice: "ramos-2011",
                speaks: Speaks::OnBehalfOf("reform"),
                text: "Reform liberals do not want to do away with the global market. They want \
                    to govern it. World trade can make people better off, but only under good \
                    rules, for a market left to itself serves society badly. The IMF and the \
                    World Bank lost their way when they took up harsh adjustment programmes; the \
                    aim is to reform such bodies and make them answer for what they do, not to \
                    abolish them. Governments should tax, spend and steady the economy, and \
                    soften the losses of those whom change leaves behind. Sustainable \
                    development is the hope held out: growth and care for nature, kept in \
                    balance.\n\n\
                    The economy is thought too delicate to be left to markets alone, or to \
                    ordinary people; experts and their institutions must carry it. Critics reply \
                    that all of this steadies global capitalism and leaves the causes of the \
                    crisis where they were.",
                reply_to: None,
                source: "wiki-reform",
                quotes: &[],
            },
            Turn {
                key: "reform-2",
                voice: "bauwens-2011",
                speaks: Speaks::FromWithin("p2p"),
                text: "Reform liberalism takes globalisation as given and seeks to manage it. It \
                    sees something real, and makes it absolute. The peer-to-peer view tells two \
                    things apart: the movement of goods, which runs into limits of nature, and \
                    the sharing of knowledge, culture and design, which is worth keeping. So \
                    make things nearer home, at whatever level is right, and share knowledge \
                    with the world.\n\n\
                    Reform works while the pie grows. When it shrinks, reformers may find \
                    themselves administering austerity. A new green wave of growth is \
                    conceivable; but below the long waves of the economy runs a deeper crisis, \
                    so change has to go further than the next wave. Green measures deserve \
                    support where they hold most promise for what comes after capitalism. And \
                    decisions should not be left to experts: far more people should have a part \
                    in them, at every level.",
                reply_to: Some("reform-1"),
                source: "wiki-reform",
                quotes: &[],
            },
            Turn {
                key: "reform-3",
                voice: "ramos-2011",
                speaks: Speaks::OnBehalfOf("reform"),
                text: "The liberal system should be given its due, even by those who blame it \
                    for austerity. It pools capital on a vast scale and can build new industries \
                    in distant places; much green investment comes from inside it. Such power \
                    does damage, but it must first be understood.\n\n\
                    Does the peer-to-peer view keep room for a reformed capitalism? Could it \
                    ever match what the liberal system achieves: its scale, its currencies, its \
                    pools of capital? The forming of capital does not yet seem to be taken \
                    seriously enough. Could peer production be an engine of growth, an ally of \
                    reform from within? If the system breaks, how far would it help communities \
                    to come through? Does it prop up a green capitalism in decline, offer a \
                    bridge to what follows, wait outside for the end, or none of these?",
                reply_to: Some("reform-2"),
                source: "wiki-reform",
                quotes: &[],
            },
            Turn {
                key: "reform-4",
                voice: "bauwens-2011",
                speaks: Speaks::FromWithin("p2p"),
                text: "On room for reform: the view adapts. As long as a reformed capitalism \
                    really goes on improving lives and justice, it can be accepted. But growth \
                    without end does not fit into a limited nature; a green and networked wave \
                    may come, and would be temporary. Nor are markets the same as capitalism. \
                    The aim is a plural economy: commons at the centre, a partner state around \
                    them, and a reformed market of widely spread ownership.\n\n\
                    On capital: it is slowly being spread out, by social lending, crowdfunding \
                    and ownership by citizens. These add to the older forms rather than abolish \
                    them.\n\n\
                    On inside or outside: it can be both. Early capitalism once strengthened a \
                    feudal order in trouble, and outgrew it. What one side gains, the other need \
                    not lose; struggle and good sense decide. Growth in quantity is over, growth \
                    in quality is not, and people can thrive on enough.",
                reply_to: Some("reform-3"),
                source: "wiki-reform",
                quotes: &[
                    Quote {
                        turn: "reform-3",
                        words: "Does the peer-to-peer view keep room for a reformed capitalism?",
                        paragraph: 0,
                    },
                    Quote {
                        turn: "reform-3",
                        words: "Could peer production be an engine of growth, an ally of reform \
                            from within?",
                        paragraph: 2,
                    },
                ],
            },
        ],
    },
    Dialogue {
        key: "post-development",
        title: "Peer-to-peer theory and post-development",
        perspectives: &["p2p", "post-development"],
        questions: ALL_QUESTIONS,
        state: DialogueState::Closed,
        note: "Closed, with four turns: Ramos sets out the view, Bauwens replies, Ramos asks \
            further on its behalf, Bauwens answers.",
        turns: &[
            Turn {
                key: "post-development-1",
                voice: "ramos-2011",
                speaks: Speaks::OnBehalfOf("post-development"),
                text: "Colonial rule was excused by a belief: the West is ahead, and all others \
                    follow the same path, later. This view turns that belief over. Development \
                    is a Western project, and its goal need not be anybody else's. The West rose \
                    by conquest and theft, and by undoing what others had built; aid, debt and \
                    adjustment programmes carried the pattern on after independence.\n\n\
                    Growth is a poor measure of a life. What living well means is for each \
                    community to say, beginning with needs that it names itself. Knowledge does \
                    not flow down from the university: people who look into their own situation, \
                    on their own terms, know as truly as any expert. There is no grand \
                    alternative that would suit every place. Many futures have to be tried, and \
                    the best teachers are the alternatives that are already alive somewhere.",
                reply_to: None,
                source: "wiki-post-development",
                quotes: &[],
            },
            Turn {
                key: "post-development-2",
                voice: "bauwens-2011",
                speaks: Speaks::FromWithin("p2p"),
                text: "Two things should be kept apart. The ideology of development deserves its \
                    critique. Yet some order of events did take place: industry came after \
                    farming, and knowledge work after industry. It need not be repeated step by \
                    step. The planet now forces every society to look for goals beyond material \
                    growth, so countries of the South could join their own traditions to shared \
                    commons of innovation and new, smaller tools: a selective de-globalisation. \
                    Older economies that put other things before wealth have much to say to \
                    those who must learn to; call it neotraditional economics.\n\n\
                    There are two dangers. One is to idealise older societies, which were class \
                    societies too. The other is to forget that an alternative must be able to \
                    defend itself. Nor does localising cure everything: some global trade \
                    remains, best in the hands of for-benefit bodies. The two views would make \
                    ideal partners.",
                reply_to: Some("post-development-1"),
                source: "wiki-post-development",
                quotes: &[],
            },
            Turn {
                key: "post-development-3",
                voice: "ramos-2011",
                speaks: Speaks::OnBehalfOf("post-development"),
                text: "What is fine in this perspective is its refusal of the tale that the West \
                    simply rose. Britain learned textile craft from India, then forbade Indians \
                    to practise it. Development is a struggle for power between countries: can \
                    peer-to-peer thinking take that in? Nations seek economic sovereignty so \
                    that stronger ones cannot exploit them; the standing of China's rulers rests \
                    on it. Can peer-to-peer practice work with such national efforts? Or does it \
                    find them backward, to be passed by? What can it offer neotraditional \
                    economies, above all within a nation?\n\n\
                    National projects are easily captured by one group. Could it make them more \
                    democratic? And how would layered economies look in practice? A partner for \
                    talk is not enough: what is needed is a working agenda that fits national \
                    goals and can judge capitalism at home as well as abroad. Is that what the \
                    neotraditional approach means?",
                reply_to: Some("post-development-2"),
                source: "wiki-post-development",
                quotes: &[],
            },
            Turn {
                key: "post-development-4",
                voice: "bauwens-2011",
                speaks: Speaks::FromWithin("p2p"),
                text: "Neotraditional economics is first of all cultural. It reconnects people \
                    with their own ways, the commons among them, for which Marx himself spoke up \
                    late in life; and it frees them from looking to development alone. But a \
                    country that merely goes local cannot compete with capital, and national \
                    success of China's kind will not last.\n\n\
                    Here peer-to-peer practice shows a way out. When each local effort is also \
                    part of a global commons of innovation, stunted forms become strong ones, \
                    able to outcooperate capital. Ecological farming that learns from the whole \
                    world is one example; free software shows that it can be done.\n\n\
                    So yes, the combination is a useful programme. It rebuilds local sovereignty \
                    and resilience without turning backward, and it has good news even for \
                    national elites: an advantage in their contest with the neoliberal world \
                    market.",
                reply_to: Some("post-development-3"),
                source: "wiki-post-development",
                quotes: &[
                    Quote {
                        turn: "post-development-3",
                        words: "What can it offer neotraditional economies, above all within a \
                            nation?",
                        paragraph: 0,
                    },
                    Quote {
                        turn: "post-development-3",
                        words: "a working agenda that fits national goals",
                        paragraph: 2,
                    },
                ],
            },
        ],
    },
    Dialogue {
        key: "cosmopolitanism",
        title: "Peer-to-peer theory and cosmopolitanism",
        perspectives: &["p2p", "cosmopolitanism"],
        questions: ALL_QUESTIONS,
        state: DialogueState::Closed,
        note: "Closed, with four turns: Ramos sets out the view, Bauwens replies, Ramos asks \
            further on its behalf, Bauwens answers.",
        turns: &[
            Turn {
                key: "cosmopolitanism-1",
                voice: "ramos-2011",
                speaks: Speaks::OnBehalfOf("cosmopolitanism"),
                text: "Cosmopolitanism starts from a moral insight: every human being counts the \
                    same, as a member of one community of the world. Diogenes and the Stoics \
                    taught it, Kant built upon it, and Held, Falk, Kaldor and Beck have made \
                    plans of it for our time.\n\n\
                    Money, debt, climate and communication have slipped from the grasp of the \
                    nation state; problems of that size call for institutions beyond it. People \
                    should choose freely the terms on which they live together, and those whom a \
                    decision touches should share in making it. In place of one exclusive \
                    nationality there would be citizenship in several layers, from the town up \
                    to the world. The state does not vanish. It is hemmed in by law from above, \
                    and pressed from below by movements and by a global civil society, on which \
                    many hopes for world democracy rest.",
                reply_to: None,
                source: "wiki-cosmopolitanism",
                quotes: &[],
            },
            Turn {
                key: "cosmopolitanism-2",
                voice: "bauwens-2011",
                speaks: Speaks::FromWithin("p2p"),
                text: "Agreement, both as a need and as an ethic. Problems such as the climate \
                    cannot be met without structures beyond the nation, and the right to move \
                    and to settle needs improving soon.\n\n\
                    Some reservations follow. The world market of today harms nature and takes \
                    power from local and national democracy. Global bodies without real \
                    participation earn deep distrust, as the treatment of Greece by the European \
                    Union shows. Nor is civil society made of formal NGOs alone: communities \
                    that work together across the world, in informal activism, in peer \
                    production and in commons of invention, matter greatly. No organisation \
                    should pose as the voice of all. And participation has its own elites, in \
                    which the most active crowd out everybody else.\n\n\
                    There is a right and a wrong way of going local, and of going global. Smart \
                    localisation with selective globalisation avoids both dangers.",
                reply_to: Some("cosmopolitanism-1"),
                source: "wiki-cosmopolitanism",
                quotes: &[],
            },
            Turn {
                key: "cosmopolitanism-3",
                voice: "ramos-2011",
                speaks: Speaks::OnBehalfOf("cosmopolitanism"),
                text: "The ethical core is that each person deserves to belong to a polity, \
                    whatever their papers say. How, then, does this new world citizen come to \
                    have power and rights? And not only the white, middle-class man who is busy \
                    on the internet. Peer-to-peer practice thinks in horizontal terms, and a \
                    state seems foreign to it. By what process could it build a polity that \
                    keeps the cosmopolitan promise? The foundations of a global institution \
                    might be drafted together, as a wiki is. But how would democratic deficits \
                    be avoided on the way?\n\n\
                    Then the agent of change. Many name global civil society, yet it is doubtful \
                    whether it exists at all, let alone knows itself. Who would set a direction \
                    and lead? Is there a vanguard, and who is the hero of this story?",
                reply_to: Some("cosmopolitanism-2"),
                source: "wiki-cosmopolitanism",
                quotes: &[],
            },
            Turn {
                key: "cosmopolitanism-4",
                voice: "bauwens-2011",
                speaks: Speaks::FromWithin("p2p"),
                text: "The first answer can only be a guess, since it does not come from a \
                    lawyer. A global treaty on rights would be needed, and is unlikely soon. \
                    Until then, migrants and their defenders can set up social charters with a \
                    moral force of their own. More practical, if slow, are phyles: networked \
                    communities that look after their members anywhere, as merchant guilds once \
                    did and as Las Indias does now.\n\n\
                    On the polity: platforms prepare the ground, and should grow into \
                    recognised, funded institutions. Whether states or civil society will pay \
                    for them stays open.\n\n\
                    On the agent: peer producers, whose global commons are dear to them, come to \
                    want global rules to protect what they make, and slowly gain the strength to \
                    press for them. Markets are selfish and states mostly captured. No other \
                    agent is left.",
                reply_to: Some("cosmopolitanism-3"),
                source: "wiki-cosmopolitanism",
                quotes: &[
                    Quote {
                        turn: "cosmopolitanism-3",
                        words: "How, then, does this new world citizen come to have power and \
                            rights?",
                        paragraph: 0,
                    },
                    Quote {
                        turn: "cosmopolitanism-3",
                        words: "By what process could it build a polity that keeps the \
                            cosmopolitan promise?",
                        paragraph: 1,
                    },
                    Quote {
                        turn: "cosmopolitanism-3",
                        words: "Who would set a direction and lead?",
                        paragraph: 2,
                    },
                ],
            },
        ],
    },
    Dialogue {
        key: "co-evolution",
        title: "Peer-to-peer theory and co-evolution",
        perspectives: &["p2p", "co-evolution"],
        questions: ALL_QUESTIONS,
        state: DialogueState::Closed,
        note: "Closed, with four turns: Ramos sets out the view, Bauwens replies, Ramos asks \
            further on its behalf, Bauwens answers. The page names no speaker for the first \
            turn; Ramos is inferred from the other pages.",
        turns: &[
            Turn {
                key: "co-evolution-1",
                voice: "ramos-2011",
                speaks: Speaks::OnBehalfOf("co-evolution"),
                text: "Here the frame is wider than history: humanity appears as one species \
                    within billions of years of life. The planet, understood as a living whole, \
                    is the proper unit of thought. Its systems pass through calm and turbulence, \
                    and we have come to a fork from which the future may branch toward breakdown \
                    or toward a new order. What decides is consciousness, which has to grow \
                    along with our power; as a species we are adolescents, and must grow up.\n\n\
                    Every living being has a worth of its own, apart from any use to us. Nor is \
                    it enough merely to survive: people should plan as though their descendants \
                    were to live here for millions of years. Much hope lies in a global \
                    citizens' movement, of which the World Social Forum may have been an early \
                    sign.",
                reply_to: None,
                source: "wiki-co-evolution",
                quotes: &[],
            },
            Turn {
                key: "co-evolution-2",
                voice: "bauwens-2011",
                speaks: Speaks::FromWithin("p2p"),
                text: "There is much sympathy for the long view, above all because it denies \
                    neither matter nor human freedom and watches how each acts upon the other. \
                    What is real always has an inner and an outer side, a single and a \
                    collective one, and every layer brings something new that the layers below \
                    do not explain. This guards against crude determinism, and against a finer \
                    kind in the sciences of systems, in which people shrink to points in a net.\n\n\
                    Fiske finds four ways of relating in every culture: gift, rank, market and \
                    communal sharing. What changes is which of them leads. Networks let communal \
                    sharing grow to the size of the world, and may let it lead. That can be \
                    mapped onto evolution, though never as destiny: there are new possibilities, \
                    and struggle decides about them. The two views are eminently compatible.",
                reply_to: Some("co-evolution-1"),
                source: "wiki-co-evolution",
                quotes: &[],
            },
            Turn {
                key: "co-evolution-3",
                voice: "ramos-2011",
                speaks: Speaks::OnBehalfOf("co-evolution"),
                text: "So many-sided a view is helpful. Still, co-evolution asks for a new \
                    consciousness, in which people see themselves act at the scale of a \
                    civilisation and a planet. Does the peer-to-peer movement hold values that \
                    commit it to this shift, and what follows from them? Phyles cross borders, \
                    but so do mining companies. Is a phyle co-evolutionary, or merely bigger? A \
                    climate campaign such as 350.org comes close to the ideal; a market for \
                    rooms such as Airbnb helps nobody to meet a planetary challenge.\n\n\
                    What part does the movement play in the practical response? And where does \
                    it still have to develop, so that people everywhere can picture a shared \
                    future and make it together?",
                reply_to: Some("co-evolution-2"),
                source: "wiki-co-evolution",
                quotes: &[],
            },
            Turn {
                key: "co-evolution-4",
                voice: "bauwens-2011",
                speaks: Speaks::FromWithin("p2p"),
                text: "Yes: peer-to-peer practice goes with a change of values as deep as that \
                    which the Christians brought to Rome. Many of its communities are global \
                    from birth, and the common good is part of the design of their work. The \
                    link to consciousness is not automatic. It is a strong possibility, which \
                    minorities must make real by small working models, by movements and by inner \
                    change together.\n\n\
                    But commoning must be told apart from markets between peers that carry the \
                    wish for profit along.\n\n\
                    Two axes, global or local, for profit or for common benefit, give four \
                    scenarios: netarchical capitalism, in which owners of global networks \
                    profit; distributed capitalism, such as Bitcoin; resilient local \
                    communities, which lack the global side; and global commons. The last is to \
                    be preferred.",
                reply_to: Some("co-evolution-3"),
                source: "wiki-co-evolution",
                quotes: &[
                    Quote {
                        turn: "co-evolution-3",
                        words: "Does the peer-to-peer movement hold values that commit it to \
                            this shift, and what follows from them?",
                        paragraph: 0,
                    },
                    Quote {
                        turn: "co-evolution-3",
                        words: "a market for rooms such as Airbnb helps nobody to meet a \
                            planetary challenge",
                        paragraph: 1,
                    },
                ],
            },
        ],
    },
    Dialogue {
        key: "autonomism",
        title: "Peer-to-peer theory and autonomism",
        perspectives: &["p2p", "autonomism"],
        questions: ALL_QUESTIONS,
        state: DialogueState::Closed,
        note: "Closed, with four turns: Ramos sets out the view, Bauwens replies, Ramos asks \
            further on its behalf, Bauwens answers. In the first and third turns Ramos speaks in \
            part for himself.",
        turns: &[
            Turn {
                key: "autonomism-1",
                voice: "ramos-2011",
                speaks: Speaks::OnBehalfOf("autonomism"),
                text: "Autonomism gave the global movement its horizontal culture: hierarchy \
                    refused, swarms at protests, assemblies that seek agreement instead of \
                    voting. From the Zapatistas to Seattle and Occupy, networks without formal \
                    members or leaders held a variety of struggles together, with no single \
                    programme. People try to live in a small world what they want for the large \
                    one, and open spaces outside the ruling order rather than conquer it. \
                    Castells goes so far as to say that the network is the movement.\n\n\
                    Ramos adds a view of his own. The movement needs more coherence, and could \
                    find it in what peer-to-peer thinkers call diagonality. To be horizontal and \
                    nothing else, disowning leadership, responsibility and work done step by \
                    step, is no effective way to struggle against states and markets that are \
                    hostile and ruthless.",
                reply_to: None,
                source: "wiki-autonomism",
                quotes: &[],
            },
            Turn {
                key: "autonomism-2",
                voice: "bauwens-2011",
                speaks: Speaks::FromWithin("p2p"),
                text: "Horizontal movements are welcome, and so is their gift for bringing out \
                    great numbers fast. The concerns are shared. Any principle turns into a \
                    problem once it is made absolute, and that holds for being horizontal and \
                    for peer-to-peer itself. Fiske's four ways of relating always exist \
                    together; a new one may lead, but never alone. To love self-made conferences \
                    does not mean never to listen to an expert. Diagonal, mixed forms may well \
                    serve best.\n\n\
                    In particular: consensus can sink to the lowest common denominator, smother \
                    other approaches, and end in fragments, as in part with Occupy. Assemblies \
                    ask so much of people that after some months only the hardiest are left. And \
                    the new movements rise quickly but may not last, least of all for members in \
                    hard times. Lasting institutions have to be built as well.",
                reply_to: Some("autonomism-1"),
                source: "wiki-autonomism",
                quotes: &[],
            },
            Turn {
                key: "autonomism-3",
                voice: "ramos-2011",
                speaks: Speaks::OnBehalfOf("autonomism"),
                text: "What emerges is a wish for mixed paths, which take back in a healthy form \
                    what earlier times had to give. The culture of horizontalism disowns two \
                    kinds of power. One is the motive of profit, though social entrepreneurs \
                    have begun to change that. The other is political power, as if whoever \
                    touches the state must be spoiled by it. This allergy to both holds back a \
                    movement for the commons from within. What is needed are ecologies of \
                    alternatives, which weave several kinds of power together, level and steep, \
                    and can withstand the forces of accumulation.\n\n\
                    How can networks, firms, cooperatives, institutions and communities be \
                    joined in that way? Which theories, models or examples lead beyond the \
                    quarrel of horizontal and vertical, and take power back without giving up \
                    democracy?",
                reply_to: Some("autonomism-2"),
                source: "wiki-autonomism",
                quotes: &[],
            },
            Turn {
                key: "autonomism-4",
                voice: "bauwens-2011",
                speaks: Speaks::FromWithin("p2p"),
                text: "This disowning matters a great deal. A new system is said to go beyond \
                    the old one and include it; in truth it also throws away healthy parts and \
                    keeps sick ones. So take in what was good, knowingly, and look squarely at \
                    what was harmful, to keep it in check.\n\n\
                    Peer production does this. It works with any motive: it does not count on \
                    altruism, denies neither self-interest nor the individual, and by its design \
                    turns them to common use. Someone who mends a fault of their own in Linux \
                    adds to what everybody has.\n\n\
                    Behind it stands an integrative theory, which looks at the inner and the \
                    outer, the single and the shared. There are other frameworks, and some went \
                    astray. What counts is to have one, to aim it at emancipation, and to let \
                    dialogue show us our own blind spots.",
                reply_to: Some("autonomism-3"),
                source: "wiki-autonomism",
                quotes: &[Quote {
                    turn: "autonomism-3",
                    words: "The culture of horizontalism disowns two kinds of power.",
                    paragraph: 0,
                }],
            },
        ],
    },
    Dialogue {
        key: "reloc",
        title: "Peer-to-peer theory and relocalization",
        perspectives: &["p2p", "reloc"],
        questions: ALL_QUESTIONS,
        state: DialogueState::Open,
        note: "Open since 2011: the last turn asks, and no answer was ever written. Whoever can \
            speak for peer-to-peer theory may answer now.",
        turns: &[
            Turn {
                key: "reloc-1",
                voice: "ramos-2011",
                speaks: Speaks::OnBehalfOf("reloc"),
                text: "Three words carry this view: scale, diversity, energy. Bigness is itself \
                    a cause of harm, in firms, in projects, and in knowledge that is applied \
                    everywhere without regard to the place. Decisions belong at the smallest \
                    level that can carry them, and rise only when they must. Variety of species, \
                    cultures and ways of knowing is good in itself; sound knowledge fits its \
                    place and has stood the test of time.\n\n\
                    The earth sets limits, so growth for ever is impossible, and the goal is a \
                    steady state that runs on what renews itself. Food, goods and skills should \
                    once more come from close to home. And some things on which everyone \
                    depends, such as the air, the seas, seeds and common lands, must stay off \
                    the market for good. Change begins with citizens, from the protest to the \
                    farmers' market.",
                reply_to: None,
                source: "wiki-reloc",
                quotes: &[],
            },
            Turn {
                key: "reloc-2",
                voice: "bauwens-2011",
                speaks: Speaks::FromWithin("p2p"),
                text: "There is broad agreement: going local is needed now, to correct what \
                    capitalist globalisation has done to nature, to local variety and to \
                    self-rule. The great danger is to romanticise the local; to lean on stunted \
                    forms that cannot outcooperate capital; and to overlook the global \
                    conditions that localising itself depends on.\n\n\
                    So the global commons must be recognised, and smart localisation joined to a \
                    smart globalisation: science and culture freely shared, and joint governance \
                    of problems that no place can solve alone. A ruling class that has no \
                    territory calls for a counterforce both local and global. Local action by \
                    itself is never enough; what matters is to arrange local and global anew, \
                    together. Phyles are needed too, mutual enterprises that span the world: \
                    they are the peer-to-peer answer to the global corporation.",
                reply_to: Some("reloc-1"),
                source: "wiki-reloc",
                quotes: &[],
            },
            Turn {
                key: "reloc-3",
                voice: "ramos-2011",
                speaks: Speaks::OnBehalfOf("reloc"),
                text: "Agreed: localising succeeds only if the global forces that hinder it are \
                    faced and those that help it grow stronger. But how far are this \
                    perspective's assumptions about the coming economy accepted? If energy runs \
                    short, can our present use of computers be kept up at all? Would we enter an \
                    age of simpler, ecological technique? What could looser, decentralised \
                    networks do in a hard energy crisis? Or will people pedal to power their \
                    machines?\n\n\
                    Computers, besides, are among the most poisonous things ever made. When \
                    regions must bear their own ecological costs, what becomes of peer-to-peer \
                    practice, which so far lives with an industry that passes them on?\n\n\
                    Last, diversity. For this view it is good in itself; experience of the \
                    movements suggests that it needs coherence, and structures that protect. \
                    What does peer-to-peer thinking say of diversity?",
                reply_to: Some("reloc-2"),
                source: "wiki-reloc",
                quotes: &[],
            },
        ],
    },
    Dialogue {
        key: "neo-marxism",
        title: "Peer-to-peer theory and neo-Marxism",
        perspectives: &["p2p", "neo-marxism"],
        questions: ALL_QUESTIONS,
        state: DialogueState::Open,
        note: "Open since 2011: the last turn asks, and no answer was ever written. Whoever can \
            speak for peer-to-peer theory may answer now.",
        turns: &[
            Turn {
                key: "neo-marxism-1",
                voice: "ramos-2011",
                speaks: Speaks::OnBehalfOf("neo-marxism"),
                text: "Neo-Marxist theories differ. World-systems theory sees states, core \
                    against periphery, and empires that rise and fall. Global-system theory, \
                    newer, sees a capitalist class that crosses borders and sets the terms for \
                    states. Capital must keep finding new ground, new labour and new resources, \
                    and it dispossesses people as it goes. Following Gramsci, rule is won in \
                    culture, in hearts and minds, and organic intellectuals help a class to know \
                    itself.\n\n\
                    Scattered struggles without a common platform stay weak; class consciousness \
                    has to become one movement, aware of itself, across the world. Protest and \
                    teaching are only a first step, since power has to be taken from those who \
                    hold it. Nor is everything global refused: in Sklair's socialist \
                    globalisation, human rights, cooperatives and local control take the place \
                    of consumerism.",
                reply_to: None,
                source: "wiki-neo-marxism",
                quotes: &[],
            },
            Turn {
                key: "neo-marxism-2",
                voice: "bauwens-2011",
                speaks: Speaks::FromWithin("p2p"),
                text: "Its strength is to look straight at globalisation, at class, and at the \
                    need to contend for power. Recent events speak for the global-system \
                    reading: since 2008 markets have shown themselves a force of their own, with \
                    states as their captives. Hegemony is not dead, though networks of affinity \
                    partly take its place. The nation state cannot be left to opponents, nor can \
                    global media and finance go unchallenged. Hence the call for a coalition of \
                    the commons: labour, green movements and free culture, out of which a new \
                    hegemony is built, beyond the left and right of industrial times.\n\n\
                    The state remains essential, and must change. The welfare state is no longer \
                    enough; it has to become a partner state, with networked institutions across \
                    borders. What is of use in Marxism should join a larger body of thought, \
                    without ideology.",
                reply_to: Some("neo-marxism-1"),
                source: "wiki-neo-marxism",
                quotes: &[],
            },
            Turn {
                key: "neo-marxism-3",
                voice: "ramos-2011",
                speaks: Speaks::OnBehalfOf("neo-marxism"),
                text: "Neo-Marxism made class, production and accumulation its subject, and \
                    there peer-to-peer theory has more to say than it has said. Is the peer \
                    producer a worker? Are makers of immaterial wealth part of a class? How \
                    could peer producers stand together, so that they are not divided? Where \
                    would this new economic base find its capital? If culture is a battleground, \
                    what new power over culture does peer production give? Is it already moving \
                    public opinion? Are organic intellectuals and the solidarity of labour to be \
                    thought anew?\n\n\
                    Socialism built public health care and schools, mostly by political struggle \
                    for the state, and the state cannot be abandoned. Does peer-to-peer practice \
                    fit such state forms, or will it only make a third place beside state and \
                    market? And does its view of history break with the Marxist ones, or differ \
                    only by degree?",
                reply_to: Some("neo-marxism-2"),
                source: "wiki-neo-marxism",
                quotes: &[],
            },
        ],
    },
    Dialogue {
        key: "ecumenism",
        title: "Peer-to-peer theory and engaged ecumenism",
        perspectives: &["p2p", "ecumenism"],
        questions: ALL_QUESTIONS,
        state: DialogueState::Open,
        note: "Open since 2011: the last turn asks, and no answer was ever written. Whoever can \
            speak for peer-to-peer theory may answer now.",
        turns: &[
            Turn {
                key: "ecumenism-1",
                voice: "ramos-2011",
                speaks: Speaks::OnBehalfOf("ecumenism"),
                text: "Many founders and participants of the World Social Forum come from a \
                    religious tradition, and where they meet, an ecumenism of all faiths is \
                    growing. Its root is the oneness of life: humans and other beings are bound \
                    to each other, in past, present and future. In Gandhi, and after him in \
                    King, Chavez, Thich Nhat Hanh and the Dalai Lama, political action and the \
                    inner life are one. Truth is shown by living as conscience asks, and only \
                    non-violence gives it effect. An opponent is a human being, and one's own \
                    certainty deserves doubt.\n\n\
                    Unjust power lives on cooperation, and falls when people withhold it. \
                    Simplicity makes free, while the pull of consumption binds. Ashrams, \
                    monasteries and kibbutzim show that another way of living can be begun at \
                    once.",
                reply_to: None,
                source: "wiki-ecumenism",
                quotes: &[],
            },
            Turn {
                key: "ecumenism-2",
                voice: "bauwens-2011",
                speaks: Speaks::FromWithin("p2p"),
                text: "This reply is personal, since the spiritual life is. There is much \
                    sympathy for seeking unity across division, and two steps might be added. \
                    One is to count secular and post-secular outlooks as spiritual too. The \
                    oneness of humankind and nature can be felt here in this world, without \
                    belief in another, and can have the same moral weight. The other is to use \
                    what traditions have learned about training mind and spirit, which can be \
                    practised with some freedom from its origins. So there can be a peer-to-peer \
                    practice: people exploring together what all traditions have handed down, \
                    independent of the religions and not opposed to them.\n\n\
                    Inner and outer change cannot be parted. Freedom asks for an inner turning, \
                    and fairer structures help great numbers of people to turn. New ways of \
                    cooperating will bring new spiritual forms. Ecumenism is a part of that, and \
                    not the whole.",
                reply_to: Some("ecumenism-1"),
                source: "wiki-ecumenism",
                quotes: &[],
            },
            Turn {
                key: "ecumenism-3",
                voice: "ramos-2011",
                speaks: Speaks::OnBehalfOf("ecumenism"),
                text: "Granted: the spiritual belongs to more than religion. Is the peer-to-peer \
                    movement then itself a post-secular spirituality? If serving others is \
                    spiritual practice, even by political means, how far is peer-to-peer \
                    practice a service to humanity? The traditions rest on ethics, on care for \
                    the community, and peer-to-peer theory looks like an ethic of the common \
                    good in the making. What are its ethics and its practices? Engaged ecumenism \
                    acts through satyagraha, the force of truth that is lived. Does peer-to-peer \
                    practice have a way of acting that corresponds?\n\n\
                    Faiths try to build heaven on earth. How far do peer producers build utopias \
                    here and now that mirror their deepest values? And scripture claims \
                    authority, while founders such as Jesus and the Buddha lived closer to \
                    self-organisation. How does peer-to-peer theory hold these two together?",
                reply_to: Some("ecumenism-2"),
                source: "wiki-ecumenism",
                quotes: &[],
            },
        ],
    },
    Dialogue {
        key: "meta-industrial",
        title: "Peer-to-peer theory and the meta-industrial view",
        perspectives: &["p2p", "meta-industrial"],
        questions: ALL_QUESTIONS,
        state: DialogueState::Open,
        note: "Open since 2011, after a single reply. Nobody asked further, and nobody who holds \
            the view has answered from within it.",
        turns: &[
            Turn {
                key: "meta-industrial-1",
                voice: "ramos-2011",
                speaks: Speaks::OnBehalfOf("meta-industrial"),
                text: "Women are missing from media, from written history and from pictures of \
                    the future; and the movements repeat it, for of the nineteen who wrote the \
                    Porto Alegre manifesto of 2005 one was a woman. One future laid down for the \
                    whole world is itself domination. Adjustment programmes have kept girls from \
                    school, and women from health care and fair work.\n\n\
                    The economy pays him who poisons a forest and counts for nothing her who \
                    builds a home and bears a child, though every part of global capital stands \
                    on such care and subsistence work. Salleh calls those who do it, \
                    householders, peasants and indigenous peoples, the meta-industrial class. \
                    Industry owes them a debt, ecological and bodily. They already know how to \
                    live on enough and leave no debt behind. Savings groups of poor women show \
                    what can grow from there, and Eisler's partnership of women and men shows \
                    the way.",
                reply_to: None,
                source: "wiki-meta-industrial",
                quotes: &[],
            },
            Turn {
                key: "meta-industrial-2",
                voice: "bauwens-2011",
                speaks: Speaks::FromWithin("p2p"),
                text: "Capitalism has lived on inequality, and that of gender was among the \
                    first it used. All peers must be taken into account, those most of all who \
                    have been shut out, with women as the clearest case. Gender is a marker for \
                    every inequality. There are others, some of which weigh on many white men \
                    too; and a reformed neoliberalism could embrace women and sexual minorities \
                    and put new exclusions in the place of the old.\n\n\
                    A naive peer-to-peer approach would fail here. Free software bars nobody \
                    openly, yet by rewarding merit it leaves the inequality outside untouched, \
                    and habits of a male field drive people off. So the approach has to become \
                    conscious: design for plurality, called protocollary power; active \
                    facilitation; and caucuses such as those of Occupy Wall Street, which could \
                    block measures that discriminate. Such forms should become common wherever \
                    people produce for the commons.",
                reply_to: Some("meta-industrial-1"),
                source: "wiki-meta-industrial",
                quotes: &[],
            },
        ],
    },
    Dialogue {
        key: "indigenous",
        title: "Peer-to-peer theory and indigenous alter-globalism",
        perspectives: &["p2p", "indigenous"],
        questions: ALL_QUESTIONS,
        state: DialogueState::Planned,
        note: "Planned in 2011 and never held: a single paragraph set out the view, and nobody \
            replied. The page names no speaker; Ramos is inferred from the other pages. The \
            first answer is still to be written.",
        turns: &[Turn {
            key: "indigenous-1",
            voice: "ramos-2011",
            speaks: Speaks::OnBehalfOf("indigenous"),
            text: "Indigenous peoples, and with them those whom caste has made untouchable, \
                    have used the World Social Forum to show that the world economy exploits by \
                    race and by caste; in Mumbai, in 2004, people from India, Africa, Japan and \
                    elsewhere spoke of it together. Companies, above all in mining, reach for \
                    ancestral land, and so Indigenous peoples have come to stand in the first \
                    row of the struggle.\n\n\
                    They do not fight for a global cause in the abstract. They defend certain \
                    places, on which a people's livelihood depends and which give enough. Their \
                    understanding of knowledge, nature and society differs greatly from the \
                    modern one. That difference should be recognised and talked about, and \
                    belongs in every conversation about another globalisation.",
            reply_to: None,
            source: "wiki-indigenous",
            quotes: &[],
        }],
    },
];
