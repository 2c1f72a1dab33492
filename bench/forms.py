"""How many forms of registered names are replaced in the right form, how many asked about, how many got wrong.

Run: .venv/bin/python bench/forms.py [--misses] [TABLE.txt]
Reads bench/forms_table.txt or another table (bench/forms_table_eastern.txt, bench/forms_table_western.txt), whose names, endings and
public names are written by hand. Every form is put into a sentence of its language; right is the same sentence with the public name in the same slot. Exit 1 if a name survives or
stands in a wrong form without a question.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from safelight.model.vault import Person, PersonName, Vault
from safelight.text.mentions import mentions
from safelight.text.reading import read
from safelight.text.registry import compile_registry

TABLE = Path(__file__).with_name("forms_table.txt")
SENTENCES = {
    "ru": (
        "Потом {} долго {молч} дома.", "Это письмо от {}.", "Мы пришли к {}.", "Расскажи про {}.", "Он говорил {с} {}.",
        "Он говорил {с} {}.", "Он думал {о} {}.", "Вот {} дом.",
    ),
    "uk": (
        "Тут {}.", "Це лист від {}.", "Завдяки {} ми тут.", "Розкажи про {}.", "Він говорив із {}.",
        "Він говорив із {}.", "По {} було видно.", "Іди сюди, {}!",
    ),
    "ky": (
        "{} келди.", "Бул {} үйү.", "Мен {} айттым.", "Мен {} көрдүм.", "Китеп {} калды.", "Кат {} келди.",
        "Бүгүн {} келди.", "Биз {} айттык.", "Эртең {} келет.",
    ),
    "uz": ("Kecha {} keldi.",) * 9,
    "tg": ("Дирӯз {} омад.",) * 9,
    "ro": ("Am vorbit cu {}.", "Casa {} este mică."),
    "ar": ("قال الناس {} هناك.",) * 9,
    "en": ("They met {} there.", "This is {} house."),
}  # fmt: skip
"""A sentence for each slot of the table's endings."""


def table() -> Path:
    """The table that the command names, else the first."""
    named = [Path(argument) for argument in sys.argv[1:] if argument.endswith(".txt")]
    return named[0] if named else TABLE


def rows() -> Iterator[tuple[str, str, str, str, str, str, str, str]]:
    """(language, sex, part, origin, registered name, sentence, right sentence, public name) of each form."""
    block: list[str] = []
    for line in [*table().read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("#"):
            continue
        if line:
            block.append(line)
            continue
        if block:
            yield from _block(block)
        block = []


def _block(block: list[str]) -> Iterator[tuple[str, str, str, str, str, str, str, str]]:
    lang, sex, part, origin = block[0].split()
    _, *names = block[1].split()
    _, *ends = ("" if e == "-" else e for e in block[2].split())
    say = block[3].split()[1]
    _, *says = ("" if e == "-" else e for e in block[4].split())
    front = lang == "ar"
    for name in names:
        stem = name.rstrip("_") if not name.endswith("_") else None
        if stem is None:
            continue  # marked by hand as a name of another class
        if lang == "ro" and stem.endswith("a"):
            stem = stem[:-1]
        registered = stem + (ends[0] if not front else "")
        public = say + (says[0] if not front else "")
        for end, write, sentence in zip(ends, says, SENTENCES[lang], strict=False):
            if end == "x":
                continue
            form, right = (end + stem, write + say) if front else (stem + end, say + write)
            verb = {"female": "молчала", "male": "молчал"}[sex]
            sentence = sentence.replace("{молч}", verb)
            yield lang, sex, part, origin, registered, _filled(sentence, form), _filled(sentence, right), public


def _filled(sentence: str, form: str) -> str:
    """The sentence with a form, its preposition as Russian sound asks for it (об Айше, со Светланой)."""
    sentence = sentence.replace("{о}", "об" if form[:1] in "АИОУЭ" else "о")
    return sentence.replace("{с}", "со" if form[:2] == "Св" else "с").replace("{}", form)


def redacted(sentence: str, lang: str, name: str, part: str, sex: str, public: str) -> tuple[str, bool]:
    """The sentence with its mentions replaced, and whether one of them is a question."""
    names = PersonName(lang, **{part: name})
    registry = compile_registry(Vault((Person("p-1", (names,), sex=sex, pseudonym={lang: public}),)), (lang,))
    reading = read(sentence)
    out, position, asked = [], 0, False
    for mention in mentions(reading, lang, registry):
        if mention.text is None:
            asked = True
            continue
        start, end = reading.starts[mention.first], reading.ends[mention.last - 1] + mention.extra
        out += [reading.text[position:start], mention.text]
        position = end
    return "".join([*out, reading.text[position:]]), asked


def main() -> int:
    """Print the figures by language."""
    counts: Counter[tuple[str, str]] = Counter()
    central_asian = 0
    misses: list[str] = []
    for lang, sex, part, origin, name, sentence, right, public in rows():
        central_asian += origin == "t"
        got, asked = redacted(sentence, lang, name, part, sex, public)
        outcome = "replaced" if got == right else "asked" if asked else "wrong"
        counts[lang, outcome] += 1
        if outcome != "replaced":
            misses.append(f"{outcome:8} {lang} {name}: {sentence} -> {got} (right: {right})")
    total = sum(counts.values())
    print(f"{'':10}{'forms':>7}{'replaced':>10}{'asked':>7}{'wrong':>7}")
    for lang in SENTENCES:
        found = [counts[lang, outcome] for outcome in ("replaced", "asked", "wrong")]
        print(f"{lang:10}{sum(found):>7}{found[0]:>10}{found[1]:>7}{found[2]:>7}")
    by = {outcome: sum(n for (_, o), n in counts.items() if o == outcome) for outcome in ("replaced", "asked", "wrong")}
    print(f"{'all':10}{total:>7}{by['replaced']:>10}{by['asked']:>7}{by['wrong']:>7}")
    share, safe = central_asian / total, 1 - by["wrong"] / total
    print(f"Turkic and Tajik names: {share:.0%} of the forms; replaced or asked: {safe:.3%}")
    if "--misses" in sys.argv:
        print("\n".join(misses))
    return 1 if by["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main())
