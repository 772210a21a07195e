//! A documented case: the FLOK project in Ecuador, which the essay of 2016 gives as its example.

use super::{Bearing, Practice, PracticeLink};

/// The one practice of the sample.
pub const PRACTICES: &[Practice] = &[Practice {
    key: "flok",
    title: "FLOK Society: a knowledge policy written in the open",
    place: "Ecuador: Quito, every province, and the internet",
    when: "September 2013 to June 2015",
    who: "Asked for by Ecuador's coordinating ministry of knowledge and human talent, the \
        secretariat of higher education and science (SENESCYT) and the institute of advanced \
        national studies (IAEN); carried by a research team, with people from all over Ecuador \
        and from abroad. FLOK stands for free, libre and open knowledge.",
    summary: "A public institute asked people at home and abroad to draft policies for an \
        economy of shared knowledge. The essay of 2016 gives it as its example of peer-to-peer \
        theory put into practice. Much was written and survives; those who took part disagree \
        about what went wrong. Both sides are kept here.",
    steps: &[
        "**Mandate.** A founding document by the two initiators in 2013, and an agreement \
        between the ministry, the secretariat and the institute. ([The process of Buen Conocer / \
        FLOK Society](https://book.floksociety.org/ec/el-proceso-buen-conocer-flok-society/))",
        "**Manifesto.** People signed a call on the internet, each name checked by mail. \
        ([Participa](http://floksociety.org/participa/))",
        "**Streams.** The work was divided into nine topics, and a tenth group had no other task \
        than to hold the papers together. ([How](http://en.wiki.floksociety.org/w/How))",
        "**Frame.** Every paper was to state principles, map what exists, and say how to help \
        it; outside experts could send drafts as well. ([General Framework \
        Document](http://en.wiki.floksociety.org/w/General_Framework_Document))",
        "**Gathering.** Twenty-four workshops in the provinces, visits to villages, seminars, \
        and an open letter to commoners of the world. ([The process of Buen Conocer / FLOK \
        Society](https://book.floksociety.org/ec/el-proceso-buen-conocer-flok-society/))",
        "**Drafting.** Small teams wrote in wikis and shared pads and spoke on mailing lists and \
        voice channels. ([How](http://en.wiki.floksociety.org/w/How))",
        "**Comment.** Anyone could comment on a paragraph: 122 people made 911 comments. ([The \
        process of Buen Conocer / FLOK \
        Society](https://book.floksociety.org/ec/el-proceso-buen-conocer-flok-society/))",
        "**Summit.** From 27 to 30 May 2014, in Quito, 196 people worked at tables on the \
        proposals and agreed on a declaration. ([The process of Buen Conocer / FLOK \
        Society](https://book.floksociety.org/ec/el-proceso-buen-conocer-flok-society/))",
        "**Editing.** Fourteen documents by 27 authors, read by 14 reviewers, became a book of \
        some 840 pages in June 2015 and an issue of a journal. ([Buen Conocer/FLOK: public \
        policy and sustainable models for a social knowledge economy in \
        Ecuador](https://blog.p2pfoundation.net/buen-conocerflok-society-public-policy-and-\
        sustainable-models-for-a-social-knowledge-economy-in-ecuador/2015/06/17))",
        "**Follow-up.** Pilots such as the one at Sigchos, and the public debate on a new law on \
        knowledge, the Código Ingenios. ([An approach to the state of the social and open \
        knowledge \
        economy](https://pillku.org/una-aproximacion-al-estado-de-la-economia-social-d))",
    ],
    outcomes: "- A book under a free licence and a special issue of the Journal of Peer \
        Production, open to everyone. ([Editorial notes, issue 7: Policies for the \
        Commons](http://peerproduction.net/issues/issue-7-policies-for-the-commons/editorial-\
        notes/))\n\
        - A plan for the transition to a commons economy, which its author carried on afterwards \
        under the name Commons Transition. ([FLOK Society \
        Project](https://wiki.p2pfoundation.net/FLOK_Society_Project))\n\
        - An editor of the book later helped to found Decidim, the participation platform that \
        grew up in Barcelona. ([Interview with Xabier \
        Barandiaran](https://canodrom.barcelona/es/noticies/existen-alternativas-al-modelo-\
        tecnologico-dominante-que-pueden-reforzar-la-democracia-xabier-barandiaran-1441295))\n\
        - A pilot at Sigchos, and a place in the public debate on the Código Ingenios. ([An \
        approach to the state of the social and open knowledge \
        economy](https://pillku.org/una-aproximacion-al-estado-de-la-economia-social-d))",
    failures: "Those who took part do not agree on these; both sides are given where both have \
        spoken.\n\n\
        - The sponsors kept away: they never met the research director, the minister told staff \
        to keep clear of it until the day before the summit, and the president is said not to \
        have known of it. *Told by:* the research director, and a post on an outside site. \
        ([Post on the FLOK project](https://phibetaiota.net/?p=99594)) *The other side:* no \
        answer was found in the sources named here.\n\
        - Pay came two to three months late, and money was cut from the first of April. *Told \
        by:* the director on the delay; the Cook Report on the cut. ([Cook Report, July and \
        August \
        2014](http://www.cookreport.com/newsletter-sp-542240406/current-issues/288-cook-report-\
        for-july-august-2014?tmpl=component&print=1&page=)) *The other side:* no answer was \
        found in the sources named here.\n\
        - Decisions were made in secret and by few; the researchers were shut out of planning \
        the summit, and the money to translate the transition plan into Spanish was withdrawn. \
        *Told by:* the research director. ([FLOK Society \
        Project](https://wiki.p2pfoundation.net/FLOK_Society_Project)) *The other side:* The \
        project's own account describes an open process, with workshops, public comment and a \
        summit of many tables. ([The process of Buen Conocer / FLOK \
        Society](https://book.floksociety.org/ec/el-proceso-buen-conocer-flok-society/))\n\
        - A commissioned paper was withdrawn on 4 May. *Told by:* the Cook Report. ([Cook \
        Report, July and August \
        2014](http://www.cookreport.com/newsletter-sp-542240406/current-issues/288-cook-report-\
        for-july-august-2014?tmpl=component&print=1&page=)) *The other side:* no answer was \
        found in the sources named here.\n\
        - Experts from outside gave advice to a country in the South, as in colonial times. \
        *Told by:* a member of the P2P Foundation's mailing list. ([Message to the P2P \
        Foundation mailing list, July \
        2014](https://lists.ourproject.org/pipermail/p2p-foundation/attachments/20140707/\
        3fe910d9/attachment.htm)) *The other side:* The project's own account tells of workshops \
        in the provinces and visits to villages. ([The process of Buen Conocer / FLOK \
        Society](https://book.floksociety.org/ec/el-proceso-buen-conocer-flok-society/))\n\
        - The director's paper on the transition does not stand in the finished book, which he \
        calls censorship. *Told by:* the research director. ([Buen Conocer/FLOK: public policy \
        and sustainable models for a social knowledge economy in \
        Ecuador](https://blog.p2pfoundation.net/buen-conocerflok-society-public-policy-and-\
        sustainable-models-for-a-social-knowledge-economy-in-ecuador/2015/06/17)) *The other \
        side:* The editors give other reasons: quality, overlap with other chapters, and \
        copyright. ([Posts of the editors](https://floksociety.org/category/cuando-en/))\n\n\
        The director's own lesson: nobody can hack a country. Begin from below, and find out \
        first whether the political will is there. ([FLOK Society \
        Project](https://wiki.p2pfoundation.net/FLOK_Society_Project))",
    links: &[
        PracticeLink {
            claim: "p2p-c8",
            bearing: Bearing::For,
            because: "A state asked for common knowledge and paid people to gather it.",
        },
        PracticeLink {
            claim: "p2p-c8",
            bearing: Bearing::Against,
            because: "The sponsors kept their distance and the money was cut: the partner \
                withdrew.",
        },
        PracticeLink {
            claim: "reform-c6",
            bearing: Bearing::Against,
            because: "Hundreds of people, not experts alone, wrote, commented on and agreed \
                proposals for policy.",
        },
        PracticeLink {
            claim: "post-development-c4",
            bearing: Bearing::For,
            because: "Workshops in every province and visits to villages let local knowledge \
                count.",
        },
        PracticeLink {
            claim: "neo-marxism-c3",
            bearing: Bearing::For,
            because: "The director's lesson is that such work cannot stand without the political \
                will of a state.",
        },
        PracticeLink {
            claim: "p2p-c1",
            bearing: Bearing::For,
            because: "Knowledge from abroad and from the provinces went into policies for one \
                country, and the book is free for all.",
        },
        PracticeLink {
            claim: "autonomism-c1",
            bearing: Bearing::Against,
            because: "Those who complained describe a few people deciding unseen, where open and \
                accountable roles would have helped.",
        },
    ],
    sources: &[
        "flok-editorial",
        "flok-process",
        "flok-how",
        "flok-framework",
        "flok-participa",
        "flok-numbers",
        "flok-project-2015",
        "flok-wiki",
        "flok-phibetaiota",
        "flok-cook",
        "flok-critique-2014",
        "flok-editors",
        "flok-pillku",
        "decidim-interview",
    ],
}];
