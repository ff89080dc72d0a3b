//! A linear chain, trained by gradient.

use super::examples::Examples;
use std::array::from_fn;
use std::ops::Range;
use whosaid::training::Learned;

/// Labels that a layer may have.
const LANES: usize = 8;
/// A number for each label.
type Row = [f32; LANES];

/// What is learned, and how.
#[derive(Clone, Debug)]
pub struct Settings {
    pub n_labels: usize,
    /// Whether a label may follow another; a sequence begins as behind label 0.
    pub may_follow: fn(u8, u8) -> bool,
    /// What a wrong label costs while training, in log odds: by the right label, then the wrong one.
    pub cost: [Row; LANES],
    /// How many features are kept at most.
    pub n_features: usize,
}

/// Times that every sequence is read.
const N_ROUNDS: u32 = 6;
/// Rounds at the end with smaller steps.
const N_CALM_ROUNDS: u32 = 2;
const RATE: f32 = 0.05;
const CALM_RATE: f32 = 0.3 * RATE;
/// A token whose right label is more probable than this teaches nothing.
const CERTAIN: f32 = 0.98;
/// The largest weight in the file. Finer weights are no better and make the file larger.
const LEVELS: f32 = 15.0;
/// Share of the weights that are larger than the largest one in the file.
const CUT: f64 = 0.0005;

/// Trains a layer twice, the second time on the features that proved to matter.
///
/// # Method
/// A conditional random field (Lafferty et al. 2001) with costs added to the scores of wrong labels (softmax margin,
/// Gimpel and Smith 2010), by AdaGrad (Duchi et al. 2011); sequences in an order shuffled by a fixed generator.
pub fn train(examples: &Examples, settings: &Settings) -> Learned {
    let first = learn(examples, settings);
    let spread = |row: &Row| {
        let used = &row[..settings.n_labels];
        used.iter().copied().fold(f32::MIN, f32::max) - used.iter().copied().fold(f32::MAX, f32::min)
    };
    let mut by_spread: Vec<usize> = (0..first.features.len()).collect();
    let spreads: Vec<f32> = first.features.iter().map(spread).collect();
    by_spread.sort_by(|&a, &b| spreads[b].total_cmp(&spreads[a]).then(a.cmp(&b)));
    let mut is_kept = vec![false; by_spread.len()];
    by_spread.iter().take(settings.n_features).for_each(|&feature| is_kept[feature] = true);
    let examples = examples.with_features(&is_kept);
    round(&examples, settings, &learn(&examples, settings))
}

/// Weights, or what is kept for each of them.
struct Weights {
    features: Vec<Row>,
    between: [Row; LANES],
    first: Row,
}

impl Weights {
    fn new(n_features: usize) -> Weights {
        Weights { features: vec![[0.0; LANES]; n_features], between: [[0.0; LANES]; LANES], first: [0.0; LANES] }
    }
}

fn learn(examples: &Examples, settings: &Settings) -> Weights {
    let mut learner = Learner {
        examples,
        settings,
        weights: Weights::new(examples.keys.len()),
        squares: Weights::new(examples.keys.len()),
        rate: RATE,
        between: [[0.0; LANES]; LANES],
        emissions: Vec::new(),
        forward: Vec::new(),
    };
    let mut order: Vec<usize> = (0..examples.n_sequences()).collect();
    let mut random = 0x0123_4567_89AB_CDEFu64;
    for round in 0..N_ROUNDS {
        if round + N_CALM_ROUNDS >= N_ROUNDS {
            learner.rate = CALM_RATE;
        }
        for place in (1..order.len()).rev() {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            order.swap(place, (random >> 33) as usize % (place + 1));
        }
        for &sequence in &order {
            learner.read(examples.sequence(sequence));
        }
    }
    learner.weights
}

struct Learner<'a> {
    examples: &'a Examples,
    settings: &'a Settings,
    weights: Weights,
    /// Sums of squared gradients.
    squares: Weights,
    rate: f32,
    /// Of the sequence that is being read: factors of transitions and tokens, and probabilities of labels so far.
    between: [Row; LANES],
    emissions: Vec<Row>,
    forward: Vec<Row>,
}

impl Learner<'_> {
    /// Takes a step for every token of a sequence.
    fn read(&mut self, tokens: Range<usize>) {
        self.go_forward(tokens.clone());
        let n = self.settings.n_labels;
        let mut backward = [1.0; LANES];
        for index in (0..tokens.len()).rev() {
            let token = tokens.start + index;
            let gold = usize::from(self.examples.gold[token]);
            let mut marginal = product(&self.forward[index], &backward);
            normalize(&mut marginal);
            // What a label gives to those before it.
            let reached = product(&self.emissions[index], &backward);
            if marginal[gold] < CERTAIN {
                self.step_transitions(token, index, &reached, &marginal);
                self.step_features(token, &marginal);
            }
            for (from, value) in backward.iter_mut().enumerate() {
                *value = (0..n).map(|to| self.between[from][to] * reached[to]).sum();
            }
            normalize(&mut backward);
        }
    }

    /// Computes the probabilities of labels given the tokens up to theirs.
    fn go_forward(&mut self, tokens: Range<usize>) {
        let n = self.settings.n_labels;
        let factor = |from: usize, to: usize, weight: f32| {
            let may_follow = from < n && to < n && (self.settings.may_follow)(from as u8, to as u8);
            if may_follow { weight.exp() } else { 0.0 }
        };
        let weights = &self.weights;
        let first: Row = from_fn(|to| factor(0, to, weights.first[to]));
        self.between = from_fn(|from| from_fn(|to| factor(from, to, weights.between[from][to])));
        self.emissions.clear();
        self.forward.clear();
        for token in tokens {
            let emission = self.emission(token);
            let mut reached = match self.forward.last() {
                None => first,
                Some(before) => {
                    let mut reached = [0.0; LANES];
                    for (before, factors) in before.iter().zip(&self.between) {
                        for (reached, factor) in reached.iter_mut().zip(factors) {
                            *reached += before * factor;
                        }
                    }
                    reached
                }
            };
            reached = product(&reached, &emission);
            normalize(&mut reached);
            self.emissions.push(emission);
            self.forward.push(reached);
        }
    }

    /// Returns the factors of a token's labels, the largest 1, costs included.
    fn emission(&self, token: usize) -> Row {
        let n = self.settings.n_labels;
        let mut sum = self.settings.cost[usize::from(self.examples.gold[token])];
        for &feature in self.examples.features(token) {
            let row = &self.weights.features[feature as usize];
            for lane in 0..LANES {
                sum[lane] += row[lane];
            }
        }
        let most = sum[..n].iter().copied().fold(f32::MIN, f32::max);
        from_fn(|lane| if lane < n { (sum[lane] - most).exp() } else { 0.0 })
    }

    fn step_transitions(&mut self, token: usize, index: usize, reached: &Row, marginal: &Row) {
        let gold = usize::from(self.examples.gold[token]);
        let is = |condition: bool| f32::from(u8::from(condition));
        if index == 0 {
            let gradient = from_fn(|lane| is(lane == gold) - marginal[lane]);
            step(&mut self.weights.first, &mut self.squares.first, &gradient, self.rate);
            return;
        }
        let gold_before = usize::from(self.examples.gold[token - 1]);
        let before = self.forward[index - 1];
        let pairs: [Row; LANES] = from_fn(|from| from_fn(|to| before[from] * self.between[from][to] * reached[to]));
        let total = pairs.iter().flatten().sum::<f32>().max(f32::MIN_POSITIVE);
        for (from, row) in pairs.iter().enumerate() {
            let gradient = from_fn(|to| is(from == gold_before && to == gold) - row[to] / total);
            step(&mut self.weights.between[from], &mut self.squares.between[from], &gradient, self.rate);
        }
    }

    fn step_features(&mut self, token: usize, marginal: &Row) {
        let gold = usize::from(self.examples.gold[token]);
        let mut gradient = marginal.map(|probability| -probability);
        gradient[gold] += 1.0;
        for &feature in self.examples.features(token) {
            let feature = feature as usize;
            step(&mut self.weights.features[feature], &mut self.squares.features[feature], &gradient, self.rate);
        }
    }
}

fn step(weights: &mut Row, squares: &mut Row, gradient: &Row, rate: f32) {
    for ((weight, square), gradient) in weights.iter_mut().zip(squares).zip(gradient) {
        *square += gradient * gradient;
        *weight += rate * gradient / (*square + 1.0).sqrt();
    }
}

fn product(one: &Row, other: &Row) -> Row {
    from_fn(|lane| one[lane] * other[lane])
}

fn normalize(row: &mut Row) {
    let total = row.iter().sum::<f32>().max(f32::MIN_POSITIVE);
    row.iter_mut().for_each(|value| *value /= total);
}

/// Rounds the weights to the few levels of the file.
fn round(examples: &Examples, settings: &Settings, weights: &Weights) -> Learned {
    let n = settings.n_labels;
    let mut sizes: Vec<f32> = weights.features.iter().flat_map(|row| &row[..n]).map(|weight| weight.abs()).collect();
    sizes.sort_by(f32::total_cmp);
    let cut = sizes.len() - 1 - (sizes.len() as f64 * CUT) as usize;
    let scale = LEVELS / sizes[cut].max(f32::MIN_POSITIVE);
    let transition = |from: usize, to: usize, weight: f32| {
        (settings.may_follow)(from as u8, to as u8).then(|| (weight * scale).round() as i32)
    };
    let rows = examples.keys.iter().zip(&weights.features).map(|(&key, row)| {
        let round = |&weight: &f32| (weight * scale).round().clamp(-LEVELS, LEVELS) as i8;
        (key, row[..n].iter().map(round).collect::<Vec<i8>>())
    });
    Learned {
        n_labels: n,
        unit: scale.round() as u32,
        between: (0..n)
            .map(|from| (0..n).map(|to| transition(from, to, weights.between[from][to])).collect())
            .collect(),
        first: (0..n).map(|to| transition(0, to, weights.first[to])).collect(),
        weights: rows.filter(|(_, row)| row.iter().any(|&weight| weight != 0)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::examples::Lesson;
    use super::*;
    use whosaid::training::Sequence;

    /// A token of the first kind, of the second, and one that tells nothing of its own.
    const HOT: u32 = 11;
    const COLD: u32 = 22;
    const DARK: u32 = 33;

    /// Returns lessons whose right labels are 1 for hot, 0 for cold and the one before for dark.
    fn lessons() -> Vec<Lesson> {
        let sequences =
            [[HOT, DARK, COLD, DARK], [COLD, DARK, DARK, HOT], [HOT, COLD, HOT, DARK], [DARK, HOT, HOT, COLD]];
        let lesson = |keys: [u32; 4]| {
            let mut label = 0;
            let gold = keys.map(|key| {
                label = if key == DARK { label } else { u8::from(key == HOT) };
                label
            });
            let features = keys.iter().map(|&key| vec![key]).collect();
            (Sequence { features, ..Sequence::default() }, gold.to_vec())
        };
        sequences.into_iter().cycle().take(400).map(lesson).collect()
    }

    fn settings() -> Settings {
        let mut cost = [[0.0; LANES]; LANES];
        (cost[0][1], cost[1][0]) = (1.0, 1.0);
        Settings { n_labels: 2, may_follow: |_, _| true, cost, n_features: 10 }
    }

    fn learn_toy(settings: &Settings) -> Learned {
        train(&Examples::new(&lessons(), 1), settings)
    }

    fn weights(learned: &Learned, key: u32) -> [i8; 2] {
        let row = learned.weights.iter().find(|(known, _)| *known == key).map(|(_, row)| row);
        row.map_or([0; 2], |row| [row[0], row[1]])
    }

    #[test]
    fn what_tells_two_labels_apart_is_learned() {
        let learned = learn_toy(&settings());
        let [cold, hot] = weights(&learned, HOT);
        assert!(hot > 0 && cold < 0, "{learned:?}");
        let [cold, hot] = weights(&learned, COLD);
        assert!(hot < 0 && cold > 0, "{learned:?}");
    }

    #[test]
    fn what_tells_nothing_of_its_own_has_the_label_before() {
        let between = learn_toy(&settings()).between;
        assert!(between[0][0] > between[0][1], "{between:?}");
        assert!(between[1][1] > between[1][0], "{between:?}");
    }

    #[test]
    fn a_label_that_may_not_follow_has_no_weight() {
        let forbidding = Settings { may_follow: |from, to| (from, to) != (1, 1), ..settings() };
        let learned = learn_toy(&forbidding);
        assert_eq!(learned.between[1][1], None);
        assert!(learned.between[1][0].is_some() && learned.first.iter().all(Option::is_some));
    }

    #[test]
    fn the_features_that_matter_most_are_kept() {
        let learned = learn_toy(&Settings { n_features: 2, ..settings() });
        let keys: Vec<u32> = learned.weights.iter().map(|(key, _)| *key).collect();
        assert_eq!(keys, [HOT, COLD]);
    }

    #[test]
    fn of_two_mistakes_the_cheaper_one_is_made() {
        let lesson = |index: u8| (Sequence { features: vec![vec![DARK]], ..Sequence::default() }, vec![index % 2]);
        let undecided = Examples::new(&(0..200).map(lesson).collect::<Vec<Lesson>>(), 1);
        let prefers_one = |gold: usize, wrong: usize| {
            let mut settings = settings();
            settings.cost[gold][wrong] = 4.0;
            let learned = train(&undecided, &settings);
            let [zero, one] = weights(&learned, DARK).map(i32::from);
            learned.first[1].unwrap_or(0) + one > learned.first[0].unwrap_or(0) + zero
        };
        assert!(prefers_one(1, 0), "a missed 1 is dear");
        assert!(!prefers_one(0, 1), "a missed 0 is dear");
    }

    #[test]
    fn the_same_lessons_give_the_same_weights() {
        let examples = Examples::new(&lessons(), 1);
        let [one, other] = [(), ()].map(|()| learn(&examples, &settings()));
        assert_eq!(one.features, other.features);
        assert_eq!(one.between, other.between);
        assert_eq!(one.first, other.first);
    }

    #[test]
    fn rounding_keeps_signs_and_drops_what_is_nothing() {
        let examples = Examples::new(&lessons(), 1);
        let mut weights = Weights::new(3);
        weights.features[0][..2].copy_from_slice(&[-2.0, 2.0]);
        weights.features[1][..2].copy_from_slice(&[0.5, -0.5]);
        weights.features[2][..2].copy_from_slice(&[0.01, -0.01]);
        weights.between[0][1] = -1.0;
        let learned = round(&examples, &settings(), &weights);
        assert_eq!(learned.weights, [(HOT, vec![-15, 15]), (COLD, vec![4, -4])]);
        assert_eq!(learned.between[0], [Some(0), Some(-8)]);
    }
}
