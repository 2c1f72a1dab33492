"""Where names stand in a language without capitals: what tells that a word of every day is somebody's name there.

Arabic حياة is life and Hayat. Behind "said", "called", "with", a title or a word of kinship, behind a verb that carries its
object, before a comma and an age, and at a sentence's start before a verb it is likelier the name, so it is a question.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from safelight.text.reading import Reading

if TYPE_CHECKING:
    from safelight.text.languages import Writing

PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")
"""What is written onto a name's beginning: and, so, in, for, like; a name of every day takes no article."""
CONJUNCTIONS = ("و", "ف")
ARTICLE = "ال"
NAMING = frozenset(
    "اسمها اسمه اسمي اسمك اسمهما تدعي يدعي سميت سمي سموها سموه سميتها سميته باسم المدعو المدعوه لقبها لقبه كنيتها كنيته ينادونها ينادونه "
    "تسمي يسمي السيد السيده الانسه الاستاذ الاستاذه الدكتور الدكتوره المدام مدام الحاج الحاجه الست الشيخ الشيخه المهندس المهندسه المحامي "
    "المحاميه المعلم المعلمه الرائد النقيب العقيد ال بيت عايله عائله اسره".split()
)
"""Titles and words of naming, folded: behind them a word with the article may be a family name (السيد النجار)."""
TAKING = frozenset(
    "رات راي رايت عرفت عرف سمعت سمع فقدت حملت كتبت كتب درس درست تدرس يدرس شعرت شعر رفضت رفض قررت قرر حاولت حاول عملت عمل تعمل يعمل "
    "تحلم يحلم تصف يصف تشرح يشرح ان لان لكن مثل عند".split()
)
"""Words behind which a name stands, or a thing; before a word with the article it is a thing (رأت شمس الصباح)."""
COPULAS = frozenset("كانت كان بقيت بقي ظلت ظل صارت صار اصبحت اصبح ليست ليس".split())
"""Behind them a name stands if a verb follows (كانت أمل تبكي), else what somebody was."""
OBJECTS = ("ها", "ني", "هم", "نا")
"""What a verb carries at its end when its subject follows: تزوجها سعيد, he married her, Said did."""
PERSONAL = ("ت", "ي")
"""First letters of a verb in the third person; in the past of a woman the last letter is ت."""
SHORTEST_VERB = 4


def bare_names(key: str) -> Iterator[str]:
    """A folded word, and what is left of it when what Arabic writes onto a word's beginning is taken off."""
    for clitic in PROCLITICS:
        if key.startswith(clitic) and len(key) - len(clitic) > 1:
            yield key[len(clitic) :]


def stands_as_name(reading: Reading, index: int, writing: Writing) -> bool:
    """Whether a word of every day that is also a name stands where names do."""
    key = reading.keys[index]
    names = {bare for bare in bare_names(key) if bare in writing.usual_names}
    if not names:
        return False
    before = _before(reading, index)
    if all(name.startswith(ARTICLE) for name in names):
        return bool(before & NAMING)
    if before & (writing.introducers | NAMING) or (key not in names and _follows_name(reading, index, writing)):
        return True
    following = index + 1
    if before & TAKING and not (following < len(reading.keys) and reading.keys[following].startswith(ARTICLE)):
        return True
    if before & COPULAS and _verb_follows(reading, index):
        return True
    if key in names and any(word.endswith(OBJECTS) and len(word) > SHORTEST_VERB for word in before):
        return True
    return _is_subject(reading, index)


def _before(reading: Reading, index: int) -> frozenset[str]:
    """The word before, also without "and" and "so"; nothing where more than a space stands between."""
    if index == 0 or reading.gap(index - 1, index) not in (" ", " ـ ", ": ", " «", ' "'):
        return frozenset()
    word = reading.keys[index - 1]
    return frozenset({word, *(word[1:] for letter in CONJUNCTIONS if word.startswith(letter))})


def _follows_name(reading: Reading, index: int, writing: Writing) -> bool:
    """Whether a word with "and" on it follows a word that is a name (أمل وحياة)."""
    if index == 0 or not reading.keys[index].startswith(CONJUNCTIONS):
        return False
    return any(writing.names(bare) for bare in bare_names(reading.keys[index - 1]))


def _is_subject(reading: Reading, index: int) -> bool:
    """Whether a word begins a sentence, and a verb in the third person or an age between signs follows."""
    following = index + 1
    if following >= len(reading.keys):
        return False
    gap, after = reading.gap(index, following), reading.keys[following]
    if gap in (" (", "، ", ", ") and after.isdigit():
        return True
    if not reading.sentence_start(index):
        return False
    if gap in ("، ", ", ") and after in ("وهي", "وهو", "التي", "الذي", "وكانت", "وكان", "هي", "هو"):
        return True
    return _verb_follows(reading, index)


def _verb_follows(reading: Reading, index: int) -> bool:
    """Whether the next word looks like a verb in the third person."""
    following = index + 1
    if following >= len(reading.keys) or reading.gap(index, following) != " ":
        return False
    after = reading.keys[following]
    if after in ("كان", "قال") or (after.endswith("ت") and len(after) >= SHORTEST_VERB):
        return True
    return len(after) >= SHORTEST_VERB and after.startswith(PERSONAL)
