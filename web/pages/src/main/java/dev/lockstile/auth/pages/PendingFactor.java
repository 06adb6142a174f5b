package dev.lockstile.auth.pages;

import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.secret.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A sign-in that waits for its second factor, in a cookie of the browser that began it.
 *
 * @param kinds what may be shown, by its stable names; empty where one has to be enrolled. They tell what the page
 *     offers, and open no session
 */
record PendingFactor(Secret challenge, List<String> kinds) {

    private static final String COOKIE = "factor";
    private static final String MARK = "~";
    private static final Duration LIFE = Duration.ofMinutes(5);

    static void keep(Cookies cookies, SecondFactorChallenge challenge) {
        String kinds = challenge.factors().stream().map(FactorKind::code).collect(Collectors.joining("."));
        cookies.set(COOKIE, challenge.id().reveal() + MARK + kinds, LIFE);
    }

    static Optional<PendingFactor> read(Cookies cookies) {
        String kept = cookies.get(COOKIE);
        int mark = kept == null ? -1 : kept.indexOf(MARK);
        if (kept == null || mark < 1) {
            return Optional.empty();
        }
        String kinds = kept.substring(mark + 1);
        return Optional.of(new PendingFactor(
                Secret.of(kept.substring(0, mark)), kinds.isEmpty() ? List.of() : List.of(kinds.split("\\.", -1))));
    }

    static void clear(Cookies cookies) {
        cookies.clear(COOKIE);
    }

    /** Whether the account has no factor yet, and must have one. */
    boolean enrols() {
        return kinds.isEmpty();
    }

    boolean offers(FactorKind kind) {
        return kinds.contains(kind.code());
    }
}
