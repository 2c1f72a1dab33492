"""Each disguise is found by the decoder or reading that is made for it, and by no luck: without it, the test fails."""

from __future__ import annotations

import base64
import codecs
import gzip
import quopri
import zlib
from collections.abc import Callable
from urllib.parse import quote

import pytest
from safelight.leakgate import readings, vocabulary
from safelight.leakgate.decoders import DECODERS
from safelight.leakgate.encoded_runs import ENCODED_RUNS
from safelight.leakgate.needles import needles
from safelight.leakgate.search import Searcher
from safelight.model.vault import Person, PersonName, Place, Vault

VAULT = Vault(
    people=(
        Person("p-1", (PersonName("ru", "Залина", "Руслановна", "Магомедова"), PersonName("en", "Zalina", family="Magomedova")),
               also=("Зара", "Зура"), identifiers=("+7 928 555 01 17", "zalina@mail.example", "@zalina_m", "8207 123456", "AN-443321", "q77x@mail.example")),
        Person("p-2", (PersonName("ru", "Вера", family="Мороз"), PersonName("en", "Hope", family="King"))),
        Person("p-3", (PersonName("ru", "Рустам", family="Гаджиев"),)),
        Person("p-4", (PersonName("en", "Kamilla", family="Dzhabrailova"),)),
        Person("p-8", (PersonName("ru", "Бребруров"),)),
        Person("p-6", (PersonName("en", "Katex"), PersonName("ru", "Саваров"))),
        Person("p-7", (PersonName("uk", "Олексій"), PersonName("ru", "Олеся"))),
        Person("p-5", (PersonName("ar", "خديجة", family="الزيات"),)),
    ),
    places=(Place("pl-1", ("Буйнакск", "Buynaksk"), {}), Place("pl-2", ("Нижние Мхи",), {}), Place("pl-3", ("Дагестан",), {})),
)  # fmt: skip
NEEDLES = needles(VAULT)


def found(data: bytes) -> set[str]:
    return {owner for hit in Searcher(NEEDLES).search(data) for owner in hit.word.ids}


RU = "Залина"
DISGUISES: dict[str, tuple[str, bytes]] = {
    # name: (the decoder or reading that it needs, bytes)
    "tags": ("split by tags", "<p>За<b>ли</b>на</p>".encode()),
    "CSS class and name": ("split by tags", '<i class="a b">Ма</i><b>го</b><u>ме</u>дова'.encode()),
    "number across tags": ("split by tags", b"<b>+7 928</b> <i>555 01</i> 17"),
    "a letter to each element": (
        "split by tags",
        "<td>З</td> <td>а</td> <td>л</td> <td>и</td> <td>н</td> <td>а</td>".encode(),
    ),
    "comment inside": ("split by tags", "За<!-- > -->лина".encode()),
    "between two comments, the first of which is empty": ("split by tags", "<!-->За<b>ли</b>на<!-- -->".encode()),
    "behind a comment that ends with an exclamation mark": ("split by tags", "<!-- --!>За<b>ли</b>на<!-- -->".encode()),
    "CDATA inside": ("split by tags", "За<![CDATA[ли]]>на".encode()),
    "decimal entities": ("entities|character codes", "".join(f"&#{ord(c)};" for c in RU).encode()),
    "named entities": ("entities", b"Z&aacute;lin&aacute;"),
    "entities twice": ("entities", "".join(f"&amp;#x{ord(c):x};" for c in RU).encode()),
    "percent": ("percent", quote(RU).encode()),
    "percent twice": ("percent", quote(quote(RU)).encode()),
    "percent windows-1251": ("percent", quote(RU.encode("cp1251")).encode()),
    "percent u": ("percent", "".join(f"%u{ord(c):04X}" for c in RU).encode()),
    "JSON escapes": ("escapes", "".join(f"\\u{ord(c):04x}" for c in RU).encode()),
    "JS braces": ("escapes", "".join(f"\\u{{{ord(c):x}}}" for c in RU).encode()),
    "CSS escapes": ("escapes", "".join(f"\\{ord(c):x} " for c in RU).encode()),
    "CSS needless backslash": ("escapes", b"\\Zal\\ina"),
    "octets": ("escapes", "".join(f"\\x{b:02x}" for b in RU.encode()).encode()),
    "octal": ("escapes", "".join(f"\\{b:03o}" for b in RU.encode()).encode()),
    "quoted-printable": ("quoted-printable", quopri.encodestring(RU.encode())),
    "UTF-16 LE": ("utf-16", RU.encode("utf-16-le")),
    "UTF-16 BE": ("utf-16", RU.encode("utf-16-be")),
    "UTF-7": ("utf-7|base64", RU.encode("utf-7")),
    "UTF-7 of one letter": ("utf-7", b"Zal+AO0-na"),
    "spelled with spaces": ("spelled out", " ".join(RU).encode()),
    "spelled with dashes": ("spelled out", " – ".join(RU).encode()),
    "spelled in two groups": ("spelled out", "З·а·л и·н·а".encode()),
    "spelled with commas": ("spelled out", ", ".join(RU).encode()),
    "at and dot": ("at-and-dot", b"q77x (at) mail (dot) example"),
    "end of line": ("hyphenated", "Магоме-\nдова".encode()),
    "digits of Nagari": ("other digits", b"+" + "".join(chr(0x966 + int(c)) for c in "79285550117").encode()),
    "Arabic digits": ("other digits", "+٧ ٩٢٨ ٥٥٥ ٠١ ١٧".encode()),
    "strings put together": ("added up", 'say("За" + "лина")'.encode()),
    "letters of a list in JSON": ("spelled out", '["З", "а", "л", "и", "н", "а"]'.encode()),
    "small capitals": ("plain", "Zᴀʟɪɴᴀ".encode()),
    "letters of flags": ("plain", "🇿🇦🇱🇮🇳🇦".encode()),
    "braces with x": ("escapes", "".join(f"\\x{{{ord(c):x}}}" for c in RU).encode()),
    "base64 of what zlib packed": ("base64", base64.b64encode(zlib.compress(f"so {RU} said".encode()))),
    "base64 in lines of what gzip packed": (
        "base64 across lines",
        base64.encodebytes(gzip.compress(bytes(range(33, 127)) + b" " + RU.encode())),
    ),
    "hexadecimal, 1251": ("hexadecimal", RU.encode("cp1251").hex().encode()),
    "kerned": ("kerned", b"[(Magom)-20(edova)] TJ"),
    "base64": ("base64", base64.b64encode(RU.encode())),
    "base64, offset 1": ("base64", base64.b64encode(b"x " + RU.encode())),
    "base64, offset 2": ("base64", base64.b64encode(b"xx " + RU.encode())),
    "base64url": ("base64", base64.urlsafe_b64encode(b"?~ " + RU.encode())),
    "base64 of UTF-16": ("base64", base64.b64encode(RU.encode("utf-16-le"))),
    "base64 of UTF-16, capitals alone": ("base64", base64.b64encode("Бребруров".encode("utf-16-le"))),
    "base64 of KOI8-R": ("base64", base64.b64encode(RU.encode("koi8-r"))),
    "base64 of percent": ("base64", base64.b64encode(quote(RU).encode())),
    "base64 in lines": ("base64 across lines", base64.encodebytes(b"- " * 27 + RU.encode() + b" -" * 20)),
    "hexadecimal": ("hexadecimal", RU.encode().hex().encode()),
    "hexadecimal, digits alone": ("hexadecimal", "Зура".encode("utf-16-be").hex().encode()),
    "hexadecimal behind a letter": ("hexadecimal", b"a" + RU.encode().hex().encode()),
    "hexadecimal apart": ("hexadecimal apart", RU.encode().hex(" ").encode()),
    "character codes": ("character codes", ",".join(str(ord(c)) for c in RU).encode()),
    "inflected": ("plain", "с Залиною".encode()),
    "capitals": ("plain", "ЗАЛИНОЙ".encode()),
    "decomposed": ("plain", b"Z\xcc\x81alina"),
    "full width": ("plain", "Ｚａｌｉｎａ".encode()),
    "invisible": ("plain", "За\u200bли\u00adна".encode()),
    "camelCase": ("camelCase", "фотоЗалинаМоре".encode()),
    "joined": ("joined", "За-ли-на".encode()),
    "initial joined": ("joined", "З.Магомедов.а".encode()),
    "handle": ("identifier", b"t.me/zalina_m"),
    "document number": ("identifier", b"AN443321"),
    "transliterated": ("transliterated", b"Gadjiev"),
    "German transliteration": ("transliterated", "Gadžiev".encode()),
    "transliterated joined": ("transliterated-joined", b"gad-jiev"),
    "transliterated camelCase": ("transliterated-camelCase", b"theGadjievCase"),
    "reversed": ("reversed", RU[::-1].encode()),
    "rot13": ("rot13", codecs.encode("Zalina", "rot13").encode()),
    "leetspeak": ("leetspeak", b"Z4l1n4"),
    "leetspeak, 1 for l": ("leetspeak-2", b"Za1ina"),
    "leetspeak, Cyrillic": ("leetspeak-cyrillic", "3алин4".encode()),
    "leetspeak, Cyrillic 2": ("leetspeak-cyrillic-2", "За!ина".encode()),
    "look-alikes in a Cyrillic name": ("look-alikes-cyrillic", "Магoмeдова".encode()),
    "look-alikes in a Latin name": ("look-alikes-latin", "Zаlіnа".encode()),
    "и for u": ("look-alikes-latin-2", "Bиynaksk".encode()),
    "KOI8-R read as Latin-1": ("koi8-u-as-1252", RU.encode("koi8-r").decode("latin-1").encode()),
    "KOI8-U read as Latin-1": ("koi8-u-as-1252", "Олексій".encode("koi8-u").decode("latin-1").encode()),
    "866 read as Latin-1": ("cp866-as-1252", RU.encode("cp866").decode("latin-1").encode()),
    "ISO 8859-5 read as Latin-1": ("iso8859-5-as-1252", RU.encode("iso8859-5").decode("latin-1").encode()),
    "Mac Cyrillic read as Latin-1": (
        "mac-cyrillic-as-1252",
        "Магомедова".encode("mac-cyrillic").decode("latin-1").encode(),
    ),
    "1256 read as 1252": ("cp1256-as-1252", "خديجة".encode("cp1256").decode("latin-1").encode()),
    "ISO 8859-6 read as Latin-1": ("iso8859-6-as-1252", "خديجة".encode("iso8859-6").decode("latin-1").encode()),
    "a Latin name all in Cyrillic letters": ("look-alikes-all-latin", "Катех".encode()),
    "a Cyrillic name all in Latin letters": ("look-alikes-all-cyrillic", b"Cabapob"),
    "1251 read as 1252": ("cp1251-as-1252", "Магомедова".encode("cp1251").decode("cp1252").encode()),
    "UTF-8 read as Latin-1": ("utf-8-as-1252", "Залина".encode().decode("latin-1").encode()),
    "UTF-8 read as 1251": ("utf-8-as-1251", "Олеся".encode().decode("cp1251").encode()),
    "punycode": ("punycode", "залина".encode("idna")),
}


@pytest.mark.parametrize("name", DISGUISES)
def test_disguise_is_found(name: str) -> None:
    assert found(DISGUISES[name][1])


@pytest.mark.parametrize("name", DISGUISES)
def test_disguise_is_found_in_the_middle_of_text(name: str) -> None:
    if DISGUISES[name][0] != "utf-16":
        assert found(b"before it \n" + DISGUISES[name][1] + b"\n and after")


@pytest.mark.parametrize("switched", [*DECODERS, *ENCODED_RUNS, *readings.READINGS])
def test_nothing_can_be_switched_off_unseen(switched: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for table in (DECODERS, ENCODED_RUNS, readings.READINGS):
        if switched in table:
            monkeypatch.delitem(table, switched)
    assert not all(found(data) for needed, data in DISGUISES.values() if switched in needed.split("|"))
    assert any(switched in needed.split("|") for needed, _ in DISGUISES.values())


RAW = {  # spelled so that no other table reads the same: capitals and small letters lie apart in some, together in others
    "koi8-u": RU, "cp1251": RU.upper(), "cp866": RU.lower(), "iso8859-5": RU, "mac-cyrillic": RU,
    "cp1256": "خديجة", "iso8859-6": "خديجة",
}  # fmt: skip


@pytest.mark.parametrize("charset", [charset for charset in readings.CHARSETS if charset != "utf-8"])
def test_no_encoding_of_bytes_can_be_switched_off_unseen(charset: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = RAW[charset].encode(charset)
    assert found(data)
    monkeypatch.setattr(vocabulary, "CHARSETS", tuple(one for one in readings.CHARSETS if one != charset))
    assert not found(data)


@pytest.mark.parametrize(
    ("text", "owner", "why"),
    [
        ("Магомедовой", "p-1", "family name, case"),
        ("Магомедовых", "p-1", "plural"),
        ("Залинин дом", "p-1", "possessive"),
        ("Зарою", "p-1", "instrumental in -ою of another name"),
        ("буйнакского", "pl-1", "adjective of place"),
        ("дагестанцы", "pl-3", "people of a place"),
        ("Dagestani", "pl-3", "English adjective of a transliterated place"),
        ("в Нижних Мхах", "pl-2", "place of two words, inflected"),
        ("nizhnie-mhi", "pl-2", "place of two words, transliterated"),
        ("Залинанын", "p-1", "Kyrgyz case"),
        ("وزالينا", "p-1", "Arabic, not registered in it, with a clitic"),
        ("غادجييف", "p-3", "Arabic by ear"),
        ("Камиллой", "p-4", "Cyrillic, not registered in it, inflected"),
        ("Khadija", "p-5", "Latin of an Arabic name"),
        ("zmagomedova", "p-1", "initial and family name in one word"),
        ("magomedova-zalina", "p-1", "reversed order"),
        ("8(928)5550117", "p-1", "trunk prefix"),
        ("928-555-01-17", "p-1", "without the country's code"),
        ("007 9285550117", "p-1", "00 for +"),
        ("8207123456", "p-1", "document number without a space"),
        ("tel:+79285550117", "p-1", "in an address"),
        ("mailto:zalina%40mail.example", "p-1", "in an address, escaped"),
        ("H. King", "p-2", "initial with a family name that is a word"),
        ("Вера Мороз", "p-2", "two words that are both ordinary, together"),
        ("he asked Hope about it", "p-2", "capital in the middle of a sentence"),
        ("он увидел Веру и ушёл", "p-2", "the same in Russian"),
    ],
)  # fmt: skip
def test_form_is_found(text: str, owner: str, why: str) -> None:
    assert owner in found(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "There is hope for a king in May. Hope is a good word.",
        "вера и надежда, мороз и солнце; Вера без дел мертва.",
        "Малина и магазин, any line, 2006–2008, 202,478 people, 12 345 678",
        "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU= e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "لا شيء هنا، كتاب جديد عن الهجرة والعمل.",
        "нижние этажи и зелёные мхи",
        "за\u00a0лина, ма\u202fгомедова",  # parted by spaces that break no line
    ],
)
def test_ordinary_text_raises_no_alarm(text: str) -> None:
    assert not found(text.encode())


def test_addresses_at_one_provider_are_told_apart() -> None:
    people = tuple(Person(f"p-{n}", (), identifiers=(f"q{n:04d}x@mail.example",)) for n in range(3000))
    made = needles(Vault(people))
    assert max(map(len, made.forms.values())) < 10
    assert {owner for hit in Searcher(made).search(b"q0042x@mail.example") for owner in hit.word.ids} == {"p-42"}


@pytest.mark.parametrize(
    ("text", "owner", "why"),
    [
        ("it was a storm", "", "a handle that is a word, in a sentence"),
        ("write to @storm", "p-1", "a handle that is a word, addressed"),
        ("https://t.me/storm", "p-1", "the same in an address"),
        ("недели шли", "", "a form of a rare name that is also a word"),
        ("она видела Недели у дома", "p-2", "the same form with a capital inside a sentence"),
        ("Неделю Кравчук", "p-2", "the same beside the family name"),
        ("evil", "", "a word as it stands, and a name reversed"),
        ("dan edi", "", "short guessed spellings"),
        ("her son Danya", "", "a guessed spelling of another word"),
        ("the girl Dana said", "p-4", "a short registered name, with a capital inside a sentence"),
    ],
)
def test_ordinary_words_need_a_companion(text: str, owner: str, why: str) -> None:
    vault = Vault(
        people=(
            Person("p-1", (PersonName("en", "Zlatimira"),), identifiers=("@storm",)),
            Person("p-2", (PersonName("ru", "Неделя", family="Кравчук"),)),
            Person("p-3", (PersonName("en", "Live"),)),
            Person("p-4", (PersonName("ru", "Дана"), PersonName("en", "Dana"))),
        )
    )
    assert {owner for hit in Searcher(needles(vault)).search(text.encode()) for owner in hit.word.ids} == (
        {owner} - {""}
    )


def test_a_hit_is_found_again_in_the_next_text() -> None:
    searcher = Searcher(NEEDLES)
    for data in (RU.encode(), base64.b64encode(RU.encode())):
        assert searcher.search(data) and searcher.search(data)


def test_what_is_decoded_less_because_it_is_deep_is_not_remembered_as_clean() -> None:
    searcher = Searcher(NEEDLES)
    packed = base64.b64encode(base64.b64encode(base64.b64encode(RU.encode())))
    assert not searcher.search(base64.b64encode(packed))  # four deep
    assert searcher.search(packed)


def test_the_bearer_of_a_word_is_found_behind_hundreds_of_namesakes() -> None:
    people = [
        Person(f"p-{n}", (PersonName("ru", "Вера", family=f"Мороз{'бвгдж'[n % 5]}ова{'кл'[n % 2]}"),))
        for n in range(300)
    ]
    searcher = Searcher(needles(Vault((*people, Person("p-last", (PersonName("ru", "Вера", family="Калина"),))))))
    assert "p-last" in {owner for hit in searcher.search("Вера Калина".encode()) for owner in hit.word.ids}


@pytest.mark.parametrize(
    "text",
    [
        "Вера <span class='big name'>Мороз</span>",
        "<td>Вера</td>\n<td>Мороз</td>",
        "<img alt='Вера Мороз' class='a'>",
        "<b>в</b> <i class='a b c d'>Нижних</i> <b class='x y z'>Мхах</b>",
    ],
)
def test_companions_are_seen_across_tags(text: str) -> None:
    assert found(text.encode())


def test_a_name_across_the_edge_of_two_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("safelight.leakgate.search.CHUNK", 1000)
    for at in range(985, 1005):
        assert found(b"x" * 5 + b" " * (at - 5) + RU.encode() + b" and more" * 200)


LONG: tuple[Callable[[], bytes], ...] = (
    lambda: b"a" * 300_000, lambda: "а-".encode() * 100_000, lambda: b"1 2" * 100_000, lambda: b"<" * 200_000,
    lambda: b"&#" * 100_000, lambda: b"%41" * 100_000, lambda: b"a b " * 50_000, lambda: b"=41" * 60_000,
    lambda: b"<!--" * 60_000, lambda: b"--><!--" * 40_000, lambda: b"<b>" * 100_000, lambda: b"x<b></b>" * 40_000,
    lambda: b"(at " * 60_000, lambda: b"1.2-3 4" * 40_000,
)  # fmt: skip


@pytest.mark.parametrize("made", LONG)
def test_hostile_text_takes_no_more_than_its_length(made: Callable[[], bytes]) -> None:
    found(made())  # a quadratic search would take minutes here
