//! Who wrote the lines that a document took from another: a fork is signed by whoever made it, and
//! its words stay their writers'.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use polylogue_core::id::OperationId;
use polylogue_core::kind::LineFrom;

use crate::fault::StoreFault;
use crate::query::{LineRow, Said, Wording, Words};
use crate::reader::Reader;

/// How often a line may have been taken on from document to document.
const STEPS_MAX: usize = 16;

/// Where a wording was taken from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CameFrom {
    /// The commons of the document it was taken from; none: this one.
    pub commons: Option<OperationId>,
    /// The document it was first written in, as far as that can be followed here.
    pub document: OperationId,
    /// The title of that document, where it is here.
    pub title: Option<Words>,
    /// The wording it was taken from.
    pub wording: OperationId,
    /// Who wrote that, when; none where it is not here.
    pub said: Option<Said>,
    /// The documents and wordings it went through, this one the last.
    pub through: Vec<(OperationId, OperationId)>,
}

/// For each line of a document, the lines elsewhere that it was taken from or laid beside.
type Laid = BTreeMap<OperationId, Vec<(Option<OperationId>, OperationId, LineFrom)>>;

impl Reader {
    /// Of these lines of a document, the wordings that were taken from another, by wording. Those
    /// that read otherwise since are their own writers'.
    ///
    /// # Errors
    /// A failure of the disk.
    pub fn came_from(
        &self,
        document: OperationId,
        lines: &[LineRow],
    ) -> Result<BTreeMap<OperationId, CameFrom>, StoreFault> {
        let mut known = BTreeMap::new();
        let mut came = BTreeMap::new();
        if self.laid_of(&mut known, document)?.is_empty() {
            return Ok(came);
        }
        for line in lines {
            for wording in &line.wordings {
                let from = self.followed(&mut known, (document, line.said.id), wording)?;
                came.extend(from.map(|it| (wording.said.id, it)));
            }
        }
        Ok(came)
    }

    fn laid_of<'a>(
        &self,
        known: &'a mut BTreeMap<OperationId, Laid>,
        document: OperationId,
    ) -> Result<&'a Laid, StoreFault> {
        Ok(match known.entry(document) {
            Entry::Occupied(it) => it.into_mut(),
            Entry::Vacant(place) => {
                let mut laid = Laid::new();
                for said in self.lines_from(document)? {
                    for from in said.lines {
                        if let Some(line) = from.line {
                            let all = laid.entry(line).or_default();
                            all.push((said.commons, said.origin, from));
                        }
                    }
                }
                place.insert(laid)
            }
        })
    }

    /// Where a wording was first written, from document to document.
    fn followed(
        &self,
        known: &mut BTreeMap<OperationId, Laid>,
        (mut document, mut line): (OperationId, OperationId),
        wording: &Wording,
    ) -> Result<Option<CameFrom>, StoreFault> {
        let mut found: Option<CameFrom> = None;
        let mut id = wording.said.id;
        for _ in 0..STEPS_MAX {
            let laid = self.laid_of(known, document)?.get(&line);
            let laid = laid.cloned().unwrap_or_default();
            let Some((mut from, there)) = self.taken(&laid, (line, id), &wording.text.words)?
            else {
                break;
            };
            (document, id) = (from.document, from.wording);
            let is_here = from.said.is_some();
            from.through = found.map_or(Vec::new(), |it| it.through);
            from.through.push((document, id));
            found = Some(from);
            if !is_here {
                break;
            }
            line = there;
        }
        Ok(found)
    }

    /// The wording that another was taken from, and the line it is of.
    fn taken(
        &self,
        laid: &[(Option<OperationId>, OperationId, LineFrom)],
        (line, id): (OperationId, OperationId),
        words: &str,
    ) -> Result<Option<(CameFrom, OperationId)>, StoreFault> {
        for (commons, origin, from) in laid {
            let mut came = CameFrom {
                commons: *commons,
                document: *origin,
                title: None,
                wording: from.wording,
                said: None,
                through: Vec::new(),
            };
            if commons.is_some() {
                // What stands there is not here: a line that was added with its words is a copy.
                if id == line {
                    return Ok(Some((came, from.from)));
                }
                continue;
            }
            let mut there: Vec<Wording> = self.wording(from.wording)?.into_iter().collect();
            if there.iter().all(|it| it.text.words != words) {
                // Several stood side by side, and one of them was laid beside.
                let row = self.line(from.from)?;
                there.extend(row.into_iter().flat_map(|(_, row)| row.wordings));
            }
            let same = there.into_iter().find(|it| it.text.words == words);
            if let Some(same) = same.filter(|it| it.said.id != id) {
                came.title = self.document(*origin)?.map(|it| it.title);
                came.wording = same.said.id;
                came.said = Some(same.said);
                return Ok(Some((came, from.from)));
            }
        }
        Ok(None)
    }
}

/// Who wrote a wording: whoever wrote the words it was taken from, as far as they are here.
#[must_use]
pub fn written_by<'a>(came: &'a BTreeMap<OperationId, CameFrom>, wording: &'a Wording) -> &'a Said {
    let from = came.get(&wording.said.id).and_then(|it| it.said.as_ref());
    from.unwrap_or(&wording.said)
}
