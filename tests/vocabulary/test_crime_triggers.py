"""What the crime triggers of nine languages name: sentences as newspapers and the police write them."""

import pytest

from tests.indexer.making import named

NAMED = [
    # German, with the words of Austria and Switzerland
    ("de", "Der Unbekannte entriss der Frau die Handtasche.", "robbery"),
    ("de", "Er bedrohte die Kassiererin und forderte die Herausgabe von Bargeld.", "robbery"),
    ("de", "Zwei Maskierte begingen mit vorgehaltener Waffe einen Tankstellenraubüberfall.", "robbery"),
    ("de", "Einbrecher hebelten die Terrassentür auf.", "burglary"),
    ("de", "Die Täter brachen in eine Wohnung ein.", "burglary"),
    ("de", "Unbekannte drangen durch ein gekipptes Fenster ein.", "burglary"),
    ("de", "Die Zahl der Tageswohnungseinbrüche sank.", "burglary"),
    ("de", "Ein Einschleichdieb war unterwegs.", "burglary"),
    ("de", "Ein Pkw-Aufbrecher nahm das Navigationsgerät mit.", "theft"),
    ("de", "Die Trickdiebin bestahl eine Rentnerin.", "theft"),
    ("de", "Die Männer gaben sich als Polizisten aus.", "fraud"),
    ("de", "Nach einem Schockanruf übergab sie ihr Erspartes.", "fraud"),
    ("de", "Die Anklage lautet auf gewerbsmäßigen Betrug.", "fraud"),
    ("de", "Der Neffentrick ist auch in Graz bekannt.", "fraud"),
    ("de", "Er wurde wegen Kontoeröffnungsbetrugs gesucht.", "fraud"),
    ("de", "Er stach mehrfach auf den Kontrahenten ein.", "assault"),
    ("de", "Beim Raufhandel vor dem Lokal schritt die Polizei ein.", "assault"),
    ("de", "Die Polizei ermittelt wegen eines versuchten Tötungsdeliktes.", "attempted-homicide"),
    ("de", "Er soll seine Ehefrau getötet haben.", "homicide"),
    ("de", "Ein Mann zeigte sich in schamverletzender Weise.", "sexual-violence"),
    ("de", "Der Exhibitionist flüchtete.", "sexual-violence"),
    ("de", "Verdacht des sexuellen Missbrauchs von Unmündigen", "child-exploitation"),
    ("de", "Sie verkauften Suchtgift, der Suchtgifthandel blühte.", "drug-trafficking"),
    ("de", "Der Alkolenker musste den Führerschein abgeben.", "traffic-offence"),
    ("de", "Fahren in angetrunkenem Zustand", "traffic-offence"),
    ("de", "Gegen sie wird wegen Hausfriedensbruchs ermittelt.", "public-disorder"),
    ("de", "Er sperrte sich gegen die Festnahme.", "obstruction-of-justice"),
    # Dutch
    ("nl", "De bankhelpdeskfraude treft ouderen.", "fraud"),
    ("nl", "De uithalers werden in de haven betrapt.", "drug-trafficking"),
    ("nl", "Hij reed onder invloed en pleegde een vluchtmisdrijf.", "traffic-offence"),
    ("nl", "Bij een schietpartij raakten twee mannen gewond.", "assault"),
    ("nl", "Een inbreker werd op heterdaad betrapt.", "burglary"),
    ("nl", "Wederspannigheid en belemmering van de rechtsgang", "obstruction-of-justice"),
    # Russian: cases, and the articles of the criminal code
    ("ru", "Возбуждено дело по части 4 статьи 159 УК РФ.", "fraud"),
    ("ru", "Его обвиняют в мошенничестве в особо крупном размере.", "fraud"),
    ("ru", "Чиновник задержан при получении взятки.", "corruption"),
    ("ru", "Суд признал его виновным по статье 228.", "drug-offence"),
    ("ru", "Женщину задержали за сбыт наркотических средств.", "drug-trafficking"),
    ("ru", "Мужчина ударил ножом соседа.", "assault"),
    ("ru", "Грабители отобрали телефон у подростка.", "robbery"),
    ("ru", "Подозреваемый дал заведомо ложные показания.", "obstruction-of-justice"),
    # Turkish
    ("tr", "Şüpheli silahlı saldırıda yaralandı.", "assault"),
    ("tr", "Torbacılara yönelik operasyonda gözaltılar var.", "drug-trafficking"),
    ("tr", "Kendini savcı olarak tanıtan şüpheli yakalandı.", "fraud"),
    ("tr", "Kaza yapıp kaçan sürücü aranıyor.", "traffic-offence"),
    ("tr", "Firari mahkum evinde yakalandı.", "prison-escape"),
    # Chinese, simplified and traditional
    ("zh", "该男子因诈骗罪被判刑。", "fraud"),
    ("zh", "警方破獲一個詐騙集團。", "fraud"),
    ("zh", "兩名男子涉嫌販毒被捕。", "drug-trafficking"),
    ("zh", "他涉嫌受贿，正接受审查调查。", "corruption"),
    ("zh", "一名男子在枪击案中中枪受伤。", "assault"),
    ("zh", "囚犯逃脱后被抓获。", "prison-escape"),
    # Arabic, from the Maghreb to the Gulf
    ("ar", "إيقاف شخص من أجل إصدار شيك بدون رصيد", "fraud"),
    ("ar", "القبض على متهم بقتل جاره", "homicide"),
    ("ar", "شجار أسفر عن مقتل شخص طعناً حتى الموت", "homicide"),
    ("ar", "ضبط خمسة ملايين حبة كبتاغون", "drug-trafficking"),
    ("ar", "حجز كمية من الأقراص المهلوسة", "drug-offence"),
    ("ar", "تعرض منزله للخلع والسرقة", "burglary"),
    ("ar", "الإطاحة بمنحرف ارتكب سلسلة من البراكاجات", "robbery"),
    ("ar", "تكوين جمعية أشرار", "organised-crime"),
    ("ar", "إحباط محاولة اجتياز الحدود البحرية خلسة", "irregular-migration"),
    ("ar", "وسيط في عملية هجرة سرية", "migrant-smuggling"),
    ("ar", "جريمة معلوماتية", "cybercrime"),
    ("ar", "تدليس ومسك واستعمال مدلس", "counterfeiting"),
    ("ar", "تعرض رجل لإطلاق النار", "assault"),
    ("ar", "أعمال شغب بسجن", "prison-escape"),
    ("ar", "استعمل الأمن الغاز المسيل للدموع لتفريق المحتجين", "public-disorder"),
    ("ar", "حطم نوافذ المسجد", "vandalism"),
    # The Romance languages
    ("it", "Hanno forzato la porta e messo tutto a soqquadro.", "burglary"),
    ("it", "I due estorsero denaro a un imprenditore.", "extortion"),
    ("pt", "Os policiais foram recebidos a tiros.", "assault"),
    ("pt", "Ele recebeu uma ameaça de morte.", "assault"),
    ("es", "Dos niños fueron baleados.", "assault"),
    ("ar", "إصابة عون أمن بطلق ناري", "assault"),
    ("ar", "إيقاف موظف بشبهة التلاعب بأموال عمومية", "corruption"),
    ("de", "Das Portemonnaie wurde ihr aus der Hand gerissen.", "robbery"),
    ("de", "Festnahmen wegen Kraftfahrzeugdiebstählen", "vehicle-theft"),
    ("it", "La donna è stata strattonata e presa a calci.", "assault"),
    ("es", "Un robo a mano armada", "robbery"),
]

EVERYDAY = [
    ("de", "Der Umsatz betrug im Juli zwei Millionen Euro."),
    ("de", "Das Joint Venture baut ein Werk."),
    ("de", "Nach Einbruch der Dunkelheit brach sie in Tränen aus."),
    ("de", "Er sah sich seiner Freiheit beraubt."),
    ("de", "Der Stürmer sah nach dem Foul einen Platzverweis."),
    ("de", "Sie zündete eine Kerze an."),
    ("de", "Ein Umsatzeinbruch zeichnet sich ab."),
    ("nl", "De extreemrechtse partij won zetels."),
    ("ru", "Он был убит снайпером в 1918 году."),
    ("ru", "Сенатор назвал обвинения мошенническими обвинениями."),
    ("tr", "Holdingin ortaklığı yeni bir proje başlattı."),
    ("zh", "极右翼政党在选举中获胜。"),
    ("zh", "10米气步枪决赛今天举行。"),
    ("ar", "أحرز اللاعب الهدف القاتل في الوقت القاتل"),
    ("ar", "وصف الرئيس الخطة بأنها مهمة انتحارية"),
    ("ar", "تأهيل المذابح قبل العيد"),
    ("ar", "يسعى إلى خطف الأضواء"),
    ("ar", "بلغت قيمة الصفقة مليون دينار"),
]


@pytest.mark.parametrize(("language", "text", "crime"), NAMED)
def test_words_of_police_and_courts_name_a_crime(language: str, text: str, crime: str) -> None:
    assert crime in {found for found, _ in named(text, language, "crime")}


@pytest.mark.parametrize(("language", "text"), EVERYDAY)
def test_everyday_words_name_none(language: str, text: str) -> None:
    assert named(text, language, "crime") == []


def test_a_trigger_inside_of_a_compound_shows_the_whole_word() -> None:
    assert named("Er beging Sozialleistungsbetrug.", "de", "crime") == [("fraud", "Sozialleistungsbetrug")]
