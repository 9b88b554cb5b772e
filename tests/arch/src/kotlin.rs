//! What the shared screens may import: only what desktop and Android both have.

use crate::{Findings, Tree, rust};

/// Words that tie a screen to one platform. `R` stands for Android's generated resources.
pub const PLATFORM: &[&str] = &[
    "import android.",
    "import androidx.activity",
    "import androidx.compose.ui.res",
    "import androidx.compose.ui.viewinterop",
    "import androidx.compose.ui.tooling.preview",
    "import androidx.compose.ui.window.Window",
    "import androidx.compose.ui.window.application",
    "import androidx.hilt",
    "import java.awt",
    "import javax.swing",
    "import org.jetbrains.skia",
    "collectAsStateWithLifecycle",
    "dynamicLightColorScheme",
    "dynamicDarkColorScheme",
    "stringResource",
    "painterResource",
    "LocalContext",
    "LocalView",
    "LocalConfiguration",
    "hiltViewModel",
    "AndroidView",
    "BackHandler",
    "Context",
    "Activity",
    "R.string",
    "R.drawable",
];

/// Platform words in the shared screens.
#[must_use]
pub fn tied(tree: &Tree) -> Findings {
    let mut found = Findings::new();
    for (path, text) in tree.below("android/ui", ".kt") {
        let code = rust::code(text);
        for word in PLATFORM {
            for line in rust::lines_with(&code, word) {
                found.push(format!(
                    "{path}:{line}: `{word}` ties the screen to one platform; pass it in as a value or a lambda"
                ));
            }
        }
    }
    found
}

/// Views that show the web inside the app; whoever signs in there tells the app their secrets (RFC 8252 §8.12).
const WEB_VIEWS: [&str; 4] = ["WebView", "WKWebView", "SFSafariViewController", "JavaFXPanel"];

/// Sign-in anywhere but in the system's browser.
#[must_use]
pub fn web_views(tree: &Tree) -> Findings {
    let mut found = Findings::new();
    for (folder, ending) in [("android", ".kt"), ("ios", ".swift")] {
        for (path, text) in tree.below(folder, ending) {
            for word in WEB_VIEWS
                .iter()
                .filter(|word| !rust::lines_with(&rust::code(text), word).is_empty())
            {
                found.push(format!(
                    "{path}: {word} shows the web inside the app; open the system's browser"
                ));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_platform_word_is_found() {
        for word in PLATFORM {
            let text = format!("{word}\n");
            assert!(
                !tied(&Tree::of(&[("android/ui/src/Bad.kt", &text)])).is_empty(),
                "{word}"
            );
        }
    }

    #[test]
    fn a_web_view_is_found_in_both_shells() {
        let tree = Tree::of(&[
            ("android/app/A.kt", "val v = WebView(this)"),
            ("ios/App/A.swift", "let v = WKWebView()"),
        ]);
        assert_eq!(web_views(&tree).len(), 2);
    }

    #[test]
    fn a_longer_name_and_a_comment_are_free() {
        let text = "import kotlin.coroutines.CoroutineContext\n// LocalContext is not for here\nval r = \"Activity\"";
        assert_eq!(tied(&Tree::of(&[("android/ui/src/Ok.kt", text)])), Findings::new());
    }
}
