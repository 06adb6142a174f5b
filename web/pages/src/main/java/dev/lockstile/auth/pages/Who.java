package dev.lockstile.auth.pages;

import dev.lockstile.auth.account.AccountInfo;
import dev.lockstile.auth.model.UserInfo;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Who is signed in, for the head of every page.
 *
 * @param name empty where none is known
 * @param address the identifier that the person knows
 * @param others active profiles that one may switch to, each with {@code id} and {@code name}, a few of them
 */
record Who(String name, String address, boolean superuser, List<Map<String, String>> others) {

    private static final int FEW = 3;

    static Who of(AccountInfo me) {
        UserInfo user = me.user();
        String address = Stream.of(user.email(), user.phone(), user.username())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        return new Who(
                me.active().person().displayName(), address, user.status().superuser(), others(me));
    }

    private static List<Map<String, String>> others(AccountInfo me) {
        return me.profiles().stream()
                .filter(profile -> profile.status().active()
                        && !profile.id().equals(me.active().id()))
                .filter(profile -> !profile.person().displayName().isEmpty())
                .map(profile -> Map.of(
                        "id", profile.id().toString(), "name", profile.person().displayName()))
                .limit(FEW)
                .toList();
    }

    Map<String, Object> shown() {
        return Map.of(
                "name", name,
                "address", address,
                "label", name.isEmpty() ? address : name,
                "initials", initials(name.isEmpty() ? address : name),
                "superuser", superuser,
                "others", others);
    }

    /** The first signs of the first two words; empty where the text has no letter. */
    static String initials(String text) {
        StringBuilder initials = new StringBuilder();
        Stream.of(text.split("[\\s@._-]+", -1))
                .filter(word -> !word.isEmpty() && Character.isLetter(word.codePointAt(0)))
                .limit(text.indexOf('@') > 0 ? 1 : 2)
                .forEach(word -> initials.appendCodePoint(word.codePointAt(0)));
        return initials.toString().toUpperCase(Locale.ROOT);
    }
}
