package dev.lockstile.auth.testkit.flow;

import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.password.PasswordFormat;
import java.util.concurrent.atomic.AtomicInteger;

/** A format for which the machine runs out of time after so many looks at a password, each of them in vain. */
final class OverloadedPasswordFormat implements PasswordFormat {

    static final String STORED = "busy-machine";

    private final int looks;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean relented;

    OverloadedPasswordFormat(int looks) {
        this.looks = looks;
    }

    /** From now on there is time, and every password is right. */
    void relent() {
        relented = true;
    }

    @Override
    public String id() {
        return "busy";
    }

    @Override
    public boolean recognises(String stored) {
        return stored.equals(STORED);
    }

    @Override
    public boolean matches(String stored, byte[] passwordUtf8) {
        if (relented) {
            return true;
        }
        if (calls.incrementAndGet() % (looks + 1) == 0) {
            throw new HashingBusyException("no time for another look");
        }
        return false;
    }
}
