//! Reading in slices, between which the browser paints and takes input.

use std::borrow::Cow;
use std::ops::Range;

use jianbao_engine::corpus::{Bytes, Problem, Progress};
use jianbao_engine::search::{Archive, Reading, Step};
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

use super::engine::now;

/// For so many milliseconds at once the page neither paints nor takes input.
const SLICE: f64 = 12.0;

/// So many bytes are read between two looks at the clock: about a millisecond's work.
const STEP: usize = 1 << 15;

/// So many bytes are copied at once where nobody waits in between.
const PIECE: usize = 1 << 18;

/// Bytes that stay with JavaScript, and are copied piece by piece when they are read, and item by item when one is shown.
pub(super) struct Held(pub(super) Uint8Array);

impl Bytes for Held {
    fn length(&self) -> usize {
        self.0.length() as usize
    }

    fn piece(&self, range: Range<usize>) -> Cow<'_, [u8]> {
        // A page's script may have taken its bytes away meanwhile.
        if range.end > self.length() {
            return Cow::default();
        }
        self.0.subarray(range.start as u32, range.end as u32).to_vec().into()
    }
}

/// What reading comes to.
pub(super) type Read = Result<(Archive, Vec<Problem>), Problem>;

/// Reads to the end in one go.
pub(super) fn at_once(reading: Reading) -> Read {
    let mut reading = Box::new(reading);
    loop {
        reading = match reading.step(PIECE)? {
            Step::Going(reading) => reading,
            Step::Done(archive, problems) => return Ok((*archive, problems)),
        }
    }
}

/// What becomes of a reading before its next slice.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// It goes on.
    Go,
    /// What has been read is shown.
    Stop,
    /// It has been superseded.
    Drop,
}

/// Reads slice by slice, and asks before each one; nothing where it is dropped.
pub(super) async fn by_slices(reading: Reading, ask: impl Fn(Progress) -> Order) -> Option<Read> {
    let Some(pause) = Pause::new() else { return Some(at_once(reading)) };
    let mut reading = Box::new(reading);
    loop {
        pause.turn().await;
        let progress = reading.progress();
        match ask(progress) {
            Order::Go => {}
            Order::Stop => reading.stop(),
            Order::Drop => return None,
        }
        let start = now();
        while now() - start < SLICE {
            reading = match reading.step(STEP) {
                Ok(Step::Going(reading)) => reading,
                Ok(Step::Done(archive, problems)) => {
                    // What is drawn next has a turn of its own.
                    pause.turn().await;
                    return (ask(progress) != Order::Drop).then_some(Ok((*archive, problems)));
                }
                Err(problem) => return Some(Err(problem)),
            };
        }
    }
}

/// Gives way to the browser. Messages to oneself come after what is waiting, and unlike timers are never held back: those
/// take four milliseconds at least, and a second where the page is not seen.
struct Pause(MessageChannel);

impl Pause {
    fn new() -> Option<Self> {
        MessageChannel::new().ok().map(Self)
    }

    async fn turn(&self) {
        let turn = Promise::new(&mut |resolve, _| {
            self.0.port1().set_onmessage(Some(&resolve));
            let _ = self.0.port2().post_message(&JsValue::NULL);
        });
        let _ = JsFuture::from(turn).await;
    }
}

impl Drop for Pause {
    fn drop(&mut self) {
        self.0.port1().set_onmessage(None);
        self.0.port1().close();
    }
}
