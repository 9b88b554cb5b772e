//! Certificates, over real TLS: the system's trust is what decides, and nothing switches it off.
//!
//! Trust is read from the environment once a process, so the asking is done by this test in a process of its own.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    missing_docs
)]

use std::{
    io::{Read, Write},
    net::TcpListener,
    process::Command,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use card_core::adapters::http::Http;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair, date_time_ymd};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};

const ADDRESSES: &str = "CARD_TLS_ADDRESSES";

/// A certificate and its key.
struct Identity(CertificateDer<'static>, KeyPair);

fn authority(name: &str) -> CertifiedIssuer<'static, KeyPair> {
    let mut params = CertificateParams::new(vec![]).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.distinguished_name.push(rcgen::DnType::CommonName, name);
    CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
}

fn issued(by: &CertifiedIssuer<'static, KeyPair>, name: &str, edit: fn(&mut CertificateParams)) -> Identity {
    let key = KeyPair::generate().unwrap();
    let mut params = CertificateParams::new(vec![name.to_owned()]).unwrap();
    edit(&mut params);
    Identity(params.signed_by(&key, by).unwrap().der().clone(), key)
}

/// Serves an answer over TLS until the test ends; counts the requests that got through.
fn serve(identity: &Identity) -> (String, Arc<AtomicUsize>) {
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(identity.1.serialize_der()));
    let config = rustls::ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![identity.0.clone()], key)
        .unwrap();
    let config = Arc::new(config);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("https://localhost:{}/", listener.local_addr().unwrap().port());
    let got_through = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&got_through);
    thread::spawn(move || {
        for stream in listener.incoming() {
            let connection = rustls::ServerConnection::new(Arc::clone(&config)).unwrap();
            let mut tls = rustls::StreamOwned::new(connection, stream.unwrap());
            let mut first = [0; 1024];
            if tls.read(&mut first).is_ok_and(|n| n > 0) {
                count.fetch_add(1, Ordering::SeqCst);
                let _ = tls.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}");
                tls.conn.send_close_notify();
                let _ = tls.flush();
            }
        }
    });
    (address, got_through)
}

/// Asks each address; a word for each outcome.
fn outcomes(addresses: &str) -> String {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap();
    let http = Http::new(true);
    let ask = async |address: &str| match http.send(http.get(&address.parse().unwrap()).unwrap(), "test").await {
        Ok(answer) => answer.status.as_str().to_owned(),
        Err(error) => format!("{error:?}"),
    };
    runtime.block_on(async {
        let mut words = vec![];
        for address in addresses.split(' ') {
            words.push(ask(address).await);
        }
        words.join("\n")
    })
}

#[test]
fn item_11_only_a_certificate_that_the_system_trusts_for_that_name_and_now_gets_an_answer() {
    if let Ok(addresses) = std::env::var(ADDRESSES) {
        let marked: String = outcomes(&addresses)
            .lines()
            .map(|line| format!("\noutcome {line}"))
            .collect();
        println!("{marked}");
        return;
    }
    let (trusted, stranger) = (authority("Tests"), authority("Somebody"));
    let own = KeyPair::generate().unwrap();
    let itself = CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
    let identities = [
        ("trusted", issued(&trusted, "localhost", |_| ())),
        ("of another name", issued(&trusted, "idporten.no", |_| ())),
        (
            "run out",
            issued(&trusted, "localhost", |p| p.not_after = date_time_ymd(2020, 1, 1)),
        ),
        (
            "not yet",
            issued(&trusted, "localhost", |p| p.not_before = date_time_ymd(2900, 1, 1)),
        ),
        ("by a stranger", issued(&stranger, "localhost", |_| ())),
        (
            "by itself",
            Identity(itself.self_signed(&own).unwrap().der().clone(), own),
        ),
    ];
    let servers: Vec<_> = identities.iter().map(|(_, identity)| serve(identity)).collect();
    let dir = tempfile::tempdir().unwrap();
    let trust = dir.path().join("trust.pem");
    std::fs::write(&trust, trusted.pem()).unwrap();
    let addresses: Vec<_> = servers.iter().map(|(address, _)| address.as_str()).collect();
    let child = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "item_11_only_a_certificate_that_the_system_trusts_for_that_name_and_now_gets_an_answer",
        ])
        .args(["--nocapture"])
        .env("SSL_CERT_FILE", &trust)
        .env_remove("SSL_CERT_DIR")
        .env(ADDRESSES, addresses.join(" "))
        .output()
        .unwrap();
    let said = String::from_utf8(child.stdout).unwrap();
    let outcomes: Vec<_> = said.lines().filter_map(|line| line.strip_prefix("outcome ")).collect();
    assert_eq!(outcomes.len(), identities.len(), "{said}");
    for (((name, _), outcome), (_, got_through)) in identities.iter().zip(outcomes).zip(&servers) {
        let well = *name == "trusted";
        let wanted = if well {
            "200"
        } else {
            "Service { at: \"test\", what: \"certificate\", retry_after_s: None }"
        };
        assert_eq!(outcome, wanted, "{name}");
        assert_eq!(
            got_through.load(Ordering::SeqCst),
            usize::from(well),
            "{name}: nothing is said to it"
        );
    }
}
