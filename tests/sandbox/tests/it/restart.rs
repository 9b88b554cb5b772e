use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use card_sandbox::{Sandbox, Settings, StartError, Twist};

use crate::app::{App, HIGH, NOW, callback_of, exchange, json, request, verified};

fn settings(ports: [u16; 4], file: &Path) -> Settings {
    Settings {
        ports,
        state_file: Some(file.to_owned()),
        now: Some(NOW),
        ..Settings::default()
    }
}

#[tokio::test]
async fn everything_goes_on_after_a_restart_with_a_state_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    let app = App::with(settings([0; 4], &file));
    let ports = app.sandbox.ports();
    app.sandbox.twist(Twist::RotateKeys).unwrap();
    let tokens = app.tokens("kari").await;
    let pushed = app.authorize_url(&request()).await;
    let page = app.get(app.authorize_url(&request()).await).await.text().await.unwrap();
    let code = app.callback("ola").await["code"].clone();
    let spent = app.tokens("aile").await["refresh_token"].as_str().unwrap().to_owned();
    let rotated = json(app.refresh(&spent).await).await["refresh_token"]
        .as_str()
        .unwrap()
        .to_owned();
    drop(app);

    let app = App::with(settings(ports, &file));
    let keys = json(app.get(format!("{}/jwks.json", app.sandbox.issuer)).await).await;
    assert!(verified(tokens["id_token"].as_str().unwrap(), &keys).is_some());
    assert_eq!(
        app.card(tokens["access_token"].as_str().unwrap(), None).await.status(),
        200
    );
    assert_eq!(
        app.refresh(tokens["refresh_token"].as_str().unwrap()).await.status(),
        200
    );
    assert_eq!(app.get(&pushed).await.status(), 200);
    let callback = callback_of(&app.press(&page, "kari", HIGH, "login").await);
    assert_eq!(app.post("/token", &exchange(&callback["code"])).await.status(), 200);
    assert_eq!(app.post("/token", &exchange(&code)).await.status(), 200);
    assert_eq!(app.refresh(&spent).await.status(), 400);
    assert_eq!(app.refresh(&rotated).await.status(), 400);
}

#[tokio::test]
async fn without_a_state_file_all_is_forgotten() {
    let app = App::new();
    let ports = app.sandbox.ports();
    let tokens = app.tokens("kari").await;
    drop(app);
    let app = App::with(Settings {
        ports,
        now: Some(NOW),
        ..Settings::default()
    });
    assert_eq!(
        app.card(tokens["access_token"].as_str().unwrap(), None).await.status(),
        401
    );
}

#[tokio::test]
async fn the_state_file_is_private_whole_and_holds_no_token_and_no_national_id() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    let app = App::with(settings([0; 4], &file));
    let tokens = app.tokens("kari").await;
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    let text = fs::read_to_string(&file).unwrap();
    serde_json::from_str::<serde_json::Value>(&text).unwrap();
    for name in ["access_token", "refresh_token"] {
        assert!(!text.contains(tokens[name].as_str().unwrap()));
    }
    let (_, claims) = crate::app::open(tokens["id_token"].as_str().unwrap());
    assert!(!text.contains(claims["pid"].as_str().unwrap()));
    let beside: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(beside.len(), 1);
}

#[test]
fn a_state_file_that_is_not_ours_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    fs::write(&file, "{}").unwrap();
    let Err(error) = Sandbox::start(settings([0; 4], &file)) else {
        panic!("it started")
    };
    assert!(matches!(error, StartError::StateFile { .. }));
    assert_eq!(fs::read_to_string(&file).unwrap(), "{}");
    let nowhere = folder.path().join("no/such/folder/state.json");
    assert!(matches!(
        Sandbox::start(settings([0; 4], &nowhere)),
        Err(StartError::StateFile { .. })
    ));
}

#[test]
fn a_port_in_use_is_named() {
    let app = App::new();
    let [taken, ..] = app.sandbox.ports();
    let Err(StartError::PortInUse { port }) = Sandbox::start(Settings {
        ports: [0, 0, taken, 0],
        ..Settings::default()
    }) else {
        panic!("it started")
    };
    assert_eq!(port, taken);
}

#[tokio::test]
async fn a_sign_in_by_way_of_idporten_goes_on_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    let app = App::with(settings([0; 4], &file)).at_card_service();
    let ports = app.sandbox.ports();
    let page = app.page(&request()).await;
    drop(app);
    let app = App::with(settings(ports, &file)).at_card_service();
    let callback = callback_of(&app.press(&page, "kari", HIGH, "login").await);
    assert_eq!(app.post("/token", &exchange(&callback["code"])).await.status(), 200);
}

#[tokio::test]
async fn the_state_file_holds_nothing_that_was_typed_in() {
    use crate::challenge::{LOW, ask, asking};
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    let app = App::with(settings([0; 4], &file)).at_card_service();
    let personas: serde_json::Value = serde_json::from_str(include_str!("../../personas.json")).unwrap();
    let national_id = personas[0]["national_id"].as_str().unwrap();
    for password in ["a-wrong-password", "fjell-bekk-skog-19"] {
        let mut form = asking(&app, "kari", LOW, "password", password);
        form.insert("username", national_id.to_owned());
        ask(&app, &form).await;
        let text = fs::read_to_string(&file).unwrap();
        for typed in [national_id, "N012345678", password] {
            assert!(!text.contains(typed));
        }
    }
}
