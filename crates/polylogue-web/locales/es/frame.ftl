# El marco de cada página, las fechas, las pequeñas palabras que unen.

product = Polylogue
skip = Ir al texto
contents = Contenido
contents-more = Más
title-in-commons = { $page } · { $commons }
title-alone = { $page } · Polylogue
title-refused = No se hizo: { $page }
between = { " · " }
list-next = { ", " }
list-last = { " y " }

part-home = El procomún
part-dialogues = Diálogos
part-perspectives = Perspectivas
part-questions = Preguntas
part-claims = Afirmaciones
part-moves = Gestos
part-people = Personas
part-sources = Biblioteca
part-practices = Prácticas
part-search = Buscar
part-charter = Carta
part-log = Actas
part-signs = Signos que se usan aquí
part-settings = Tu nombre
part-commons-list = Otros procomunes

live-new = Nuevo en esta página:
live-lost = Esta página ya no se entera de los cambios: Polylogue no responde en este equipo. Lo que estás escribiendo sigue aquí.
live-words = Palabras tomadas:
live-kept = Borrador guardado en este equipo.
live-unkept = No se pudo guardar el borrador. Se intenta de nuevo; copia tus palabras antes de dejar esta página.

keys-head = Teclas
keys-help = estas teclas
keys-search = buscar
keys-turns = el turno siguiente, el anterior
keys-answer = ir a donde se escribe
keys-mark = en un pasaje: hacer un movimiento
keys-lift = en un pasaje: extraer una afirmación
keys-send = publicar lo que escribiste
keys-vote = ante una afirmación: de acuerdo, en desacuerdo, paso
keys-undo = retirar lo último que hiciste
keys-words = sobre el número de un párrafo: tomar sus palabras, una tras otra
keys-on = Las letras solas sirven de teclas
keys-close = Cerrar

foot-alone = Solo en este equipo
foot-peers = { $known ->
    [one] { $heard ->
        [0] 1 par, hoy sin noticias
       *[other] 1 par, con noticias hoy
    }
   *[other] Hoy, noticias de { $heard } de { $known } pares
}
foot-only-here = { $count ->
    [one] 1 de tus aportaciones está solo en este equipo · { $what }
   *[other] { $count } de tus aportaciones están solo en este equipo · { $what }
}
foot-only-here-what = qué significa
foot-nowhere = Todo lo que hay aquí está en tu propio equipo; nada necesita un servidor ni una cuenta

done = Hecho, y firmado con tu nombre.
done-undo = Retirarlo

pages = Partes de esta lista
pages-before = La parte anterior
pages-after = La parte siguiente
pages-shown = { $first } a { $last } de { $all }
pages-next = Los { $count } siguientes
pages-previous = Los { $count } anteriores
pages-beyond = { $all ->
        [one] Esta lista termina antes: tiene una entrada.
       *[other] Esta lista termina antes: tiene { $all } entradas.
    }
pages-first = Al principio
number = { $number }
not-yet = todavía no
not-known = no se sabe
not-heard = sin oír

time-today = hoy { $clock } UTC
time-yesterday = ayer { $clock } UTC
time-day = { $day } de { $month } de { $year }
time-earlier = (según un reloj atrasado)
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre

nameless = alguien sin nombre ({ $key })
newcomer-beside-name = (acaba de llegar, aún no cuenta)
perspective-not-here = una perspectiva que aún no ha llegado
speaker-within = por { $perspective }, desde dentro
speaker-behalf = por { $perspective }, en su nombre
unnamed-speaker = No se nombra a quien habla
recorded-by = anotado por { $who }

brought-in-by = traído por { $who }
brought-in-named = Traído por { $who } desde { $source }
brought-in-whole = Traído por { $who } desde { $source } el { $day }
brought-in-pasted = un texto pegado
brought-in-repaired = Traído por { $who } desde { $source }. Esa página no nombra a quien habla; el nombre se deduce de las páginas vecinas.
brought-in-unnamed = Traído por { $who } desde { $source }, que no nombra a quien habla
brought-in-paraphrased = Parafraseado por { $who } desde { $source }, no con las palabras de quien habla
brought-in-licence = , { $licence }

fate-not-here = El texto aún no ha llegado. Se sabe quién lo firmó y cuándo; las palabras vendrán después.
fate-erased = Quien lo escribió borró las palabras. Queda que alguien dijo algo aquí, y cuándo.
fate-erased-because = Quien lo escribió borró las palabras: { $reason }
fate-erased-moderator = La moderación borró las palabras. Las actas dicen quién, y se puede responder.
fate-erased-moderator-because = La moderación borró las palabras: { $reason } Las actas dicen quién, y se puede responder.
fate-hidden = Ocultado por la moderación. Las actas dicen por qué, y se puede responder.
fate-hidden-because = Ocultado por la moderación: { $reason } Las actas dicen quién, y se puede responder.
fate-minute = Ver el acta
emptied-by-author = (vaciado por quien lo escribió)
emptied-by-moderator = (vaciado por la moderación)
hidden-by-moderator = (ocultado por la moderación)
taken-back = (retirado)
text-not-here = (su texto aún no ha llegado)
perspective-gone = una perspectiva vaciada u ocultada
dialogue-gone = En este diálogo ya no se puede decir nada más; queda lo que otras personas dijeron.
fate-withdrawn = Retirado por quien lo escribió. Se puede leer y ya no cuenta como dicho.
fate-withdrawn-because = Retirado: { $reason } Se puede leer.

thing-perspective = Perspectiva
thing-question = Pregunta común
thing-dialogue = Diálogo
thing-turn = Turno
thing-claim = Afirmación
thing-move = Gesto
thing-source = Obra de la biblioteca
thing-practice = Práctica
thing-person = Persona
thing-not-here = algo que aún no ha llegado
thing-vote = Voto
thing-lineage = Cambio de un nombre o una afirmación
thing-profile = Perfil
thing-translation = Traducción
thing-suggestion = Sugerencia
thing-law = Carta
thing-membership = Pertenencia
thing-moderation = Moderación
thing-device = Equipo
thing-other = Nota
thing-newer = Algo de una versión más nueva

tally = { $agree } de acuerdo, { $disagree } en desacuerdo, { $pass } pasan
tally-matters = , a { $count } les importa

lineage-renamed = { $from } se llama ahora { $to }
lineage-split = { $from } se convirtió en { $to }
lineage-merged = { $from } se unieron en { $to }
lineage-dropped = { $from } se abandonó
lineage-dropped-for = { $from } se abandonó por { $to }
lineage-reworded = { $from } se redactó de nuevo: { $to }
lineage-fused = { $from } y { $to } se muestran como una sola
lineage-changed = { $from } cambió

move-agrees = { $who ->
    [you] estás de acuerdo
   *[other] está de acuerdo
}
move-is-compatible = { $who ->
    [you] lo ves compatible
   *[other] es compatible
}
move-sees-synergy = { $who ->
    [you] ves sinergia
   *[other] ve sinergia
}
move-extends = { $who ->
    [you] lo extiendes
   *[other] extiende
}
move-sides-with = { $who ->
    [you] tomas partido
   *[other] toma partido
}
move-partly-agrees = { $who ->
    [you] estás de acuerdo en parte
   *[other] está de acuerdo en parte
}
move-accepts-but = { $who ->
    [you] lo aceptas, pero
   *[other] acepta, pero
}
move-disagrees = { $who ->
    [you] no estás de acuerdo
   *[other] no está de acuerdo
}
move-cautions = { $who ->
    [you] adviertes
   *[other] advierte
}
move-limits = { $who ->
    [you] lo limitas
   *[other] limita
}
move-challenges = { $who ->
    [you] lo cuestionas
   *[other] cuestiona
}
move-adds = { $who ->
    [you] añades algo
   *[other] añade
}
move-emphasises = { $who ->
    [you] lo subrayas
   *[other] subraya
}
move-de-emphasises = { $who ->
    [you] le restas peso
   *[other] resta peso
}
move-reframes = { $who ->
    [you] lo replanteas
   *[other] replantea
}
move-generalises = { $who ->
    [you] lo generalizas
   *[other] generaliza
}
move-distinguishes = { $who ->
    [you] distingues
   *[other] distingue
}
move-links = { $who ->
    [you] lo enlazas
   *[other] enlaza
}
move-asks = { $who ->
    [you] preguntas
   *[other] pregunta
}
move-answers = { $who ->
    [you] respondes
   *[other] responde
}
move-leaves-open = { $who ->
    [you] lo dejas abierto
   *[other] deja abierto
}
move-defers = { $who ->
    [you] lo remites
   *[other] remite
}
move-of-newer-version = un gesto de una versión más nueva
move-condition = con la condición: { $condition }
move-from-to = de { $from } a { $to }
move-distinguishes-from = { $from } de { $to }
move-marked-by = señalado por { $who }
move-all-marked-by = todo señalado por { $who }
move-marked-in = en { $place } · señalado por { $who }
move-disputed = { $count ->
    [one] discutido
   *[other] discutido por { $count }
}
move-on = sobre

polarity-support = Apoyo
polarity-qualified = Apoyo con reservas
polarity-challenge = Objeción
polarity-transform = Transformación
polarity-ask = Pregunta
kinds-support = De acuerdo, o lo extiendes
kinds-qualified = De acuerdo en parte
kinds-challenge = En desacuerdo, o adviertes
kinds-transform = Añades, replanteas o distingues
kinds-ask = Preguntas, respondes o lo dejas abierto
underline-support = el apoyo es una línea
underline-qualified = el apoyo con reservas es una línea quebrada
underline-challenge = la objeción es una línea doble
underline-transform = la transformación es una línea de puntos
underline-ask = la pregunta ondula

needs-condition = una condición
needs-from-to = de … a …
needs-from-that = esto de aquello
needs-question = la pregunta
needs-reason = por qué
needs-danger = el peligro
needs-part = qué parte
needs-over = frente a cuál
needs-how-far = hasta dónde vale
needs-to-whom = a quién, o a qué prueba
needs-with-what = con qué
needs-what = qué
needs-to-what = a qué

language = Lengua
field-language = Lengua de tus palabras
field-language-hint = como etiqueta: es, en, ar, pt-BR
field-licence = Licencia
field-reason = Por qué
field-reason-hint = lo leerán otras personas

speak-for = Hablas por
speak-oneself = ti
speak-perspective = Perspectiva
speak-within = desde dentro
speak-behalf = en su nombre
only-members-speak = Aquí solo escriben los miembros. Puedes seguir la lectura; con la invitación de un miembro entras.
only-votes = Se te admitió para votar y no para escribir. Pide a alguien de acogida que te admita para todo.
only-members-vote = Aquí solo votan los miembros. Con la invitación de un miembro entras.
newcomer-counts-later = Acabas de llegar. Lo que escribes se muestra así, y cuenta desde el principio en cuanto un miembro te dé la bienvenida.
trial-about = Esto es una prueba, y todo desaparece cuando detienes el programa. Para conservar un procomún, ejecuta «polylogue serve».
refused-elsewhere = Lo que escribiste
refused-text-kept = Lo que escribiste sigue abajo, sin cambios.

signs-about = Dos clases de signo y ninguna más: una marca llena para una perspectiva, una dibujada para un gesto. Ninguna va nunca sin su palabra.
signs-kind = gesto
signs-polarity = polaridad
signs-plain = en texto simple
signs-asks = te pide
signs-passages = Sobre un pasaje

languages-title = Lengua de las páginas
languages-about = Lo que la gente escribió queda en la lengua en que lo escribió.
languages-which = Las páginas hablan
languages-browser = como pida el navegador
languages-send = Elegirla
languages-means = Vale para todos los procomunes de este equipo, y para nadie más.

foot-find = Buscar, o ir a
languages-other = Elegir otra lengua
