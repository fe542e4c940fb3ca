//! # What it does
//! Finds a total that is not the count times the rate beside it.
//! # Why it is bad
//! One of the three figures is wrong.
//! # Example
//! 8名对象每人帮扶12次，总计86次。
//! # Use instead
//! 8名对象每人帮扶12次，总计96次。
//!
//! A rate (每队10名, 单价85元, 户均500元) names for what it is given; what it is given for is
//! counted nearby, or is what another rate counts (每周2次、每次4名), or is a time (3月至8月). All
//! factors together make the product; the total says that it is one, and lies near to it: a figure
//! far from the product counts something else.

mod counted;
mod rate;
mod total;

use super::{Rule, Scope};
use crate::check::arithmetic::{like, plain};
use crate::check::flaw::Flaw;
use crate::check::passage::Passage;
use crate::check::verdict::{Agreement, Verdicts};
use crate::text::figures::Mention;
use rate::Rate;
use rust_decimal::Decimal;
use std::ops::Range;

/// The rule.
pub const RULE: Rule = Rule { name: "product-mismatch", title: "乘积不符", scope: Scope::Passage(check) };

/// How many ways to fill the factors are tried.
const WAYS: usize = 12;

/// Factors and what they make.
#[derive(Clone)]
struct Product {
    /// The product with the smallest and the largest number that rounding leaves possible.
    low: Decimal,
    value: Decimal,
    high: Decimal,
    factors: Vec<Decimal>,
    ranges: Vec<Range<usize>>,
    /// A quotient that was rounded takes part.
    average: bool,
    /// What it counts.
    unit: &'static str,
    /// Its rate is given for an event or a time, so that people add up to 人次.
    repeated: bool,
    /// Every thing that a rate is given for was counted.
    complete: bool,
}

fn check(passage: &Passage, verdicts: &mut Verdicts) {
    let mut until = 0;
    for index in 0..passage.mentions().len() {
        if index < until {
            continue;
        }
        let Some(first) = rate::at(passage, index) else { continue };
        // The rates of one sentence are seen together.
        let mut rates = vec![first];
        rates.extend(passage.later(index).filter_map(|(at, _)| rate::at(passage, at)));
        until = rates.last().map_or(index, |rate| rate.index) + 1;
        sentence(passage, &rates, verdicts);
    }
}

fn sentence(passage: &Passage, rates: &[Rate], verdicts: &mut Verdicts) {
    let chains = rate::chains(rates);
    let mut all: Vec<Vec<Product>> = Vec::new();
    for chain in &chains {
        all.push(counted::products(passage, chain, rates));
    }
    let mut explained: Vec<Range<usize>> = Vec::new();
    let totals: Vec<total::Total> = total::candidates(passage, rates);
    // What agrees first: a total that one product gives says nothing of the others.
    for products in &all {
        for product in products {
            let fitting = totals
                .iter()
                .find(|total| total.fits(product) && !product.ranges.contains(&total.mention.range));
            let Some(total) = fitting else { continue };
            explained.push(total.mention.range.clone());
            if product.complete {
                verdicts.agree(|| {
                    let sign = if total.mention.value == product.value { "=" } else { "≈" };
                    let words = format!(
                        "{} {sign} {}",
                        times(&product.factors),
                        like(total.mention.value, total.mention)
                    );
                    Agreement::new(RULE.name, total.mention.range.clone(), product.ranges.clone(), words)
                });
            }
        }
    }
    let sum = all
        .iter()
        .filter_map(|products| products.first())
        .fold(Decimal::ZERO, |sum, it| sum.saturating_add(it.value));
    for (chain, products) in chains.iter().zip(&all) {
        let fits_any = products.iter().any(|product| {
            totals.iter().any(|total| total.fits(product) && !product.ranges.contains(&total.mention.range))
        });
        if fits_any {
            continue;
        }
        let found = products.iter().filter(|it| it.complete).find_map(|product| {
            let total = totals.iter().find(|total| total.belongs(passage, product, chain))?;
            let competes = chains.iter().any(|other| competes(other, chain, total.index, &totals));
            let known = competes
                || explained.contains(&total.mention.range)
                || product.ranges.contains(&total.mention.range)
                || total.mention.value == sum
                || total.with_others(passage, product, chain);
            (!known && total.near(product)).then(|| flaw(passage, product, total.mention))
        });
        if let Some(flaw) = found {
            verdicts.push(flaw);
            return;
        }
    }
}

/// 状元每名8000元，能手每名2000元: a total of both is no product of one of them.
fn competes(other: &[&Rate<'_>], chain: &[&Rate<'_>], total: usize, totals: &[total::Total<'_>]) -> bool {
    let (Some(one), Some(two)) = (other.last(), chain.last()) else { return false };
    if one.index == two.index
        || one.value.unit != two.value.unit
        || (one.index < total) != (two.index < total)
    {
        return false;
    }
    let between = one.index.min(two.index)..one.index.max(two.index);
    !totals.iter().any(|it| between.contains(&it.index) && it.mention.unit == two.value.unit)
}

fn times(factors: &[Decimal]) -> String {
    factors.iter().map(|it| plain(*it)).collect::<Vec<_>>().join(" × ")
}

fn flaw(passage: &Passage, product: &Product, total: &Mention) -> Flaw {
    let equals = like(product.value, total);
    let sign = if product.average { "≈" } else { "=" };
    let message =
        format!("{} {sign} {equals}，文中为 {}，请核对。", times(&product.factors), like(total.value, total));
    Flaw::new(RULE.name, total.range.clone(), message)
        .figures(passage.shown(total), equals)
        .related(product.ranges.clone())
}

#[cfg(test)]
mod tests {
    use crate::check::cases::{right, wrong};

    #[test]
    fn count_times_rate_is_the_total() {
        wrong(
            "product-mismatch",
            &[
                ("8名对象每人帮扶12次,总计86次。", "86次"),
                ("组建护学队5支，每队6人，每名队员执勤4小时，总时长130小时。", "130小时"),
                ("向7所学校每所赠送图书200册、书架3组，合计赠送图书1400册、书架24组。", "24组"),
                ("对全县18所中小学巡回宣讲，各校均到访2轮，合计38校次。", "38校次"),
                ("每周开放4天，每天延时2小时，10周累计延时服务90小时。", "90小时"),
                ("选聘12名青年讲师,每名讲师宣讲4场,总计宣讲46场。", "46场"),
                ("举办活动5期，每期邀请30名青年，累计参加180人次。", "180人次"),
                ("帮扶学生45名,每名学生资助2000元,发放助学金8万元。", "8万元"),
                ("走访困难青少年136户，发放慰问金8.6万元，户均500元。", "8.6万元"),
                ("12个团支部各选派3名队员，共选派38名。", "38名"),
                ("开办托管班5个，每班接收20名儿童，共接收120名。", "120名"),
                ("每月集中学习2次，连续6个月，累计学习14次。", "14次"),
                ("每周开放2次、每次固定4名志愿者，连续16周，累计上岗148人次。", "148人次"),
                ("按照每人1200元的标准，向35名学生发放补助，总支出4.5万元。", "4.5万元"),
                ("结对26对，每对每月授课2次，1至6月累计授课302次。", "302次"),
                ("采购应急包120个，单价45元，共花费5600元。", "5600元"),
                ("慰问75户家庭，每户一份，每份价值160元，折合资金1.3万元。", "1.3万元"),
                ("组建18支突击队，每支队伍10人，共有队员160人。", "160人"),
                ("上半年共推送图文1086条，月均推送191条。", "月均推送191条"),
                ("募集图书36000册，建成图书角90个，平均每个图书角配书300册。", "36000册"),
            ],
        );
        right(&[
            "8名对象每人帮扶12次,总计96次。",
            "组建护学队5支，每队6人，每名队员执勤4小时，总时长120小时。",
            "向7所学校每所赠送图书200册、书架3组，合计赠送图书1400册、书架21组。",
            "每周开放4天，每天延时2小时，10周累计延时服务80小时。",
            "走访困难青少年136户,发放慰问金6.8万元,户均500元。",
            "帮扶学生45名,每名学生资助2000元,发放助学金9万元。",
            "举办培训2期，每期3天，共培训120人。",
            "举办活动5期，每期邀请30名左右青年，累计参加160人次。",
            "每名团干部联系青年100名，全镇34名团干部全部完成结对。",
            "募集图书3.6万册(36000册),建成图书角90个,平均每个图书角配书400册。",
            "12个团支部各选派3名队员，共选派36名。",
            "每周巡查2次，坚持8周，累计巡查16次。",
            "每周开放5天，累计服务群众320人次。",
            "4个片区各有特色，共建成阵地20个。",
            "为9名青工每人发放3600元，合计3.24万元；为9名师傅记津贴，人均1800元。",
            "资助小学生30名，每人500元；资助初中生20名，每人800元，合计发放3.1万元。",
            "举办训练营3期，每期40人，另有旁听学员15人，累计参训135人。",
            "组织活动6场，每场不少于50人，共360人参加。",
        ]);
    }
}
