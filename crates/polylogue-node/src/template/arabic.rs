//! The stages of every template in Arabic.

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
        name: "تسمية المنظورات",
        purpose: "من ينبغي أن يُسمَع، ومن سيفتقد صوته؟ لكل منظور اسم وملخّص ومصادره.",
        needs: &["قرأ كلَّ ملخّص أحدٌ ممّن يحملون المنظور."],
        checks: &[Check::Perspectives, Check::Sources],
        days: 21,
    },
    Prepare {
        name: "طرح الأسئلة",
        purpose: "الأسئلة نفسها لكل منظور، لتوضع الإجابات جنبًا إلى جنب.",
        needs: &["لا سؤال يستطيع طرف واحد أن يجيب عنه وحده."],
        checks: &[Check::Questions],
        days: 14,
    },
    Prepare {
        name: "عقد الحوارات",
        purpose: "تجيب المنظورات عن الأسئلة، ويجيب بعضها بعضًا.",
        needs: &["كل سؤال وُجّه إلى أحد أُجيب عنه، أو تُرك مفتوحًا مع ذكر السبب."],
        checks: &[
            Check::PerspectivesHeard,
            Check::Dialogues,
            Check::DialoguesClosed,
        ],
        days: 90,
    },
    Prepare {
        name: "الغربلة",
        purpose: "تُعلَّم الحركات، وتُستخرج الأقوال ويُصوَّت عليها: ما المشترك، وما الذي \
          يفرّق، وما الذي بقي مفتوحًا.",
        needs: &["علّم شخصان المداخلات نفسها، وقورنت علاماتهما."],
        checks: &[Check::Claims, Check::Voters, Check::Suggestions],
        days: 30,
    },
    Prepare {
        name: "كتابة الخلاصة",
        purpose: "كل منظور في صفحة واحدة، وكل سطر يستند إلى ما قيل.",
        needs: &["قرأ أصحابُ كل منظور صفحتهم."],
        checks: &[Check::Documents, Check::LinesTraced],
        days: 30,
    },
    Prepare {
        name: "كتابة التوليف",
        purpose: "ما يقوله الكل معًا، والاعتراض إلى جانبه.",
        needs: &["طُلب ممّن يعترض تقرير أو تحفّظ."],
        checks: &[Check::LinesTraced, Check::Comments],
        days: 60,
    },
];

const SURVEY: &[Prepare] = &[
    Prepare {
        name: "جمع العبارات",
        purpose: "أقوال قصيرة بكلمات المعنيّين أنفسهم.",
        needs: &["لا ينقص شيء ممّا يقوله الناس، ولا ما يقوله القليل منهم."],
        checks: &[Check::Questions, Check::Claims],
        days: 14,
    },
    Prepare {
        name: "التصويت",
        purpose: "كل شخص يوافق أو يعارض أو يتجاوز، ويضيف ما ينقص.",
        needs: &["سُئل شخصيًّا من نادرًا ما يجيبون."],
        checks: &[Check::Voters],
        days: 30,
    },
    Prepare {
        name: "قراءة الخريطة",
        purpose: "ما تشترك فيه المجموعات وما يفرّقها.",
        needs: &["يقول أناس من كل مجموعة إنهم يجدون أنفسهم فيها."],
        checks: &[Check::Suggestions],
        days: 14,
    },
    Prepare {
        name: "التقرير",
        purpose: "تقرير يفتح كل سطر فيه الأصوات التي يستند إليها.",
        needs: &["وصل إلى كل من صوّت."],
        checks: &[Check::Documents, Check::LinesTraced, Check::Comments],
        days: 21,
    },
];

const POLICY: &[Prepare] = &[
    Prepare {
        name: "التفويض",
        purpose: "من يطلب هذا، ومن يدفع، وبماذا يَعِد أن يفعل بالنتائج.",
        needs: &[
            "التقى الطالبون بمن سيقومون بالعمل.",
            "المال متوفّر حتى النهاية، وقيل ماذا يحدث إن نفد قبلها.",
        ],
        checks: &[Check::Charter, Check::Sources],
        days: 30,
    },
    Prepare {
        name: "البيان",
        purpose: "نص قصير يوقّعه الناس بأسمائهم.",
        needs: &["يقول ما المطلوب وما ليس مطلوبًا."],
        checks: &[Check::Documents, Check::Actions],
        days: 30,
    },
    Prepare {
        name: "المسارات",
        purpose: "يُقسَم الأمر إلى موضوعات، مع مسار مخصّص لترابطها وحده.",
        needs: &["هناك من هو مسؤول عن المسار الذي يجمع المسارات الأخرى."],
        checks: &[Check::Questions, Check::Dialogues],
        days: 21,
    },
    Prepare {
        name: "الإطار",
        purpose: "لكل موضوع: المبادئ، وما هو قائم بالفعل، وكيف يُعان.",
        needs: &["سُئل عمّا هو قائم على الأرض هناك، في مكانه."],
        checks: &[Check::Perspectives, Check::Practices],
        days: 30,
    },
    Prepare {
        name: "الجمع",
        purpose: "ورش وزيارات وندوات ورسائل؛ وما يُقال يُجلب باسم من قاله.",
        needs: &["قال أهل المكان بقدر ما قال القادمون من خارجه."],
        checks: &[Check::PerspectivesHeard],
        days: 90,
    },
    Prepare {
        name: "المسوّدات",
        purpose: "تكتب فرق صغيرة، ويذكر كل سطر ما يستند إليه.",
        needs: &["المسوّدات متوفّرة بكل لغة يقرؤها الناس هنا."],
        checks: &[Check::Documents, Check::LinesTraced],
        days: 60,
    },
    Prepare {
        name: "التعليقات",
        purpose: "يعلّق أيّ شخص على أيّ سطر، ويُجاب عن كل تعليق مع ذكر السبب.",
        needs: &["لم يبقَ تعليق بلا جواب."],
        checks: &[Check::Comments],
        days: 45,
    },
    Prepare {
        name: "القمّة",
        purpose: "تعدّل طاولات العمل وتؤيّد؛ ويشارك من كتبوا في وضع البرنامج.",
        needs: &["يُكتب أيضًا ما لم تتّفق عليه الطاولات."],
        checks: &[Check::DialoguesClosed, Check::Suggestions],
        days: 7,
    },
    Prepare {
        name: "إعادة التحرير",
        purpose: "الوثائق مع ما غيّرته التعليقات والقمّة، والاعتراض إلى جانبها.",
        needs: &["ما يُستبعد يُستبعد مع ذكر السبب، وقد ردّ صاحبه."],
        checks: &[Check::LinesTraced, Check::Comments],
        days: 90,
    },
    Prepare {
        name: "المتابعة",
        purpose: "ما وُعد به إلى جانب ما أُنجز، على لسان من وعدوا.",
        needs: &["أجاب عنه من أعطوا التفويض."],
        checks: &[Check::Actions, Check::Practices],
        days: 365,
    },
];

const OPEN_SPACE: &[Prepare] = &[
    Prepare {
        name: "التسجيل",
        purpose: "من يقبل الميثاق يسجّل ما سيعقده؛ ولا أحد يتكلّم باسم الجميع.",
        needs: &["للمجموعات الصغيرة المتّسع نفسه الذي للكبيرة."],
        checks: &[Check::Charter, Check::Perspectives, Check::Dialogues],
        days: 45,
    },
    Prepare {
        name: "الاقتراح",
        purpose: "اقتراحات نشأت من شيء عُقد هنا، بكلمات أصحابها.",
        needs: &["يذكر كل اقتراح ممّ نشأ."],
        checks: &[Check::Claims],
        days: 30,
    },
    Prepare {
        name: "الجمع بين المتشابه",
        purpose: "ما تشابه يُدمَج، أو يُرتَّب على التوالي، أو يوضَع في حوار، أو يُجمَع في \
          لقاء، أو يبقى منفصلًا: برضا أصحابه وحدهم، وتبقى الأصول.",
        needs: &["لكل اقتراح بالجمع جواب من أصحابه."],
        checks: &[Check::Suggestions],
        days: 30,
    },
    Prepare {
        name: "جدارية الاقتراحات",
        purpose: "كل الاقتراحات جنبًا إلى جنب، ما تلاقى منها وما افترق؛ يؤيّدها الناس \
          ويبحثون عمّن يشبههم.",
        needs: &["لم يُحذَف اقتراح لأنه يخالف."],
        checks: &[Check::Claims, Check::Voters],
        days: 21,
    },
    Prepare {
        name: "الأفعال",
        purpose: "ماذا سيفعل مَن ومتى، وكل فعل بأسماء من يقومون به.",
        needs: &["يذكر كل فعل أين سيُروى ما ينتج عنه."],
        checks: &[Check::Actions],
        days: 30,
    },
];
