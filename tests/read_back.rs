//! The Word file of every template reads back, with python-docx, as it was laid out; and the
//! schema check finds nothing in any of them, with any option.

mod common;
mod docx_support;
#[path = "pdf_support/reports.rs"]
mod reports;
#[path = "pdf_support/sentences.rs"]
mod sentences;

use docx_support::read;
use docx_support::read_back::{differences, expected, read as read_back};
use qinggao::docx::export;
use qinggao::draft::page_style::Preset;
use qinggao::draft::{DocumentOptions, Draft, IndicatorTable};
use qinggao::layout::{Document, layout};
use qinggao::template::built_in;
use std::sync::Arc;

const CREATED: &str = "2026-07-01T09:30:00+08:00";

fn file(document: &Document) -> Vec<u8> {
    export(document, CREATED).unwrap().bytes
}

/// Every template as it begins and as it is sent in.
fn of_templates() -> Vec<(String, Draft)> {
    let both = |template| {
        [("empty", reports::begun(template)), ("usual", reports::filled(template))]
            .map(|(state, draft)| (format!("{}-{state}", template.id), draft))
    };
    built_in().iter().flat_map(both).collect()
}

#[test]
fn python_docx_reads_back_what_was_laid_out() {
    let mut drafts = of_templates();
    drafts.push(("full".to_owned(), common::full()));
    drafts.push(("long".to_owned(), reports::long(5000)));
    let documents: Vec<Document> = drafts.iter().map(|(_, draft)| layout(draft)).collect();
    let files: Vec<Vec<u8>> = documents.iter().map(file).collect();
    let Some(found) = read_back(&files) else { return };
    assert_eq!(found.len(), drafts.len());
    for (((name, _), document), found) in drafts.iter().zip(&documents).zip(&found) {
        let wrong = differences(&expected(document), found);
        assert!(wrong.is_empty(), "{name}:\n{}", wrong.join("\n"));
        assert!(name != "long" || found.len() >= 5000);
    }
}

#[test]
fn a_file_that_was_tampered_with_is_told() {
    let document = layout(&common::full());
    let wanted = expected(&document);
    let changes: [(&str, &str, &str, &str); 7] = [
        ("word/document.xml", "特此报告", "特此报考", "特此报考"),
        ("word/styles.xml", "w:eastAsia=\"楷体_GB2312\"", "w:eastAsia=\"宋体\"", "宋体"),
        ("word/styles.xml", "w:ascii=\"黑体\"", "w:ascii=\"Arial\"", "Arial"),
        ("word/styles.xml", "<w:sz w:val=\"44\"/>", "<w:sz w:val=\"36\"/>", "\"half_points\":36"),
        ("word/styles.xml", "w:line=\"579\"", "w:line=\"560\"", "\"line\":560"),
        ("word/styles.xml", "w:firstLine=\"640\"", "w:firstLine=\"420\"", "\"first_line\":420"),
        ("word/styles.xml", "w:val=\"公文正文\"", "w:val=\"正文缩进\"", "正文缩进"),
    ];
    let changed = |(part, from, to, _): &(&str, &str, &str, &str)| {
        read::with_part(&file(&document), part, |xml| xml.replace(from, to))
    };
    let Some(found) = read_back(&changes.iter().map(changed).collect::<Vec<_>>()) else { return };
    for ((_, _, to, told), found) in changes.iter().zip(&found) {
        let wrong = differences(&wanted, found).join("\n");
        assert!(wrong.contains(told), "{to} was not told: {wrong}");
    }
}

/// The draft with each option by itself, and with all of them.
fn with_options(name: &str, draft: &Draft) -> Vec<(String, Draft)> {
    let none = DocumentOptions::default();
    let options = [
        ("cover", DocumentOptions { cover: true, ..none.clone() }),
        ("contents", DocumentOptions { contents: true, ..none.clone() }),
        ("brief", DocumentOptions { brief: true, ..none.clone() }),
        ("evidence", DocumentOptions { evidence: true, ..none.clone() }),
        ("all", DocumentOptions { cover: true, contents: true, brief: true, evidence: true, ..none }),
    ];
    let mut drafts: Vec<(String, Draft)> = options
        .map(|(option, options)| (format!("{name}-{option}"), Draft { options, ..draft.clone() }))
        .into();
    for preset in Preset::ALL {
        let page = preset.page();
        let indicator_table = IndicatorTable::InText;
        drafts.push((format!("{name}-{preset:?}"), Draft { page, indicator_table, ..draft.clone() }));
    }
    let mut attached = draft.clone();
    let mut attachment = qinggao::draft::Attachment::new(qinggao::draft::AttachmentId(attached.fresh_id()));
    attachment.title = "云岭区青年之家一览".to_owned();
    attachment.text = "截至6月30日。\n序号\t名称\t地址\n1\t石桥站\t石桥镇\n".to_owned();
    attached.attachments.push(Arc::new(attachment));
    drafts.push((format!("{name}-attachment"), attached));
    drafts
}

#[test]
fn the_schema_check_finds_nothing_in_any_template_with_any_option() {
    let mut drafts = of_templates();
    let options: Vec<_> = drafts.iter().flat_map(|(name, draft)| with_options(name, draft)).collect();
    drafts.extend(options);
    drafts.push(("long".to_owned(), reports::long(5000)));
    let files: Vec<(String, Vec<u8>)> =
        drafts.iter().map(|(name, draft)| (name.clone(), file(&layout(draft)))).collect();
    let files: Vec<(&str, Vec<u8>)> =
        files.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
    docx_support::check::violations(&files);
}
