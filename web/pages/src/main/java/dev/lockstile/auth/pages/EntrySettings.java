package dev.lockstile.auth.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What a host may choose about sign-in and registration. Each {@code with} gives a copy in which one thing differs. */
public final class EntrySettings {

    private boolean onOnePage;
    private List<SignInWay> ways = List.of(SignInWay.values());

    private EntrySettings() {}

    /** {@return settings that ask for the address first, with every way in} */
    public static EntrySettings defaults() {
        return new EntrySettings();
    }

    private EntrySettings copy() {
        EntrySettings copy = new EntrySettings();
        copy.onOnePage = onOnePage;
        copy.ways = ways;
        return copy;
    }

    /** {@return a copy that asks for the address and the password on one page} */
    public EntrySettings withSignInOnOnePage() {
        EntrySettings copy = copy();
        copy.onOnePage = true;
        return copy;
    }

    /**
     * {@return a copy that offers these ways to sign in, in this order} A way that the host does not serve is left out.
     *
     * @param inOrder each once, at least one
     */
    public EntrySettings withWays(SignInWay... inOrder) {
        List<SignInWay> chosen =
                Arrays.stream(inOrder).map(Objects::requireNonNull).distinct().toList();
        if (chosen.isEmpty() || chosen.size() < inOrder.length) {
            throw new IllegalArgumentException("name each way to sign in once, and at least one");
        }
        EntrySettings copy = copy();
        copy.ways = chosen;
        return copy;
    }

    boolean isIdentifierFirst() {
        return !onOnePage;
    }

    List<SignInWay> ways() {
        return ways;
    }

    boolean offers(SignInWay way) {
        return ways.contains(way);
    }
}
