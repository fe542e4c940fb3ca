//! The command `evidence`.

use super::draft;
use super::trouble::{Trouble, say};
use qinggao::check::{Evidence, Outcome, evidence};

/// Prints a line for each figure; `true` where one disagrees.
pub fn run(arguments: &[&str]) -> Result<bool, Trouble> {
    let file = match arguments {
        ["--draft", file] => file,
        [file] if !file.starts_with("--") => file,
        [other, ..] if other.starts_with("--") && *other != "--draft" => {
            return Err(Trouble::Argument((*other).to_owned()));
        }
        _ => return Err(Trouble::Usage),
    };
    let rows = evidence(&draft::read(file)?);
    say(&rows.iter().map(line).collect::<String>())?;
    Ok(rows.iter().any(|row| row.outcome == Outcome::Differs))
}

fn line(row: &Evidence) -> String {
    let bases: Vec<String> =
        row.bases.iter().map(|basis| format!("{}：{}", basis.kind, basis.words)).collect();
    let Evidence { whereabouts, words, subject, when, outcome, .. } = row;
    format!("{whereabouts}\t{words}\t{subject}\t{when}\t{}\t{}\n", outcome.label(), bases.join(" "))
}
