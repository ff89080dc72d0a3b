//! Viterbi: the best sequence of labels for the scores of a model.

/// Labels that a model may have, whether it uses them or not; what a 128-bit register holds in 16-bit numbers.
pub(super) const LANES: usize = 8;

/// Scores of every label for one token.
pub(super) type Scores = [i16; LANES];

/// Score of what must not be.
pub(super) const NEVER: i32 = -1_000_000;

/// Tokens after which scores are counted from 0 again, so that none overflows in a text without an end.
const REBASE: usize = 1 << 14;

/// What each label gives the next one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Transitions {
    /// By the label before, then the one behind.
    pub between: [[i32; LANES]; LANES],
    /// By the first label of a sequence.
    pub first: [i32; LANES],
}

impl Default for Transitions {
    fn default() -> Transitions {
        Transitions { between: [[0; LANES]; LANES], first: [0; LANES] }
    }
}

/// Writes the best labels into `path` and returns their score, which is right for up to [`REBASE`] tokens.
///
/// # Method
/// Viterbi's algorithm; of equal paths the one whose last differing label is lower.
pub(super) fn best_path(scores: &[Scores], transitions: &Transitions, path: &mut Vec<u8>) -> i32 {
    path.clear();
    let Some(first) = scores.first() else { return 0 };
    let mut reached = transitions.first;
    for lane in 0..LANES {
        reached[lane] += i32::from(first[lane]);
    }
    let mut back: Vec<[u8; LANES]> = Vec::with_capacity(scores.len());
    for (index, token) in scores.iter().enumerate().skip(1) {
        let mut best = [i32::MIN; LANES];
        let mut from = [0i32; LANES];
        for (label, row) in transitions.between.iter().enumerate() {
            for lane in 0..LANES {
                let candidate = reached[label] + row[lane];
                let is_better = candidate > best[lane];
                best[lane] = if is_better { candidate } else { best[lane] };
                from[lane] = if is_better { label as i32 } else { from[lane] };
            }
        }
        for lane in 0..LANES {
            reached[lane] = best[lane] + i32::from(token[lane]);
        }
        if index % REBASE == 0 {
            let most = reached.iter().copied().fold(i32::MIN, i32::max);
            reached = reached.map(|score| score - most);
        }
        back.push(from.map(|label| label as u8));
    }
    let mut label = 0;
    for lane in 1..LANES {
        if reached[lane] > reached[label] {
            label = lane;
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn check(scores: &[[i16; 2]], between: [[i32; 2]; 2], expected: &[u8]) {
        let mut transitions = Transitions { between: [[NEVER; LANES]; LANES], first: [NEVER; LANES] };
        transitions.first[..2].fill(0);
        for (row, weights) in transitions.between.iter_mut().zip(between) {
            row[..2].copy_from_slice(&weights);
        }
        let scores: Vec<Scores> = scores.iter().map(|&[zero, one]| [zero, one, 0, 0, 0, 0, 0, 0]).collect();
        let mut path = Vec::new();
        best_path(&scores, &transitions, &mut path);
        assert_eq!(path, expected);
    }

    #[test]
    fn each_token_takes_its_best_label_where_transitions_do_not_care() {
        check(&[[1, 0], [0, 1], [1, 0]], [[0, 0], [0, 0]], &[0, 1, 0]);
        check(&[], [[0, 0], [0, 0]], &[]);
    }

    #[test]
    fn a_transition_outweighs_a_token() {
        check(&[[3, 0], [0, 1], [3, 0]], [[0, -1], [-1, 0]], &[0, 0, 0]);
        check(&[[3, 0], [0, 9], [3, 0]], [[0, -1], [-1, 0]], &[0, 1, 0]);
        check(&[[3, 0], [0, 9], [3, 0]], [[0, NEVER], [0, 0]], &[1, 1, 0]);
    }

    #[test]
    fn scores_of_an_endless_text_do_not_overflow() {
        let scores = vec![[i16::MAX; LANES]; 200_000];
        let mut path = Vec::new();
        best_path(&scores, &Transitions::default(), &mut path);
        assert_eq!(path.len(), scores.len());
    }
}
