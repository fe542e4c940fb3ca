//! Free faces that stand in for those of an office. What matters is the width: full-width
//! characters and “ ” … — one em wide, Latin letters and digits half an em, as in the GB faces.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A face of the report, the face that stands in for it, and the Debian package of that.
const STAND_INS: [(&str, &str, &str); 5] = [
    ("仿宋_GB2312", "AR PL SungtiL GB", "fonts-arphic-gbsn00lp"),
    ("楷体_GB2312", "AR PL KaitiM GB", "fonts-arphic-gkai00mp"),
    // No free 黑体 with letters of half an em and quotes of a whole one is packaged.
    ("黑体", "AR PL SungtiL GB", "fonts-arphic-gbsn00lp"),
    ("宋体", "AR PL SungtiL GB", "fonts-arphic-gbsn00lp"),
    ("方正小标宋简体", "AR PL SungtiL GB", "fonts-arphic-gbsn00lp"),
];

/// Writes a fontconfig file in which each missing face has its stand-in, and says which. `Err`
/// names the packages that are missing.
pub fn configured(folder: &Path) -> Result<PathBuf, String> {
    let mut aliases = String::new();
    let mut missing = Vec::new();
    for (face, stand_in, package) in STAND_INS {
        if has(face) {
            println!("{face} is here and used");
            continue;
        }
        if !has(stand_in) {
            missing.push(package);
        }
        println!("{stand_in} stands in for {face}");
        aliases.push_str(&format!(
            "<alias binding=\"same\"><family>{face}</family><prefer><family>{stand_in}</family></prefer></alias>\n"
        ));
    }
    if !missing.is_empty() {
        missing.dedup();
        return Err(format!("fonts are missing: apt-get install {}", missing.join(" ")));
    }
    let file = folder.join("fonts.conf");
    let xml = format!(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n<fontconfig>\n{aliases}\
         <include ignore_missing=\"yes\">/etc/fonts/fonts.conf</include>\n</fontconfig>\n"
    );
    std::fs::write(&file, xml).unwrap();
    Ok(file)
}

/// True where fontconfig has the face itself and not only one like it.
fn has(face: &str) -> bool {
    let Ok(output) = Command::new("fc-list").args([face, "family"]).output() else { return false };
    !output.stdout.trim_ascii().is_empty()
}
