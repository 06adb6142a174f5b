package dev.lockstile.auth.message;

import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a notice tells of an act, in lines: to what it was done, when, on which device and near which place. */
record NoticeDetails(TranslationFile words, List<Row> rows) {

    /** A paragraph that they take the place of. */
    static final String PLACEHOLDER = "{details}";

    private static final Set<String> FACTORS = Set.of("totp", "passkey");

    static NoticeDetails none(TranslationFile words) {
        return new NoticeDetails(words, List.of());
    }

    /** What the text tells by itself is left out; there are none where it tells the time. */
    static NoticeDetails of(MessageKind kind, String body, TranslationFile words, SanitizedValues filling) {
        if (!kind.acceptedValues().contains(MessageValues.TIME) || body.contains("{" + MessageValues.TIME + "}")) {
            return none(words);
        }
        List<Row> rows = new ArrayList<>();
        if (!body.contains("{" + MessageValues.WHAT + "}")) {
            what(rows, kind, words, filling);
        }
        add(rows, words, filling, MessageValues.BY, "detail.by");
        add(rows, words, filling, MessageValues.TIME, "detail.time");
        if (filling.has(MessageValues.DEVICE)) {
            rows.add(new Row(words.get("detail.device"), AskedFrom.device(words, filling.get(MessageValues.DEVICE))));
        }
        boolean signIn = kind.requiredValues().contains(MessageValues.PLACE);
        add(rows, words, filling, MessageValues.PLACE, signIn ? "detail.place" : "detail.signed_in");
        return new NoticeDetails(words, List.copyOf(rows));
    }

    private static void what(List<Row> rows, MessageKind of, TranslationFile words, SanitizedValues filling) {
        String kind = filling.has(MessageValues.KIND)
                ? filling.get(MessageValues.KIND).toLowerCase(Locale.ROOT)
                : "";
        if (!FACTORS.contains(kind)) {
            String what = of == MessageKind.SUPERUSER_ADDED ? "detail.who" : "detail.what";
            add(rows, words, filling, MessageValues.WHAT, kind.isEmpty() ? what : "detail.new");
            return;
        }
        String factor = words.get("kind." + kind);
        String shown = filling.has(MessageValues.WHAT)
                ? Placeholders.fill(
                        words.get("detail.named"),
                        name -> name.equals("kind") ? factor : filling.get(MessageValues.WHAT))
                : factor;
        rows.add(new Row(words.get("detail.what"), shown));
    }

    private static void add(
            List<Row> rows, TranslationFile words, SanitizedValues filling, String value, String label) {
        if (filling.has(value)) {
            rows.add(new Row(words.get(label), filling.get(value)));
        }
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** One line for each. */
    String plain() {
        return rows.stream()
                .map(row -> Placeholders.fill(
                        words.get("detail.row"), name -> name.equals("label") ? row.label() : row.value()))
                .collect(Collectors.joining("\n"));
    }

    /** A table, each text escaped. */
    String html() {
        return rows.stream()
                .map(row -> "<tr><td class=\"quiet\" valign=\"top\" style=\"padding:3px 16px 3px 0;color:#5a6170\">"
                        + HtmlBody.escape(row.label())
                        + "</td><td class=\"text\" valign=\"top\" style=\"padding:3px 0;color:#16181d\">"
                        + HtmlBody.escape(row.value()) + "</td></tr>")
                .collect(Collectors.joining(
                        "\n",
                        "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" style=\"margin:0 0 16px;"
                                + "font-size:14px;line-height:1.45\">",
                        "</table>"));
    }

    /** @param value of the host or of a stranger, not escaped */
    record Row(String label, String value) {}
}
