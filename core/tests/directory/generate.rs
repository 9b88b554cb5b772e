//! A directory of invented libraries as large as the real one, the same at every run. Names are put together from parts of
//! Norwegian and Sámi place names.

use serde_json::{Value, json};

/// As many as in the national directory.
pub(crate) const ALL: usize = 2_500;

const FIRST: [&str; 40] = [
    "Nord", "Sør", "Øst", "Vest", "Øvre ", "Nedre ", "Stor", "Lille", "Å", "Bø", "Hå", "Bær", "Sand", "Stein", "Lang",
    "Hol", "Kvam", "Røy", "Mo", "Fjell", "Sjø", "Vær", "Trøn", "Hauge", "Kirke", "Mel", "Ros", "Skj", "Grønn",
    "Kaland", "Indre ", "Ytre ", "Austre ", "Vestre ", "Aa", "Bru", "Elve", "Frø", "Gjer", "Hø",
];
const LAST: [&str; 36] = [
    "dal", "nes", "vik", "sund", "øya", "heim", "stad", "land", "fjord", "berg", "ås", "vågen", "moen", "sjøen",
    "skog", "foss", "strand", "vær", "lia", "haugen", "bygda", "-Odal", "-Fron", "-Aurdal", "eid", "botn", "havn",
    "angen", "mark", "tun", "rud", "set", "vatn", "bakken", "elv", "grend",
];
const KINDS: [&str; 9] = [
    " folkebibliotek",
    " bibliotek",
    " folkeboksamling",
    " filial",
    " videregående skole, biblioteket",
    " bibliotek og kulturhus",
    " fengsel, biblioteket",
    " sykehusbibliotek",
    " fylkesbibliotek",
];
const SAMI: [&str; 20] = [
    "Guovdageaidnu",
    "Kárášjohka",
    "Deatnu",
    "Unjárga",
    "Porsáŋgu",
    "Gáivuotna",
    "Loabát",
    "Divttasvuodna",
    "Snåase",
    "Raarvihke",
    "Plaassje",
    "Aarborte",
    "Stïentje",
    "Čáhcesuolu",
    "Ráisa",
    "Báhccavuotna",
    "Omasvuotna",
    "Návuotna",
    "Girkonjárga",
    "Muosát",
];
const COUNTIES: [&str; 4] = ["Troms", "Nordland", "Innlandet", "Vestland"];

/// Numbers without pattern, the same each time (the constants of MMIX, Knuth).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

/// That many libraries, as they stand in a whole document.
pub(crate) fn libraries(count: usize) -> Vec<Value> {
    let mut dice = Dice(6);
    (0..count).map(|i| library(&mut dice, i)).collect()
}

fn library(dice: &mut Dice, i: usize) -> Value {
    let municipality = format!("{}{}", dice.one(&FIRST), dice.one(&LAST));
    let place = match dice.below(3) {
        0 => format!("{}{}", dice.one(&FIRST), dice.one(&LAST)),
        _ => municipality.clone(),
    };
    let mut names = vec![json!({ "language": "nb", "text": format!("{place}{}", dice.one(&KINDS)) })];
    if dice.below(8) == 0 {
        names.push(json!({ "language": "se", "text": format!("{} girjerádju", dice.one(&SAMI)) }));
    }
    if dice.below(10) == 0 {
        names.push(json!({ "language": "en", "text": format!("{place} Public Library") }));
    }
    let mut library = json!({
        "number": format!("2{:06}", i * 7),
        "names": names,
        "place": place,
        "municipality": { "number": format!("{:04}", 300 + i % 5_000), "name": municipality },
        "county": dice.one(&COUNTIES),
        "contact": { "email": format!("bibliotek{i}@example.org") },
        "staffless": dice.below(3) == 0,
    });
    if dice.below(10) > 0 {
        let (north, east) = (58_000_000 + dice.below(13_000_000), 5_000_000 + dice.below(25_000_000));
        library["position"] = json!({ "lat_e6": north, "lon_e6": east });
    }
    match dice.below(60) {
        0 => library["closing"] = json!({ "kind": "permanent", "from": "2020-01-01" }),
        1 => library["closing"] = json!({ "kind": "temporary" }),
        _ => {}
    }
    library
}
