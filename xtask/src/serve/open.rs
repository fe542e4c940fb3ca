//! The small process beside Trunk that waits for the first build, says the address and opens it.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::failure::Failure;
use crate::progress::duration;

/// The word under which this program starts itself; not for people.
pub const ANNOUNCE: &str = "__announce";

/// Starts the announcer. It is a process, not a thread, because Trunk takes this one's place.
pub fn spawn(port: u16, open: bool, steps: usize) -> Result<Child, Failure> {
    let start = |source| Failure::Start { program: "xtask".to_owned(), source };
    Command::new(std::env::current_exe().map_err(start)?)
        .args([ANNOUNCE, &port.to_string(), &open.to_string()])
        .args([steps.to_string(), std::process::id().to_string()])
        .stdin(Stdio::null())
        .spawn()
        .map_err(start)
}

/// Waits until the page is served, then prints its address and opens it.
pub fn announce(words: &[String]) -> Result<(), Failure> {
    let [port, open, steps, server] = words else {
        return Err(Failure::Usage(ANNOUNCE.to_owned()));
    };
    let number: u16 = port.parse().map_err(|_| Failure::Usage(port.clone()))?;
    let started = Instant::now();
    while !answers(number) {
        if !alive(server) {
            return Ok(());
        }
        sleep(Duration::from_millis(200));
    }
    let address = format!("http://127.0.0.1:{number}/");
    println!("      ✓ 已构建 / built ({})", duration(started.elapsed()));
    println!("\n[{steps}/{steps}] 青稿 → {address}   (Ctrl+C 结束 / to stop)");
    if open == "true" && !open_in_browser(&address) {
        println!("      请在浏览器中打开上述地址 / please open this address in a browser");
    }
    Ok(())
}

/// Whether the page itself comes; a server whose first build failed answers, but not with 200.
fn answers(port: u16) -> bool {
    let ask = || -> std::io::Result<bool> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_read_timeout(Some(Duration::from_secs(2)))?;
        stream.write_all(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
        let mut head = [0; 12];
        stream.read_exact(&mut head)?;
        Ok(head.ends_with(b" 200"))
    };
    ask().unwrap_or(false)
}

/// Whether the process that started this one still runs; its number stays when Trunk takes over.
#[cfg(unix)]
fn alive(server: &str) -> bool {
    std::os::unix::process::parent_id().to_string() == server
}

/// Elsewhere the server's end is noticed by `serve` itself, which ends this process.
#[cfg(not(unix))]
fn alive(_server: &str) -> bool {
    true
}

fn open_in_browser(address: &str) -> bool {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        let mut command = Command::new("cmd");
        // The empty word is the title that `start` takes its first quoted word for.
        command.args(["/C", "start", ""]);
        command
    } else {
        Command::new("xdg-open")
    };
    command
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}
