"""Arabic words of every day that are also names are asked about where a name stands, and nowhere else."""

from __future__ import annotations

import pytest
from safelight.model.vault import Vault
from safelight.text import compile_registry, redact

NOBODY = compile_registry(Vault(people=()), ("ar",))


@pytest.mark.parametrize(
    ("text", "asked", "why"),
    [
        ("سافرت مع حياة إلى البيت.", ["حياة"], "with"),
        ("وقالت حياة ذلك.", ["حياة"], "a verb of speech with and on it"),
        ("تتذكر حياة تلك الليلة.", ["حياة"], "a verb of the present"),
        ("تزوجها راسخ هناك.", ["راسخ"], "a verb that carries its object"),
        ("حياة تعيش الآن في بيت.", ["حياة"], "a subject before its verb"),
        ("حياة، وهي طفلة، بكت.", ["حياة"], "a subject and what is said of it"),
        ("حياة (17 عاما) هناك.", ["حياة"], "before an age"),
        ("كلمت لحياة هناك.", [], "behind a verb that nothing is known of"),
        ("قلت يا حياة.", ["حياة"], "called"),
        ("السيد النجار هنا.", ["النجار"], "a family name with the article, behind a title"),
        ("جاء الخباز أمس.", [], "a baker"),
        ("أريد حياة كريمة.", ["كريمة"], "a life, behind a verb in the first person"),
        ("هذه هدية صغيرة.", [], "a present"),
        ("في مدينة كبيرة", [], "a town"),
    ],
)
def test_what_is_asked_about(text: str, asked: list[str], why: str) -> None:
    assert [question.text for question in redact(text, "ar", NOBODY).unresolved] == asked, why
