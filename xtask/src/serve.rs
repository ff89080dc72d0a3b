//! `cargo xtask serve`: builds, and serves the site on this machine only.
//!
//! A server of its own and not a crate, because all it does is to answer GET with one of a few files: it reads the
//! first line of a request and compares it with the files that are there, so no path leads anywhere else.

use crate::build::build;
use crate::folder::files_in;
use crate::manifest::Manifest;
use crate::{Result, misuse};
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// The port where none is given.
const PORT: u16 = 8080;
/// The most bytes of a request that are read.
const LONGEST_REQUEST: u64 = 16 * 1024;
/// How long a client may keep the server waiting.
const PATIENCE: Duration = Duration::from_secs(10);
const TEXT: &str = "text/plain; charset=utf-8";

/// Serves the site until the process is ended, and prints the address; port 0 takes any that is free.
pub fn serve(root: &Path, options: &[&str]) -> Result {
    let (port, is_built) = match options {
        [] => (PORT, false),
        ["--port", port] => (read_port(port)?, false),
        ["--no-build"] => (PORT, true),
        ["--port", port, "--no-build"] | ["--no-build", "--port", port] => (read_port(port)?, true),
        _ => return Err(misuse(&format!("serve cannot be told `{}`", options.join(" ")))),
    };
    // A port that is taken is said before the build and not after it.
    let listener = listen(port)?;
    let site = if is_built { built_site(root)? } else { build(root)?.site };
    let site = site.as_path();
    println!("http://{}/", listener.local_addr().map_err(|error| format!("the port has no address: {error}"))?);
    thread::scope(|scope| {
        for stream in listener.incoming().flatten() {
            // A client that goes away in the middle is no failure of the server.
            scope.spawn(move || answer(stream, site).ok());
        }
    });
    Ok(())
}

fn read_port(port: &str) -> Result<u16> {
    port.parse().map_err(|_| misuse(&format!("`{port}` is no port; give a number up to 65535")))
}

/// Returns the site as it was built last.
fn built_site(root: &Path) -> Result<PathBuf> {
    let site = root.join(Manifest::read(root)?.output.site);
    if site.is_dir() { Ok(site) } else { Err("nothing is built yet; leave --no-build out.".to_owned()) }
}

fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => {
            format!("port {port} is taken; end what listens there, or choose another: --port N.")
        }
        _ => format!("port {port} cannot be used ({error}); choose another: --port N."),
    })
}

fn answer(mut stream: TcpStream, site: &Path) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let request = read_request(&stream)?;
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let is_head = method == "HEAD";
    let (status, kind, body) = match find(site, target) {
        _ if !is_head && method != "GET" => ("405 Method Not Allowed", TEXT, b"Only GET and HEAD.\n".to_vec()),
        Some((kind, content)) => ("200 OK", kind, content),
        None => ("404 Not Found", TEXT, b"There is no such file.\n".to_vec()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nAccess-Control-Allow-Origin: *\r\n\
         Allow: GET, HEAD\r\nCache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if !is_head {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// Returns the first line; the header after it says nothing that matters here, but is read as a client expects.
fn read_request(stream: &TcpStream) -> io::Result<String> {
    let mut reader = BufReader::new(stream.take(LONGEST_REQUEST));
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut line = String::new();
    while reader.read_line(&mut line)? > "\r\n".len() {
        line.clear();
    }
    Ok(request)
}

/// Returns type and content of the file that a request names.
fn find(site: &Path, target: &str) -> Option<(&'static str, Vec<u8>)> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let wanted = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let file = files_in(site)
        .ok()?
        .into_iter()
        .find(|file| file.strip_prefix(site).is_ok_and(|name| name == Path::new(&wanted)))?;
    Some((media_type(&file), fs::read(&file).ok()?))
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "txt" | "md" => TEXT,
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::SocketAddr;

    /// Serves a folder with a page and an engine, beside a file that no request may reach.
    fn start(name: &str) -> SocketAddr {
        let outside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/xtask-tests").join(name);
        let site: PathBuf = outside.join("site");
        fs::create_dir_all(site.join("wasm")).expect("a folder for the test");
        for (file, content) in [("site/index.html", "<p>page"), ("site/wasm/a.wasm", "\0asm"), ("secret.txt", "secret")]
        {
            fs::write(outside.join(file), content).expect("a file for the test");
        }
        let listener = listen(0).expect("a free port");
        let address = listener.local_addr().expect("its address");
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                answer(stream, &site).ok();
            }
        });
        address
    }

    fn ask(address: SocketAddr, request: &str) -> String {
        let mut stream = TcpStream::connect(address).expect("the server");
        write!(stream, "{request} HTTP/1.1\r\nHost: x\r\n\r\n").expect("a request");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer
    }

    #[test]
    fn files_are_served_with_their_type_to_every_origin() {
        let address = start("files");
        let page = ask(address, "GET /?reload");
        assert!(page.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"), "{page}");
        assert!(page.ends_with("\r\n\r\n<p>page"), "{page}");
        let engine = ask(address, "HEAD /wasm/a.wasm");
        assert!(engine.contains("Content-Type: application/wasm\r\nContent-Length: 4\r\n"), "{engine}");
        assert!(engine.contains("Access-Control-Allow-Origin: *\r\n") && engine.ends_with("\r\n\r\n"), "{engine}");
    }

    #[test]
    fn no_path_leads_out_of_the_site() {
        let address = start("paths");
        for path in [
            "/../secret.txt",
            "/wasm/../../secret.txt",
            "/%2e%2e/secret.txt",
            "//secret.txt",
            "/wasm",
            "secret.txt",
            "",
        ] {
            let answer = ask(address, &format!("GET {path}"));
            assert!(answer.starts_with("HTTP/1.1 404 ") && !answer.contains("secret"), "{path}: {answer}");
        }
        assert!(ask(address, "POST /").starts_with("HTTP/1.1 405 "));
    }

    #[test]
    fn a_port_that_is_taken_is_said_so() {
        let address = start("port");
        let failure = listen(address.port()).expect_err("the port is taken");
        assert!(failure.contains("is taken"), "{failure}");
    }
}
