//! How certain a proposal of the tagger is.

use super::adjacent_cue::cue_beside;
use super::context::Context;
use crate::model::Confidence;
use crate::tagger::Frame;

/// Returns how certain a frame is: as its weaker part, that there is one or whose it is.
///
/// # Method
/// Limits for the margins, measured on articles that the model had not seen. Of stretches in marks, “sure” ones are right
/// 98 times of 100 and “likely” ones 82 times, source included; a cue beside them that names the same source makes them
/// sure. Of indirect contents “likely” ones are right 75 times; none can be told that is right 90 times.
pub(super) fn confidence(
    context: &Context,
    frame: &Frame,
    neighbor: Neighbor,
    source: usize,
    is_indirect: bool,
) -> Confidence {
    if is_indirect {
        let is_subject = |cue: usize| context.cues[cue].source == Some(source);
        let is_named =
            !frame.is_source_guessed || frame.margin >= 3000 || context.cues_in(frame.cue.clone()).any(is_subject);
        let is_likely = is_named && !frame.cue.clone().any(|token| refuses(context, token));
        return if is_likely { Confidence::Likely } else { Confidence::Unsure };
    }
    let certainty = (frame.margin / 4).min(frame.source_margin);
    let limit = match neighbor {
        Neighbor::AgreesBehind => i32::MIN,
        Neighbor::AgreesBefore => 600,
        Neighbor::Differs(_) | Neighbor::Silent => 1500,
    };
    let is_guess = frame.is_source_guessed && frame.margin < 2500 && neighbor == Neighbor::Silent;
    if is_guess {
        Confidence::Unsure
    } else if certainty >= limit {
        Confidence::Sure
    } else {
        Confidence::Likely
    }
}

/// “Declined to comment” tells that nothing was said.
fn refuses(context: &Context, token: usize) -> bool {
    matches!(
        context.lower(token),
        "decline" | "declines" | "declined" | "declining" | "refuse" | "refuses" | "refused" | "refusing"
    )
}

/// What the words beside a frame's stretches say of its source, by the rule for cues beside marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Neighbor {
    /// `“We act,” Ribeiro said`
    AgreesBehind,
    /// `Ribeiro said, “We act.”`
    AgreesBefore,
    /// They name somebody else.
    Differs(usize),
    /// They name nobody.
    Silent,
}

pub(super) fn ask_neighbor(context: &Context, frame: &Frame, marked: &[usize], source: Option<usize>) -> Neighbor {
    let beside = marked.iter().find_map(|&stretch| {
        cue_beside(context, stretch).filter(|(cue, _)| frame.cue.contains(&context.cues[*cue].verb))
    });
    match beside.map(|(cue, is_behind)| (context.cues[cue].source, is_behind)) {
        Some((Some(named), true)) if Some(named) == source => Neighbor::AgreesBehind,
        Some((Some(named), false)) if Some(named) == source => Neighbor::AgreesBefore,
        Some((Some(named), _)) => Neighbor::Differs(named),
        _ => Neighbor::Silent,
    }
}
