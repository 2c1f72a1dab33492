"""How Romanian tells an age, and how an editor who may tell no more than the band would write it."""

from __future__ import annotations

from functools import cache

from safelight.text.detectors.age_bands import Say, Told, Way, asked, by_band, number_tables, way_of
from safelight.text.detectors.numbers import any_of, number_words

FILL = (
    r"(?:(?:atunci|doar|numai|abia|deja|cam|vreo|aproape|aproximativ|peste|sub|acum|tocmai|inca|poate|circa|exact|in jur de|"
    r"nu mai mult de|cel mult|pe atunci|astazi) )*"
)
YEARS = r" (?:si ceva )?(?:de )?(?:ani|an|anisori)(?!\w)"
LASTING = (
    r"(?:pedeaps|pedeps|pauz|perioad|inchisoar|inchisor|viz|contract|experient|termen|durat|garanti|istori|detenti|munc|casnici|casatori|"
    r"razboi|exil|credit|plan|program|studi|vechim|absent|relati|interval|mandat|condamn|suspend|arest|imprumut|distant|conflict|"
    r"asteptar|cautar|suferint|chin|sclavi|tratament|ipotec|prieteni|curs|facultat|ultimi|primi|cei|cele|mai mult|decat|peste|"
    r"curs|mult|timp|vreme|interdict|proces|anchet|abuz|exploatar)"
)
"""Beginnings of what lasts for years and is no person."""
END = r"(?![\w-])(?=\s?[,.;:!?)\u2013\u2014](?!\d)|\s?$|\n|[\"”*_|]| (?:si|iar|dar|cand|cum|ca|atunci|acum|deja|neimpliniti|impliniti|fara|cu)(?!\w))"
WHO = r"(?=\s?[,.;!?)](?!\d)|\s?$|\n| (?:a|am|au|era|eram|ea|el|eu|s-a|m-am|mi-am|si-a|deja|avea|aveam|lucra|traia)(?!\w))"
NO_WORK = r"(?! de (?:munca|inchisoare|detentie|experienta|casnicie|casatorie|scoala|studii|zile|ore|vechime|cand)|(?: mai| in| la| pe) )"
DONE = r"(?: (?:neimpliniti|impliniti|si jumatate|ai (?:ei|lui|mei|sai)))?"


def _between(prefix: str = "") -> dict[int, str]:
    return {
        0: f"{prefix}sub 13 ani",
        13: f"{prefix}între {{a}} și {{b}} ani",
        18: f"{prefix}între {{a}} și {{b}} de ani",
        50: f"{prefix}peste 50 de ani",
    }


def _not_yet(told: Told) -> str:
    """The first age above the band, which nobody has who is in it: nu avea 25 de ani."""
    above = told.band[1] + 1
    return f"{above} {'de ' if above >= 20 else ''}ani" if above < 100 else "mai mult de 50 de ani"


HAS: Say = by_band(_between())
BESIDE: Say = by_band({**_between(), 0: "sub 13 ani"})
OF: Say = by_band(_between("cu vârsta "))
WHEN: Say = by_band(
    {0: "în copilărie", 13: "în adolescență", 18: "la o vârstă între {a} și {b} de ani", 50: "după 50 de ani"}
)
SINCE: Say = by_band(
    {0: "din copilărie", 13: "din adolescență", 18: "de la o vârstă între {a} și {b} de ani", 50: "de după 50 de ani"}
)
UNTIL: Say = by_band(
    {
        0: "în copilărie",
        13: "până în adolescență",
        18: "până la o vârstă între {a} și {b} de ani",
        50: "până după 50 de ani",
    }
)


def _had(told: Told) -> str:
    """The verb of reaching an age becomes the verb of having it, in its person."""
    verb = told.group("verb").removesuffix(" ").split(" ")[-1]
    aux = told.group("verb").split(" ")[0]
    have = (
        "aveam"
        if aux in ("am", "implinisem", "implineam", "faceam", "facusem") or verb.endswith("eam")
        else "aveau"
        if aux == "au"
        else "avea"
    )
    return f"{have} {HAS(told)}"


@cache
def ways() -> tuple[Way, ...]:
    """Every way, the surest first: what an earlier one took is not looked at by a later."""
    table = {**number_tables(number_words("ro")), "ordinal": any_of(ordinals())}

    def way(pattern: str, say: Say, *needs: str) -> Way:
        return way_of(pattern, table, say, needs)

    have = r"(?:avea|aveam|aveau|are|au|avem|avand|aiba|avut)"
    reach = r"(?P<verb>(?:(?:a|am|au|sa|va|voi|abia|tocmai) )?(?:implinise|implinea|implineam|implinisem|implinit|implineste|implineasca|facuse|facea|faceam|facut))"
    people = r"(?:\w{3,})"
    return (
        way(rf"(?<!\w)(?P<less>nu )(?P<have>{have}|am) (?:nici |inca )*(?P<n><number>)(?:{YEARS}{NO_WORK}|{END})", lambda told: f"nu {told.group('have')} {_not_yet(told)}"),
        way(rf"(?<!\w)(?P<less>nu )(?:implinise|implinisem|a implinit|am implinit) (?:nici |inca )*(?P<n><number>)(?:{YEARS}|{END})", lambda told: f"nu avea {_not_yet(told)}"),
        way(rf"(?<!\w)(?P<k>(?:{have}) ){FILL}(?P<n><number>){YEARS}(?:{DONE}){NO_WORK}", HAS),
        way(rf"(?<!\w)(?P<k>am ){FILL}(?P<n><grown>){YEARS}{DONE}(?! de)", HAS),
        way(rf"(?<!\w)(?P<k>(?:{have}|am) ){FILL}(?P<n><grown>){END}", HAS),
        way(rf"(?<!\w){reach} {FILL}(?P<n><number>)(?:{YEARS}{DONE}|{END})", _had),
        way(rf"(?<!\w)(?:mergea|mergeam|merge|merg) (?P<less>pe )(?P<n><number>){YEARS}", _goes),
        way(rf"(?<!\w)de la (?:varsta de )?(?P<n><number>){YEARS}", SINCE),
        way(rf"(?<!\w)(?:pana )?la (?:varsta de )?(?P<less>nici )?(?:cei |numai |doar |abia |vreo |frageda varsta de |aproape )?(?P<n><number>){YEARS}{DONE}(?!-)", lambda told: UNTIL(told) if told.found[0].startswith("pana") else WHEN(told)),
        way(rf"(?<!\w)(?:inainte de|dupa|pana la|sub) varsta de (?P<n><number>){YEARS}", UNTIL),
        way(rf"(?P<k>(?<!\w)la )(?P<n><grown>)(?![:.,-]?\d){WHO}(?! de)", asked),
        way(rf"(?<!\w)(?:in|cu) varsta (?:de )?(?P<n><number>){YEARS}{DONE}", OF),
        way(rf"(?<!\w)(?:cu )?varsta (?:cuprinsa )?(?:intre )?(?P<n><number>)(?: (?:de )?ani)? (?:si|-) (?P<n2><number>){YEARS}", OF),
        way(rf"(?<!\w)(?:la )?varsta de (?P<n><number>){YEARS}{DONE}", by_band(_between("vârsta "))),
        way(rf"(?P<k>(?<!\w)(?!{LASTING}){people},? )(?:in etate |in varsta |cam |in jur )?de (?:vreo |aproximativ |circa |numai |doar |abia )?(?P<n><number>) (?:de )?ani(?!\w){NO_WORK}{DONE}", OF),
        way(rf"(?P<k>(?<!\w)(?!{LASTING})(?:copil|bebelus|fetit|baietel|fiic|fiu|prunc)\w{{0,6}} )de (?:un an si jumatate|un an|doi ani si jumatate|(?:<number>) (?:luni|saptamani))(?P<n>)(?!\w)", by_band({0: "foarte mic"})),
        way(rf"(?P<k>(?<!\w)(?:{have}) {FILL})(?:un an si jumatate|(?:<number>) (?:luni|saptamani))(?P<n>){END}", HAS),
        way(rf"(?P<k>(?<!\w)(?:copii|fii|fiice|fete|baieti|nepoti)\w{{0,3}},? )de (?P<n><number>)(?:, (?:<number>))*,? si (?P<n2><number>){YEARS}", OF),
        way(rf"(?<!\w)(?P<k>implinesc |implineste )(?P<n><number>)(?:{YEARS}|{END}| maine)", asked),
        way(r"(?P<k>(?<!\w)varsta\s?[:\u2013\u2014-]\s?)(?P<n><number>)(?: (?:de )?ani)?(?![\w-])", BESIDE),
        way(rf"(?:(?<=\w, )|(?<=\w \()|(?<=\w [\u2013\u2014-] ))(?:atunci |acum |doar |numai )?(?P<n><grown>){YEARS}(?=\s?[,.;)!]|$|\n)", BESIDE),
        way(rf"(?<=\w \()(?P<n><number>){YEARS}(?=[,;)])", BESIDE),
        way(r"(?<=\w \()(?P<n><grown>)(?=[,;)])|(?<=\w, )(?P<n2><grown>)(?=, (?!\d|<number>))", BESIDE),
        way(r"(?<!\w)(?:in|intr)(?: |-)?(?:cel de-)?al (?P<n_less><ordinal>) an de viata(?!\w)", WHEN),
        way(rf"(?<![\w-])(?<!suta )(?<!sute )(?<!mii )(?<!ore, )(?<!zile, )(?P<n><bare>)(?:{END}|{WHO})(?! (?:de|la suta))", asked),
    )  # fmt: skip


def _goes(told: Told) -> str:
    """mergea pe nouăsprezece ani: was going on nineteen."""
    verb = told.found[0].split(" ")[0]
    return f"{ {'mergea': 'avea', 'mergeam': 'aveam', 'merge': 'are', 'merg': 'am'}[verb] } {HAS(told)}"


@cache
def ordinals() -> dict[str, int]:
    """Ordinals in words and in figures (al nouăsprezecelea, al 19-lea), folded, to their numbers."""
    found = {f"{number}-lea": number for number in range(2, 100)}
    return found | {f"{word}lea": number for word, number in number_words("ro").items() if word.endswith(("e", "i"))}
