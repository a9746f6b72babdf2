"""What pages say that articles do not: tickers, buttons, comment forms, in many languages.

``TAIL`` begins the page's end: all after it is cut. ``ASIDE`` introduces other headlines, which are cut
until prose goes on. ``FURNITURE`` are lines that are cut alone. All are matched on folded text at the
beginning of a line.
"""

TAIL = (
    # English
    "comments (", "comments", "leave a reply", "leave a comment", "post a comment", "post comment", "you may also like",
    "you might also like", "related posts", "related articles", "related stories", "more from", "stay tuned",
    "previous post", "next post", "share this", "sign up for", "subscribe to our", "all rights reserved",
    "your email address will not be published", "most read", "most popular", "read next", "recommended for you",
    "about the author", "loading", "0 comments", "no comments",
    # French
    "commentaires", "laisser un commentaire", "votre adresse e-mail", "vous aimerez aussi", "articles similaires",
    "sur le meme sujet", "a lire egalement dans", "tous droits reserves", "les plus lus", "cliquez ici pour lire",
    "partager sur", "abonnez-vous", "repondre", "0 commentaire", "article precedent", "article suivant",
    # Spanish
    "comentarios", "deja un comentario", "dejar un comentario", "tu direccion de correo", "tambien te puede interesar",
    "tambien te puede gustar", "noticias relacionadas", "articulos relacionados", "todos los derechos reservados",
    "lo mas leido", "mas leidas", "comparte esta noticia", "suscribete", "te recomendamos",
    # Portuguese
    "deixe um comentario", "deixe o seu comentario", "voce tambem pode gostar", "artigos relacionados", "leia mais sobre",
    "noticias relacionadas", "mais lidas", "todos os direitos reservados", "compartilhe esta", "partilhe este", "assine ja",
    # Italian
    "commenti", "lascia un commento", "potrebbe interessarti", "articoli correlati", "tutti i diritti riservati",
    "i piu letti", "condividi su", "iscriviti alla newsletter",
    # German
    "kommentare", "kommentar schreiben", "schreiben sie einen kommentar", "das konnte sie auch interessieren",
    "ahnliche artikel", "verwandte artikel", "alle rechte vorbehalten", "meistgelesen", "artikel teilen",
    "newsletter abonnieren", "mehr zum thema",
    # Dutch
    "reacties", "plaats een reactie", "lees ook deze", "gerelateerde artikelen", "meest gelezen", "deel dit artikel",
    # Arabic
    "التعليقات", "اترك تعليقا", "اترك ردا", "أضف تعليقا", "مواضيع ذات صلة", "مقالات ذات صلة", "أخبار ذات صلة",
    "الأكثر قراءة", "جميع الحقوق محفوظة", "قد يهمك أيضا", "شارك هذا", "شارك الخبر", "لن يتم نشر عنوان بريدك",
    # Russian, Turkish, Chinese, Japanese
    "комментарии", "оставить комментарий", "читайте также", "самое читаемое", "все права защищены",
    "yorumlar", "yorum yap", "ilgili haberler", "bunlar da ilginizi cekebilir", "tum haklari saklidir",
    "相关阅读", "相关新闻", "责任编辑", "版权所有", "评论", "関連記事", "コメント", "無断転載",
)  # fmt: skip

ASIDE = (
    "read also", "also read", "read more", "see also", "lire aussi", "a lire aussi", "voir aussi", "lire plus",
    "lea tambien", "lee tambien", "tambien lea", "ver tambien", "leer mas", "leia tambem", "veja tambem", "leia mais",
    "leggi anche", "vedi anche", "lesen sie auch", "lesen sie mehr", "auch interessant", "lees ook", "lees meer",
    "اقرأ أيضا", "إقرأ أيضا", "اقرا ايضا", "شاهد أيضا", "طالع أيضا", "ayrica okuyun", "延伸阅读", "あわせて読みたい",
)  # fmt: skip

FURNITURE = (
    "follow us", "share on", "share this article", "tweet", "print", "email this", "advertisement", "sponsored",
    "this website uses cookies", "this site uses cookies", "we use cookies", "accept all", "cookie", "sign up", "newsletter", "skip to content",
    "menu", "search", "home", "log in", "sign in", "subscribe", "breaking news", "facebook", "twitter", "whatsapp",
    "in politique", "- in ", "tags:", "tags", "filed under", "photo:", "image:", "credit:", "reading time", "listen to",
    "suivez-nous", "partager", "imprimer", "publicite", "ce site utilise", "nous utilisons des cookies", "accueil",
    "se connecter", "temps de lecture", "credit photo", "accepter", "ecouter",
    "siguenos", "compartir", "imprimir", "publicidad", "este sitio utiliza", "utilizamos cookies", "inicio",
    "iniciar sesion", "tiempo de lectura", "aceptar", "foto:", "etiquetas",
    "siga-nos", "compartilhar", "partilhar", "publicidade", "este site utiliza", "utilizamos cookies", "aceitar",
    "tempo de leitura", "seguici", "condividi", "stampa", "pubblicita", "questo sito utilizza", "accetta",
    "folgen sie uns", "teilen", "drucken", "anzeige", "werbung", "diese website verwendet", "wir verwenden cookies",
    "akzeptieren", "startseite", "lesezeit", "volg ons", "delen", "advertentie", "deze website gebruikt",
    "اشترك في", "اشتركوا في", "النشرة البريدية", "تابعنا", "تابعونا", "شارك", "إعلان", "اعلان", "طباعة", "الرئيسية", "يستخدم هذا الموقع", "نستخدم ملفات", "وسوم",
    "подписывайтесь", "поделиться", "реклама", "bizi takip edin", "paylas", "reklam", "分享", "广告", "首页", "シェア", "広告",
)  # fmt: skip
