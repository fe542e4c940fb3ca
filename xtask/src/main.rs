//! The two commands of the README: `cargo xtask serve` and `cargo xtask test`.
//!
//! Only the standard library is used, so that the first line appears seconds after a clone.

mod apt;
mod cache;
mod chromium;
mod command;
mod failure;
mod lock;
mod node;
mod office;
mod progress;
mod root;
mod serve;
mod test;
mod tools;
mod wasm_target;

use std::process::ExitCode;

use failure::Failure;

const HELP: &str = "\
用法 / Usage:
  cargo xtask serve [--port N] [--no-open]   构建并在浏览器中打开 / build, serve and open the app
  cargo xtask test  [--rust | --browser]     运行全部检查与测试 / run every check and test

serve 只需要 Rust / needs Rust and nothing else:
  --port N    首选端口,被占用时取下一个,默认 8080 / first port to try, 8080 by default
  --no-open   不自动打开浏览器 / do not open the browser

test 还需要 Node 20 和 Chromium / also needs Node 20 and a Chromium;
有 LibreOffice、poppler 和 python-docx 时还会核对打印结果 / with LibreOffice, poppler and
python-docx it also checks what the Word file prints:
  --rust      只运行格式、clippy 与 Rust 测试 / only format, clippy and the Rust tests
  --browser   只构建并运行浏览器测试 / only the build and the browser tests

缺少的工具装在用户缓存目录的 qinggao/tools 中,只装一次。
What is missing is installed once, in qinggao/tools of the user's cache folder.
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n✗ {failure}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<(), Failure> {
    let Some((name, rest)) = arguments.split_first() else {
        print!("{HELP}");
        return Ok(());
    };
    if arguments.iter().any(|word| word == "--help" || word == "-h") {
        print!("{HELP}");
        return Ok(());
    }
    match name.as_str() {
        "help" => print!("{HELP}"),
        "serve" => serve::run(&serve::Options::parse(rest)?)?,
        "test" => test::run(test::Scope::parse(rest)?)?,
        // What `serve` starts beside Trunk; see serve/open.rs.
        serve::ANNOUNCE => serve::announce(rest)?,
        other => return Err(Failure::Usage(other.to_owned())),
    }
    Ok(())
}
