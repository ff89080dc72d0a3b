//! `he`, `she`, `they` and `it` are the most salient of those who agree in gender, number and kind.

use super::Resolver;
use super::discourse::{Candidate, Place, is_subject};
use crate::model::{Gender, MentionForm, SpeakerKind};

/// Resolves pronouns of the third person.
///
/// # Method
/// Salience as a sum of weights (Lappin and Leass 1994) over what is known to matter for quotations (Muzny et al.
/// 2017): distance, subject before object, the speaker of the previous quotation, the writer's own words before
/// reported ones. It fails where only knowledge of the world decides.
pub(super) fn resolve(resolver: &mut Resolver, mention: usize) -> Option<(usize, &'static str)> {
    let found = &resolver.mentions[mention];
    if found.form != MentionForm::Pronoun {
        return None;
    }
    match resolver.article.tokens.lower(found.tokens.start) {
        "he" | "him" | "she" | "her" => person(resolver, mention),
        "they" | "them" => thing(resolver, mention, true),
        "it" => thing(resolver, mention, false),
        "who" | "which" => antecedent(resolver, mention),
        _ => None,
    }
}

/// `Ana Ribeiro, | who`: the mention right before a relative pronoun.
fn antecedent(resolver: &Resolver, mention: usize) -> Option<(usize, &'static str)> {
    let at = resolver.mentions[mention].tokens.start;
    let before = mention.checked_sub(1)?;
    let end = resolver.mentions[before].tokens.end;
    let is_beside = end == at || end + 1 == at && resolver.article.tokens.lower(end) == ",";
    resolver.of_mention[before].filter(|_| is_beside).map(|(entity, _)| (entity, "relative"))
}

fn person(resolver: &mut Resolver, mention: usize) -> Option<(usize, &'static str)> {
    let found = &resolver.mentions[mention];
    let here = resolver.discourse.place_of(mention, found);
    let mut best: Option<(i32, &Candidate)> = None;
    let mut second = i32::MIN;
    let mut n_fitting = 0;
    // Who speaks says “I”: “she” in somebody's own words is somebody else.
    let own = resolver.discourse.speaker_of_words(mention).and_then(|source| resolver.of_mention[source]);
    for (rank, candidate) in resolver.discourse.people().enumerate() {
        let is_own = own.is_some_and(|(speaker, _)| speaker == candidate.entity);
        if is_own || !agrees(found.gender, resolver.entities[candidate.entity].gender) {
            continue;
        }
        let Some(place) = candidate.place(resolver.discourse.is_reported(mention)) else { continue };
        n_fitting += 1;
        let features = features(resolver, rank, candidate, &place, &here);
        let score = features.iter().zip(WEIGHTS).map(|(&holds, weight)| if holds { weight } else { 0 }).sum();
        match best {
            Some((most, _)) if score <= most => second = second.max(score),
            _ => {
                second = best.map_or(second, |(most, _)| most);
                best = Some((score, candidate));
            }
        }
    }
    let (most, candidate) = best?;
    let step = match candidate.place(false) {
        _ if resolver.discourse.spoke_last(candidate.entity) => "pronoun-source",
        Some(place) if place.is_subject => "pronoun-subject",
        _ => "pronoun-recency",
    };
    let entity = candidate.entity;
    let is_clear = n_fitting == 1 || most.saturating_sub(second) >= CLEAR_LEAD;
    // Who speaks is named behind the words and cannot be told apart from whom they are about.
    if is_clear && !resolver.discourse.is_reported(mention) {
        // Nobody else can be meant: whoever is “she” here is no “he” afterwards.
        let known = &mut resolver.entities[entity];
        known.gender = known.gender.or(found.gender);
    }
    Some((entity, step))
}

/// What speaks for or against a candidate, in the order of [`WEIGHTS`].
fn features(resolver: &Resolver, rank: usize, candidate: &Candidate, place: &Place, here: &Place) -> [bool; 20] {
    let entity = &resolver.entities[candidate.entity];
    let sentences = here.sentence.saturating_sub(place.sentence);
    let paragraphs = here.paragraph - place.paragraph;
    let spoke_last = resolver.discourse.spoke_last(candidate.entity);
    let own = resolver.discourse.attribution_of(here.mention);
    let is_in_own_content = candidate.reported.is_some_and(|reported| {
        let span = resolver.mentions[reported.mention].span;
        own.is_some_and(|own| own.content.iter().any(|content| content.contains(span)))
    });
    [
        sentences == 0,
        sentences == 1,
        paragraphs == 0,
        paragraphs == 1,
        paragraphs >= 4,
        rank <= 1,
        rank >= 5,
        place.is_subject,
        place.is_subject && sentences <= 1,
        place.is_possessive,
        place.form == MentionForm::Pronoun,
        candidate.entry == (here.paragraph, 0),
        candidate.entry == (here.paragraph.wrapping_sub(1), 0),
        spoke_last,
        spoke_last && paragraphs == 0,
        candidate.plain.is_some() || resolver.discourse.is_reported(here.mention),
        is_in_own_content,
        entity.gender.is_some(),
        entity.kind == SpeakerKind::Unnamed || entity.is_weak,
        candidate.n_mentions >= 8,
    ]
}

/// By how much the best candidate leads where nobody else can be meant.
const CLEAR_LEAD: i32 = 40;

/// What each feature weighs.
const WEIGHTS: [i32; 20] = [14, 9, 15, 6, -10, 10, -21, 5, 4, 3, -8, 22, 18, 8, 6, 24, -12, 10, -15, 7];

fn thing(resolver: &mut Resolver, mention: usize, is_plural: bool) -> Option<(usize, &'static str)> {
    let found = &resolver.mentions[mention];
    let here = resolver.discourse.place_of(mention, found);
    let is_reported = resolver.discourse.is_reported(mention);
    let fitting = |counts_reported: bool| {
        resolver.discourse.others().filter_map(move |candidate| {
            let place = if counts_reported { candidate.place(true) } else { candidate.plain }?;
            let is_several = candidate.kind == SpeakerKind::Group || place.is_plural;
            (here.paragraph - place.paragraph <= 1 && is_several == is_plural).then_some((candidate.entity, place))
        })
    };
    if let Some((entity, _)) = fitting(is_reported).find(|(_, place)| place.is_subject) {
        return Some((entity, "pronoun-subject"));
    }
    // “She read out a letter. ‘We act,’ it said.”: whoever speaks must be somebody.
    let speaks = !is_plural && resolver.discourse.attribution_of(mention).is_some();
    let (entity, _) = fitting(is_reported).next().or_else(|| fitting(true).next().filter(|_| speaks))?;
    is_subject(resolver.article, found).then_some((entity, "pronoun-recency"))
}

/// Tells whether two genders can be one person's.
fn agrees(left: Option<Gender>, right: Option<Gender>) -> bool {
    left.is_none() || right.is_none() || left == right
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn a_pronoun_agrees_in_gender() {
        check(
            "Then Ana Ribeiro met Luis Holm. She left. He stayed.",
            &[
                "Ana Ribeiro = Ana Ribeiro, full-name",
                "Luis Holm = Luis Holm, full-name",
                "She = Ana Ribeiro, pronoun-subject",
                "He = Luis Holm, pronoun-recency",
            ],
        );
    }

    #[test]
    fn the_speaker_goes_on_whoever_was_named_in_the_quotation() {
        check(
            "“Luis Holm is late,” Jens Dahl said.\n\n“We start,” he added.",
            &["Luis Holm = Luis Holm, full-name", "Jens Dahl = Jens Dahl, full-name", "he = Jens Dahl, pronoun-source"],
        );
    }

    #[test]
    fn whoever_was_clearly_he_is_no_she() {
        check(
            "Tovik Bron left.\n\n“We stop,” Arvo Vane said. “We go,” he said.\n\nThen Vane met Bron. She left.",
            &[
                "Tovik Bron = Tovik Bron, full-name",
                "Arvo Vane = Arvo Vane, full-name",
                "he = Arvo Vane, pronoun-source",
                "Vane = Arvo Vane, surname",
                "Bron = Tovik Bron, surname",
                "She = Tovik Bron, pronoun-recency",
            ],
        );
        check(
            "Then Tovik Bron met Arvo Vane. He left. She stayed.",
            &[
                "Tovik Bron = Tovik Bron, full-name",
                "Arvo Vane = Arvo Vane, full-name",
                "He = Tovik Bron, pronoun-subject",
                "She = Tovik Bron, pronoun-subject",
            ],
        );
    }

    #[test]
    fn nobody_is_she_in_her_own_words() {
        check(
            "Ana Ribeiro met Lise Dahl. “She left,” Dahl said. She left.",
            &[
                "Ana Ribeiro = Ana Ribeiro, full-name",
                "Lise Dahl = Lise Dahl, full-name",
                "She = Ana Ribeiro, pronoun-subject",
                "Dahl = Lise Dahl, surname",
                "She = Lise Dahl, pronoun-source",
            ],
        );
    }

    #[test]
    fn what_somebody_becomes_is_nobody_else() {
        check(
            "Ana Ribeiro became a nurse. She left.",
            &[
                "Ana Ribeiro = Ana Ribeiro, full-name",
                "a nurse = Ana Ribeiro, role-holder",
                "She = Ana Ribeiro, pronoun-subject",
            ],
        );
        check(
            "My sister will be a nurse. She left.",
            &["My sister = my sister, unnamed", "a nurse = nurse, unnamed", "She = my sister, pronoun-subject"],
        );
    }

    #[test]
    fn they_are_several_and_it_is_a_thing() {
        check(
            "Residents left. They said so. The ministry agreed. It said so.",
            &[
                "Residents = residents, unnamed",
                "They = residents, pronoun-subject",
                "The ministry = ministry, unnamed",
                "It = ministry, pronoun-subject",
            ],
        );
    }
}
