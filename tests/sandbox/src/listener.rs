use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::task::{Context, Poll};

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};

const WHOLE: u8 = 0;
const HALF: u8 = 1;
const GONE: u8 = 2;

/// A pair of scissors for one connection, in the hands of its request handlers.
#[derive(Clone, Default)]
pub(crate) struct Scissors(Arc<AtomicU8>);

impl Scissors {
    /// Not one more byte goes out; the connection closes.
    pub(crate) fn cut(&self) {
        self.0.store(GONE, Ordering::SeqCst);
    }

    /// Of the next answer the header and half of the body go out; then the connection closes.
    pub(crate) fn cut_in_half(&self) {
        self.0.store(HALF, Ordering::SeqCst);
    }
}

/// A listener whose connections can be cut: axum itself always answers.
pub(crate) struct Gate(pub(crate) TcpListener);

pub(crate) struct Line {
    stream: TcpStream,
    scissors: Scissors,
}

impl Listener for Gate {
    type Io = Line;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Line, SocketAddr) {
        let (stream, address) = Listener::accept(&mut self.0).await;
        // Without it small answers wait for the other side's delayed acknowledgement.
        let _ = stream.set_nodelay(true);
        (
            Line {
                stream,
                scissors: Scissors::default(),
            },
            address,
        )
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

impl Connected<IncomingStream<'_, Gate>> for Scissors {
    fn connect_info(stream: IncomingStream<'_, Gate>) -> Self {
        stream.io().scissors.clone()
    }
}

impl AsyncRead for Line {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buf)
    }
}

impl AsyncWrite for Line {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        match self.scissors.0.load(Ordering::SeqCst) {
            WHOLE => Pin::new(&mut self.stream).poll_write(cx, buf),
            HALF => {
                let body = buf
                    .windows(4)
                    .position(|four| four == b"\r\n\r\n")
                    .map_or(0, |at| at + 4);
                let end = body + (buf.len() - body) / 2;
                let written = Pin::new(&mut self.stream).poll_write(cx, buf.get(..end).unwrap_or_default());
                if written.is_ready() {
                    self.scissors.cut();
                }
                written
            }
            _ => Poll::Ready(Err(io::ErrorKind::ConnectionReset.into())),
        }
    }

    // The default `is_write_vectored` says no, so an answer arrives in one piece and can be halved.

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
