//! Quick figures while the features are being chosen: one fold held out, no scorer.

use super::corpus::{self, Article};
use super::*;

#[derive(Default, Clone, Copy)]
struct Count {
    right: usize,
    found: usize,
    gold: usize,
}

impl Count {
    fn show(&self) -> String {
        let p = self.right as f64 / self.found.max(1) as f64;
        let r = self.right as f64 / self.gold.max(1) as f64;
        format!("{:.1}/{:.1}/{:.1}", 100.0 * p, 100.0 * r, 200.0 * p * r / (p + r).max(1e-9))
    }
}

pub fn tune(folder: &Path, only_tags: bool) -> Result {
    let articles = corpus::read(folder, "train")?;
    let all: Vec<&Article> = articles.iter().collect();
    let (held_out, others) = split(&all, settings_of("fold", 0) as usize);
    let dev = corpus::read(folder, "dev")?;
    let (held_out, others) =
        if std::env::var("DEV").is_ok() { (dev.iter().collect(), all.clone()) } else { (held_out, others) };
    let start = std::time::Instant::now();
    let model = if only_tags {
        let words = ordinary_words(&others);
        training::write_model(&words, &[&learn_tags(&others, &words), &learn_nothing()])
    } else {
        learn(&others)
    };
    eprintln!("{:.1} s", start.elapsed().as_secs_f64());
    std::fs::write("/tmp/tune.bin", &model).map_err(|e| e.to_string())?;
    let mut tokens = [Count::default(); 3];
    let mut chunks_ = [Count::default(); 3];
    for article in &held_out {
        let gold = tag_labels(article);
        let found = training::labels(&article.text, &model);
        for kind in 0..3u8 {
            let is = |label: u8| label == 2 * kind + 1 || label == 2 * kind + 2 || kind == 2 && label == 7;
            for (index, (&g, &f)) in gold.iter().zip(&found).enumerate() {
                if article.division.is_punctuation[index] {
                    continue;
                }
                let c = &mut tokens[kind as usize];
                c.gold += usize::from(is(g));
                c.found += usize::from(is(f));
                c.right += usize::from(is(g) && is(f));
            }
            let a = ranges(&gold, 2 * kind + 1);
            let b = ranges(&found, 2 * kind + 1);
            let c = &mut chunks_[kind as usize];
            c.gold += a.len();
            c.found += b.len();
            c.right += a
                .iter()
                .filter(|x| {
                    b.iter().any(|y| {
                        let i = x.end.min(y.end).saturating_sub(x.start.max(y.start));
                        let u = x.len() + y.len() - i;
                        if kind == 1 { i > 0 } else { 2 * i >= u }
                    })
                })
                .count();
        }
    }
    let t: Vec<String> = tokens.iter().map(Count::show).collect();
    let k: Vec<String> = chunks_.iter().map(Count::show).collect();
    println!("tokens S {} V {} C {}", t[0], t[1], t[2]);
    println!("chunks S {} V {} C {}", k[0], k[1], k[2]);
    if only_tags {
        return Ok(());
    }
    let mut kinds = std::collections::BTreeMap::new();
    for article in &held_out {
        let frames = training::frames(&article.text, &model);
        let set = |ranges: &[Range<usize>]| -> std::collections::BTreeSet<usize> {
            ranges.iter().flat_map(|r| r.clone()).filter(|&t| !article.division.is_punctuation[t]).collect()
        };
        for g in article.attributions.iter().filter(|a| !a.sources.is_empty()) {
            let marked = g.contents.iter().any(|r| article.division.stretches.iter().any(|s| s.start < r.end && r.start < s.end));
            let gs = set(&g.contents);
            let what = match frames.iter().find(|f| f.cue.start < g.cue.end && g.cue.start < f.cue.end) {
                None => "no cue",
                Some(f) => {
                    let fs = set(&f.contents);
                    let i = gs.intersection(&fs).count();
                    let u = gs.union(&fs).count();
                    if f.margin <= 0 { if 2 * i >= u { "rejected, right" } else { "rejected, wrong" } }
                    else if 2 * i >= u { "right" }
                    else if i == 0 { "disjoint" }
                    else if fs.len() > gs.len() { "too long" } else { "too short" }
                }
            };
            *kinds.entry((marked, what)).or_insert(0) += 1;
        }
    }
    println!("{kinds:?}");
    let mut stretches = std::collections::BTreeMap::new();
    for article in &held_out {
        let frames = training::frames(&article.text, &model);
        let labels = training::labels(&article.text, &model);
        for stretch in &article.division.stretches {
            let covers = |ranges: &[Range<usize>]| 2 * ranges.iter().map(|r| r.end.min(stretch.end).saturating_sub(r.start.max(stretch.start))).sum::<usize>() >= stretch.len();
            let gold = article.attributions.iter().filter(|a| !a.sources.is_empty()).any(|a| covers(&a.contents));
            let accepted = frames.iter().any(|f| f.margin > 0 && covers(&f.contents) && !f.sources.is_empty());
            let sourceless = frames.iter().any(|f| f.margin > 0 && covers(&f.contents));
            let rejected = frames.iter().any(|f| covers(&f.contents));
            let tagged = 2 * labels[stretch.clone()].iter().filter(|&&l| l >= 5).count() >= stretch.len();
            let what = (gold, if accepted { "accepted" } else if sourceless { "no source" } else if tagged && rejected { "rejected but tagged" } else if rejected { "rejected" } else if tagged { "tagged only" } else { "nothing" });
            if what == (true, "tagged only") && std::env::var("SHOW").is_ok() {
                let t = |i: usize| article.division.tokens[i.min(article.division.tokens.len() - 1)].clone();
                let text = &article.text;
                let g = article.attributions.iter().find(|a| covers(&a.contents)).unwrap();
                let show = |r: &Range<usize>| if r.is_empty() { "" } else { &text[t(r.start).start..t(r.end - 1).end] };
                println!("SHOW {}[[{}]]{}  GOLD cue {} src {}", text[t(stretch.start.saturating_sub(30)).start..t(stretch.start).start].replace('\n', "¶"), show(stretch), text[t(stretch.end - 1).end..t(stretch.end + 20).end].replace('\n', "¶"), show(&g.cue), g.sources.iter().map(|s| show(s)).collect::<Vec<_>>().join("+"));
                for f in frames.iter().filter(|f| f.cue.end + 60 > stretch.start && f.cue.start < stretch.end + 60) {
                    println!("      {} cue {} src {} content {}", f.margin, show(&f.cue), f.sources.iter().map(|s| show(s)).collect::<Vec<_>>().join("+"), f.contents.iter().map(|s| show(s)).collect::<Vec<_>>().join(" // ").chars().take(100).collect::<String>());
                }
            }
            *stretches.entry(what).or_insert(0) += 1;
        }
    }
    println!("{stretches:?}");
    for least in [0] {
        let mut c = [Count::default(); 2];
        let mut src = 0;
        for article in &held_out {
            let in_marks = |range: &Range<usize>| article.division.stretches.iter().any(|s| s.start < range.end && range.start < s.end);
            let mut frames = training::frames(&article.text, &model);
            frames.retain(|f| f.margin > least && !f.contents.is_empty());
            frames.sort_by_key(|f| -f.margin);
            let mut covered = vec![false; article.division.tokens.len()];
            frames.retain(|f| {
                if f.contents.iter().any(|r| covered[r.clone()].contains(&true)) || covered[f.cue.clone()].contains(&true) {
                    return false;
                }
                f.contents.iter().for_each(|r| covered[r.clone()].fill(true));
                true
            });
            let gold: Vec<_> = article.attributions.iter().filter(|a| !a.sources.is_empty()).collect();
            let set = |ranges: &[Range<usize>]| -> Vec<usize> {
                ranges.iter().flat_map(|r| r.clone()).filter(|&t| !article.division.is_punctuation[t]).collect()
            };
            let iou = |a: &[usize], b: &[usize]| {
                let i = a.iter().filter(|t| b.binary_search(t).is_ok()).count();
                (i, a.len() + b.len() - i)
            };
            for g in &gold {
                let k = usize::from(g.contents.iter().any(&in_marks));
                c[k].gold += 1;
            }
            let none: Vec<_> = article.attributions.iter().filter(|a| a.sources.is_empty()).collect();
            for f in &frames {
                let k = usize::from(f.contents.iter().any(&in_marks));
                let fs = set(&f.contents);
                if none.iter().any(|g| { let (i, u) = iou(&set(&g.contents), &fs); 2 * i >= u }) {
                    continue;
                }
                c[k].found += 1;
                if let Some(g) = gold.iter().find(|g| { let (i, u) = iou(&set(&g.contents), &fs); 2 * i >= u && u > 0 }) {
                    c[k].right += 1;
                    src += usize::from(g.sources.iter().any(|a| f.sources.iter().any(|b| a.start < b.end && b.start < a.end)));
                }
            }
        }
        let sum = Count { right: c[0].right + c[1].right, found: c[0].found + c[1].found, gold: c[0].gold + c[1].gold };
        println!("least {least}: indirect {} marked {} all {} source {:.1}", c[0].show(), c[1].show(), sum.show(), 100.0 * src as f64 / sum.right.max(1) as f64);
    }
    Ok(())
}

fn ranges(labels: &[u8], begin: u8) -> Vec<Range<usize>> {
    let mut chunks: Vec<Range<usize>> = Vec::new();
    for (index, &label) in labels.iter().enumerate() {
        if label == begin {
            chunks.push(index..index + 1);
        } else if (label == begin + 1 || begin == 5 && label == 7)
            && let Some(last) = chunks.last_mut()
        {
            last.end = index + 1;
        }
    }
    chunks
}

/// Prints how often things happen for each token.
pub fn rates(folder: &Path) -> Result {
    let dev = corpus::read(folder, "dev")?;
    let model = std::fs::read("src/tagger/model.bin").map_err(|e| e.to_string())?;
    let (mut n, mut f, mut w, mut feats, mut tagf) = (0, 0, 0, 0, 0);
    for article in &dev {
        n += article.division.tokens.len();
        for s in training::frame_sequences(&article.text, &model) {
            f += 1;
            w += s.features.len();
            feats += s.features.iter().map(Vec::len).sum::<usize>();
        }
        tagf += training::tag_sequences(&article.text, &model).iter().flat_map(|s| s.features.iter()).map(Vec::len).sum::<usize>();
    }
    println!("tokens {n} frames {f} window tokens/token {:.2} frame features/token {:.1} tag features/token {:.1}", w as f64 / n as f64, feats as f64 / n as f64, tagf as f64 / n as f64);
    Ok(())
}
