# Comentarios a textos escritos en común, votos sobre redacciones, disenso, etapas y acciones.

thing-comment = Comentario
a-comment = un comentario
thing-dissent = Disenso
a-dissent = un disenso

comments-title = Comentarios
comments-open-of = { $count ->
    [0] Ningún comentario aún
    [one] { $open ->
        [0] Un comentario, respondido
       *[other] Un comentario, por responder
    }
   *[other] { $count } comentarios, { $open } por responder
    }
comments-list = Lo que se dijo
comments-none = Nadie ha comentado.
comments-all = Todos
comments-more = { $count } más
comment-title = Un comentario
comment-new = Comentar
comment-new-about = Quien escribe aquí responde cada comentario con una razón antes de que se haga una edición.
comment-text = Lo que dices
comment-words = Las palabras a las que te refieres
comment-words-hint = exactamente como están en la línea; déjalo vacío para toda la línea
comment-wording = Cómo debería leerse toda la línea
comment-wording-hint = puede quedar vacío
comment-send = Comentar
comment-send-means = Firmado con tu nombre. Puedes retirarlo.
comment-on-document = sobre todo el texto
comment-on-line = sobre esta línea
comment-on-missing = Aquello sobre lo que era no está aquí.
comment-answers = Responde a { $what }
comment-means = Se refiere a las palabras { $words }
comment-orphaned = Las palabras { $words } ya no están en la línea.
comment-emptied = Las palabras a las que se refería fueron retiradas.
comment-words-not-here = Se refiere a las palabras { $words }; la línea no puede leerse aquí ahora.
comment-proposes = Redacción propuesta
comment-has-wording = con otra redacción
comment-became = Qué fue de él
comment-undisposed = Nadie lo ha respondido aún.
comment-divided-about = Varias personas lo respondieron de otro modo. Una respuesta nueva toma el lugar de todas.
comment-open = por responder
comment-divided = respondido de otro modo por varias personas
comment-accepted = aceptado
comment-adapted = adaptado
comment-declined = declinado
comment-taken-back = retirado
comment-replies = Réplicas
comment-no-replies = Ninguna réplica aún.
comment-reply-count = { $count ->
    [one] una réplica
   *[other] { $count } réplicas
    }
dispose-head = Responderlo
dispose-which = Qué pasa con él
dispose-send = Responder
dispose-means = Tu razón es pública. Se puede cambiar después.
dispose-means-wording = Si lo aceptas, la línea se lee como se propuso, con crédito a quien lo propuso. Tu razón es pública.
disposition-wrote = la línea se redactó por él
comment-reply-text = Tu réplica
comment-reply-send = Replicar
comment-reply-send-means = Firmado con tu nombre.
unclear-disposed = Elige qué pasa con él: aceptado, adaptado o declinado.
line-credited = Como lo propuso { $who } en { $comment }.
line-credited-comment = un comentario
needs-comments = { $count ->
    [one] comentario espera respuesta en
   *[other] comentarios esperan respuesta en
    } { $documents }

wording-votes-head = Votos sobre las redacciones
wording-votes-about = Un voto pertenece a la redacción exacta sobre la que se dio. Una redacción que cambia se vota de nuevo.
wording-votes-none = Nadie ha votado aún.
wording-votes-caption = Cada redacción que se votó, por orden de tiempo
wording-votes-wording = Redacción
wording-votes-stands = Cómo está
wording-stands = está ahora
wording-proposed = propuesta
wording-earlier = una ronda anterior
wording-vote-head = Votar sobre una redacción
wording-vote-which = Qué redacción
wording-vote-why = Por qué
wording-vote-why-hint = puede quedar vacío
wording-vote-agreed = Estuviste de acuerdo.
wording-vote-disagreed = Estuviste en desacuerdo.
wording-vote-passed = Pasaste.

dissents-title = Disenso
dissents-about = Informes y reservas de quienes lo ven de otro modo. Están junto al texto, tan grandes como él, y van en sus ediciones.
dissents-none = Nadie disiente.
dissents-count = { $count ->
    [0] Ningún disenso
   *[other] Disenso: { $count }
    }
dissents-more = { $count } más
dissent-report = Informe de minoría
dissent-reservation = Reserva
dissent-new = Disentir
dissent-form = Qué es
dissent-title = Título
dissent-text = Sus palabras
dissent-send = Firmar y publicar
dissent-send-means = Queda bajo tu nombre; otras personas pueden añadir el suyo. Después sus palabras no pueden cambiarse.
dissent-signed = Firmado por { $who }
dissent-no-names = Ya no queda ningún nombre al pie.
dissent-words-stay = Sus palabras nunca cambian bajo quienes lo firmaron.
dissent-join = Poner tu nombre al pie
dissent-join-means = Puedes quitarlo de nuevo.
dissent-beside = Unas palabras junto a tu nombre
dissent-beside-hint = puede quedar vacío
dissent-leave = Quitar tu nombre

left-out-title = Dejado fuera de una edición
left-out-head = Dejado fuera de ediciones
left-out-none = No se dejó fuera de ninguna.
left-out-of = Dejado fuera de { $edition }:
left-out-replies = { $count ->
    [0] Replicar
    [one] Una réplica
   *[other] { $count } réplicas
    }
left-out-new = Dejarlo fuera de una edición
left-out-edition = Qué edición
left-out-send = Dejarlo fuera
left-out-send-means = Tu razón es pública, y cualquiera puede responderla al lado.
unclear-edition = Di qué edición.

thing-stage = Etapa
thing-action = Acción
stages-title = Etapas
stages-about = Qué viene cuándo, quién responde y qué hace falta. Nada aquí que no pueda cambiarse después.
stages-none = Ninguna etapa aún. Agrega una, o deja que una plantilla prepare algunas.
stages-prepare = Dejar que una plantilla prepare etapas
stages-template = Cuál
stages-inquiry = una indagación: perspectivas, preguntas, diálogos, sinopsis, síntesis
stages-survey = una encuesta: enunciados, votos, mapa, informe
stages-process = un proceso de políticas en diez pasos, del mandato a lo que resultó
stages-open-space = un espacio abierto: inscribir, proponer, aglutinar, mural, acciones
stages-begin = Agregar estas etapas
stages-begin-means = Comienzan hoy, con tu nombre. Cambia después cualquiera de ellas.
template-open-space = un espacio abierto: muchos proponen, nada se decide por todos
found-stages = con sus etapas preparadas
stage-new = Agregar una etapa
stage-name = Nombre
stage-purpose = Para qué es
stage-needs = Qué necesita para terminarse
stage-needs-hint = una cosa en cada línea
stage-from = Desde
stage-until = Hasta
stage-who = Quién responde por ella
stage-place = Su lugar entre las etapas
stage-send = Agregarla
stage-send-means = Firmado con tu nombre. Cualquiera de aquí puede cambiarla.
stage-open = en curso
stage-to-come = por venir
stage-overdue = sus días pasaron
stage-done = hecha
stage-skipped = dejada fuera
stage-from-until = { $from } a { $until }
stage-only-from = desde { $from }
stage-only-until = hasta { $until }
stage-no-dates = aún sin fechas
stage-responsible = { $who } responde por ella
stage-nobody = nadie responde aún por ella
stage-rests = Se apoya en { $what }.
stage-checklist = Qué hace falta
stage-needs-nothing = Nadie ha dicho qué hace falta.
stage-others = Planeada de otro modo al mismo tiempo
stage-set = Decir hasta dónde va
stage-step = Está
stage-words = Qué resultó
stage-rests-on = En qué se apoya
stage-rests-on-hint = los comienzos de los identificadores; puede quedar vacío
stage-set-send = Decirlo
stage-set-means = Firmado con tu nombre. Después se puede decir otra cosa.
stage-revise = Cambiarla
stage-revise-send = Cambiarla
check-newer = Algo que solo una versión más nueva puede contar (número { $number })
check-met = alcanzado
check-unmet = aún no
unclear-day = Da un día como 2026-11-22.
unclear-who = Elige a alguien que participe aquí.
unclear-step = Di hasta dónde va.
unclear-template = Elige una plantilla.

actions-title = Acciones
actions-about = Qué habrá hecho la gente para un día, con su propio nombre. A nadie obliga que no firmó.
actions-none = Ninguna acción aún.
action-new = Decir qué vas a hacer
action-text = Qué se hará
action-until = Para cuándo
action-from = De qué viene
action-from-hint = el comienzo de un identificador; puede quedar vacío
action-send = Firmar y publicar
action-send-means = Queda bajo tu nombre; otras personas pueden añadir el suyo.
action-by = para el { $day }
action-past = su día ya pasó
action-comes = viene de { $what }
check-charter = La carta dice algo
check-perspectives = Perspectivas nombradas: { $have }; hacen falta { $of }
check-perspectives-heard = Perspectivas que han contestado: { $have } de { $of }
check-questions = Preguntas comunes: { $have }
check-dialogues = Diálogos: { $have }
check-dialogues-closed = Diálogos cerrados: { $have } de { $of }
check-claims = Afirmaciones: { $have }
check-voters = Miembros que han votado: { $have } de { $of }
check-suggestions = Sugerencias con respuesta: { $have } de { $of }
check-documents = Textos con una línea: { $have }
check-lines-traced = Líneas que se apoyan en algo: { $have } de { $of }
check-comments = Comentarios con respuesta: { $have } de { $of }
check-practices = Prácticas: { $have }
check-actions = Acciones firmadas: { $have } de { $of }
check-sources = Fuentes: { $have }
