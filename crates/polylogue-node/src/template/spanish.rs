//! The stages of every template in Spanish.

use polylogue_store::query::Check;

use super::{Prepare, StageTemplate};

pub(super) fn stages(template: StageTemplate) -> &'static [Prepare] {
    match template {
        StageTemplate::Inquiry => INQUIRY,
        StageTemplate::Survey => SURVEY,
        StageTemplate::Policy => POLICY,
        StageTemplate::OpenSpace => OPEN_SPACE,
    }
}

const INQUIRY: &[Prepare] = &[
    Prepare {
        name: "Nombrar las perspectivas",
        purpose: "¿Quién debe ser oído y quién se echaría en falta? Cada perspectiva recibe \
          un nombre, un resumen y sus fuentes.",
        needs: &["Alguien que la sostiene ha leído cada resumen."],
        checks: &[Check::Perspectives, Check::Sources],
        days: 21,
    },
    Prepare {
        name: "Plantear las preguntas",
        purpose: "Las mismas preguntas para cada perspectiva, para que las respuestas puedan \
          ponerse lado a lado.",
        needs: &["Ninguna pregunta la puede contestar un solo lado."],
        checks: &[Check::Questions],
        days: 14,
    },
    Prepare {
        name: "Sostener los diálogos",
        purpose: "Las perspectivas contestan las preguntas y se contestan entre sí.",
        needs: &[
            "Cada pregunta hecha a alguien se contestó, o se dejó abierta con una \
              razón.",
        ],
        checks: &[
            Check::PerspectivesHeard,
            Check::Dialogues,
            Check::DialoguesClosed,
        ],
        days: 90,
    },
    Prepare {
        name: "Cribar",
        purpose: "Se marcan los movimientos, se extraen afirmaciones y se votan: qué se \
          comparte, qué divide, qué queda abierto.",
        needs: &[
            "Dos personas marcaron las mismas intervenciones y se compararon sus \
              marcas.",
        ],
        checks: &[Check::Claims, Check::Voters, Check::Suggestions],
        days: 30,
    },
    Prepare {
        name: "Escribir la sinopsis",
        purpose: "Cada perspectiva en una página, cada línea apoyada en lo que se dijo.",
        needs: &["Cada perspectiva ha leído su página."],
        checks: &[Check::Documents, Check::LinesTraced],
        days: 30,
    },
    Prepare {
        name: "Escribir la síntesis",
        purpose: "Lo que dice el conjunto, con el disenso al lado.",
        needs: &["A quien disiente se le pidió un informe o una reserva."],
        checks: &[Check::LinesTraced, Check::Comments],
        days: 60,
    },
];

const SURVEY: &[Prepare] = &[
    Prepare {
        name: "Reunir enunciados",
        purpose: "Afirmaciones breves en las palabras de quienes están concernidos.",
        needs: &["No falta nada de lo que se dice, tampoco lo que dicen pocos."],
        checks: &[Check::Questions, Check::Claims],
        days: 14,
    },
    Prepare {
        name: "Votar",
        purpose: "Cada quien está de acuerdo, en desacuerdo o pasa, y agrega lo que falta.",
        needs: &["A quienes rara vez contestan se les preguntó en persona."],
        checks: &[Check::Voters],
        days: 30,
    },
    Prepare {
        name: "Leer el mapa",
        purpose: "Qué se comparte entre los grupos y qué los divide.",
        needs: &["Personas de cada grupo dicen que se reconocen."],
        checks: &[Check::Suggestions],
        days: 14,
    },
    Prepare {
        name: "Informar",
        purpose: "Un informe en que cada línea abre los votos en que se apoya.",
        needs: &["Llegó a todas las personas que votaron."],
        checks: &[Check::Documents, Check::LinesTraced, Check::Comments],
        days: 21,
    },
];

const POLICY: &[Prepare] = &[
    Prepare {
        name: "Mandato",
        purpose: "Quién lo pide, quién lo paga y qué prometen hacer con los resultados.",
        needs: &[
            "Quienes lo pidieron se han reunido con quienes harán el trabajo.",
            "El dinero está hasta el final, y se dice qué pasa si se acaba antes.",
        ],
        checks: &[Check::Charter, Check::Sources],
        days: 30,
    },
    Prepare {
        name: "Manifiesto",
        purpose: "Un texto breve que la gente firma con su propio nombre.",
        needs: &["Dice qué se busca y qué no."],
        checks: &[Check::Documents, Check::Actions],
        days: 30,
    },
    Prepare {
        name: "Corrientes",
        purpose: "El asunto se divide en temas, con una corriente solo para su coherencia.",
        needs: &["Alguien responde por la corriente que mantiene unidas a las otras."],
        checks: &[Check::Questions, Check::Dialogues],
        days: 21,
    },
    Prepare {
        name: "Marco",
        purpose: "Para cada tema: los principios, lo que ya existe y cómo ayudarlo.",
        needs: &["Lo que existe en el terreno se preguntó allí."],
        checks: &[Check::Perspectives, Check::Practices],
        days: 30,
    },
    Prepare {
        name: "Recoger",
        purpose: "Talleres, visitas, seminarios y cartas; lo dicho se trae con el nombre de \
          quien lo dijo.",
        needs: &["Dijo tanto la gente del lugar como la de fuera."],
        checks: &[Check::PerspectivesHeard],
        days: 90,
    },
    Prepare {
        name: "Borradores",
        purpose: "Equipos pequeños escriben, y cada línea dice en qué se apoya.",
        needs: &["Los borradores están en cada idioma que aquí se lee."],
        checks: &[Check::Documents, Check::LinesTraced],
        days: 60,
    },
    Prepare {
        name: "Comentarios",
        purpose: "Cualquiera comenta cualquier línea, y cada comentario se contesta con una \
          razón.",
        needs: &["Ningún comentario queda sin respuesta."],
        checks: &[Check::Comments],
        days: 45,
    },
    Prepare {
        name: "Cumbre",
        purpose: "Las mesas de trabajo enmiendan y respaldan; quienes escribieron participan \
          en hacer el programa.",
        needs: &["También se escribe aquello en que las mesas no se pusieron de acuerdo."],
        checks: &[Check::DialoguesClosed, Check::Suggestions],
        days: 7,
    },
    Prepare {
        name: "Reedición",
        purpose: "Los documentos con lo que cambiaron los comentarios y la cumbre, y el \
          disenso al lado.",
        needs: &["Lo que se deja fuera se deja con una razón, y su autor ha respondido."],
        checks: &[Check::LinesTraced, Check::Comments],
        days: 90,
    },
    Prepare {
        name: "Seguimiento",
        purpose: "Lo prometido junto a lo hecho, por quienes lo prometieron.",
        needs: &["Quienes dieron el mandato han respondido por él."],
        checks: &[Check::Actions, Check::Practices],
        days: 365,
    },
];

const OPEN_SPACE: &[Prepare] = &[
    Prepare {
        name: "Inscribir",
        purpose: "Quien acepta la carta inscribe lo que va a realizar; nadie habla por todos.",
        needs: &["Los grupos pequeños tienen el mismo espacio que los grandes."],
        checks: &[Check::Charter, Check::Perspectives, Check::Dialogues],
        days: 45,
    },
    Prepare {
        name: "Proponer",
        purpose: "Propuestas surgidas de algo realizado aquí, en las palabras de quienes las \
          hacen.",
        needs: &["Cada propuesta nombra de dónde surgió."],
        checks: &[Check::Claims],
        days: 30,
    },
    Prepare {
        name: "Aglutinar",
        purpose: "Lo parecido se fusiona, se pone en secuencia, se pone en diálogo, se reúne \
          o se mantiene aparte: solo con el consentimiento de sus dueños, y los \
          originales quedan.",
        needs: &["Cada sugerencia tiene respuesta de sus dueños."],
        checks: &[Check::Suggestions],
        days: 30,
    },
    Prepare {
        name: "Mural de propuestas",
        purpose: "Todas las propuestas lado a lado, las que convergen y las que divergen; la \
          gente las apoya y busca afines.",
        needs: &["Ninguna propuesta se quitó por discrepar."],
        checks: &[Check::Claims, Check::Voters],
        days: 21,
    },
    Prepare {
        name: "Acciones",
        purpose: "Qué hará quién y para cuándo, cada acción con los nombres de quienes la hacen.",
        needs: &["Cada acción dice dónde se contará lo que resulte."],
        checks: &[Check::Actions],
        days: 30,
    },
];
