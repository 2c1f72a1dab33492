"""Trait lexicons: every value in every language, found in the forms that sentences put it in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from safelight.model.profile import CASELOAD_ATTRIBUTES, TRAITS
from safelight.text.fold import words_of
from safelight.text.inflection import LANGUAGES
from safelight.text.reading import read
from safelight.text.trait_lexicon import ATTRIBUTES, rows, traits


def told(text: str, lang: str) -> list[tuple[str, str]]:
    return [(trait.attribute, trait.value) for trait in traits(lang).find(read(text))]


@pytest.mark.parametrize("attribute", ATTRIBUTES)
def test_every_value_has_an_expression_in_every_language(attribute: str) -> None:
    for slug, forms in rows(attribute):
        assert set(forms) == set(LANGUAGES), slug
        empty = [lang for lang in LANGUAGES if not forms[lang]]
        assert not empty or attribute == "country", f"{slug}: {empty}"


@pytest.mark.parametrize(
    ("attribute", "fewest"), [("occupation", 150), ("illness", 60), ("faith", 20), ("ethnicity", 60), ("family", 30)]
)
def test_tables_are_as_long_as_campaigns_need(attribute: str, fewest: int) -> None:
    slugs = [slug for slug, _ in rows(attribute)]
    assert len(set(slugs)) == len(slugs) >= fewest


def test_attributes_are_those_of_the_profile() -> None:
    assert set(ATTRIBUTES) <= {*TRAITS, *CASELOAD_ATTRIBUTES}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("attribute", ATTRIBUTES)
def test_every_expression_is_found_as_it_is_written_in_its_table(attribute: str, lang: str) -> None:
    """A wrong stem or ending rule would lose the plain form too; another table's longer expression may win the place."""
    lost = []
    for slug, forms in rows(attribute):
        for form in forms[lang]:
            plain = form.partition("=")[2] if form[:1].isdecimal() else form
            plain = plain.replace("=", "").replace("{n}", "3")
            for text in [plain[:-1] + "ка"] if plain.endswith("~") else [plain]:
                if words_of(text) and not any(found == attribute for found, _ in told(f"x {text} x", lang)):
                    lost.append((slug, form))
    # Rows of two tables share a few words on purpose (a student, a nun): the longest, then every attribute, is told.
    assert not lost, lost


FORMS = [
    ("en", "The nurses came.", [("occupation", "nurse")], "plural"),
    ("en", "Two policemen and a lorry driver.", [("occupation", "police-officer"), ("occupation", "lorry-driver")], "-men, longest"),
    ("en", "Polish the floor; the Polish woman left.", [("ethnicity", "polish"), ("ethnicity", "polish")], "a sentence's start is unsure"),
    ("en", "She had to polish the floor.", [], "a capital tells the people from the verb"),
    ("en", "Us? They told us of the US.", [("country", "united-states")], "capitals throughout, where the table has them"),
    ("en", "mother of five", [("family", "five-children")], "number behind"),
    ("en", "a single-\nmother", [("family", "single-mother")], "hyphen and line end"),
    ("en", "one child", [("family", "one-child")], "singular"),
    ("ru", "Она работала медсестрой.", [("occupation", "nurse")], "instrumental"),
    ("ru", "Пять медсестёр и двое учителей.", [("occupation", "nurse"), ("occupation", "teacher")], "genitive plural, fleeting vowel"),
    ("ru", "У продавца", [("occupation", "sales-assistant")], "-ец loses its vowel"),
    ("ru", "мать троих детей", [("family", "three-children")], "collective numeral"),
    ("ru", "украинцев и украинок", [("ethnicity", "ukrainian"), ("ethnicity", "ukrainian")], "a people's endings"),
    ("ru", "Поэтому друзья были на участке.", [], "no ending of that declension"),
    ("uk", "Вона була швачкою, заробітчанкою.", [("occupation", "seamstress"), ("occupation", "migrant-worker")], "instrumental"),
    ("uk", "студентці", [("education", "student")], "к before і"),
    ("uk", "мати двох дітей", [("family", "two-children")], "genitive"),
    ("ro", "croitoreselor și muncitoarele", [("occupation", "seamstress"), ("occupation", "labourer")], "articles"),
    ("ro", "văduva avea doi copii", [("family", "widow"), ("family", "two-children")], "article"),
    ("uz", "hamshiralarimizdan", [("occupation", "nurse")], "a chain of three"),
    ("uz", "ҳамшираларимиздан", [("occupation", "nurse")], "the same in Cyrillic"),
    ("uz", "o‘qituvchining", [("occupation", "teacher")], "the letter oʻ, however written"),
    ("uz", "bir bo‘lak non", [], "a number and a word that only begins like a child"),
    ("ro", "fotografii și o secție", [], "pictures and a ward only begin like a trade and a sect"),
    ("uz", "turmushga chiqqan", [("family", "married")], "a verb's ending"),
    ("tg", "омӯзгорон", [("occupation", "teacher")], "plural"),
    ("tg", "муаллимаашро", [("occupation", "teacher")], "possession and object"),
    ("ky", "мугалимдердин", [("occupation", "teacher")], "plural genitive"),
    ("ky", "тигүүчүнүн үч баласы", [("occupation", "seamstress"), ("family", "three-children")], "chains and a number"),
    ("ar", "والممرضات", [("occupation", "nurse")], "and, the, plural"),
    ("ar", "لها طفلان", [("family", "two-children")], "the dual is a number"),
    ("ar", "ممرضتها", [("occupation", "nurse")], "her nurse"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected", "why"), FORMS)
def test_form_is_read(lang: str, text: str, expected: list[tuple[str, str]], why: str) -> None:
    assert told(text, lang) == expected, why


@pytest.mark.parametrize(
    ("lang", "text", "why"),
    [
        (
            "en",
            "Nobody told us; a coach to the coast; cook the rice; an orderly queue; a black door.",
            "verbs, buses, colours",
        ),
        ("ru", "Кому-то помогли друзья; поэтому долго ждали участка.", "whom, friends, therefore, long, a plot"),
        ("ru", "Фотографии и политика.", "pictures and politics"),
        ("uk", "Друзям дали води, кому треба, і воду.", "friends, water, whom"),
        ("ro", "Două fotografii și o secție; bonul de la casă; un copil.", "pictures, a ward, a receipt, a child"),
        ("uz", "Bir bo‘lak non va suv, bir bola.", "a piece of bread, a child"),
        ("tg", "Бо ихтиёри худ.", "of her own will"),
        ("ky", "Иштин акысы.", "the pay"),
        (
            "ar",
            "في المدرسة كانت الحملة بداية جديدة عند البوابة والصيدلية.",
            "school, campaign, beginning, gate, pharmacy",
        ),
    ],
)
def test_words_that_only_look_alike_tell_nothing(lang: str, text: str, why: str) -> None:
    found = [one for one in told(text, lang) if one[0] not in ("duration", "amount")]
    assert found == [], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Here nurse. Maid came.", "each stands alone"),
        ("single. Mother came", "a sentence ends between"),
        ("single\n\nmother", "a paragraph ends between"),
    ],
)
def test_an_expression_ends_with_its_sentence(text: str, why: str) -> None:
    assert ("family", "single-mother") not in told(text, "en"), why


def test_a_language_without_tables_tells_nothing() -> None:
    assert told("nurse", "fr") == []


@given(st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_traits_stand_where_they_say_and_never_overlap(text: str, lang: str) -> None:
    reading = read(f"{text} widow HIV 3 children {text}")
    spans = sorted({(trait.first, trait.last) for trait in traits(lang).find(reading)})
    behind = 0
    for first, last in spans:
        assert behind <= first < last <= len(reading.keys)
        behind = last
