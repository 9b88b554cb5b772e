//! Canonical JSON (RFC 8785) of texts, whole numbers, truth values, lists and objects: nothing else is signed or hashed here.

use std::fmt::Write;

use serde_json::Value;

/// The bytes as a text. Numbers are written as serde_json does, which is right for whole ones below 2⁵³.
pub(crate) fn text(value: &Value) -> String {
    let mut out = String::new();
    write(value, &mut out);
    out
}

fn write(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(truth) => out.push_str(if *truth { "true" } else { "false" }),
        Value::Number(number) => out.push_str(&number.to_string()),
        Value::String(text) => quote(text, out),
        Value::Array(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                comma(at, out);
                write(item, out);
            }
            out.push(']');
        }
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            // §3.2.3: by UTF-16 code units, which differs from the order of UTF-8 beyond the BMP.
            members.sort_by_cached_key(|(name, _)| name.encode_utf16().collect::<Vec<u16>>());
            out.push('{');
            for (at, (name, member)) in members.into_iter().enumerate() {
                comma(at, out);
                quote(name, out);
                out.push(':');
                write(member, out);
            }
            out.push('}');
        }
    }
}

fn comma(at: usize, out: &mut String) {
    if at > 0 {
        out.push(',');
    }
}

/// §3.2.2.2: the short escapes where there are any, `\u00xx` for other controls, everything else as it is.
fn quote(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            '\0'..='\u{1f}' => {
                let _ = write!(out, "\\u{:04x}", u32::from(character));
            }
            other => out.push(other),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::text;

    #[test]
    fn members_are_sorted_by_utf16_and_escapes_are_the_short_ones() {
        let value = json!({ "\u{fb33}": 1, "\u{1f600}": [true, null], "a": "\"\\\u{8}\t\n\u{c}\r\u{1}/ø" });
        let wanted = "{\"a\":\"\\\"\\\\\\b\\t\\n\\f\\r\\u0001/ø\",\"\u{1f600}\":[true,null],\"\u{fb33}\":1}";
        assert_eq!(text(&value), wanted);
    }
}
