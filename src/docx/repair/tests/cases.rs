//! What docx-rs 0.4.22 writes, entry by entry.

use super::Case;
use docx_rs::{
    AlignmentType, BuildXML, Docx, FieldCharType, Footer, Paragraph, Run, RunFonts, SpecialIndentType, Style,
    StyleType, Table, TableCell, TableRow, XMLDocx,
};

fn case(entry: &str, raw: Vec<u8>, wrong: &'static str, right: &'static str) -> Case {
    Case { entry: entry.to_owned(), raw, wrong, right }
}

/// A document with something of each.
fn built() -> XMLDocx {
    Docx::new()
        .add_style(Style::new("Normal", StyleType::Paragraph).name("Normal").size(32))
        .add_style(heading())
        .add_style(Style::new("Body", StyleType::Paragraph).name("公文正文").based_on("Normal"))
        .add_paragraph(Paragraph::new().add_run(Run::new().add_text("青年")))
        .footer(Footer::new())
        .even_footer(Footer::new())
        .build()
}

fn heading() -> Style {
    Style::new("Heading1", StyleType::Paragraph).name("heading 1").based_on("Normal").size(32)
}

fn table() -> Vec<u8> {
    let row = || TableRow::new(vec![TableCell::new().add_paragraph(Paragraph::new())]).cant_split();
    Table::without_borders(vec![row(), row()]).style("Figures").set_grid(vec![4000]).build()
}

fn indented(special: Option<SpecialIndentType>) -> Paragraph {
    Paragraph::new().style("Body").indent(None, special, Some(640), None)
}

pub(super) fn all() -> Vec<Case> {
    [in_order(), added(), left_out()].into_iter().flatten().collect()
}

fn in_order() -> Vec<Case> {
    let run = Run::new().style("RunIn1").size(32).bold().fonts(RunFonts::new().hint("eastAsia"));
    let built = built();
    vec![
        case(
            "order of w:pPr",
            Paragraph::new().style("Body").align(AlignmentType::Right).keep_next(true).build(),
            r#"<w:pStyle w:val="Body"/><w:jc w:val="right"/><w:keepNext/>"#,
            r#"<w:pStyle w:val="Body"/><w:keepNext/><w:jc w:val="right"/>"#,
        ),
        case(
            "order of w:rPr",
            run.build(),
            r#"<w:b/><w:bCs/><w:rFonts w:hint="eastAsia"/><w:rStyle w:val="RunIn1"/>"#,
            r#"<w:rStyle w:val="RunIn1"/><w:rFonts w:hint="eastAsia"/><w:b/><w:bCs/><w:sz w:val="32"/>"#,
        ),
        case(
            "order of w:style",
            heading().build(),
            r#"<w:qFormat/><w:basedOn w:val="Normal"/></w:style>"#,
            r#"<w:basedOn w:val="Normal"/><w:qFormat/><w:rPr>"#,
        ),
        case(
            "order of w:sectPr",
            built.document,
            r#"<w:cols w:space="425" w:num="1"/><w:footerReference"#,
            r#"<w:sectPr><w:footerReference w:type="default""#,
        ),
        case(
            "order of w:tblPr",
            table(),
            r#"<w:tblBorders/><w:tblStyle w:val="Figures"/>"#,
            r#"<w:tblPr><w:tblStyle w:val="Figures"/><w:tblW"#,
        ),
        case(
            "order of w:settings",
            built.settings,
            r#"</w:compat><w:evenAndOddHeaders/>"#,
            r#"<w:zoom w:percent="100"/><w:defaultTabStop w:val="840"/><w:evenAndOddHeaders/>"#,
        ),
        case(
            "order of w:styles",
            built.styles,
            "</w:docDefaults><w:style",
            "</w:docDefaults><w:latentStyles",
        ),
    ]
}

fn added() -> Vec<Case> {
    let built = built();
    // The field is there, its writer leaves it out.
    let first_line = Style::new("Body", StyleType::Paragraph)
        .indent(None, Some(SpecialIndentType::FirstLine(640)), None, None)
        .first_line_chars(200);
    let styles = |entry, wrong, right| case(entry, built.styles.clone(), wrong, right);
    vec![
        case(
            "w:ind gets w:firstLineChars",
            first_line.build(),
            r#"w:firstLine="640"/>"#,
            r#"w:firstLine="640" w:firstLineChars="200"/>"#,
        ),
        styles(
            "w:style gets w:default",
            r#"w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:sz"#,
            r#"w:styleId="Normal" w:default="1">"#,
        ),
        styles(
            "w:style gets w:customStyle",
            r#"w:styleId="Body"><w:name w:val="公文正文"/>"#,
            r#"w:styleId="Body" w:customStyle="1"><w:name w:val="公文正文"/>"#,
        ),
        styles("w:styles gets w:latentStyles", "</w:docDefaults><w:style ", "<w:latentStyles "),
        styles("w:rPr gets w:lang", "<w:rPrDefault><w:rPr/>", r#"<w:lang w:val="en-US" w:eastAsia="zh-CN""#),
        styles(
            "w:pPr gets w:autoSpaceDE",
            "<w:pPrDefault><w:pPr><w:rPr/></w:pPr>",
            r#"<w:pPrDefault><w:pPr><w:autoSpaceDE w:val="0"/>"#,
        ),
        styles(
            "w:pPr gets w:autoSpaceDN",
            "<w:pPrDefault><w:pPr><w:rPr/></w:pPr>",
            r#"<w:autoSpaceDN w:val="0"/></w:pPr></w:pPrDefault>"#,
        ),
        styles(
            "w:style gets w:aliases",
            r#"<w:name w:val="heading 1"/><w:rPr>"#,
            r#"<w:name w:val="heading 1"/><w:aliases w:val="一级标题"/>"#,
        ),
        case(
            "w:trPr gets w:tblHeader",
            table(),
            "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr/><w:p w14",
            "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc><w:p></w:p></w:tc></w:tr>\
             <w:tr><w:trPr><w:cantSplit/></w:trPr>",
        ),
        case(
            "w:settings gets w:characterSpacingControl",
            Docx::new()
                .settings(
                    docx_rs::Settings::new()
                        .character_spacing_control(docx_rs::CharacterSpacingValues::DoNotCompress),
                )
                .build()
                .settings,
            r#"<w:zoom w:percent="100"/><w:compat>"#,
            r#"<w:characterSpacingControl w:val="doNotCompress"/><w:compat>"#,
        ),
    ]
}

fn left_out() -> Vec<Case> {
    let built = built();
    let types = |entry, wrong| case(entry, built.content_type.clone(), wrong, "<Types ");
    let field = Run::new().add_field_char(FieldCharType::Begin, false);
    vec![
        types("no /comments.xml", r#"PartName="/word/comments.xml""#),
        types("no commentsExtended.xml", r#"PartName="/word/commentsExtended.xml""#),
        types("no /numbering.xml", r#"PartName="/word/numbering.xml""#),
        types("no /custom.xml", r#"PartName="/docProps/custom.xml""#),
        types("no .rels", r#"PartName="/_rels/.rels""#),
        types("some Override left out", r#"PartName="/word/_rels/document.xml.rels""#),
        types("some Default left out", r#"<Default ContentType="image/png""#),
        case(
            "some Relationship left out",
            built.document_rels.clone(),
            r#"Target="commentsExtended.xml""#,
            r#"Target="styles.xml""#,
        ),
        case(
            "w:rPr that says nothing",
            Paragraph::new().style("Body").build(),
            "<w:rPr/>",
            r#"<w:pPr><w:pStyle w:val="Body"/></w:pPr>"#,
        ),
        case("w:pPr that says nothing", Paragraph::new().build(), "<w:pPr>", "<w:p></w:p>"),
        case("w:tcPr that says nothing", TableCell::new().build(), "<w:tcPr/>", "<w:tc><w:p>"),
        case("w:tblBorders that says nothing", table(), "<w:tblBorders/>", "</w:tblPr>"),
        case(
            "w:style that says nothing",
            built.styles.clone(),
            r#"w:styleId="Normal"><w:name w:val="Normal"/><w:rPr/><w:pPr><w:rPr/></w:pPr><w:qFormat/></w:style>"#,
            r#"w:styleId="Normal" w:default="1"><w:name w:val="Normal"/><w:qFormat/><w:rPr><w:sz"#,
        ),
        case("w:p loses w14:paraId", Paragraph::new().build(), "w14:paraId=", "<w:p>"),
        case("w:gridCol loses w:type", table(), r#"w:w="4000" w:type="dxa""#, r#"<w:gridCol w:w="4000"/>"#),
        case("w:fldChar loses w:dirty", field.build(), r#" w:dirty="false""#, "<w:fldChar "),
        case("w:ind loses w:left", indented(None).build(), r#"w:left="0""#, r#"<w:ind w:right="640"/>"#),
        case(
            "w:ind loses w:right",
            Paragraph::new().indent(Some(280), None, None, None).build(),
            r#"w:right="0""#,
            r#"<w:ind w:left="280"/>"#,
        ),
    ]
}

#[test]
fn a_paragraph_that_stands_otherwise_takes_the_characters_of_its_style_back() {
    for special in [SpecialIndentType::FirstLine(320), SpecialIndentType::Hanging(960)] {
        let raw = Paragraph::new().indent(Some(960), Some(special), None, None).build();
        let after = super::quoted(&super::part(&raw).unwrap());
        assert!(after.contains(r#" w:firstLineChars="0"/>"#), "{after}");
    }
}

#[test]
fn one_normal_stays_and_says_what_normal_is() {
    let styles = super::quoted(&super::part(&built().styles).unwrap());
    assert_eq!(styles.matches(r#"w:styleId="Normal""#).count(), 1);
}
