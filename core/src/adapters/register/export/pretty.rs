//! JSON put on lines. Nothing in it becomes anything else: order, numbers and names that stand there twice stay.

use std::fmt::Write;

use super::super::shown::hides;

const INDENT: &str = "  ";

/// Valid JSON, with a line for each member. What hides, or turns the text round, is written as an escape, which means the same.
pub(super) fn on_lines(json: &str) -> String {
    let mut out = String::with_capacity(json.len() * 2);
    let (mut depth, mut inside, mut escaped) = (0_usize, false, false);
    let mut signs = json.chars().peekable();
    while let Some(sign) = signs.next() {
        if inside {
            string(&mut out, sign);
            inside = escaped || sign != '"';
            escaped = !escaped && sign == '\\';
            continue;
        }
        match sign {
            ' ' | '\t' | '\n' | '\r' => {}
            '{' | '[' => {
                out.push(sign);
                while signs.next_if(|sign| sign.is_ascii_whitespace()).is_some() {}
                if let Some(close) = signs.next_if(|sign| matches!(sign, '}' | ']')) {
                    out.push(close);
                } else {
                    depth += 1;
                    line(&mut out, depth);
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                line(&mut out, depth);
                out.push(sign);
            }
            ',' => {
                out.push(sign);
                line(&mut out, depth);
            }
            ':' => out.push_str(": "),
            _ => {
                out.push(sign);
                inside = sign == '"';
            }
        }
    }
    out
}

fn line(out: &mut String, depth: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n(INDENT, depth));
}

/// A sign of a string; as UTF-16 where it is escaped (RFC 8259 §7).
fn string(out: &mut String, sign: char) {
    if hides(sign) {
        for unit in sign.encode_utf16(&mut [0; 2]) {
            let _ = write!(out, "\\u{unit:04x}");
        }
    } else {
        out.push(sign);
    }
}
