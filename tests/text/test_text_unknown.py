"""Deny by default: what is a question, in each language, and what is not."""

from __future__ import annotations

import pytest
from safelight.model.redaction import Strictness
from safelight.model.vault import Vault
from safelight.text import compile_registry, redact

LANGUAGES = ("en", "ru", "uk", "ro", "uz", "tg", "ky", "ar")
NOBODY = compile_registry(Vault(people=()), LANGUAGES)


def asked(text: str, lang: str, strictness: Strictness = Strictness.DENY, **more: bool) -> list[str]:
    return [question.text for question in redact(text, lang, NOBODY, strictness=strictness, **more).unresolved]


@pytest.mark.parametrize(
    ("lang", "text", "words", "why"),
    [
        ("en", "Then came Perpetua.", ["Perpetua"], "a capital inside a sentence"),
        ("en", "Hope came home.", ["Hope"], "begins a sentence, but is a name"),
        ("uz", "Keyin ayol Rossiyaga ketdi.", [], "a country with a case ending"),
        ("uz", "Keyin ayol Rossiyadagilarga aytdi.", [], "a country with several endings"),
        ("ky", "Анан аял Россияга кетти.", [], "the same in Kyrgyz"),
        ("uz", "Keyin ayol Tavfiqga aytdi.", ["Tavfiqga"], "a name with an ending is none"),
        ("en", "She saw the Table there.", ["Table"], "an ordinary word, with a capital that nothing excuses"),
        ("en", "She came. Write [to her](doctor@table) now.", ["doctor@table"], "an address of ordinary words"),
        ("ru", "Там был одесский рынок.", ["одесский"], "made of a town, in small letters"),
        ("ru", "Москвичка помогла.", ["Москвичка"], "made of a town, at a sentence's start"),
        ("uk", "Вона киянка.", ["киянка"], "made of a town"),
        ("ro", "M-am născut acasă. S-a dus. L-au luat.", [], "pronouns before their verbs are no initials"),
        ("ro", "A plecat din Turcia spre Italia.", [], "countries behind prepositions of place"),
        ("ro", "Este clujeancă.", ["clujeancă"], "made of a town"),
        ("en", "A Londoner helped.", ["Londoner"], "made of a town, asked once"),
        ("ru", "Катер «Счастье» ушёл.", ["Счастье"], "an ordinary word as the name of something"),
        ("ru", "Она пела в ансамбле «Лезгинка».", ["Лезгинка"], "another"),
        ("ru", "Она ответила: «Хорошо».", [], "speech behind a colon"),
        ("ru", "Читайте «Если вас ждут дома».", [], "a title of several words"),
        ("en", 'The ship "Table" left.', ["Table"], "an ordinary word as the name of something"),
        ("en", 'She said, "Never again."', [], "speech"),
        ("en", "Blessing came home.", ["Blessing"], "a word that is a name in Nigeria"),
        ("en", "Heaven came home.", ["Heaven"], "a word that is a name"),
        ("en", "Her name was grace.", ["grace"], "in small letters behind what names"),
        ("en", "She had no hope.", [], "a small letter in a sentence with capitals is the word"),
        ("en", "she had no hope.", ["hope"], "nothing tells the word from the name"),
        ("en", "The doctor came. Nobody spoke.", [], "function words and nouns begin sentences"),
        ("en", "Will Short came.", ["Will", "Short"], "both halves of a name at a sentence's start"),
        ("en", "Her aunt rose said so.", ["rose"], "kinship before a word that is a name"),
        ("en", "J. left.", ["J"], "an initial"),
        ("en", "I left when I could.", [], "the pronoun is no initial"),
        ("en", "The NGO helped.", ["NGO"], "capitals"),
        ("en", "They went to Turkey in May.", [], "a country, a month"),
        ("en", "They told May.", ["May"], "a month's name without a date"),
        ("en", "They told Pierre.", ["Pierre"], "no word of a country's name is public by itself"),
        ("en", "They told Chad Smith.", ["Chad", "Smith"], "a country's name as somebody's"),
        ("en", "They told Залина.", ["Залина"], "another script"),
        ("en", "Then 36244 was lost.", ["36244"], "a long number"),
        (
            "en",
            "In 2006–2008 they helped 202,478 people.",
            ["2006–2008"],
            "a span of years has no decade; the count is coarsened",
        ),
        ("en", "On the 21st floor, 24 hours a day.", [], "ordinals"),
        ("en", "She was called zlatitsa.", ["zlatitsa"], "no dictionary has it"),
        ("en", "See https://site.example/marina now.", ["https://site.example/marina"], "an address, once and whole"),
        ("en", "See [here]({filename}/pages/get-help/en.md).", [], "a link inside the site"),
        ("ru", "Потом пришёл Ахметжан.", ["Ахметжан"], "a capital inside a sentence"),
        ("ru", "Вера пришла домой.", ["Вера"], "begins a sentence, but is a name"),
        ("ru", "Она потеряла веру и надежду.", [], "small letters in a sentence with capitals"),
        ("ru", "она потеряла веру.", ["веру"], "nothing tells the word from the name"),
        ("ru", "Шумов пришёл.", ["Шумов"], "a word with a surname's ending at a sentence's start"),
        ("ru", "Письмо пришло вечером.", [], "ordinary words"),
        ("ru", "Он жил на острове Елены.", ["Елены"], "no word of a country's name is public by itself"),
        ("ru", "Она уехала из Турции в Южную Корею.", [], "countries in their cases"),
        ("ru", "Её тётя вера молчала.", ["вера"], "kinship"),
        ("ru", "В. молчал.", ["В"], "an initial at a sentence's start"),
        ("ru", "МОЛЧАТЬ НЕЛЬЗЯ НИКОМУ.", [], "a shouted sentence of ordinary words"),
        ("uk", "Потім прийшла Соломія.", ["Соломія"], "a capital inside a sentence"),
        ("uk", "Вона повернулася додому.", [], "ordinary words"),
        ("ro", "Apoi a venit Ileana.", ["Ileana"], "a capital inside a sentence"),
        ("ro", "Ea s-a întors acasă.", [], "ordinary words"),
        ("ar", "جاءت شهناز إلى البيت.", ["شهناز"], "no capitals: an unknown word"),
        ("ar", "ذهبت إلى المدرسة مع الطفل.", [], "ordinary words with what is written onto them"),
        ("ar", "قالت لمريم شيئا.", ["لمريم"], "a name behind a preposition"),
        ("ar", "كانت على الطريق.", [], "the preposition is not Ali"),
        ("ar", "قال علينا أن نعمل.", [], "upon us is not Alina"),
        ("ar", "كانت مع علي.", ["علي"], "Ali is"),
        ("uz", "Keyin Gulnora keldi.", ["Gulnora"], "a capital"),
        ("uz", "keyin gulnora uyga keldi.", ["gulnora"], "known as a name"),
        ("uz", "U uyga keldi va ishladi.", [], "the approved list, with endings"),
        ("tg", "Вай ба хона омад.", [], "the approved list"),
        ("tg", "вай зарина аст", ["зарина"], "known as a name"),
        ("ky", "Ал үйгө келди.", [], "the approved list"),
        ("ky", "Анан айгүл келди.", ["айгүл"], "known as a name"),
    ],
)
def test_questions(lang: str, text: str, words: list[str], why: str) -> None:
    assert asked(text, lang) == words, why


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("The European Union paid for it.", [], "organisations pass"),
        ("Minister Chidinma Okonkwo spoke.", ["Chidinma", "Okonkwo"], "unknown names are asked about"),
        ("A helpline: +44 20 7946 0000, case 36244.", [], "numbers are not asked about"),
    ],
)
def test_other_texts_ask(text: str, words: list[str], why: str) -> None:
    result = redact(text, "en", NOBODY, strictness=Strictness.ASK)
    assert [question.text for question in result.unresolved] == words, why
    assert not any(question.stops for question in result.unresolved), why


def test_a_quotation_in_another_text_denies() -> None:
    text = "The judge said so. “I was kept there by Short, and nobody came,” she said."
    (question,) = redact(text, "en", NOBODY, strictness=Strictness.ASK).unresolved
    assert question.text == "Short" and question.stops


def test_tags_follow_the_habit_of_their_text() -> None:
    assert asked("бетономешалка", "ru", capitalised=True) == []
    assert asked("бетономешалка", "ru") == ["бетономешалка"]


def test_every_kind_is_explained() -> None:
    result = redact("Hope, J. and the NGO told Perpetua of 36244.", "en", NOBODY)
    assert all(": " in question.suggestion and "review" in question.suggestion for question in result.unresolved)


@pytest.mark.parametrize(
    ("text", "asked", "why"),
    [
        ("ثم جاءت أمل إلى البيت.", ["أمل"], "hope, and a name"),
        ("قالت حياة إنها بخير.", ["حياة"], "life, where a name stands"),
        ("بدأت حياة جديدة في المدينة.", [], "life, where none does"),
        ("اسمها شمس.", ["شمس"], "the sun, behind 'her name is'"),
        ("رأت شمس الصباح.", [], "the sun"),
        ("جاءت آنا إلى البيت.", ["آنا"], "no spelling of I"),
        ("أنا بخير وانا هنا.", [], "I, with and without its hamza"),
        ("كانا في البيت.", [], "they both were"),
        ("أخذ مني كل شيء.", [], "from me, not Mona"),
        ("التقت بإسراء ومروة.", ["بإسراء", "ومروة"], "names with what is written onto them"),
    ],
)
def test_arabic_words_are_names_where_names_stand(text: str, asked: list[str], why: str) -> None:
    assert [
        question.text for question in redact(text, "ar", compile_registry(Vault(()), ("ar",))).unresolved
    ] == asked, why
