//! What a reader can do to the state, and what it comes to.

use super::*;

fn after(actions: &[Action]) -> State {
    actions.iter().cloned().fold(State::default(), State::after)
}

fn topic(value: &str) -> Action {
    Action::Toggle(FacetName::Subject, value.to_owned())
}

#[test]
fn the_item_that_was_open_last_is_known_when_it_is_closed() {
    let state = after(&[Action::Open(ItemId(3)), Action::Open(ItemId(1)), Action::Close]);
    assert_eq!((state.open, state.last), (None, Some(ItemId(1))));
}

fn card(value: &str) -> Card {
    Card::Value(FacetName::Person, value.to_owned())
}

#[test]
fn a_card_leads_back_to_the_one_before_it_and_all_close_together() {
    let state =
        after(&[Action::Card(Some(card("甲"))), Action::Card(Some(card("乙"))), Action::Card(Some(card("甲")))]);
    assert_eq!(state.cards, [card("乙"), card("甲")]);
    assert_eq!(state.clone().after(Action::CardBefore).cards, [card("乙")]);
    assert_eq!(state.after(Action::Card(None)).cards, []);
}

#[test]
fn what_is_opened_or_listed_from_a_card_closes_it() {
    let opened = after(&[Action::Card(Some(Card::About)), Action::Open(ItemId(1))]);
    assert_eq!((opened.cards.len(), opened.open), (0, Some(ItemId(1))));
    let (set, _) = Conditions::read("person:甲");
    let before = [topic("消防"), Action::View(View::Edition), Action::Open(ItemId(1)), Action::Card(Some(card("甲")))];
    let listed = after(&before).after(Action::List("词".to_owned(), set.clone()));
    assert_eq!((listed.conditions_set(), &*listed.query, listed.view), (set, "词", View::List));
    assert_eq!((listed.cards.len(), listed.open), (0, None));
}

#[test]
fn what_is_picked_out_stays_whatever_is_searched_for_and_is_forgotten_at_the_end() {
    let pick = |id| Action::Select([ItemId(id)].into(), true);
    let searched = [Action::Query("词".to_owned()), Action::Sort(Sort::Oldest), topic("消防")];
    let state = after(&[pick(1), Action::Selecting(true), pick(3), pick(70)]);
    let state = searched.into_iter().fold(state, State::after);
    assert_eq!(state.selection.as_ref().unwrap().ids().collect::<Vec<_>>(), [ItemId(3), ItemId(70)]);
    let again = state.after(Action::Selecting(false)).after(Action::Selecting(true));
    assert_eq!(again.selection.unwrap().count(), 0);
}

#[test]
fn a_value_chosen_twice_is_not_chosen() {
    let state = after(&[topic("消防"), topic("生态"), topic("消防")]);
    assert!(!state.is_chosen(FacetName::Subject, "消防"));
    assert!(state.is_chosen(FacetName::Subject, "生态"));
}

#[test]
fn an_excluded_value_is_taken_back_like_a_chosen_one() {
    let filter = Filter { facet: FacetName::Subject, value: "消防".to_owned(), exclude: true };
    let set = Conditions { filters: vec![filter], ..Conditions::default() };
    assert_eq!(after(&[Action::Conditions(set), topic("消防")]).filters, []);
}

#[test]
fn a_value_that_is_suggested_is_chosen_however_often_it_is_taken() {
    let filter = Filter { facet: FacetName::Subject, value: "消防".to_owned(), exclude: true };
    let set = Conditions { filters: vec![filter], ..Conditions::default() };
    let choose = || Action::Choose(FacetName::Subject, "消防".to_owned());
    let state = after(&[Action::Conditions(set), choose(), choose()]);
    assert!(state.is_chosen(FacetName::Subject, "消防"));
    assert_eq!(state.filters.len(), 1);
}

#[test]
fn a_value_is_left_out_whether_it_was_chosen_or_not_and_taken_back() {
    let exclude = || Action::Exclude(FacetName::Subject, "消防".to_owned());
    let state = after(&[topic("消防"), topic("生态"), exclude()]);
    assert_eq!(state.conditions_set().written(), "subject:生态; -subject:消防");
    assert_eq!(state.after(exclude()).conditions_set().written(), "subject:生态");
}

#[test]
fn the_ends_of_a_range_never_cross() {
    let state = after(&[Action::Range(Some(Day(9)), Some(Day(2)))]);
    assert_eq!((state.from, state.to), (Some(Day(2)), Some(Day(9))));
}

#[test]
fn every_condition_counts_and_clearing_takes_them_all_back() {
    let narrowed =
        [Action::Query("词".to_owned()), topic("消防"), Action::Range(Some(Day(2)), None), Action::Approximate(false)];
    assert_eq!(after(&narrowed).conditions(), 3);
    let cleared = after(&narrowed).after(Action::Clear);
    assert_eq!((cleared.conditions(), cleared.query.as_str()), (0, ""));
}

#[test]
fn a_relaxation_leaves_out_just_what_it_names() {
    let state = after(&[Action::Query("词".to_owned()), topic("消防"), Action::Range(Some(Day(2)), None)]);
    let way = Relaxation { query: false, facets: vec![FacetName::Subject], range: false, total: 1 };
    let relaxed = state.after(Action::Relax(way));
    assert_eq!((relaxed.query.as_str(), relaxed.filters.len(), relaxed.from), ("词", 0, Some(Day(2))));
}

#[test]
fn conditions_from_outside_take_the_place_of_all_that_were_set() {
    let (set, _) = Conditions::read("section:甲; date:2025-03; approximate:no");
    let state = after(&[topic("消防"), Action::Conditions(set.clone())]);
    assert_eq!(state.conditions_set(), set);
    assert_eq!(state.after(Action::Conditions(Conditions::default())).conditions(), 0);
}

#[test]
fn each_view_is_known_by_its_name_and_what_is_none_is_the_list() {
    assert_eq!(View::ALL.map(|view| View::named(view.name())), View::ALL);
    assert_eq!(["", "map"].map(View::named), [View::List; 2]);
}

#[test]
fn the_view_changes_neither_the_search_nor_what_is_open() {
    let state = after(&[Action::Query("词".to_owned()), Action::Open(ItemId(3)), Action::View(View::Edition)]);
    assert_eq!((state.query.as_str(), state.open, state.view), ("词", Some(ItemId(3)), View::Edition));
}

#[test]
fn under_a_timeline_the_list_is_in_the_order_of_time() {
    let timeline = after(&[Action::Query("词".to_owned()), Action::View(View::Timeline)]);
    assert_eq!(timeline.options().sort, Sort::Oldest);
    assert_eq!(timeline.clone().after(Action::Sort(Sort::Newest)).options().sort, Sort::Newest);
    assert_eq!(timeline.after(Action::View(View::List)).options().sort, Sort::Relevance, "the reader's choice is kept");
}

#[test]
fn how_close_the_list_is_set_narrows_nothing() {
    let state = after(&[Action::Density(Density::Kwic)]);
    assert_eq!((state.density, state.conditions()), (Density::Kwic, 0));
    assert_eq!(state.options(), State::default().options());
    assert_eq!(state.after(Action::Clear).density, Density::Kwic, "it is no condition");
}

#[test]
fn opening_an_item_closes_the_sheet() {
    let state = after(&[Action::Sheet(true), Action::Open(ItemId(1))]);
    assert!(!state.sheet);
}

#[test]
fn the_days_that_are_shown_are_told_only_where_they_are_seen_and_are_read_again() {
    let days = zoom_of("2011-03-05..2012-06").unwrap();
    let zoomed = after(&[Action::View(View::Timeline), Action::Zoom(Some(days))]);
    assert_eq!(zoomed.zoom_written(), "2011-03-05..2012-06-30");
    assert_eq!(zoom_of(&zoomed.zoom_written()), Some(days));
    assert_eq!(zoomed.clone().after(Action::View(View::List)).zoom_written(), "");
    assert_eq!(zoomed.after(Action::Zoom(None)).zoom_written(), "");
    assert_eq!(
        ["", "soon", "2011..", "..2012", "2011-03;-page:1"].map(zoom_of),
        [None, None, None, None, zoom_of("2011-03")]
    );
}
