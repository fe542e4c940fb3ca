//! LibreOffice and poppler: Word files in, the words of the printed pages out.

use super::fonts;
use super::words::{Pdf, read};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Turns Word files into PDF, all at once, and reads where each word stands. `Err` says what is
/// missing on this machine.
pub fn print(files: &[(String, Vec<u8>)]) -> Result<BTreeMap<String, Pdf>, String> {
    let soffice = find("soffice")
        .ok_or("LibreOffice (soffice) is missing: apt-get install libreoffice-writer-nogui")?;
    let pdftotext = find("pdftotext").ok_or("pdftotext is missing: apt-get install poppler-utils")?;
    let folder = std::env::temp_dir().join(format!("qinggao-pdf-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let pdfs = fonts::configured(&folder).map(|fonts| {
        convert(&soffice, &folder, &fonts, files);
        let read = |(name, _): &(String, Vec<u8>)| {
            let pdf = folder.join(format!("{name}.pdf"));
            (name.clone(), words(&pdftotext, &pdf))
        };
        files.iter().map(read).collect()
    });
    // For someone who wants to look at the pages.
    if let Some(kept) = std::env::var_os("QINGGAO_KEEP") {
        keep(&folder, Path::new(&kept));
    }
    std::fs::remove_dir_all(&folder).unwrap();
    pdfs
}

fn keep(folder: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(folder).unwrap().flatten().filter(|entry| entry.path().is_file()) {
        std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
    println!("kept in {}", to.display());
}

/// Word file to LibreOffice's own format to PDF. The way between is free of loss; it is where
/// the file's wish for no space between Chinese and Latin is carried over, which LibreOffice 7.4
/// does not read from a Word file (Word and WPS do).
fn convert(soffice: &Path, folder: &Path, fonts: &Path, files: &[(String, Vec<u8>)]) {
    let paths =
        |ending: &str| files.iter().map(|(name, _)| folder.join(format!("{name}.{ending}"))).collect();
    let office = |to: &str, from: Vec<PathBuf>| {
        let mut command = Command::new(soffice);
        command
            .arg("--headless")
            // A profile of its own: an office that is open, or another test, holds the usual one.
            .arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()))
            .args(["--convert-to", to, "--outdir"])
            .arg(folder)
            .args(from)
            .env("FONTCONFIG_FILE", fonts);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    for (name, bytes) in files {
        std::fs::write(folder.join(format!("{name}.docx")), bytes).unwrap();
    }
    office("fodt", paths("docx"));
    for (path, (name, bytes)) in Vec::into_iter(paths("fodt")).zip(files) {
        let text = std::fs::read_to_string(&path);
        let mut text = text.unwrap_or_else(|_| panic!("LibreOffice cannot open {name}.docx"));
        if wants_no_space(bytes) {
            text = text.replace("text-autospace=\"ideograph-alpha\"", "text-autospace=\"none\"");
        }
        std::fs::write(path, without_statistics(&text)).unwrap();
    }
    office("pdf", paths("fodt"));
}

/// Above 100 paragraphs LibreOffice lays out by a guess that it makes from these counts (44 pages
/// where there are 11) and leaves the last line of a page empty where it guessed wrong.
fn without_statistics(document: &str) -> String {
    let Some((before, rest)) = document.split_once("<meta:document-statistic") else {
        return document.to_owned();
    };
    let behind = rest.split_once("/>").map_or("", |(_, behind)| behind);
    format!("{before}{behind}")
}

/// True where the defaults of a Word file ask for no space between Chinese and letters or digits.
fn wants_no_space(docx: &[u8]) -> bool {
    let mut styles = String::new();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(docx)).unwrap();
    archive.by_name("word/styles.xml").unwrap().read_to_string(&mut styles).unwrap();
    let defaults = styles.split("</w:docDefaults>").next().unwrap_or_default();
    ["w:autoSpaceDE", "w:autoSpaceDN"].iter().all(|wish| defaults.contains(&format!("<{wish} w:val=\"0\"/>")))
}

fn words(pdftotext: &Path, pdf: &Path) -> Pdf {
    assert!(pdf.is_file(), "LibreOffice printed no {}", pdf.display());
    let output = Command::new(pdftotext).arg("-bbox-layout").arg(pdf).arg("-").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    read(&String::from_utf8(output.stdout).unwrap())
}

fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}
