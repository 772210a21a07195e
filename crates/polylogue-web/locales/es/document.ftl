# Lo que puede contener un documento, y lo que está junto a sus líneas.

book-strokes = { $count ->
        [one] una perspectiva lo dice
       *[other] { $count } perspectivas lo dicen
    }
book-strokes-key = tantas perspectivas lo dicen.
book-ring-key = solo quien la escribió.
book-number-key = El número abre aquello en que se apoya una línea.
book-untraced = sin apoyo
book-line = Línea { $number }: en qué se apoya
book-rests = { $count ->
        [one] Se apoya en una cosa
       *[other] Se apoya en { $count } cosas
    }
book-behind = Lo dice:
book-notes = Notas
book-note = Nota { $name }
book-note-missing = aquí no hay tal nota
book-note-empty = Esta nota aún no tiene texto.
book-table = Una tabla, línea a línea
book-wording-by = como lo dice { $who }
book-more-wordings = { $count ->
        [one] una redacción más
       *[other] { $count } redacciones más
    }
finding-since-outvoted = Más personas están en desacuerdo con esto que de acuerdo:
figure-as-of = A { $day }; cambia con lo que aquí se dice.
figure-whole = Verla entera
figure-nothing = Aquí no hay nada que esta figura pueda mostrar: { $of }.
figure-unknown = No hay tal figura: escribe map, matrix, ledger, coverage o shared tras «figure:».
figure-too-many = Una página dibuja doce figuras como máximo.
cited-head = Obras
cited-work = Obra { $number }
cited-missing = aquí no hay tal obra
figure-map = Quién está dónde
figure-matrix = Quién dice qué de quién
figure-ledger = Lo que se preguntó
figure-coverage = Qué preguntas se toman
figure-shared = Lo que se comparte
use-link = Usar en un texto
use-title = Usar en un texto
use-about = Una línea de un texto que se apoya en esto. Quien lea la línea puede abrir aquello en que se apoya.
use-also = { $count ->
        [one] La línea se apoya en una cosa más:
       *[other] La línea se apoya en { $count } cosas más:
    }
use-in-which = En qué texto
use-new = en un texto nuevo
use-words = Las palabras
use-words-hint = Como tú lo dirías; aquello en que se apoya queda al lado.
use-where = Dónde
use-at-end = al final
use-after = tras: { $line }
use-rest = La línea elegida se apoya en ello; no se añade ninguna.
use-send = Tomarlo
use-send-means = Firmado con tu nombre; cualquiera puede cambiar la línea.
unclear-use-line = No se eligió ninguna línea que se apoye en ello. Elige una en «Dónde», o deja que se añada una.
line-change = cambiar
line-attach = Apoyarla en algo
line-find = Palabras que buscar
line-find-send = Buscar
line-found-nothing = Nada de aquí tiene estas palabras.
line-rest-on = Apoyarla en esto
line-passage = Palabras exactas de ello
line-passage-hint = Solo cuando se trata de un pasaje de un turno o de una fuente.
line-detach = Que ya no se apoye en algo
line-detach-send = Ya no en esto
synthesis-by-lines = Escribir línea a línea
synthesis-read = Dejar de escribir
present-in-text = { $count ->
        [one] { $who } escribe aquí ahora mismo.
       *[other] { $who } escriben aquí ahora mismo.
    }
line-struck-beside = Tachada por { $who }. Queda junto a eso porque mientras tanto alguien la redactó o dejó que valiera.
line-struck-settle = Resolverlo
line-its-writer = quien la escribió
line-came-from = Como lo escribió { $who } en { $title }.
line-came-elsewhere = Como se escribió en el original, que no está aquí.
told-untraced = La línea { $number } es nueva: lo que apoyaba a la línea anterior de ese lugar se fue con ella.
told-untraced-back = Devolverlo
book-number = Línea { $number }
change-undone-already = No cambió nada: esto ya se había deshecho.
