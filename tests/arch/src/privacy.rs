//! Nobody real in the repository: only synthetic persons, and nobody's machine.

use crate::{Findings, Tree};

const FIRST: [u32; 9] = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const SECOND: [u32; 10] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/// Whether eleven digits are a valid fødselsnummer or D-number of production form: day (or day + 40), a month that is
/// not shifted, and both control digits, by the old rule or by that of 2032 (first remainder 0 to 3).
///
/// Synthetic numbers have the month + 80 (Skatteetaten) or + 40 or + 65 (NAV) and are no person's.
#[must_use]
pub fn is_personal(digits: &[u32]) -> bool {
    if digits.len() != 11 {
        return false;
    }
    let day = (digits[0] * 10 + digits[1]) % 40;
    let month = digits[2] * 10 + digits[3];
    let dated = (1..=31).contains(&day) && digits[0] < 8 && (1..=12).contains(&month);
    let sum = |weights: &[u32]| weights.iter().zip(digits).map(|(w, d)| w * d).sum::<u32>();
    let first = (sum(&FIRST) + digits[9]) % 11;
    let second = (sum(&SECOND) + digits[10]) % 11;
    dated && first <= 3 && second == 0
}

/// Runs of digits in a line, as `(start, digits)`, where one space, dot or hyphen between two digits doesn't end the run.
fn runs(line: &str) -> Vec<Vec<u32>> {
    let mut found = Vec::new();
    let mut run: Vec<u32> = Vec::new();
    let mut before: Option<char> = None;
    let chars: Vec<char> = line.chars().collect();
    let mut blocked = false;
    for (i, &c) in chars.iter().enumerate() {
        if let Some(digit) = c.to_digit(10) {
            if run.is_empty() {
                blocked = before.is_some_and(|b| b.is_alphabetic() || b == '_');
            }
            run.push(digit);
        } else {
            let joins = matches!(c, ' ' | '-') && run.len() == 6 && chars.get(i + 1).is_some_and(char::is_ascii_digit);
            if !joins {
                if !blocked && !c.is_alphabetic() && c != '_' {
                    found.push(run.clone());
                }
                run.clear();
            }
        }
        before = Some(c);
    }
    if !blocked {
        found.push(run);
    }
    found
}

/// A validator is tested with what others publish: Skatteetaten's examples and the tests of @navikt/fnrvalidator. Each line
/// of that one file names its source, or why nobody can have the number.
fn is_published(path: &str, line: &str) -> bool {
    path == "tests/vectors/national_ids.json" && (line.contains("\"source\":") || line.contains("\"error\":"))
}

/// Places that hold a number which could be somebody's. The number itself isn't repeated.
#[must_use]
pub fn persons(tree: &Tree) -> Findings {
    let mut found = Findings::new();
    for (path, text) in tree.below("", "").filter(|(path, _)| !path.ends_with(".lock")) {
        for (i, line) in text.lines().enumerate().filter(|(_, line)| !is_published(path, line)) {
            if runs(line).iter().any(|run| is_personal(run)) {
                found.push(format!(
                    "{path}:{}: a number that could be somebody's; use a synthetic one (month + 80)",
                    i + 1
                ));
            }
        }
    }
    found
}

/// Places that name a home folder of the one who wrote them.
#[must_use]
pub fn machines(tree: &Tree) -> Findings {
    let words = ["/home/", "/root/", "/Users/", "C:\\Users"];
    let mut found = Findings::new();
    for (path, text) in tree
        .below("", "")
        .filter(|(path, _)| !path.starts_with("tests/arch/src"))
    {
        for (i, line) in text.lines().enumerate() {
            if words.iter().any(|word| line.contains(word)) {
                found.push(format!(
                    "{path}:{}: names somebody's home folder; make it relative or use $HOME",
                    i + 1
                ));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A number with right control digits from nine digits, or none when a control digit would be ten.
    fn complete(nine: &[u32]) -> Option<Vec<u32>> {
        let mut digits = nine.to_vec();
        for weights in [&FIRST[..], &SECOND[..]] {
            let sum: u32 = weights.iter().zip(&digits).map(|(w, d)| w * d).sum();
            let control = (11 - sum % 11) % 11;
            if control == 10 {
                return None;
            }
            digits.push(control);
        }
        Some(digits)
    }

    fn samples(day: u32, month: u32) -> Vec<Vec<u32>> {
        let head = [day / 10, day % 10, month / 10, month % 10, 9, 9];
        (100..130)
            .filter_map(|n| complete(&[&head[..], &[n / 100, n / 10 % 10, n % 10]].concat()))
            .collect()
    }

    fn text(digits: &[u32]) -> String {
        digits.iter().map(u32::to_string).collect()
    }

    #[test]
    fn production_form_is_found_and_synthetic_is_free() {
        assert!(samples(15, 6).iter().all(|d| is_personal(d)));
        assert!(samples(55, 6).iter().all(|d| is_personal(d)), "D-number");
        assert!(!samples(15, 86).iter().any(|d| is_personal(d)));
        assert!(!samples(0, 6).iter().any(|d| is_personal(d)));
    }

    #[test]
    fn it_is_found_in_text_with_and_without_a_gap() {
        let number = text(&samples(15, 6)[0]);
        let (left, right) = number.split_at(6);
        for line in [
            number.clone(),
            format!("pid = \"{number}\""),
            format!("{left} {right}"),
            format!("{left}-{right}."),
        ] {
            assert_eq!(persons(&Tree::of(&[("a.md", &line)])).len(), 1, "a form was missed");
        }
        for line in [format!("1{number}"), format!("a{number}"), format!("{number}f")] {
            assert_eq!(
                persons(&Tree::of(&[("a.md", &line)])).len(),
                0,
                "a longer word is no number"
            );
        }
    }

    #[test]
    fn only_a_published_vector_is_free() {
        let number = text(&samples(15, 6)[0]);
        let named = format!("{{ \"source\": \"x\", \"input\": \"{number}\" }}");
        let unnamed = format!("{{ \"input\": \"{number}\" }}");
        let vectors = "tests/vectors/national_ids.json";
        for (path, line, findings) in [(vectors, &named, 0), (vectors, &unnamed, 1), ("core/c.json", &named, 1)] {
            assert_eq!(persons(&Tree::of(&[(path, line)])).len(), findings);
        }
    }

    #[test]
    fn a_home_folder_is_found() {
        let tree = Tree::of(&[("a.md", "see /home/kari/x"), ("b.md", "see $HOME/x")]);
        assert_eq!(machines(&tree).len(), 1);
    }
}
