use crate::app::{App, HIGH, request};

const WORDS: [(&str, [&str; 6]); 4] = [
    (
        "nb",
        [
            "Testmiljø – ikke ekte ID-porten",
            "Velg testperson",
            "Logg inn",
            "Avbryt",
            "Høyt",
            "Har ikke bibliotekkort",
        ],
    ),
    (
        "nn",
        [
            "Testmiljø – ikkje ekte ID-porten",
            "Vel testperson",
            "Logg inn",
            "Avbryt",
            "Høgt",
            "Har ikkje bibliotekkort",
        ],
    ),
    (
        "se",
        [
            "Geahččalanbiras",
            "Vállje geahččalanolbmo",
            "Čálit sisa",
            "Gaskkalduhte",
            "Alla",
            "girjerádjokoarta",
        ],
    ),
    (
        "en",
        [
            "Test environment – not the real ID-porten",
            "Choose a test person",
            "Log in",
            "Cancel",
            "High",
            "no library card",
        ],
    ),
];

async fn page(app: &App, locales: &str) -> String {
    let mut request = request();
    request.insert("ui_locales", locales.to_owned());
    app.get(app.authorize_url(&request).await).await.text().await.unwrap()
}

#[tokio::test]
async fn the_login_page_speaks_four_languages() {
    let app = App::new();
    for (language, words) in WORDS {
        let page = page(&app, language).await;
        assert!(page.contains(&format!("<html lang=\"{language}\">")));
        for word in words {
            assert!(page.contains(word), "{language}: {word}");
        }
    }
    assert!(page(&app, "fr se nb").await.contains("<html lang=\"se\">"));
    assert!(page(&app, "fr").await.contains("<html lang=\"nb\">"));
}

#[tokio::test]
async fn error_and_logout_pages_speak_the_browsers_language() {
    let app = App::new();
    for (languages, title) in [
        ("nn-NO,nb;q=0.8", "Innlogginga stoppa"),
        ("se", "bisánii"),
        ("en-GB", "The login stopped"),
    ] {
        let url = format!("{}/authorize?client_id=%3Cscript%3E&x=1&x=2", app.sandbox.login);
        let answer = app
            .http
            .get(url)
            .header("Accept-Language", languages)
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), 400);
        assert!(answer.text().await.unwrap().contains(title), "{languages}");
    }
    let url = format!("{}/logout?ui_locales=en", app.sandbox.login);
    assert!(app.get(url).await.text().await.unwrap().contains("You are logged out"));
    let url = format!("{}/authorize?%3Cscript%3E=1&%3Cscript%3E=2", app.sandbox.login);
    let text = app.get(url).await.text().await.unwrap();
    assert!(text.contains("&lt;script&gt;") && !text.contains("<script"));
}

#[tokio::test]
async fn the_page_has_the_handles_that_drivers_hold_and_nothing_foreign() {
    let app = App::new();
    let answer = app.get(app.authorize_url(&request()).await).await;
    assert!(!answer.headers().contains_key("set-cookie"));
    assert_eq!(answer.headers()["cache-control"], "no-store");
    assert!(
        answer.headers()["content-security-policy"]
            .to_str()
            .unwrap()
            .starts_with("default-src 'none'")
    );
    let page = answer.text().await.unwrap();
    for persona in [
        "kari", "ola", "ingen", "sperret", "utmeldt", "aile", "gammel", "dnummer",
    ] {
        assert_eq!(
            page.matches(&format!("name=\"person\" value=\"{persona}\"")).count(),
            1,
            "{persona}"
        );
    }
    for handle in [
        "<button id=\"login\"",
        "<button id=\"cancel\"",
        "name=\"viewport\"",
        "<legend>",
    ] {
        assert!(page.contains(handle), "{handle}");
    }
    assert!(page.contains(&format!("value=\"{HIGH}\" required checked")));
    for foreign in ["<script", "src=", "href=", "url(", "@import"] {
        assert!(!page.contains(foreign), "{foreign}");
    }
}

#[tokio::test]
async fn two_pages_have_two_form_tokens() {
    let app = App::new();
    let (one, two) = (page(&app, "nb").await, page(&app, "nb").await);
    assert_ne!(crate::app::form_token(&one), crate::app::form_token(&two));
}

#[tokio::test]
async fn feides_page_speaks_four_languages_too() {
    let app = App::mediated();
    for (language, banner, missing) in [
        ("nb", "ikke ekte Feide", "har ikke Feide-konto"),
        ("nn", "ikkje ekte Feide", "har ikkje Feide-konto"),
        ("se", "duohta Feide", "Feide-kontu"),
        ("en", "not the real Feide", "no Feide account"),
    ] {
        let mut request = crate::app::with("idp_hint", "feide");
        request.insert("ui_locales", language.to_owned());
        let page = app.page(&request).await;
        assert!(page.contains(banner) && page.contains(&format!("<html lang=\"{language}\">")));
        let page = app.press(&page, "ola", "", "login").await.text().await.unwrap();
        assert!(page.contains(missing), "{language}");
    }
}
