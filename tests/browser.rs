//! The report in a real browser, where one is: nothing is asked of the network, nothing is complained of, and the page
//! reads from top to bottom without its style.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "tests read and write files of their own, start programs and say why they are skipped"
)]

use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};

/// A browser of this machine; `BROWSER_FOR_TESTS` names another.
fn browser() -> Option<PathBuf> {
    let named = std::env::var_os("BROWSER_FOR_TESTS").map(PathBuf::from);
    let known = [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ];
    let found = named
        .into_iter()
        .chain(known.map(PathBuf::from))
        .find(|path| path.is_file());
    if found.is_none() {
        println!("skipped: there is no Chromium here; BROWSER_FOR_TESTS names one");
    }
    found
}

/// Makes a report of a case of this project in a folder.
fn report(case: &str, folder: &Path) -> PathBuf {
    let page = folder.join(format!("{case}.html"));
    let made = Command::new(env!("CARGO_BIN_EXE_casefile"))
        .arg("report")
        .arg(
            Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("casefiles")
                .join(case),
        )
        .arg("-o")
        .arg(&page)
        .env("XDG_STATE_HOME", folder.join("state"))
        .output()
        .unwrap();
    assert!(
        made.status.success(),
        "{}",
        String::from_utf8_lossy(&made.stderr)
    );
    page
}

/// What a browser says of a page: its log and the page's own complaints on stderr, the page as it was understood on stdout.
fn open(browser: &Path, page: &str, folder: &Path, more: &[&str]) -> (String, String) {
    let output = Command::new("timeout")
        .arg("120")
        .arg(browser)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--enable-logging=stderr",
            "--v=0",
        ])
        .arg(format!(
            "--user-data-dir={}",
            folder.join("profile").display()
        ))
        .args(more)
        .arg(page)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr))
}

/// A server on this machine that gives one page and keeps what is asked of it.
fn serve(page: String) -> (String, Arc<Mutex<Vec<String>>>) {
    let server = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/report.html", server.local_addr().unwrap());
    let asked = Arc::new(Mutex::new(vec![]));
    let kept = Arc::clone(&asked);
    std::thread::spawn(move || {
        for stream in server.incoming() {
            let Ok(mut stream) = stream else { continue };
            let mut bytes = [0; 4096];
            let Ok(n) = stream.read(&mut bytes) else {
                continue;
            };
            let head = String::from_utf8_lossy(&bytes[..n]);
            let Some(line) = head.lines().next().filter(|line| !line.is_empty()) else {
                continue;
            };
            kept.lock().unwrap().push(line.to_owned());
            let answer = format!(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{page}",
                page.len()
            );
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    (address, asked)
}

/// A port that takes what is meant for other hosts, and the hosts that were asked for.
fn proxy() -> (String, Arc<Mutex<Vec<String>>>) {
    let proxy = TcpListener::bind("127.0.0.1:0").unwrap();
    let through = format!("--proxy-server={}", proxy.local_addr().unwrap());
    let hosts = Arc::new(Mutex::new(vec![]));
    let kept = Arc::clone(&hosts);
    std::thread::spawn(move || {
        for mut stream in proxy.incoming().flatten() {
            let mut bytes = [0; 4096];
            let Ok(n) = stream.read(&mut bytes) else {
                continue;
            };
            let head = String::from_utf8_lossy(&bytes[..n]);
            let target = head.split(' ').nth(1).unwrap_or_default();
            let host = target
                .trim_start_matches("http://")
                .split(['/', ':'])
                .next();
            kept.lock().unwrap().extend(host.map(str::to_owned));
        }
    });
    (through, hosts)
}

/// Lines in which a page is complained of.
fn complaints(log: &str) -> Vec<&str> {
    let of_page = |line: &&str| {
        line.contains(":CONSOLE")
            || line.contains("Refused to")
            || line.contains("Content Security Policy")
    };
    log.lines().filter(of_page).collect()
}

#[test]
fn a_report_asks_nothing_of_the_network_and_has_nothing_to_complain_of() {
    let Some(browser) = browser() else { return };
    let folder = tempfile::tempdir().unwrap();
    // Whatever the browser asks of any other host comes to this port instead. It has errands of its own there; a page's
    // own would go to hosts that the page names.
    let (through, beyond) = proxy();
    let only_own = "--proxy-bypass-list=127.0.0.1";
    for case in ["peru-permit", "ravel-ridge"] {
        let page = std::fs::read_to_string(report(case, folder.path())).unwrap();
        let (address, asked) = serve(page.clone());
        let (dom, log) = open(
            &browser,
            &address,
            folder.path(),
            &["--dump-dom", &through, only_own],
        );
        assert!(
            dom.contains("What is to do") && dom.contains("id=\"sources\""),
            "{log}"
        );
        assert_eq!(complaints(&log), Vec::<&str>::new());
        assert_eq!(
            *asked.lock().unwrap(),
            ["GET /report.html HTTP/1.1"],
            "{case}"
        );
        let named: Vec<String> = beyond
            .lock()
            .unwrap()
            .iter()
            .filter(|host| page.contains(*host))
            .cloned()
            .collect();
        assert_eq!(named, Vec::<String>::new(), "{case}: {log}");
    }
    // The watch itself works: a page that asks and breaks its policy is seen to.
    let bad = "<!DOCTYPE html><meta http-equiv=Content-Security-Policy content=\"default-src 'none'; img-src *\"><script>1</script><img src=/own.png><img src=http://elsewhere.example/x.png>";
    let (address, asked) = serve(bad.to_owned());
    let (_, log) = open(
        &browser,
        &address,
        folder.path(),
        &["--dump-dom", &through, only_own],
    );
    assert!(!complaints(&log).is_empty(), "{log}");
    assert!(
        asked
            .lock()
            .unwrap()
            .iter()
            .any(|line| line.contains("/own.png"))
    );
    assert!(
        beyond
            .lock()
            .unwrap()
            .iter()
            .any(|host| host == "elsewhere.example")
    );
}

#[test]
fn a_report_prints_and_is_drawn_at_the_width_of_a_telephone_without_its_style_too() {
    let Some(browser) = browser() else { return };
    let folder = tempfile::tempdir().unwrap();
    let page = report("ravel-ridge", folder.path());
    let text = std::fs::read_to_string(&page).unwrap();
    let (head, rest) = text.split_once("<style>").unwrap();
    let plain = folder.path().join("plain.html");
    std::fs::write(
        &plain,
        format!("{head}{}", rest.split_once("</style>").unwrap().1),
    )
    .unwrap();
    for (page, name) in [(&page, "styled"), (&plain, "plain")] {
        let (pdf, png) = (
            folder.path().join(format!("{name}.pdf")),
            folder.path().join(format!("{name}.png")),
        );
        let address = format!("file://{}", page.display());
        let (_, log) = open(
            &browser,
            &address,
            folder.path(),
            &[&format!("--print-to-pdf={}", pdf.display())],
        );
        assert_eq!(complaints(&log), Vec::<&str>::new());
        assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF"), "{log}");
        let (_, log) = open(
            &browser,
            &address,
            folder.path(),
            &[
                &format!("--screenshot={}", png.display()),
                "--window-size=390,844",
            ],
        );
        assert_eq!(complaints(&log), Vec::<&str>::new());
        assert!(std::fs::metadata(&png).unwrap().len() > 10_000, "{log}");
    }
}
