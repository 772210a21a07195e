editions-title = Ediciones
editions-about = Textos tal como estaban un día, fijados con todo aquello en que se apoyan. Cualquiera puede comprobar una, sin este común.
editions-list = Hechas hasta ahora
editions-none = Aún no hay ninguna edición. Se hace en la página de un texto.
edition-signed-by = { $count ->
        [0] aún sin firmar
        [one] firmada por una persona
       *[other] firmada por { $count } personas
    }
edition-make = Hacer una edición
edition-name = Nombre de esta versión, como 1.0
edition-licence = Licencia, si no es la habitual de aquí
edition-open-too = Donde haya comentarios abiertos, enumerarlos como abiertos en ella
edition-knowingly = Hacerla aunque haya licencias que chocan o pruebas que no se pueden leer; ella lo dice
edition-make-now = Hacerla
edition-make-means = El texto queda fijado como está, con todo aquello en que se apoya. Tú la firmas como quien la hace; otros pueden firmarla después.
edition-made = hecha por { $who } el { $when }
edition-file = El archivo, para comprobar y pasar a otros
edition-now = El texto como está ahora
edition-emptied = Quien escribió esta línea la ha vaciado desde entonces.
edition-line = Línea { $number }:{" "}
edition-note-back = volver a la línea { $number }
edition-dissent = Informes de minoría
edition-open = Abierto cuando se hizo
edition-signed = Firmas
edition-unsigned = Aún no la ha firmado nadie.
edition-sign = Firmarla
edition-sign-as = Qué firmas
edition-as-agree = Estoy de acuerdo con lo que dice
edition-as-reservation = Estoy de acuerdo, con una reserva
edition-as-witness = Vi cómo se hizo
edition-sign-words = Tu reserva, o lo que dices al lado
edition-sign-now = Firmar
edition-sign-means = Se imprime con tu nombre. Puedes firmar otra vez; cuenta lo último.
edition-by-agree = de acuerdo
edition-by-reservation = de acuerdo, con una reserva
edition-by-witness = como testigo
edition-work = Quiénes participaron
edition-work-about = Por clase de trabajo, según lo firmado; sin orden de mérito.
edition-people = { $count ->
        [one] una persona
       *[other] { $count } personas
    }
edition-as-told = según se cuenta:
work-wrote = Escribieron el texto:
work-spoke = Dijeron aquello en que se apoya:
work-claimed = Plantearon afirmaciones:
work-marked = Hicieron movimientos:
work-prepared = Abrieron perspectivas, preguntas y diálogos:
work-documented = Describieron obras y prácticas:
work-translated = Tradujeron:
work-brought-in = Trajeron lo que dijeron otros:
work-voted = Votaron:
edition-cited = Citado
edition-cited-about = Si puede estar aquí bajo la licencia de la edición, según una pequeña tabla. A quien se nombra podría permitir lo que choca.
edition-licence-unknown = La tabla de licencias no conoce «{ $licence }», así que no se puede decir si lo citado cabe en ella.
edition-made-knowingly = Se hizo sabiendo esto: quien la hizo lo dice con su firma.
edition-known-gone = no se podía leer cuando se hizo
edition-earlier = Ediciones anteriores
licence-freely = libre
licence-named = cabe, si se nombra
licence-conflicts = choca
licence-unknown = sin licencia conocida
edition-checked = Comprobado
edition-holds = Cada byte y cada firma de { $count } piezas es válido, y el texto es el que se fijó.
edition-traces = { $count ->
        [0] Ninguna línea lleva a nada.
        [one] Una cosa en que se apoya una línea está ahí, con sus palabras.
       *[other] { $count } cosas en que se apoyan las líneas están ahí, con sus palabras.
    }
edition-traces-open = { $count ->
        [one] De una no se puede decir:
       *[other] De { $count } no se puede decir:
    }
unchecked-emptied = Sin comprobar: palabras vaciadas u ocultadas desde entonces.
unchecked-stays-in-the-commons = Sin comprobar fuera: recuentos de votos que se quedan aquí; cualquier miembro puede comprobarlos.
unchecked-newer-figure = Sin comprobar: algo calculado de un modo que esta versión no conoce.
unchecked-not-here = Sin comprobar: algo en que se apoya una línea no está aquí.
edition-check-yourself = Comprueba tú el archivo con
edition-content = Huella del texto:
thing-edition = Edición
