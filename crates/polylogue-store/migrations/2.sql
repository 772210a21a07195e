-- Acts of moderation that are held to one dialogue, by what they name: each counts as a row of
-- `reference` only while what it names stands there.
CREATE TABLE held_to (
    target INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    source INTEGER NOT NULL,
    dialogue INTEGER NOT NULL,
    PRIMARY KEY (target, kind, source)
) STRICT, WITHOUT ROWID;

-- What an ended law still counts for is judged otherwise than before: everything is folded again.
DELETE FROM verdict;
DELETE FROM person;
DELETE FROM person_key;
DELETE FROM device;
DELETE FROM chain;
DELETE FROM reference;
DELETE FROM thing;
DELETE FROM turn;
DELETE FROM claim;
DELETE FROM move;
DELETE FROM vote;
DELETE FROM tally;
DELETE FROM write;
DELETE FROM replaces;
DELETE FROM brought;
DELETE FROM search_due;
DELETE FROM search_row;
INSERT INTO search (search) VALUES ('delete-all');
DELETE FROM late;
UPDATE state SET value = 0 WHERE name IN ('pin_followed', 'cursor');

-- The search index merges more of its parts at once, and less often; words of one transaction are
-- written once, at its end.
INSERT INTO search (search, rank) VALUES ('automerge', 8);
INSERT INTO search (search, rank) VALUES ('hashsize', 8388608);
