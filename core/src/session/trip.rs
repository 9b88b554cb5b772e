//! Reading and signing at one library after the other, for one person. It is kept, so that a phone that goes to the BankID app
//! and is killed there goes on where it was.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::errand::{Ask, Behalf, Reading, Signature};
use crate::{
    Error,
    domain::{
        language::Language,
        library::{Activation, Agreement, LibraryNumber},
        receipt::Pseudonym,
        rules::{Difference, RulesText, difference},
        timestamp::Timestamp,
    },
};

/// Stops at most; more is no trip.
pub const MOST_STOPS: usize = 20;
/// How long one that isn't ended is kept, seconds.
const LIFE_S: i64 = 24 * 60 * 60;

/// A trip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trip {
    /// Where, in order; at least one.
    pub stops: Vec<Stop>,
    /// Which is open; their number when all are behind.
    pub at: usize,
    /// In which language the person would rather read.
    pub language: Language,
    /// For which child; none for oneself.
    #[serde(default)]
    pub child: Option<Pseudonym>,
    began_at: Timestamp,
    /// Makes the keys of this trip's signatures nobody else's.
    seed: String,
    /// The open text.
    #[serde(skip)]
    pub open: Open,
    /// The signature is on its way.
    #[serde(skip)]
    pub signing: bool,
    /// What stands in the way at the open stop.
    #[serde(skip)]
    pub trouble: Option<Error>,
}

/// A stop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stop {
    /// Where.
    pub library: LibraryNumber,
    /// What.
    pub agreement: Agreement,
    /// How the library takes it, when it has told.
    pub activation: Option<Activation>,
    /// SHA-256 of the text that was read to the end.
    pub read: Option<String>,
    /// Id of the receipt, when it is signed.
    pub receipt: Option<String>,
    /// Passed by.
    pub skipped: bool,
}

/// The text of the open stop.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Open {
    /// Not there.
    #[default]
    Nothing,
    /// On its way.
    Fetching,
    /// There; compared with what was signed before, once, where that can be had.
    Text(Box<Reading>, Option<Box<Difference>>),
}

impl Trip {
    /// A trip to these libraries; `None` without any, or with too many.
    #[must_use]
    pub fn new(
        libraries: &[LibraryNumber],
        agreement: Agreement,
        language: Language,
        seed: u128,
        now: Timestamp,
    ) -> Option<Self> {
        let mut stops: Vec<Stop> = Vec::new();
        for library in libraries {
            if stops.iter().all(|stop| stop.library != *library) {
                stops.push(Stop {
                    library: *library,
                    agreement,
                    activation: None,
                    read: None,
                    receipt: None,
                    skipped: false,
                });
            }
        }
        (1..=MOST_STOPS).contains(&stops.len()).then(|| Self {
            stops,
            at: 0,
            language,
            child: None,
            began_at: now,
            seed: format!("{seed:032x}"),
            open: Open::Nothing,
            signing: false,
            trouble: None,
        })
    }

    /// Whether it was begun too long ago to be gone on with.
    #[must_use]
    pub fn is_over(&self, now: Timestamp) -> bool {
        !(0..LIFE_S).contains(&now.since(self.began_at))
    }

    /// The open stop.
    #[must_use]
    pub fn stop(&self) -> Option<&Stop> {
        self.stops.get(self.at)
    }

    /// The text that is open.
    #[must_use]
    pub fn reading(&self) -> Option<&Reading> {
        match &self.open {
            Open::Text(reading, _) => Some(reading),
            Open::Nothing | Open::Fetching => None,
        }
    }

    /// What differs from the version that was signed before.
    #[must_use]
    pub fn difference(&self) -> Option<(&RulesText, &Difference)> {
        match &self.open {
            Open::Text(reading, Some(difference)) => Some((reading.before.as_ref()?, difference)),
            _ => None,
        }
    }

    /// The text that was asked for is here.
    pub(super) fn arrive(&mut self, reading: Box<Reading>) {
        if let Some(stop) = self.stops.get_mut(self.at) {
            stop.activation = Some(reading.activation);
        }
        let before = reading.before.as_ref();
        let older = before.filter(|before| before.version() < reading.text.version());
        let compared = older.and_then(|before| difference(before, &reading.text).ok());
        self.open = Open::Text(reading, compared.map(Box::new));
    }

    /// Whether the open text was read to the end.
    #[must_use]
    pub fn is_read(&self) -> bool {
        let read = self.stop().and_then(|stop| stop.read.as_deref());
        read.is_some() && read == self.reading().map(|reading| reading.text.sha256())
    }

    /// The open text was read.
    pub(super) fn have_read(&mut self) {
        let hash = self.reading().map(|reading| reading.text.sha256().to_owned());
        if let (Some(hash), Some(stop)) = (hash, self.stops.get_mut(self.at)) {
            stop.read = Some(hash);
        }
    }

    /// Opens a stop; which text to ask for, if there is such a stop.
    pub(super) fn go_to(&mut self, at: usize, before: impl Fn(&Stop) -> Option<u32>) -> Option<Ask> {
        self.at = at.min(self.stops.len());
        self.open = Open::Nothing;
        self.trouble = None;
        let stop = self.stop()?;
        let ask = Ask {
            library: stop.library,
            agreement: stop.agreement,
            language: self.language,
            before: before(stop),
        };
        self.open = Open::Fetching;
        Some(ask)
    }

    /// The next stop that is neither signed nor passed by, after the open one and round; their number when there is none.
    #[must_use]
    pub fn next(&self) -> usize {
        let left = |at: &usize| {
            self.stops
                .get(*at)
                .is_some_and(|stop| stop.receipt.is_none() && !stop.skipped)
        };
        let count = self.stops.len();
        (1..=count)
            .map(|step| (self.at + step) % count.max(1))
            .find(left)
            .unwrap_or(count)
    }

    /// Whether this text was asked for at the open stop.
    #[must_use]
    pub fn waits_for(&self, ask: &Ask) -> bool {
        let here = self.stop().map(|stop| (stop.library, stop.agreement));
        self.open == Open::Fetching && here == Some((ask.library, ask.agreement)) && self.language == ask.language
    }

    /// What to sign, when it was read: the same again has the same key, anything else another one.
    pub(super) fn signature(&self, signer: Pseudonym, behalf: Behalf) -> Option<Signature> {
        let text = &self.reading().filter(|_| self.is_read())?.text;
        Some(Signature {
            key: self.key(text, &behalf),
            text: text.clone(),
            signer,
            behalf,
        })
    }

    fn key(&self, text: &RulesText, behalf: &Behalf) -> String {
        let mut sha = Sha256::new();
        let child = behalf.child().map_or("", Pseudonym::expose);
        let what = (text.library().to_string(), text.version().to_string());
        for part in [
            &self.seed,
            &what.0,
            &what.1,
            text.language().tag(),
            text.sha256(),
            child,
        ] {
            sha.update(part);
            sha.update([0]);
        }
        sha.update([u8::from(text.agreement() == Agreement::Staffless)]);
        let digest = sha.finalize();
        digest[..16].iter().map(|byte| format!("{byte:02x}")).collect()
    }
}
