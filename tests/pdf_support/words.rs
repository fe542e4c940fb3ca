//! The words of a PDF with their places, as `pdftotext -bbox-layout` says them.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// A printed document.
#[derive(Clone, Debug, Default)]
pub struct Pdf {
    pub pages: Vec<PdfPage>,
}

/// A printed page; lengths are points from the upper left corner of the paper.
#[derive(Clone, Debug, Default)]
pub struct PdfPage {
    pub width: f64,
    pub height: f64,
    pub words: Vec<Word>,
}

/// Letters that stand together.
#[derive(Clone, Debug)]
pub struct Word {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
    pub text: String,
}

impl Word {
    /// The middle of its height.
    pub fn middle(&self) -> f64 {
        f64::midpoint(self.top, self.bottom)
    }
}

/// A printed line.
#[derive(Clone, Debug)]
pub struct PdfLine {
    pub left: f64,
    pub right: f64,
    pub middle: f64,
    /// Without spaces: what stands between words is not said by a PDF.
    pub text: String,
}

impl PdfPage {
    /// Words that stand at one height, from left to right, as lines from top to bottom.
    pub fn lines(&self) -> Vec<PdfLine> {
        lines(self.words.iter().collect())
    }
}

/// Words as lines. Faces differ in where their boxes begin, by less than a third of a line.
pub fn lines(mut words: Vec<&Word>) -> Vec<PdfLine> {
    words.sort_by(|one, other| one.middle().total_cmp(&other.middle()));
    let mut lines: Vec<Vec<&Word>> = Vec::new();
    for word in words {
        let room = (word.bottom - word.top) / 3.0;
        match lines.last_mut().filter(|line| word.middle() - line[0].middle() < room) {
            Some(line) => line.push(word),
            None => lines.push(vec![word]),
        }
    }
    let line = |mut words: Vec<&Word>| {
        words.sort_by(|one, other| one.left.total_cmp(&other.left));
        let text = words.iter().map(|word| bare(&word.text)).collect();
        let right = words.iter().map(|word| word.right).fold(0.0, f64::max);
        PdfLine { left: words[0].left, right, middle: words[0].middle(), text }
    };
    lines.into_iter().map(line).collect()
}

/// A text without spaces of any kind.
pub fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Reads what pdftotext wrote.
pub fn read(xml: &str) -> Pdf {
    let mut reader = Reader::from_str(xml);
    let mut pdf = Pdf::default();
    let mut inside = false;
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return pdf,
            Event::Start(element) if element.name().as_ref() == b"page" => {
                let (width, height) = (number(&element, "width"), number(&element, "height"));
                pdf.pages.push(PdfPage { width, height, words: Vec::new() });
            }
            Event::Start(element) if element.name().as_ref() == b"word" => {
                inside = true;
                let at = |name| number(&element, name);
                let (left, right, top, bottom) = (at("xMin"), at("xMax"), at("yMin"), at("yMax"));
                let word = Word { left, right, top, bottom, text: String::new() };
                pdf.pages.last_mut().unwrap().words.push(word);
            }
            Event::End(_) => inside = false,
            Event::Text(text) if inside => last(&mut pdf).push_str(&text.decode().unwrap()),
            Event::GeneralRef(entity) if inside => {
                let name = entity.decode().unwrap();
                match entity.resolve_char_ref().unwrap() {
                    Some(c) => last(&mut pdf).push(c),
                    None => {
                        last(&mut pdf).push_str(quick_xml::escape::resolve_predefined_entity(&name).unwrap())
                    }
                }
            }
            _ => {}
        }
    }
}

fn last(pdf: &mut Pdf) -> &mut String {
    &mut pdf.pages.last_mut().unwrap().words.last_mut().unwrap().text
}

fn number(element: &BytesStart, name: &str) -> f64 {
    let found = element.try_get_attribute(name).unwrap().unwrap();
    std::str::from_utf8(&found.value).unwrap().parse().unwrap()
}
