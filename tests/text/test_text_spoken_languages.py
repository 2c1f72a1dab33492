"""A people's name that names its language tells nobody's people."""

from __future__ import annotations

import pytest
from safelight.text.disclosures import disclose
from safelight.text.reading import read


@pytest.mark.parametrize(
    ("lang", "language", "people"),
    [
        ("en", "She learned Turkish, and wrote in English.", "She lived in Turkish waters with a Turkish family."),
        (
            "ru",
            "Говорила по-русски, на английском, учила турецкий язык.",
            "Жила на турецком корабле, в турецкой семье.",
        ),
        ("uk", "Говорила англійською, вчила польську мову.", "Жила з польською родиною."),
        ("ro", "Vorbea în engleză, limba turcă.", "Trăia cu o familie turcă."),
        ("uz", "Inglizcha gapirdi, turk tilini o‘rgandi.", "Turk oilasida yashadi."),
        ("uz", "Инглизча гапирди, турк тилини ўрганди.", "Турк оиласида яшади."),
        ("tg", "Забони туркӣ омӯхт.", "Дар оилаи турк буд."),
        ("ky", "Англисче сүйлөдү, түрк тилин үйрөндү.", "Түрк үй-бүлөсүндө жашады."),
        ("ar", "تتحدث بالإنكليزية واللغة التركية", "عاشت مع عائلة تركية"),
    ],
)
def test_language_is_told_from_people(lang: str, language: str, people: str) -> None:
    def peoples(text: str) -> list[str]:
        return [one.value for one in disclose(read(text), lang) if one.attribute == "ethnicity"]

    assert peoples(language) == []
    assert set(peoples(people)) & {"turkish", "polish"}
