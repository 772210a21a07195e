# La lista de procomunes, fundar, entrar, la portada, invitar, el estado.

commons-title = Tus procomunes
commons-about = Un procomún es un lugar donde personas que parten de puntos distintos resuelven algo juntas. Cada participante lo tiene entero.
commons-here = En este equipo
commons-none = Aún no hay ninguno. Funda uno abajo, o entra en uno con una invitación.
count-people = { $count ->
    [one] 1 persona
   *[other] { $count } personas
}
count-perspectives = { $count ->
    [0] ninguna perspectiva todavía
    [one] 1 perspectiva
   *[other] { $count } perspectivas
}
count-dialogues = { $count ->
    [0] ningún diálogo todavía
    [one] 1 diálogo
   *[other] { $count } diálogos
}
count-questions = { $count ->
    [0] ninguna pregunta común todavía
    [one] 1 pregunta común
   *[other] { $count } preguntas comunes
}
turns-count = { $count ->
    [0] ningún turno todavía
    [one] 1 turno
   *[other] { $count } turnos
}
you-are-member = eres miembro
you-are-voter = puedes votar
you-are-newcomer = puedes leer; acabas de llegar
you-left = te fuiste
you-were-removed = tu pertenencia terminó

found-head = Fundar un procomún
found-about = Basta con un nombre y una pregunta. Todo lo demás tiene ya una respuesta sensata y se puede cambiar después.
found-title = Nombre del procomún
found-question = La pregunta bajo la que está
found-question-hint = una que gente de distintos lados quiera responder
found-name = Tu nombre allí
found-name-hint = cualquier nombre; otro procomún te conoce por otra clave
found-details = Lengua, licencia, quién puede entrar
found-template = Empieza como
template-inquiry = una indagación: perspectivas en diálogo
template-survey = una encuesta: afirmaciones y votos
template-process = un proceso por etapas
template-blank = una página en blanco
found-admission = Quién puede entrar
admission-invitation = quien un miembro invite
admission-vouching = quien un miembro avale
admission-open = cualquiera puede escribir; cuenta con la bienvenida de un miembro
found-charter = Carta
found-charter-hint = lo que acuerdan los miembros; bastan unas frases
found-send = Fundarlo
found-means = Lo custodias un año y luego lo renuevas. Antes del décimo miembro, nombra a dos personas más que lo custodien.

join-title = Entrar con una invitación
join-about = Pega la invitación que te dieron. Tu equipo trae entonces el procomún desde el suyo; no se abre ninguna cuenta en ninguna parte.
join-about-short = ¿Te dieron una invitación? Con ella tu equipo trae su procomún.
join-open = Usar una invitación
join-ticket = La invitación
join-ticket-hint = empieza por «polylogue»; los saltos de línea no importan
join-send = Entrar
join-means = Puede tardar un momento: alguna de las personas que tienen el procomún debe estar al alcance.

home-over = La pregunta bajo la que está este procomún
home-begun = Abierto por { $who } el { $day }

needs-head = Lo que te espera
needs-order = Lo más antiguo primero. Nada se ordena por popularidad.
needs-assents = { $count ->
    [one] propuesta de cambiar la carta espera tu asentimiento
   *[other] propuestas de cambiar la carta esperan tu asentimiento
}
needs-acts-against = { $count ->
    [one] cosa que dijiste fue ocultada o vaciada por la moderación: { $things }
   *[other] cosas que dijiste fueron ocultadas o vaciadas por la moderación: { $things }
}
needs-acts-against-about = Las actas dicen quién y por qué; allí puedes responder.
needs-newcomers = { $count ->
    [one] persona recién llegada a quien dar la bienvenida:
   *[other] personas recién llegadas a quienes dar la bienvenida:
}
needs-newcomers-about = Lo que escriben se muestra y no cuenta hasta que alguien les dé la bienvenida.
needs-open = { $count ->
    [one] pregunta está abierta
   *[other] preguntas están abiertas
}
needs-open-oldest = La más antigua espera desde { $when }: { $question }
needs-open-answer = Responderla
needs-unheard = { $count ->
    [one] perspectiva no se ha oído en absoluto: { $perspectives }
   *[other] perspectivas no se han oído en absoluto: { $perspectives }
}
needs-on-behalf = { $count ->
    [one] Por una más solo habla otra persona.
   *[other] Por { $count } más solo habla otra persona.
}
needs-on-behalf-only = { $count ->
    [one] perspectiva por la que solo habla alguien que no está en ella
   *[other] perspectivas por las que solo habla alguien que no está en ellas
}
needs-unheard-invite = Invita a alguien que esté allí
needs-unvoted = { $count ->
    [one] afirmación que { $vote }, de { $all }
   *[other] afirmaciones que { $vote }, de { $all }
}
needs-unvoted-link = no has votado
needs-suggestions = { $count ->
    [one] sugerencia de juntar o separar cosas no tiene respuesta todavía
   *[other] sugerencias de juntar o separar cosas no tienen respuesta todavía
}
needs-first-perspective = Una conversación empieza cuando se nombran dos puntos de vista. ¿Cuál es el tuyo?
needs-first-dialogue = Las perspectivas ya tienen nombre. En un diálogo se encuentran.
needs-nothing = Nada te espera. Cada pregunta tiene respuesta, y has votado todas las afirmaciones.
needs-nothing-step = Leer los diálogos

latest-head = Últimos turnos
latest-all = { $count ->
    [one] El único turno
   *[other] Los { $count } turnos
}
latest-none = Nadie ha hablado todavía. El primer turno puede ser una sola frase.
latest-where = { $dialogue }, turno { $number }

people-and-peers = Personas y pares
fact-you = Eres
fact-you-unnamed = Di tu nombre
fact-people = Personas
fact-people-are = { $count ->
    [one] un miembro, tú
   *[other] { $count } miembros
}
fact-brought-in = , y { $count } traídas de fuera
fact-newcomers = { $count ->
    [one] , y 1 persona recién llegada que aún no cuenta
   *[other] , y { $count } personas recién llegadas que aún no cuentan
}
fact-peers = Pares
fact-peers-none = ninguno todavía: todo está solo en este equipo
fact-peers-are = { $known } conocidos, noticias de { $heard } hoy
fact-held = Tienen
fact-held-all = todo lo que escribiste
fact-held-not = { $count ->
    [one] todo lo tuyo menos una aportación, que está solo en este equipo
   *[other] todo lo tuyo menos { $count } aportaciones, que están solo en este equipo
}
fact-status = Par por par
invite-somebody = Invitar a alguien

law-head = Cómo se cuida este lugar
law-keepers = { $count ->
    [one] { $who } custodia la carta.
   *[other] { $who } custodian juntas la carta.
}
law-read = { $version ->
    [1] Leer la carta, tal como se fundó
   *[other] Leer la carta, versión { $version }
}
law-few-keepers = Un lugar de este tamaño debería tener tres personas que lo custodien, para no depender de una sola.

inquiry-head = Hasta dónde ha llegado la indagación
inquiry-caption = Primero los diálogos que esperan una respuesta.
inquiry-state = estado
inquiry-turns = turnos
inquiry-open = preguntas abiertas
inquiry-latest = dicho por última vez

invite-title = Invitar a alguien
invite-about = Una invitación es un texto que entregas: por correo, por chat, en papel, en una memoria. Quien la tiene puede leer todo lo de aquí; dala solo a quien de verdad quieras invitar.
invite-letter = La carta que se envía, entera
invite-letter-in = La carta está en
letter-hello = Hola:
letter-hello-whom = Hola, { $whom }:
letter-what = Esta es una invitación a «{ $title }»: un lugar donde personas que piensan desde distintos puntos de vista responden a lo que otras dicen.
letter-question = La pregunta de ese lugar: { $question }
letter-lets-all = Con la invitación puedes leer, escribir y votar.
letter-lets-vote = Con la invitación puedes leer y votar.
letter-lets-read = Con ella puedes leer.
letter-until = Está abierta hasta el { $day }.
letter-how = No hay cuenta y ninguna empresa lo guarda. Cada cual tiene un programa, Polylogue, y el tuyo trae la conversación desde los nuestros. Tres pasos:
letter-program = 1. Consigue el programa. Es un solo archivo: pídemelo y te lo envío si tu máquina es como la mía. Quien tenga su código y Rust lo construye con: cargo install --path crates/polylogue --locked
letter-start = 2. Inícialo con «polylogue serve» y abre en tu navegador la dirección que muestra.
letter-join = 3. Elige allí «{ $join }», pega esta carta entera y di cómo quieres llamarte.
letter-first = La página te muestra entonces una afirmación para votar y una intervención para responder: empieza por cualquiera.
letter-secret = Quien tenga las líneas de abajo puede entrar con ellas: guárdalas para ti.
invite-which = Qué hace
invite-kind-invite = hace miembro a quien la use
invite-kind-vote = le deja votar, y nada más
invite-kind-read = le deja leer y seguir
invite-days = Días que queda abierta
invite-whom = Para quién
invite-whom-hint = una nota para ti, guardada solo en este equipo
invite-send = Hacer una invitación
invite-means = Sirve para más de una persona, hasta que pasen sus días o la cierres. Va firmada con tu nombre. Para leer y seguir no hacen falta días: quien tiene el texto puede leer.
invite-made = La invitación
invite-made-about = Cópiala entera. Se guarda en esta página hasta que tu par se pare, y en ningún otro sitio.
invite-ticket = Solo la invitación
invite-picture = Mostrarla como imagen para escanear
invite-picture-name = La invitación como código para una cámara
invite-no-addresses = Tu par no conoce ninguna dirección en que se le alcance, así que esta invitación no dice a quién preguntar. Ponlo en una red, o entrega con ella una copia portátil.
invite-opened = Invitaciones hechas hasta ahora
invite-opened-by = hecha por { $who } el { $day }
invite-until = vale hasta el { $day }
invite-for = Para { $whom }
invite-for-nobody = Para quien la tenga
invite-used-by = usada por { $who }
invite-used-by-more = { $count } más
invite-used-by-nobody = nadie la ha usado todavía
invite-lets-all = hace miembro
invite-lets-vote = deja votar y nada más
invite-is-open = Abierta
invite-is-over = Sus días han pasado
invite-is-void = No cuenta: quien la hizo no puede invitar
invite-closed = Cerrada
invite-close = Cerrarla
invite-close-about = Al cerrarla no entra nadie más. Quien entró por ella se queda.

status-title = Quién tiene qué
status-over = Estado
status-alone = Todo lo de aquí está solo en este equipo. Nadie más tiene una copia hasta que invites a alguien o te lleves una.
status-all-held = { $known ->
    [one] El otro par tiene todo lo que escribiste.
   *[other] Otros tienen también todo lo que escribiste: se conocen { $known } pares, hoy con noticias de { $heard }.
}
status-some-here = { $count ->
    [one] Una de tus aportaciones está todavía solo en este equipo.
   *[other] { $count } de tus aportaciones están todavía solo en este equipo.
} { $known ->
    [one] Se conoce un par, hoy con noticias de { $heard }.
   *[other] Se conocen { $known } pares, hoy con noticias de { $heard }.
}
status-local-only = Este par no está ahora en la red.
status-peers = Pares
status-peers-about = según nos dijo cada uno la última vez, no según esperamos
status-no-peers = Aún no se conoce ningún otro par.
status-peer = Par
status-has = tiene
status-lacks = le falta
status-heard = últimas noticias
status-of = { $has } de { $all }
status-connected = conectado ahora
status-never = nunca
status-sync = Preguntar ahora a todos
status-copy = Llevarse una copia portátil
copy-read-head = Leer una copia portátil
copy-read-about = Una copia portátil es un procomún en un archivo, traído en una memoria o por correo. Todo se comprueba como si lo hubiera enviado un par; lo que ya está aquí no cambia nada. Esta página acepta archivos de hasta 32 MB; los mayores se leen con «polylogue bundle read ARCHIVO».
copy-file = El archivo
copy-read-send = Leerla
copy-was-read = { $read ->
    [one] Se leyó una pieza; nuevas aquí: { $new }.
   *[other] Se leyeron { $read } piezas; nuevas aquí: { $new }.
}
copy-had-bad = { $count ->
    [one] Una tenía una firma que no vale y se dejó fuera.
   *[other] { $count } tenían una firma que no vale y se dejaron fuera.
}
join-copy-about = Con una copia puedes leer un procomún al que nadie te ha invitado todavía, hasta donde llegue la copia.
status-mine = Lo que escribiste
status-mine-all = En total
status-mine-elsewhere = Lo tienen también otros
status-mine-here = Solo en este equipo
status-mine-all-here = todo
status-data = Dónde están tus datos
status-here = Esta carpeta
status-pieces = Piezas guardadas
status-server = En un servidor
status-server-none = en ninguno
status-odd = Apartado
status-waiting = { $count ->
    [one] Una aportación espera algo que no ha llegado.
   *[other] { $count } aportaciones esperan algo que no ha llegado.
}
status-set-aside = { $count ->
    [one] Una aportación se guarda y no cuenta.
   *[other] { $count } aportaciones se guardan y no cuentan.
}
status-odd-see = Cada una está con su motivo en { $record }.
status-odd-record = el registro completo

begin-head = Empieza aquí
begin-here-about = Los primeros pasos. Se quedan hasta que estén hechos o hasta que los apartes.
begin-here-read = Lee { $turn } y respóndelo
begin-done = Hecho:
begin-voted = Votaste una afirmación.
begin-vote-on = Vota otra
begin-spoken = Dijiste algo tuyo.
begin-name = Di cómo quieres llamarte
begin-away = Apartar estos pasos
needs-new-turns = { $count ->
    [one] turno nuevo desde la última vez, en { $dialogues }
   *[other] turnos nuevos desde la última vez, en { $dialogues }
}
needs-yourself-vouch = Acabas de llegar. Di a un miembro que estás aquí: quien te conozca puede avalarte, y lo que escribas cuenta entonces desde el principio.
needs-yourself-greet = Acabas de llegar. Lo que escribes se muestra así, y cuenta desde el principio en cuanto un miembro te dé la bienvenida.
join-partly = Aún no ha llegado todo. Puedes leer lo que hay; el resto viene solo mientras alguien esté al alcance.
join-partly-now = Preguntar ahora a todos
needs-vouching = { $count ->
    [one] persona recién llegada a quien nadie avala todavía:
   *[other] personas recién llegadas a quienes nadie avala todavía:
}
needs-second-perspective = Ya hay un punto de vista con nombre. Nombra aquel con el que debería encontrarse, o empieza un diálogo.
