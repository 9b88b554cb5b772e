use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;

use crate::personas::About;

/// A language of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    Nb,
    Nn,
    Se,
    En,
}

impl Language {
    /// The first that we have of `ui_locales`, then of the browser's own list; Bokmål in the end.
    pub(crate) fn of(ui_locales: &str, headers: &HeaderMap) -> Self {
        let browser = headers
            .get(ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        ui_locales
            .split_whitespace()
            .chain(browser.split(','))
            .find_map(Self::named)
            .unwrap_or(Self::Nb)
    }

    fn named(tag: &str) -> Option<Self> {
        match tag.trim().split([';', '-']).next()? {
            "nb" | "no" => Some(Self::Nb),
            "nn" => Some(Self::Nn),
            "se" => Some(Self::Se),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// BCP 47.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::Nb => "nb",
            Self::Nn => "nn",
            Self::Se => "se",
            Self::En => "en",
        }
    }

    pub(crate) fn words(self) -> &'static Words {
        match self {
            Self::Nb => &NB,
            Self::Nn => &NN,
            Self::Se => &SE,
            Self::En => &EN,
        }
    }

    pub(crate) fn about(self, about: &About) -> &str {
        match self {
            Self::Nb => &about.nb,
            Self::Nn => &about.nn,
            Self::Se => &about.se,
            Self::En => &about.en,
        }
    }
}

pub(crate) struct Words {
    pub(crate) banner: &'static str,
    pub(crate) banner_feide: &'static str,
    pub(crate) banner_card: &'static str,
    pub(crate) no_feide: &'static str,
    pub(crate) title: &'static str,
    pub(crate) lead: &'static str,
    pub(crate) person: &'static str,
    pub(crate) level: &'static str,
    pub(crate) level_high: &'static str,
    pub(crate) level_substantial: &'static str,
    pub(crate) level_low: &'static str,
    /// Put behind the level that the app asked for.
    pub(crate) asked: &'static str,
    pub(crate) login: &'static str,
    pub(crate) cancel: &'static str,
    pub(crate) error_title: &'static str,
    pub(crate) error_lead: &'static str,
    pub(crate) logged_out: &'static str,
    pub(crate) foot: &'static str,
}

static NB: Words = Words {
    banner: "Testmiljø – ikke ekte ID-porten",
    banner_feide: "Testmiljø – ikke ekte Feide",
    banner_card: "Testmiljø – ikke den ekte korttjenesten",
    no_feide: "Denne testpersonen har ikke Feide-konto. Gå tilbake og velg en annen måte å logge inn på.",
    title: "Logg inn på Bibliotekkortet",
    lead: "Her finnes bare oppdiktede personer. Du trenger verken fødselsnummer eller passord.",
    person: "Velg testperson",
    level: "Velg sikkerhetsnivå",
    level_high: "Høyt",
    level_substantial: "Betydelig",
    level_low: "Lavt",
    asked: "som appen ber om",
    login: "Logg inn",
    cancel: "Avbryt",
    error_title: "Innloggingen stoppet",
    error_lead: "Gå tilbake til appen og prøv på nytt.",
    logged_out: "Du er logget ut",
    foot: "Denne siden er en del av sandkassen til Bibliotekkortet.",
};

static NN: Words = Words {
    banner: "Testmiljø – ikkje ekte ID-porten",
    banner_feide: "Testmiljø – ikkje ekte Feide",
    banner_card: "Testmiljø – ikkje den ekte korttenesta",
    no_feide: "Denne testpersonen har ikkje Feide-konto. Gå tilbake og vel ein annan måte å logge inn på.",
    title: "Logg inn på Bibliotekkortet",
    lead: "Her finst berre oppdikta personar. Du treng verken fødselsnummer eller passord.",
    person: "Vel testperson",
    level: "Vel tryggleiksnivå",
    level_high: "Høgt",
    level_substantial: "Vesentleg",
    level_low: "Lågt",
    asked: "som appen ber om",
    login: "Logg inn",
    cancel: "Avbryt",
    error_title: "Innlogginga stoppa",
    error_lead: "Gå tilbake til appen og prøv på nytt.",
    logged_out: "Du er logga ut",
    foot: "Denne sida er ein del av sandkassa til Bibliotekkortet.",
};

static SE: Words = Words {
    banner: "Geahččalanbiras – ii leat duohta ID-porten",
    banner_feide: "Geahččalanbiras – ii leat duohta Feide",
    banner_card: "Geahččalanbiras – ii leat duohta koartabálvalus",
    no_feide: "Dán geahččalanolbmos ii leat Feide-kontu. Mana ruovttoluotta ja vállje eará vuogi.",
    title: "Sisačáliheapmi: Bibliotekkortet",
    lead: "Dáppe leat dušše hutkojuvvon olbmot. It dárbbaš riegádannummara iige beassansáni.",
    person: "Vállje geahččalanolbmo",
    level: "Vállje sihkarvuođadási",
    level_high: "Alla",
    level_substantial: "Mearkkašahtti",
    level_low: "Vuollegis",
    asked: "maid áppa bivdá",
    login: "Čálit sisa",
    cancel: "Gaskkalduhte",
    error_title: "Sisačáliheapmi bisánii",
    error_lead: "Mana ruovttoluotta áppii ja geahččal ođđasit.",
    logged_out: "Don leat čálihuvvon olggos",
    foot: "Dát siidu gullá Bibliotekkortet geahččalanbirrasii.",
};

static EN: Words = Words {
    banner: "Test environment – not the real ID-porten",
    banner_feide: "Test environment – not the real Feide",
    banner_card: "Test environment – not the real card service",
    no_feide: "This test person has no Feide account. Go back and choose another way to log in.",
    title: "Log in to Bibliotekkortet",
    lead: "Everybody here is made up. You need no national identity number and no password.",
    person: "Choose a test person",
    level: "Choose a level of assurance",
    level_high: "High",
    level_substantial: "Substantial",
    level_low: "Low",
    asked: "asked for by the app",
    login: "Log in",
    cancel: "Cancel",
    error_title: "The login stopped",
    error_lead: "Go back to the app and try again.",
    logged_out: "You are logged out",
    foot: "This page is part of the sandbox of Bibliotekkortet.",
};
