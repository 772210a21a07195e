//! Places as whole numbers, in an order made of nothing but the places, and lumped together where
//! there are very many.

use crate::number::{exponent_above, nearest, power_of_two, real64};

/// Places are whole numbers below 2^28 in both directions, so that sums over 2^28 people fit.
const BITS: i32 = 28;

/// A place on the grid.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Point {
    pub(crate) x: f64,
    pub(crate) y: f64,
}

impl Point {
    pub(crate) fn square_to(self, other: Self) -> f64 {
        let (x, y) = (self.x - other.x, self.y - other.y);
        x * x + y * y
    }
}

/// People who stand at one place, or in one square of the grid.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Cell {
    /// How many they are.
    pub(crate) weight: i64,
    /// Sum of their places.
    pub(crate) x: i64,
    /// The same in the other direction.
    pub(crate) y: i64,
    /// Where they stand in the mean.
    pub(crate) middle: Point,
}

/// All places, in the order of a curve through the squares of the grid (Morton 1966), which keeps
/// what lies together together at every size of square.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Grid {
    keys: Vec<u64>,
    /// What one step of the grid is on the map; a power of two.
    pub(crate) unit: f64,
}

impl Grid {
    pub(crate) fn of(places: &[(f64, f64)]) -> Self {
        let farthest = places
            .iter()
            .fold(0.0_f64, |most, (x, y)| most.max(x.abs()).max(y.abs()));
        let unit = power_of_two(exponent_above(farthest.max(1e-30)) - BITS);
        let mut keys: Vec<u64> = places
            .iter()
            .map(|(x, y)| interleaved(step(*x, unit)) | interleaved(step(*y, unit)) << 1)
            .collect();
        keys.sort_unstable();
        Self { keys, unit }
    }

    /// A place of the map on the grid.
    pub(crate) fn point(&self, x: f64, y: f64) -> Point {
        let along = |it: f64| real64(nearest(it / self.unit));
        Point {
            x: along(x),
            y: along(y),
        }
    }

    /// At most so many cells (at least one), as small as that allows.
    pub(crate) fn cells(&self, most: usize) -> Vec<Cell> {
        let level = self.level(most);
        let mut cells: Vec<Cell> = Vec::new();
        let mut square = None;
        for key in &self.keys {
            if square != Some(key >> level) {
                square = Some(key >> level);
                cells.push(Cell::default());
            }
            if let Some(cell) = cells.last_mut() {
                cell.weight += 1;
                cell.x += gathered(*key);
                cell.y += gathered(key >> 1);
            }
        }
        for cell in &mut cells {
            let weight = real64(cell.weight);
            cell.middle = Point {
                x: real64(cell.x) / weight,
                y: real64(cell.y) / weight,
            };
        }
        cells
    }

    /// By how many bits keys are cut so that at most so many differ.
    fn level(&self, most: usize) -> u32 {
        // Two neighbours in the order differ at each cut up to their highest differing bit.
        let mut differing = [0_usize; 33];
        for two in self.keys.windows(2) {
            let bits = 64 - (two[0] ^ two[1]).leading_zeros();
            differing[usize::try_from(bits.div_ceil(2)).unwrap_or(0)] += 1;
        }
        let mut count = 1;
        for level in (0..32_u32).rev() {
            count += differing[usize::try_from(level).unwrap_or(0) + 1];
            if count > most {
                return (level + 1) * 2;
            }
        }
        0
    }
}

/// A place as a whole number above 0.
fn step(place: f64, unit: f64) -> u64 {
    u64::try_from(nearest(place / unit) + (1 << BITS)).unwrap_or(0)
}

/// Every bit moved to twice its place.
fn interleaved(number: u64) -> u64 {
    let mut bits = number & 0xffff_ffff;
    bits = (bits | bits << 16) & 0x0000_ffff_0000_ffff;
    bits = (bits | bits << 8) & 0x00ff_00ff_00ff_00ff;
    bits = (bits | bits << 4) & 0x0f0f_0f0f_0f0f_0f0f;
    bits = (bits | bits << 2) & 0x3333_3333_3333_3333;
    (bits | bits << 1) & 0x5555_5555_5555_5555
}

/// The place along one direction that a key holds in its even bits.
fn gathered(key: u64) -> i64 {
    let mut bits = key & 0x5555_5555_5555_5555;
    bits = (bits | bits >> 1) & 0x3333_3333_3333_3333;
    bits = (bits | bits >> 2) & 0x0f0f_0f0f_0f0f_0f0f;
    bits = (bits | bits >> 4) & 0x00ff_00ff_00ff_00ff;
    bits = (bits | bits >> 8) & 0x0000_ffff_0000_ffff;
    bits = (bits | bits >> 16) & 0x0000_0000_ffff_ffff;
    i64::try_from(bits).unwrap_or(0) - (1 << BITS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_hold_everybody_at_every_size() {
        let places: Vec<(f64, f64)> = (0..1000)
            .map(|it| {
                let it = f64::from(it);
                ((it * 0.37) % 7.0 - 3.0, (it * 0.73) % 5.0 - 2.0)
            })
            .collect();
        let grid = Grid::of(&places);
        for most in [1, 10, 256, 5_000] {
            let cells = grid.cells(most);
            assert!(cells.len() <= most);
            assert_eq!(cells.iter().map(|it| it.weight).sum::<i64>(), 1000);
            let sum: i64 = cells.iter().map(|it| it.x).sum();
            let expected: f64 = places.iter().map(|(x, _)| x / grid.unit).sum();
            assert!((real64(sum) - expected).abs() < 1000.0);
        }
        let fine = grid.cells(5_000);
        assert!(fine.len() > 900, "{}", fine.len());
        assert!(Grid::of(&[]).cells(10).is_empty());
    }
}
