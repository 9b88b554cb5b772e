use card_sandbox::Settings;

pub(crate) const HELP: &str = "\
card-sandbox: a look-alike of ID-porten, Feide and the card service, on loopback

Prints one JSON line with its addresses and runs until Ctrl-C.

  --ports A,B,C,D        ports of issuer, login, card service and control (0: a free one)
  --state FILE           keep keys and logins in FILE over a restart
  --now UNIX             a clock that stands still at this time
  --lang nb|nn|se|en     language of messages (nb)
  --allow-hints          login_hint=testid:<persona>_<acr> logs in without a page
  --sso                  a browser that has signed in needn't do so again for 30 minutes
  --no-registry-link     the population register says nothing of children
  --until-stdin-closes   stop when standard input closes
  --help                 this text";

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Language {
    #[default]
    Nb,
    Nn,
    Se,
    En,
}

impl Language {
    pub(crate) fn port_in_use(self, port: u16) -> String {
        match self {
            Self::Nb => {
                format!("Port {port} er opptatt: stopp programmet som bruker den, eller velg andre med --ports.")
            }
            Self::Nn => {
                format!("Port {port} er oppteken: stopp programmet som bruker han, eller vel andre med --ports.")
            }
            Self::Se => {
                format!("Porta {port} lea juo anus: bisset prográmma mii geavaha dan, dahje vállje eará --ports bokte.")
            }
            Self::En => format!("Port {port} is in use: stop the program that uses it, or choose others with --ports."),
        }
    }
}

#[derive(Default)]
pub(crate) struct Arguments {
    pub(crate) settings: Settings,
    pub(crate) language: Language,
    pub(crate) until_stdin_closes: bool,
}

pub(crate) enum Parsed {
    Run(Arguments),
    Help,
}

pub(crate) fn parse(mut words: impl Iterator<Item = String>) -> Result<Parsed, String> {
    let mut arguments = Arguments::default();
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("{word} needs a value"));
        match word.as_str() {
            "--help" | "-h" => return Ok(Parsed::Help),
            "--ports" => arguments.settings.ports = ports(&value()?)?,
            "--state" => arguments.settings.state_file = Some(value()?.into()),
            "--now" => arguments.settings.now = Some(value()?.parse().map_err(|_| "--now takes Unix seconds")?),
            "--lang" => arguments.language = language(&value()?)?,
            "--allow-hints" => arguments.settings.allow_hints = true,
            "--sso" => arguments.settings.sso = true,
            "--no-registry-link" => arguments.settings.no_registry_link = true,
            "--until-stdin-closes" => arguments.until_stdin_closes = true,
            other => return Err(format!("{other} is not known")),
        }
    }
    Ok(Parsed::Run(arguments))
}

fn ports(text: &str) -> Result<[u16; 4], String> {
    let numbers: Result<Vec<u16>, _> = text.split(',').map(|number| number.trim().parse()).collect();
    numbers
        .ok()
        .and_then(|numbers| numbers.try_into().ok())
        .ok_or_else(|| "--ports takes four numbers: A,B,C,D".to_owned())
}

fn language(tag: &str) -> Result<Language, String> {
    match tag {
        "nb" => Ok(Language::Nb),
        "nn" => Ok(Language::Nn),
        "se" => Ok(Language::Se),
        "en" => Ok(Language::En),
        _ => Err("--lang takes nb, nn, se or en".to_owned()),
    }
}
