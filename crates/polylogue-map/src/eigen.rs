//! The strongest directions of a symmetric matrix that is known only by what it does to vectors:
//! Lanczos' method with every vector made orthogonal to all before it.
//!
//! Source: Golub and Van Loan, Matrix Computations, 4th edition, §10.1 and §8.3.

use crate::number::real64;
use crate::spread::Spread;

/// Directions looked for.
pub(crate) const WANTED: usize = 3;
/// Directions that must be exact.
const EXACT: usize = 2;
/// The third only has to be good: its residual as a share of its strength.
const GOOD: f64 = 1e-3;
/// Where two strengths are closer than this share, no direction of the two is better than another,
/// and they are not told apart any further.
const TOGETHER: f64 = 0.01;
/// Steps at most; real conversations need 15 to 50.
const STEPS_MAX: usize = 160;
/// The first look at whether it is enough, and the steps between looks.
const FIRST_LOOK: usize = 7;
const LOOK_EVERY: usize = 1;
/// Rounds of one eigenvalue of the small matrix; two or three are usual.
const ROUNDS_MAX: usize = 60;
/// A direction whose rest is smaller than this share of the largest eigenvalue is exhausted.
const EXHAUSTED: f64 = 1e-13;

/// A direction and how strong it is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Direction {
    /// The eigenvalue; at least 0 but for rounding.
    pub(crate) strength: f64,
    /// Of length 1, or all 0 where there is no such direction.
    pub(crate) vector: Vec<f64>,
}

/// The strongest directions, strongest first, each with its largest entry positive, and how many
/// multiplications that took. A third direction no stronger than `chance` is only roughly found.
pub(crate) fn strongest(spread: &impl Spread, chance: f64) -> (Vec<Direction>, usize) {
    let width = spread.width();
    let mut krylov = Krylov::new(spread);
    let most = width.min(STEPS_MAX);
    while krylov.basis.len() < most {
        krylov.step(spread);
        let steps = krylov.basis.len();
        let is_look = steps >= FIRST_LOOK && (steps - FIRST_LOOK).is_multiple_of(LOOK_EVERY);
        if is_look && krylov.is_enough(spread.precision(), chance) {
            break;
        }
    }
    let mut directions = krylov.directions(width);
    let steps = krylov.basis.len();
    directions.resize_with(WANTED, || Direction {
        strength: 0.0,
        vector: vec![0.0; width],
    });
    (directions, steps)
}

/// What was built so far: an orthogonal basis and the small matrix in it.
struct Krylov {
    basis: Vec<Vec<f64>>,
    /// The diagonal of the small matrix.
    diagonal: Vec<f64>,
    /// Beside the diagonal: `beside[i]` joins `i` and `i + 1`.
    beside: Vec<f64>,
    /// The next vector of the basis.
    next: Vec<f64>,
    /// State of the generator that fills in for an exhausted direction.
    seed: u64,
}

impl Krylov {
    fn new(spread: &impl Spread) -> Self {
        let mut krylov = Self {
            basis: Vec::new(),
            diagonal: Vec::new(),
            beside: Vec::new(),
            next: Vec::new(),
            seed: 0x9e37_79b9_7f4a_7c15,
        };
        let hint = spread.hint().and_then(of_length_one);
        krylov.next = hint.unwrap_or_else(|| krylov.fresh(spread.width()));
        krylov
    }

    /// A vector of no special direction, orthogonal to the basis, of length 1.
    fn fresh(&mut self, width: usize) -> Vec<f64> {
        let mut vector: Vec<f64> = (0..width).map(|_| self.draw()).collect();
        self.make_orthogonal(&mut vector);
        of_length_one(vector).unwrap_or_else(|| vec![0.0; width])
    }

    /// A number in −0.5..0.5, by splitmix64 (Steele, Lea and Flood, 2014).
    fn draw(&mut self) -> f64 {
        self.seed = self.seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.seed;
        bits = (bits ^ bits >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ bits >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^= bits >> 31;
        let whole = i64::try_from(bits >> 11).unwrap_or(0);
        real64(whole - (1 << 52)) / real64(1 << 53)
    }

    fn make_orthogonal(&self, vector: &mut [f64]) {
        for _ in 0..2 {
            for other in &self.basis {
                let share = dot(other, vector);
                for (it, other) in vector.iter_mut().zip(other) {
                    *it -= share * other;
                }
            }
        }
    }

    /// Adds one vector to the basis and finds the next.
    fn step(&mut self, spread: &impl Spread) {
        let current = std::mem::take(&mut self.next);
        let mut image = vec![0.0; current.len()];
        spread.multiply(&current, &mut image);
        let share = dot(&current, &image);
        self.diagonal.push(share);
        self.basis.push(current);
        self.make_orthogonal(&mut image);
        let length = dot(&image, &image).sqrt();
        let largest = self
            .diagonal
            .iter()
            .fold(0.0, |most: f64, it| most.max(it.abs()));
        if length > largest * EXHAUSTED {
            image.iter_mut().for_each(|it| *it /= length);
            self.beside.push(length);
            self.next = image;
        } else {
            self.beside.push(0.0);
            self.next = self.fresh(image.len());
        }
    }

    /// Whether the wanted directions are as good as they have to be. The error of a direction is
    /// about its residual over the distance of its strength to its neighbours'.
    fn is_enough(&self, precision: f64, chance: f64) -> bool {
        let steps = self.diagonal.len();
        let mut last_row = vec![0.0; steps];
        last_row[steps - 1] = 1.0;
        let mut rows = [last_row];
        let values = solve_small(&self.diagonal, &self.beside, &mut rows);
        let order = descending(&values);
        let largest = values[order[0]].abs();
        let rest = self.beside[steps - 1];
        (0..WANTED.min(steps - 1)).all(|rank| {
            let own = values[order[rank]];
            let residual = (rest * rows[0][order[rank]]).abs();
            if rank >= EXACT {
                return own <= chance || residual <= GOOD * own;
            }
            let below = own - values[order[rank + 1]];
            let above = if rank == 0 {
                below
            } else {
                values[order[rank - 1]] - own
            };
            let apart = below.min(above).max(own * TOGETHER);
            residual <= precision * apart || residual <= largest * 1e-14
        })
    }

    fn directions(&self, width: usize) -> Vec<Direction> {
        let steps = self.diagonal.len();
        let mut rows: Vec<Vec<f64>> = (0..steps)
            .map(|row| {
                (0..steps)
                    .map(|it| f64::from(u8::from(it == row)))
                    .collect()
            })
            .collect();
        let values = solve_small(&self.diagonal, &self.beside, &mut rows);
        let ranked = descending(&values).into_iter().take(WANTED);
        ranked
            .map(|column| {
                let mut vector = vec![0.0; width];
                for (basis, row) in self.basis.iter().zip(&rows) {
                    for (it, part) in vector.iter_mut().zip(basis) {
                        *it += row[column] * part;
                    }
                }
                Direction {
                    strength: values[column].max(0.0),
                    vector: upright(vector),
                }
            })
            .collect()
    }
}

/// The same direction in length 1; none where there is none.
fn of_length_one(mut vector: Vec<f64>) -> Option<Vec<f64>> {
    let length = dot(&vector, &vector).sqrt();
    if length <= 0.0 {
        return None;
    }
    vector.iter_mut().for_each(|it| *it /= length);
    Some(vector)
}

/// The same direction with its largest entry positive (the first of equally large ones), length 1.
fn upright(mut vector: Vec<f64>) -> Vec<f64> {
    let mut largest = 0.0_f64;
    for it in &vector {
        if it.abs() > largest.abs() {
            largest = *it;
        }
    }
    let length = dot(&vector, &vector).sqrt();
    if length > 0.0 {
        let scale = if largest < 0.0 { -length } else { length };
        vector.iter_mut().for_each(|it| *it /= scale);
    }
    vector
}

fn descending(values: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|left, right| values[*right].total_cmp(&values[*left]));
    order
}

/// Products added up in eight lanes, always in the same order.
fn dot(left: &[f64], right: &[f64]) -> f64 {
    const WIDE: usize = 8;
    let mut lanes = [0.0; WIDE];
    let whole = left.len() / WIDE * WIDE;
    for at in (0..whole).step_by(WIDE) {
        let (left, right) = (&left[at..at + WIDE], &right[at..at + WIDE]);
        for lane in 0..WIDE {
            lanes[lane] += left[lane] * right[lane];
        }
    }
    for at in whole..left.len() {
        lanes[at - whole] += left[at] * right[at];
    }
    ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3]))
        + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]))
}

/// Eigenvalues of a small matrix that has entries only on and beside its diagonal, by implicit QL
/// with shifts; `rows` of an orthogonal matrix are turned along, so that rows of the identity
/// become rows of the eigenvectors.
fn solve_small(diagonal: &[f64], beside: &[f64], rows: &mut [Vec<f64>]) -> Vec<f64> {
    let size = diagonal.len();
    let (mut values, mut beside) = (diagonal.to_vec(), beside[..size].to_vec());
    if let Some(last) = beside.last_mut() {
        *last = 0.0;
    }
    for low in 0..size {
        for _ in 0..ROUNDS_MAX {
            let high = first_gap(&values, &beside, low);
            if high == low {
                break;
            }
            turn(&mut values, &mut beside, (low, high), rows);
        }
    }
    values
}

/// The first place from `low` on where the matrix falls apart.
fn first_gap(values: &[f64], beside: &[f64], low: usize) -> usize {
    (low..values.len() - 1)
        .find(|at| {
            let around = values[*at].abs() + values[at + 1].abs();
            beside[*at].abs() <= f64::EPSILON * around
        })
        .unwrap_or(values.len() - 1)
}

/// One round of QL between two places.
fn turn(
    values: &mut [f64],
    beside: &mut [f64],
    (low, high): (usize, usize),
    rows: &mut [Vec<f64>],
) {
    let half = (values[low + 1] - values[low]) / (2.0 * beside[low]);
    let long = (half * half + 1.0).sqrt();
    let signed = if half < 0.0 { -long } else { long };
    let mut shifted = values[high] - values[low] + beside[low] / (half + signed);
    let (mut sine, mut cosine, mut carried) = (1.0, 1.0, 0.0);
    for at in (low..high).rev() {
        let (far, near) = (sine * beside[at], cosine * beside[at]);
        let length = (far * far + shifted * shifted).sqrt();
        beside[at + 1] = length;
        if length == 0.0 {
            values[at + 1] -= carried;
            beside[high] = 0.0;
            return;
        }
        (sine, cosine) = (far / length, shifted / length);
        shifted = values[at + 1] - carried;
        let mixed = (values[at] - shifted) * sine + 2.0 * cosine * near;
        carried = sine * mixed;
        values[at + 1] = shifted + carried;
        shifted = cosine * mixed - near;
        for row in rows.iter_mut() {
            let (left, right) = (row[at], row[at + 1]);
            row[at + 1] = sine * left + cosine * right;
            row[at] = cosine * left - sine * right;
        }
    }
    values[low] -= carried;
    beside[low] = shifted;
    beside[high] = 0.0;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::real;

    /// A dense symmetric matrix, for comparison.
    struct Dense(Vec<Vec<f64>>);

    impl Spread for Dense {
        fn width(&self) -> usize {
            self.0.len()
        }

        fn multiply(&self, from: &[f64], to: &mut [f64]) {
            for (to, row) in to.iter_mut().zip(&self.0) {
                *to = dot(row, from);
            }
        }

        fn precision(&self) -> f64 {
            1e-10
        }

        fn hint(&self) -> Option<Vec<f64>> {
            None
        }
    }

    #[test]
    fn directions_are_kept_by_the_matrix() {
        let size = 30;
        let entry = |row: usize, column: usize| {
            let apart = real(row.abs_diff(column));
            real(1 + row.min(column)) / (1.0 + apart)
        };
        let rows = (0..size).map(|row| (0..size).map(|it| entry(row, it)).collect());
        let matrix = Dense(rows.collect());
        let (found, _) = strongest(&matrix, 0.0);
        for direction in &found[..EXACT] {
            let mut image = vec![0.0; size];
            matrix.multiply(&direction.vector, &mut image);
            for (image, it) in image.iter().zip(&direction.vector) {
                assert!((image - direction.strength * it).abs() < 1e-7, "{image}");
            }
            assert!((dot(&direction.vector, &direction.vector) - 1.0).abs() < 1e-12);
        }
        assert!(found[0].strength >= found[1].strength);
        assert!(dot(&found[0].vector, &found[1].vector).abs() < 1e-9);
    }

    #[test]
    fn matrices_of_few_or_equal_directions_are_no_trouble() {
        assert_eq!(strongest(&Dense(Vec::new()), 0.0).0.len(), WANTED);
        let (single, _) = strongest(&Dense(vec![vec![4.0]]), 0.0);
        assert_eq!(single[0].strength, 4.0);
        assert_eq!(single[1].strength, 0.0);
        let mut equal = vec![vec![0.0; 12]; 12];
        for (at, row) in equal.iter_mut().enumerate() {
            row[at] = 2.0;
        }
        let (found, _) = strongest(&Dense(equal), 0.0);
        assert!((found[2].strength - 2.0).abs() < 1e-12);
        let (nothing, _) = strongest(&Dense(vec![vec![0.0; 9]; 9]), 0.0);
        assert_eq!(nothing[0].strength, 0.0);
    }
}
