"""Dates as newspapers write them: months by name in many languages, day before month, Arabic digits."""

from collections.abc import Iterator
from datetime import date

import regex
from dateutil import parser as dateutil_parser

from vocabulary.folding import Letters

# Months by language, January first; several names of a month are divided by a slash. Arabic has three
# sets: of Egypt and the Gulf, of the Levant and Iraq, of Morocco, of Algeria and Tunisia.
MONTHS = (
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep/sept oct nov dec",
    "janvier/janv fevrier/fevr mars avril/avr mai juin juillet/juil aout septembre octobre novembre decembre",
    "enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre noviembre diciembre/dic",
    "janeiro fevereiro/fev marco abril maio/mai junho julho agosto setembro/set outubro/out novembro dezembro/dez",
    "gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre ottobre/ott novembre dicembre",
    "januar/janner februar/feber marz/maerz april mai juni juli august september oktober/okt november dezember/dez",
    "januari februari maart/mrt april mei juni juli augustus september oktober november december",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik",
    "يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر",
    "- شباط اذار نيسان ايار حزيران تموز اب ايلول - - -",
    "يناير فبراير مارس ابريل ماي يونيو يوليوز غشت شتنبر اكتوبر نونبر دجنبر",
    "جانفي فيفري مارس افريل ماي جوان جويليه اوت سبتمبر اكتوبر نوفمبر ديسمبر",
    # Other languages whose news pages carry dates. Croatian is left out: its "listopada" is October, that
    # of Poles and Ukrainians November.
    "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "ledna února března dubna května června července srpna září října listopadu prosince",
    "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
    "januar februar marts april maj juni juli august/augusti september oktober november december/desember",
    "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta "
    "marraskuuta joulukuuta",
    "január február március április május június július augusztus szeptember október november december",
    "januari februari maret april mei juni juli agustus september oktober november desember",
    "januar februar mart april maj jun jul avgust septembar oktobar novembar decembar",
    "јануар/јануара фебруар/фебруара март/марта април/априла мај/маја јун/јуна јул/јула август/августа "
    "септембар/септембра октобар/октобра новембар/новембра децембар/децембра",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня",
    "януари февруари март април май юни юли август септември октомври ноември декември",
    "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου "
    "δεκεμβρίου",
    "ינואר/בינואר פברואר/בפברואר מרץ/במרץ אפריל/באפריל מאי/במאי יוני/ביוני יולי/ביולי אוגוסט/באוגוסט "
    "ספטמבר/בספטמבר אוקטובר/באוקטובר נובמבר/בנובמבר דצמבר/בדצמבר",
    "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
    "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर/सितम्बर अक्टूबर/अक्तूबर नवंबर/नवम्बर दिसंबर/दिसम्बर",
)
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯", "0123456789" * 4)
LETTERS = Letters()


def fold_letters(text: str) -> str:
    """The text folded letter by letter, so that offsets hold."""
    return text.translate(DIGITS).translate(LETTERS)


MONTH_NUMBERS = {
    fold_letters(name): number
    for names in MONTHS
    for number, month in enumerate(names.split(), start=1)
    for name in month.split("/")
    if name != "-"
}
MONTH_NUMBERS |= {
    "كانون الثاني": 1, "تشرين الاول": 10, "تشرين الثاني": 11, "كانون الاول": 12,
}  # fmt: skip
# Any word may stand for a month and is looked up: hundreds of alternatives at every word would be slow.
_NAMES = r"(?:(?:كانون|تشرين) )?\p{L}[\p{L}\p{M}]{1,15}"
# Arabic news often gives both of a month's names: نيسان / أبريل.
_AGAIN = r"\s?/\s?\p{Arabic}{2,12}"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)"
# Folded text: lower case, without accents.
FORMS = tuple(
    regex.compile(form)
    for form in (
        rf"(?<!\d){_YEAR}\s?[-/.年년]\s?(?P<month>[01]?\d)\s?[-/.月월]\s?{_DAY}(?!\d|[-–~]\d{{1,2}}(?!\d))",
        rf"(?<!\d){_DAY}(?:er|st|nd|rd|th|o|\.)?,?\s*(?:de |d'|of )?\s*(?P<name>{_NAMES})\b\.?,?(?:{_AGAIN})?\s*(?:de |del |of )?\s*{_YEAR}(?!\d)",
        rf"\b(?P<name>{_NAMES})\.?\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}[.,]?\s+(?P<name>{_NAMES})\s+{_DAY}(?!\d)",
        rf"(?<!\d){_DAY}\s?[-/.]\s?(?P<month>[01]?\d)\s?[-/.]\s?{_YEAR}(?!\d)",
    )
)
YEAR = regex.compile(r"(?:19|20)\d\d")
ISO_DAY = regex.compile(r"\d{4}-\d{2}-\d{2}(?:$|[T ])")


def dates_in(text: str, *, month_first: bool = False) -> Iterator[tuple[date, int, int]]:
    """The full dates written in a text, with their spans, in order.

    ``month_first`` reads 02/01/2025 as American newspapers do. Dates that do not exist are left out.
    """
    if not YEAR.search(text.translate(DIGITS)):
        return  # no form is without a year, and most lines of a page have none
    folded = fold_letters(text)
    found = []
    for form in FORMS:
        for match in form.finditer(folded):
            day = date_of(match.groupdict(), month_first)
            if day:
                found.append((match.start(), -match.end(), day, match.end()))
    position = 0
    for start, _, day, end in sorted(found):
        if start >= position:
            yield day, start, end
            position = end


def date_of(parts: dict[str, str | None], month_first: bool) -> date | None:
    name = parts.get("name")
    month = MONTH_NUMBERS.get(name, 0) if name else int(parts["month"] or 0)
    day = int(parts["day"] or 0)
    if month_first and not name and day <= 12:
        day, month = month, day
    try:
        return date(int(parts["year"] or 0), month, day)
    except ValueError:
        return None


def metadata_date(text: str) -> date | None:
    """The day of a date in a field of its own: ISO 8601, RFC 2822, or as newspapers write it; else None."""
    text = text.strip().translate(DIGITS)
    if ISO_DAY.match(text):
        try:
            return date.fromisoformat(text[:10])
        except ValueError:
            return None
    written = next(dates_in(text), None)
    if written:
        return written[0]
    if not regex.search(r"\d{4}", text):
        return None
    try:
        # A default far off shows parts that the text does not give: they must not be invented.
        one, other = (
            dateutil_parser.parse(text, default=default, dayfirst=not text[:4].isdigit(), ignoretz=True)
            for default in (DEFAULT_ONE, DEFAULT_OTHER)
        )
    except (ValueError, OverflowError, TypeError):
        return None
    return one.date() if one.date() == other.date() else None


DEFAULT_ONE = dateutil_parser.parse("2001-01-01")
DEFAULT_OTHER = dateutil_parser.parse("2002-02-02")
