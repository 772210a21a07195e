# ما صار إليه الإسهام: جملة لكل سبب ولكل انتظار.

verdict-accepted = يُحسب

wait-operation = ينتظر شيئًا يقوم عليه لم يصل بعد
wait-body = ينتظر نصه
wait-newer-version = كُتب بإصدار أحدث من Polylogue؛ يُحفظ وينتظر تحديث هذا
wait-admission = ينتظر أن يرحّب أحد بصاحبه
wait-assent = ينتظر إقرار مزيد من أمناء الميثاق

reason-malformed = لا يُحسب: ما يقوله يخالف قاعدة من قواعد صورته
reason-chain = لا يُحسب: لا يتصل بما قاله صاحبه قبله
reason-standing = لا يُحسب: يقوم على إدخال ليس لصاحبه
reason-act = لا يُحسب: يسمّي ميثاقًا ليس بميثاق
reason-device = لا يُحسب: الجهاز الذي وقّعه لم يُضف قط، أو انتهى، أو ليس له أن يقول هذا
reason-device-ended = لا يُحسب: وُقّع على جهاز بعد أن أنهاه صاحبه
reason-handed-over = لا يُحسب: كان صاحبه قد انتقل إلى مفتاح جديد
reason-handover-contested = لا يُحسب بعد: نُقل مفتاح صاحبه مرتين، وعلى مُرحِّب أن يقول أيّهما يصح
reason-membership-ended = لا يُحسب: كُتب بعد انتهاء عضوية صاحبه
reason-scope = لا يُحسب: أُدخل صاحبه للتصويت فقط
reason-office = لا يُحسب: لم تكن لصاحبه المهمة اللازمة
reason-office-ended = لا يُحسب: فُعل بعد استرداد المهمة
reason-office-scope = لا يُحسب: صاحبه يشرف على حوار واحد، وهذا يتجاوزه
reason-vouching-ended = لا يُحسب: لم يعد للأعضاء أن يزكّوا، ولم تُترك هذه التزكية قائمة
reason-not-a-keeper = لا يُحسب: صاحبه ليس من أمناء الميثاق
reason-resolution-form = لا يُحسب: لا يتصل بالميثاق، أو يترك ما يجب أن يسمّيه
reason-not-carried = لا يُحسب: أُقرّ تغيير آخر للميثاق بدلًا منه
reason-invitation = لا يُحسب: كانت الدعوة مغلقة أو منقضية أو لغير هذا المفتاح
reason-not-allowed = لا يُحسب: لا يسمح به الميثاق
reason-not-the-author = لا يُحسب: لا يفعل هذا إلا صاحبه
reason-other-commons = لا يُحسب: هو من مشاع آخر
