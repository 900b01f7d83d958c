"""A question in plain English to a typed query.

What leaves no room for doubt is read first (commands, keys, strict sentences); then the text is
taken apart, and how likely each intent is gets told from what it shows. The reader of the likeliest
intent tries first; one that finds nothing to ask about hands on to the next. None knows a question
by its whole text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from arguendo.conversation import lexicon
from arguendo.conversation.context import Context
from arguendo.conversation.intents.likelihood import likelihood
from arguendo.conversation.readers import (
    asking,
    attitudes,
    cast,
    certain,
    conflicting,
    consulting,
    contrasted,
    costing,
    courtesies,
    days,
    deciding,
    describing,
    disbelieving,
    duties,
    either,
    exact,
    exclusive,
    falling,
    faring,
    forgoing,
    grounds,
    how_much,
    in_units,
    likelier,
    limiting,
    limits,
    margins,
    mending,
    mistaken,
    objects,
    of_relatives,
    outside,
    own_words,
    places,
    preventing,
    quantifying,
    resort,
    revoking,
    rulebook,
    scenarios,
    shortened,
    so_many,
    strangers,
    sufficing,
    supposing,
    unasked,
    unclear,
    values,
    wholesale,
    worded,
)
from arguendo.conversation.reference import misfits
from arguendo.conversation.reference.spelling_out import spelled_out
from arguendo.conversation.segmentation import asides, orders
from arguendo.conversation.signs.features import features
from arguendo.conversation.state import State
from arguendo.conversation.suppositions import numbered
from arguendo.conversation.turns import (
    accepting,
    adding,
    affecting,
    bare,
    calling,
    clauses,
    compared,
    corrections,
    dating,
    ellipsis,
    enough,
    graded,
    granting,
    instead,
    lacking,
    pronouns,
    restoring,
    sparing,
    staged,
    swapping,
    transfers,
    unmarked,
    unnamed,
    varying,
)
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Listing, Query, Step

_Reader: TypeAlias = Callable[[Utterance], Query | None]

DOUBT = 2.0
"""How much likelier it must be that one asks than that one supposes, for an *if* to be no more."""
ORDERED = 0.95
"""How likely it is that something is taken back where its saying is an order to do so."""
EXCLAIMED = 9
"""Words before a short turn that may do no more than exclaim."""

_PLAINEST: tuple[_Reader, ...] = (
    rulebook.read,
    cast.read,
    wholesale.read,
    likelier.read,
    conflicting.read,
    deciding.read,
    duties.read,
    faring.read,
    margins.read,
    costing.has,
    mending.read,
    mistaken.read,
    lacking.read,
    dating.read,
    clauses.read,
    certain.is_one,
)
"""Readers of what leaves no doubt: they look at the whole of a short text."""
_PLAIN: tuple[_Reader, ...] = (
    so_many.read,
    in_units.shared,
    attitudes.read,
    own_words.read,
    preventing.read,
    costing.read,
    objects.read,
    quantifying.read,
    places.read,
    forgoing.read,
    sufficing.read,
    asking.counts,
    asking.resists,
    disbelieving.read,
    consulting.begins,
    limits.for_one,
    limits.limits,
    limiting.read,
    in_units.lasts,
    asking.dates,
    values.compared,
    certain.where,
    certain.read,
    contrasted.read,
    asking.follows_up,
    scenarios.contrasts,
    supposing.plainly,
)
"""Readers of what turns of phrase, or the lack of anything else, tell by themselves."""
_OVERRULED = (asking.resists, scenarios.contrasts, supposing.plainly)
"""Those of them that all else may speak against."""
_READERS: Mapping[Intent, _Reader] = {
    Intent.HELP: asking.helps,
    Intent.LIST: asking.lists,
    Intent.DESCRIBE: describing.describes,
    Intent.RECOMMEND: asking.recommends,
    Intent.COMPARE: scenarios.compares,
    Intent.RETRACT: supposing.retracts,
    Intent.ASSUME: supposing.assumes,
    Intent.WHAT_IF: supposing.supposes,
    Intent.CONSULT: consulting.begins,
    Intent.OUT_OF_SCOPE: asking.beyond,
    **{intent: partial(asking.asks, intent=intent) for intent in asking.ABOUT_STATEMENTS},
}
_TAKING_UP = (
    *(Intent.ASK, Intent.WHY, Intent.WHY_NOT, Intent.WHAT_WOULD_IT_TAKE, Intent.WHAT_FOLLOWS),
    *(Intent.LINCHPINS, Intent.SOURCE),
)
"""Intents of turns that go on with what was last supposed."""
_NO_MORE = lexicon.words_of("no_more_than")
"""Words of an echo before a question: `only likely? …`."""
_OF_SURENESS = Intent.LINCHPINS, Intent.WHY, Intent.WHAT_WOULD_IT_TAKE, Intent.ASK
"""What a question how sure something is might else be taken for."""


def understand(state: State, text: str) -> Query:
    """Read a turn of a conversation. The same state and text give the same query."""
    return understood(Context(state), text)


def understood(context: Context, text: str) -> Query:
    """Read a turn in its context, which keeps what was worked out on the way."""
    query = _understood(context, text)
    query = unnamed.read(context, text, query, understand) or query
    return unmarked.read(context, text, query, understand) or query


def _understood(context: Context, text: str) -> Query:
    state = context.state
    if (replied := consulting.replies(state, text)) is not None:
        return replied
    dated = days.read(state.case.rulebase, text, on_a_day=state.case.as_of is not None)
    if dated is not None:
        return _on_a_day(state, dated)
    text = numbered.spelled_out(context, text)
    if (found := exact.read(context, text) or courtesies.read(context, text)) is not None:
        return found
    taken = accepting.read(state, text, understand) or swapping.read(state, text, understand)
    if taken is not None:
        return taken
    said = context.spelt(text)
    said = orders.begun(said, context.index.names)
    said = spelled_out(context, asides.without(said, context.index.names))
    if not said:
        return Query(Intent.OUT_OF_SCOPE)
    utterance = Utterance(context, said, text=text)
    plain = next(filter(None, (reader(utterance) for reader in _PLAINEST)), None)
    if plain is not None:
        return plain
    query = _leaning(utterance, text)
    query = query or outside.alone(utterance, text) or _by_intent(weighed(utterance))
    query = of_relatives.rather(utterance, query, lambda each: _by_intent(weighed(each)))
    query = unasked.supposed(utterance, _taken_up(utterance, query))
    query = either.apart(utterance, query)
    if query.intent is Intent.OUT_OF_SCOPE or query.clarify:
        told = certain.is_what(utterance) or values.asked(utterance)
        beyond = query.intent is Intent.OUT_OF_SCOPE and query.beyond is None
        told = told or (shortened.read(utterance) or own_words.topic(utterance) if beyond else None)
        query = told or calling.read(utterance, query) or query
    if strangers.is_about_one(utterance, text, query) or (
        query.clarify and outside.is_elsewhere(utterance)
    ):
        query = Query(Intent.OUT_OF_SCOPE, confidence=query.confidence, clarify=True)
    if query.intent is Intent.OUT_OF_SCOPE and strangers.strangers(context, text):
        said_of_one = weighed(utterance)
        if strangers.asks_of_one(said_of_one):
            query = asking.asks(said_of_one, Intent.ASK) or query
    if query.intent is Intent.OUT_OF_SCOPE:
        query = unclear.unsupposed(utterance, text, outside.told(utterance, text, query))
        return unclear.rather(weighed(utterance), text, query) if query.clarify else query
    query = quantifying.supposing(utterance, graded.asked(utterance, query))
    query = _staying(utterance, exclusive.asked(utterance, query))
    query = misfits.meant(context, query, [word.text for each in said for word in each.words])
    query = worded.to_the_letter(context, text, strangers.asked_back(utterance, text, query))
    return unclear.told(utterance, text, query)


def _staying(said: Utterance, query: Query) -> Query:
    """Take what an order supposes that asks nothing as what stands from then on."""
    if query.intent is not Intent.WHAT_IF or not query.assume:
        return query
    lets = orders.lets(said.said[0].words, said.context.index.names) is not None
    if not orders.bids(said.said) and not (lets and len(said.said) == 1):
        return query
    if said.parts.rest or said.parts.open_end or query.statement not in (None, said.context.goal):
        return query
    return replace(query, intent=Intent.ASSUME, statement=None, adds=False)


def _leaning(said: Utterance, text: str) -> Query | None:
    """Read a turn that leans on those before it, and takes up what was asked back about."""
    state = said.context.state
    footing, offering = state.footing, state.offering
    on = said if footing is state else replace(said, context=Context(footing))
    offered = on if offering == footing else replace(said, context=Context(offering))
    back = restoring.read(on.context, on.said) or sparing.read(on.context, on.said)
    back = back or revoking.back(offered.context, offered.said)
    back = back or granting.read(said) or corrections.read(said)
    if back is not None:
        new = offered is not said and revoking.is_offered(offered.context, state, back)
        return replace(back, adds=new) if new or back.back is Step.UNDO else back
    if offered is not said and (taken := _takes_back(offered, state)) is not None:
        return taken
    last = _last_of(on)
    query = affecting.read(on) or ellipsis.read(on, text) or compared.read(on)
    query = query or staged.read(on) or calling.within(on) or _in_short(on)
    if query is None and last is not None:
        query = affecting.read(last) or ellipsis.read(last, "") or _in_short(last)
    if query is None:
        return None
    goes_on = query.intent in _TAKING_UP and query.statement is not None
    taken_up = on is not said and (goes_on or query.back is Step.UNDO)
    query = on.context.after_no(query)
    return on.context.leaning(replace(query, adds=True) if taken_up else query)


def _takes_back(on: Utterance, state: State) -> Query | None:
    """Read an order to take back, by name, what was just asked back about: `forget the rain`."""
    taken = revoking.revokes(on.context, on.said)
    if taken is None or taken.intent is not Intent.RETRACT or taken.statement is None:
        return None
    new = taken.statement not in state.current.assumptions
    return replace(taken, adds=True) if new else None


def _in_short(said: Utterance) -> Query | None:
    """Read a turn that leaves out what is plain from the turns before it."""
    readers = (
        how_much.read,
        instead.read,
        limiting.alone,
        enough.read,
        graded.read,
        varying.read,
        adding.read,
        transfers.read,
        pronouns.read,
        bare.read,
    )
    return next(filter(None, (reader(said) for reader in readers)), None)


def _last_of(said: Utterance) -> Utterance | None:
    """Leave out exclamations before the last sentence: `How convenient. And without her?`."""
    first = said.said[:-1]
    words = [word for sentence in first for word in sentence.words]
    if not 0 < len(words) <= EXCLAIMED or any(said.mentions(sentence) for sentence in first):
        return None
    known, small = said.context.index.vocabulary, lexicon.word_lists().stop | _NO_MORE
    if any(word.stem in known and small.isdisjoint((word.stem, word.text)) for word in words):
        return None
    return replace(said, said=said.said[-1:])


def _taken_up(said: Utterance, query: Query) -> Query:
    """Read an order to take back, or what goes on with the last turn, where no cue told of it."""
    if _may_revoke(said.context, query):
        revoked = revoking.revokes(said.context, said.said)
        if revoked is not None:
            return revoked
        taken = query.statement if query.intent is Intent.RETRACT else None
        if taken is not None and not said.context.is_fact(taken):
            return replace(query, clarify=True)  # nobody assumed it, and nothing says it
    return falling.turned(said, adding.besides(said, query) or grounds.asked(said, query))


def _may_revoke(context: Context, query: Query) -> bool:
    """Tell whether a reading is in doubt, or takes back what nobody assumed."""
    assumed = query.statement in context.case.assumptions
    if query.intent is Intent.RETRACT:
        settled = query.back or query.assume or query.adds
        return not assumed and query.statement is not None and not settled
    again = query.intent is Intent.ASK and (assumed or query.statement == context.goal)
    return query.clarify or query.intent is Intent.LIST or again


def weighed(said: Utterance) -> Utterance:
    """Tell how likely each intent of a text is; a question with an *if* in doubt supposes that.

    Nobody takes a fact back by saying it.
    """
    likely = likelihood(features(said))
    unsure = likely.ranked[0][0] is Intent.RETRACT and likely.of(Intent.RETRACT) < ORDERED
    if unsure and supposing.only_affirms(said):
        likely = likely.joined(Intent.RETRACT, Intent.ASK)
    if graded.asks_how_sure(said):
        put = Intent.WHAT_IF if said.parts.assumed and said.parts.rest else Intent.ASK
        for intent in (each for each in _OF_SURENESS if each is not put):
            likely = likely.joined(intent, put)
    asks, supposes = likely.of(Intent.ASK), likely.of(Intent.WHAT_IF)
    if supposes < asks < DOUBT * supposes and said.parts.assumed and said.parts.rest:
        likely = likely.joined(Intent.ASK, Intent.WHAT_IF)
    return said.weighed(likely)


def _by_intent(said: Utterance) -> Query:
    """Let the reader of the likeliest intent try, then the next."""
    for plain in _PLAIN:
        query = plain(said)
        doubtful = plain in _OVERRULED and not said.parts.weighs
        overruled = doubtful and query and said.likely.overrules(query.intent)
        if query is not None and not overruled:
            return query
    likeliest = said.likely.ranked[0][0]
    for intent, _ in said.likely.ranked:
        if resort.is_idle(said, intent):
            continue
        query = _READERS[intent](said)
        if query is None and intent is likeliest:
            query = resort.read(said)
        if query is not None:
            return query
    return Query(Intent.OUT_OF_SCOPE, confidence=0.5, clarify=True)


def _on_a_day(state: State, dated: days.Dated) -> Query:
    """Read what is said besides the day as it would be read on that day."""
    if dated.lists:
        return Query(Intent.LIST, listing=Listing.FACTS, day=dated.day)
    if not dated.rest:
        return Query(Intent.ASSUME, day=dated.day)
    query = understand(state.on(dated.day or None), dated.rest)
    others = tuple(replace(each, day=dated.day) for each in query.alternatives)
    return replace(query, day=dated.day, alternatives=others)
