# Dónde está cada perspectiva: quién dice qué de quién, qué se preguntó, qué se comparte.

sift-title = Dónde está cada una
sift-about = Qué dicen las perspectivas unas de otras, qué se preguntó y nunca se respondió, qué comparten. Cada número abre lo que cuenta.
sift-matrix = Quién dice qué de quién
sift-matrix-about = Gestos hechos por una perspectiva, según lo que hacen. Los que alguien hace en nombre propio no están en la tabla.
sift-matrix-caption = Se lee por filas: la perspectiva nombrada al principio habla de la que encabeza la columna.
sift-matrix-none = Ninguna perspectiva ha dicho nada de otra todavía. Abre un diálogo y elige un pasaje.
sift-speaks = habla
sift-rows = Perspectivas que hablan
sift-columns = Perspectivas de las que se habla
sift-nothing = aún no
sift-says-nothing = no ha dicho nada de las demás
sift-asked = { $count ->
        [one] Se hizo una pregunta
       *[other] Se hicieron { $count } preguntas
    }; { $waiting ->
        [0] todas tienen respuesta.
        [one] una está abierta:
       *[other] { $waiting } están abiertas:
    }
sift-star = Todas las respuestas pasan por { $perspective }: no hay otras dos perspectivas que se respondan.
sift-no-reply = { $count ->
        [one] Nadie responde a { $perspectives }.
       *[other] Nadie responde a estas: { $perspectives }.
    }

sift-questions = Preguntas hechas
sift-questions-about = Cada pregunta que alguien hizo, por quién y a quién, y qué fue de ella.
sift-questions-list = Las preguntas
sift-questions-order = Primero las abiertas, y de ellas las que más tiempo esperan. Se marca la respuesta que aceptó quien preguntó.
sift-questions-none = Aún no se hizo ninguna pregunta así. Elige un pasaje en un diálogo y pregunta.
sift-all = Todas
sift-count-waiting = { $count ->
        [one] Una abierta:
       *[other] { $count } abiertas:
    }
sift-count-open = { $count ->
        [one] una sin respuesta
       *[other] { $count } sin respuesta
    }
sift-count-left-open = { $count ->
        [one] una dejada abierta
       *[other] { $count } dejadas abiertas
    }
sift-count-answered = { $count ->
        [one] una respondida
       *[other] { $count } respondidas
    }
sift-count-accepted = { $count ->
        [one] una con respuesta aceptada
       *[other] { $count } con respuesta aceptada
    }
sift-count-withdrawn = { $count ->
        [one] una retirada
       *[other] { $count } retiradas
    }
sift-state-open = sin respuesta
sift-state-left-open = dejada abierta
sift-state-answered = respondida, aún no aceptada
sift-state-accepted = respondida y aceptada
sift-state-withdrawn = retirada
sift-put-to = a { $perspectives }
sift-asks = { $asks } pregunta a { $asked }
sift-accepted-by = aceptada por { $who }

sift-voices = Quién responde a quién
sift-voices-about = Qué perspectivas se responden, por cuáles hablan otras personas y quién no ha sido oído.
sift-answers = Respuestas entre perspectivas
sift-answers-none = Ninguna perspectiva ha respondido a otra todavía.
sift-answers-caption = Un turno que responde a otro o retoma sus palabras, y un gesto que responde a una pregunta.
sift-who-answers = quién responde
sift-whom = a quién
sift-times = veces
sift-answers-of = responde { $answers }, recibe { $answered }
sift-both-ways = { $pairs ->
        [one] Se encontró un par de perspectivas
       *[other] Se encontraron { $pairs } pares de perspectivas
    }; { $both ->
        [0] ninguno se responde en ambos sentidos.
        [one] uno se responde en ambos sentidos,
       *[other] { $both } se responden en ambos sentidos,
    } { $both ->
        [0] { "" }
       *[other] { $within ->
            [0] ninguno con ambas hablando desde dentro.
            [one] uno con ambas hablando desde dentro.
           *[other] { $within } con ambas hablando desde dentro.
        }
    }
sift-graph-caption = Lo mismo dibujado: una flecha va de quien responde a quien recibe la respuesta.
sift-heard = Hasta dónde se oyó cada una
sift-turns-within = turnos desde dentro
sift-turns-behalf = turnos en su nombre
sift-in-reply = oída
sift-nobody-answers = nadie le responde
sift-only-behalf = solo otros hablan por ella
sift-from-within = habla desde dentro
sift-languages = Lenguas
sift-language-unsaid = sin lengua indicada
sift-language-unheard = aún ningún turno
sift-language-turns = { $count ->
        [one] un turno
       *[other] { $count } turnos
    }
sift-people = Miembros que aún no han tomado un turno
sift-people-count = { $count ->
        [one] Una persona
       *[other] { $count } personas
    }
sift-people-silent = { $count ->
        [one] Una persona: { $people }.
       *[other] { $count }, entre ellas { $people }.
    }

sift-coverage = Preguntas comunes abordadas
sift-coverage-about = Cuáles de las preguntas hechas a todas aborda cada perspectiva, y quién las aborda por ella.
sift-coverage-table = Perspectiva por pregunta
sift-coverage-caption = Una pregunta se aborda donde un gesto lo dice, o donde se pone una afirmación bajo ella.
sift-coverage-untouched = { $count ->
        [one] Nadie ha abordado todavía la única pregunta.
       *[other] Nadie ha abordado todavía ninguna de las { $count } preguntas.
    } Una pregunta se aborda cuando se pone una afirmación bajo ella o un gesto lo dice.
sift-coverage-first = A la primera pregunta
sift-coverage-none = ninguna
sift-coverage-sum = en total
sift-not-put = no se le hizo
sift-put = hecha, no abordada
sift-by-others = por otras sobre ella
sift-on-behalf = en su nombre
sift-within = desde dentro
sift-explicit = con esas palabras
sift-of = { $count } de { $all }

sift-shared = Lo compartido y lo que divide
sift-shared-about = Afirmaciones que apoyan varias perspectivas, cada una por sus razones, y afirmaciones que las dividen. Las perspectivas que comparten una fuente cuentan una sola vez.
sift-shared-list = Apoyadas por varias
sift-shared-order = Primero las que nadie cuestiona, luego las apoyadas sin condiciones, luego según cuántas perspectivas independientes las apoyan.
sift-divided-list = Apoyadas por unas, cuestionadas por otras
sift-divided-order = Primero las más parejas.
sift-shared-none = Aún no hay ninguna: di en una afirmación qué perspectivas la sostienen, o haz un gesto sobre ella por una de ellas.
sift-count-shared = { $count ->
        [one] una afirmación compartida
       *[other] { $count } afirmaciones compartidas
    }
sift-count-divided = { $count ->
        [one] una afirmación que divide
       *[other] { $count } afirmaciones que dividen
    }
sift-supports = La apoyan:
sift-challenges = La cuestionan:
sift-supports-but = La apoyan, con objeciones propias:
sift-independent = { $count ->
        [one] una perspectiva la apoya
       *[other] { $count } perspectivas la apoyan, { $independent } independientes entre sí
    }
sift-independent-against = { $count ->
        [one] una la cuestiona
       *[other] { $count } la cuestionan, { $independent } independientes entre sí
    }
sift-with-objections = { $count ->
        [one] una de ellas con objeciones propias
       *[other] { $count } de ellas con objeciones propias
    }
sift-others-against = { $count ->
        [one] otra la cuestiona
       *[other] otras { $count } la cuestionan
    }
sift-with-conditions = con condiciones
sift-holds = la sostiene

sift-cell-moves = Gestos de una sobre otra
sift-cell-moves-about = { $speaks } sobre { $about }
sift-cell-answers = Respuestas de una a otra
sift-cell-answers-about = { $speaks } responde a { $about }
sift-cell-coverage = Dónde se aborda una pregunta
sift-cell-coverage-about = { $speaks } y la pregunta { $about }
sift-cell-none = Aquí no hay nada todavía.

synopsis-title = { $perspective } y las demás
synopsis-over = En una página
synopsis-about = Qué dice una perspectiva a cada una de las demás, según sus gestos.
synopsis-warning = Una línea solo puede señalar. Para entender cualquiera de ellas, lee el diálogo que abre.
synopsis-none = Aún no ha dicho nada de otra. Abre un diálogo y elige un pasaje.
synopsis-next = { "; " }
says-agrees = está de acuerdo con { $what }
says-is-compatible = ve { $what } compatible con lo que sostiene
says-sees-synergy = ve que { $what } hace más junto con esto: { $object }
says-extends = lleva { $what } más lejos: { $object }
says-sides-with = toma partido por { $what } frente a esto: { $object }
says-partly-agrees = está de acuerdo con una parte de { $what }: { $object }
says-accepts-but = acepta { $what } con una condición: { $condition }
says-disagrees = no está de acuerdo con { $what }
says-cautions = ve un peligro en { $what }: { $object }
says-limits = pone un límite a { $what }: { $object }
says-challenges = cuestiona lo que { $what } da por supuesto
says-adds = añade algo a { $what }: { $object }
says-emphasises = da más peso a { $what }
says-de-emphasises = da menos peso a { $what }
says-reframes = ve { $what } en otro marco, no como «{ $from }» sino como «{ $to }»
says-generalises = toma { $what } por un caso de algo más amplio: { $object }
says-distinguishes = distingue dos cosas en { $what }: «{ $from }» y «{ $to }»
says-links = enlaza { $what } con otra cosa: { $object }
says-asks = pregunta por { $what }
says-answers = responde a { $what }
says-leaves-open = deja abierto { $what }
says-defers = deja { $what } para que se resuelva en otra parte: { $object }
says-other = { $kind }: { $what }
says-because = { " – " }{ $reason }
says-in-words = , con las palabras { $words }
synopsis-says = { $who } { $says }.
synopsis-but = Pero:
synopsis-still = Pero { $says }.
synopsis-holds = Lo que sostiene { $perspective }
synopsis-holds-more = Todo lo que sostiene
synopsis-itself = Lo que { $perspective } dice de su propia posición
synopsis-unanswered = { $count ->
        [one] Una pregunta hecha a { $perspective } no tiene respuesta.
       *[other] { $count } preguntas hechas a { $perspective } no tienen respuesta.
    }
synopsis-in-vain = { $count ->
        [one] Una pregunta que hizo { $perspective } no tiene respuesta.
       *[other] { $count } preguntas que hizo { $perspective } no tienen respuesta.
    }
synopsis-more = y { $count ->
        [one] una más
       *[other] { $count } más
    }
synopsis-moves = { $count ->
        [one] un gesto
       *[other] { $count } gestos
    }
synopsis-turns = { $count ->
        [one] un turno en respuesta
       *[other] { $count } turnos en respuesta
    }
synopsis-partly-within = { $within } de { $all } desde dentro
synopsis-silent = No está en esta página: no dice nada de { $perspectives }.

synopsis-write = Seguir escribiéndola
synopsis-write-means = Empieza un texto con estas líneas, cada una apoyada en sus gestos; cualquiera puede cambiarlo línea a línea.
syntheses-title = Escrito en común
syntheses-about = Textos escritos por muchos, línea a línea. Cada línea dice en qué se apoya, y dónde dice más o menos que eso.
syntheses-list = Los textos
syntheses-none = Aún no hay ningún texto. Empieza uno abajo, o con una perspectiva en una página.
synthesis-new = Empezar un texto
synthesis-name = Título
synthesis-begin = Empezarlo
synthesis-begin-means = Cualquiera de aquí puede escribir en él.
synthesis-begun = empezado por { $who } { $when }
synthesis-struck = { $count ->
        [one] una línea tachada
       *[other] { $count } líneas tachadas
    }
synthesis-empty = Aún no hay ninguna línea.
synthesis-edit = Escribir
synthesis-edit-about = Una línea para cada frase. Solo se guardan las líneas que cambias; donde alguien cambió la misma entretanto, quedan ambas redacciones.
synthesis-text = El texto
synthesis-save = Guardar
synthesis-save-means = Firmado con tu nombre, línea a línea.
synthesis-saved = { $count ->
        [0] No había nada distinto, así que nada se guardó.
        [one] Guardado: se escribió, movió o tachó una línea.
       *[other] Guardado: se escribieron, movieron o tacharon { $count } líneas.
    }
synthesis-saved-what = Ver qué cambió
line-title = Una línea
line-reads = Cómo se lee
line-says = Como datos:
line-says-nothing = Nadie ha dicho como datos qué dice esta línea.
line-untraced = no se apoya en nada
line-asserted = Lo dice { $who }.
line-rests = { $count ->
        [one] se apoya en una cosa
       *[other] se apoya en { $count } cosas
    }
line-wordings = { $count ->
        [one] una redacción
       *[other] { $count } redacciones están una junto a otra
    }
line-is-struck = Esta línea está tachada.
line-settle = Que esta redacción valga por todas
line-set = Redactarla de nuevo, o decir en qué se apoya
line-text = La línea
line-traces = En qué se apoya
line-traces-hint = Un gesto, afirmación, turno, pregunta, obra o práctica, por el comienzo de su identificador.
line-send = Guardar la línea
line-send-means = Las redacciones que ves aquí quedan sustituidas.
line-clause = Decir como datos qué dice
line-strike = Tachar la línea
line-restore = Dejar que valga de nuevo
clause-who = Quién
clause-does = hace qué
clause-whom = a quién
clause-target = o a esto
clause-target-hint = Una afirmación, un turno o un gesto por el comienzo de su identificador.
clause-condition = con la condición
clause-send = Decirlo así
clause-send-means = Lo que dice una línea se pone junto a aquello en que se apoya.
drift-title = Junto a aquello en que se apoya
drift-about = Hallado al comparar lo que cada línea dice como datos con sus gestos, nunca adivinando el sentido.
drift-not-found = no lo dijo nadie aquí
drift-other-voice = dicho en nombre de otra
drift-self-criticism-turned = autocrítica vuelta hacia fuera
drift-stronger = más fuerte que aquello en que se apoya
drift-weaker = más débil que aquello en que se apoya
drift-source-changed = aquello en que se apoya ha cambiado
drift-supported = lo respalda aquello en que se apoya
finding-untraced = No se apoya en nada que esté aquí.
finding-quotes-unsaid = Da entre comillas palabras que ningún turno tiene aquí.
finding-said-for-other = Esto se dijo en nombre de otra:
finding-said-of-itself = Esto lo dijo una perspectiva contra sí misma:
finding-condition-dropped = Esto tiene una condición que la línea omite:
finding-hardened = Esto lo dice con menos rotundidad:
finding-softened = Esto lo dice con más rotundidad:
finding-side-changed = Esto toma otro lado, o ninguno:
finding-left-out = Esto se dijo de lo mismo, y la línea no le deja lugar:
finding-kept-back = Se reserva sobre lo mismo, y no está en este texto:
finding-since-not-here = Esto no está aquí:
finding-since-withdrawn = Esto se retiró después:
finding-since-gone = Esto se ocultó o vació después:
finding-since-revised = Las palabras de esto ya no están en su texto:
finding-since-disputed = Esto está en disputa:
finding-since-answered = Esta pregunta ya tiene respuesta:
thing-document = Texto
thing-line = Línea
a-document = un texto
a-line = una línea
