"""Words that carry a sentence and no meaning, per language; never matched by stems, always by exact forms.

Short on purpose: articles, prepositions, conjunctions, pronouns and auxiliaries. Words that a reader
may look for (`against`, `state`, `before`) or that are names in capitals (`US`, `WHO`, `IT`) stay in.
"""

STOP_WORDS: dict[str, str] = {
    "en": "a an the and or but if of to in on at by for from with as is are was were be been being am it its "
    "this that these those he she they them his her their him we us our you your i me my who whom whose which "
    "has have had having do does did will would shall should can could may might must not no nor so than then "
    "there here also into s t",
    "fr": "le la les l un une des du de d au aux et ou mais donc or ni car que qu qui dont où ce cet cette ces c "
    "se s sa son ses leur leurs il elle ils elles on nous vous je j me m te t tu lui y en dans par pour sur sous "
    "avec sans est sont était étaient être été a ont avait avaient avoir ayant ne n pas plus",
    "es": "el la los las lo un una unos unas de del al a y e o u pero que quien quienes cual cuales cuyo en con por "
    "para sin sobre entre se su sus le les lo me mi te tu nos es son era eran fue fueron ser sido está están estaba "
    "ha han había habían haber no ni como más este esta estos estas ese esa esos esas",
    "pt": "o a os as um uma uns umas de do da dos das em no na nos nas ao aos à às por pelo pela pelos pelas para "
    "com sem sobre e ou mas que quem qual cujo se seu sua seus suas lhe lhes ele ela eles elas é são era eram foi "
    "foram ser sido está estão estava tem têm tinha há não nem como mais este esta estes estas esse essa isso",
    "it": "il lo la i gli le l un uno una di del dello della dei degli delle dell d a al allo alla ai agli alle all "
    "da dal dallo dalla dai dagli dalle dall in nel nello nella nei negli nelle nell con su sul sullo sulla sui "
    "sugli sulle sull per tra fra e ed o ma che chi cui si suo sua suoi sue loro è sono era erano essere stato stata "
    "ha hanno aveva avevano avere non né come più questo questa questi queste",
    "de": "der die das des dem den ein eine einer eines einem einen und oder aber in im an am auf aus bei beim mit "
    "nach von vom vor zu zum zur für über unter um durch ist sind war waren sein gewesen wird werden wurde wurden "
    "hat haben hatte hatten nicht auch als wie dass es er sie ihr ihre ihrer ihren ihm ihn sich wir ich du man "
    "dieser diese dieses diesem diesen",
    "nl": "de het een en of maar in op aan bij met van voor door uit naar over onder te ten ter is zijn was waren "
    "wordt worden werd werden heeft hebben had hadden niet ook als dan dat die dit deze er het hij zij ze hun hem "
    "haar we wij ik je men",
    "ru": "и в во на с со к ко о об от до из за по при для у не ни что чтобы как это этот эта эти он она оно они "
    "его её их ему ей им а но или же ли бы был была было были быть есть который которая которые которое",
    "tr": "ve veya ile bir bu şu o da de ki mi mı mu mü için gibi ise ama fakat olan olarak oldu",
    "ar": "في من على الى إلى عن مع ان أن إن و او أو ثم التي الذي الذين هذا هذه ذلك تلك كان كانت قد لا ما لم لن هو هي هم "
    "كما بعد قبل حيث بين كل عند",
    "sv": "och eller men i på av för med till från om under över är var vara varit har hade den det de en ett som att "
    "inte sig sin sitt sina",
    "da": "og eller men i på af for med til fra om under over er var være været har havde den det de en et som at ikke "
    "sig sin sit sine",
    "no": "og eller men i på av for med til fra om under over er var være vært har hadde den det de en ei et som at "
    "ikke seg sin sitt sine",
}  # fmt: skip
STOP_WORDS["nb"] = STOP_WORDS["nn"] = STOP_WORDS["no"]
