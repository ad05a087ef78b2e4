//! A device of one register that counts what is written to it, in Rust's standard library alone.
//!
//!     rustc -O -o counter examples/device-models/counter.rs && ./counter 127.0.0.1:8080
//!
//! It makes a domain and an ioreq server in it, which claims the writes to guest pages of type `ioreq_server` and has a
//! page of MMIO; then the guest writes one such page and reads the register, and the device model answers both.
//! What it reads of JSON is single values by their names; a real program takes a parser.

use std::env;
use std::error::Error;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::thread;

const MMIO: u64 = 0xf000_0000;
const CLAIMED_GFN: u64 = 0x100;
const REQUESTS: usize = 2;

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

#[derive(Clone)]
struct Service {
    address: String,
}

impl Service {
    /// One call on a connection of its own, which ends with the answer.
    fn call(&self, method: &str, path: &str, body: &str) -> Outcome<String> {
        let kind = if body.is_empty() { "" } else { "Content-Type: application/json\r\n" };
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: fakexen\r\nConnection: close\r\n{kind}Content-Length: {}\r\n\r\n",
            body.len()
        );
        let mut stream = TcpStream::connect(&self.address)?;
        stream.write_all(format!("{head}{body}").as_bytes())?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        let (head, body) = answer.split_once("\r\n\r\n").ok_or("no answer")?;
        let status: u16 = head.split(' ').nth(1).ok_or("no status")?.parse()?;
        if status >= 300 {
            return Err(format!("{method} {path}: {body}").into());
        }
        Ok(body.to_string())
    }
}

/// The value of the first field of that name, as it stands; a string without its quotes.
fn field<'a>(json: &'a str, name: &str) -> Outcome<&'a str> {
    let key = format!("\"{name}\":");
    let at = json.find(&key).ok_or_else(|| format!("no field {name} in {json}"))? + key.len();
    let value = &json[at..];
    Ok(match value.strip_prefix('"') {
        Some(text) => text.split('"').next().unwrap_or(""),
        None => value.split([',', '}', ']']).next().unwrap_or(""),
    })
}

fn number(json: &str, name: &str) -> Outcome<u64> {
    let value = field(json, name)?;
    Ok(match value.strip_prefix("0x") {
        Some(digits) => u64::from_str_radix(digits, 16)?,
        None => value.parse()?,
    })
}

#[derive(Clone)]
struct Domain {
    service: Service,
    path: String,
}

impl Domain {
    fn create(service: Service) -> Outcome<Self> {
        let created = service.call("POST", "/domains", r#"{"name":"counted","memory_mib":4}"#)?;
        let path = format!("/domains/{}", number(&created, "domid")?);
        Ok(Domain { service, path })
    }

    fn dmop(&self, name: &str, arguments: String) -> Outcome<String> {
        self.service.call("POST", &format!("{}/dmop/{name}", self.path), &arguments)
    }

    fn guest(&self, access: String) -> Outcome<String> {
        self.service.call("POST", &format!("{}/guest-access", self.path), &access)
    }
}

/// The device: as an ioreq server, and as what its registers do.
struct Counter {
    domain: Domain,
    id: u64,
    sum: u64,
}

impl Counter {
    fn create(domain: Domain) -> Outcome<Self> {
        let created = domain.dmop("create_ioreq_server", r#"{"handle_bufioreq":"off"}"#.into())?;
        let id = number(&created, "id")?;
        let last = MMIO + 0xfff;
        // Asking for the frames gives the server its page: without one no request reaches it.
        domain.dmop("get_ioreq_server_info", format!(r#"{{"id":{id},"flags":0}}"#))?;
        domain.dmop(
            "map_io_range_to_ioreq_server",
            format!(r#"{{"id":{id},"type":"memory","start":"{MMIO:#x}","end":"{last:#x}"}}"#),
        )?;
        domain.dmop("set_ioreq_server_state", format!(r#"{{"id":{id},"enabled":1}}"#))?;
        domain.dmop("map_mem_type", format!(r#"{{"id":{id},"type":"ioreq_server","flags":["write"]}}"#))?;
        domain.dmop(
            "set_mem_type",
            format!(r#"{{"mem_type":"ioreq_server","first_pfn":{CLAIMED_GFN},"nr":1}}"#),
        )?;
        Ok(Counter { domain, id, sum: 0 })
    }

    /// The domain has one vcpu, so there is one request at a time.
    fn serve(mut self) -> Outcome<()> {
        let path = format!("{}/ioreq-servers/{}/exchange", self.domain.path, self.id);
        let mut completion = String::new();
        let mut answered = 0;
        loop {
            let wait = if answered < REQUESTS { 10_000 } else { 0 };
            let body = format!(r#"{{"completions":[{completion}],"wait_ms":{wait}}}"#);
            let exchanged = self.domain.service.call("POST", &path, &body)?;
            completion.clear();
            if exchanged.contains(r#""ioreqs":[]"#) {
                if answered == REQUESTS {
                    return Ok(());
                }
                continue;
            }
            completion = self.answer(&exchanged)?;
            answered += 1;
        }
    }

    fn answer(&mut self, ioreq: &str) -> Outcome<String> {
        let (dir, addr, size) = (field(ioreq, "dir")?, number(ioreq, "addr")?, number(ioreq, "size")?);
        println!("copy {dir} at {addr:#x}, {size} bytes");
        if dir == "write" {
            self.sum += number(ioreq, "data")?;
        }
        let (vcpu, seq) = (number(ioreq, "vcpu")?, number(ioreq, "seq")?);
        Ok(format!(r#"{{"vcpu":{vcpu},"seq":{seq},"data":"{:#x}"}}"#, self.sum))
    }
}

fn main() -> Outcome<()> {
    let address = env::args().nth(1).ok_or("usage: counter ADDRESS:PORT")?;
    let domain = Domain::create(Service { address })?;
    let counter = Counter::create(domain.clone())?;
    let id = counter.id;
    let device_model = thread::spawn(move || counter.serve());

    let gpa = CLAIMED_GFN << 12;
    domain.guest(format!(r#"{{"kind":"write","gpa":"{gpa:#x}","size":4,"data":"0x2a"}}"#))?;
    let read = domain.guest(format!(r#"{{"kind":"read","gpa":"{MMIO:#x}","size":4,"trace":false}}"#))?;

    device_model.join().map_err(|_| "the device model has failed")??;
    println!("the guest read {:#x}", number(&read, "data")?);
    domain.dmop("destroy_ioreq_server", format!(r#"{{"id":{id}}}"#))?;
    domain.service.call("DELETE", &domain.path, "")?;
    Ok(())
}
