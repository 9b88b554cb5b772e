//! What the desk page says. It is for staff: Bokmål and Nynorsk.

use axum::http::HeaderMap;

use crate::provider::words::Language;

pub(super) struct Words {
    pub(super) title: &'static str,
    pub(super) lead: &'static str,
    pub(super) code: &'static str,
    pub(super) hint: &'static str,
    pub(super) confirm: &'static str,
    /// With `{name}` and `{library}`.
    pub(super) patron: &'static str,
    pub(super) staffless: &'static str,
    /// With `{guardian}`, `{child}` and `{library}`.
    pub(super) guardian: &'static str,
    pub(super) which_child: &'static str,
    pub(super) child: &'static str,
    pub(super) born: &'static str,
    pub(super) no_child: &'static str,
    pub(super) unknown: &'static str,
    pub(super) used: &'static str,
    pub(super) expired: &'static str,
}

static NB: Words = Words {
    title: "Bekreft ny låner",
    lead: "Se legitimasjon, og skriv inn koden som står i appen til låneren.",
    code: "Kode",
    hint: "Åtte tegn, som K7MT-4Q2X. Store eller små bokstaver er det samme.",
    confirm: "Bekreft",
    patron: "{name} er nå låner ved {library}.",
    staffless: "{name} kan nå bruke {library} når ingen er på jobb.",
    guardian: "{guardian} kan nå handle for {child}. Bekreftet ved {library}.",
    which_child: "Koden er fra en som vil handle for et barn. Se legitimasjon og papirer, og skriv inn barnet.",
    child: "Barnets navn",
    born: "Fødselsdato (ÅÅÅÅ-MM-DD)",
    no_child: "Dette kan ikke bekreftes her. Se etter om navn og dato er riktige.",
    unknown: "Koden finnes ikke. Se etter om alle tegnene er riktige.",
    used: "Koden er brukt eller gjelder ikke lenger. Låneren kan se i appen om alt er i orden.",
    expired: "Koden har gått ut. Låneren kan signere på nytt i appen og får da en ny kode.",
};

static NN: Words = Words {
    title: "Stadfest ny lånar",
    lead: "Sjå legitimasjon, og skriv inn koden som står i appen til lånaren.",
    code: "Kode",
    hint: "Åtte teikn, som K7MT-4Q2X. Store eller små bokstavar er det same.",
    confirm: "Stadfest",
    patron: "{name} er no lånar ved {library}.",
    staffless: "{name} kan no bruke {library} når ingen er på jobb.",
    guardian: "{guardian} kan no handle for {child}. Stadfest ved {library}.",
    which_child: "Koden er frå ein som vil handle for eit barn. Sjå legitimasjon og papir, og skriv inn barnet.",
    child: "Namnet til barnet",
    born: "Fødselsdato (ÅÅÅÅ-MM-DD)",
    no_child: "Dette kan ikkje stadfestast her. Sjå etter om namn og dato er rette.",
    unknown: "Koden finst ikkje. Sjå etter om alle teikna er rette.",
    used: "Koden er brukt eller gjeld ikkje lenger. Lånaren kan sjå i appen om alt er i orden.",
    expired: "Koden har gått ut. Lånaren kan signere på nytt i appen og får då ein ny kode.",
};

/// By the browser's languages.
pub(super) fn words(headers: &HeaderMap) -> (Language, &'static Words) {
    match Language::of("", headers) {
        Language::Nn => (Language::Nn, &NN),
        _ => (Language::Nb, &NB),
    }
}
