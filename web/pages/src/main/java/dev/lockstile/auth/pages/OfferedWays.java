package dev.lockstile.auth.pages;

import java.util.List;
import java.util.Map;

/**
 * The ways in that the templates show, in the order of the host. They follow from the host and from the characters that
 * were typed, never from an account.
 *
 * @param served in the order of the host
 */
record OfferedWays(List<SignInWay> served) {

    /**
     * Leaves out what the host does not serve.
     *
     * @param links whether people sign in by a link
     */
    static OfferedWays of(EntrySettings entry, boolean links, boolean passkeys, boolean sites) {
        return new OfferedWays(entry.ways().stream()
                .filter(way -> switch (way) {
                    case PASSWORD, CODE -> true;
                    case PASSKEY -> passkeys;
                    case OTHER_SITES -> sites;
                    case LINK -> links;
                })
                .toList());
    }

    /** Names of all, and those above and below the form of the password. */
    Map<String, Object> shown() {
        List<String> all = served.stream().map(SignInWay::word).toList();
        int password = served.indexOf(SignInWay.PASSWORD);
        return Map.of(
                "ways",
                all,
                "waysAbove",
                password < 0 ? all : all.subList(0, password),
                "waysBelow",
                all.subList(password < 0 ? all.size() : password + 1, all.size()));
    }
}
