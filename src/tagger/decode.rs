//! Viterbi: the best sequence of labels for the scores of a model.

/// Labels that a model may have, whether it uses them or not; what a 128-bit register holds in 16-bit numbers.
pub(super) const LANES: usize = 8;

/// Scores of every label for one token.
pub(super) type Scores = [i16; LANES];

/// Score of what must not be.
pub(super) const NEVER: i32 = -1_000_000;

/// What each label gives the next one: `[from][to]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Transitions {
    pub between: [[i32; LANES]; LANES],
    pub first: [i32; LANES],
}

/// Writes the best labels into `path` and returns their score.
///
/// # Method
/// Viterbi's algorithm; of equal paths the one with the lower label, read from the end.
pub(super) fn best_path(scores: &[Scores], transitions: &Transitions, path: &mut Vec<u8>) -> i32 {
    path.clear();
    let Some(first) = scores.first() else { return 0 };
    let mut reached = transitions.first;
    for (reached, &score) in reached.iter_mut().zip(first) {
        *reached += i32::from(score);
    }
    let mut back: Vec<[u8; LANES]> = Vec::with_capacity(scores.len());
    for token in &scores[1..] {
        let mut best = [i32::MIN; LANES];
        let mut from = [0i32; LANES];
        for (label, (&start, row)) in reached.iter().zip(&transitions.between).enumerate() {
            for lane in 0..LANES {
                let candidate = start + row[lane];
                let is_better = candidate > best[lane];
                best[lane] = if is_better { candidate } else { best[lane] };
                from[lane] = if is_better { label as i32 } else { from[lane] };
            }
        }
        for lane in 0..LANES {
            reached[lane] = (best[lane] + i32::from(token[lane])).max(i32::MIN / 2);
        }
        back.push(from.map(|label| label as u8));
    }
    let mut label = (0..LANES).rev().max_by_key(|&label| reached[label]).unwrap_or_default();
    let total = reached[label];
    path.resize(scores.len(), 0);
    for (index, place) in path.iter_mut().enumerate().rev() {
        *place = label as u8;
        if index > 0 {
            label = usize::from(back[index - 1][label]);
        }
    }
    total
}
