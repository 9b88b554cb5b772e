//! Receipts, notices and leaving, as drawn.

use card_core::{
    domain::{
        library::LibraryNumber,
        notice::{Notice, notices},
        receipt::{self, Listed, Party},
        shelf::{Export, KeptKind, Leaving},
    },
    session::state::Model,
};

use super::{libraries::Names, time};
use crate::{
    ExportKind, ExportLine, ExportView, LeavingView, LibraryView, NoticeView, Proof, ReceiptView, RemainingView,
};

/// The newest first.
pub(crate) fn receipts(m: &Model) -> Vec<ReceiptView> {
    let names = Names::of(m);
    let mut views: Vec<_> = m
        .receipts
        .iter()
        .map(|listed| receipt_view(names, Some(m), listed))
        .collect();
    views.sort_by_key(|view| std::cmp::Reverse((view.signed_at, view.entry)));
    views
}

pub(crate) fn receipt_view(names: Names<'_>, m: Option<&Model>, listed: &Listed) -> ReceiptView {
    let receipt = &listed.receipt;
    let (child, basis) = match &receipt.party {
        Party::Own => (None, None),
        Party::Child { child, basis } => {
            let people = m.map_or(&[][..], |m| &m.shelf.people);
            let known = people
                .iter()
                .find(|p| p.child.as_ref().is_some_and(|(c, _)| c == child));
            (Some(known.map_or("", |person| &person.name).to_owned()), Some(*basis))
        }
    };
    ReceiptView {
        id: listed.id.clone(),
        library: view(names, &receipt.library),
        agreement: receipt.agreement,
        version: receipt.version.clone(),
        language: receipt.language.clone(),
        signed_at: time(receipt.signed_at),
        child,
        basis,
        text_hash: receipt.text_hash.to_string(),
        issuer: receipt.issuer.clone(),
        entry: receipt.entry,
        entries: receipt.head.size,
        proof: match listed.proof {
            receipt::Proof::Proved => Proof::Proved,
            receipt::Proof::Refused => Proof::Refused,
            receipt::Proof::NoKeys => Proof::NoKeys,
        },
    }
}

fn view(names: Names<'_>, number: &str) -> LibraryView {
    match LibraryNumber::parse(number) {
        Ok(number) => names.view(number),
        Err(_) => LibraryView {
            number: number.to_owned(),
            name: number.to_owned(),
            place: String::new(),
        },
    }
}

pub(crate) fn notice_views(m: &Model) -> Vec<NoticeView> {
    let names = Names::of(m);
    // Children are behind the lock.
    let me = m.me().filter(|_| !m.hides_card());
    let all = notices(&m.shelf, me.as_ref(), m.directory.as_deref(), m.now.date());
    all.into_iter().map(|notice| notice_view(names, notice)).collect()
}

fn notice_view(names: Names<'_>, notice: Notice) -> NoticeView {
    match notice {
        Notice::Unused { last_used_at, ends_at } => NoticeView::Unused {
            last_used_at: time(last_used_at),
            ends_at: time(ends_at),
        },
        Notice::SignAgain {
            library,
            agreement,
            severity,
            from,
        } => NoticeView::SignAgain {
            library: names.view(library),
            agreement,
            severity,
            from: from.to_string(),
        },
        Notice::Closing {
            library,
            for_good,
            from,
        } => NoticeView::Closing {
            library: names.view(library),
            for_good,
            from: from.map(|date| date.to_string()),
        },
        Notice::Birthday { child, name, turns, on } => NoticeView::Birthday {
            child: child.map(|child| child.expose().to_owned()),
            name,
            turns,
            on: on.to_string(),
        },
        Notice::LogForked { noticed_at } => NoticeView::LogForked {
            noticed_at: time(noticed_at),
        },
    }
}

/// After leaving, also when the list isn't known any more.
pub(crate) fn leaving(m: &Model) -> Option<LeavingView> {
    let nothing = Leaving {
        ended_at: m.shelf.left_at,
        remaining: Vec::new(),
    };
    let left = m.shelf.left_at.is_some().then_some(&nothing);
    let leaving = m.remaining.as_ref().or(left)?;
    let names = Names::of(m);
    Some(LeavingView {
        ended_at: leaving.ended_at.or(m.shelf.left_at).map(time),
        remaining: leaving
            .remaining
            .iter()
            .map(|remaining| RemainingView {
                library: LibraryView {
                    name: remaining.name.clone(),
                    ..names.view(remaining.library)
                },
                standing: remaining.standing,
                email: remaining.contact.email.clone(),
                phone: remaining.contact.phone.clone(),
                web: remaining.contact.web.clone(),
            })
            .collect(),
    })
}

pub(crate) fn export(names: Names<'_>, export: Export) -> ExportView {
    let name = |text: String| match LibraryNumber::parse(&text) {
        Ok(number) => names.view(number).name,
        Err(_) => text,
    };
    let line = |kept: card_core::domain::shelf::Kept| {
        let (kind, what) = match kept.kind {
            KeptKind::Name => (ExportKind::Name, kept.what),
            KeptKind::Card => (ExportKind::Card, kept.what),
            KeptKind::Library => (ExportKind::Library, name(kept.what)),
            KeptKind::Receipt => (ExportKind::Receipt, name(kept.what)),
            KeptKind::Device => (ExportKind::Device, kept.what),
            KeptKind::Mail => (ExportKind::Mail, kept.what),
            KeptKind::Other => (ExportKind::Other, kept.what),
        };
        ExportLine {
            kind,
            what,
            at: kept.at.map(time),
        }
    };
    ExportView {
        json: export.json,
        lines: export.lines.into_iter().map(line).collect(),
    }
}
