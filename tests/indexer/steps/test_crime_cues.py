"""What stands around a trigger: what came of a deed, and what is no news of crime at all."""

import pytest

from tests.indexer.making import crimes

OUTCOMES = [
    # An attack that somebody dies of
    ("en", "Police said that a man was stabbed and died in hospital.", "homicide"),
    ("fr", "La police dit qu’un homme a reçu un coup de couteau et qu’il est mort à l’hôpital.", "homicide"),
    ("es", "La policía informó de que un hombre recibió una paliza y murió en el hospital.", "homicide"),
    ("pt", "Segundo a polícia, o homem foi esfaqueado e morreu no hospital.", "homicide"),
    ("it", "Secondo la polizia l’uomo è stato accoltellato ed è morto in ospedale.", "homicide"),
    ("de", "Nach Angaben der Polizei wurde der Mann niedergestochen und starb im Krankenhaus.", "homicide"),
    ("nl", "Volgens de politie was er een steekpartij en overleed de man in het ziekenhuis.", "homicide"),
    ("ar", "قالت الشرطة إن رجلا تعرض للطعن وتوفي في المستشفى.", "homicide"),
    ("ru", "По данным полиции, мужчину ударили ножом, он скончался в больнице.", "homicide"),
    ("tr", "Polise göre bıçaklanan adam hastanede öldü.", "homicide"),
    ("zh", "警方称，一名男子被刺伤，送医后死亡。", "homicide"),
    # One that they survive; a shooting is one too, whatever the weapon
    ("en", "Police said that a man was stabbed and is recovering.", "assault"),
    ("fr", "La police enquête sur une fusillade qui a fait deux blessés.", "assault"),
    ("es", "La policía investiga un tiroteo con dos heridos.", "assault"),
    ("pt", "A polícia investiga um tiroteio com dois feridos.", "assault"),
    ("it", "La polizia indaga su una sparatoria con due feriti.", "assault"),
    ("de", "Die Polizei ermittelt nach einer Schießerei mit zwei Verletzten.", "assault"),
    ("nl", "De politie onderzoekt een schietpartij met twee gewonden.", "assault"),
    ("ar", "تحقق الشرطة في حادث إطلاق نار أصيب فيه شخصان.", "assault"),
    # Drugs by the kilogram, and by the gram
    ("en", "Officers found 40 kg of cannabis in the lorry, and the driver was arrested.", "drug-trafficking"),
    ("fr", "Les douaniers ont saisi 40 kilos de cannabis dans le camion.", "drug-trafficking"),
    ("es", "La policía incautó 40 kilos de marihuana en el camión.", "drug-trafficking"),
    ("pt", "A polícia apreendeu 40 quilos de maconha no caminhão.", "drug-trafficking"),
    ("it", "La polizia ha sequestrato 40 chili di hashish nel camion.", "drug-trafficking"),
    ("de", "Die Polizei stellte 40 Kilogramm Marihuana sicher.", "drug-trafficking"),
    ("ar", "تمكنت الشرطة من حجز 40 كلغ من القنب الهندي.", "drug-trafficking"),
    ("ru", "Полиция изъяла 40 килограммов марихуаны.", "drug-trafficking"),
    ("tr", "Polis 40 kilo esrar ele geçirdi.", "drug-trafficking"),
    ("zh", "警方查获40公斤大麻。", "drug-trafficking"),
    ("en", "He was found with a gram of cannabis and cautioned by police.", "drug-offence"),
    ("de", "Die Polizei fand bei ihm ein Gramm Marihuana.", "drug-offence"),
]

NO_CRIME = [
    # Games
    ("en", "In the video game players steal cars, and a killer waits in the multiplayer mode."),
    ("de", "Im neuen Videospiel stehlen die Spieler Autos, und im Mehrspieler-Modus wartet ein Killer."),
    ("fr", "Dans ce jeu vidéo, le joueur vole des voitures et un tueur l’attend en mode multijoueur."),
    ("es", "En el videojuego el jugador roba coches y en el modo multijugador lo espera un asesino."),
    ("pt", "No videogame o jogador rouba carros, e um assassino o espera no modo multijogador."),
    ("it", "Nel videogioco il giocatore ruba auto e nella modalità multigiocatore lo aspetta un killer."),
    ("ru", "В видеоигре игрок крадёт машины, а в мультиплеере его ждёт убийца."),
    ("tr", "Video oyununda oyuncu araba çalıyor, çok oyunculu modda bir katil bekliyor."),
    ("nl", "In de videogame steelt de speler auto's en in de multiplayer wacht een moordenaar."),
    # The stage
    ("en", "Season two of the stage adaptation: he sets off to find who murdered the dog."),
    ("fr", "La deuxième saison, une adaptation d’un roman, s’ouvre sur un meurtre."),
    ("es", "La segunda temporada, con nuevo elenco, empieza con un asesinato."),
    ("it", "La seconda stagione, con un nuovo cast, comincia con un omicidio."),
    # Medicine
    ("en", "The drug attacks tumours and killed cancer cells in the clinical trial, the oncologist said."),
    ("fr", "La drogue tue les cellules de la tumeur, selon l’essai clinique, dit l’oncologue."),
    ("es", "El fármaco asesina las células del tumor, según el ensayo clínico, dice el oncólogo."),
    ("de", "Der Wirkstoff ist ein Killer für den Tumor, sagt der Onkologe nach der klinischen Studie."),
    # Trade
    ("en", "The price war robbed retailers of their market share, and analysts spoke of robbery."),
    ("de", "Der Preiskrieg raubte den Einzelhändlern Marktanteile, sagten die Analysten."),
    ("es", "La guerra de precios robó cuota de mercado a los minoristas, según los analistas."),
    ("fr", "La guerre des prix a volé des parts de marché, selon les analystes."),
    # The law and its victims, but none of the types
    ("en", "Prosecutors look into deaths in custody."),
    ("en", "He has made an attempt to kill himself in prison, his lawyer said."),
    ("es", "El barrio, duramente golpeado por la pandemia, pide más policía."),
    ("es", "La policía grabó las escuchas telefónicas del sospechoso."),
    ("fr", "Le suspect était sur écoute, selon la police."),
    ("fr", "Le vendeur s’est immolé par le feu devant le commissariat."),
    ("it", "La polizia ha chiuso lo spaccio aziendale."),
    ("pt", "O juiz decretou o sequestro de bens do ex-deputado."),
    ("es", "El juez ordenó el secuestro preventivo de la documentación."),
    # Diplomacy with who wages war
    ("en", "The Taliban met envoys in Doha for talks on the airport."),
    ("es", "Los talibanes se reunieron en Doha con los enviados."),
    ("fr", "Les talibans ont reçu des émissaires à Doha."),
]


@pytest.mark.parametrize(("language", "text", "crime"), OUTCOMES)
def test_what_came_of_a_deed_tells_the_crime(language: str, text: str, crime: str) -> None:
    assert crimes(text, language) == (crime,)


@pytest.mark.parametrize(("language", "text"), NO_CRIME)
def test_games_medicine_trade_and_diplomacy_report_no_crimes(language: str, text: str) -> None:
    assert crimes(text, language) == ()


def test_a_weak_word_does_not_vouch_for_itself() -> None:
    assert crimes("Hubo 58 heridos con arma de fuego.", "es") == ()
    assert crimes("La policía investiga a 58 detenidos con armas de fuego.", "es") == ("weapons-offence",)


def test_a_word_of_trade_and_its_compound_are_one() -> None:
    text = "Wegen Sachbeschädigung in der Börse in der Börsenstraße ermittelt die Polizei."
    assert crimes(text, "de") == ("vandalism",)
