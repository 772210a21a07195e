//! Levels of headings: headings as deep as one another have the same level, and none is passed
//! over, whatever depths people write.

/// The headings that are open, from the outermost: how deep each was written, and its level.
#[derive(Debug, Clone)]
pub(crate) struct Outline {
    /// The level of what stands over all of them, from 1.
    over: u8,
    open: Vec<(u8, u8)>,
}

impl Outline {
    /// Under a heading of this level.
    #[must_use]
    pub(crate) fn under(over: u8) -> Self {
        Self {
            over,
            open: Vec::new(),
        }
    }

    /// The level of the next heading, written this deep; 6 at most.
    pub(crate) fn level(&mut self, deep: u8) -> u8 {
        self.open.retain(|(it, _)| *it <= deep);
        match self.open.last() {
            Some((it, level)) if *it == deep => *level,
            last => {
                let level = last.map_or(self.over, |it| it.1).saturating_add(1).min(6);
                self.open.push((deep, level));
                level
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_as_deep_as_one_another_have_the_same_level() {
        for (deep, levels) in [
            (&[2, 2, 2][..], &[2, 2, 2][..]),
            (&[1, 3, 3, 2, 3, 1], &[2, 3, 3, 3, 4, 2]),
            (&[3, 1, 2], &[2, 2, 3]),
            (&[1, 2, 3, 4, 5, 6], &[2, 3, 4, 5, 6, 6]),
        ] {
            let mut outline = Outline::under(1);
            let found: Vec<u8> = deep.iter().map(|it| outline.level(*it)).collect();
            assert_eq!(found, levels, "{deep:?}");
        }
    }
}
