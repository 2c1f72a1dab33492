"""Ukrainian noun phrases in another case: known head nouns only, so that no form is guessed."""

from __future__ import annotations

from functools import lru_cache

from safelight.text.inflection.shape import CASES, cased_like

HEADS = {
    # noun: gender, animate, then gent datv accs ablt loct
    "місто": "n міста місту місто містом місті", "містечко": "n містечка містечку містечко містечком містечку",
    "село": "n села селу село селом селі", "селище": "n селища селищу селище селищем селищі",
    "район": "m району району район районом районі", "регіон": "m регіону регіону регіон регіоном регіоні",
    "край": "m краю краю край краєм краї", "острів": "m острова острову острів островом острові",
    "аул": "m аулу аулу аул аулом аулі", "кишлак": "m кишлаку кишлаку кишлак кишлаком кишлаку",
    "область": "f області області область областю області", "країна": "f країни країні країну країною країні",
    "столиця": "f столиці столиці столицю столицею столиці", "республіка": "f республіки республіці республіку республікою республіці",
    "провінція": "f провінції провінції провінцію провінцією провінції", "долина": "f долини долині долину долиною долині",
    "місцевість": "f місцевості місцевості місцевість місцевістю місцевості",
    "вулиця": "f вулиці вулиці вулицю вулицею вулиці", "школа": "f школи школі школу школою школі",
    "громада": "f громади громаді громаду громадою громаді", "околиця": "f околиці околиці околицю околицею околиці",
    "подруга": "f подруги подрузі подругу подругою подрузі", "друг": "a друга другові друга другом другові",
    "мати": "f матері матері матір матір'ю матері", "мама": "f мами мамі маму мамою мамі",
    "батько": "a батька батькові батька батьком батькові", "сестра": "f сестри сестрі сестру сестрою сестрі",
    "брат": "a брата братові брата братом братові", "дочка": "f дочки дочці дочку дочкою дочці",
    "донька": "f доньки доньці доньку донькою доньці", "син": "a сина синові сина сином синові",
    "чоловік": "a чоловіка чоловікові чоловіка чоловіком чоловікові",
    "дружина": "f дружини дружині дружину дружиною дружині", "жінка": "f жінки жінці жінку жінкою жінці",
    "бабуся": "f бабусі бабусі бабусю бабусею бабусі", "дідусь": "a дідуся дідусеві дідуся дідусем дідусеві",
    "тітка": "f тітки тітці тітку тіткою тітці", "дядько": "a дядька дядькові дядька дядьком дядькові",
    "сусідка": "f сусідки сусідці сусідку сусідкою сусідці", "сусід": "a сусіда сусідові сусіда сусідом сусідові",
    "родичка": "f родички родичці родичку родичкою родичці", "родич": "a родича родичеві родича родичем родичеві",
    "дівчина": "f дівчини дівчині дівчину дівчиною дівчині", "хлопець": "a хлопця хлопцеві хлопця хлопцем хлопцеві",
    "торговець": "a торговця торговцеві торговця торговцем торговцеві",
    "вербувальник": "a вербувальника вербувальникові вербувальника вербувальником вербувальникові",
    "вербувальниця": "f вербувальниці вербувальниці вербувальницю вербувальницею вербувальниці",
    "експлуататор": "a експлуататора експлуататорові експлуататора експлуататором експлуататорові",
    "роботодавець": "a роботодавця роботодавцеві роботодавця роботодавцем роботодавцеві",
    "колега": "f колеги колезі колегу колегою колезі", "людина": "f людини людині людину людиною людині",
}  # fmt: skip
"""Head nouns of `say` and `relation`; m and n: inanimate masculine and neuter, a: a male being, f: feminine."""
ADJECTIVE = {
    "m": "ий ого ому ий им ому", "a": "ий ого ому ого им ому", "n": "е ого ому е им ому", "f": "а ої ій у ою ій",
}  # fmt: skip
SOFT = {
    "m": "ій ього ьому ій ім ьому",
    "a": "ій ього ьому ього ім ьому",
    "n": "є ього ьому є ім ьому",
    "f": "я ьої ій ю ьою ій",
}
UNCHANGED = frozenset({"її", "його", "їх", "їхній"})


@lru_cache(maxsize=4096)
def inflect_phrase(phrase: str, case: str) -> str | None:
    """`місто на півдні країни` in the locative; None where the head noun is not a known one."""
    if case in ("nomn", "voct"):
        return phrase
    column = CASES.index(case)
    words = phrase.split(" ")
    head = next((i for i, word in enumerate(words) if word.casefold() in HEADS), None)
    if head is None:
        return _substantive(words, column)
    gender, *forms = HEADS[words[head].casefold()].split()
    for index, word in enumerate(words[:head]):
        if word.casefold() in UNCHANGED:
            continue
        changed = _adjective(word, gender, column)
        if changed is None:
            return None
        words[index] = changed
    words[head] = cased_like(forms[column - 1], words[head])
    return " ".join(words)


def _adjective(word: str, gender: str, column: int) -> str | None:
    for table in (ADJECTIVE, SOFT):
        endings = table[gender].split()
        if word.casefold().endswith(endings[0]):
            return word[: -len(endings[0])] + endings[column]
    return None


def _substantive(words: list[str], column: int) -> str | None:
    """`знайома`, `її знайомий`: an adjective that is the head itself."""
    last = words[-1].casefold()
    if not last.endswith(("ома", "омий", "ена", "ений", "ана", "аний")) or any(
        w.casefold() not in UNCHANGED for w in words[:-1]
    ):
        return None
    changed = _adjective(words[-1], "f" if last.endswith("а") else "a", column)
    return None if changed is None else " ".join([*words[:-1], changed])
