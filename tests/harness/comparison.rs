//! The complete comparison of what is expected with what was found, and its result as marked text.

use super::findings::{Finding, Sort};
use std::ops::Range;

/// One difference between expectation and report.
#[derive(Clone, Debug)]
pub struct Failure {
    /// What fails, short and stable: `missing quotation "It holds,"`, `quotation "It holds,": said`.
    pub key: String,
    /// The place as marked text, with what was expected and what was found.
    pub shown: String,
}

/// Compares both ways: whatever is expected must be found as it is, and nothing else.
pub fn compare(article: &str, expected: &[Finding], found: &[Finding]) -> Vec<Failure> {
    let partners = pair(expected, found);
    let mut failures = Vec::new();
    for (finding, partner) in expected.iter().zip(&partners) {
        match partner {
            Some(index) => differences(article, finding, &found[*index], &mut failures),
            None => failures.push(Failure { key: missing_key(finding), shown: whole(article, finding) }),
        }
    }
    let is_extra = |index: &usize| !partners.contains(&Some(*index));
    failures.extend((0..found.len()).filter(is_extra).map(|index| {
        let key = format!("extra {}", name(&found[index]));
        Failure { key, shown: whole(article, &found[index]) }
    }));
    failures
}

/// Returns every key that can fail for an expected finding.
pub fn possible_keys(finding: &Finding) -> Vec<String> {
    let fields = finding.fields.iter().map(|&(field, _)| field_key(finding, field));
    [missing_key(finding), field_key(finding, "span")].into_iter().chain(fields).collect()
}

/// Returns the text around the spans, which stand in 〔brackets〕.
pub fn marked_text(article: &str, spans: &[Range<usize>]) -> String {
    const AROUND: usize = 40;
    let (Some(first), Some(last)) = (spans.first(), spans.last()) else { return String::new() };
    let start = article.floor_char_boundary(first.start.saturating_sub(AROUND));
    let end = article.ceil_char_boundary((last.end + AROUND).min(article.len()));
    let mut shown = String::from(&article[start..first.start]);
    for (index, span) in spans.iter().enumerate() {
        let next = spans.get(index + 1).map_or(end, |next| next.start.max(span.end));
        shown.push('〔');
        shown.push_str(&shortened(&article[span.clone()]));
        shown.push('〕');
        shown.push_str(&article[span.end..next]);
    }
    shown.replace(['\n', '\r'], "¶")
}

/// Finds for each expected finding its partner: the one in the same place, else one that overlaps it by half.
fn pair(expected: &[Finding], found: &[Finding]) -> Vec<Option<usize>> {
    let mut taken = vec![false; found.len()];
    let mut partners = vec![None; expected.len()];
    for is_partner in [is_same_place, overlaps_by_half] {
        for (finding, partner) in expected.iter().zip(&mut partners).filter(|(_, partner)| partner.is_none()) {
            *partner = (0..found.len()).find(|&index| !taken[index] && is_partner(finding, &found[index]));
            if let Some(index) = *partner {
                taken[index] = true;
            }
        }
    }
    partners
}

fn is_same_place(one: &Finding, other: &Finding) -> bool {
    one.sort == other.sort && one.spans == other.spans && (!one.spans.is_empty() || one.label == other.label)
}

fn overlaps_by_half(one: &Finding, other: &Finding) -> bool {
    let length = |finding: &Finding| finding.spans.iter().map(ExactSizeIterator::len).sum::<usize>();
    let shared = |a: &Range<usize>, b: &Range<usize>| a.end.min(b.end).saturating_sub(a.start.max(b.start));
    let common: usize = one.spans.iter().flat_map(|a| other.spans.iter().map(move |b| shared(a, b))).sum();
    one.sort == other.sort && common > 0 && common * 3 >= length(one) + length(other)
}

fn differences(article: &str, expected: &Finding, found: &Finding, failures: &mut Vec<Failure>) {
    let place = marked_text(article, &expected.spans);
    let mut report = |field: &str, expected_field: &str, found_field: &str| {
        let or_nothing = |text: &str| if text.is_empty() { "nothing".to_owned() } else { text.to_owned() };
        let (expected_field, found_field) = (or_nothing(expected_field), or_nothing(found_field));
        let shown = format!("{place}\n  expected {expected_field}\n  found    {found_field}");
        failures.push(Failure { key: field_key(expected, field), shown });
    };
    if expected.spans != found.spans {
        report("span", &place, &marked_text(article, &found.spans));
    }
    for ((field, expected_field), (_, found_field)) in expected.fields.iter().zip(&found.fields) {
        if expected_field != found_field {
            report(field, expected_field, found_field);
        }
    }
}

fn missing_key(finding: &Finding) -> String {
    format!("missing {}", name(finding))
}

fn field_key(finding: &Finding, field: &str) -> String {
    format!("{}: {field}", name(finding))
}

/// `quotation "It holds,"`, `speaker NATO`; `document-date`, of which there is one.
fn name(finding: &Finding) -> String {
    match finding.sort {
        Sort::DocumentDate => finding.sort.name().to_owned(),
        sort => format!("{} {}", sort.name(), finding.label),
    }
}

fn whole(article: &str, finding: &Finding) -> String {
    let fields = finding.fields.iter().filter(|(_, value)| !value.is_empty());
    let fields: Vec<String> = fields.map(|(field, value)| format!("{field} {value}")).collect();
    format!("{}\n  {}", marked_text(article, &finding.spans), fields.join(", "))
}

fn shortened(words: &str) -> String {
    const LONGEST: usize = 120;
    if words.len() <= LONGEST {
        return words.to_owned();
    }
    let head = words.floor_char_boundary(LONGEST / 2);
    let tail = words.ceil_char_boundary(words.len() - LONGEST / 2);
    format!("{} … {}", &words[..head], &words[tail..])
}
