//! Words of the step 版式.

use super::{Word, words};
use crate::draft::DocumentOptions;
use crate::draft::page_style::{Difference, Preset, Setting, TextKind};

words! {
    STEP = "版式" / "Layout of the page";
    PRESETS = "常用版式" / "House styles";
    STANDARD = "国标公文" / "The national standard";
    STANDARD_ABOUT = "GB/T 9704—2012：三号仿宋，每页 22 行，每行 28 字，页码左右分列。" / "As GB/T 9704 has it.";
    PITCH_28 = "28 磅行距" / "Lines of 28 points";
    PITCH_28_ABOUT = "行距固定 28 磅，其余同国标。" / "As the standard, with lines of 28 points.";
    COMMON = "宋体通用" / "Common fonts";
    COMMON_ABOUT = "只用 Windows 自带字体：四号宋体，每页 26 行，每行 32 字，页码居中。" / "Fonts that every Windows has.";
    CUSTOM = "自定义" / "Of your own";
    RESET = "恢复" / "Reset";

    OPTIONS = "文件选项" / "What the document holds";
    OPTIONS_NONE = "都不加" / "None of them";
    COVER = "封面" / "Cover";
    COVER_HINT = "标题、单位和日期单独一页，不编页码。" / "Title, unit and date on a page of their own.";
    CONTENTS = "目录" / "Contents";
    CONTENTS_HINT = "列出两级标题、附件和所在页。" / "Headings of two levels with their pages.";
    BRIEF = "简版" / "Short version";
    BRIEF_HINT = "只留标题和每段第一句；文稿里写的内容都在。" / "Headings and first sentences; the draft keeps all.";
    EVIDENCE = "数据核对表作为附件" / "Table of evidence attached";
    EVIDENCE_HINT = "每个数字的核对依据，排在最后。" / "What each figure rests on, as the last attachment.";

    LIMIT = "篇幅上限" / "Length limit";
    LIMIT_NONE = "不限" / "None";
    LIMIT_OWN = "其他" / "Another";
    LIMIT_FIELD = "上限字数" / "Characters at most";
    LIMIT_WRONG = "请填 100 到 200000 之间的整数，如 2500。" / "A whole number, please.";
    LIMIT_HINT = "超过时会提示，不影响导出。" / "Said when passed; nothing is blocked.";

    DETAILS = "详细设置" / "Details";
    PAPER = "纸张与页边距" / "Paper and margins";
    LINES = "行与字" / "Lines and characters";
    FACES = "字体字号" / "Fonts and sizes";
    FONT = "字体" / "Font";
    SIZE = "字号" / "Size";
    BOLD = "加粗" / "Bold";
    TEXT_KIND = "用于" / "Of";
    FACES_HINT = "字体可选可填；对方电脑要装有这种字体。字号填 三号 或 16 都可以。" / "Chosen or typed.";
    TITLE_AND_SIGNATURE = "标题与落款" / "Title and signature";
    TABLES = "表格" / "Tables";
    FIGURES_CENTRED = "数字居中（不勾选则靠右）" / "Figures centred";
    PAGE_NUMBERS = "页码" / "Page numbers";
    NUMBER_AT = "页码位置" / "Place";
    NUMBER_OUTER = "单页靠右，双页靠左" / "Right on odd pages, left on even ones";
    NUMBER_CENTRE = "每页居中" / "Centred";
    DASHES = "页码两边加一字线（— 1 —）" / "A dash on each side";
}

/// The name of a house style; 自定义 where it is none of them.
pub fn preset(preset: Option<Preset>) -> Word {
    match preset {
        Some(Preset::Standard) => STANDARD,
        Some(Preset::Pitch28) => PITCH_28,
        Some(Preset::Common) => COMMON,
        None => CUSTOM,
    }
}

/// What a house style means, in one line.
pub fn about(preset: Preset) -> Word {
    match preset {
        Preset::Standard => STANDARD_ABOUT,
        Preset::Pitch28 => PITCH_28_ABOUT,
        Preset::Common => COMMON_ABOUT,
    }
}

/// The label of a number.
pub fn number(setting: Setting) -> Word {
    let (zh, en) = match setting {
        Setting::PaperWidth => ("纸宽（毫米）", "Paper width"),
        Setting::PaperHeight => ("纸高（毫米）", "Paper height"),
        Setting::Top => ("上边距（毫米）", "Top margin"),
        Setting::Bottom => ("下边距（毫米）", "Bottom margin"),
        Setting::Left => ("左边距（毫米）", "Left margin"),
        Setting::Right => ("右边距（毫米）", "Right margin"),
        Setting::LinePitch => ("正文行距（磅）", "Line pitch"),
        Setting::Characters => ("每行字数", "Characters a line"),
        Setting::Indent => ("段首空几字", "First-line indent"),
        Setting::TitlePitch => ("标题行距（磅）", "Line pitch of the title"),
        Setting::TitleGap => ("标题下空几行", "Blank lines under the title"),
        Setting::NoteGap => ("附件说明前空几行", "Blank lines before the attachment note"),
        Setting::SignatureGap => ("落款前空几行", "Blank lines before the signature"),
        Setting::SignatureInset => ("落款右空几字", "Signature from the right"),
        Setting::DateInset => ("日期比落款右移几字", "Date right of the signature"),
        Setting::SealInset => ("盖章时日期右空几字", "Date from the right, with a seal"),
        Setting::TablePitch => ("表内行距（磅）", "Line pitch in tables"),
        Setting::RowHeight => ("最小行高（毫米）", "Row height"),
        Setting::CellMargin => ("单元格左右留空（毫米）", "Cell margin"),
        Setting::NumberDistance => ("页码距正文（毫米）", "From the text"),
        Setting::NumberInset => ("页码离边几字", "From the edge"),
    };
    Word { zh, en }
}

/// The name of a kind of text.
pub fn kind(kind: TextKind) -> Word {
    let (zh, en) = match kind {
        TextKind::Title => ("标题", "Title"),
        TextKind::Body => ("正文", "Body"),
        TextKind::Heading1 => ("一级标题　一、", "First heading"),
        TextKind::Heading2 => ("二级标题　（一）", "Second heading"),
        TextKind::Heading3 => ("三级标题　1.", "Third heading"),
        TextKind::Heading4 => ("四级标题　（1）", "Fourth heading"),
        TextKind::Table => ("表格", "Tables"),
        TextKind::PageNumber => ("页码", "Page number"),
    };
    Word { zh, en }
}

/// 自定义：在「国标公文」上改了正文行距、正文。
pub fn custom(nearest: Preset, changed: &[Difference]) -> String {
    const NAMED: usize = 4;
    let names: Vec<&str> = changed.iter().take(NAMED).map(|it| name(*it)).collect();
    let more = if changed.len() > NAMED { format!("等 {} 项", changed.len()) } else { String::new() };
    format!("{}：在「{}」上改了{}{more}。", CUSTOM.text(), preset(Some(nearest)).text(), names.join("、"))
}

/// The name of what differs, without units and ordinals.
fn name(difference: Difference) -> &'static str {
    let whole = match difference {
        Difference::Number(setting) => number(setting).text(),
        Difference::Face(it) => kind(it).text(),
        Difference::PageNumber => NUMBER_AT.text(),
        Difference::TableFigures => TABLES.text(),
    };
    whole.split(['（', '　']).next().unwrap_or(whole)
}

/// 恢复为「国标公文」
pub fn reset_to(nearest: Preset) -> String {
    format!("{}为「{}」", RESET.text(), preset(Some(nearest)).text())
}

/// Said when settings of one's own gave way to a house style.
pub fn replaced(by: Preset) -> String {
    format!("已换为「{}」，原来的设置可以撤销找回。", preset(Some(by)).text())
}

/// 每页 22 行，每行 28 字。
pub fn page_holds(lines: usize, characters: u16) -> String {
    format!("现在每页 {lines} 行，每行 {characters} 字。")
}

/// 封面、目录: the options that are on.
pub fn options(options: &DocumentOptions) -> String {
    let all = [
        (options.cover, COVER),
        (options.contents, CONTENTS),
        (options.brief, BRIEF),
        (options.evidence, EVIDENCE),
    ];
    let on: Vec<&str> = all.into_iter().filter(|(on, _)| *on).map(|(_, word)| word.text()).collect();
    if on.is_empty() { OPTIONS_NONE.text().to_owned() } else { on.join("、") }
}

/// 按模板（4500 字）
pub fn limit_of_template(limit: Option<u32>) -> String {
    match limit {
        Some(limit) => format!("按模板（{limit} 字）"),
        None => "按模板（不限）".to_owned(),
    }
}

/// 2000 字
pub fn limit(limit: u32) -> String {
    format!("{limit} 字")
}

/// 标题字体: the name of a control in the table of fonts.
pub fn of_kind(text: TextKind, what: Word) -> String {
    let name = kind(text).text();
    format!("{}{}", name.split('　').next().unwrap_or(name), what.text())
}
