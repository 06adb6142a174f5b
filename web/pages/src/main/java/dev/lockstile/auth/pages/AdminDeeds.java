package dev.lockstile.auth.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may do to the account of a user: acts that destroy nothing, and those of the danger zone. Each has its
 * name, its title, the texts beside and on its button, and how that looks.
 *
 * @param user the head of the page
 * @param may each act, and whether the token lets the caller do it
 */
record AdminDeeds(Map<String, @Nullable Object> user, Map<String, Boolean> may) {

    private static final String SECOND = "second";
    private static final String DANGER = "danger";

    /** On the button of an act whose title says the rest. */
    private static final Map<String, String> VERBS = Map.ofEntries(
            Map.entry("impersonate", "deed.start"),
            Map.entry("reset-password", "deed.send"),
            Map.entry("invite", "deed.send"),
            Map.entry("require-password", "deed.require"),
            Map.entry(AdminQuestions.END_SESSIONS, "deed.end"),
            Map.entry("temporary-password", "deed.set"),
            Map.entry("reset-factors", "deed.remove"),
            Map.entry("revoke-invitation", "deed.revoke"),
            Map.entry(AdminMergePages.NAME, "deed.merge"));

    /** Of acts whose button needs no other words. */
    private static final Map<String, String> TITLES = Map.of(
            "restore",
            "deed.restore",
            "enable",
            "deed.enable",
            AdminQuestions.DISABLE,
            "deed.disable",
            "delete",
            "deed.delete");

    /** @param actedFor whether the host lets staff act for accounts */
    List<Map<String, String>> calm(boolean actedFor) {
        boolean open = !is("deleted") && !is("superuser");
        boolean active = open && is("active");
        boolean person = !is("program");
        List<Map<String, String>> deeds = new ArrayList<>();
        add(deeds, actedFor && active && person && !is("unused"), "impersonate", SECOND, "admin.impersonate");
        add(deeds, is("deleted") && !is("superuser"), "restore", SECOND, "admin.restore");
        add(deeds, open && !is("active"), "enable", SECOND, "admin.enable");
        boolean reached = is("emailProven") || is("phoneProven");
        add(deeds, active && reached, "reset-password", SECOND, "admin.resetPassword");
        add(deeds, active && is("unused"), "invite", SECOND, "admin.invite");
        add(deeds, open && is("unused"), "revoke-invitation", DANGER, "admin.revokeInvitation");
        add(deeds, open && !is("unused") && person, "require-password", SECOND, "admin.requirePassword");
        add(deeds, !is("deleted") && !is("unused"), AdminQuestions.END_SESSIONS, SECOND, "admin.endSessions");
        return deeds;
    }

    /** @param factors whether the account has factors that can be reset */
    List<Map<String, String>> dangers(boolean factors) {
        boolean open = !is("deleted") && !is("superuser");
        boolean active = open && is("active");
        boolean person = !is("program");
        boolean used = !is("unused");
        List<Map<String, String>> deeds = new ArrayList<>();
        add(deeds, active && used && person, "temporary-password", DANGER, "admin.temporaryPassword");
        add(deeds, open && factors, "reset-factors", DANGER, "admin.resetFactors");
        add(deeds, active && person && used, AdminMergePages.NAME, DANGER, "admin.merge");
        add(deeds, active && used, AdminQuestions.DISABLE, DANGER, "admin.disable");
        add(deeds, open, "delete", DANGER, "delete");
        return deeds;
    }

    /**
     * Those that are about one way to sign in, by the way: {@code password} and {@code factors}.
     *
     * @param factors whether the account has factors that can be reset
     */
    Map<String, List<Map<String, String>>> ofWays(boolean factors) {
        return Map.of(
                "password", named(calm(false), "reset-password"),
                "factors", named(dangers(factors), "reset-factors"));
    }

    private static List<Map<String, String>> named(List<Map<String, String>> deeds, String name) {
        return deeds.stream().filter(deed -> name.equals(deed.get("name"))).toList();
    }

    private boolean is(String state) {
        return Boolean.TRUE.equals(user.get(state));
    }

    private void add(List<Map<String, String>> deeds, boolean applies, String name, String look, String label) {
        if (applies && may.getOrDefault(name, false)) {
            String text = name.equals("reset-factors") ? "admin.resetFactors.text" : "ask.user-" + name + ".text";
            String title = TITLES.getOrDefault(name, label);
            String verb = VERBS.getOrDefault(name, label);
            deeds.add(Map.of("name", name, "look", look, "label", label, "text", text, "title", title, "verb", verb));
        }
    }
}
