//! From which age somebody may sign what, by what the library's directory entry says.

use serde_json::Value;

use super::rules::Agreement;

/// From this age on one signs the lending rules oneself, where the library says nothing else; years.
const ALONE: u64 = 15;
/// The same for a staffless agreement.
const ALONE_STAFFLESS: u64 = 18;

/// Who signs for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Signs {
    Alone,
    Guardian,
    /// Not yet.
    Nobody,
}

/// Who signs an agreement of this library for somebody who is `age` years old.
pub(crate) fn signs(library: &Value, agreement: Agreement, age: u8) -> Signs {
    let age = u64::from(age);
    let limit = |name: &str| library["ages"][name].as_u64();
    if limit("card_from").is_some_and(|from| age < from) {
        return Signs::Nobody;
    }
    let (alone, with_guardian) = match agreement {
        Agreement::Rules => (limit("rules_alone_from").unwrap_or(ALONE), Some(0)),
        Agreement::Staffless => (
            limit("staffless_alone_from").unwrap_or(ALONE_STAFFLESS),
            limit("staffless_with_guardian_from"),
        ),
    };
    if age >= alone {
        Signs::Alone
    } else if with_guardian.is_some_and(|from| age >= from) {
        Signs::Guardian
    } else {
        Signs::Nobody
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Agreement::Rules, Agreement::Staffless, Signs, signs};

    #[test]
    fn each_agreement_has_its_own_ages() {
        let some = json!({ "ages": { "card_from": 6, "rules_alone_from": 13, "staffless_alone_from": 16,
            "staffless_with_guardian_from": 14 } });
        let none = json!({});
        for (library, agreement, age, expected) in [
            (&some, Rules, 5, Signs::Nobody),
            (&some, Rules, 6, Signs::Guardian),
            (&some, Rules, 12, Signs::Guardian),
            (&some, Rules, 13, Signs::Alone),
            (&some, Staffless, 13, Signs::Nobody),
            (&some, Staffless, 14, Signs::Guardian),
            (&some, Staffless, 16, Signs::Alone),
            (&none, Rules, 0, Signs::Guardian),
            (&none, Rules, 14, Signs::Guardian),
            (&none, Rules, 15, Signs::Alone),
            (&none, Staffless, 17, Signs::Nobody),
            (&none, Staffless, 18, Signs::Alone),
        ] {
            assert_eq!(signs(library, agreement, age), expected, "{agreement:?} {age}");
        }
    }
}
