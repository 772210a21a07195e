# Mapas de opinión: cuáles hay, uno de ellos, su tabla, su historia; dónde está cada quien.

part-maps = Mapa
maps-title = Mapas de opinión
maps-about = Quién vota parecido, en qué pueden coincidir todas las personas y qué divide: calculado solo con los votos, un mapa por cada diálogo o pregunta.
maps-list = Los mapas
maps-order = Primero el que tiene más votos.
maps-none = Aún no hay afirmaciones, así que no hay nada que votar ni que trazar. Escribe la primera.
map-of-nothing = Afirmaciones bajo nada en particular
map-counts = { $people ->
    [one] 1 persona
   *[other] { $people } personas
}, { $votes ->
    [one] 1 voto
   *[other] { $votes } votos
} sobre { $claims ->
    [one] 1 afirmación
   *[other] { $claims } afirmaciones
}
map-over = Mapa de opinión
map-title-of = Mapa: { $of }
map-whole-table = Todas las afirmaciones en una tabla
map-past-link = Cómo llegó a ser así

map-headline = { $shared ->
    [0] Nada aún en lo que coincidan con seguridad
    [one] Una afirmación en la que coinciden
   *[other] { $shared } afirmaciones en las que coinciden
}, { $divided ->
    [0] ninguna que divida
    [one] una que divide
   *[other] { $divided } que dividen
}{ $unknown ->
    [0] {""}
    [one] , y una de la que aún no podemos hablar
   *[other] , y { $unknown } de las que aún no podemos hablar
}
map-headline-alone = { $shared ->
    [0] Nada aún en lo que coincidan con seguridad
    [one] Una afirmación en la que coinciden
   *[other] { $shared } afirmaciones en las que coinciden
}{ $unknown ->
    [0] {""}
    [one] , y una de la que aún no podemos hablar
   *[other] , y { $unknown } de las que aún no podemos hablar
}
map-headline-none = Nadie ha votado aquí todavía
map-headline-small = { $people ->
    [one] Ha votado una persona: estos son los votos
   *[other] Han votado { $people } personas: estos son los votos
}

map-left-out = { $votes ->
    [one] No se cuenta aquí 1 voto
   *[other] No se cuentan aquí { $votes } votos
} de { $people ->
    [one] 1 persona recién llegada
   *[other] { $people } personas recién llegadas
} a quien nadie ha dado aún la bienvenida.
map-with-newcomers = Mostrar el mapa con ellas
map-as-held-here = Según lo que hay aquí: este mapa cuenta los votos de personas recién llegadas a quienes nadie ha dado aún la bienvenida. Otras personas pueden tener otros votos, así que nunca se publica.
map-without-newcomers = Dejarlos fuera
map-of-question = Este mapa cuenta las afirmaciones puestas bajo la pregunta misma. Las de sus diálogos tienen { $maps }.
map-of-question-others = mapas propios
map-two-copies = Más de una persona trajo esto. Se muestra una vez, y se cuentan los votos de una copia.
map-fuse = Proponer mostrar ambas como una

map-key-pass = hueco: pasó
map-key-range = línea bajo una barra: donde está la proporción verdadera de acuerdo, nueve veces de cada diez
map-bar-group = Grupo { $group }: { $agree } de { $all } de acuerdo, { $disagree } en desacuerdo, { $pass } { $pass ->
    [one] pasa
   *[other] pasan
}
map-bar-all = { $agree } de { $all } de acuerdo, { $disagree } en desacuerdo, { $pass } { $pass ->
    [one] pasa
   *[other] pasan
}
map-more = { $count ->
    [one] Una más
   *[other] { $count } más
}

map-shared = Terreno común
map-shared-about = Más de la mitad de cada grupo está del mismo lado, y hay votos suficientes para asegurarlo. Primero lo más seguro.
map-shared-about-all = Más de la mitad de quienes votaron está del mismo lado, y hay votos suficientes para asegurarlo. Primero lo más seguro.
map-shared-none = Nada que estos votos aseguren.
map-shared-agree = Al menos { $least } de cada 100 están de acuerdo, hasta donde dicen los votos.
map-shared-disagree = Al menos { $least } de cada 100 están en desacuerdo, hasta donde dicen los votos.
map-shared-unsure-group = El grupo { $group } podría estar por debajo de la mitad: más votos aún podrían cambiarlo.
map-shared-unsure = Podría estar por debajo de la mitad: más votos aún podrían cambiarlo.
map-nearly = { $count ->
    [one] Una afirmación se acerca
   *[other] { $count } afirmaciones se acercan
}

map-divisions = Divisiones
map-divisions-about = Afirmaciones en las que los grupos difieren, primero lo más seguro. Los grupos se hallaron con estos mismos votos.
map-divisions-none = En ninguna afirmación están los grupos separados con seguridad.
map-bridging = Sostenido desde ambos extremos
map-bridging-about = Aquello con lo que la gente está de acuerdo esté donde esté en el mapa, primero la puntuación más alta. Una afirmación tiene 0 si se sostiene tanto como aquí las afirmaciones en conjunto, y más cuanto más la sostienen ambos extremos; donde la mayoría se rechaza, alguna puede pasar de 1. Por debajo de 0,4 no se lista ninguna.
map-bridging-score = Puntuación { $score }.
map-lens-bridging-is = Lo que queda de los votos de una afirmación al quitar quién suele estar de acuerdo con todo y en qué extremo del mapa está cada votante: alto donde ambos extremos la sostienen, bajo donde solo uno, por grande que sea.
map-apart = El grupo { $high } está más de acuerdo que el grupo { $low }: entre { $from } y { $to } personas más de cada 100.
map-apart-shared = También es terreno común: están del mismo lado, pero no con la misma fuerza.
map-shared-apart = También es una división: los grupos están del mismo lado, pero no con la misma fuerza.

map-groups = Grupos
map-groups-about = A cada uno se lo conoce por lo que más lo distingue, en palabras de la persona que lo escribió. Ningún programa da nombre a un grupo; la letra es solo un asidero.
map-known-agree = Dice sí a:
map-known-disagree = Dice no a:
map-grouped = Las personas forman { $groups } grupos: dentro de cada uno los votos se parecen más que entre ellos.
map-too-few = No hay grupos: { $people ->
    [0] nadie ha
    [one] 1 persona ha
   *[other] { $people } personas han
} votado lo bastante para tener un lugar, y hacen falta { $needed }.
map-all-alike = No hay grupos: en cada afirmación, todas las personas dieron la misma respuesta.
map-by-chance = No hay grupos: las personas difieren, pero no más que si cada una hubiera votado sin relación con las demás.
map-no-gap = No hay grupos: las personas difieren, pero ninguna línea las separa lo bastante bien.
map-hull = { $group } · { $people } { $people ->
    [one] persona
   *[other] personas
}
map-group-size = { $group } con { $people }
map-with-you = estás aquí
map-unplaced = en ningún grupo
map-not-placed = { $people ->
    [one] 1 persona ha votado demasiado poco para estar en un grupo.
   *[other] { $people } personas han votado demasiado poco para estar en un grupo.
}
map-nothing-apart = Nada lo distingue que no pueda ser azar.
map-telling-agree = { $here } de { $of } de acuerdo aquí, { $there } de { $others } fuera
map-telling-disagree = { $here } de { $of } en desacuerdo aquí, { $there } de { $others } fuera
map-near = Más cerca:
map-small-group = { $people } personas son un grupo pequeño: un voto cambiado mueve sus cifras unos { $points } de cada 100.
map-and-more = y { $count } más

map-next = Qué preguntar después
map-next-about = Donde un voto más dice más.
map-vote-here = Votar estas afirmaciones
map-why-group = el grupo { $group } apenas ha hablado: { $votes ->
    [0] nadie de él la votó
    [one] 1 de él la votó
   *[other] { $votes } de él la votaron
}
map-why-few = { $votes ->
    [0] nadie la ha votado
    [one] solo 1 persona la ha votado
   *[other] solo { $votes } personas la han votado
}
map-why-divides = los grupos difieren en ella, y cada voto muestra mejor cuánto
map-why-nearly = está cerca de ser terreno común, y más votos lo decidirían
map-why-telling = dice más que otras sobre quién vota parecido

map-unknown = Demasiado pocos votos para decir
map-unknown-about = Algún grupo tiene menos de { $least } votos sobre estas.
map-beyond = Aquí están las primeras { $shown }; { $count ->
    [one] hay una más
   *[other] hay { $count } más
} en la tabla de todas las afirmaciones
map-unknown-group = { $votes ->
    [one] 1 voto
   *[other] { $votes } votos
}, { $least ->
    [0] ninguno
   *[other] { $least }
} del grupo { $group }
map-unknown-votes = { $votes ->
    [0] ningún voto
    [one] 1 voto
   *[other] { $votes } votos
}

map-picture-head = El mapa
map-parts = Partes de esta página
map-picture = Mapa de opinión
map-dots-you = El punto negro eres tú.
map-dots-one = El punto en un círculo es la persona abierta abajo.
map-dots = Un punto es una persona; un anillo es alguien que ha votado demasiado poco para tener un lugar seguro.
map-dots-together = Tantas personas se dibujan juntas: cuanto mayor el punto, más hay allí.
map-picture-alone = { $people } personas, sin distinguir grupos. Quienes votan parecido están cerca.
map-picture-groups = { $people } personas en grupos: { $groups }. Quienes votan parecido están cerca.
map-you-are-in = Estás en el grupo { $group }.
map-you = tú
map-caption = Las personas que votan parecido están cerca. El tamaño de un contorno no significa nada; las cuentas sí. Una de cada veinte personas de un grupo, las más alejadas, puede quedar fuera. La marca de una perspectiva está donde estaría alguien que vota como ella habla. Cada punto, contorno y marca abre sus motivos.
map-caption-keys = Con el teclado, ve al primer punto y sigue con las flechas.
map-table = Lo mismo en una tabla
map-cells = Cada punto, en una tabla
map-cells-about = La imagen tiene { $across } lugares de ancho y { $down } de alto; 1 y 1 están arriba, donde empieza la lectura.
map-cell-place = lugar
map-cell-at = { $across } a lo ancho, { $down } hacia abajo
map-table-people = Todas las personas del mapa
map-everybody = { $people ->
    [one] Una persona, por su nombre
   *[other] Las { $people } personas, por su nombre
}
map-group = Grupo
map-people = personas
map-person = Persona
map-votes = votos
map-near-head = perspectivas más cercanas
map-unsure = demasiado pocos votos para decir
map-cell = { $people ->
    [one] Aquí está 1 persona
   *[other] Aquí están { $people } personas
}

map-who = Por qué alguien está allí
map-who-group = en el grupo { $group }
map-who-no-group = en ningún grupo
map-who-about = Por { $votes ->
    [one] 1 voto
   *[other] { $votes } votos
} sobre { $all } afirmaciones. Primero el voto que más la mueve.
map-their-vote = su voto
map-all-votes = todos los votos

map-few = Los votos
map-few-about = Han votado menos de { $least } personas, así que no hay nada que calcular: estos son los votos mismos.
map-few-none = Nadie ha votado todavía.
map-few-caption = En cada fila una afirmación, en cada columna una persona
map-no-vote = sin voto

map-standpoints = Perspectivas
map-standpoints-about = Por lo que se dice que cada una sostiene aquí, y por quién ha hablado desde dentro de ella.
map-holds = sostiene
map-holds-of = { $held } de { $claims }
map-voices = habla desde dentro
map-voices-none = nadie que haya votado aquí
map-you-alike = tus votos
map-alike-none = ninguno que comparar
map-distances = A qué distancia están
map-distances-about = Si una persona estuviera justo en cada una, en cuántas afirmaciones de cada 100 responderían distinto; con las que más las separan.
map-distance = { $one } y { $other }: { $share } de cada 100
map-lean = { $first } { $one }, { $second } { $other }
map-lean-agree = estaría de acuerdo
map-lean-disagree = estaría en desacuerdo
map-lean-neither = no se inclinaría

map-lenses = Cómo se calcula
map-lens-shared = Terreno común
map-lens-shared-is = Decide el grupo menos de acuerdo, en el extremo bajo de lo que sus votos permiten: con diecinueve de veinte posibilidades, ningún grupo tiene una proporción menor. Pasar no cuenta como acuerdo.
map-lens-divisions = Divisiones
map-lens-divisions-is = La proporción de acuerdo en un grupo menos la de otro; solo se muestra si nueve veces de cada diez quedaría por encima de nada.
map-lens-telling = Lo que distingue a un grupo
map-lens-telling-is = Afirmaciones en las que un grupo difiere de los demás más que por azar; se miran tantas que una de cada diez mostradas puede ser azar de todos modos.
map-lens-groups = Grupos
map-lens-groups-is = Se hallan donde las personas están claramente separadas, con al menos cinco en cada uno, y más donde votaron muchas; donde no, no hay ninguno. El orden en que llegaron no importa.
map-lens-place = Lugares
map-lens-place-is = Las dos direcciones en que más difieren los votos. Quien ha votado poco se dibuja hacia el centro y como anillo, porque se sabe poco de esa persona, no porque sea moderada.
map-lens-next = Qué preguntar después
map-lens-next-is = Pesan más las afirmaciones con pocos votos hasta ahora, con pocos que pasan, y en las que las personas están lejos unas de otras; a cada persona se le pregunta en un orden propio.
map-axes = La imagen contiene { $first } y { $second } de cada 100 partes de las diferencias entre personas, a lo ancho y a lo alto; el resto no se ve en ella.
map-axes-third = Una tercera dirección contiene { $third } de cada 100: personas que aquí están juntas pueden estar separadas en ella.
map-third = Una tercera dirección
map-third-rule = Se muestra porque va más allá del azar y tiene al menos tres cuartas partes de la fuerza de la segunda.
map-third-caption = La primera dirección a lo ancho, la tercera hacia arriba; personas que votaron lo bastante para estar en un grupo
map-third-made = De qué está hecha la tercera dirección
map-third-agreeing = El acuerdo lleva
map-third-up = hacia arriba
map-third-down = hacia abajo
map-third-groups = Dónde está cada grupo en ella
map-recompute = Quien tenga estos votos obtiene el mismo mapa, hasta la última cifra. Se puede calcular otra vez con { $verb }.

map-signs = Muchas a la vez, o todas iguales
map-signs-about = No se acusa a nadie: una reunión, un enlace que se compartió o una casa que vota junta también se ven así; y también quien vota muchas veces. A nadie se deja fuera si no lo pides.
map-signs-none = Se buscó y no se encontró: muchas personas que dieran las mismas respuestas, o casi, donde el azar apenas haría dos; una multitud llegada en una hora; ni muchas que entraran por una sola persona.
map-sign-near = { $people } personas dieron casi las mismas respuestas a { $claims } afirmaciones, con { $differ ->
    [one] una respuesta
   *[other] { $differ } respuestas
} de diferencia como mucho, donde cabría esperar { $expected } como mucho.
map-sign-invited = { $people } personas entraron por { $who } o por alguien a quien dejó entrar.
map-sign-copies = { $people } personas dieron exactamente las mismas respuestas a { $claims } afirmaciones, donde se esperarían { $expected } como mucho.
map-sign-burst = { $people } personas votaron aquí por primera vez en { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
}, muchas más que en otros momentos: { $when }.
map-sign-clock = de { $from } a { $to } UTC
map-sign-people = Las { $people } personas de una señal
map-signs-rest = { $count ->
    [one] Abajo se cuenta una señal más de la misma clase.
   *[other] Abajo se cuentan { $count } señales más de las mismas clases.
}
map-signs-without = Mostrar el mapa sin ellas
map-without-told = Este mapa deja fuera a { $people ->
    [one] 1 persona
   *[other] { $people } personas
}; los motivos están abajo. Queda una de cada conjunto de votos iguales, salvo que la moderación la nombrara.
map-found = { $shared ->
    [one] 1 afirmación es terreno común,
   *[other] { $shared } afirmaciones son terreno común,
} { $divided ->
    [one] 1 divide
   *[other] { $divided } dividen
} { $groups ->
    [one] y no hay grupos.
   *[other] y hay { $groups } grupos.
}
map-recorded = { $who } cuenta este mapa también sin { $people ->
    [one] 1 persona
   *[other] { $people } personas
}, desde { $when }. No se quitó ningún voto: el mapa de todas las personas queda.
map-recorded-both = En conjunto dejan fuera a { $people } personas que están en este mapa.
map-recorded-you = Estás entre ellas; en el registro hay lugar para tu respuesta.
map-recorded-people = { $people } personas que la moderación deja fuera
map-recorded-with = Con todas:
map-recorded-without = Sin ellas:
map-recorded-log = En el registro público, con nombres y respuestas
map-counted = El mismo mapa, contado con algunas personas y sin ellas
map-counted-votes = Votos de quién
map-counted-apart = Afirmaciones que entran o salen
map-counted-everybody = De todas las personas
map-counted-recorded = Sin quienes la moderación deja fuera
map-counted-copies = Sin votos iguales
map-counted-bursts = Sin quienes llegaron en una misma hora
map-counted-invited = Sin quienes entraron por una sola persona
map-counted-signs = Sin ninguna de ellas
map-counted-newcomers = Con las recién llegadas, según lo que hay aquí
map-counted-no-groups = sin grupos
map-counted-same = ninguna
map-leave-out = Contarlo también sin algunas personas
map-leave-out-about = Desde la moderación puedes hacer que este mapa se cuente otra vez sin algunas personas. Los dos resultados quedan en esta página, y quiénes son, tu nombre y tu motivo quedan en el registro público, donde cualquiera puede responder. A quien una señal nombra ahora se le anota por su nombre; quien llegue después no queda fuera.
map-leave-out-signs = A quienes nombran las señales
map-leave-out-people = Otras: un nombre o el comienzo de una clave en cada línea
map-leave-out-send = Contarlo también sin ellas
map-count-all = Volver a contarlo solo con todas las personas
map-without-back = Mostrar a todas las personas

map-table-title = Todas las afirmaciones, con todos los votos
map-table-about = Primero las que tienen más acuerdo. Las respuestas y los gestos no cambian nada aquí; solo los votos.
map-everyone = todas las personas
map-no-votes = ningún voto
map-out = { $count ->
    [one] 1 de ellas fuera del mapa por la moderación
   *[other] { $count } de ellas fuera del mapa por la moderación
}
map-kept-off = fuera de la vista, y fuera del mapa

map-past-title = Cómo llegó a ser así el mapa
map-past-about = Calculado otra vez con los votos tal como estaban en momentos anteriores.
map-past-head = El terreno común a lo largo del tiempo
map-past-order = Primero lo último.
map-past-moment = { $people ->
    [one] 1 persona había votado
   *[other] { $people } personas habían votado
}, { $votes ->
    [one] 1 voto
   *[other] { $votes } votos
} en total. { $shared ->
    [0] Aún no había terreno común.
    [one] Una afirmación era terreno común.
   *[other] { $shared } afirmaciones eran terreno común.
}
map-past-groups = { $groups ->
    [one] No se distinguían grupos.
   *[other] Había { $groups } grupos.
}
map-past-same = El terreno común no se movió.
map-past-came = Llegó a serlo:
map-past-went = Dejó de serlo:
map-past-refused = (rechazada por todas las personas)

seat-head = Dónde estás
seat-none = Aún no has votado aquí. Cuando lo hagas, esto dirá con quién votas parecido.
seat-votes = Has votado { $votes } de { $all } afirmaciones aquí.
seat-unsure = Es demasiado poco para ponerte en un grupo.
seat-like = Votas sobre todo como
seat-same = ({ $same } de { $both } votos iguales)
seat-alone = Nadie más ha votado aún las mismas afirmaciones.
seat-early = Con tan pocos votos nadie puede decir con quién votas; a partir de { $needed }, aquí se dice.
seat-perspectives = Cuántas veces tu voto coincidió con lo que una perspectiva sostiene aquí.
seat-sure = La línea es donde puede estar la cifra verdadera, nueve veces de cada diez. Con tan pocas afirmaciones es ancha.
seat-strip = la proporción de votos iguales, de nunca a siempre
seat-only-you = calculado aquí, con votos que todo el mundo puede ver
seat-map = El mapa entero

vote-why = Se pregunta ahora porque { $why }.
vote-others-reasons = { $count ->
    [one] Un motivo que dio otra persona
   *[other] { $count } motivos que dieron otras personas
}
claim-by-group = Por grupo
claim-on-map = Estos grupos son del { $map }.
claim-map = mapa de opinión
