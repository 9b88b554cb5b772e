//! Words that weigh: a text that only says the same in better words has the same of these, in the same order.

/// Kroner, in the languages of the rules.
pub(super) const KRONER: [&str; 13] = [
    "kr", "krone", "kroner", "kronene", "nok", "ruvnno", "ruvnnu", "ruvdno", "ru", "kruvnnu", "kruvdno", "kråvnå",
    "kråvnoe",
];

/// How words begin that make a number an age.
pub(super) const AGE_AFTER: [&str; 5] = ["år", "year", "jagi", "jage", "jahk"];

/// Numbers in words, the value where it is at most 20. `ein`, `en` and `one` are left out: they are articles.
const SPELLED: [(&str, u8); 57] = [
    ("to", 2),
    ("tre", 3),
    ("fire", 4),
    ("fem", 5),
    ("seks", 6),
    ("sju", 7),
    ("syv", 7),
    ("åtte", 8),
    ("ni", 9),
    ("ti", 10),
    ("elleve", 11),
    ("tolv", 12),
    ("tretten", 13),
    ("fjorten", 14),
    ("femten", 15),
    ("seksten", 16),
    ("sytten", 17),
    ("atten", 18),
    ("nitten", 19),
    ("tjue", 20),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("guokte", 2),
    ("guovtti", 2),
    ("golbma", 3),
    ("golmma", 3),
    ("njeallje", 4),
    ("njealji", 4),
    ("vihtta", 5),
    ("viđa", 5),
    ("guhtta", 6),
    ("guđa", 6),
    ("čieža", 7),
    ("čiežanuppelohkái", 17),
    ("gávcci", 8),
    ("ovcci", 9),
    ("logi", 10),
    ("logis", 10),
    ("golbmanuppelohkái", 13),
    ("vihttanuppelohkái", 15),
    ("guhttanuppelohkái", 16),
    ("gávccenuppelohkái", 18),
    ("guoktelogi", 20),
];

/// Larger and partial numbers.
const LARGE: [&str; 17] = [
    "tretti", "tredve", "førti", "femti", "seksti", "sytti", "åtti", "nitti", "hundre", "tusen", "hundred", "thousand",
    "halv", "halve", "dobbel", "dobbelt", "čuohti",
];

/// Words that turn a sentence round. `in`, `it` and `ii` are North Sámi; that the first two are ordinary words elsewhere only makes
/// us ask for a signature more often.
const NEGATIONS: [&str; 41] = [
    "ikke",
    "ikkje",
    "ei",
    "ingen",
    "inga",
    "inkje",
    "intet",
    "ingenting",
    "aldri",
    "aldrig",
    "uten",
    "utan",
    "unntatt",
    "unnateke",
    "unntatte",
    "unntak",
    "kun",
    "bare",
    "berre",
    "heller",
    "verken",
    "korkje",
    "not",
    "no",
    "never",
    "none",
    "without",
    "except",
    "unless",
    "only",
    "neither",
    "nor",
    "cannot",
    "in",
    "it",
    "ii",
    "eat",
    "ehpet",
    "eai",
    "almmá",
    "dušše",
];

/// Words that make something a duty, a right or a possibility.
const DUTIES: [&str; 28] = [
    "må",
    "skal",
    "kan",
    "bør",
    "plikt",
    "plikter",
    "pliktar",
    "rett",
    "forbudt",
    "forbode",
    "tillatt",
    "tillate",
    "must",
    "shall",
    "may",
    "can",
    "should",
    "forbidden",
    "allowed",
    "galgá",
    "galggat",
    "galget",
    "fertet",
    "ferte",
    "sáhttá",
    "sáhttet",
    "oažžu",
    "gielddus",
];

/// How months begin, in the languages of the rules.
const MONTHS: [&str; 27] = [
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
    "january",
    "february",
    "march",
    "may",
    "june",
    "july",
    "october",
    "december",
    "ođđajagemán",
    "guovvamán",
    "njukčamán",
    "cuoŋomán",
    "miessemán",
    "geassemán",
    "suoidnemán",
];
const MONTHS_TOO: [&str; 5] = ["borgemán", "čakčamán", "golggotmán", "skábmamán", "juovlamán"];

/// The value of a number in words, up to 20.
pub(super) fn spelled(word: &str) -> Option<u8> {
    SPELLED
        .iter()
        .find(|(known, _)| *known == word)
        .map(|(_, value)| *value)
}

/// Whether changing this word, given in lower case, changes more than wording.
pub(super) fn weighs(word: &str) -> bool {
    let listed = [&LARGE[..], &NEGATIONS, &DUTIES, &KRONER];
    spelled(word).is_some()
        || listed.iter().any(|list| list.contains(&word))
        || MONTHS.iter().chain(&MONTHS_TOO).any(|month| word.starts_with(month))
        || word.chars().any(char::is_numeric)
}
