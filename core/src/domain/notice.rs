//! What a person ought to know, from what is known on the phone.

use jiff::civil::Date;

use super::{
    directory::Directory,
    library::{Agreement, Closing, LibraryNumber, Standing},
    rules::Severity,
    shelf::Shelf,
    timestamp::Timestamp,
};

/// A notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The card ends for want of use unless it is kept.
    Unused {
        /// When it was last used.
        last_used_at: Timestamp,
        /// When it ends.
        ends_at: Timestamp,
    },
    /// A library has a new version of what was signed, which must be signed.
    SignAgain {
        /// Where.
        library: LibraryNumber,
        /// What.
        agreement: Agreement,
        /// How much it differs.
        severity: Severity,
        /// First day on which it holds.
        from: Date,
    },
    /// A library closes, or has closed, where the person is a patron or waits to be.
    Closing {
        /// Which.
        library: LibraryNumber,
        /// For good.
        for_good: bool,
        /// First day; unknown means already.
        from: Option<Date>,
    },
    /// The service's log told two stories.
    LogForked {
        /// When that was noticed.
        noticed_at: Timestamp,
    },
}

/// All of them, the most pressing first: what ends, what must be signed by the day, what closes, what is wrong.
#[must_use]
pub fn notices(shelf: &Shelf, directory: Option<&Directory>, today: Date) -> Vec<Notice> {
    if shelf.left_at.is_some() {
        return Vec::new();
    }
    let unused = shelf.unused.iter().map(|unused| Notice::Unused {
        last_used_at: unused.last_used_at,
        ends_at: unused.ends_at,
    });
    let mut again: Vec<_> = shelf
        .relations
        .iter()
        .flat_map(|related| related.agreements.iter().map(move |signed| (related.library, signed)))
        .filter_map(|(library, signed)| Some((library, signed.agreement, signed.newer?)))
        .filter(|(.., newer)| newer.severity >= Severity::Material)
        .collect();
    again.sort_by_key(|(library, agreement, newer)| (newer.from, *library, *agreement));
    let again = again.into_iter().map(|(library, agreement, newer)| Notice::SignAgain {
        library,
        agreement,
        severity: newer.severity,
        from: newer.from,
    });
    let here = |standing| matches!(standing, Standing::Active | Standing::Pending | Standing::Guest);
    let closing = shelf
        .relations
        .iter()
        .filter(|related| here(related.standing))
        .filter_map(|related| closes(related.library, directory?.get(related.library)?.closing?, today));
    let forked = shelf.forked_at.map(|noticed_at| Notice::LogForked { noticed_at });
    unused.chain(again).chain(closing).chain(forked).collect()
}

fn closes(library: LibraryNumber, closing: Closing, today: Date) -> Option<Notice> {
    let (for_good, from, to) = match closing {
        Closing::Temporary { from, to } => (false, from, to),
        Closing::Permanent { from } => (true, from, None),
    };
    let over = to.is_some_and(|to| to < today);
    (!over).then_some(Notice::Closing {
        library,
        for_good,
        from,
    })
}
