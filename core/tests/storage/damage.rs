use super::*;

fn kept() -> (tempfile::TempDir, Arc<Memory>) {
    let dir = tempfile::tempdir().unwrap();
    let vault = Arc::new(Memory::default());
    cache(dir.path(), &vault).save(&card("x")).unwrap();
    (dir, vault)
}

/// Damaged data is told once, set aside, and the next card is kept and found.
fn told_set_aside_and_well_again(dir: &Path, vault: &Arc<Memory>) {
    let loaded = cache(dir, vault).load();
    assert!(loaded.card.is_none());
    assert!(
        matches!(loaded.trouble, Some(Error::StorageDamaged(_))),
        "{:?}",
        loaded.trouble
    );
    assert!(dir.join("card.db.damaged").exists(), "kept for whoever wants to look");
    cache(dir, vault).save(&card("new")).unwrap();
    assert_eq!(cache(dir, vault).load().card, Some(card("new")));
}

#[test]
fn a_file_that_is_no_database() {
    let (dir, vault) = kept();
    std::fs::write(
        dir.path().join("card.db"),
        "not a database at all, but long enough to look like one".repeat(200),
    )
    .unwrap();
    told_set_aside_and_well_again(dir.path(), &vault);
}

#[test]
fn a_file_cut_in_the_middle() {
    let (dir, vault) = kept();
    let file = dir.path().join("card.db");
    let bytes = std::fs::read(&file).unwrap();
    std::fs::write(&file, &bytes[..bytes.len() / 2 + 100]).unwrap();
    told_set_aside_and_well_again(dir.path(), &vault);
}

#[test]
fn a_row_that_somebody_edited() {
    let (dir, vault) = kept();
    let db = rusqlite::Connection::open(dir.path().join("card.db")).unwrap();
    let mut text: Vec<u8> = db.query_row("SELECT text FROM sealed", [], |r| r.get(0)).unwrap();
    *text.last_mut().unwrap() ^= 1;
    db.execute("UPDATE sealed SET text = ?1", [text]).unwrap();
    drop(db);
    told_set_aside_and_well_again(dir.path(), &vault);
}

#[test]
fn a_row_moved_from_another_phone() {
    let (dir, vault) = kept();
    let (other, _) = kept();
    std::fs::copy(other.path().join("card.db"), dir.path().join("card.db")).unwrap();
    told_set_aside_and_well_again(dir.path(), &vault);
}

#[test]
fn a_lost_key() {
    let (dir, vault) = kept();
    vault.kept.lock().unwrap().clear();
    told_set_aside_and_well_again(dir.path(), &vault);
}

#[test]
fn a_vault_that_does_not_answer_now_loses_nothing() {
    let (dir, vault) = kept();
    *vault.broken.lock().unwrap() = true;
    let loaded = cache(dir.path(), &vault).load();
    assert_eq!(loaded.trouble, Some(Error::VaultUnavailable("test")));
    assert_eq!(
        cache(dir.path(), &vault).save(&card("y")),
        Err(Error::VaultUnavailable("test"))
    );
    *vault.broken.lock().unwrap() = false;
    assert_eq!(cache(dir.path(), &vault).load().card, Some(card("x")));
}

#[test]
fn a_folder_that_is_a_file() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("data");
    std::fs::write(&file, "").unwrap();
    let vault = Arc::new(Memory::default());
    assert_eq!(cache(&file, &vault).load().trouble, Some(Error::StorageReadOnly));
    assert_eq!(cache(&file, &vault).save(&card("x")), Err(Error::StorageReadOnly));
}
