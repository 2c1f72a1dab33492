"""Months and seasons: their names as texts write them, folded, and what is said instead of a day or a month.

An exact date becomes a season and, where it stands there, the year (STORY-RULES.md, "In the text").
"""

from __future__ import annotations

from typing import Literal

Season = Literal["winter", "spring", "summer", "autumn"]
BY_MONTH: tuple[Season, ...] = (
    "winter", "winter", "spring", "spring", "spring", "summer", "summer", "summer", "autumn", "autumn", "autumn", "winter",
)  # fmt: skip


def season(month: int) -> Season:
    """The season of a month (1 to 12) on the northern half of the earth."""
    return BY_MONTH[month - 1]


def _list(text: str) -> tuple[str, ...]:
    return tuple(text.split())


MONTHS: dict[str, tuple[tuple[str, ...], ...]] = {
    "en": (
        _list("january february march april may june july august september october november december"),
        _list("jan feb mar apr may jun jul aug sept oct nov dec"),
        _list("jan feb mar apr may jun jul aug sep oct nov dec"),
    ),
    "ro": (
        _list("ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie"),
        _list("ian feb mar apr mai iun iul aug sept oct nov dec"),
    ),
    "uz": (
        _list("yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr"),
        _list("yanvar fevral mart aprel may iyun iyul avgust sentyabr oktyabr noyabr dekabr"),
        _list("январ феврал март апрел май июн июл август сентабр октабр ноябр декабр"),
    ),
    "tg": (
        _list("январ феврал март апрел май июн июл август сентябр октябр ноябр декабр"),
        _list("январ феврал март апрел маи июн июл август сентябр октябр ноябр декабр"),
    ),
    "ky": (_list("январ феврал март апрел май июн июл август сентябр октябр ноябр декабр"),),
    "ar": (
        _list("يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر"),
        _list("جانفي فيفري مارس افريل ماي جوان جويليه اوت سبتمبر اكتوبر نوفمبر ديسمبر"),
    ),
}  # fmt: skip
"""The months of languages that do not inflect them inside the word."""
LEVANTINE = (
    "كانون الثاني", "شباط", "اذار", "نيسان", "ايار", "حزيران", "تموز", "اب", "ايلول", "تشرين الاول", "تشرين الثاني",
    "كانون الاول",
)  # fmt: skip

SLAVIC_MONTHS: dict[str, dict[str, tuple[str, ...]]] = {
    "ru": {
        "gent": _list("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
        "loct": _list("январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре"),
        "datv": _list("январю февралю марту апрелю маю июню июлю августу сентябрю октябрю ноябрю декабрю"),
        "ablt": _list("январем февралем мартом апрелем маем июнем июлем августом сентябрем октябрем ноябрем декабрем"),
        "nomn": _list("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"),
    },
    "uk": {
        "gent": _list("січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"),
        "loct": _list("січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні"),
        "datv": _list("січню лютому березню квітню травню червню липню серпню вересню жовтню листопаду грудню"),
        "ablt": _list(
            "січнем лютим березнем квітнем травнем червнем липнем серпнем вереснем жовтнем листопадом груднем"
        ),
        "nomn": _list("січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень"),
    },
}
SLAVIC_SEASONS: dict[str, dict[Season, dict[str, str]]] = {
    "ru": {
        "winter": {"nomn": "зима", "gent": "зимы", "datv": "зиме", "accs": "зиму", "ablt": "зимой", "loct": "зиме", "when": "зимой"},
        "spring": {"nomn": "весна", "gent": "весны", "datv": "весне", "accs": "весну", "ablt": "весной", "loct": "весне", "when": "весной"},
        "summer": {"nomn": "лето", "gent": "лета", "datv": "лету", "accs": "лето", "ablt": "летом", "loct": "лете", "when": "летом"},
        "autumn": {"nomn": "осень", "gent": "осени", "datv": "осени", "accs": "осень", "ablt": "осенью", "loct": "осени", "when": "осенью"},
    },
    "uk": {
        "winter": {"nomn": "зима", "gent": "зими", "datv": "зимі", "accs": "зиму", "ablt": "зимою", "loct": "зимі", "when": "взимку"},
        "spring": {"nomn": "весна", "gent": "весни", "datv": "весні", "accs": "весну", "ablt": "весною", "loct": "весні", "when": "навесні"},
        "summer": {"nomn": "літо", "gent": "літа", "datv": "літу", "accs": "літо", "ablt": "літом", "loct": "літі", "when": "влітку"},
        "autumn": {"nomn": "осінь", "gent": "осені", "datv": "осені", "accs": "осінь", "ablt": "осінню", "loct": "осені", "when": "восени"},
    },
}  # fmt: skip
"""Cases of the seasons; `when` is the adverb (весной, навесні)."""
SEASONS: dict[str, dict[Season, str]] = {
    "en": {"winter": "winter", "spring": "spring", "summer": "summer", "autumn": "autumn"},
    "ro": {"winter": "iarna", "spring": "primăvara", "summer": "vara", "autumn": "toamna"},
    "uz": {"winter": "qish", "spring": "bahor", "summer": "yoz", "autumn": "kuz"},
    "uz-cyrillic": {"winter": "қиш", "spring": "баҳор", "summer": "ёз", "autumn": "куз"},
    "tg": {"winter": "зимистон", "spring": "баҳор", "summer": "тобистон", "autumn": "тирамоҳ"},
    "ky": {"winter": "кыш", "spring": "жаз", "summer": "жай", "autumn": "күз"},
    "ar": {"winter": "شتاء", "spring": "ربيع", "summer": "صيف", "autumn": "خريف"},
}
