# Lo que se puede hacer con lo dicho; las actas; el registro.

thing-title = Sobre esta pieza
thing-more = Retirar, traducir, sugerir y más
thing-about = Qué fue de ella
thing-back = Volver a donde está
thing-signed = Firmada por
thing-brought-in = Se trajo el
thing-counts = Qué ha sido de ello
thing-text = Texto
thing-id = Identificador
thing-acts = Qué puedes hacer

withdraw-head = Retirarla
withdraw-about = Sigue legible y dice que la retiraste. Para que se vayan las palabras, bórralas.
withdraw-send = Retirarla
dispute-head = Discutirla
dispute-about = Di por qué un gesto, una atribución o una anotación está mal. Tu objeción queda al lado.
dispute-send = Discutirla
erase-head = Borrar sus palabras
erase-about = Las palabras se van de este equipo enseguida, y de los demás cuando se enteren. Queda que se dijo algo, quién y cuándo. Pueden quedar copias de quien no cumpla las reglas.
erase-about-moderator = Las palabras dejan de verse enseguida, y se destruyen tras el plazo que fija la carta. Tu motivo es público y se puede responder.
erase-send = Borrar
erase-means = Esto no se puede deshacer.
hide-head = Ocultarla
hide-about = Deja de verse hasta que alguien la vuelva a mostrar. Tu motivo es público y se puede responder.
hide-send = Ocultarla
translate-head = Traducirla
translate-about = Tu traducción queda junto al original, con tu nombre. Los votos son comunes a las dos.
translate-language = A qué lengua
translate-language-hint = como etiqueta: es, en, ar
translate-text = La traducción
translate-send = Publicar esta traducción
suggest-head = Sugerir algo
suggest-about = Nada pasa si no están de acuerdo quienes lo escribieron.
suggest-which = Qué
suggest-fuse = mostrarlas como una sola
suggest-sequence = leerlas una tras otra
suggest-dialogue = ponerlas en diálogo
suggest-meet = que se encuentre su gente
suggest-keep-apart = mantenerlas aparte
suggest-others = Con cuáles
suggest-send = Sugerirlo
hold-head = Pedir que se espere para publicarla
hold-about = Un grupo que necesita tiempo entre los suyos pide a todo el mundo que espere. Termina por sí solo.
hold-caucus = Quién lo pide
hold-days = Por cuántos días
hold-send = Pedirlo

log-about = Lo que se hizo con personas, palabras y la carta, quién y por qué. Cualquiera puede responder.
log-none = Nada ha pasado todavía.
log-record = El registro completo, pieza por pieza
minute-founding = { $who } fundó este procomún.
minute-resolution = { $who } propuso un cambio de la carta.
minute-assent = { $who } asintió a un cambio de la carta.
minute-moderator-erase = { $who } borró palabras desde la moderación. { $about }
minute-erase = { $who } borró palabras suyas.
minute-admit = { $who } dio la bienvenida a { $whom }.
minute-vouch = { $who } avaló a { $whom }.
minute-removal = { $who } puso fin a la pertenencia de { $whom }.
minute-doors-closed = { $count ->
    [one] Una invitación que escribió o por la que entró está cerrada: quien llegue ahora por ella espera entre las personas recién llegadas.
   *[other] { $count } invitaciones que escribió o por las que entró están cerradas: quien llegue ahora por una de ellas espera entre las personas recién llegadas.
}
minute-leave = { $who } se fue.
minute-join = { $who } entró.
minute-hide = { $who } ocultó { $about }
minute-restore = { $who } volvió a mostrar { $about }
minute-restore-something = { $who } volvió a mostrar lo que estaba oculto.
minute-shown-again = Después se volvió a mostrar.
minute-resolution-carried = { $who } cambió la carta.
minute-thing-by = { $what } de { $who }
a-perspective = una perspectiva
a-question = una pregunta común
a-dialogue = un diálogo
a-turn = un turno
a-claim = una afirmación
a-remark = un gesto
a-source = una obra de la biblioteca
a-practice = una práctica
a-profile = un perfil
a-piece = una pieza
law-change-granted = { $who } tiene el cargo de { $office } hasta el { $day }.
law-change-recalled = { $who } ya no tiene el cargo de { $office }.
law-change-keeper = { $who } custodia ahora la carta.
law-change-keeper-gone = { $who } ya no custodia la carta.
law-change-until = La custodia dura hasta el { $day }.
law-change-admission = Quién puede entrar: { $who }.
law-change-licence = Lo que se dice aquí está bajo { $licence }.
law-change-charter = Las palabras de la carta son otras.
law-change-none = Deja todo como estaba.
minute-hold = { $who } pidió esperar con { $about }
minute-appeal = { $who } respondió a un acto.
minute-closing = { $who } cerró un recuento.
minute-count-without = { $who } cuenta el mapa de { $about } también sin { $people ->
    [one] 1 persona
   *[other] { $people } personas
}; el mapa de todas las personas queda
minute-count-without-under-nothing = { $who } cuenta el mapa de las afirmaciones que no están bajo nada también sin { $people ->
    [one] 1 persona
   *[other] { $people } personas
}; el mapa de todas las personas queda
minute-count-all = { $who } hace que el mapa de { $about } se cuente otra vez solo con todas las personas
minute-count-all-under-nothing = { $who } hace que el mapa de las afirmaciones que no están bajo nada se cuente otra vez solo con todas las personas
minute-invitation = { $who } hizo una invitación.
minute-invitation-close = { $who } cerró una invitación.
minute-handover = { $who } pasó a una clave nueva.
minute-device-add = { $who } añadió un equipo.
minute-device-end = { $who } puso fin a un equipo.
minute-other = { $who } hizo algo que esta versión no sabe contar.
minute-no-reason = Sin motivo.
appeal-head = Responder a esto
appeal-text = Tu respuesta
appeal-send = Publicar la respuesta
restore-head = Volver a mostrarlo
restore-send = Volver a mostrarlo
changes-head = Cambiado desde entonces
changes-about = lo que contaba y ya no cuenta, o al revés, después de llegar algo
changes-piece = Esta pieza:
changes-because = Porque llegó { $what }.
changes-what = esto

record-title = Todo lo recibido
record-about = Una línea por cada pieza, con sus primeras palabras y lo que fue de ella; primero lo último recibido. Todo se conserva.
record-what = Qué
record-none = No se ha recibido nada de esto.
record-day = Recibido el { $day }
record-signed = firmado { $when }
record-show = Mostrar estas
did-found = fundó este procomún
did-propose = propuso un cambio de la carta
did-assent = asintió a un cambio de la carta
did-invite = hizo una invitación
did-close-invitation = cerró una invitación
did-join = entró
did-admit = dio la bienvenida a alguien
did-vouch = avaló a alguien
did-remove = puso fin a una pertenencia
did-leave = se fue
did-add-device = añadió un equipo
did-end-device = puso fin a un equipo
did-hand-over = pasó a una clave nueva
did-line-clause = dijo como datos lo que dice
did-line-place = la puso en otro sitio
did-line-strike = la tachó, o dejó que valga de nuevo
erase-quoted = { $count ->
    [one] Un acto firmado cita palabras suyas y no se puede cambiar: ninguna página las muestra ya, y quedan en el registro, en las copias y en las ediciones.
   *[other] { $count } actos firmados citan palabras suyas y no se pueden cambiar: ninguna página las muestra ya, y quedan en el registro, en las copias y en las ediciones.
}
erase-quoted-where = Dónde se cita
