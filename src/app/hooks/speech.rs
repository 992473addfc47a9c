//! Reading a text aloud, a sentence at a time, by a voice that is on the reader's device: what is read is sent to no one.
//! Voices of the browser's maker speak from a server, and are never used.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{EventTarget, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};
use yew::prelude::*;

use crate::app::article::fit;

/// A way to have a text read aloud.
#[derive(Clone)]
pub struct Speech {
    /// The number of the sentence that is being said, from 0.
    pub said: Option<usize>,
    /// Begins to say sentences, or stops.
    pub toggle: Callback<Rc<[String]>>,
}

/// What is being read, and how it goes on.
struct Speaker {
    synthesis: SpeechSynthesis,
    voice: SpeechSynthesisVoice,
    sentences: Rc<[String]>,
    said: UseStateSetter<Option<usize>>,
    /// The sentence that is being said, which the browser may otherwise forget, and what follows it.
    now: RefCell<Option<(SpeechSynthesisUtterance, [EventListener; 2])>>,
}

/// Reads texts of a language (BCP 47) aloud; `None` where the device has no voice for it. When what is `shown` changes, or
/// goes, the reading stops.
#[hook]
pub fn use_speech<K: PartialEq + 'static>(language: &str, shown: K) -> Option<Speech> {
    let said = use_state_eq(|| None::<usize>);
    let speaker = use_mut_ref(|| None::<Rc<Speaker>>);
    let redraw = use_force_update();
    // Some browsers know their voices only a while after they are first asked.
    use_effect_with((), move |()| {
        let target = synthesis().and_then(|synthesis| synthesis.dyn_into::<EventTarget>().ok());
        let listener =
            target.map(|target| EventListener::new(&target, "voiceschanged", move |_| redraw.force_update()));
        move || drop(listener)
    });
    use_effect_with(shown, {
        let speaker = speaker.clone();
        move |_| {
            move || {
                stop(&speaker);
            }
        }
    });
    let synthesis = synthesis()?;
    let voice = voice(&synthesis, language)?;
    let setter = said.setter();
    let toggle = Callback::from(move |sentences| {
        if !stop(&speaker) {
            let (synthesis, voice, said) = (synthesis.clone(), voice.clone(), setter.clone());
            let new = Rc::new(Speaker { synthesis, voice, sentences, said, now: RefCell::default() });
            say(&new, 0);
            speaker.replace(Some(new));
        }
    });
    Some(Speech { said: *said, toggle })
}

fn synthesis() -> Option<SpeechSynthesis> {
    let window = web_sys::window()?;
    Reflect::get(&window, &"speechSynthesis".into()).ok()?.is_object().then(|| window.speech_synthesis().ok())?
}

/// The best voice on the device for a language.
fn voice(synthesis: &SpeechSynthesis, language: &str) -> Option<SpeechSynthesisVoice> {
    let voices = synthesis.get_voices();
    let local = voices.iter().map(JsCast::unchecked_into).filter(SpeechSynthesisVoice::local_service);
    local.filter_map(|voice| Some((fit(&voice.lang(), language)?, voice))).min_by_key(|(fit, _)| *fit).map(|it| it.1)
}

/// Says a sentence, then the next, until the last.
fn say(speaker: &Rc<Speaker>, at: usize) {
    let said = speaker.sentences.get(at).and_then(|text| SpeechSynthesisUtterance::new_with_text(text).ok());
    speaker.said.set(said.as_ref().map(|_| at));
    let Some(utterance) = said else { return drop(speaker.now.take()) };
    utterance.set_voice(Some(&speaker.voice));
    utterance.set_lang(&speaker.voice.lang());
    let after = |to: usize| {
        let speaker = speaker.clone();
        move |_: &Event| say(&speaker, to)
    };
    let listeners = [
        EventListener::once(&utterance, "end", after(at + 1)),
        // A voice that fails once fails always.
        EventListener::once(&utterance, "error", after(usize::MAX)),
    ];
    speaker.synthesis.speak(&utterance);
    speaker.now.replace(Some((utterance, listeners)));
}

/// Stops what is being read, and tells whether anything was. What the host page has said by itself goes on.
fn stop(speaker: &RefCell<Option<Rc<Speaker>>>) -> bool {
    let Some(speaker) = speaker.take() else { return false };
    let was_speaking = speaker.now.take().is_some();
    if was_speaking {
        speaker.synthesis.cancel();
        speaker.said.set(None);
    }
    was_speaking
}
