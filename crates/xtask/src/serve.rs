//! Serves the project's folder to this machine only, under the strict policy that the widget promises to work with.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::project::{Outcome, Project, read};
use crate::{build, digest};

const PORT: u16 = 8000;

/// What the widget must run under.
const POLICY: &str =
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; require-trusted-types-for 'script'";

/// More than any browser sends as a request's head, in bytes.
const HEAD_AT_MOST: u64 = 32 * 1024;

/// Serves the project; a stale `pkg/` is built first, or with `--release-check` is an error.
pub(crate) fn run(project: &Project, options: &[String]) -> Outcome {
    let (port, release_check) = parse(options)?;
    if release_check {
        digest::check(project)?
    } else {
        build::refresh(project)?
    }
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .map_err(|error| format!("port {port} cannot be used ({error}): choose another with --port"))?;
    let address = address(&listener)?;
    println!("The archive is at {address} (stop with Ctrl+C)");
    open(&address);
    listen(project, &listener)
}

/// Serves the project in the background for as long as this program runs; gives back the address.
///
/// # Errors
/// Where no port is free.
pub(crate) fn in_background(project: &Project) -> Outcome<String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(|error| error.to_string())?;
    let address = address(&listener)?;
    let project = project.clone();
    std::thread::spawn(move || listen(&project, &listener));
    Ok(address)
}

fn address(listener: &TcpListener) -> Outcome<String> {
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    Ok(format!("http://{address}/"))
}

fn listen(project: &Project, listener: &TcpListener) -> Outcome {
    let root = project.root.canonicalize().map_err(|error| error.to_string())?;
    for stream in listener.incoming().flatten() {
        let root = root.clone();
        // A browser that breaks a connection off is no error of ours.
        std::thread::spawn(move || answer(&root, stream).ok());
    }
    Ok(())
}

fn parse(options: &[String]) -> Outcome<(u16, bool)> {
    let (mut port, mut release_check) = (PORT, false);
    let mut options = options.iter();
    while let Some(option) = options.next() {
        match option.as_str() {
            "--release-check" => release_check = true,
            "--port" => {
                let number = options.next().and_then(|number| number.parse().ok());
                port = number.ok_or("--port takes a number up to 65535; 0 is any free port")?;
            }
            _ => return Err(format!("does not know {option}: it takes --port N and --release-check")),
        }
    }
    Ok((port, release_check))
}

/// Opens the address in a browser, on a desktop.
fn open(address: &str) {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let (program, arguments): (_, &[&str]) = match () {
        () if cfg!(target_os = "macos") => ("open", &[]),
        () if cfg!(windows) => ("cmd", &["/C", "start"]),
        () if set("DISPLAY") || set("WAYLAND_DISPLAY") => ("xdg-open", &[]),
        () => return,
    };
    // The address is printed; a desktop that cannot open it loses nothing.
    Command::new(program).args(arguments).arg(address).stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok();
}

/// An answer: its status, the content's type, the content.
type Answer = (&'static str, &'static str, Vec<u8>);

fn answer(root: &Path, mut stream: TcpStream) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    stream.set_write_timeout(Some(Duration::from_secs(60)))?;
    let mut lines = BufReader::new((&stream).take(HEAD_AT_MOST)).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // The rest of the head is read, or the connection would be reset before the browser has the answer.
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let (status, kind, content) = respond(root, &request);
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nContent-Security-Policy: {POLICY}\r\n\
         X-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\nAllow: GET, HEAD\r\nConnection: close\r\n\r\n",
        content.len()
    )?;
    if !request.starts_with("HEAD ") {
        stream.write_all(&content)?;
    }
    stream.flush()
}

/// The answer to a request line: `GET /index.html HTTP/1.1`.
fn respond(root: &Path, request: &str) -> Answer {
    let plain = |status: &'static str| (status, "text/plain; charset=utf-8", format!("{status}\n").into_bytes());
    let mut words = request.split(' ');
    let (Some(method), Some(target), Some(version)) = (words.next(), words.next(), words.next()) else {
        return plain("400 Bad Request");
    };
    if !version.starts_with("HTTP/1.") {
        return plain("400 Bad Request");
    }
    if !matches!(method, "GET" | "HEAD") {
        return plain("405 Method Not Allowed");
    }
    let Some(path) = file(root, target) else {
        return plain("404 Not Found");
    };
    match read(&path) {
        Ok(content) => ("200 OK", content_type(&path), content),
        Err(_) => plain("404 Not Found"),
    }
}

/// The file that a request's target names; `None` where it is not below the root, or is hidden.
fn file(root: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = decoded(path)?;
    let mut file = root.to_owned();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        // Also `..` and `.git`.
        if part.starts_with('.') || part.contains(['\\', ':', '\0']) {
            return None;
        }
        file.push(part);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    // A link may lead out of the folder.
    let file = file.canonicalize().ok()?;
    (file.starts_with(root) && file.is_file()).then_some(file)
}

/// Text with its `%XX` decoded.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digit = |byte: u8| char::from(byte).to_digit(16);
                u8::try_from(digit(rest.next()?)? * 16 + digit(rest.next()?)?).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "map") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("md" | "txt" | "ts" | "rs" | "toml") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::write;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("jianbao-serve-{name}-{}", std::process::id()));
        write(&folder.join("secret.txt"), "secret").unwrap();
        write(&folder.join("site/index.html"), "page").unwrap();
        write(&folder.join("site/a b.wasm"), "wasm").unwrap();
        write(&folder.join("site/.git/config"), "hidden").unwrap();
        folder.canonicalize().unwrap()
    }

    #[test]
    fn a_page_its_folder_and_a_name_with_a_space_are_served() {
        let root = folder("serves").join("site");
        let page = ("200 OK", "text/html; charset=utf-8", b"page".to_vec());
        assert_eq!(respond(&root, "GET / HTTP/1.1"), page);
        assert_eq!(respond(&root, "GET /index.html?query#part HTTP/1.1"), page);
        assert_eq!(respond(&root, "GET /a%20b.wasm HTTP/1.1"), ("200 OK", "application/wasm", b"wasm".to_vec()));
    }

    #[test]
    fn nothing_outside_the_folder_and_nothing_hidden_is_served() {
        let root = folder("guards").join("site");
        for target in [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/..%2fsecret.txt",
            "/.git/config",
            "//../secret.txt",
            "secret.txt",
        ] {
            assert_eq!(respond(&root, &format!("GET {target} HTTP/1.1")).0, "404 Not Found", "{target}");
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(root.join("../secret.txt"), root.join("link.txt")).ok();
            assert_eq!(respond(&root, "GET /link.txt HTTP/1.1").0, "404 Not Found");
        }
    }

    #[test]
    fn only_reading_is_allowed() {
        let root = folder("reads").join("site");
        assert_eq!(respond(&root, "POST / HTTP/1.1").0, "405 Method Not Allowed");
        assert_eq!(respond(&root, "GET /").0, "400 Bad Request");
        assert_eq!(respond(&root, "").0, "400 Bad Request");
        assert_eq!(respond(&root, "GET /%zz HTTP/1.1").0, "404 Not Found");
    }

    #[test]
    fn the_port_is_read_from_the_options() {
        let parse = |options: &[&str]| parse(&options.iter().map(|option| (*option).to_owned()).collect::<Vec<_>>());
        assert_eq!(parse(&[]), Ok((PORT, false)));
        assert_eq!(parse(&["--release-check", "--port", "0"]), Ok((0, true)));
        assert!(parse(&["--port", "70000"]).is_err());
        assert!(parse(&["--open"]).is_err());
    }
}
