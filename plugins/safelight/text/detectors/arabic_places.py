"""Arabic names of streets, towns, schools and works: a word for the kind in the construct state, and the name behind it.

Arabic has no capitals; but a kind without article before a word with one (مدرسة الأمل) is one certain school, while an
adjective agrees (مدرسة كبيرة, المدرسة الكبيرة). What remains is the kind. Words behind which no name stands are listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.text.detectors.found import Found
from safelight.text.detectors.windows import Signs
from safelight.text.languages import writing
from safelight.text.reading import Reading

CLITICS = "[وفبلك]{0,2}"
STREETS = "شارع|زقاق|حاره|درب|نهج|جاده|اوتوستراد"
PLACES = "مدينه|بلده|قريه|مخيم|محافظه|ناحيه|قضاء|ضيعه|ضاحيه|ولايه|بلديه|مديريه|دوار|حي|منطقه|جزيره|عزبه|كفر"
WORKS = (
    "مدرسه|ثانويه|اعداديه|ابتداييه|روضه|جامعه|معهد|كليه|فندق|مقهي|مطعم|نادي|شركه|مصنع|معمل|مزرعه|مستشفي|مشفي|عياده|وكاله|كنيسه|مسجد|جامع|"
    "متجر|صيدليه|مكتبه|فرن|مخبز|سجن|نزل|صالون|مول|ملهي|جمعيه|مصرف|بنك"
)
BUILDINGS = "منزل|بيت|شقه|غرفه|بنايه|عماره|مبني|فيلا|محل|البنايه|العماره|الشقه|الغرفه|المنزل|المبني|الطابق|طابق"
TWO_WORDS = "عبد|ابن|ابو|ابي|ام|ذو|ذي|صلاح|نور|سيف|باب|بني|تل|عين|راس|بءر|بير|دير|بيت|كفر|خان|جبل|وادي|نهر|رام|بور|حي|شيخ|سيدي|القديس|الشيخ|السيده|الامام|الملك|الملكه|الامير"
"""First words of names that are never one word."""
GENERIC = frozenset(
    "الحدود الخطر الخليج اللاجئين اللاجيين النازحين الملاهي الالعاب الشرق الجنوب الشمال الغرب العمل الاصل المنشا الفقراء الاغنياء النزاع الحرب الوسط الساحل "
    "الاطفال البنات البنين الذكور الاناث القريه المدينه الحي الحكومه الدوله اللغات اللغه الطب الهندسه الحقوق الاداب العلوم التربيه الولاده النساء "
    "الشرطه الملابس الحلويات الاحذيه النسيج الخياطه السيارات التوظيف السفر السياحه الطيران الانباء الاسنان العيون الايتام العجزه المسنين الجامعه "
    "المدرسه التجميل الاتصالات النقل الشحن الامن التنظيف البناء المطار المحطه الطرق الاحداث الرجال الزوج الاهل العايله العاءله التي الذي الذين ايضا الان "
    "اليوم امس هناك هنا كل اخري اخر نفسه نفسها ذاتها ذاته جديد كبير صغير فقير مجاور قريب بعيد اخرى في من الي على علي عن مع قرب بين خارج داخل عند "
    "حيث حين عندما ثم او و لا ما ليس كان كانت هي هو ذات ذو مليء خاص عام رءيسي رييسي فرعي خلفي ضيق طويل واسع مظلم مزدحم هادئ هادي تركي عربي كردي اجنبي محلي "
    "شعبي راق حديث قديم حكومي ليلي ليليه دولي كامل واحد معروف مجهول حدودي ساحلي جبلي ريفي صناعي زراعي تجاري سكني مكتظ موقت مدمر امن تقع يقع تعج يعج تحت فوق امام وراء اسمها اسمه يدعي حتي بل هذه هذا تلك".split()
)
"""Words that tell a kind's purpose, owner or look, and no name."""
VERB = re.compile(r"[تي]\w{3,}|\w{2,}ت|\w+ه|\w+ها|[لبوف]ا?ل?\w*|ال\w+")
"""What follows an indefinite kind and is no name: a verb, an adjective in ة, a word with something written onto it."""
NUMBER = r"(?:[،,]?\s(?:رقم|بنايه|مبني|منزل|عماره|شقه|الطابق)?\s?\d{1,4}(?!\w))?"
NAME = rf"(?P<name>(?:(?:{TWO_WORDS})\s)?\w{{2,30}})"
NAMED = re.compile(
    rf"(?<!\w){CLITICS}(?P<kind>{STREETS}|{PLACES}|{WORKS})\s{NAME}(?P<more>(?:\sال\w{{3,20}}يه?(?!\w)){{0,2}}){NUMBER}"
)
NUMBERED = re.compile(
    rf"(?<!\w){CLITICS}(?P<kind>{BUILDINGS}|{STREETS}|{WORKS})(?:\s(?:رقم|رقمها|رقمه))?\s?\d{{1,4}}(?!\w)(?!\s(?:اشخاص|افراد|نساء|رجال|اطفال|متر|نجوم|سنوات|اشهر|ايام))"
)
FLOOR = re.compile(r"(?<!\w)(?P<kind>الطابق)\sال\w{3,8}(?=[،,]\s(?:شقه|الشقه|رقم))")
SIGNS = Signs(rf"{CLITICS}(?:{STREETS}|{PLACES}|{WORKS}|{BUILDINGS})$")
BEHIND = 90
"""Characters behind the kind that a name may take."""
STREET_KINDS, PLACE_KINDS = frozenset(STREETS.split("|")), frozenset(PLACES.split("|"))


def find(reading: Reading, lang: str) -> Iterator[Found]:
    """Names behind words for streets, towns, schools and works, and the numbers of houses and flats."""
    if lang != "ar":
        return
    for window in SIGNS.windows(reading, 4, BEHIND):
        for found in NUMBERED.finditer(reading.folded, *window):
            yield Found(found.end("kind"), found.end(), "address", "house-number", "")
        for found in FLOOR.finditer(reading.folded, *window):
            yield Found(found.end("kind"), found.end(), "address", "house-number", "")
        for found in NAMED.finditer(reading.folded, *window):
            if _is_name(found):
                kind = "organisation" if found["kind"] in WORKS.split("|") else "address"
                yield Found(found.end("kind"), found.end(), kind, "named-behind-its-kind", "")


def _is_name(found: re.Match[str]) -> bool:
    first = found["name"].split()[0]
    if first in GENERIC or first.isdigit() or first.endswith(("ها", "هم", "نا")):
        return False
    if first.startswith("ال"):
        return True
    if " " in found["name"]:
        return first not in ("بيت", "نور") or found["kind"] in PLACE_KINDS
    if found["kind"] in PLACE_KINDS or found["kind"] in STREET_KINDS:
        return not VERB.fullmatch(first)
    return writing("ar").names(first)
