# Historia de un texto
history-title = Historia
history-of = Historia de «{ $title }»
history-about = Quién cambió qué, cuándo y por qué. Nada se pierde: toda versión se puede volver a leer.
history-changes = { $count ->
    [one] Un cambio
   *[other] { $count } cambios
}
history-begun = empezó el texto
history-lines = { $count ->
    [one] una línea
   *[other] { $count } líneas
}
history-more = { $count ->
    [one] y una más
   *[other] y { $count } más
}
history-undoes = deshace un cambio anterior
history-cites = – se apoya en { $what }
deed-added = nueva
deed-reworded = redactada de nuevo
deed-traced = se apoya en otras cosas
deed-settled = resuelta
deed-moved = movida
deed-struck = tachada
deed-restored = vuelve a valer
deed-said = señaló lo que afirma
deed-heading = título
words-gone = quitado:
words-new = nuevo:
synthesis-because = Por qué
synthesis-because-hint = puede quedar vacío
version-title = Como se leía entonces
version-read-on = Como se leía el { $day }
version-left = dejada por { $who } { $when }
version-did = Qué hizo este cambio
version-since = Qué cambió desde entonces
version-same = Nada que se lea de otro modo.
version-text = El texto
version-blame = Bajo cada línea, quién la escribió así y cuándo.
version-earlier = { $count ->
    [one] una redacción anterior
   *[other] { $count } redacciones anteriores
}
change-undo = Deshacer este cambio
change-undo-send = Deshacerlo
change-undo-means = Con un cambio nuevo en su nombre. Donde alguien siguió escribiendo, valen ambas redacciones.
fork-title = Hacer otro texto a partir de este
fork-into = En qué procomún
fork-send = Hacerlo
fork-send-means = Las líneas se copian; se guarda de dónde viene cada una, y cada texto puede adoptar lo que haga el otro.
merge-title = Qué avanzó en el original
merge-back-title = Llevar los cambios de este texto al original
merge-none = Este texto no se hizo de ninguno que esté aquí.
merge-moved = { $count ->
    [0] Nada avanzó
    [one] Una línea avanzó
   *[other] { $count } líneas avanzaron
}
merge-about = Junto a «{ $title }» tal como está ahora.
merge-choice = Esta línea
merge-take = adoptarla
merge-keep = conservar la nuestra
merge-discuss = que valgan ambas
merge-later = decidir más tarde
merge-ours = Aquí dice:
merge-send = Hacerlo así
merge-send-means = Firmado con su nombre. Lo decidido no se vuelve a preguntar.
moved-reworded = redactada de nuevo allí
moved-both = redactada de nuevo allí, y también aquí
moved-added = nueva allí
moved-struck = tachada allí
