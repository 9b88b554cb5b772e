//! What a person ought to know, from what is known on the phone.

use jiff::civil::Date;

use super::{
    directory::Directory,
    household::{OF_AGE, Stage},
    library::{Agreement, Closing, LibraryNumber, Standing},
    receipt::Pseudonym,
    rules::Severity,
    shelf::{Party, Shelf},
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
    /// A birthday is near with which somebody may do more, or less: a child, or oneself while under age.
    Birthday {
        /// Which child; none: oneself.
        child: Option<Pseudonym>,
        /// The child's name.
        name: Option<String>,
        /// The age.
        turns: u8,
        /// The day.
        on: Date,
    },
    /// The service's log told two stories.
    LogForked {
        /// When that was noticed.
        noticed_at: Timestamp,
    },
}

/// All of them, the most pressing first: what ends, what must be signed by the day, what closes, what changes with a
/// birthday, what is wrong. `me` reads them.
#[must_use]
pub fn notices(shelf: &Shelf, me: Option<&Pseudonym>, directory: Option<&Directory>, today: Date) -> Vec<Notice> {
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
    let birthdays = me.map(|me| birthdays(shelf, me, directory, today));
    unused
        .chain(again)
        .chain(closing)
        .chain(birthdays.into_iter().flatten())
        .chain(forked)
        .collect()
}

/// The nearest first. Nobody has two within sixty days.
fn birthdays(shelf: &Shelf, me: &Pseudonym, directory: Option<&Directory>, today: Date) -> Vec<Notice> {
    let near = |party: &Party| {
        let child = party.child.as_ref().map(|(child, _)| child);
        let ahead = shelf.ahead(me, child.unwrap_or(me), directory, today);
        let near = ahead.into_iter().filter(|ahead| ahead.stage >= Stage::Soon);
        let (on, turns) = near.filter_map(|ahead| Some((ahead.on, ahead.turns?))).next()?;
        let birthday = Notice::Birthday {
            child: child.cloned(),
            name: child.map(|_| party.name.clone()),
            turns,
            on,
        };
        Some((on, birthday))
    };
    let minors = shelf.people.iter().filter(|party| party.age(today) < OF_AGE);
    let mut found: Vec<_> = minors.filter_map(near).collect();
    found.sort_by_key(|(on, _)| *on);
    found.into_iter().map(|(_, notice)| notice).collect()
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
