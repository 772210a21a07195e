-- The store of one commons, schema 1. Never edited once released: a later schema is another file.
--
-- Part one is kept: the log, and the numbers that ids and keys go by inside this file.
-- Part two is the read models: rows of integers folded from the log, deleted and folded again at
-- any time. Words are not copied there; pages read them from the bodies.

-- Every operation held, and every id that one of them names. `header` is null while an operation
-- is only named; `body` is null while its text is not held, or was erased. `key` is a number of
-- the table below, which nothing is ever deleted from; what operations name may never come, so
-- nothing else here is a foreign key either.
CREATE TABLE operation (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    key INTEGER,
    counter INTEGER,
    time INTEGER,
    kind INTEGER,
    arrived INTEGER,
    is_followed INTEGER NOT NULL DEFAULT 0,
    header BLOB,
    signature BLOB,
    body BLOB
) STRICT;
CREATE INDEX operation_in_key_order ON operation (time, id, key) WHERE time IS NOT NULL;
CREATE INDEX operation_of_key ON operation (key, counter) WHERE key IS NOT NULL;
CREATE INDEX operation_act ON operation (kind) WHERE kind < 500;
-- Ranges, since a list would be laid out anew as a table for every row that is written.
CREATE INDEX operation_minute ON operation (time, counter)
    WHERE kind BETWEEN 200 AND 202 OR kind = 301 OR kind = 404 OR kind BETWEEN 406 AND 407
    OR kind BETWEEN 570 AND 571 OR kind BETWEEN 573 AND 574;

CREATE TABLE key (n INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE) STRICT;

-- Operations that none of their key's person's operations follow.
CREATE TABLE head (
    key INTEGER NOT NULL,
    n INTEGER NOT NULL,
    counter INTEGER NOT NULL,
    PRIMARY KEY (key, n)
) STRICT, WITHOUT ROWID;

-- Arrivals that the read models' cursor has already passed: named first, or text filled in.
CREATE TABLE late (n INTEGER PRIMARY KEY, is_new INTEGER NOT NULL) STRICT;

CREATE TABLE state (name TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;

-- Private to this home; no part of the commons.
CREATE TABLE local (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;

-- Verdicts that changed after they were first given: this home's own history, never compared.
CREATE TABLE change (
    seq INTEGER PRIMARY KEY,
    n INTEGER NOT NULL,
    because INTEGER NOT NULL,
    before_code INTEGER NOT NULL,
    before_waits INTEGER,
    now_code INTEGER NOT NULL,
    now_waits INTEGER
) STRICT;

-- Operations of people nobody has admitted, as they arrived.
CREATE TABLE porch (
    n INTEGER PRIMARY KEY,
    key INTEGER NOT NULL,
    introducer INTEGER NOT NULL
) STRICT;
CREATE INDEX porch_of_key ON porch (key, n);
CREATE INDEX porch_of_introducer ON porch (introducer, n);

-- Part two.

-- No row: accepted, if the cursor has passed it.
CREATE TABLE verdict (n INTEGER PRIMARY KEY, code INTEGER NOT NULL, waits INTEGER) STRICT;
CREATE INDEX verdict_waits ON verdict (waits) WHERE waits IS NOT NULL;
CREATE INDEX verdict_code ON verdict (code);

CREATE TABLE person (
    person INTEGER PRIMARY KEY,
    standing INTEGER NOT NULL,
    is_reconciled INTEGER NOT NULL,
    admission INTEGER,
    admitted_by INTEGER,
    scope INTEGER,
    root_kind INTEGER NOT NULL,
    tie INTEGER NOT NULL
) STRICT;
CREATE INDEX person_standing ON person (standing, tie);
CREATE TABLE person_key (key INTEGER PRIMARY KEY, person INTEGER NOT NULL) STRICT;
CREATE INDEX person_key_person ON person_key (person);
CREATE TABLE device (
    key INTEGER PRIMARY KEY,
    person INTEGER NOT NULL,
    added INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    end INTEGER,
    is_ended INTEGER NOT NULL
) STRICT;
CREATE INDEX device_person ON device (person);
CREATE TABLE chain (place INTEGER PRIMARY KEY, n INTEGER NOT NULL) STRICT;

-- What refers to what: soft references of everything that counts, votes apart.
CREATE TABLE reference (
    target INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    source INTEGER NOT NULL,
    PRIMARY KEY (target, kind, source)
) STRICT, WITHOUT ROWID;

-- Things with a page or a list of their own. `tie` is the beginning of the id, as an order. A
-- perspective, question or dialogue that was emptied keeps its row, last in its list's places.
CREATE TABLE thing (
    n INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    place INTEGER NOT NULL,
    time INTEGER NOT NULL,
    counter INTEGER NOT NULL,
    tie INTEGER NOT NULL,
    person INTEGER NOT NULL,
    twin INTEGER NOT NULL
) STRICT;
CREATE INDEX thing_kind ON thing (kind, place, time, counter, tie) WHERE twin = 0;

-- A turn whose text was taken out or is not here has a row, with `gap` 1, if whoever emptied it
-- named its dialogue or another turn answers or quotes it: only that says where it stood.
CREATE TABLE turn (
    n INTEGER PRIMARY KEY,
    dialogue INTEGER NOT NULL,
    place INTEGER NOT NULL,
    time INTEGER NOT NULL,
    counter INTEGER NOT NULL,
    tie INTEGER NOT NULL,
    person INTEGER NOT NULL,
    perspective INTEGER NOT NULL,
    voice INTEGER NOT NULL,
    twin INTEGER NOT NULL,
    gap INTEGER NOT NULL
) STRICT;
CREATE INDEX turn_place ON turn (place, time, counter, tie) WHERE twin = 0;
CREATE INDEX turn_time ON turn (time, counter, tie) WHERE twin = 0;
CREATE INDEX turn_person ON turn (person);
CREATE INDEX turn_gap ON turn (dialogue) WHERE gap = 1;
CREATE INDEX turn_perspective ON turn (perspective, voice) WHERE perspective > 0 AND twin = 0;

-- A claim that was emptied keeps its row, with `gap` 1 and nothing but what its header says.
CREATE TABLE claim (
    n INTEGER PRIMARY KEY,
    under INTEGER NOT NULL,
    time INTEGER NOT NULL,
    counter INTEGER NOT NULL,
    tie INTEGER NOT NULL,
    person INTEGER NOT NULL,
    twin INTEGER NOT NULL,
    gap INTEGER NOT NULL
) STRICT;
CREATE INDEX claim_time ON claim (time, counter, tie) WHERE twin = 0;
CREATE INDEX claim_under ON claim (under, time, counter, tie) WHERE twin = 0;

-- `is_open` 1: asks or leaves open, and nobody offered or accepted an answer.
CREATE TABLE move (
    n INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    target INTEGER NOT NULL,
    found_in INTEGER NOT NULL,
    dialogue INTEGER NOT NULL,
    perspective INTEGER NOT NULL,
    voice INTEGER NOT NULL,
    time INTEGER NOT NULL,
    counter INTEGER NOT NULL,
    tie INTEGER NOT NULL,
    person INTEGER NOT NULL,
    is_open INTEGER NOT NULL
) STRICT;
CREATE INDEX move_time ON move (time, counter, tie);
CREATE INDEX move_kind ON move (kind, time, counter, tie);
CREATE INDEX move_target ON move (target, time, counter, tie);
CREATE INDEX move_dialogue ON move (dialogue, time, counter, tie) WHERE dialogue > 0;
CREATE INDEX move_perspective ON move (perspective, time, counter, tie) WHERE perspective > 0;
CREATE INDEX move_open ON move (time, counter, tie) WHERE is_open = 1;
CREATE INDEX move_open_in_dialogue ON move (dialogue) WHERE is_open = 1;
CREATE INDEX move_person ON move (person, time, counter, tie);

-- Every vote that is applied. `class` 0: of a member, 1: of a newcomer. `standing` 0: replaced,
-- 1: stands beside the one that counts, 2: counts.
CREATE TABLE vote (
    n INTEGER PRIMARY KEY,
    claim INTEGER NOT NULL,
    person INTEGER NOT NULL,
    counter INTEGER NOT NULL,
    tie INTEGER NOT NULL,
    choice INTEGER NOT NULL,
    matters INTEGER NOT NULL,
    class INTEGER NOT NULL,
    has_reason INTEGER NOT NULL,
    is_withdrawn INTEGER NOT NULL,
    standing INTEGER NOT NULL
) STRICT;
CREATE INDEX vote_register ON vote (claim, person);

CREATE TABLE tally (
    claim INTEGER PRIMARY KEY,
    agree INTEGER NOT NULL,
    disagree INTEGER NOT NULL,
    pass INTEGER NOT NULL,
    matters INTEGER NOT NULL,
    newcomers_agree INTEGER NOT NULL,
    newcomers_disagree INTEGER NOT NULL,
    newcomers_pass INTEGER NOT NULL,
    newcomers_matters INTEGER NOT NULL,
    votes INTEGER NOT NULL
) STRICT;

-- Writes of registers other than votes.
CREATE TABLE write (
    n INTEGER PRIMARY KEY,
    register INTEGER NOT NULL,
    target INTEGER NOT NULL,
    about INTEGER NOT NULL,
    person INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    counter INTEGER NOT NULL,
    tie INTEGER NOT NULL,
    standing INTEGER NOT NULL
) STRICT;
CREATE INDEX write_register ON write (register, target, about, person);

CREATE TABLE replaces (
    n INTEGER NOT NULL,
    replaced INTEGER NOT NULL,
    PRIMARY KEY (n, replaced)
) STRICT, WITHOUT ROWID;

-- Pieces brought in from elsewhere. `page` and `piece` are beginnings of hashes; `same_as` is the
-- piece shown in this one's place, or 0.
CREATE TABLE brought (
    n INTEGER PRIMARY KEY,
    page INTEGER NOT NULL,
    piece INTEGER NOT NULL,
    person INTEGER NOT NULL,
    tie INTEGER NOT NULL,
    same_as INTEGER NOT NULL
) STRICT;
CREATE INDEX brought_page ON brought (page);
CREATE INDEX brought_piece ON brought (piece);
CREATE INDEX brought_same_as ON brought (same_as) WHERE same_as > 0;

-- Search: what is to be indexed again, what is indexed, and the index itself.
CREATE TABLE search_due (n INTEGER PRIMARY KEY) STRICT;
CREATE TABLE search_row (
    n INTEGER PRIMARY KEY,
    thing INTEGER NOT NULL,
    person INTEGER NOT NULL,
    perspective INTEGER NOT NULL,
    language TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (
    words,
    content = '',
    contentless_delete = 1,
    tokenize = 'unicode61 remove_diacritics 0 categories ''L* M* N* Co''',
    prefix = '2'
);
