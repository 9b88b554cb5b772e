use std::io::{BufRead, BufReader, Read};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};

use serde_json::Value;

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_card-sandbox"));
    command
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

fn addresses(child: &mut Child) -> Value {
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap())
        .read_line(&mut line)
        .unwrap();
    serde_json::from_str(&line).unwrap()
}

#[test]
fn it_prints_one_line_and_stops_when_stdin_closes() {
    let mut child = program(&["--until-stdin-closes"]).spawn().unwrap();
    let addresses = addresses(&mut child);
    for name in ["issuer", "login", "card_service", "control"] {
        let address = addresses[name]
            .as_str()
            .unwrap()
            .trim_start_matches("http://")
            .to_owned();
        TcpStream::connect(address.replace("localhost", "127.0.0.1")).unwrap();
    }
    drop(child.stdin.take());
    assert!(child.wait().unwrap().success());
    let mut rest = String::new();
    child.stdout.unwrap().read_to_string(&mut rest).unwrap();
    assert_eq!(rest, "");
}

#[test]
fn it_stops_at_a_signal_and_not_when_stdin_closes_unasked() {
    for signal in ["INT", "TERM"] {
        let mut child = program(&[]).stdin(Stdio::null()).spawn().unwrap();
        addresses(&mut child);
        assert!(child.try_wait().unwrap().is_none());
        let kill = Command::new("kill")
            .args([format!("-{signal}"), child.id().to_string()])
            .status()
            .unwrap();
        assert!(kill.success());
        assert_eq!(child.wait().unwrap().code(), Some(0), "{signal}");
    }
}

#[test]
fn a_port_in_use_is_one_sentence_in_four_languages_and_code_3() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port().to_string();
    for (language, word) in [("nb", "opptatt"), ("nn", "oppteken"), ("se", "anus"), ("en", "in use")] {
        let output = program(&["--lang", language, "--ports", &format!("0,0,0,{port}")])
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(3), "{language}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(
            said.contains(word) && said.contains(&port) && said.contains("--ports"),
            "{said}"
        );
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn wrong_arguments_are_code_2_and_help_is_code_0() {
    for wrong in [
        &["--ports", "1,2"][..],
        &["--lang", "fr"],
        &["--now", "soon"],
        &["--state"],
        &["--what"],
    ] {
        let output = program(wrong).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(output.stdout.is_empty());
    }
    let help = program(&["--help"]).output().unwrap();
    assert!(help.status.success());
    let text = String::from_utf8(help.stdout).unwrap();
    for flag in [
        "--ports",
        "--state",
        "--now",
        "--lang",
        "--allow-hints",
        "--sso",
        "--until-stdin-closes",
    ] {
        assert!(text.contains(flag), "{flag}");
    }
}
