# Qué se apoya en qué, qué fue de lo dicho, qué dice casi lo mismo, términos, dos lecturas.

trace-title = En qué se apoya
trace-about = Todo aquello en que se apoya, y todo lo que se apoya en ello. Cada línea lleva a lo que lo dice.
trace-link = En qué se apoya y qué se apoya en ello
trace-down = Se apoya en
trace-down-none = No consta que se apoye en nada.
trace-up = En ello se apoyan
trace-up-none = Nada se apoya en ello todavía.
trace-cut = Hay más de lo que cabe en una página; la lista termina aquí.
trace-more = y { $count } más
trace-steps = a { $count } pasos
trace-record = una nota sobre ello
trace-lifted-from = tomada de
trace-put-under = puesta bajo
trace-quotes = retoma
trace-answers = responde a
trace-is-about = sobre
trace-found-in = las palabras de
trace-came-of = viene de
trace-translates = traduce
trace-is-evidence = atañe a
trace-rests-on = se apoya en

outcome-answered = respondido
outcome-accepted = aceptado como respuesta
outcome-lifted = tomado como afirmación
outcome-supported = apoyado
outcome-qualified = aceptado en parte
outcome-challenged = cuestionado
outcome-taken-further = llevado más lejos
outcome-asked-about = motivo de pregunta
outcome-taken-up = retomado
outcome-marked = señalado
outcome-translated = traducido
outcome-disputed = discutido
outcome-declined = dejado abierto o declinado
outcome-suggested = sugerido

became-title = Qué fue de lo que dijo { $who }
became-mine = Qué fue de lo que dijiste
became-about = Cada turno, afirmación, pregunta y gesto, con lo que dio de sí. Aquí no se cuenta ni se compara a nadie.
became-list = Lo dicho
became-order = Lo último primero.
became-none = Todavía no se ha dicho nada con este nombre.
became-nothing = Todavía no ha dado lugar a nada.
became-more = { $count } más, y todo en lo que se apoyan
became-by = por { $who }
became-link = Qué fue de lo dicho

alike-title = Lo que dice casi lo mismo
alike-about = Parejas en una misma lengua que comparten muchas palabras y de las que nadie ha sugerido nada. Nada ocurre por sí solo: deciden quienes las escribieron, y ambas se conservan.
alike-claims = Afirmaciones
alike-questions = Preguntas
alike-list = Parejas, las más parecidas primero
alike-none = No hay dos que digan casi lo mismo.
alike-share = { $percent } % de las palabras, por peso
alike-fits = puede convenir: { $way }

glossary-title = Glosario
glossary-about = Términos de este procomún: cuándo se dijo cada uno por primera vez aquí, quién lo dice y qué entiende cada perspectiva.
glossary-list = Los términos
glossary-none = Todavía no se guarda ningún término.
glossary-new = Guardar un término
glossary-term = El término, tal como se dice
glossary-note = De qué trata
glossary-send = Guardarlo
glossary-unsaid = Ningún texto de aquí lo dice todavía.
glossary-born = Dicho por primera vez { $day } en { $place }, por { $who }:
glossary-means = Qué significa, y para quién:
glossary-say-meaning = Decir qué entiende una perspectiva
glossary-oneself = personas por sí mismas, y obras
glossary-texts = { $count ->
        [one] un texto
       *[other] { $count } textos
    }
glossary-since = desde { $day } en { $place }

agreement-title = Dos lecturas
agreement-about = Los gestos que dos personas hicieron sobre los mismos textos, lado a lado. Ninguna lectura se cambia.
agreement-first = La primera persona
agreement-second = La segunda
agreement-send = Comparar
agreement-one = { $count ->
        [0] Nadie ha hecho un gesto sobre estos textos todavía.
       *[other] Solo una persona ha hecho gestos sobre estos textos.
    } Dos lecturas se pueden comparar cuando lo haga una segunda.
agreement-marks = { $who }, { $count ->
        [one] un gesto
       *[other] { $count } gestos
    }
agreement-none = Ninguna de las dos ha hecho un gesto sobre un pasaje todavía.
agreement-kinds = Hasta dónde coinciden
agreement-sum = Pasajes sobre los que alguna hizo un gesto: { $all }; ambas: { $both }. De estos, con la misma clase de gesto: { $same }.
agreement-alpha = Alfa de Krippendorff de las clases: { $alpha } (1 es coincidencia total, 0 lo que daría el azar). Con los pasajes que solo una señaló: { $gaps }.
agreement-caption = Dos gestos van juntos donde sus pasajes se solapan. La proporción es el doble de los gestos que ambas hicieron entre todos sus gestos de la clase.
agreement-kind = clase
agreement-both = ambas
agreement-share = proporción
agreement-alpha-of = alfa
agreement-untold = no se puede decir
agreement-differing = Dónde leen distinto
agreement-all-same = En ninguna parte.
agreement-reads = { $who }: { $kind }
agreement-unread = { $who }: sin gesto
question-send-still = Hacerla de todos modos
sift-sheet = Esta tabla como CSV, para otros programas

bring-in-title = Traer una conversación
bring-in-link = Traer una conversación pegándola
bring-in-about = Una transcripción o un hilo de correos, pegado tal cual. Antes de guardar nada se ve a quién se toma por hablante. Quien habló se nombra con su procedencia; nadie se hace miembro por ello.
bring-in-form = Lo que traes
bring-in-text = La conversación
bring-in-how = Cómo se distinguen los hablantes
bring-in-shown = como muestra el texto
bring-in-names = las líneas empiezan con un nombre y dos puntos, o tienen solo un nombre
bring-in-mails = correos, uno bajo otro, con From, Date y Subject, o como los citan las respuestas
bring-in-who = Quién habla, uno por línea con sus turnos; tacha lo que no sea un hablante, añade a quien falte
bring-in-voices = Por quién hablan
bring-in-for-nobody = por ninguna perspectiva
bring-in-for-new = una perspectiva nueva: { $name }
bring-in-no-speaker = no es un hablante
bring-in-new-name = o una nueva, por su nombre
bring-in-new-named = Una perspectiva nueva para { $name }, por su nombre
bring-in-are = Donde no se elige nada junto al nombre
bring-in-as-chosen = hablantes, con su nombre y nada más
bring-in-as-perspectives = perspectivas con sus nombres
bring-in-within = Sé que hablan desde dentro de estas perspectivas. Si no, consta que es en su nombre.
bring-in-doubts = Parece un hablante y no se toma: sus palabras quedan con quien habla antes
bring-in-unlisted = No está en la lista: estas palabras quedan con quien habla antes; de los correos, se dejan fuera
bring-in-doubt = La línea { $line } parece un hablante, { $name }{ $times ->
        [one] {""}
       *[other] {" "}(en { $times } líneas)
    }: no se toma porque { $why }. Márcalo para tomarlo.
bring-in-why-unlisted = no está en la lista
bring-in-why-long = es más largo que un nombre
bring-in-why-sign = no está escrito como un nombre
bring-in-why-once = tiene una línea propia una sola vez
bring-in-turns = Los turnos como se leen
bring-in-line = línea { $line }
bring-in-means = Vuelve a verla después de un cambio. Por quién habla alguien queda en sus turnos; no se puede cambiar luego.
bring-in-name = Su título
bring-in-address = De dónde viene, si tiene dirección
bring-in-licence = Su licencia, si se conoce
bring-in-look = Verla antes
bring-in-send = Traerla como diálogo
bring-in-read = Como se lee
bring-in-nobody = Hasta donde se ve, nadie habla en ella. Elige cómo se distinguen los hablantes, o pon nombres y dos puntos ante lo que dicen.
bring-in-count = { $turns ->
        [one] Un turno
       *[other] { $turns } turnos
    } de { $speakers ->
        [one] un hablante.
       *[other] { $speakers } hablantes.
    }
bring-in-before = { $count ->
        [one] Una línea está antes de que nadie hable y se deja fuera.
       *[other] { $count } líneas están antes de que nadie hable y se dejan fuera.
    }
bring-in-cut = El final se deja fuera: hay más de lo que se puede leer.
