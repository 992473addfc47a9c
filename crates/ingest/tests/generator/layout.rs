//! Setting stories as the text of a page.

use crate::dice::Dice;
use crate::kinds::Kind;
use crate::story::Story;

/// A page as text, and whose each of its lines is.
pub(crate) struct Sheet {
    pub(crate) text: String,
    /// For each line of the text: the story, or `None` for blank lines and furniture.
    pub(crate) owners: Vec<Option<usize>>,
    /// Whether each line is furniture.
    pub(crate) furniture: Vec<bool>,
}

/// How paragraphs are told apart.
#[derive(Clone, Copy, PartialEq)]
enum Parting {
    Blank,
    Indent,
    BlankAndIndent,
    ShortLine,
}

struct Press<'a> {
    dice: &'a mut Dice,
    kind: Kind,
    sheet: Sheet,
    parting: Parting,
    indent: &'static str,
    after: bool,
    /// A blank line between headline and text.
    airy: bool,
    /// Stray spaces around figures, percent of figures.
    stray: usize,
    /// How often a column breaks, percent of lines.
    breaks: usize,
    /// Captions that still wait for a place.
    waiting: Vec<(usize, String)>,
}

/// Sets a page.
pub(crate) fn set(kind: Kind, stories: &[Story], dice: &mut Dice) -> Sheet {
    let parting =
        [Parting::Blank, Parting::Blank, Parting::Indent, Parting::Indent, Parting::BlankAndIndent, Parting::ShortLine]
            [dice.below(6)];
    let after = match kind {
        Kind::After | Kind::AfterBare => true,
        Kind::Columns | Kind::Captions => dice.chance(50),
        _ => false,
    };
    let breaks = if kind == Kind::Columns { dice.between(5, 15) } else { dice.between(0, 5) };
    let waiting = stories
        .iter()
        .enumerate()
        .flat_map(|(number, story)| story.captions.iter().map(move |caption| (number, caption.clone())))
        .collect();
    let sheet = Sheet { text: String::new(), owners: Vec::new(), furniture: Vec::new() };
    let (airy, stray) = (dice.chance(60), dice.below(2) * dice.below(50));
    let indent = dice.pick(&["　　", "　　", "    ", "  "]);
    let mut press = Press { kind, sheet, parting, indent, after, airy, stray, breaks, waiting, dice };
    press.page(stories);
    press.sheet
}

impl Press<'_> {
    fn page(&mut self, stories: &[Story]) {
        let width = match self.kind {
            Kind::Columns => self.dice.between(8, 13),
            Kind::English => self.dice.between(28, 60),
            _ => self.dice.between(10, 30),
        };
        self.header();
        for (number, story) in stories.iter().enumerate() {
            self.maybe_caption(width, 20);
            let own = if self.dice.chance(25) { (width + self.dice.below(9)).saturating_sub(4).max(8) } else { width };
            self.story(number, story, own);
        }
        while !self.waiting.is_empty() {
            self.maybe_caption(width, 100);
        }
        self.footer();
    }

    fn story(&mut self, number: usize, story: &Story, width: usize) {
        if !self.after {
            self.headline(number, story);
            if let Some(byline) = &story.byline {
                self.line(byline, Some(number));
                self.air();
            }
        }
        for (place, paragraph) in story.paragraphs.iter().enumerate() {
            if let Some((_, heading)) = story.subheads.iter().find(|(before, _)| *before == place) {
                self.blank();
                self.line(heading, Some(number));
                if self.parting != Parting::ShortLine {
                    self.air();
                }
            }
            self.paragraph(number, paragraph, width);
            if matches!(self.parting, Parting::Blank | Parting::BlankAndIndent) {
                self.blank();
            }
        }
        if self.after {
            self.air();
            self.headline(number, story);
        }
        if !self.after || self.dice.chance(85) {
            self.blank();
        }
    }

    fn headline(&mut self, number: usize, story: &Story) {
        for line in &story.headline {
            let line = self.strayed(line);
            self.line(&line, Some(number));
        }
        self.air();
    }

    fn paragraph(&mut self, number: usize, text: &str, width: usize) {
        let text = self.strayed(text);
        let lines =
            if self.kind == Kind::English { self.wrap_words(&text, width) } else { self.wrap(&text, width, true) };
        let indent = match self.parting {
            Parting::Indent | Parting::BlankAndIndent => self.indent,
            _ => "",
        };
        let last = lines.len() - 1;
        for (place, line) in lines.iter().enumerate() {
            let line = if place == 0 { format!("{indent}{line}") } else { line.clone() };
            self.line(&line, Some(number));
            let cut = place < last && self.dice.chance(self.breaks);
            // A break that falls on a sentence's end cannot be told from a paragraph's, not even by a reader.
            if cut && !line.ends_with(['。', '”', '？', '.', '！', '）']) {
                self.blank();
                if self.kind == Kind::Captions || self.dice.chance(30) {
                    self.maybe_caption(width, 30);
                }
            }
        }
    }

    /// Sets a caption that waits, with a blank line around it, or (as some extractions give it) with a leading space only.
    fn maybe_caption(&mut self, width: usize, percent: usize) {
        if self.waiting.is_empty() || !self.dice.chance(percent) {
            return;
        }
        let (story, caption) = self.waiting.remove(self.dice.below(self.waiting.len()));
        let caption = self.strayed(&caption);
        let lines = if self.kind == Kind::English {
            let narrow = [width / 2, width][self.dice.below(2)];
            self.wrap_words(&caption, narrow)
        } else {
            let narrow = [7, width.saturating_sub(5).max(6), width][self.dice.below(3)];
            self.wrap(&caption, narrow, false)
        };
        let spaced = self.dice.chance(30);
        if !spaced {
            self.blank();
        }
        for (place, line) in lines.iter().enumerate() {
            let line = if spaced && place == 0 { format!(" {line}") } else { line.clone() };
            self.line(&line, Some(story));
        }
        self.blank();
    }

    fn header(&mut self) {
        if self.dice.chance(30) {
            let name = self.dice.pick(&["要闻", "综合新闻", "甲乙区", "民生"]);
            let title = if self.dice.chance(50) { format!("{name}{name}") } else { name.to_owned() };
            self.furniture(&title);
        }
        if self.dice.chance(40) {
            let line = self.dice.pick(&[
                "第06版 2025年3月18日 星期二",
                "2025年3月18日　星期二　责任编辑：甲乙　美编：丙丁",
                "A06",
                "甲乙日报",
                "06版 综合新闻",
            ]);
            self.furniture(line);
        }
        self.blank();
    }

    fn footer(&mut self) {
        if self.dice.chance(30) {
            self.blank();
            let line =
                self.dice.pick(&["责任编辑：甲乙 版式：丙丁 校对：甲", "- 6 -", "6", "编辑 甲乙  电话：0000-1234567"]);
            self.furniture(line);
        }
    }

    fn furniture(&mut self, text: &str) {
        self.line(text, None);
        if let Some(last) = self.sheet.furniture.last_mut() {
            *last = true;
        }
        self.blank();
    }

    fn air(&mut self) {
        if self.airy {
            self.blank();
        }
    }

    fn blank(&mut self) {
        if !self.sheet.text.is_empty() && !self.sheet.text.ends_with("\n\n") {
            self.line("", None);
        }
    }

    fn line(&mut self, text: &str, owner: Option<usize>) {
        self.sheet.text.push_str(text);
        self.sheet.text.push('\n');
        self.sheet.owners.push(owner);
        self.sheet.furniture.push(false);
    }

    /// Stray spaces around some figures.
    fn strayed(&mut self, text: &str) -> String {
        let mut strayed = String::new();
        let mut before = ' ';
        for c in text.chars() {
            let edge = c.is_ascii_digit() != before.is_ascii_digit()
                && (c.is_ascii_digit() || before.is_ascii_digit())
                && before != ' '
                && c != '.'
                && before != '.';
            if edge && self.kind != Kind::English && self.dice.chance(self.stray) {
                strayed.push(' ');
            }
            strayed.push(c);
            before = c;
        }
        strayed
    }

    /// Wraps Chinese to a width in full cells; marks that may not begin a line hang on the one before.
    fn wrap(&mut self, text: &str, width: usize, indent: bool) -> Vec<String> {
        let mut lines = vec![String::new()];
        let mut filled = if indent { 4 } else { 0 };
        for c in text.chars() {
            let cell = if c.is_ascii() { 1 } else { 2 };
            let hangs = matches!(c, '，' | '。' | '、' | '；' | '：' | '？' | '！' | '”' | '）');
            let room = width * 2 + if hangs { 2 } else { 0 };
            if filled + cell > room {
                lines.push(String::new());
                filled = 0;
            }
            if let Some(line) = lines.last_mut() {
                line.push(c);
            }
            filled += cell;
        }
        lines.into_iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
    }

    fn wrap_words(&mut self, text: &str, width: usize) -> Vec<String> {
        let mut lines = vec![String::new()];
        for word in text.split(' ') {
            let filled = lines.last().map_or(0, |line| line.chars().count());
            if filled + word.chars().count() < width || filled == 0 {
                let line = lines.last_mut().unwrap();
                if filled > 0 {
                    line.push(' ');
                }
                line.push_str(word);
                continue;
            }
            let split = word.len() > 7
                && word.bytes().all(|byte| byte.is_ascii_lowercase())
                && filled + 5 < width
                && self.dice.chance(40);
            let (head, tail) = if split { word.split_at(3) } else { ("", word) };
            if split {
                lines.last_mut().unwrap().push_str(&format!(" {head}-"));
            }
            lines.push(tail.to_owned());
        }
        lines
    }
}
