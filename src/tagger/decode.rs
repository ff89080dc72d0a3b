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

/// The best labels of a sequence, with the memory for finding them.
#[derive(Clone, Debug, Default)]
pub(super) struct Path {
    /// For each token its label.
    pub labels: Vec<u8>,
    /// For each token and label the best score up to there.
    reached: Vec<[i32; LANES]>,
}

impl Path {
    /// Finds the best labels and returns their score, which is right for up to [`REBASE`] tokens.
    ///
    /// # Method
    /// Viterbi's algorithm; of equal paths the one whose last differing label is lower.
    /// On the way forward only scores are kept, eight labels at a time; where each came from is asked on the way back,
    /// for the one label that stands on the path.
    pub(super) fn find(&mut self, scores: &[Scores], transitions: &Transitions) -> i32 {
        self.labels.clear();
        self.labels.resize(scores.len(), 0);
        self.reach(scores, transitions);
        let Some((last, before)) = self.reached.split_last() else { return 0 };
        let Some((first, rest)) = self.labels.split_first_mut() else { return 0 };
        let into = transposed(&transitions.between);
        let mut label = best_lane(last);
        let total = last[label];
        for (place, before) in rest.iter_mut().zip(before).rev() {
            *place = label as u8;
            label = best_lane(&sum(before, &into[label]));
        }
        *first = label as u8;
        total
    }

    fn reach(&mut self, scores: &[Scores], transitions: &Transitions) {
        self.reached.clear();
        let Some((first, rest)) = scores.split_first() else { return };
        let mut reached = sum(&transitions.first, &first.map(i32::from));
        self.reached.reserve(scores.len());
        self.reached.push(reached);
        for (index, token) in rest.iter().enumerate() {
            let mut best = [i32::MIN; LANES];
            for (label, row) in transitions.between.iter().enumerate() {
                for lane in 0..LANES {
                    best[lane] = best[lane].max(reached[label] + row[lane]);
                }
            }
            reached = sum(&best, &token.map(i32::from));
            if index % REBASE == REBASE - 1 {
                let most = reached.iter().copied().fold(i32::MIN, i32::max);
                reached = reached.map(|score| score - most);
            }
            self.reached.push(reached);
        }
    }
}

#[inline]
fn sum(one: &[i32; LANES], other: &[i32; LANES]) -> [i32; LANES] {
    std::array::from_fn(|lane| one[lane] + other[lane])
}

/// Returns the lane of the highest score, the lowest of several.
#[inline]
fn best_lane(scores: &[i32; LANES]) -> usize {
    let (mut best, mut most) = (0, scores[0]);
    for (lane, &score) in scores.iter().enumerate().skip(1) {
        best = if score > most { lane } else { best };
        most = most.max(score);
    }
    best
}

fn transposed(between: &[[i32; LANES]; LANES]) -> [[i32; LANES]; LANES] {
    std::array::from_fn(|to| std::array::from_fn(|from| between[from][to]))
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
        let mut path = Path::default();
        path.find(&scores, &transitions);
        assert_eq!(path.labels, expected);
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
        let mut path = Path::default();
        path.find(&scores, &Transitions::default());
        assert_eq!(path.labels.len(), scores.len());
    }
}
