//! All that the service keeps about a person (`core/contract/card-service.yaml`, `/v1/export`).

mod lines;
mod pretty;

use serde_json::Value;

use super::{CardService, problem::content};
use crate::{Error, Result, domain::shelf::Export, ports::Pass};

const AT: &str = "export";
/// Everything about one person, receipts too, bytes.
const LONGEST: usize = 4 * 1024 * 1024;

impl CardService {
    /// The JSON for keeping, and lines for reading.
    pub(super) async fn export(&self, pass: &Pass) -> Result<Export> {
        let request = self.http.get(&self.url("/v1/export")?)?;
        let answer = self.ask_much(request, AT, pass, LONGEST).await?;
        let Value::Object(all) = content(&answer)? else {
            return Err(Error::unusable(AT, "unexpected json"));
        };
        let text = str::from_utf8(&answer.body).map_err(|_| Error::unusable(AT, "not json"))?;
        Ok(Export {
            json: pretty::on_lines(text),
            lines: lines::lines(&all),
        })
    }
}
