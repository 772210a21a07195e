//! What says nearly the same: 10,000 short texts in two languages.

use std::time::Instant;

use polylogue_store::similar::{Asked, Similar};

use crate::table::{Limit, Line, Table};
use crate::{Fault, SEED};

const ITEMS: i64 = 10_000;
const PASS_SECONDS_MAX: f64 = 10.0;
const ONE_MILLISECONDS_MAX: f64 = 20.0;
const ASKED: Asked = Asked {
    permille_min: 150,
    most: 10,
    but: None,
};

/// Words of two languages; sentences take the first ones most often, as people do.
const WORDS: [&str; 2] = [
    "the of river water we need our council land price school street city growth market commons \
     must pay mend channel reeds farmers upstream summer drought housing bicycle lanes library \
     neighbours cooperative energy solar waste forest playground transport tariff budget assembly \
     participation elderly youth noise tourism rent vacant buildings gardens trees benches light",
    "el de río agua que nuestra ayuntamiento suelo precio escuela calle ciudad crecimiento mercado \
     común debe pagar arreglar canal juncos agricultores arriba verano sequía vivienda \
     bicicleta carriles biblioteca vecinas cooperativa energía solar residuos bosque \
     parque transporte tarifa presupuesto asamblea participación mayores jóvenes ruido \
     turismo alquiler vacíos edificios huertos árboles bancos luz",
];

/// Measures the pass over all, and one more.
pub(crate) fn run(table: &mut Table) -> Result<(), Fault> {
    let mut random = SEED;
    let mut texts = Vec::new();
    for n in 0..ITEMS {
        let language = usize::from(n % 2 == 1);
        texts.push((n, ["en", "es"][language], sentence(&mut random, language)));
    }
    let began = Instant::now();
    let mut similar = Similar::default();
    for (n, language, text) in &texts {
        similar.add(*n, language, text);
    }
    let pairs = similar.pairs(ASKED).len();
    let seconds = began.elapsed().as_secs_f64();
    table.say(Line::fact(
        "10,000 short texts, two languages: pairs",
        pairs as f64,
        "",
    ));
    table.say(Line::new(
        "10,000 short texts, two languages: full pass",
        seconds,
        "s",
        Limit::AtMost(PASS_SECONDS_MAX),
    ));
    let mut slowest = 0.0_f64;
    for n in 0..50 {
        let text = sentence(&mut random, 0);
        let began = Instant::now();
        similar.add(ITEMS + n, "en", &text);
        let _alike = similar.like("en", &text, ASKED);
        slowest = slowest.max(began.elapsed().as_secs_f64() * 1_000.0);
    }
    table.say(Line::new(
        "one short text more, slowest of 50",
        slowest,
        "ms",
        Limit::AtMost(ONE_MILLISECONDS_MAX),
    ));
    Ok(())
}

fn sentence(random: &mut u64, language: usize) -> String {
    let mut next = |below: usize| -> usize {
        *random ^= *random << 13;
        *random ^= *random >> 7;
        *random ^= *random << 17;
        usize::try_from(*random % 1_000_003).unwrap_or(0) % below
    };
    let words: Vec<&str> = WORDS[language].split_whitespace().collect();
    let count = 8 + next(12);
    let mut sentence = Vec::new();
    for _ in 0..count {
        // Half of the words are made up, so that there are many: people use rare ones too.
        let word = words[next(words.len()).min(next(words.len()))];
        sentence.push(match next(2) {
            0 => word.to_owned(),
            _ => format!("{word}{}", ["al", "ing", "ado", "er", "es"][next(5)]),
        });
    }
    sentence.push(format!("number {}", next(500)));
    sentence.join(" ")
}
