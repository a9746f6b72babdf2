"""What tells close languages apart better than a model of letter groups: their alphabets and small words."""

import re
from collections import Counter, defaultdict

# Letters beyond the base alphabet of each language; a letter that a language does not have speaks against
# it. Turkish has ý ð þ as well: old pages have them for ı ğ ş. Languages that are not here are not judged.
ALPHABETS = {
    "ru": "ёыэъщй", "be": "ёыэўійʼ", "uk": "іїєґщй", "bg": "ъщй", "mk": "јљњџќѓѕ", "sr": "јљњџћђ",
    "kk": "ёыэъщйәғқңөұүһі", "mn": "ёыэъщйөү", "ky": "ёыэъщйөүң", "tt": "ёыэъщйәөүҗңһ", "tg": "ёэъйғӣқӯҳҷ",
    "ba": "ёыэъщйәөүҗңһғҙҡҫ", "pt": "áâãàçéêíóôõúü", "gl": "áéíóúüïñ", "es": "áéíóúüñ", "ca": "àçéèíïóòúü",
    "it": "àèéìíîòóùú", "fr": "àâæçéèêëîïôœùûüÿ", "oc": "àáçéèíïóòú", "ro": "ăâîșțşţ", "de": "äöüß",
    "nl": "éëïóöüèáê", "af": "éèêëïôöûáíóúŉ", "sv": "åäöé", "da": "åæøé", "no": "åæøéòôó", "fi": "äöå",
    "et": "äöõüšž", "tr": "çğıöşüâîûýðþ", "az": "çəğıöşü", "pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž",
    "sk": "áäčďéíĺľňóôŕšťúýž", "sl": "čšž", "hr": "čćđšž", "bs": "čćđšž", "hu": "áéíóöőúüű",
    "lt": "ąčęėįšųūž", "lv": "āčēģīķļņšūž", "sq": "çë", "eu": "ñç", "eo": "ĉĝĥĵŝŭ", "cy": "âêîôûŵŷïöáé",
    "ga": "áéíóú", "id": "é", "ms": "", "sw": "", "la": "", "tl": "ñ", "ht": "àèò", "is": "áéíðóúýþæö",
    "en": "é",
}  # fmt: skip
# Letters that some language above has and others have not.
TELLING = frozenset("".join(ALPHABETS.values()))
# Small words that a sentence of the language is likely to have and its neighbours are not.
SMALL_WORDS = {
    "en": "the of and is was that with for from by has have been are this his her not on an to what",
    "fr": "le les des du une est dans qui que pour sur par avec au aux pas ne sont il elle cette vous et",
    "es": "el los las del una es en que y por con para se al su como más está fue pero muy hay lo",
    "pt": "o os as do dos da das um uma em no na nos nas não com para por que se ao à mais foi são é e",
    "it": "il lo gli della dei delle del di che è per con una non sono nel nella dal alla si da al le e",
    "de": "der die das und ist nicht mit von dem den ein eine auf für im zu sich des wird bei nach",
    "nl": "de het een van en is niet met voor op dat die zijn aan door bij naar ook wordt wat",
    "ca": "els les amb una dels és per que i al del seva seu aquest aquesta han ha no",
    "gl": "unha dunha co coa cos polo pola non máis é á ó ao os as do da dos das e na no nas nos que",
    "tr": "ve bir bu için ile da de olarak daha gibi olan çok ne değil sonra kadar",
    "ru": "и в не на что с он как по к из за от его это для мы вы я ты то было бы так ему уже или",
    "uk": "і в не на що з він як по до за від його це для та у й але або",
    "bg": "и в не на че с той като по от за до се е са да си я му ще",
    "mk": "и во не на дека со тој како по од за до се е да ќе",
    "sr": "и у не на да са он као по од за до се је су",
    "id": "yang dan di dari untuk dengan pada ini itu dalam tidak akan oleh telah",
    "af": "die en van is nie het vir met 'n op wat te aan in om sy",
    "la": "et in est non ad cum qui quod ut sed ex per",
    "eo": "la kaj de estas en al ne kun por pri ke",
}
LANGUAGES_OF = defaultdict[str, list[str]](list)
for _language, _words in SMALL_WORDS.items():
    for _word in _words.split():
        LANGUAGES_OF[_word].append(_language)
WORD = re.compile(r"[^\W\d_][\w'’]*")


def foreign_letters(text: str) -> dict[str, int]:
    """How many different letters of a lower-case text each language does not have."""
    found = TELLING.intersection(text)
    return {language: len(found.difference(own)) for language, own in ALPHABETS.items()} if found else {}


def small_words(text: str) -> dict[str, int]:
    """How many words of a lower-case text are small words of each language."""
    votes = Counter[str]()
    for word in WORD.findall(text):
        votes.update(LANGUAGES_OF.get(word, ()))
    return votes
