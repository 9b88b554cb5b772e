use std::io;
use std::path::PathBuf;

/// How a sandbox is to start.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Ports of issuer, login, card service and control; 0 takes a free one.
    pub ports: [u16; 4],
    /// Where to keep signing keys, grants and pushed requests over a restart; memory only without it.
    pub state_file: Option<PathBuf>,
    /// Unix seconds at which the clock stands still; the machine's clock without it.
    pub now: Option<i64>,
    /// Whether `login_hint=testid:<persona>_<acr>` signs in without a page, as in ID-porten's test environment.
    pub allow_hints: bool,
    /// Whether a browser that has signed in needn't do so again for 30 minutes (cookies on the login and the card host).
    pub sso: bool,
    /// Whether the population register says nothing of children: guardians have the manual route only.
    pub no_registry_link: bool,
    /// Whether every secret of the run is remembered, for [`crate::Sandbox::secrets`].
    pub remember_secrets: bool,
}

/// Why a sandbox could not start or come up again.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// Somebody else listens on this port.
    #[error("port {port} is in use")]
    PortInUse {
        /// The port that was asked for.
        port: u16,
    },
    /// The system refused a listener or a thread.
    #[error("cannot listen: {0}")]
    Listen(#[from] io::Error),
    /// The state file is there but can't be read or isn't ours.
    #[error("state file {path}: {reason}")]
    StateFile {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// The card service's HTTP client could not be made.
    #[error("cannot make an HTTP client: {0}")]
    Client(String),
    /// Keys could not be made.
    #[error("cannot make signing keys: {0}")]
    Keys(String),
    /// `personas.json` of this build is not valid.
    #[error("personas: {0}")]
    Personas(#[from] serde_json::Error),
    /// Directory or rules of this build are not valid.
    #[error("directory and rules: {0}")]
    Data(serde_json::Error),
}
