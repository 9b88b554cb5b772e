use std::collections::BTreeMap;

use url::form_urlencoded;

/// Request parameters as OAuth has them (RFC 6749 §3.1): none twice, one without a value is not there.
pub(crate) struct Params(BTreeMap<String, String>);

impl Params {
    /// The name of the parameter that came twice, when one did.
    pub(crate) fn parse(text: &[u8]) -> Result<Self, String> {
        let mut params = BTreeMap::new();
        for (name, value) in form_urlencoded::parse(text) {
            if params.insert(name.to_string(), value.into_owned()).is_some() {
                return Err(name.into_owned());
            }
        }
        params.retain(|_, value: &mut String| !value.is_empty());
        Ok(Self(params))
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}
