//! Shell scripts: whoever reads a pipe reads it to its end.

use crate::{Findings, Tree};

/// Whether `command` stops reading early. What writes to it is then killed by SIGPIPE unless it was quicker (POSIX, `write`),
/// and with `pipefail` the whole pipe fails now and then.
fn hasty(command: &str) -> bool {
    let command = command.trim_start();
    let grep = command.strip_prefix("grep").is_some_and(|rest| {
        rest.split_whitespace()
            .take_while(|word| word.starts_with('-'))
            .any(|word| !word.starts_with("--") && word.contains(['q', 'm']) || word == "--quiet")
    });
    grep || command.split_whitespace().next() == Some("head")
}

/// Pipes in scripts that end before what is written into them, unless nobody asks how they ended (`|| true`).
#[must_use]
pub fn hasty_pipes(tree: &Tree) -> Findings {
    let mut found = Findings::new();
    for (path, text) in tree.below("", "") {
        let script = path.ends_with(".sh") || text.starts_with("#!/usr/bin/env bash") || text.starts_with("#!/bin/");
        for (i, line) in text.lines().enumerate().filter(|_| script) {
            if !line.ends_with("|| true") && line.replace("||", "  ").split('|').skip(1).any(hasty) {
                found.push(format!(
                    "{path}:{}: the pipe ends before what is written into it; read all of it (sed -n 1p, <<< or > /dev/null)",
                    i + 1
                ));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(line: &str) -> usize {
        hasty_pipes(&Tree::of(&[("tests/tools/x.sh", line)])).len()
    }

    #[test]
    fn a_pipe_that_ends_early_is_found() {
        assert_eq!(findings("unzip -Z1 a.apk | grep -q '^lib/'"), 1);
        assert_eq!(findings("ldconfig -p | grep -qF x || ldconfig -p | grep --quiet y"), 1);
        assert_eq!(findings("find . | sort | head -n 1"), 1);
    }

    #[test]
    fn a_pipe_that_is_read_to_its_end_is_none() {
        assert_eq!(findings("grep -q x <<< \"$y\" || grep -F -- -q z | sed -n 1p"), 0);
        assert_eq!(findings("headless | grep -aF x > /dev/null"), 0);
        assert_eq!(findings("tail -f log | grep -m 1 -q ready || true"), 0);
    }
}
