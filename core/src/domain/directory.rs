//! The national directory of libraries on the phone: what is in it, and search at every keystroke.
//!
//! It is public data. It comes whole, or as changes since the version that one has; [`Directory::apply`] takes changes only
//! when they start from this version and lead to the contents they promise.

mod document;
mod fold;
mod hit;
mod index;
mod query;
mod search;
mod typo;

use std::{collections::BTreeMap, sync::Arc};

pub use document::{Changes, DirectoryError, MAX_BYTES, MAX_LIBRARIES, Whole};
pub use hit::{Field, Found, Hit, Matched, Rank};
pub use query::Query;

use self::{document::Listed, index::Index};
use super::library::{LibraryEntry, LibraryNumber};

/// The key under which a text is searched: two texts with the same key are the same to search. For vectors and tests.
#[must_use]
pub fn folded(text: &str) -> String {
    fold::key(text)
}

/// The directory, ready to be searched. Doesn't change: [`Directory::apply`] makes another one, which shares what is the same.
#[derive(Debug, Clone)]
pub struct Directory {
    demo: bool,
    version: u64,
    etag: Option<String>,
    listed: BTreeMap<LibraryNumber, Listed>,
    index: Index,
}

/// The directory that comes with the app, for a phone that has asked for no other: demo data, and said to be.
#[must_use]
pub fn bundled() -> Directory {
    let json = include_bytes!("../../../shared-assets/libraries/demo.json");
    Whole::parse(json)
        .and_then(Directory::new)
        .unwrap_or_else(|_| Directory::empty())
}

impl Directory {
    /// No library at all.
    fn empty() -> Self {
        Self {
            demo: true,
            version: 0,
            etag: None,
            listed: BTreeMap::new(),
            index: Index::new(Vec::new()),
        }
    }

    /// From a whole document.
    ///
    /// # Errors
    /// [`DirectoryError::Duplicate`] and [`DirectoryError::WrongHash`].
    pub fn new(whole: Whole) -> Result<Self, DirectoryError> {
        let mut listed = BTreeMap::new();
        for (number, library) in whole.libraries {
            if listed.insert(number, library).is_some() {
                return Err(DirectoryError::Duplicate(number));
            }
        }
        Self::checked(whole.demo, whole.version, whole.etag, listed, &whole.hash)
    }

    /// After changes; itself when they are in it already.
    ///
    /// # Errors
    /// [`DirectoryError::WrongBase`] and [`DirectoryError::WrongHash`]: ask for the whole. This directory stays as it is.
    pub fn apply(&self, changes: &Changes) -> Result<Self, DirectoryError> {
        if changes.version == self.version && changes.hash == self.hash() {
            return Ok(self.clone());
        }
        if changes.base != self.version {
            return Err(DirectoryError::WrongBase {
                here: self.version,
                wanted: changes.base,
            });
        }
        let mut listed = self.listed.clone();
        for number in &changes.removals {
            listed.remove(number);
        }
        listed.extend(
            changes
                .upserts
                .iter()
                .map(|(number, library)| (*number, library.clone())),
        );
        if listed.len() > MAX_LIBRARIES {
            return Err(DirectoryError::TooMany);
        }
        let etag = changes.etag.clone();
        Self::checked(self.demo, changes.version, etag, listed, &changes.hash)
    }

    fn checked(
        demo: bool,
        version: u64,
        etag: Option<String>,
        listed: BTreeMap<LibraryNumber, Listed>,
        hash: &str,
    ) -> Result<Self, DirectoryError> {
        if document::hash(&listed) != hash {
            return Err(DirectoryError::WrongHash);
        }
        let entries = listed.values().filter_map(|l| l.entry.clone()).collect();
        Ok(Self {
            demo,
            version,
            etag,
            listed,
            index: Index::new(entries),
        })
    }

    /// Whether this is bundled demo data, which must be said where it is shown.
    #[must_use]
    pub fn is_demo(&self) -> bool {
        self.demo
    }

    /// The version that changes must start from.
    #[must_use]
    pub fn version(&self) -> u64 {
        self.version
    }

    /// The service's mark for this content (`ETag`, RFC 9110 §8.8.3).
    #[must_use]
    pub fn etag(&self) -> Option<&str> {
        self.etag.as_deref()
    }

    /// SHA-256 of the contents in hexadecimal, as the service computes it; see [`Whole`].
    #[must_use]
    pub fn hash(&self) -> String {
        document::hash(&self.listed)
    }

    /// How many libraries the service listed that this build can't read; they are left out, the rest works.
    #[must_use]
    pub fn unreadable(&self) -> usize {
        self.listed.values().filter(|l| l.entry.is_none()).count()
    }

    /// One library, closed ones too: somebody may be a patron there.
    #[must_use]
    pub fn get(&self, number: LibraryNumber) -> Option<&LibraryEntry> {
        self.listed.get(&number)?.entry.as_deref()
    }

    /// All libraries by number, closed ones too.
    pub fn libraries(&self) -> impl Iterator<Item = &LibraryEntry> {
        self.listed.values().filter_map(|l| l.entry.as_deref())
    }

    /// The branches of a library, by number.
    pub fn branches(&self, of: LibraryNumber) -> impl Iterator<Item = &LibraryEntry> {
        self.libraries().filter(move |l| l.branch_of == Some(of))
    }

    /// The libraries that a query finds, best first. For every keystroke.
    #[must_use]
    pub fn search(&self, query: &Query<'_>) -> Found<'_> {
        search::search(&self.index, query)
    }

    /// Bytes that the search index takes beside the entries.
    #[must_use]
    pub fn index_bytes(&self) -> usize {
        self.index.bytes()
    }
}

impl Listed {
    fn share(entry: Option<LibraryEntry>, hash: [u8; 32]) -> Self {
        Self {
            entry: entry.map(Arc::new),
            hash,
        }
    }
}
