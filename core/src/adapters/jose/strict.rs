//! JSON that can be read in one way only.

use std::{collections::HashSet, fmt};

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// Longer payloads are none of ours, bytes. ID-porten's id_token has some hundred.
const LONGEST: usize = 16 * 1024;
/// Deeper ones too.
const DEEPEST: u8 = 16;

/// Whether the payload is short, UTF-8, not deep, and names no member twice: two readers of it would agree
/// (RFC 7519 §4, RFC 8259 §4).
pub(in crate::adapters) fn is_unambiguous(payload: &[u8]) -> bool {
    let Some(text) = std::str::from_utf8(payload).ok().filter(|text| text.len() <= LONGEST) else {
        return false;
    };
    let mut json = serde_json::Deserializer::from_str(text);
    // What follows it is refused by whoever reads it for what it says.
    Walk { left: DEEPEST }.deserialize(&mut json).is_ok()
}

/// Walks through a value and keeps nothing of it.
#[derive(Clone, Copy)]
struct Walk {
    left: u8,
}

impl Walk {
    fn deeper<E: Error>(self) -> Result<Self, E> {
        let left = self.left.checked_sub(1).ok_or_else(|| E::custom("too deep"))?;
        Ok(Self { left })
    }
}

impl<'de> DeserializeSeed<'de> for Walk {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        value.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<(), M::Error> {
        let inside = self.deeper()?;
        let mut seen = HashSet::new();
        while let Some(name) = map.next_key::<String>()? {
            if !seen.insert(name) {
                return Err(M::Error::custom("twice"));
            }
            map.next_value_seed(inside)?;
        }
        Ok(())
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut list: S) -> Result<(), S::Error> {
        let inside = self.deeper()?;
        while list.next_element_seed(inside)?.is_some() {}
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }
    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }
    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }
    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }
    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }
    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}
