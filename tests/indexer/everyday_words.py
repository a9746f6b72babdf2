"""Everyday words by language: they name no country, agency or crime, nor do they at a sentence's start."""

WORDS = {
    "en": """
        the of and to in is was for on that with as it at by from are this be an have not or had but
        which they you were all their one will there would been has more who when if out so up said
        what its about into than them can only other new some could time these two may then do first
        any my now such like our over man me even most made after also did many before must through
        back years where much your way well down should because each just those people mr how too
        little state good very make world still own see men work long get here between both life
        being under never day same another know while last might us great old year off come since
        against go came right used take three police officer officers arrest arrested arrests
        suspect suspects court judge prison jail victim victims attack attacks accident operation
        investigation report evidence witness lawyer minister government security service services
        agency unit border city street house car money market nice reading bath male split mobile
        sale orange sole bean como tours lens ice side side interpolate shot drop strike party
        """,
    "fr": """
        le la les un une des de du et en à au aux est sont a ont été dans par pour sur avec sans ne
        pas que qui quoi dont où ce cet cette ces se son sa ses leur leurs il elle ils elles on nous
        vous je tu me te lui y plus moins très bien mal tout tous toute toutes même autre autres
        comme mais ou donc or ni car si quand après avant depuis pendant contre entre vers chez sous
        jour jours mois an ans année années temps heure heures homme hommes femme femmes enfant
        enfants monde vie pays ville rue maison voiture argent marché service services état loi
        droit police policier policiers gendarme juge tribunal prison victime victimes suspect
        suspects enquête enquêteurs opération arrestation arrestations accident attaque rapport
        témoin avocat ministre gouvernement sécurité direction général générale national nationale
        chef groupe réseau deux trois quatre cinq dix cent mille premier dernière nouveau nouvelle
        grand grande petit petite bon bonne vieux jeune fin début partie côté cas fait faits lieu
        place suite oui non aussi encore toujours jamais ici là tours sens rien lors mardi dinde
        sole essence
        """,
    "es": """
        el la los las un una unos unas de del y en a al es son era fue ha han sido por para con sin
        no que quien cual cuyo donde este esta estos estas ese esa eso se su sus lo le les yo tú él
        ella ellos nosotros más menos muy bien mal todo todos toda todas mismo otro otros como pero
        o ni pues si cuando después antes desde durante contra entre hacia bajo día días mes meses
        año años tiempo hora horas hombre hombres mujer mujeres niño niños mundo vida país ciudad
        calle casa coche dinero mercado servicio servicios estado ley derecho policía policial
        agente agentes juez tribunal cárcel víctima víctimas sospechoso detenido detenidos detención
        operación investigación accidente ataque informe testigo abogado ministro gobierno seguridad
        dirección general nacional jefe grupo red dos tres cuatro cinco diez cien mil primero última
        nuevo nueva gran grande pequeño bueno viejo joven fin principio parte lado caso hecho lugar
        sí también todavía siempre nunca aquí allí solo como pavo salvador guarda jueves
        """,
    "pt": """
        o a os as um uma uns umas de do da dos das e em no na nos nas ao à é são era foi tem têm
        sido por para com sem não que quem qual cujo onde este esta estes esse essa isso se seu sua
        seus suas lhe eu tu ele ela eles nós mais menos muito bem mal tudo todo todos toda todas
        mesmo outro outros como mas ou nem pois quando depois antes desde durante contra entre sob
        dia dias mês meses ano anos tempo hora horas homem homens mulher mulheres criança mundo vida
        país cidade rua casa carro dinheiro mercado serviço serviços estado lei direito polícia
        policial agente agentes juiz tribunal prisão vítima vítimas suspeito detido detidos detenção
        operação investigação acidente ataque relatório testemunha advogado ministro governo
        segurança direção geral nacional chefe grupo rede dois três quatro cinco dez cem mil
        primeiro última novo nova grande pequeno bom velho jovem fim início parte lado caso facto
        lugar sim também ainda sempre nunca aqui ali só esse feira guarda salvador hoje ontem amanhã
        """,
    "it": """
        il lo la i gli le un uno una di del della dei delle e in nel nella a al alla è sono era ha
        hanno stato per con su senza non che chi cui dove questo questa questi quello si suo sua
        suoi io tu lui lei loro noi più meno molto bene male tutto tutti tutta tutte stesso altro
        altri come ma o né se quando dopo prima durante contro tra fra verso sotto giorno giorni
        mese mesi anno anni tempo ora ore uomo uomini donna donne bambino mondo vita paese città via
        strada casa auto denaro soldi mercato servizio servizi stato legge diritto polizia
        poliziotto agente agenti giudice tribunale carcere vittima vittime sospettato arrestato
        arresti arresto operazione indagine incidente attacco rapporto testimone avvocato ministro
        governo sicurezza direzione generale nazionale capo gruppo rete due tre quattro cinque dieci
        cento mille primo ultima nuovo nuova grande piccolo buono vecchio giovane fine inizio parte
        lato caso fatto luogo sì anche ancora sempre mai qui lì solo come oggi ieri domani lunedì
        sale
        """,
    "de": """
        der die das den dem des ein eine einen einem eines und in im ist sind war hat haben worden
        für mit ohne nicht dass wer was welche wo dieser diese dieses sich sein seine ihr ihre ich
        du er sie es wir mehr weniger sehr gut schlecht alle alles auch andere wie aber oder wenn
        als nach vor seit während gegen zwischen unter über Tag Tage Monat Jahr Jahre Zeit Stunde
        Mann Männer Frau Frauen Kind Kinder Welt Leben Land Stadt Straße Haus Auto Geld Markt Dienst
        Staat Gesetz Recht Polizei Polizist Beamte Beamten Richter Gericht Gefängnis Opfer
        Verdächtige Festnahme Festnahmen Einsatz Ermittlungen Unfall Angriff Bericht Zeuge Anwalt
        Minister Regierung Sicherheit Leitung Chef Gruppe Netz zwei drei vier fünf zehn hundert
        tausend erste letzte neue großer kleine alt jung Ende Anfang Teil Seite Fall Tatsache Ort ja
        nein noch immer nie hier dort nur dabei essen halle heute gestern morgen Montag Kosten Rat
        gab kam sagte wurde Mal Regen Waren Bar Dom Linden Aussage Grund Reisen
        """,
    "ar": """
        في من على إلى عن مع هذا هذه ذلك التي الذي الذين هو هي هم كان كانت يكون قد لقد لم لن لا ما أن
        إن كل بعض غير بعد قبل عند منذ خلال بين تحت فوق ضد حتى ثم أو بل لكن أيضا حيث كما مثل نحو حول
        يوم أيام شهر سنة سنوات عام أعوام وقت ساعة رجل رجال امرأة نساء طفل أطفال عالم حياة بلد بلاد
        مدينة شارع بيت منزل سيارة مال أموال سوق خدمة دولة قانون حق شرطة الشرطة ضابط قاض محكمة سجن
        ضحية ضحايا مشتبه موقوف اعتقال توقيف عملية تحقيق حادث هجوم تقرير شاهد محام وزير حكومة أمن
        الأمن مديرية عامة وطني وطنية رئيس مجموعة شبكة اثنان ثلاثة أربعة خمسة عشرة مئة ألف أول آخر
        جديد جديدة كبير كبيرة صغير جيد قديم شاب نهاية بداية جزء جانب حالة واقع مكان نعم هنا هناك فقط
        دائما أبدا اليوم أمس غدا مالي مالية المالية السنة المدينة الدولة قالت قال أضاف أكد أوضح وفق
        وقد فيما بينما إذا لأن كذلك الآن
        """,
}


def words_of(language: str) -> list[str]:
    """The words of a language, each once."""
    return sorted(set(WORDS[language].split()))
