//! Log lines to the shell, and a runtime whose threads send theirs there.

use std::{fmt::Write, sync::Arc};

use tokio::runtime::{Builder, Runtime};
use tracing::{Dispatch, Event, Level, Subscriber, field};
use tracing_subscriber::{
    Layer, Registry,
    filter::{LevelFilter, Targets},
    layer::{Context, SubscriberExt},
};

use crate::{CardError, LogSink};

/// Our own lines only, debug and up; without a sink, none.
pub(crate) fn dispatch(sink: Option<Arc<dyn LogSink>>) -> Dispatch {
    let Some(sink) = sink else { return Dispatch::none() };
    let ours = Targets::new()
        .with_target("card_core", LevelFilter::DEBUG)
        .with_target("card_bindings", LevelFilter::DEBUG);
    Registry::default().with(ToSink(sink).with_filter(ours)).into()
}

/// Two workers are enough for one phone.
pub(crate) fn runtime(dispatch: &Dispatch) -> Result<Runtime, CardError> {
    let dispatch = dispatch.clone();
    Builder::new_multi_thread()
        .worker_threads(2)
        .thread_name("bibliotekkortet")
        .enable_all()
        .on_thread_start(move || {
            // For the thread's whole life; the guard would end it.
            std::mem::forget(tracing::dispatcher::set_default(&dispatch));
        })
        .build()
        .map_err(|_| CardError::Internal)
}

struct ToSink(Arc<dyn LogSink>);

impl<S: Subscriber> Layer<S> for ToSink {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut line = Line(String::new());
        event.record(&mut line);
        let meta = event.metadata();
        let level = match *meta.level() {
            Level::ERROR => "error",
            Level::WARN => "warn",
            Level::INFO => "info",
            _ => "debug",
        };
        let _ = self.0.log(level.into(), meta.target().into(), line.0);
    }
}

struct Line(String);

impl field::Visit for Line {
    fn record_debug(&mut self, field: &field::Field, value: &dyn std::fmt::Debug) {
        let _ = match field.name() {
            "message" => write!(self.0, "{value:?} "),
            name => write!(self.0, "{name}={value:?} "),
        };
    }
}
