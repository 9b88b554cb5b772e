//! Just enough reading of Markdown: links, headings, and what is only an example.

/// The text without fenced code; line breaks stay.
#[must_use]
pub fn prose(text: &str) -> String {
    let mut fenced = false;
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        let fence = line.trim_start().starts_with("```");
        if !(fenced || fence) {
            out.push_str(line);
        }
        fenced ^= fence;
        out.push('\n');
    }
    out
}

/// A line without its inline code.
fn spoken(line: &str) -> String {
    line.split('`').step_by(2).collect::<Vec<_>>().join("``")
}

/// Targets of links and pictures: `(line, target)`.
#[must_use]
pub fn links(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (i, line) in prose(text).lines().enumerate() {
        let line = spoken(line);
        for (at, _) in line.match_indices("](") {
            if let Some(end) = line[at + 2..].find(')') {
                let target = line[at + 2..at + 2 + end].split_whitespace().next().unwrap_or_default();
                found.push((i + 1, target.to_owned()));
            }
        }
    }
    found
}

/// Headings as the anchors that readers' sites make of them.
#[must_use]
pub fn anchors(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for heading in prose(text).lines().filter(|line| line.starts_with('#')) {
        let slug: String = heading
            .trim_start_matches('#')
            .trim()
            .to_lowercase()
            .chars()
            .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
            .map(|c| if c == ' ' { '-' } else { c })
            .collect();
        let before = found.iter().filter(|known| **known == slug).count();
        found.push(if before == 0 { slug } else { format!("{slug}-{before}") });
    }
    found
}

/// The text below a heading of that name (any level), down to the next heading of its level or higher.
#[must_use]
pub fn section<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let mut at = 0;
    let mut start = None;
    let mut level = 0;
    for line in text.split_inclusive('\n') {
        let depth = line.chars().take_while(|c| *c == '#').count();
        if depth > 0 {
            match start {
                None if line.trim_start_matches('#').trim() == name => {
                    start = Some(at + line.len());
                    level = depth;
                }
                Some(from) if depth <= level => return Some(&text[from..at]),
                _ => {}
            }
        }
        at += line.len();
    }
    start.map(|from| &text[from..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_in_code_are_no_links() {
        let text = "[a](b.md) and ![c](d.png \"t\") `[e](f)`\n```\n[g](h)\n```\n";
        assert_eq!(links(text), [(1, "b.md".to_owned()), (1, "d.png".to_owned())]);
    }

    #[test]
    fn anchors_follow_the_usual_rule() {
        assert_eq!(
            anchors("# One two\n## `./demo`, run it\n# One two\n"),
            ["one-two", "demo-run-it", "one-two-1"]
        );
    }

    #[test]
    fn a_section_ends_at_its_peer() {
        assert_eq!(section("## A\nx\n### B\ny\n## C\nz\n", "A"), Some("x\n### B\ny\n"));
        assert_eq!(section("## A\n", "B"), None);
    }
}
