use super::*;
use proptest::prelude::*;

fn id() -> DraftId {
    DraftId("d".into())
}

/// Two pages and the messages between them.
fn tell(message: Option<Message>, to: &mut Claims, back: &mut Claims) -> Heard {
    let Some(message) = message else { return Heard::Nothing };
    match to.hear(&message) {
        Heard::Reply(reply) => tell(Some(reply), back, to),
        heard => heard,
    }
}

fn two() -> (Claims, Claims) {
    let (mut a, mut b) = (Claims::new("a"), Claims::new("b"));
    a.open(id(), true);
    let ask = b.open(id(), false);
    tell(Some(ask), &mut a, &mut b);
    (a, b)
}

#[test]
fn the_second_page_reads_and_may_take_over_when_the_first_has_saved() {
    let (mut a, mut b) = two();
    assert_eq!((a.hold(), b.hold()), (Some(Hold::Mine), Some(Hold::Theirs)));
    let give = b.take();
    assert_eq!(tell(give, &mut a, &mut b), Heard::Give);
    assert_eq!((a.hold(), b.hold()), (Some(Hold::Mine), Some(Hold::Taking)));
    let given = a.give();
    tell(given, &mut b, &mut a);
    assert_eq!((a.hold(), b.hold()), (Some(Hold::Theirs), Some(Hold::Mine)));
    // And back again.
    let give = a.take();
    assert_eq!(tell(give, &mut b, &mut a), Heard::Give);
}

#[test]
fn a_page_that_does_not_answer_is_passed_over_and_steps_back_when_it_wakes() {
    let (mut a, mut b) = two();
    b.take();
    let taken = b.unanswered();
    assert_eq!(b.hold(), Some(Hold::Mine));
    assert_eq!(tell(taken, &mut a, &mut b), Heard::Lost);
    assert_eq!(a.hold(), Some(Hold::Theirs));
}

#[test]
fn a_draft_whose_page_was_closed_is_free() {
    let (mut a, mut b) = two();
    let left = a.leave();
    tell(left, &mut b, &mut a);
    assert_eq!(b.hold(), Some(Hold::Free));
    assert_eq!(b.take().map(|said| said.what), Some(What::Taken));
    assert_eq!(b.hold(), Some(Hold::Mine));
}

#[test]
fn drafts_in_two_pages_do_not_touch() {
    let (mut a, mut b) = (Claims::new("a"), Claims::new("b"));
    a.open(id(), true);
    let roll = b.roll_call();
    tell(Some(roll), &mut a, &mut b);
    let other = b.open(DraftId("e".into()), true);
    tell(Some(other), &mut a, &mut b);
    assert_eq!((a.hold(), b.hold()), (Some(Hold::Mine), Some(Hold::Mine)));
    // What the roll call told is asked for first.
    b.leave();
    b.open(id(), true);
    assert_eq!(b.hold(), Some(Hold::Asking));
}

proptest! {
    /// Whatever the pages do, once all messages have arrived at most one of them writes.
    #[test]
    fn at_most_one_page_writes(acts in prop::collection::vec((0..2usize, 0..5u8), 0..40)) {
        let mut pages = [Claims::new("a"), Claims::new("b")];
        for (who, act) in acts {
            let page = &mut pages[who];
            let mut said = match (act, page.hold()) {
                (0, None) => Some(page.open(id(), true)),
                (1, None) => Some(page.open(id(), false)),
                (2, Some(_)) => page.leave(),
                (3, Some(_)) => page.take(),
                (4, Some(_)) => page.unanswered(),
                _ => None,
            };
            let mut to = 1 - who;
            while let Some(message) = said.take() {
                said = match pages[to].hear(&message) {
                    Heard::Reply(reply) => Some(reply),
                    Heard::Give => pages[to].give(),
                    Heard::Nothing | Heard::Lost => None,
                };
                to = 1 - to;
            }
            let writing = pages.iter().filter(|page| page.hold() == Some(Hold::Mine)).count();
            prop_assert!(writing <= 1);
        }
    }
}
