//! The search index follows the read models in small transactions; what is due stays listed, so
//! it goes on after any stop and never holds the writer for long.

use polylogue_core::kind::{Body, Kind};
use rusqlite::Row;

use crate::database::Database;
use crate::fault::StoreFault;
use crate::fold::{RECORD, Record, Register};
use crate::folding::fold_for_index;
use crate::query::Thing;

/// Things indexed in one transaction.
const BATCH_THINGS: usize = 1_000;

/// The state that says whether words of something erased may stand in the index.
pub(crate) const ERASED: &str = "search_erased";
/// How often a row of the search was written anew or taken out.
pub(crate) const REINDEXED: &str = "search_reindexed";

/// What is put into the index for one thing.
struct Entry {
    thing: Thing,
    perspective: i64,
    language: String,
    words: String,
}

/// Things as numbers in a row. Frozen within schema 1.
pub(crate) fn thing_code(thing: Thing) -> i64 {
    match thing {
        Thing::Perspective => 0,
        Thing::Question => 1,
        Thing::Dialogue => 2,
        Thing::Turn => 3,
        Thing::Claim => 4,
        Thing::Move => 5,
        Thing::Source => 6,
        Thing::Practice => 7,
        Thing::Person => 8,
        Thing::Document => 9,
        Thing::Line => 10,
        Thing::Comment => 20,
        Thing::Dissent => 21,
    }
}

/// Indexes about `budget` things; says whether more are due.
pub(crate) fn index(database: &Database, budget: usize) -> Result<bool, StoreFault> {
    let mut left = budget.max(1);
    while left > 0 {
        let batch = left.min(BATCH_THINGS);
        const DUE: &str = "SELECT n FROM search_due ORDER BY n LIMIT ?1";
        let due = database.numbers(DUE, [i64::try_from(batch).unwrap_or(1)])?;
        if due.is_empty() {
            forget_erased(database)?;
            return Ok(false);
        }
        database.transaction(|| {
            due.iter().try_for_each(|n| index_one(database, *n))?;
            // Nothing lower is due: these were the lowest.
            database.write("DELETE FROM search_due WHERE n <= ?1", [due.last()])
        })?;
        left -= due.len().min(left);
    }
    forget_erased(database)?;
    Ok(database
        .value::<i64>("SELECT n FROM search_due LIMIT 1", [])?
        .is_some())
}

/// The words of what was erased still stand in the index, marked as gone. Once nothing else is
/// due, the index is written anew without them, and where they stood is overwritten.
fn forget_erased(database: &Database) -> Result<(), StoreFault> {
    const DUE: &str = "SELECT n FROM search_due LIMIT 1";
    if database.state(ERASED)? == 0 || database.value::<i64>(DUE, [])?.is_some() {
        return Ok(());
    }
    database.batch("PRAGMA secure_delete = ON")?;
    let done = database.transaction(|| {
        database.batch("INSERT INTO search (search) VALUES ('optimize')")?;
        database.set_state(ERASED, 0)
    });
    database.batch("PRAGMA secure_delete = FAST")?;
    done?;
    // The old pages are in the write-ahead file still.
    database.truncate_log()
}

fn index_one(database: &Database, n: i64) -> Result<(), StoreFault> {
    if database.write("DELETE FROM search_row WHERE n = ?1", [n])? > 0 {
        database.write("DELETE FROM search WHERE rowid = ?1", [n])?;
        database.set_state(REINDEXED, database.state(REINDEXED)? + 1)?;
        const EMPTIED: &str = "SELECT n FROM operation WHERE n = ?1 AND body IS NULL";
        if database.value::<i64>(EMPTIED, [n])?.is_some() {
            database.set_state(ERASED, 1)?;
        }
    }
    let Some(record) = database.one(RECORD, [n], Record::read)? else {
        return Ok(());
    };
    let Some(entry) = entry_of(database, &record)? else {
        return Ok(());
    };
    const PERSON: &str = "SELECT person FROM person_key WHERE key = ?1";
    let person: i64 = database.value(PERSON, [record.key])?.unwrap_or(record.key);
    const ROW: &str = "INSERT INTO search_row (n, thing, person, perspective, language)
        VALUES (?1, ?2, ?3, ?4, ?5)";
    let primary = entry.language.split('-').next().unwrap_or_default();
    database.write(
        ROW,
        (
            n,
            thing_code(entry.thing),
            person,
            entry.perspective,
            primary,
        ),
    )?;
    const INDEX: &str = "INSERT INTO search (rowid, words) VALUES (?1, ?2)";
    database.write(INDEX, (n, fold_for_index(&entry.words)))?;
    Ok(())
}

/// What to index of an operation; nothing if it does not count, is hidden or stands for another.
fn entry_of(database: &Database, record: &Record) -> Result<Option<Entry>, StoreFault> {
    const COUNTS: &str =
        "SELECT 1 WHERE EXISTS (SELECT 1 FROM turn WHERE n = ?1 AND twin = 0 AND gap = 0)
        OR EXISTS (SELECT 1 FROM claim WHERE n = ?1 AND twin = 0 AND gap = 0)
        OR EXISTS (SELECT 1 FROM thing WHERE n = ?1 AND twin = 0)
        OR EXISTS (SELECT 1 FROM move WHERE n = ?1)
        OR EXISTS (SELECT 1 FROM write WHERE n = ?1 AND register = 1 AND standing = 2)";
    let counts = database.value::<i64>(COUNTS, [record.n])?.is_some();
    if !counts || is_hidden(database, record.n)? {
        return Ok(None);
    }
    let Some(Ok(body)) = record.said() else {
        return Ok(None);
    };
    let named = perspective_named(&body);
    let current = current_wording(database, record)?;
    let body = current.unwrap_or(body);
    let perspective = match (&body, named) {
        (Body::Perspective(_) | Body::PerspectiveRevise(_), _) => record.n,
        (_, Some(id)) => database
            .value("SELECT n FROM operation WHERE id = ?1", [id.0])?
            .unwrap_or(0),
        (_, None) => 0,
    };
    Ok(words_of(&body).map(|(thing, language, words)| Entry {
        thing,
        perspective,
        language: language.to_owned(),
        words,
    }))
}

fn perspective_named(body: &Body) -> Option<polylogue_core::id::OperationId> {
    match body {
        Body::Turn(it) => it.perspective,
        Body::Move(it) => it.perspective,
        _ => None,
    }
}

/// Whether a moderator hid it and nobody restored it.
pub(crate) fn is_hidden(database: &Database, n: i64) -> Result<bool, StoreFault> {
    const HIDDEN: &str = "SELECT 1 FROM reference WHERE target = ?1 AND kind = 570
        AND NOT EXISTS (SELECT 1 FROM reference AS answer
            WHERE answer.target = reference.source AND answer.kind = 571)";
    Ok(database.value::<i64>(HIDDEN, [n])?.is_some())
}

/// The latest wording of a turn or perspective, if it was revised.
fn current_wording(database: &Database, record: &Record) -> Result<Option<Body>, StoreFault> {
    let wording = match Kind::of(record.kind) {
        Some(Kind::Turn) => wording_of_turn(database, record.n)?,
        Some(Kind::Perspective) => wording_of_perspective(database, record.n)?,
        _ => None,
    };
    let Some(n) = wording else {
        return Ok(None);
    };
    let revision = database.one(RECORD, [n], Record::read)?;
    Ok(revision.and_then(|it| it.said()).and_then(Result::ok))
}

/// The revision of a turn that counts: its author's own.
pub(crate) fn wording_of_turn(database: &Database, turn: i64) -> Result<Option<i64>, StoreFault> {
    const WORDING: &str = "SELECT write.n FROM turn JOIN write ON write.register = ?2
        AND write.target = turn.n AND write.about = 0 AND write.person = turn.person
        WHERE turn.n = ?1 AND write.standing = 2";
    database.value(WORDING, (turn, Register::Turn.number()))
}

/// The revision of a perspective that is shown first.
pub(crate) fn wording_of_perspective(
    database: &Database,
    perspective: i64,
) -> Result<Option<i64>, StoreFault> {
    const WORDING: &str = "SELECT n FROM write
        WHERE register = ?2 AND target = ?1 AND about = 0 AND standing = 2";
    database.value(WORDING, (perspective, Register::Perspective.number()))
}

/// The wording of a line that is shown first, where it was worded anew.
pub(crate) fn wording_of_line(database: &Database, line: i64) -> Result<Option<i64>, StoreFault> {
    const WORDING: &str = "SELECT n FROM write
        WHERE register = ?2 AND target = ?1 AND about = 0 AND standing = 2";
    database.value(WORDING, (line, Register::LineText.number()))
}

/// What sort of thing a body is, its language, and its words for search.
pub(crate) fn words_of(body: &Body) -> Option<(Thing, &str, String)> {
    let join = |parts: &[&str]| -> String {
        let parts: Vec<&str> = parts.iter().copied().filter(|it| !it.is_empty()).collect();
        parts.join("\n")
    };
    Some(match body {
        Body::Turn(it) => {
            let speaker = it
                .brought_in
                .as_ref()
                .map_or("", |from| from.speaker.as_str());
            (
                Thing::Turn,
                &it.text.language,
                join(&[&it.text.words, speaker]),
            )
        }
        Body::TurnRevise(it) => (Thing::Turn, &it.text.language, it.text.words.clone()),
        Body::Claim(it) => (Thing::Claim, &it.text.language, it.text.words.clone()),
        Body::Question(it) => (Thing::Question, &it.text.language, it.text.words.clone()),
        Body::Dialogue(it) => (
            Thing::Dialogue,
            &it.title.language,
            join(&[&it.title.words, &it.about.words]),
        ),
        Body::Perspective(it) => {
            let words = join(&[&it.name.words, &it.short.words, &it.summary.words]);
            (Thing::Perspective, &it.name.language, words)
        }
        Body::PerspectiveRevise(it) => {
            let words = join(&[&it.name.words, &it.short.words, &it.summary.words]);
            (Thing::Perspective, &it.name.language, words)
        }
        Body::Move(it) => {
            let texts = [&it.reason, &it.object, &it.condition, &it.from, &it.to];
            let said: Vec<_> = texts.into_iter().flatten().collect();
            let language = said.first().map(|text| text.language.as_str())?;
            let words: Vec<&str> = said.iter().map(|text| text.words.as_str()).collect();
            (Thing::Move, language, join(&words))
        }
        Body::Source(it) => {
            let text = it.text.as_ref().map_or("", |text| text.words.as_str());
            let words = join(&[&it.title.words, &it.authors, &it.note.words, text]);
            (Thing::Source, &it.title.language, words)
        }
        Body::Practice(it) => {
            let steps: Vec<&str> = it.steps.iter().map(|step| step.words.as_str()).collect();
            let parts = [&it.title, &it.place, &it.who, &it.outcomes, &it.failures];
            let words: Vec<&str> = parts
                .iter()
                .map(|text| text.words.as_str())
                .chain(steps)
                .collect();
            (Thing::Practice, &it.title.language, join(&words))
        }
        Body::Comment(it) => {
            let proposed = it.proposes.as_ref().map_or("", |text| text.words.as_str());
            let words = join(&[&it.text.words, proposed]);
            (Thing::Comment, &it.text.language, words)
        }
        Body::Dissent(it) => {
            let words = join(&[&it.title.words, &it.text.words]);
            (Thing::Dissent, &it.title.language, words)
        }
        Body::Profile(it) => (
            Thing::Person,
            &it.name.language,
            join(&[&it.name.words, &it.about.words]),
        ),
        _ => return None,
    })
}

/// The words of a thing as found, for a snippet.
pub(crate) fn words_found(
    database: &Database,
    record: &Record,
) -> Result<Option<String>, StoreFault> {
    Ok(entry_of(database, record)?.map(|it| it.words))
}

/// What a search asks of the index, by numbers; 0 or an empty language: anything.
pub(crate) struct Asked {
    pub(crate) expression: String,
    pub(crate) person: i64,
    pub(crate) perspective: i64,
    /// -1: any sort of thing.
    pub(crate) thing: i64,
    pub(crate) language: String,
    pub(crate) limit: i64,
    pub(crate) offset: i64,
}

/// The numbers of what was found, best first, with their languages.
pub(crate) fn find(database: &Database, asked: &Asked) -> Result<Vec<(i64, String)>, StoreFault> {
    // Of very common words only the latest matches are ranked.
    const FIND: &str = "SELECT n, language FROM (
            SELECT search_row.n, search_row.language, search.rank AS rank FROM search
            JOIN search_row ON search_row.n = search.rowid
            WHERE search MATCH ?1 AND (?2 = 0 OR search_row.person = ?2)
            AND (?3 = 0 OR search_row.perspective = ?3) AND (?4 < 0 OR search_row.thing = ?4)
            AND (?5 = '' OR search_row.language = ?5)
            ORDER BY search.rowid DESC LIMIT 400)
        ORDER BY rank, n LIMIT ?6 OFFSET ?7";
    let values = (
        &asked.expression,
        asked.person,
        asked.perspective,
        asked.thing,
        &asked.language,
        asked.limit,
        asked.offset,
    );
    database.all(FIND, values, |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?)))
}
