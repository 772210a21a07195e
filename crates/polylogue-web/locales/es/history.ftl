# Historia de un texto
history-title = Historia
history-of = Historia de «{ $title }»
history-about = Quién cambió qué, cuándo y por qué. Nada se pierde: toda versión se puede volver a leer.
history-changes = { $count ->
    [one] Un cambio
   *[other] { $count } cambios
}
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
deed-said = dicha como datos
synthesis-because = Por qué
synthesis-because-hint = Puede quedar vacío.
version-title = Como era entonces
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
