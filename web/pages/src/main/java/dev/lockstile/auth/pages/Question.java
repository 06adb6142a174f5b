package dev.lockstile.auth.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The page that asks before what cannot be taken back at once. It changes nothing; its form goes to the address of the
 * page.
 *
 * @param act its texts are {@code ask.<act>}, {@code ask.<act>.text} and {@code ask.<act>.button}
 * @param path of the form
 * @param whom or what it is about; empty for the own account
 * @param known the name of the person beside that; null where there is none
 * @param facts what is concerned, each a label and a text
 * @param hidden fields of the form
 * @param back the page that the person came from
 */
record Question(
        String act,
        String path,
        String whom,
        @Nullable String known,
        List<Map<String, String>> facts,
        Map<String, String> hidden,
        String back) {

    private static final String TEMPLATE = "ask";

    /** Acts that destroy nothing. */
    private static final Set<String> CALM = Set.of(
            "api-key-rotate",
            "user-enable",
            "user-impersonate",
            "user-invite",
            "user-keep",
            "user-keep-factors",
            "user-require-password",
            "user-reset-password",
            "user-restore",
            "user-resume");

    /** The icon of the page, by its act. */
    private static final Map<String, String> EMBLEMS = Map.ofEntries(
            Map.entry("sessions", "out"),
            Map.entry("end-all-sessions", "out"),
            Map.entry("browsers", "monitor"),
            Map.entry("totp", "phone"),
            Map.entry("passkey", "passkey"),
            Map.entry("unlink", "link"),
            Map.entry("api-key-rotate", "key"),
            Map.entry("api-key-revoke", "key"),
            Map.entry("user-disable", "ban"),
            Map.entry("user-enable", "user"),
            Map.entry("user-delete", "trash"),
            Map.entry("user-restore", "history"),
            Map.entry("user-keep", "history"),
            Map.entry("user-end-session", "out"),
            Map.entry("user-end-sessions", "out"),
            Map.entry("user-impersonate", "users"),
            Map.entry("user-unlink", "link"),
            Map.entry("user-resume", "link"),
            Map.entry("user-reset-password", "mail"),
            Map.entry("user-require-password", "lock"),
            Map.entry("user-temporary-password", "lock"),
            Map.entry("user-reset-factors", "shield"),
            Map.entry("user-keep-factors", "shield"),
            Map.entry("user-api-key", "key"),
            Map.entry("user-end-api-keys", "key"),
            Map.entry("user-invite", "invite"),
            Map.entry("user-revoke-invitation", "invite"));

    Question(String act, String path, String whom, Map<String, String> hidden, String back) {
        this(act, path, whom, null, List.of(), hidden, back);
    }

    /** With what is concerned. */
    Question about(List<Map<String, String>> concerned) {
        return new Question(act, path, whom, known, concerned, hidden, back);
    }

    static Map<String, String> fact(String label, String text) {
        return Map.of("label", label, "text", text);
    }

    /** About the own account. */
    static Question own(String act, String path, Map<String, String> hidden) {
        return new Question(act, path, "", hidden, "/account");
    }

    String emblem() {
        return EMBLEMS.getOrDefault(act, "alert");
    }

    Reply page() {
        return Reply.page(TEMPLATE, model(false));
    }

    /** With a field for the reason; what an address says of a reason is left out. */
    Reply withReason(Fields fields) {
        fields.suggest("reason", "");
        fields.suggest("until", "");
        return Reply.page(TEMPLATE, withForm(fields));
    }

    Reply again(Fields fields) {
        return Reply.again(400, TEMPLATE, withForm(fields));
    }

    private Map<String, @Nullable Object> withForm(Fields fields) {
        Map<String, @Nullable Object> model = model(true);
        model.put("form", fields);
        return model;
    }

    private Map<String, @Nullable Object> model(boolean reason) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("act", act);
        model.put("path", path);
        model.put("whom", whom);
        model.put("known", known);
        model.put("facts", facts);
        model.put("emblem", emblem());
        model.put("calm", CALM.contains(act));
        model.put(
                "hidden",
                hidden.entrySet().stream()
                        .map(field -> Map.of("name", field.getKey(), "value", field.getValue()))
                        .toList());
        model.put("back", back);
        model.put("reason", reason);
        model.put("until", reason && act.equals("user-" + AdminQuestions.DISABLE));
        return model;
    }
}
