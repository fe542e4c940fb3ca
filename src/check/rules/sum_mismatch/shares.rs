//! Shares of one whole, which make a hundred: 学生占四成五，干部占三成，其余两成五为青工; 男生占57%，
//! 女生占43%.

use super::{RULE, kinds};
use crate::check::arithmetic::plain;
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::relation::label;
use crate::check::verdict::{Agreement, Verdicts};
use crate::text::figures::{Kind, Mention};
use rust_decimal::Decimal;

/// Words of a share that takes in all that was not named.
const RESTS: &[&str] = &["其余", "剩余", "余下", "剩下", "其他", "其它"];

/// Words of a percentage that is no share of the whole that the others divide.
const ASIDE: &[&str] = &["率", "较", "比上", "同比", "增", "提高", "下降", "目标", "完成", "度"];

/// Words of a question with several answers, or of views that overlap.
const SEVERAL: &[&str] = &["多选", "兼", "重复", "交叉", "同时", "另有", "未统计", "未填"];

/// Shares up to `index`, which closes them, that do not make a hundred.
pub(super) fn whole(
    passage: &Passage,
    index: usize,
    last: &Mention,
    verdicts: &mut Verdicts,
) -> Option<Flaw> {
    let lead = passage.words(passage.lead(index));
    let rest = RESTS.iter().any(|word| lead.contains(word));
    let sex = lead.contains(['男', '女']);
    if !rest && !sex || !share(passage, index, last, rest) {
        return None;
    }
    let clause = passage.clause(last.number.start);
    let mut shares: Vec<(usize, &Mention)> = vec![(index, last)];
    for (at, it) in passage.earlier(index) {
        if it.kind != Kind::Percent {
            continue;
        }
        let next = shares.last().map_or(clause.start, |(_, it)| it.range.start);
        if next.saturating_sub(it.range.end) > 40 || !share(passage, at, it, false) {
            return None;
        }
        shares.push((at, it));
        if !rest {
            break;
        }
    }
    shares.reverse();
    let (first, _) = *shares.first()?;
    let sentence = passage.sentence(last.number.start);
    // Another share behind it, and it did not close them.
    if passage.later(index).any(|(at, it)| share(passage, at, it, false)) {
        return None;
    }
    if shares.len() < 2 || shares.len() > 8 || passage.has(sentence, SEVERAL) {
        return None;
    }
    let labels: Vec<&str> = shares.iter().map(|(at, _)| named(passage, *at)).collect();
    let apart = if rest {
        !kinds::may_overlap(&labels)
    } else {
        // 女团员 and 男干部 are halves of nothing.
        let mut ends = labels.iter().map(|it| it.chars().last());
        let end = ends.next();
        kinds::halves(&labels) && ends.all(|it| Some(it) == end)
    };
    if !apart {
        return None;
    }
    let hundred = Decimal::ONE_HUNDRED;
    let sum = shares.iter().fold(Decimal::ZERO, |sum, (_, it)| sum.saturating_add(it.value));
    let slack =
        shares.iter().fold(Decimal::ZERO, |sum, (_, it)| sum + half(passage, it)) * Decimal::new(8, 1);
    let terms: Vec<String> = shares.iter().map(|(_, it)| format!("{}%", plain(it.value))).collect();
    let related: Vec<_> =
        shares.iter().filter(|(at, _)| *at != index).map(|(_, it)| it.range.clone()).collect();
    if (sum - hundred).abs() <= slack {
        verdicts.agree(|| {
            let sign = if sum == hundred { "=" } else { "≈" };
            let words = format!("{} {sign} 100%", terms.join(" + "));
            Agreement::new(RULE.name, last.range.clone(), related, words)
        });
        return None;
    }
    // Some of the shares may be shares of a share: 企业占60%，其中国企占四成，其余六成.
    let others: Vec<Decimal> = shares.iter().filter(|(at, _)| *at != index).map(|(_, it)| it.value).collect();
    let some = (1u32..1 << others.len()).any(|chosen| {
        let picked = others.iter().enumerate().filter(|(place, _)| chosen >> place & 1 == 1);
        let sum = picked.fold(last.value, |sum, (_, value)| sum.saturating_add(*value));
        (sum - hundred).abs() <= slack
    });
    if some || (sum - hundred).abs() > Decimal::from(20) || first == index {
        return None;
    }
    let message = format!("{} = {}%，各部分占比之和应为 100%，请核对。", terms.join(" + "), plain(sum));
    let start = passage.lead(index).start;
    Some(
        Flaw::new(RULE.name, start..last.range.end, message)
            .figures(format!("{}%", plain(sum)), "100%")
            .related(related),
    )
}

/// True for an exact share told as one: 占…%, or 其余…%.
fn share(passage: &Passage, index: usize, it: &Mention, rest: bool) -> bool {
    let lead = passage.words(passage.lead(index));
    it.kind == Kind::Percent
        && it.exact()
        && !it.quoted
        // 其余阵地中有60%由企业共建 is a share of those.
        && (rest && !lead.contains('中') || lead.contains('占'))
        && !ASIDE.iter().any(|word| lead.contains(word))
        && !passage.words(passage.tail(index)).starts_with(['以', '左', '多'])
}

/// What a share is of, without the word that says that it is one.
fn named(passage: &Passage, index: usize) -> &str {
    let label = label(passage, index);
    label.split('占').next().unwrap_or(label).trim_end_matches('的')
}

/// By how much a share may have been rounded; tenths told beside each other are meant as told.
fn half(passage: &Passage, it: &Mention) -> Decimal {
    if passage.words(it.range.clone()).contains('成') { Decimal::ZERO } else { it.step / Decimal::TWO }
}
