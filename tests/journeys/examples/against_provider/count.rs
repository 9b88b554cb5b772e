//! Checks by name, counted as `./check` reads them.

use std::process::ExitCode;

#[derive(Default)]
pub(crate) struct Count {
    passed: u32,
    failed: u32,
}

impl Count {
    /// One check; whatever panics in it is a failure, and the next one runs.
    pub(crate) async fn check(&mut self, name: &str, check: impl Future<Output = ()> + Send + 'static) {
        if tokio::spawn(check).await.is_ok() {
            self.passed += 1;
            println!("ok    {name}");
        } else {
            self.failed += 1;
            println!("FAIL  {name}");
        }
    }

    /// The line that counts. No check at all is a failure.
    pub(crate) fn end(self) -> ExitCode {
        let Self { passed, failed } = self;
        println!("{passed} passed, {failed} failed, 0 skipped");
        ExitCode::from(u8::from(failed > 0 || passed == 0))
    }
}
