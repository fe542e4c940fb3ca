//! 要求5月20日前完成，6月8日才完成，按期完成: a deadline, a later day, and a claim of being in time.

use super::RULE;
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::verdict::{Agreement, Verdicts};
use crate::text::figures::DateMention;
use std::ops::Range;

const IN_TIME: &[&str] = &["按期", "如期", "按时", "提前", "按要求"];
const LATE: &[&str] = &["逾期", "延期", "未按期", "未能按期", "未如期", "未能如期", "未按时", "未能按时"];
const WANTED: &[&str] =
    &["要求", "计划", "原定", "规定", "目标", "任务", "应于", "应在", "须", "限", "约定", "部署"];
const DONE: &[&str] =
    &["完成", "换完", "建成", "结束", "竣工", "办结", "报送", "落实", "到位", "启用", "完毕"];

/// Compares each deadline with the next day on which something was done.
pub(super) fn check(passage: &Passage, verdicts: &mut Verdicts) {
    let script = passage.script();
    for (index, deadline) in passage.reading.dates.iter().enumerate() {
        let Some(last) = last_day(passage, deadline) else { continue };
        let sentence = passage.sentence(deadline.range.start);
        let Some(done) = passage.reading.dates.get(index + 1) else { continue };
        let Some(day) = done.month.map(|month| (month, done.day.unwrap_or(1))) else { continue };
        let clause = passage.clause(done.range.start);
        let told = clause.end < sentence.end || sentence.contains(&done.range.start);
        let wanted = passage.has(sentence.start..deadline.range.end + 16, WANTED);
        let finished = passage.has(done.range.end..clause.end, DONE);
        let one_year = done.year.is_none() && done.shift.is_none() && deadline.shift.is_none();
        // 6月8日前, 6月8日起: no day of completion.
        let other =
            script.one_at(done.range.end, &["前", "之前", "以前", "起", "开始", "至", "-", "底前"]).is_some();
        if !told || !wanted || !finished || !one_year || other || !sentence.contains(&done.range.start) {
            continue;
        }
        let Some((claimed, in_time)) = claim(passage, done.range.end..sentence.end.min(done.range.end + 40))
        else {
            continue;
        };
        let later = if done.day.is_some() { day > last } else { day.0 > last.0 };
        let certain = done.day.is_some() || day.0 != last.0;
        let words = passage.words(claimed.clone());
        let (limit, shown) = (passage.words(deadline.range.clone()), passage.words(done.range.clone()));
        if later != in_time && certain {
            verdicts.agree(|| {
                let words = format!("时限 {limit}，完成于 {shown}，与「{words}」相符");
                Agreement::new(RULE.name, done.range.clone(), [deadline.range.clone()], words)
            });
        } else if certain {
            let message = format!("时限 {limit}，完成于 {shown}，与「{words}」不符，请核对日期或改写。");
            verdicts.push(
                Flaw::new(RULE.name, done.range.start..claimed.end, message)
                    .figures(words, format!("{shown} / {limit}"))
                    .related([deadline.range.clone(), done.range.clone()]),
            );
        }
    }
}

/// The last day of 5月20日前, 5月底前.
fn last_day(passage: &Passage, date: &DateMention) -> Option<(u32, u32)> {
    let month = date.month?;
    let behind = passage
        .script()
        .one_at(date.range.end, &["底以前", "底之前", "底前", "末前", "之前", "以前", "前"])?;
    match date.day {
        Some(day) => Some((month, day)),
        None if behind.starts_with(['底', '末']) => Some((month, 31)),
        None => Some((month.checked_sub(1)?, 31)),
    }
}

/// The claim of being in time or late; the day must not belong to another thing.
fn claim(passage: &Passage, range: Range<usize>) -> Option<(Range<usize>, bool)> {
    let script = passage.script();
    let mut places = range.clone();
    places.find_map(|at| {
        let late = script.one_at(at, LATE).map(|word| (word, false));
        let (word, in_time) = late.or_else(|| script.one_at(at, IN_TIME).map(|word| (word, true)))?;
        Some((at..at + word.chars().count(), in_time))
    })
}
