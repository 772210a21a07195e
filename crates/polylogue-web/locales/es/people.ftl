# Personas, admisión, cargos, carta, ajustes.

people-how-open = Aquí puede escribir cualquiera. Con la bienvenida de un miembro, quien llega cuenta.
people-how-invitation = Se entra con la invitación de un miembro.
people-how-vouching = Se entra cuando un miembro avala.
newcomers-head = Personas recién llegadas, aún no cuentan
newcomers-about = lo que escriben se muestra así hasta que alguien les dé la bienvenida
newcomers-none = Nadie espera una bienvenida.
members-head = Miembros
members-other-head = En nombre propio
people-find = Buscar a alguien por su nombre
people-within = { $count } desde dentro de
people-speak-within = Desde dentro de { $perspective }
people-also = también desde dentro de { $perspectives }
brought-in-head = Personas traídas de fuera
brought-in-about = { $count ->
    [one] 1 persona cuyas palabras o votos trajo un miembro de otra parte
   *[other] { $count } personas cuyas palabras o votos trajo un miembro de otra parte
}
members-alone = Por ahora no hay nadie más. Una invitación se hace en un minuto.
gone-head = Ya no están
greet = Dar la bienvenida
this-is-you = (tú)
this-is-you-long = Eres tú. Tu nombre está en
is-member = miembro
is-voter = miembro, puede votar
is-newcomer = acaba de llegar
has-left = se fue
was-removed = su pertenencia terminó
office-greeter = acogida
office-moderator = moderación
office-facilitator = facilitación
office-publisher = publicación
root-entered = traída por otra persona
root-browser = escribe desde un navegador

person-key = Clave
person-came = Entró
person-came-not = sin admitir todavía
person-came-by = por { $who }
person-came-founder = fundó este procomún
person-votes-only = solo para votar
person-devices = Equipos
person-one-device = uno
person-name-is-claim = Un nombre es solo como alguien se llama; lo que firma es la clave.
device-own = su propio equipo
device-browser = un navegador
device-entered = el equipo de alguien que ayuda
device-ended = terminado
device-until = hasta el { $day }
person-said = Lo último que dijo
person-search = Todo lo que dijo
person-said-nothing = Nada todavía.

scope-which = Puede
scope-all = decir lo que quiera
scope-vote = votar, y nada más
admit-head = Dar la bienvenida a esta persona
admit-about = Con la bienvenida cuenta todo lo que escribió, desde el principio.
admit-send = Dar la bienvenida
admit-means = Se firma con tu nombre. Poner fin después a una pertenencia requiere a alguien de moderación y un motivo.
vouch-head = Avalar a esta persona
vouch-about = Dices que conoces a esta persona y que se la debe oír aquí.
vouch-send = Avalar
vouch-means = Hace que cuente todo lo que escribió, desde el principio, y se firma con tu nombre.
remove-head = Poner fin a esta pertenencia
remove-about = { $count ->
    [0] No se toca nada de lo que escribió hasta ahora. Lo que escriba desde ahora no cuenta. El motivo es público, y puede responderlo.
    [one] Lo único que escribió hasta ahora queda. Lo que escriba desde ahora no cuenta. El motivo es público, y puede responderlo.
   *[other] Las { $count } cosas que escribió hasta ahora quedan. Lo que escriba desde ahora no cuenta. El motivo es público, y puede responderlo.
}
remove-send = Poner fin a la pertenencia
remove-means = Las invitaciones que escribió o por las que entró se cierran: quien llegue desde ahora por una de ellas espera entre las personas recién llegadas. Alguien de acogida puede volver a admitirla. Las copias de otras personas no se tocan.
grant-head = Dar un cargo
grant-about = Acogida admite a quienes llegan, moderación oculta y vuelve a mostrar, facilitación abre y cierra diálogos, publicación hace ediciones. Todo cargo termina y se puede retirar.
grant-which = Qué cargo
grant-days = Por cuántos días
grant-send = Darlo
recall-head = Retirar un cargo
recall-about = Lo hecho hasta ahora con el cargo sigue contando.
recall-send = Retirarlo

charter-title = Carta
charter-version = { $version ->
    [1] Tal como se fundó el { $day }
   *[other] Versión { $version }; fundada el { $day }
}
charter-empty = Aún no hay nada escrito más allá de lo que sigue.
charter-entry = Quién puede entrar
charter-keepers = Quiénes la custodian
charter-keepers-until = hasta el { $day }; después solo pueden renovarla
charter-one-keeper = Una sola persona cuida este lugar. Con dos más podría seguir si le pasara algo.
charter-only-keepers = Los cambios de la carta los proponen quienes la custodian; cambia cuando más de la mitad asiente.
offices-head = Cargos
offices-none = Nadie tiene un cargo. Los miembros se arreglan sin ellos.
office-until = hasta el { $day }
proposals-head = Propuestas
proposals-none = Nada espera asentimiento.
proposal-by = Propuesta por { $who }
assent-about = Un asentimiento no se puede retirar.
assent-send = Asentir
propose-head = Proponer un cambio
propose-about = Toda la carta se sustituye por lo que está aquí, cuando asienta más de la mitad de quienes ahora la custodian. Proponer es asentir.
propose-charter = La carta
propose-keepers = Quiénes la custodian desde entonces
propose-days = Por cuántos días la custodian
propose-send = Proponerlo
propose-means = Se firma con tu nombre y no se puede retirar.

settings-title = Tu nombre aquí
settings-about = En este procomún se te conoce por una clave propia y por el nombre que des. Otro procomún conoce otra clave.
profile-head = Nombre
profile-name = El nombre que ven las demás personas
profile-about = Unas palabras sobre ti
profile-about-hint = pueden quedar vacías
profile-send = Guardarlo
profile-means = Todo el mundo aquí lo ve. Los nombres anteriores quedan en el registro.
settings-key = Clave
settings-key-about = Firma todo lo que escribes aquí. Su mitad secreta nunca sale de este equipo; guarda una copia de tu carpeta en lugar seguro.
presence-head = Mientras escribes
presence-about = Mientras escribes un turno o una respuesta, quienes están conectados en ese momento ven «Ana está respondiendo al turno 4». No se firma, no se guarda, no se reenvía, y desaparece al cabo de un minuto.
presence-which = Las demás personas
presence-on = pueden ver cuándo escribo, y yo veo cuándo escriben
presence-off = no se enteran, y yo no me entero de ellas
presence-send = Guardar
devices-title = Tus equipos
devices-lede = Lo que firma uno de tus equipos cuenta como tuyo, solo en este procomún.
devices-open = Ver, añadir y terminar equipos
devices-list = Equipos que hablan por ti
devices-first = Tu primer equipo: solo este añade otros y les pone fin
devices-this = (este)
devices-not-first = Solo tu primer equipo añade otros y les pone fin; su clave empieza por { $key }. Abre esta página allí.
device-speaks = habla por ti
device-end-head = Poner fin a este equipo
device-end-about = Lo que firme desde ahora ya no cuenta; lo dicho hasta ahora queda. Esto no se puede deshacer.
device-end-send = Ponerle fin
device-add-head = Añadir un equipo
device-add-about = Lo que firme un equipo añadido cuenta como tuyo hasta que le pongas fin. Abre esta página del mismo procomún en el otro equipo, dale la clave entera de abajo y trae de vuelta la línea que muestre.
device-line = La línea que mostró el otro equipo
device-name = Cómo llamarlo
device-add-send = Añadirlo
device-add-means = Se firma con tu nombre, y todo el mundo lo ve. Añade solo un equipo tuyo.
device-agree-head = Dejar que este equipo hable por ti
device-agree-about = Si ya escribes en este procomún desde otro equipo, este puede hablar por la misma persona. Firma que está de acuerdo y lo muestra en una línea; no se anota nada hasta que tu primer equipo tome la línea.
device-root = Tu clave entera, como la muestra tu primer equipo
device-agree-send = Mostrar la línea
device-agreed = Este equipo está de acuerdo. Lleva la línea a tu primer equipo y añádelo allí; nadie más puede usarla.
device-agreed-line = La línea
leave-head = Irse
leave-open = Irse de este procomún
leave-about = Lo que dijiste hasta ahora queda y cuenta. No podrás escribir ni votar aquí hasta que alguien te admita de nuevo. La copia de este equipo sigue legible.
leave-send = Irme
leave-means = Todo el mundo aquí ve que te fuiste.
