package dev.lockstile.auth.testkit.flow;

import dev.lockstile.auth.password.PasswordFormat;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** A password in clear, with something that happens every time one has been compared. */
final class InterleavingPasswordFormat implements PasswordFormat {

    private static final String MARK = "stepping$";

    private final AtomicInteger looks = new AtomicInteger();
    private final IntConsumer step;

    /** @param step told the number of the look, from one */
    InterleavingPasswordFormat(IntConsumer step) {
        this.step = step;
    }

    /** The stored form of a password; {@code salt} tells two of the same password apart. */
    static String stored(String salt, String password) {
        return MARK + salt + '$' + password;
    }

    int looks() {
        return looks.get();
    }

    @Override
    public String id() {
        return "stepping";
    }

    @Override
    public boolean recognises(String stored) {
        return stored.startsWith(MARK);
    }

    @Override
    public boolean matches(String stored, byte[] passwordUtf8) {
        String password = stored.substring(stored.indexOf('$', MARK.length()) + 1);
        boolean matches = password.equals(new String(passwordUtf8, StandardCharsets.UTF_8));
        step.accept(looks.incrementAndGet());
        return matches;
    }
}
