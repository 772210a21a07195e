# Perspectivas, preguntas, diálogos, turnos, gestos.

perspectives-about = Una perspectiva es un punto de vista que participa: una escuela de pensamiento, un movimiento, un lugar, un modo de vida. Se habla desde dentro de ella, o en su nombre.
perspectives-list = Quiénes participan
perspectives-order = Primero las que no se han oído.
perspectives-none = Aún no se ha nombrado ninguna. Nombra la que mejor conozcas.
perspective-new = Nombrar una perspectiva
perspective-name = Su nombre
perspective-short = Un nombre corto
perspective-short-hint = para tablas; puede quedar vacío
perspective-summary = Qué dice
perspective-summary-hint = de modo que quien esté en ella la reconozca
perspective-send = Nombrarla
perspective-means = Recibe una marca propia y la conserva para siempre. Después cualquiera puede redactarla mejor; cada redacción sigue legible.
perspective-named-by = nombrada por { $who }
perspective-wordings = { $count ->
    [one] Junto a esta hay otra redacción; nadie ha decidido cuál queda.
   *[other] Junto a esta hay otras { $count } redacciones; nadie ha decidido cuál queda.
}
perspective-sources = En qué se apoya
perspective-dialogues = Dónde se oyó
perspective-no-dialogue = No participa todavía en ningún diálogo.
perspective-claims = Afirmaciones que sostiene
perspective-no-claims = Nadie ha dicho qué afirmaciones sostiene.
perspective-lineage = De dónde viene
perspective-revise = Redactarla mejor
perspective-revise-about = Tu redacción sustituye a la que se muestra. Las anteriores siguen legibles.
perspective-revise-send = Quedarse con esta redacción
heard-behalf = { $count ->
    [one] 1 turno, en su nombre; nadie ha hablado desde dentro
   *[other] { $count } turnos, todos en su nombre; nadie ha hablado desde dentro
}
heard-within = { $count ->
    [one] 1 turno, desde dentro
   *[other] { $count } turnos, { $within } desde dentro
}
holds-claims = { $count ->
    [one] sostiene 1 afirmación
   *[other] sostiene { $count } afirmaciones
}
lineage-head = Anotar qué fue de ella
lineage-about = Los nombres cambian, las miradas se separan y se juntan, algunas se abandonan. Con cada paso queda su motivo.
lineage-which = Qué pasó
change-renamed = recibió otro nombre
change-split = se convirtió en varias
change-merged = varias se convirtieron en esta
change-dropped = se abandonó
change-fused = es la misma que otra, anotada dos veces
lineage-name = El otro nombre
lineage-others = Las otras
lineage-when = Cuándo
lineage-when-hint = hasta donde se sepa: 2011, o 2016-05
lineage-send = Anotarlo
remark-on-perspective = Hacer un gesto sobre ella

questions-title = Preguntas comunes
questions-about = Se hacen a todas las perspectivas, para poner las respuestas una junto a otra.
questions-list = Las preguntas
questions-none = Aún no hay ninguna. Una buena pregunta se puede responder desde cualquier lado.
question-new = Hacer una pregunta
question-text = La pregunta
question-place = Su lugar en la lista
question-send = Hacerla
question-means = Vale para todos los diálogos desde ahora, firmada con tu nombre.
question-dialogues = Diálogos bajo ella
question-no-dialogue = Ningún diálogo está todavía bajo esta pregunta.
question-claims = Afirmaciones bajo ella
question-no-claims = Ninguna afirmación está todavía bajo esta pregunta.
remark-on-question = Hacer un gesto sobre ella

dialogues-about = En un diálogo se habla por turnos: textos largos, firmados, que quedan como se dijeron. Cualquier pasaje se puede citar y responder.
dialogues-list = Los diálogos
dialogues-order = Primero los que esperan una respuesta.
dialogues-none = No ha empezado ningún diálogo. Empieza uno entre dos perspectivas.
dialogue-new = Empezar un diálogo
dialogue-nobody = nadie ha hablado todavía
dialogue-open-questions = { $count ->
    [one] 1 pregunta espera respuesta
   *[other] { $count } preguntas esperan respuesta
}
begin-title = Su título
begin-about = De qué trata
begin-perspectives = Perspectivas que se encuentran
begin-questions = Bajo qué preguntas comunes
begin-state = Cuándo
begin-open = se abre ahora
begin-planned = está previsto
begin-scheduled = Desde qué día
begin-scheduled-hint = si está previsto
begin-send = Empezarlo
begin-means = Todo el mundo aquí lo ve enseguida. Puedes cerrarlo y volver a abrirlo.

dialogue = Diálogo
dialogue-between = Diálogo entre { $perspectives }
begun-by = empezado por { $who }
dialogue-turns = Turnos
dialogue-questions = { $count ->
    [one] La pregunta común de que trata
   *[other] Las { $count } preguntas comunes de que trata
}
dialogue-how-to-take = Elige un pasaje por su número para responderle, hacer un gesto sobre él o sacar de él una afirmación.
dialogue-empty = Nadie ha hablado todavía. Un diálogo empieza cuando alguien cuenta cómo se ven las cosas desde donde está; bastan dos frases.
dialogue-empty-invite = O { $invite } que pueda hablar desde dentro. No hace falta ninguna cuenta.
dialogue-empty-invite-link = invita a alguien
dialogue-more = Retirar, traducir, sugerir y más
state-planned = previsto
state-open = abierto
state-closed = cerrado
state-scheduled = { " " }para el { $day }
state-change = Abrir, cerrar o aplazar
state-which = Este diálogo está
state-send = Decirlo

turn-title = Turno { $number } de { $who }
turn-wordings = { $count } redacciones
turn-forked = Hay dos redacciones de este turno una junto a otra; quien lo escribió no ha decidido cuál queda.
turn-same-as = Traído más de una vez; aquí se muestra una. Las otras:
turn-licence = Bajo { $licence }
turn-answer = Responder
turn-mark = Hacer un gesto
turn-lift = Sacar una afirmación
turn-more = Más
turn-take-back = Retirarlo
turn-erase = Borrarlo
turn-what-to-do = Retomarlo
turn-answer-head = Responder
turn-mark-long = Hacer un gesto: coincidir, advertir, replantear, preguntar…
turn-more-long = Discutir, traducir, sugerir y más
passage-number = Pasaje { $number }
passage-which = Qué pasaje
passage-number-which = El párrafo
passage-none = el turno entero
passage-words = O sus palabras exactas
passage-words-hint = copiadas tal como están
marks-here = Gestos sobre este pasaje
marks-more = { $count ->
    [one] 1 gesto más aquí
   *[other] { $count } gestos más aquí
}
mark-key = Gesto { $letter }: { $kind }
take-answer = Responder a este pasaje
take-mark = Hacer un gesto sobre él
take-ask = Preguntar sobre este pasaje
take-lift = Sacar una afirmación
remarks-on-turn = { $count ->
    [one] 1 gesto sobre este turno
   *[other] { $count } gestos sobre este turno
}
remarks-in-turn = { $count ->
    [one] 1 gesto hecho en este turno
   *[other] { $count } gestos hechos en este turno
}
claims-lifted = { $count ->
    [one] 1 afirmación sacada de este turno
   *[other] { $count } afirmaciones sacadas de este turno
}
translated-by = En { $language }, traducido por { $who }
wordings-head = Todas sus redacciones
wording-current = { " " }(la de arriba)
quoted-turn = turno { $number }
quoted-elsewhere = donde está
quoted-earlier-wording = (en una redacción anterior)
quoted-not-here = (ese texto no se puede leer aquí)
quoted-emptied = (las palabras citadas aquí se quitaron)
ask-open = preguntado, aún sin respuesta
ask-accepted = respondido y aceptado
ask-offered = { $count ->
    [one] se ofrece una respuesta
   *[other] se ofrecen { $count } respuestas
}

reply-head = Tu turno
reply-text = Lo que dices
reply-text-hint = Markdown; una línea vacía empieza otro párrafo
reply-closed = Este diálogo está cerrado. Aún se puede añadir un turno; di por qué habría que abrirlo de nuevo.
reply-to = Respondes a
reply-quoting = Responder a un turno o citarlo
reply-to-nobody = nadie en particular
reply-to-turn = turno { $number }, { $who }
quote-paragraph = Citando su pasaje
quote-paragraph-hint = por su número, como 3
quote-words = O sus palabras exactas
reply-details = Lengua y licencia
reply-send = Publicar este turno
reply-means = Al publicarlo se firma con tu nombre y se envía a todos los miembros. Después puedes redactarlo de nuevo; lo anterior sigue legible.
revise-head = Redactarlo de nuevo
revise-about = Desde ahora se muestra tu nueva redacción. La anterior sigue legible, y las citas siguen apuntando a ella.
revise-text = La nueva redacción
revise-send = Publicar esta redacción
revise-means = Se firma y se envía como la primera.

mark-title = ¿Qué haces con ello?
mark-title-found = ¿Qué hacen estas palabras?
mark-about = Primero el grupo que encaje, después una de sus clases: el formulario pide entonces solo lo que necesita.
mark-whole = todo
mark-passage = Qué pasaje
mark-kind = Tú …
kind-agrees-about = También lo sostienes. Por ejemplo: «Sí: quien usa el agua debe decidir sobre ella».
kind-is-compatible-about = No tienes que sostenerlo, pero nada de lo que sostienes lo contradice. Por ejemplo: «No lo diríamos así, pero cabe en lo nuestro».
kind-sees-synergy-about = Esto y otra cosa harían más juntas. Por ejemplo: el molino y la cooperativa.
kind-sees-synergy-object = ¿Junto con qué?
kind-extends-about = Vale, y para más de lo dicho. Por ejemplo: no solo para los ríos, también para el agua subterránea.
kind-extends-object = ¿A qué se extiende?
kind-sides-with-about = Donde dos se oponen, tomas este lado. Por ejemplo: con esto, antes que dejarlo al mercado.
kind-sides-with-object = ¿Frente a qué otro lado?
kind-partly-agrees-about = Sostienes una parte y el resto no. Por ejemplo: que los precios suben, no que los suban solo los comerciantes.
kind-partly-agrees-object = ¿Con qué parte estás de acuerdo?
kind-accepts-but-about = Lo aceptas mientras se cumpla algo. Por ejemplo: mientras se escuche a quienes viven río arriba.
kind-accepts-but-condition = ¿Con qué condición?
kind-disagrees-about = Sostienes que no es así. Por ejemplo: «No: ese año los precios bajaron».
kind-cautions-about = Puede ser cierto, y encierra un peligro. Por ejemplo: que quien más grita hable por todos.
kind-cautions-object = ¿Cuál es el peligro?
kind-limits-about = Solo vale hasta cierto punto. Por ejemplo: en los pueblos, no en las ciudades.
kind-limits-object = ¿Hasta dónde vale?
kind-challenges-about = Pones en cuestión lo que da por sentado. Por ejemplo: «¿Quién dice que se quiera crecer?»
kind-adds-about = Le falta algo. Por ejemplo: quienes hacen el trabajo sin paga.
kind-adds-object = ¿Qué añades?
kind-emphasises-about = Merece más peso del que se le da. Por ejemplo: «Esto es lo central».
kind-de-emphasises-about = Es cierto, e importa menos de lo que parece. Por ejemplo: «Así es, y poco depende de ello».
kind-reframes-about = Pones lo mismo en otro marco. Por ejemplo: de la falta de agua a la cuestión de quién la tiene.
kind-reframes-from = ¿En qué marco está ahora?
kind-reframes-to = ¿Cómo lo ves tú?
kind-generalises-about = Es un caso de algo más amplio. Por ejemplo: de todo bien que se usa en común.
kind-generalises-object = ¿De qué es un caso?
kind-distinguishes-about = Toma dos cosas por una. Por ejemplo: lo que es de todos y lo que es del Estado.
kind-distinguishes-from = ¿Qué distingues?
kind-distinguishes-to = ¿De qué?
kind-links-about = Va unido a algo de otra parte. Por ejemplo: a lo que se dijo de los bosques.
kind-links-object = ¿A qué lo unes?
kind-asks-about = Hay algo que responder antes de poder juzgar. Por ejemplo: «¿Quién lo paga?»
kind-asks-reason = ¿Qué preguntas?
kind-answers-about = Pregunta algo, y respondes. Por ejemplo: «Quienes lo usan, cada año».
kind-leaves-open-about = No se puede resolver ahora. Por ejemplo: porque nadie ha contado todavía.
kind-leaves-open-reason = ¿Por qué queda abierto?
kind-defers-about = Lo debe resolver otra persona, o pruebas por venir. Por ejemplo: la gente de río abajo.
kind-defers-object = ¿A quién, o a qué prueba?
mark-reason = Por qué, con tus palabras
mark-reason-hint = puede quedar vacío
mark-others = Estas palabras son a su vez un gesto sobre otra cosa
mark-others-which = Si alguien coincide, advierte o pregunta con estas palabras, elige sobre qué; después di qué hacen.
mark-found = { $who } lo dice con estas palabras:
mark-details = Qué pasaje y en qué lengua
mark-others-about = Lo señalas tú, con tu firma. No es un acto suyo mientras no lo diga.
mark-send = Publicar este gesto
mark-means = Queda junto al pasaje, firmado con tu nombre. Puedes retirarlo; entonces lo dice.

moves-title = Gestos
moves-open-title = Preguntas que nadie respondió
moves-about = Lo que la gente hace con las palabras de otras personas, por una perspectiva o en nombre propio: coincidir, advertir, replantear, preguntar y más.
moves-all = Todos los gestos
moves-open = Solo las preguntas que nadie respondió
moves-list = Los gestos
moves-order = Por fecha.
moves-none = Nadie ha hecho un gesto todavía. Abre un diálogo y elige un pasaje.
moves-none-open = Toda pregunta que se hizo tiene respuesta.
moves-none-step = Leer los diálogos
moves-by-kind = Una clase cada vez
remark-about = sobre { $target }
remark-found-in = Está en estas palabras:
remark-mark = Hacer un gesto sobre este gesto
remark-dispute = Discutirlo
remark-on-source = Hacer un gesto sobre ella
disputes-head = Discutido
answers-head = Respuestas
answers-none = Nadie ha respondido todavía.
answer-open = Abrir esta respuesta
answer-accepted-by = aceptada por { $who }
answer-mark = Responderla
answer-in-turn = Responderla en un turno
accept-head = Aceptar una respuesta
accept-about = Quien preguntó puede decir que un gesto o un turno le respondió.
accept-which = Qué respuesta
accept-words = Unas palabras
accept-send = Aceptarla
remarks-head = Gestos
remarks-none = Nadie ha hecho un gesto sobre esto todavía.
lift-head = Sacar de él una afirmación
lift-about = Una afirmación es una frase corta que otras personas pueden votar. Dila en el sentido de quien habla; el pasaje queda enlazado a ella.

since-here = Nuevo desde el { $when }
since-new = { $count ->
    [one] Desde que estuviste aquí, { $when }, ha llegado un turno: { $first }.
   *[other] Desde que estuviste aquí, { $when }, han llegado { $count } turnos; el primero es el { $first }.
}
since-nothing = Nada ha llegado desde que estuviste aquí, { $when }.
read-so-far = He leído hasta aquí
read-so-far-about = se guarda solo en este equipo; la próxima vez se señala lo nuevo
crumb-turn = En el diálogo { $dialogue }
crumb-mark = Un gesto sobre { $what }

preview-head = Así se leerá
preview-about = Guardado en este equipo. Nadie más lo ve hasta que lo publiques.
preview-speaks = Hablas { $standpoint }
preview-nothing = Aún no tiene palabras.
draft-see = Verlo antes
draft-forget = Tirar el borrador
draft-kept = Lo que escribiste se guarda como borrador en este equipo.
similar-head = Ya dicho, y muy parecido
similar-about = Quizá algo de esto ya lo dice; entonces respóndelo, vótalo o di en qué se diferencia.
turn-before = El turno anterior, { $number }
turn-after = El turno siguiente, { $number }
near-thing = { $what }: { $words }
near-thing-by = { $what }: { $words } ({ $who })
near-find = Buscar otra cosa
near-nothing = Nada de aquí tiene esas palabras. Prueba con menos, o con otras.
present-answering = { $count ->
    [one] { $who } está respondiendo al turno { $number }.
   *[other] { $who } están respondiendo al turno { $number }.
}
present-writing = { $count ->
    [one] { $who } está escribiendo un turno.
   *[other] { $who } están escribiendo turnos.
}
present-self = Estás escribiendo esto en otra ventana, o lo hacías hace un momento. Queda lo que se guarde al final.
remarks-all = Todos los gestos sobre ella
