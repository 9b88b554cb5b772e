//! The rules of the house, on this repository.
#![allow(clippy::expect_used, clippy::panic)]

use card_arch::{
    Findings, Tree, boundary, cargo, conformance, docs, kotlin, layers, licences, links, parity, privacy, shell, sizes,
    states, versions, words,
};
use std::sync::LazyLock;

static TREE: LazyLock<Tree> = LazyLock::new(|| Tree::repository().expect("the repository can be read"));

fn none(found: &Findings) {
    assert!(
        found.is_empty(),
        "{} finding(s):\n  {}",
        found.len(),
        found.join("\n  ")
    );
}

fn file(path: &str) -> &'static str {
    TREE.text(path).unwrap_or_else(|| panic!("{path} is missing"))
}

#[test]
fn layers_import_only_what_is_below_them() {
    none(&layers::crossings(&TREE, layers::LAYERS));
}

#[test]
fn each_layer_of_the_rules_is_there() {
    for layer in layers::LAYERS {
        assert!(TREE.has(layer.folder), "{} moved; move its rule along", layer.folder);
    }
}

#[test]
fn product_code_never_panics() {
    none(&layers::panics(&TREE));
}

#[test]
fn unsafe_code_is_in_one_place() {
    none(&layers::exempt(&TREE));
}

#[test]
fn core_and_sandbox_share_no_code() {
    none(&layers::strangers(&TREE));
}

#[test]
fn the_boundary_is_small() {
    none(&boundary::too_wide(&TREE, boundary::ITEMS, boundary::LINES));
}

#[test]
fn every_language_has_every_word() {
    none(&words::incomplete(&TREE));
}

#[test]
fn every_error_code_has_words() {
    none(&words::wordless(&TREE));
}

#[test]
fn every_error_code_is_handled_in_both_shells() {
    none(&words::unhandled(&TREE));
}

#[test]
fn both_shells_show_the_same() {
    none(&parity::lacking(&TREE));
    none(&parity::stale(&TREE));
}

#[test]
fn every_state_is_in_the_catalogue() {
    none(&states::gaps(&TREE));
}

#[test]
fn shared_screens_are_tied_to_no_platform() {
    none(&kotlin::tied(&TREE));
}

#[test]
fn item_18_people_sign_in_in_the_systems_browser() {
    none(&kotlin::web_views(&TREE));
}

#[test]
fn maven_and_gradle_have_one_list_of_versions() {
    none(&versions::drifted(&TREE));
}

#[test]
fn the_checks_of_the_sign_in_are_numbered() {
    none(&conformance::misnumbered(&TREE));
    none(&conformance::stale(&TREE));
    none(&conformance::misfits(&TREE));
    none(&conformance::unproven(&TREE));
}

#[test]
fn files_are_short() {
    none(&sizes::too_long(&TREE, file("tests/arch/long-files.toml")));
}

#[test]
fn nothing_is_left_open() {
    none(&sizes::left_open(&TREE));
}

#[test]
fn nobody_real_is_in_the_repository() {
    none(&privacy::persons(&TREE));
}

#[test]
fn no_home_folder_is_named() {
    none(&privacy::machines(&TREE));
}

#[test]
fn pipes_are_read_to_their_end() {
    none(&shell::hasty_pipes(&TREE));
}

#[test]
fn links_lead_somewhere() {
    none(&links::broken(&TREE));
}

#[test]
fn folders_are_explained() {
    none(&docs::unexplained(&TREE));
}

#[test]
fn decisions_are_recorded() {
    none(&docs::undecided(&TREE));
}

#[test]
fn the_product_has_one_of_each_big_crate() {
    none(&cargo::not_single(file("Cargo.lock")));
}

#[test]
fn duplicate_crates_are_known() {
    none(&cargo::duplicates(
        file("Cargo.lock"),
        file("tests/arch/duplicate-crates.toml"),
    ));
}

#[test]
fn every_crate_has_the_workspace_lints() {
    none(&cargo::lints(&TREE));
}

#[test]
fn the_binding_packages_are_used() {
    none(&cargo::unused(&TREE));
}

#[test]
fn licences_fit() {
    let mut metadata = std::process::Command::new(env!("CARGO"));
    metadata
        .current_dir(Tree::root())
        .args(["metadata", "--locked", "--format-version", "1"]);
    for target in ["x86_64-unknown-linux-gnu", "aarch64-linux-android", "aarch64-apple-ios"] {
        metadata.args(["--filter-platform", target]);
    }
    let output = metadata.output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let json = serde_json::from_slice(&output.stdout).expect("cargo metadata writes JSON");
    none(&licences::forbidden(&json));
}
