# Qué fue de una aportación: una frase para cada motivo y cada espera.

verdict-accepted = cuenta

wait-operation = espera algo en que se apoya y que aún no ha llegado
wait-body = espera su texto
wait-newer-version = se escribió con un Polylogue más nuevo; se guarda y espera a que este se actualice
wait-admission = espera a que alguien dé la bienvenida a quien la escribió
wait-assent = espera el asentimiento de más personas que custodian la carta

reason-malformed = no cuenta: lo que dice rompe una regla de su forma
reason-chain = no cuenta: no sigue a lo que dijo antes quien lo escribió
reason-standing = no cuenta: se apoya en una admisión que no es la de quien lo escribió
reason-act = no cuenta: nombra una carta que no lo es
reason-device = no cuenta: el equipo en que se firmó nunca se añadió, había terminado o no puede decir esto
reason-device-ended = no cuenta: se firmó en un equipo al que ya se había puesto fin
reason-handed-over = no cuenta: quien lo escribió había pasado a una clave nueva
reason-handover-contested = no cuenta todavía: la clave de quien lo escribió se movió dos veces, y alguien de acogida debe decir cuál vale
reason-membership-ended = no cuenta: se escribió después de terminar la pertenencia de quien lo escribió
reason-scope = no cuenta: a quien lo escribió se le admitió solo para votar
reason-office = no cuenta: quien lo hizo no tenía el cargo que hace falta
reason-office-ended = no cuenta: se hizo después de retirar el cargo
reason-office-scope = no cuenta: quien lo hizo modera un solo diálogo, y esto no se limita a él
reason-vouching-ended = no cuenta: los miembros ya no podían avalar, y este aval no se mantuvo
reason-not-a-keeper = no cuenta: quien lo hizo no custodia la carta
reason-resolution-form = no cuenta: no sigue a la carta, o calla lo que debe nombrar
reason-not-carried = no cuenta: en su lugar prosperó otro cambio de la carta
reason-invitation = no cuenta: la invitación estaba cerrada, había terminado o no era para esta clave
reason-not-allowed = no cuenta: la carta no lo permite
reason-not-the-author = no cuenta: solo quien lo escribió puede hacer esto
reason-other-commons = no cuenta: es de otro procomún
