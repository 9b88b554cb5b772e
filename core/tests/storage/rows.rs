//! What is kept beside the card: sealed rows, and the directory in clear.

use super::*;
use card_core::ports::{DirectoryDocument, Row};

fn world() -> (tempfile::TempDir, Arc<Memory>) {
    (tempfile::tempdir().unwrap(), Arc::default())
}

fn changes(text: &str) -> DirectoryDocument {
    DirectoryDocument::Changes(text.into())
}

fn whole(text: &str) -> DirectoryDocument {
    DirectoryDocument::Whole(text.into())
}

#[test]
fn rows_come_back_each_its_own_and_one_that_is_gone_is_gone() {
    let (dir, vault) = world();
    let cache = || cache(dir.path(), &vault);
    assert_eq!(cache().row(Row::Shelf).unwrap(), None);
    cache().keep_row(Row::Shelf, Some(b"shelf")).unwrap();
    cache().keep_row(Row::Trip, Some(b"trip")).unwrap();
    cache().keep_row(Row::Shown, Some(b"shown")).unwrap();
    cache().save(&card("first")).unwrap();
    let text = |row| cache().row(row).unwrap().map(|bytes| bytes.to_vec());
    assert_eq!(
        (text(Row::Shelf), text(Row::Trip), text(Row::Shown)),
        (Some(b"shelf".to_vec()), Some(b"trip".to_vec()), Some(b"shown".to_vec()))
    );
    cache().keep_row(Row::Trip, None).unwrap();
    assert_eq!((text(Row::Shelf), text(Row::Trip)), (Some(b"shelf".to_vec()), None));
    assert_eq!(cache().load().card, Some(card("first")));
}

#[test]
fn to_forget_what_was_never_kept_makes_no_file() {
    let (dir, vault) = world();
    cache(dir.path(), &vault).keep_row(Row::Trip, None).unwrap();
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
}

#[test]
fn a_row_is_sealed_for_its_own_name() {
    let (dir, vault) = world();
    let cache = cache(dir.path(), &vault);
    cache.keep_row(Row::Shelf, Some(b"Kari Sandstad")).unwrap();
    let file = std::fs::read(dir.path().join("card.db")).unwrap();
    assert!(!file.windows(8).any(|window| window == b"Sandstad"));
    let db = rusqlite::Connection::open(dir.path().join("card.db")).unwrap();
    db.execute("UPDATE sealed SET row = 'sealed/trip/1'", []).unwrap();
    assert!(matches!(cache.row(Row::Trip), Err(Error::StorageDamaged(_))));
}

#[test]
fn directory_documents_come_in_their_order_and_a_whole_one_takes_the_place_of_all_before() {
    let (dir, vault) = world();
    let cache = || cache(dir.path(), &vault);
    assert_eq!(cache().directory().unwrap(), []);
    for document in [changes("a"), whole("b"), changes("c"), changes("d")] {
        cache().keep_directory(&document).unwrap();
    }
    assert_eq!(cache().directory().unwrap(), [whole("b"), changes("c"), changes("d")]);
    cache().wipe().unwrap();
    assert_eq!(cache().directory().unwrap(), []);
}

#[test]
fn a_file_of_the_version_before_is_brought_up_to_date_and_keeps_its_card() {
    let (dir, vault) = world();
    cache(dir.path(), &vault).save(&card("old")).unwrap();
    let db = rusqlite::Connection::open(dir.path().join("card.db")).unwrap();
    db.execute_batch("DROP TABLE directory; PRAGMA user_version = 1")
        .unwrap();
    drop(db);
    cache(dir.path(), &vault).keep_directory(&whole("new")).unwrap();
    assert_eq!(cache(dir.path(), &vault).directory().unwrap(), [whole("new")]);
    assert_eq!(cache(dir.path(), &vault).load().card, Some(card("old")));
}
